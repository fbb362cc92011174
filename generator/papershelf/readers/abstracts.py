"""What the two "text, then its id" formats share: an abstract, comment lines, `arXiv:ID`, perhaps its dates.

An entry ends with its marks. Before them stand, in this order, text that belongs to no paper (headings, rules),
abstracts whose id is missing, the entry's own abstract, and its comments; each is told from the others by what it looks
like (`prose`). An id belongs to the last abstract before it. A text that cannot be the abstract's first paragraph
becomes a record of its own, without id, and is reported: so no abstract ever gets another paper's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from typing import Any

from papershelf.identifiers import arxiv_year_month
from papershelf.model import Problem, Record
from papershelf.readers import comments, prose
from papershelf.readers.marks import Mark, marks
from papershelf.readers.prose import Kind, Unit
from papershelf.readers.sheet import Sheet, excerpt

NO_ID = "no id ends this abstract"
NO_WHOLE_ID = "is no complete arXiv id"
A_LINE_WITH_ID = "a line “arXiv:2407.14622” after it"
LONGEST_HOLD = 6
"""Months between submission and announcement that are believed."""


@dataclass(slots=True)
class _Entry:
    """Tokens up to and including the marks that end an entry."""

    text: list[Mark] = field(default_factory=list)
    ids: list[Mark] = field(default_factory=list)
    dates: Mark | None = None
    end: int = 0

    @property
    def ended(self) -> bool:
        return bool(self.ids or self.dates)


def read(sheet: Sheet) -> Iterator[Record | Problem]:
    """The records of a file in either format, and what is wrong with it, in order."""
    start = 0
    for entry in _entries(sheet):
        yield from _read_entry(sheet, entry, start)
        start = entry.end


def is_about_the_id(problem: Problem) -> bool:
    """Whether the problem is that a record has no id: a person can say which it is."""
    return problem.message == NO_ID or problem.message.endswith(NO_WHOLE_ID)


def _entries(sheet: Sheet) -> Iterator[_Entry]:
    entry, after_blank = _Entry(), False
    for mark in marks(sheet):
        if mark.kind == "blank":
            after_blank = True
            if not entry.ended:
                entry.text.append(mark)
            continue
        is_id = mark.kind in ("id", "broken id")
        another = (is_id and bool(entry.ids) and (entry.dates or after_blank)) or (mark.kind == "dates" and entry.dates)
        if entry.ended and (mark.kind == "text" or another):
            yield entry
            entry = _Entry()
        if mark.kind == "text":
            entry.text.append(mark)
        elif is_id:
            entry.ids.append(mark)
        else:
            entry.dates = mark
        entry.end = mark.span[1]
        after_blank = False
    if entry.ended or entry.text:
        entry.end = len(sheet.text)
        yield entry


def _read_entry(sheet: Sheet, entry: _Entry, start: int) -> Iterator[Record | Problem]:
    found = [unit for unit in prose.units(sheet, [mark.span for mark in entry.text]) if unit.kind is not Kind.BLANK]
    first, after = _own_abstract(found) if entry.ended else (len(found), len(found))
    for item in _without_id(sheet, found[:first], start):
        yield item
        start = max(start, item.place.offset + len(item.raw))
    if entry.ended:
        yield from _with_marks(sheet, entry, found[first:], after - first, start)
    elif (rest := sheet.ink(start, entry.end))[0] < rest[1]:
        yield sheet.unused(*rest, "characters that nobody sees", "nothing here")


def _own_abstract(found: Sequence[Unit]) -> tuple[int, int]:
    """Which units are the abstract of the id that follows: (first, after the last); comments come after them."""
    own = None
    for number, unit in enumerate(found):
        # A short text that says nothing about a paper, behind a long one, is a comment of two sentences.
        if unit.kind is Kind.TEXT and (own is None or prose.weight(unit.text) >= 250 or prose.makes_a_claim(unit.text)):
            own = number
    if own is None:
        sentences = [number for number, unit in enumerate(found) if unit.kind is Kind.SENTENCE]
        phrases = [
            number for number, unit in enumerate(found) if unit.kind is Kind.PHRASE and prose.weight(unit.text) >= 40
        ]
        own = next(iter((*sentences, *phrases)), None)
    if own is None:
        comments_behind = len(list(takewhile(lambda unit: unit.kind is Kind.COMMENT, reversed(found))))
        return len(found) - comments_behind, len(found) - comments_behind
    first = own
    while first > 0 and prose.joins(found[first - 1], _as_one(found[first : own + 1])):
        first -= 1
    return first, own + 1


def _as_one(found: Sequence[Unit]) -> Unit:
    return replace(found[0], span=(found[0].span[0], found[-1].span[1]), text=prose.joined(found) or "")


def _with_marks(
    sheet: Sheet, entry: _Entry, found: Sequence[Unit], paragraphs: int, start: int
) -> Iterator[Record | Problem]:
    """The record that the marks end, and what is wrong with it."""
    start, end = sheet.ink(start, entry.end)
    whole = [mark for mark in entry.ids if mark.kind == "id"]
    same = [mark for mark in whole if mark.arxiv == whole[0].arxiv]
    stated = tuple(unit.text for unit in found[paragraphs:] if unit.kind is not Kind.MARK)
    abstract = prose.joined(found[:paragraphs])
    if not whole and not abstract and not stated:
        right = "an abstract, then a line “arXiv:2407.14622”, before the dates"
        yield sheet.unused(start, end, f"{excerpt(sheet.text[start:end])} belongs to no paper", right)
        return
    dates = entry.dates
    arxiv = whole[0].arxiv if whole else None
    wrong = amiss(arxiv, dates.created, dates.updated) if dates else ""
    yield sheet.record(
        start,
        end,
        abstract=abstract,
        arxiv=arxiv,
        version=max((mark.version for mark in same if mark.version), default=None),
        created=dates.created if dates and not wrong else None,
        updated=dates.updated if dates and not wrong else None,
        **stated_by(stated),
    )
    if dates and wrong:
        yield sheet.remark(*dates.span, wrong, "the dates of this very paper; they are not used")
    yield from _remarks(sheet, entry, start, end, abstract, whole)
    for unit in found[paragraphs:]:
        if unit.kind is Kind.MARK:
            yield sheet.remark(
                *unit.span, f"{excerpt(unit.text)} is no abstract, comment or id", "headings outside of entries"
            )


def amiss(arxiv: str | None, created: date | None, updated: date | None) -> str:
    """Why dates cannot be those of the paper: the best witness that ids or dates have slipped by one entry.

    An id is issued when a paper is announced, in the month of its submission or, after a hold, some months later.
    """
    if created and updated and updated < created:
        return "updated before it was created"
    if arxiv and created:
        year, month = arxiv_year_month(arxiv)
        late = (year - created.year) * 12 + month - created.month
        if not 0 <= late <= LONGEST_HOLD:
            return f"created {created}, but the id arXiv:{arxiv} was issued in {year}-{month:02}"
    return ""


def stated_by(lines: tuple[str, ...]) -> dict[str, Any]:
    """What comment lines say, as fields of a Record."""
    return {
        "comments": lines,
        "publication": comments.publication(lines),
        "page_count": comments.page_count(lines),
        "code": comments.code_addresses(lines),
    }


def _remarks(
    sheet: Sheet, entry: _Entry, start: int, end: int, abstract: str | None, whole: Sequence[Mark]
) -> Iterator[Problem]:
    if not entry.ids:
        yield sheet.remark(start, end, NO_ID, A_LINE_WITH_ID)
    for mark in entry.ids:
        written = sheet.text[mark.span[0] : mark.span[1]]
        if mark.kind == "broken id":
            message = f"{excerpt(written, 40)} {NO_WHOLE_ID}"
            yield sheet.remark(
                *mark.span, message, "four digits, a point and five more (four before 2015): “arXiv:2407.14622”"
            )
        elif mark.arxiv != whole[0].arxiv:
            first = sheet.text[slice(*whole[0].span)]
            yield sheet.remark(*mark.span, f"a second id, {written}, after {first}", "an abstract before each id")
    if abstract is None and entry.ids:
        yield sheet.remark(*entry.ids[0].span, "no abstract stands before this id", "the abstract, then its id")
    if entry.dates:
        for span, written in entry.dates.wrong:
            yield sheet.remark(
                *span, f"{excerpt(written, 40)} is no date", "a day that exists, as “Created: 2024-07-31”"
            )


def _without_id(sheet: Sheet, found: Sequence[Unit], start: int) -> Iterator[Record | Problem]:
    """Abstracts that no id follows, each with its comments, as records without id; the rest as problems."""
    number = 0
    while number < len(found):
        last = number
        if found[number].kind is Kind.TEXT:
            while last + 1 < len(found) and prose.joins(found[last], found[last + 1]):
                last += 1
            paragraphs = last - number + 1
            while last + 1 < len(found) and found[last + 1].kind is Kind.COMMENT:
                last += 1
            span = sheet.ink(start, found[last].span[1])
            lines = tuple(unit.text for unit in found[number + paragraphs : last + 1])
            yield sheet.record(*span, abstract=prose.joined(found[number : number + paragraphs]), **stated_by(lines))
            yield sheet.remark(*span, NO_ID, A_LINE_WITH_ID)
        else:
            while last + 1 < len(found) and found[last + 1].kind is not Kind.TEXT:
                last += 1
            span = sheet.ink(start, found[last].span[1])
            message = f"{excerpt(sheet.text[slice(*span)])} belongs to no paper"
            yield sheet.unused(*span, message, "an abstract that ends with a line “arXiv:2407.14622”, or nothing")
        start = span[1]
        number = last + 1
