"""What people call the papers of a list: ids, old ids, citation keys, arXiv ids, DOIs, keys of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from papershelf import refs
from papershelf.model import Gone, Paper, Permalink

_CLOSE = 60.0
_MOST = 3


@dataclass(frozen=True, slots=True)
class Called:
    """Every name of every paper, also of those that are gone."""

    _ids: dict[str, str]
    """Name in small letters → id of its page."""

    @classmethod
    def of(cls, papers: Sequence[Paper], gone: Sequence[Gone], permalinks: Sequence[Permalink]) -> Called:
        """`permalinks` as `permalinks.assign` hands them on: with all names of all papers. What is one paper's id is
        no other's alias; an alias is no other's arXiv id or DOI."""
        pages = {*(paper.id for paper in papers), *(one.id for one in gone)}
        by_id = {link.id: link for link in permalinks}
        ends = [(link, _end(link, pages, by_id)) for link in permalinks]
        names: dict[str, str] = {ident.casefold(): ident for ident in sorted(pages)}
        for said in (_given, _known):
            for link, end in ends:
                for name in said(link):
                    names.setdefault(name.casefold(), end)
        for paper in papers:
            for record in paper.members:
                names.setdefault(record.key, paper.id)
        return cls(names)

    def id(self, ref: str) -> str | None:
        """The id of the page that `ref` leads to; None where it names no paper."""
        forms = (ref, refs.normal(ref), refs.page(ref))
        return next((self._ids[form.casefold()] for form in forms if form.casefold() in self._ids), None)

    def near(self, ref: str) -> list[str]:
        """Ids that `ref` may have meant, the most likely first."""
        found = process.extract(refs.page(ref).casefold(), list(self._ids), scorer=fuzz.ratio, score_cutoff=_CLOSE)
        return list(dict.fromkeys(self._ids[name] for name, _, _ in found))[:_MOST]


def _given(link: Permalink) -> Iterator[str]:
    yield from (link.id, link.key, *link.aliases)


def _known(link: Permalink) -> Iterator[str]:
    """`arXiv:2309.00267` as `2309.00267`, `doi:10.5555/a` as `10.5555/a` and `doi-10.5555-a`."""
    for name in link.names:
        yield from (refs.normal(name), refs.page(name))


def _end(link: Permalink, pages: set[str], by_id: dict[str, Permalink]) -> str:
    """The page that shows what `link` promised."""
    seen = {link.id}
    while link.id not in pages and link.merged_into in by_id and link.merged_into not in seen:
        link = by_id[link.merged_into]
        seen.add(link.id)
    return link.id
