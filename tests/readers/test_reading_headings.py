"""Where titles end and authors begin (headings.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from papershelf.readers import headings

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "headings.yml").read_text(encoding="utf-8"))


def decide(heading: str, *abstracts: str) -> headings.Decision:
    """The decision for a heading whose paper has the first of the abstracts; the others are in the same file."""
    return headings.decide(heading, headings.Texts(headings.Words(abstracts[:1]), headings.Words(abstracts)))


def taken_apart(cut: str) -> tuple[str, tuple[str, ...]]:
    title, authors = cut.split("|")
    authors = authors.partition(" · ")[0].removesuffix(" et al.").replace(" and ", ", ")
    return title, tuple(authors.split(", ")) if authors else ()


@pytest.mark.parametrize(("cut", "abstract"), TABLE["settled"])
def test_the_text_alone_settles_an_ordinary_heading(cut: str, abstract: str) -> None:
    found = decide(cut.replace("|", ""), abstract)
    assert found.settled is not None, found.splits
    assert (found.settled.title, found.settled.authors) == taken_apart(cut)


@pytest.mark.parametrize(("cuts", "abstract"), TABLE["open"])
def test_a_heading_that_the_text_cannot_settle_stays_open_with_candidates(cuts: list[str], abstract: str) -> None:
    found = decide(cuts[0].replace("|", ""), abstract)
    assert found.settled is None
    assert {taken_apart(cut) for cut in cuts} - {(split.title, split.authors) for split in found.splits} == set()
    assert [split.score for split in found.splits] == sorted((split.score for split in found.splits), reverse=True)


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(TABLE["settled"]) >= 60


def test_et_al_means_that_the_list_of_authors_is_not_complete() -> None:
    assert decide("Rivers at RestAnn Brook, Bo Stream et al.").line.et_al
    assert not decide("Rivers at RestAnn Brook, Bo Stream").line.et_al


def test_affiliations_stand_behind_the_last_middle_dot() -> None:
    line = headings.parse("Lakes · Rivers at RestAnn Brook et al. · deepmind, mit")
    assert line.affiliations == ("deepmind", "mit")
    assert line.body == "Lakes · Rivers at RestAnn Brook"


def test_a_suffix_behind_a_comma_belongs_to_the_name_before_it() -> None:
    found = decide("Rivers at RestAnn Brook, Jr., Bo Stream, III", "at rest")
    assert found.settled is not None
    assert found.settled.authors == ("Ann Brook, Jr.", "Bo Stream, III")


def test_a_name_that_stands_alone_elsewhere_in_the_file_decides() -> None:
    heading = "A Study of Platelets of Blood Group ABJ Brook, M Stream"
    nothing = headings.Words()
    assert headings.decide(heading, headings.Texts(nothing, nothing)).settled is None
    told = headings.decide(heading, headings.Texts(nothing, nothing, frozenset({"BJ Brook"}))).settled
    assert told is not None
    assert told.authors == ("BJ Brook", "M Stream")


def test_a_word_of_the_abstract_decides() -> None:
    heading = "Flood Control via STREAMCJ Brook, M Lake"
    assert decide(heading).settled is None
    told = decide(heading, "We present STREAM.").settled
    assert told is not None
    assert told.title == "Flood Control via STREAM"


def test_a_word_that_the_texts_write_is_not_cut_in_two() -> None:
    found = decide("Learning to Play with AlphaBrook Zero", "AlphaBrook Zero plays.")
    assert found.settled is not None
    assert found.settled.authors == ()


def test_names_alone_are_the_authors_behind_the_doubtful_segment() -> None:
    texts = headings.Texts()
    assert headings.names_alone("Rivers, Lakes, and SeasAnn Brook, Bo Stream, Cy Lake et al.", texts) == [
        "Bo Stream",
        "Cy Lake",
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "·", " · ", "et al.", ", , ,", "|", "$", "aA", "\u0301", "Aa" * 60_000, "(" * 500]
)
def test_any_line_is_decided_without_an_error(text: str) -> None:
    assert decide(text).splits


def test_a_line_of_a_megabyte_is_handed_on_whole() -> None:
    found = decide("Rivers " * 150_000)
    assert found.settled is None
    assert len(found.splits) == 1
