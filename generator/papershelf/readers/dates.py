"""Dates as dumps write them. A day that does not exist is no date: it is reported, never repaired."""

from __future__ import annotations

import re
from datetime import date

_NAMES = "January February March April May June July August September October November December"
_MONTHS = _NAMES.split()
_NUMBERS = {name.lower(): number for number, name in enumerate(_MONTHS, 1)}
_NUMBERS |= {name[:3]: number for name, number in _NUMBERS.items()} | {"sept": 9}
MONTH = rf"(?:{'|'.join((*_MONTHS, *(month[:3] for month in _MONTHS), 'Sept'))})"
"""An English month, in full or abbreviated."""
DAY_IN_WORDS = r"[0-9]{1,2},?\s+[0-9]{4}"
"""What follows the month in `Jul 31, 2024`."""


def iso(text: str) -> date | None:
    """`2025-07-07`, or None where there is no such day."""
    m = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    return _day(int(m[1]), int(m[2]), int(m[3])) if m else None


def in_words(month: str, rest: str) -> date | None:
    """`Jul` and `31, 2024` as a day, or None where there is no such day."""
    number = _NUMBERS.get(month.lower().rstrip("."))
    day, _, year = rest.replace(",", " ").partition(" ")
    return _day(int(year), number, int(day)) if number else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
