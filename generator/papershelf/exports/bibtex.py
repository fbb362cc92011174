"""A paper as a BibTeX entry.

Format: "BibTeXing" (Patashnik 1988) and https://info.arxiv.org/help/hypertex/bibstyles/ for the eprint fields;
`eprinttype` and `eprintclass` are biblatex's names for the same. Names stay as stated; BibTeX takes them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf import names, text
from papershelf.model import Paper

LONGEST = 2_000  # characters of a field: enough for any real one
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SMALL = {
    "a",
    "an",
    "the",
    "on",
    "in",
    "of",
    "for",
    "to",
    "and",
    "at",
    "by",
    "from",
    "with",
    "via",
    "toward",
    "towards",
}
_JOURNAL = re.compile(
    r"\b(journal|transactions|letters|reviews?|annals|proceedings of the ieee|nature|science|tmlr|jmlr|plos)\b", re.I
)


def escape(plain: str) -> str:
    """`plain` as TeX text, on one line."""
    return "".join(_SPECIAL.get(c, c) for c in text.one_line(plain, LONGEST))


def key(paper: Paper) -> str:
    """`last[-last2|-etal]-year-firstword`, ASCII: `lee-etal-2023-rlaif`; parts unknown are left out, never empty."""
    families = [_ascii(name if names.is_collective(name) else names.parse(name).family) for name in paper.authors[:2]]
    if len(paper.authors) > 2 or (families and not paper.authors_complete):
        families = [*families[:1], "etal"]
    words = [_ascii(word) for word in re.split(r"[\s\-–—/:]+", text.to_plain(paper.title or ""))]
    word = next((word for word in words if word and word not in _SMALL), "")
    parts = [*families, str(paper.year or ""), word]
    return "-".join(part for part in parts if part) or _ascii(paper.id) or "paper"


def entry(paper: Paper) -> str:
    """The entry, with the fields that are known and no others."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(paper))
    return f"@{kind(paper)}{{{key(paper)},\n{fields}}}"


def kind(paper: Paper) -> str:
    """`misc` for a preprint; else `article` in what calls itself a journal, `inproceedings` at the rest."""
    if not paper.publication:
        return "misc"
    return "article" if _JOURNAL.search(paper.publication.venue) else "inproceedings"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.title:
        yield "title", f"{{{escape(text.to_plain(paper.title))}}}"  # second braces: capitals stay
    if paper.authors:
        stated = [_name(name) for name in paper.authors]
        yield "author", " and ".join(stated if paper.authors_complete else [*stated, "others"])
    publication = paper.publication
    year = (publication.year if publication else None) or paper.year
    if year:
        yield "year", str(year)
    if publication:
        yield ("journal" if kind(paper) == "article" else "booktitle"), escape(publication.venue)
        if publication.volume:
            yield ("volume" if publication.volume.isdigit() else "series"), escape(publication.volume)
        if publication.first_page:
            pages = dict.fromkeys(filter(None, (publication.first_page, publication.last_page)))
            yield "pages", escape("--".join(pages))
    if paper.doi:
        yield "doi", escape(paper.doi)
    elif paper.arxiv and not publication:
        yield "doi", escape(f"10.48550/arXiv.{paper.arxiv}")
    if paper.arxiv:
        yield "eprint", paper.arxiv
        yield "archivePrefix", "arXiv"
        yield "eprinttype", "arxiv"
        if paper.primary_category:
            yield "primaryClass", escape(paper.primary_category)
            yield "eprintclass", escape(paper.primary_category)


def _name(name: str) -> str:
    """Braces keep together what is no person's name, and what BibTeX would take for two names or for `Last, First`."""
    plain = escape(text.to_plain(name))
    together = names.is_collective(name) or "," in plain or re.search(r"\band\b", plain, re.I)
    return f"{{{plain}}}" if together else plain


def _ascii(word: str) -> str:
    folded = text.slug(word) if re.search(r"\w", word) else ""
    return folded.replace("-", "")
