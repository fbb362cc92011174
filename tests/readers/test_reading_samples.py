"""A small invented file of every format: recognised by its content, read as a person says it reads."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from papershelf import names, readers
from papershelf.model import Aside, Problem, Publication, Record
from papershelf.text import to_plain

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((SAMPLES / "expected.yml").read_text("utf-8"))
FORMATS = {
    "bibtex.bib": "BibTeX", "biblatex.bib": "BibTeX", "zotero.ris": "RIS", "pubmed.nbib": "PubMed",
    "endnote.xml": "EndNote XML", "arxiv.atom": "arXiv Atom", "csl.json": "CSL-JSON", "zotero.csv": "CSV and TSV",
    "sheet.tsv": "CSV and TSV", "ids.txt": "id list", "awesome.md": "Markdown list", "arxiv_page.txt": "arXiv listing",
    "arxiv_mail.txt": "arXiv listing", "references.txt": "reference list",
    "labelled.txt": "labelled blocks", "messages.txt": "messages", "author_page.txt": "author page",
    "title_page.txt": "title page", "endnote.enw": "Refer", "savedrecs.txt": "Web of Science",
    "glued.txt": "glued titles", "paper.bbl": "LaTeX bibliography", "note.md": "note with front matter",
    "loose.txt": "loose abstracts",
    "cochrane.txt": "Cochrane",
}  # fmt: skip
sample = pytest.mark.parametrize("name", EXPECTED)


def items(name: str) -> list[Record | Problem | Aside]:
    return list(readers.read((SAMPLES / name).read_bytes().decode("utf-8"), name))


def test_every_sample_has_an_expectation_and_every_format_a_sample() -> None:
    files = {path.name for path in SAMPLES.iterdir()} - {"README.md", "expected.yml"}
    assert files == set(EXPECTED) == set(FORMATS)


@sample
def test_the_format_is_recognised_by_content(name: str) -> None:
    assert readers.recognise((SAMPLES / name).read_text("utf-8")) == FORMATS[name]


@sample
def test_each_record_says_what_the_file_says(name: str) -> None:
    found = [item for item in items(name) if isinstance(item, Record)]
    wanted = EXPECTED[name]["records"]
    assert [told(record, want) for record, want in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)


@sample
def test_what_cannot_be_read_is_a_problem_and_costs_no_neighbour(name: str) -> None:
    held = [item for item in items(name) if isinstance(item, Problem) and item.raw]
    assert len(held) == EXPECTED[name]["problems"], held


def told(record: Record, want: dict[str, Any]) -> dict[str, Any]:
    """What `record` says about the fields that `want` names, in the words of YAML."""
    said: dict[str, Any] = {}
    for field in want:
        if field == "shown_title":
            said[field] = to_plain(record.title or "")
        elif field == "shown_authors":
            said[field] = [names.shown(name) for name in record.authors]
        elif field == "publication":
            said[field] = _published(record.publication)
        else:
            value = getattr(record, field)
            said[field] = [list(v) if isinstance(v, tuple) else v for v in value] if isinstance(value, tuple) else value
    return said


def _published(publication: Publication | None) -> dict[str, Any]:
    if publication is None:
        return {}
    stated = {field.name: getattr(publication, field.name) for field in fields(Publication)}
    return {key: value for key, value in stated.items() if value is not None}
