"""STAGE cards: the Library -> a picture of each paper, for previews of links (1200x630 PNG).

    card         what stands on one: words only
    fonts        typefaces, and which text they can write
    wrap         text in lines
    draw         a card as PNG
    kept         cards of earlier runs

A paper's is `cards/<id>.png`; `cards/index.png` is the list's, and the only one of a list longer than the setting
`files_each_up_to`. The setting `cards: false` makes none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from papershelf.cards.card import Card, of_list, of_paper
from papershelf.cards.kept import kept
from papershelf.config import Settings
from papershelf.model import Library, Page, Paper
from papershelf.text.keys import file_name

__all__ = ["OF_LIST", "cards", "kept", "path"]

OF_LIST = "cards/index.png"
"""No paper's: `file_name` never gives that name."""


def cards(library: Library, settings: Settings, drawn: Callable[[Card], bytes]) -> Iterator[Page]:
    """The list's, then each paper's; `drawn` makes a PNG of a card, or has it already."""
    if not settings.cards:
        return
    yield Page(OF_LIST, drawn(of_list(library, settings)))
    for paper in library.papers:
        where = path(paper, library, settings)
        if where and where != OF_LIST:
            yield Page(where, drawn(of_paper(paper, settings)))


def path(paper: Paper, library: Library, settings: Settings) -> str | None:
    """Where the card of a paper is, below the site: its own, the list's, or None where there is none."""
    if not settings.cards:
        return None
    own = len(library.papers) <= settings.files_each_up_to
    return f"cards/{file_name(paper.id)}.png" if own else OF_LIST
