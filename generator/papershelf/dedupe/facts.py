"""A record as the rules see it: ids in one spelling, texts normalised once, and only when a rule asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from papershelf import identifiers, venues
from papershelf.dedupe.around import without_notices
from papershelf.dedupe.once import once
from papershelf.dedupe.people import People, people
from papershelf.dedupe.published import Published, published
from papershelf.dedupe.titles import heads, title_words, translated
from papershelf.dedupe.words import words
from papershelf.model import Record

ABSTRACT = 6000
"""Characters of an abstract that are looked at: none needs more, and texts are compared in quadratic time."""
START = 120
"""Characters of an abstract that say how it begins."""
OF_ONE_PAPER = frozenset({"acl", "dblp", "mag", "openreview", "pmcid", "pmid", "s2"})
"""Schemes of ids that a paper has and no other; an ISSN is a journal's, an ISBN a book's with all its chapters."""
ONE_EACH = {"pmid": "PubMed id", "pmcid": "PubMed Central id", "acl": "ACL Anthology id", "trial": "registration"}
"""Schemes that give a paper one id, so that two ids are two papers -> what to call them."""

# The number under which a trial is registered: who has it as author or venue lists the registration.
_REGISTERED = re.compile(r"\b(?:(?:NCT|ISRCTN|DRKS)[0-9]{8}|ACTRN[0-9]{14}|UMIN[0-9]{9}|EUCTR[0-9-]{14})\b")
_FOOT = re.compile(
    r"\W*(?:…|\.\.\.)\W*(?:(?:(?:read|see|show|view)\s)?more|expand|continue reading)?\W*\Z"
    r"|\W*[(\[]truncated\W*\Z",
    re.I,
)
"""What stands where a source cut an abstract off: `… Read more`."""
_LAST = 40
"""Characters in which that stands."""
# Versions of one paper: Research Square (…/v2), Preprints.org (….v2), ChemRxiv (…-v2), OSF (…_v2); F1000 (….123.2).
_POSTED_VERSION = re.compile(r"[/._-]v[0-9]{1,2}\Z")
_F1000_VERSION = re.compile(r"(10\.12688/.+\.[0-9]{3,})\.[0-9]{1,2}\Z")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class Facts:
    """What one record says, made comparable. Absent facts are empty."""

    index: int
    """Its number among all records, in the order of their places."""
    record: Record
    arxiv: str
    doi: str
    """The publisher's, or a preprint server's; a DOI of arXiv (10.48550/arXiv.…) is an arXiv id."""
    posted: bool
    """The DOI is a preprint server's: no contradiction to a publisher's."""
    ids: tuple[tuple[str, str], ...]
    """Other ids that a paper has and no other."""
    title: str
    """As words."""
    titles: tuple[str, ...]
    """`title`, its translation, and the titles that earlier versions had."""
    keys: tuple[str, ...]
    """`titles` without spaces: word breaks say nothing."""
    heading: str
    published: Published | None
    recurs: bool = False
    """Texts of many years have its title: a column's, a yearly report's."""
    paired: bool = False
    """Its title is a column's, and one other record alone has it by the same people in that year and venue
    (`columns.paired`)."""

    @once
    def one_of_each(self) -> Mapping[str, str]:
        """Kind of id, of which a paper has one -> the one stated. Each preprint server has a kind of its own: its DOI
        beside a publisher's is no contradiction. A service that tells a published form of a preprint does not say that
        there is no other: an author may have typed the journal's DOI where the list has the conference's."""
        if not (self.arxiv or self.doi or self.ids):
            return _NONE
        found = {ONE_EACH[scheme]: value for scheme, value in self.ids if scheme in ONE_EACH}
        if self.arxiv:
            found["arXiv id"] = self.arxiv
        if self.doi and not (self.arxiv and self.record.format == "locked"):
            found[f"preprint DOI ({self.doi.partition('/')[0]})" if self.posted else "DOI"] = self.doi
        return found

    @once
    def heads(self) -> tuple[str, ...]:
        """Its title without the subtitle."""
        return heads(self.record.title)

    @once
    def possible(self) -> tuple[str, ...]:
        """What its title may be: `titles`, else those of the ways to split its heading."""
        split = (title_words(split.title) for split in self.record.splits)
        return self.titles or tuple(dict.fromkeys(t for t in split if t))

    @once
    def text(self) -> str:
        """The abstract as written, without what stands around it."""
        return without_notices(self.record.abstract[:ABSTRACT]) if self.record.abstract else ""

    @once
    def abstract(self) -> str:
        return words(self.text[: self._foot.start()] if self._foot else self.text, ABSTRACT)

    @property
    def start(self) -> str:
        return self.abstract[:START]

    @property
    def cut(self) -> bool:
        """The abstract ends in `…`: its source shows the beginning only."""
        return bool(self._foot)

    @once
    def _foot(self) -> re.Match[str] | None:
        at = max(0, len(self.text) - _LAST)
        return _FOOT.search(self.text, at) if any(sign in self.text[at:] for sign in ("…", "...", "runcated")) else None

    @property
    def dates(self) -> tuple[date, ...]:
        """Days of the first version and of the one described."""
        return tuple(day for day in (self.record.created, self.record.updated) if day)

    @once
    def issued(self) -> tuple[int, int] | None:
        """Year and month in which the arXiv id was issued."""
        return identifiers.arxiv_year_month(self.arxiv) if identifiers.arxiv_id(self.arxiv) else None

    @once
    def people(self) -> People:
        return people(self.record.authors, self.record.families)

    @once
    def preprint(self) -> bool:
        """It is about the preprint: what another record says of a publication may be of the same paper.

        Who lists the day of submission lists preprints. An arXiv id beside a journal or conference says nothing of the
        preprint.
        """
        record, said = self.record, self.record.publication
        if record.created or self.posted or (said and venues.preprint_server(said.venue)):
            return True
        return not (said and said.venue) and (bool(self.arxiv) or record.type in ("article", "manuscript"))

    @once
    def year(self) -> int | None:
        """Of the publication, else of the first version."""
        if self.published and self.published.year:
            return self.published.year
        first = self.record.created
        return first.year if first else self.issued[0] if self.issued else None


def facts(index: int, record: Record) -> Facts:
    """The facts of `record`, which is number `index`."""
    doi = identifiers.doi(unquote(record.doi)) if record.doi else None
    as_arxiv = identifiers.arxiv_id(doi) if doi else None
    found = identifiers.arxiv_id(record.arxiv) if record.arxiv else as_arxiv
    posted = bool(doi and venues.preprint_server("", doi))
    title = title_words(record.title)
    earlier = map(title_words, record.earlier_titles)
    titles = tuple(dict.fromkeys(t for t in (title, translated(record.title), *earlier) if t))
    return Facts(
        index=index,
        record=record,
        arxiv=found[0].lower() if found else (record.arxiv or "").lower(),
        doi="" if as_arxiv else _one_version(doi, posted) if doi else (record.doi or "").lower(),
        posted=posted,
        ids=tuple(_ids(record)),
        title=title,
        titles=titles,
        keys=tuple(title.replace(" ", "") for title in titles),
        heading=title_words(record.heading),
        published=published(record),
    )


def _ids(record: Record) -> Iterator[tuple[str, str]]:
    for scheme, value in record.other_ids:
        if scheme in OF_ONE_PAPER:
            yield scheme, value.lower()
    said = f"{record.publication.venue if record.publication else ''} {record.authors[0] if record.authors else ''}"
    if ("CT" in said or "UMIN" in said or "DRKS" in said) and (number := _REGISTERED.search(said)):
        yield "trial", number[0].lower()


def _one_version(doi: str, posted: bool) -> str:
    return _POSTED_VERSION.sub("", doi) if posted else _F1000_VERSION.sub(r"\1", doi)
