"""The five seed documents, against what a person read off them (expected_seeds.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from papershelf import readers
from papershelf.model import Record

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds" / "sources"
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected_seeds.yml").read_text(encoding="utf-8"))
RECORDS = [(name, number) for name, file in EXPECTED.items() for number in range(len(file["records"]))]


def read(name: str) -> list[Any]:
    return list(readers.read((SEEDS / name).read_text(encoding="utf-8"), name))


def test_the_five_documents_hold_48_records() -> None:
    assert len(EXPECTED) == 5
    assert sum(len(file["records"]) for file in EXPECTED.values()) == 48
    assert [len(read(name)) for name in EXPECTED] == [2, 10, 7, 10, 19]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_seed_has_no_problem_and_loses_no_character(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    items = read(name)
    assert all(isinstance(item, Record) for item in items)
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_format_of_a_seed_is_recognised_by_its_content(name: str) -> None:
    assert readers.recognise((SEEDS / name).read_text(encoding="utf-8")) == EXPECTED[name]["format"]


@pytest.mark.parametrize(("name", "number"), RECORDS)
def test_a_record_of_the_seeds_says_what_the_document_says(name: str, number: int) -> None:
    record, expected = read(name)[number], EXPECTED[name]["records"][number]
    start, end, length = expected["abstract"]
    assert str(record.place) == f"{name}:{expected['lines']}"
    assert record.format == EXPECTED[name]["format"]
    assert (record.arxiv, record.version, record.doi) == (expected.get("arxiv"), None, None)
    assert (record.created, record.updated) == (expected.get("created"), expected.get("updated"))
    assert record.category == expected.get("category")
    assert record.title == expected.get("title")
    assert list(record.authors) == expected.get("authors", [])
    assert record.authors_complete == expected.get("complete", False)
    assert list(record.affiliations) == expected.get("affiliations", [])
    assert record.settled_by == ("text" if "title" in expected else "")
    assert list(record.comments) == expected.get("comments", [])
    published = record.publication
    assert (published.venue if published else None) == expected.get("venue")
    assert (published.year if published else None) == expected.get("year")
    assert record.page_count == expected.get("pages")
    assert list(record.code) == expected.get("code", [])
    assert record.abstract.startswith(start)
    assert record.abstract.endswith(end)
    assert len(record.abstract) == length
