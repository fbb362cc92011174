"""Pages, volumes and issues in every usual form, and in the forms that spreadsheets made of them."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 200
_BEFORE = re.compile(
    r"(?:pages?|pp|pgs?|p|seiten?|s|art(?:icle)?(?:[\s-]*(?:no|nr|number|id))?)(?:\.\s*|\s+)(?:(?:no|nr)\.?\s*)?(?=[a-z]{0,4}[0-9])",
    re.I,
)
_BEHIND = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\bpp?\.?|\+)\s*$", re.I)
_COUNT = re.compile(r"(?:[ivxlc]+\s*[,+]\s*)?([0-9]{1,5})\s*(?:pages?|pp?\b\.?|p\.|s\.|leaves|bl\.)", re.I)
_HYPHEN = re.compile(r"\s*(?:[-‐‑‒–—―−]+|\bto\b)\s*")
_PAGE = re.compile(r"(?=\S{0,15}[0-9]|[ivxlcdm]+$)[\w.:/()*]{1,20}", re.I)
_PARTS = re.compile(r"\s*[,;&+]\s*")
_ABBREVIATED = re.compile(r"([a-z]{0,4})([0-9]{1,9})", re.I | re.A)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EXCEL_DATE = re.compile(rf"([0-9]{{1,2}})-({'|'.join(_MONTHS)})|({'|'.join(_MONTHS)})-([0-9]{{1,2}})", re.I | re.A)
_EXCEL_NUMBER = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{1,3}", re.A)
_VOLUME = re.compile(r"(?:vol(?:ume)?s?|bd|band|v|t|tome?)(?:\.\s*|\s+)(?=[0-9])", re.I)
_NUMBER = re.compile(r"(?:(?:no|nr|num|number|issue|iss|heft)(?:\.\s*|\s+)|n[°º]\s*|№\s*|#\s*)(?=[0-9])", re.I)
_WITHOUT_PAGES = re.compile(r"\(?no pagination[^()]*\)?", re.I)
_BOTH = re.compile(r"([0-9]+[a-z]?)\s*\(([^()]{1,40})\)", re.I | re.A)
_NOT_YET = re.compile(
    r"\[?(?:epub\b|in press|ahead of print|online first|no pagination|n/?a\b|none$|null$|nan$|unknown).*", re.I
)


@lru_cache(maxsize=20_000)
def pages(text: str) -> tuple[str | None, str | None, str]:
    """(first page or article number, last page, what is wrong with it or nothing).

    `12--34`, `pp. 12–34`, `S258-S259`, `1:1-1:22`, `e1003`, `Art. 15`, `284-+`. Of several ranges (`12, 15-18`) the
    first page of the first and the last of the last. A last page that is cut short is completed where that gives a
    later page (`221-8` → 228, `S40-3` → S43), else kept as stated. `01-Apr` is what a spreadsheet made of 1-4; `94 p.`
    is a number of pages and no page.
    """
    text = " ".join(text[:_LONGEST].split()).strip("\"' ").rstrip(".")
    text = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    if not text or _NOT_YET.match(text) or _COUNT.fullmatch(text):
        return None, None, ""
    if repaired := _excel(text):
        return *repaired, "is a date"
    if _EXCEL_NUMBER.fullmatch(text):
        return None, None, "is no page"
    while (shorter := _BEHIND.sub("", text)) != text:
        text = shorter
    parts = _PARTS.split(text)
    first, last = _range(parts[0])
    if first and not last and len(parts) == 1:
        return first, None, ""
    if first is None or not (last or any(char.isdecimal() for char in first)):
        return None, None, ""  # xv, 351: a book's number of pages
    for part in parts[1:]:
        end = _range(part)[1] or _range(part)[0]
        if end and end.isdecimal() and (last or first).isdecimal() and int(last or first) < int(end):
            last = end
    return (None, None, "") if first == last == "0" else (first, last if last != first else None, "")


def page_count(text: str) -> int | None:
    """`94 p.`, `xii, 94 pages`"""
    m = _COUNT.fullmatch(text[:_LONGEST].strip())
    return int(m[1]) or None if m else None


@lru_cache(maxsize=20_000)
def volume_and_number(volume: str, number: str) -> tuple[str | None, str | None, str]:
    """Volume, issue and what is wrong with them: `Vol. 12`, `No. 3`; `20 (11)` is volume 20, issue 11."""
    volume, number = (" ".join(text[:_LONGEST].split()).strip("\"' ") for text in (volume, number))
    volume = _WITHOUT_PAGES.sub("", volume).strip()
    volume = _VOLUME.sub("", volume, count=1) if _VOLUME.match(volume) else volume
    number = _NUMBER.sub("", number, count=1) if _NUMBER.match(number) else number
    both = _BOTH.fullmatch(volume)
    if both and number in ("", both[2]):
        volume, number = both[1], _NUMBER.sub("", both[2].strip(), count=1)
    wrong = ""
    if repaired := _excel(number):
        number, wrong = "-".join(filter(None, repaired)), "is a date"
    if volume.count(")") > volume.count("("):  # `1)`: the end of what another program cut apart, `38 (Suppl. 1)`
        volume, wrong = "", wrong or "is no volume"
    return _said(volume), _said(number), wrong


def _said(text: str) -> str | None:
    return None if not text or _NOT_YET.match(text) or text in ("0", "-", "–", "?") else text


def _excel(text: str) -> tuple[str, str | None] | None:
    """The two numbers of which a spreadsheet made a date, the smaller first."""
    m = _EXCEL_DATE.fullmatch(text)
    if m is None:
        return None
    month = _MONTHS.index((m[2] or m[3]).lower()) + 1
    first, last = sorted((int(m[1] or m[4]), month))
    return str(first), str(last) if first != last else None


def _range(text: str) -> tuple[str | None, str | None]:
    parts = [part for part in _HYPHEN.split(text) if part]
    if len(parts) > 2 and len(parts) % 2 == 0:  # HS-3-HS-13
        half = len(parts) // 2
        parts = ["-".join(parts[:half]), "-".join(parts[half:])]
        return (parts[0], parts[1]) if all(map(_is_page, parts)) else (None, None)
    if len(parts) == 2 and all(map(_is_page, parts)):
        return parts[0], _completed(*parts)
    whole = text if len(parts) > 1 else (parts or [""])[0]
    return (whole, None) if _is_page(whole) else (None, None)


def _is_page(text: str) -> bool:
    return _PAGE.fullmatch(text.replace("-", "")) is not None


def _completed(first: str, last: str) -> str:
    a, b = _ABBREVIATED.fullmatch(first), _ABBREVIATED.fullmatch(last)
    if a is None or b is None or b[1] not in ("", a[1]):
        return last
    digits = a[2][: -len(b[2])] + b[2] if len(b[2]) < len(a[2]) else b[2]
    return a[1] + digits if int(digits) > int(a[2]) else last
