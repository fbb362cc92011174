"""Lists too long for one page: cut by size, with a pager; authors of one or two papers have an entry and no page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from page_reader import Seen, read
from papershelf import names
from papershelf.model import Author, Library, Page
from papershelf.render import parts, render
from tiny_library import library, paper, settings

LARGE = 900


def made() -> Library:
    """900 papers: Ada Quill wrote all, Ben Brush the first two, and each has an author of its own."""
    listed = [
        paper(
            f"24{1 + i // 100:02}.{i:05}",
            title=f"Rivers {i}",
            authors=("Ada Quill", f"Ann Number{i:04}", *(["Ben Brush"] if i < 2 else [])),
        )
        for i in range(LARGE)
    ]
    whole = library(*listed)
    return replace(whole, authors=tuple(sorted(whole.authors, key=lambda author: names.sort_key(author.name))))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {page.path: page.text for page in render(made(), settings(large_from=LARGE))}


def seen(pages: dict[str, str], path: str) -> Seen:
    return read(Page(path, pages[path]))


def entries(text: str) -> list[str]:
    return re.findall(r"\{ \.ps-t \}", text)


def test_all_papers_are_cut_into_pages_of_the_same_size(pages: dict[str, str]) -> None:
    paths = ["papers/index.md", "papers/all/2.md", "papers/all/3.md"]
    assert [path for path in pages if re.match(r"papers/(index|all/)", path)] == paths
    assert [len(entries(pages[path])) for path in paths] == [300, 300, 300]


def test_each_page_leads_to_the_next_and_to_all(pages: dict[str, str]) -> None:
    first, second, third = (seen(pages, f"papers/{name}.md") for name in ("index", "all/2", "all/3"))
    assert {"all/2.md", "all/3.md"} <= set(first.links)
    assert {"../../papers/index.md", "3.md"} <= set(second.links)
    assert "Page 2 of 3" in second.text
    assert "Previous" not in first.text
    assert "Next" not in third.text
    assert [first.meta["title"], second.meta["title"]] == ["Papers", "Papers, page 2"]


@pytest.mark.parametrize("name", ["topics/ink", "years/2024", "sources/dump"])
def test_topics_years_and_sources_are_cut_as_well(pages: dict[str, str], name: str) -> None:
    paths = [f"{name}.md", f"{name}/2.md", f"{name}/3.md"]
    assert [path for path in pages if path.startswith(name)] == paths
    assert [len(entries(pages[path])) for path in paths] == [300, 300, 300]
    assert len({entry for path in paths for entry in re.findall(r"\[Rivers \d+\]", pages[path])}) == LARGE
    first, second = seen(pages, paths[0]), seen(pages, paths[1])
    assert f"{PurePosixPath(name).name}/2.md" in first.links
    assert {f"../../{name}.md", "3.md"} <= set(second.links)
    assert "900" in second.text
    assert second.meta["title"] == f"{first.meta['title']}, page 2"
    assert second.meta["search"] == {"exclude": True}


def test_files_and_feeds_of_a_list_stand_on_its_first_page_alone(pages: dict[str, str]) -> None:
    for name in ("topics/ink", "years/2024"):
        assert "papers.bib" in pages[f"{name}.md"]
        assert "papers.bib" not in pages[f"{name}/2.md"]
    assert "feed.xml" in pages["topics/ink.md"]
    assert "../../topics/ink/feed.xml" not in seen(pages, "topics/ink/2.md").meta["head"]


def test_authors_of_one_or_two_papers_have_no_page_and_are_named_with_them(pages: dict[str, str]) -> None:
    assert [path for path in pages if re.match(r"authors/author-", path)] == ["authors/author-1.md"]
    (last,) = [path for path in pages if "Ben Brush" in pages[path] and path.startswith("authors/all/")]
    entry = next(line for line in pages[last].splitlines() if "Ben Brush" in line)
    assert entry.count("](../../papers/") == 2
    assert "Rivers 0" in entry
    assert "](../../authors/author-1.md)" in "".join(pages[path] for path in pages if path.startswith("authors/all/"))


def test_the_index_of_authors_leads_to_pages_that_name_everybody_once(pages: dict[str, str]) -> None:
    index = seen(pages, "authors/index.md")
    paths = [path for path in pages if path.startswith("authors/all/")]
    assert len(paths) == 2
    assert {path.removeprefix("authors/") for path in paths} <= set(index.links)
    everybody = "".join(pages[path] for path in paths)
    assert all(everybody.count(f"Ann Number{i:04}") == 1 for i in range(LARGE))
    assert "Brush – Number0449" in index.text
    assert "Number0450 – Quill" in index.text


def test_every_link_of_a_large_list_leads_to_a_page(pages: dict[str, str]) -> None:
    for path in (path for path in pages if re.match(r"(papers/(index|all)|authors/|topics/|years/|sources/)", path)):
        for link in seen(pages, path).links:
            if link.endswith(".md"):
                steps: list[str] = []
                for part in (PurePosixPath(path).parent / link).parts:
                    if part == "..":
                        steps.pop()
                    else:
                        steps.append(part)
                assert "/".join(steps) in pages, (path, link)


def test_a_list_below_the_limit_stays_whole_and_gives_everybody_a_page() -> None:
    paths = [page.path for page in render(made(), settings(large_from=LARGE + 1))]
    assert not [path for path in paths if "/all/" in path]
    assert len([path for path in paths if path.startswith("authors/author-")]) == LARGE + 2


def test_no_author_without_a_page_is_linked_to_in_a_small_list_either() -> None:
    pages = {page.path: page for page in render(library(paper(), paper("2401.00002")), settings(author_pages_from=3))}
    assert "Ada Quill" in read(pages["authors/index.md"]).text
    assert not [link for link in read(pages["authors/index.md"]).links if "author-" in link]


def test_the_setting_for_author_pages_counts_if_it_asks_for_more() -> None:
    paths = [page.path for page in render(made(), settings(large_from=LARGE, author_pages_from=LARGE + 1))]
    assert not [path for path in paths if path.startswith("authors/author-")]


def test_a_span_names_family_names_and_what_stands_alone_once() -> None:
    people = [
        Author("a", "Gabriel García Márquez", (), ("x",), family="García Márquez"),
        Author("b", "王伟", (), ("x",)),
    ]
    assert [parts.span(part) for part in parts.people(people)] == ["García Márquez – 王伟"]
    assert [parts.span(part) for part in parts.people(people[1:])] == ["王伟"]
