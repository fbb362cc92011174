"""Headings in which a title is glued to its authors, and what a text says of its place in a series."""

from __future__ import annotations

from rapidfuzz import fuzz

from papershelf.dedupe import signs
from papershelf.dedupe.compare.titles import ALIKE, COUNTED, Titles
from papershelf.dedupe.once import once


class Headings(Titles):
    """What the title of a record may be that has none, and which part of a series it is."""

    @once
    def headings_differ(self) -> bool:
        """Not both have a settled title, and no title that one may have is one that the other may have."""
        if self.titled or (self.a.heading and self.a.heading == self.b.heading):
            return False
        if self.a.title or self.b.title:
            own, other = (self.a, self.b) if self.a.title else (self.b, self.a)
            whole = other.heading.replace(" ", "")
            if any(whole.startswith(key) for key in own.keys):
                return False
            return bool(other.possible) and not any(_close(x, y) for x in own.titles for y in other.possible)
        if not self.a.heading or not self.b.heading:
            return False
        if signs.title_numbers(self.a.heading) != signs.title_numbers(self.b.heading):
            return True
        whole_close = _close(self.a.heading, self.b.heading)
        return not whole_close and not any(_close(x, y) for x in self.a.possible for y in self.b.possible)

    @once
    def members_differ(self) -> bool:
        """They say that they are different members of a series, in their abstracts or in a title: parts, editions."""
        x, y = signs.members(self.a.abstract), signs.members(self.b.abstract)
        if x and y:
            return not x & y
        titles = (_members(self.a.title), _members(self.b.title))
        return any(told and said and not told & said for told, said in ((titles[0], y), (titles[1], x)))


def _close(x: str, y: str) -> bool:
    """Whether two titles may be one."""
    return signs.title_numbers(x) == signs.title_numbers(y) and fuzz.ratio(x, y, score_cutoff=ALIKE) > 0


def _members(title: str) -> frozenset[str]:
    """Numbers of a title that may count the members of a series: small ones."""
    return frozenset(n for n in signs.title_numbers(title) if n.isdecimal() and int(n) <= COUNTED)
