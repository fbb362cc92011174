"""The Cochrane Library's plain text (citation-export.txt): `ID: CN-01234567`, a tag before a colon for each field, a
blank line between entries, and `Record #1 of 20` above each.

No published format: the tags are those of the exports. `SO` is the journal, `YR` `VL` `NO` `PG` where in it, `KY` the
keywords, `XR` and `PM` ids at Embase and PubMed, `US` the record's own page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item
from papershelf.readers import entry, tagged
from papershelf.readers.sheet import LINE_START, Sheet

NAME = "Cochrane"

_TAG = re.compile(
    rf"{tagged.BEFORE_TAG}(ID|AU|TI|SO|YR|VL|NO|PG|PM|PT|XR|KY|DOI|AB|US|CC|DE|SN|PB|LA|EM|CY|SC|PP):(?=[ \t]|$)"
)
_BEGINS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}ID:[ \t]+(?:CN-|CD|MR)[0-9]{{4,9}}")
_PMID = re.compile(r"PUBMED\s+([0-9]{4,9})")
_HEADER = 20_000


def looks_like(text: str) -> bool:
    """An entry begins near the beginning of the file."""
    return _BEGINS.search(text, 0, _HEADER) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The entries of a file and what stands between them, in order."""
    sheet = Sheet(text, path, NAME)
    yield from tagged.read(sheet, tagged.lines(sheet, _TAG), _begins, _entry)


def _begins(found: tagged.Entry | None, line: tagged.Line) -> bool:
    tag, _, _, _, blank = line
    return tag == "ID" or (found is not None and blank and not tag)


def _entry(sheet: Sheet, found: tagged.Entry) -> Iterator[Item]:
    yield from entry.record(sheet, *sheet.ink(found.start, found.end), _fields(found))


def _fields(found: tagged.Entry) -> entry.Fields:
    values = found.by_tag(" ")
    first = values.first
    authors, others = entry.names(values.get("AU", ()))
    return entry.Fields(
        id=first("ID"),
        type=entry.record_type(first("PT")),
        title=first("TI"),
        authors=authors,
        others=others,
        abstract=first("AB"),
        venue=first("SO"),
        year=first("YR"),
        volume=first("VL"),
        number=first("NO"),
        pages=first("PG").replace("\u2010", "-"),
        publisher=first("PB"),
        doi=first("DOI"),
        addresses=values.get("US", ()),
        other_ids=[("pmid", m[1]) for value in values.get("PM", ()) if (m := _PMID.fullmatch(value))],
        keywords=tagged.keywords(values.get("KY", ())),
        language=first("LA"),
    )
