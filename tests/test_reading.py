"""Notes and reading paths find their papers, whatever became of those since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from papershelf.dedupe import dedupe
from papershelf.merge import merge
from papershelf.model import Note, Paper, Permalink, Place, ReadingPath, Record, Step
from papershelf.permalinks import assign, dated
from papershelf.reading import Reading, reading
from record_builder import record

NOTES = "seeds/curated/notes"
DAY = date(2026, 11, 20)
DAM = record(1, title="Dams and their keepers", authors=["Ira Dam"], given_id="dam1999")
LAKE = record(
    2, title="Lakes are all you need", authors=["Aya Noor", "Ben Okafor"], arxiv="2103.01234", authors_complete=True
)
PUBLISHED = replace(DAM, doi="10.1000/dams_(1)")
OLD = replace(LAKE, arxiv="cs/0112017")


def papers(*records: Record) -> tuple[Paper, ...]:
    """The papers of a list that holds `records`, each of which is a paper of its own."""
    return merge([cluster for one in records for cluster in dedupe([one]).clusters]).papers


def one_paper(*records: Record) -> tuple[Paper, ...]:
    """All of `records` as one paper."""
    (cluster,) = dedupe(records[:1]).clusters
    return merge([replace(cluster, members=records)]).papers


def note(ref: str, text: str = "Words.") -> Note:
    return Note(ref, Place(f"{NOTES}/{ref}.md", 3, 3), text)


def path(*refs: str) -> ReadingPath:
    steps = tuple(Step(ref, f"why {n}", Place("seeds/curated/paths.yml", n, n)) for n, ref in enumerate(refs, 4))
    return ReadingPath("start", "Start", "", Place("seeds/curated/paths.yml"), steps)


def read(
    found: tuple[Paper, ...], promised: tuple[Permalink, ...] = (), *notes: Note, paths: tuple[ReadingPath, ...] = ()
) -> Reading:
    assigned = assign(found, promised)
    return reading(assigned.papers, assigned.gone, assigned.permalinks, notes, paths)


def lock(found: tuple[Paper, ...], promised: tuple[Permalink, ...] = (), day: date = DAY) -> tuple[Permalink, ...]:
    assigned = assign(found, promised)
    return dated(assigned.permalinks, [paper.id for paper in assigned.papers], day)


def said(found: Reading) -> dict[str, list[str]]:
    return {paper.id: [one.ref for one in paper.remarks] for paper in found.papers if paper.remarks}


@pytest.mark.parametrize(
    "ref",
    ["2103.01234", "2103-01234", "2103.01234v2", "2103-01234v3", "noor-okafor-2021-lakes", "r-0000000002",
     "Noor-Okafor-2021-Lakes"],
)  # fmt: skip
def test_a_note_is_called_as_its_paper_in_any_form(ref: str) -> None:
    lake = replace(LAKE, key="r-0000000002")
    assert said(read(papers(DAM, lake), (), note(ref))) == {"2103.01234": [ref]}


@pytest.mark.parametrize("ref", ["cs-0112017", "cs/0112017", "CS-0112017v2"])
def test_so_is_one_on_a_paper_with_an_old_id(ref: str) -> None:
    assert said(read(papers(OLD), (), note(ref))) == {"cs-0112017": [ref]}


def test_so_is_one_on_a_paper_with_a_doi_or_none() -> None:
    assert said(read(papers(PUBLISHED), (), note("doi-10.1000-dams-1"))) == {
        "doi-10.1000-dams-1": ["doi-10.1000-dams-1"]
    }
    assert said(read(papers(DAM), (), note("dams-and-their-keepers"))) == {
        "dams-and-their-keepers": ["dams-and-their-keepers"]
    }


def test_a_doi_that_became_an_arxiv_id_keeps_its_note_with_and_without_a_lock() -> None:
    preprint = replace(PUBLISHED, arxiv="2401.00001")
    wanted = note("doi-10.1000-dams-1")
    assert said(read(papers(preprint), (), wanted)) == {"2401.00001": ["doi-10.1000-dams-1"]}
    locked = lock(papers(PUBLISHED))
    both = read(papers(preprint), locked, wanted, note("2401.00001"))
    assert said(both) == {"doi-10.1000-dams-1": ["doi-10.1000-dams-1", "2401.00001"]}


def test_of_two_papers_that_merge_both_notes_are_shown_that_of_the_id_that_stays_first() -> None:
    locked = lock(papers(DAM, LAKE), lock(papers(LAKE), day=date(2025, 1, 1)))
    dam, lake = note("dams-and-their-keepers"), note("2103.01234")
    apart = read(papers(DAM, LAKE), locked, dam, lake)
    assert said(apart) == {"dams-and-their-keepers": [dam.ref], "2103.01234": [lake.ref]}
    merged = read(one_paper(DAM, LAKE), locked, dam, lake)
    assert said(merged) == {"2103.01234": [lake.ref, dam.ref]}
    later = lock(one_paper(DAM, LAKE), locked)
    assert said(read(one_paper(DAM, LAKE), later, dam, lake)) == said(merged)
    assert said(read(papers(DAM, LAKE), later, dam, lake)) == said(apart)  # the merge is undone


def test_the_first_note_that_states_a_status_gives_it() -> None:
    one = replace(note("a"), tags=("ink",), why="first")
    two = replace(note("b"), status="read", rating=3, tags=("ink", "pens"), why="second")
    paper = Paper("a", "A", "A", None, remarks=(one, two), keywords=("ink", "water"))
    assert (paper.status, paper.rating, paper.why, paper.tags) == ("read", 3, "first", ("ink", "pens"))
    assert paper.subject_words == ("ink", "water", "pens")


def test_a_note_on_a_paper_that_is_gone_stands_on_what_is_left_of_it() -> None:
    locked = lock(papers(DAM, LAKE))
    found = read(papers(DAM), locked, note("2103-01234"))
    assert found.problems == ()
    assert [(gone.id, gone.remarks[0].text) for gone in found.gone] == [("2103.01234", "Words.")]


def test_a_note_that_names_no_paper_is_a_problem_that_names_the_nearest_and_keeps_the_words() -> None:
    found = read(papers(DAM, LAKE), (), note("2103.01243"), note("qqq"))
    assert [str(each) for each in found.problems] == [
        f"{NOTES}/2103.01243.md:1: '2103.01243' names no paper; right would be: a file called 2103.01234.md",
        f"{NOTES}/qqq.md:1: 'qqq' names no paper; right would be: a file called <id of a paper's page>.md",
    ]
    assert [each.raw for each in found.problems] == ["Words.", "Words."]
    assert said(found) == {}


def test_a_path_leads_over_papers_by_any_of_their_names() -> None:
    found = read(papers(DAM, LAKE), (), paths=(path("arXiv:2103.01234v1", "dams-and-their-keepers"),))
    assert [(step.paper, step.why) for step in found.paths[0].steps] == [
        ("2103.01234", "why 4"),
        ("dams-and-their-keepers", "why 5"),
    ]
    assert found.problems == ()


def test_two_steps_that_turn_out_to_be_one_paper_are_one_step_for_both_reasons() -> None:
    found = read(one_paper(DAM, LAKE), lock(papers(DAM, LAKE)), paths=(path("2103.01234", "dams-and-their-keepers"),))
    assert [step.why for step in found.paths[0].steps] == ["why 4 why 5"]


def test_a_step_without_a_paper_is_a_problem_and_the_others_stand() -> None:
    found = read(papers(DAM), lock(papers(DAM, LAKE)), paths=(path("2103.01234", "dam", "dams-and-their-keeper"),))
    assert [(each.place.first, each.message) for each in found.problems] == [
        (4, "'2103.01234' in the path 'start' is no longer in this list"),
        (5, "'dam' in the path 'start' names no paper"),
        (6, "'dams-and-their-keeper' in the path 'start' names no paper"),
    ]
    assert found.problems[2].fix == "dams-and-their-keepers"
    assert found.paths == ()
    assert [
        step.paper for step in read(papers(DAM), (), paths=(path("x", "dams-and-their-keepers"),)).paths[0].steps
    ] == ["dams-and-their-keepers"]


def test_the_order_of_notes_changes_nothing() -> None:
    notes = [note(ref) for ref in ("2103-01234", "2103.01234", "2103.01234v2")]
    assert read(papers(LAKE), (), *notes).papers == read(papers(LAKE), (), *reversed(notes)).papers
    assert said(read(papers(LAKE), (), *notes)) == {"2103.01234": ["2103-01234", "2103.01234", "2103.01234v2"]}
