"""The cells of one row of a table → the fields of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf import identifiers
from papershelf.readers import entry
from papershelf.readers.columns import Header
from papershelf.readers.json_items import OF_SEMANTIC_SCHOLAR
from papershelf.readers.serials import serial_numbers

# What R, pandas and spreadsheets write where there is nothing.
_NOTHING = frozenset(("NA", "N/A", "n/a", "NaN", "nan", "None", "NULL", "null", "#N/A", "-", "–", "--"))
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_LIST = re.compile(r"[;|\r\n]")
_OUTSIDE_BRACKETS = re.compile(r"(?:\([^()]*\)|[^,])+")
_PYTHON_LIST = re.compile(r"""\[\s*(?=['"]).*\]""", re.S)  # pandas writes lists so
_PYTHON_TEXT = re.compile(r"""'((?:[^'\\]|\\.)*+)'|"((?:[^"\\]|\\.)*+)\"""", re.S)
_EXTERNAL = re.compile(r"""['"]([A-Za-z]{2,20})['"]:\s?(?:['"]([^'"]{1,200})['"]|([0-9]{1,12}))""")
_LONGEST = 20_000
"""Characters of a cell in which brackets are heeded."""
# Embase: `Stream Letters (2014) 3:2 (152-160). Date of Publication: …`
_CITATION = re.compile(
    r"([^()]{3,200}?)\s\(([12][0-9]{3})\)(?:\s([0-9]{1,5})(?::([\w .-]{1,20}))?)?(?:\s\(([^()]{1,30})\))?"
    r"(?:\.(?:\s.*)?)?",
    re.S | re.A,
)


def fields(cells: list[str], columns: Header) -> entry.Fields:
    """What a row says; `cells` has one for each column."""
    first: dict[str, str] = {}
    for role, i in columns.ranked:
        if role not in first and (cell := cells[i].strip()) and cell not in _NOTHING:
            first[role] = cell
    get = first.get

    def every(role: str) -> list[str]:
        if role not in first:
            return []
        return [cell for i in columns.columns[role] if (cell := cells[i].strip()) and cell not in _NOTHING]

    authors, others = entry.names(_names(first["authors"])) if "authors" in first else ((), False)
    year, month = get("year", ""), get("month", "")
    if date := get("date"):
        year, month = (date, month) if _YEAR.search(date) or not year else (year, month or date)
    venue, volume, number = get("venue", ""), get("volume", ""), get("number", "")
    pages = get("pages") or _pages(get("first", ""), get("last", "")) or get("article", "")
    if not (year or volume or pages) and (citation := _CITATION.fullmatch(venue)):
        venue, year, volume, number, pages = (part or "" for part in citation.groups())
    ident = get("id", "")
    said = _external(first["ids"]) if "ids" in first else {}
    collections = every("collections")
    categories = _arxiv_categories(" ".join(collections)) if collections else []
    return entry.Fields(
        id=ident,
        type=entry.record_type(first["type"]) if "type" in first else "",
        title=get("title", ""),
        authors=authors,
        others=others,
        abstract=get("abstract", ""),
        venue=venue,
        year=year,
        month=month,
        day=get("day", ""),
        volume=volume,
        number=number,
        pages=pages,
        publisher=get("publisher", ""),
        doi=get("doi") or said.get("DOI", ""),
        arxiv=get("arxiv") or said.get("ArXiv") or entry.arxiv_of(ident),
        category=get("category") or next(iter(categories), ""),
        categories=categories,
        created=entry.day_of(get("created", "")),
        addresses=every("addresses"),
        other_ids=[
            *((scheme, said[name]) for name, scheme in OF_SEMANTIC_SCHOLAR.items() if name in said),
            *((role, first[role]) for role in ("pmid", "pmcid") if role in first),
            *(pair for role in ("isbn", "issn") if role in first for pair in serial_numbers(first[role])),
        ],
        keywords=[word for cell in every("keywords") for word in _words(cell)],
        collections=() if categories else [word for cell in collections for word in _words(cell)],
        notes=every("notes"),
        language=get("language", ""),
        licence=get("licence", ""),
    )


def _external(cell: str) -> dict[str, str]:
    """Semantic Scholar's `{"ArXiv": "2407.14622", "DOI": "10.1234/abc", …}`, as JSON or Python writes it."""
    return {name: said for name, text, number in _EXTERNAL.findall(cell) if (said := text or number)}


def _names(cell: str) -> list[str]:
    return list(_python_texts(cell)) or entry.split_names(cell)


def _words(cell: str) -> list[str]:
    """A cell with several words or phrases in it; commas in brackets separate none."""
    if texts := list(_python_texts(cell)):
        return texts
    words = _LIST.split(cell)
    if len(words) == 1:
        words = _OUTSIDE_BRACKETS.findall(cell) if "(" in cell and len(cell) < _LONGEST else cell.split(",")
    return words


def _python_texts(cell: str) -> Iterator[str]:
    """`['rivers', 'lakes']`"""
    if cell[:1] == "[" and _PYTHON_LIST.fullmatch(cell):
        for single, double in _PYTHON_TEXT.findall(cell):
            yield single or double


def _pages(first: str, last: str) -> str:
    return f"{first}-{last}" if first and last and first != last else first or last


def _arxiv_categories(cell: str) -> list[str]:
    """`cs.CL cs.LG`, where a cell holds nothing else."""
    codes = re.split(r"[\s,;|]+", cell.strip(), maxsplit=50)
    return codes if all("." in code and identifiers.category(code)[0] for code in codes) else []
