"""A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from papershelf.config import Settings
from papershelf.feeds.entries import Entry, Feed
from papershelf.text import one_line


def text(feed: Feed, settings: Settings) -> str:
    """The file, a line for each entry. Days only where they are known."""
    site = settings.site_url
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(feed.title),
        "home_page_url": site and f"{site}{feed.home}",
        "feed_url": site and f"{site}{feed.path}",
        "description": one_line(feed.about),
        "language": "en",
        "authors": [_stated({"name": one_line(settings.site_name), "url": site})],
    }
    items = ",\n".join(json.dumps(_item(entry), ensure_ascii=False) for entry in feed.entries)
    return f'{json.dumps(_stated(said), ensure_ascii=False)[:-1]}, "items": [\n{items}\n]}}\n'


def _item(entry: Entry) -> dict[str, Any]:
    said = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.elsewhere,
        "title": entry.title,
        "content_html": entry.html,
        "authors": [{"name": name} for name in entry.authors],
        "tags": [one_line(name) for _, name in entry.topics],
        "date_published": _moment(entry.added),
        "date_modified": _moment(entry.changed),
    }
    return _stated(said)


def _moment(day: date | None) -> str:
    return f"{day}T00:00:00Z" if day else ""


def _stated(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
