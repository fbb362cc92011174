"""Authors of two records."""

from __future__ import annotations

from papershelf.dedupe.compare.sides import Sides
from papershelf.dedupe.once import once
from papershelf.dedupe.people import misspelt, shared


class Authors(Sides):
    """Who wrote it, as both tell."""

    @once
    def _same_names(self) -> bool:
        """Both write the same names: no need to look at any."""
        return bool(self.a.record.authors) and self.a.record.authors == self.b.record.authors

    @once
    def authors_shared(self) -> int | None:
        """How many authors of the shorter list may be in the longer one; None where one names none."""
        if self._same_names:
            return len(self.a.record.authors)
        if not (self.a.record.authors and self.b.record.authors):
            return None
        x, y = self.a.people, self.b.people
        return shared(x, y) or misspelt(x, y) if x.persons and y.persons else None

    @once
    def authors(self) -> bool | None:
        """Whether the authors agree: the first author, or half of the shorter list; None where one names none."""
        if self._same_names or self.authors_shared is None:
            return self._same_names or None
        x, y = self.a.people.persons, self.b.people.persons
        return x[0].may_be(y[0]) or self.authors_shared * 2 >= min(len(x), len(y))

    @once
    def same_authors(self) -> bool:
        """Four of five of the shorter list are in the longer one, which is not much longer if it is complete."""
        if self._same_names or not self.authors_shared:
            return self._same_names
        short, long = sorted(len(f.people.persons) for f in (self.a, self.b))
        complete = self.a.record.authors_complete and self.b.record.authors_complete
        return self.authors_shared * 5 >= short * 4 and (not complete or long <= short + 1 + short // 2)

    @once
    def no_author_shared(self) -> bool:
        """Both name authors, and none is the same."""
        return self.authors_shared == 0
