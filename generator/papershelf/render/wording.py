"""Facts in words: dates, counts, states of publication. Plain text in and out; English on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from papershelf import item_types, venues
from papershelf.model import NoteStatus, Paper, Publication, RecordType

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
    named = not year or year in publication.venue
    return publication.venue if named else f"{publication.venue} {year}".strip()


def outlet(paper: Paper) -> str:
    """What a list says of where it came out: `ICML 2024`, `Thesis 2019`; empty where nothing tells."""
    where = paper.publication
    if where and where.venue:
        return venue(replace(where, venue=venues.short(where.venue)))
    if paper.type in item_types.ARTICLES:
        return ""
    year = where.year if where else None
    return f"{item_types.NAMES[paper.type]} {year or ''}".strip()


def pages(publication: Publication) -> str:
    """`pages 6252–6272`, or nothing."""
    first, last = publication.first_page, publication.last_page
    if not first:
        return ""
    return f"pages {first}–{last}" if last and last != first else f"page {first}"


def published(paper: Paper) -> str:
    """Where the form that is cited came out, and what it is where that is no article; empty where nothing tells.

    `Published in Journal of Ink 12(3), 45–67, 2021`; `Published at ICML 2024, PMLR 235, pages 1–9`; `Thesis, University
    of Ink, 2019`; `Preprint`.
    """
    where, year = paper.publication, paper.publication and paper.publication.year
    if paper.type == "article" or (where is None and paper.arxiv and not paper.doi):
        return "Preprint" + (f", {venue(where)}" if where and venue(where) else "")
    if where is None:
        return "" if paper.type in item_types.ARTICLES else item_types.NAMES[paper.type]
    if paper.type not in item_types.ARTICLES:
        return _listed(item_types.NAMES[paper.type], paper.type, where)
    if not where.venue:
        word = item_types.NAMES.get(paper.type, "")
        return f"{word}, {year}" if word and year else word or f"dated {year}"
    kind = {"article-journal": "journal", "paper-conference": "meeting"}.get(paper.type) or venues.kind(where.venue)
    if kind == "meeting":
        place = f"Published at {venue(where)}", where.volume, pages(where)
        return ", ".join(part for part in place if part)
    return f"Published in {_in_journal(where)}"


def _in_journal(where: Publication) -> str:
    """`Journal of Ink 12(3), 45–67, 2021`"""
    issue = f"({where.number})" if where.number and where.volume else f" no. {where.number}" if where.number else ""
    first, last = where.first_page, where.last_page
    span = f"{first}–{last}" if last and last != first else first
    year = str(where.year) if where.year and str(where.year) not in where.venue else ""
    named = " ".join(part for part in (where.venue, where.volume) if part) + issue
    return ", ".join(part for part in (named, span, year) if part)


def _listed(name: str, type_: RecordType, where: Publication) -> str:
    """`Book chapter in Inks of the World, Ink Press, pages 3–9, 2020`; `Report 12, Institute of Ink, 2019`"""
    if type_ == "chapter" and where.venue:
        name, place = f"{name} in {where.venue}", ""
    else:
        place = where.venue
    if type_ == "report" and where.number:
        name = f"{name} {where.number}"
    volume = f"volume {where.volume}" if where.volume else ""
    year = str(where.year or "")
    parts = dict.fromkeys((name, place, where.publisher or "", volume, pages(where), year))
    return ", ".join(part for part in parts if part)


def standing(paper: Paper) -> list[str]:
    """What the paper is and since when, as phrases that a middle dot may separate. Nothing that no source states."""
    said = [published(paper)] if published(paper) else []
    if paper.submitted:
        said.append(f"submitted {day(paper.submitted)}")
    elif paper.order_source == "arXiv id":
        of_its_id = f"its arXiv id is of {MONTHS[paper.order[1] - 1]} {paper.order[0]}"
        dated = paper.publication and paper.publication.year
        said.append(of_its_id if dated else f"date not stated; {of_its_id}")
    elif not paper.order[0] and not paper.publication:
        said.append("date not stated")
    if paper.updated and paper.updated != paper.submitted:
        said.append(f"revised {day(paper.updated)}")
    return said


def reading_status(status: NoteStatus) -> str:
    """`To read`; `Noted` for a note that does not say."""
    return status.replace("-", " ").capitalize() or "Noted"


def several(texts: Sequence[str], most: int) -> str:
    """`a, b, c and 4 more`"""
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more
