"""A decoded JSON object → the fields of an entry, in CSL-JSON's words and in those of the services that answer in JSON.

    CSL-JSON           title, author [{family, given}], issued {date-parts}, container-title, DOI, PMID, note
    Zotero, Better     itemType, title, creators [{lastName, firstName}], date, publicationTitle, tags [{tag}], extra
    BibTeX
    Crossref           as CSL-JSON, but lists for title and container-title; types of its own
    OpenAlex           display_name, authorships, publication_date, biblio, primary_location, ids
    Semantic Scholar   title, authors [{name}], externalIds {DOI, ArXiv, …}, journal {name, volume, pages}, venue
    OpenReview         forum, content {title, authors, venue, …}, since 2023 {value} around each of these
    arXiv              `arxiv_json`

Values may be of any type, whatever the format says: what is not of a type that can be used says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from papershelf.model import RecordType
from papershelf.readers import arxiv_json, entry
from papershelf.readers.json_authors import authors_of
from papershelf.readers.json_values import as_dict, first, text_of, texts
from papershelf.readers.serials import serial_numbers

NO_PAPERS = frozenset(("attachment", "note", "annotation"))
"""Of Zotero: what hangs on an item."""
_TITLES = ("title", "display_name")
_VENUES = (
    "container-title", "publicationTitle", "proceedingsTitle", "bookTitle", "conferenceName", "event-title", "venue",
    "journal", "publicationVenue", "container-title-short", "journalAbbreviation",
)  # fmt: skip
_DATES = (
    "issued", "published", "published-print", "published-online", "date", "publication_date", "publicationDate",
    "publication_year", "year",
)  # fmt: skip
_SUBMITTED = ("submitted", "submittedDate", "submission_date", "submitted_date")
_OF_ARXIV = ("arxiv_id", "arxivId", "arxiv", "entry_id", "primary_category", "published")
"""What stands beside an arXiv paper's `summary`."""
_ABSTRACT = 100
_ADDRESSES = ("URL", "url", "pdf_url", "landing_page_url", "openAccessPdf", "primary_location", "resource")
OF_SEMANTIC_SCHOLAR = {
    "PubMed": "pmid", "PubMedCentral": "pmcid", "ACL": "acl", "CorpusId": "corpusid", "DBLP": "dblp",
}  # fmt: skip
"""Names in its `externalIds` → schemes, besides DOI and ArXiv."""
_IDS = {
    "PMID": "pmid", "PMCID": "pmcid", "ISBN": "isbn", "ISSN": "issn", "pmid": "pmid", "pmcid": "pmcid",
    "openreview": "openreview", **OF_SEMANTIC_SCHOLAR,
}  # fmt: skip
_DECISION = re.compile(r"(?<=[0-9]{4}) \S+\Z")  # ICLR 2024 poster
_PART_OF_ADDRESS = re.compile(r"https?://(?:[^\s/]+/)+(?:PMC)?([0-9]+)/?")
_LONGEST_INDEX = 20_000
"""Words of an abstract that comes as an index."""


def is_entry(item: dict[str, Any]) -> bool:
    """Whether an object is about a paper, rather than a person, a date or a list's frame."""
    item = _inner(item)
    if text_of(item.get("itemType")) in NO_PAPERS:
        return False
    if any(text_of(item.get(key)) for key in _TITLES):
        return any(key in item for key in _BESIDE_A_TITLE) or len(item) == 1
    if len(text_of(item.get("summary"))) >= _ABSTRACT and not item.keys().isdisjoint(_OF_ARXIV):
        return True
    ids = [item.get("DOI"), item.get("PMID"), item.get("abstract"), item.get("doi")]
    return "doi-asserted-by" not in item and any(map(text_of, ids))


def holds_entries(value: object, depth: int = 4) -> bool:
    """Whether there is an entry in a decoded value, not too deep."""
    if isinstance(value, dict):
        return is_entry(value) or (depth > 0 and any(holds_entries(one, depth - 1) for one in value.values()))
    return isinstance(value, list) and depth > 0 and any(holds_entries(one, depth - 1) for one in value)


_BESIDE_A_TITLE = (
    "author", "authors", "authorships", "creators", "type", "itemType", "id", "issued", "date", "year", "DOI", "doi",
    "URL", "url", "paperId", "abstract", "externalIds", *_VENUES,
)  # fmt: skip


def fields(item: dict[str, Any]) -> entry.Fields:
    """What an object says, as far as it can be used."""
    item = _inner(item)
    if arxiv_json.is_of_arxiv(item):
        return arxiv_json.fields(item)
    kind = _type(item)
    authors, others = authors_of(item, kind)
    year, month, day = _date(item)
    biblio, journal = as_dict(item.get("biblio")), as_dict(item.get("journal"))
    external = {**as_dict(item.get("ids")), **as_dict(item.get("externalIds"))}
    arxiv = text_of(external.get("ArXiv"))
    if not arxiv and any(text_of(item.get(key)).lower() == "arxiv" for key in ("archive", "repository", "publisher")):
        arxiv = first(item, "archive_location", "archiveLocation", "archiveID")
    summary = text_of(item.get("summary"))
    listed = bool(summary) and "published" in item  # as the many programs that ask arXiv write its answers
    return entry.Fields(
        id=first(item, "id", "citation-key", "citationKey", "key", "itemKey", "paperId"),
        type=kind,
        title=first(item, *_TITLES),
        authors=authors,
        others=others,
        abstract=first(item, "abstract", "abstractNote") or summary or _from_index(item.get("abstract_inverted_index")),
        venue=first(item, *_VENUES) or text_of(as_dict(item.get("primary_location")).get("source")),
        year=year,
        month=month,
        day=day,
        volume=first(item, "volume") or text_of(biblio.get("volume")) or text_of(journal.get("volume")),
        number=first(item, "issue", "number") or text_of(biblio.get("issue")),
        pages=_pages(item, biblio, journal),
        publisher=first(item, "publisher", "institution", "university", "school", "repository"),
        doi=first(item, "DOI", "doi") or text_of(external.get("DOI")) or text_of(external.get("doi")),
        arxiv=arxiv or first(item, "arxiv_id", "arxivId", "arxiv", "eprint") or entry.arxiv_of(first(item, "id")),
        created=entry.day_of(first(item, *_SUBMITTED, *(("published",) if listed else ()))),
        updated=entry.day_of(text_of(item.get("updated"))) if listed else None,
        addresses=[address for key in _ADDRESSES for address in _addresses(item.get(key))],
        other_ids=tuple(_other_ids(item, external)),
        keywords=[word for key in ("keyword", "keywords", "tags", "subject") for word in _words(item.get(key))],
        notes=[note for key in ("note", "extra", "annote", "notes") for note in texts(item.get(key))],
        language=text_of(item.get("language")),
    )


def _inner(item: dict[str, Any]) -> dict[str, Any]:
    """Zotero's programming interface puts the item into `data`, OpenReview's into `content`."""
    content = item.get("content")
    if isinstance(content, dict) and "title" in content and "title" not in item:
        said = {key: value.get("value") if isinstance(value, dict) else value for key, value in content.items()}
        venue = _DECISION.sub("", text_of(said.get("venue")))
        return {**said, "venue": venue, "openreview": item.get("forum"), "id": item.get("id")}
    for key in ("csljson", "data"):
        inner = item.get(key)
        if isinstance(inner, dict) and "title" in inner and "title" not in item:
            return inner
    return item


def _type(item: dict[str, Any]) -> RecordType:
    stated = first(item, "type", "itemType")
    if stated == "article" and "authorships" not in item:  # CSL's word for a preprint; OpenAlex means a journal's
        return "article"
    return entry.record_type(stated or text_of(item.get("publicationTypes")))


def _date(item: dict[str, Any]) -> tuple[str, str, str]:
    """Year, month and day: of the first date that has any."""
    for key in _DATES:
        value = item.get(key)
        if isinstance(value, dict):
            parts = value.get("date-parts")
            while isinstance(parts, list) and parts and isinstance(parts[0], list):
                parts = parts[0]
            if isinstance(parts, list) and parts and text_of(parts[0]):
                year, month, day = [*map(text_of, parts[:3]), "", ""][:3]
                return year, month, day
            value = value.get("raw") or value.get("literal") or value.get("year")
        if text := text_of(value):
            return text, "", ""
    return "", "", ""


def _pages(item: dict[str, Any], biblio: dict[str, Any], journal: dict[str, Any]) -> str:
    if stated := first(item, "page", "pages", "article-number") or text_of(journal.get("pages")):
        return stated
    begin, end = text_of(biblio.get("first_page")), text_of(biblio.get("last_page"))
    return f"{begin}-{end}" if begin and end and begin != end else begin or end


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key in ("URL", "url", "landing_page_url", "pdf_url", "primary"):
            yield from _addresses(value.get(key))
    elif text := text_of(value):
        yield text


def _other_ids(item: dict[str, Any], external: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for source in (item, external):
        for key, scheme in _IDS.items():
            for text in texts(source.get(key)):
                if scheme in ("isbn", "issn"):
                    yield from serial_numbers(text)
                    continue
                ident = _PART_OF_ADDRESS.fullmatch(text)
                for part in (ident[1],) if ident else re.split(r"[,;\s]+", text):
                    if part:
                        yield scheme, f"PMC{part}" if scheme == "pmcid" and part.isdecimal() else part


def _words(value: object) -> Iterator[str]:
    """Keywords: a text with `;` or `,` between, or a list of texts or of objects."""
    if isinstance(value, str):
        yield from re.split(r"[;\n]" if ";" in value or "\n" in value else ",", value)
    else:
        yield from texts(value)


def _from_index(index: object) -> str:
    """An abstract from the positions of its words, as OpenAlex gives it."""
    if not isinstance(index, dict):
        return ""
    words = [
        (int(place), word)
        for word, places in index.items()
        if isinstance(places, list)
        for place in places
        if isinstance(place, str) and place.isascii() and place.isdecimal() and len(place) < 6
    ]
    return " ".join(word for _, word in sorted(words)[:_LONGEST_INDEX])
