"""arXiv listings as copied from the browser or the mail: pages of new and recent papers, search results, the page of
one paper, and the daily mail.

    [1] arXiv:2401.12345 [pdf, html, other]
    Title: Rivers at rest
    Authors: Ann Brook, Bo Stream
    Comments: 12 pages
    Subjects: Computation and Language (cs.CL); Machine Learning (cs.LG)

Line breaks between the parts may be missing, and so may the label `Authors:`, as on the pages of today. The pages:
https://arxiv.org/list/cs.CL/new, https://arxiv.org/search/; their templates and the grammar of the mail are public in
https://github.com/arXiv/arxiv-browse (browse/templates/list, browse/services/listing).

    heads    where an entry begins, and what that line states
    parts    the text of an entry -> its labelled values
    facts    the values -> a record
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from papershelf.model import Item
from papershelf.readers.arxiv_listing.facts import records
from papershelf.readers.arxiv_listing.heads import Head, heads
from papershelf.readers.arxiv_listing.parts import parts
from papershelf.readers.pointers import pointer
from papershelf.readers.sheet import Sheet, Span, excerpt

NAME = "arXiv listing"
_RIGHT = "entries that begin as “[1] arXiv:2401.12345 [pdf, html, other]”"
_SHORT = 160
_HEADLINE = re.compile(
    r"[-=%_ ]*|(?:From|To|Subject|Date|Reply-To|Sender|Message-Id|MIME-Version|Content-\S+):.*", re.I
)


def looks_like(text: str) -> bool:
    """Whether an entry begins anywhere as arXiv writes it."""
    return next(heads(text), None) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, asides and problems, in order."""
    sheet = Sheet(text, path, NAME)
    found = list(heads(text))
    yield from _between(sheet, 0, found[0].span[0] if found else len(text))
    for number, head in enumerate(found):
        limit = found[number + 1].span[0] if number + 1 < len(found) else len(text)
        values = parts(sheet, head, limit)
        start, end = sheet.ink(head.span[0], values.end)
        yield from records(sheet, head, values, start, end)
        yield from _between(sheet, values.end, limit)


def _between(sheet: Sheet, start: int, end: int) -> Iterator[Item]:
    """The text around entries. Short lines are the frame of a page or mail; what begins with another line, or with an
    id, may be of another format."""
    start, end = sheet.ink(start, end)
    if start == end:
        return
    lines = [sheet.ink(*line) for line in _lines(sheet, start, end)]
    strange = next((a for a, b in lines if not _is_frame(sheet.text[a:b])), None)
    frame_end = end if strange is None else sheet.ink(start, strange)[1]
    if start < frame_end:
        yield sheet.aside(start, frame_end)
    if strange is not None:
        yield sheet.unused(strange, end, f"{excerpt(sheet.text[strange:end])} belongs to no paper", _RIGHT)


def _lines(sheet: Sheet, start: int, end: int) -> Sequence[Span]:
    first, last = sheet.line_of(start), sheet.line_of(end - 1)
    return [(max(start, a), min(end, b)) for a, b in sheet.lines[first : last + 1]]


def _is_frame(line: str) -> bool:
    return bool(_HEADLINE.fullmatch(line)) or (len(line) <= _SHORT and pointer(line.split(" ")[-1]) is None)


__all__ = ["NAME", "Head", "looks_like", "read"]
