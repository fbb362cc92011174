"""What comment lines state, and what they only hope for."""

from __future__ import annotations

import pytest

from papershelf.readers.comments import code_addresses, is_comment, page_count, publication


@pytest.mark.parametrize(
    ("comment", "venue", "year"),
    [
        ("ACL 2023", "ACL", 2023),
        ("NeurIPS 2019", "NeurIPS", 2019),
        ("BlackBoxNLP 2019", "BlackBoxNLP", 2019),
        ("Interspeech 2021", "Interspeech", 2021),
        ("CVPR2023", "CVPR", 2023),
        ("ICML'23", "ICML", 2023),
        ("AAAI-24", "AAAI", 2024),
        ("COLT 2019, 40 pages", "COLT", 2019),
        ("ICLR 2021; updated connections on page 6", "ICLR", 2021),
        ("ECCV 2020 (oral). Project page: http://example.org/", "ECCV", 2020),
        ("CVPR 2019 Oral", "CVPR", 2019),
        ("ICLR 2024 camera ready", "ICLR", 2024),
        ("NIPS 2018 (extended version, 10.5 pages)", "NIPS", 2018),
        ("EMNLP 2023 Findings", "EMNLP Findings", 2023),
        ("Findings of EMNLP 2023", "Findings of EMNLP", 2023),
        ("ICML 2021 Workshop on Rivers", "ICML Workshop on Rivers", 2021),
        ("Published in AAMAS 2024", "AAMAS", 2024),
        ("Published as a conference paper at ICLR 2024", "ICLR", 2024),
        ("Accepted at NeurIPS 2020", "NeurIPS", 2020),
        ("Accepted at NAACL 2019 (short paper)", "NAACL", 2019),
        ("accepted to ACL 2023 main conference", "ACL", 2023),
        ("Accepted to the 40th International Conference on Machine Learning (ICML 2023)", "ICML", 2023),
        ("Accepted, to appear in JMLR", "JMLR", None),
        ("12 pages, accepted at ICRA 2022", "ICRA", 2022),
        ("To appear at CHI 2021", "CHI", 2021),
        ("To appear in Phys. Rev. D", "Phys. Rev. D", None),
        ("Version 3: 24 pages. To appear in Annals of Mathematics", "Annals of Mathematics", None),
        ("62 pages, 6 figures, to appear, J. Amer. Math. Soc.", "J. Amer. Math. Soc.", None),
        ("55 pages, Accepted to The Astrophysical Journal", "The Astrophysical Journal", None),
        (
            "To appear in the Journal of the American Statistical Association",
            "Journal of the American Statistical Association",
            None,
        ),
        ("Accepted for publication in IEEE Transactions on Robotics", "IEEE Transactions on Robotics", None),
        (
            "Published in IEEE Transactions on Rivers, Lakes, and Seas, 2021",
            "IEEE Transactions on Rivers, Lakes, and Seas",
            2021,
        ),
        ("Transactions on Machine Learning Research (TMLR), 2023", "Transactions on Machine Learning Research", 2023),
        ("In NeurIPS 2018", "NeurIPS", 2018),
        ("CVPR 2020, oral", "CVPR", 2020),
        ("8 pages, 5 figures, ICRA 2020", "ICRA", 2020),
        ("ICML 2018, Stockholm, Sweden", "ICML", 2018),
        ("ICML 2020 (Oral, top 5%)", "ICML", 2020),
        ("Findings of ACL: EMNLP 2020", "Findings of ACL: EMNLP", 2020),
        ("International Conference on Machine Learning (ICML), 2020", "ICML", 2020),
        (
            "Proceedings of the 38th International Conference on Machine Learning, PMLR 139, 2021",
            "Proceedings of the 38th International Conference on Machine Learning",
            2021,
        ),
        ("To appear in Mon. Not. R. Astron. Soc.", "Mon. Not. R. Astron. Soc.", None),
        ("Published in Physical Review Letters", "Physical Review Letters", None),
        ("Accepted at NeurIPS 2023 (spotlight)", "NeurIPS", 2023),
        ("8 pages. Published in Nature. See supplementary material", "Nature", None),
    ],
)
def test_a_statement_gives_venue_and_year(comment: str, venue: str, year: int | None) -> None:
    found = publication((comment,))
    assert found is not None
    assert (found.venue, found.year) == (venue, year)


@pytest.mark.parametrize(
    "comment",
    [
        "Submitted to ICLR 2024",
        "4 pages, submitted to NeurIPS 2021",
        "Under review at ICML 2023",
        "Preprint. Under review at ICLR 2024",
        "Rejected from ICML 2020",
        "An earlier version appeared at the ICML 2020 workshop",
        "Extended version of our ICML 2021 paper",
        "This is an expanded version of a paper that appeared in the Proceedings of FOCS 1994",
        "Code for our NeurIPS 2019 competition entry",
        "text overlap with ICML 2020 papers",
        "June 2021",
        "PhD thesis, 2019",
        "Draft 2020",
        "MSC 2010: 14J28",
        "18 pages, 8 figures, 4 tables",
        "Rejected. ICML 2023; not accepted",
        "ICML 2024 (declined)",
        "PhD thesis, MIT 2020",
        "ICML 2024; not accepted",
        "Preprint. Under review. NeurIPS 2024",
        "EMNLP 2023. Submitted",
        "Withdrawn. ICLR 2024",
        "ICML 2024 (pending)",
        "(to be decided)",
        "ICML 2024, work in progress",
        "Intended for NeurIPS 2024",
        "Prepared for ICRA 2025",
        "Formatted for NeurIPS 2023",
        "Should be accepted at ICML 2024",
        "We hope this will be accepted at ICML 2024",
        "Not published in Nature",
        "Accepted to ICML 2023 (but withdrawn)",
        "Accepted to ICML 2023 but withdrawn by the authors",
        "ARR 2023",
        "Extension of ICCV 2019",
        "Journal extension of ICCV 2019",
        "Builds on ICML 2020",
        "cf. ICML 2020",
        "An abstract was accepted at ICML 2024",
        "Appeared in my PhD thesis, MIT, 2020",
        "Dedicated to Mikhail Gromov, IHES 2019",
        "USA 2023",
        "Accepted on 12 May 2023",
        "Accepted: 12 May 2023",
        "Published on GitHub",
        "Presented at a seminar in Oxford in 2019",
        "Accepted: May 12, 2023",
        "ICML 2024 TBD",
        "See ICML 2020",
        "ICML 2024 (hopefully)",
        "Comments welcome",
        "",
    ],
)
def test_what_is_hoped_for_or_said_of_another_text_is_no_publication(comment: str) -> None:
    assert publication((comment,)) is None


@pytest.mark.parametrize("other", ["Not accepted", "Withdrawn", "Rejected", "Under review", "Submitted to a journal"])
def test_another_line_that_denies_it_leaves_no_bare_name(other: str) -> None:
    assert publication(("ICML 2023",)) is not None
    assert publication(("ICML 2023", other)) is None
    assert publication((other, "ICML 2023")) is None


def test_a_verb_counts_beside_an_older_submission_and_not_beside_a_withdrawal() -> None:
    found = publication(("Submitted to ICML 2022", "Accepted at NeurIPS 2022"))
    assert found is not None
    assert found.venue == "NeurIPS"
    assert publication(("Accepted at NeurIPS 2022", "Withdrawn by the authors")) is None


def test_the_firmest_statement_counts_and_is_taken_whole() -> None:
    found = publication(("ICML 2019", "Published in JMLR"))
    assert found is not None
    assert (found.venue, found.year) == ("JMLR", None)


@pytest.mark.parametrize(
    ("comments", "pages"),
    [
        (["11 pages"], 11),
        (["18 pages, 8 figures, 4 tables"], 18),
        (["LaTeX, 23 pages, 2 eps figures"], 23),
        (["113 pages. LaTeX + 299 .eps files"], 113),
        (["ICML 2019", "9 pages"], 9),
        (["20pp"], 20),
        (["1 page"], 1),
        (["10 pages, v2: 10 pages, one typo"], 10),
        (["8+12 pages"], None),
        (["9 pages plus appendix"], None),
        (["9 pages main text, 20 pages appendix"], None),
        (["10.5 pages"], None),
        (["9 pages", "12 pages"], None),
        (["see page 6"], None),
        (["pages 12-15"], None),
        (["0 pages"], None),
        ([], None),
    ],
)
def test_pages_are_counted_only_where_one_number_is_stated(comments: list[str], pages: int | None) -> None:
    assert page_count(comments) == pages


@pytest.mark.parametrize(
    ("comment", "addresses"),
    [
        ("https://github.com/google-research/rlds", ("https://github.com/google-research/rlds",)),
        ("Code: http://github.com/owner/name.", ("http://github.com/owner/name",)),
        ("code at github.com/owner/name, data at https://example.org/x", ("https://github.com/owner/name",)),
        ("(https://gitlab.com/owner/name)", ("https://gitlab.com/owner/name",)),
        ("https://gitlab.example.org/owner/name/-/tree/main", ("https://gitlab.example.org/owner/name/-/tree/main",)),
        (
            "https://github.com/a/b and https://github.com/a/b and https://codeberg.org/c/d",
            ("https://github.com/a/b", "https://codeberg.org/c/d"),
        ),
        ("https://github.com/owner", ()),
        ("https://owner.github.io/name/", ()),
        ("https://example.org/github.com/a/b", ()),
        ("javascript:github.com/a", ()),
        ("me@github.com/a/b", ()),
    ],
)
def test_code_is_an_address_of_a_repository(comment: str, addresses: tuple[str, ...]) -> None:
    assert code_addresses((comment,)) == addresses


@pytest.mark.parametrize(
    "line",
    [
        "18 pages, 8 figures",
        "v2: typos fixed",
        "First two authors contributed equally",
        "Code is available at https://github.com/a/b",
        "Comments welcome",
        "Tech report",
        "ICML 2024 (declined)",
        "PhD thesis, 210 pages",
        "https://github.com/a/b",
        "Work in progress",
        "arXiv admin note: text overlap with arXiv:2301.00001",
    ],
)
def test_a_comment_is_recognised_wherever_it_stands(line: str) -> None:
    assert is_comment(line)


@pytest.mark.parametrize(
    "line",
    [
        "We show that 18 pages are enough.",
        "Appearance-based gaze estimation is hard.",
        "Published data are scarce, and we collect more of them.",
        "The 2023 season saw 11 pages of new rules.",
        "",
        "Draft animals have been bred for strength since the Bronze Age. " * 12,
    ],
)
def test_a_sentence_of_an_abstract_is_no_comment(line: str) -> None:
    assert not is_comment(line)
