"""Citation keys: `last[-last2|-etal]-year-firstword`, ASCII; once locked never changed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from anyascii import anyascii

from papershelf import names, text
from papershelf.model import Paper

_SMALL_WORDS = "a an the on in of for to and at by from with via toward towards"
_SMALL = frozenset(_SMALL_WORDS.split())
_LONGEST_PART = 40
_MOST_WORDS = 4
"""Of the title."""


def unique(paper: Paper, taken: set[str], numbers: dict[str, int]) -> str:
    """The first wish of `paper` that is not `taken`: `lee-etal-2023-rlaif`, `lee-etal-2023-rlaif-scaling`, ...-2.

    `numbers` remembers for papers with the same wishes up to which number all are taken.
    """
    wished = wishes(paper)
    for wish in wished:
        if wish not in taken:
            return wish
    short = wished[0]
    number = numbers.get(short, 2)
    while f"{short}-{number}" in taken:
        number += 1
    numbers[short] = number
    return f"{short}-{number}"


def wishes(paper: Paper) -> list[str]:
    """Keys for `paper`, the shortest first. Parts unknown are left out, never empty."""
    families = [_family(paper, number) for number in range(min(2, len(paper.authors)))]
    if len(paper.authors) > 2 or (families and not paper.authors_complete):
        families = [*families[:1], "etal"]
    every = map(_ascii, re.split(r"[\s\-–—/:]+", text.to_plain(paper.title or "")))
    words = list(islice((word for word in every if word and word not in _SMALL), _MOST_WORDS))
    start = [part for part in (*families, str(paper.year or "")) if part]
    sizes = range(1, max(len(words), 1) + 1)
    return ["-".join((*start, *words[:size])) or _ascii(paper.id) or "paper" for size in sizes]


def _family(paper: Paper, number: int) -> str:
    name = paper.authors[number]
    if names.is_collective(name):
        return _ascii(name)
    stated = paper.families[number] if number < len(paper.families) else ""
    return _ascii(stated or names.parse(name).family)


@lru_cache(maxsize=1 << 13)
def _ascii(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", anyascii(text.to_plain(word)).lower())[:_LONGEST_PART]
