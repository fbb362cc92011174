"""Groups of records that are one paper: strongest evidence first, and never two groups that contradict each other.

Similarity is not transitive. A link joins two groups only if nothing that any record of one states contradicts what
any record of the other states; a link between texts must also have no rival that is as strong and leads elsewhere.
What is not joined is refused with the reason, for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from papershelf.curated import Verdict
from papershelf.dedupe import guards
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.facts import Facts
from papershelf.dedupe.rules import ARXIV, CERTAIN, SAME_PAGES
from papershelf.dedupe.verdicts import Applied, Side
from papershelf.model import Problem

MARGIN = 3.0
"""Evidence from texts that is stronger by less than this than evidence for another paper decides nothing."""
SURE = 96.0
"""From this score on the texts are one; a title that was changed in between does not refute it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Evidence that joins, or would join, two records."""

    a: int
    b: int
    """Indices, a < b."""
    rule: str
    score: float
    evidence: tuple[str, ...]

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """Ids first, then by score; ties in the order of places."""
        return self.rule not in CERTAIN, -self.score, self.a, self.b


@dataclass(frozen=True, slots=True)
class Refusal:
    """An edge that did not join, and why."""

    edge: Edge
    reason: str


@dataclass(slots=True)
class Group:
    """Records joined so far, and what they state together."""

    members: list[Facts]
    ids: dict[str, set[str]]
    """Kind of id, of which a paper has one -> those stated."""
    sides: frozenset[Side] = frozenset()
    edges: tuple[Edge, ...] = ()

    @property
    def arxiv(self) -> set[str]:
        return self.ids.get("arXiv id", set())

    @property
    def doi(self) -> set[str]:
        return self.ids.get("DOI", set())


class Clusters:
    """All records, in groups that only grow."""

    def __init__(self, records: Sequence[Facts], applied: Applied) -> None:
        self.records = records
        self.refused: list[Refusal] = []
        self.problems: list[Problem] = []
        self._proven: set[tuple[int, int]] = set()
        self._of = [Group([f], _ids(f), applied.sides.get(f.index, frozenset())) for f in records]
        for verdict, together in applied.same:
            self._obey(verdict, together)

    def group(self, index: int) -> Group:
        """The group that holds record `index`."""
        return self._of[index]

    def groups(self) -> list[Group]:
        """All groups, in the order of their first records."""
        return list({id(group): group for group in self._of}.values())

    def join(self, edges: Sequence[Edge]) -> None:
        """Take `edges` strongest first; what contradicts is refused."""
        rivals: dict[int, list[Edge]] = defaultdict(list)
        self._proven = {(edge.a, edge.b) for edge in edges}
        for edge in edges:
            if edge.rule not in CERTAIN:
                rivals[edge.a].append(edge)
                rivals[edge.b].append(edge)
        for edge in sorted(edges, key=lambda e: e.rank):
            a, b = self._of[edge.a], self._of[edge.b]
            if a is b:
                continue
            reason = _contradiction(a, b)
            if not reason and edge.rule in CERTAIN:
                reason = self._shared(edge)
            elif not reason:
                reason = self._doubt(edge, a, b)
                if reason:
                    rivals[edge.a].remove(edge)
                    rivals[edge.b].remove(edge)
                reason = reason or self._rival(edge, a, b, rivals) or self._rival(edge, b, a, rivals)
            if reason:
                self.refused.append(Refusal(edge, reason))
            else:
                self._merge(a, b, (edge,))

    def _shared(self, edge: Edge) -> str:
        """Two titles behind one DOI: a record that has the DOI only does not make them one."""
        if edge.rule == ARXIV:
            return ""
        for x in _spoken(self._of[edge.a]):
            for y in _spoken(self._of[edge.b]):
                pair = Pair(x, y)
                reason = guards.shared_id(pair)
                if reason:
                    return f"{reason} ({pair.a.record.place} and {pair.b.record.place})"
        return ""

    def _doubt(self, edge: Edge, here: Group, there: Group) -> str:
        """What a record of one group says against one of the other; a proven pair was looked at before."""
        for x in _spoken(here):
            for y in _spoken(there):
                if (min(x.index, y.index), max(x.index, y.index)) in self._proven:
                    continue
                pair = Pair(x, y)
                reason = guards.doubt(pair, sure=edge.score >= SURE) or guards.one_pattern(pair)
                if edge.rule == SAME_PAGES and reason == pair.published_apart:
                    continue  # the place is proven: what another member says of it is a slip, or another name
                if reason:
                    return f"{reason} ({pair.a.record.place} and {pair.b.record.place})"
        return ""

    def _rival(self, edge: Edge, here: Group, there: Group, rivals: dict[int, list[Edge]]) -> str:
        """A record of `here` is linked as strongly to a group that can't be one with `there`."""
        for member in here.members:
            for other in rivals[member.index]:
                elsewhere = self._of[other.b if other.a == member.index else other.a]
                if elsewhere is here or elsewhere is there or other.score <= edge.score - MARGIN:
                    continue
                reason = _contradiction(elsewhere, there) or self._doubt(edge, elsewhere, there)
                if reason and not _contradiction(elsewhere, here):
                    return f"it could as well be another paper: {reason}"
        return ""

    def _obey(self, verdict: Verdict, together: tuple[int, ...]) -> None:
        groups = list({id(self._of[i]): self._of[i] for i in together}.values())
        sides = [side for group in groups for side in group.sides]
        if any(v == w and s != t for v, s in sides for w, t in sides):
            fix = "one of the two verdicts; until then they stay apart"
            named = ", ".join(verdict.refs)
            self.problems.append(Problem(verdict.place, "contradicts a verdict `different`", fix, named))
            return
        evidence = (str(verdict.place), *((verdict.note,) if verdict.note else ()))
        first = together[0]
        for index in together[1:]:
            if self._of[index] is not self._of[first]:
                self._merge(self._of[first], self._of[index], (Edge(first, index, "verdict", 100, evidence),))

    def _merge(self, a: Group, b: Group, edges: tuple[Edge, ...]) -> None:
        small, large = sorted((a, b), key=lambda g: len(g.members))
        large.members.extend(small.members)
        kinds = large.ids.keys() | small.ids.keys()
        large.ids = {kind: large.ids.get(kind, set()) | small.ids.get(kind, set()) for kind in kinds}
        large.sides |= small.sides
        large.edges += (*small.edges, *edges)
        for member in small.members:
            self._of[member.index] = large


_NONE: dict[str, set[str]] = {}


def _ids(record: Facts) -> dict[str, set[str]]:
    return _NONE if not record.one_of_each else {kind: {value} for kind, value in record.one_of_each.items()}


def _contradiction(a: Group, b: Group) -> str:
    """Why no evidence may join two groups. Those with an id in common may: a person joined two ids before."""
    for kind in sorted(a.ids.keys() & b.ids.keys()) if a.ids and b.ids else ():
        if a.ids[kind].isdisjoint(b.ids[kind]):
            return f"their {kind}s differ: {min(a.ids[kind])} and {min(b.ids[kind])}"
    if apart(a, b):
        return "a person said that they are different"
    return ""


def apart(a: Group, b: Group) -> bool:
    """A verdict says that the two groups are different papers."""
    return any(verdict == other and side != theirs for verdict, side in a.sides for other, theirs in b.sides)


def _spoken(group: Group) -> list[Facts]:
    """Members that say who published what and where, one for each statement."""
    if len(group.members) == 1:
        return group.members
    told: dict[tuple[object, ...], Facts] = {}
    for member in sorted(group.members, key=lambda f: f.index):
        record = member.record
        if member.titles or record.authors or record.publication:
            told.setdefault((member.keys, record.authors, record.publication), member)
    return list(told.values())
