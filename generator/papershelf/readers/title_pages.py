"""Pages of proceedings and search results as copied from the browser: a title, below it a line of names, then links and
perhaps an abstract.

    Rivers at rest
    Ann Brook, Bo Stream
    [abs][Download PDF][OpenReview]

No format: it is what browsers make of the pages of NeurIPS, PMLR, the ACL Anthology, CVF, OpenReview and Google
Scholar. The names tell: a line of nothing but names, with the title right above it. One name alone may be a title as
well, so it counts only between sure ones. Lines that come again and again are the page's. Everything up to the next
title belongs to the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.model import Item
from papershelf.readers import entry
from papershelf.readers.bylines import Byline, byline
from papershelf.readers.pointers import pointer
from papershelf.readers.references.ids import ids_in
from papershelf.readers.references.titles import YEAR, may_be_a_title
from papershelf.readers.references.venues import published
from papershelf.readers.sheet import Sheet, Span

NAME = "title page"
_ENOUGH = 3
"""So many sure papers make a page; one that also says where it came out counts twice."""
_SAMPLE = 60_000
_LONGEST = 700
"""Characters of a line of names."""
_ABSTRACT = 200
_TAIL = re.compile(r"\s*;\s*(?=Proceedings\b|PMLR\b)|\s+[-–—]\s+(?=\S.*(?:19|20)[0-9]{2}\b)")
_SITE = re.compile(rf",?\s*({YEAR})(?:\s+[-–—]\s+\S.*)?\Z")
_LABELLED = re.compile(r"(abstract|keywords?|tl;?dr)\s*[:：]\s*(?=\S)", re.I)
# OpenReview: `Published: 16 Jan 2024, Last Modified: 21 Apr 2024ICLR 2024 posterEveryone`
_DAY = r"[0-9]{1,2} [A-Z][a-z]{2} (?:19|20)[0-9]{2}"
_DATED = re.compile(
    rf"(?:Published|Submitted|Posted|(?:Last )?Modified|Created): {_DAY}(?:, Last Modified: {_DAY})?\s*"
    rf"(?:(?P<venue>[A-Z][A-Za-z][\w @/-]{{0,50}}?) (?P<year>{YEAR})(?![0-9]))?.*"
)
_BADGE = re.compile(r"\[(?:PDF|HTML|BOOK|CITATION|B|C)\]\s+")
_LINKS = re.compile(
    r"(?:\W*\b(?:pdf|bib|bibtex|abs|abstract|supp|supplemental|code|arxiv|openreview|paper|download"
    r"|save|cite|cited by [0-9]+|related articles|all [0-9]+ versions|view as html|more)\b)+\W*"
)
_CUT = ("…", "...")


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    names: Byline | None
    tail: str
    """What follows the names in their line: where the paper came out."""
    is_frame: bool
    address: str

    @property
    def is_sure(self) -> bool:
        return bool(self.names and (self.names.sure or len(self.names.names) > 1))

    @property
    def may_be_a_title(self) -> bool:
        text = _BADGE.sub("", self.text)
        return not (self.is_frame or self.address or self.is_labelled) and may_be_a_title(text)

    @property
    def is_labelled(self) -> bool:
        return bool(_LABELLED.match(_BADGE.sub("", self.text)) or _DATED.match(self.text))


def looks_like(text: str) -> bool:
    """Whether the text has several titles with lines of names below, and they are most of what is not links."""
    lines = _lines(Sheet(text[:_SAMPLE], "", NAME))
    found = _papers(lines)
    sure = sum(lines[names].is_sure + bool(lines[names].tail) for _, names in found)
    plain = sum(not (line.is_frame or line.address or line.is_labelled or len(line.text) > _ABSTRACT) for line in lines)
    others = plain - 2 * len(found)
    return sure >= _ENOUGH and others <= 2 * len(found)


def read(text: str, path: str) -> Iterator[Item]:
    """The papers of the page, in order, and the head of the page."""
    sheet = Sheet(text, path, NAME)
    lines = _lines(sheet)
    papers = _papers(lines)
    start = lines[papers[0][0]].span[0] if papers else len(text)
    before = sheet.ink(0, start)
    if before[0] < before[1] and papers:
        yield sheet.aside(*before)
    elif before[0] < before[1]:
        yield sheet.unused(*before, "no title with a line of names below it", "title and authors, a line each")
    for number, (title, names) in enumerate(papers):
        stop = papers[number + 1][0] if number + 1 < len(papers) else len(lines)
        yield from _record(sheet, lines[title], lines[names], [*lines[title + 1 : names], *lines[names + 1 : stop]])


def _lines(sheet: Sheet) -> list[_Line]:
    """The lines that are not blank."""
    spans = [(a, b) for a, b in (sheet.ink(start, end) for start, end in sheet.lines) if a < b]
    texts = [sheet.text[a:b] if b - a <= 10 * _LONGEST else sheet.text[a : a + 10 * _LONGEST] for a, b in spans]
    often = Counter(texts)
    found = []
    for span, text in zip(spans, texts, strict=True):
        names, tail = _names(text) if len(text) <= _LONGEST else (None, "")
        is_frame = bool(_LINKS.fullmatch(text.lower())) or (often[text] > 2 and not (names and len(names.names) > 1))
        address = text if " " not in text and pointer(text) else ""
        found.append(_Line(span, text, None if is_frame else names, tail, is_frame, address))
    return found


def _names(text: str) -> tuple[Byline | None, str]:
    """The names of a line, and where the paper came out if that stands behind them."""
    cut = _TAIL.search(text)
    front, tail = (text[: cut.start()], text[cut.end() :]) if cut else (text, "")
    return byline(front.replace(" | ", ", ").replace("\u00a0", " ")), tail


def _papers(lines: list[_Line]) -> list[tuple[int, int]]:
    """The numbers of the lines with title and names of each paper."""
    found: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if not line.names or number == 0 or (found and found[-1][1] == number - 1 and not lines[number - 1].names):
            continue
        title = number - 1
        while title > 0 and lines[title].address:
            title -= 1
        above = lines[title]
        if not above.may_be_a_title or above.is_sure or (found and title <= found[-1][1]):
            continue
        if line.is_sure or line.tail or (len(line.names.names) == 1 and not _is_title(lines, number)):
            found.append((title, number))
    return found


def _is_title(lines: list[_Line], number: int) -> bool:
    """Whether a line that may be one name has a line of names below itself: then it is a title."""
    return number + 1 < len(lines) and lines[number + 1].is_sure


def _record(sheet: Sheet, title: _Line, line: _Line, others: list[_Line]) -> Iterator[Item]:
    said: dict[str, str] = {}
    for other in others:
        if m := _DATED.fullmatch(other.text):
            said |= {"v": m["venue"] or "", "y": m["year"] or ""}
        elif m := _LABELLED.match(other.text):
            said.setdefault(m[1].lower()[0], sheet.words((other.span[0] + m.end(), other.span[1])))
        elif len(other.text) > _ABSTRACT and not other.text.endswith(_CUT):
            said.setdefault("a", sheet.words(other.span))
    ids, tail = ids_in(line.tail)
    dated = _SITE.search(tail)
    where = published(f". {tail[: dated.start()] if dated else tail}")
    end = max(each.span[1] for each in (line, *others))
    fields = entry.Fields(
        title=_BADGE.sub("", sheet.words(title.span)),
        authors=line.names.names if line.names else (),
        others=bool(line.names and line.names.others),
        abstract=said.get("a", ""),
        venue=where.venue or said.get("v", ""),
        volume=where.volume,
        pages=where.pages,
        year=dated[1] if dated else said.get("y", ""),
        arxiv=ids.arxiv,
        doi=ids.doi,
        addresses=[other.address for other in others if other.address],
        keywords=[word.strip() for word in re.split(r"[;,]", said.get("k", "")) if word.strip()],
        notes=[said["t"]] if "t" in said else (),
    )
    yield from entry.record(sheet, title.span[0], end, fields)
