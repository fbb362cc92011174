"""What a reviewer reads about a new version of papershelf, and what stops it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from papershelf import config, versions
from papershelf.versions import NoPages, Pages

OARS = {"id": "2401.00001", "key": "ash-2024-oars", "title": "Oars", "abstract": "About oars. " * 20, "venue": "Row"}
SAIL = {"id": "sails", "key": "elm-2023-sails", "title": "Sails"}


def pages(*papers: dict[str, Any], **more: str) -> Pages:
    """A list of these papers; `more` are other files, `__` for `/` and `_` for `.` in their names."""
    files = {"index.md": "home", "papers/papers.bib": "all"}
    for paper in papers:
        files |= {f"papers/{paper['id']}.md": "page", f"papers/{paper['key']}/index.html": "stub"}
        files |= {f"papers/{paper['id']}/{paper['key']}.bib": "bib", f"cards/{paper['id']}.png": "card"}
    files |= {name.replace("__", "/").replace("_", "."): digest for name, digest in more.items()}
    return Pages(files, {paper["id"]: paper for paper in papers})


def compared(old: Pages, new: Pages) -> tuple[int, str]:
    found = versions.versions(old, new)
    return found.lost, unescape(found.text)


def test_a_version_that_makes_the_same_pages_changes_nothing() -> None:
    assert compared(pages(OARS, SAIL), pages(OARS, SAIL)) == (
        0,
        "## By the new version of papershelf\n\nThe addresses and citation keys of all 2 papers stay.\n\n"
        "No file changes.\n",
    )


def test_a_page_that_is_gone_is_lost() -> None:
    lost, text = compared(pages(OARS, topics__rowing_md="a"), pages(OARS))
    assert lost == 1
    assert "### Addresses that lead nowhere (1)\n\n- topics/rowing/\n" in text
    assert "**Not to be taken as it is" in text


def test_a_feed_or_a_file_of_all_papers_that_is_gone_is_lost() -> None:
    old = pages(OARS, feed_xml="a")
    new = pages(OARS)
    del new.files["papers/papers.bib"]
    lost, text = compared(old, new)
    assert lost == 2
    assert "- feed.xml\n" in text
    assert "- papers/papers.bib\n" in text


def test_a_key_that_changes_is_lost() -> None:
    stub = {"papers__ash-2024-oars__index_html": "stub"}
    lost, text = compared(pages(OARS), pages(OARS | {"key": "ash-2024-rudders"}, **stub))
    assert lost == 1
    assert "### Citation keys that change (1)\n\n- Oars (2401.00001): ash-2024-oars → ash-2024-rudders\n" in text


def test_a_paper_that_joins_another_is_told_and_its_files_may_go_but_not_its_page() -> None:
    stubs = {"papers__sails__index_html": "stub", "papers__elm-2023-sails__index_html": "stub"}
    lost, text = compared(pages(OARS, SAIL), pages(OARS, **stubs))
    assert lost == 0
    assert "### Papers that are part of another now (1)\n\n- Sails (sails)\n" in text
    lost, text = compared(pages(OARS, SAIL), pages(OARS))
    assert lost == 2
    assert "- papers/sails/\n- papers/elm-2023-sails/\n" in text


def test_pages_of_authors_years_and_sources_follow_what_papers_say() -> None:
    lost, text = compared(pages(OARS, authors__ann_md="a", authors__ann__papers_bib="b"), pages(OARS))
    assert lost == 0
    assert "### Pages of authors, years and sources that go (1)\n\n- authors/ann/\n" in text


def test_what_a_paper_says_differently_is_shown_if_it_is_short_and_named_if_not() -> None:
    new = OARS | {"title": "Oars & <b>rudders</b>", "abstract": "Else. " * 40, "venue": "", "doi": "10.1000/1"}
    lost, text = compared(pages(OARS), pages(new))
    assert lost == 0
    told = "title: Oars → Oars & <b>rudders</b>; abstract; venue: Row → nothing; doi: nothing → 10.1000/1"
    assert f"- Oars & <b>rudders</b> (2401.00001): {told}\n" in text
    assert "<b>" not in versions.versions(pages(OARS), pages(new)).text


def test_files_that_come_change_and_go_are_counted_by_folder() -> None:
    old = pages(OARS, years__2020_md="a", years__2021_md="a", about_md="a")
    new = pages(OARS, years__2020_md="b", years__2022_md="a", about_md="a", robots_txt="a")
    text = compared(old, new)[1]
    assert "### Files that come (2)\n\n- robots.txt: 1\n- years/: 1\n" in text
    assert "### Files that change (1)\n\n- years/: 1\n" in text
    assert "### Files that go (1)\n\n- years/: 1\n" in text


def test_a_folder_without_pages_says_what_to_do_first(
    list_dir: Callable[[Mapping[str, str]], Path], papershelf: Callable[..., Any]
) -> None:
    root = list_dir({})
    with pytest.raises(NoPages, match="papershelf generate --root"):
        versions.read(root, config.read(root))
    done = papershelf("changes", "--pages", root, "--root", root)
    assert done.returncode == 1
    assert f"papershelf generate --root {root}" in done.stderr
