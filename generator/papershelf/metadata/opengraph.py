"""A paper as OpenGraph (https://ogp.me) and Twitter cards; what every page has stands in theme/partials/meta.html."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papershelf.exports import csl
from papershelf.metadata.facts import Facts

CARD_SIZE = (1200, 630)
"""Pixels; what previews of links show whole: https://developers.facebook.com/docs/sharing/webmasters/images"""


def tags(facts: Facts, topics: Sequence[str], image: str) -> Iterator[tuple[str, str]]:
    """(property, content) in order. `image`: address of the paper's card, where there is one."""
    if len(facts.issued) == 3:
        yield "article:published_time", facts.date
    if facts.paper.updated:
        yield "article:modified_time", facts.paper.updated.isoformat()
    for topic in topics:
        yield "article:tag", csl.line(topic)
    if image:
        width, height = CARD_SIZE
        yield "og:image", image
        yield "og:image:width", str(width)
        yield "og:image:height", str(height)
        yield "og:image:alt", f"{facts.title}, as a card with its authors and date"
