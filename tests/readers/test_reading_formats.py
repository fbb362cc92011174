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


BIBTEX = "@article{weir18,\n  title = {Weirs},\n  author = {Weir, Ada},\n}\n"
RIS = "TY  - JOUR\nTI  - Meanders\nAU  - Feld, Ida\nER  - \n"
REFER = "%0 Journal Article\n%T Deltas\n%A Moor, Jan\n"
WOS = "PT J\nAU Brook, A\nTI Springs\nER\n"
PUBMED = "PMID- 30000001\nTI  - Salt\nFAU - Nakamura, Yuki\n"
NUMBERED = (
    "[1] A. Weir and J. Moor, “Weirs considered harmful,” in Proc. Weir Workshop, 2018, pp. 12–15.\n"
    "[2] M. Tan, “Gradient rivers,” Journal of River Studies, vol. 12, no. 3, pp. 101–119, 2019.\n"
)
NAMED = (
    "Tan, M., & Brook, A. B. (2019). Still lakes. Journal of River Studies, 12(3), 101–119.\n"
    "Moor, J. (2020). Low moors. Journal of River Studies, 13(1), 1–19.\n"
)
IDS = "https://arxiv.org/abs/2103.01234\n2103.01237\n"
BULLETS = "- [Lakes are all you need](https://arxiv.org/abs/2103.01236) - A. Noor, 2021.\n"
EVERY = {
    BIBTEX: ["Weirs"], RIS: ["Meanders"], REFER: ["Deltas"], WOS: ["Springs"], PUBMED: ["Salt"],
    NUMBERED: ["Weirs considered harmful", "Gradient rivers"], NAMED: ["Still lakes", "Low moors"], IDS: [None, None],
    BULLETS: ["Lakes are all you need"],
}  # fmt: skip


@pytest.mark.parametrize("first", [BIBTEX, RIS, REFER, WOS, PUBMED])
@pytest.mark.parametrize("second", EVERY)
def test_what_stands_between_entries_is_read_by_the_reader_it_belongs_to(first: str, second: str) -> None:
    if first == second or {first, second} == {RIS, PUBMED}:  # these two share their tags
        return
    for parts in ([first, second, first], [second, first], [first, second]):
        text = "\n".join(parts)
        found, problems = read(text)
        assert problems == []
        assert [record.title for record in found] == [title for part in parts for title in EVERY[part]]
        lines = text.splitlines()
        assert all(lines[r.place.first - 1] == r.raw.splitlines()[0] for r in found)


def test_the_formats_of_a_file_may_follow_each_other_without_a_blank_line() -> None:
    found, problems = read(f"{IDS}{BIBTEX}{NUMBERED}{RIS}{BULLETS}{BIBTEX}2103.01239\n")
    assert problems == []
    assert [(r.format, r.place.first) for r in found] == [
        ("id list", 1), ("id list", 2), ("BibTeX", 3), ("reference list", 7), ("reference list", 8), ("RIS", 9),
        ("Markdown list", 13), ("BibTeX", 14), ("id list", 18),
    ]  # fmt: skip


def test_words_between_entries_are_a_comment_and_broken_entries_of_no_other_format() -> None:
    found, problems = read(f"Add yours at the end!\n{BIBTEX}[1] is by Ada, see her page.\n{BIBTEX}")
    assert (len(found), problems) == (2, [])
    found, (problem,) = read(f"{BIBTEX}@article{{a b c, url = {{https://arxiv.org/abs/2103.01234}}, = }}\n{BIBTEX}")
    assert len(found) == 2
    assert problem.raw.startswith("@article{a b c")


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
