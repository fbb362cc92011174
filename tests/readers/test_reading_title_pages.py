"""Pages of proceedings and search results: a title, and a line of names below it."""

from __future__ import annotations

import pytest

from papershelf import readers
from papershelf.model import Aside, Publication, Record
from papershelf.readers import title_pages

PAGE = """River Conference 2023 Open Access Repository
{head}
Rivers at Rest
Ann Brook, Bo Stream, Cy Lake
{head}
Optimal River Dropout
Dee Fjord
{head}
Do Ponds Freeze?
Eve Gull, Finn Heron
{head}
Quills and Feathers
Gus Ibis, Hal Jay and Ida Kite
"""


@pytest.mark.parametrize("head", ["[pdf] [supp] [bibtex]", "pdf bib abs", "Main Conference Track", ""])
def test_a_title_has_its_names_below_it_whatever_the_page_has_between(head: str) -> None:
    text = PAGE.format(head=head)
    assert readers.recognise(text) == title_pages.NAME
    items = list(readers.read(text, "x.txt"))
    assert isinstance(items[0], Aside)
    assert [(item.title, len(item.authors)) for item in items if isinstance(item, Record)] == [
        ("Rivers at Rest", 3),
        ("Optimal River Dropout", 1),
        ("Do Ponds Freeze?", 2),
        ("Quills and Feathers", 3),
    ]


def test_names_with_bars_between_and_an_abstract_below() -> None:
    abstract = "We study rivers that rest, and find that they stay where they are for as long as we look at them. " * 3
    text = "\n".join(
        f"{title}\nAnn Brook | Bo Stream\n{abstract}" for title in ("Wet Rivers", "Dry Rivers", "No Rivers")
    )
    found = [item for item in readers.read(text, "x.txt") if isinstance(item, Record)]
    assert [(item.title, item.authors) for item in found] == [
        (title, ("Ann Brook", "Bo Stream")) for title in ("Wet Rivers", "Dry Rivers", "No Rivers")
    ]
    assert all(item.abstract == abstract.strip() for item in found)


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nAnn Brook, Bo Stream\nwe meet at eight\n",
        "Attendees\nAnn Brook, Bo Stream, Cy Lake\nDee Fjord, Eve Gull, Finn Heron\nGus Ibis, Hal Jay, Ida Kite\n",
        "Rivers at rest\nLakes at rest\nSeas at rest\nPonds at rest\n",
    ],
)
def test_lines_of_names_alone_make_no_page(text: str) -> None:
    assert not title_pages.looks_like(text)


@pytest.mark.parametrize(
    "piece", [" ", "a, ", "Ann Brook, ", "Title\nAnn Brook, Bo Stream\n", "[pdf] ", "; Proceedings - 2019 ", "\n"]
)
def test_a_huge_text_does_not_hang(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    raws = "".join(item.raw for item in title_pages.read(text, "x.txt"))
    assert "".join(raws.split()) == "".join(text.split())


def test_an_address_between_title_and_names_costs_no_line() -> None:
    page = "\n".join(
        f"{title} at rest: a tale\n{between}Ann Brook, Bo Stream, Cy Lake"
        for title, between in (("Rivers", ""), ("Seas", ""), ("Ponds", "https://openreview.net/forum?id=AbCdEf3580\n"))
    )
    found = list(readers.read(page, "x"))
    assert "".join("".join(item.raw.split()) for item in found) == "".join(page.split())
    assert [item.authors for item in found if isinstance(item, Record)] == [("Ann Brook", "Bo Stream", "Cy Lake")] * 3


def test_dates_and_labels_of_openreview_are_no_titles_and_tell_the_venue() -> None:
    dates = "Published: 16 Jan 2024, Last Modified: 21 Apr 2024RiverConf 2024 posterEveryoneRevisionsBibTeX\n"
    papers = (("Rivers", "Ann Brook, Bo Lake"), ("Seas Awake", "Dee Fjord, Eve Gull"), ("Ponds", "A Jay, B Kite"))
    text = "".join(f"{t}\n{n}\n{dates}Keywords: wet, cold\nTL;DR: Wet.\nAbstract: We look.\n\n" for t, n in papers)
    assert readers.recognise(text) == title_pages.NAME
    found = [item for item in readers.read(text, "x.txt") if isinstance(item, Record)]
    assert [(r.title, r.publication) for r in found] == [(t, Publication("RiverConf", 2024)) for t, _ in papers]
    assert [(r.abstract, r.keywords, r.notes) for r in found] == [("We look.", ("wet", "cold"), ("Wet.",))] * 3


def test_two_results_of_a_search_are_enough() -> None:
    text = (
        "Rivers at rest\nA Brook, B Lake - J Rivers, 2021 - Tide\nWe look …\nSave Cite\n\n"
        "Seas awake\nD Fjord, E Gull - arXiv preprint arXiv:2201.01234, 2022 - arxiv.org\nWe wake …\nSave Cite\n"
    )
    found = [item for item in readers.read(text, "x.txt") if isinstance(item, Record)]
    assert [(r.title, r.arxiv) for r in found] == [("Rivers at rest", None), ("Seas awake", "2201.01234")]
