"""What people wrote, in a reader's hands: panels, filters that stand in the address, reading paths; and nothing in a
note does anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from test_look import SMALL

from conftest import copy_own_list
from pages_server import serve
from test_render import HOSTILE

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
RLAIF = "RLAIF vs. RLHF: Scaling Reinforcement Learning from Human Feedback with AI Feedback"
GEMMA = "Gemma: Open Models Based on Gemini Research and Technology"
HINDSIGHT = "Hindsight Credit Assignment"
FILES = {
    "notes/2309-00267v2.md": """\
---
status: reading
rating: 4
tags: [to discuss, "a & <b>"]
why: The clearest measurement of what is lost when a model states the preferences.
added_by: Ada Quill
---
Start with **section 4**: zymurgical, and [their code](https://example.org/code).

- swap the two answers

```
score = (a + b) / 2
```
""",
    "notes/2403.08295.md": "---\nstatus: to-read\ntags: [to discuss]\n---\n",
    "notes/1912.02503.md": "---\nstatus: read\n---\n",
    "notes/2208.10138.md": "\n\n".join(HOSTILE.values()).replace("\ud800", ""),
    "paths.yml": """\
- id: start
  name: Where to start
  papers:
  - {paper: '1912.02503', why: It asks.}
  - {paper: 'arXiv:2309.00267v1', why: It answers.}
""",
}


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory, papershelf: Callable[..., Any]) -> Path:
    """This repository's list with some notes and a path, built strictly."""
    root = tmp_path_factory.mktemp("noted") / "list"
    copy_own_list(root)
    for name, text in FILES.items():
        file = root / "seeds/curated" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
    before = {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()}
    for _ in range(2):
        done = papershelf("build", "--strict", "--root", root)
        assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()} == before
    return root / "site"


@pytest.fixture(scope="module")
def address(noted: Path) -> Iterator[str]:
    with serve(noted) as (address, _):
        yield address


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def titles(page: Page) -> list[str]:
    return page.locator(".ps-list li:visible .ps-t").all_inner_texts()


def test_papers_are_filtered_by_status_and_tag_and_the_address_says_so(page: Page, address: str) -> None:
    page.goto(address + "papers/")
    page.get_by_label("Tag").select_option("to discuss")
    assert titles(page) == [GEMMA, RLAIF]
    page.get_by_label("Status").select_option("Reading")
    assert titles(page) == [RLAIF]
    page.get_by_label("Filter papers").fill("prakash")
    assert titles(page) == []
    page.get_by_label("Filter papers").fill("phatale")
    page.get_by_label("Order").select_option("By title")
    assert page.url == address + "papers/?words=phatale&status=reading&tag=to+discuss&order=title"
    expect(page.locator(".ps-tools output")).to_have_text("1 of 35")

    page.reload()
    assert titles(page) == [RLAIF]
    assert page.get_by_label("Tag").input_value() == "to discuss"
    page.get_by_label("Filter papers").fill("")
    page.get_by_label("Status").select_option("Any status")
    page.get_by_label("Tag").select_option("Any tag")
    page.get_by_label("Order").select_option("Newest first")
    assert page.url == address + "papers/"
    assert len(titles(page)) == 35
    page.get_by_label("Status").select_option("Without status")
    assert len(titles(page)) == 32


def test_an_address_that_names_what_is_not_here_shows_all(page: Page, address: str) -> None:
    page.goto(address + "papers/?status=burnt&tag=%3Cscript%3E&order=x")
    assert len(titles(page)) == 35


def test_a_tag_on_a_paper_leads_to_the_papers_with_it(page: Page, address: str) -> None:
    page.goto(address + "papers/2309.00267/")
    page.get_by_role("link", name="a & <b>", exact=True).click()
    page.wait_for_url("**/papers/all/noted/?tag=a%20%26%20%3Cb%3E")
    assert titles(page) == [RLAIF]
    assert page.locator("h2:visible").all_inner_texts() == ["Reading"]
    page.get_by_label("Tag").select_option("Any tag")
    assert titles(page) == [RLAIF, GEMMA, HINDSIGHT, "Learning Correlated Equilibria in Mean-Field Games"]


def test_without_a_script_notes_are_read_and_grouped(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "papers/all/noted/?status=read")
    assert page.locator("h2:visible").all_inner_texts() == ["Reading", "To read", "Read", "Noted"]
    assert not page.locator(".ps-tools").is_visible()
    page.goto(address + "papers/2309.00267/")
    assert "section 4" in page.locator(".ps-remark").inner_text()
    context.close()


def test_search_finds_the_words_of_a_note(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("input[data-md-component=search-query]").focus()
    page.keyboard.insert_text("zymurgical")
    page.keyboard.press("End")
    page.wait_for_selector(".md-search-result__item")
    assert "RLAIF vs. RLHF" in page.inner_text(".md-search-result__list")


def test_a_reading_path_is_walked_and_its_papers_are_selected(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Where to start").click()
    assert titles(page) == [HINDSIGHT, RLAIF]
    page.get_by_role("button", name="Select papers").click()
    assert page.locator(".ps-box").count() == 2
    page.get_by_role("link", name=HINDSIGHT).click()
    page.get_by_label("Where to start").get_by_role("link", name="RLAIF").click()
    assert page.get_by_label("Where to start").inner_text().startswith("Step 2 of 2 of Where to start")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_panel_filters_and_paths_fit_and_can_be_hit(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("papers/2309.00267/", "papers/2208.10138/", "papers/", "papers/all/noted/", "paths/", "paths/start/"):
        page.goto(address + path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, path
        assert width > 390 or page.evaluate(SMALL) == [], path
    page.goto(address + "papers/2309.00267/")
    panel, code = page.locator(".ps-remark"), page.locator(".ps-remark pre code")
    ground = "each => getComputedStyle(each).backgroundColor"
    assert panel.evaluate(ground) != code.evaluate(ground) == page.locator("body").evaluate(ground)
    assert page.locator(".ps-remark li").evaluate("each => getComputedStyle(each).listStyleType") == "disc"
    page.close()


def test_a_hostile_note_does_nothing(page: Page, address: str) -> None:
    asked: list[str] = []
    page.add_init_script(
        "for (const f of ['alert', 'confirm', 'prompt', 'open']) window[f] = () => { window.ran = f; };"
    )
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "papers/2208.10138/")
    assert page.evaluate("window.ran") is None
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    strange = (
        ".ps-remark :is(script, img, svg, iframe, h1, h2, h3, form, input, table, [id], [class], [onclick], [style])"
    )
    assert page.locator(strange).count() == 1  # the box that holds the words
    assert page.locator(strange).get_attribute("class") == "ps-remark-text"
    assert page.locator("article h1").count() == 1
    text = page.locator(".ps-remark").inner_text()
    for name in ("script", "template", "snippet", "closing tags"):
        assert HOSTILE[name] in text, name
    assert "root:x:0:0" not in page.content()
