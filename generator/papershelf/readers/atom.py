"""What arXiv's API answers: an Atom feed, one `<entry>` for each paper, with arXiv's own elements in it; and arXiv's
daily feeds of new papers, in Atom or RSS, where it is an `<item>`.

Formats: https://info.arxiv.org/help/api/user-manual.html#_outline_of_an_atom_feed, https://www.rfc-editor.org/rfc/rfc4287,
https://info.arxiv.org/help/rss_specifications.html. A mistake in a query comes as an entry too, titled `Error`: the
server's words become a problem. The days in a daily feed are those of the announcement, which no record has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from papershelf.model import Item, Record
from papershelf.readers import dates, entry, journal_refs, notices, tagged, xml_spans
from papershelf.readers.bylines import listed
from papershelf.readers.sheet import Sheet, excerpt
from papershelf.readers.xml_spans import text_of

NAME = "arXiv Atom"

_HEADER = 20_000
_FEED = re.compile(r"<(?:[A-Za-z_][\w.-]{0,50}:)?(?:feed|entry|(?P<rss>rss|item))[\s>]", re.A)
_OF_ARXIV = re.compile(r"arxiv\.org/(?:abs|api|schemas|pdf)/", re.I)
_ANNOUNCED = re.compile(r"\s*arXiv:(?P<id>\S+)\s+Announce Type:\s*\S+\s+Abstract:\s*", re.I)
_OF_ARXIVS_RSS = re.compile(r"rss\.arxiv\.org/|oai:arxiv\.org:", re.I)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)")
_OF_RSS = {"description": "summary", "guid": "id", "DOI": "doi", "journal_reference": "journal_ref"}
_SAID_BY_ID = re.compile(r"https?://(?:[a-z]+\.)?(?:arxiv|doi)\.org/|$", re.I)
_ERROR = re.compile(r"https?://(?:[a-z]+\.)?arxiv\.org/api/errors\b", re.I)


def looks_like(text: str) -> bool:
    """A feed, or an entry of one, that speaks of arXiv."""
    feed = _FEED.search(text, 0, _HEADER)
    return bool(feed and (_OF_ARXIVS_RSS if feed["rss"] else _OF_ARXIV).search(text, 0, feed.start() + _HEADER))


def read(text: str, path: str) -> Iterator[Item]:
    """The entries of a feed and the frame around them, in order."""
    sheet = Sheet(text, path, NAME)
    feed = _FEED.search(text, 0, _HEADER)
    for found in xml_spans.entries(sheet, "item" if feed and feed["rss"] else "entry", prefixes=("arxiv", "dc")):
        if not isinstance(found, xml_spans.Entry):
            yield found
            continue
        parts = _parts(found.element)
        if _ERROR.match(parts.get("id", "")):
            fix = "the answer to a query that arXiv understands"
            said = excerpt(parts.get("summary") or parts.get("title", ""), 200)
            yield sheet.unused(found.start, found.end, f"arXiv's answer is an error: {said}", fix)
            continue
        for item in entry.record(sheet, found.start, found.end, _fields(found.element, parts)):
            if isinstance(item, Record) and notices.withdrawn(item.comments, item.abstract):
                item = replace(item, notice="withdrawn")
            yield item
        if found.amiss:
            yield sheet.remark(found.start, found.end, found.amiss, "well-formed XML, as “&amp;” for “&”")


def _parts(paper: Element) -> dict[str, str]:
    """The text of each element, of several with one name the first. What RSS calls by other names has those of Atom."""
    found: dict[str, str] = {}
    for part in paper:
        found.setdefault(_OF_RSS.get(part.tag, part.tag), text_of(part).strip())
    if announced := _ANNOUNCED.match(found.get("summary", "")):
        found["summary"] = found["summary"][announced.end() :]
        found["id"] = announced["id"]
        found.pop("published", None)
        found.pop("updated", None)
    return found


def _fields(paper: Element, parts: dict[str, str]) -> entry.Fields:
    persons = [part for part in paper if part.tag == "author"]
    if persons:
        authors, others = entry.names(text_of(person.find("name")) for person in persons)
    else:
        authors, others = listed(parts.get("creator", ""))
    terms = [part.get("term") or text_of(part).strip() for part in paper if part.tag == "category"]
    links = [part.get("href", "") for part in paper if part.tag == "link"]
    primary = paper.find("primary_category")
    journal = " ".join(parts.get("journal_ref", "").split())
    stated = journal_refs.publication(journal)
    return entry.Fields(
        type="article",
        title=parts.get("title", ""),
        authors=authors,
        others=others,
        abstract=parts.get("summary", ""),
        venue=stated.venue if stated else "",
        year=str(stated.year or "") if stated else "",
        volume=(stated and stated.volume) or "",
        number=(stated and stated.number) or "",
        pages="-".join(filter(None, (stated.first_page, stated.last_page))) if stated else "",
        arxiv=parts.get("id") or parts.get("link", ""),
        doi=parts.get("doi", ""),
        category=primary.get("term", "") if primary is not None else "",
        categories=tagged.unique(filter(None, terms)),
        created=_day(parts.get("published", "")),
        updated=_day(parts.get("updated", "")),
        comments=tuple(filter(None, (parts.get("comment", ""),))),
        notes=(journal,) if journal and not stated else (),
        addresses=[link for link in links if not _SAID_BY_ID.match(link)],
        licence=parts.get("rights", ""),
        affiliations=[text_of(part) for person in persons for part in person if part.tag == "affiliation"],
    )


def _day(text: str) -> date | None:
    m = _DAY.match(text)
    return dates.iso(m[0]) if m else None
