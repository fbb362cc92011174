"""Abstracts without titles in the formats of programs: their text, an id or a day tells which paper it is."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from papershelf import readers
from papershelf.model import Problem, Record

ABSTRACT = (
    'We show that rivers rest where nobody looks at them. A "survey" of three hundred rivers, by boat and on foot, '
    "finds that they stay where they are, and that their beds move by less than a hand in a year."
)
DAY = date(2021, 4, 12)


def records(text: str) -> list[Record]:
    found = list(readers.read(text, "x"))
    assert not [item for item in found if isinstance(item, Problem)]
    return [item for item in found if isinstance(item, Record)]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@pytest.mark.parametrize(
    "item",
    [
        {"arxiv_id": "2104.05678v2", "summary": ABSTRACT, "published": "2021-04-12T17:59:59Z"},
        {"id": "2104.05678", "abstract": ABSTRACT, "date": "2021-04-12"},
        {"arxivId": "2104.05678", "abstract": ABSTRACT, "submitted": "12 Apr 2021"},
        {
            "entry_id": "x",
            "arxiv": "2104.05678",
            "summary": ABSTRACT,
            "published": "2021-04-12",
            "updated": "2021-05-01",
        },
    ],
)
def test_json_with_an_abstract_and_no_title(item: dict[str, Any]) -> None:
    for text in (json.dumps([item]), json.dumps(item) + "\n" + json.dumps(item)):
        for record in records(text):
            assert (record.title, record.abstract, record.arxiv, record.created) == (None, ABSTRACT, "2104.05678", DAY)


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("id,abstract,date", f"2104.05678,{quoted(ABSTRACT)},2021-04-12"),
        ("arxiv,submitted,abstract", f"2104.05678,12 Apr 2021,{quoted(ABSTRACT)}"),
        ("id\tabstract\tsubmission date", f"arXiv:2104.05678v2\t{quoted(ABSTRACT)}\t2021-04-12"),
    ],
)
def test_a_table_with_an_abstract_and_no_title(head: str, row: str) -> None:
    (record,) = records(f"{head}\n{row}\n")
    assert (record.title, record.abstract, record.arxiv, record.created) == (None, ABSTRACT, "2104.05678", DAY)


def test_a_table_of_nothing_but_abstracts() -> None:
    assert [one.abstract for one in records(f"abstract\n{quoted(ABSTRACT)}\n{quoted(ABSTRACT)}\n")] == [ABSTRACT] * 2
    assert readers.recognise(f"Abstract\n{ABSTRACT}\n") != "CSV and TSV"


def test_a_table_in_markdown_with_abstracts() -> None:
    (record,) = records(f"| id | abstract |\n|----|----------|\n| 2104.05678 | {ABSTRACT} |\n")
    assert (record.abstract, record.arxiv) == (ABSTRACT, "2104.05678")


def test_a_labelled_abstract_with_its_day() -> None:
    for label in ("Date", "Created", "Submitted", "Submission date"):
        (record,) = records(f"ID: 17\nAbstract: {ABSTRACT}\n{label}: 2021-04-12\n")
        assert (record.abstract, record.created, record.publication) == (ABSTRACT, DAY, None)


def test_the_day_on_which_a_titled_or_placed_paper_came_out_is_not_that_of_its_submission() -> None:
    for text in (
        json.dumps([{"id": "a", "title": "Rivers at rest", "abstract": ABSTRACT, "date": "2021-04-12"}]),
        json.dumps([{"id": "a", "abstract": ABSTRACT, "date": "2021-04-12", "venue": "River Letters"}]),
        json.dumps([{"id": "a", "abstract": ABSTRACT, "date": "2021-04-12", "doi": "10.5555/rest"}]),
    ):
        (record,) = records(text)
        assert record.created is None
        assert record.publication
        assert record.publication.day == 12
