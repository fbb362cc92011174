"""Two records side by side: each feature of the pair is worked out when a rule first asks for it, and once."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from rapidfuzz import fuzz

from papershelf.dedupe import signs, template
from papershelf.dedupe.facts import START, Facts

NEAR = 31
"""Days that count as `within a month`."""
CHANCE = 45.0
"""Below this an abstract is as unlike another as English texts are; the exact figure says nothing more."""


class Pair:
    """Features of two records. All symmetric: the order of the two changes nothing."""

    def __init__(self, a: Facts, b: Facts) -> None:
        self.a, self.b = (a, b) if a.index <= b.index else (b, a)

    # ids

    @cached_property
    def arxiv(self) -> str:
        """The arXiv id that both state."""
        return self.a.arxiv if self.a.arxiv == self.b.arxiv else ""

    @cached_property
    def doi(self) -> str:
        return self.a.doi if self.a.doi == self.b.doi else ""

    # titles

    @cached_property
    def titled(self) -> bool:
        """Both have a title."""
        return bool(self.a.title and self.b.title)

    @cached_property
    def same_title(self) -> str:
        """A title that both have, or had once; the longest."""
        return max(sorted(set(self.a.titles) & set(self.b.titles)), key=len, default="")

    @cached_property
    def title_ratio(self) -> float:
        """How alike the most alike two of their titles are, word breaks aside; 0 where one has none."""
        pairs = ((x.replace(" ", ""), y.replace(" ", "")) for x in self.a.titles for y in self.b.titles)
        return max((fuzz.ratio(x, y, score_cutoff=50) for x, y in pairs), default=0.0)

    @cached_property
    def title_numbers_differ(self) -> bool:
        """Both have a title, none in common, and their numbers differ: Gemma 2 and Gemma 3, part I and part II."""
        if not self.titled or self.same_title:
            return False
        mine, theirs = ({signs.title_numbers(t) for t in f.titles} for f in (self.a, self.b))
        return not mine & theirs

    @cached_property
    def one_title(self) -> bool:
        """Their titles are one in two spellings: no content word of one is foreign to the other."""
        if self.same_title:
            return True
        if self.title_ratio < 90 or self.title_numbers_differ or self.flags_differ:
            return False
        pairs = ((signs.content(x), signs.content(y)) for x in self.a.titles for y in self.b.titles)
        return any(not signs.strange(x, y) and not signs.strange(y, x) for x, y in pairs)

    @cached_property
    def flags_differ(self) -> bool:
        """One title is of an erratum, a reply or the like, the other is not."""
        return self.titled and signs.flags(self.a.title) != signs.flags(self.b.title)

    @cached_property
    def titles_differ(self) -> bool:
        """Each title has a content word that is foreign to the other: another subject, or a changed title."""
        if not self.titled or self.same_title:
            return False
        pairs = ((signs.content(x), signs.content(y)) for x in self.a.titles for y in self.b.titles)
        return all(signs.strange(x, y) and signs.strange(y, x) for x, y in pairs)

    @cached_property
    def headings_differ(self) -> bool:
        """Not both have a settled title, and no title that one may have is one that the other may have."""
        if self.titled or (self.a.heading and self.a.heading == self.b.heading):
            return False
        if self.a.title or self.b.title:
            own, other = (self.a, self.b) if self.a.title else (self.b, self.a)
            whole = other.heading.replace(" ", "")
            if any(whole.startswith(t.replace(" ", "")) for t in own.titles):
                return False
            return bool(other.possible) and not any(_close(x, y) for x in own.titles for y in other.possible)
        if not self.a.heading or not self.b.heading:
            return False
        if signs.title_numbers(self.a.heading) != signs.title_numbers(self.b.heading):
            return True
        whole_close = _close(self.a.heading, self.b.heading)
        return not whole_close and not any(_close(x, y) for x in self.a.possible for y in self.b.possible)

    @cached_property
    def members_differ(self) -> bool:
        """They say that they are different members of a series, in their abstracts or in a title: parts, editions."""
        x, y = signs.members(self.a.abstract), signs.members(self.b.abstract)
        if x and y:
            return not x & y
        titles = (_members(self.a.title), _members(self.b.title))
        return any(told and said and not told & said for told, said in ((titles[0], y), (titles[1], x)))

    @cached_property
    def _told(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words that one title shares with its own abstract, and the words of the abstract that has no title."""
        if bool(self.a.title) == bool(self.b.title) or not (self.a.abstract and self.b.abstract):
            return frozenset(), frozenset()
        own, other = (self.a, self.b) if self.a.title else (self.b, self.a)
        words, abstract = signs.content(own.title), signs.content(own.abstract)
        return words - signs.strange(words, abstract), signs.content(other.abstract)

    @cached_property
    def untold(self) -> frozenset[str]:
        """Words that a title shares with its own abstract and that the other abstract lacks: it has another subject."""
        return signs.strange(*self._told)

    @cached_property
    def confirmed(self) -> bool:
        """Three words or more that a title shares with its own abstract, and all of them, are in the other abstract."""
        return len(self._told[0]) >= 3 and not self.untold

    # abstracts

    @cached_property
    def shortest(self) -> int:
        """Characters of the shorter abstract; 0 where one has none."""
        return min(len(self.a.abstract), len(self.b.abstract))

    @cached_property
    def same_abstract(self) -> bool:
        return bool(self.a.abstract) and self.a.abstract == self.b.abstract

    @cached_property
    def ratio(self) -> float:
        """How alike the abstracts are, 0-100 (normalised Indel similarity); 0 where no more than chance."""
        if not self.shortest:
            return 0.0
        return fuzz.ratio(self.a.abstract, self.b.abstract, score_cutoff=CHANCE)

    @cached_property
    def start(self) -> float:
        """How alike the first 120 characters are."""
        return fuzz.ratio(self.a.start, self.b.start) if self.shortest >= START else 0.0

    @cached_property
    def template(self) -> bool:
        """The abstracts are word for word alike, but for words swapped for others: two papers after one pattern."""
        return not self.same_abstract and self.ratio >= 70 and template.is_template(self.a.abstract, self.b.abstract)

    @cached_property
    def notices(self) -> bool:
        """Both abstracts say no more than that their paper was withdrawn."""
        return signs.is_notice(self.a.abstract) and signs.is_notice(self.b.abstract)

    @cached_property
    def begins(self) -> bool:
        """One abstract is the beginning of the other."""
        short, long = sorted((self.a, self.b), key=lambda f: (len(f.abstract), f.index))
        # A source that cuts may cut within a word.
        cut = short.abstract.rpartition(" ")[0] if short.cut else short.abstract
        return bool(cut) and (long.abstract == cut or long.abstract.startswith(f"{cut} "))

    @cached_property
    def shared(self) -> float:
        """What part of the content words of one abstract the other has too, 0-1; of the one that has fewer."""
        x, y = signs.content(self.a.abstract), signs.content(self.b.abstract)
        return len(x & y) / min(len(x), len(y)) if x and y else 0.0

    @cached_property
    def years_differ(self) -> bool:
        """Each abstract names a year that the other does not: two editions of something yearly."""
        x, y = signs.years(self.a.abstract), signs.years(self.b.abstract)
        return bool(x - y and y - x)

    @cached_property
    def numbers_differ(self) -> bool:
        """Each abstract has a number that the other does not."""
        x, y = signs.numbers(self.a.text), signs.numbers(self.b.text)
        return bool(x - y and y - x)

    @cached_property
    def names_differ(self) -> bool:
        """Each abstract has a name (of a method, a language, a data set) that the other does not."""
        x, y = signs.names(self.a.text), signs.names(self.b.text)
        return signs.swapped(x, y, self.a.abstract, self.b.abstract)

    @cached_property
    def terms_differ(self) -> bool:
        """Each abstract repeats a content word that the other never has: one text, written for two subjects."""
        x, y = signs.repeated(self.a.abstract), signs.repeated(self.b.abstract)
        return signs.swapped(x, y, self.a.abstract, self.b.abstract)

    # dates

    @cached_property
    def same_day(self) -> date | None:
        """The day on which both were first submitted."""
        a, b = self.a.record.created, self.b.record.created
        return a if a == b else None

    @cached_property
    def days(self) -> int | None:
        """Days between the nearest two of their dates; None where one has none."""
        return min((abs((x - y).days) for x in self.a.dates for y in self.b.dates), default=None)

    @cached_property
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

    @cached_property
    def published_apart(self) -> bool:
        """Both were published, in different years: another edition, or a journal version of its own."""
        years = {p.year for p in (self.a.record.publication, self.b.record.publication) if p and p.year}
        return len(years) > 1

    # authors

    @cached_property
    def authors(self) -> bool | None:
        """Whether the authors agree: the first author, or half of the shorter list; None where one names none."""
        x, y = self.a.authors, self.b.authors
        if not x or not y:
            return None
        return self.a.first_author == self.b.first_author or len(x & y) * 2 >= min(len(x), len(y))

    @cached_property
    def no_author_shared(self) -> bool:
        return bool(self.a.authors and self.b.authors) and not self.a.authors & self.b.authors


def _close(x: str, y: str) -> bool:
    """Whether two titles may be one."""
    return signs.title_numbers(x) == signs.title_numbers(y) and fuzz.ratio(x, y, score_cutoff=90) > 0


def _members(title: str) -> frozenset[str]:
    """Numbers of a title that may count the members of a series: small ones."""
    return frozenset(n for n in signs.title_numbers(title) if n.isdecimal() and int(n) <= 20)
