"""Where two records say that their paper was published: what agrees, what contradicts."""

from __future__ import annotations

from papershelf.dedupe.compare.people import Authors
from papershelf.dedupe.compare.titles import Titles
from papershelf.dedupe.once import once
from papershelf.dedupe.published import NO_PAGES, moved, pages_agree
from papershelf.dedupe.venue_names import venues_agree

AFTER = 4
"""Years in which a preprint is published, mostly."""


class Issue(Authors, Titles):
    """Year, venue, volume and pages: each agrees, differs, or is not stated by both (None)."""

    @once
    def years(self) -> int | None:
        """Years between the two; None where one states none."""
        return abs(self.a.year - self.b.year) if self.a.year and self.b.year else None

    @once
    def venue(self) -> bool | None:
        """Whether the venues are one."""
        p, q = self.a.published, self.b.published
        return venues_agree(p.venues, q.venues) if p and q else None

    @once
    def volume(self) -> bool | None:
        """Whether the volumes are one; None also where one may have taken a supplement's number for it."""
        p, q = self.a.published, self.b.published
        if not p or not q or not p.volume or not q.volume:
            return None
        if p.volume != q.volume and (p.volume == q.supplement or q.volume == p.supplement):
            return None
        return p.volume == q.volume

    @once
    def number(self) -> bool | None:
        """Whether the issues of the volume are one; None also where one may have put another number there."""
        p, q = self.a.published, self.b.published
        if not p or not q or not p.number or not q.number or self._moved:
            return None
        if p.number != q.number and max(len(p.number), len(q.number)) > 2:
            return None
        return p.number == q.number

    @once
    def pages(self) -> bool | None:
        """Whether the pages are the same; None also where they overlap."""
        p, q = self.a.published, self.b.published
        return pages_agree(p.pages, q.pages) if p and q and not self._moved else None

    @once
    def _moved(self) -> bool:
        """One of them has volume and issue in the places of issue and page."""
        p, q = self.a.published, self.b.published
        return p is not None and q is not None and (moved(p, q) or moved(q, p))

    @once
    def spread(self) -> bool:
        """Both state the same first and the same last page, and those are two: no other paper stands there."""
        p, q = self.a.published, self.b.published
        if not p or not q or not self.pages:
            return False
        return p.pages == q.pages and p.pages.last is not None

    @once
    def same_issue(self) -> bool:
        """The same pages of the same volume and year; or, where they are telling ones, of the same venue and year, or
        of a volume and year. A Cochrane review keeps its number through its versions; the issue tells them apart.

        Volumes are often wrong (that of a supplement, or none), and names of venues alike to nothing; small numbers of
        pages agree by chance.
        """
        if not self.pages or self.years is None or self.years > 1:
            return False
        if self.volume and self.venue is not False:
            return True
        pages = self.a.published.pages if self.a.published else None
        if pages and pages.letters == "cd" and self.number is False:
            return False
        telling = self.spread or bool(pages and (pages.letters or (pages.first or 0) >= 100))
        return telling and self.years == 0 and (self.venue is True or bool(self.volume))

    @once
    def preprint(self) -> bool:
        """One of them is the preprint, or may be: the two may be forms of one paper."""
        return self.a.preprint or self.b.preprint

    @once
    def published_apart(self) -> str:
        """Why the two are two publications, in words; empty where nothing says so, or one may be the preprint."""
        p, q = self.a.published, self.b.published
        if p is None or q is None or self.preprint or self.same_issue:
            return ""
        if self.years and not self._ahead_of_print:
            return "they were published in different years"
        if self.venue is False:
            return "they were published at different venues"
        if self.volume is False:
            return "they are in different volumes"
        if self.printed_again:
            return ""
        if self.pages is False and not (self.two_numberings and self.same_authors):
            return "they are on different pages"
        if self.number is False and (not self.pages or p.pages.letters == "cd"):
            return "they are in different issues"
        return ""

    @once
    def same_telling_title(self) -> bool:
        """The same title of four content words or more, no column's, by the same authors."""
        return self.title_words >= 4 and bool(self.same_title) and not self.column and self.same_authors

    @once
    def _ahead_of_print(self) -> bool:
        """One is of the year before, in the same volume of the same venue: it came out online first, or one errs."""
        if self.online_first:
            return True
        if self.years != 1 or not self.volume or self.venue is not True:
            return False
        return self.pages is not False and self.number is not False

    @once
    def online_first(self) -> bool:
        """A telling title by the same authors, in the same journal: without volume and pages in one year, with them in
        the next. A Cochrane review may have had another version before."""
        if self.years != 1 or not self.same_telling_title:
            return False
        early, late = sorted((self.a, self.b), key=lambda f: f.year or 0)
        p, q = early.published, late.published
        if p is None or q is None or q.pages.letters == "cd" or self.venue is not True:
            return False
        placed = [bool(said.volume or said.number or said.supplement or said.pages != NO_PAGES) for said in (p, q)]
        return placed == [False, True]

    @once
    def other_pages(self) -> bool:
        """The same venue and year, and no other volume, but other pages."""
        return self.pages is False and self.same_year and self.venue is True and self.volume is not False

    @once
    def two_numberings(self) -> bool:
        """Other pages of the same volume and, as far as stated, issue: printed pages and the number in the electronic
        edition, or a slip. Not if one stands in a supplement: that is a meeting's abstract."""
        p, q = self.a.published, self.b.published
        if p is None or q is None or not self.other_pages or not self.volume or self.number is False:
            return False
        return p.pages.supplement == q.pages.supplement

    @once
    def printed_again(self) -> bool:
        """A telling title by the same authors twice in one volume, and the first of the two states a single page: an
        abstract or a note, followed by the article or printed again.

        A single page behind the article is a correction of it, and a supplement is a meeting's own publication.
        """
        p, q = self.a.published, self.b.published
        if p is None or q is None or not self.other_pages or not self.volume or p.pages.letters or q.pages.letters:
            return False
        if not self.same_telling_title:
            return False
        return min((p.pages, q.pages), key=lambda pages: pages.first or 0).last is None

    @once
    def same_year(self) -> bool:
        """Both state the same year."""
        return self.years == 0

    @once
    def long_after(self) -> bool:
        """More years lie between them than between a preprint and its publication."""
        return self.years is not None and self.years > AFTER
