"""CSV and TSV: recognised by the names of their columns; a bad row costs only itself. All papers are invented."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papershelf.model import Aside, Problem, Publication, Record
from papershelf.readers import tables

SHEET = "title,authors,year,doi\n"


def read(text: str) -> tuple[list[Record], list[Problem]]:
    """Records and problems; every character that is not white space is in one of them or an aside, in order."""
    items = list(tables.read(text, "x.csv"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    for item in items:
        assert text[item.place.offset : item.place.offset + len(item.raw)] == item.raw
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


def records(text: str) -> list[Record]:
    assert tables.looks_like(text)
    found, problems = read(text)
    assert problems == []
    return found


# --- Which text is a table of papers


@pytest.mark.parametrize(
    "head",
    [
        "title,authors,year",
        "\ufeffTitle;Author;Year",
        "TITLE\tYEAR",
        '"Key","Item Type","Publication Year","Author","Title"',
        '\ufeff"Authors","Author full names","Author(s) ID","Title","Year"',
        "PT\tAU\tBA\tBE\tGP\tAF\tTI\tSO\tPY\tDI\tUT",
        "id,source,entrytype,title,author,year,container,volume,number,pages,doi,abstract",
        "Paper,Link,Notes",
        "Name,Authors,Tags",
        "paper title|link|comments",
        "sep=;\nTitle;DOI",
        "Our reading list\n\nTitle,Authors,Link",
    ],
)
def test_a_first_row_that_names_columns_of_papers_is_recognised(head: str) -> None:
    assert tables.looks_like(f"{head}\nx")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title",
        "name,email,phone\nA,b,c",
        "year,month,day\n2020,1,1",
        "Ponds,Anna Brook,2016\n",
        "We study rivers, their title, and their authors.\narXiv:2407.14622\n",
        "| Title | Authors |\n|---|---|\n",
        '{"title": "a", "authors": []}',
        "@article{a, title = {b}, year = 2020}",
        "TY  - JOUR\nTI  - title, year",
        "2401.12345\n2401.12346\n",
    ],
)
def test_other_text_is_not_claimed(text: str) -> None:
    assert not tables.looks_like(text)


def test_without_names_of_columns_all_is_one_problem() -> None:
    found, (problem,) = read("Ponds,Anna Brook,2016\n")
    assert found == []
    assert str(problem) == "x.csv:1: no row names the columns; right would be: a first row as “title,authors,year,doi”"


# --- Exports


def test_zoteros_columns() -> None:
    head = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url","Abstract Note",'
        '"Date","Date Added","Pages","Issue","Volume","Journal Abbreviation","Language","Library Catalog",'
        '"Extra","Notes","Manual Tags","Automatic Tags"\n'
    )
    (found,) = records(
        f'{head}"QW12","journalArticle","2011","Feld, Ida; van der Moor, Jan","Floods, ""great"" and small",'
        '"Stream Letters","1234-5678","10.5555/river.8","https://example.org/floods","We list\nfloods.","2011-04-02",'
        '"2020-01-01 10:00:00","88-97","4","3","Str Lett","en","DOI.org","PMID: 30000011\nArXiv: 2001.08361",'
        '"<p>Good figures</p>","floods; rivers","Hydrology"\n'
    )
    assert (found.given_id, found.type, found.title) == ("QW12", "article-journal", 'Floods, "great" and small')
    assert (found.authors, found.families) == (("Ida Feld", "Jan van der Moor"), ("Feld", "van der Moor"))
    assert found.publication == Publication("Stream Letters", 2011, "3", "88", "97", "4", 4, 2)
    assert (found.doi, found.arxiv) == ("10.5555/river.8", "2001.08361")
    assert found.other_ids == (("issn", "1234-5678"), ("pmid", "30000011"))
    assert (found.keywords, found.notes) == (("floods", "rivers", "Hydrology"), ("Good figures",))
    assert (found.abstract, found.addresses, found.language) == (
        "We list floods.",
        ("https://example.org/floods",),
        "en",
    )
    assert (found.place.first, found.place.last) == (2, 4)


def test_columns_of_springerlink() -> None:
    (found,) = records(
        "Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,"
        "URL,Content Type\nWeirs,Dam Review,,7,2,10.5555/dam.7,Anna BrookBo WeirCy Lake,2019,http://example.org/a,Article\n"
    )
    assert (found.title, found.authors, found.doi) == ("Weirs", ("Anna Brook", "Bo Weir", "Cy Lake"), "10.5555/dam.7")
    assert found.publication == Publication("Dam Review", 2019, "7", number="2")


def test_scopus_columns() -> None:
    (found,) = records(
        '\ufeff"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.",'
        '"Page start","Page end","Page count","Cited by","DOI","Link","Affiliations","Abstract","Author Keywords",'
        '"Index Keywords","Document Type","Publication Stage","Open Access","Source","EID"\n'
        '"Brook A.; Weir B.C.","Brook, Anna (57190000001); Weir, Bo C. (57190000002)","57190000001; 57190000002",'
        '"Weirs at rest","2019","Dam Review","7","2","","11","19","8","0","10.5555/dam.7",'
        '"https://example.org/record?eid=1","Weir Institute","[No abstract available]","weirs; dams","Dams",'
        '"Conference Paper","Final","","Scopus","2-s2.0-85000000001"\n'
    )
    assert found.authors == ("Anna Brook", "Bo C. Weir")
    assert found.publication == Publication("Dam Review", 2019, "7", "11", "19", "2")
    assert (found.type, found.given_id, found.abstract) == ("paper-conference", "2-s2.0-85000000001", None)
    assert found.keywords == ("weirs", "dams", "Dams")


def test_web_of_science_tags_are_columns_and_its_quotation_marks_are_text() -> None:
    (found,) = records(
        "PT\tAU\tAF\tTI\tSO\tDT\tDE\tID\tAB\tPD\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tUT\tPM\n"
        'J\tBrook, A; Weir, BC\tBrook, Anna; Weir, Bo C.\t"Rivers\tSTREAM LETTERS\tArticle\trivers; weirs\tLAKES\t"We '
        "measure\tJUL 15\t2018\t3\t1\t5\t9\t\t10.5555/w.1\tWOS:000000000000001\t30000012\t\n"
    )
    assert (found.title, found.abstract) == ('"Rivers', '"We measure')
    assert found.authors == ("Anna Brook", "Bo C. Weir")
    assert found.publication == Publication("STREAM LETTERS", 2018, "3", "5", "9", "1", 7, 15)
    assert (found.given_id, found.other_ids) == ("WOS:000000000000001", (("pmid", "30000012"),))


def test_pubmeds_columns() -> None:
    (found,) = records(
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '30000013,Salt and rivers.,"Brook A, Weir BC.",Salt. 2018;4:1-2.,Brook A,Salt,2018,'
        "2018/11/05,PMC7000001,,10.5555/s.1\n"
    )
    assert found.authors == ("A. Brook", "B. C. Weir")
    assert dict(found.other_ids) == {"pmid": "30000013", "pmcid": "PMC7000001"}
    assert found.publication == Publication("Salt", 2018)


def test_the_columns_of_labelled_duplicates() -> None:
    (found,) = records(
        "id,source,entrytype,title,author,year,container,volume,number,pages,doi,abstract\n"
        'id_7,web,inproceedings,Ponds,"Drake, A. and Le Swan, M",2011,Pond Workshop,7,1,23-35,http://dx.doi.org/10.5555/P.1,\n'
    )
    assert (found.given_id, found.type, found.doi) == ("id_7", "paper-conference", "10.5555/p.1")
    assert (found.authors, found.families) == (("A. Drake", "M. Le Swan"), ("Drake", "Le Swan"))
    assert found.publication == Publication("Pond Workshop", 2011, "7", "23", "35", "1")


def test_a_spreadsheet_of_links_and_tags() -> None:
    first, second = records(
        "Title\tAuthors\tYear\tLink\tCode\tTags\tTopic\tNotes\n"
        "Ponds\tAnna Drake, Bo Swan\t2016\thttps://arxiv.org/abs/1803.04444v2\t"
        "https://github.com/drake/ponds\ta, b\tWetlands\tRead me\n"
        "Marshes\tJane Reed & Tom Rush\tin press\t\t\treeds\t\t\n"
    )
    assert (first.arxiv, first.version, first.code) == ("1803.04444", 2, ("https://github.com/drake/ponds",))
    assert (first.keywords, first.collections, first.notes) == (("a", "b"), ("Wetlands",), ("Read me",))
    assert first.authors == ("Anna Drake", "Bo Swan")
    assert (second.authors, second.publication) == (("Jane Reed", "Tom Rush"), None)


def test_a_spreadsheet_may_be_german_and_number_its_rows() -> None:
    text = (
        "Nr.;Titel;Autoren;Jahr;Zeitschrift;Link;Schlagwörter;Bemerkung\r\n"
        '1;Flüsse;"Brook, Ann; Stream, Bo";2019;Flussbriefe;https://doi.org/10.5555/fl.1;Ufer;lesen\r\n'
    )
    (found,) = records(text)
    assert (found.title, found.doi, found.keywords, found.notes) == ("Flüsse", "10.5555/fl.1", ("Ufer",), ("lesen",))
    assert found.publication == Publication("Flussbriefe", 2019)
    assert len(found.authors) == 2


def test_a_number_that_counts_the_rows_is_none_of_an_issue() -> None:
    (found,) = records("No,Title,Who,Where/When,My notes\n7,Rivers,Brook et al.,RC 2019,short\n")
    assert found.publication == Publication("RC 2019", 2019)
    assert (found.authors, found.authors_complete) == (("Brook",), False)


def test_ids_in_a_cell_as_semantic_scholar_has_them() -> None:
    ids = '"{""ArXiv"": ""2101.01234"", ""DOI"": ""10.5555/r.1"", ""CorpusId"": 77, ""PubMed"": ""30000001""}"'
    (found,) = records(f"paperId,title,externalIds\nabc,Rivers,{ids}\n")
    assert (found.arxiv, found.doi) == ("2101.01234", "10.5555/r.1")
    assert set(found.other_ids) >= {("pmid", "30000001"), ("corpusid", "77")}


def test_categories_of_arxiv_are_categories_and_others_are_topics() -> None:
    first, second = records("title,id,categories\nPonds,arXiv:1803.04444,cs.CL cs.LG\nWeirs,2,Dams\n")
    assert (first.arxiv, first.category, first.categories) == ("1803.04444", "cs.CL", ("cs.CL", "cs.LG"))
    assert (second.arxiv, second.category, second.collections) == (None, None, ("Dams",))


def test_a_source_is_a_venue_only_where_no_other_column_is() -> None:
    assert records("Title,Authors,Source\nPonds,A Drake,Pond Letters\n")[0].publication == Publication("Pond Letters")
    assert records("Title,Source,Journal\nPonds,Scopus,\n")[0].publication is None


def test_what_programs_write_for_nothing_is_nothing() -> None:
    (found,) = records("title,authors,year,volume,pmid,isbn,tags\nPonds,NA,nan,NULL,NA,N/A,None\n")
    assert (found.authors, found.publication, found.other_ids, found.keywords) == ((), None, (), ())


def test_lists_as_python_writes_them() -> None:
    (found,) = records(
        """title,authors,keywords\nPonds,"['Drake, Anna', ""O'Swan, Bo""]","['ponds, small', 'ducks']"\n"""
    )
    assert (found.authors, found.keywords) == (("Anna Drake", "Bo O'Swan"), ("ponds, small", "ducks"))


def test_keywords_may_have_commas_in_brackets() -> None:
    assert records('title,keywords\nPonds,"pond (water, still), duck"\n')[0].keywords == ("pond (water, still)", "duck")


def test_several_issns_are_several() -> None:
    (found,) = records("title,ISSN\nPonds,12345678; 8765-4321\n")
    assert found.other_ids == (("issn", "1234-5678"), ("issn", "8765-4321"))


def test_a_citation_in_the_column_of_the_source() -> None:
    (found,) = records(
        "Title,Author Names,Source\n"
        'Ponds,"Drake A.B., Swan C.",Stream Letters (2014) 3:2 (152-160). Date of Publication: March 2014\n'
    )
    assert found.authors == ("A. B. Drake", "C. Swan")
    assert found.publication == Publication("Stream Letters", 2014, "3", "152", "160", "2")


# --- Delimiters and quotes


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_seen_from_the_first_row(delimiter: str) -> None:
    text = (
        delimiter.join(("title", "authors", "year")) + "\r\n" + delimiter.join(("Ponds", '"Drake, A; Swan, B"', "2016"))
    )
    (found,) = records(text)
    assert (found.title, found.authors) == ("Ponds", ("A. Drake", "B. Swan"))


def test_excels_line_about_its_delimiter_is_an_aside() -> None:
    items = list(tables.read("sep=;\r\nTitle;Year\r\nPonds, and ducks;2016\r\n", "x"))
    assert [(type(item), item.raw) for item in items[:2]] == [(Aside, "sep=;"), (Aside, "Title;Year")]
    assert isinstance(items[2], Record)
    assert items[2].title == "Ponds, and ducks"


def test_a_cell_may_have_line_breaks_quotes_and_nul_and_rows_know_their_lines() -> None:
    text = f'{SHEET}"Ponds\r\nand ""ducks""",A Drake,2016,\r\nWei\x00rs,B Swan,2017,\r\n\r\n"L",C Reed,,10.5555/l.1\r\n'
    first, second, third = records(text)
    assert (first.title, first.raw) == ('Ponds and "ducks"', '"Ponds\r\nand ""ducks""",A Drake,2016,')
    assert [(r.place.first, r.place.last) for r in (first, second, third)] == [(2, 3), (4, 4), (6, 6)]
    assert (second.title, third.title, third.doi) == ("Wei\x00rs", "L", "10.5555/l.1")


def test_quotes_within_a_cell_are_text() -> None:
    first, second = records(f'{SHEET}"Deep" ponds,A Drake,2016,\n5" weirs,B Swan,2017,\n')
    assert (first.title, second.title) == ('"Deep" ponds', '5" weirs')


def test_a_space_before_a_quote_is_no_part_of_the_cell() -> None:
    assert records(f'{SHEET}Ponds, "Drake, Anna", 2016, \n')[0].authors == ("Anna Drake",)


def test_a_cell_told_to_be_text_is_its_text() -> None:
    assert records(f'{SHEET}Ponds,A Drake,="2016",="10.5555/p.1"\n')[0].doi == "10.5555/p.1"


# --- Rows that are wrong


@pytest.mark.parametrize("following", ['"Weirs",B Swan,2017,', "Weirs,B Swan,2017,", '"Weirs","Swan, B","2017",""'])
def test_a_quote_that_is_not_closed_costs_its_row_only(following: str) -> None:
    found, (problem,) = read(f'{SHEET}Lakes,C Reed,2015,\n"Ponds,A Drake,2016,\n{following}\nBrooks,D Fen,2018,\n')
    assert [record.title for record in found] == ["Lakes", "Ponds", "Weirs", "Brooks"]
    assert str(problem) == (
        "x.csv:3: a quotation mark that is not closed; right would be: "
        'a cell for each column; one that has a delimiter or a line break in it in quotation marks, as "a, b"'
    )


def test_a_row_with_too_few_cells_is_read_and_reported() -> None:
    found, (problem,) = read(f"{SHEET}Ponds,A Drake\nWeirs,B Swan,2017,\n")
    assert [record.title for record in found] == ["Ponds", "Weirs"]
    assert problem.message == "2 cells under 4 names of columns"


def test_a_title_cut_apart_by_its_comma_is_put_together_where_year_and_doi_tell() -> None:
    found, (problem,) = read(
        "year,doi,title,authors,link\n2016,10.5555/p.1,Ponds, and ducks,A Drake,https://example.org/p\n"
    )
    assert found == []
    assert problem.message == "6 cells under 5 names of columns"
    found, (problem,) = read("year,doi,title,link\n2016,10.5555/p.1,Ponds, and ducks,https://example.org/p\n")
    assert [(r.title, r.doi, r.addresses) for r in found] == [
        ("Ponds, and ducks", "10.5555/p.1", ("https://example.org/p",))
    ]
    assert (problem.message, problem.raw) == ("5 cells under 4 names of columns", "")


def test_a_row_with_too_many_cells_is_not_guessed_at() -> None:
    found, (problem,) = read(f"{SHEET}Ponds, and ducks,A Drake,2016,10.5555/p.1\nWeirs,B Swan,2017,\n")
    assert [record.title for record in found] == ["Weirs"]
    assert (problem.message, problem.raw) == (
        "5 cells under 4 names of columns", "Ponds, and ducks,A Drake,2016,10.5555/p.1"
    )  # fmt: skip


def test_empty_cells_behind_a_row_are_nothing() -> None:
    assert [record.title for record in records(f"{SHEET}Ponds,A Drake,2016,,,,\n")] == ["Ponds"]


def test_empty_rows_comments_and_repeated_names_of_columns_are_asides() -> None:
    found = records(f"{SHEET},,,\nPonds,A Drake,2016,\n\n# more\n{SHEET}Weirs,B Swan,2017,\n  ,  ,,\n")
    assert [record.title for record in found] == ["Ponds", "Weirs"]


def test_another_table_may_follow_with_columns_of_its_own() -> None:
    first, second = records(f"{SHEET}Ponds,A Drake,2016,\nDOI,Title\n10.5555/w.1,Weirs\n")
    assert (first.title, second.title, second.doi) == ("Ponds", "Weirs", "10.5555/w.1")


def test_rows_that_say_nothing_are_one_problem() -> None:
    found, (problem,) = read(f"{SHEET},,2016,\n,,2017,\nWeirs,C Reed,2018,\n")
    assert [record.title for record in found] == ["Weirs"]
    assert (problem.place.first, problem.place.last, problem.raw) == (2, 3, ",,2016,\n,,2017,")


def test_a_cell_of_five_megabytes_is_read() -> None:
    found, _ = read(f'{SHEET}Ponds,A Drake,2016,\n"{"w" * 5_000_000}",B Swan,2017,\nWeirs,C Reed,2018,\n')
    assert [len(record.title or "") for record in found] == [5, 5_000, 5]


@pytest.mark.parametrize(
    "piece", ['"', ",", '""', '",', ',"', "a,", " and ", ";", ", ", "\x00", " ", "10.1234/", "<i>", "(", "{"]
)
@pytest.mark.parametrize(
    "before", [SHEET, f"{SHEET}x,", f'{SHEET}x,"', "title\ttags\tnotes\nx\t", "title\tauthors\nx\t"]
)
def test_a_huge_line_does_not_hang(piece: str, before: str) -> None:
    """Nothing here is quadratic: a reader that were would take minutes."""
    read(before + piece * (500_000 // len(piece)))


# --- Laws

cells = st.text(alphabet="ab1 \n\r,;\"'|\t.é\x00=", max_size=12)
ROWS = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8)


@given(rows=ROWS)
@example(rows=[('"', "\n", '"\n"')])
def test_what_the_csv_module_writes_is_read_as_it_was(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(("id", "title", "notes"))
    for number, row in enumerate(rows):
        writer.writerow((f"k{number}", f"T{row[0]}", row[1]))
    found, _ = read(out.getvalue())
    # An `="…"` is what spreadsheets write for a text; no other cell may change but for its white space.
    assert [r.given_id for r in found] == [f"k{number}" for number in range(len(rows))]
    assert [r.title for r in found] == [" ".join(f"T{row[0]}".split()) for row in rows]


@given(
    text=st.lists(
        st.sampled_from(
            ["title", "doi", ",", '"', '""', "\n", "\r\n", "a", " ", ";", "\t", "2020", "é", "=", "\ufeff", "#"]
        )
    ).map("".join)
)
def test_no_text_loses_anything(text: str) -> None:
    read(f"title,doi\n{text}")
    read(text)


@given(
    rows=ROWS, broken=st.sampled_from(['"', '"open', 'x,"y', "a,b,c,d,e", '"a"b', "\x00", '""",']), at=st.integers(0, 8)
)
def test_a_broken_row_costs_no_neighbour(rows: list[tuple[str, str, str]], broken: str, at: int) -> None:
    lines = [f'k{number},"T{number}",{number}' for number in range(len(rows))]
    lines.insert(min(at, len(lines)), broken)
    found, _ = read("id,title,notes\n" + "\n".join(lines))
    assert {f"T{number}" for number in range(len(rows))} <= {record.title for record in found}
