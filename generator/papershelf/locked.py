"""seeds/locked/: what was looked up about papers, read and checked. What `papershelf lock` fetched stands in a file for
each service (`lock.file`); what people looked up in public records, in metadata.yml.

Both are lists of *statements*, each by one source about one paper; facts that a source does not know are absent or
null. Every statement becomes a Record of format `locked`, so that it is merged, and named as the source of a value,
like any other. Of metadata.yml:

    - arxiv: '2309.00267'
      from: public pages
      fetched: 2026-11-20
      licence: CC0-1.0
      title: ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papershelf import identifiers
from papershelf.checked import Checker, Keys
from papershelf.lock import file
from papershelf.lock.statement import Statement
from papershelf.model import Place, Problem, Record

FILE = "seeds/locked/metadata.yml"
FORMAT = "locked"
_FIELDS = (
    "arxiv", "doi", "from", "fetched", "licence", "title", "earlier_titles", "authors", "authors_complete", "abstract",
    "primary_category", "categories", "submitted", "updated", "comment", "publication",
)  # fmt: skip
_TEXTS = ("title", "abstract", "primary_category", "comment")
_LINE = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n]+")  # as YAML counts lines
_PAGES = re.compile(r"\b(\d{1,4}) pages\b", re.I)


@dataclass(frozen=True, slots=True)
class Locked:
    """All that was looked up."""

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    statements: tuple[Statement, ...] = ()
    """Of services, also those that found nothing."""


def read(root: Path) -> Locked:
    """The statements below `root`; a missing file holds none. What is wrong is a Problem, and the rest still holds."""
    looked_up, problems = _looked_up(root)
    known = file.read(root)
    fetched = tuple(_fetched(held) for held in known.held if held.statement.found)
    return Locked((*looked_up, *fetched), (*problems, *known.problems), known.statements)


def _fetched(held: file.Held) -> Record:
    said = held.statement
    return Record(
        place=held.place,
        raw=held.raw,
        key=f"{FORMAT}:{said.about}:{said.service}",
        format=FORMAT,
        type=said.type or ("article" if said.service == "arXiv" else ""),
        title=said.title,
        authors=said.authors,
        families=said.families if any(said.families) else (),
        authors_complete=said.authors_complete,
        orcids=said.orcids,
        abstract=said.abstract,
        arxiv=said.arxiv,
        version=said.version,
        doi=said.doi,
        category=said.primary_category,
        categories=said.categories,
        created=said.submitted,
        updated=said.updated,
        comments=(said.comment,) if said.comment else (),
        publication=said.publication,
        page_count=_page_count(said.comment),
        notice=said.notice,
        stated_by=said.service,
        stated_on=said.fetched,
    )


def _looked_up(root: Path) -> tuple[list[Record], list[Problem]]:
    check = Checker.load(root, FILE)
    lines = _LINE.findall(check.file.text)
    records: list[Record] = []
    seen: dict[str, Place] = {}
    entries = list(check.entries(check.file.data, (), "a list of statements, each with arxiv, from and fetched"))
    starts = [check.file.place(*at).first for at, _ in entries] + [len(lines) + 1]
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    for (at, entry), first, after in zip(entries, starts, starts[1:], strict=False):
        raw = "".join(lines[first - 1 : after - 1]).rstrip()
        place = Place(FILE, first, first + raw.count("\n"), offsets[first - 1])
        record = _record(check, at, entry, place, raw)
        if record is None:
            continue
        if record.key in seen:
            message = f"{record.stated_by!r} already stands in line {seen[record.key].first} for this paper"
            check.wrong(at, message, "one statement of each source about a paper", raw)
            continue
        seen[record.key] = place
        records.append(record)
    return records, check.problems


def _record(check: Checker, at: Keys, entry: Any, place: Place, raw: str) -> Record | None:
    given = check.mapping(entry, at, _FIELDS, needed=("from", "fetched"))
    if given is None:
        return None

    def where(key: str) -> Keys:
        return (*at, key)

    source = check.text(given["from"], where("from"))
    arxiv = check.parsed(given.get("arxiv"), where("arxiv"), _arxiv, "an arXiv id as '2309.00267'")
    doi = check.parsed(given.get("doi"), where("doi"), identifiers.doi, "a DOI as 10.18653/v1/2023.acl-long.344")
    if source is None or not (arxiv or doi):
        if not (given.get("arxiv") or given.get("doi")):
            check.wrong(at, "names no paper", "`arxiv:` or `doi:` with its id", raw)
        return None
    check.text(given.get("licence"), where("licence"))
    texts = {key: check.text(given.get(key), where(key)) for key in _TEXTS}
    authors = check.names(given.get("authors"), where("authors"), "a list of names") or ()
    return Record(
        place=place,
        raw=raw,
        key=f"{FORMAT}:{arxiv or doi}:{source}",
        format=FORMAT,
        title=texts["title"],
        authors=authors,
        authors_complete=bool(authors and check.flag(given.get("authors_complete"), where("authors_complete"))),
        abstract=texts["abstract"],
        arxiv=arxiv,
        doi=doi,
        category=texts["primary_category"],
        categories=check.texts(given.get("categories"), where("categories")) or (),
        created=check.day(given.get("submitted"), where("submitted")),
        updated=check.day(given.get("updated"), where("updated")),
        comments=(texts["comment"],) if texts["comment"] else (),
        publication=check.publication(given.get("publication"), where("publication")),
        page_count=_page_count(texts["comment"]),
        earlier_titles=check.texts(given.get("earlier_titles"), where("earlier_titles")) or (),
        stated_by=source,
        stated_on=check.day(given["fetched"], where("fetched")),
    )


def _page_count(comment: str | None) -> int | None:
    pages = _PAGES.search(comment or "")
    return int(pages[1]) if pages else None


def _arxiv(text: str) -> str | None:
    found = identifiers.arxiv_id(text)
    return found[0].lower() if found else None
