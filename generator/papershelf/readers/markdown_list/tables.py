"""A row of a table → what it says of a paper. The head names the columns, or the cells tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papershelf.readers.bylines import listed
from papershelf.readers.markdown_list.inline import Piece, pieces, tidy
from papershelf.readers.markdown_list.items import read_child, read_item
from papershelf.readers.markdown_list.said import Said, clean_title
from papershelf.readers.markdown_list.words import Published, is_label, published
from papershelf.readers.pointers import pointer

_COLUMNS = (
    ("title", re.compile(r"(?:paper\s+)?(?:title|name)s?|papers?|articles?|publications?|work|reference", re.I)),
    ("authors", re.compile(r"(?:first\s+)?authors?(?:\(s\))?", re.I)),
    (
        "venue",
        re.compile(
            r"(?:publication\s+)?venues?|conferences?|conf\.?|journals?|published(?:\s+in)?|pub\.?|proceedings|publisher"
            r"|(?:venue|conference|journal)\s*[/&,]\s*\w+",
            re.I,
        ),
    ),
    ("date", re.compile(r"years?|dates?|published\s+date|release(?:d| date)?|time|publish(?:ed)? (?:date|time)", re.I)),
    ("abstract", re.compile(r"abstract", re.I)),
    (
        "notes",
        re.compile(
            r"notes?|comments?|remarks?|description|tl;?dr|summary|keywords?|topics?|tags?|main\s+idea|contribution"
            r"|highlights?",
            re.I,
        ),
    ),
    ("id", re.compile(r"arxiv(?:\s*id)?|doi|id", re.I)),
)


def columns(cells: Sequence[str]) -> list[str]:
    """What each column of a head holds; empty where its name does not tell."""
    found: list[str] = []
    for cell in cells:
        name = tidy("".join(piece.text for piece in pieces(cell, {}))).strip(" :*")
        what = next((what for what, pattern in _COLUMNS if pattern.fullmatch(name)), "")
        found.append(what if what in ("notes", "title") or what not in found else "")
    return found


def read_row(cells: Sequence[str], head: Sequence[str], references: dict[str, str]) -> Said:
    """What a row says."""
    said = Said()
    for number, what in sorted(
        enumerate([*head, *[""] * (len(cells) - len(head))]), key=lambda cell: _rank(cells, *cell)
    ):
        if number >= len(cells):
            continue
        found = pieces(cells[number], references)
        text = tidy("".join(piece.text for piece in found)).strip(" -–—")
        if not text and not any(piece.url for piece in found):
            continue
        _cell(said, what, found, text)
    said.title = clean_title(said.title)
    return said


def _rank(cells: Sequence[str], number: int, what: str) -> tuple[bool, int]:
    """Titles first; of two columns that may hold one (`Name`, `Paper`), the one with more words."""
    words = len(re.findall(r"[^\W\d_]{2,}", re.sub(r"\(\S*\)", "", cells[number]))) if number < len(cells) else 0
    return what != "title", -words if what == "title" else number


def _cell(said: Said, what: str, found: Sequence[Piece], text: str) -> None:
    only_labels = all(is_label(piece.text) for piece in found if piece.url) and any(piece.url for piece in found)
    if what == "title" and not said.title:
        _title(said, found)
    elif what == "authors" and text and not said.authors:
        said.authors, said.others = listed(text)
    elif what in ("venue", "date") and text:
        stated = published(text, surely=True)
        if stated is None and what == "venue" and len(text) < 200:
            stated = Published(text)
        if stated and what == "date" and stated.venue:
            stated = Published("", stated.year, stated.month)
        if stated:
            said.state(stated)
        read_links(said, found)
    elif what == "abstract":
        said.abstract = said.abstract or text
    elif what == "id" and text and pointer(text):
        said.ids.append(text)
    elif what == "notes":
        said.notes.append(text)
    elif only_labels or not text:
        read_links(said, found)
    elif pointer(text):
        said.ids.append(text)
    else:
        before = len(said.notes)
        read_child(said, found)
        if not re.search(r"[^\W\d_]{3,}", text):
            del said.notes[before:]


def _title(said: Said, found: Sequence[Piece]) -> None:
    """The cell of a title: all of its text, unless that is the label of a link (a column `Paper` with `[pdf]`)."""
    texts = [piece for piece in found if not piece.url]
    if not any(re.search(r"[^\W\d_]{2,}", piece.text) for piece in texts) and all(
        is_label(p.text) for p in found if p.url
    ):
        read_links(said, found)
        return
    one = read_item(found)
    said.title, said.set_off = one.title, True
    said.links, said.has_paper_link = [*said.links, *one.links], said.has_paper_link or one.has_paper_link
    said.authors, said.others = said.authors or one.authors, said.others or one.others
    said.published, said.date = said.published or one.published, said.date or one.date
    said.ids += one.ids
    said.notes += one.notes


def read_links(said: Said, found: Sequence[Piece]) -> None:
    """The links of a cell, without its text."""
    read_child(said, [piece for piece in found if piece.url and (is_label(piece.text) or not piece.text)])
