"""Papers selected in a list, in a reader's hands: ticked, copied, downloaded; from page to page of a long list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from pages_server import serve

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
RLAIF = "RLAIF vs. RLHF: Scaling Reinforcement Learning from Human Feedback with AI Feedback"


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page, form: str) -> str:
    page.get_by_label("Format").select_option(form)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".ps-chosen output")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def saved(page: Page, button: str) -> tuple[str, str]:
    """Name and content of the file that a button makes."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=button, exact=True).click()
    path = coming.value.path()
    return coming.value.suggested_filename, path.read_bytes().decode("utf-8")


def test_without_a_script_there_are_links_to_the_files_and_no_boxes(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_address + "papers/")
    assert page.locator(".ps-files a").all_text_contents() == ["BibTeX", "BibLaTeX", "CSL-JSON", "RIS", "CSV"]
    assert page.locator("input[type=checkbox]:visible, .ps-files button").count() == 0
    context.close()


def test_papers_are_selected_with_the_keyboard_and_copied_in_each_format(
    page: Page, site_address: str, built_site: Path
) -> None:
    page.goto(site_address + "papers/")
    assert page.get_by_role("checkbox", name="Select").count() == 0
    toggle = page.get_by_role("button", name="Select papers")
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.press("Enter")
    assert toggle.get_attribute("aria-expanded") == "true"
    expect(page.get_by_role("button", name="Copy", exact=True)).to_be_disabled()
    for title in (RLAIF, "Hindsight Credit Assignment"):
        page.get_by_role("checkbox", name=f"Select {title}").press("Space")
    expect(page.get_by_role("status").filter(has_text="2 selected")).to_be_visible()

    folder = built_site / "papers"
    files = [folder / "2309.00267/lee-etal-2023-rlaif", next((folder / "1912.02503").glob("*.ris")).with_suffix("")]
    bib, ris, csl = (
        [Path(f"{file}.{end}").read_bytes().decode() for file in files] for end in ("bib", "ris", "csl.json")
    )
    assert copied(page, "BibTeX") == "\n".join(bib)
    assert copied(page, "RIS").splitlines() == "\r\n".join(ris).splitlines()
    assert json.loads(copied(page, "CSL-JSON")) == [json.loads(text)[0] for text in csl]


def test_what_a_filter_shows_is_selected_and_downloaded(page: Page, site_address: str) -> None:
    page.goto(site_address + "papers/")
    page.get_by_label("Filter papers").fill("gemma")
    shown = page.locator(".ps-list li:not([hidden])").count()
    assert 1 < shown < 35
    page.get_by_role("button", name="Select papers").click()
    page.get_by_role("button", name="All", exact=True).click()
    name, text = saved(page, "Download")
    assert name == "papers.bib"
    assert len(re.findall("^@", text, re.M)) == shown
    page.get_by_role("button", name="None", exact=True).click()
    expect(page.get_by_role("button", name="Download", exact=True)).to_be_disabled()


def test_a_selection_stays_from_page_to_page(page: Page, site_address: str) -> None:
    page.goto(site_address + "topics/mean-field-games/")
    page.get_by_role("button", name="Select papers").click()
    page.locator(".ps-box").first.check()
    page.goto(site_address + "years/2019/")
    expect(page.locator(".ps-chosen output")).to_have_text("1 selected, 1 on other pages")
    page.locator(".ps-box").first.check()
    assert len(re.findall("^TY  - ", copied(page, "RIS"), re.M)) == 2


def test_what_cannot_be_fetched_is_said_and_can_be_tried_again(page: Page, site_address: str) -> None:
    page.goto(site_address + "papers/")
    page.route("**/api/papers/*.json", lambda route: route.abort())
    page.get_by_role("button", name="Select papers").click()
    page.locator(".ps-box").first.check()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".ps-chosen output")).to_have_text("Not fetched; try again")
    page.unroute("**/api/papers/*.json")
    assert copied(page, "BibTeX").startswith("@")


def test_without_the_right_to_copy_the_text_is_shown(browser: Browser, site_address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    page.goto(site_address + "papers/")
    page.get_by_role("button", name="Select papers").click()
    page.locator(".ps-box").first.check()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_label("Citations to copy")).to_have_value(re.compile(r"^@misc\{"))
    context.close()


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory, papershelf: Callable[..., Any]) -> Iterator[str]:
    """Address of a site whose list is a long one: in parts, and without files for single papers."""
    root = tmp_path_factory.mktemp("long") / "list"
    papershelf("new", root)
    entry = (
        "@misc{{k{0},\n title = {{On river {0}}},\n author = {{Ada Quill and Ben Brush{0}}},\n year = {{2020}},\n}}\n"
    )
    (root / "seeds/sources/rivers.bib").write_text("\n".join(entry.format(number) for number in range(500)))
    settings = root / "mkdocs.yml"
    small = "  papershelf:\n    large_from: 10\n    files_each_up_to: 10\n"
    settings.write_text(re.sub(r"^  papershelf:.*\n", small, settings.read_text("utf-8"), flags=re.M), "utf-8")
    done = papershelf("build", "--root", root)
    assert done.returncode == 0, done.stderr
    with serve(root / "site") as (address, _):
        yield address


def test_in_a_long_list_papers_of_several_parts_are_selected_and_pages_make_the_files(
    page: Page, long_list: str
) -> None:
    page.goto(long_list + "papers/all/2/")
    page.get_by_role("button", name="Select papers").click()
    page.locator(".ps-box").nth(3).check()
    page.goto(long_list + "papers/")
    page.get_by_role("button", name="All", exact=True).click()
    here = page.locator(".ps-box").count()
    assert here > 200
    assert len(json.loads(copied(page, "CSL-JSON"))) == here + 1

    page.locator(".ps-list a.ps-t").first.click()
    name, text = saved(page, "RIS")
    assert re.fullmatch(r"quill-\w+-2020-river[\w-]*\.ris", name)
    assert text.startswith("TY  - ")
    assert text.endswith("ER  - \r\n")
    page.goto(long_list + "authors/ada-quill/")
    name, text = saved(page, "BibTeX")
    assert name == "papers.bib"
    assert len(re.findall("^@", text, re.M)) == 500
