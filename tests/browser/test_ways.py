"""Every way in leads to its paper, in Chromium, on a site served as GitHub Pages serves one: now, and after the list
has changed under it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pages_server import serve

pytestmark = pytest.mark.browser
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
FIRST = """\
@article{dam, author={Dam, Ira}, title={Dams and their keepers}, journal={River Letters}, year=2019}
@misc{lake, author={Noor, Aya and Okafor, Ben},
  title={Lakes are all you need}, eprint={2103.01234}, eprinttype={arxiv}}
@misc{rill, author={Rill, Ann}, title={Rills in theory}, eprint={2306.22222}, eprinttype={arxiv}}
@article{rill2, author={Rill, Ann},
  title={Rills, theory and practice}, doi={10.5555/rills.2024.7}, journal={River Letters}, year=2024}
@misc{pond, author={Drake, Ed}, title={Ponds}, eprint={2401.33333}, eprinttype={arxiv}}
@misc{old, author={Elder, Eve}, title={Old strings}, eprint={hep-th/9901001}, eprinttype={arxiv}}
@article{brook, author={Brook, Jo}, title={Brooks}, doi={10.5555/brooks.2020}, journal={River Letters}, year=2020}
@misc{brook1, author={Brook, Jo}, title={Brooks, revisited}, eprint={2001.04567}, eprinttype={arxiv}}
"""
SECOND = """\
@article{dam, author={Dam, Ira},
  title={Dams, weirs and those who keep them}, journal={River Letters},
  year=2019, eprint={1901.00001}, eprinttype={arxiv}}
@misc{lake, author={Noor, Aya and Okafor, Ben},
  title={Lakes are most of what you need}, eprint={2103.01234v2}, eprinttype={arxiv}}
@misc{rill, author={Rill, Ann}, title={Rills in theory}, eprint={2306.22222}, eprinttype={arxiv}}
@article{rill2, author={Rill, Ann},
  title={Rills, theory and practice}, doi={10.5555/rills.2024.7}, journal={River Letters}, year=2024}
@misc{old, author={Elder, Eve}, title={Old strings}, eprint={hep-th/9901001}, eprinttype={arxiv}}
@article{brook, author={Brook, Jo}, title={Brooks}, doi={10.5555/brooks.2020}, journal={River Letters}, year=2020}
@misc{brook1, author={Brook, Jo}, title={Brooks, revisited}, eprint={2001.04567}, eprinttype={arxiv}}
"""
NOW = [
    ("papers/dams-and-their-keepers/", "Dams and their keepers"),
    ("papers/2103.01234/", "Lakes are all you need"),
    ("papers/2103-01234/", "Lakes are all you need"),
    ("papers/2103.01234v7/", "Lakes are all you need"),
    ("papers/noor-okafor-2021-lakes/", "Lakes are all you need"),
    ("papers/hep-th-9901001/", "Old strings"),
    ("papers/hep-th/9901001v2/", "Old strings"),
    ("papers/doi-10.5555-rills.2024.7/", "Rills, theory and practice"),
    ("papers/10.5555/rills.2024.7/", "Rills, theory and practice"),
    ("10.5555/RILLS.2024.7", "Rills, theory and practice"),
    ("2306.22222", "Rills in theory"),
    ("go/?id=2103.01234v3", "Lakes are all you need"),
    ("go/?arxiv=arXiv:2103.01234", "Lakes are all you need"),
    ("go/?id=https%3A%2F%2Farxiv.org%2Fpdf%2F2103.01234v2.pdf", "Lakes are all you need"),
    ("go/?doi=10.48550%2FarXiv.2103.01234", "Lakes are all you need"),
    ("go/?doi=https%3A%2F%2Fdoi.org%2F10.5555%2Frills.2024.7", "Rills, theory and practice"),
    ("go/?key=noor-okafor-2021-lakes", "Lakes are all you need"),
    ("go/?id=hep-th%2F9901001", "Old strings"),
    ("go/?id=https%3A%2F%2Farxiv.org%2Fabs%2Fhep-th%2F9901001v1", "Old strings"),
    ("go/?id=dams-and-their-keepers", "Dams and their keepers"),
]
LATER = [
    ("papers/dams-and-their-keepers/", "Dams, weirs and those who keep them"),
    ("papers/1901.00001/", "Dams, weirs and those who keep them"),
    ("papers/1901-00001/", "Dams, weirs and those who keep them"),
    ("papers/2103.01234/", "Lakes are most of what you need"),
    ("papers/noor-okafor-2021-lakes/", "Lakes are most of what you need"),
    ("papers/2306.22222/", "Rills, theory and practice"),
    ("papers/doi-10.5555-rills.2024.7/", "Rills, theory and practice"),
    ("papers/rill-2024-rills/", "Rills, theory and practice"),
    ("go/?key=rill-2023-rills", "Rills, theory and practice"),
    ("papers/2401.33333/", "Ponds"),
    ("papers/2401-33333/", "Ponds"),
    ("papers/drake-2024-ponds/", "Ponds"),
    ("papers/2001.04567/", "Brooks, revisited"),
    ("papers/doi-10.5555-brooks.2020/", "Brooks"),
    ("papers/hep-th-9901001/", "Old strings"),
]


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def generations(
    tmp_path_factory: pytest.TempPathFactory, papershelf: Callable[..., Any]
) -> Iterator[tuple[str, str, Path]]:
    """Addresses of the site of a list before and after it changed, and the list's folder."""
    root = tmp_path_factory.mktemp("history") / "list"

    def run(*arguments: str, day: str = "1767225600") -> str:
        done = papershelf(*arguments, "--root", root, env={"SOURCE_DATE_EPOCH": day})
        assert done.returncode == 0, done.stderr
        return str(done.stdout)

    done = papershelf("new", root)
    assert done.returncode == 0, done.stderr
    settings = root / "mkdocs.yml"
    address = "site_url: https://owner.github.io/reading-list/"
    settings.write_text(settings.read_text("utf-8").replace(f"# {address}", address), "utf-8")
    source, verdicts = root / "seeds/sources/refs.bib", root / "seeds/curated/decisions.yml"
    source.write_text(FIRST, "utf-8")
    verdicts.write_text("- same: ['10.5555/brooks.2020', '2001.04567']\n", "utf-8")
    run("lock", "--offline")
    run("build", "--strict")
    (root / "site").rename(root.parent / "first")
    source.write_text(SECOND, "utf-8")
    # Two papers turn out to be one, and one turns out to be two.
    verdicts.write_text(
        "- same: ['2306.22222', '10.5555/rills.2024.7']\n- different: ['10.5555/brooks.2020', '2001.04567']\n", "utf-8"
    )
    missed = papershelf("check", "--root", root)
    assert missed.returncode == 1
    assert "papers/2401.33333/ was published, and no record of it is left" in missed.stderr
    said = run("lock", "--offline", day="1798761600")
    assert "removed: papers/2401.33333/" in said
    run("build", "--strict")
    with serve(root.parent / "first") as (first, _), serve(root / "site") as (second, _):
        yield first, second, root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def arrives(page: Page, site: str, address: str) -> str:
    """The heading of the page on which a reader ends who opens `address`."""
    page.goto(site + address)
    page.wait_for_function("!document.title.startsWith('Go to') && !document.querySelector('[data-ways=\"404\"]')")
    page.wait_for_selector("h1")
    return page.locator("h1").inner_text()


@pytest.mark.parametrize(("address", "title"), NOW)
def test_every_name_of_a_paper_leads_to_it(
    page: Page, generations: tuple[str, str, Path], address: str, title: str
) -> None:
    assert arrives(page, generations[0], address) == title


@pytest.mark.parametrize(("address", "title"), LATER)
def test_after_titles_ids_merges_splits_and_a_removal_every_address_leads_where_it_should(
    page: Page, generations: tuple[str, str, Path], address: str, title: str
) -> None:
    assert arrives(page, generations[1], address) == title


def test_every_address_of_the_first_site_still_stands_on_the_second(generations: tuple[str, str, Path]) -> None:
    root = generations[2]
    first, second = (
        {p.name for p in (folder / "papers").iterdir()} for folder in (root.parent / "first", root / "site")
    )
    stood = {name for name in first if not name.startswith("page")}
    # By key or without dots the removed paper is found by the resolver, not by a page.
    assert stood - second == {"2401-33333", "drake-2024-ponds"}


def test_every_name_that_the_first_site_knew_leads_to_the_same_paper_on_the_second(
    page: Page, generations: tuple[str, str, Path]
) -> None:
    """Addresses of pages and short addresses as they stood there, and every name that /go/ knew."""
    first, root = generations[2].parent / "first", generations[2]
    now = {
        "Dams and their keepers": "Dams, weirs and those who keep them",
        "Lakes are all you need": "Lakes are most of what you need",
        "Rills in theory": "Rills, theory and practice",
        "Rills, theory and practice": "Rills, theory and practice",
        "Ponds": "Ponds",
        "Old strings": "Old strings",
    }
    brooks = {"10.5555/brooks.2020": "Brooks", "doi-10.5555-brooks.2020": "Brooks"}  # else what it was split from
    stood = {
        f"papers/{folder.parent.name}/": re.search(r"<title>(.*?)(?: - [^-<]*)?</title>", folder.read_text("utf-8"))
        for folder in (first / "papers").glob("*/index.html")
    }
    asked = {address: found[1] for address, found in stood.items() if found}
    for ident, title, names in json.loads((first / "go/papers.json").read_text("utf-8"))["papers"]:
        asked |= {f"go/?id={quote(name, safe='')}": title for name in (ident, *names)}
    assert len(asked) > 30
    for address, title in asked.items():
        name = unquote(address.removeprefix("go/?id=").removeprefix("papers/").strip("/"))
        expected = now.get(title) or brooks.get(name, "Brooks, revisited")
        assert arrives(page, generations[1], address) == expected, address
    assert (root / "site/api/papers/doi-10.5555-rills.2024.7.json").is_file()


def test_a_text_that_cites_a_paper_by_the_key_of_one_merged_into_it_still_finds_it(
    generations: tuple[str, str, Path],
) -> None:
    bib = (generations[2] / "site/papers/papers.biblatex.bib").read_text("utf-8")
    entry = next(one for one in bib.split("\n@") if "{rill-2023-rills," in one)
    assert "ids = {rill-2024-rills}" in entry


def test_citation_keys_stay_with_their_papers(generations: tuple[str, str, Path]) -> None:
    root = generations[2]

    def keys(site: Path) -> dict[str, str]:
        table = json.loads((site / "go/papers.json").read_text("utf-8"))
        return {
            name: title for _, title, names in table["papers"] for name in names if name.startswith(("dam-", "noor-"))
        }

    before, after = keys(root.parent / "first"), keys(root / "site")
    assert before.keys() <= after.keys()
    assert before.keys() == {"dam-2019-dams", "noor-okafor-2021-lakes"}


def test_query_and_fragment_are_kept(page: Page, generations: tuple[str, str, Path]) -> None:
    site = generations[0]
    for address in ("papers/2103-01234/?from=wiki#abstract", "go/?id=2103.01234&from=wiki#abstract"):
        page.goto(site + address)
        page.wait_for_url("**/papers/2103.01234/**")
        assert page.url == f"{site}papers/2103.01234/?from=wiki#abstract"


def test_a_removed_paper_leaves_a_page_that_says_so(page: Page, generations: tuple[str, str, Path]) -> None:
    page.goto(generations[1] + "papers/2401.33333/")
    text = page.locator("article").inner_text()
    assert "no longer in this list" in text
    assert "2027-01-01" in text
    assert page.locator("article a[href='https://arxiv.org/abs/2401.33333']").count() == 1
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_what_is_nearly_a_name_is_suggested(page: Page, generations: tuple[str, str, Path]) -> None:
    page.goto(generations[0] + "go/?id=2103.01243")
    page.wait_for_selector("[data-ways] a")
    assert page.locator("[data-ways]").inner_text().split("\n")[0] == "Did you mean:"
    assert page.locator("[data-ways] a").first.inner_text() == "Lakes are all you need"
    page.goto(generations[0] + "papers/lakes-are-all/")
    page.wait_for_selector("[data-ways] a")
    assert page.locator("[data-ways] a").first.inner_text() == "Lakes are all you need"


def test_what_is_no_name_says_so_and_runs_nothing(page: Page, generations: tuple[str, str, Path]) -> None:
    asked = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    page.on("dialog", lambda dialog: pytest.fail("a script of the address ran"))
    page.goto(f"{generations[0]}go/?id={asked}")
    page.wait_for_selector("[data-ways] p")
    assert "No paper of this list is called “<img src=x onerror=alert(1)>”" in page.locator("[data-ways]").inner_text()
    page.goto(f"{generations[0]}go/?id=javascript%3Aalert(1)%2F%2F2103.01234")
    page.wait_for_url("**/papers/2103.01234/")


def test_a_stub_shows_what_previews_links_its_title_and_where_it_leads(generations: tuple[str, str, Path]) -> None:
    html = (generations[2].parent / "first/papers/2103-01234/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert '<meta property="og:title" content="Lakes are all you need">' in html
    assert '<noscript><meta http-equiv="refresh" content="0; url=../2103.01234/"></noscript>' in html
