"""A paper as an item of CSL-JSON, and as a reference of RIS and a row of CSV made from it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, get_args

import jsonschema
import pytest

from papershelf.exports import FORMATS, Known, csl, ris, table
from papershelf.model import Paper, Publication, RecordType
from tiny_library import library, paper, settings

_TEXT, _NAME = {"type": "string"}, {"type": "string", "minLength": 1}
# The variables that are written here, as csl-data.json of CSL 1.0.2 has them; and the types that Zotero's importer lets
# in: all but `software`. One wrong record makes it refuse the file.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type"],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(
            ("id", "citation-key", "title", "abstract", "genre", "publisher", "number", "container-title",
             "collection-title", "volume", "issue", "page", "DOI", "URL", "PMID", "PMCID", "ISBN", "ISSN", "keyword",
             "language", "note"),
            _TEXT,
        ),
        "type": {"enum": [each for each in get_args(RecordType) if each not in ("", "software")]},
        "author": {
            "type": "array",
            "items": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": False,
                "properties": dict.fromkeys(("family", "given", "suffix", "literal"), _NAME),
            },
        },
        "issued": {
            "type": "object",
            "required": ["date-parts"],
            "additionalProperties": False,
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 2,
                    "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                }
            },
        },
    },
}  # fmt: skip


def test_a_preprint_is_the_one_form_that_zotero_reads_as_a_preprint() -> None:
    assert csl.item(paper()) == {
        "id": "quill-brush-2401.00001",
        "type": "article",
        "citation-key": "quill-brush-2401.00001",
        "title": "Rivers of ink",
        "author": [{"family": "Quill", "given": "Ada"}, {"family": "Brush", "given": "Ben"}],
        "issued": {"date-parts": [[2024, 1, 2]]},
        "genre": "Preprint",
        "publisher": "arXiv",
        "number": "arXiv:2401.00001",
        "DOI": "10.48550/arXiv.2401.00001",
        "URL": "https://arxiv.org/abs/2401.00001",
        "abstract": "We pour ink into rivers.",
    }


def test_a_published_paper_is_cited_as_published_and_keeps_its_arxiv_id() -> None:
    made = csl.item(
        paper(
            type="article-journal",
            publication=Publication("Journal of Ink", 2025, "12A", "45", "67", "3", 5, 6, "Ink Press"),
            doi="10.1000/1",
        )
    )
    assert made["issued"] == {"date-parts": [[2025, 5, 6]]}
    told = {
        name: made[name] for name in ("type", "container-title", "volume", "issue", "page", "publisher", "DOI", "note")
    }
    assert told == {
        "type": "article-journal",
        "container-title": "Journal of Ink",
        "volume": "12A",
        "issue": "3",
        "page": "45-67",
        "publisher": "Ink Press",
        "DOI": "10.1000/1",
        "note": "arXiv:2401.00001",
    }
    assert "genre" not in made


def test_a_published_paper_without_a_doi_does_not_get_that_of_its_preprint() -> None:
    assert "DOI" not in csl.item(paper(publication=Publication("ICML", 2025)))


def test_a_preprint_of_another_server_names_that_server() -> None:
    made = csl.item(paper("x1", arxiv=None, type="article", doi="10.1101/2020.01.01.123456",
                          publication=Publication("bioRxiv preprint", 2020)))  # fmt: skip
    assert (made["genre"], made["publisher"]) == ("Preprint", "bioRxiv")
    assert "number" not in made


def test_the_month_of_an_arxiv_id_is_not_told_as_a_date() -> None:
    made = paper("2110.11943", submitted=None, order=(2021, 10, 0), order_source="arXiv id")
    assert csl.item(made)["issued"] == {"date-parts": [[2021]]}


@pytest.mark.parametrize(
    ("name", "family", "written"),
    [
        ("Hado van Hasselt", "van Hasselt", {"family": "van Hasselt", "given": "Hado"}),
        ("Hado van Hasselt", "", {"family": "van Hasselt", "given": "Hado"}),
        ("Gabriel García Márquez", "García Márquez", {"family": "García Márquez", "given": "Gabriel"}),
        ("王小明", "王", {"family": "王", "given": "小明"}),
        ("Martin Moss Jr.", "Moss", {"family": "Moss", "given": "Martin", "suffix": "Jr."}),
        ("Gemma Team", "Team", {"literal": "Gemma Team"}),
        ("OpenAI", "", {"literal": "OpenAI"}),
        ("Madonna", "", {"family": "Madonna"}),
        ("Institute of Ink, Paris", "Institute of Ink, Paris", {"literal": "Institute of Ink, Paris"}),
        (r"Malham\'e", "", {"family": "Malhamé"}),
    ],
)
def test_names_are_parted_where_they_may_be(name: str, family: str, written: dict[str, str]) -> None:
    made = paper(authors=(name,), families=(family,) if family else ())
    assert csl.item(made)["author"] == [written]


def test_a_name_of_nothing_to_see_is_no_author() -> None:
    assert csl.item(paper(authors=("\u200b", "Ada Quill")))["author"] == [{"family": "Quill", "given": "Ada"}]


def every_type() -> list[Paper]:
    place = Publication("Place", 2020, "1", "2", "3", "4", 5, 6, "House")
    types = get_args(RecordType)
    ids = (("pmid", "1"), ("pmcid", "PMC1"), ("isbn", "9780000000002"), ("issn", "0000-0000"), ("acl", "A00-1000"))
    return [
        paper(f"x{number}", type=each, publication=place, arxiv=None, other_ids=ids, keywords=("ink; water", "a_b"),
              language="en-GB", title=r"\emph{On} $\alpha$")
        for number, each in enumerate(types)
    ] + [paper("x", title=None, label="x", authors=(), abstract=None, language="Klingon")]  # fmt: skip


def test_every_item_is_valid_and_of_a_type_that_zotero_imports() -> None:
    for made in every_type():
        jsonschema.validate(csl.item(made), SCHEMA)


def test_a_file_of_items_is_one_json_list() -> None:
    known = Known.of(library(paper()), settings())
    entries = [csl.entry(made) for made in (paper(), paper("2401.00002"))]
    assert [item["id"] for item in json.loads(FORMATS["csl-json"].of(entries, known))] == [
        "quill-brush-2401.00001",
        "quill-brush-2401.00002",
    ]
    assert json.loads(FORMATS["csl-json"].of([], known)) == []


def test_a_preprint_in_ris_is_generic_with_an_author_a_line() -> None:
    assert ris.entry(
        paper(authors=("Ada Quill", "Team of Ink, Paris", "Martin Moss Jr."), keywords=("ink", "rivers"))
    ) == (
        "TY  - GEN\r\n"
        "ID  - quill-brush-2401.00001\r\n"
        "AU  - Quill, Ada\r\n"
        "AU  - Team of Ink Paris\r\n"
        "AU  - Moss, Martin, Jr.\r\n"
        "PY  - 2024\r\n"
        "DA  - 2024/01/02/\r\n"
        "TI  - Rivers of ink\r\n"
        "PB  - arXiv\r\n"
        "DO  - 10.48550/arXiv.2401.00001\r\n"
        "UR  - https://arxiv.org/abs/2401.00001\r\n"
        "KW  - ink\r\n"
        "KW  - rivers\r\n"
        "AB  - We pour ink into rivers.\r\n"
        "ER  - "
    )


def test_a_line_break_in_a_source_starts_no_tag_of_ris() -> None:
    made = ris.entry(paper(title="A\nER  - \nTY  - JOUR", abstract="x\r\nER  - \r\nTY  - JOUR"))
    assert [line for line in made.split("\r\n") if line.startswith(("TY", "ER"))] == ["TY  - GEN", "ER  - "]


def rows(*papers: Paper) -> list[dict[str, str]]:
    known = Known.of(library(*papers), settings())
    text = FORMATS["csv"].of((table.row(each, known) for each in papers), known)
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_of_csv_has_every_column() -> None:
    (row,) = rows(paper(title='Rivers, "ink"', publication=Publication("ICML", 2025, None, "4", "9")))
    assert row == {
        "id": "2401.00001",
        "key": "quill-brush-2401.00001",
        "title": 'Rivers, "ink"',
        "authors": "Quill, Ada; Brush, Ben",
        "year": "2025",
        "date": "2025",
        "type": "paper-conference",
        "venue": "ICML",
        "volume": "",
        "number": "",
        "pages": "4-9",
        "publisher": "",
        "doi": "",
        "arxiv": "2401.00001",
        "category": "cs.CL",
        "topics": "Ink",
        "address": "https://example.org/tiny/papers/2401.00001/",
        "url": "https://arxiv.org/abs/2401.00001",
        "status": "",
        "rating": "",
        "tags": "",
        "why": "",
    }


@pytest.mark.parametrize("title", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)"])
def test_a_spreadsheet_runs_no_cell(title: str) -> None:
    assert rows(paper(title=title))[0]["title"] == f"'{title}"
