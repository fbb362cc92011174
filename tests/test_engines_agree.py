"""MkDocs, ProperDocs and Zensical make the same site of the same pages: addresses, titles, head tags, text."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from papershelf import engine

LINKS = {"canonical", "icon", "alternate", "cite-as", "item"}


@dataclass(slots=True)
class Built:
    """What readers and machines find on a page of a built site."""

    title: str = ""
    head: dict[str, list[str]] = field(default_factory=dict)
    """Name or property of a meta element, rel of a link, type of data → its values, in order."""
    text: str = ""
    """The text of the article, white space collapsed."""
    links: list[str] = field(default_factory=list)
    """Addresses in the article, in order, from the site's root: engines write `./x/` and `x/`."""
    ids: list[str] = field(default_factory=list)


class _Parser(HTMLParser):
    """`generator` names the engine, and so differs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Built()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: html.unescape(value or "") for name, value in attrs}
        if tag in ("title", "article", "script", "style"):
            self.inside.append(tag)
        if tag == "meta" and (name := given.get("name") or given.get("property")) and name != "generator":
            self.say(name, given.get("content", ""))
        if tag == "link" and (rel := given.get("rel", "").strip()) in LINKS:
            self.say(rel, given["href"])
        if "article" in self.inside:
            if tag == "a" and "href" in given:
                self.page.links.append(given["href"])
            if "id" in given and not given["id"].startswith("__"):
                self.page.ids.append(given["id"])

    def say(self, name: str, value: str) -> None:
        self.page.head.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self.inside[-1:] == ["title"] and not self.page.title:
            self.page.title = data
        elif self.inside[-1:] == ["script"] and '"@graph"' in data:
            self.say("linked data", data)
        elif self.inside[-1:] == ["article"]:
            self.page.text += data


def built(site: Path) -> dict[str, Built]:
    """Address of each page below the site → the page."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        parser = _Parser()
        parser.feed(file.read_text(encoding="utf-8"))
        here = f"/{file.relative_to(site).as_posix()}"
        for rel in LINKS & set(parser.page.head):
            parser.page.head[rel] = [urljoin(here, href) for href in parser.page.head[rel]]
        parser.page.links = [urljoin(here, link) for link in parser.page.links]
        parser.page.text = re.sub(r"\s+", " ", parser.page.text).strip()
        pages[file.relative_to(site).as_posix()] = parser.page
    return pages


@pytest.fixture(scope="module")
def mkdocs_site(built_site: Path) -> dict[str, Built]:
    return built(built_site)


@pytest.mark.parametrize("name", [name for name in engine.ENGINES if name != "mkdocs"])
def test_another_engine_makes_the_same_site(
    name: str, own_list: Path, mkdocs_site: dict[str, Built], papershelf: Callable[..., Any], tmp_path: Path
) -> None:
    root = tmp_path / "list"
    shutil.copytree(own_list, root, ignore=shutil.ignore_patterns("site"))
    done = papershelf("build", "--engine", name, "--strict", "--root", root)
    assert done.returncode == 0, done.stderr
    others = built(root / "site")
    assert set(others) == set(mkdocs_site)
    for address, page in mkdocs_site.items():
        other = others[address]
        assert other.title == page.title, address
        assert other.head == page.head, address
        assert other.text == page.text, address
        assert other.links == page.links, address
        assert other.ids == page.ids, address
    for name in ("sitemap.xml", "robots.txt"):
        assert lines(root / "site" / name) == lines(own_list / "site" / name), name


def lines(file: Path) -> list[str]:
    """Engines differ in the order of pages."""
    return sorted(line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def test_the_comparison_sees_what_it_compares(mkdocs_site: dict[str, Built]) -> None:
    page = mkdocs_site["papers/2309.00267/index.html"]
    title = "RLAIF vs. RLHF: Scaling Reinforcement Learning from Human Feedback with AI Feedback"
    assert page.title == f"{title} - Reading list"
    assert page.head["canonical"] == ["https://papershelf.github.io/reading-list/papers/2309.00267/"]
    assert page.head["og:title"] == page.head["citation_title"] == [title]
    assert page.head["og:type"] == ["article"]
    assert page.head["description"][0].startswith("Reinforcement learning from human feedback (RLHF) has proven")
    assert len(page.head["citation_author"]) == 11
    assert "/api/papers/2309.00267.json" in page.head["alternate"]
    assert page.head["item"] == ["https://arxiv.org/pdf/2309.00267"]
    assert title in page.head["linked data"][0]
    assert page.text.startswith(title)
    assert "/authors/harrison-lee/" in page.links
    assert {"title", "topics", "abstract", "cite", "related", "sources"} <= set(page.ids)
