"""The heads of the built site: each page says where it is and what it is, once, and names only files that exist."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from conftest import copy_own_list
from head_reader import Head, read

SITE = "https://papershelf.github.io/reading-list/"
ONCE = re.compile(r"citation_(?!author)|og:|z:|twitter:|description|robots|viewport|color-scheme|article:(?!tag)")


def heads(site: Path) -> dict[str, Head]:
    """Address below the site → head, without pages that lead elsewhere."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            # Scripts and styles of the theme hold no data, and its titles are no text of ours.
            head = re.sub(r"<(script|style|title)(?! type=\"application/ld)[^>]*>.*?</\1>", "", _head(text), flags=re.S)
            found[address] = read(head)
    return found


def _head(text: str) -> str:
    return text.partition("<head>")[2].partition("</head>")[0]


@pytest.fixture(scope="module")
def found(built_site: Path) -> dict[str, Head]:
    return heads(built_site)


def test_every_page_has_its_own_address_a_title_and_a_description(found: dict[str, Head]) -> None:
    assert len(found) > 700
    for address, head in found.items():
        if address == "404.html":
            assert head.meta["robots"] == ["noindex"]
            continue
        assert [href for rel, href, _ in head.links if rel == "canonical"] == [SITE + address]
        assert head.meta["og:url"] == [SITE + address]
        assert head.meta["og:title"][0], address
        assert head.meta["og:description"][0], address
        assert head.meta["description"] == head.meta["og:description"], address
        assert "robots" not in head.meta, address


def test_every_page_has_a_picture_that_exists_and_says_what_is_on_it(found: dict[str, Head], built_site: Path) -> None:
    for address, head in found.items():
        if address != "404.html":
            (image,) = head.meta["og:image"]
            assert (built_site / image.removeprefix(SITE)).is_file(), address
            of_paper = "citation_title" in head.meta
            assert head.meta["og:image:alt"] == [
                f"{head.meta['og:title'][0]}, as a card with its authors and date"
                if of_paper
                else "Reading list, as a card with its description"
            ]
            assert (image == f"{SITE}cards/index.png") != of_paper, address
            assert head.meta["twitter:card"] == ["summary_large_image"], address


def test_a_stub_previews_as_the_page_it_leads_to(found: dict[str, Head], built_site: Path) -> None:
    stubs = 0
    for file in sorted(built_site.glob("papers/*/index.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            head = read(re.sub(r"<(title|noscript)>.*?</\1>", "", _head(text)))
            (to,) = (href for rel, href, _ in head.links if rel == "canonical")
            page = found[to.removeprefix(SITE)]
            for name in head.meta.keys() - {"robots", "viewport"}:
                assert head.meta[name] == page.meta[name], (file, name)
            shown = {name for name in page.meta if name.startswith(("og:", "twitter:"))}
            assert shown <= head.meta.keys(), file
            stubs += 1
    assert stubs > 60


def test_nothing_is_said_twice(found: dict[str, Head]) -> None:
    for address, head in found.items():
        assert {name for name, values in head.meta.items() if len(values) > 1 and ONCE.match(name)} == set(), address


def test_every_file_that_a_page_names_is_there(found: dict[str, Head], built_site: Path) -> None:
    named = 0
    for address, head in found.items():
        for rel, href, kind in head.links:
            if rel == "alternate":
                path = urljoin(SITE + address, href).removeprefix(SITE)
                assert (built_site / path).is_file(), (address, href)
                assert kind, (address, href)
                named += 1
    assert named > 200


def test_a_papers_tags_and_data_say_the_same(found: dict[str, Head]) -> None:
    papers = {address: head for address, head in found.items() if "citation_title" in head.meta}
    assert len(papers) == len([address for address in found if re.fullmatch(r"papers/[^/]+/", address)])
    for address, head in papers.items():
        data = head.kind("ScholarlyArticle")
        assert head.meta["citation_title"] == head.meta["og:title"] == [data["headline"]], address
        assert len(head.meta.get("citation_author", ())) == len(data.get("author", ())), address
        assert head.meta["citation_publication_date"] == [data["datePublished"].replace("-", "/")], address
        assert head.meta.get("citation_abstract", [None]) == [data.get("abstract")], address
        assert head.meta["og:type"] == ["article"], address


def test_lists_are_no_articles(found: dict[str, Head]) -> None:
    lists = [head for head in found.values() if any(each["@type"] == "CollectionPage" for each in head.data)]
    assert len(lists) > 600
    for head in lists:
        assert head.meta["og:type"] == ["website"]
        assert not [name for name in head.meta if name.startswith("citation_")]


def test_the_page_of_a_paper_with_ten_authors_stays_below_25_kb(found: dict[str, Head], built_site: Path) -> None:
    ten = [address for address, head in found.items() if len(head.meta.get("citation_author", ())) == 10]
    assert ten
    for address in ten:
        assert len((built_site / address / "index.html").read_bytes()) < 25_000, address


def test_the_sitemap_has_true_days_and_none_where_none_is_known(built_site: Path) -> None:
    text = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    days = dict(re.findall(r"<loc>([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?", text))
    assert text.startswith("<?xml")
    api = json.loads((built_site / "api/papers/2507.05201.json").read_text(encoding="utf-8"))
    assert days[f"{SITE}papers/2507.05201/"] == max("2025-07-12", api.get("first_seen", ""))  # its last version
    assert days[f"{SITE}about/"] == ""
    assert f"{SITE}404.html" not in days


def test_a_hidden_site_says_so_on_every_page(tmp_path: Path, papershelf: Callable[..., Any]) -> None:
    root = tmp_path / "list"
    copy_own_list(root)
    shutil.rmtree(root / "seeds")
    (root / "seeds/sources").mkdir(parents=True)
    (root / "seeds/sources/a.bib").write_text("@misc{a, title={Rivers of ink}, year={2024}}\n", encoding="utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  papershelf:", "  papershelf:\n    noindex: true\n    #", 1)
    config.write_text(text, encoding="utf-8")
    done = papershelf("build", "--root", root)
    assert done.returncode == 0, done.stderr
    found = heads(root / "site")
    assert {address for address, head in found.items() if head.meta.get("robots") != ["noindex"]} == set()
    assert len(found) > 15
    assert "Sitemap" not in (root / "site/robots.txt").read_text(encoding="utf-8")
