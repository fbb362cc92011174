"""Files of tagged lines, as RIS and MEDLINE write them: `TI  - Rivers at Rest`, one field a line, one entry after the
other. A line without tag continues the value of the line before it.

Where an entry begins and ends, and what a tag means, is the format's reader's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from papershelf.model import Aside, Problem
from papershelf.readers.sheet import UNSEEN, Sheet, excerpt

BEFORE_TAG = rf"[{UNSEEN}]*"
"""What may stand before a tag in its line and is not seen there: a byte-order mark."""
# What only a paper has: an address, a DOI or arXiv id, an entry of another format, a tag.
_OF_A_PAPER = re.compile(r"https?://|\b10\.[0-9]{4,9}/|\barxiv\b|@[a-z]+\{|^[A-Z][A-Z0-9]{1,3} {0,3}- ", re.I | re.M)
_LONGEST_LABEL = 200


@dataclass(slots=True)
class Entry:
    """The lines of one entry, while they are gathered."""

    start: int
    end: int
    values: list[tuple[str, list[str]]] = field(default_factory=list)
    """Each tag in order with the lines of its value."""

    def add(self, tag: str, value: str, end: int) -> None:
        self.values.append((tag, [value]))
        self.end = end

    def go_on(self, value: str, end: int) -> None:
        """A further line of the last value."""
        if self.values:
            self.values[-1][1].append(value)
        self.end = end

    def by_tag(self, between: str) -> dict[str, list[str]]:
        """Tag → its values that are not empty, in order; with `between` between the lines of a value."""
        found: dict[str, list[str]] = {}
        for tag, lines in self.values:
            value = lines[0] if len(lines) == 1 else between.join(lines)
            if value := value.strip():
                found.setdefault(tag, []).append(value)
        return found


def lines(sheet: Sheet, tag: re.Pattern[str]) -> Iterator[tuple[str, str, int, int, bool]]:
    """Every line that is not blank: (its tag in upper case or nothing, what follows, where it starts and ends, whether
    a blank line is before it)."""
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
