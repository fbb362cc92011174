"""Hostile text from a source, on the built site and in a real browser: it is shown, and does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from conftest import copy_own_list
from pages_server import serve
from papershelf.model import Match, Topic
from papershelf.render import render
from test_render import HOSTILE
from tiny_library import library, paper, settings

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
BENIGN = "Rivers of ink"
TEXTS = [BENIGN, *HOSTILE.values(), "megabyte " * 120_000]
# What a reader's browser makes of a page: counted where text could have become markup.
LOOK = """() => {
    const all = [...document.querySelectorAll('*')];
    const article = document.querySelector('article');
    return {
        scripts: [...document.scripts].filter(s => !s.src && s.type !== 'application/ld+json').length,
        data: [...document.scripts].filter(s => s.type === 'application/ld+json').map(s => JSON.parse(s.text)).length,
        handlers: all.filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).map(e => e.outerHTML),
        astray: [...document.querySelectorAll('[href], [src]')].map(e => e.href || e.src)
            .filter(url => typeof url === 'string' && !/^https?:/.test(url)),
        strange: [...article.querySelectorAll('script, img, iframe, object, embed, style, form, main, article')].length,
        sections: [...article.querySelectorAll('h1, h2')].map(e => e.id),
        ends: [document.querySelectorAll('main').length, document.querySelectorAll('footer nav a').length],
    }
}"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of papers, authors and topics that are called each hostile text; built as strictly as ours."""
    root = tmp_path_factory.mktemp("hostile") / "list"
    copy_own_list(root)
    papers = tuple(
        paper(
            f"2401.{number:05}", title=text, abstract=f"{text}\n\n{text}", authors=(text, "Ben Brush"), comments=(text,)
        )
        for number, text in enumerate(TEXTS)
    )
    topics = tuple(
        Topic(f"t{number}", text, text, None, (each.id,))
        for number, (text, each) in enumerate(zip(TEXTS, papers, strict=True))
    )
    matches = {each.id: (Match(topic.id, (topic.name,)),) for each, topic in zip(papers, topics, strict=True)}
    for page in render(replace(library(*papers), topics=topics, matches=matches), settings(root=root)):
        file = root / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, encoding="utf-8")
    # Without the hook, which would write the pages of the copied seeds over these.
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  - generator/papershelf/hook.py\n", "  []\n"))
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def seeded_site(tmp_path_factory: pytest.TempPathFactory, papershelf: Callable[..., Any]) -> Path:
    """The same from a source file, through every stage."""
    root = tmp_path_factory.mktemp("seeded") / "list"
    copy_own_list(root)
    for file in (root / "seeds").rglob("*.*"):
        file.unlink()
    texts = [" ".join(text.split())[:2000] for text in HOSTILE.values()]
    blocks = [
        f"We pour ink into river number {number}. {text} And the rivers of ink flow on {number} times to the sea.\n\n"
        f"arXiv:2401.{number:05}\nCreated: 2024-01-{number % 28 + 1:02}\n"
        for number, text in enumerate(texts)
    ]
    dump = "\n".join(blocks).encode("utf-8", "surrogatepass")
    (root / "seeds/sources/--8<-- {{x}} <script>.txt").write_bytes(dump)
    (root / "seeds/sources/broken.txt").write_bytes(b"\xff\xfe\x00\x80 arXiv:2401.9")
    done = papershelf("build", "--root", root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def page(chromium: Path) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.add_init_script(
            "for (const f of ['alert', 'confirm', 'prompt', 'open']) window[f] = () => { window.ran = f; };"
        )
        yield page
        browser.close()


def visit(page: Page, site: Path, paths: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each page looks like; nothing runs, and nothing is asked of anyone else."""
    with serve(site) as (address, _):
        asked: list[str] = []

        def listen(request: Any) -> None:
            asked.append(request.url)

        page.goto("about:blank")  # what the page before still asked for is none of this one's
        page.on("request", listen)
        for path in paths:
            page.goto(address + path)
            assert page.evaluate("window.ran") is None, path
            yield path, page.evaluate(LOOK)
        page.remove_listener("request", listen)
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def assert_nothing_happens(page: Page, site: Path, paths: list[str]) -> dict[str, dict[str, Any]]:
    looks = dict(visit(page, site, paths))
    scripts = {look["scripts"] for look in looks.values()}
    assert len(scripts) == 1, looks
    for path, look in looks.items():
        assert look["data"] <= 1, path
        assert look["handlers"] == [], path
        assert look["astray"] == [], path
        assert look["strange"] == 0, path
        assert look["ends"] == [1, 8], path
    return looks


def pages(site: Path, folder: str) -> list[str]:
    return sorted(f"{folder}/{each.name}/" for each in (site / folder).iterdir() if each.is_dir())


def test_no_paper_page_runs_anything_or_loses_its_shape(page: Page, hostile_site: Path) -> None:
    looks = assert_nothing_happens(page, hostile_site, pages(hostile_site, "papers"))
    assert len(looks) == len(TEXTS)
    usual = looks["papers/2401.00000/"]["sections"]
    assert {path: look["sections"] for path, look in looks.items()} == dict.fromkeys(looks, usual)


def test_no_list_runs_anything(page: Page, hostile_site: Path) -> None:
    lists = ["", "papers/", "topics/", "authors/", "years/2024/", "sources/dump/", "questions/"]
    assert_nothing_happens(page, hostile_site, lists + pages(hostile_site, "topics"))


def test_hostile_text_is_what_a_reader_reads(page: Page, hostile_site: Path) -> None:
    with serve(hostile_site) as (address, _):
        for name in ("script", "event", "template", "snippet", "emphasis", "entity", "closing tags"):
            number = list(HOSTILE).index(name) + 1
            page.goto(f"{address}papers/2401.{number:05}/")
            assert page.inner_text("h1") == " ".join(HOSTILE[name].split()), name
            assert " ".join(HOSTILE[name].split()) in page.title(), name


def test_no_page_holds_what_a_file_of_this_machine_says(hostile_site: Path) -> None:
    for file in hostile_site.rglob("*.html"):
        assert "root:x:0:0" not in file.read_text(encoding="utf-8")


def test_a_megabyte_title_weighs_on_no_other_page(hostile_site: Path) -> None:
    for path in ("papers/2401.00000/index.html", "years/2024/index.html", "index.html"):
        assert (hostile_site / path).stat().st_size < 100_000, path


def test_search_shows_hostile_titles_as_text(page: Page, hostile_site: Path) -> None:
    with serve(hostile_site) as (address, _):
        page.goto(address)
        page.locator("input[data-md-component=search-query]").focus()
        page.keyboard.insert_text("script alert")
        page.keyboard.press("End")
        page.wait_for_selector(".md-search-result__item")
        assert "<script>alert(1)</script>" in page.inner_text(".md-search-result__list")
        assert page.locator(".md-search-result__list script").count() == 0
        assert page.evaluate("window.ran") is None


def test_a_hostile_source_goes_through_every_stage_and_does_nothing(page: Page, seeded_site: Path) -> None:
    looks = assert_nothing_happens(
        page, seeded_site, ["", "questions/", *pages(seeded_site, "papers"), *pages(seeded_site, "sources")]
    )
    assert "papers/2401.00003/" in looks
