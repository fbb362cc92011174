"""Rules on ids: no text speaks against them, but a title may."""

from __future__ import annotations

from papershelf.dedupe import guards
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.rules.finding import Finding


def same_arxiv_id(pair: Pair) -> Finding | None:
    """Both state the same arXiv id, whatever the version. A title may change from version to version, or the authors
    may; where both are others, the id was copied from another paper."""
    if not pair.arxiv:
        return None
    copied = pair.titled and not pair.one_title and pair.no_author_shared
    doubt = "their titles differ, and they have no author in common" if copied else ""
    return Finding(100, (f"arXiv:{pair.arxiv} in both",), guards.never(pair) or doubt)


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
