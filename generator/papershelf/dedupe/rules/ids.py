"""Rules on ids: no text speaks against them, but a title may."""

from __future__ import annotations

from papershelf.dedupe import guards
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.rules.finding import Finding


def same_arxiv_id(pair: Pair) -> Finding | None:
    """Both state the same arXiv id, whatever the version."""
    return Finding(100, (f"arXiv:{pair.arxiv} in both",), guards.never(pair)) if pair.arxiv else None


def same_doi(pair: Pair) -> Finding | None:
    """Both state the same DOI, unless their titles disagree: conference abstracts share the DOI of their supplement."""
    return _shared(pair, f"DOI {pair.doi}") if pair.doi else None


def same_other_id(pair: Pair) -> Finding | None:
    """Both state the same id of PubMed, the ACL Anthology, OpenReview or the like, unless their titles disagree."""
    return _shared(pair, pair.other_id) if pair.other_id else None


def _shared(pair: Pair, said: str) -> Finding | None:
    """Two titles by other people, or in other places, are not even worth a question."""
    doubt = guards.shared_id(pair)
    if doubt and (pair.published_apart or pair.authors is False or pair.strange_abstracts):
        return None
    return Finding(99, (f"{said} in both",), guards.never(pair) or doubt)
