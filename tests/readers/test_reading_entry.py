"""Fields of an entry → record: names, ids, pages, dates, markup in every usual form. All papers are invented."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papershelf.model import Problem, Publication, Record
from papershelf.readers import entry
from papershelf.readers.entry import Fields, Name
from papershelf.readers.entry.dates import when
from papershelf.readers.entry.dois import doi_in
from papershelf.readers.entry.numbers import page_count, pages, volume_and_number
from papershelf.readers.sheet import Sheet


def read(**fields: Any) -> tuple[Record, list[str]]:
    """The record of an entry, and what is said about it."""
    first, *rest = entry.record(Sheet("an entry", "x.bib", "BibTeX"), 0, 8, Fields(**{"title": "Rivers", **fields}))
    assert isinstance(first, Record)
    return first, [item.message for item in rest if isinstance(item, Problem)]


def record(**fields: Any) -> Record:
    found, remarks = read(**fields)
    assert remarks == []
    return found


# --- Names


@pytest.mark.parametrize(
    ("text", "shown", "family"),
    [
        ("Brook, Anna", "Anna Brook", "Brook"),
        ("van den Weir, Bo Jan", "Bo Jan van den Weir", "van den Weir"),
        ("Weir, Bo van den", "Bo van den Weir", "van den Weir"),
        ("Anna Brook", "Anna Brook", ""),
        ("Brook, Jr., Carl P.", "Carl P. Brook Jr.", "Brook"),
        ("Brook, Carl P., Jr.", "Carl P. Brook Jr.", "Brook"),
        ("Carl P. Brook, Jr.", "Carl P. Brook Jr.", "Brook"),
        ("Carl Brook III", "Carl Brook III", ""),
        ("Brook A", "A. Brook", "Brook"),
        ("Brook AB", "A. B. Brook", "Brook"),
        ("Brook A. B.", "A. B. Brook", "Brook"),
        ("Brook A.-B.", "A.-B. Brook", "Brook"),
        ("Brook A-B", "A.-B. Brook", "Brook"),
        ("De Toro-Brook J.", "J. De Toro-Brook", "De Toro-Brook"),
        ("van 't Weir P", "P. van 't Weir", "van 't Weir"),
        ("Brook AB Jr", "A. B. Brook Jr", "Brook"),
        ("Brook, AB", "A. B. Brook", "Brook"),
        ("Brook, A. B.", "A. B. Brook", "Brook"),
        ("O'Brook P", "P. O'Brook", "O'Brook"),
        ("A. Brook", "A. Brook", ""),
        ("AB Brook", "AB Brook", ""),
        ("BROOK, Anna", "Anna BROOK", "BROOK"),
        ("BROOK A", "A. BROOK", "BROOK"),
        ("Anna BROOK", "Anna BROOK", ""),
        ("Brook, Anna (57190000001)", "Anna Brook", "Brook"),
        ("Brook, Anna (0000-0002-1825-0097)", "Anna Brook", "Brook"),
        ("Gemma Team", "Gemma Team", ""),
        ("The Ocean Collaboration", "The Ocean Collaboration", ""),
        ("Collaboration, Ocean", "Ocean Collaboration", ""),
        ("Lake AI", "Lake AI", ""),
        ("Brook,", "Brook", ""),
        ("Ångström, Öl", "Öl Ångström", "Ångström"),
        ("河流", "河流", ""),
        ("Brook &amp; Weir Foundation", "Brook & Weir Foundation", ""),
    ],
)
def test_a_name_is_shown_given_name_first_and_its_family_name_is_kept(text: str, shown: str, family: str) -> None:
    assert entry.names([text]) == ((Name(shown, family),), False)


def test_other_names_of_the_list_tell_what_capitals_are() -> None:
    assert [name.text for name in entry.names(["Ivanov AI", "Brook J"])[0]] == ["A. I. Ivanov", "J. Brook"]
    assert [name.text for name in entry.names(["Wei LI", "Jeanne RIVIERE"])[0]] == ["Wei LI", "Jeanne RIVIERE"]


@pytest.mark.parametrize("last", ["et al.", "et al", "and others", "others", "…", "...", ", et al."])
def test_a_list_that_is_not_complete_says_so(last: str) -> None:
    assert entry.names(["Brook, Anna", last]) == ((Name("Anna Brook", "Brook"),), True)


def test_et_al_may_be_glued_to_a_name() -> None:
    assert entry.names(["Brook A et al."]) == ((Name("A. Brook", "Brook"),), True)
    assert entry.names(["Etal, Anna"]) == ((Name("Anna Etal", "Etal"),), False)


@pytest.mark.parametrize("text", ["[Anonymous]", "Anonymous", "[No author name available]", "n/a", "", " "])
def test_nobody_is_no_author(text: str) -> None:
    assert entry.names([text]) == ((), False)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Brook, A and Le Weir, M", ["Brook, A", "Le Weir, M"]),
        ("Brook A. and Weir G. F.", ["Brook A.", "Weir G. F."]),
        ("Brook, Anna; Weir, Bo", ["Brook, Anna", "Weir, Bo"]),
        ("J&uuml;rgen Brook, Jos&#233; Weir", ["Jürgen Brook", "José Weir"]),
        ("Br&ouml;k, Anna; Weir, Bo", ["Brök, Anna", "Weir, Bo"]),
        ("Brook, A.; Weir, B. and Lake, C.", ["Brook, A.", "Weir, B.", "Lake, C."]),
        ("Anna Brook|Bo Weir", ["Anna Brook", "Bo Weir"]),
        ("Anna Brook\nBo Weir", ["Anna Brook", "Bo Weir"]),
        ("Brook A, Weir B", ["Brook A", "Weir B"]),
        ("Brook A., Weir B.C., Lake D.", ["Brook A.", "Weir B.C.", "Lake D."]),
        ("Brook, A., Weir, B.", ["Brook, A.", "Weir, B."]),
        ("Anna Brook, Bo Weir", ["Anna Brook", "Bo Weir"]),
        ("Anna Brook, Bo Weir and Cy Lake", ["Anna Brook", "Bo Weir", "Cy Lake"]),
        ("Anna Brook, Bo Weir, & Cy Lake", ["Anna Brook", "Bo Weir", "Cy Lake"]),
        ("Anna Brook, OceanTeam, Bo Weir", ["Anna Brook", "OceanTeam", "Bo Weir"]),
        ("Anna Brook, et al.", ["Anna Brook", "et al."]),
        ("Brook, Anna", ["Brook, Anna"]),
        ("van Weir, Bo P.", ["van Weir, Bo P."]),
        ("Brook Lopez, Anna J.", ["Brook Lopez, Anna J."]),
        ("Brook Lopez, Anna J. (57000001)", ["Brook Lopez, Anna J. (57000001)"]),
        ("Brook, Carl Luther, Jr.", ["Brook, Carl Luther, Jr."]),
        ("Brook, Carl, Jr. and Weir, Bo", ["Brook, Carl, Jr.", "Weir, Bo"]),
        ("Brook, Anna and OceanTeam", ["Brook, Anna", "OceanTeam"]),
        ("Brook, Anna, Weir, Bo", ["Brook, Anna", "Weir, Bo"]),
        ("Anderson Brook", ["Anderson Brook"]),
        ("Anna BrookBo McWeirCy van den Lake", ["Anna Brook", "Bo McWeir", "Cy van den Lake"]),
        ("Mary JoAnn Brook", ["Mary JoAnn Brook"]),
        ("", []),
        (" ; ", []),
    ],
)
def test_an_author_cell_is_cut_between_names_and_never_within_one(cell: str, names: list[str]) -> None:
    assert entry.split_names(cell) == names


@given(text=st.text(alphabet="AaBbé.,;-& |'\n(0", max_size=40))
def test_any_text_may_stand_where_names_should(text: str) -> None:
    found, _ = entry.names(entry.split_names(text))
    assert all(name.text.strip() == name.text != "" for name in found)


def test_a_list_of_names_has_an_end() -> None:
    found, others = entry.names(["Brook A"] * 30_000)
    assert (len(found), others) == (20_000, True)


# --- Ids


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/abc.5",
        "10.1234/ABC.5.",
        "doi:10.1234/abc.5",
        "DOI 10.1234/abc.5",
        "https://doi.org/10.1234/abc.5",
        "http://dx.doi.org/10.1234%2Fabc.5",
        "https://doi.org/10.1234/abc.5?utm_source=feed",
        "10.1234/abc.5 [doi]",
        "10.1234/abc.5 (accessed yesterday)",
        "10.1234/abc.5; 10.1234/other",
        "10.1234/abc.5;10.1234/other",
        "https://doi.org/10.1234/abc.5/",
    ],
)
def test_a_doi_is_found_in_any_form(text: str) -> None:
    assert record(doi=text).doi == "10.1234/abc.5"


def test_a_doi_may_have_brackets_and_escaped_characters() -> None:
    assert doi_in("http://dx.doi.org/10.1234/S0000-0000%2813%2900001-3") == "10.1234/s0000-0000(13)00001-3"
    assert doi_in("10.1234/(SICI)1:2/3&lt;4::AID-X5&gt;6.0;2-2") == "10.1234/(sici)1:2/3<4::aid-x5>6.0;2-2"


@pytest.mark.parametrize("text", ["10/fqd6hj", "https://doi.org/10/fqd6hj"])
def test_a_short_doi_is_an_address(text: str) -> None:
    found = record(doi=text)
    assert (found.doi, found.addresses) == (None, ("https://doi.org/10/fqd6hj",))


def test_an_address_in_the_place_of_a_doi_is_an_address() -> None:
    assert record(doi="http://example.org/rivers.pdf").addresses == ("http://example.org/rivers.pdf",)


@pytest.mark.parametrize("text", ["", "n/a", "-", "none", "NaN", "No DOI"])
def test_no_doi_is_nothing_to_speak_about(text: str) -> None:
    assert record(doi=text).doi is None


def test_what_is_no_doi_is_reported() -> None:
    assert read(doi="10. 1234/abc")[1] == ["“10. 1234/abc” is no DOI"]
    assert read(doi="see below")[1] == ["“see below” is no DOI"]


@pytest.mark.parametrize(
    "fields",
    [
        {"arxiv": "2001.08361v2"},
        {"arxiv": "arXiv:2001.08361v2"},
        {"doi": "10.48550/arXiv.2001.08361v2"},
        {"addresses": ["http://arxiv.org/pdf/2001.08361v2.pdf"]},
        {"venue": "arXiv preprint arXiv:2001.08361v2"},
        {"venue": "CoRR abs/2001.08361v2"},
        {"venue": "CoRR", "volume": "abs/2001.08361v2"},
        {"publisher": "arXiv", "number": "arXiv:2001.08361v2"},
        {"notes": ["arXiv:2001.08361v2 [cs.LG]"]},
        {"notes": ["arXiv: 2001.08361v2"]},
        {"notes": ["worth it\narXiv: 2001.08361v2 [cs.LG]"]},
        {"arxiv": "2001.08361v2 [cs.LG]"},
    ],
)
def test_an_arxiv_id_is_found_wherever_it_is_stated(fields: dict[str, Any]) -> None:
    found = record(**fields)
    assert (found.arxiv, found.version, found.doi, found.addresses) == ("2001.08361", 2, None, ())


def test_a_note_that_only_speaks_of_an_arxiv_paper_states_no_id() -> None:
    found = record(notes=["Extends arXiv:2001.08361 by lakes"])
    assert (found.arxiv, found.notes) == (None, ("Extends arXiv:2001.08361 by lakes",))


@pytest.mark.parametrize(
    "venue", ["arXiv:2001.08361 [cs.LG]", "arXiv preprint arXiv:2001.08361 [cs.LG]", "ArXiv abs/2001.08361 [cs.LG]"]
)
def test_arxiv_is_no_venue_and_what_came_out_there_is_a_preprint(venue: str) -> None:
    found = record(venue=venue, type="article-journal", year="2020", volume="abs/2001.08361", pages="1-9")
    assert (found.arxiv, found.category, found.type) == ("2001.08361", "cs.LG", "article")
    assert found.publication == Publication("", 2020)


@pytest.mark.parametrize("venue", ["CoRR", "arXiv", "arXiv e-prints", "arXiv (Cornell University)", "arXiv: Learning"])
def test_arxiv_without_an_id_is_no_venue_either(venue: str) -> None:
    found = record(venue=venue, year="2020", type="article-journal")
    assert (found.publication, found.type, found.arxiv) == (Publication("", 2020), "article", None)


def test_a_corrosion_journal_is_not_the_computing_research_repository() -> None:
    found = record(venue="Corrosion Science", year="2020", type="article-journal")
    assert (found.publication, found.type) == (Publication("Corrosion Science", 2020), "article-journal")


def test_a_published_paper_keeps_its_venue_beside_its_arxiv_id() -> None:
    found = record(venue="StreamConf", year="2021", type="paper-conference", arxiv="2001.08361")
    assert (found.arxiv, found.type, found.publication) == (
        "2001.08361",
        "paper-conference",
        Publication("StreamConf", 2021),
    )


def test_another_preprint_server_is_a_venue_of_preprints() -> None:
    found = record(venue="bioRxiv", year="2020", type="article-journal")
    assert (found.type, found.publication) == ("article", Publication("bioRxiv", 2020))


def test_what_is_no_arxiv_id_is_reported() -> None:
    assert read(arxiv="2013.99999")[1] == ["“2013.99999” is no arXiv id"]


def test_addresses_go_where_they_belong() -> None:
    found = record(
        addresses=[
            "https://openreview.net/forum?id=AbCdEf1234",
            "https://aclanthology.org/2020.acl-main.1/",
            "https://pubmed.ncbi.nlm.nih.gov/30000001/",
            "https://dblp.org/rec/conf/stream/BrookW20.html",
            "https://dl.acm.org/doi/10.1145/1234567.7654321",
            "https://github.com/brook/rivers",
            "https://huggingface.co/brook/rivers-7b",
            "https://example.org/rivers.pdf https://example.org/talk",
            "www.example.org/poster",
        ]
    )
    assert dict(found.other_ids) == {
        "openreview": "AbCdEf1234",
        "acl": "2020.acl-main.1",
        "pmid": "30000001",
        "dblp": "conf/stream/BrookW20",
    }
    assert found.doi == "10.1145/1234567.7654321"
    assert found.code == ("https://github.com/brook/rivers", "https://huggingface.co/brook/rivers-7b")
    assert found.addresses[-3:] == (
        "https://example.org/rivers.pdf",
        "https://example.org/talk",
        "https://www.example.org/poster",
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///C:/papers/a.pdf", "ftp://example.org/a", "https://"]
)
def test_only_web_addresses_are_addresses(address: str) -> None:
    found, remarks = read(addresses=[address])
    assert (found.addresses, found.code) == ((), ())
    assert remarks == [f"“{address}” is no web address"]


def test_backslashes_of_tex_are_no_part_of_an_address() -> None:
    assert record(addresses=[r"\url{https://example.org/a\_b\%20c}"]).addresses == ("https://example.org/a_b%20c",)


def test_lines_of_a_reference_managers_notes_say_ids() -> None:
    found = record(
        notes=["PMID: 30000001\nPMCID: PMC7000001\nDOI: 10.1234/x\nComment: 12 pages, 3 figures\nRead twice"]
    )
    assert found.other_ids == (("pmid", "30000001"), ("pmcid", "PMC7000001"))
    assert (found.doi, found.page_count, found.comments) == ("10.1234/x", 12, ("12 pages, 3 figures",))
    assert found.notes == ("Read twice",)


def test_what_programs_write_into_notes_is_no_note() -> None:
    assert record(notes=["tex.ids= brook20\ntex.hal_id: hal-1\nCitation Key: brook\nLent to Bo"]).notes == (
        "Lent to Bo",
    )


def test_a_note_with_a_colon_stays_a_note() -> None:
    assert record(notes=["Main point: rivers bend."]).notes == ("Main point: rivers bend.",)


def test_comments_say_pages_code_and_venue() -> None:
    found = record(comments=["9 pages, 2 figures", "https://github.com/brook/rivers", "Published in StreamConf 2024"])
    assert (found.page_count, found.code) == (9, ("https://github.com/brook/rivers",))
    assert found.publication is not None
    assert (found.publication.venue, found.publication.year) == ("StreamConf", 2024)


def test_a_stated_venue_is_believed_before_a_comment() -> None:
    found = record(venue="Stream Letters", year="2025", comments=["Published in StreamConf 2024"])
    assert found.publication == Publication("Stream Letters", 2025)


# --- Numbers


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12--34", "12", "34"),
        ("12–34", "12", "34"),
        ("12 - 34", "12", "34"),
        ("pp. 3-9", "3", "9"),
        ("pp.3-9", "3", "9"),
        ("3-9 pp.", "3", "9"),
        ('"288-297"', "288", "297"),
        ("221-8", "221", "228"),
        ("1012-25", "1012", "1025"),
        ("199-3", "199", "3"),
        ("S258-S259", "S258", "S259"),
        ("S40-3", "S40", "S43"),
        ("e735-46", "e735", "e746"),
        ("100A-101A", "100A", "101A"),
        ("HS-3-HS-13", "HS-3", "HS-13"),
        ("1:1-1:22", "1:1", "1:22"),
        ("xi-xx", "xi", "xx"),
        ("12, 15-18", "12", "18"),
        ("473-479,481", "473", "481"),
        ("901-7; quiz 907", "901", "907"),
        ("1-113, iii-iv", "1", "113"),
        ("284-+", "284", None),
        ("3+", "3", None),
        ("15-15", "15", None),
        ("e1003", "e1003", None),
        ("CD004746", "CD004746", None),
        ("Art. No. 103114", "103114", None),
        ("Article e1003", "e1003", None),
        ("12.", "12", None),
        ("1-20 (20 pages)", "1", "20"),
        ("xv, 351", None, None),
        ("94 p", None, None),
        ("n/a-n/a", None, None),
        ("0-0", None, None),
        ("–", None, None),
        ("No Pagination Specified", None, None),
        ("[Epub ahead of print]", None, None),
        ("Rivers and the 7 lakes", None, None),
    ],
)
def test_pages_are_read_in_every_usual_form(text: str, first: str | None, last: str | None) -> None:
    assert pages(text) == (first, last, "")


def test_pages_that_a_spreadsheet_took_for_a_date_are_mended_and_reported() -> None:
    found, remarks = read(pages="01-Apr", year="2020")
    assert found.publication == Publication("", 2020, first_page="1", last_page="4")
    assert remarks == ["“01-Apr” is a date, read as pages 1-4"]
    assert pages("Jan-13") == ("1", "13", "is a date")
    assert read(pages="2.05031E+15")[1] == ["“2.05031E+15” is no page"]


def test_a_number_of_pages_is_no_page() -> None:
    assert [page_count(text) for text in ("94 p", "xii, 94 pages", "94", "3-9 pp.", "0 p.")] == [
        94,
        94,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("volume", "number", "found"),
    [
        ("12", "3", ("12", "3")),
        ("Vol. 12", "No. 3", ("12", "3")),
        ("volume 12", "Issue 3", ("12", "3")),
        ("20 (11)", "", ("20", "11")),
        ("38 (Supplement 1)", "", ("38", "Supplement 1")),
        ("12(3)", "3", ("12", "3")),
        ("12(3)", "4", ("12(3)", "4")),
        ("16 (1) (no pagination)", "", ("16", "1")),
        ("24 Suppl 3", "", ("24 Suppl 3", None)),
        ("[Epub ahead of print]", "n/a", (None, None)),
        ("XII", "", ("XII", None)),
    ],
)
def test_volume_and_issue_are_cleaned(volume: str, number: str, found: tuple[str | None, str | None]) -> None:
    assert volume_and_number(volume, number) == (*found, "")


def test_the_end_of_a_bracket_is_no_volume() -> None:
    found, remarks = read(volume="1)", venue="Streams")
    assert found.publication == Publication("Streams")
    assert remarks == ["“1)” is no volume"]


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        (("2021",), (2021, None, None)),
        (("c2021",), (2021, None, None)),
        (("[2021]",), (2021, None, None)),
        (("2021.0",), (2021, None, None)),
        (("2021–2022",), (2021, None, None)),
        (("1486/87",), (1486, None, None)),
        (("2021-07-03",), (2021, 7, 3)),
        (("2021/07/03/",), (2021, 7, 3)),
        (("2021-07",), (2021, 7, None)),
        (("2021-00-00",), (2021, None, None)),
        (("2021-07-03T10:00:00Z",), (2021, 7, 3)),
        (("20210703",), (2021, 7, 3)),
        (("2021 Jul 3",), (2021, 7, 3)),
        (("2021 Jul-Aug",), (2021, 7, None)),
        (("July 2021",), (2021, 7, None)),
        (("July 3, 2021",), (2021, 7, 3)),
        (("3 July 2021",), (2021, 7, 3)),
        (("Spring 2021",), (2021, None, None)),
        (("2021", "7"), (2021, 7, None)),
        (("2021", "jul", "3"), (2021, 7, 3)),
        (("2021", "JUL 15"), (2021, 7, 15)),
        (("2021", "JUL-AUG"), (2021, 7, None)),
        (("2021", "13"), (2021, None, None)),
        (("in press",), (None, None, None)),
        (("In Press.",), (None, None, None)),
        (("n.d.",), (None, None, None)),
        (("to appear",), (None, None, None)),
        (("forthcoming",), (None, None, None)),
        (("",), (None, None, None)),
        (("0000",), (None, None, None)),
    ],
)
def test_dates_are_read_in_every_usual_form(stated: tuple[str, ...], found: tuple[int | None, ...]) -> None:
    date = when(*stated)
    assert (date.year, date.month, date.day, date.wrong) == (*found, "")


def test_what_is_no_date_is_reported() -> None:
    assert read(year="soon?")[1] == ["“soon?” is no year"]
    assert read(year="²")[1] == ["“²” is no year"]
    found, remarks = read(year="2021-02-30")
    assert (found.publication, remarks) == (Publication("", 2021, month=2), ["“2021-02-30” has no day 2021-02-30"])


# --- Text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Rivers &amp; lakes", "Rivers & lakes"),
        ("Rivers &amp;amp; lakes", "Rivers & lakes"),
        ("<i>Salmo</i> in CO<sub>2</sub>", "Salmo in CO2"),
        ("&lt;i&gt;Salmo&lt;/i&gt; in spring", "Salmo in spring"),
        ("The &lt;b&gt; tag", "The <b> tag"),
        ("where a < b and c > d", "where a < b and c > d"),
        ("if a <b and c> d", "if a <b and c> d"),
        ("one<br/>two<p>three</p>", "one two three"),
        ('<span class="x">Rivers</span>', "Rivers"),
        ('<mml:math xmlns:mml="m"><mml:mi>x</mml:mi></mml:math>-rivers', "x-rivers"),
        ("AT&T and R&D; Q&copy", "AT&T and R&D; Q&copy"),
        ("a\n  b\t c", "a b c"),
        ("Rivers of China. [Chinese]", "Rivers of China. [Chinese]"),
        ("Rivers.", "Rivers."),
    ],
)
def test_markup_of_databases_is_read_and_nothing_else(text: str, plain: str) -> None:
    assert record(title=text).title == plain


def test_paragraphs_of_an_abstract_stay_apart() -> None:
    assert record(abstract="We measure.\r\n\r\nThey bend.").abstract == "We measure.\n\nThey bend."
    jats = "<jats:title>Abstract</jats:title><jats:p>We measure.</jats:p>\n<jats:p>They bend.</jats:p>"
    assert record(abstract=jats).abstract == "We measure.\n\nThey bend."


@pytest.mark.parametrize("text", ["[No abstract available]", "No abstract available.", "n/a"])
def test_no_abstract_is_none(text: str) -> None:
    assert record(abstract=text).abstract is None


def test_an_entry_that_names_nothing_at_all_is_a_problem_with_its_text() -> None:
    (problem,) = entry.record(Sheet("@misc{a}", "x.bib", "BibTeX"), 0, 8, Fields(year="2020", venue="Streams"))
    assert isinstance(problem, Problem)
    assert (problem.raw, problem.message) == ("@misc{a}", "an entry without title, abstract or id")


def test_an_entry_without_a_title_is_a_record_that_is_reported() -> None:
    found, remarks = read(title="", id="a", authors=[Name("Anna Brook")], venue="Streams", year="2020")
    assert (found.title, found.given_id, found.publication) == (None, "a", Publication("Streams", 2020))
    assert remarks == ["an entry without title, abstract or id"]


def test_values_beyond_all_measure_are_cut_and_reported() -> None:
    found, remarks = read(title="river " * 100_000, abstract="river " * 100_000, venue="r" * 1_000_000)
    assert len(found.title or "") < 5_001
    assert len(found.abstract or "") < 100_001
    assert remarks == [
        "the title has 600,000 characters, cut after 5,000",
        "the abstract has 600,000 characters, cut after 100,000",
        "the venue has 1,000,000 characters, cut after 5,000",
    ]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("inproceedings", "paper-conference"),
        ("Conference Paper", "paper-conference"),
        ("proceedings-article", "paper-conference"),
        ("article", "article-journal"),
        ("journalArticle", "article-journal"),
        ("Article; Early Access", "article-journal"),
        ("preprint", "article"),
        ("posted-content", "article"),
        ("phdthesis", "thesis"),
        ("bookSection", "chapter"),
        ("paper-conference", "paper-conference"),
        ("legal_case", "legal_case"),
        ("misc", ""),
        ("", ""),
    ],
)
def test_kinds_of_entries_are_one_word_in_the_end(word: str, kind: str) -> None:
    assert entry.record_type(word) == kind


def test_a_value_is_stated_once() -> None:
    found = record(keywords=["rivers", " rivers ", "", "lakes"], collections=["A", "A"], language=" en ")
    assert (found.keywords, found.collections, found.language) == (("rivers", "lakes"), ("A",), "en")
