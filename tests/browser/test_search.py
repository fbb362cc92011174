"""The search box of the site, used as a reader uses it, in Chromium; search_queries.yml says what must be found."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, sync_playwright

pytestmark = pytest.mark.browser

Table = dict[str, list[dict[str, str]]]
TABLE: Table = yaml.safe_load((Path(__file__).parent / "search_queries.yml").read_text("utf-8"))
WANTED = [(entry["query"], entry["find"]) for kind in TABLE if kind != "nothing" for entry in TABLE[kind]]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
BOX, META = "input[data-md-component=search-query]", ".md-search-result__meta"
FOUND = """base => [...document.querySelectorAll(".md-search-result__list > .md-search-result__item")].map(
    item => item.querySelector("a.md-search-result__link").href.replace(base, "").replace(/[?#].*/, ""))"""


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def wrong() -> list[str]:
    """What the console complained of and what was fetched from elsewhere; must be empty when a test ends."""
    return []


@pytest.fixture
def page(browser: Browser, site_address: str, wrong: list[str]) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((site_address, "data:")) else wrong.append(asked.url))
    yield page
    assert wrong == []
    context.close()


@pytest.fixture
def search(page: Page, site_address: str) -> Callable[..., list[str]]:
    """Types a query; gives the addresses found, best first, below the site's own."""

    def ask(query: str, start: str = "") -> list[str]:
        if not page.url.startswith(site_address) or start:
            page.goto(site_address + start)
        type_into_box(page, query)
        return list(page.evaluate(FOUND, site_address))

    return ask


def type_into_box(page: Page, query: str) -> None:
    """Waits for the answer to just this query: before it the box says that it waits, after it how many it found."""
    page.locator(BOX).focus()
    page.locator(BOX).fill("")
    page.keyboard.press("End")
    page.wait_for_function(f"document.querySelector('{META}').textContent.includes('Type to start')")
    page.keyboard.insert_text(query)
    page.keyboard.press("End")
    page.wait_for_function(f"document.querySelector('{META}').textContent.includes('matching')")


def serve_instead(page: Page, path: str, body: str) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json" if path.endswith(".json") else "text/javascript")

    page.context.route(f"**/{path}", answer)


def test_the_table_has_enough_of_each_kind() -> None:
    counts = {kind: len(queries) for kind, queries in TABLE.items()}
    assert counts.pop("nothing") >= 3
    assert len(counts) == 10
    assert min(counts.values()) >= 5, counts


def test_readers_find_what_they_look_for(search: Callable[..., list[str]]) -> None:
    ranks = {}
    for query, wanted in WANTED:
        found = search(query)
        ranks[query] = found.index(wanted) + 1 if wanted in found else 99
    missed = {query: rank for query, rank in ranks.items() if rank > 1}
    assert max(ranks.values()) <= 5, missed
    assert len(missed) <= 0.1 * len(ranks), missed


@pytest.mark.parametrize("query", [entry["query"] for entry in TABLE["nothing"]])
def test_what_is_not_there_is_not_found(search: Callable[..., list[str]], query: str) -> None:
    assert search(query) == []


def test_a_page_is_found_once_however_many_headings_it_has(search: Callable[..., list[str]]) -> None:
    found = search("gemma")
    assert len(found) > 5
    assert len(set(found)) == len(found)


def test_from_a_page_deep_in_the_site_enter_opens_the_best_result(
    search: Callable[..., list[str]], page: Page, site_address: str
) -> None:
    assert search("arXiv:2507.05201v2", start="papers/2309.00267/") == ["papers/2507.05201/"]
    page.keyboard.press("Enter")
    page.wait_for_url(site_address + "papers/2507.05201/**")
    assert "MedGemma" in page.title()


def test_arrow_and_enter_open_the_second_result(
    search: Callable[..., list[str]], page: Page, site_address: str
) -> None:
    second = search("credit assignment")[1]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_address}{second}**")


def test_a_word_typed_without_accents_is_marked_with_them(search: Callable[..., list[str]], page: Page) -> None:
    search("mathieu lauriere")
    marked = page.locator(".md-search-result__item >> nth=0").locator("h1 mark").all_text_contents()
    assert marked == ["Mathieu", "Laurière"]


def test_a_teaser_shows_the_words_where_they_stand(search: Callable[..., list[str]], page: Page) -> None:
    assert search("separating skill from luck")[0] == "papers/2011.09464/"
    article = page.locator(".md-search-result__item >> nth=0").locator("article")
    assert "separating skill from luck" in (article.text_content() or "")
    assert {"separating", "skill", "luck"} <= set(article.locator("p mark").all_text_contents())


def test_every_prefix_of_a_query_can_be_typed(search: Callable[..., list[str]]) -> None:
    query = 'https://arxiv.org/abs/2309.00267v1 100% "quoted -x +y ~2 *'
    for length in range(1, len(query) + 1):
        search(query[:length])
    assert search("ghost un")[0] == search("ghost uni")[0] == "papers/1911.08585/"
    assert search("2309.002") == ["papers/2309.00267/"]


def test_the_index_is_text_even_where_it_looks_like_html(search: Callable[..., list[str]], page: Page) -> None:
    attack, escaped = "<img src=x onerror=window.ran=1>", "&lt;img src=x onerror=window.ran=1&gt;"
    entries = [
        {"location": "papers/1/", "title": f"Hostile {attack}", "text": f"<p>Hostile {escaped} &amp;lt;b&amp;gt;</p>"},
        {"location": "papers/1/#a", "title": escaped, "text": "&lt;script&gt;window.ran=1&lt;/script&gt;"},
    ]
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": [], "fields": {"title": {}, "text": {}}}
    serve_instead(page, "search/search_index.json", json.dumps({"config": config, "docs": entries}))
    assert search("hostile") == ["papers/1/"]
    shown = page.locator(".md-search-result__list").text_content() or ""
    assert attack in shown
    assert "&lt;b&gt;" in shown
    assert page.locator(".md-search-result__list :is(img, script)").count() == 0
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize(
    ("file", "broken"),
    [("words.js", "throw new Error('no')"), ("engine.js", "class Engine { search() { throw new Error('no') } }")],
    ids=["does not load", "fails at a query"],
)
def test_where_our_search_fails_the_themes_own_takes_over(
    search: Callable[..., list[str]], page: Page, wrong: list[str], file: str, broken: str
) -> None:
    serve_instead(page, f"assets/search/{file}", broken)
    assert "papers/2507.05201/" in search("medgemma")
    assert any("takes over" in message for message in wrong)
    wrong.clear()
