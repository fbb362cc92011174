"""What crawlers are told of the site as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from papershelf.config import Settings
from papershelf.model import Page, Paper


def files(settings: Settings) -> Iterator[Page]:
    """robots.txt (RFC 9309), which holds for a site of its own host; below a path only the sitemap in it is of use.

    It forbids nothing, also where the site is not to be found: a crawler that may not read a page never learns that it
    says noindex (https://developers.google.com/search/docs/crawling-indexing/block-indexing).
    """
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url and not settings.noindex:
        lines += ["", f"Sitemap: {settings.site_url}sitemap.xml"]
    yield Page("robots.txt", "\n".join(lines) + "\n")


def changed(papers: Iterable[Paper]) -> date | None:
    """The last day on which something is known to have changed about them, for the sitemap; None where nothing tells.

    A page cannot be older than the version of the paper that it describes, nor than the day it came to the list.
    """
    days = (day for paper in papers for day in (paper.first_seen, paper.updated, paper.submitted))
    return max(filter(None, days), default=None)
