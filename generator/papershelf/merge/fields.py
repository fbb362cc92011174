"""The preference of each field. Every function: what is said -> the value, and where it comes from.

Order of preference, everywhere: a person's word; then looked-up metadata, the latest look-up first; then the lists.
Each function says which list wins among several, and where it departs from that order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from papershelf import identifiers, names
from papershelf.merge.choice import Said, choose, first
from papershelf.merge.stated import arxiv_id
from papershelf.merge.statements import Statements, version
from papershelf.model import EarlierAbstract, Provenance
from papershelf.text import fold, one_line

Source = Provenance | None
_NOTICES = ("retracted", "withdrawn", "expression of concern")


def title(said: Statements, cited: str = "") -> tuple[str | None, Source]:
    """Among lists, a title that its own text settles before one that other records helped to cut (they have it too);
    then that of the published form that is cited (`cited`: who states it); then that of the latest version known.
    """
    found = said.said("title", lambda r: r.title and one_line(r.title))

    def rank(one: Said[str]) -> tuple[int, bool, bool]:
        return one.rank, one.record is not None and one.record.settled_by not in ("", "text"), one.source != cited

    ordered = sorted(found, key=rank)
    rule = "the title of the form that is cited, else of the latest version known"
    return first(ordered), choose("title", ordered, rule)


def earlier_titles(said: Statements, taken: str | None) -> tuple[str, ...]:
    """Titles that looked-up metadata calls earlier, and titles that lists give besides the one taken.

    Not where a person corrected the title: then the others were wrong, not earlier.
    """
    named = [title for r in said.records for title in r.earlier_titles]
    if "title" not in said.person:
        named += [r.title for r in said.records if r.title and r.title != taken]
    if not named:
        return ()
    found: dict[str, str] = {}
    for one in named:
        found.setdefault(_letters(one), one_line(one))
    found.pop(_letters(taken or ""), None)
    return tuple(found.values())


def authors(said: Statements) -> tuple[tuple[str, ...], tuple[str, ...], bool, Source]:
    """Here a complete list beats an incomplete one, also if only a list of papers has it; then the longest wins, then
    the one with given names in full, then the one that sets family names apart, which are of the same record."""
    found = said.said("authors", lambda r: r.authors, lambda names: "; ".join(map(one_line, names)))

    def complete(one: Said[tuple[str, ...]]) -> bool:
        stated = said.person.get("authors_complete")
        return bool(stated[0]) if stated else one.record is None or one.record.authors_complete

    def beginnings(taken: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return taken == other or (other in incomplete and taken[: len(other)] == other)

    incomplete = {one.value for one in found if one.record and not one.record.authors_complete}

    def preference(one: Said[tuple[str, ...]]) -> tuple[bool, bool, int, int, int, bool]:
        initials = sum(map(_abbreviated, one.value)) if len(found) > 1 else 0
        apart = bool(one.record and one.record.families)
        return one.record is not None, not complete(one), one.rank, -len(one.value), initials, not apart

    ordered = sorted(found, key=preference)
    if not ordered:
        return (), (), False, None
    rule = "complete author lists first, then the longest"
    source = choose("authors", ordered, rule, beginnings, any_origin=True)
    taken = ordered[0]
    families = taken.record.families if taken.record and len(taken.record.families) == len(taken.value) else ()
    return tuple(map(one_line, taken.value)), tuple(map(one_line, families)), complete(taken), source


def orcids(said: Statements, authors: tuple[str, ...]) -> tuple[str, ...]:
    """For each of `authors` the iD that records give to a name spelled like it; none where they give two."""
    stated: dict[str, set[str]] = defaultdict(set)
    for record in said.records:
        for name, orcid in zip(record.authors, record.orcids, strict=False):
            if orcid:
                stated[names.key(name)].add(orcid)
    if not stated:
        return ()
    given = (stated.get(names.key(name), set()) for name in authors)
    return tuple(next(iter(ids)) if len(ids) == 1 else "" for ids in given)


def abstract(said: Statements) -> tuple[str | None, tuple[EarlierAbstract, ...], Source]:
    """Among lists, the abstract of the latest version known; then the one that most lists have, then the longest.

    One that ends in `…` was cut, and comes last. All that differ (white space aside) are kept.
    """
    found = said.said("abstract", lambda r: r.abstract and one_line(r.abstract))
    often = Counter(s.value for s in found if s.origin == "source")

    def rank(one: Said[str]) -> tuple[object, ...]:
        late = tuple(-part for part in version(one.record)) if one.origin == "source" and one.record else ()
        return one.rank, one.value.endswith(("…", "...")), late, -often[one.value], -len(one.value)

    ordered = sorted(found, key=rank)
    value = first(ordered)
    earlier: dict[str, list[str]] = {}
    for other in ordered:
        if other.value != value:
            earlier.setdefault(other.value, []).append(other.source)
    kept = tuple(EarlierAbstract(text, tuple(sources)) for text, sources in earlier.items())
    return value, kept, choose("abstract", ordered, "the abstract of the latest version known")


def arxiv(said: Statements) -> tuple[str | None, Source]:
    """Of several ids, which only a person's verdict brings together, the lowest: it was there first."""
    found = said.said("arxiv", arxiv_id)
    ordered = sorted(found, key=lambda s: (s.record is not None, identifiers.arxiv_year_month(s.value), s.value))
    return first(ordered), choose("arxiv", ordered, "the id that was issued first", any_origin=True)


def submitted(said: Statements) -> tuple[date | None, Source]:
    """Among lists, the earliest day: a paper is submitted once, and what comes later is an update."""
    found = said.said("submitted", lambda r: r.created)
    ordered = sorted(found, key=lambda s: (s.rank, s.value))
    return first(ordered), choose("submitted", ordered, "the earliest day stated")


def updated(said: Statements) -> tuple[date | None, Source]:
    """The latest day, whoever but a person states another: each is true of some version."""
    found = said.said("updated", lambda r: r.updated)
    ordered = sorted(found, key=lambda s: (s.record is not None, -s.value.toordinal(), s.rank))
    rule = "the latest day stated; each is true of a version"
    return first(ordered), choose("updated", ordered, rule, any_origin=True)


def comments(said: Statements) -> tuple[tuple[str, ...], int | None, Source]:
    """The comment lines of one statement, of the latest version known, and its page count."""
    found = said.said("comments", lambda r: r.comments, lambda lines: "; ".join(map(one_line, lines)))
    value = first(found)
    counted = sorted((r for r in said.records if r.page_count), key=lambda r: r.comments != value)
    source = choose("comments", found, "the comment of the latest version known")
    return tuple(map(one_line, value or ())), counted[0].page_count if counted else None, source


def notice(said: Statements) -> tuple[str, Source]:
    """The weightiest: a retraction is no less true because another service has not heard of it."""
    found = said.said("notice", lambda r: r.notice)
    ordered = sorted(found, key=lambda s: _NOTICES.index(s.value) if s.value in _NOTICES else len(_NOTICES))
    return (first(ordered) or ""), choose("notice", ordered, "the weightiest", any_origin=True)


def _abbreviated(name: str) -> bool:
    """`H. van Hasselt`, `J.-B. Grill`, `HV Hasselt`"""
    first = name.split(" ", 1)[0].replace(".", "").replace("-", "")
    return len(first) == 1 or (len(first) <= 3 and first.isupper() and first.isascii())


def _letters(title: str) -> str:
    return "".join(c for c in fold(title) if c.isalnum())
