"""What says that a paper was withdrawn, and what only speaks of it. All comments are invented."""

from __future__ import annotations

import pytest

from papershelf.readers.notices import withdrawn


@pytest.mark.parametrize(
    "comment",
    [
        "This paper has been withdrawn by the author due to a crucial error in equation 3",
        "This paper is withdrawn. The manuscript is incomplete",
        "Withdrawn by the authors: Theorem 1 is wrong",
        "Withdrawn.",
        "withdrawn",
        "(withdrawn)",
        "Paper withdrawn",
        "Article withdrawn due to an error",
        "12 pages. This submission has been withdrawn by arXiv administrators",
        "arXiv admin: This submission has been withdrawn due to disputed authorship",
        "The authors have withdrawn this paper",
        "We withdraw this manuscript because of a mistake in Lemma 2",
        "This version has been temporarily withdrawn",
        "The paper has been retracted",
        "Lemma 4 is wrong, so this paper has been withdrawn",
        "Withdrawn from arXiv by the authors",
    ],
)
def test_a_withdrawn_paper(comment: str) -> None:
    assert withdrawn((comment,), None)


@pytest.mark.parametrize(
    "comment",
    [
        "the authors withdrew the claim",
        "Withdrawn from ICLR 2020",
        "This paper was withdrawn from NeurIPS 2023 for lack of time",
        "Paper withdrawn by the authors from ICML",
        "Theorem 2 of this paper has been withdrawn",
        "An earlier version of this paper was withdrawn",
        "This paper has not been withdrawn",
        "A study of withdrawn papers",
        "Withdrawn papers, counted",
        "Money is withdrawn, and paper burns",
        "Replaces a withdrawn paper",
        "18 pages",
        "",
    ],
)
def test_what_only_speaks_of_it(comment: str) -> None:
    assert not withdrawn((comment,), None)


def test_a_notice_in_place_of_the_abstract() -> None:
    assert withdrawn((), "This paper has been withdrawn by the author, due a crucial error in Section 2.")
    assert not withdrawn((), "Withdrawn: what users of banks do when their money is gone. We ask ten of them.")
    assert not withdrawn((), "We study how papers are withdrawn. The work is done by hand.")
