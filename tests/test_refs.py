"""How people name papers and records."""

from __future__ import annotations

import pytest

from papershelf import refs


@pytest.mark.parametrize(
    ("ref", "normal"),
    [
        ("2309.00267", "2309.00267"),
        (" arXiv:2309.00267v2 ", "2309.00267"),
        ("https://arxiv.org/pdf/2309.00267v1.pdf", "2309.00267"),
        ("2309-00267", "2309.00267"),
        ("2309-00267v3", "2309.00267"),
        ("CS/0112017", "cs/0112017"),
        ("cs-0112017", "cs/0112017"),
        ("hep-th-9901001v2", "hep-th/9901001"),
        ("cs-99", "cs-99"),
        ("papers/2309.00267/", "2309.00267"),
        ("https://example.org/list/papers/2309.00267/#cite", "2309.00267"),
        ("docs/papers/2309.00267.md", "2309.00267"),
        ("/papers/a-title-of-a-paper/", "a-title-of-a-paper"),
        ("https://doi.org/10.5555/ABC", "10.5555/abc"),
        ("10.48550/arXiv.2309.00267", "2309.00267"),
        ("r-0123456789", "r-0123456789"),
        ("nothing known", "nothing known"),
        ("", ""),
    ],
)
def test_every_form_has_one_spelling(ref: str, normal: str) -> None:
    assert refs.normal(ref) == normal


@pytest.mark.parametrize(
    ("ref", "page"), [("cs/0112017", "cs-0112017"), ("10.5555/ABC", "doi-10.5555-abc"), ("a-slug", "a-slug")]
)
def test_a_page_is_named_by_its_id(ref: str, page: str) -> None:
    assert refs.page(ref) == page


@pytest.mark.parametrize(
    ("ref", "known"), [("2309.00267", True), ("r-0123456789", True), ("10.5555/a", True), ("RLAIF", False)]
)
def test_only_ids_and_keys_name_records(ref: str, known: bool) -> None:
    assert refs.is_reference(ref) is known
