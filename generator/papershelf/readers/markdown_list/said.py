"""What an item of a list, or a row of a table, says of a paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papershelf.readers.bylines import listed
from papershelf.readers.entry import Name
from papershelf.readers.markdown_list.inline import Piece, tidy, without_pictures
from papershelf.readers.markdown_list.words import (
    Published,
    is_code,
    is_code_label,
    is_label,
    is_paper_label,
    points_to_a_paper,
    published,
)

KEY = re.compile(
    (
        r"[\W_]*(title|paper|authors?|abstract|venue|conference|journal|year|date|key ?words?"
        r"|tags?)\b\W{0,3}[:：]\W{0,3}\s*"
    ),
    re.I,
)
WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Said:
    """What an item says."""

    title: str = ""
    set_off: bool = False
    """The title is a link, bold or quoted."""
    authors: tuple[Name, ...] = ()
    others: bool = False
    published: Published | None = None
    date: Published | None = None
    abstract: str = ""
    links: list[str] = field(default_factory=list)
    """About the paper, the surest first."""
    ids: list[str] = field(default_factory=list)
    has_paper_link: bool = False
    keywords: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_paper(self) -> bool:
        if self.has_paper_link or self.ids:
            return True
        dated = bool(self.published and (self.published.year or self.published.venue))
        return bool(self.title and self.authors and dated) or bool(self.set_off and not self.links and dated)

    def state(self, stated: Published) -> None:
        """Take a venue, or a date; the first of each counts, and one with a venue before one without."""
        if stated.venue:
            if self.published is None:
                self.published = stated
        elif self.date is None:
            self.date = stated


def clean_title(text: str) -> str:
    text = tidy(text).strip(" \t\n,;:|·•*").rstrip(" (")
    text = text.strip('“”"').strip() if text.count('"') != 1 else text
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    return without_pictures(text)


def is_a_label(piece: Piece) -> bool:
    """Whether a piece is a link that says what is linked: `[pdf]`, `[name-of-the-repository](https://github.com/…)`."""
    return bool(piece.url) and (is_label(piece.text) or not piece.text or (is_code(piece.url) and len(piece.text) < 40))


def take_link(said: Said, piece: Piece, of_the_title: bool = False) -> None:
    url, text = piece.url.strip(), piece.text
    if not url.lower().startswith(("http://", "https://")):
        return
    is_paper = points_to_a_paper(url) or (not of_the_title and is_paper_label(text) and not is_code_label(text))
    if is_paper and not said.has_paper_link:
        said.links.insert(0, url)
    else:
        said.links.append(url)
    said.has_paper_link = said.has_paper_link or is_paper


def take_keyed(said: Said, key: str, value: str) -> None:
    """A line `Authors: …`, `Abstract: …` below an item."""
    if key.startswith("author") and not said.authors:
        said.authors, said.others = listed(value)
    elif key == "abstract" and not said.abstract:
        said.abstract = value
    elif key in ("venue", "conference", "journal", "year", "date") and value:
        said.state(published(value, surely=True) or Published(value if key[0] in "vcj" else "", ""))
    elif key[0] in "kt" and not key.startswith("title"):
        said.keywords += [word for word in re.split(r"\s*[,;]\s*", value.strip(" .")) if word]
    elif key in ("title", "paper") and not said.title:
        said.title = clean_title(value)
    elif value:
        said.notes.append(value)
