"""A card as PNG: in the light colours of theme/assets/papershelf.css, each in a few shades for the edges of letters,
which makes files of 6 to 22 KB."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache

from PIL import Image, ImageDraw

from papershelf.cards import wrap
from papershelf.cards.card import Card
from papershelf.cards.fonts import Face, font, written

SIZE = (1200, 630)
"""Pixels; what previews of links show whole: https://developers.facebook.com/docs/sharing/webmasters/images"""
_PAPER, _INK, _SOFT, _ACCENT, _LINE = (
    (0xFF, 0xFF, 0xFF), (0x18, 0x21, 0x1D), (0x54, 0x61, 0x5B), (0x0B, 0x5D, 0x48), (0xDD, 0xE4, 0xE0),
)  # fmt: skip
_SHADES = 8
_MARGIN = 84
_ROOM = SIZE[0] - 2 * _MARGIN
_TITLE = ((76, 2), (66, 3), (58, 4), (50, 4), (44, 5))
"""Sizes in pixels, and how many lines there is room for."""
_FOOT = 572  # base line of the last row
_ICON = (
    ((3, 4), (7, 4), (7, 19), (3, 19)),
    ((8.5, 7), (11.5, 7), (11.5, 19), (8.5, 19)),
    ((13, 4.6), (16.4, 3.7), (20.3, 18.3), (16.9, 19.2)),
    ((2, 20.5), (22, 20.5), (22, 22), (2, 22)),
)
"""The books of theme/assets/favicon.svg."""


def png(card: Card) -> bytes:
    """The same bytes for the same card, as long as Pillow is the same."""
    inks = {colour: Image.new("L", SIZE) for colour in (_INK, _SOFT, _ACCENT)}
    ink, soft, accent = (ImageDraw.Draw(layer) for layer in inks.values())
    accent.rectangle((0, 0, SIZE[0], 13), fill=255)
    icon = _icon()
    inks[_ACCENT].paste(icon, (_MARGIN - 4, 60))
    if card.site and (name := _one_line(card.site, ("serif strong", "sans strong"), 32, _ROOM - 60)):
        ink.text((_MARGIN + 52, 92), name[0], 255, font(name[1], 32), anchor="ls")
    heading, face = next(filter(None, (written(text, ("serif", "sans")) for text in card.headings)), ("", "sans"))
    below = _title(heading, face, ink)
    _people(card, soft, below)
    _foot(card.left, card.right if card.right != heading else "", soft, accent)
    return _packed(inks)


def _title(text: str, face: Face, ink: ImageDraw.ImageDraw) -> int:
    """Writes the heading; the base line of its last line."""
    block = wrap.fitted(text, _TITLE, _ROOM, lambda size: font(face, size).getlength)
    step = round(block.size * 1.16)
    at = 150 + block.size
    for line in block.lines:
        ink.text((_MARGIN - 2, at), line, 255, font(face, block.size), anchor="ls")
        at += step
    return at - step


def _people(card: Card, soft: ImageDraw.ImageDraw, below: int) -> None:
    text = _byline(card) or card.lines
    found = written(text, ("sans",)) if text else None
    if found is None:
        return
    room = max(1, min(3 if card.lines else 2, (_FOOT - 60 - below - 24) // 42))
    block = wrap.fitted(found[0], ((30, room),), _ROOM, lambda size: font(found[1], size).getlength)
    for number, line in enumerate(block.lines):
        soft.text((_MARGIN, below + 62 + 42 * number), line, 255, font(found[1], 30), anchor="ls")


def _byline(card: Card) -> str:
    """`Ada Quill, Ben Brush and 3 others`: names that can be written, the first three or, of four, all."""
    names = [found[0] for name in card.people if (found := written(name, ("sans",)))]
    shown = names[: 4 if card.all_people <= 4 else 3]
    others = card.all_people - len(shown)
    if not shown:
        return f"{card.all_people} author{'' if card.all_people == 1 else 's'}" if card.all_people else ""
    if others:
        return f"{', '.join(shown)} and {others} other{'' if others == 1 else 's'}"
    if card.and_others:
        return f"{', '.join(shown)} et al."
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _foot(left: str, right: str, soft: ImageDraw.ImageDraw, accent: ImageDraw.ImageDraw) -> None:
    shown = _one_line(right, ("sans",), 28, _ROOM / 2)
    if shown:
        soft.text((SIZE[0] - _MARGIN, _FOOT), shown[0], 255, font(shown[1], 28), anchor="rs")
    room = _ROOM - 60 - font(shown[1], 28).getlength(shown[0]) if shown else _ROOM
    if shown := _one_line(left, ("sans strong",), 32, room):
        accent.text((_MARGIN, _FOOT), shown[0], 255, font(shown[1], 32), anchor="ls")


def _one_line(text: str, faces: tuple[Face, ...], size: int, room: float) -> tuple[str, Face] | None:
    found = written(text, faces) if text else None
    if found is None:
        return None
    return wrap.fitted(found[0], ((size, 1),), room, lambda size: font(found[1], size).getlength).lines[0], found[1]


@cache
def _icon() -> Image.Image:
    """The books, 40 pixels wide."""
    large = Image.new("L", (320, 320))
    for corners in _ICON:
        ImageDraw.Draw(large).polygon([(x * 320 / 24, y * 320 / 24) for x, y in corners], fill=255)
    return large.reduce(8)


def _packed(inks: dict[tuple[int, int, int], Image.Image]) -> bytes:
    """Layers of ink, which nowhere overlap, as one picture of few colours."""
    picture = Image.new("P", SIZE, 0)
    palette: list[int] = [*_PAPER, *_LINE]
    for colour, layer in inks.items():
        first = len(palette) // 3
        levels = [round(value * _SHADES / 255) for value in range(256)]
        picture.paste(
            layer.point([first - 1 + level for level in levels]), mask=layer.point([255 * bool(n) for n in levels])
        )
        palette += _shades(colour)
    ImageDraw.Draw(picture).line((_MARGIN, _FOOT - 58, SIZE[0] - _MARGIN, _FOOT - 58), fill=1, width=2)
    picture.putpalette(palette)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _shades(colour: tuple[int, int, int]) -> Iterable[int]:
    """From nearly paper to the colour itself."""
    for step in range(_SHADES):
        part = (step + 1) / _SHADES
        yield from (round(paper + (own - paper) * part) for paper, own in zip(_PAPER, colour, strict=True))
