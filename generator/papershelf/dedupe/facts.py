"""A record as the rules see it: texts normalised once, ids in one spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from papershelf import identifiers
from papershelf.model import Record
from papershelf.text import fold

TITLE, ABSTRACT = 500, 6000
"""Characters that are looked at: no title or abstract needs more, and texts are compared in quadratic time."""
START = 120
"""Characters of an abstract that say how it begins."""

_TEX_FORMAT = re.compile(r"\\(?:emph|text[a-z]+|math[a-z]+|em|it|bf|rm|tt|sc|sf)\b")
_TEX_ACCENT = re.compile(r"\\(?:[`'^\"~=.]\s*|[uvHcdbkrt](?=\s*[{\s])\s*)\{?\\?([^\W\d_])\}?")
_NOT_WORD = re.compile(r"[\W_]+")
_FOOT = re.compile(r"\W*(?:…|\.\.\.)\W*(?:▽?\s*more)?\W*\Z", re.I)


def words(text: str | None, limit: int = TITLE) -> str:
    """`text` in small letters without accents, TeX formatting and punctuation: words with one space between."""
    if not text:
        return ""
    text = text[:limit]
    if "\\" in text:
        text = _TEX_ACCENT.sub(r"\1", _TEX_FORMAT.sub(" ", text))
    return _NOT_WORD.sub(" ", fold(text)).strip()


@dataclass(frozen=True, slots=True)
class Facts:
    """What one record says, made comparable. Absent facts are empty."""

    index: int
    """Its number among all records, in the order of their places."""
    record: Record
    arxiv: str
    doi: str
    """The publisher's: a DOI of arXiv (10.48550/arXiv.…) is an arXiv id."""
    title: str
    titles: tuple[str, ...]
    """`title` and the titles that earlier versions had."""
    heading: str
    possible: tuple[str, ...]
    """What its title may be: `titles`, else those of the ways to split its heading."""
    text: str
    """The abstract as written."""
    abstract: str
    start: str
    cut: bool
    """The abstract ends in `…`: its source shows the beginning only."""
    dates: tuple[date, ...]
    """Days of the first version and of the one described."""
    issued: tuple[int, int] | None
    """Year and month in which the arXiv id was issued."""
    authors: frozenset[str]
    """Last words of their names; the first author's too."""
    first_author: str


def facts(index: int, record: Record) -> Facts:
    """The facts of `record`, which is number `index`."""
    stated_doi = identifiers.doi(record.doi) if record.doi else None
    as_arxiv = identifiers.arxiv_id(stated_doi) if stated_doi else None
    found = identifiers.arxiv_id(record.arxiv) if record.arxiv else as_arxiv
    arxiv = found[0].lower() if found else (record.arxiv or "").lower()
    title = words(record.title)
    earlier = (words(other) for other in record.earlier_titles)
    surnames = [surname(name) for name in record.authors]
    abstract = words(record.abstract, ABSTRACT)
    titles = tuple(dict.fromkeys(t for t in (title, *earlier) if t))
    return Facts(
        index=index,
        record=record,
        arxiv=arxiv,
        doi="" if as_arxiv else stated_doi or (record.doi or "").lower(),
        title=title,
        titles=titles,
        heading=words(record.heading),
        possible=titles or tuple(dict.fromkeys(t for split in record.splits if (t := words(split.title)))),
        text=(record.abstract or "")[:ABSTRACT],
        abstract=abstract,
        start=abstract[:START],
        cut=bool(record.abstract and _FOOT.search(record.abstract[-40:])),
        dates=tuple(day for day in (record.created, record.updated) if day),
        issued=identifiers.arxiv_year_month(arxiv) if found else None,
        authors=frozenset(filter(None, surnames)),
        first_author=surnames[0] if surnames else "",
    )


def surname(name: str) -> str:
    """The word of a name that two spellings of it have in common: the last one, or the one before a comma."""
    before, comma, _ = name.partition(",")
    found = words(before if comma else name).split()
    return found[-1] if found else ""
