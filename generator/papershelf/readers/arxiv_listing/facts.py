"""The values of one entry → its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from papershelf import identifiers
from papershelf.model import Problem, Record
from papershelf.readers import comments, entry
from papershelf.readers.arxiv_listing.heads import Head, a_day, day
from papershelf.readers.arxiv_listing.parts import Values, abstract, authors_behind_title, title_and_tags
from papershelf.readers.bylines import listed
from papershelf.readers.sheet import Sheet

_CODE = re.compile(r"\(([a-z-]{2,9}(?:\.[A-Za-z-]{2,12})?)\)")
_DAY = re.compile(a_day("it"))
_SUBMITTED = re.compile(rf"(?P<what>v1 submitted|submitted)[ \t]+{a_day('it')}", re.I)
_VERSION = re.compile(r"\((?:revised )?v([0-9]{1,3})\)")
_CITED = re.compile(rf"arXiv:({identifiers.ARXIV_ID})(?:v([0-9]{{1,3}}))?", re.I)
_OF_THIS_VERSION = re.compile(rf"or\s+arXiv:{identifiers.ARXIV_ID}v([0-9]{{1,3}})", re.I)


def records(sheet: Sheet, head: Head, values: Values, start: int, end: int) -> Iterator[Record | Problem]:
    """The record of the entry that is the span, and remarks."""
    said = {name: values.text(sheet, name) for name in values.said}
    title, by, tags = _title_and_authors(sheet, head, values, said)
    names, others = listed(by)
    codes = _CODE.findall(said.get("subjects", "")) or said.get("categories", "").split() or tags
    arxiv, version = _arxiv(head, sheet.text[start:end])
    created, updated = _days(sheet, head, values, said)
    journal = said.get("journal", "")
    published = comments.publication((journal,)) if journal else None
    fields = entry.Fields(
        type="article",
        title=title,
        authors=names,
        others=others,
        abstract=abstract(sheet, values.said["abstract"]) if "abstract" in values.said else "",
        arxiv=f"{arxiv}v{version}" if version and arxiv else arxiv,
        doi=_first_word(said.get("doi", "")),
        category=codes[0] if codes else "",
        categories=codes,
        created=created,
        updated=updated,
        comments=(said["comments"],) if said.get("comments") else (),
        venue=published.venue if published else "",
        year=str(published.year or "") if published else "",
        notes=(journal,) if journal and not published else (),
    )
    yield from entry.record(sheet, start, end, fields)


def _title_and_authors(sheet: Sheet, head: Head, values: Values, said: dict[str, str]) -> tuple[str, str, list[str]]:
    """Title, authors in one line, and the categories of a search result."""
    title, tags = title_and_tags(sheet, values) if head.kind == "page" else ("", [])
    title, by = said.get("title") or title, said.get("authors", "")
    if head.kind == "one" and not title and values.unlabelled:
        lines = [sheet.words(span) for span in values.unlabelled]
        title, by = lines[0], by or (lines[1] if len(lines) > 1 else "")
    elif values.behind_title:
        more, behind = authors_behind_title(sheet, values)
        title, by = f"{title} {more}".strip(), by or behind
    return title, by, tags


def _arxiv(head: Head, raw: str) -> tuple[str, int | None]:
    if head.arxiv and head.kind != "one":
        return head.arxiv, head.version
    cited = _CITED.search(raw) if not head.arxiv else None
    this = _OF_THIS_VERSION.search(raw)
    arxiv = head.arxiv or (identifiers.canonical(cited[1]) if cited else "")
    return arxiv, head.version or (int(this[1]) if this else None)


def _days(sheet: Sheet, head: Head, values: Values, said: dict[str, str]) -> tuple[date | None, date | None]:
    """When the first version and the one described were submitted, as far as the entry tells."""
    if head.kind == "one":
        return head.created, head.updated
    if "replaced" in said:
        m = _DAY.search(said["replaced"])
        return None, day(m, "it") if m else None
    if "date" in said:
        m = _DAY.search(said["date"])
        return (day(m, "it") if m else None), None
    created = updated = None
    if values.submitted:
        for m in _SUBMITTED.finditer(sheet.words(values.submitted)):
            if m["what"].lower().startswith("v1"):
                created, updated = day(m, "it"), created
            else:
                created = day(m, "it")
    return created, updated


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(",;") if text else ""
