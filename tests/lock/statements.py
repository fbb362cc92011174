"""Invented answers of services, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from papershelf.lock.statement import Statement, Wanted
from papershelf.model import Publication

ARXIV = Statement(
    service="arXiv",
    about="arXiv:2309.00267",
    asked="https://export.arxiv.org/api/query?id_list=2309.00267",
    fetched=date(2026, 11, 1),
    licence="CC0-1.0",
    arxiv="2309.00267",
    title="Rivers of ink",
    authors=("Ada Moss", "The Quill Team"),
    families=("Moss", ""),
    authors_complete=True,
    abstract="We follow ink.",
    primary_category="cs.CL",
    categories=("cs.CL", "cs.AI"),
    submitted=date(2023, 9, 1),
    updated=date(2023, 12, 1),
    version=2,
    comment="18 pages",
)
CROSSREF = Statement(
    service="Crossref",
    about="arXiv:2309.00267",
    asked="https://api.crossref.org/works/10.5555/ink",
    fetched=date(2026, 11, 1),
    matched="title 98 % alike, 2 of 2 authors",
    arxiv="2309.00267",
    doi="10.5555/ink",
    title="Rivers of Ink",
    authors=("Ada Moss", "The Quill Team"),
    orcids=("0000-0002-1825-0097", ""),
    type="paper-conference",
    publication=Publication("Quill Conference", 2024, first_page="1", last_page="9", publisher="Inkwell"),
    notice="retracted",
)


def arxiv(ident: str, **facts: Any) -> Statement:
    """What arXiv says about `ident`."""
    return replace(ARXIV, about=f"arXiv:{ident}", arxiv=ident, **facts)


def nothing(service: str, about: str) -> Statement:
    """That a service knows no such paper."""
    return Statement(service, about, "https://example.org/asked", date(2026, 11, 1), found=False)


def paper(ident: str = "2309.00267", **facts: Any) -> Wanted:
    """A paper of the list with an arXiv id."""
    return Wanted(ident, **({"arxiv": ident} | facts))
