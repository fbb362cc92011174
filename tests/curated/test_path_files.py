"""seeds/curated/paths.yml: reading paths, and what is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from papershelf import curated
from papershelf.model import Place, ReadingPath, Step

FILE = "seeds/curated/paths.yml"


def read(root: Path, text: str) -> curated.Curated:
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text(text, encoding="utf-8")
    return curated.read(root)


def test_a_path_is_papers_in_an_order_each_with_a_reason(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
- id: start
  name: Where to start
  description: Three steps.
  papers:
  - paper: 2309.00260
    why: It asks the question.
  - paper: https://arxiv.org/abs/2403.08295
""",
    )
    assert found.problems == ()
    steps = (
        Step("2309.00260", "It asks the question.", Place(FILE, 5, 5)),
        Step("https://arxiv.org/abs/2403.08295", "", Place(FILE, 7, 7)),
    )
    assert found.paths == (ReadingPath("start", "Where to start", "Three steps.", Place(FILE, 1, 1), steps),)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("- id: a\n  name: A", "1: entry 1 lacks papers; right would be: a value for papers"),
        ("- id: A b\n  name: A\n  papers: []", "1: 'id' of entry 1 is 'A b'; right would be: small letters, digits"),
        ("- id: a\n  name: A\n  paper: []\n  papers: []", "3: unknown key 'paper'; right would be: 'papers'"),
        ("- id: a\n  name: A\n  papers:\n  - 2309.00267", "4: entry 1 of 'papers' is the text '2309.00267'"),
        ("- id: a\n  name: A\n  papers:\n  - why: x", "4: entry 1 of 'papers' lacks paper; right would be: a value"),
        ("id: a", "1: the file is a set of keys; right would be: a list of reading paths"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, entry: str, problem: str) -> None:
    found = read(tmp_path, entry)
    assert len(found.problems) == 1
    assert str(found.problems[0]).startswith(f"{FILE}:{problem}")


def test_two_paths_of_one_id_are_a_problem_and_the_first_holds(tmp_path: Path) -> None:
    path = "- id: a\n  name: {}\n  papers: []\n"
    found = read(tmp_path, path.format("One") + path.format("Two"))
    assert [each.message for each in found.problems] == ["the path 'a' stands in line 1 already"]
    assert [each.name for each in found.paths] == ["One"]
