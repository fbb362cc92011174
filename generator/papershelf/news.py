"""What is new in the list, day by day, as far as its records tell. Nouns in, nouns out.

When something came to the list is known from `papershelf lock` only (`first_seen`, `removed`); when a new version or a
publication came out, from the sources. That is news where it is later than the day the paper was added: what was so
when it came is none. Nobody notes on which day two papers turned out to be one, and many publications state a year and
no day: those are told apart from the days, and no day is made up for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from papershelf.model import Gone, Library, Manifestation, Paper, Publication

MOST = 200
"""Entries of the page: about what can still be looked through."""


@dataclass(frozen=True, slots=True)
class Released:
    """A form of a paper that came out after the paper was added."""

    paper: Paper
    form: Manifestation


@dataclass(frozen=True, slots=True)
class Merged:
    """An address of the list whose paper turned out to be another's."""

    id: str
    title: str
    """What it was called last."""
    into: Paper


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day; each group in the order of the list."""

    day: date | None
    """None: what the next `papershelf lock` will date."""
    added: tuple[Paper, ...] = ()
    revised: tuple[Paper, ...] = ()
    """A new version came out on that day."""
    published: tuple[Released, ...] = ()
    removed: tuple[Gone, ...] = ()

    def __len__(self) -> int:
        return len(self.added) + len(self.revised) + len(self.published) + len(self.removed)


@dataclass(frozen=True, slots=True)
class News:
    """All that is new, or the newest of it."""

    days: tuple[Day, ...]
    """What is not dated yet, then the newest day first."""
    merged: tuple[Merged, ...]
    """On days that nobody noted; by id."""
    published: tuple[Released, ...]
    """After they were added, on days that no source states; in the order of the list."""
    older: int
    """How many entries are left out."""

    @property
    def latest(self) -> date | None:
        """The last day on which something is known to have happened."""
        return next((day.day for day in self.days if day.day), None)


def by_day_added(papers: Sequence[Paper]) -> list[Paper]:
    """Newest first: those that no lock has dated yet, then by the day they were added; of one day as given."""
    return sorted(papers, key=lambda paper: -(paper.first_seen or date.max).toordinal())


def news(library: Library, most: int = MOST) -> News:
    """The newest `most` entries; at most a quarter of them publications without a day, and a quarter merges."""
    added: dict[date | None, list[Paper]] = defaultdict(list)
    revised: dict[date | None, list[Paper]] = defaultdict(list)
    published: dict[date | None, list[Released]] = defaultdict(list)
    removed: dict[date | None, list[Gone]] = defaultdict(list)
    for paper in library.papers:
        added[paper.first_seen].append(paper)
        if paper.first_seen and paper.updated and paper.updated > paper.first_seen:
            revised[paper.updated].append(paper)
        for released, day in _released(paper):
            published[day].append(released)
    for gone in library.gone:
        removed[gone.removed].append(gone)
    undated = tuple(published.pop(None, ()))
    merged = tuple(_merged(library))
    newest = [
        Day(day, tuple(added[day]), tuple(revised[day]), tuple(published[day]), tuple(removed[day]))
        for day in sorted({*added, *revised, *published, *removed}, key=lambda day: -(day or date.max).toordinal())
    ]
    whole = sum(map(len, newest)) + len(undated) + len(merged)
    undated, merged = undated[: most // 4], merged[: most // 4]
    room = most - len(undated) - len(merged)
    kept: list[Day] = []
    for dated in newest:
        if room:
            kept.append(_cut(dated, room))
            room -= len(kept[-1])
    shown = sum(map(len, kept)) + len(undated) + len(merged)
    return News(tuple(kept), merged, undated, whole - shown)


def _cut(day: Day, most: int) -> Day:
    found = {}
    for name in ("added", "revised", "published", "removed"):
        found[name] = getattr(day, name)[:most]
        most -= len(found[name])
    return replace(day, **found)


def _released(paper: Paper) -> Iterator[tuple[Released, date | None]]:
    """What came out for certain after the paper was added, and the day where a source states it."""
    for form in paper.manifestations:
        out = form.publication
        if paper.first_seen is None or out is None or form.type == "article" or not out.year:
            continue
        added = paper.first_seen
        stated = tuple(part for part in (out.year, out.month, out.day if out.month else None) if part)
        if stated > (added.year, added.month, added.day)[: len(stated)]:
            yield Released(paper, form), _day(out)


def _day(out: Publication) -> date | None:
    try:
        return date(out.year or 0, out.month or 0, out.day or 0)
    except ValueError:
        return None


def _merged(library: Library) -> Iterator[Merged]:
    papers = {paper.id: paper for paper in library.papers}
    leads = {link.id: link.merged_into for link in library.permalinks}
    for link in sorted(library.permalinks, key=lambda link: link.id):
        end, seen = link.merged_into, {link.id}
        while end and end not in papers and end not in seen:
            seen.add(end)
            end = leads.get(end, "")
        if end in papers:
            yield Merged(link.id, link.title or link.id, papers[end])
