"""A reference list as copied from a PDF: numbered entries, or entries that begin with their authors.

    [1] A. Weir and J. Moor, “Weirs considered helpful,” in Proc. Weir Workshop, 2018, pp. 12–15.
    [2] Tan, M., & Brook, A. B. (2019). Gradient rivers. Journal of River Studies, 12(3), 101–119.

No format: styles are conventions (IEEE: https://ieeeauthorcenter.ieee.org, APA: https://apastyle.apa.org, ACM,
Vancouver, and what natbib makes of them), and copying breaks lines, words and columns. So only what is plain is taken:
ids, a title in quotes or between names and the next full stop, the names before it. An entry that shows neither title
nor id is a problem that holds its text: a wrong title would be worse than none.

    entries    the text -> entries, their lines joined again
    styles     an entry -> authors, title, year, what follows
    titles     what may be a title, and where it ends; ids: DOI, arXiv id, addresses
    venues     what follows -> venue, volume, pages
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from papershelf.model import Item
from papershelf.readers import colons, entry
from papershelf.readers.pointers import pointer
from papershelf.readers.references.entries import Entry, entries, is_frame_of_dblp, is_heading, unfold
from papershelf.readers.references.styles import Reading, read_entry
from papershelf.readers.references.venues import published
from papershelf.readers.sheet import Sheet, excerpt

NAME = "reference list"
_RIGHT = "a title in quotes behind the authors, or a DOI, as “doi:10.1234/abc”"
_ENTRY = "entries that begin with “[1]”, “1.” or with their authors"
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*[\r\n]")
_SAMPLE = 20
_LONGEST_SAMPLE = 60_000


def looks_like(text: str) -> bool:
    """Whether the text is made of entries that read as references do: names in front, a year, an id, pages."""
    sheet = Sheet(text[:_LONGEST_SAMPLE], "", NAME)
    found = list(islice(entries(sheet), _SAMPLE))
    readings = _readings(sheet, found)
    good = sum(reading.is_reference for reading in readings)
    if found and all(one.number for one in found):
        return good * 2 >= len(found) and (good > 1 or len(found) == 1)
    # Without numbers nothing but the names tells: what begins with a sentence is an abstract.
    named = sum(bool(reading.authors and reading.title and reading.year) for reading in readings)
    headed = bool(found) and is_heading(text[: found[0].start].strip()[-100:])
    return named * 10 >= 7 * len(found) and named > (0 if headed or _is_alone(sheet, found) else 1)


def _is_alone(sheet: Sheet, found: Sequence[Entry]) -> bool:
    """Whether a text is one paragraph and one reference."""
    start, end = sheet.ink(0, len(sheet.text))
    return [(one.start, one.end) for one in found] == [(start, end)] and not _BLANK_LINE.search(sheet.text, start, end)


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, asides and problems, in order."""
    sheet = Sheet(text, path, NAME)
    at = 0
    found = list(entries(sheet))
    for one, reading in zip(found, _readings(sheet, found), strict=True):
        yield from _between(sheet, at, one.start)
        yield from _items(sheet, one, reading)
        at = one.end
    yield from _between(sheet, at, len(text))


def _readings(sheet: Sheet, found: Sequence[Entry]) -> list[Reading]:
    texts = [unfold(sheet, one) for one in found]
    used = colons.are_used(texts)
    return [read_entry(text, used) for text in texts]


def _between(sheet: Sheet, start: int, end: int) -> Iterator[Item]:
    start, end = sheet.ink(start, end)
    if start == end:
        return
    raw = sheet.text[start:end]
    if is_heading(raw) or is_frame_of_dblp(raw):
        yield sheet.aside(start, end)
    else:
        yield sheet.unused(start, end, f"{excerpt(raw)} is no reference", _ENTRY)


def _items(sheet: Sheet, one: Entry, reading: Reading) -> Iterator[Item]:
    known = [found for address in reading.addresses if (found := pointer(address))]
    if not (reading.title or reading.arxiv or reading.doi or reading.other_ids or known):
        raw = excerpt(sheet.text[one.start : one.end])
        yield sheet.unused(one.start, one.end, f"neither title nor id can be read surely in {raw}", _RIGHT)
        return
    yield from entry.record(sheet, one.start, one.end, fields(reading))


def fields(reading: Reading) -> entry.Fields:
    """What a reference says, as an entry."""
    where = published(reading.behind) if reading.title else published("")
    return entry.Fields(
        title=reading.title,
        authors=reading.authors,
        others=reading.others,
        year=reading.year,
        venue=where.venue,
        volume=where.volume,
        number=where.number,
        pages=where.pages,
        doi=reading.doi,
        arxiv=reading.arxiv,
        addresses=reading.addresses,
        other_ids=reading.other_ids,
    )
