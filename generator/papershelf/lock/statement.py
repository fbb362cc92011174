"""What one service says about one paper, and what it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from papershelf.model import Publication, RecordType

Notice = Literal["", "withdrawn", "retracted", "expression of concern"]
"""What became of a paper since, as its publisher or arXiv says."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper of the list, as far as a service needs to know it to find it. Absent facts are None or empty."""

    id: str
    """Of its page, for messages."""
    arxiv: str | None = None
    """Without version: `2309.00267`, `cs/0112017`."""
    doi: str | None = None
    """A publisher's, never arXiv's own; lower-case."""
    title: str | None = None
    """As plain text."""
    authors: tuple[str, ...] = ()
    """Names as a person reads them."""
    families: tuple[str, ...] = ()
    """Their family names, one for each."""
    year: int | None = None
    at_crossref: bool | None = None
    """Whether Crossref knows `doi`; None where it did not say. What it does not know, another may have registered."""

    @property
    def by_title(self) -> str:
        """The question for a paper without an id: its title, and the family name of its first author."""
        return f"title: {self.title} / {self.families[0]}" if self.title and self.families else ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The answer of one service to one question about one paper. Absent facts are None or empty, never guessed."""

    service: str
    """`arXiv`, `Crossref`, `DataCite`, `OpenAlex`."""
    about: str
    """The question: `arXiv:2309.00267`, `doi:10.18653/v1/2023.acl-long.344`, or `Wanted.by_title`."""
    asked: str
    """The address that answers it for this paper alone, without keys and mail addresses."""
    fetched: date
    """The day (UTC) on which it was answered like this first."""
    licence: str = ""
    """Of the facts: an SPDX name (`CC0-1.0`), or words."""
    found: bool = True
    """False: the service knows no such paper; then there are no facts."""
    matched: str = ""
    """What speaks for it where a title was searched: `title 98 % alike, 3 of 3 authors, both 2021`; or, where
    nothing fits, why the first that was found does not."""
    arxiv: str | None = None
    doi: str | None = None
    """A publisher's; lower-case."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    """One for each author; an empty one for a collective; () where the service does not tell them apart."""
    authors_complete: bool = False
    orcids: tuple[str, ...] = ()
    """One for each author, empty where unknown: `0000-0002-1825-0097`; () where none is known."""
    abstract: str | None = None
    """Only where its licence lets it be shown again (arXiv's)."""
    primary_category: str | None = None
    categories: tuple[str, ...] = ()
    submitted: date | None = None
    updated: date | None = None
    version: int | None = None
    comment: str | None = None
    type: RecordType = ""
    publication: Publication | None = None
    notice: Notice = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that stays open in this run."""

    service: str
    papers: tuple[Wanted, ...]
    why: str
    """In words: `answered 503 five times`."""
