"""Two records side by side: each feature of the pair is worked out when a rule first asks for it, and once.

ids        what names a paper and no other
titles     one wording, one of them cut short, different words
headings   titles that nothing cut from the authors
people     authors in common
issue      year, venue, volume, pages: agree, differ, or not stated
abstracts  how alike, and what stands in the place of what
dates      of submission
"""

from papershelf.dedupe.compare.abstracts import LONG, Abstracts
from papershelf.dedupe.compare.dates import Dates
from papershelf.dedupe.compare.headings import Headings
from papershelf.dedupe.compare.ids import Ids
from papershelf.dedupe.compare.issue import Issue
from papershelf.dedupe.once import once

CHANGED = 60
"""Titles of an article, of which first and last page are known, may be as unlike: a translation, a changed title."""


class Pair(Ids, Headings, Issue, Abstracts, Dates):
    """Features of two records. All symmetric: the order of the two changes nothing."""

    @once
    def same_article(self) -> bool:
        """The same first and last page of the same volume: whoever is named, with one title; else by nearly all of the
        same authors, whose title was changed, translated or cut."""
        if not self.spread or not self.same_issue or self.flags_differ:
            return False
        if self.same_title or self.one_title:
            return True
        alike = not self.titled or self.title_ratio >= CHANGED or self.title_cut
        return alike and self.same_authors and self.venue is not False

    @once
    def side_by_side(self) -> bool:
        """One listing has both: a title, and the same with more behind it, in one year of a venue that it writes in one
        way. `Lanterns` and `Lanterns: A Case Study` are two papers there."""
        p, q = self.a.record.publication, self.b.record.publication
        if not p or not q or p.venue != q.venue or not self.same_year or self.same_title or self.same_issue:
            return False
        if self.a.record.place.path != self.b.record.place.path:
            return False
        return (self.subtitle_dropped or self.title_cut) and not self.marked_cut


__all__ = ["LONG", "Pair"]
