"""What a reader hands in about one entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from papershelf.model import RecordType
from papershelf.readers.entry.persons import Name


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
    """Paragraphs with blank lines between."""
    venue: str = ""
    """Journal, conference, book."""
    year: str = ""
    """Or a whole date: `2021-07-03`, `2021/07/03/`, `July 2021`."""
    month: str = ""
    """A number or an English month; also with the day: `JUL 15`."""
    day: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    """Or first and last page with a hyphen between; or an article number."""
    publisher: str = ""
    doi: str = ""
    """In any form: an address, `doi:10.1234/abc.`, with words around it."""
    arxiv: str = ""
    """An eprint, where the format says that it is arXiv's."""
    category: str = ""
    """Primary arXiv category."""
    categories: Sequence[str] = ()
    """All arXiv categories."""
    created: date | None = None
    """Day of the first version at arXiv."""
    updated: date | None = None
    addresses: Sequence[str] = ()
    """Of any kind: arXiv's, the DOI's, code, files; each goes where it belongs."""
    other_ids: Sequence[tuple[str, str]] = ()
    keywords: Sequence[str] = ()
    collections: Sequence[str] = ()
    notes: Sequence[str] = ()
    """Lines like `PMID: 123` (Zotero's "Extra") go where they belong."""
    comments: Sequence[str] = ()
    """Comment lines of arXiv."""
    affiliations: Sequence[str] = ()
    language: str = ""
    licence: str = ""
    """A name or an address."""
