"""Which records are worth comparing: those that share something rare. Near-linear; never all with all.

Each way of being a duplicate has its own kind of block: an id, a title, how a title begins or ends, its two rarest
words, its first author and year, the page of a volume, a heading, how an abstract begins or ends, a handful of word
triples of an abstract, a day.
Two records are candidates if any block holds both; for titles they must be alike, too.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from papershelf.dedupe.facts import Facts
from papershelf.dedupe.people import person
from papershelf.dedupe.titles import content
from papershelf.dedupe.words import words

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
TITLE_EDGE = 14
"""The same of a title."""
ALIKE = 80
"""Titles that begin, end or hold rare words alike are compared from this similarity on."""

Blocks = defaultdict[Hashable, list[int]]


def candidates(records: Sequence[Facts]) -> list[tuple[int, int]]:
    """Pairs (lower index, higher index) to compare, sorted."""
    strong: Blocks = defaultdict(list)
    weak: Blocks = defaultdict(list)
    titles: Blocks = defaultdict(list)
    alike: Blocks = defaultdict(list)
    words_of = [content(record.title) for record in records]
    rarity = Counter(word for found in words_of for word in found)
    for record, found in zip(records, words_of, strict=True):
        for blocks, keys in (
            (strong, _strong(record)), (weak, _weak(record)), (titles, _titles(record)),
            (alike, _alike(record, found, rarity)),
        ):  # fmt: skip
            for key in keys:
                blocks[key].append(record.index)
    pairs = {pair for block in strong.values() for pair in _pairs(block)}
    pairs.update(pair for block in weak.values() if len(block) <= CROWD for pair in _pairs(block))
    pairs.update(_compared(records, titles.values(), cutoff=0))
    pairs.update(_compared(records, (block for block in alike.values() if len(block) <= CROWD), cutoff=ALIKE))
    pairs.update(_sketched(records))
    return sorted(pairs)


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


def _compared(records: Sequence[Facts], blocks: Iterable[Sequence[int]], cutoff: int) -> Iterator[tuple[int, int]]:
    """Pairs whose titles are alike and that may be one publication by their years."""
    for block in blocks:
        if len(block) < 2:
            continue
        for i, j in _pairs(block) if not cutoff else combinations(block, 2):
            a, b = records[i], records[j]
            if a.year and b.year and abs(a.year - b.year) > 1 and not (a.preprint or b.preprint):
                continue
            if not cutoff or _alike_titles(a.keys[0], b.keys[0], cutoff):
                yield i, j


def _alike_titles(x: str, y: str, cutoff: int) -> bool:
    return fuzz.ratio(x, y, score_cutoff=cutoff) > 0 or x.startswith(y) or y.startswith(x)


def _strong(record: Facts) -> Iterator[Hashable]:
    if record.arxiv:
        yield "arxiv", record.arxiv
    if record.doi:
        yield "doi", record.doi
    yield from record.ids
    if record.heading:
        yield "heading", record.heading
    if record.published and record.published.key:
        yield record.published.key
    if record.record.abstract and not record.title:
        yield "abstract", record.abstract


def _titles(record: Facts) -> Iterator[Hashable]:
    for key in record.keys:
        yield key
        if record.published and record.published.year:
            yield key, record.published.year


def _alike(record: Facts, words_of: frozenset[str], rarity: Counter[str]) -> Iterator[Hashable]:
    if not record.keys:
        return
    key = record.keys[0]
    if len(key) > TITLE_EDGE:
        yield "begins", key[:TITLE_EDGE]
        yield "ends", key[-TITLE_EDGE:]
    yield "main", record.heads[0] if record.heads else key
    if len(words_of) >= 2:
        yield tuple(sorted(sorted(words_of, key=lambda word: (rarity[word], word))[:2]))
    if record.year and record.record.authors:
        yield "by", record.year, _first_family(record)


def _weak(record: Facts) -> Iterator[Hashable]:
    abstract = record.text
    if len(abstract) >= 2 * EDGE:
        begins, ends = words(abstract[: 2 * EDGE]), words(abstract[-2 * EDGE :])
        yield "abstract begins", begins.replace(" ", "")[:EDGE]
        yield "abstract ends", ends.replace(" ", "")[-EDGE:]
    if record.record.created:
        yield "day", record.record.created
    said = record.published
    if said and said.pages.first is not None and said.year and record.record.authors:
        yield said.year, said.pages.first, _first_family(record)


def _first_family(record: Facts) -> str:
    return min(person(record.record.authors[0], *record.record.families[:1]).family, default="")


def _sketched(records: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """Pairs of which one has no title, that share word triples of their abstracts."""
    bare = [record for record in records if record.record.abstract and not record.title]
    if not bare:
        return
    triples: dict[int, list[int]] = {}
    for record in bare:
        for triple in _sketch(record.abstract):
            triples.setdefault(triple, []).append(record.index)
    untitled = frozenset(record.index for record in bare)
    for record in records:
        if record.index not in untitled:
            for triple in triples.keys() & _sketch(record.abstract):  # what no abstract alone has makes no pair
                triples[triple].append(record.index)
    shared: Counter[tuple[int, int]] = Counter()
    for block in triples.values():
        if 1 < len(block) <= CROWD:
            shared.update(pair for pair in combinations(sorted(block), 2) if not untitled.isdisjoint(pair))
    yield from (pair for pair, count in shared.items() if count >= SHARED)


def _sketch(abstract: str) -> list[int]:
    # Prefixes of a long text are enough. crc32 and not hash(): the same numbers in every run.
    found = abstract.encode().split()[:2000]
    triples = {zlib.crc32(b" ".join(three)) for three in zip(found, found[1:], found[2:], strict=False)}
    return sorted(triples)[:SKETCH]
