"""Where a record says that its paper was published, made comparable: year, venue, volume, pages.

Databases agree on little else than the year, the digits of the volume and one end of the pages. What they do to the
rest: `221-8` for `221-228`, `Suppl-48` for `S37-S48`, a volume `60 (1 Supplement 1)`, `1)` or `35 Suppl 1`, pages that
a spreadsheet took for a day (`01-Oct` for 1-10), volume and issue in the places of issue and page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from papershelf.model import Record
from papershelf.text import fold

_NUMBER = re.compile(r"[0-9]{1,9}")
_BRACKETS = re.compile(r"\([^()]*\)?")
_PAGE = re.compile(r"([a-z]{0,3})[\s.:/-]*([0-9]{1,9})([a-z]{0,3})")
_VOLUME_IN_NAME = re.compile(r"\bvol(?:ume|\.)?\s*([0-9]{1,4})\b", re.I)
_ISSUE = re.compile(r"\A\s*([0-9]{1,6})(?![0-9])")
_ISSUE_IN_NAME = re.compile(r"\b(?:numbers?|nos?|issues?)\b\.?\s*([0-9]{1,4})\b", re.I)
_SUPPLEMENT = re.compile(r"suppl[a-z]*[\s._]*([0-9]{1,3})", re.I)
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {month: str(number) for number, month in enumerate(_MONTH_NAMES.split(), start=1)}


@dataclass(frozen=True, slots=True)
class Pages:
    """First and last page, or an article number."""

    letters: str
    """What stands before or after the number: `s` of S258, supplements mostly."""
    first: int | None
    last: int | None
    """None where none is stated, and where it is the first."""

    @property
    def supplement(self) -> bool:
        """`S258`, `A12`, `e7`; but `e1003` and `c1804` are numbers of articles."""
        return bool(self.letters) and self.first is not None and self.first < 1000


@dataclass(frozen=True, slots=True)
class Published:
    """One statement of a publication. What it does not say is None or empty."""

    year: int | None
    venues: tuple[str, ...]
    """Names of the venue: as written, and those that the list itself shows to be others of it (`equated`)."""
    volume: str
    """Its digits."""
    number: str
    """The issue of the volume; or the number of the article, which some put there."""
    supplement: str
    """The number of the supplement, which some state as the volume."""
    pages: Pages

    @property
    def key(self) -> tuple[str, int, int] | None:
        """Volume, first page and year: hardly two papers of a list share all three."""
        if self.volume and self.pages.first is not None and self.year:
            return self.volume, self.pages.first, self.year
        return None


NO_PAGES = Pages("", None, None)


def published(record: Record) -> Published | None:
    """None where the record says nothing of it."""
    said = record.publication
    if said is None or not (said.venue or said.year):
        return None
    return Published(
        year=said.year,
        venues=(said.venue,) if said.venue else (),
        volume=_volume(said.volume, said.venue),
        number=(_found(_ISSUE, said.number or "") or _found(_ISSUE_IN_NAME, said.venue)).lstrip("0"),
        supplement=_found(_SUPPLEMENT, f"{said.volume or ''} {said.number or ''}"),
        pages=_pages(said.first_page or "", said.last_page or ""),
    )


def _volume(volume: str | None, venue: str) -> str:
    """The number of the volume: not that of the issue or supplement in brackets behind it."""
    if not volume:
        return _found(_VOLUME_IN_NAME, venue)
    # `1)` is the end of `60 (Suppl 1)`.
    return "" if ")" in volume and "(" not in volume else _digits(_BRACKETS.sub(" ", volume))


def _digits(text: str) -> str:
    number = _NUMBER.search(text)
    return number[0].lstrip("0") if number else ""


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


@lru_cache(maxsize=20_000)
def _pages(first: str, last: str) -> Pages:
    if not first and not last:
        return NO_PAGES
    if not last:
        first, _, last = first.partition("-")  # `Suppl-48`: which page comes first is not known
    before, number, after = _page(first)
    end = _page(last)[1]
    if number and end and len(end) < len(number) and int(end) < int(number):
        end = number[: -len(end)] + end
    return Pages(before or after, int(number) if number else None, int(end) if end and end != number else None)


def _page(text: str) -> tuple[str, str, str]:
    text = fold(text)
    found = _PAGE.search(_MONTHS.get(text[:3], text) if len(text) <= 4 else text)
    return (found[1], found[2], found[3]) if found else ("", "", "")


def moved(x: Published, y: Published) -> bool:
    """Whether the fields of `x` moved by one: it has the volume of `y` as its issue, and the issue as its page."""
    return bool(not x.volume and y.volume and y.number) and (x.number, str(x.pages.first)) == (y.volume, y.number)


def pages_agree(x: Pages, y: Pages) -> bool | None:
    """Whether two statements are of the same pages; None where one says nothing, or they merely overlap."""
    if x == NO_PAGES or y == NO_PAGES:
        return None
    if x.letters != y.letters and x.letters and y.letters:
        return False
    if x.first is not None and x.first == y.first:
        return True
    ends = (x.last or x.first, y.last or y.first)
    if ends[0] == ends[1]:
        return True
    if x.first is None or y.first is None:
        return None
    if (x.first == 1 and y.last is None) or (y.first == 1 and x.last is None):
        return None  # pages of one article, counted from 1, beside its number in the journal
    return None if x.first <= (ends[1] or 0) and y.first <= (ends[0] or 0) else False
