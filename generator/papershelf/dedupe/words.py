"""Source text as words to compare."""

from __future__ import annotations

import re

from papershelf.text import clean, fold

TITLE = 500
"""Characters of a title that are looked at: texts are compared in quadratic time."""

_TEX_FORMAT = re.compile(r"\\(?:emph|text[a-z]+|math[a-z]+|em|it|bf|rm|tt|sc|sf)\b")
_TEX_ACCENT = re.compile(r"\\(?:[`'^\"~=.]\s*|[uvHcdbkrt](?=\s*[{\s])\s*)\{?\\?([^\W\d_])\}?")
_NOT_WORD = re.compile(r"[\W_]+")
# What folding and the line above make of ASCII, in a third of the time.
_SPACES = {code: " " if clean(chr(code)) else None for code in range(128) if not chr(code).isalnum()}


def words(text: str | None, limit: int = TITLE) -> str:
    """`text` in small letters without accents, TeX formatting and punctuation: words with one space between."""
    if not text:
        return ""
    text = text[:limit]
    if "\\" in text:
        text = _TEX_ACCENT.sub(r"\1", _TEX_FORMAT.sub(" ", text))
    if text.isascii():
        return " ".join(text.lower().translate(_SPACES).split())
    return _NOT_WORD.sub(" ", fold(text)).strip()
