"""Facts in words: dates, counts, states of publication. Plain text in and out; English on every machine."""

from __future__ import annotations

from datetime import date

from papershelf.model import Paper, Publication

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """`7 July 2025`"""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 paper`, `35 papers`"""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def moment(paper: Paper) -> tuple[str, str] | None:
    """The date a list shows: (for machines, for people), as exact as is known. None where nothing tells.

    `("2025-07-07", "7 Jul 2025")`; by arXiv id `("2021-10", "Oct 2021")`; by publication `("2021", "2021")`.
    """
    year, month, of_month = paper.order
    if not year:
        return None
    if not month:
        return f"{year:04}", str(year)
    name = MONTHS[month - 1][:3]
    if not of_month:
        return f"{year:04}-{month:02}", f"{name} {year}"
    return f"{year:04}-{month:02}-{of_month:02}", f"{of_month} {name} {year}"


def venue(publication: Publication) -> str:
    """`ICML 2024`; the year stands once, also where the venue's name holds it."""
    year = str(publication.year) if publication.year else ""
    return publication.venue if not year or year in publication.venue else f"{publication.venue} {year}"


def pages(publication: Publication) -> str:
    """`pages 6252–6272`, or nothing."""
    first, last = publication.first_page, publication.last_page
    if not first:
        return ""
    return f"pages {first}–{last}" if last and last != first else f"page {first}"


def standing(paper: Paper) -> list[str]:
    """What the paper is and since when, as phrases that a middle dot may separate. Nothing that no source states."""
    said: list[str] = []
    if paper.publication:
        place = [f"Published at {venue(paper.publication)}", paper.publication.volume or "", pages(paper.publication)]
        said.append(", ".join(part for part in place if part))
    elif paper.arxiv:
        said.append("Preprint")
    if paper.submitted:
        said.append(f"submitted {day(paper.submitted)}")
    elif paper.order_source == "arXiv id":
        said.append(f"date not stated; its arXiv id is of {MONTHS[paper.order[1] - 1]} {paper.order[0]}")
    elif not paper.publication:
        said.append("date not stated")
    if paper.updated and paper.updated != paper.submitted:
        said.append(f"revised {day(paper.updated)}")
    return said
