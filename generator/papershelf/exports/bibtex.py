"""A paper as an entry of BibTeX or BibLaTeX.

Formats: "BibTeXing" (Patashnik 1988), https://info.arxiv.org/help/hypertex/bibstyles/ for the eprint fields, and
https://ctan.org/pkg/biblatex (2.1 entry types, 2.2.2 fields). `eprinttype` and `eprintclass` are biblatex's names for
what BibTeX styles call `archivePrefix` and `primaryClass`; Zotero knows only the former, so BibTeX gets both. Names
that a source does not set apart stay as stated; BibTeX takes them apart. Abstracts are for reference managers, not for
LaTeX: RIS and CSL-JSON have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from papershelf import names, text
from papershelf.exports import csl
from papershelf.exports.tex import escape, tex, verbatim
from papershelf.model import Paper, RecordType

_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv)\.?", re.I)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What BibTeX and BibLaTeX call differently."""

    types: Mapping[RecordType, str]
    """Types of CSL -> entry types; what is not there is `misc`."""
    fields: Mapping[str, Mapping[str, str]]
    """Entry type -> variable of CSL -> field; `""` for all other entry types."""


BIBTEX = Dialect(
    {
        "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
        "review": "article", "paper-conference": "inproceedings", "chapter": "incollection",
        "entry-encyclopedia": "incollection", "book": "book", "thesis": "phdthesis", "report": "techreport",
    },
    {
        "article": {"container-title": "journal"},
        "inproceedings": {"container-title": "booktitle"},
        "incollection": {"container-title": "booktitle"},
        "phdthesis": {"publisher": "school"},
        "techreport": {"publisher": "institution", "collection-title": "howpublished"},
        "": {"container-title": "howpublished", "collection-title": "series", "issue": "number"},
    },
)  # fmt: skip
BIBLATEX = Dialect(
    {
        **BIBTEX.types, "article": "online", "webpage": "online", "post-weblog": "online", "thesis": "thesis",
        "report": "report", "software": "software", "patent": "patent",
        "manuscript": "unpublished", "entry-encyclopedia": "inreference",
    },
    {
        "article": {"container-title": "journaltitle"},
        "inproceedings": {"container-title": "booktitle"},
        "incollection": {"container-title": "booktitle"},
        "inreference": {"container-title": "booktitle"},
        "thesis": {"publisher": "institution"},
        "report": {"publisher": "institution"},
        "online": {"publisher": "organization", "container-title": "organization"},
        "misc": {"publisher": "organization"},
        "": {"container-title": "howpublished", "collection-title": "series", "issue": "number"},
    },
)  # fmt: skip


@lru_cache(maxsize=1 << 15)  # it stands on the paper's page, in lists, and in what the API says of the paper
def entry(paper: Paper) -> str:
    """As BibTeX, with the fields that are known and no others."""
    return _entry(paper, kind(paper), _bibtex(paper))


def biblatex(paper: Paper) -> str:
    """As BibLaTeX."""
    return _entry(paper, _kind(paper, BIBLATEX), _biblatex(paper))


def kind(paper: Paper) -> str:
    """By its type; where none is stated, `article` in a journal and `inproceedings` at a meeting. `misc` for a
    preprint, for what BibTeX has no entry for, and where the venue is neither that anybody knows of."""
    return _kind(paper, BIBTEX)


def _kind(paper: Paper, dialect: Dialect) -> str:
    return dialect.types.get(csl.type_of(paper), "misc")


def _entry(paper: Paper, kind: str, fields: Iterator[tuple[str, str]]) -> str:
    shown = "".join(f"  {name} = {{{value}}},\n" for name, value in dict(fields).items() if value)
    return f"@{kind}{{{csl.key(paper)},\n{shown}}}"


def _bibtex(paper: Paper) -> Iterator[tuple[str, str]]:
    yield from _who_and_what(paper)
    if parts := csl.issued(paper):
        yield "year", str(parts[0])
    yield from _place(paper, BIBTEX)
    if kind(paper) == "phdthesis":
        yield "type", "Thesis"  # BibTeX knows no thesis but a doctor's or a master's, and the source does not say
    yield from _ids(paper)
    if paper.arxiv:
        category = verbatim(paper.primary_category or "")
        yield "eprint", verbatim(paper.arxiv)
        yield "archivePrefix", "arXiv"
        yield "eprinttype", "arxiv"
        yield "primaryClass", category
        yield "eprintclass", category


def _biblatex(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "ids", ", ".join(paper.former_keys)  # under which texts may cite it still
    yield from _who_and_what(paper)
    # Not `date`: many programs that read BibLaTeX know only the fields it took over from BibTeX.
    yield from zip(("year", "month"), map(str, csl.issued(paper)), strict=False)
    yield from _place(paper, BIBLATEX)
    yield "type", {"thesis": "Thesis", "report": "Report"}.get(_kind(paper, BIBLATEX), "")
    yield from _ids(paper)
    if paper.arxiv:
        yield "eprint", verbatim(paper.arxiv)
        yield "eprinttype", "arxiv"
        yield "eprintclass", verbatim(paper.primary_category or "")


def _who_and_what(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.title:
        yield "title", f"{{{tex(paper.title)}}}"  # second braces: capitals stay
    stated = [_name(name, family) for name, family in zip_longest(paper.authors, paper.families, fillvalue="")]
    stated = [name for name in stated if name]
    if stated:
        yield "author", " and ".join(stated if paper.authors_complete else [*stated, "others"])


def _place(paper: Paper, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Where it came out. What CSL has for a preprint besides its server stands in the eprint fields."""
    item, entry_type = csl.item(paper), _kind(paper, dialect)
    own, others = dialect.fields.get(entry_type, {}), dialect.fields[""]
    if entry_type == "misc" and dialect is BIBTEX and "container-title" not in item:
        own = {"publisher": "howpublished"}  # which styles print, and a publisher not
    preprint = item["type"] == "article" and csl.on_arxiv(paper)
    for name in ("container-title", "collection-title", "volume", "issue", "number", "page", "publisher"):
        if name not in item or (preprint and name in ("publisher", "number")):
            continue
        field = own.get(name) or others.get(name) or {"page": "pages"}.get(name, name)
        value = item[name].replace("-", "--", 1) if name == "page" else item[name]
        yield field, escape(value)


def _ids(paper: Paper) -> Iterator[tuple[str, str]]:
    item = csl.item(paper)
    for name in ("ISBN", "ISSN"):
        yield name.lower(), escape(item.get(name, ""))
    yield "doi", verbatim(item.get("DOI", ""))
    if not paper.arxiv:
        yield "url", verbatim(item.get("URL", ""))
    yield "note", escape(paper.notice.capitalize())


@lru_cache(maxsize=1 << 14)
def _name(name: str, family: str = "") -> str:
    """`Family, Given` where the source sets the family name apart, so that BibTeX need not guess which particles are
    part of it. Braces keep together what is no person's name, and what BibTeX would take for two names or for `Last,
    First`."""
    plain, family = text.to_plain(name), text.to_plain(family)
    if family and family != plain and not names.is_collective(name):
        given, found, suffix = plain.rpartition(f" {family}")
        if found and given and (not suffix or _SUFFIX.fullmatch(suffix)):
            return ", ".join(map(_part, filter(None, (family, suffix.strip(" ,"), given))))
        if plain.startswith(f"{family} "):
            return f"{_part(family)}, {_part(plain.removeprefix(family).strip())}"
    return _part(plain, names.is_collective(name) or (family == plain and " " in plain))


def _part(plain: str, together: bool = False) -> str:
    escaped = escape(plain)
    return f"{{{escaped}}}" if together or "," in escaped or re.search(r"\band\b", escaped, re.I) else escaped
