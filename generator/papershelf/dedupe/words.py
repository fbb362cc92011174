"""Source text as words to compare."""

from __future__ import annotations

import re

from papershelf.text import fold

TITLE = 500
"""Characters of a title that are looked at: texts are compared in quadratic time."""

_TEX_FORMAT = re.compile(r"\\(?:emph|text[a-z]+|math[a-z]+|em|it|bf|rm|tt|sc|sf)\b")
_TEX_ACCENT = re.compile(r"\\(?:[`'^\"~=.]\s*|[uvHcdbkrt](?=\s*[{\s])\s*)\{?\\?([^\W\d_])\}?")
_NOT_WORD = re.compile(r"[\W_]+")


def words(text: str | None, limit: int = TITLE) -> str:
    """`text` in small letters without accents, TeX formatting and punctuation: words with one space between."""
    if not text:
        return ""
    text = text[:limit]
    if "\\" in text:
        text = _TEX_ACCENT.sub(r"\1", _TEX_FORMAT.sub(" ", text))
    return _NOT_WORD.sub(" ", fold(text)).strip()
