"""Names of venues that the list itself shows to be of one venue: `SIGMOD Conference` and `International Conference on
Management of Data`.

Where two sources list the same papers, each with names of its own, no comparison of letters finds out which belong
together; the papers do. Two names are taken for one venue if five papers or more (title, first author and year the
same) have the one here and the other there, and no third name stands for either more often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from papershelf.dedupe.facts import Facts
from papershelf.dedupe.titles import is_column
from papershelf.dedupe.venue_names import venues_agree

PAPERS = 5
"""Papers that must have the two names; fewer may be published twice."""
MOSTLY = 0.5
"""So large a part of the papers of each name that have another name elsewhere must have the other of the two."""

Names = tuple[str, ...]


def equated(records: Sequence[Facts], pairs: Iterable[tuple[int, int]]) -> dict[int, Facts]:
    """Index -> facts with all names of the venue, for the records that gain any. `pairs` are the candidates."""
    together: Counter[tuple[Names, Names]] = Counter()
    total: Counter[Names] = Counter()
    for i, j in pairs:
        a, b = records[i], records[j]
        p, q = a.published, b.published
        if not p or not q or p.year != q.year or p.venues == q.venues or not p.venues or not q.venues:
            continue
        if not a.keys or a.keys[0] not in b.keys or is_column(a.title) or not _same_first_author(a, b):
            continue
        total.update((p.venues, q.venues))
        if venues_agree(p.venues, q.venues) is not False:
            together[min(p.venues, q.venues), max(p.venues, q.venues)] += 1
    groups = _groups(
        pair
        for pair, count in together.items()
        if count >= PAPERS and all(count >= MOSTLY * total[names] for names in pair)
    )
    return {
        f.index: replace(f, published=replace(f.published, venues=groups[f.published.venues]))
        for f in records
        if f.published and f.published.venues in groups
    }


def _same_first_author(a: Facts, b: Facts) -> bool:
    mine, theirs = a.people.persons, b.people.persons
    return bool(mine and theirs) and mine[0].may_be(theirs[0])


def _groups(pairs: Iterable[tuple[Names, Names]]) -> dict[Names, Names]:
    """Each name -> all names that are joined with it, directly or through others."""
    of: dict[Names, frozenset[str]] = {}
    for x, y in pairs:
        group = of.get(x, frozenset(x)) | of.get(y, frozenset(y))
        of.update(((name,), group) for name in group)
    return {name: tuple(sorted(group)) for name, group in of.items()}
