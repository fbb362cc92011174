"""What is new: by the days that are known, and no day made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import tiny_library
from papershelf import news, render
from papershelf.model import Gone, Library, Manifestation, Page, Paper, Permalink, Publication

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 2), date(2026, 7, 3)


def added(ident: str, day: date | None, **given: object) -> Paper:
    return tiny_library.paper(ident, first_seen=day, title=f"Paper {ident}", **given)


def published(year: int | None, month: int | None = None, day: int | None = None) -> tuple[Manifestation, ...]:
    """A preprint that came out as a conference paper."""
    where = Publication("ICML", year, month=month, day=day)
    return (
        Manifestation("arXiv 2024", "article", "https://arxiv.org/abs/x", 2024, publication=Publication("", 2024)),
        Manifestation(f"ICML {year}", "paper-conference", "", year, publication=where),
    )


def days_of(library: Library) -> list[tuple[date | None, list[str]]]:
    return [(day.day, [paper.id for paper in day.added]) for day in news.news(library).days]


def test_papers_stand_under_the_day_they_were_added_newest_day_first() -> None:
    library = tiny_library.library(added("a", MAY), added("b", JULY), added("c", MAY))
    assert days_of(library) == [(JULY, ["b"]), (MAY, ["a", "c"])]


def test_a_paper_that_is_not_locked_yet_comes_first_and_under_no_day() -> None:
    library = tiny_library.library(added("a", MAY), added("b", None))
    assert days_of(library) == [(None, ["b"]), (MAY, ["a"])]


def test_a_version_is_news_only_if_it_came_out_after_the_paper_was_added() -> None:
    library = tiny_library.library(
        added("before", MAY, updated=date(2026, 4, 30)),
        added("same-day", MAY, updated=MAY),
        added("after", MAY, updated=JUNE),
        added("not-locked", None, updated=JUNE),
    )
    found = {day.day: [paper.id for paper in day.revised] for day in news.news(library).days}
    assert found == {None: [], JUNE: ["after"], MAY: []}


@pytest.mark.parametrize("known", [(2025,), (2026,), (2026, 5), (2026, 5, 1), (2026, 4, 30), (None,)])
def test_what_may_have_been_published_before_a_paper_was_added_is_no_news(known: tuple[int, ...]) -> None:
    told = news.news(tiny_library.library(added("a", MAY, manifestations=published(*known))))
    assert not told.published
    assert not any(day.published for day in told.days)


def test_a_publication_stands_under_its_day() -> None:
    told = news.news(tiny_library.library(added("a", MAY, manifestations=published(2026, 7, 3))))
    assert [(day.day, [one.form.label for one in day.published]) for day in told.days] == [
        (JULY, ["ICML 2026"]),
        (MAY, []),
    ]


@pytest.mark.parametrize("known", [(2027,), (2026, 6), (2027, None, 3), (2027, 2, 31)])
def test_a_publication_without_a_day_gets_none(known: tuple[int, ...]) -> None:
    told = news.news(tiny_library.library(added("a", MAY, manifestations=published(*known))))
    assert [(one.paper.id, one.form.type) for one in told.published] == [("a", "paper-conference")]
    assert [day.day for day in told.days] == [MAY]


def test_what_was_removed_stands_under_the_day_it_was_missed() -> None:
    gone = Gone("x", "quill-2020", "Lost ink", JUNE), Gone("y", "quill-2021", "Lost pens", None)
    told = news.news(tiny_library.library(added("a", MAY), gone=gone))
    found = [(day.day, [one.id for one in day.removed]) for day in told.days]
    assert found == [(None, ["y"]), (JUNE, ["x"]), (MAY, [])]


def test_merges_lead_to_the_paper_that_is_left_and_have_no_day() -> None:
    links = (
        Permalink("a", "k1", MAY, ()),
        Permalink("b", "k2", MAY, (), title="Called b", merged_into="c"),
        Permalink("c", "k3", MAY, (), title="Called c", merged_into="a"),
        Permalink("d", "k4", MAY, (), merged_into="gone"),
        Permalink("e", "k5", MAY, (), merged_into="f"),
        Permalink("f", "k6", MAY, (), merged_into="e"),
    )
    told = news.news(tiny_library.library(added("a", MAY), permalinks=links))
    assert [(one.id, one.title, one.into.id) for one in told.merged] == [("b", "Called b", "a"), ("c", "Called c", "a")]


def test_a_long_list_is_cut_and_says_how_much_is_left_out() -> None:
    library = tiny_library.library(
        *(added(f"{number}", MAY) for number in range(5)), added("new", JULY, updated=date(2026, 8, 1))
    )
    told = news.news(library, most=4)
    assert [(day.day, len(day)) for day in told.days] == [(date(2026, 8, 1), 1), (JULY, 1), (MAY, 2)]
    assert told.older == 3
    assert news.news(library, most=7).older == 0


def test_a_long_list_has_room_for_what_has_no_day() -> None:
    links = (Permalink("0", "k1", MAY, ()), *(Permalink(f"x{n}", f"k{n}x", MAY, (), merged_into="0") for n in range(9)))
    library = tiny_library.library(*(added(f"{n}", MAY, manifestations=published(2027)) for n in range(9)))
    told = news.news(replace(library, permalinks=links), most=8)
    assert (len(told.days[0]), len(told.published), len(told.merged), told.older) == (4, 2, 2, 19)


def page(library: Library, **given: object) -> str:
    pages: dict[str, Page] = {page.path: page for page in render.render(library, tiny_library.settings(**given))}
    text = pages["whats-new.md"].text
    assert isinstance(text, str)
    return text


def test_the_page_tells_all_of_it() -> None:
    library = tiny_library.library(
        added("2401.00001", MAY, updated=JUNE, manifestations=published(2026, 7, 3)),
        added("2401.00002", None, manifestations=published(2027)),
        added("2401.00003", MAY, manifestations=published(2027)),
        gone=(Gone("2401.00009", "k9", "Lost ink", JULY),),
        permalinks=(Permalink("2401.00004", "k4", MAY, (), title="Other ink", merged_into="2401.00001"),),
    )
    text = page(library)
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# What’s new { #title }",
        "## Not dated yet { #undated .ps-year .ps-day }",
        "### 1 paper added",
        "## 3 July 2026 { #d2026-07-03 .ps-year .ps-day }",
        "### Published",
        "### Removed",
        "## 2 June 2026 { #d2026-06-02 .ps-year .ps-day }",
        "### New versions",
        "## 1 May 2026 { #d2026-05-01 .ps-year .ps-day }",
        "### 2 papers added",
        "## Day not known { #some-day .ps-year .ps-day }",
        "### Published",
        "### Merged",
    ]
    assert 'changed: "2026-07-03"' in text
    assert "- [Lost ink](papers/2401.00009.md){ .ps-t }\n" in text
    assert '[Paper 2401.00001](papers/2401.00001.md){ .ps-t } <span class="ps-by">ICML 2026</span>\n' in text
    assert '<span class="ps-by">ICML 2027; no source states the day</span>\n' in text
    assert '<span class="ps-by"><code>2401.00004</code> (“Other ink”) is the same paper; its address leads here' in text
    assert "left out" not in text


def test_a_list_without_any_lock_has_a_page_that_says_so() -> None:
    text = page(tiny_library.library(added("2401.00001", None)))
    assert "## Not dated yet" in text
    assert "`papershelf lock --offline` writes it down" in text
    assert "changed:" not in text
    assert "## Day not known" not in text


def test_source_text_is_escaped_on_the_page() -> None:
    library = tiny_library.full_of("<script>alert(1)</script> [x](javascript:y) *z*")
    first = replace(library.papers[0], first_seen=MAY, updated=JUNE)
    library = replace(
        library,
        papers=(first, *library.papers[1:]),
        gone=(Gone("x", "k", "<script>alert(2)</script>", JUNE),),
        permalinks=(Permalink("<blink>", "k", MAY, (), title="<script>", merged_into=first.id),),
    )
    body = page(library).partition("# What’s new")[2]
    assert "### New versions" in body
    assert "### Merged" in body
    assert "<script" not in body
    assert "](javascript" not in body
    assert "<blink>" not in body


def test_the_home_page_leads_there(tmp_path: Path) -> None:
    pages = {page.path: page.text for page in render.render(tiny_library.library(), tiny_library.settings())}
    assert "[What’s new](whats-new.md)" in str(pages["index.md"])
