"""A paper as a reference of RIS, written by rispy.

Format: the specification of Reference Manager (2001, kept at
https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp): a tag, two spaces, a dash, a
space and a value a line, CRLF; one author a line, `Last, First, Suffix`. It has no type for a preprint: GEN.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import rispy

from papershelf.exports import csl
from papershelf.exports.persons import Person, persons
from papershelf.model import Paper, RecordType

_TYPES: dict[RecordType, str] = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL",
    "book": "BOOK", "chapter": "CHAP", "dataset": "DATA", "entry-encyclopedia": "ENCYC", "legal_case": "CASE",
    "manuscript": "MANSCPT", "motion_picture": "VIDEO", "paper-conference": "CPAPER", "patent": "PAT",
    "post-weblog": "BLOG", "report": "RPRT", "review": "JOUR", "software": "COMP", "speech": "SLIDE",
    "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
_FIELDS = {
    "title": "title", "container-title": "secondary_title", "collection-title": "tertiary_title", "volume": "volume",
    "issue": "number", "number": "number", "publisher": "publisher", "DOI": "doi", "language": "language",
}  # fmt: skip


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """As the specification has it: no number before a reference, line ends of Windows."""

    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:
        return ""


@lru_cache(maxsize=csl.KEPT)
def entry(paper: Paper, abstract: bool = True) -> str:
    """The reference, from TY to ER, without the last line end."""
    return str(_Writer().formats([_reference(paper, abstract)])).removesuffix("\r\n")


def _reference(paper: Paper, abstract: bool) -> dict[str, Any]:
    """In the words of rispy. The abstract stands last, so that a page can put it there."""
    item = csl.item(paper)
    found: dict[str, Any] = {"type_of_reference": _TYPES.get(csl.type_of(paper), "GEN"), "id": item["id"]}
    found["authors"] = [_name(person) for person in persons(paper)]
    if "issued" in item:
        parts = item["issued"]["date-parts"][0]
        found["year"] = f"{parts[0]:04}"
        if len(parts) > 1:
            found["date"] = "/".join((*(f"{part:02}" for part in parts), *[""] * (4 - len(parts))))
    found |= {name: item[variable] for variable, name in _FIELDS.items() if variable in item}
    if item["type"] == "article":
        found.pop("number", None)  # the arXiv id, which would be read as the issue of a journal
    if "page" in item:
        first, _, last = item["page"].partition("-")
        found |= {"start_page": first} | ({"end_page": last} if last else {})
    found["issn"] = item.get("ISSN") or item.get("ISBN") or (item["type"] == "report" and found.get("number"))
    found["urls"] = [item["URL"]] if "URL" in item else []
    found["keywords"] = [csl.line(word) for word in paper.subject_words]
    found["abstract"] = item.get("abstract") if abstract else None
    return {name: value for name, value in found.items() if value}


def _name(person: Person) -> str:
    """A comma would take a collective's name apart."""
    if person.literal:
        return " ".join(person.literal.replace(",", " ").split())
    return ", ".join(filter(None, (person.family, person.given, person.suffix)))
