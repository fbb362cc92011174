"""What a paper is called: its id, which is its address, and its label."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from papershelf import identifiers
from papershelf.merge.stated import arxiv_id, publishers_doi
from papershelf.model import Cluster, Place, Record
from papershelf.text import one_line, slug

LIMIT = 100
"""Characters of an id: a file name must hold it on every system."""
_LABEL_WORDS = 10


def label(title: str | None, members: Sequence[Record], abstract: str | None) -> str:
    """The title; else the heading as given; else the first words of the abstract in quotes; else its id."""
    if title:
        return title
    heading = next((r.heading for r in members if r.heading), None)
    if heading:
        return one_line(heading, 300)
    words = one_line(abstract or "", 300).split()
    if words:
        return f"“{' '.join(words[:_LABEL_WORDS])}{'…' if len(words) > _LABEL_WORDS else ''}”"
    arxiv = next((f"arXiv:{r.arxiv}" for r in members if r.arxiv), "")
    return arxiv or next((r.doi for r in members if r.doi), "") or (members[0].key if members else "")


def given(arxiv: str | None, doi: str | None) -> str | None:
    """The id that an arXiv id or a DOI gives; None where there is neither."""
    ident = identifiers.page_id(arxiv, doi)
    if ident is None or len(ident) <= LIMIT:
        return ident
    return f"{ident[: LIMIT - 9].rstrip('-.')}-{_digest(ident)}"


class Wish(NamedTuple):
    """The id that a paper wants."""

    ident: str
    by_id: bool
    """An arXiv id or a DOI gave it."""
    place: Place
    """Of its first record."""
    key: str
    """Of that record."""


def wish(cluster: Cluster, person: Mapping[str, tuple[object, Place]] | None = None) -> Wish:
    """By the lowest arXiv id; else by a DOI; else by the title: of what `person` states, else of the first record that
    states one. So a record that comes to a paper, below the others or in a file that sorts behind theirs, moves no page
    but where it brings the first id. A corrected title is no reason to move one.
    """
    stated = {key: value for key, (value, _) in (person or {}).items()}
    records = sorted(cluster.members, key=lambda r: r.place)
    arxiv, doi = stated.get("arxiv"), stated.get("doi")
    with_id = (*records, *sorted(cluster.locked, key=lambda r: r.place))
    if arxiv is None:
        found = {ident for record in with_id if (ident := arxiv_id(record))}
        arxiv = min(found, key=lambda ident: (identifiers.arxiv_year_month(ident), ident), default=None)
    if doi is None:
        doi = next((ident for record in with_id if (ident := publishers_doi(record))), None)
    ident = given(cast("str | None", arxiv), cast("str | None", doi))
    return Wish(ident or slug(_called(records)), ident is not None, records[0].place, records[0].key)


def _called(records: Sequence[Record]) -> str:
    """The first title, before it one that its own text settles; else as `label` says."""
    titled = sorted((r for r in records if r.title), key=lambda r: r.settled_by not in ("", "text"))
    abstract = next((r.abstract for r in records if r.abstract), None)
    return label(titled[0].title if titled else None, records, abstract)


def unique(wishes: Sequence[Wish]) -> list[str]:
    """An id for each; the order of `wishes` changes nothing.

    Where several want the same id (on a file system that ignores case), the one with an arXiv id or DOI gets it, then
    the one whose first record stands first; the others get some digits as well, made from that record.
    """

    def standing(i: int) -> tuple[object, ...]:
        return not wishes[i].by_id, wishes[i].place, wishes[i].key, wishes[i].ident

    taken: set[str] = set()
    given = [""] * len(wishes)
    for i in sorted(range(len(wishes)), key=standing):
        ident = wishes[i].ident
        number = 1
        while ident.lower() in taken:
            ident = f"{wishes[i].ident}-{_digest(f'{wishes[i].key}{number}')}"
            number += 1
        taken.add(ident.lower())
        given[i] = ident
    return given


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
