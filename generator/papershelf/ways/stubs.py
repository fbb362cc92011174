"""A page that only points elsewhere: GitHub Pages has no redirects of its own.

A browser goes on at once, keeping query and fragment; without scripts it follows the refresh; a search engine reads
`canonical` and `noindex`; what previews links finds the paper's title, description and picture here, since it follows
neither.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from papershelf.config import Settings
from papershelf.model import Paper
from papershelf.text import one_line, sentence_cut, to_plain

SCRIPT = "location.replace(document.links[0].href + location.search + location.hash)"
"""The same on every stub, so that a content security policy needs one hash."""


def stub(paper: Paper, settings: Settings) -> str:
    """HTML of a page in a folder beside the paper's."""
    title = escape(to_plain(paper.label))
    target = f"../{quote(paper.id, safe='-._~')}/"
    absolute = f"{settings.site_url}papers/{target[3:]}" if settings.site_url else ""
    about = escape(sentence_cut(to_plain(paper.abstract), 200)) if paper.abstract else ""
    head = [
        f"<title>{title}</title>",
        '<meta name="robots" content="noindex">',
        f'<link rel="canonical" href="{absolute or target}">',
        f'<meta property="og:site_name" content="{escape(one_line(settings.site_name))}">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:title" content="{title}">',
    ]
    if about:
        head.append(f'<meta property="og:description" content="{about}">')
    if absolute:
        head.append(f'<meta property="og:url" content="{absolute}">')
    head.append(f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>')
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        + "\n".join(head)
        + f'\n</head>\n<body>\n<p>This paper is at <a href="{target}">{title}</a>.</p>\n<script>{SCRIPT}</script>\n'
        "</body>\n</html>\n"
    )
