"""Loose abstracts: paragraphs as people paste them one below the other, each with what tells whose it is, or without.

    [2401.12345] We show that rivers …

    2. We count ducks on ponds … (submitted 2 Jan 2024)

    > This paper asks why streams …
    >
    > — https://doi.org/10.5555/abc

No format: what stands `beside` an abstract may be an id, an address or a day, before or behind it or in a line of its
own, in any brackets. Whether such lines stand before or behind is told by the first and the last of the file: never
does an abstract get the id of its neighbour. A short line above each abstract is its title. Abstracts behind which
stand `arXiv:ID` or `Created:` are those of `blocks` and `runon`.

    pieces     lines -> abstracts, lines of marks, comments, whatever else there is
    beside     marks: ids, addresses, days
    entries    which of these belong together
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from papershelf.model import Item
from papershelf.readers import abstracts, entry, prose
from papershelf.readers.joining import joined
from papershelf.readers.loose.entries import Entry, entries, is_titled, marks_first
from papershelf.readers.loose.pieces import Piece, pieces
from papershelf.readers.prose import Kind
from papershelf.readers.sheet import UNSEEN, Sheet, excerpt

NAME = "loose abstracts"
_SAMPLE = 60_000
_OF_OTHERS = re.compile(r"(?:arxiv:|created:|updated:)", re.I)
_LONG = 150
"""Characters from which a text without anything beside it is taken for an abstract."""


def looks_like(text: str) -> bool:
    """Whether most of the text is abstracts, and something beside them or their number shows that they are several."""
    if text.lstrip(UNSEEN + " \t\r\n")[:1] in ("<", "{"):
        return False
    found = list(pieces(Sheet(text[:_SAMPLE], "", NAME)))
    texts = [piece for piece in found if piece.is_abstract]
    claims = sum(prose.makes_a_claim(piece.text) for piece in texts)
    if not texts or 2 * claims < len(texts) or any(piece.text.startswith("|") for piece in texts):
        return False
    if not marks_first(found) and any(_of_others(piece) for piece in found):
        return False
    others = sum(piece.kind in (Kind.SENTENCE, Kind.PHRASE) for piece in found)
    titles = sum(map(is_titled, entries(found)))
    if others - titles > len(texts) // 3:
        return False
    marked = sum(bool(piece.beside) for piece in found)
    if 2 * marked >= len(texts):
        return any(piece.beside.pointers for piece in found) or (len(texts) > 1 and titles == 0)
    long = all(prose.weight(piece.text) >= _LONG for piece in texts)
    return len(texts) > 1 and others == 0 and long and 4 * claims >= 3 * len(texts)


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, what is wrong with them, and what belongs to none, in order."""
    sheet = Sheet(text, path, NAME)
    return joined(sheet, _items(sheet))


def _items(sheet: Sheet) -> Iterator[Item]:
    found = list(entries(list(pieces(sheet))))
    full = [one for one in found if one.paragraphs]
    titled = len(full) > 0 and 3 * sum(map(is_titled, full)) >= 2 * len(full)
    have_ids = any(one.beside.pointers for one in found)
    at = 0
    for one in found:
        if not titled and one.above and one.start == one.above[0].span[0]:
            one.start = one.paragraphs[0].span[0]
        yield from _between(sheet, at, one.start)
        if one.start < one.end:
            yield from _record(sheet, one, titled)
            if have_ids and not one.beside.pointers:
                yield sheet.remark(one.start, one.end, abstracts.NO_ID, abstracts.A_LINE_WITH_ID)
        at = one.end
    yield from _between(sheet, at, len(sheet.text))


def _between(sheet: Sheet, start: int, end: int) -> Iterator[Item]:
    start, end = sheet.ink(start, end)
    if start == end:
        return
    if any(prose.kind_of(line) not in (Kind.BLANK, Kind.MARK) for line in sheet.text[start:end].splitlines()):
        said = excerpt(sheet.text[start:end])
        yield sheet.unused(start, end, f"{said} belongs to no paper", "an abstract with its id, or nothing")
    else:
        yield sheet.aside(start, end)


def _of_others(piece: Piece) -> bool:
    return piece.kind is None and not piece.listed and _OF_OTHERS.match(piece.text) is not None


def _record(sheet: Sheet, one: Entry, titled: bool) -> Iterator[Item]:
    beside = one.beside
    ids = [what for what in beside.pointers if what.arxiv]
    arxiv = ids[0].arxiv if ids else ""
    amiss = abstracts.amiss(arxiv.partition("v")[0] or None, beside.created, beside.updated)
    if amiss:
        beside = replace(beside, created=None, updated=None)
    fields = entry.Fields(
        title=one.above[0].text if titled and is_titled(one) else "",
        abstract="\n\n".join(piece.text for piece in one.paragraphs),
        arxiv=arxiv + (beside.version if arxiv and "v" not in arxiv else ""),
        category=beside.category,
        created=beside.created,
        updated=beside.updated,
        doi=next((what.doi for what in beside.pointers if what.doi), ""),
        other_ids=[what.other for what in beside.pointers if what.other[0]],
        addresses=[what.address for what in beside.pointers if what.address],
        comments=[piece.text for piece in one.below],
    )
    yield from entry.record(sheet, one.start, one.end, fields)
    if amiss:
        yield sheet.remark(one.start, one.end, amiss, "the dates of this very paper; they are not used")
    for piece in () if titled and is_titled(one) else one.above:
        if piece.span[0] > one.start:
            said = f"{excerpt(piece.text)} is no abstract, comment or id"
            yield sheet.remark(*piece.span, said, "a title above each abstract, or above none")
    if beside.is_of_two:
        yield sheet.remark(one.start, one.end, "two ids beside one abstract", "an abstract for each id")
    if beside.pointers and not one.paragraphs:
        yield sheet.remark(one.start, one.end, "no abstract stands beside this id", "the abstract, then its id")
