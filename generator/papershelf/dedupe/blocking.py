"""Which records are worth comparing: those that share something rare. Near-linear; never all with all.

Each way of being a duplicate has its own kind of block: an id, a title, a heading, how an abstract begins or ends, a
handful of word triples of an abstract, a day. Two records are candidates if any block holds both.
"""

from __future__ import annotations

import heapq
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from papershelf.dedupe.facts import Facts

SKETCH = 32
"""Word triples kept of an abstract: those with the lowest checksums, so that two alike texts keep many of the same."""
SHARED = 2
"""Triples that two abstracts must share to be compared; one is a phrase of the field."""
ALL_PAIRS = 16
"""A block up to this size is compared all with all."""
CROWD = 60
"""A larger block of a weak kind (a phrase, a day) says nothing about sameness and is passed over."""
EDGE = 48
"""Characters, spaces aside, of an abstract's beginning and end that make a block."""


def candidates(records: Sequence[Facts]) -> list[tuple[int, int]]:
    """Pairs (lower index, higher index) to compare, sorted."""
    strong: dict[tuple[str, str], list[int]] = defaultdict(list)
    weak: dict[tuple[str, str], list[int]] = defaultdict(list)
    triples: dict[int, list[int]] = defaultdict(list)
    for record in records:
        for key in _strong(record):
            strong[key].append(record.index)
        for key in _weak(record):
            weak[key].append(record.index)
        for triple in _sketch(record.abstract):
            triples[triple].append(record.index)
    found: set[tuple[int, int]] = set()
    for block in strong.values():
        found.update(_pairs(block))
    for block in weak.values():
        if len(block) <= CROWD:
            found.update(_pairs(block))
    shared: Counter[tuple[int, int]] = Counter()
    for block in triples.values():
        if 1 < len(block) <= CROWD:
            shared.update(combinations(block, 2))
    found.update(pair for pair, count in shared.items() if count >= SHARED)
    return sorted(found)


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a small block; of a large one each with the first and with its next neighbours."""
    if len(block) <= ALL_PAIRS:
        yield from combinations(block, 2)
        return
    for i, index in enumerate(block):
        if i:
            yield block[0], index
        for neighbour in block[i + 1 : i + 4]:
            yield index, neighbour


def _strong(record: Facts) -> Iterator[tuple[str, str]]:
    if record.arxiv:
        yield "arxiv", record.arxiv
    if record.doi:
        yield "doi", record.doi
    for title in {title.replace(" ", "") for title in record.titles}:
        yield "title", title
    if record.heading:
        yield "heading", record.heading
    if record.abstract:
        yield "abstract", record.abstract


def _weak(record: Facts) -> Iterator[tuple[str, str]]:
    for title in record.titles:
        words = title.split()
        if len(words) >= 3:
            yield "title begins", " ".join(words[:3])
            yield "title ends", " ".join(words[-3:])
    if len(record.abstract) >= 2 * EDGE:
        squeezed = record.abstract.replace(" ", "")
        yield "abstract begins", squeezed[:EDGE]
        yield "abstract ends", squeezed[-EDGE:]
    for day in {record.record.created} - {None}:
        yield "day", str(day)


def _sketch(abstract: str) -> list[int]:
    words = abstract.split()
    if len(words) < 3:
        return []
    # crc32 and not hash(): the same numbers in every run. Prefixes of a long text are enough.
    triples = {zlib.crc32(" ".join(words[i : i + 3]).encode()) for i in range(min(len(words), 2000) - 2)}
    return heapq.nsmallest(SKETCH, triples)
