"""Fields → record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from papershelf.model import Problem, Publication, Record, RecordType
from papershelf.readers import comments
from papershelf.readers.entry.dates import When, day_of, when
from papershelf.readers.entry.fields import Fields
from papershelf.readers.entry.ids import Ids
from papershelf.readers.entry.markup import paragraphs, plain
from papershelf.readers.entry.numbers import page_count, pages, volume_and_number
from papershelf.readers.sheet import Sheet, excerpt
from papershelf.venues import preprint_server

LONGEST_TITLE = 5_000
LONGEST_TEXT = 100_000
"""Characters of a value that are kept; `raw` has all of it."""
_SHORT = 200
"""Characters of a date, a volume or a page that are looked at."""
_YEAR_BEHIND = re.compile(r"[\s('’,]((?:19[5-9]|20[0-4])[0-9])\)?\s*\Z", re.A)
_MAY_BE_A_PREPRINT = frozenset(("", "article-journal", "manuscript", "report", "document", "webpage"))
_NOTHING = Publication("")
_NO_VENUE = frozenset(
    ("", "n/a", "na", "none", "null", "nan", "unknown", "in press", "to appear", "submitted", "unpublished")
)
_NO_TITLE = frozenset(("[no title available]", "[not available].", "[not available]", "no title", "untitled", "n/a"))
_NO_ABSTRACT = frozenset(
    ("[no abstract available]", "no abstract available", "no abstract available.", "n/a", "none", "nan")
)


def record(sheet: Sheet, start: int, end: int, fields: Fields) -> Iterator[Record | Problem]:
    """The record of the entry that is the span, then remarks about values that could not be used.

    An entry that does not say what it is about is a record all the same, with a remark: its file's id, its authors and
    pages may be enough to join it with another. One that names nothing at all is a Problem that holds its text.
    """
    remarks: list[tuple[str, str]] = []
    title = plain(_cut(fields.title, LONGEST_TITLE, "title", remarks))
    abstract = paragraphs(_cut(fields.abstract, LONGEST_TEXT, "abstract", remarks))
    title = "" if len(title) < 30 and title.lower() in _NO_TITLE else title
    abstract = "" if len(abstract) < 30 and abstract.lower() in _NO_ABSTRACT else abstract
    ids, at_arxiv = _ids(fields, remarks)
    if not (title or abstract or ids.arxiv or ids.doi or ids.others):
        wrong = "an entry without title, abstract or id", "an entry with one of them"
        if not (fields.id or fields.authors):
            yield sheet.unused(start, end, *wrong)
            return
        remarks.append(wrong)
    publication = _publication(fields, at_arxiv, remarks)
    created = fields.created
    if abstract and not (title or ids.doi or created or (publication and publication.venue)):
        # As listings show submissions.
        created = day_of(fields.year, fields.month, fields.day)
        publication = None if created else publication
    families = tuple([name.family for name in fields.authors])
    facts: dict[str, Any] = {
        "given_id": fields.id,
        "type": _type(fields.type, publication, at_arxiv),
        "title": title or None,
        "authors": tuple([name.text for name in fields.authors]),
        "families": families if any(families) else (),
        "authors_complete": bool(fields.authors) and not fields.others,
        "abstract": abstract or None,
        "arxiv": ids.arxiv,
        "version": ids.version,
        "doi": ids.doi,
        "category": ids.category or None,
        "categories": tuple(fields.categories),
        "created": created,
        "updated": fields.updated,
        "comments": tuple(ids.comments),
        "publication": publication,
        "page_count": page_count(fields.pages) if fields.pages else None,
        "affiliations": _once(fields.affiliations),
        "other_ids": tuple(ids.others),
        "keywords": _once(fields.keywords),
        "collections": _once(fields.collections),
        "notes": tuple(ids.notes),
        "language": fields.language.strip(),
        "licence": fields.licence.strip(),
    }
    if ids.comments:
        facts["page_count"] = facts["page_count"] or comments.page_count(ids.comments)
        ids.code |= dict.fromkeys(comments.code_addresses(ids.comments))
        if publication is None or not publication.venue:
            facts["publication"] = comments.publication(ids.comments) or publication
    yield sheet.record(start, end, code=tuple(ids.code), addresses=tuple(ids.addresses), **facts)
    for message, fix in remarks:
        yield sheet.remark(start, end, message, fix)


def _ids(fields: Fields, remarks: list[tuple[str, str]]) -> tuple[Ids, bool]:
    """All ids of an entry, and whether it says that it came out at arXiv and nowhere else."""
    ids = Ids(category=fields.category, others=dict.fromkeys(fields.other_ids))
    if fields.arxiv and not (ids.take_arxiv(fields.arxiv) or (ids.take_venue(f"arXiv {fields.arxiv}") and ids.arxiv)):
        remarks.append((f"{excerpt(fields.arxiv)} is no arXiv id", "2407.14622, or hep-th/9901001 for old ones"))
    if fields.doi and not ids.take_doi(fields.doi):
        remarks.append((f"{excerpt(fields.doi)} is no DOI", "10.1234/abc, with or without https://doi.org/"))
    for address in fields.addresses:
        ids.take_address(address)
    if ids.strange:
        remarks.append((f"{excerpt(ids.strange[0])} is no web address", "one that begins with https://"))
    at_arxiv = ids.take_venue(fields.venue) if fields.venue else ids.take_venue(fields.publisher)
    for text in (fields.volume, fields.number):
        if text[:5].lower() == "arxiv" or text.startswith("abs/"):
            ids.take_venue(text)
    for note in fields.notes:
        ids.take_note(note)
    ids.comments[:0] = [text for text in map(plain, fields.comments) if text]
    if fields.id[:5].lower() == "dblp:":
        ids.others.setdefault(("dblp", fields.id[5:]))
    return ids, at_arxiv


def _publication(fields: Fields, at_arxiv: bool, remarks: list[tuple[str, str]]) -> Publication | None:
    """What the entry says about where it was published; a preprint has but a date."""
    date = when(fields.year[:_SHORT], fields.month[:_SHORT], fields.day[:_SHORT]) if fields.year else When()
    if date.wrong:
        remarks.append((f"{excerpt(fields.year)} {date.wrong}", "four digits, or a date as 2021-07-03"))
    if date.year is None and not fields.year and (behind := _YEAR_BEHIND.search(fields.venue[-_SHORT:])):
        date = When(int(behind[1]))  # EMNLP 2018
    if at_arxiv:
        return Publication("", date.year, month=date.month, day=date.day) if date.year else None
    first, last, wrong = pages(fields.pages[:_SHORT]) if fields.pages else (None, None, "")
    if wrong:
        read_as = f", read as pages {first}-{last}" if first and last else ""
        remarks.append((f"{excerpt(fields.pages)} {wrong}{read_as}", "first and last page, as 101-119"))
    volume, number, wrong = volume_and_number(fields.volume[:_SHORT], fields.number[:_SHORT])
    if wrong:
        said = fields.number if wrong == "is a date" else fields.volume
        remarks.append((f"{excerpt(said)} {wrong}", "volume and issue, as 12 and 3-4"))
    venue = plain(_cut(fields.venue, LONGEST_TITLE, "venue", remarks))
    publication = Publication(
        venue="" if venue.lower().strip("[]().-–? ") in _NO_VENUE else venue,
        year=date.year,
        volume=volume,
        first_page=first,
        last_page=last,
        number=number,
        month=date.month,
        day=date.day,
        publisher=plain(fields.publisher[:LONGEST_TITLE]) or None,
    )
    return publication if publication != _NOTHING else None


def _type(stated: RecordType, publication: Publication | None, at_arxiv: bool) -> RecordType:
    if stated not in _MAY_BE_A_PREPRINT:
        return stated
    server = at_arxiv or (publication and publication.venue and preprint_server(publication.venue))
    return "article" if server else stated


def _once(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([text for text in map(plain, texts) if text])) if texts else ()


def _cut(text: str, limit: int, what: str, remarks: list[tuple[str, str]]) -> str:
    if len(text) > limit:
        remarks.append((f"the {what} has {len(text):,} characters, cut after {limit:,}", f"the {what} of one paper"))
    return text[:limit]
