"""The built site in a reader's hands: on a phone, without a script, filtering, copying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
KINDS = [
    "",
    "papers/",
    "papers/2309.00267/",
    "papers/2503.19786/",
    "papers/2208.10138/",
    "papers/2110.11943/",
    "topics/",
    "topics/mean-field-games/",
    "authors/",
    "authors/thomas-mesnard/",
    "years/",
    "years/2024/",
    "sources/",
    "sources/004_808ebdae4c7efd63/",
    "questions/",
    "about/",
    "about/formats/",
    "about/settings/",
    "about/decisions/",
    "no-such-page/",
]
# With everything unfolded. A link that wraps has a box on each line.
SMALL = """() => {
    document.querySelectorAll('details').forEach(each => each.open = true);
    const seen = [];
    for (const each of document.querySelectorAll('a[href], button, summary, input, select, label[for]')) {
        const boxes = [...each.getClientRects()].filter(box => box.width > 1);
        if (boxes.length && each.checkVisibility({opacityProperty: true, visibilityProperty: true})
            && (boxes.some(box => box.height < 24) || each.getBoundingClientRect().width < 24))
            seen.push(`${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 40)}`);
    }
    return seen;
}"""
NAMES = "article .ps-names li:not([hidden])"


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    yield page
    page.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", KINDS)
def test_on_a_phone_no_page_scrolls_sideways_and_every_target_can_be_hit(
    phone: Page, site_address: str, path: str
) -> None:
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.goto(site_address + path)
    assert phone.evaluate(SMALL) == []
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 844})
        assert phone.evaluate("document.scrollingElement.scrollWidth") <= width


def test_a_table_wider_than_a_phone_scrolls_with_the_keyboard_too(phone: Page, site_address: str) -> None:
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.goto(site_address + "about/exports/")
    wide = "[...document.querySelectorAll('.md-typeset__scrollwrap')].filter((b) => b.scrollWidth > b.clientWidth)"
    reached = phone.evaluate(f"{wide}.map((box) => box.tabIndex)")
    assert reached
    assert set(reached) == {0}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_site_follows_the_scheme_of_the_system(browser: Browser, site_address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site_address)
    red, green, blue = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    assert (red + green + blue > 3 * 128) == (scheme == "light")
    page.close()


def test_without_a_script_lists_are_whole_and_no_dead_control_shows(browser: Browser, site_address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site_address + "papers/")
    assert page.locator(".ps-list li").count() == 35
    assert not page.locator(".ps-tools").is_visible()
    page.goto(site_address + "papers/2309.00267/")
    assert (page.locator("details.ps-cite pre").text_content() or "").startswith("@inproceedings{lee-etal-2023-rlaif,")
    page.close()


def test_papers_are_filtered_by_words_without_accents(page: Page, site_address: str) -> None:
    page.goto(site_address + "papers/")
    page.get_by_label("Filter papers").fill("LAURIERE survey")
    assert page.locator(".ps-list li:visible .ps-t").all_inner_texts() == ["Learning in Mean Field Games: A Survey"]
    assert page.locator(".ps-tools output").inner_text() == "1 of 35"
    page.get_by_label("Filter papers").fill("")
    assert page.locator(".ps-list li:visible").count() == 35


def test_papers_are_sorted_as_asked(page: Page, site_address: str) -> None:
    page.goto(site_address + "papers/")
    titles = page.locator(".ps-list .ps-t")
    newest = titles.all_inner_texts()
    page.get_by_label("Order").select_option("Oldest first")
    assert titles.first.inner_text() == "Towards Biologically Plausible Deep Learning"
    page.get_by_label("Order").select_option("By title")
    assert titles.first.inner_text() == "A Survey of Temporal Credit Assignment in Deep Reinforcement Learning"
    page.get_by_label("Order").select_option("By first author")
    assert page.locator(".ps-list .ps-by").first.inner_text().startswith("Albin Cassirer")
    page.get_by_label("Order").select_option("Newest first")
    assert titles.all_inner_texts() == newest


def test_names_are_filtered_without_accents_and_the_shards_that_hold_them_open(page: Page, site_address: str) -> None:
    page.goto(site_address + "authors/")
    assert page.locator(f"{NAMES}:visible").count() < 60
    page.get_by_label("Filter names").fill("theophane")
    assert {each.split("\n")[0] for each in page.locator(f"{NAMES}:visible a").all_inner_texts()} == {"Théophane Weber"}
    page.get_by_label("Filter names").fill("")
    assert page.locator(f"{NAMES}:visible").count() < 60


def test_a_citation_is_copied_as_it_stands(page: Page, site_address: str) -> None:
    page.goto(site_address + "papers/2309.00267/")
    page.locator("details.ps-cite summary").click()
    page.locator("details.ps-cite .ps-copy").click()
    page.wait_for_function("document.querySelector('details.ps-cite .ps-copy').textContent === 'Copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@inproceedings{lee-etal-2023-rlaif,\n  title = {{RLAIF vs. RLHF: Scaling")
    assert copied.endswith("}")
    assert "Copy" not in copied


LINKED = "https://papershelf.github.io/reading-list/papers/2306.13649/"
TITLE = "On-Policy Distillation of Language Models: Learning from Self-Generated Mistakes"


@pytest.mark.parametrize(
    ("form", "link"),
    [
        ("Markdown", f"[{TITLE}]({LINKED})"),
        ("MediaWiki", f"[{LINKED} {TITLE}]"),
        ("Confluence", f"[{TITLE}|{LINKED}]"),
        ("HTML", f'<a href="{LINKED}">{TITLE}</a>'),
        ("reStructuredText", f"`{TITLE} <{LINKED}>`__"),
        ("Org", f"[[{LINKED}][{TITLE}]]"),
        ("Plain", f"{TITLE} {LINKED}"),
    ],
)
def test_a_link_is_copied_in_the_form_that_is_wanted_with_a_click_and_again_with_a_key(
    page: Page, site_address: str, form: str, link: str
) -> None:
    page.goto(site_address + "papers/2306.13649/")
    page.locator("details.ps-link summary").click()
    page.get_by_role("button", name=form, exact=True).click()
    page.wait_for_function(f"document.querySelector('details.ps-link output').textContent === 'Copied for {form}'")
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate("navigator.clipboard.writeText('')")
    page.reload()
    page.keyboard.press("y")
    page.wait_for_function(f"document.querySelector('details.ps-link output').textContent === 'Copied for {form}'")
    assert page.evaluate("navigator.clipboard.readText()") == link
