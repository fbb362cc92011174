"""Which questions the answers of one sitting settle, without comparing all records again after each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from papershelf.model import Cluster, Place, Question


class Answered:
    """The clusters, as a person joins them and keeps them apart."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        groups = [frozenset(r.place for r in (*cluster.members, *cluster.locked)) for cluster in clusters]
        self._before = {place: group for group in groups for place in group}
        self._group = dict(self._before)
        self._apart: set[frozenset[Place]] = set()
        self._said: set[tuple[Place, ...]] = set()

    def take(self, question: Question, same: bool) -> None:
        """The person's answer."""
        self._said.add(question.places)
        a, b = map(self._of, question.places)
        if same:
            joined = a | b
            self._group.update(dict.fromkeys(joined, joined))
        else:
            self._apart.add(frozenset(question.places))

    def settles(self, question: Question) -> bool:
        """Whether `question` needs no answer any more: it has one, or its sides were joined or kept apart by others.

        Where both sides were one before (does one of them carry the wrong id?) only its own answer settles it.
        """
        if question.places in self._said:
            return True
        a, b = map(self._of, question.places)
        if a == b:
            first, second = (self._before.get(place) for place in question.places)
            return first != second
        return any(frozenset(pair) in self._apart for pair in product(a, b))

    def _of(self, place: Place) -> frozenset[Place]:
        return self._group.get(place, frozenset({place}))
