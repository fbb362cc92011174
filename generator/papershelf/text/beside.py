"""Two texts side by side: which words of each the other does not have in that place."""

from __future__ import annotations

import re
from itertools import groupby

from rapidfuzz.distance import LCSseq

from papershelf.text.keys import fold
from papershelf.text.show import to_plain

Words = list[tuple[str, bool]]
"""The words of a text; True: the other text has another word here, or none."""

_LONGEST = 2_000
"""Words. Longer texts are not compared, and nothing is marked: the time grows with their product."""
_PROSE = 40
"""Words from which a text is prose, in which the same small word here and there is no agreement."""
_LITTLE = 3
"""Texts that share less than a third of the shorter one's words are two texts."""
_ISLAND = 3
"""Fewer equal words than this between two changes belong to the change, in prose."""


def beside(a: str, b: str) -> tuple[Words, Words]:
    """The words of two source texts. Case, accents and punctuation make no difference.

    Where they have little in common nothing is marked: nearly everything would be.
    """
    mine, theirs = to_plain(a).split(), to_plain(b).split()
    keys = [list(map(_key, words)) for words in (mine, theirs)]
    unmarked = _marked(mine, [True] * len(mine)), _marked(theirs, [True] * len(theirs))
    if max(len(mine), len(theirs)) > _LONGEST:
        return unmarked
    prose = min(len(mine), len(theirs)) >= _PROSE
    same_a, same_b = [False] * len(mine), [False] * len(theirs)
    for block in LCSseq.opcodes(*keys).as_matching_blocks():
        ends = block.a + block.size == len(mine) or block.b + block.size == len(theirs)
        inside = block.a and block.b and not ends
        if not (prose and inside and block.size < _ISLAND):
            same_a[block.a : block.a + block.size] = [True] * block.size
            same_b[block.b : block.b + block.size] = [True] * block.size
    little = sum(same_a) * _LITTLE < min(len(mine), len(theirs))
    return unmarked if little or not any(same_a) else (_marked(mine, same_a), _marked(theirs, same_b))


def runs(words: Words) -> list[tuple[str, bool]]:
    """The text as stretches that are marked and that are not, in turn."""
    groups = groupby(words, key=lambda each: each[1])
    return [(" ".join(word for word, _ in group), differs) for differs, group in groups]


def _marked(words: list[str], same: list[bool]) -> Words:
    return [(word, not equal) for word, equal in zip(words, same, strict=True)]


def _key(word: str) -> str:
    return re.sub(r"[\W_]+", "", fold(word)) or word
