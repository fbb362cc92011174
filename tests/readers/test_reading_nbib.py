"""PubMed's MEDLINE display. All papers are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from papershelf import readers
from papershelf.model import Aside, Problem, Publication, Record
from papershelf.readers import nbib

SALT = "PMID- 30000001\nOWN - NLM\nTI  - Salt in river towns.\nFAU - Nakamura, Yuki\nAU  - Nakamura Y\n"
PEPPER = "PMID- 30000002\nTI  - Pepper.\n"
effort = settings(max_examples=60, deadline=None)


def read(text: str) -> tuple[list[Record], list[Problem]]:
    assert readers.recognise(text) == nbib.NAME
    items = list(readers.read(text, "x.nbib"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


def one(*lines: str) -> Record:
    """The record of an entry with these lines, of which nothing is wrong."""
    (record,), problems = read("\n".join(("PMID- 30000001", "TI  - Salt.", *lines, "")))
    assert problems == []
    return record


def test_an_entry_is_read_whole() -> None:
    record = one(
        "STAT- MEDLINE", "IS  - 0955-2359 (Print)", "VI  - 44", "IP  - 2", "DP  - 2018 Nov 5", "PG  - 221-8",
        "LID - 10.5555/salt.2018.7 [doi]", "LID - S0955(18)7 [pii]", "AB  - Salt is", "      everywhere.",
        "FAU - Nakamura, Yuki", "AU  - Nakamura Y", "AD  - Institute of Salt,", "      Somewhere.", "LA  - eng",
        "PT  - Journal Article", "TA  - Inv J Salt", "JT  - The invented journal of salt", "PMC - PMC7000001",
        "MH  - *Blood Pressure/drug effects", "MH  - Humans", "OT  - salt", "EDAT- 2018/11/05 06:00",
        "SO  - Inv J Salt. 2018 Nov 5;44(2):221-8.",
    )  # fmt: skip
    assert (record.given_id, record.type, record.title, record.language) == (
        "30000001",
        "article-journal",
        "Salt.",
        "eng",
    )
    assert (record.authors, record.families, record.authors_complete) == (("Yuki Nakamura",), ("Nakamura",), True)
    assert record.publication == Publication(
        "The invented journal of salt", 2018, "44", "221", "228", number="2", month=11, day=5
    )
    assert (record.doi, record.abstract) == ("10.5555/salt.2018.7", "Salt is everywhere.")
    assert record.other_ids == (("pmid", "30000001"), ("pmcid", "PMC7000001"), ("issn", "0955-2359"))
    assert record.keywords == ("salt", "Blood Pressure/drug effects", "Humans")
    assert record.affiliations == ("Institute of Salt, Somewhere.",)


def test_names_in_full_are_preferred_and_teams_keep_their_place() -> None:
    record = one("FAU - Bach, Ruth", "AU  - Bach R", "CN  - SALT Study Group", "AU  - Chen X", "AU  - et al.")
    assert record.authors == ("Ruth Bach", "SALT Study Group", "X. Chen")
    assert not record.authors_complete


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_a_blank_line_or_an_id_begins_an_entry(breaks: str) -> None:
    for between in ("", "\n", "\n\n\n"):
        (salt, pepper), problems = read((SALT + between + PEPPER).replace("\n", breaks))
        assert (salt.title, pepper.title, problems) == ("Salt in river towns.", "Pepper.", [])
        assert salt.authors == ("Yuki Nakamura",)


def test_an_entry_that_lost_its_id_is_not_joined_to_the_one_before_it() -> None:
    (salt, pepper), problems = read(f"{SALT}\n{PEPPER.partition(chr(10))[2]}OWN - NLM\n")
    assert (salt.title, pepper.title, pepper.other_ids, problems) == ("Salt in river towns.", "Pepper.", (), [])


def test_a_paragraph_that_is_indented_goes_on_after_a_blank_line() -> None:
    (record,), problems = read(f"{PEPPER}AB  - It is black.\n\n      And hot.\nLA  - eng\n")
    assert (record.abstract, record.language, problems) == ("It is black. And hot.", "eng", [])


def test_a_line_without_tag_and_indentation_is_reported_and_harms_nothing() -> None:
    (salt, pepper), (problem,) = read(f"PMID- 1\nSO  nothing\nTI  - Salt.\n\n{PEPPER}")
    assert (salt.title, salt.other_ids, pepper.title) == ("Salt.", (("pmid", "1"),), "Pepper.")
    assert (str(problem.place), problem.message) == (
        "x.nbib:2",
        "“SO nothing” has neither a tag nor six spaces before it",
    )


def test_text_between_entries_is_nothing_to_speak_of_unless_it_could_be_a_paper() -> None:
    assert read(f"1: exported by me\n\n{SALT}\nsee below\n\n{PEPPER}")[1] == []
    _, (problem,) = read(f"{SALT}\nsee https://example.org/a\n\n{PEPPER}")
    assert problem.raw == "see https://example.org/a"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["PT  - Journal Article", "PT  - Preprint", "JT  - bioRxiv"], "article"),
        (["PT  - Review", "TA  - Inv J Salt"], "article-journal"),
        (["PT  - Review", "PT  - Book Chapter", "BTI - Salts"], "chapter"),
        (["PT  - Book"], "book"),
        (["PT  - Academic Dissertation"], "thesis"),
        (["PT  - Technical Report"], "report"),
        (["PT  - Congress", "JT  - Salt Days"], "paper-conference"),
        (["PT  - Dissertations/Theses - Doctoral Dissertations", "JT  - Somebody LLC"], "thesis"),
        ([], ""),
    ],
)
def test_types_of_publication_become_types_of_items(lines: list[str], kind: str) -> None:
    assert one(*lines).type == kind


def test_a_chapter_has_its_book_as_venue_and_a_book_its_own_title() -> None:
    chapter = one(
        "BTI - All about salt", "DP  - 2009", "PB  - River Press", "PT  - Book Chapter", "ISBN- 9780000000002"
    )
    assert chapter.publication == Publication("All about salt", 2009, publisher="River Press")
    assert ("isbn", "9780000000002") in chapter.other_ids
    (book,), _ = read("PMID- 5\nBTI - All about salt\nPT  - Book\n")
    assert (book.title, book.type, book.publication) == ("All about salt", "book", None)


@pytest.mark.parametrize("line", ["AID - 10.5555/abc [doi]", "LID - 10.5555/abc [doi]", "AID - doi:10.5555/ABC"])
def test_the_doi_stands_in_one_of_two_tags(line: str) -> None:
    assert one(line).doi == "10.5555/abc"


def test_a_preprint_of_arxiv_has_its_id_as_article_number() -> None:
    record = one("JT  - ArXiv", "AID - arXiv:2401.12345v2 [pii]")
    assert (record.arxiv, record.version, record.type) == ("2401.12345", 2, "article")


def test_retractions_and_errata_are_notes() -> None:
    record = one("RIN - Inv J Salt. 2019;45:1. PMID: 30000009", "EIN - Inv J Salt. 2018;44:300", "GN  - odd")
    assert record.notes == (
        "Retraction in: Inv J Salt. 2019;45:1. PMID: 30000009",
        "Erratum in: Inv J Salt. 2018;44:300",
        "odd",
    )
    assert record.other_ids == (("pmid", "30000001"),)


def test_a_translated_title_loses_its_brackets() -> None:
    (record,), _ = read("PMID- 1\nTI  - [On salt].\nTT  - Vom Salz.\n")
    assert record.title == "On salt."
    (record,), _ = read("PMID- 1\nTI  - [Salt] and [pepper].\n")
    assert record.title == "[Salt] and [pepper]."


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("DP  - 2020 Jan 15", (2020, 1, 15)),
        ("DP  - 2013 Jan-Feb", (2013, 1, None)),
        ("DP  - 2019 Dec 31-2020 Jan 3", (2019, 12, 31)),
        ("DP  - 2020 Winter", (2020, None, None)),
        ("DEP - 20200115", (2020, 1, 15)),
    ],
)
def test_dates_are_read(stated: str, expected: tuple[int, int | None, int | None]) -> None:
    found = one(stated).publication
    assert found is not None
    assert (found.year, found.month, found.day) == expected


def test_eric_writes_the_same_form_without_pubmed_ids() -> None:
    text = (
        "\nOWN - ERIC\nTI  - Tests of tests\nAU  - Roe, Ann\nOID - EJ0000001\nAID - http://dx.doi.org/10.5555/t.1\n"
        "LID - http://eric.example/?id=EJ0000001\nISSN - EISSN-2375-5636\nJT  - Tests\n\nOWN - ERIC\nTI  - More\n"
    )
    (first, second), problems = read(text)
    assert (first.given_id, first.title, first.authors, first.doi) == (
        "EJ0000001",
        "Tests of tests",
        ("Ann Roe",),
        "10.5555/t.1",
    )
    assert (first.addresses, first.other_ids) == (("http://eric.example/?id=EJ0000001",), (("issn", "2375-5636"),))
    assert (second.title, problems) == ("More", [])


def test_an_entry_with_nothing_in_it_is_a_problem() -> None:
    _, (problem,) = read(f"{SALT}\nOWN - NLM\nSTAT- MEDLINE\n")
    assert (problem.message, problem.raw) == ("an entry without title, abstract or id", "OWN - NLM\nSTAT- MEDLINE")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PMID",
        "PMID: 30000001\n",
        "30000001\n30000002\n",
        "TY  - JOUR\nTI  - A\nER  - \n\nPMID- 1\n",
        "own - goal\n",
    ],
)
def test_other_text_is_not_taken_for_pubmed(text: str) -> None:
    assert not nbib.looks_like(text)


HOSTILE = (
    "PMID- ", "PMID- 1\n", "OWN - x\n\n", "{", "$", "and ", "      a\n", "a\n", "AU  - a B\n", "x\n\n", " ",
    "MH  - a/*b\n",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = SALT + "LID - x" + piece * (size // len(piece)) + "y"
        start = time.process_time()
        assert nbib.looks_like(text)
        list(nbib.read(text, "x"))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(240_000) < 10 * seconds(60_000) + 0.5


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, str, tuple[str, ...], str]:
    """The text of a well-formed entry, its id, its family names and its abstract."""
    pmid = str(draw(st.integers(1, 10**9)))
    families = tuple(draw(st.lists(strategies.capitalised, max_size=4)))
    words = draw(st.lists(strategies.words, min_size=1, max_size=30))
    lines = [f"PMID- {pmid}", "OWN - NLM", f"AB  - {words[0]}", *(f"      {word}" for word in words[1:])]
    lines += [line for name in families for line in (f"FAU - {name}, Ann", f"AU  - {name} A")]
    return "\n".join(lines), pmid, families, " ".join(words)


@effort
@given(listed=st.lists(entries(), min_size=1, max_size=5), blank=st.booleans())
def test_well_formed_entries_give_back_what_was_put_in(
    listed: list[tuple[str, str, tuple[str, ...], str]], blank: bool
) -> None:
    records, problems = read(("\n\n" if blank else "\n").join(text for text, *_ in listed))
    assert problems == []
    assert [(r.raw, r.given_id, r.families, r.abstract) for r in records] == listed


PIECES = (
    "PMID- 1", "TI  - Salt", "FAU - A, B", "OWN - NLM", "\n", "\r", "\n\n", "\r\n", "      ", " ", "AB", "- ", "\ufeff",
    "TY  - JOUR", "ER  - ", "1: ", "http://a.b/c", "\x00", "²", "salt",
)  # fmt: skip


@effort
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25))
def test_damaged_files_lose_nothing_and_keep_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    held = [item for item in nbib.read(text, "x") if item.raw]
    assert "".join("".join(item.raw for item in held).split()) == "".join(text.split())
    assert [item.place.offset for item in held] == sorted(item.place.offset for item in held)
    assert all(text[item.place.offset :].startswith(item.raw) for item in held)


def test_what_stands_before_the_first_entry_is_kept_aside() -> None:
    first, *_ = nbib.read(f"Exported from somewhere\n\n{SALT}", "x")
    assert isinstance(first, Aside)
    assert first.raw == "Exported from somewhere"
