"""EndNote's own tags (.enw, Refer): `%0 Journal Article`, `%T Rivers at Rest`, a field a line, a blank line between
entries. Google Scholar, the ACL Anthology and many publishers call it "EndNote".

Format: https://man7.org/linux/man-pages/man1/refer.1.html, with what EndNote adds (`%0` type, `%R` DOI, `%U` address,
`%X` abstract, `%Z` notes, `%@` ISBN or ISSN, `%8` date). A line without tag continues the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item
from papershelf.readers import entry, serials, tagged
from papershelf.readers.sheet import LINE_START, Sheet

NAME = "Refer"

_TAG = re.compile(rf"{tagged.BEFORE_TAG}%([0-9A-Z@?!$>*~#^+\[])(?:[ \t]|$)")
_BEGINS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}%0[ \t]+[A-Z]")
_TITLE = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}%T[ \t]+\S")
_AUTHOR = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}%A[ \t]+\S")
_OF_PARAGRAPHS = ("X", "Z")
_HEADER = 20_000


def looks_like(text: str) -> bool:
    """Near the beginning are a title and a type or an author."""
    return bool(
        _TITLE.search(text, 0, _HEADER) and (_BEGINS.search(text, 0, _HEADER) or _AUTHOR.search(text, 0, _HEADER))
    )


def read(text: str, path: str) -> Iterator[Item]:
    """The entries of a file and what stands between them, in order."""
    sheet = Sheet(text, path, NAME)
    yield from tagged.read(sheet, tagged.lines(sheet, _TAG), _begins, _entry)


def _begins(found: tagged.Entry | None, line: tagged.Line) -> bool:
    name, _, _, _, blank = line
    if found is None or name == "0":
        return bool(name)
    if not name:
        return blank and found.values[-1][0] not in _OF_PARAGRAPHS
    return blank and name in ("T", "A") and any(tag == "T" for tag, _ in found.values)


def _entry(sheet: Sheet, found: tagged.Entry) -> Iterator[Item]:
    yield from entry.record(sheet, *sheet.ink(found.start, found.end), _fields(found))


def _fields(found: tagged.Entry) -> entry.Fields:
    values = found.by_tag("\n")
    first = values.first
    authors, others = entry.names(name for value in values.get("A", ()) for name in value.split("\n"))
    return entry.Fields(
        id=first("F"),
        type=entry.record_type(first("0")),
        title=first("T"),
        authors=authors,
        others=others,
        abstract="\n\n".join(values.get("X", ())),
        venue=first("J", "B"),
        year=first("D", "8"),
        month=first("8") if "D" in values else "",
        volume=first("V"),
        number=first("N"),
        pages=first("P"),
        publisher=first("I"),
        doi=first("R"),
        addresses=[address for value in values.get("U", ()) for address in value.split()],
        other_ids=[pair for value in values.get("@", ()) for pair in serials.serial_numbers(value)],
        keywords=tagged.keywords(values.get("K", ())),
        notes=values.get("Z", ()),
        language=first("G"),
    )
