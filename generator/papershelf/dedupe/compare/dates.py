"""Days of submission of two records."""

from __future__ import annotations

from datetime import date

from papershelf.dedupe.compare.sides import Sides
from papershelf.dedupe.once import once

NEAR = 31
"""Days that count as `within a month`."""


class Dates(Sides):
    """When each was submitted, and last changed."""

    @once
    def same_day(self) -> date | None:
        """The day on which both were first submitted."""
        a, b = self.a.record.created, self.b.record.created
        return a if a == b else None

    @once
    def days(self) -> int | None:
        """Days between the nearest two of their dates; None where one has none."""
        return min((abs((x - y).days) for x in self.a.dates for y in self.b.dates), default=None)

    @once
    def near(self) -> bool | None:
        """Within a month by their dates, or by the month of an arXiv id; None where nothing tells.

        An id is issued in the month of submission or, on its last days, the next one (2306.00186: 31 May 2023).
        """
        if self.days is not None:
            return self.days <= NEAR
        for dated, issued in ((self.a, self.b.issued), (self.b, self.a.issued)):
            if dated.dates and issued:
                return any(0 <= (issued[0] - d.year) * 12 + issued[1] - d.month <= 1 for d in dated.dates)
        return None
