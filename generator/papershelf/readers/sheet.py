"""A file's text as readers see it: its lines, and records and problems cut out of it with their places.

A *span* is a pair of offsets into the text, end exclusive. What readers hand out is always a span of the text as it is,
so nothing is lost or doubled by accident.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from typing import Any

from papershelf.model import Aside, Place, Problem, Record

Span = tuple[int, int]
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
LINE_START = r"(?:\A|(?<=[\r\n]))"
"""For patterns: `^` does not know a lone carriage return."""
UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
"""Characters without width, a byte-order mark among them: text, but nothing that a person could see."""


def record_key(raw: str) -> str:
    """A name for a record that stays when its file grows, moves or gets other line ends: `r-` and 10 hex digits.

    Two records with the same text have the same key: whatever a person says about one holds for the other.
    """
    return "r-" + hashlib.sha256(" ".join(raw.split()).encode("utf-8", "surrogatepass")).hexdigest()[:10]


class Sheet:
    """The text of one file."""

    def __init__(self, text: str, path: str, form: str) -> None:
        self.text = text
        self.path = path
        self.form = form
        """The format that is read: key of `readers.READERS`."""
        self.lines: list[Span] = [match.span(1) for match in _LINE.finditer(text)]
        """Every line, without its line break (`\\n`, `\\r\\n` or `\\r`, as editors count)."""
        self._starts = [start for start, _ in self.lines]

    def ink(self, start: int, end: int) -> Span:
        """The span without the white space at its ends; `start` equals `end` where all is."""
        piece = self.text[start:end].rstrip()
        left = len(piece) - len(piece.lstrip())
        return start + left, start + max(left, len(piece))

    def line_of(self, offset: int) -> int:
        """Number of the line that holds the character at `offset`, counted from 0."""
        return bisect_right(self._starts, offset) - 1

    def place(self, start: int, end: int) -> Place:
        first, last = self.line_of(start), self.line_of(max(start, end - 1))
        return Place(self.path, first + 1, last + 1, start)

    def words(self, span: Span) -> str:
        """The text of a span in one line: every run of white space one space."""
        return " ".join(self.text[span[0] : span[1]].split())

    def record(self, start: int, end: int, /, **facts: Any) -> Record:
        """A record whose text is the span."""
        raw = self.text[start:end]
        return Record(place=self.place(start, end), raw=raw, key=record_key(raw), format=self.form, **facts)

    def unused(self, start: int, end: int, message: str, fix: str) -> Problem:
        """A problem that holds the text of the span, which no record has."""
        return Problem(self.place(start, end), message, fix, self.text[start:end])

    def aside(self, start: int, end: int) -> Aside:
        """The text of the span, which says nothing about a paper: a header, a comment, a bracket."""
        return Aside(self.place(start, end), self.text[start:end])

    def remark(self, start: int, end: int, message: str, fix: str) -> Problem:
        """A problem with text that a record holds."""
        return Problem(self.place(start, end), message, fix)


def excerpt(text: str, limit: int = 60) -> str:
    """The beginning of source text for a message, in quotes."""
    short = " ".join(text[: 4 * limit].split())
    return f"“{short[:limit].rstrip()}…”" if len(short) > limit or len(text) > 4 * limit else f"“{short}”"
