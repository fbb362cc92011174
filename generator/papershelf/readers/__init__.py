"""One module per input format. A reader is a function `(text, path) -> Iterator[Item]`; `READERS` names them all.

A reader sees one file and never raises, whatever the text. Every character that is not white space ends up in the `raw`
of exactly one record, problem or aside, in the order of the file; a problem without `raw` speaks about text that a
record holds.

Each module offers `NAME`, `looks_like(text)` (by content, cheaply) and `read(text, path)`. To add a format, write its
module and name it in `_FILES` or `_PASTED`. What all formats have in common is in `sheet` (text with places) and
`entry` (fields of a bibliography entry → record).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from papershelf.model import Item, Problem, Record
from papershelf.readers import (
    arxiv_listing,
    atom,
    bibitems,
    bibtex,
    blocks,
    cochrane,
    csl_json,
    endnote_xml,
    front_matter,
    glued,
    id_list,
    labelled,
    listing,
    loose,
    markdown_list,
    messages,
    nbib,
    refer,
    references,
    ris,
    runon,
    scholar,
    tables,
    title_pages,
    web_of_science,
)
from papershelf.readers.sheet import LINE_START, Sheet, record_key

__all__ = ["READERS", "Reader", "read", "recognise", "record_key"]

Reader = Callable[[str, str], Iterator[Item]]


class _Module(Protocol):
    NAME: str

    def looks_like(self, text: str) -> bool: ...
    def read(self, text: str, path: str) -> Iterator[Item]: ...


# Files that programs write. What is broken in them is of no other format.
_FILES: tuple[_Module, ...] = (
    atom, endnote_xml, csl_json, bibtex, ris, nbib, cochrane, web_of_science, refer, bibitems, tables,
)  # fmt: skip
# What people paste, one after the other into one file too. The order matters: a format whose entries say where they
# begin comes before one that takes any text for an abstract.
_PASTED: tuple[_Module, ...] = (
    front_matter,
    arxiv_listing,
    labelled,
    listing,
    loose,
    scholar,
    markdown_list,
    id_list,
    references,
    title_pages,
    blocks,
    runon,
    glued,
    messages,
)
_MODULES = (*_FILES, *_PASTED)
# What one of these cannot use, the other cannot use either.
_ALIKE = {blocks.NAME: "text, then its id", runon.NAME: "text, then its id"}
# How entries begin that are hardly anything else: those of BibTeX, RIS, PubMed, Web of Science and Refer, what is
# numbered, arXiv ids, linked list items, and `Doe, J. (2021). `.
_BEGINS = re.compile(
    rf"{LINE_START}(?:@\s*[A-Za-z]+\s*[{{(]|TY {{1,2}}- |PMID- |PT [A-Z][ \t]*[\r\n]|%[0TA] |\\bibitem"
    r"|\[[0-9]+\] |[0-9]+[.:] |[0-9]{4}\.[0-9]{4,5}\b|[-*] \[|[^\r\n]{5,300}\((?:19|20)[0-9]{2}[a-z]?\)[.,] )"
)
_CODE = ("```", "~~~", "<!--")
READERS: dict[str, Reader] = {module.NAME: module.read for module in _MODULES}
_WRITTEN = frozenset(module.NAME for module in _FILES)
# All of such a file is of its format: nothing can stand between two entries.
_WHOLE = frozenset(module.NAME for module in (atom, endnote_xml, csl_json, tables))
_LOOKS_LIKE: dict[str, Callable[[str], bool]] = {module.NAME: module.looks_like for module in _MODULES}


def recognise(text: str) -> str | None:
    """The format of `text` (a key of `READERS`), by content; None where no reader knows it."""
    return next((name for name, looks_like in _LOOKS_LIKE.items() if looks_like(text)), None)


def read(text: str, path: str) -> Iterator[Item]:
    """What a file holds, in order. Parts that its format's reader cannot use are offered to the other formats."""
    return _read(text, path, tuple(READERS))


def _read(text: str, path: str, names: tuple[str, ...]) -> Iterator[Item]:
    name = next((name for name in names if _LOOKS_LIKE[name](text)), None)
    if name is None:
        yield from _unknown(text, path)
        return
    if name in _WHOLE:
        yield from READERS[name](text, path)
        return
    alike = (_ALIKE.get(name, name), messages.NAME)
    others = tuple(other for other in names if _ALIKE.get(other, other) not in alike)
    for item in READERS[name](text, path):
        again = list(_read(item.raw, path, others)) if _may_be_of_another(item, name) else []
        if not any(isinstance(found, Record) for found in again):
            yield item
            continue
        for found in again:
            place = found.place
            lines, offset = item.place.first - 1, item.place.offset
            moved = replace(place, first=place.first + lines, last=place.last + lines, offset=place.offset + offset)
            yield replace(found, place=moved)


def _may_be_of_another(item: Item, name: str) -> bool:
    """Whether another reader may find papers in what the one of format `name` has no use for."""
    if isinstance(item, Record) or not item.raw or (name in _WRITTEN and _LOOKS_LIKE[name](item.raw)):
        return False
    return isinstance(item, Problem) or (_BEGINS.search(item.raw) is not None and not item.raw.startswith(_CODE))


def _unknown(text: str, path: str) -> Iterator[Problem]:
    sheet = Sheet(text, path, "")
    start, end = sheet.ink(0, len(text))
    if start == end:
        yield Problem(sheet.place(0, 0), "the file is empty", "a listing of papers, or no file")
        return
    right = "one of the formats of the page About > Formats, as “Title: …” and “Abstract: …” with a line for each"
    yield sheet.unused(start, end, "no reader knows this format", right)
