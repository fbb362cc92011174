"""What one record says about the forms in which a paper came out: a preprint, a published form, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from papershelf import identifiers, venues
from papershelf.merge.choice import said_by
from papershelf.model import Origin, Place, Publication, Record, RecordType

PREPRINT = "preprint"
ARXIV = "arXiv"
"""As `Record.stated_by` of what that service says."""
_KINDS: dict[RecordType, str] = {
    "article-journal": "journal", "article-magazine": "journal", "article-newspaper": "journal", "review": "journal",
    "paper-conference": "meeting", "speech": "meeting", "": "", "article": "", "document": "", "manuscript": "",
}  # fmt: skip
SAYS_LITTLE = frozenset(["", "journal", "meeting"])
"""Kinds that make no form by themselves: an entry of an article with an arXiv id and a year is about the preprint."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one record, or a person, says about one form."""

    origin: Origin
    source: str
    """As in `Claim.source`."""
    place: Place
    type: RecordType = ""
    kind: str = ""
    """PREPRINT, `journal`, `meeting`, or a type as `thesis`; empty where nothing tells."""
    server: str = ""
    """Of a preprint: `arXiv`, `bioRxiv`; empty where it is not named."""
    arxiv: str | None = None
    doi: str | None = None
    publication: Publication | None = None
    typed: bool = False
    """By an author, where a publisher's own word may be known: what arXiv says of a published form."""

    @property
    def venue(self) -> str:
        return self.publication.venue if self.publication else ""

    @property
    def year(self) -> int | None:
        return self.publication.year if self.publication else None

    @property
    def alone(self) -> bool:
        """Says neither where nor under which id: a year or a type only."""
        return not (self.kind == PREPRINT or self.venue or self.doi)

    @property
    def details(self) -> int:
        """How much it says. A DOI leads to all the rest, and counts as much as volume, number and pages."""
        p = self.publication
        parts = (p.venue, p.year, p.volume, p.number, p.first_page, p.last_page, p.publisher) if p else ()
        return sum(map(bool, parts)) + 4 * bool(self.doi)


def stated(record: Record) -> Iterator[Stated]:
    """The forms that `record` states, the preprint first."""
    arxiv, doi, publication = arxiv_id(record), publishers_doi(record), record.publication
    if not (arxiv or doi or publication or record.type):
        return
    said = said_by(record, None, "")
    form = partial(Stated, said.origin, said.source, record.place, typed=record.stated_by == ARXIV)
    venue = publication.venue if publication else ""
    server = venues.preprint_server(venue, doi or "") if venue or doi else ""
    if arxiv or server == "arXiv":
        # Its year is that of its id; which one an entry states depends on the version that was copied.
        year = None if arxiv else publication
        yield form(type="article", kind=PREPRINT, server="arXiv", arxiv=arxiv, publication=year)
    if server == "arXiv":
        publication, venue = None, ""
    elif server:
        yield form(type="article", kind=PREPRINT, server=server, doi=doi, publication=publication)
        return
    if record.type == "article" and not (venue or doi):
        if publication and not arxiv:
            yield form(type="article", kind=PREPRINT, publication=publication)
        return
    kind = kind_of(record.type, venue)
    if venue or doi or kind not in SAYS_LITTLE or (publication and not arxiv):
        type_: RecordType = "" if record.type == "article" else record.type
        yield form(type=type_, kind=kind, doi=doi, publication=publication)


def kind_of(type_: RecordType, venue: str) -> str:
    """What a venue's name says beats the type, which many exports give wrongly: `@article` for everything."""
    kind = _KINDS.get(type_, type_)
    return (venues.kind(venue) if venue and (kind in SAYS_LITTLE or kind == "chapter") else "") or kind


def arxiv_id(record: Record) -> str | None:
    """The arXiv id that a record states, also by arXiv's DOI."""
    for text in (record.arxiv, record.doi):
        found = identifiers.arxiv_id(text) if text else None
        if found:
            return found[0].lower()
    return None


def publishers_doi(record: Record) -> str | None:
    """The DOI that a record states; arXiv's own (10.48550/arXiv.…) says no more than the arXiv id."""
    return record.doi.lower() if record.doi and not identifiers.arxiv_id(record.doi) else None
