"""What no two records tell, but the whole list: names of one venue, titles of columns, chains through poor records."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from papershelf.dedupe import Deduped, dedupe
from papershelf.model import Publication, Record
from record_builder import pair_cases, record

SUBJECTS = ("lantern", "hedge", "marsh", "fog", "heron", "reed", "ditch", "otter")


def entry(line: int, title: str, venue: str, year: int, author: str = "Ada Moss", **more: Any) -> Record:
    return record(line, title=title, authors=[author, "Bo Lind"], publication=Publication(venue, year, **more))


def lines(decided: Deduped) -> set[frozenset[int]]:
    return {frozenset(one.place.first for one in cluster.members) for cluster in decided.clusters}


def listed_twice(a: str, b: str, papers: int) -> list[Record]:
    """Papers of one conference in two sources, each with its own name of it; the second list begins at line 101."""
    titles = [f"On the {subject} and its use" for subject in SUBJECTS[:papers]]
    return [entry(at + i, titles[i], venue, 1998) for at, venue in ((1, a), (101, b)) for i in range(papers)]


SHORT, LONG = "SIGFEN Conference", "International Conference on Management of Marshes"


def test_two_names_that_stand_for_each_other_in_five_papers_are_of_one_venue() -> None:
    # One lists no authors: a venue that is known to be the same is the second witness.
    bare = record(201, title="Adaptive joins of hedges", publication=Publication(SHORT, 1998))
    named = entry(202, "Adaptive joins of hedges", LONG, 1998)
    assert frozenset({201, 202}) in lines(dedupe([*listed_twice(SHORT, LONG, 6), bare, named]))
    assert frozenset({201, 202}) not in lines(dedupe([*listed_twice(SHORT, LONG, 3), bare, named]))


def test_a_name_whose_long_form_the_list_knows_is_no_other_venue() -> None:
    known = [*listed_twice(SHORT, LONG, 6), entry(301, "Adaptive joins of hedges", SHORT, 1998)]
    elsewhere = entry(302, "Adaptive joins of hedges", "Symposium on Principles of Fog", 1998)
    assert frozenset({301, 302}) not in lines(dedupe([*known, elsewhere]))


def test_a_paper_and_its_case_study_side_by_side_in_one_listing_are_two() -> None:
    title = "Adaptive joins of hedges"
    names = listed_twice(SHORT, LONG, 6)
    both = [entry(201, title, SHORT, 1998), entry(202, f"{title}: A Case Study", SHORT, 1998)]
    again = [entry(301, title, LONG, 1998), entry(302, f"{title}: a case study", LONG, 1998)]
    decided = dedupe([*names, *both, *again])
    assert {frozenset({201, 301}), frozenset({202, 302})} <= lines(decided)
    # Each source has one of the two: a subtitle was dropped.
    assert frozenset({201, 302}) in lines(dedupe([*names, both[0], again[1]]))


def test_a_cut_title_that_two_papers_begin_with_is_of_neither() -> None:
    title = "Adaptive joins of many hedges in the marshes of the north"
    both = [entry(1, f"{title} and east", SHORT, 1998), entry(2, f"{title}, Part II", SHORT, 1999)]
    cut = record(3, title=f"{title} …", authors=["A. Moss", "B. Lind"])
    assert frozenset({1, 3}) in lines(dedupe([both[0], cut]))
    assert frozenset({2, 3}) in lines(dedupe([both[1], cut]))
    decided = dedupe([*both, cut])
    assert lines(decided) == {frozenset({1}), frozenset({2}), frozenset({3})}
    assert any("it could as well be another paper" in question.reason for question in decided.questions)


def test_a_slip_in_a_rare_word_is_found_by_first_author_and_year() -> None:
    # Its two rarest words, its beginning and its end are in no other title, or in too many to compare.
    many = [
        entry(at, f"Rule-based {subject} joins in deductive databases", SHORT, 1990)
        for at, subject in enumerate(SUBJECTS * 10, 1)
    ]
    a = entry(201, "Rule-based workflow joins in deductive databases", LONG, 1998, author="Eve Oak")
    b = entry(202, "Rule-based wrkflow joins in deductive databases", LONG, 1998, author="E. Oak")
    assert frozenset({201, 202}) in lines(dedupe([*many, a, b]))


def test_the_same_pages_as_one_record_of_a_paper_settle_what_another_says_of_the_place() -> None:
    title = "Adaptive joins of hedges"
    pages: dict[str, str] = {"first_page": "47", "last_page": "54"}
    english = entry(1, title, "Chinese Journal of Marshes", 2000, volume="35", **pages)
    chinese = entry(2, title, "Huzhao za zhi", 2000, volume="35", **pages)
    bare = entry(3, title, "Huzhao za zhi", 2000, **pages)
    assert lines(dedupe([english, bare])) == {frozenset({1}), frozenset({3})}
    assert lines(dedupe([english, chinese, bare])) == {frozenset({1, 2, 3})}


def test_the_common_beginning_of_two_abstracts_of_one_pattern_joins_neither() -> None:
    text = pair_cases()["texts"]["compress"]
    of = {where: f"{text} We test it on {where} letters, and ask {where} readers." for where in ("Fennish", "Marshish")}
    whole = [record(line, abstract=said) for line, said in enumerate(of.values(), start=1)]
    cut = record(3, abstract=f"{text[:320]}…")
    assert lines(dedupe([whole[0], cut])) == {frozenset({1, 3})}
    assert lines(dedupe([*whole, cut])) == {frozenset({1}), frozenset({2}), frozenset({3})}


def test_a_cut_title_that_begins_two_papers_is_joined_with_neither() -> None:
    title = "Improving the filling of lanterns with attentive hedges"
    both = [entry(n, f"{title} {end}", SHORT, 1998) for n, end in ((1, "for the fens of Ely"), (2, "by night"))]
    cut = entry(3, f"{title} …", SHORT, 1998)
    assert lines(dedupe([both[0], cut])) == {frozenset({1, 3})}
    assert lines(dedupe([*both, cut])) == {frozenset({1}), frozenset({2}), frozenset({3})}


def test_a_title_that_comes_back_for_years_proves_nothing_without_pages() -> None:
    years = [entry(year, "Marsh research at Wells", "SIGFEN Record", year) for year in (1994, 1995, 1996, 1997)]
    again = entry(1, "Marsh research at Wells", "SIGFEN Record", 1997)
    assert frozenset({1, 1997}) not in lines(dedupe([*years, again]))
    assert frozenset({1, 1997}) in lines(dedupe([*years[2:], again]))


def test_a_column_that_two_sources_list_once_in_a_year_is_one_text() -> None:
    once = [entry(1, "Editor's Notes", "SIGFEN Record", 1996), entry(2, "Editor's Notes", "ACM SIGFEN Record", 1996)]
    names = listed_twice("SIGFEN Record", "ACM SIGFEN Record", 6)
    names = [
        entry(one.place.first + 500, one.title or "", one.publication.venue, 1990) for one in names if one.publication
    ]
    assert frozenset({1, 2}) in lines(dedupe([*names, *once]))
    third = entry(3, "Editor's Notes", "SIGFEN Record", 1996)
    assert {frozenset({1}), frozenset({2}), frozenset({3})} <= lines(dedupe([*names, *once, third]))
    venues = ((4, "SIGFEN Record"), (5, "ACM SIGFEN Record"))
    by_others = [replace(entry(n, "Editor's Notes", venue, 1996), authors=("Cy Cole",)) for n, venue in venues]
    assert {frozenset({1, 2}), frozenset({4, 5})} <= lines(dedupe([*names, *once, *by_others]))
    anybody = replace(third, authors=())
    assert {frozenset({1}), frozenset({2}), frozenset({3})} <= lines(dedupe([*names, *once, anybody]))


def test_no_chain_through_a_record_that_has_only_a_doi_joins_two_abstracts_of_a_supplement() -> None:
    records = [
        record(1, title="Lanterns suppress hedges", authors=["Ada Moss"], doi="10.5555/s"),
        record(2, doi="10.5555/s"),
        record(3, title="Prevention of fog", authors=["Cho Min"], doi="10.5555/s"),
    ]
    assert not any({1, 3} <= group for group in lines(dedupe(records)))


def test_no_chain_through_a_record_without_year_joins_a_conference_paper_and_an_article() -> None:
    title = "Adaptive joins of many hedges"
    records = [
        entry(1, title, "VLDB", 1998),
        record(2, title=title, authors=["Ada Moss", "Bo Lind"]),
        entry(3, title, "ACM Transactions on Marsh Systems", 2001, volume="26", first_page="1"),
    ]
    assert not any({1, 3} <= group for group in lines(dedupe(records)))


def test_column_titles_by_the_hundred_are_not_all_compared() -> None:
    records = [entry(n, "Editorial", "Fens", 1990 + n % 30, volume=str(n), first_page="1") for n in range(1, 1500)]
    decided = dedupe(records)
    assert len(decided.clusters) == len(records)
    assert decided.questions == ()
