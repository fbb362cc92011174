"""Tables of papers: CSV and TSV, as Zotero, Scopus, Web of Science and spreadsheets write them.

    title,authors,year,link,tags
    "Ponds, and ducks",Anna Drake and Bo Swan,2016,https://doi.org/10.5555/pond.2016.4,ponds

The first row names the columns (`columns`); what separates the cells (a comma, a semicolon, a tab, a bar) is seen from
it. A line `sep=;` (Excel) or a caption of some lines may stand before it. A table without such a row is not read:
nobody could say what is what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item, Record
from papershelf.readers import entry
from papershelf.readers.columns import DELIMITERS, Header, header, is_name
from papershelf.readers.joining import joined
from papershelf.readers.row_fields import fields
from papershelf.readers.rows import Quoting, Row, rows
from papershelf.readers.sheet import UNSEEN, Sheet

NAME = "CSV and TSV"
_HEAD = 20_000
"""Characters in which the header must stand."""
_BEFORE_HEADER = 5
"""Lines that may stand before it, none of them long."""
_LONGEST_CAPTION = 300
_LINE = re.compile(r"[^\r\n]+")
_ABSTRACTS = re.compile(rf'[{UNSEEN}]*"?abstract"?[ \t]*[\r\n]+"', re.I)
"""A table of one column."""
_SEP = re.compile(r'"?sep=(.)"?\s*', re.I)
_AS_TEXT = re.compile(r'="(.*)"', re.S)  # what spreadsheets are told lest they make a number of it
_RIGHT = 'a cell for each column; one that has a delimiter or a line break in it in quotation marks, as "a, b"'


def looks_like(text: str) -> bool:
    """Whether one of the first lines names columns of papers."""
    return _find_header(text) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, asides and problems, in order."""
    sheet = Sheet(text, path, NAME)
    return joined(sheet, _items(sheet))


def _items(sheet: Sheet) -> Iterator[Item]:
    text = sheet.text
    found = _find_header(text)
    if found is None:
        start, end = sheet.ink(0, len(text))
        if start < end:
            yield sheet.unused(start, end, "no row names the columns", "a first row as “title,authors,year,doi”")
        return
    at, delimiter, columns = found
    quoting = Quoting(delimiter, quotes=not columns.tagged)
    start, end = sheet.ink(0, at)
    if start < end:
        yield sheet.aside(start, end)
    for row in rows(sheet, sheet.line_of(at), quoting, columns.width):
        start, end = sheet.ink(row.start, row.end)
        if start == end:
            continue
        another = header(row.cells) if is_name(row.cells[0]) or is_name(row.cells[-1]) or row.start <= at else None
        if row.start <= at and len(row.cells) == columns.width:
            another = another or columns  # of one column
        if another is not None:
            columns = another
            yield sheet.aside(start, end)
        elif not any(cell and not cell.isspace() for cell in row.cells) or _is_comment(row):
            yield sheet.aside(start, end)
        else:
            yield from _row(sheet, start, end, row, columns, delimiter)


def _find_header(text: str) -> tuple[int, str, Header] | None:
    """(where its line begins, delimiter, columns)"""
    told = ""
    for number, line in enumerate(_LINE.finditer(text[:_HEAD])):
        words = line[0].lstrip(UNSEEN)
        if m := _SEP.fullmatch(words):
            told = m[1]
            continue
        found = _header(words, told or DELIMITERS)
        if number == 0 and _ABSTRACTS.match(text, line.start()):
            found = ",", Header(1, {"abstract": (0,)}, tagged=False)
        if found and (number == 0 or told or found[1].names > 2):
            return line.start(), *found
        if number >= _BEFORE_HEADER or len(words) > _LONGEST_CAPTION:
            return None
    return None


def _header(line: str, delimiters: str) -> tuple[str, Header] | None:
    best: tuple[str, Header] | None = None
    for delimiter in delimiters:
        if delimiter not in line or (delimiter == "|" and line.startswith("|")):  # a table in Markdown
            continue
        found = header(Quoting(delimiter).cells(line)[0])
        if found and (best is None or found.names > best[1].names):
            best = delimiter, found
    return best


def _is_comment(row: Row) -> bool:
    return len(row.cells) == 1 and row.cells[0].lstrip().startswith("#")


def _row(sheet: Sheet, start: int, end: int, row: Row, columns: Header, delimiter: str) -> Iterator[Item]:
    cells, width = row.cells, columns.width
    wrong = f"{len(cells)} cells under {width} names of columns"
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        fitted = _fitted(cells, columns, delimiter)
        if fitted is None:
            yield sheet.unused(start, end, wrong, _RIGHT)
            return
        cells = fitted
    elif len(cells) < width:
        cells = [*cells, *[""] * (width - len(cells))]
    elif not row.open:
        wrong = ""
    if any(cell[:2] == '="' for cell in cells):
        cells = [cell[2:-1] if _AS_TEXT.fullmatch(cell) else cell for cell in cells]
    if row.open:
        wrong = "a quotation mark that is not closed"
        cells = [cell.lstrip().removeprefix('"') if cell.count('"') == 1 else cell for cell in cells]
    for item in entry.record(sheet, start, end, fields(cells, columns)):
        yield item
        if wrong and isinstance(item, Record):
            yield sheet.remark(start, end, wrong, _RIGHT)


def _fitted(cells: list[str], columns: Header, delimiter: str) -> list[str] | None:
    """The cells of a row that has too many, where just one cell of text can have been cut apart by its delimiters."""
    more = len(cells) - columns.width
    found = []
    for role in ("title", "abstract", "authors", "venue", "notes", "keywords"):
        for i in columns.columns.get(role, ()):
            whole = delimiter.join(cells[i : i + more + 1])
            tried = [*cells[:i], whole, *cells[i + more + 1 :]]
            if _is_plausible(tried, columns):
                found.append(tried)
    return found[0] if len(found) == 1 else None


def _is_plausible(cells: list[str], columns: Header) -> bool:
    """Whether year, DOI and addresses stand where they belong; False where none tells."""
    told = 0
    for role, pattern in (("year", r"[0-9]{4}"), ("doi", r"\S*10\.\S+"), ("addresses", r"https?://\S+")):
        for i in columns.columns.get(role, ()):
            cell = cells[i].strip()
            if cell and not re.fullmatch(pattern, cell, re.I):
                return False
            told += bool(cell)
    return told > 0
