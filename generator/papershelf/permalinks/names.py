"""What a paper can be found by when the list is read again, from the surest to the weakest."""

from __future__ import annotations

from collections.abc import Iterator

from papershelf import names
from papershelf.model import Paper, Record
from papershelf.text import slug

SURE, TEXT, ENTRY, TITLE = range(4)
"""How strong a name is: an id; the same text; the same entry of the same file; the same title."""


def names_of(paper: Paper) -> dict[str, int]:
    """Name -> strength: `arXiv:2309.00267`, `doi:10.5555/a`, `pmid:1`; `r-0123456789` (the same text);
    `refs.bib#lee2023` (the same entry, whose text may have been edited); `title:a-title/lee` (title and first author:
    `Editorial` alone is nobody's name)."""
    found = dict.fromkeys(_sure(paper), SURE)
    for record in paper.members:
        for name, strength in _weak(record):
            found.setdefault(name, strength)
    return found


def kept(paper: Paper) -> tuple[str, ...]:
    """The names by which it will be found again, the surest first: ids; the others only of records that have no id."""
    weak = {
        name: strength
        for record in paper.members
        if not any(_ids(record.arxiv, record.doi, record.other_ids))
        for name, strength in _weak(record)
    }
    return (*sorted(_sure(paper)), *sorted(weak, key=lambda name: (weak[name], name)))


def _sure(paper: Paper) -> set[str]:
    found = set(_ids(paper.arxiv, paper.doi, paper.other_ids))
    for record in paper.members:
        found.update(_ids(record.arxiv, record.doi, record.other_ids))
    return found


def _weak(record: Record) -> Iterator[tuple[str, int]]:
    yield record.key, TEXT
    if record.given_id:
        yield f"{record.place.path.rpartition('/')[2]}#{record.given_id}", ENTRY
    if record.title:
        yield f"title:{slug(record.title)}/{_first_author(record)}", TITLE


def _first_author(record: Record) -> str:
    if not record.authors:
        return ""
    return slug((record.families or ("",))[0] or names.parse(record.authors[0]).family)


def _ids(arxiv: str | None, doi: str | None, others: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if arxiv:
        yield f"arXiv:{arxiv.lower()}"
    if doi:
        yield f"doi:{doi.lower()}"
    for scheme, ident in others:
        if scheme not in ("isbn", "issn"):  # of a book or journal: many papers share it
            yield f"{scheme}:{ident}"
