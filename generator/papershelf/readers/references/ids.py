"""The ids and addresses in a reference."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papershelf import identifiers
from papershelf.readers.pointers import pointer

_ARXIV = re.compile(
    (
        rf"(?:arxiv\s?:\s?|arxiv\.org/(?:abs|pdf)/|\babs/|\barxiv(?:\s(?:preprint"
        rf"|e-prints?))?,?\s)({identifiers.ARXIV_ID})(?:v([1-9][0-9]?))?(?![\w/])"
    ),
    re.I | re.A,
)
_DOI = re.compile(
    r"(?:\bdoi\s?[:.]?\s{0,2}|https?://(?:dx\.|www\.)?doi\.org/|(?<![\w/.]))(10\.[0-9]{4,9}/[^\s\"“”<>]+)", re.I | re.A
)
_ADDRESS = re.compile(r"(?:\bURL:?\s*)?(?:<|\\url\{)?(https?://[^\s<>\"“”{}]+)[>}]?", re.I)
_OF_PUBMED = re.compile(r"\bPMC?ID:\s?(?:(?P<pmid>[0-9]{4,9})|(?P<pmcid>PMC[0-9]{4,9}))\b[.;]?\s?", re.A)


@dataclass(frozen=True, slots=True)
class Ids:
    """What a reference is called elsewhere; empty where it does not say."""

    arxiv: str
    doi: str
    addresses: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    """(scheme, id): `pmid`, `pmcid`."""


def ids_in(text: str) -> tuple[Ids, str]:
    """The ids of a reference, and its text without them. Two different ids of a kind say that two references ran
    together: none is sure then."""
    arxiv: dict[str, str] = {}
    for m in _ARXIV.finditer(text):
        ident = identifiers.canonical(m[1])
        arxiv[ident] = f"{ident}v{m[2]}" if m[2] else ident
    doi = dict.fromkeys(found for m in _DOI.finditer(text) if (found := identifiers.doi(m[1])))
    for found in list(doi):
        if of_arxiv := identifiers.arxiv_id(found):
            arxiv.setdefault(of_arxiv[0], of_arxiv[0])
            del doi[found]
    addresses = []
    for m in _ADDRESS.finditer(text):
        address = m[1].rstrip(".,;:)]")
        what = pointer(address)
        if not (what and (what.arxiv or what.doi)):
            addresses.append(address)
    others = dict.fromkeys((m.lastgroup or "", m[m.lastgroup or 0]) for m in _OF_PUBMED.finditer(text))
    ids = Ids(
        arxiv=next(iter(arxiv.values())) if len(arxiv) == 1 else "",
        doi=next(iter(doi)) if len(doi) == 1 else "",
        addresses=tuple(addresses),
        others=tuple(others) if len({scheme for scheme, _ in others}) == len(others) else (),
    )
    return ids, " ".join(_OF_PUBMED.sub(" ", _DOI.sub(" ", _ADDRESS.sub(" ", text))).split())
