"""Titles of two records."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from papershelf.dedupe.compare.sides import Sides
from papershelf.dedupe.facts import Facts
from papershelf.dedupe.once import once
from papershelf.dedupe.titles import foreign, is_column, one_wording, slip, told

ALIKE = 90
"""From this similarity on two titles may be one in two spellings."""
_CUT = re.compile(r"(?:…|\.\.\.)\W*\Z")
_UNFINISHED_WORDS = "a an and at between by for from in into of on or over the through to under using with"
_UNFINISHED = frozenset(_UNFINISHED_WORDS.split())
"""Hardly a title ends with these."""
STUB = 3
"""Letters of a word that are gone if a title was cut in it; fewer may make another form of it."""
COUNTED = 20
"""Numbers up to this may count the members of a series."""


class Titles(Sides):
    """Their titles, and those that earlier versions had."""

    @once
    def titled(self) -> bool:
        """Both have a title."""
        return bool(self.a.title and self.b.title)

    @once
    def same_title(self) -> str:
        """A title that both have, or had once, word breaks aside; the longest, as words."""
        a, b = self.a, self.b
        if a.keys == b.keys:
            return max(a.titles, key=len, default="")
        common = set(a.keys) & set(b.keys)
        return max(sorted(t for t in a.titles if t.replace(" ", "") in common), key=len, default="")

    @once
    def title_ratio(self) -> float:
        """How alike the most alike two of their titles are, word breaks aside; 0 where one has none."""
        pairs = ((x, y) for x in self.a.keys for y in self.b.keys)
        return max((fuzz.ratio(x, y, score_cutoff=50) for x, y in pairs), default=0.0)

    @once
    def title_numbers_differ(self) -> bool:
        """Both have a title, none in common, and their numbers differ: Gemma 2 and Gemma 3, part I and part II. A
        number may stand in what was cut off."""
        if not self.titled or self.same_title or self.marked_cut:
            return False
        mine, theirs = ({told(t).numbers for t in f.titles} for f in (self.a, self.b))
        return mine.isdisjoint(theirs)

    @once
    def one_title(self) -> bool:
        """Their titles are one in two spellings: no content word of one is foreign to the other."""
        if self.same_title:
            return True
        if self.title_ratio < ALIKE or self.title_numbers_differ or self.flags_differ or self._goes_on:
            return False
        return any(one_wording(x, y) for x in self.a.titles for y in self.b.titles)

    @once
    def _goes_on(self) -> bool:
        """One title has all of the other and more, and says that there was still more: it is another."""
        short, long = sorted((self.a, self.b), key=lambda f: (len(f.title), f.index))
        return long.title.startswith(short.title) and _says_cut(long)

    @once
    def slip(self) -> bool:
        """Their titles differ in one letter of one long word."""
        return self.titled and not self.same_title and self.title_ratio >= ALIKE and slip(self.a.title, self.b.title)

    @once
    def flags_differ(self) -> bool:
        """One title is of an erratum, a reply or the like, the other is not."""
        return self.titled and told(self.a.title).flags != told(self.b.title).flags

    @once
    def titles_differ(self) -> bool:
        """Each title has a content word that is foreign to the other: another subject, or a changed title. What one was
        cut to in the middle of a word is no other word."""
        if not self.titled or self.same_title or self.title_cut:
            return False
        return all(foreign(x, y) and foreign(y, x) for x in self.a.titles for y in self.b.titles)

    @once
    def title_words(self) -> int:
        """Content words of the title that they share, or of the shorter one."""
        sizes = [len(told(f.title).content) for f in (self.a, self.b)]
        if self.same_title:
            return max(*sizes, len(told(self.same_title).content))
        return min(sizes)

    @once
    def column(self) -> bool:
        """A title that says nothing of its text: `Editorial`, or one that comes back year after year."""
        return any(f.recurs or (bool(f.title) and is_column(f.title)) for f in (self.a, self.b))

    @once
    def subtitle_dropped(self) -> bool:
        """One title is the other without its subtitle, of two content words or more without number, which makes it no
        other kind of text."""
        if not self.titled or self.same_title:
            return False
        short, long = sorted((self.a, self.b), key=lambda f: (len(f.keys[0]), f.index))
        if not long.keys[0].startswith(short.keys[0]) or short.keys[0] not in long.heads:
            return False
        whole, main = told(long.title), told(short.title)
        longer = len(whole.content) >= len(main.content) + 2
        return longer and whole.numbers == main.numbers and whole.flags == main.flags

    @once
    def title_cut(self) -> bool:
        """One title is the beginning of the other, of four content words or more; two if it says that it was cut."""
        if not self.titled or self.same_title:
            return False
        short, long = sorted((self.a, self.b), key=lambda f: (len(f.keys[0]), f.index))
        if not long.keys[0].startswith(short.keys[0]):
            return False
        return len(told(short.title).content) >= (2 if _says_cut(short) else 4)

    @once
    def marked_cut(self) -> bool:
        """One title is the beginning of the other, and says so: its source cut it."""
        short = min(self.a, self.b, key=lambda f: (len(f.title), f.index))
        return self.title_cut and _says_cut(short)

    @once
    def broken_off(self) -> bool:
        """One title is the beginning of the other, and ends where no title can: with a small word, or within a word."""
        if not self.title_cut:
            return False
        short, long = sorted((self.a.title, self.b.title), key=lambda title: (len(title), title))
        stub = long.startswith(short) and len(long[len(short) :].partition(" ")[0]) >= STUB
        return stub or short.rpartition(" ")[2] in _UNFINISHED

    @once
    def both_cut(self) -> bool:
        """Both say that they were cut: what is the same is a beginning."""
        return _says_cut(self.a) and _says_cut(self.b)


def _says_cut(record: Facts) -> bool:
    """Its title ends in `…`."""
    return _CUT.search(record.record.title or "") is not None
