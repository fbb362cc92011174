"""Papers as people note them down: a field a line, each with its name before a colon.

    Title: Rivers at Rest
    Authors: Ann Brook, Bo Stream
    Venue: River Days 2024
    Abstract: We look at rivers that …
    DOI: 10.5555/rest

No format: the names are those that web pages, forms and notes use. `**Title:**`, `- title: …` and `Abstract—…` mean the
same. A paper ends at a line of dashes, where a field comes again that a paper has once, or behind a blank line or an
abstract where its first field does. A value goes on in the lines below it; an abstract also behind a blank line, where
its text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf import identifiers
from papershelf.model import Item
from papershelf.readers import entry, tagged
from papershelf.readers.sheet import Sheet

NAME = "labelled blocks"

_LABELS = {
    "title": "title|paper(?: title)?|article title|document title",
    "authors": r"authors?|author\(s\)|author names?|by|written by",
    "abstract": "abstract|summary",
    "venue": "venue|(?:journal/)?conference|journal|proceedings|book ?title|source|publication|published (?:in|at)",
    "year": "year|date|published|publication (?:date|year)|date published|published on|year of publication",
    "created": "(?:date )?(?:created|submitted)(?: on)?|submission date",
    "updated": "(?:date |last )?(?:updated|revised)(?: on)?",
    "volume": "volume|vol",
    "number": "issue|number",
    "pages": "pages?|pp",
    "publisher": "publisher",
    "doi": "doi",
    "arxiv": "arxiv|arxiv id|eprint",
    "pmid": "pmid|pubmed(?: id)?",
    "address": "urls?|links?|pdf|code|github|web ?page|website|project(?: page)?|openreview|available at|address",
    "keywords": "keywords?|key words|tags?|index terms|subjects?|topics?",
    "notes": r"notes?|remarks?|tl;?dr|my notes|why",
    "comments": "comments?",
    "affiliations": "affiliations?|institutions?",
    "language": "language",
    "type": "(?:reference|item|document|publication) type",
    "id": "id|key|record number|(?:citation|cite|bibtex) ?key",
}
_FIELDS = {label: re.compile(words, re.I) for label, words in _LABELS.items()}
_ANY = "|".join(_LABELS.values())
_TAG = re.compile(
    rf"{tagged.BEFORE_TAG}[ \t]*(?:[-*•#]+[ \t]+)?(?:\*\*|__)?(?P<label>{_ANY})(?:\*\*|__)?[ \t]*"
    # Emphasis or `Abstract` alone in its line need no colon.
    r"(?:(?:[:：]|[—–])(?:\*\*|__)?|(?<=\*\*)\Z|(?<=__)\Z|(?<=abstract)\Z)[ \t]*",
    re.I,
)
_ONCE = frozenset(["title", "authors", "abstract", "doi", "arxiv", "pmid", "venue"])
_BELOW_A_TITLE = frozenset(["authors", "abstract", "doi", "arxiv", "venue", "year", "address", "keywords", "type"])
_TELLING = frozenset(["title", "abstract", "authors"])
_ID_BEHIND = re.compile(
    r"\s*(?:[(\[]?((?:arxiv|doi):\s?[^\s()\[\]]+|https?://[^\s()\[\]]+)[)\].]*|[(\[]([0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?)[)\].]*)\s*\Z",
    re.I | re.A,
)
"""An id at the end of an abstract."""
_HEADING = re.compile(r"#{1,3}[ \t]+(?=\S)")
_ID = "an id in its line"
_SAMPLE = 20_000
_PARAGRAPH = 80
"""A paragraph of an abstract has this many characters; what is shorter behind a blank line is a heading."""


def looks_like(text: str) -> bool:
    """The first line is a field, and near the beginning there are two of a paper, a title or an abstract among them; or
    several abstracts; or nothing but a title."""
    sheet = Sheet(text[:_SAMPLE], "", NAME)
    found = [("" if field == _ID else field, blank) for field, _, _, _, blank in _lines(sheet)][:60]
    fields = [field for field, _ in found if field]
    if not fields or not found[0][0]:
        return False
    if found == [("title", False)]:
        return True
    first = text[: sheet.lines[0][1]] if found[0] == ("title", False) else ""
    if _HEADING.match(first) and not _TAG.match(first) and "authors" not in fields:
        return False  # of a page, with its date below
    return ("title" in fields or "abstract" in fields) and (len(set(fields)) > 1 or fields.count("abstract") > 1)


def read(text: str, path: str) -> Iterator[Item]:
    """The papers of a file and what stands between them, in order."""
    sheet = Sheet(text, path, NAME)
    yield from tagged.read(sheet, _lines(sheet), _begins, _entry)


def _lines(sheet: Sheet) -> Iterator[tagged.Line]:
    """Every line that is not blank, as `tagged.lines` has them, with the field instead of the label. A Markdown heading
    right above a field is a title."""
    heading: tagged.Line | None = None
    for label, value, start, end, blank in tagged.lines(sheet, _TAG):
        field = field_of(label) if label else ""
        if heading:
            named = _HEADING.sub("", heading[1])
            yield ("title", named, *heading[2:]) if field in _BELOW_A_TITLE else heading
            heading = None
        line = field or (_ID if _is_id(value) else ""), value, start, end, blank
        if not field and _HEADING.match(value):
            heading = line
        else:
            yield line
    if heading:
        yield heading


def field_of(label: str) -> str:
    """The field that a label names; empty for none."""
    return next((field for field, words in _FIELDS.items() if words.fullmatch(label)), "")


def _begins(found: tagged.Entry | None, line: tagged.Line) -> bool:
    """Whether a line begins another paper, or what is none."""
    field, value, _, _, blank = line
    if found is None:
        return field not in ("", _ID)
    if field in ("", _ID):  # a further paragraph of the abstract?
        if len(value) > 2 and not set(value) - set("-=*_") and found.values[-1][0] != "title":
            return True  # a line between papers, not below a heading
        return blank and not (found.values[-1][0] == "abstract" and len(value) >= _PARAGRAPH)
    had = [name for name, _ in found.values]
    if field == "title" and blank and _TELLING.intersection(had):
        return True
    if field == had[0] and (blank or had[-1] == "abstract"):
        return True
    return field in _ONCE and field in had


def _is_id(line: str) -> bool:
    """`(arXiv:2105.04321)`, `https://doi.org/10.1234/abc`"""
    bare = line.strip("()[]. ")
    return len(bare) < 200 and bool(identifiers.arxiv_id(bare) or identifiers.doi(bare))


def _entry(sheet: Sheet, found: tagged.Entry) -> Iterator[Item]:
    yield from entry.record(sheet, *sheet.ink(found.start, found.end), fields(found))


def fields(found: tagged.Entry) -> entry.Fields:
    """What the lines of a paper say."""
    values = {field: [_bare(value) for value in said] for field, said in found.by_tag("\n").items()}

    def first(field: str) -> str:
        return " ".join(values.get(field, [""])[0].split())

    abstract = "\n\n".join(values.get("abstract", ()))
    said = (word for field, lines in found.values if field in ("address", _ID) for word in " ".join(lines).split())
    addresses = [word for word in (word.strip("()[].,*") for word in said) if "://" in word or _is_id(word)]
    if behind := _ID_BEHIND.search(abstract[-300:]):
        abstract = abstract[: len(abstract) - len(behind[0])]
        addresses.append(behind[1] or behind[2])
    authors, others = entry.names(name for said in values.get("authors", ()) for name in entry.split_names(said))
    return entry.Fields(
        id=first("id"),
        type=entry.record_type(first("type")),
        title=first("title"),
        authors=authors,
        others=others,
        abstract=abstract,
        venue=first("venue"),
        year=first("year"),
        volume=first("volume"),
        number=first("number"),
        pages=first("pages"),
        publisher=first("publisher"),
        doi=first("doi"),
        arxiv=first("arxiv"),
        created=entry.day_of(first("created")),
        updated=entry.day_of(first("updated")),
        other_ids=[("pmid", said) for said in values.get("pmid", ()) if said.isdecimal()],
        addresses=addresses,
        keywords=[word.strip() for said in values.get("keywords", ()) for word in re.split(r"[;,\n]", said)],
        notes=values.get("notes", ()),
        comments=values.get("comments", ()),
        affiliations=values.get("affiliations", ()),
        language=first("language"),
    )


def _bare(value: str) -> str:
    """Without the marks of emphasis around a whole value."""
    return value.strip().strip("*_").strip() if value[:1] in "*_" else value
