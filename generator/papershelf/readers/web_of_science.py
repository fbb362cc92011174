"""Web of Science's plain text (savedrecs.txt): `PT J`, then a tag of two letters for each field, `ER` at the end.

Tags: https://webofscience.help.clarivate.com/en-us/Content/wos-core-collection/woscc-field-tags.htm. A value goes on in
lines with three spaces; of authors each has a line. The same records as a table with tabs are read by `tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item, Record
from papershelf.readers import entry, serials, tagged
from papershelf.readers.sheet import LINE_START, Sheet

NAME = "Web of Science"

_TAG = re.compile(rf"{tagged.BEFORE_TAG}([A-Z][A-Z0-9])(?: |[ \t]*$)")
_BEGINS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}PT [A-Z][ \t]*[\r\n]+(?:[A-Z][A-Z0-9] |   )")
_HEADER = 20_000


def looks_like(text: str) -> bool:
    """An entry begins near the beginning of the file."""
    return _BEGINS.search(text, 0, _HEADER) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The entries of a file and what stands between them, in order."""
    sheet = Sheet(text, path, NAME)
    yield from tagged.read(sheet, tagged.lines(sheet, _TAG), lambda _, line: line[0] == "PT", _entry, last="ER")


def _entry(sheet: Sheet, found: tagged.Entry) -> Iterator[Item]:
    start, end = sheet.ink(found.start, found.end)
    for item in entry.record(sheet, start, end, _fields(found)):
        yield item
        if isinstance(item, Record) and found.values[-1][0] != "ER":
            yield sheet.remark(start, end, "no ER line ends this entry", "“ER” after its other lines")


def _fields(found: tagged.Entry) -> entry.Fields:
    values = found.by_tag("\n")
    first = values.first
    authors, others = entry.names(next((values[tag][0] for tag in ("AF", "AU") if tag in values), "").split("\n"))
    pages = f"{first('BP')}-{first('EP')}" if first("BP") and first("EP") else first("BP", "AR")
    serial = (value for tag in ("BN", "SN", "EI") for value in values.get(tag, ()))
    return entry.Fields(
        id=first("UT"),
        type=entry.record_type(first("DT")),
        title=first("TI"),
        authors=authors,
        others=others,
        abstract="\n\n".join(" ".join(value.split()) for value in values.get("AB", ())),
        venue=first("SO"),
        year=first("PY"),
        month=first("PD"),
        volume=first("VL"),
        number=first("IS"),
        pages=pages,
        publisher=first("PU"),
        doi=first("DI"),
        other_ids=[
            *(("pmid", value) for value in values.get("PM", ()) if value.isdecimal()),
            *(pair for value in serial for pair in serials.serial_numbers(value)),
        ],
        keywords=tagged.keywords(" ".join(value.split()) for tag in ("DE", "ID") for value in values.get(tag, ())),
        language=first("LA"),
    )
