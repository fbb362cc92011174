"""What people decided, applied to records: which belong together, and which must never meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from papershelf import refs
from papershelf.curated import Verdict
from papershelf.dedupe.facts import Facts
from papershelf.model import Problem

Side = tuple[int, int]
"""(number of a verdict `different`, which of the things it names)"""


@dataclass(frozen=True, slots=True)
class Applied:
    """Verdicts with the records that they name."""

    same: tuple[tuple[Verdict, tuple[int, ...]], ...]
    """With the indices of the records to join, ascending."""
    sides: dict[int, frozenset[Side]]
    """Index of a record -> the sides it is on. Records on two sides of one verdict never meet."""
    problems: tuple[Problem, ...]


def apply(verdicts: Sequence[Verdict], records: Sequence[Facts]) -> Applied:
    """A reference that names no record, and a verdict that tells a record from itself, are Problems."""
    if not verdicts:
        return Applied((), {}, ())
    named: dict[str, list[int]] = defaultdict(list)
    for record in records:
        for name in {record.arxiv, record.doi, record.record.doi or "", refs.normal(record.record.key)} - {""}:
            named[name].append(record.index)
    problems: list[Problem] = []
    same: list[tuple[Verdict, tuple[int, ...]]] = []
    sides: dict[int, set[Side]] = defaultdict(set)
    for number, verdict in enumerate(sorted(verdicts, key=lambda v: v.place)):
        groups: list[set[int]] = []
        for ref in verdict.refs:
            found = set(named.get(refs.normal(ref), ()))
            if found:
                groups.append(found)
            else:
                fix = "an arXiv id, a DOI or a record key of this list"
                problems.append(Problem(verdict.place, f"{ref!r} names no record", fix, ref))
        if verdict.same:
            together = tuple(sorted(set().union(*groups)))
            if len(together) > 1:
                same.append((verdict, together))
            continue
        for side, group in enumerate(_apart(groups)):
            if not group:
                message = f"{verdict.refs[side]!r} names only what the others name"
                problems.append(Problem(verdict.place, message, "different records", verdict.refs[side]))
            for index in group:
                sides[index].add((number, side))
    return Applied(tuple(same), {i: frozenset(found) for i, found in sides.items()}, tuple(problems))


def _apart(groups: Sequence[set[int]]) -> list[set[int]]:
    """The groups without overlaps. A narrower name (of one record) counts before a wider one (of all with an id)."""
    order = sorted(range(len(groups)), key=lambda i: (len(groups[i]), i))
    taken: set[int] = set()
    apart: list[set[int]] = [set() for _ in groups]
    for i in order:
        apart[i] = groups[i] - taken
        taken |= groups[i]
    return apart
