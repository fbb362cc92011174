"""The pipeline whole, on this repository's own list: what it finds, and that it finds the same everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from conftest import REPOSITORY, copy_own_list
from papershelf import build, config

Run = Callable[..., Any]


def pages(root: Path) -> dict[str, bytes]:
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def test_the_five_documents_are_35_papers_without_a_problem(tmp_path: Path) -> None:
    copy_own_list(tmp_path)
    library = build.read(config.read(tmp_path))
    assert [str(problem) for problem in library.problems] == []
    assert sum(len(paper.members) for paper in library.papers) == 48
    assert len(library.papers) == 35
    assert len(library.sources) == 5
    assert {paper.id for paper in library.papers} == set(library.matches) == set(library.byline)


def test_without_the_lock_there_are_still_48_records_and_35_papers(tmp_path: Path) -> None:
    copy_own_list(tmp_path)
    shutil.rmtree(tmp_path / "seeds/locked")
    library = build.read(config.read(tmp_path))
    assert sum(len(paper.members) for paper in library.papers) == 48
    assert len(library.papers) == 35


@pytest.mark.parametrize("lock", ["kept", "emptied"])
def test_a_list_without_seeds_is_a_site_without_papers(tmp_path: Path, papershelf: Run, lock: str) -> None:
    copy_own_list(tmp_path)
    shutil.rmtree(tmp_path / "seeds/sources")
    (tmp_path / "seeds/locked/permalinks.yml").unlink()  # else each paper is missed, which a strict build reports
    if lock == "emptied":
        shutil.rmtree(tmp_path / "seeds")
    done = papershelf("build", "--strict", "--root", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("0 papers, 0 records, ")


def test_the_same_seeds_give_the_same_bytes_whatever_machine_this_is(tmp_path: Path, papershelf: Run) -> None:
    machines = {
        "one": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
        "another/place": {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "COLUMNS": "200"},
    }
    made = []
    for place, environment in machines.items():
        copy_own_list(tmp_path / place)
        done = papershelf("generate", "--strict", "--root", tmp_path / place, env=environment)
        assert done.returncode == 0, done.stderr
        made.append(pages(tmp_path / place))
    assert len(made[0]) > 35
    assert made[0] == made[1]


def test_no_page_names_a_place_of_this_machine(own_list: Path) -> None:
    for path, content in pages(own_list).items():
        assert str(own_list).encode() not in content, path
        assert str(REPOSITORY).encode() not in content, path


def test_a_second_run_over_the_own_list_writes_nothing(own_list: Path, papershelf: Run) -> None:
    done = papershelf("generate", "--root", own_list)
    assert "Files: 0 written, 0 deleted, " in done.stdout


def test_the_built_site_is_served(site_address: str) -> None:
    with urlopen(site_address + "papers/2309.00267/", timeout=30) as answer:
        assert answer.status == 200
        assert "RLAIF" in answer.read().decode()
