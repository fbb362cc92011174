"""Titles that many texts have: columns, editorials, yearly reports. What the whole list tells about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from papershelf.dedupe.facts import Facts
from papershelf.dedupe.titles import is_column

RECURRING = 4
"""A title that publications of so many years have is a column's, or a report's that comes every year."""


def recurring(records: Sequence[Facts]) -> dict[int, Facts]:
    """Index -> facts that say that the title recurs, for the records of which it does."""
    years: defaultdict[str, set[int]] = defaultdict(set)
    for f in records:
        if f.keys and f.published and f.published.year and not f.preprint:
            years[f.keys[0]].add(f.published.year)
    often = {key for key, found in years.items() if len(found) >= RECURRING}
    return {f.index: replace(f, recurs=True) for f in records if f.keys and f.keys[0] in often}


def paired(records: Sequence[Facts]) -> dict[int, Facts]:
    """Index -> facts that say `paired`, for the two records that alone have one column's title by the same people in
    one year and venue, and write the venue in two ways: two sources list the same text. Where some of that year name
    nobody, these may be anyone's."""
    columns = [f for f in records if f.keys and f.published and (f.recurs or is_column(f.title))]
    spots = {
        f.index: (f.keys[0], f.published.year, f.published.venues, frozenset(f.people.families))
        for f in columns
        if f.published
    }
    count = Counter(spots.values())
    unnamed = {spot[:3] for spot in count if not spot[3]}
    ways: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for f in columns:
        if f.record.publication:
            ways[spots[f.index]].add(f.record.publication.venue)
    twice = {spot for spot, number in count.items() if number == len(ways[spot]) == 2 and spot[:3] not in unnamed}
    return {f.index: replace(f, paired=True) for f in columns if spots[f.index] in twice}
