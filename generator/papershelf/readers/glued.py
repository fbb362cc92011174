"""Pages of proceedings from which copying took the line breaks: a line a paper, its title glued to the names.

    Rivers at restAnn Brook, Bo Stream
    Shallow seas and their fishDee Fjord, Cy Lake, Eve Gull

No format: it is the text of the pages of NeurIPS and others without their markup. Where a title ends is decided as in
author listings (`headings`), by the words of the other titles and the names in other lines. A word with two places to
cut (`RestYingJu Xia`) is left to what else the list knows of the paper, and in the end to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from papershelf.model import Item
from papershelf.readers import headings
from papershelf.readers.sheet import Sheet, Span, excerpt

NAME = "glued titles"
_RIGHT = "title and names, a line each, or “TitleFirst Author, Second Author”"
_SAMPLE = 40
_ENOUGH = 3
_LONGEST = 600
_TRACK = re.compile(r"(.*[^\W\d_A-Z])(?:[A-Z][\w&]{0,20}\s(?:and\s)?){1,4}Track")
# What glue looks like: a capital inside of a word, with names behind it.
_GLUE = re.compile(r"[^\s,]{2}[A-ZÀ-Þ][^\s,]*\s[^,]+,\s")
_PLACES = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")


def looks_like(text: str) -> bool:
    """Whether most of the first lines are headings with several authors."""
    sheet = Sheet(text[: _SAMPLE * _LONGEST], "", NAME)
    lines = list(islice(_lines(sheet), _SAMPLE))
    if sum(_GLUE.search(line) is not None for _, line in lines) < _ENOUGH:
        return False
    texts = _texts([line for _, line in lines])
    good = sum(headings.is_heading(line, texts) for _, line in lines)
    return good >= _ENOUGH and 2 * good > len(lines)


def read(text: str, path: str) -> Iterator[Item]:
    """A record for each line with a title and names; the others are problems, but for the head of the page."""
    sheet = Sheet(text, path, NAME)
    lines = list(_lines(sheet))
    texts = _texts([line for _, line in lines])
    before = True
    for (start, end), line in lines:
        found = headings.decide(line[:_LONGEST], texts)
        first = found.splits[0]
        if not first.authors or len(line) > _LONGEST:
            if before and not _GLUE.search(line):
                yield sheet.aside(start, end)
            else:
                raw = excerpt(sheet.text[start:end])
                yield sheet.unused(start, end, f"{raw} is no title with the names behind it", _RIGHT)
            continue
        before = False
        decided = found.settled is not None and not _has_two_places(line, len(first.title))
        yield sheet.record(
            start,
            end,
            heading=line,
            splits=found.splits,
            title=first.title if decided else None,
            authors=first.authors if decided else (),
            authors_complete=decided and not found.line.et_al,
            settled_by="text" if decided else "",
        )


def _lines(sheet: Sheet) -> Iterator[tuple[Span, str]]:
    """Every line that is not blank, and its words without the track of the conference behind them."""
    for start, end in sheet.lines:
        a, b = sheet.ink(start, end)
        if a < b:
            line = sheet.words((a, b))
            track = _TRACK.fullmatch(line) if line.endswith(" Track") else None
            yield (a, b), track[1] if track else line


def _texts(lines: list[str]) -> headings.Texts:
    """What the titles say without the words that may be glued or names, and the names that are sure."""
    lines = [line for line in lines if len(line) <= _LONGEST]
    words = headings.Words(line.split(", ", 1)[0].rsplit(" ", 3)[0] for line in lines)
    alone = headings.Texts(file=words)
    return headings.Texts(
        file=words, persons=frozenset(name for line in lines for name in headings.names_alone(line, alone))
    )


def _has_two_places(line: str, at: int) -> bool:
    word = line[line.rfind(" ", 0, at) + 1 :].split(" ", 1)[0]
    return len(_PLACES.findall(word)) > 1
