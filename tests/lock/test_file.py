"""seeds/locked/<service>.yml: what is written is read again, sorted, one field a line; every slip has its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from statements import ARXIV, CROSSREF, arxiv, nothing

from papershelf.lock import file
from papershelf.lock.statement import Notice, Statement
from papershelf.model import Publication

TEXTS = st.text(st.characters(codec=None, categories=None), max_size=20)
"""Any character, lone surrogates too."""
STATEMENTS = st.builds(
    Statement,
    service=st.sampled_from(file.SERVICES),
    about=TEXTS.filter(bool),
    asked=TEXTS.filter(bool),
    fetched=st.dates(),
    licence=TEXTS,
    found=st.booleans(),
    matched=TEXTS,
    title=st.none() | TEXTS.filter(bool),
    authors=st.lists(TEXTS, max_size=3).map(tuple),
    submitted=st.none() | st.dates(),
    version=st.none() | st.integers(1, 99),
    notice=st.sampled_from(get_args(Notice)),
    publication=st.none() | st.builds(Publication, venue=TEXTS, year=st.none() | st.integers(1500, 2100)),
)


def write(root: Path, *statements: Statement) -> str:
    (root / ".papershelf").mkdir(exist_ok=True)
    file.save(root, statements)
    return (root / "seeds/locked/arxiv.yml").read_text("utf-8")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    everything = (ARXIV, CROSSREF, nothing("DataCite", "doi:10.5555/none"))
    write(tmp_path, *everything)
    found = file.read(tmp_path)
    assert found.problems == ()
    assert found.statements == everything


@settings(deadline=None, max_examples=200)
@given(st.lists(STATEMENTS, max_size=4, unique_by=lambda one: (one.service, one.about)))
def test_any_text_survives_and_every_file_is_yaml(statements: list[Statement]) -> None:
    for service in file.SERVICES:
        mine = sorted((one for one in statements if one.service == service), key=lambda one: one.about)
        text = file.text(service, mine)
        text.encode("utf-8")
        chunks = [raw for _, raw in file._chunks(text, "x")]
        assert [file._entry(service, raw) for raw in chunks] == [(one, False) for one in mine]
        if not any("\\ud" in raw for raw in chunks):  # half a surrogate pair is JSON, and YAML has no way to say it
            assert len(yaml.safe_load(text) or []) == len(mine)


def test_entries_are_sorted_and_have_a_field_a_line(tmp_path: Path) -> None:
    text = write(tmp_path, arxiv("2401.00002"), arxiv("2309.00001"))
    assert text.index("2309.00001") < text.index("2401.00002")
    assert '\n   "title": "Rivers of ink",\n   "authors": ["Ada Moss", "The Quill Team"],\n' in text
    assert text.startswith("# What arXiv says about the papers of this list.")


def test_the_order_of_what_is_saved_changes_nothing(tmp_path: Path) -> None:
    one, other = arxiv("2401.00002"), arxiv("2309.00001")
    assert write(tmp_path, one, other) == write(tmp_path, other, one)


def test_the_hash_is_of_the_facts_alone() -> None:
    assert file.digest(ARXIV) == file.digest(replace(ARXIV, fetched=date(2030, 1, 1), asked="elsewhere"))
    assert file.digest(ARXIV) != file.digest(replace(ARXIV, title="Rivers of Ink"))
    assert file.digest(ARXIV) != file.digest(replace(ARXIV, found=False))


def test_a_hand_in_the_file_is_told(tmp_path: Path) -> None:
    text = write(tmp_path, ARXIV)
    (tmp_path / "seeds/locked/arxiv.yml").write_text(text.replace("Rivers of ink", "Rivers of milk"), "utf-8")
    (problem,) = file.read(tmp_path).problems
    assert str(problem).startswith("seeds/locked/arxiv.yml:4: 'arXiv:2309.00267' was edited by hand")
    assert "corrections.yml" in problem.fix
    found = file.read(tmp_path)
    assert [(held.statement.title, held.edited) for held in found.held] == [("Rivers of milk", True)]
    assert found.statements == ()  # it is asked about again


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("- {", "an entry that is no JSON"),
        ("- 7", "an entry that is no mapping"),
        ('- {"about": "arXiv:1", "asked": "", "fetched": "2026-11-01", "colour": 1}', "'colour' is no field"),
        ('- {"about": "arXiv:1", "asked": "", "fetched": "yesterday"}', "'fetched' is 'yesterday'"),
        ('- {"about": "arXiv:1", "asked": "", "fetched": "2026-11-01", "version": true}', "'version' is 'True'"),
        ('- {"about": "arXiv:1", "asked": "", "fetched": "2026-11-01", "authors": "Ada"}', "'authors' is 'Ada'"),
        ('- {"about": "arXiv:1", "asked": "", "fetched": "2026-11-01", "notice": "gone"}', "'notice' is 'gone'"),
        ('- {"about": "arXiv:1"}', "an entry without asked, fetched"),
        ("<<<<<<< ours", "an entry that is no JSON"),
    ],
)
def test_a_wrong_entry_costs_no_other_its_place(tmp_path: Path, wrong: str, says: str) -> None:
    text = write(tmp_path, arxiv("2309.00001"), arxiv("2401.00002"))
    second = text.rindex("\n- {")
    damaged = f"{text[:second]}\n{wrong}\n{text[second:]}"
    (tmp_path / "seeds/locked/arxiv.yml").write_text(damaged, "utf-8")
    found = file.read(tmp_path)
    (problem,) = found.problems
    assert problem.message == says
    assert problem.place.first == damaged[: damaged.index(f"\n{wrong}\n\n")].count("\n") + 2
    assert [one.arxiv for one in found.statements] == ["2309.00001", "2401.00002"]


def test_a_question_that_stands_twice_is_told(tmp_path: Path) -> None:
    text = write(tmp_path, ARXIV)
    entry = text[text.index("- {") :]
    (tmp_path / "seeds/locked/arxiv.yml").write_text(text + entry, "utf-8")
    found = file.read(tmp_path)
    assert [problem.message for problem in found.problems] == ["'arXiv:2309.00267' stands in line 4 already"]
    assert len(found.statements) == 1


def test_what_says_nothing_new_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, ARXIV)
    target = tmp_path / "seeds/locked/arxiv.yml"
    before = target.stat().st_mtime_ns, target.stat().st_ino
    file.save(tmp_path, [ARXIV])
    assert (target.stat().st_mtime_ns, target.stat().st_ino) == before
    assert not (tmp_path / "seeds/locked/crossref.yml").exists()
