"""What an answer changes, as a person reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from statements import ARXIV, CROSSREF, nothing, paper

from papershelf.lock.news import news
from papershelf.lock.statement import Statement
from papershelf.model import Publication

ACCEPTED = replace(CROSSREF, notice="")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (ARXIV, ARXIV, []),
        (None, ARXIV, []),
        (None, nothing("arXiv", "arXiv:2309.00267"), ["arXiv knows no arXiv:2309.00267"]),
        (None, nothing("Crossref", "doi:10.5555/ink"), ["Crossref knows no doi:10.5555/ink"]),
        (None, nothing("Crossref", "arXiv:2309.00267"), []),
        (nothing("arXiv", "a"), nothing("arXiv", "a"), []),
        (None, ACCEPTED, ["published at Quill Conference 2024, says Crossref"]),
        (
            replace(ACCEPTED, publication=None),
            ACCEPTED,
            ["now published at Quill Conference 2024, says Crossref"],
        ),
        (
            ACCEPTED,
            replace(ACCEPTED, publication=Publication("Annals of Ink 2025", 2025)),
            ["published at Annals of Ink 2025, says Crossref"],
        ),
        (ACCEPTED, CROSSREF, ["retracted, says Crossref"]),
        (CROSSREF, ACCEPTED, ["no longer retracted, says Crossref"]),
        (
            ARXIV,
            replace(ARXIV, notice="withdrawn", version=3),
            ["withdrawn, says arXiv", "new version v3 of 2023-12-01"],
        ),
        (ARXIV, replace(ARXIV, version=3, updated=date(2024, 5, 1)), ["new version v3 of 2024-05-01"]),
        (ARXIV, replace(ARXIV, doi="10.5555/x"), ["has the DOI 10.5555/x"]),
        (
            ARXIV,
            replace(ARXIV, authors=("Ada Moss", "Bo Lind"), version=3),
            ["authors changed in v3: with Bo Lind; without The Quill Team"],
        ),
        (ARXIV, replace(ARXIV, authors=ARXIV.authors[::-1]), ["authors changed: in another order"]),
        (
            None,
            replace(ARXIV, about="title: Rivers of ink / Moss", matched="title 98 % alike"),
            ["found by its title as arXiv:2309.00267 (title 98 % alike)"],
        ),
    ],
)
def test_news_is_what_a_reader_would_want_to_know(before: Statement | None, after: Statement, says: list[str]) -> None:
    assert [line.removeprefix("2309.00267: ") for line in news(paper(), before, after)] == says
