"""In which forms a paper came out: its preprint, its conference paper, its journal article.

Several records state the same form in different spelling. One form is what has the same DOI; the same volume and first
page; the same venue within a year, and for a journal the same volume; and what came out in one year in venues of one
kind whose names do not say that they are two: hardly any paper came out at two conferences of a year, and many names
have spellings that no rule knows. A DOI without a venue is a form of its own, since nothing says whose it is.

Whatever a form states is from one statement, never put together from several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from papershelf import venues
from papershelf.merge.choice import RANK
from papershelf.merge.stated import PREPRINT, SAYS_LITTLE, Stated
from papershelf.model import Place


@dataclass(slots=True)
class Form:
    """One form, and all that is said about it."""

    said: list[Stated]

    @property
    def best(self) -> Stated:
        """The statement that tells it: a person's; else of looked-up metadata, or of one that says the same and more;
        else the most detailed one."""
        if len(self.said) == 1:
            return self.said[0]
        lead = min(self.said, key=_standing)
        if lead.origin == "person":
            return lead
        longer = [one for one in self.said if one is lead or _says_more(one, lead)]
        return min(longer, key=lambda one: (-one.details, RANK[one.origin], one.typed, one.place))

    @property
    def is_preprint(self) -> bool:
        return self.said[0].kind == PREPRINT


def forms(stated: Iterable[Stated]) -> tuple[list[Form], list[Stated]]:
    """The forms, and what fits none of them: a year that contradicts all. The order of `stated` changes nothing."""
    ordered = sorted(stated, key=_standing)
    found: list[Form] = []
    for one in ordered:
        if not one.alone and not _joins(one, found, same_form):
            found.append(Form([one]))
    strays: list[Stated] = []
    for one in ordered:
        if one.alone and not _joins(one, sorted(found, key=lambda form: form.is_preprint), _fits):
            if found and one.kind in SAYS_LITTLE:
                strays.append(one)
            else:
                found.append(Form([one]))
    return found, strays


def same_form(one: Stated, other: Stated) -> bool:
    """Whether two statements, each with a venue or an id, are about one form."""
    if one.doi and one.doi == other.doi:
        return True
    if PREPRINT in (one.kind, other.kind):
        return one.kind == other.kind and _same_preprint(one, other)
    p, q = one.publication, other.publication
    if p is None or q is None or not (p.venue and q.venue):
        return False
    if p.first_page and p.volume and (p.first_page, p.volume) == (q.first_page, q.volume):
        return True
    if not _within(one, other, 1):
        return False
    if "journal" in (one.kind, other.kind) and p.volume and q.volume and p.volume != q.volume:
        return False
    if venues.same(p.venue, q.venue):
        return True
    alike = one.kind == other.kind if one.kind and other.kind else one.kind != other.kind
    return alike and bool(p.year) and p.year == q.year and not venues.differ(p.venue, q.venue)


def _same_preprint(one: Stated, other: Stated) -> bool:
    if (one.arxiv and other.arxiv) or (one.doi and other.doi):
        return one.arxiv == other.arxiv and one.doi == other.doi
    return one.server == other.server or not (one.server and other.server)


def _fits(one: Stated, other: Stated) -> bool:
    """Whether a statement of a year or a type alone can be about a form."""
    kinds = one.kind in ("", other.kind) or (one.kind in SAYS_LITTLE and other.kind == "")
    return kinds and _within(one, other, 1)


def _within(one: Stated, other: Stated, years: int) -> bool:
    return one.year is None or other.year is None or abs(one.year - other.year) <= years


def _joins(one: Stated, found: Iterable[Form], alike: Callable[[Stated, Stated], bool]) -> bool:
    for form in found:
        if any(alike(one, other) for other in form.said):
            form.said.append(one)
            return True
    return False


def _standing(one: Stated) -> tuple[int, bool, int, Place]:
    return RANK[one.origin], one.typed, -one.details, one.place


def _says_more(one: Stated, lead: Stated) -> bool:
    """Whether `one` says all that `lead` says; they are about one form, so that their venues are one."""
    p, q = one.publication, lead.publication
    mine = (p.year, p.volume, p.number, p.first_page) if p else (None,) * 4
    its = (q.year, q.volume, q.number, q.first_page) if q else (None,) * 4
    said = zip((*mine, one.doi, one.type, one.venue), (*its, lead.doi, lead.type, bool(lead.venue)), strict=True)
    return all(not b or a == b or (b is True and a) for a, b in said)
