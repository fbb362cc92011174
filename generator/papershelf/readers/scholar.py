"""A person's papers as copied from their page at Google Scholar: title, authors, venue, a line each, then the number of
citations and the year.

    Rivers at rest
    A Brook, B Stream, C Lake
    Journal of River Studies 12 (3), 101-119, 2019
    250	2019

No format: it is what a browser makes of the page's table (https://scholar.google.com/citations). The venue may be
missing, and so may citations; authors that the page cuts end in `...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item, Problem, Record
from papershelf.readers import entry, tagged
from papershelf.readers.bylines import byline
from papershelf.readers.references.ids import ids_in
from papershelf.readers.references.venues import published
from papershelf.readers.sheet import LINE_START, Sheet, Span

NAME = "author page"

_END = re.compile(r"[ \t]*(?:[0-9]{1,6}\*?)?[ \t]+(?P<year>(?:19|20)[0-9]{2})[ \t]*|(?P<alone>(?:19|20)[0-9]{2})")
_ENDS = re.compile(rf"{LINE_START}(?:[0-9]{{1,6}}\*?)?[ \t]+(?:19|20)[0-9]{{2}}[ \t]*(?=[\r\n]|\Z)")
_FRAME = re.compile(r"(?:title|cited by|year|sort|articles|cited by\s+year|title\s+cited by\s+year)\W*", re.I)
_SAMPLE = 20_000
_LONGEST = 600
"""Characters of a line of an entry."""


def looks_like(text: str) -> bool:
    """Near the beginning of the text is an entry, with a line of names in its place."""
    if not _ENDS.search(text, 0, _SAMPLE):
        return False
    sheet = Sheet(text[:_SAMPLE], "", NAME)
    return any(_names(sheet, lines) for lines, _ in _entries(sheet))


def read(text: str, path: str) -> Iterator[Item]:
    """The papers of the page and what stands between them, in order."""
    sheet = Sheet(text, path, NAME)
    done = 0
    for lines, year in _entries(sheet):
        yield from tagged.between(sheet, done, lines[0][0])
        yield from _record(sheet, lines, year)
        done = lines[-1][1]
    yield from tagged.between(sheet, done, len(text))


def _entries(sheet: Sheet) -> Iterator[tuple[list[Span], str]]:
    """The lines of each entry, the one that ends it among them, and its year. What stands before its title (the head of
    the table) is in none."""
    lines: list[Span] = []
    for start, end in sheet.lines:
        a, b = sheet.ink(start, end)
        if a == b:
            continue
        ends = _END.fullmatch(sheet.text, start, end) if end - start < 40 else None
        if ends and len(lines) > 1:
            yield [*_of_the_entry(sheet, lines), (a, b)], ends["year"] or ends["alone"]
            lines = []
        else:
            lines.append((a, b))


def _of_the_entry(sheet: Sheet, lines: list[Span]) -> list[Span]:
    """The title and what follows: of several lines those from the one before the names."""
    lines = [line for line in lines if not _FRAME.fullmatch(sheet.text, *line)] or lines
    for number in range(len(lines) - 1, 0, -1):
        if _byline(sheet, lines[number]):
            return lines[number - 1 :]
    return lines


def _names(sheet: Sheet, lines: list[Span]) -> bool:
    return len(lines) > 2 and _byline(sheet, lines[1])


def _byline(sheet: Sheet, line: Span) -> bool:
    """Whether a line is of names as the page has them: initials first, `AB van den Brook`."""
    text = sheet.text[line[0] : min(line[1], line[0] + _LONGEST)]
    found = byline(text)
    return bool(found and (found.initials or (len(found.names) == 1 and re.match(r"[A-Z]{1,3} [^\W\d_]{2,}", text))))


def _record(sheet: Sheet, lines: list[Span], year: str) -> Iterator[Record | Problem]:
    said = [sheet.words(line) for line in lines[:-1]]
    if not _names(sheet, lines):
        fix = "title, authors and venue, a line each, before the year"
        yield sheet.unused(lines[0][0], lines[-1][1], f"no line of names before {year}", fix)
        return
    names = byline(said[1])
    ids, venue = ids_in(" ".join(said[2:]))
    where = published(venue)
    yield from entry.record(
        sheet,
        lines[0][0],
        lines[-1][1],
        entry.Fields(
            title=said[0],
            authors=names.names if names else (),
            others=bool(names and names.others),
            venue=where.venue,
            volume=where.volume,
            number=where.number,
            pages=where.pages,
            year=year,
            arxiv=ids.arxiv,
            doi=ids.doi,
            addresses=ids.addresses,
        ),
    )
