"""Two records side by side, field by field, for a terminal: in columns where it is wide, one below the other where not.

Source text is cleaned here, before any colour is added: what comes out is safe to print as it is.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence

import click

from papershelf.model import Contrast
from papershelf.text import sentence_cut, to_plain
from papershelf.text.beside import Words, beside

COLUMNS_FROM = 88
"""Width of a terminal from which the two sides stand in columns."""
_WIDEST = 150
_LABEL = 12
_GAP = 3
_SIGNS = {False: "≠", None: " ", True: "="}
_LONGEST = 1_500
_AGREEING = 160
"""Characters shown of a text that both have."""


def width() -> int:
    """Columns of the terminal, or of a page where there is none."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, _WIDEST))


def prose(text: str, wide: int, bold: bool = False) -> Iterator[str]:
    """A sentence, in lines."""
    for line in _wrapped(_plain(text), wide):
        yield click.style(_styled(line), bold=True) if bold else _styled(line)


def fields(sides: Sequence[Contrast], heads: tuple[str, str], wide: int) -> Iterator[str]:
    """The lines: `heads` say what the sides are. `≠` before a field that differs, `=` before one that agrees."""
    rows: list[tuple[str, Words, Words]] = [("", _plain(heads[0]), _plain(heads[1]))]
    rows += [(f"{_SIGNS[each.agree]} {each.field}", *_values(each)) for each in sides]
    for label, a, b in rows:
        if wide >= COLUMNS_FROM:
            yield from _columns(label, a, b, (wide - _LABEL - _GAP) // 2)
        else:
            yield from _stacked(label, a, b, wide)


def _values(each: Contrast) -> tuple[Words, Words]:
    if each.agree is False:
        return beside(_cut(each.a), _cut(each.b))
    most = _AGREEING if each.agree else _LONGEST
    return _plain(_cut(each.a, most) or "–"), _plain(_cut(each.b, most) or "–")


def _cut(source: str, most: int = _LONGEST) -> str:
    return sentence_cut(to_plain(source), most)


def _plain(text: str) -> Words:
    return [(word, False) for word in to_plain(text).split()]


def _columns(label: str, a: Words, b: Words, room: int) -> Iterator[str]:
    left, right = _wrapped(a, room), _wrapped(b, room)
    for number in range(max(len(left), len(right))):
        x = left[number] if number < len(left) else []
        y = right[number] if number < len(right) else []
        space = " " * (room - _columns_of(x) + _GAP)
        yield f"{label if not number else '':<{_LABEL}}{_styled(x)}{space}{_styled(y)}".rstrip()


def _stacked(label: str, a: Words, b: Words, wide: int) -> Iterator[str]:
    if label:
        yield label
    for sign, words in (("A ", a), ("B ", b)):
        for number, line in enumerate(_wrapped(words, wide - 6)):
            yield f"    {sign if not number else '  '}{_styled(line)}"


def _styled(words: Words) -> str:
    return " ".join(click.style(word, bold=True, fg="yellow") if differs else word for word, differs in words)


def _wrapped(words: Words, room: int) -> list[Words]:
    """Lines of at most `room` columns; a word that is longer is cut."""
    lines: list[Words] = [[]]
    used = 0
    for whole, differs in words:
        for word in _pieces(whole, room):
            size = _size(word)
            if lines[-1] and used + 1 + size > room:
                lines.append([])
            used = used + 1 + size if lines[-1] else size
            lines[-1].append((word, differs))
    return lines


def _pieces(word: str, room: int) -> Iterator[str]:
    start = used = 0
    for number, sign in enumerate(word):
        size = _size(sign)
        if used + size > room:
            yield word[start:number]
            start, used = number, 0
        used += size
    yield word[start:]


def _columns_of(words: Words) -> int:
    return sum(_size(word) for word, _ in words) + max(len(words) - 1, 0)


def _size(text: str) -> int:
    """Columns that a terminal gives it: two for a wide sign, none for a mark on another."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
