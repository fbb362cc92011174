"""The marks that end an entry: `arXiv:ID` and `Created: DATE [Updated: DATE]`, also with text glued to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from papershelf import identifiers
from papershelf.readers import dates
from papershelf.readers.prose import ends_sentence
from papershelf.readers.sheet import UNSEEN, Sheet, Span

ID = re.compile(rf"arxiv:[ \t]*({identifiers.ARXIV_ID})", re.I | re.A)
_PREFIX = re.compile("arxiv:", re.I)
_BROKEN_ID = re.compile(
    r"arxiv:[ \t]*([0-9][0-9./]*(?:v[0-9]+)?|[a-z-]{2,10}(?:\.[a-z]{2})?/[0-9]*|(?=[\s]*$))", re.I | re.A
)
_VERSION = re.compile(r"v([0-9]+)", re.A)
_DATES = re.compile(r"(created|updated)\s*:\s*", re.I)
_GAP = re.compile(r"[\s,;|·]*")
_GOES_ON = re.compile(r"\s+[a-z]")
_PUNCTUATION = re.compile(r"[).,;:\]]|\s*[(\[]?v[0-9]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|\S*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One token of a dump: a piece of text (to the end of its line at most), a mark, or a blank line."""

    kind: Literal["text", "id", "broken id", "dates", "blank"]
    span: Span
    arxiv: str | None = None
    version: int | None = None
    created: date | None = None
    updated: date | None = None
    wrong: tuple[tuple[Span, str], ...] = ()
    """Dates that are none: (where, as written)."""


def marks(sheet: Sheet) -> Iterator[Mark]:
    """The file's tokens, in order; every character that is not white space is in one of them."""
    text = sheet.text
    for number, (start, end) in enumerate(sheet.lines):
        at, end = start, sheet.ink(start, end)[1]
        if at >= end or not text[at:end].strip().strip(UNSEEN):
            yield Mark("blank", (start, sheet.lines[number][1]))
            continue
        while at < end:
            mark = _mark_at(sheet, at, end, number)
            yield mark
            at = mark.span[1]


def version_of(text: str, at: int, end: int) -> tuple[int | None, int]:
    """The version written at `at`, and where it ends. The next text may be glued to it and start with a digit.

    `v12We` is version 12; `v23D vision` is version 2, then `3D vision`; `v12048 is a game` is version 1, then `2048`.
    """
    m = _VERSION.match(text, at, min(end, at + 12))
    if not m:
        return None, at
    digits, rest = m[1], text[m.end() : m.end() + 2]
    length = len(digits)
    if length == 2 and re.match(r"[DG][^a-z]|[DG]$", rest):
        length = 1
    elif length > 2:
        lengths = [n for n in (1, 2) if digits[n] != "0"]
        length = next(
            (n for n in lengths if re.fullmatch("(?:19|20)[0-9]{2}", digits[n:])), lengths[0] if lengths else 1
        )
    if digits[0] == "0":
        return None, at
    return int(digits[:length]), at + 1 + length


def _mark_at(sheet: Sheet, at: int, end: int, line: int) -> Mark:
    text = sheet.text
    while at < end and (text[at].isspace() or text[at] in UNSEEN):
        at += 1
    id_mark = _id_at(sheet, at, end, line)
    if id_mark:
        return id_mark
    if _DATES.match(text, at, end):
        found = _dates_at(text, at, end)
        if found:
            return found
    stop = _glued_id(text, at + 1, end)
    return Mark("text", (at, stop if stop is not None else end))


def _id_at(sheet: Sheet, at: int, end: int, line: int) -> Mark | None:
    """The id, whole or broken, that begins at `at`; None where there is none, or where a sentence mentions it."""
    m = ID.match(sheet.text, at, end)
    if m:
        version, stop = version_of(sheet.text, m.end(), end)
        rest = sheet.text[stop : min(end, stop + 40)]
        if rest.strip().isdecimal() and stop + 40 > end:
            return Mark("broken id", (at, end))
        if _is_mentioned(sheet, line, at, rest, end - stop):
            return None
        return Mark("id", (at, stop), identifiers.canonical(m[1]), version)
    m = _BROKEN_ID.match(sheet.text, at, end)
    if m and not _GOES_ON.match(sheet.text, m.end(), end):
        return Mark("broken id", (at, m.end()))
    return None


def _is_mentioned(sheet: Sheet, line: int, at: int, rest: str, length: int) -> bool:
    """Whether an id at the start of a line stands in a sentence that was wrapped just there. `rest` follows it on the
    line, `length` characters in all."""
    if _PUNCTUATION.match(rest):
        return True
    if rest.strip() and (not _GOES_ON.match(rest) or _DATES.match(rest.lstrip())):
        return False
    before, after = (_line(sheet, number) for number in (line - 1, line + 1))
    within = len(before) > 40 and not ends_sentence(before) and at == sheet.ink(*sheet.lines[line])[0]
    if rest.strip():
        return within or (bool(before) and length < 200)
    return within and after[:2].islower() and after[:2].isalpha()


def _line(sheet: Sheet, number: int) -> str:
    """The text of a line without blanks around it; nothing where there is no such line."""
    return sheet.text[slice(*sheet.ink(*sheet.lines[number]))] if 0 <= number < len(sheet.lines) else ""


def _glued_id(text: str, at: int, end: int) -> int | None:
    """Where in the rest of a line an id is glued to the end of a sentence, with nothing or the next text glued to it.

    `(see arXiv:2001.04536)` is a mention; `…is solved.arXiv:2001.04536We show…` is a mark.
    """
    for m in _PREFIX.finditer(text, at, end):
        before = text[m.start() - 1]
        if before.isspace() or not (before.isalnum() or before in ".!?。)\"”'’$%"):
            continue
        found = ID.match(text, m.start(), end)
        if not found:
            continue
        _, stop = version_of(text, found.end(), end)
        after = text[stop : stop + 1] if stop < end else ""
        if not after or not (after.isspace() or after.islower() or after in ").,;:]'’"):
            return m.start()
    return None


def _dates_at(text: str, at: int, end: int) -> Mark | None:
    """`Created: 2025-07-07 Updated: 2025-07-08`, in any order, each at most once."""
    found: dict[str, date | None] = {}
    wrong: list[tuple[Span, str]] = []
    start = stop = at
    while m := _DATES.match(text, stop, end):
        name = m[1].lower()
        value = _DATE.match(text, m.end(), end)
        if name in found or value is None:
            break
        whole = value[0]
        found[name] = dates.iso(whole)
        at, stop = m.end(), value.end()
        if found[name] is None:
            if not whole[:1].isdigit():
                if end - start > 60:
                    return None  # a sentence that happens to begin with the word
                following = _DATES.search(text, at, end)
                stop = following.start() if following else end
            wrong.append(((m.start(), stop), text[at:stop].strip()))
        gap = _GAP.match(text, stop, end)
        if gap and _DATES.match(text, gap.end(), end):
            stop = gap.end()
    return Mark("dates", (start, stop), created=found.get("created"), updated=found.get("updated"), wrong=tuple(wrong))
