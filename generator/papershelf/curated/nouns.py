"""What people can decide, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from papershelf.model import Note, Place, Problem, Publication, ReadingPath


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's word on whether records are the same paper. Beats every rule."""

    same: bool
    refs: tuple[str, ...]
    """Two or more of: arXiv id, DOI, record key (`r-0123456789`)."""
    place: Place
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person states about one paper or record. None: nothing said about that field."""

    ref: str
    """arXiv id, DOI, paper id or record key."""
    place: Place
    places: tuple[tuple[str, Place], ...]
    """(field, where it is stated)"""
    title: str | None = None
    authors: tuple[str, ...] | None = None
    authors_complete: bool | None = None
    abstract: str | None = None
    arxiv: str | None = None
    doi: str | None = None
    primary_category: str | None = None
    categories: tuple[str, ...] | None = None
    submitted: date | None = None
    updated: date | None = None
    publication: Publication | None = None
    code: tuple[str, ...] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TopicRule:
    """One topic of the taxonomy."""

    id: str
    name: str
    description: str
    place: Place
    phrases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    parent: str | None = None
    papers: tuple[str, ...] = ()
    """Paper ids that a person put here."""
    not_papers: tuple[str, ...] = ()
    """Paper ids that a person took out."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, as a person decided."""

    name: str
    """The spelling to show."""
    spellings: tuple[str, ...]
    """Other spellings that are this person."""
    place: Place
    orcid: str | None = None
    homepage: str | None = None
    collective: bool = False
    papers: tuple[str, ...] = ()
    """Ids of the papers in which the name and spellings mean this person; empty: in all that no other entry claims."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Spellings that look alike and are different people."""

    spellings: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Curated:
    """All of seeds/curated/."""

    verdicts: tuple[Verdict, ...] = ()
    corrections: tuple[Correction, ...] = ()
    topics: tuple[TopicRule, ...] = ()
    identities: tuple[Identity, ...] = ()
    apart: tuple[Apart, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """(file name in pages/ without suffix, its Markdown)"""
    notes: tuple[Note, ...] = ()
    """By file name."""
    paths: tuple[ReadingPath, ...] = ()
    problems: tuple[Problem, ...] = ()
