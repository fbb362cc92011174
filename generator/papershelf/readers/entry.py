"""An entry of any bibliographic format → a record: what every format says in its own words is said here in one way.

A format's reader finds the entries and the values of their fields; what a value means (a name, a page range, an arXiv
id in a note) is the same for all of them and lives here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from papershelf import identifiers
from papershelf.model import Problem, Publication, Record, RecordType
from papershelf.readers.sheet import Sheet, excerpt

_YEAR = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])")
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|p|sc|jats:[a-z-]+)(?: [^<>]{0,100})?>", re.I)
_ET_AL = re.compile(r"(?:et al\.?|and others|others|…|\.\.\.)", re.I)


@dataclass(frozen=True, slots=True)
class Name:
    """One author as a format gives it."""

    text: str
    """As a person reads it, given name first: `Hado van Hasselt`, `Gemma Team`."""
    family: str = ""
    """With particles, where the format sets it apart: `van Hasselt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The values of one entry, as its file writes them (unquoted, unfolded); empty where there is none."""

    id: str = ""
    type: RecordType = ""
    title: str = ""
    authors: Sequence[Name] = ()
    others: bool = False
    """The author list says that it is not complete: `and others`, `et al.`"""
    abstract: str = ""
    venue: str = ""
    """Journal, conference, book."""
    year: str = ""
    """Or a whole date: `2021-07-03`, `2021/07/03/`, `July 2021`."""
    month: str = ""
    day: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    """Or first and last page with a hyphen between; or an article number."""
    publisher: str = ""
    doi: str = ""
    arxiv: str = ""
    """An eprint, where the format says that it is arXiv's."""
    category: str = ""
    """Primary arXiv category."""
    addresses: Sequence[str] = ()
    other_ids: Sequence[tuple[str, str]] = ()
    keywords: Sequence[str] = ()
    collections: Sequence[str] = ()
    notes: Sequence[str] = ()
    comments: Sequence[str] = ()
    """Comment lines of arXiv."""
    language: str = ""


def record(sheet: Sheet, start: int, end: int, fields: Fields) -> Iterator[Record | Problem]:
    """The record of the entry that is the span, then remarks about values that could not be used.

    An entry without any of title, abstract, arXiv id, DOI or other id is not a record: a Problem holds its text.
    """
    remarks: list[Problem] = []

    def wrong(message: str, fix: str) -> None:
        remarks.append(sheet.remark(start, end, message, fix))

    title, abstract = plain(fields.title), plain(fields.abstract)
    doi = identifiers.doi(fields.doi) if fields.doi else None
    arxiv = _arxiv(fields, doi)
    if fields.doi and doi is None and arxiv is None:
        wrong(f"{excerpt(fields.doi)} is no DOI", "10.1234/abc, with or without https://doi.org/")
    if doi and identifiers.arxiv_id(doi):
        doi = None
    year = _YEAR.search(fields.year)
    if fields.year.strip() and year is None:
        wrong(f"{excerpt(fields.year)} is no year", "four digits, or a date as 2021-07-03")
    if not (title or abstract or doi or arxiv or fields.other_ids):
        yield sheet.unused(start, end, "an entry without title, abstract or id", "an entry with one of them")
        return
    first, last = _pages(fields.pages)
    publication = Publication(
        venue=plain(fields.venue),
        year=int(year[1]) if year else None,
        volume=fields.volume or None,
        number=fields.number or None,
        first_page=first,
        last_page=last,
        publisher=plain(fields.publisher) or None,
    )
    facts: dict[str, Any] = {
        "given_id": fields.id,
        "type": fields.type,
        "title": title or None,
        "authors": tuple(name.text for name in fields.authors),
        "families": tuple(name.family for name in fields.authors) if any(n.family for n in fields.authors) else (),
        "authors_complete": bool(fields.authors) and not fields.others,
        "abstract": abstract or None,
        "arxiv": arxiv[0] if arxiv else None,
        "version": arxiv[1] if arxiv else None,
        "doi": doi,
        "category": fields.category or None,
        "comments": tuple(fields.comments),
        "publication": publication if any((publication.venue, publication.year)) else None,
        "other_ids": tuple(fields.other_ids),
        "addresses": tuple(fields.addresses),
        "keywords": tuple(fields.keywords),
        "collections": tuple(fields.collections),
        "notes": tuple(fields.notes),
        "language": fields.language,
    }
    yield sheet.record(start, end, **facts)
    yield from remarks


def plain(text: str) -> str:
    """One line of text, without the few HTML tags and the character references that databases leave in titles."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.split())


def names(texts: Iterable[str]) -> tuple[tuple[Name, ...], bool]:
    """Names one by one (`Hasselt, Hado van`, `van Hasselt, Hado`, `Hado van Hasselt`, `Hasselt HV`), and whether the
    list says that there are others."""
    found: list[Name] = []
    others = False
    for text in map(plain, texts):
        if _ET_AL.fullmatch(text):
            others = True
        elif text:
            family, comma, given = (part.strip() for part in text.partition(","))
            found.append(Name(f"{given} {family}".strip(), family) if comma and given else Name(family))
    return tuple(found), others


def _arxiv(fields: Fields, doi: str | None) -> tuple[str, int | None] | None:
    for text in (fields.arxiv, doi or "", *fields.addresses, fields.venue, *fields.notes):
        found = identifiers.arxiv_id(text.strip()) if text else None
        if found:
            return found
    return None


def _pages(text: str) -> tuple[str | None, str | None]:
    parts = [part.strip() for part in re.split(r"\s*[-‐‑–—]+\s*", text.strip(), maxsplit=1)]
    first, last = (*parts, "")[:2]
    return first or None, last or None
