"""When two records are about the same paper: rules in words, strongest first.

ids      what names a paper and no other
titles   titles, with authors and where it was published
texts    headings and abstracts, with days and titles
finding  what a rule says
"""

from __future__ import annotations

from collections.abc import Callable

from papershelf.dedupe.compare import Pair
from papershelf.dedupe.rules.finding import LONG, Finding
from papershelf.dedupe.rules.ids import same_arxiv_id, same_doi, same_other_id
from papershelf.dedupe.rules.texts import (
    abstract_cut_short,
    alike_abstract,
    same_abstract,
    same_day,
    same_heading,
    same_month,
)
from papershelf.dedupe.rules.titles import alike_title, same_column, same_pages, same_title, title_cut_short

__all__ = ["ARXIV", "CERTAIN", "LONG", "RULES", "SAME_PAGES", "Finding"]

ARXIV = "same arXiv id"
SAME_PAGES = "same pages"
RULES: dict[str, Callable[[Pair], Finding | None]] = {
    ARXIV: same_arxiv_id,
    "same DOI": same_doi,
    "same other id": same_other_id,
    SAME_PAGES: same_pages,
    "same heading": same_heading,
    "same abstract": same_abstract,
    "same title": same_title,
    "abstract cut short": abstract_cut_short,
    "same day": same_day,
    "same month": same_month,
    "alike abstract": alike_abstract,
    "alike title": alike_title,
    "same column": same_column,
    "title cut short": title_cut_short,
}
CERTAIN = frozenset({ARXIV, "same DOI", "same other id"})
"""Rules on ids: no text speaks against them, but a title may speak against a DOI."""
