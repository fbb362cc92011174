"""`papershelf export`: the same bytes as the site's files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Lists = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]

SOURCE = """\
@misc{one,
  title = {Boats of paper on the $\\alpha$ river},
  author = {L{\\'e}ger, Ada and {Gemma Team}},
  year = {2024},
  eprint = {2401.00001},
  archivePrefix = {arXiv},
}

@article{two,
  title = {Shoelaces and what becomes of them},
  author = {Quill, Ben},
  year = {2022},
  journal = {Journal of Knots},
  doi = {10.1000/knots},
}
"""
TOPICS = "- id: boats\n  name: Boats\n  description: Boats.\n  phrases: [boats of paper]\n"


@pytest.fixture(scope="module")
def knots(tmp_path_factory: pytest.TempPathFactory, papershelf: Run) -> Path:
    """A list of two papers, generated."""
    root = tmp_path_factory.mktemp("export") / "list"
    assert papershelf("new", root).returncode == 0
    (root / "seeds/sources/knots.bib").write_text(SOURCE, "utf-8")
    (root / "seeds/curated/topics.yml").write_text(TOPICS, "utf-8")
    done = papershelf("generate", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    return root


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("bibtex", "papers/papers.bib"),
        ("biblatex", "papers/papers.biblatex.bib"),
        ("csl-json", "papers/papers.csl.json"),
        ("ris", "papers/papers.ris"),
        ("csv", "papers/papers.csv"),
        ("json", "api/papers.json"),
    ],
)
def test_each_format_is_the_site_s_file_byte_for_byte(
    papershelf: Run, knots: Path, form: str, file: str, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    done = papershelf("export", "--root", knots, "--format", form, "--output", target)
    assert (done.returncode, done.stdout) == (0, "")
    assert target.read_bytes() == (knots / "docs" / file).read_bytes()
    with (tmp_path / "piped").open("wb") as pipe:
        command = [*done.args[:3], "export", "--root", str(knots), "--format", form]
        subprocess.run(command, stdout=pipe, check=True, env={"PYTHONIOENCODING": "ascii"})
    assert (tmp_path / "piped").read_bytes() == target.read_bytes()


def exported(papershelf: Run, root: Path, *arguments: str) -> list[str]:
    done = papershelf("export", "--root", root, "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    return [paper["id"] for paper in json.loads(done.stdout)["papers"]]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--topic", "boats"], ["2401.00001"]),
        (["--author", "ben-quill"], ["doi-10.1000-knots"]),
        (["--year", "2022"], ["doi-10.1000-knots"]),
        (["--year", "1999"], []),
        (["10.1000/knots", "https://arxiv.org/abs/2401.00001v2"], ["2401.00001", "doi-10.1000-knots"]),
        (["leger-gemmateam-2024-boats", "2401.00001"], ["2401.00001"]),
        (["Shoelaces and what becomes of them"], ["doi-10.1000-knots"]),
        (["--topic", "boats", "--year", "2022"], []),
    ],
)
def test_every_choice_leaves_fewer_papers(papershelf: Run, knots: Path, arguments: list[str], ids: list[str]) -> None:
    assert exported(papershelf, knots, *arguments) == ids


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--topic", "boat"], "no topic of this list is boat; perhaps one of these:\n  boats"),
        (["--author", "nobody"], "no author of this list is nobody"),
        (["Shoelaces and what became of them"], "perhaps one of these:\n  doi-10.1000-knots  Shoelaces"),
    ],
)
def test_a_choice_that_names_nothing_is_an_error_that_helps(
    papershelf: Run, knots: Path, arguments: list[str], said: str
) -> None:
    done = papershelf("export", "--root", knots, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


def test_a_file_that_cannot_be_written_is_an_error(papershelf: Run, knots: Path, tmp_path: Path) -> None:
    done = papershelf("export", "--root", knots, "--output", tmp_path / "no" / "such.bib")
    assert done.returncode == 1
    assert done.stderr.endswith("such.bib: No such file or directory\n")
