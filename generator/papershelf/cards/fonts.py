"""Typefaces for cards, and which text they can write.

Source Serif (SIL Open Font License) for what papers say and Open Sans (Apache License) for the rest, as on the site.
Both have Latin, Greek and Cyrillic letters. What they have not is left out, or said in another way; a card never shows
the boxes that stand for missing letters.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from anyascii import anyascii
from PIL import ImageFont

Face = Literal["serif", "serif strong", "sans", "sans strong"]
_FILES: dict[Face, tuple[str, str]] = {
    "serif": ("font_source_serif_pro", "files/SourceSerifPro-Regular.ttf"),
    "serif strong": ("font_source_serif_pro", "files/SourceSerifPro-Semibold.ttf"),
    "sans": ("ttf_opensans", "ttf/OpenSans-Regular.ttf"),
    "sans strong": ("ttf_opensans", "ttf/OpenSans-SemiBold.ttf"),
}
_NOWHERE = "\uffff"
"""A character that no typeface has: it is drawn as every other that is missing."""
_NOT_PLACED = ("Mn", "Me", "Cf")
"""Marks that belong above or below a letter with which they make no character of its own, and what is not seen."""
_FEW = 8  # one letter in so many may be written in Latin letters, where the rest can be written as it is


@cache
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """Set by Pillow's own, plain layout: the other needs FriBiDi, which Pillow looks for on the machine
    (https://pillow.readthedocs.io/en/stable/installation/), and cards would differ from one machine to the next. It
    knows no letters that change their shape or run from right to left; these typefaces have none of those."""
    package, file = _FILES[face]
    with resources.as_file(resources.files(package) / file) as path:
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1 << 14)
def has(face: Face, letter: str) -> bool:
    probe = font(face, 24)
    missing = _missing(face)
    return letter == " " or bytes(probe.getmask(letter)) != missing


@cache
def _missing(face: Face) -> bytes:
    return bytes(font(face, 24).getmask(_NOWHERE))


def written(text: str, faces: tuple[Face, ...]) -> tuple[str, Face] | None:
    """`text` as it can be written, and the face that has most of it; None where too many of its letters are missing."""
    composed = unicodedata.normalize("NFC", "".join(map(_simple, text)))
    plain = "".join(letter for letter in composed if unicodedata.category(letter) not in _NOT_PLACED)
    lacking = {face: [letter for letter in plain if not has(face, letter)] for face in faces}
    face = min(faces, key=lambda face: len(lacking[face]))
    if not lacking[face]:
        return plain, face
    letters = sum(letter.isalnum() for letter in plain)
    if sum(letter.isalnum() for letter in lacking[face]) * _FEW > letters or not letters:
        return None
    shown = (letter if has(face, letter) else anyascii(letter) if letter.isalnum() else " " for letter in plain)
    return " ".join("".join(shown).split()), face


def _simple(letter: str) -> str:
    """Letters of mathematics as plain ones: `𝔽` is `F`."""
    return unicodedata.normalize("NFKC", letter) if letter > "\u2100" else letter
