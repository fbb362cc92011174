"""What a paper is called: its id, which is its address, and its label."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from papershelf import identifiers
from papershelf.model import Record
from papershelf.text import one_line

LIMIT = 100
"""Characters of an id: a file name must hold it on every system."""
_LABEL_WORDS = 10


def label(title: str | None, members: Sequence[Record], abstract: str | None) -> str:
    """The title; else the heading as given; else the first words of the abstract in quotes."""
    if title:
        return title
    heading = next((r.heading for r in members if r.heading), None)
    if heading:
        return one_line(heading, 300)
    words = one_line(abstract or "", 300).split()
    if words:
        return f"“{' '.join(words[:_LABEL_WORDS])}{'…' if len(words) > _LABEL_WORDS else ''}”"
    return members[0].key if members else ""


def given(arxiv: str | None, doi: str | None) -> str | None:
    """The id that an arXiv id or a DOI gives; None where there is neither."""
    ident = identifiers.page_id(arxiv, doi)
    if ident is None or len(ident) <= LIMIT:
        return ident
    return f"{ident[: LIMIT - 9].rstrip('-.')}-{_digest(ident)}"


def unique(wishes: Sequence[tuple[str, bool, str]]) -> list[str]:
    """An id for each (wanted id, whether an arXiv id or DOI gave it, lowest record key); the order changes nothing.

    Where several want the same id (on a file system that ignores case), the one with an arXiv id or DOI gets it, then
    the one with the lowest key; the others get some digits as well.
    """
    order = sorted(range(len(wishes)), key=lambda i: (not wishes[i][1], wishes[i][2], wishes[i][0], i))
    taken: set[str] = set()
    given = [""] * len(wishes)
    for i in order:
        ident, _, key = wishes[i]
        number = 1
        while ident.lower() in taken:
            ident = f"{wishes[i][0]}-{_digest(f'{key}{number}')}"
            number += 1
        taken.add(ident.lower())
        given[i] = ident
    return given


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
