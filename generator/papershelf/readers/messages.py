"""Mails, chats and minutes: sentences with addresses of papers in them.

    Ann Lee  10:22 AM
    has anyone read https://arxiv.org/abs/2401.12345? The second half is for us

No format, and the last that is tried, on whole files only: a part of another format that mentions a paper is not about
it. Each address of a paper (`pointers`), `arXiv:…` or `doi:…` is a record, the words beside it or right above it are
its note. Names, times and what else people say are kept as asides; a whole paragraph without an address is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item
from papershelf.readers import entry
from papershelf.readers.pointers import Pointer, pointer
from papershelf.readers.sheet import UNSEEN, Sheet, Span, excerpt

NAME = "messages"
_RIGHT = "an address of the paper, as “https://arxiv.org/abs/2407.14622”, in the same line"
_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”|]{4,1000}|(?<![\w/.:])(?:arxiv|doi):\s?[0-9a-z][^\s<>\"“”|]{4,300}", re.I | re.A
)
_BEHIND = ".,;:!?*_'’`)]}"
_AROUND = " \t>*-–—•·|:;,.()<>[]\"'“”"
_CLOSING = re.compile(r"(?:\|[^<>|\r\n]{0,100})?[>)\]]{1,3}")  # Slack: <https://…|the paper>
_TIME = re.compile(r"\b[0-2]?[0-9]:[0-5][0-9]\b")
"""Who said it, and when."""
_SAMPLE = 200_000
_LONGEST_LINE = 1_500
"""A line with more characters is no message."""
_PARAGRAPH = 300
_LONGEST_NOTE = 500

_Found = tuple[int, int, Pointer]
"""Where an address begins and ends, and what it names."""


def looks_like(text: str) -> bool:
    """Whether a line that is no longer than a message's has the web address of a paper; markup is no message."""
    if text.lstrip(UNSEEN + " \t\r\n")[:1] in ("<", "{"):
        return False
    sheet = Sheet(text[:_SAMPLE], "", NAME)
    short = ((start, end) for start, end in sheet.lines if end - start <= _LONGEST_LINE)
    return any(text.startswith("http", first) for start, end in short for first, _, _ in _papers(text, start, end))


def read(text: str, path: str) -> Iterator[Item]:
    """The papers that are named, and what is said between them, in order."""
    sheet = Sheet(text, path, NAME)
    said: list[Span] = []
    for start, end in sheet.lines:
        found = _papers(text, start, end)
        if not found:
            said.append((start, end))
            continue
        note = _note(text, start, end, found)
        if not note and said and (above := _note(text, *said[-1], [])) and not _TIME.search(above):
            start, note = said.pop()[0], above
        yield from _between(sheet, said)
        said = []
        yield from _records(sheet, (start, end), found, note[:_LONGEST_NOTE])
    yield from _between(sheet, said)


def _papers(text: str, start: int, end: int) -> list[_Found]:
    found = []
    for m in _ADDRESS.finditer(text, start, end):
        words = m[0].rstrip(_BEHIND)
        if m[0][len(words) :].startswith(")") and words.count("(") > words.count(")"):
            words += ")"
        if what := pointer(words):
            found.append((m.start(), m.start() + len(words), what))
    return found


def _note(text: str, start: int, end: int, found: list[_Found]) -> str:
    """The words of a line without the addresses."""
    at, kept = start, []
    for first, last, _ in found:
        kept.append(text[at:first].rstrip(" (<["))
        at = last
        if behind := _CLOSING.match(text, at, end):
            at = behind.end()
    kept.append(text[at:end])
    words = " ".join(" ".join(kept).split())
    words = re.sub(r"\s([,.;:!?])(?=\s|\Z)", r"\1", words).strip(_AROUND)
    return words if " " in words else ""


def _between(sheet: Sheet, said: list[Span]) -> Iterator[Item]:
    """What is said between two papers."""
    if not said:
        return
    start, end = sheet.ink(said[0][0], said[-1][1])
    if start == end:
        return
    if any(last - first > _PARAGRAPH for first, last in said):
        yield sheet.unused(start, end, f"no address of a paper in {excerpt(sheet.text[start:end])}", _RIGHT)
    else:
        yield sheet.aside(start, end)


def _records(sheet: Sheet, line: Span, found: list[_Found], note: str) -> Iterator[Item]:
    """A record for each paper of a line; together they hold all of it."""
    for number, (first, _, what) in enumerate(found):
        start = line[0] if number == 0 else first
        end = found[number + 1][0] if number + 1 < len(found) else line[1]
        fields = entry.Fields(
            arxiv=what.arxiv,
            doi=what.doi,
            other_ids=(what.other,) if what.other[0] else (),
            addresses=(what.address,) if what.address else (),
            notes=(note,) if note else (),
        )
        yield from entry.record(sheet, *sheet.ink(start, end), fields)
