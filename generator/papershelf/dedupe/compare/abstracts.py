"""Abstracts of two records: how alike, and what stands in the place of what."""

from __future__ import annotations

from rapidfuzz import fuzz

from papershelf.dedupe import signs, template
from papershelf.dedupe.compare.sides import Sides
from papershelf.dedupe.facts import START
from papershelf.dedupe.once import once
from papershelf.dedupe.titles import told

LONG = 200
"""Characters from which an abstract is nobody else's."""
WRITTEN_ANEW = 54.0
"""Two versions of an abstract were never less alike, among records whose title or day shows that they are one."""
CHANCE = 45.0
"""Below this an abstract is as unlike another as English texts are; the exact figure says nothing more."""


class Abstracts(Sides):
    """Their abstracts, and what a title adds to them."""

    @once
    def _told(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words that one title shares with its own abstract, and the words of the abstract that has no title."""
        if bool(self.a.title) == bool(self.b.title) or not (self.a.abstract and self.b.abstract):
            return frozenset(), frozenset()
        own, other = (self.a, self.b) if self.a.title else (self.b, self.a)
        words, abstract = told(own.title).content, signs.content(own.abstract)
        return words - signs.strange(words, abstract), signs.content(other.abstract)

    @once
    def untold(self) -> frozenset[str]:
        """Words that a title shares with its own abstract and that the other abstract lacks: it has another subject."""
        return signs.strange(*self._told)

    @once
    def confirmed(self) -> bool:
        """Three words or more that a title shares with its own abstract, and all of them, are in the other abstract."""
        return len(self._told[0]) >= 3 and not self.untold

    @once
    def shortest(self) -> int:
        """Characters of the shorter abstract; 0 where one has none."""
        return min(len(self.a.abstract), len(self.b.abstract))

    @once
    def same_abstract(self) -> bool:
        return bool(self.a.abstract) and self.a.abstract == self.b.abstract

    @once
    def ratio(self) -> float:
        """How alike the abstracts are, 0-100 (normalised Indel similarity); 0 where no more than chance."""
        if not self.shortest:
            return 0.0
        return fuzz.ratio(self.a.abstract, self.b.abstract, score_cutoff=CHANCE)

    @once
    def start(self) -> float:
        """How alike the first 120 characters are."""
        return fuzz.ratio(self.a.start, self.b.start) if self.shortest >= START else 0.0

    @once
    def strange_abstracts(self) -> bool:
        """Both have an abstract, and these are no versions of one: no abstract written anew was less alike."""
        return self.shortest >= LONG and self.ratio < WRITTEN_ANEW

    @once
    def template(self) -> bool:
        """The abstracts are word for word alike, but for words swapped for others: two papers after one pattern."""
        return not self.same_abstract and self.ratio >= 70 and template.is_template(self.a.abstract, self.b.abstract)

    @once
    def notices(self) -> bool:
        """Both abstracts say no more than that their paper was withdrawn."""
        return signs.is_notice(self.a.abstract) and signs.is_notice(self.b.abstract)

    @once
    def begins(self) -> bool:
        """One abstract is the beginning of the other."""
        short, long = sorted((self.a, self.b), key=lambda f: (len(f.abstract), f.index))
        # A source that cuts may cut within a word, or within TeX, and need not say so.
        cut = short.abstract.rpartition(" ")[0] if short.cut else short.abstract
        return bool(cut) and long.abstract.startswith(cut)

    @once
    def shared(self) -> float:
        """What part of the content words of one abstract the other has too, 0-1; of the one that has fewer."""
        x, y = signs.content(self.a.abstract), signs.content(self.b.abstract)
        return len(x & y) / min(len(x), len(y)) if x and y else 0.0

    @once
    def shared_later(self) -> float:
        """The same of what follows their common beginning: companion papers may open with one paragraph."""
        x, y = self.a.abstract.split(), self.b.abstract.split()
        n = next((i for i, (word, other) in enumerate(zip(x, y, strict=False)) if word != other), min(len(x), len(y)))
        later = signs.content(" ".join(x[n:])), signs.content(" ".join(y[n:]))
        return len(later[0] & later[1]) / min(map(len, later)) if all(later) else self.shared

    @once
    def years_differ(self) -> bool:
        """Each abstract names a year that the other does not: two editions of something yearly."""
        x, y = signs.years(self.a.abstract), signs.years(self.b.abstract)
        return bool(x - y and y - x)

    @once
    def numbers_differ(self) -> bool:
        """Each abstract has a number that the other does not."""
        x, y = signs.numbers(self.a.text), signs.numbers(self.b.text)
        return bool(x - y and y - x)

    @once
    def names_differ(self) -> bool:
        """Each abstract has a name (of a method, a language, a data set) that the other does not."""
        x, y = signs.names(self.a.text), signs.names(self.b.text)
        return signs.swapped(x, y, self.a.abstract, self.b.abstract)

    @once
    def terms_differ(self) -> bool:
        """Each abstract repeats a content word that the other never has: one text, written for two subjects."""
        x, y = signs.repeated(self.a.abstract), signs.repeated(self.b.abstract)
        return signs.swapped(x, y, self.a.abstract, self.b.abstract)
