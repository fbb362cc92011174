"""When a paper was published, in the words of any format.

    2021   c2021   2021-07-03   2021/07/03/   2021 Jul 3   July 2021   3 July 2021   Jul-Aug 2021   2021-07-03T00:00Z

What says that there is no date yet (`in press`, `n.d.`) is no mistake; what says nothing (`soon?`) is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_LONGEST = 100
_YEAR = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?![0-9])")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9])")
_COMPACT = re.compile(r"(?:1[5-9]|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_MONTH_WORD = re.compile(
    r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?(?![a-z])",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(?<![0-9])(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9])")
_NO_DATE = re.compile(
    r"(?:in press|in print|n\.? ?d|no date|s\.? ?a|o\.? ?j|undated|date unknown|to appear|to be published|forthcoming"
    r"|submitted|accepted|unpublished|in preparation|in review|under review|(?:e-?pub )?ahead of print|advance[a-z ]*"
    r"|early access|online first|online|pre-?print|n/?a|none|null|nan|nat|unknown|present|ongoing|tba|tbd|[0?x–-]*)"
    r"(?:[;,:] .{0,80})?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class When:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    wrong: str = ""
    """What is wrong, in words that follow the text."""


@lru_cache(maxsize=20_000)
def when(year: str, month: str = "", day: str = "") -> When:
    """The year, and month and day where they are stated too."""
    year = year[:_LONGEST].strip()
    m = _YEAR.search(year)
    if m is None:
        if _COMPACT.fullmatch(year):
            return _checked(int(year[:4]), int(year[4:6]), int(year[6:]))
        return When(wrong="" if _NO_DATE.fullmatch(year.strip("[](){}.\"' ").lower()) else "is no year")
    stated = int(m[1])
    iso = _ISO.match(year)
    if iso and int(iso[1]) == stated and int(iso[2]) <= 12:
        return _checked(stated, int(iso[2]) or None, int(iso[3] or 0) or None)
    rest = f"{year[: m.start()]} {year[m.end() :]}"
    month, day = month[:_LONGEST].strip(), day[:_LONGEST].strip()
    for text in (month, rest):  # JUL 15; Jul 3, 2021
        if word := _MONTH_WORD.search(text):
            days = _DAY.search(day) or _DAY.search(text)
            return _checked(stated, _MONTHS.index(word[1].lower()) + 1, int(days[1]) if days else None)
    if month.isascii() and month.isdecimal() and len(month) < 3 and 1 <= int(month) <= 12:
        days = _DAY.fullmatch(day)
        return _checked(stated, int(month), int(days[1]) if days else None)
    return When(stated)


def day_of(year: str, month: str = "", day: str = "") -> date | None:
    """The day that texts as those of `when` state; None where they state less."""
    said = when(year, month, day)
    return date(said.year, said.month, said.day) if said.year and said.month and said.day and not said.wrong else None


def _checked(year: int, month: int | None, day: int | None) -> When:
    if month and day:
        try:
            date(year, month, day)
        except ValueError:
            return When(year, month, None, f"has no day {year}-{month:02}-{day:02}")
    return When(year, month, day if month else None)
