"""STAGE papers -> every other address that leads to them: pages that only point elsewhere, and what the resolver knows.

names    the other ids of a paper
stubs    a page for each of those that somebody may have published
table    all of them in one file, for `/go/` and the page for addresses where nothing is
inventory    names for Sphinx and mkdocstrings sites
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from papershelf import cards, exports
from papershelf.config import Settings
from papershelf.model import Library, Page, Paper
from papershelf.ways.inventory import INVENTORY, inventory
from papershelf.ways.names import other_ids
from papershelf.ways.stubs import stub
from papershelf.ways.table import TABLE, table

__all__ = ["ways"]


def ways(library: Library, settings: Settings, about: Callable[[Paper], str]) -> Iterator[Page]:
    """The stub pages, then the table. Above the setting `stubs_up_to` only addresses that were published once have a
    page; the resolver knows the others. `about`: how the page of a paper describes itself."""
    everything = len(library.papers) <= settings.stubs_up_to
    taken = {paper.id.lower() for paper in library.papers} | {gone.id.lower() for gone in library.gone}
    for paper in library.papers:
        for ident in other_ids(paper) if everything else paper.aliases:
            if ident.lower() not in taken:
                taken.add(ident.lower())
                card, own = cards.path(paper, library, settings) or "", exports.is_small(library, settings)
                yield Page(f"papers/{ident}/index.html", stub(paper, about(paper), card, own, settings))
    yield Page(TABLE, table(library))
    yield Page(INVENTORY, inventory(library, settings))
