"""Files of tagged lines, as RIS and MEDLINE write them: `TI  - Rivers at Rest`, one field a line, one entry after the
other. A line without tag continues the value of the line before it.

Where an entry begins and ends, and what a tag means, is the format's reader's to say: `lines` cuts a file into lines,
`read` into entries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from papershelf.model import Aside, Item, Problem
from papershelf.readers.sheet import UNSEEN, Sheet, Span, excerpt

BEFORE_TAG = rf"[{UNSEEN}]*"
"""What may stand before a tag in its line and is not seen there: a byte-order mark."""
# What only a paper has: an address, a DOI or arXiv id, an entry of another format, a tag.
_OF_A_PAPER = re.compile(r"https?://|\b10\.[0-9]{4,9}/|\barxiv\b|@[a-z]+\{|^[A-Z][A-Z0-9]{1,3} {0,3}- ", re.I | re.M)
_LONGEST_LABEL = 200
STRAY = "stray"
"""The tag of a line that belongs to its entry, and to no value."""

Line = tuple[str, str, int, int, bool]
"""Tag in upper case or nothing, what follows, start, end, whether a blank line is before it."""


class Values(dict[str, list[str]]):
    """Tag → its values, none of them empty."""

    def first(self, *tags: str) -> str:
        """The first value of the first of `tags` that is there, in one line; else nothing."""
        return next((" ".join(self[tag][0].split()) for tag in tags if tag in self), "")


@dataclass(slots=True)
class Entry:
    """The lines of one entry, while they are gathered."""

    start: int
    end: int
    values: list[tuple[str, list[str]]] = field(default_factory=list)
    """Each tag in order with the lines of its value; an empty one is a blank line."""
    strays: list[Span] = field(default_factory=list)
    """Lines of no value."""

    def by_tag(self, between: str) -> Values:
        """Tag → its values that are not empty, in order; with `between` between the lines of a value."""
        found = Values()
        for tag, lines in self.values:
            value = lines[0] if len(lines) == 1 else between.join(lines)
            if value := value.strip():
                found.setdefault(tag, []).append(value)
        return found


Begins = Callable[[Entry | None, Line], bool]
"""Whether a line begins an entry: beside an open one it ends that, where none is open it is the first of one."""


def lines(sheet: Sheet, tag: re.Pattern[str]) -> Iterator[Line]:
    """Every line that is not blank."""
    text, match = sheet.text, tag.match
    blank = False
    for start, end in sheet.lines:
        if found := match(text, start, end):
            yield found[1].upper(), text[found.end() : end].strip(), start, end, blank
        elif value := text[start:end].strip():
            yield "", value, start, end, blank
        else:
            blank = True
            continue
        blank = False


def read(
    sheet: Sheet, lines: Iterable[Line], begins: Begins, items: Callable[[Sheet, Entry], Iterator[Item]], last: str = ""
) -> Iterator[Item]:
    """What `items` makes of each entry, and what stands between them, in order. An entry goes on to a line with the tag
    `last`, or to the line that ends it as it begins another or stands outside of all."""
    found: Entry | None = None
    done = 0
    for line in lines:
        tag, value, start, end, blank = line
        if found and begins(found, line):
            yield from items(sheet, found)
            done, found = found.end, None
        if found is None:
            if not begins(None, line):
                continue
            yield from between(sheet, done, start)
            found = Entry(start, end, [(tag, [value])])
        elif tag == STRAY:
            found.strays.append((start, end))
        elif tag:
            found.values.append((tag, [value]))
        else:
            found.values[-1][1].extend(("", value) if blank else (value,))
        found.end = end
        if last and tag == last:
            yield from items(sheet, found)
            done, found = end, None
    if found:
        yield from items(sheet, found)
        done = found.end
    yield from between(sheet, done, len(sheet.text))


def between(sheet: Sheet, start: int, end: int) -> Iterator[Aside | Problem]:
    """The text between two entries: what a program writes there (`Record #2 of 5`, `2.`) is nothing to speak of; what
    could be a paper is a problem."""
    start, end = sheet.ink(start, end)
    if start == end:
        return
    text = sheet.text[start:end]
    if len(text) > 10 * _LONGEST_LABEL or _OF_A_PAPER.search(text):
        message = f"{excerpt(text)} belongs to no entry"
        yield sheet.unused(start, end, message, "entries only, each from its first tag to its last")
    else:
        yield sheet.aside(start, end)


def keywords(values: Iterable[str]) -> tuple[str, ...]:
    """Keywords one a value, one a line or with semicolons between; without the asterisk that marks major topics."""
    words = (word.replace("*", "").strip() for value in values for word in re.split(r"[;\n]", value))
    return tuple(dict.fromkeys(filter(None, words)))


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in order, each once."""
    return tuple(dict.fromkeys(values))
