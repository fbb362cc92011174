"""The services that are asked, each a module with the same four names.

    NAME      what it is called: `arXiv`
    LICENCE   of what it says: `CC0-1.0`
    question(paper)          what it would be asked about a paper (`Statement.about`); empty where it cannot help
    ask(papers, client)      asks, in as few requests as it allows, and hands out an answer for each paper: a Statement
                             (`found=False` where it knows none) or, where no answer came, Missed

    batches     many papers in few requests; a batch that fails is asked again in halves
    works       a work in JSON, as services describe it, becomes facts
    matching    whether a work that a search by title found is the paper
    crossref_work  what a work of Crossref says

They are asked in this order; what one says about a paper (a DOI, an arXiv id) goes into the question of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from papershelf.lock.services import arxiv, crossref, datacite, openalex
from papershelf.lock.statement import Missed, Statement, Wanted

if TYPE_CHECKING:
    from papershelf.lock.client import Client


class Service(Protocol):
    """What a module of this package is."""

    NAME: str
    LICENCE: str

    def question(self, paper: Wanted) -> str: ...
    def ask(self, papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]: ...


SERVICES: dict[str, Service] = {"arxiv": arxiv, "crossref": crossref, "datacite": datacite, "openalex": openalex}
"""By the names that settings have, in the order in which they are asked."""
