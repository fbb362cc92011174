"""Which of an entry's date fields counts: BibTeX's `year`, `month`, `day`, or BibLaTeX's `date`.

BibLaTeX's dates are ISO 8601 and EDTF (manual, section 2.3.8): `2021-07-03`, ranges `2021-07-01/2021-07-05`, seasons
`2021-21`, `2021~`, `199X`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_FULL = """
January February March April May June July August September October November December
"""
MONTHS = dict(zip(_NAMES, _IN_FULL.split(), strict=True))
"""The macros that every BibTeX style defines."""
_ISO = re.compile(r"[~?%\[{. /]*([12]\d{3})(?![\dxu])(?:-(\d\d)(?:-(\d\d))?)?", re.A | re.I)
_UNHELD = re.compile(
    r"[{\[ ]*(?:(?:1\d|20)(?:[\dxu][xu])(?![^\W\d_]).*|-\d{4}.*|y-?\d+|(?:0\d|1[0-3])\d\d(?:[-/].*)?)", re.I
)
"""Dates that BibLaTeX knows and a year of four digits cannot say: decades, before printing, before Christ."""


def when(fields: Mapping[str, str]) -> tuple[str, str, str]:
    """Year, month, day, as `entry.Fields` takes them; each empty where the entry does not say."""
    stated = fields.get("date", "")
    if iso := _ISO.match(stated):
        month = iso[2] if iso[2] and 1 <= int(iso[2]) <= 12 else ""
        year = "" if _UNHELD.match(iso[1]) else iso[1]
        return (year, month, iso[3] or "") if month else (year, fields.get("month", ""), "")
    year = fields.get("year") or stated
    year = "" if _UNHELD.fullmatch(year.strip("} ")) else year
    return year, fields.get("month", "").strip("#{} "), fields.get("day", "")
