"""A paper as the head of its page states it: the item that exports are made from, and what a page has besides."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from papershelf import identifiers, licences, text
from papershelf.exports import csl
from papershelf.exports.persons import Person, persons
from papershelf.model import Paper, RecordType

ABSTRACT = 6_000  # characters: three times what arXiv takes; it stands in the head twice
_PATH = "/:?#@=&;,+%~.-_!$()"


@dataclass(frozen=True, slots=True)
class Facts:
    """Plain text, not escaped for any target."""

    paper: Paper
    item: csl.Item
    """As `exports.csl` has it."""
    type: RecordType
    title: str
    """As the page is headed, also where no source states a title."""
    authors: tuple[Person, ...]
    issued: tuple[int, ...]
    """Year, month and day of the form that is cited, as far as they are known."""
    doi: str
    pdf: str
    """Address of the paper as a PDF."""
    public: str
    """Where it can be read, or at least is described, elsewhere."""
    cite_as: str
    """The address that lasts: its DOI's, else arXiv's."""
    licence: str
    """Address of the licence of the paper itself."""

    @classmethod
    def of(cls, paper: Paper) -> Facts:
        item = csl.item(paper)
        doi = item.get("DOI", "")
        resolver = f"https://doi.org/{quote(doi, safe='/')}" if doi else ""
        arxiv = identifiers.arxiv_url(paper.arxiv) if paper.arxiv else ""
        licence = licences.licence(paper.licence)
        return cls(
            paper=paper,
            item=item,
            type=item["type"],
            title=text.readable_title(paper.label) or paper.id,
            authors=tuple(persons(paper)),
            issued=tuple(csl.issued(paper)),
            doi=doi,
            pdf=_pdf(paper),
            public=_web(item.get("URL", "")) or resolver,
            cite_as=resolver or arxiv,
            licence=licence.address if licence else "",
        )

    @property
    def date(self) -> str:
        """`2024-01-02`, `2024-01`, `2024`; empty where nothing tells."""
        return "-".join(f"{part:02}" for part in self.issued)

    @property
    def abstract(self) -> str:
        return text.one_line(self.item.get("abstract", ""), ABSTRACT)


def _pdf(paper: Paper) -> str:
    if paper.arxiv:
        return identifiers.arxiv_url(paper.arxiv, "pdf")
    return next((_web(each) for each in paper.addresses if _web(each) and _is_pdf(each)), "")


def _is_pdf(address: str) -> bool:
    return urlsplit(address).path.lower().endswith(".pdf")


def _web(address: str) -> str:
    """An address of the web, fit for an attribute; empty for any other."""
    return quote(text.clean(address), safe=_PATH) if text.is_web_address(address) else ""
