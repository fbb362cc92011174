"""The two records of a pair."""

from __future__ import annotations

from papershelf.dedupe.facts import Facts


class Sides:
    """Two records, in the order of their places."""

    def __init__(self, a: Facts, b: Facts) -> None:
        self.a, self.b = (a, b) if a.index <= b.index else (b, a)
