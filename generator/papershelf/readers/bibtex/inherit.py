"""What an entry has from others of its file: `crossref` and `xdata`.

As BibLaTeX defines it (manual, section 2.4.1 and appendix B), but only what describes the volume is inherited: an
abstract, a DOI or keywords of the proceedings are not those of a paper in them. A value of the entry itself always
wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_TARGETS = frozenset({"crossref", "xdata", "xref"})
VOLUMES = frozenset({"proceedings", "mvproceedings", "collection", "mvcollection", "periodical", "set", "xdata"})
"""Types of entries that are nothing to read where others inherit from them: only the volume that these are in."""
_OF_THE_VOLUME = """
booktitle booksubtitle maintitle journal journaltitle journalsubtitle shortjournal date year month day volume number
issue publisher organization institution address location editor series eventtitle language langid
"""
_INHERITED = tuple(_OF_THE_VOLUME.split())
_IN_A_BOOK = frozenset(
    {"inproceedings", "conference", "incollection", "inbook", "inreference", "bookinbook", "suppbook", "suppcollection"}
)
_DATES = frozenset({"date", "year", "month", "day"})
_MOST = 8
"""Entries that one inherits from; more are a loop or a mistake."""


@dataclass(frozen=True, slots=True)
class Parent:
    """An entry that others inherit from."""

    type: str
    fields: Mapping[str, str]


def targets(fields: Mapping[str, str]) -> list[str]:
    """Keys of the entries that an entry inherits from, nearest first."""
    found: list[str] = []
    for name in ("xdata", "crossref"):
        if text := fields.get(name, ""):
            found += (key.strip().lower() for key in text.split(","))
    return [key for key in found if key][:_MOST]


def inherited(kind: str, fields: dict[str, str], parents: Mapping[str, Parent]) -> dict[str, str]:
    """`fields` of an entry of type `kind` with what it inherits, from its parents and from theirs."""
    waiting = targets(fields)
    if not waiting:
        return fields
    found = dict(fields)
    dated = "year" in fields or "date" in fields
    seen: set[str] = set()
    while waiting and len(seen) < _MOST:
        key = waiting.pop(0)
        parent = parents.get(key)
        if parent is None or key in seen:
            continue
        seen.add(key)
        for name, value in _offered(kind, parent):
            if not found.get(name) and not (dated and name in _DATES):  # never half a date from each
                found[name] = value
        dated = "year" in found or "date" in found
        waiting = targets(parent.fields) + waiting
    return found


def _offered(kind: str, parent: Parent) -> Iterable[tuple[str, str]]:
    theirs = parent.fields
    if parent.type == "xdata":
        return ((name, value) for name, value in theirs.items() if name not in _TARGETS)
    offered = {name: theirs[name] for name in _INHERITED if theirs.get(name)}
    if theirs.get("title"):
        if kind in _IN_A_BOOK:
            offered.setdefault("booktitle", theirs["title"])
            if theirs.get("subtitle"):
                offered.setdefault("booksubtitle", theirs["subtitle"])
        elif parent.type == "periodical":
            offered.setdefault("journaltitle", theirs["title"])
    if kind == "inbook" and parent.type in ("book", "mvbook") and theirs.get("author"):
        offered["author"] = theirs["author"]
    return offered.items()
