"""The lines of a text → its pieces: abstracts, lines of marks, comments, and whatever else there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papershelf.readers import prose
from papershelf.readers.loose.beside import Beside, back, front, whole
from papershelf.readers.prose import Kind
from papershelf.readers.sheet import UNSEEN, Sheet, Span

_RULE = re.compile(r"[-=*_~#–—\s]{3,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_LEAD = re.compile(r"(?:[-*+•·–—▪◦‣][ \t]+|\[[0-9]{1,4}\][ \t]*|\(?(?!(?:19|20)[0-9]{2})[0-9]{1,4}[.):][ \t]+)")
"""What lists put before an entry. `[2401.12345]` is no number of one."""
_NUMBER = re.compile(r"[0-9]+", re.A)
_LABEL = re.compile(r"(?:\*\*|__|#+ )?(?:abstract|summary)(?:\*\*|__)?[ \t]*(?:[:.—–-]|\*\*)+[ \t]*(?:\*\*|__)?", re.I)


_FULL = 0.7
"""A wrapped line fills this part of the widest one; what is shorter was ended on purpose."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together."""

    span: Span
    text: str
    """In one line, without numbers, quotation marks and marks."""
    kind: Kind | None
    """None for a line of marks."""
    beside: Beside
    listed: bool
    """It has a number or a bullet, or is a quotation."""

    @property
    def is_abstract(self) -> bool:
        return self.kind is Kind.TEXT


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    """Without number, bullet and quotation marks."""
    listed: bool


def pieces(sheet: Sheet) -> Iterator[Piece]:
    """All of the text but blank lines and rules, in order."""
    block: list[_Line] = []
    number = ""
    for span in sheet.lines:
        start, end = sheet.ink(*span)
        line = sheet.text[start:end].strip(UNSEEN)
        bare = _QUOTE.sub("", line, count=1).strip()
        if not bare or _RULE.fullmatch(bare):
            yield from _of_block(block)
            block = []
            continue
        lead = _LEAD.match(bare)
        if lead and block and not _is_next(lead[0], number, block[-1].text):
            lead = None
        if lead:
            number = lead[0]
            yield from _of_block(block)
            block = []
        block.append(_Line((start, end), bare[lead.end() :] if lead else bare, bool(lead) or bare != line))
    yield from _of_block(block)


def _is_next(lead: str, last: str, before: str) -> bool:
    """Whether a number or bullet begins an entry, and does not stand within one: `… in Section\n2. We …`"""
    numbers = [int(found[0]) for found in map(_NUMBER.search, (last, lead)) if found]
    if len(numbers) == 2:
        return numbers[1] == numbers[0] + 1
    return prose.ends_sentence(before) or len(before) > prose.WRAPPED_AT


def _of_block(block: Sequence[_Line]) -> Iterator[Piece]:
    """Of lines without a blank line between them: what was wrapped is one piece, long lines are one each."""
    group: list[_Line] = []
    widest = max((len(line.text) for line in block), default=0)
    for line in block:
        marks = whole(line.text)
        if group and (marks or not _goes_on(group[-1].text, line.text, widest)):
            yield _piece(group)
            group = []
        if marks:
            yield Piece(line.span, line.text, None, marks, line.listed)
        else:
            group.append(line)
    if group:
        yield _piece(group)


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Whether a line goes on with the text of the one before it."""
    if widest > prose.WRAPPED_AT:
        return line[:1].islower() and not prose.ends_sentence(before)
    return line[:1].islower() or len(before) + len(line.partition(" ")[0]) > _FULL * widest


def _piece(group: Sequence[_Line]) -> Piece:
    span = group[0].span[0], group[-1].span[1]
    text = " ".join(" ".join(line.text.split()) for line in group)
    found, rest = front(text)
    behind, rest = back(rest)
    found.take(behind)
    if label := _LABEL.match(rest):
        rest = rest[label.end() :]
    kind = prose.kind_of(rest)
    if found and kind is not Kind.TEXT:
        return Piece(span, text, prose.kind_of(text), Beside(), group[0].listed)
    return Piece(span, rest, kind, found, group[0].listed)
