"""What stands on a card: words, each in several forms where a typeface may not have its letters."""

from __future__ import annotations

from dataclasses import dataclass

from papershelf import names, text, venues
from papershelf.config import Settings
from papershelf.model import Library, Paper

LONGEST = 400  # characters of a title: more than any card holds
AUTHORS = 12  # names looked at; three or so are written


@dataclass(frozen=True, slots=True)
class Card:
    """Plain text, each in one line. All that decides how a card looks."""

    site: str
    """Name of the list; empty where the heading is it."""
    headings: tuple[str, ...]
    """What it is about; the first that can be written is."""
    people: tuple[str, ...]
    """The first authors; as many are written as fit."""
    all_people: int
    """How many authors are known."""
    and_others: bool
    """There are more than are known."""
    lines: str
    """What is said in place of authors: a description, `Authors not stated`."""
    left: str
    """At the foot, in the accent colour: `ICML 2024`"""
    right: str
    """`arXiv:2309.00267`"""


def of_paper(paper: Paper, settings: Settings) -> Card:
    known = f"arXiv:{paper.arxiv}" if paper.arxiv else f"doi:{paper.doi}" if paper.doi else ""
    ident = text.one_line(known, 60)
    return Card(
        site=text.one_line(settings.site_name, 100),
        headings=tuple(filter(None, (text.to_plain(paper.label, LONGEST), ident, text.one_line(paper.id, 60)))),
        people=tuple(filter(None, map(names.shown, paper.authors[:AUTHORS]))),
        all_people=len(paper.authors),
        and_others=not paper.authors_complete,
        lines="" if paper.authors else "Authors not stated",
        left=_outlet(paper),
        right=ident,
    )


def of_list(library: Library, settings: Settings) -> Card:
    papers = len(library.papers)
    address = settings.site_url.partition("://")[2].rstrip("/")
    return Card(
        site="",
        headings=(text.one_line(settings.site_name, LONGEST), address or "papershelf"),
        people=(),
        all_people=0,
        and_others=False,
        lines=text.one_line(settings.site_description, LONGEST),
        left=f"{papers:,} paper{'' if papers == 1 else 's'}",
        right=address[:60],
    )


def _outlet(paper: Paper) -> str:
    """`ICML 2024`, `Preprint 2025`, `2019`; empty where nothing tells."""
    place = paper.publication
    if place and place.venue:
        name, year = text.to_plain(venues.short(place.venue), 120), place.year
    else:
        preprint = paper.type == "article" or (paper.arxiv and not paper.doi)
        name, year = "Preprint" if preprint else "", (place and place.year) or paper.year
    return name if not year or str(year) in name else f"{name} {year}".strip()
