"""A table in text → its rows, each with its exact span.

Quoting as in RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180): a cell in quotation marks may hold delimiters and line
breaks, and `""` in it is one mark. The csv module reads the same, but does not tell where a row stands, and takes all
the rest of a file into a cell whose mark is not closed. Here a mark that no mark before a delimiter or a line's end
closes is a character like any other, so that it costs no other row anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.readers.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank."""

    start: int
    end: int
    cells: list[str]
    open: bool = False
    """A quotation mark in it is not closed."""


class Quoting:
    """How cells are told apart: by `delimiter`, and by quotation marks where the table has them."""

    def __init__(self, delimiter: str, quotes: bool = True) -> None:
        self.delimiter = delimiter
        self.quotes = quotes
        d = re.escape(delimiter)
        quoted = rf' *"((?:[^"]++|"")*+)" *(?=[{d}\r\n]|\Z)'
        self._cell = re.compile(rf"{quoted}|([^{d}\r\n]*+)")
        self._cells = re.compile(rf"(?:\A|{d})(?:{quoted}|([^{d}]*+))")

    def cells(self, line: str) -> tuple[list[str], bool]:
        """The cells of one line, and whether one of them begins with a mark that the line does not close."""
        if not self.quotes or '"' not in line:
            return line.split(self.delimiter), False
        found = []
        is_open = False
        for quoted, bare in self._cells.findall(line):
            if quoted:
                found.append(quoted.replace('""', '"') if '""' in quoted else quoted)
            elif bare in ('""', ""):
                found.append("")
            else:
                found.append(bare)
                is_open = is_open or (bare.count('"') % 2 == 1 and bare.lstrip()[:1] == '"')
        return found, is_open

    def row(self, text: str, start: int) -> tuple[list[str], int]:
        """The cells of the row that begins at `start`, over several lines if need be, and where it ends."""
        found = []
        pos = start
        while True:
            m = self._cell.match(text, pos)
            assert m is not None  # the second alternative takes anything, even nothing
            found.append(m[1].replace('""', '"') if m.lastindex == 1 else m[0])
            pos = m.end()
            if text[pos : pos + 1] != self.delimiter:
                return found, pos
            pos += 1


def rows(sheet: Sheet, first: int, quoting: Quoting, width: int) -> Iterator[Row]:
    """The rows from line number `first` on; `width` is how many cells a row should have."""
    text, lines = sheet.text, sheet.lines
    number = first
    while number < len(lines):
        start, end = lines[number]
        number += 1
        line = text[start:end]
        if not line or line.isspace():
            continue
        cells, is_open = quoting.cells(line)
        if is_open:
            whole, stop = quoting.row(text, start)
            if stop > end and (len(whole) == width or not _fits(sheet, number, quoting, width)):
                cells, is_open, end = whole, False, stop
                number = sheet.line_of(stop - 1) + 1
        yield Row(start, end, cells, is_open)


def _fits(sheet: Sheet, number: int, quoting: Quoting, width: int) -> bool:
    """Whether a line is a whole row by itself: then a mark before it was left open by mistake."""
    if number >= len(sheet.lines):
        return False
    cells, is_open = quoting.cells(sheet.text[slice(*sheet.lines[number])])
    return len(cells) == width and not is_open
