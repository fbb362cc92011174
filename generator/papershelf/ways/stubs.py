"""A page that only points elsewhere: GitHub Pages has no redirects of its own.

A browser goes on at once, keeping query and fragment; without scripts it follows the refresh; a search engine reads
`canonical` and `noindex`; what previews links finds the paper's title, description and picture here, since it follows
neither.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from papershelf.config import Settings
from papershelf.metadata import opengraph
from papershelf.metadata.elements import named, property_
from papershelf.model import Paper
from papershelf.text import one_line, to_plain

SCRIPT = "location.replace(document.links[0].href + location.search + location.hash)"
"""The same on every stub, so that a content security policy needs one hash."""


def stub(paper: Paper, about: str, card: str, own: bool, settings: Settings) -> str:
    """HTML of a page in a folder beside the paper's. `about`: as the paper's page describes itself; `card`: where the
    picture is below docs/, if there is one; `own`: it is this paper's."""
    title = to_plain(paper.label) or paper.id
    target = f"../{quote(paper.id, safe='-._~')}/"
    absolute = f"{settings.site_url}papers/{target[3:]}" if settings.site_url else ""
    image = opengraph.address(card, settings)
    said = [
        ("og:site_name", one_line(settings.site_name)),
        ("og:type", "article"),
        ("og:title", title),
        ("og:description", about),
        ("og:url", absolute),
        *opengraph.picture(image, title if own else "", settings),
    ]
    head = [
        f"<title>{escape(title)}</title>",
        '<meta name="robots" content="noindex">',
        f'<link rel="canonical" href="{absolute or target}">',
        *(property_(name, content) for name, content in said if content),
        named("twitter:card", "summary_large_image" if image else "summary"),
        f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>',
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        + "\n".join(head)
        + f'\n</head>\n<body>\n<p>This paper is at <a href="{target}">{escape(title)}</a>.</p>\n'
        + f"<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
