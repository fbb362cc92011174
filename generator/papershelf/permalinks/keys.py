"""Citation keys: `last[-last2|-etal]-year-firstword`, ASCII; once locked never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anyascii import anyascii

from papershelf import names, text
from papershelf.model import Paper

_SMALL_WORDS = "a an the on in of for to and at by from with via toward towards"
_SMALL = frozenset(_SMALL_WORDS.split())
_LONGEST_PART = 40


def unique(paper: Paper, taken: set[str]) -> str:
    """The first wish of `paper` that is not `taken`: `lee-etal-2023-rlaif`, `lee-etal-2023-rlaif-scaling`, ...-2."""
    for wish in wishes(paper):
        if wish not in taken:
            return wish
    raise AssertionError("wishes never end")


def wishes(paper: Paper) -> Iterator[str]:
    """Keys for `paper`, the shortest first. Parts unknown are left out, never empty."""
    families = [_family(paper, number) for number in range(min(2, len(paper.authors)))]
    if len(paper.authors) > 2 or (families and not paper.authors_complete):
        families = [*families[:1], "etal"]
    words = [_ascii(word) for word in re.split(r"[\s\-–—/:]+", text.to_plain(paper.title or ""))]
    words = [word for word in words if word and word not in _SMALL]
    start = [part for part in (*families, str(paper.year or "")) if part]
    key = ""
    for size in range(1, max(len(words), 1) + 1):
        key = "-".join((*start, *words[:size])) or _ascii(paper.id) or "paper"
        if size <= 4:
            yield key
    number = 2
    short = "-".join((*start, *words[:1])) or _ascii(paper.id) or "paper"
    while True:
        yield f"{short}-{number}"
        number += 1


def _family(paper: Paper, number: int) -> str:
    name = paper.authors[number]
    if names.is_collective(name):
        return _ascii(name)
    stated = paper.families[number] if number < len(paper.families) else ""
    return _ascii(stated or names.parse(name).family)


def _ascii(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", anyascii(text.to_plain(word)).lower())[:_LONGEST_PART]
