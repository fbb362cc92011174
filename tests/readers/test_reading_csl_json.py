"""CSL-JSON and what services answer: entry by entry, whatever is broken between. All papers are invented."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf.model import Aside, Problem, Publication, Record
from papershelf.readers import csl_json

ITEM = {"id": "drake16", "type": "article-journal", "title": "Ponds", "issued": {"date-parts": [[2016, 4, 2]]}}


def read(text: str) -> tuple[list[Record], list[Problem]]:
    """Records and problems; every character that is not white space is in one of them or an aside, in order."""
    items = list(csl_json.read(text, "x.json"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    for item in items:
        assert text[item.place.offset : item.place.offset + len(item.raw)] == item.raw
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


def record(**item: Any) -> Record:
    text = json.dumps([{**ITEM, **item}])
    assert csl_json.looks_like(text)
    (found,), problems = read(text)
    assert problems == []
    return found


# --- Which text is CSL-JSON


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ITEM]),
        json.dumps(ITEM, indent=2),
        json.dumps({"items": [ITEM]}),
        "\ufeff\n" + json.dumps([ITEM]),
        '[{"title": "Ponds", "DOI": "10.5555/p.1"',
        '{"title": "Ponds", "author": []}\n{"title": "Weirs"}\n',
    ],
)
def test_json_that_speaks_of_papers_is_recognised(text: str) -> None:
    assert csl_json.looks_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[1, 2]",
        '{"name": "pkg", "author": "A", "type": "module"}',
        "@article{a, title={b}}",
        "{\\rtf1}",
        '["title"]',
    ],
)
def test_other_text_is_not_claimed(text: str) -> None:
    assert not csl_json.looks_like(text)


# --- Fields


def test_a_line_of_arxivs_metadata_is_read_whole() -> None:
    text = (
        '{"id":"2103.01234","submitter":"Ann Brook","title":"Rivers at\\n  rest",'
        '"comments":"12 pages","journal-ref":"J. Rivers 12 (2021) 101-119","doi":"10.5555/River.1",'
        '"license":"http://creativecommons.org/licenses/by/4.0/","categories":"cs.CL cs.LG","abstract":"  We look.\\n",'
        '"versions":[{"version":"v1","created":"Mon, 1 Mar 2021 18:00:00 GMT"},'
        '{"version":"v2","created":"Sat, 3 Apr 2021 18:00:00 GMT"}],'
        '"authors_parsed":[["Brook","Ann",""],["Stream","Bo van den","Jr."]]}'
    )
    (found, other), problems = read(f"{text}\n{text.replace('2103.01234', '2103.01235')}\n")
    assert (problems, other.arxiv, other.place.first) == ([], "2103.01235", 2)
    assert (found.arxiv, found.version, found.doi) == ("2103.01234", 2, "10.5555/river.1")
    assert (found.title, found.abstract, found.comments) == ("Rivers at rest", "We look.", ("12 pages",))
    assert (found.created, found.updated) == (date(2021, 3, 1), date(2021, 4, 3))
    assert (found.authors, found.families[0]) == (("Ann Brook", "Bo van den Stream Jr."), "Brook")
    assert (found.categories, found.type) == (("cs.CL", "cs.LG"), "article")
    assert found.publication == Publication("J. Rivers", 2021, "12", "101", "119")
    assert found.licence == "http://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("value", ["{}", '{{"value": {}}}'])
def test_notes_of_openreview_are_read_in_both_forms(value: str) -> None:
    said = {"title": '"Rivers"', "authors": '["Ann Brook", "Bo Stream"]', "venue": '"RiverConf 2024 oral"'}
    content = ", ".join(f'"{key}": {value.format(one)}' for key, one in said.items())
    text = f'{{"notes": [{{"id": "b1", "forum": "b1", "content": {{{content}}}}}]}}'
    (found,), problems = read(text)
    assert (problems, found.title, found.authors) == ([], "Rivers", ("Ann Brook", "Bo Stream"))
    assert found.other_ids == (("openreview", "b1"),)
    assert found.publication is not None
    assert (found.publication.venue, found.publication.year) == ("RiverConf 2024", 2024)


def test_a_whole_item() -> None:
    found = record(
        author=[
            {"family": "Drake", "given": "Anna B."},
            {"family": "Hasselt", "given": "Hado", "non-dropping-particle": "van"},
            {"family": "Fontaine", "given": "Jean", "dropping-particle": "de la"},
            {"family": "Brook", "given": "Carl", "suffix": "Jr."},
            {"literal": "The Pond Collaboration"},
        ],
        volume=7,
        issue="1",
        page="33–41",
        publisher="Pond Press",
        DOI="https://doi.org/10.5555/P.1",
        URL="https://example.org/ponds",
        abstract="<jats:p>We look at ponds.</jats:p>",
        keyword="ponds, ducks",
        note="PMID: 30000021\nRead me",
        language="en",
        ISSN="1234-5678",
        PMCID="PMC7000021",
        **{"container-title": "Pond Letters", "citation-key": "drakePonds"},
    )
    assert (found.given_id, found.type, found.title) == ("drake16", "article-journal", "Ponds")
    assert found.authors == (
        "Anna B. Drake",
        "Hado van Hasselt",
        "Jean de la Fontaine",
        "Carl Brook Jr.",
        "The Pond Collaboration",
    )
    assert found.families == ("Drake", "van Hasselt", "de la Fontaine", "Brook", "")
    assert found.authors_complete
    assert found.publication == Publication("Pond Letters", 2016, "7", "33", "41", "1", 4, 2, "Pond Press")
    assert (found.doi, found.addresses, found.abstract) == (
        "10.5555/p.1",
        ("https://example.org/ponds",),
        "We look at ponds.",
    )
    assert found.other_ids == (("pmcid", "PMC7000021"), ("issn", "1234-5678"), ("pmid", "30000021"))
    assert (found.keywords, found.notes, found.language) == (("ponds", "ducks"), ("Read me",), "en")


@pytest.mark.parametrize(
    ("issued", "found"),
    [
        ({"date-parts": [["2016", "4", "2"]]}, (2016, 4, 2)),
        ({"date-parts": [[2016]]}, (2016, None, None)),
        ({"date-parts": [2016, 4]}, (2016, 4, None)),
        ({"date-parts": [[2016, 4, 2], [2016, 4, 5]]}, (2016, 4, 2)),
        ({"raw": "2016-04-02"}, (2016, 4, 2)),
        ({"literal": "April 2016"}, (2016, 4, None)),
        ("2016-04", (2016, 4, None)),
        ({"year": 2016}, (2016, None, None)),
    ],
)
def test_dates_have_many_forms(issued: Any, found: tuple[int, ...]) -> None:
    publication = record(issued=issued).publication
    assert publication is not None
    assert (publication.year, publication.month, publication.day) == found


@pytest.mark.parametrize(
    "issued", [{}, [], None, {"date-parts": []}, {"date-parts": [[None]]}, {"literal": "in press"}, 7.5e300]
)
def test_no_date_is_no_problem(issued: Any) -> None:
    found = read(json.dumps([{**ITEM, "issued": issued}]))[0][0]
    assert found.publication is None


@pytest.mark.parametrize(
    "fields",
    [
        {"archive": "arXiv", "number": "arXiv:2001.08361"},
        {"publisher": "arXiv", "number": "arXiv:2001.08361"},
        {"archive": "arXiv", "archive_location": "2001.08361"},
        {"container-title": "arXiv:2001.08361 [cs.LG]"},
        {"note": "arXiv:2001.08361 [cs.LG]"},
        {"URL": "http://arxiv.org/abs/2001.08361"},
        {"DOI": "10.48550/arXiv.2001.08361"},
    ],
)
def test_an_arxiv_id_is_found_wherever_it_stands(fields: dict[str, Any]) -> None:
    assert record(type="article", **fields).arxiv == "2001.08361"


def test_csls_article_is_a_preprint() -> None:
    assert record(type="article").type == "article"
    assert record(type="journal-article").type == "article-journal"


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Drake, Anna and Swan, Bo", ("Anna Drake", "Bo Swan")),
        (["Anna Drake", "Swan, Bo"], ("Anna Drake", "Bo Swan")),
        ([{"family": "OceanTeam"}], ("OceanTeam",)),
        ([{"given": "Anna"}], ("Anna",)),
        ([{"literal": "Drake, Anna"}], ("Anna Drake",)),
        ([{"family": "Drake", "given": "Anna"}, {"literal": "et al."}], ("Anna Drake",)),
        ([None, 5, {}, [], {"family": {}}, {"family": "Drake", "given": []}], ("5", "Drake")),
        ({"family": "Drake", "given": "Anna"}, ("Anna Drake",)),
    ],
)
def test_authors_have_many_forms(author: Any, authors: tuple[str, ...]) -> None:
    assert record(author=author).authors == authors


def test_zoteros_own_words() -> None:
    (found,), _ = read(
        json.dumps(
            {
                "config": {"id": "x", "options": {}},
                "collections": {"AB": {"key": "AB", "name": "Ponds", "items": [1, 2]}},
                "items": [
                    {
                        "itemID": 1,
                        "itemType": "journalArticle",
                        "citationKey": "drakePonds",
                        "title": "Ponds",
                        "creators": [
                            {"firstName": "Anna", "lastName": "Drake", "creatorType": "author"},
                            {"firstName": "Ed", "lastName": "Itor", "creatorType": "editor"},
                            {"name": "Pond Team", "creatorType": "author"},
                        ],
                        "date": "2016-04-02",
                        "publicationTitle": "Pond Letters",
                        "pages": "33-41",
                        "extra": "PMID: 30000021",
                        "tags": [{"tag": "ponds"}, {"tag": "ducks", "type": 1}],
                        "abstractNote": "We look.",
                        "notes": [{"note": "<p>Read me</p>"}],
                        "attachments": [{"itemType": "attachment", "title": "PDF"}],
                    },
                    {"itemType": "attachment", "title": "PDF"},
                ],
            }
        )
    )
    assert (found.given_id, found.type, found.authors) == ("drakePonds", "article-journal", ("Anna Drake", "Pond Team"))
    assert found.publication == Publication("Pond Letters", 2016, None, "33", "41", None, 4, 2)
    assert (found.keywords, found.notes, found.other_ids) == (("ponds", "ducks"), ("Read me",), (("pmid", "30000021"),))


def test_crossrefs_answer() -> None:
    work = {
        "DOI": "10.5555/P.1", "type": "journal-article", "title": ["Ponds"], "container-title": ["Pond Letters"],
        "author": [{"given": "Anna", "family": "Drake", "sequence": "first", "affiliation": []}],
        "published-print": {"date-parts": [[2016, 4]]}, "URL": "http://dx.doi.org/10.5555/p.1", "ISSN": ["1234-5678"],
        "reference": [{"key": "r1", "doi-asserted-by": "publisher", "DOI": "10.5555/w.1", "article-title": "Weirs"}],
    }  # fmt: skip
    for answer in (
        {"status": "ok", "message-type": "work-list", "message": {"facets": {}, "total-results": 1, "items": [work]}},
        {"status": "ok", "message-type": "work", "message": work},
    ):
        (found,), problems = read(json.dumps(answer))
        assert problems == []
        assert (found.doi, found.title, found.authors, found.addresses) == ("10.5555/p.1", "Ponds", ("Anna Drake",), ())
        assert found.publication == Publication("Pond Letters", 2016, month=4)


def test_items_may_be_kept_by_their_ids_and_under_any_name() -> None:
    one, two = {**ITEM, "title": "One"}, {**ITEM, "title": "Two"}
    for kept in ({"k1": one, "k2": two}, {"meta": {"n": 2}, "shelf": {"books": [one, two]}}, [[one], [two]]):
        found, problems = read(json.dumps(kept))
        assert ([record.title for record in found], problems) == (["One", "Two"], [])


def test_zoteros_programming_interface_puts_items_into_data() -> None:
    answer = [
        {
            "key": "AB12",
            "version": 3,
            "library": {"id": 1},
            "data": {"key": "AB12", "itemType": "book", "title": "Ponds"},
        }
    ]
    (found,), problems = read(json.dumps(answer))
    assert (found.given_id, found.type, found.title, problems) == ("AB12", "book", "Ponds", [])


def test_openalex_answer() -> None:
    work = {
        "id": "https://openalex.org/W7", "doi": "https://doi.org/10.5555/p.1", "display_name": "Ponds",
        "type": "article",
        "publication_year": 2016, "publication_date": "2016-04-02",
        "authorships": [{"author_position": "first", "author": {"id": "A1", "display_name": "Anna Drake"}}],
        "primary_location": {
            "landing_page_url": "https://doi.org/10.5555/p.1", "source": {"display_name": "Pond Letters"}
        },
        "biblio": {"volume": "7", "issue": "1", "first_page": "33", "last_page": "41"},
        "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/30000021"},
        "abstract_inverted_index": {"We": [0], "look": [1, 3], "and": [2]},
    }  # fmt: skip
    (found,), problems = read(json.dumps({"meta": {"count": 1}, "results": [work], "group_by": []}))
    assert problems == []
    assert (found.title, found.type, found.authors) == ("Ponds", "article-journal", ("Anna Drake",))
    assert found.publication == Publication("Pond Letters", 2016, "7", "33", "41", "1", 4, 2)
    assert (found.abstract, found.other_ids) == ("We look and look", (("pmid", "30000021"),))


def test_semantic_scholars_answer() -> None:
    paper = {
        "paperId": "0" * 40, "title": "Ponds", "year": 2016, "venue": "StreamConf", "publicationTypes": ["Conference"],
        "externalIds": {"ArXiv": "2001.08361", "DOI": "10.5555/p.1", "CorpusId": 7, "ACL": "P16-1001"},
        "authors": [{"authorId": "1", "name": "Anna Drake"}], "journal": {"name": "ArXiv", "volume": "abs/2001.08361"},
        "openAccessPdf": {"url": "https://example.org/p.pdf"},
    }  # fmt: skip
    (found,), problems = read(json.dumps({"total": 1, "data": [paper]}))
    assert problems == []
    assert (found.arxiv, found.doi, found.authors) == ("2001.08361", "10.5555/p.1", ("Anna Drake",))
    assert found.other_ids == (("acl", "P16-1001"), ("corpusid", "7"))
    assert found.publication == Publication("StreamConf", 2016, "abs/2001.08361")


# --- Frames and places


def test_brackets_and_commas_are_asides_and_items_know_their_lines() -> None:
    text = '[\n  {"id": 1, "title": "Ponds"},\n  {"id": 2,\n   "title": "Weirs"}\n]\n'
    items = list(csl_json.read(text, "x"))
    assert [item.raw for item in items if isinstance(item, Aside)] == ["[", ",", "]"]
    assert [(r.given_id, r.place.first, r.place.last) for r in items if isinstance(r, Record)] == [
        ("1", 2, 2),
        ("2", 3, 4),
    ]
    assert items[1].raw == '{"id": 1, "title": "Ponds"}'


def test_several_lists_in_a_row_and_one_item_a_line_are_read() -> None:
    one, two = json.dumps({**ITEM, "title": "One"}), json.dumps({**ITEM, "title": "Two"})
    for text in (f"[{one}]\n[{two}]", f"{one}\n{two}\n", f"[{one} {two}]"):
        found, problems = read(text)
        assert ([record.title for record in found], problems) == (["One", "Two"], [])


def test_an_empty_list_says_nothing() -> None:
    assert read("[]") == read('{"items": []}') == ([], [])


# --- What is broken


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": 2, "title": }',
        '{"id": 2, "title": "Weirs" "year": 2017}',
        '{"id": 2, "title": "Weirs, "author": [{"family": "Swan"}]}',
        '{"id": 2, "title": "Weirs", "author": [{"family": "Swan"}',
        '{"id": 2, "title": "Weirs", "author": {"family": "Swan"}]}',
        "{'id': 2, 'title': 'Weirs'}",
        '{"id": 2, "title": "We\\xirs"}',
        '{"id": 2, title: "Weirs"}',
        '{"id": 2,',
        '{"a":' * 3_000 + "1" + "}" * 3_000,
    ],
)
def test_a_broken_item_costs_no_neighbour(broken: str) -> None:
    first, last = '{"id": 1, "title": "Ponds"}', '{"id": 3, "title": "Lakes", "author": [{"family": "Reed"}]}'
    found, problems = read(f"[\n{first},\n{broken},\n{last}\n]")
    assert [record.title for record in found] == ["Ponds", "Lakes"]
    assert problems
    assert (problems[0].place.first, problems[0].raw[:9]) == (3, broken.rstrip(",")[:9])


def test_a_problem_says_where_json_ends_and_what_would_be_right() -> None:
    _, (problem,) = read('[{"id": 1,\n "title": }]')
    assert str(problem) == (
        "x.json:1: no JSON: expecting value in line 2; right would be: "
        'an item as {"type": "article-journal", "title": "…", "DOI": "10.1234/abc"}'
    )


def test_what_is_no_entry_is_a_problem() -> None:
    found, problems = read('[{"id": 1, "title": "Ponds"}, 7, "Weirs", {"family": "Swan"}, null]')
    assert [record.title for record in found] == ["Ponds"]
    assert [problem.raw for problem in problems] == ['7, "Weirs"', '{"family": "Swan"}', "null]"]


def test_words_that_are_no_json_numbers_are_taken_as_they_are() -> None:
    (found,), problems = read(
        '[{"id": NaN, "title": "Ponds", "volume": -Infinity, "issued": {"date-parts": [[2016.0]]}}]'
    )
    assert (found.given_id, problems) == ("NaN", [])
    assert found.publication == Publication("", 2016, "-Infinity")


def test_odd_values_never_end_the_reading() -> None:
    huge = "9" * 10_000
    found, _ = read(
        f'[{{"id": {huge}, "title": "A\\ud800", "volume": {huge}, "title": "Ponds\\ud800"}}, '
        '{"title": "We\nirs", "id": []}]'
    )
    assert [record.title for record in found] == ["Ponds\ud800", "We irs"]


KEYS = """
id type title author issued container-title page volume DOI URL note keyword abstract archive number creators tags
externalIds ids biblio journal primary_location authorships abstract_inverted_index data extra publisher
"""
INNER_KEYS = "family given literal name date-parts raw tag title author source url"
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("2016")
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER_KEYS.split()), inner, max_size=3),
    max_leaves=8,
)
TOKENS = [
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    '"',
    "\\",
    '"title"',
    '"id"',
    '"a"',
    "1",
    "null",
    "NaN",
    " ",
    "\n",
    "é",
    '"items":',
]


@given(item=st.dictionaries(st.sampled_from(KEYS.split()), values))
@settings(max_examples=200)
def test_values_of_any_type_are_read_without_an_error(item: dict[str, Any]) -> None:
    read(json.dumps([item, ITEM]))


@given(tokens=st.lists(st.sampled_from([*TOKENS, json.dumps(ITEM), '"\\ud800"']), max_size=40))
@settings(max_examples=200)
def test_no_text_loses_anything(tokens: list[str]) -> None:
    read("".join(tokens))


PIECES = [
    "{",
    "[",
    '"',
    '{"',
    '{"a":',
    '[{"a":',
    '{"title":',
    "{}",
    "},{",
    "a,",
    '"a":"a",',
    '"title":"',
    "\\",
    "]",
    '"a":[',
    "\n{",
    '{"a":{"title":"x","id":1}',
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_huge_line_does_not_hang(piece: str) -> None:
    """Nothing here is quadratic: a reader that were would take minutes."""
    read('[{"id": 1, "title": "Ponds"},' + piece * (300_000 // len(piece)))
