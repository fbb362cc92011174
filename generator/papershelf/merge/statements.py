"""What is said about one paper, in order of preference: by a person, by looked-up metadata, by the lists.

Of looked-up metadata arXiv's comes first (abstract, versions, categories, the title of what has no published form),
then what people looked up, then what publishers registered. Where a paper was published is another matter (`forms`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import TypeVar, cast

from papershelf.curated import Correction
from papershelf.merge.choice import Said, said_by
from papershelf.model import Cluster, Place, Problem, Record
from papershelf.text import one_line

T = TypeVar("T")
_SERVICES = {"arXiv": 0, "Crossref": 2, "DataCite": 3, "OpenAlex": 4}
"""What others state is 1: people looked it up for this list."""


def one_line_of(value: object) -> str:
    """A value as text in one line."""
    return one_line(str(value))


@dataclass(frozen=True, slots=True)
class Statements:
    """Everything said about one paper."""

    person: dict[str, tuple[object, Place]]
    """Field -> value and where a person states it."""
    records: tuple[Record, ...]
    """Looked-up ones first, in the order of `_SERVICES`, then the latest; then those of the sources, the latest version
    first."""

    @classmethod
    def of(cls, cluster: Cluster, person: dict[str, tuple[object, Place]]) -> Statements:
        locked = sorted(cluster.locked, key=_lookup)
        sources = sorted(cluster.members, key=lambda r: (tuple(-part for part in version(r)), r.place))
        return cls(person, (*locked, *sources))

    def said(
        self, field: str, of: Callable[[Record], T | None], text: Callable[[T], str] = one_line_of
    ) -> list[Said[T]]:
        """Every value of `field`: a person's first, then as `records` are ordered. Empty values are not said."""
        found = [said_by(record, stated, text(stated)) for record in self.records if (stated := of(record))]
        if field in self.person:
            value, place = self.person[field]
            found.insert(0, Said(cast(T, value), text(cast(T, value)), "person", str(place)))
        return found


def _lookup(record: Record) -> tuple[int, int, Place]:
    return _SERVICES.get(record.stated_by, 1), -(record.stated_on.toordinal() if record.stated_on else 0), record.place


def version(record: Record) -> tuple[int, int, int]:
    """How late the version is that a record describes, as far as is known; higher is later.

    What gives an arXiv id, a day of submission and no day of an update shows the first version: listings that state
    updates state them where there are any. What gives less was copied some day, from whatever version was current.
    """
    if record.updated or (record.version or 0) > 1:
        return 2, record.updated.toordinal() if record.updated else 0, record.version or 0
    if record.version == 1 or (record.arxiv and record.created and record.version is None):
        return 0, 0, 0
    return 1, 0, 0


def person(corrections: Iterable[Correction]) -> tuple[dict[str, tuple[object, Place]], list[Problem]]:
    """What people state about one paper, field by field. Two corrections of one field must agree; the first counts."""
    stated: dict[str, tuple[object, Place]] = {}
    problems: list[Problem] = []
    for correction in sorted(corrections, key=lambda c: c.place):
        where = dict(correction.places)
        for field in _FIELDS:
            value = getattr(correction, field)
            if value is None:
                continue
            place = where.get(field, correction.place)
            if field not in stated:
                stated[field] = value, place
            elif stated[field][0] != value:
                message = f"{field!r} of this paper is corrected to something else in {stated[field][1]}"
                problems.append(Problem(place, message, "one correction of a field", str(value)[:200]))
    return stated, problems


_FIELDS = tuple(f.name for f in fields(Correction) if f.name not in ("ref", "place", "places", "note"))
