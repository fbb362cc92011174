"""A paper as an item of CSL-JSON, from which the other formats are made too.

Format: https://github.com/citation-style-language/schema (csl-data.json of CSL 1.0.2); variables and types:
https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables. A preprint is `article` with genre,
publisher and number: the one form that Zotero imports as a preprint. Values are Unicode text without markup.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from itertools import takewhile
from typing import Any, Literal

from papershelf import identifiers, item_types, text, venues
from papershelf.exports.persons import Person, persons
from papershelf.model import Paper, Publication, RecordType

Item = dict[str, Any]
LONGEST = 2_000  # characters of a field but the abstract: enough for any real one
KEPT = 1 << 15
"""Papers whose item is kept: many formats and pages ask for it."""
_JOURNALS = frozenset[RecordType](["article-journal", "article-magazine", "article-newspaper", "review"])
_PLACE: dict[RecordType, str] = {
    "book": "collection-title", "report": "collection-title",
    "article": "publisher", "dataset": "publisher", "software": "publisher", "thesis": "publisher",
}  # fmt: skip
"""The variable that holds the venue, where that is not `container-title`."""
_IDS: dict[str, Literal["PMID", "PMCID", "ISBN", "ISSN"]] = {
    "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "issn": "ISSN",
}  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_UNFIT = re.compile(r"[^A-Za-z0-9:_.+-]+")  # for a key of BibTeX and for a file's name; `lock` issues no such key


@lru_cache(maxsize=KEPT)
def item(paper: Paper) -> Item:
    """The form that is cited, with the variables that are known and no others. It is kept: change a copy only."""
    kind = type_of(paper)
    found: Item = {"id": key(paper), "type": kind, "citation-key": key(paper)}
    if kind == "software":  # a type of CSL 1.0.2, but Zotero refuses every file in which it stands
        found |= {"type": "document", "genre": "Software"}
    if paper.title:
        found["title"] = line(paper.title)
    if authors := [_name(person) for person in persons(paper)]:
        found["author"] = authors
    if parts := issued(paper):
        found["issued"] = {"date-parts": [parts]}
    if kind == "article":
        found["genre"] = "Preprint"
        if on_arxiv(paper):
            found |= {"publisher": "arXiv", "number": f"arXiv:{paper.arxiv}"}
    if paper.publication:
        found |= _published(paper.publication, kind)
    if doi := doi_of(paper):
        found["DOI"] = doi
    if url := url_of(paper):
        found["URL"] = url
    for scheme, ident in paper.other_ids:
        if scheme in _IDS:
            found.setdefault(_IDS[scheme], line(ident))
    if paper.notice:
        found["status"] = line(paper.notice)
    if paper.subject_words:
        found["keyword"] = ", ".join(line(word) for word in paper.subject_words)
    if _LANGUAGE.fullmatch(paper.language):
        found["language"] = paper.language
    if paper.arxiv and not (kind == "article" and on_arxiv(paper)):
        found["note"] = f"arXiv:{paper.arxiv}"
    if paper.abstract:
        found["abstract"] = text.to_plain(paper.abstract)
    return {name: value for name, value in found.items() if value}


def entry(paper: Paper, abstract: bool = True) -> str:
    """The item as JSON, on one line."""
    return json.dumps(item(paper) if abstract else without_abstract(item(paper)), ensure_ascii=False)


def without_abstract(item: Item) -> Item:
    return {name: value for name, value in item.items() if name != "abstract"}


def key(paper: Paper) -> str:
    """Its citation key, which seeds/locked/permalinks.yml may hold as a person wrote it."""
    return _UNFIT.sub("-", paper.key)


def line(source: str) -> str:
    """Source text as one line of plain text."""
    return text.to_plain(source, LONGEST)


def type_of(paper: Paper) -> RecordType:
    """`article` for a preprint. Where no source states a type, by the venue; `document` for a venue that nobody knows:
    a wrong type would be cited as a fact."""
    only_on_arxiv = paper.publication is None and paper.arxiv is not None and not paper.doi
    if paper.type == "article" or (only_on_arxiv and paper.type in item_types.ARTICLES):
        return "article"
    if paper.type not in ("", "document"):
        return paper.type
    kinds: dict[venues.Kind, RecordType] = {"journal": "article-journal", "meeting": "paper-conference"}
    return kinds.get(venues.kind(paper.publication.venue), "document") if paper.publication else "document"


def on_arxiv(paper: Paper) -> bool:
    """Whether arXiv's is the form that is cited."""
    return paper.arxiv is not None and not (paper.publication and paper.publication.venue)


def issued(paper: Paper) -> list[int]:
    """Year, month and day, as far as they are known. Of a preprint the day of its first version, never the month of its
    arXiv id."""
    place = paper.publication
    if place and place.year:
        known = takewhile(bool, (place.year, place.month, place.day))
        return [part for part in known if part]
    if paper.submitted and (place is None or type_of(paper) == "article"):
        return [paper.submitted.year, paper.submitted.month, paper.submitted.day]
    return [paper.year] if paper.year else []


def doi_of(paper: Paper) -> str:
    """arXiv's own DOI only as long as nothing says that the paper was published."""
    if paper.doi:
        return text.one_line(paper.doi, LONGEST)
    return f"10.48550/arXiv.{paper.arxiv}" if paper.arxiv and not paper.publication else ""


def url_of(paper: Paper) -> str:
    """Where it can be read: arXiv's page; without that and without a DOI the first address that a source gives."""
    if paper.arxiv:
        return identifiers.arxiv_url(paper.arxiv)
    if paper.doi:
        return ""
    return next((address for address in paper.addresses if text.is_web_address(address)), "")


def _published(place: Publication, kind: RecordType) -> Item:
    found: Item = {}
    if place.publisher:
        found["publisher"] = line(place.publisher)
    if place.venue:
        venue, name = line(place.venue), _PLACE.get(kind, "container-title")
        if kind == "article":
            venue = venues.preprint_server(venue) or venue
        if name == "publisher" and place.publisher:
            name = "container-title"
        found[name] = venue
    if place.volume:
        numbered = place.volume.isdigit() or kind in _JOURNALS or kind == "book"
        found["volume" if numbered else "collection-title"] = line(place.volume)
    if place.number:
        found["issue" if kind in _JOURNALS else "number"] = line(place.number)
    if place.first_page:
        found["page"] = line("-".join(dict.fromkeys(filter(None, (place.first_page, place.last_page)))))
    return found


def _name(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": person.literal}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {part: value for part, value in parts.items() if value}
