"""RIS as reference managers, publishers and databases write it. All papers are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strategies
from papershelf import readers
from papershelf.model import Aside, Problem, Publication, Record
from papershelf.names import is_collective
from papershelf.readers import ris

MEANDERS = "TY  - JOUR\nTI  - Meanders\nAU  - Feld, Ida\nER  - \n"
effort = settings(max_examples=60, deadline=None)


def read(text: str) -> tuple[list[Record], list[Problem]]:
    assert readers.recognise(text) == ris.NAME
    items = list(readers.read(text, "x.ris"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


def one(*lines: str) -> Record:
    """The record of an entry with these lines, of which nothing is wrong."""
    (record,), problems = read("\n".join(("TY  - JOUR", "TI  - Meanders", *lines, "ER  - ", "")))
    assert problems == []
    return record


def test_an_entry_of_zotero_is_read_whole() -> None:
    record = one(
        "AU  - Feld, Ida", "AU  - Moor, Jan van der", "T2  - Journal of River Studies", "DA  - 2017/03/02/",
        "PY  - 2017", "DO  - 10.5555/River.2017.3", "DP  - DOI.org", "VL  - 9", "IS  - 1", "SP  - 3", "EP  - 21",
        "LA  - en", "SN  - 1234-567X", "UR  - https://example.org/meanders", "AB  - We follow a river.",
        "KW  - rivers", "N1  - Lent to Bo", "J2  - J. Riv. Stud.",
    )  # fmt: skip
    assert record.type == "article-journal"
    assert record.authors == ("Ida Feld", "Jan van der Moor")
    assert record.families == ("Feld", "van der Moor")
    assert record.authors_complete
    assert record.publication == Publication("Journal of River Studies", 2017, "9", "3", "21", "1", 3, 2)
    assert (record.doi, record.language) == ("10.5555/river.2017.3", "en")
    assert record.other_ids == (("issn", "1234-567X"),)
    assert record.addresses == ("https://example.org/meanders",)
    assert (record.abstract, record.keywords, record.notes) == ("We follow a river.", ("rivers",), ("Lent to Bo",))


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r", "\n\n"])
def test_any_kind_of_line_break_parts_lines(breaks: str) -> None:
    (record,), problems = read(MEANDERS.replace("\n", breaks))
    assert (record.title, record.authors, problems) == ("Meanders", ("Ida Feld",), [])


@pytest.mark.parametrize(
    "text",
    [
        MEANDERS.replace("  - ", "  -"),
        MEANDERS.replace("  - ", " - "),
        MEANDERS.replace("  - ", "- "),
        MEANDERS.replace("  - ", "   - "),
        MEANDERS.replace("TY", "ty").replace("TI", "ti").replace("AU", "au").replace("ER", "er"),
        MEANDERS.replace("\n", "\n  "),
        "\ufeff" + MEANDERS,
        "\ufeff\n\n" + MEANDERS,
        MEANDERS.replace("TI  - ", "TI - "),
    ],
)
def test_spaces_and_case_of_tags_may_be_wrong(text: str) -> None:
    (record,), problems = read(text)
    assert (record.title, record.authors, record.type, problems) == ("Meanders", ("Ida Feld",), "article-journal", [])


def test_a_line_without_tag_goes_on_with_the_value_before_it() -> None:
    record = one("AB  - It turns left", "more often - as we", "do - than right.", "N1  - one", "two")
    assert record.abstract == "It turns left more often - as we do - than right."
    assert record.notes == ("one two",)


def test_keywords_stand_one_a_line_with_or_without_tag_or_with_semicolons() -> None:
    record = one("KW  - rivers", "*lakes", "KW  - ponds; rivers", "KW  - Water/*analysis")
    assert record.keywords == ("rivers", "lakes", "ponds", "Water/analysis")


def test_a_missing_end_is_reported_and_costs_no_entry() -> None:
    (a, b, c), problems = read(f"TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\n\n{MEANDERS}")
    assert (a.title, b.title, c.title) == ("A", "B", "Meanders")
    assert [str(problem) for problem in problems] == [
        "x.ris:1: no ER line ends this entry; right would be: “ER  - ” after its other lines",
        "x.ris:3: no ER line ends this entry; right would be: “ER  - ” after its other lines",
    ]


def test_a_missing_beginning_is_reported_and_the_entry_kept() -> None:
    (a, b), (problem,) = read(f"{MEANDERS}TI  - Sluices\nPY  - 2012\nER  - \n")
    assert (a.title, b.title, b.type, str(b.place)) == ("Meanders", "Sluices", "", "x.ris:5-7")
    assert problem.message == "no TY line begins this entry"


def test_a_file_that_begins_without_type_is_still_known_by_its_tags() -> None:
    (record,), (problem,) = read("\ufeff\nJF  - River Letters\nT1  - Sluices\nER  -\n")
    assert (record.title, problem.message) == ("Sluices", "no TY line begins this entry")


def test_an_entry_that_holds_nothing_is_a_problem() -> None:
    (record,), (empty, nameless) = read(f"TY  - JOUR\nER  - \nTY  - BOOK\nPY  - 2001\nER  - \n{MEANDERS}")
    assert record.title == "Meanders"
    assert (empty.message, empty.raw) == ("an entry that holds nothing", "TY  - JOUR\nER  -")
    assert nameless.message == "an entry without title, abstract or id"


def test_what_databases_write_between_entries_is_nothing_to_speak_of() -> None:
    text = f"Record #1 of 2\nProvider: Somebody\n1.\n{MEANDERS}\nRecord #2 of 2\n2.\n{MEANDERS}"
    asides = [item for item in readers.read(text, "x") if isinstance(item, Aside)]
    assert [aside.raw for aside in asides] == ["Record #1 of 2\nProvider: Somebody\n1.", "Record #2 of 2\n2."]
    assert read(text)[1] == []


@pytest.mark.parametrize("text", ["see https://example.org/a", "as 10.5555/abc says", "x" * 2001])
def test_text_between_entries_that_could_be_a_paper_is_a_problem(text: str) -> None:
    _, (problem,) = read(f"{MEANDERS}{text}\n{MEANDERS}")
    assert (problem.raw, str(problem.place)) == (text, "x.ris:5")
    assert problem.message.endswith("belongs to no entry")


@pytest.mark.parametrize(
    ("lines", "venue"),
    [
        (["JF  - Journal of Rivers", "JO  - J. Riv.", "T2  - Journal of Rivers"], "Journal of Rivers"),
        (["T2  - Journal of Rivers", "JO  - J. Riv."], "Journal of Rivers"),
        (["JO  - Journal of Rivers", "T2  - Special issue on weirs"], "Journal of Rivers"),
        (["T2  - Journal of Rivers", "J2  - J. Riv."], "Journal of Rivers"),
        (["JA  - J. Riv."], "J. Riv."),
        (["BT  - Weir Workshop"], "Weir Workshop"),
        (["C3  - Weir Workshop"], "Weir Workshop"),
    ],
)
def test_the_venue_is_found_in_whatever_tag_it_stands(lines: list[str], venue: str) -> None:
    publication = one(*lines).publication
    assert publication is not None
    assert publication.venue == venue


@pytest.mark.parametrize(
    ("lines", "year", "month", "day"),
    [
        (["PY  - 2016///"], 2016, None, None),
        (["PY  - 2016/12//"], 2016, 12, None),
        (["PY  - 2016", "DA  - 2016/07/15/"], 2016, 7, 15),
        (["PY  - 2004", "DA  - JUL"], 2004, 7, None),
        (["Y1  - 1-3 Oct. 2019"], 2019, 10, 1),
        (["Y1  - 1900/01/01", "DA  - 1950/02/03"], 1950, 2, 3),
        (["PY  - 2013/02/15/received", "PY  - 2013/04/18"], 2013, 4, 18),
        (["PY  - 2001", "DA  - 2024/05/06"], 2001, None, None),
        (["PY  - ///", "PY  - 0000", "Y1  - 2002"], 2002, None, None),
        (["PY  - in press"], None, None, None),
    ],
)
def test_dates_come_in_several_tags_and_forms(
    lines: list[str], year: int | None, month: int | None, day: int | None
) -> None:
    found = one(*lines).publication or Publication("")
    assert (found.year, found.month, found.day) == (year, month, day)


def test_a_year_that_is_none_is_reported() -> None:
    (record,), (problem,) = read("TY  - JOUR\nTI  - Meanders\nPY  - soon\nER  - \n")
    assert (record.title, problem.message) == ("Meanders", "“soon” is no year")


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (["SP  - 12", "EP  - 34"], "12", "34"),
        (["SP  - 12-34"], "12", "34"),
        (["SP  - 12-34", "EP  - 34"], "12", "34"),
        (["SP  - e0815"], "e0815", None),
        (["EP  - 423"], "423", None),
        (["C7  - 104"], "104", None),
        (["SP  - 193", "EP  - 193"], "193", None),
    ],
)
def test_pages_come_in_one_tag_or_two(lines: list[str], first: str, last: str | None) -> None:
    found = one(*lines).publication
    assert found is not None
    assert (found.first_page, found.last_page) == (first, last)


def test_the_number_of_pages_of_a_book_is_no_page() -> None:
    (record,), _ = read(
        "TY  - BOOK\nTI  - Dams\nPY  - 1999\nSP  - 342\nPB  - River Press\nT2  - Water Series\nER  - \n"
    )
    assert record.publication == Publication("", 1999, publisher="River Press")


@pytest.mark.parametrize(
    "line",
    [
        "DO  - 10.5555/Abc",
        "DO  - https://doi.org/10.5555/abc",
        "M3  - doi: 10.5555/abc",
        "L3  - 10.5555/abc",
        "N1  - doi: 10.5555/abc",
        "UR  - http://dx.doi.org/10.5555/abc",
        "L1  - doi:10.5555/abc",
    ],
)
def test_the_doi_is_found_in_whatever_tag_it_stands(line: str) -> None:
    record = one(line)
    assert (record.doi, record.notes, record.addresses) == ("10.5555/abc", (), ())


@pytest.mark.parametrize(
    "line", ["AN  - arXiv:2401.12345", "M1  - arXiv:2401.12345", "UR  - http://arxiv.org/abs/2401.12345"]
)
def test_a_preprint_has_its_arxiv_id(line: str) -> None:
    assert one(line).arxiv == "2401.12345"


def test_ids_of_pubmed_are_known_by_their_database_or_brackets() -> None:
    assert one("DB  - PubMed", "AN  - 30000001").other_ids == (("pmid", "30000001"),)
    assert one("U1  - 30000001[pmid]", "C2  - PMC7000001").other_ids == (("pmid", "30000001"), ("pmcid", "PMC7000001"))
    assert one("DB  - Scopus", "AN  - 30000001").other_ids == ()


def test_addresses_are_of_the_web_one_or_several() -> None:
    record = one("UR  - https://a.example/x;http://b.example", "UR  - //c.example/y", "L1  - file:///home/me/a.pdf")
    assert record.addresses == ("https://a.example/x", "http://b.example", "https://c.example/y")
    assert one("UR  - <Go to ISI>://WOS:000123", "L1  - internal-pdf://1.pdf").addresses == ()


def test_authors_stay_in_order_whatever_their_tags_and_are_not_doubled() -> None:
    assert one("A1  - Bach, Ruth", "AU  - Chen, Xiu", "AU  - Dam, Ira").authors == ("Ruth Bach", "Xiu Chen", "Ira Dam")
    assert one("AU  - Bach, Ruth", "AU  - Chen, Xiu", "A1  - Bach, Ruth").authors == ("Ruth Bach", "Xiu Chen")
    assert one("AU  - Bach, Ruth; Chen, Xiu").authors == ("Ruth Bach", "Xiu Chen")
    assert one("AU  - Adams, Harold P., Jr.").authors == ("Harold P. Adams Jr.",)
    assert not one("AU  - Bach, Ruth", "AU  - et al.").authors_complete


def test_editors_stand_for_the_authors_of_a_book_only() -> None:
    (book, paper), _ = read("TY  - BOOK\nTI  - A\nED  - Bach, R.\nER  - \nTY  - CONF\nTI  - B\nA2  - Dam, I.\nER  - \n")
    assert (book.authors, paper.authors) == (("R. Bach",), ())


def test_what_programs_count_is_no_note() -> None:
    assert one("N1  - Cited By :44", "N1  - Export Date: 1 April 2016", "RN  - read it").notes == ("read it",)


def test_unknown_tags_and_types_are_no_mistakes() -> None:
    (record,), problems = read("TY  - XYZ\nTI  - Meanders\nZZ  - 1\nH1  - shelf\nER  - \n")
    assert (record.type, record.title, problems) == ("", "Meanders", [])


def test_paragraphs_of_an_abstract_stay_apart() -> None:
    assert one("AB  - We follow", "a river.", "", "It turns left.").abstract == "We follow a river.\n\nIt turns left."


def test_a_title_may_stand_in_the_tag_of_the_book_or_the_journal() -> None:
    (book, cited), _ = read("TY  - BOOK\nBT  - Dams\nER  - \nTY  - JOUR\nT2  - Weirs of 2015\nPY  - 0000\nER  - \n")
    assert (book.title, cited.title, cited.publication) == ("Dams", "Weirs of 2015", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TY",
        "A paper.\n\nTY is a tag.",
        "@article{a,\n title = {TY  - JOUR}}",
        "PMID- 1\nTI  - A\nER  - \n",
        "tidy - up\n",
    ],
)
def test_other_text_is_not_taken_for_ris(text: str) -> None:
    assert not ris.looks_like(text)


HOSTILE = (
    "TY  - ", "TY  - \n", "TY  - \nER  - \n", "{", "$", "and ", "a\n", "AU  - a;", "KW  - a\n", " ",
    "UR  - http://a.b ;", ";",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = MEANDERS[:-7] + "UR  - " + piece * (size // len(piece))
        start = time.process_time()
        assert ris.looks_like(text)
        list(ris.read(text, "x"))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(240_000) < 10 * seconds(60_000) + 0.5


_NO_VALUE = str.maketrans("", "", ";\x00\ud800\u200b\u202e")
values = strategies.sentences.map(lambda text: " ".join(text.translate(_NO_VALUE).split()))
names = st.builds("{}, {}".format, strategies.capitalised, strategies.capitalised).filter(
    lambda name: not is_collective(name)  # Aa, Authors
)


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, str, list[str], list[str]]:
    """The text of a well-formed entry, its title, its authors and its keywords."""
    title = f"{draw(strategies.capitalised)} {draw(strategies.words)}"
    authors = draw(st.lists(names, max_size=4, unique=True))
    keywords = draw(st.lists(strategies.words, max_size=3, unique=True))
    lines = [f"TI  - {title}", *(f"AU  - {a}" for a in authors), *(f"KW  - {k}" for k in keywords)]
    if draw(st.booleans()):
        lines.append(f"XX  - {draw(values)}")
    return "\n".join(("TY  - JOUR", *lines, "ER  - ")), title, authors, keywords


@effort
@given(listed=st.lists(entries(), min_size=1, max_size=5), between=st.sampled_from(("\n", "\n\n", "\n2.\n")))
def test_well_formed_entries_give_back_what_was_put_in(
    listed: list[tuple[str, str, list[str], list[str]]], between: str
) -> None:
    records, problems = read(between.join(text for text, *_ in listed))
    assert problems == []
    assert [(r.raw, r.title, r.keywords) for r in records] == [
        (t.strip(), title, tuple(k)) for t, title, _, k in listed
    ]
    assert [r.families for r in records] == [tuple(a.partition(",")[0] for a in authors) for *_, authors, _ in listed]


PIECES = (
    "TY  - JOUR", "ER  - ", "TI  - Weirs", "TY  -", "\n", "\r", "\n\n", " ", "AU", "  - ", "\ufeff", "ty - x",
    "PMID- 1", "1.", "http://a.b/c", "\x00", "²",
)  # fmt: skip


@effort
@given(pieces=st.lists(st.sampled_from(PIECES) | values, max_size=25))
@example(pieces=["TY  - JOUR", "\r", "ER  - "])
def test_damaged_files_lose_nothing_and_keep_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    items = list(ris.read(text, "x"))
    held = [item for item in items if item.raw]
    assert "".join("".join(item.raw for item in held).split()) == "".join(text.split())
    assert [item.place.offset for item in held] == sorted(item.place.offset for item in held)
    assert all(text[item.place.offset :].startswith(item.raw) for item in held)
