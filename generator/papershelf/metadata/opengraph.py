"""A paper as OpenGraph (https://ogp.me); what every page has, and the picture of pages that are no paper's, stands in
theme/partials/meta.html."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from papershelf.config import Settings
from papershelf.exports import csl
from papershelf.metadata.facts import Facts

CARD_SIZE = (1200, 630)
"""Pixels; what previews of links show whole: https://developers.facebook.com/docs/sharing/webmasters/images"""


def tags(facts: Facts, topics: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(property, content) in order."""
    if len(facts.issued) == 3:
        yield "article:published_time", facts.date
    if facts.paper.updated:
        yield "article:modified_time", facts.paper.updated.isoformat()
    for topic in topics:
        yield "article:tag", csl.line(topic)


def address(card: str, settings: Settings) -> str:
    """Of the picture that is at `card` below docs/; empty where there is none, or no address of the site."""
    return f"{settings.site_url}{quote(card, safe='/-._~')}" if card and settings.site_url else ""


def picture(image: str, title: str, settings: Settings) -> Iterator[tuple[str, str]]:
    """(property, content) in order: the card at the address `image`, of the paper called `title`, else the list's."""
    if image:
        width, height = CARD_SIZE
        yield "og:image", image
        yield "og:image:width", str(width)
        yield "og:image:height", str(height)
        shown = (
            f"{title}, as a card with its authors and date"
            if title
            else f"{settings.site_name}, as a card with its description"
        )
        yield "og:image:alt", shown
