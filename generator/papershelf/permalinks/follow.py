"""People's words follow their papers: a verdict, a correction or a topic may call a paper by its address or its
citation key, whatever that was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papershelf import refs
from papershelf.curated import Curated
from papershelf.model import Permalink

_NAMES = ("arXiv:", "doi:", "r-")
"""Names that `dedupe` and `merge` know as well, the surest first."""


def follow(curated: Curated, promised: Sequence[Permalink]) -> Curated:
    """`curated`, where every reference that only a promise explains (an id made from a title, an alias, a citation key)
    is replaced: in verdicts and corrections by an id or record key of the paper, in topics by the paper's id."""
    called = {ref: link for link in promised for ref in (link.key, *link.aliases, link.id)}
    by_id = {link.id: link for link in promised}

    def name(ref: str) -> str:
        link = called.get(refs.page(ref)) or called.get(ref)
        if link is None or refs.is_reference(refs.normal(ref)):
            return ref
        names = (said for start in _NAMES for said in link.names if said.startswith(start))
        return next(names, ref).removeprefix("arXiv:").removeprefix("doi:")

    def ident(ref: str) -> str:
        link, seen = called.get(ref), {""}
        while link is not None and link.merged_into not in seen:
            seen.add(link.merged_into)
            link = by_id.get(link.merged_into)
        return link.id if link is not None else ref

    return replace(
        curated,
        verdicts=tuple(replace(one, refs=tuple(map(name, one.refs))) for one in curated.verdicts),
        corrections=tuple(replace(one, ref=name(one.ref)) for one in curated.corrections),
        topics=tuple(
            replace(one, papers=tuple(map(ident, one.papers)), not_papers=tuple(map(ident, one.not_papers)))
            for one in curated.topics
        ),
    )
