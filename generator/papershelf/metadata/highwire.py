"""A paper as `citation_*` tags, which Google Scholar and reference managers read.

Names: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing and HIGHWIRE_MAPPINGS of Zotero's Embedded
Metadata translator; its RDF translator sets any field of an item by a name with `z:`, so a type for which Highwire has
no tags is saved whole as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papershelf import text
from papershelf.exports import csl
from papershelf.metadata import people
from papershelf.metadata.facts import Facts
from papershelf.metadata.zotero import TYPES
from papershelf.model import RecordType

_CONTAINER: dict[RecordType, str] = {
    "article-journal": "citation_journal_title", "review": "citation_journal_title",
    "paper-conference": "citation_conference_title", "chapter": "citation_inbook_title",
}  # fmt: skip
_PUBLISHER: dict[RecordType, str] = {
    "thesis": "citation_dissertation_institution", "report": "citation_technical_report_institution",
}  # fmt: skip
KEYWORDS = 20
WORD = 100  # characters of a keyword: what is longer is none


def tags(facts: Facts, topics: Sequence[str], address: str) -> Iterator[tuple[str, str]]:
    """(name, content) in order; what is not known is left out. `topics`: names; `address`: of the page, where known."""
    item, paper, kind = facts.item, facts.paper, facts.type
    yield "citation_title", facts.title
    for name in people.stated(facts.authors):
        yield "citation_author", name
    if facts.issued:
        yield "citation_publication_date", "/".join(f"{part:02}" for part in facts.issued)
    yield "z:itemType", TYPES[kind]
    yield from _published(facts)
    if facts.doi:
        yield "citation_doi", facts.doi
    if paper.arxiv:
        yield "citation_arxiv_id", paper.arxiv
        if "number" in item and kind == "article":
            yield "z:archiveID", item["number"]
    if extra := "\n".join(_extra(facts)):
        yield "z:extra", extra
    if "PMID" in item:
        yield "citation_pmid", item["PMID"]
    if facts.pdf:
        yield "citation_pdf_url", facts.pdf
    if address:
        yield "citation_abstract_html_url", address
    if facts.public:
        yield "citation_public_url", facts.public
    if words := keywords(facts, topics):
        yield "citation_keywords", "; ".join(words)
    if "language" in item:
        yield "citation_language", item["language"]
    if facts.abstract:
        yield "citation_abstract", facts.abstract
    else:
        yield "z:abstractNote", "Not stated in any source."  # else Zotero takes the page's description for it


def keywords(facts: Facts, topics: Sequence[str]) -> list[str]:
    """The page's topics, then what the sources call it by; no semicolon, which separates them."""
    words = (csl.line(word).replace(";", ",") for word in (*topics, *facts.paper.subject_words))
    return list(dict.fromkeys(word for word in words if 0 < len(word) <= WORD))[:KEYWORDS]


def _published(facts: Facts) -> Iterator[tuple[str, str]]:
    item, kind, place = facts.item, facts.type, facts.paper.publication
    if venue := item.get("container-title"):
        if kind in _CONTAINER:
            yield _CONTAINER[kind], venue
        elif kind != "document":  # which has no such field: `_extra`
            yield "z:publicationTitle", venue
    for name, tag in (("collection-title", "citation_series_title"), ("volume", "citation_volume")):
        if name in item:
            yield tag, item[name]
    if "issue" in item:
        yield "citation_issue", item["issue"]
    if "number" in item and kind == "report":
        yield "citation_technical_report_number", item["number"]
    if place and place.first_page:
        yield "citation_firstpage", csl.line(place.first_page)
        if place.last_page and place.last_page != place.first_page:
            yield "citation_lastpage", csl.line(place.last_page)
    if "publisher" in item:
        yield _PUBLISHER.get(kind, "citation_publisher"), item["publisher"]
    for name in ("ISBN", "ISSN"):
        if name in item:
            yield f"citation_{name.lower()}", item[name]


def _extra(facts: Facts) -> Iterator[str]:
    """What Zotero has no field for, as it writes that itself: https://www.zotero.org/support/kb/item_types_and_fields"""
    if "note" in facts.item:
        yield facts.item["note"]  # the arXiv id of a published paper
    if facts.type == "document" and "container-title" in facts.item:
        yield f"Container Title: {facts.item['container-title']}"
    if "PMCID" in facts.item:
        yield f"PMCID: {text.one_line(facts.item['PMCID'])}"
