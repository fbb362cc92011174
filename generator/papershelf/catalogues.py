"""Catalogues of papers besides arXiv and DOI: what they are called, and where an id of theirs leads.

Addresses as the catalogues themselves give them (2024-2025); an id that does not look like one of theirs leads nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Catalogue:
    name: str
    page: str = ""
    """Address of an entry, `{}` for its id; empty where there is none."""
    pattern: str = r"[\w./-]{1,100}"
    """What an id looks like."""


CATALOGUES = {
    "acl": Catalogue("ACL Anthology", "https://aclanthology.org/{}/", r"[A-Z]\d\d-\d{4,5}|\d{4}\.[\w.-]{1,60}"),
    "openreview": Catalogue("OpenReview", "https://openreview.net/forum?id={}", r"[\w-]{5,40}"),
    "pmid": Catalogue("PubMed", "https://pubmed.ncbi.nlm.nih.gov/{}/", r"\d{1,10}"),
    "pmcid": Catalogue("PubMed Central", "https://pmc.ncbi.nlm.nih.gov/articles/{}/", r"PMC\d{1,10}"),
    "corpusid": Catalogue("Semantic Scholar", "https://api.semanticscholar.org/CorpusID:{}", r"\d{1,12}"),
    "semanticscholar": Catalogue("Semantic Scholar", "https://www.semanticscholar.org/paper/{}", r"[0-9a-f]{40}"),
    "dblp": Catalogue("DBLP", "https://dblp.org/rec/{}", r"[a-z]+/[\w./-]{1,100}"),
    "isbn": Catalogue("ISBN"),
    "issn": Catalogue("ISSN"),
}


def name(scheme: str) -> str:
    """`PubMed` of `pmid`; a scheme that is not known here is its own name."""
    known = CATALOGUES.get(scheme)
    return known.name if known else scheme


def address(scheme: str, ident: str) -> str:
    """The page about the entry `ident`; empty where there is none."""
    known = CATALOGUES.get(scheme)
    if known is None or not known.page or not re.fullmatch(known.pattern, ident, re.ASCII):
        return ""
    return known.page.format(ident)
