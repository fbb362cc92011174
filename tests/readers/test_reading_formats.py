"""Formats are recognised by content; a file may mix them; no input is too odd or too large."""

from __future__ import annotations

import pytest

from papershelf import readers
from papershelf.model import Problem, Record

RIVER = "We study rivers. Their length is measured in miles, and our method is faster than walking along them."
LAKE = "We introduce LakeNet, a network for lakes. It is deeper than all ponds that were examined before."
BLOCKS = f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19\n"
RUN_ON = f"{RIVER}\narXiv:2407.14622{LAKE}\narXiv:2111.02767\n"
LISTING = f"CLJul 31, 2024\nRivers at RestAnn Brook, Bo Stream et al.\n{RIVER}\n"


def read(text: str) -> tuple[list[Record], list[Problem]]:
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (BLOCKS, "abstract blocks"),
        (RUN_ON, "run-on abstracts"),
        (LISTING, "author listing"),
        (BLOCKS.replace("\n", "\r\n"), "abstract blocks"),
        (RUN_ON.replace("\n", "\r"), "run-on abstracts"),
        (f"\ufeff{LISTING}", "author listing"),
        (f"Downloaded on a Tuesday\n\n{BLOCKS}", "abstract blocks"),
        ("Dear all, we meet at eight.", None),
        ("As shown in arXiv:2407.14622 by others, rivers flow.", None),
        ("", None),
    ],
)
def test_a_format_is_recognised_by_content(text: str, name: str | None) -> None:
    assert readers.recognise(text) == name


def test_an_unknown_file_is_one_problem_that_holds_its_whole_text() -> None:
    found, (problem,) = read("\n\nDear all,\n\nwe meet at eight.\n")
    assert found == []
    assert problem.raw == "Dear all,\n\nwe meet at eight."
    assert str(problem).startswith("x.txt:3: no reader knows this format; right would be: ")


@pytest.mark.parametrize("text", ["", " \n\t\r\n\u00a0\n"])
def test_an_empty_file_is_a_problem_without_text(text: str) -> None:
    found, (problem,) = read(text)
    assert (found, problem.message, problem.raw) == ([], "the file is empty", "")


def test_a_run_on_dump_appended_to_a_listing_is_read_as_what_it_is() -> None:
    found, problems = read(f"{LISTING}{LAKE} {LAKE} {LAKE}\narXiv:2111.02767{RIVER}\nTech report\narXiv:2407.14622\n")
    assert problems == []
    assert [(r.format, r.arxiv, r.place.first, r.place.last) for r in found] == [
        ("author listing", None, 1, 3),
        ("run-on abstracts", "2111.02767", 4, 5),
        ("run-on abstracts", "2407.14622", 5, 7),
    ]
    assert found[0].abstract == RIVER


def test_a_listing_in_the_middle_of_blocks_is_read_as_what_it_is() -> None:
    other = BLOCKS.replace("2407.14622", "2407.02767")
    found, problems = read(f"{BLOCKS}\n{LISTING}\n{other}")
    assert problems == []
    assert [(r.format, r.arxiv, r.title) for r in found] == [
        ("abstract blocks", "2407.14622", None),
        ("author listing", None, "Rivers at Rest"),
        ("abstract blocks", "2407.02767", None),
    ]
    text = f"{BLOCKS}\n{LISTING}\n{other}"
    assert all(text[r.place.offset :].startswith(r.raw) for r in found)


def test_junk_before_and_behind_is_reported_and_costs_nothing() -> None:
    found, problems = read(f"%PDF-1.7 \x00\x01\n\n{BLOCKS}\n<html><body>\n")
    assert [(r.arxiv, r.abstract) for r in found] == [("2407.14622", RIVER)]
    assert [p.raw for p in problems] == ["%PDF-1.7 \x00\x01", "<html><body>"]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A",
        "$",
        "{",
        " ",
        "\n",
        "\u0301",
        "\x00",
        "中",
        "arXiv:",
        "arXiv:2407.14622",
        "aA",
        "Ab Cd, ",
        " et al.",
        "CLJul 31, 2024",
        "a. ",
    ],
)
@pytest.mark.parametrize("around", ["{}", "{}\narXiv:2407.14622\n", "CLJul 31, 2024\n{}\n" + RIVER, LISTING + "{}"])
def test_a_huge_line_does_not_hang(piece: str, around: str) -> None:
    """Nothing here is quadratic: a reader that were would take minutes."""
    text = around.format(piece * (120_000 // len(piece)))
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
