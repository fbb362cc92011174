"""What the theme's script makes of the head, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from test_hostile import FLAGS

from pages_server import serve

pytestmark = pytest.mark.browser
PAGES = ["", "papers/", "papers/2507.05201/", "topics/", "years/2024/", "authors/harrison-lee/", "papers/2309.00267/"]


def test_no_page_fetches_the_sitemap(chromium: Path, built_site: Path) -> None:
    """Material's script does, for each `link[rel=alternate]` that it finds."""
    with serve(built_site) as (address, seen), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        for path in PAGES:
            page.goto(address + path, wait_until="networkidle")
        marked = page.locator("head link[rel~=alternate]").count()
        # The same page with the value as the script looks for it: so the test sees what it looks for.
        body = page.content().replace('rel="alternate "', 'rel="alternate"')
        before = [path for _, path in seen if "sitemap" in path]
        page.route(f"{address}{PAGES[-1]}", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(address + PAGES[-1], wait_until="networkidle")
        browser.close()
    assert marked > 0
    assert before == []
    assert [path for _, path in seen if "sitemap" in path] != []
