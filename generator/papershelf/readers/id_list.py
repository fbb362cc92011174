"""A list of ids and addresses, one or more a line.

    2401.12345
    https://arxiv.org/abs/2005.14165v4   # to read
    10.18653/v1/2020.acl-main.1, P18-1001
    - openreview.net/forum?id=B1ckMDqlg (the long version)

Bullets and numbers before and notes behind an id are welcome; `#` and `//` begin comments. The text above an address,
or before it on its line, is a note as well: browsers hand over tabs as `Title` and address, in one line or two. Forms
of ids: `pointers`. A file of nothing but numbers is a list of PubMed ids, as
https://pubmed.ncbi.nlm.nih.gov/help/#save-pmid writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from papershelf.model import Item
from papershelf.readers import entry
from papershelf.readers.pointers import LONGEST, Pointer, pointer
from papershelf.readers.sheet import UNSEEN, Sheet, Span, excerpt

NAME = "id list"
_RIGHT = "an id or address a line: “arXiv:2407.14622”, “https://doi.org/10.1234/abc”"
_SAMPLE = 500
"""So many lines tell whether a file is a list."""
_LONGEST_NOTE = 200
_PROSE = 250
_COMMENT = re.compile(r"#(?!\d)|//|;")
_COLUMN = re.compile(r"\"?(?:doi|dois|pmid|arxiv(?:[ _]?id)?|ids?|urls?|links?)\"?", re.I)
_BULLET = re.compile(r"(?:(?:[-*+•·–—▪◦‣>]|\[[0-9]{1,4}\]|\(?[0-9]{1,4}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?")
_LABEL = re.compile(
    r"(?:(?:arxiv|doi|pmid|pmcid|pubmed(?: id)?|isbn(?:-1[03])?|openreview|acl|corpus ?id|dblp)[ \t]*[:=]?[ \t]+"
    r"|(?:url|link|paper|pdf)[ \t]*:[ \t]*)",
    re.I,
)
_ISBN = re.compile(r"isbn(?:-1[03])?[ \t]*:?[ \t]*[0-9][0-9 -]{8,15}[0-9Xx](?![0-9])", re.I)
_WORD = re.compile(r"\S+")
_SEPARATOR = re.compile(r"[ \t]*[,;|][ \t]*|[ \t]+")
_AROUND = "<>()[]{}\"'“”‘’`*"
_CATEGORY = re.compile(r"\[([a-z-]+(?:\.[A-Za-z-]{2,12})?)\][ \t]*")
_DATES = re.compile(r"(?:created|updated):", re.I)
# Doe, J. (2021). Title. Jane Doe. 2021. Title.
_YEAR = r"(?:1[89]|20)[0-9]{2}[a-z]?"
_REFERENCE = re.compile(rf"[^()]{{5,2000}}(?:[\s,.]\({_YEAR}\)[.,:]?|\.\s{_YEAR}\.)\s\S")
_SENTENCE = re.compile(r"(?<=.{40})[.!?)”\"]\s*\Z")
_NUMBER = re.compile(r"[1-9][0-9]{5,7}")
_BEFORE_A_NOTE = " \t#-–—:|/,;(="


@dataclass(frozen=True, slots=True)
class _Found:
    """An id in the text."""

    span: Span
    what: Pointer
    is_address: bool


@dataclass(slots=True)
class _Line:
    span: Span
    kind: Literal["blank", "comment", "ids", "text"]
    ids: tuple[_Found, ...] = ()
    note: str = ""
    """What is written beside the ids."""

    @property
    def is_prose(self) -> bool:
        return self.kind == "text" and self.span[1] - self.span[0] > _PROSE


_BLANK = _Line((0, 0), "blank")
"""Stands for every blank line: a text may have millions."""


def looks_like(text: str) -> bool:
    """Whether most lines begin with an id or an address, or hold nothing but one below a title."""
    lines = list(islice((m for m in re.finditer(r"[^\r\n]+", text) if not m[0].isspace()), _SAMPLE))
    if _are_numbers(m[0].strip() for m in lines):
        return True
    good = bad = addresses = prose = 0
    after_a_sentence = False
    for m in lines:
        line = _line(text, (m.start(), min(m.end(), m.start() + 2 * LONGEST)))
        if line.kind == "ids" and after_a_sentence and not line.ids[0].is_address:
            return False  # an abstract and its id
        after_a_sentence = line.kind == "text" and _SENTENCE.search(m[0]) is not None
        if line.kind == "text":
            if _DATES.match(m[0].strip()):
                return False
            bad += 1
            prose += line.is_prose
        elif line.kind == "ids":
            if len(line.note) > _LONGEST_NOTE or _REFERENCE.match(line.note):
                bad += 1
                continue
            good += 1
            addresses += line.ids[0].is_address
    if good < 1 or prose * 4 > good:
        return False
    return good > 2 * bad or (good > bad and prose == 0 and bad < 3) or (addresses == good and good >= bad)


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, asides and problems, in order."""
    sheet = Sheet(text, path, NAME)
    numbers = _are_numbers(text[start:end].strip() for start, end in sheet.lines)
    lines = [_number(text, span) if numbers else _line(text, span) for span in sheet.lines]
    _leave_dumps_whole(text, lines)
    _join_titles(text, lines)
    waiting: Span | None = None  # text that is of no record, so far
    for line in lines:
        if line.kind == "blank":
            continue
        if line.kind == "text":
            waiting = (waiting[0] if waiting else line.span[0], line.span[1])
            continue
        if waiting:
            yield _unused(sheet, waiting)
            waiting = None
        if line.kind == "comment":
            yield sheet.aside(*line.span)
        else:
            yield from _records(sheet, line)
    if waiting:
        yield _unused(sheet, waiting)


def _unused(sheet: Sheet, span: Span) -> Item:
    return sheet.unused(*span, f"no id or address in {excerpt(sheet.text[slice(*span)])}", _RIGHT)


def _records(sheet: Sheet, line: _Line) -> Iterator[Item]:
    """A record for each id of a line; together they hold all of the line."""
    last = len(line.ids) - 1
    for number, found in enumerate(line.ids):
        start = line.span[0] if number == 0 else found.span[0]
        end = line.span[1] if number == last else sheet.ink(start, line.ids[number + 1].span[0])[1]
        note = line.note if number == last else ""
        category = _CATEGORY.match(note) if found.what.arxiv else None
        if category:
            note = note[category.end() :]
        what = found.what
        fields = entry.Fields(
            arxiv=what.arxiv,
            doi=what.doi,
            other_ids=(what.other,) if what.other[0] else (),
            addresses=(what.address,) if what.address else (),
            category=category[1] if category else "",
            notes=(note,) if note else (),
        )
        yield from entry.record(sheet, start, end, fields)


def _line(text: str, span: Span) -> _Line:
    """What a line holds."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in UNSEEN):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in UNSEEN):
        end -= 1
    if start == end:
        # Characters without width are text that nobody sees; they may not be lost.
        inked = text[slice(*span)].strip()
        return _Line(_ink(text, *span), "comment") if inked else _BLANK
    whole = _ink(text, *span)
    if _COMMENT.match(text, start) or _COLUMN.fullmatch(text, start, end):
        return _Line(whole, "comment")
    bullet = _BULLET.match(text, start, end)
    at = bullet.end() if bullet else start
    found: list[_Found] = []
    while at < end and (one := _id_at(text, at, end)):
        found.append(one)
        gap = _SEPARATOR.match(text, one.span[1], end)
        at = gap.end() if gap else one.span[1]
        if gap is None:
            break
    if found:
        return _Line(whole, "ids", tuple(found), _note(text[found[-1].span[1] : end]))
    if end - start <= LONGEST and (behind := _address_behind(text, start, end)):
        return _Line(whole, "ids", (behind,), _note(text[at : behind.span[0]]))
    return _Line(whole, "text")


def _ink(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _id_at(text: str, at: int, end: int) -> _Found | None:
    """The id or address that begins at `at`."""
    if m := _ISBN.match(text, at, end):
        what = pointer(m[0])
        return _Found(m.span(), what, False) if what else None
    label = _LABEL.match(text, at, end)
    start = label.end() if label else at
    word = _WORD.match(text, start, min(end, start + 2 * LONGEST))
    if word is None:
        return None
    stop = word.end()
    cut = start + len(re.split("[,;|]", word[0], maxsplit=1)[0])
    if cut < stop and (stop - start > LONGEST or _all_point(word[0])):
        stop = cut
    for last in dict.fromkeys((stop, cut)):
        piece = text[start:last].strip(_AROUND).rstrip(".:")
        if not piece or len(piece) > LONGEST:
            continue
        # A bare number is an id only where its label says so.
        what = pointer((label[0] if label and "//" not in piece else "") + piece) or pointer(piece)
        if what:
            return _Found((at, last), what, "://" in piece)
    return None


def _all_point(word: str) -> bool:
    """Whether commas separate ids, rather than belonging to one: `10.1234/a,b` is one DOI."""
    return all(pointer(part.strip(_AROUND)) for part in re.split("[,;|]", word) if part)


def _address_behind(text: str, start: int, end: int) -> _Found | None:
    """The address that ends a line of text: `Title - https://arxiv.org/abs/2407.14622`."""
    at = max(text.rfind(blank, start, end) for blank in " \t\u00a0") + 1
    piece = text[at:end].strip(_AROUND)
    if at <= start or not ("://" in piece or piece.lower().startswith(("arxiv:", "doi:"))):
        return None
    what = pointer(piece)
    return _Found((at, end), what, True) if what else None


def _note(text: str) -> str:
    text = " ".join(text.split()).strip(_BEFORE_A_NOTE + " ")
    return text[:-1].strip() if text.endswith(")") and text.count(")") > text.count("(") else text


def _leave_dumps_whole(text: str, lines: list[_Line]) -> None:
    """Where an abstract stands before an id, or a date after it, they are of another format, id and all."""
    before: _Line | None = None
    for line in lines:
        if line.kind == "blank":
            continue
        if line.kind == "ids" and before and before.is_prose:
            line.kind = "text"
        elif before and before.kind == "ids" and line.kind == "text" and _DATES.match(text, line.span[0]):
            before.kind = "text"
        before = line


def _join_titles(text: str, lines: list[_Line]) -> None:
    """A line right above an address, with nothing above itself, is its note."""
    for number in range(1, len(lines)):
        title, line = lines[number - 1], lines[number]
        alone = number == 1 or lines[number - 2].kind in ("blank", "comment")
        if title.kind != "text" or title.is_prose or not alone or line.kind != "ids" or not line.ids[0].is_address:
            continue
        if not text[line.span[0] : line.ids[0].span[0]].strip():
            words = " ".join(text[slice(*title.span)].split())
            line.note = f"{words}; {line.note}" if line.note else words
            line.span, title.kind = (title.span[0], line.span[1]), "blank"


def _are_numbers(lines: Iterable[str]) -> bool:
    count = 0
    for line in filter(None, lines):
        if not _NUMBER.fullmatch(line):
            return False
        count += 1
    return count > 1


def _number(text: str, span: Span) -> _Line:
    whole = _ink(text, *span)
    what = pointer(f"PMID:{text[slice(*whole)]}")
    return _Line(whole, "ids", (_Found(whole, what, False),)) if what else _Line(whole, "blank")
