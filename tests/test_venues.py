"""Names of venues: which are one, which are two, and what they are called in short."""

from __future__ import annotations

import pytest

from papershelf import venues

ICML = "Proceedings of the 38th International Conference on Machine Learning"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ICML", "icml 2021"),
        ("ICML", ICML),
        ("ICML'21", f"{ICML} (ICML 2021)"),
        ("NeurIPS", "Advances in Neural Information Processing Systems 34"),
        ("NIPS", "NeurIPS"),
        ("ACL", "Annual Meeting of the Association for Computational Linguistics"),
        ("EMNLP", "Proceedings of the 2019 Conference on Empirical Methods in Natural Language Processing"),
        ("KDD", "Knowledge Discovery and Data Mining"),
        ("VLDB", "International Conference on Very Large Data Bases"),
        ("AAAI", "Proceedings of the Thirty-Fifth AAAI Conference on Artificial Intelligence"),
        ("JMLR", "Journal of Machine Learning Research"),
        ("J. Mach. Learn. Res.", "Journal of Machine Learning Research"),
        ("Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences"),
        ("ACM Trans. Database Syst.", "ACM Transactions on Database Systems"),
        (r"Science \& Ink", "Science & Ink"),
        ("Zeitschrift für Tinte", "Zeitschrift fur Tinte"),
    ],
)
def test_spellings_of_one_venue_are_one(one: str, other: str) -> None:
    assert venues.same(one, other)
    assert venues.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ICML", "NeurIPS"),
        ("ICML", "ICML Workshop on Ink"),
        ("EMNLP", "Findings of EMNLP"),
        ("Machine Learning", ICML),
        ("Nature", "Nature Communications"),
        ("Physical Review B", "Phys. Rev. D"),
        ("IEEE Transactions on Robotics", "IEEE Transactions on Cybernetics"),
        ("ACL", "ACM Conference on Letters"),
        ("International Conference on Machine Learning", "Asian Conference on Machine Learning"),
        ("Ink", ""),
    ],
)
def test_two_venues_are_two(one: str, other: str) -> None:
    assert not venues.same(one, other)
    assert not venues.same(other, one)


def test_names_that_say_they_are_two_differ_and_unknown_spellings_may_be_one() -> None:
    assert venues.differ("ICML", "NeurIPS")
    assert venues.differ("ICML", "ICML Workshop on Ink")
    assert not venues.differ("SIGMOD Conference", "International Conference on Management of Data")


@pytest.mark.parametrize(
    ("venue", "doi", "server"),
    [
        ("arXiv preprint arXiv:2004.14646", "", "arXiv"),
        ("CoRR", "", "arXiv"),
        ("bioRxiv", "", "bioRxiv"),
        ("", "10.1101/2020.01.01.123456", "bioRxiv"),
        ("", "10.1101/123456", "bioRxiv"),
        ("Genome Research", "10.1101/gr.123456.110", ""),
        ("", "10.21203/rs.3.rs-12345/v1", "Research Square"),
        ("SSRN Electronic Journal", "10.2139/ssrn.1234567", "SSRN"),
        ("Correlation Letters", "", ""),
        ("ICML", "10.5555/icml.1", ""),
    ],
)
def test_a_preprint_server_is_known_by_its_name_or_its_dois(venue: str, doi: str, server: str) -> None:
    assert venues.preprint_server(venue, doi) == server


@pytest.mark.parametrize(
    ("venue", "short"),
    [
        (f"{ICML} (ICML 2021)", "ICML"),
        (ICML, "International Conference on Machine Learning"),
        ("Proc. of the Thirty-First Annual Meeting on Ink", "Meeting on Ink"),
        ("Ink (London, England)", "Ink (London, England)"),
        ("Proceedings", "Proceedings"),
        ("Nature", "Nature"),
    ],
)
def test_a_venue_has_a_short_name(venue: str, short: str) -> None:
    assert venues.short(venue) == short


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann J. Brook", ""),
        ("Ann-Lena J. van Rill, Bo Stream. ICML", ""),
        ("Italian J. Rivers", "journal"),
        ("Pacific J. Math.", "journal"),
        ("SIAM J. Computing", "journal"),
        ("Eur. J. Oper. Res.", "journal"),
    ],
)
def test_an_initial_is_no_journal(name: str, kind: str) -> None:
    assert venues.kind(name) == kind


@pytest.mark.parametrize("piece", ["(", "A ", "AB-", "1st ", "['", "of the ", "(ICML ", "é", "{"])
def test_a_name_as_long_as_a_book_takes_no_time(piece: str) -> None:
    """Slower than linear would not end."""
    name = piece * 200_000
    assert venues.kind(name) in ("", "journal", "meeting")
    assert not venues.same(name, "ICML")
    assert venues.preprint_server(name) == ""
    assert isinstance(venues.short(name), str)
