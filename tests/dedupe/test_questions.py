"""Questions about same papers: in which order, with which sides, and when they are over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from papershelf.curated import Verdict
from papershelf.dedupe import dedupe
from papershelf.dedupe.answered import Answered
from papershelf.dedupe.contrast import contrast
from papershelf.model import Cluster, Contrast, Place, Publication, Question, Record
from record_builder import locked, pair_cases, record

TEXTS = pair_cases()["texts"]
KNOTS, BOATS = TEXTS["compress"], TEXTS["agents"]


def sides(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Contrast]:
    return {each.field: each for each in contrast([record(1, **a)], [record(2, **b)])}


def issue(**given: Any) -> dict[str, Any]:
    return {"publication": Publication(given.pop("venue", "Annals of Knots"), **given)}


def test_fields_that_differ_come_first_then_those_that_one_side_lacks_then_those_that_agree() -> None:
    a = record(1, title="Knots", authors=["Ada Moss"], authors_complete=True, doi="10.5555/1", **issue(year=2001))
    b = record(2, title="Bows", authors=["Ada Moss"], authors_complete=True, **issue(year=2002))
    assert [(each.field, each.agree) for each in contrast([a], [b])] == [
        ("title", False),
        ("year", False),
        ("DOI", None),
        ("authors", True),
        ("venue", True),
    ]


def test_a_field_that_neither_states_is_left_out() -> None:
    assert contrast([record(1, arxiv="2401.00001")], [record(2, doi="10.5555/1")]) == (
        Contrast("arXiv", "2401.00001", "", None),
        Contrast("DOI", "", "10.5555/1", None),
    )


def test_what_a_record_does_not_say_those_joined_with_it_say() -> None:
    told = locked(1, title="Knots", authors=["Ada Moss"], created="2024-01-02")
    found = {each.field: each.a for each in contrast([record(1, abstract=KNOTS), told], [record(2, title="Bows")])}
    assert found == {"title": "Knots", "authors": "Ada Moss; et al.", "submitted": "2024-01-02", "abstract": KNOTS}


def test_year_venue_volume_and_pages_are_of_one_statement() -> None:
    one = record(1, **issue(venue="Annals of Knots", year=2001))
    other = record(3, **issue(venue="Knots Today", year=2002, volume="7", first_page="1"))
    found = {each.field: each.a for each in contrast([one, other], [record(2, title="Bows")])}
    assert found == {"title": "", "venue": "Annals of Knots", "year": "2001"}


def test_a_heading_stands_for_a_title_that_nothing_settled() -> None:
    found = sides({"heading": "Knots and bows Ada Moss"}, {"title": "Knots and bows"})
    assert (found["heading"].a, found["title"].b) == ("Knots and bows Ada Moss", "Knots and bows")


@pytest.mark.parametrize(
    ("field", "a", "b", "agree"),
    [
        ("title", {"title": "The $N$-player Knot"}, {"title": "The N-Player knot."}, True),
        ("title", {"title": "Knots, part I"}, {"title": "Knots, part II"}, False),
        ("authors", {"authors": ["T. Moss", "Bo Lind"]}, {"authors": ["Thea Moss", "Lind B."]}, True),
        ("authors", {"authors": ["Li Wang"]}, {"authors": ["Bo Wang"]}, False),
        ("authors", {"authors": ["Łukasz Pérolat"]}, {"authors": ["Lukasz Perolat"]}, True),
        ("pages", issue(first_page="221", last_page="228"), issue(first_page="221", last_page="8"), True),
        ("pages", issue(first_page="221", last_page="228"), issue(first_page="221"), True),
        ("pages", issue(first_page="221", last_page="228"), issue(first_page="221", last_page="229"), False),
        ("pages", issue(first_page="1"), issue(first_page="e1"), False),
        ("volume", issue(volume="7", number="2"), issue(volume="7"), True),
        ("volume", issue(volume="7", number="2"), issue(volume="7", number="3"), False),
        ("venue", issue(venue="Curr. Opin. Knots"), issue(venue="Current Opinion in Knots"), True),
        ("venue", issue(venue="Annals of Knots"), issue(venue="Annals of Bows"), False),
        ("arXiv", {"arxiv": "2401.00001", "version": 1}, {"arxiv": "2401.00001", "version": 3}, True),
        ("arXiv", {"arxiv": "2401.00001"}, {"arxiv": "2401.00002"}, False),
        ("DOI", {"doi": "10.5555/1"}, {"doi": "10.5555/1"}, True),
        ("submitted", {"created": "2024-01-02"}, {"created": "2024-01-03"}, False),
        ("abstract", {"abstract": "We tie knots. We hold them."}, {"abstract": "We tie knots"}, True),
        ("abstract", {"abstract": "We tie knots."}, {"abstract": "We fold boats."}, False),
    ],
)
def test_two_statements_agree_where_a_person_would_say_so(field: str, a: Any, b: Any, agree: bool) -> None:
    a, b = a | {"authors_complete": True}, b | {"authors_complete": True}
    assert sides(a, b)[field].agree is agree
    assert sides(b, a)[field].agree is agree


def test_a_list_of_authors_that_is_cut_short_agrees_with_its_beginning_only_if_it_says_so() -> None:
    two, three = ["Ada Moss", "Bo Lind"], ["Ada Moss", "Bo Lind", "Cy Quill"]
    whole = {"authors": three, "authors_complete": True}
    assert sides({"authors": two, "authors_complete": False}, whole)["authors"].agree is True
    assert sides({"authors": two, "authors_complete": True}, whole)["authors"].agree is False


def questions(records: Sequence[Record], *verdicts: Verdict) -> list[tuple[int, int]]:
    found = dedupe(records, (), verdicts).questions
    return [(q.places[0].first, q.places[1].first) for q in found if q.kind == "same paper"]


def test_of_two_questions_as_likely_the_one_about_more_records_comes_first() -> None:
    few = [record(1, arxiv="2401.00001", abstract=KNOTS), record(2, arxiv="2401.00002", abstract=KNOTS)]
    many = [record(line, arxiv=f"2402.0000{line % 2}", abstract=BOATS) for line in range(10, 16)]
    (first, second) = dedupe([*few, *many]).questions
    assert {place.first for place in first.places} <= set(range(10, 16))
    assert (first.settles, second.settles) == (6, 2)
    assert first.score == second.score


def test_every_question_has_two_sides() -> None:
    found = dedupe([record(1, arxiv="2401.00001", abstract=KNOTS), record(2, arxiv="2401.00002", abstract=KNOTS)])
    (question,) = found.questions
    assert [(each.field, each.agree) for each in question.sides] == [("arXiv", False), ("abstract", True)]


def test_records_of_one_id_with_nothing_in_common_are_asked_about_until_a_person_has_spoken() -> None:
    two = [
        record(1, arxiv="2401.00001", abstract=KNOTS, key="r-0000000001"),
        record(2, arxiv="2401.00001", abstract=TEXTS["overview"], key="r-0000000002"),
    ]
    assert questions(two) == [(1, 2)]
    for same in (True, False):
        spoken = Verdict(same, ("r-0000000001", "r-0000000002"), Place("seeds/curated/decisions.yml"))
        assert questions(two, spoken) == []


def clusters(*groups: tuple[int, ...]) -> list[Cluster]:
    return [Cluster(tuple(record(line, "a") for line in group)) for group in groups]


def place(line: int) -> Place:
    return record(line, "a").place


def about(a: int, b: int) -> Question:
    return Question("same paper", "?", "", "", (), (place(a), place(b)))


def test_what_is_joined_through_others_needs_no_answer() -> None:
    answered = Answered(clusters((1,), (2,), (3, 4)))
    answered.take(about(1, 2), same=True)
    assert answered.settles(about(1, 2))
    assert not answered.settles(about(1, 3))
    answered.take(about(2, 3), same=True)
    assert answered.settles(about(1, 4))


def test_what_is_kept_apart_through_others_needs_no_answer() -> None:
    answered = Answered(clusters((1,), (2,), (3, 4), (5,)))
    answered.take(about(1, 3), same=False)
    assert answered.settles(about(1, 4))
    assert not answered.settles(about(2, 3))
    answered.take(about(1, 2), same=True)
    assert answered.settles(about(2, 4))
    assert not answered.settles(about(1, 5))


def test_two_records_of_one_cluster_are_asked_about_until_that_is_answered() -> None:
    answered = Answered(clusters((1, 2, 3)))
    assert not answered.settles(about(1, 2))
    answered.take(about(1, 2), same=False)
    assert answered.settles(about(1, 2))
    assert not answered.settles(about(1, 3))
