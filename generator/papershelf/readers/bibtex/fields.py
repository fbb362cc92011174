"""The fields of a BibTeX or BibLaTeX entry → `entry.Fields`.

Names of fields: "BibTeXing" and the BibLaTeX manual, section 2.2; besides these what programs write: arXiv, INSPIRE,
Zotero, Mendeley (`arxivid`, `mendeley-tags`), JabRef (`groups`, `comment`), BibDesk (`bdsk-url-1`), DBLP (`biburl`),
Scopus (`author_keywords`), Crossref, the ACL Anthology.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from papershelf.model import RecordType
from papershelf.readers.bibtex.braces import readable, unprotected
from papershelf.readers.bibtex.dates import when
from papershelf.readers.bibtex.people import people
from papershelf.readers.bibtex.values import ADDRESS, addresses, items, verbatim
from papershelf.readers.entry import Fields, record_type

_TYPES: dict[str, RecordType] = {
    "conference": "paper-conference",
    "manual": "book",
    "bachelorsthesis": "thesis",
    "review": "review",
    "suppperiodical": "article-journal",
    "jurisdiction": "legal_case",
    "legislation": "bill",
    "movie": "motion_picture",
    "video": "motion_picture",
    "misc": "",
}
"""Where BibTeX's word means something else than in other formats, or is used by BibTeX only."""
_MAY_BE_PREPRINTS = ("misc", "article", "online", "unpublished", "techreport", "report")
_SUBTYPES: dict[str, RecordType] = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_WHOLE = frozenset({"book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference"})
_PAGES = ("pages", "eid", "article-number", "articleno")
_PUBLISHERS = ("publisher", "school", "institution", "organization")
_OTHER_VENUES = ("eventtitle", "shortjournal", "conference")
_LANGUAGES = ("langid", "language", "lang")
_LICENCES = ("license", "licence", "copyright")
"""The last is DataCite's word: https://citation.doi.org/docs.html"""
_ADDRESSES = ("link", "ee", "pdf", "howpublished")
_NOTES = frozenset({"note", "annote", "annotation", "addendum", "review", "comment", "comments"})
_KEYWORDS = ("keywords", "keyword", "author_keywords", "mendeley-tags", "tags")
_COLLECTIONS = ("groups", "mendeley-groups")
_IDS = ("pmid", "pmcid", "issn")
_EPRINTS = {"pubmed": "pmid", "pmid": "pmid", "hal": "hal", "jstor": "jstor", "pmc": "pmcid"}
_ARXIV = re.compile(r"(?:https?://)?arxiv", re.I)
_DBLP = re.compile(r"https?://dblp[^/]*/rec/(?:bib\d?/)?([^\s]+?)(?:\.bib)?", re.I)
_ONLY_AN_ADDRESS = re.compile(r"\W*(?:(?:available|online|see|url|at)\b\W*)*", re.I)
_COMMENT = re.compile(r" (?=Comments?: )")
"""What arXiv knows as comment; Zotero writes it behind the id."""
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")


def meaning(kind: str, key: str, fields: Mapping[str, str]) -> Fields:
    """What an entry of type `kind` says."""
    get = fields.get
    venue = _venue(kind, fields)
    arxiv, eprint_ids, found = _eprint(fields)
    pages = _first(fields, _PAGES)
    if _ARXIV.match(pages):  # the Astrophysics Data System writes the id there
        arxiv, pages = arxiv or pages, ""
    notes: list[str] = []
    for name, text in fields.items():
        if name in _NOTES or name.startswith("comment-"):
            note, in_note = _note(text)
            found += in_note
            notes += [note] if note else []
        elif name in _ADDRESSES or name.startswith("bdsk-url"):
            found += addresses(text)
        elif name == "url":  # a wrong one is worth a word
            found += addresses(text) if "://" in text else [verbatim(text)]
    authors, others = people(get("author") or get("authors", ""))
    year, month, day = when(fields)
    return Fields(
        id=key,
        type=_type(kind, fields, bool(arxiv) and not venue, bool(found)),
        title=_titled(fields, "title"),
        authors=authors,
        others=others,
        abstract=unprotected(get("abstract", "")),
        venue=venue,
        year=_line(year),
        month=month,
        day=day,
        volume=_line(get("volume", "")),
        # BibLaTeX's `issue` is a name such as `Spring`, but many write the number there.
        number=_first(fields, ("number", "issue")),
        pages=pages,
        publisher=_first(fields, _PUBLISHERS),
        doi=verbatim(get("doi", "")),
        arxiv=arxiv,
        category=verbatim(get("primaryclass") or get("eprintclass", "")) if arxiv else "",
        addresses=found,
        other_ids=[*eprint_ids, *_other_ids(fields)],
        keywords=_list(fields, _KEYWORDS),
        collections=_list(fields, _COLLECTIONS),
        notes=notes,
        language=readable(_first(fields, _LANGUAGES)),
        licence=readable(_first(fields, _LICENCES)),
    )


def _line(text: str) -> str:
    """A short value in one line, without braces that only protect."""
    return " ".join((unprotected(text) if "{" in text else text).split())


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str:
    return next((_line(fields[name]) for name in names if name in fields), "")


def _type(kind: str, fields: Mapping[str, str], is_preprint: bool, is_page: bool) -> RecordType:
    if is_preprint and kind in _MAY_BE_PREPRINTS:
        return "article"
    if kind == "article" and "entrysubtype" in fields:
        return _SUBTYPES.get(fields["entrysubtype"].lower(), "article-journal")
    if kind == "misc" and is_page and "howpublished" in fields:
        return "webpage"
    return _TYPES[kind] if kind in _TYPES else record_type(kind)


def _titled(fields: Mapping[str, str], name: str) -> str:
    """A title with its subtitle."""
    title = _line(fields.get(name, ""))
    subtitle = fields.get(name.removesuffix("title") + "subtitle")
    if not subtitle:
        return title
    return f"{title}{'' if title[-1:] in '?!:.' else ':'} {_line(subtitle)}".strip()


def _venue(kind: str, fields: Mapping[str, str]) -> str:
    for name in ("journaltitle", "journal", "booktitle"):
        # A book's own booktitle is there for the chapters that refer to it.
        if name in fields and not (name == "booktitle" and kind in _WHOLE):
            return _titled(fields, name)
    how = fields.get("howpublished", "")
    return _first(fields, _OTHER_VENUES) or ("" if "://" in how or "\\url" in how else _line(how))


def _list(fields: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [_line(item) for name in names if name in fields for item in items(fields[name])]


def _note(text: str) -> tuple[str, list[str]]:
    """A note, and the addresses in it where it says nothing more."""
    if "\\url" in text:
        text = _URL.sub(r"\1", text)
    text = _COMMENT.sub("\n", "\n".join(map(_line, text.splitlines())))
    found = addresses(text)
    return ("", found) if found and _ONLY_AN_ADDRESS.fullmatch(ADDRESS.sub("", text)) else (text, [])


def _eprint(fields: Mapping[str, str]) -> tuple[str, list[tuple[str, str]], list[str]]:
    """What the eprint fields state: an arXiv id, another id, or an address."""
    text = verbatim(fields.get("eprint") or fields.get("arxivid") or fields.get("arxiv", ""))
    if not text:
        return "", [], []
    kind = _line(fields.get("eprinttype") or fields.get("archiveprefix", "")).lower()
    if kind in _EPRINTS:
        return "", [(_EPRINTS[kind], text)], []
    if "://" in text:
        return "", [], [text]
    if kind.startswith("arxiv") or "eprint" not in fields:
        return text, [], []
    if kind:
        return "", [], []
    return (text, [], []) if re.search(r"\d{4}\.\d{4}|/\d{7}", text) else ("", [], [])


def _other_ids(fields: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for scheme in _IDS:
        if scheme in fields:
            for number in re.split(r"[,;/\s]+", verbatim(fields[scheme])):
                if any(map(str.isdecimal, number)):
                    yield scheme, number.strip("().:")
    if "isbn" in fields:
        for number in re.findall(r"[\dXx]{9,13}", re.sub(r"(?<=\d)[- ‐–](?=[\dXx])", "", verbatim(fields["isbn"]))):
            yield "isbn", number.upper()
    if (m := _DBLP.fullmatch(fields.get("biburl", ""))) is not None:
        yield "dblp", m[1]
