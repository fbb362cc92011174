"""What pages show that the Library does not hold as such: years, sources and what came of them, joins, shards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from papershelf.model import Author, Paper, Problem, Record, SourceFile

ROOM = "seeds/sources/"


@dataclass(frozen=True, slots=True)
class Year:
    """Papers of one year; `year` is None for those without any date."""

    year: int | None
    papers: tuple[Paper, ...]

    @property
    def name(self) -> str:
        return str(self.year) if self.year else "Undated"


def by_year(papers: Iterable[Paper]) -> tuple[Year, ...]:
    """Grouped, newest year first, undated last; the order within a year is kept."""
    groups: dict[int | None, list[Paper]] = {}
    for paper in papers:
        groups.setdefault(paper.year, []).append(paper)
    return tuple(Year(year, tuple(groups[year])) for year in sorted(groups, key=lambda y: -(y or 0)))


@dataclass(frozen=True, slots=True)
class Held:
    """A record of a source, and the paper it became part of."""

    record: Record
    paper: Paper
    alone: bool
    """Nothing else is known about that paper from the sources."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source file and what came of it."""

    file: SourceFile
    held: tuple[Held, ...]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        return self.file.path.removeprefix(ROOM)

    @property
    def papers(self) -> int:
        return len({held.paper.id for held in self.held})

    @property
    def alone(self) -> int:
        return sum(held.alone for held in self.held)


@dataclass(frozen=True, slots=True)
class Join:
    """Why a record is part of its paper."""

    rule: str
    score: int
    other: str
    """`path:line` of the record it was joined to."""
    evidence: list[str]
    """What besides the rule's name speaks for it."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Neighbours in the alphabet, few enough to look through."""

    name: str
    """`B`, `C–D`"""
    authors: tuple[Author, ...]


SHOWN = 36  # people with several papers whom the index of authors does not fold away
