"""Cards: what stands on them, which there are, and that a run draws only what is new."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFont

import tiny_library
from papershelf import cards
from papershelf.cards import draw, fonts, wrap
from papershelf.cards.card import Card, of_list, of_paper
from papershelf.model import Publication

CJK, ARABIC = "深度强化学习的研究综述", "التعلم العميق للآلة"


def card(**given: Any) -> Card:
    return of_paper(tiny_library.paper(**given), tiny_library.settings())


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def paths(count: int, **given: Any) -> list[str]:
    library = tiny_library.library(*(tiny_library.paper(f"2401.0000{number}") for number in range(count)))
    return [page.path for page in cards.cards(library, tiny_library.settings(**given), lambda card: b"")]


def test_the_list_and_each_paper_have_a_card() -> None:
    assert paths(2) == ["cards/index.png", "cards/2401.00000.png", "cards/2401.00001.png"]


def test_a_long_list_has_one_card_for_all() -> None:
    assert paths(2, files_each_up_to=1) == ["cards/index.png"]
    assert len(paths(2, files_each_up_to=2)) == 3


def test_cards_can_be_switched_off() -> None:
    assert paths(2, cards=False) == []


@pytest.mark.parametrize("given", [{}, {"files_each_up_to": 0}, {"cards": False}])
def test_the_head_of_a_page_names_a_card_that_exists(given: dict[str, Any]) -> None:
    library = tiny_library.library(tiny_library.paper("index"), tiny_library.paper("math/0112017"))
    settings = tiny_library.settings(**given)
    there = {page.path for page in cards.cards(library, settings, lambda card: b"")}
    named = {cards.path(paper, library, settings) for paper in library.papers}
    assert named - {None} <= there
    assert (None in named) == (not settings.cards)


def test_a_card_is_what_previews_show_whole_and_small() -> None:
    data = draw.png(card(title="A title of a paper about ink and pens " * 6, authors=("Ada Quill",) * 215))
    picture = opened(data)
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < 40_000


def test_a_card_is_the_same_each_time() -> None:
    assert draw.png(card()) == draw.png(card())


def test_nothing_is_written_in_the_margins() -> None:
    """Whatever is on the card: the left, right and lower edges stay empty, but for the band at the top."""
    full = card(
        title="Mmmmmmmmm" * 60, authors=("W" * 300,) * 3, doi="10.1000/" + "w" * 300, arxiv=None,
        publication=Publication("W" * 200, 2024),
    )  # fmt: skip
    picture = opened(draw.png(full)).convert("L")
    for box in ((0, 20, 70, 630), (1130, 20, 1200, 630), (0, 590, 1200, 630)):
        assert picture.crop(box).getextrema() == (255, 255)


def test_a_card_says_what_the_paper_is() -> None:
    where = Publication("Proceedings of the Ink Conference (INKC)", 2024)
    assert card(title=r"\emph{Rivers} of $N$-player ink", publication=where) == Card(
        site="Tiny list",
        headings=("Rivers of N-player ink", "arXiv:2401.00001", "2401.00001"),
        people=("Ada Quill", "Ben Brush"),
        all_people=2,
        and_others=False,
        lines="",
        left="INKC 2024",
        right="arXiv:2401.00001",
    )


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, "Preprint 2024"),
        ({"arxiv": None, "doi": "10.1000/182"}, "2024"),
        ({"publication": Publication("ICML 2024", 2024)}, "ICML 2024"),
        ({"order": (0, 0, 0), "submitted": None, "arxiv": None}, ""),
    ],
)
def test_the_foot_says_where_it_came_out_and_when_as_far_as_is_known(given: dict[str, Any], left: str) -> None:
    assert card(**given).left == left


def test_the_lists_card_says_what_the_list_is() -> None:
    library = tiny_library.library(tiny_library.paper())
    found = of_list(library, tiny_library.settings())
    assert (found.headings[0], found.lines, found.left) == ("Tiny list", "Invented papers.", "1 paper")
    assert found.right == "example.org/tiny"
    assert of_list(library, tiny_library.settings(site_url="")).right == ""


@pytest.mark.parametrize(
    ("given", "byline"),
    [
        ({"authors": ("Ada Quill",)}, "Ada Quill"),
        ({"authors": ("Ada Quill", "Ben Brush")}, "Ada Quill and Ben Brush"),
        ({"authors": ("A B", "C D", "E F", "G H")}, "A B, C D, E F and G H"),
        ({"authors": ("A B", "C D", "E F", "G H", "I J")}, "A B, C D, E F and 2 others"),
        ({"authors": ("Ada Quill",), "authors_complete": False}, "Ada Quill et al."),
        ({"authors": tuple(f"Author N{n}" for n in range(215))}, "Author N0, Author N1, Author N2 and 212 others"),
        ({"authors": ("王小明", "Ada Quill", "李华")}, "Ada Quill and 2 others"),
        ({"authors": ("王小明", "李华")}, "2 authors"),
        ({"authors": ("محمد",)}, "1 author"),
    ],
)
def test_authors_are_named_as_far_as_they_can_be_written(given: dict[str, Any], byline: str) -> None:
    assert draw._byline(card(**given)) == byline


def test_a_paper_without_authors_says_so() -> None:
    assert card(authors=()).lines == "Authors not stated"


@pytest.mark.parametrize("text", ["Naïve Łódź, Ếữ", "Μάθηση με ενίσχυση", "Обучение с подкреплением", "“π” – 1…"])
def test_latin_greek_and_cyrillic_are_written_as_they_are(text: str) -> None:
    assert fonts.written(text, ("serif", "sans")) == (text, "serif")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zo\u0308lva\u0304 of x\u0323\u0307 and q\u0303", "Zölvā of x and q"),
        ("co\u00adopera\u200dtion \u202eof\u202c many", "cooperation of many"),
    ],
)
def test_marks_that_plain_layout_cannot_place_are_left_out(text: str, shown: str) -> None:
    assert fonts.written(text, ("serif", "sans")) == (shown, "serif")


def test_what_a_machine_has_installed_changes_no_card() -> None:
    """FriBiDi is looked for on the machine; with it letters stand closer."""
    assert fonts.font("serif", 24).layout_engine == ImageFont.Layout.BASIC


@pytest.mark.parametrize("text", [CJK, ARABIC, "深度 DQN", "🤗", "ไทย"])
def test_what_no_typeface_has_is_not_written(text: str) -> None:
    assert fonts.written(text, ("serif", "sans")) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Fields over 𝔽 and ℝ", "Fields over F and R"), ("Hugs 🤗 for all of us", "Hugs for all of us")],
)
def test_a_single_letter_that_is_missing_leaves_no_box(text: str, shown: str) -> None:
    found = fonts.written(text, ("serif", "sans"))
    assert found is not None
    assert found[0] == shown
    assert all(fonts.has(found[1], letter) for letter in shown)


@pytest.mark.parametrize("title", [CJK, ARABIC])
def test_a_title_that_cannot_be_written_gives_way_to_the_id(title: str) -> None:
    """The picture is that of a paper which is called by its id, where that stands once."""
    by_id = Card("Tiny list", ("arXiv:2401.00001",), ("Ada Quill",), 1, False, "", "Preprint 2024", "")
    assert draw.png(card(title=title, authors=("Ada Quill",))) == draw.png(by_id)


@pytest.mark.parametrize("text", ["", "\ud800\x00", "a" * 5000, "‮", "́" * 50, "\n\n"])
def test_no_text_stops_a_card(text: str) -> None:
    data = draw.png(card(title=text, authors=(text, text), publication=Publication(text, 2024), doi=text, arxiv=None))
    assert opened(data).size == (1200, 630)


def one_wide(size: int) -> wrap.Width:
    """Every letter as wide as the size says."""
    return lambda text: size * len(text)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("one two", wrap.Block(10, ("one two",))),
        ("one two three", wrap.Block(10, ("one two", "three"))),
        ("aaaa bbbb c", wrap.Block(10, ("aaaa", "bbbb c"))),
        ("aaaaa bbbbb ccccc ddddd", wrap.Block(5, ("aaaaa bbbbb", "ccccc ddddd"))),
        ("abcdefghijklmnop", wrap.Block(10, ("abcdefghij", "klmnop"))),
        ("aaaa bbbb cccc dddd eeee ffff gggg hhhh i", wrap.Block(5, ("aaaa bbbb cccc dddd", "eeee ffff gggg hhhh…"))),
        ("", wrap.Block(10, ())),
    ],
)  # fmt: skip
def test_text_is_as_large_as_fits_and_in_lines_of_about_the_same_length(text: str, block: wrap.Block) -> None:
    assert wrap.fitted(text, ((10, 2), (5, 2)), 100, one_wide) == block


def files(root: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in (root / ".papershelf/cards").iterdir()}


def test_a_second_run_draws_nothing(tmp_path: Path) -> None:
    with cards.kept(tmp_path) as drawn:
        first = drawn(card())
    there = files(tmp_path)
    assert len(there) == 1
    with cards.kept(tmp_path) as drawn:
        assert drawn(card()) == first
    assert files(tmp_path) == there


def test_a_card_is_drawn_anew_when_its_words_change_and_the_old_one_goes(tmp_path: Path) -> None:
    with cards.kept(tmp_path) as drawn:
        first, other = drawn(card()), drawn(card(title="Pens"))
    there = files(tmp_path)
    with cards.kept(tmp_path) as drawn:
        assert drawn(card(title="Seas of ink")) != first
        assert drawn(card(title="Pens")) == other
    now = files(tmp_path)
    assert len(now) == 2
    assert len(now.items() & there.items()) == 1


def test_a_run_that_fails_keeps_the_cards(tmp_path: Path) -> None:
    with cards.kept(tmp_path) as drawn:
        drawn(card())
    with pytest.raises(RuntimeError), cards.kept(tmp_path):
        raise RuntimeError
    assert len(files(tmp_path)) == 1
