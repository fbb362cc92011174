"""EndNote XML: `<xml><records><record>…`, as EndNote, Bookends, JabRef and Mendeley export it.

Format: the RSXML DTD of EndNote (8 and later), known from its exports. Every value may be wrapped in one or several
`<style>`; lines of a value are parted by a carriage return (`&#xD;`), also those that are a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from papershelf import identifiers
from papershelf.model import Item, RecordType
from papershelf.readers import entry, serials, tagged, xml_spans
from papershelf.readers.sheet import Sheet
from papershelf.readers.xml_spans import text_of

NAME = "EndNote XML"

_ROOT = re.compile(r"<(?:xml|records)(?:\s[^<>]{0,200})?>\s{0,200}<(?:records|record)\b")
_OF_ENDNOTE = re.compile(r"<(?:ref-type|rec-number|source-app|contributors|titles|secondary-title|foreign-keys)\b")
_HEADER = 20_000

_TYPES: dict[str, RecordType] = {
    "journal article": "article-journal", "electronic article": "article-journal",
    "magazine article": "article-magazine", "newspaper article": "article-newspaper",
    "book": "book", "edited book": "book", "electronic book": "book",
    "classical work": "book", "serial": "book", "book section": "chapter", "electronic book section": "chapter",
    "encyclopedia": "entry-encyclopedia", "dictionary": "entry-encyclopedia", "conference": "paper-conference",
    "conference proceedings": "paper-conference", "conference paper": "paper-conference", "hearing": "speech",
    "report": "report", "government document": "report", "standard": "standard", "thesis": "thesis",
    "unpublished work": "manuscript", "manuscript": "manuscript", "pamphlet": "document",
    "computer program": "software", "dataset": "dataset", "aggregated database": "dataset",
    "online database": "dataset", "web page": "webpage", "blog": "post-weblog", "patent": "patent", "bill": "bill",
    "case": "legal_case", "film or broadcast": "motion_picture", "audiovisual material": "motion_picture",
}  # fmt: skip
# What EndNote writes as the text of <ref-type>; other programs have numbers of their own.
_NUMBERS = {
    "17": "journal article", "6": "book", "5": "book section", "10": "conference proceedings", "47": "conference paper",
    "27": "report", "32": "thesis", "12": "web page", "28": "edited book", "43": "electronic article",
}  # fmt: skip
_NOT_PERIODICAL = frozenset({"book", "report", "thesis", "software", "dataset", "standard", "patent", "webpage"})
_STYLE = re.compile(r"</?style\b[^<>]*>")
_GROUPS = frozenset({"contributors", "titles", "periodical", "dates", "keywords", "urls"})


def looks_like(text: str) -> bool:
    """A list of records that have EndNote's elements."""
    root = _ROOT.search(text, 0, _HEADER)
    return bool(root and _OF_ENDNOTE.search(text, root.end(), root.end() + _HEADER))


def read(text: str, path: str) -> Iterator[Item]:
    """The records of a file and the frame around them, in order."""
    sheet = Sheet(text, path, NAME)
    for found in xml_spans.entries(sheet, "record", without=_STYLE):
        if not isinstance(found, xml_spans.Entry):
            yield found
            continue
        yield from entry.record(sheet, found.start, found.end, _fields(found.element))
        if found.amiss:
            yield sheet.remark(found.start, found.end, found.amiss, "well-formed XML, as “&amp;” for “&”")


def _fields(record: Element) -> entry.Fields:
    values = _values(record)

    def first(*names: str) -> str:
        return next((values[name][0] for name in names if name in values), "")

    def every(*names: str) -> list[str]:
        return [line for name in names for line in values.get(name, ())]

    kind = _type(record.find("ref-type"))
    periodical = first("full-title", "secondary-title", "alt-title", "abbr-1")
    pages = first("pages", "custom7")  # of a book or report: how many
    persons = every("authors") or (every("secondary-authors") if kind == "book" else [])
    authors, others = entry.names(name for value in persons for name in value.split(";"))
    year, date = first("year"), first("pub-dates", "month")
    numbers = every("electronic-resource-num")
    return entry.Fields(
        id=first("rec-number"),
        type=kind,
        title=" ".join(every("title")) or first("short-title"),
        authors=authors,
        others=others,
        abstract="\n\n".join(every("abstract")),
        venue="" if kind in _NOT_PERIODICAL else periodical,
        year=date if year in date else year,
        month=date,
        volume=first("volume"),
        number=first("number", "issue"),
        pages="" if kind in _NOT_PERIODICAL and pages.isdecimal() else pages,
        publisher=first("publisher"),
        doi=next(filter(identifiers.doi, numbers), ""),
        arxiv=next(filter(identifiers.arxiv_id, (*numbers, *every("accession-num"))), ""),
        addresses=[address for address in (*numbers, *every("related-urls", "web-urls")) if _is_page(address)],
        other_ids=tuple(dict.fromkeys(_other_ids(values))),
        keywords=tagged.keywords(every("keywords")),
        notes=tuple("\n".join(values[name]) for name in ("notes", "research-notes") if name in values),
        affiliations=every("auth-address"),
        language=first("language"),
    )


def _values(record: Element) -> dict[str, list[str]]:
    """The lines of each value, by the name of its element; of what is a list in EndNote, by the name of the list."""
    found: dict[str, list[str]] = {}
    for element in record:
        for part in element if element.tag in _GROUPS else (element,):
            name = element.tag if part.tag == "keyword" else part.tag
            for value in part if len(part) else (part,):
                # A line feed only lays out the file.
                for line in text_of(value).split("\r"):
                    if line := " ".join(line.split()):
                        found.setdefault(name, []).append(line)
    return found


def _type(element: Element | None) -> RecordType:
    if element is None:
        return ""
    name = element.get("name", "") or _NUMBERS.get(text_of(element).strip(), "")
    return _TYPES.get(name.strip().lower(), "")


def _is_page(address: str) -> bool:
    """`internal-pdf://…` and `<Go to ISI>://…` are none."""
    return address.lower().startswith(("http://", "https://"))


def _other_ids(values: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    provider = " ".join(values.get("remote-database-name", []) + values.get("remote-database-provider", [])).lower()
    # EndNote's own import from PubMed names no provider, or NLM.
    is_pubmed = not provider or any(name in provider for name in ("nlm", "medline", "pubmed"))
    for number in (*values.get("accession-num", ()), *values.get("custom2", ())):
        if re.fullmatch(r"PMC[0-9]{3,9}", number):
            yield "pmcid", number
    for number in values.get("accession-num", ()):
        if is_pubmed and re.fullmatch(r"[1-9][0-9]{6,8}", number):
            yield "pmid", number
    for number in values.get("isbn", ()):
        yield from serials.serial_numbers(number)
