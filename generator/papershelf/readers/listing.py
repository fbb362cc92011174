"""Author listing: a line with category and date, a line with title and authors, the abstract.

    CLJul 31, 2024
    Gemma 2: Improving Open Language Models at a Practical SizeGemma Team, Morgane Riviere et al. · deepmind
    In this work, we introduce Gemma 2, …

The category is glued to the date, the title to the first author; `et al.` and affiliations behind a middle dot may
follow. Comment lines, or the paper's `arXiv:ID`, may stand below the abstract. No published description: the format of
dump 004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import dropwhile
from typing import Any

from papershelf import identifiers
from papershelf.model import Problem, Record
from papershelf.readers import dates, headings, prose
from papershelf.readers.abstracts import stated_by
from papershelf.readers.marks import ID, version_of
from papershelf.readers.prose import Kind, Unit
from papershelf.readers.sheet import UNSEEN, Sheet, Span, excerpt

NAME = "author listing"
RIGHT_HEADER = "a line like “CLJul 31, 2024”"
RIGHT_HEADING = "a line “TitleFirst Author, Second Author et al.” below it"
_HEADER_LENGTH = 60
_CODE = r"[A-Za-z][A-Za-z-]*(?:\.[A-Za-z-]+)?"
_DAY = rf"\.?[ \t]+(?P<rest>{dates.DAY_IN_WORDS})"
_DATED = re.compile(rf"(?P<code>(?:{_CODE}?)??)[ \t]*(?P<month>{dates.MONTH}){_DAY}", re.A)
# No month, but written like one: reported as a date that does not exist.
_MISDATED = re.compile(
    rf"(?P<code>[A-Z]{{2,}}(?:-[A-Z]+)*|[a-z-]+\.[A-Z]{{2}})(?P<month>[A-Z][a-z]{{2,8}}){_DAY}", re.A
)
# At the end of an abstract that has lost its line break.
_GLUED = re.compile(
    rf"(?<=[.!?)\]\"”])(?:[A-Z]{{2}}|[a-z-]{{2,8}}\.[A-Z]{{2}}){dates.MONTH}\.?[ \t]+{dates.DAY_IN_WORDS}[ \t]*$",
    re.A,
)
_ABSTRACT_AFTER_ET_AL = re.compile(r"(?<= et al\.)(?=[A-Z][^·]{150,}[.!?]\s*$)")
_ENDS_AS_HEADING = re.compile(r"\bet al\.?$|\s·\s[^.]*$")


@dataclass(frozen=True, slots=True)
class _Header:
    span: Span
    category: str | None
    day: date | None
    """None where the date written does not exist."""


@dataclass(slots=True)
class _Entry:
    """What is said of one paper, and the text behind it that is nothing of it."""

    header: _Header | None
    start: int
    end: int
    heading: Span | None = None
    abstract: list[Unit] = field(default_factory=list)
    comments: list[Unit] = field(default_factory=list)
    arxiv: str | None = None
    version: int | None = None
    stray: Span | None = None


def looks_like(text: str) -> bool:
    """Whether a line holds nothing but a category and a date, or an abstract ends in one."""
    for line in re.split(r"[\r\n]+", text):
        if _header_in(line) if len(line) <= _HEADER_LENGTH else _GLUED.search(line[-_HEADER_LENGTH:]):
            return True
    return False


def read(text: str, path: str) -> Iterator[Record | Problem]:
    """The file's records and problems, in order."""
    sheet = Sheet(text, path, NAME)
    entries = list(_entries(sheet))
    file = headings.Words(unit.text for entry in entries for unit in entry.abstract)
    lines = [sheet.words(entry.heading) if entry.heading else "" for entry in entries]
    alone = headings.Texts(file=file)
    persons = frozenset(name for line in lines if line for name in headings.names_alone(line, alone))
    for entry, line in zip(entries, lines, strict=True):
        own = headings.Words(unit.text for unit in entry.abstract)
        yield from _items(sheet, entry, line, headings.Texts(own, file, persons))


def _items(sheet: Sheet, entry: _Entry, line: str, texts: headings.Texts) -> Iterator[Record | Problem]:
    """The record of an entry, what is wrong with it, and the text that is none of it."""
    header, span = entry.header, (entry.start, entry.end)
    if entry.heading or entry.abstract:
        yield sheet.record(
            *span,
            category=header.category if header else None,
            created=header.day if header else None,
            abstract=prose.joined(entry.abstract),
            arxiv=entry.arxiv,
            version=entry.version,
            **stated_by(tuple(unit.text for unit in entry.comments)),
            **(_title_and_authors(line, texts) if line else {}),
        )
        if header is None:
            yield sheet.remark(*(entry.heading or span), "no category and date above this heading", RIGHT_HEADER)
        if entry.heading is None:
            yield sheet.remark(*span, "no title and authors above this abstract", RIGHT_HEADING)
    elif header:
        yield sheet.unused(*span, f"no paper follows {excerpt(sheet.text[slice(*header.span)])}", RIGHT_HEADING)
    if header and header.day is None:
        written = excerpt(sheet.text[slice(*header.span)])
        yield sheet.remark(*header.span, f"{written} is no date", "a day that exists, as “Jul 31, 2024”")
    if entry.stray:
        message = f"{excerpt(sheet.text[slice(*entry.stray)])} belongs to no paper"
        yield sheet.unused(*entry.stray, message, f"{RIGHT_HEADER}, then title and authors, then the abstract")


def _title_and_authors(line: str, texts: headings.Texts) -> dict[str, Any]:
    found = headings.decide(line, texts)
    facts: dict[str, Any] = {"heading": line, "splits": found.splits, "affiliations": found.line.affiliations}
    if found.settled:
        facts["title"] = found.settled.title
        facts["authors"] = found.settled.authors
        facts["authors_complete"] = bool(found.settled.authors) and not found.line.et_al
        facts["settled_by"] = "text"
    return facts


def _header_in(line: str) -> tuple[str | None, date | None] | None:
    """Category and day that a whole line states: (`CL`, day) of `CLJul 31, 2024`; None where it is no header."""
    line = line.strip().strip(UNSEEN).strip()
    m = _DATED.fullmatch(line)
    code = m["code"] if m else ""
    if m and (not code or re.fullmatch("[A-Z]{2}", code) or "." in code or identifiers.category(code)[2]):
        return code or None, dates.in_words(m["month"], m["rest"])
    m = _MISDATED.fullmatch(line)
    return (m["code"], None) if m else None


def _entries(sheet: Sheet) -> Iterator[_Entry]:
    """The file, header by header. What stands before the first header is an entry without header."""
    header: _Header | None = None
    body: list[Span] = []
    start = 0
    for span in _lines(sheet):
        first, last = sheet.ink(*span)
        found = _header_in(sheet.text[first:last]) if 0 < last - first <= _HEADER_LENGTH else None
        if found is None:
            body.append(span)
            continue
        yield from _below(sheet, header, body, start, span[0])
        start, header, body = span[0], _Header((first, last), *found), []
    yield from _below(sheet, header, body, start, len(sheet.text))


def _lines(sheet: Sheet) -> Iterator[Span]:
    """The lines, a header glued to the end of one being a line by itself."""
    for start, end in sheet.lines:
        glued = None if end - start < _HEADER_LENGTH else _GLUED.search(sheet.text, end - _HEADER_LENGTH, end)
        yield from ((start, glued.start()), (glued.start(), end)) if glued else ((start, end),)


def _below(sheet: Sheet, header: _Header | None, body: Sequence[Span], start: int, end: int) -> Iterator[_Entry]:
    """The entry of a header, and entries below it that lack theirs. `start` and `end` bound what is theirs."""
    start, end = sheet.ink(start, end)
    if start == end:
        return
    entry = _Entry(header, start, header.span[1] if header else start)
    rest = list(body)
    if header:
        rest = list(dropwhile(lambda span: sheet.text[slice(*span)].isspace() or span[0] == span[1], rest))
    if header and rest:
        line = sheet.ink(*rest[0])
        glued = _ABSTRACT_AFTER_ET_AL.search(sheet.text, *line)
        if glued:
            entry.heading, rest[0] = (line[0], glued.start()), (glued.start(), line[1])
        elif not _is_prose(sheet.words(line)):
            entry.heading, rest = line, rest[1:]
    yield from _fill(sheet, entry, rest, end)


def _is_prose(line: str) -> bool:
    """Whether the line where a heading should be is an abstract."""
    if _ENDS_AS_HEADING.search(line[-120:]) or not prose.ends_sentence(line):
        return False
    return prose.kind_of(line) is Kind.TEXT or prose.makes_a_claim(line)


def _fill(sheet: Sheet, entry: _Entry, lines: Sequence[Span], end: int) -> Iterator[_Entry]:
    """Give `entry` the abstract and comments that follow; what is none of it is handed on with it, in order."""
    no_texts = headings.Texts()
    if entry.heading:
        entry.end = entry.heading[1]
    for unit in prose.units(sheet, lines):
        if unit.kind is Kind.BLANK:
            continue
        if entry.stray is None and (entry.header or entry.heading) and _take(sheet, entry, unit):
            entry.end = unit.span[1]
        elif unit.kind is not Kind.TEXT and "\n" not in unit.text and headings.is_heading(unit.text, no_texts):
            yield entry
            start = sheet.ink(entry.stray[1] if entry.stray else entry.end, end)[0]
            entry = _Entry(None, start, unit.span[1], heading=unit.span)
        else:
            entry.stray = (entry.stray[0] if entry.stray else sheet.ink(entry.end, end)[0], unit.span[1])
    if entry.stray:
        entry.stray = (entry.stray[0], end)
    elif entry.header or entry.heading:
        entry.end = end
    else:
        entry.stray = (entry.start, end)
    yield entry


def _take(sheet: Sheet, entry: _Entry, unit: Unit) -> bool:
    """Give a unit to the entry if it can be its abstract, a further paragraph, a comment or its id."""
    text = sheet.text[unit.span[0] : unit.span[1]]
    if entry.arxiv:
        return False
    m = ID.match(text)
    if m:
        version, stop = version_of(text, m.end(), len(text))
        if stop < len(text) or not entry.abstract:
            return False
        entry.arxiv, entry.version = identifiers.canonical(m[1]), version
    elif unit.kind is Kind.COMMENT:
        entry.comments.append(unit)
    elif not entry.abstract:
        if unit.kind not in (Kind.TEXT, Kind.SENTENCE) and prose.weight(unit.text) < 60:
            return False
        entry.abstract.append(unit)
    elif entry.comments or not prose.joins(entry.abstract[-1], unit):
        return False
    else:
        entry.abstract.append(unit)
    return True
