"""arXiv ids, DOIs and categories, as people write and paste them."""

from __future__ import annotations

import pytest

from papershelf import identifiers


@pytest.mark.parametrize(
    ("text", "ident", "version"),
    [
        ("2407.14622", "2407.14622", None),
        (" 2407.14622v3 ", "2407.14622", 3),
        ("arXiv:2407.14622", "2407.14622", None),
        ("ARXIV: 2407.14622v12", "2407.14622", 12),
        ("0704.0001", "0704.0001", None),
        ("1412.6980v9", "1412.6980", 9),
        ("https://arxiv.org/abs/2407.14622", "2407.14622", None),
        ("http://www.arxiv.org/abs/2407.14622v2", "2407.14622", 2),
        ("arxiv.org/pdf/2407.14622", "2407.14622", None),
        ("https://arxiv.org/pdf/2407.14622v2.pdf", "2407.14622", 2),
        ("https://arxiv.org/html/2407.14622v1/", "2407.14622", 1),
        ("https://arxiv.org/abs/2407.14622?context=cs.LG", "2407.14622", None),
        ("https://arxiv.org/abs/2407.14622#comments", "2407.14622", None),
        ("https://export.arxiv.org/abs/hep-th/9901001", "hep-th/9901001", None),
        ("https://ar5iv.labs.arxiv.org/html/2407.14622", "2407.14622", None),
        ("https://huggingface.co/papers/2407.14622", "2407.14622", None),
        ("https://doi.org/10.48550/arXiv.2407.14622", "2407.14622", None),
        ("10.48550/arxiv.2407.14622", "2407.14622", None),
        ("math.GT/0309136", "math/0309136", None),
        ("math/0309136v2", "math/0309136", 2),
        ("HEP-TH/9901001", "hep-th/9901001", None),
        ("cs/0112017", "cs/0112017", None),
    ],
)
def test_an_arxiv_id_is_understood_in_every_form(text: str, ident: str, version: int | None) -> None:
    assert identifiers.arxiv_id(text) == (ident, version)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2407.1462",
        "2407.146222",
        "2413.00001",
        "2400.00001",
        "1412.69801",
        "0702.0001",
        "hep-th/9913001",
        "hep-th/990100",
        "hep-th/8901001",
        "foo/9901001",
        "2407.14622 and more",
        "see 2407.14622",
        "２４０７.14622",
        "2407.14622v0",
        "2407.14622v1204",
        "https://example.org/abs/2407.14622",
        "10.1000/2407.14622",
        "arXiv:",
    ],
)
def test_what_is_no_arxiv_id_is_none(text: str) -> None:
    assert identifiers.arxiv_id(text) is None


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.18653/v1/2023.acl-long.344", "10.18653/v1/2023.acl-long.344"),
        ("doi: 10.1000/ABC.", "10.1000/abc"),
        ("https://doi.org/10.1000/abc", "10.1000/abc"),
        ("http://dx.doi.org/10.1000/abc,", "10.1000/abc"),
        ("doi.org/10.1000%2Fabc", "10.1000/abc"),
        ("10.1016/S0140-6736(99)12345", "10.1016/s0140-6736(99)12345"),
        ("10.1002/(sici)1097(1998)", "10.1002/(sici)1097(1998)"),
        ("10.1000/abc)", "10.1000/abc"),
        ("10.1000/abc].", "10.1000/abc"),
    ],
)
def test_a_doi_is_written_in_one_way(text: str, doi: str) -> None:
    assert identifiers.doi(text) == doi


@pytest.mark.parametrize(
    "text", ["", "10.1000", "10.1000/", "10.1000/.,;", "11.1000/abc", "https://example.org/10.1000/abc", "10.1000/a b"]
)
def test_what_is_no_doi_is_none(text: str) -> None:
    assert identifiers.doi(text) is None


@pytest.mark.parametrize(
    ("ident", "year", "month"),
    [("2306.00186", 2023, 6), ("0704.0001", 2007, 4), ("hep-th/9901001", 1999, 1), ("cs/0112017", 2001, 12)],
)
def test_an_id_tells_when_it_was_issued(ident: str, year: int, month: int) -> None:
    assert identifiers.arxiv_year_month(ident) == (year, month)


@pytest.mark.parametrize(
    ("arxiv", "doi", "page"),
    [
        ("2507.05201", None, "2507.05201"),
        ("cs/0112017", None, "cs-0112017"),
        ("2507.05201", "10.1000/abc", "2507.05201"),
        (None, "10.18653/v1/2023.acl-long.344", "doi-10.18653-v1-2023.acl-long.344"),
        (None, "10.1002/../../etc/passwd", "doi-10.1002-..-..-etc-passwd"),
        (None, None, None),
    ],
)
def test_a_page_id_is_one_part_of_a_path(arxiv: str | None, doi: str | None, page: str | None) -> None:
    found = identifiers.page_id(arxiv, doi)
    assert found == page
    assert "/" not in (found or "")


@pytest.mark.parametrize(
    ("code", "category"),
    [
        ("CL", "cs.CL"),
        ("ML", "stat.ML"),
        ("NC", "q-bio.NC"),
        ("LG", "cs.LG"),
        ("cs.CL", "cs.CL"),
        ("CS.CL", "cs.CL"),
        ("cs.cl", "cs.CL"),
        ("hep-th", "hep-th"),
        ("HEP-TH", "hep-th"),
        ("OPTICS", "physics.optics"),
        ("STR-EL", "cond-mat.str-el"),
        ("math.CV", "math.CV"),
        ("astro-ph", "astro-ph"),
        ("HE", "astro-ph.HE"),
        ("eess.SY", "eess.SY"),
    ],
)
def test_a_code_that_one_archive_has_is_its_category(code: str, category: str) -> None:
    assert identifiers.category(code) == (category, False, (category,))


@pytest.mark.parametrize("code", ["CV", "CG", "DS", "GR", "GT", "IT", "LO", "NA", "SC", "SI", "SY"])
def test_a_code_that_cs_shares_with_others_is_cs_inferred(code: str) -> None:
    category, inferred, meanings = identifiers.category(code)
    assert (category, inferred, meanings[0]) == (f"cs.{code}", True, f"cs.{code}")
    assert len(meanings) > 1


@pytest.mark.parametrize("code", ["GN", "TH", "SP", "AP", "CO", "PR", "ST", "OT"])
def test_a_code_that_others_share_stays_open_with_its_meanings(code: str) -> None:
    category, inferred, meanings = identifiers.category(code)
    assert (category, inferred) == (None, False)
    assert len(meanings) > 1
    assert all(meaning.endswith(f".{code}") for meaning in meanings)


@pytest.mark.parametrize("code", ["", "XX", "cs.XX", "foo.CL", "cs", "CLX"])
def test_an_unknown_code_means_nothing(code: str) -> None:
    assert identifiers.category(code) == (None, False, ())
