"""Papers and lists in the vocabulary of https://schema.org, as JSON-LD. What is not known is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from papershelf import text
from papershelf.exports import csl
from papershelf.exports.persons import Person
from papershelf.metadata.facts import Facts
from papershelf.model import Author, RecordType

Data = dict[str, Any]
Crumb = tuple[str, str]
"""Name and address of a page on the way to this one."""
_CONTEXT = "https://schema.org"
_KINDS: dict[RecordType, str] = {
    "bill": "Legislation", "book": "Book", "chapter": "Chapter", "dataset": "Dataset", "thesis": "Thesis",
    "entry-encyclopedia": "Article", "article-magazine": "Article", "article-newspaper": "NewsArticle",
    "motion_picture": "Movie", "patent": "CreativeWork", "legal_case": "CreativeWork", "manuscript": "Manuscript",
    "post-weblog": "BlogPosting", "report": "Report", "software": "SoftwareApplication", "speech": "CreativeWork",
    "standard": "TechArticle", "webpage": "WebPage",
}  # fmt: skip
"""What is no scholarly article."""


def graph(*things: Data) -> Data:
    return {"@context": _CONTEXT, "@graph": [thing for thing in things if thing]}


def paper(facts: Facts, address: str, image: str, words: Sequence[str], orcids: Sequence[str | None]) -> Data:
    """`orcids`: of each author, where known."""
    one = facts.paper
    people = [_author(person, orcid) for person, orcid in zip(facts.authors, orcids, strict=True)]
    return _stated(
        {
            "@type": _KINDS.get(facts.type, "ScholarlyArticle"),
            "url": address,
            "headline": facts.title,
            "author": people,
            "datePublished": facts.date,
            "dateModified": one.updated.isoformat() if one.updated and one.updated.isoformat() > facts.date else "",
            "abstract": facts.abstract,
            "keywords": ", ".join(words),
            "inLanguage": facts.item.get("language"),
            "identifier": _identifiers(facts),
            "sameAs": list(dict.fromkeys(filter(None, (facts.cite_as, facts.public)))),
            "isPartOf": _part_of(facts),
            "pageStart": csl.line(one.publication.first_page or "") if one.publication else "",
            "pageEnd": csl.line(one.publication.last_page or "") if one.publication else "",
            "publisher": _stated({"@type": "Organization", "name": facts.item.get("publisher")}, "name"),
            "license": facts.licence,
            "image": image,
            "encoding": _stated(
                {"@type": "MediaObject", "contentUrl": facts.pdf, "encodingFormat": "application/pdf"}, "contentUrl"
            ),
        }
    )


def collection(
    name: str, description: str, address: str, papers: Sequence[str], about: Data | None = None, licence: str = ""
) -> Data:
    """A list; `papers`: the addresses of what it lists, which may be too many to name (then none)."""
    entries = [{"@type": "ListItem", "position": n, "url": each} for n, each in enumerate(papers, 1)]
    items = {"@type": "ItemList", "numberOfItems": len(papers), "itemListElement": entries} if papers else None
    return _stated(
        {
            "@type": "CollectionPage",
            "url": address,
            "name": name,
            "description": description,
            "about": about,
            "license": licence,
            "mainEntity": items,
        }
    )


def site(name: str, description: str, address: str, licence: str = "") -> Data:
    """The home page."""
    said = {"@type": "WebSite", "url": address, "name": name, "description": description, "license": licence}
    return _stated(said)


def person(author: Author, address: str) -> Data:
    """Whom a page is about."""
    known = (_orcid(author.orcid), author.homepage or "")
    return _stated(
        {
            "@type": "Organization" if author.collective else "Person",
            "name": text.to_plain(author.name, 200),
            "alternateName": [text.to_plain(each, 200) for each in author.spellings if each != author.name],
            "url": address,
            "sameAs": [each for each in known if text.is_web_address(each)],
        }
    )


def breadcrumbs(crumbs: Sequence[Crumb]) -> Data:
    """The way to a page, itself last: its own address goes without saying."""
    entries = [{"@type": "ListItem", "position": n, "name": name, "item": to} for n, (name, to) in enumerate(crumbs, 1)]
    del entries[-1]["item"]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def _author(one: Person, orcid: str | None) -> Data:
    if one.literal:
        return {"@type": "Organization", "name": one.literal}
    name = " ".join(f"{one.given} {one.family} {one.suffix}".split())
    return _stated({"@type": "Person", "name": name, "sameAs": _orcid(orcid)})


def _orcid(ident: str | None) -> str:
    address = f"https://orcid.org/{ident}"
    return address if ident and text.is_web_address(address) else ""


def _identifiers(facts: Facts) -> list[str]:
    ids = [("doi", facts.doi), ("arXiv", facts.paper.arxiv or "")]
    ids += [(name, facts.item.get(name, "")) for name in ("PMID", "PMCID")]
    return [f"{name}:{value}" for name, value in ids if value]


def _part_of(facts: Facts) -> Data:
    """`Journal 12(3)`: an issue of a volume of a journal; proceedings are a volume."""
    item = facts.item
    venue = item.get("container-title")
    if not venue:
        return {}
    volume = item.get("volume") or item.get("collection-title")
    if facts.type not in ("article-journal", "review"):
        return _stated({"@type": "PublicationVolume", "name": venue, "volumeNumber": volume})
    found: Data = {"@type": "Periodical", "name": venue}
    if issn := item.get("ISSN"):
        found["issn"] = issn
    if volume:
        found = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": found}
    if issue := item.get("issue"):
        found = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": found}
    return found


def _stated(data: Data, needed: str = "@type") -> Data:
    """Only what is known; nothing at all where `needed` is not."""
    return {name: value for name, value in data.items() if value} if data.get(needed) else {}
