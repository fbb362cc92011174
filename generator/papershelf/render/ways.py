"""The ways from a paper's page to the paper elsewhere, besides arXiv and DOI."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from papershelf import catalogues
from papershelf.model import Paper

MOST = 3
"""Pages that no catalogue names which are shown as links of their own; the rest stands in the details."""


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    """`PubMed`, `example.org`"""
    address: str


def ways(paper: Paper) -> tuple[list[Way], list[Way]]:
    """Those to show first, and the others; each page once."""
    known = {catalogues.address(scheme, ident): catalogues.name(scheme) for scheme, ident in paper.other_ids}
    known.pop("", None)
    first = [Way(name, address) for address, name in known.items()]
    seen = {_page(address) for address in known}
    others: list[Way] = []
    for address in paper.addresses:
        if _page(address) not in seen:
            seen.add(_page(address))
            others.append(Way(_host(address), address))
    return [*first, *others[:MOST]], others[MOST:]


def ids(paper: Paper) -> list[tuple[str, str]]:
    """The ids that lead nowhere, by catalogue: `("ISBN", "978…")`."""
    return [(catalogues.name(each), ident) for each, ident in paper.other_ids if not catalogues.address(each, ident)]


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address


def _page(address: str) -> str:
    return address.partition("://")[2].removeprefix("www.").rstrip("/")
