r"""BibTeX text without the braces that only keep a style from changing letters: `{BERT}: {D}eep` → `BERT: Deep`.

What is left is source text: macros with their arguments, accents and math stay as they are (`papershelf.text` reads
them), and so do braces that are text (`\{`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from papershelf.text import to_plain
from papershelf.text.macros import symbol, unicode_of

_MARK = re.compile(r"(\\[A-Za-z]+\*?[ \t]*)|\\.|(\$(?:[^$\\]|\\.)*+\$)|(\{)|(\})", re.S)
_ACCENTS = frozenset("\\" + mark for mark in "'`^\"~=.")
_ONE_SYMBOL = re.compile(r"\{(?:\\([A-Za-z]+)(?:\{\}| )?|\\([^A-Za-z]))\}")
_NOT_SHOWN = re.compile(r"\{?\\(?:[sS]ort)?[nN]oop(?:sort)?\s*\{[^{}]*\}\}?")
"""What is there for sorting only, by a macro that most style files define in their preamble."""
_MACRO_WITH_ARGUMENT = re.compile(r"\\[A-Za-z]{3,30}\*?\{")
_LEFT_OVER = re.compile(r"[{}]")
_TIE = re.compile(r"(?<!\\)~")
_ACCENTED = re.compile(r"""\{\\(['`^"~=.])\{?([A-Za-z])\}?\}|\\(['`^"~=.])\{([A-Za-z])\}""")
_COMBINING = dict(zip("'`^\"~=.", "\u0301\u0300\u0302\u0308\u0303\u0304\u0307", strict=True))
_LONGEST = 1_000
"""A longer name is not a name: its TeX is left alone."""


def unprotected(text: str) -> str:
    """`text` without the braces that only protect. Linear; braces that do not pair stay."""
    if "{" not in text:
        return text
    if "\\" not in text and "$" not in text:
        return _LEFT_OVER.sub("", text) if text.count("{") == text.count("}") else text
    if "oop" in text:
        text = _NOT_SHOWN.sub("", text)
    text = _ONE_SYMBOL.sub(_symbol, text)
    drop: list[int] = []
    open_at: list[tuple[int, bool]] = []
    argument_at = -1  # where a brace would open the argument of what ends there
    for m in _MARK.finditer(text):
        if m[3]:
            keep = (
                m.start() == argument_at
                or text[max(0, m.start() - 1) : m.start()] in ("_", "^")
                or (text[m.end() : m.end() + 1] == "\\" and not _MACRO_WITH_ARGUMENT.match(text, m.end()))
            )
            open_at.append((m.start(), keep))
            argument_at = -1
        elif m[4]:
            if open_at:
                start, keep = open_at.pop()
                if keep:
                    argument_at = m.end()  # \href{…}{…}
                else:
                    drop += start, m.start()
        elif m[1] or m[0] in _ACCENTS:
            argument_at = m.end()
    if not drop:
        return text
    drop.sort()
    cuts = zip([-1, *drop], [*drop, len(text)], strict=True)
    return "".join(text[a + 1 : b] for a, b in cuts)


def _symbol(m: re.Match[str]) -> str:
    r"""`{\&}` → `\&`, `{\textendash}` → `–`; a macro of another kind stays."""
    if m[2]:
        return m[0] if m[0][1:3] in _ACCENTS else m[0][1:-1]
    return symbol(m[1]) or m[0]


@lru_cache
def _letter(accent: str, letter: str) -> str:
    return unicodedata.normalize("NFC", letter + _COMBINING[accent])


def readable(text: str) -> str:
    r"""A name or another short value as a reader sees it: `Schr{\"o}dinger` → `Schrödinger`, `J.~K.` → `J. K.`"""
    if "~" in text:
        text = _TIE.sub(" ", text)
    if "\\" in text:
        text = _ACCENTED.sub(lambda m: _letter(m[1] or m[3], m[2] or m[4]), text)  # nearly all TeX that names have
    if "\\" in text:
        text = to_plain(unprotected(text))
        if "\\" in text and len(text) <= _LONGEST:  # accents upon accents: pylatexenc reads what our text does not
            text = unicode_of(text)
    if "{" in text or "}" in text:
        text = _LEFT_OVER.sub("", text)
    return " ".join(text.split())
