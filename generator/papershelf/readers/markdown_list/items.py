"""The pieces of an item → what it says of a paper: title, authors, venue, year, links, notes.

    [Title](link) - A. Author, B. Author, *Venue* 2023. [[code]](link)
    **Title** (ICML 2021) [paper](link) | [code](link)
    [2023/05] Title. *First Author et al. arXiv.* [[paper]](link)
    Author, First, and Second Author. "Title." Venue (2015). [[pdf]](link)

What is set off (a link, bold, quotes) is the title; what stands around it is taken for names, venue or year only where
it is nothing else, and is a note otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from papershelf import identifiers
from papershelf.readers.bylines import byline
from papershelf.readers.colons import before_a_colon
from papershelf.readers.entry import Name
from papershelf.readers.markdown_list.inline import Piece, joined, tidy
from papershelf.readers.markdown_list.said import KEY, WORDS, Said, clean_title, is_a_label, take_keyed, take_link
from papershelf.readers.markdown_list.statements import EDGES, statements, unrecognised
from papershelf.readers.markdown_list.titles import title_at
from papershelf.readers.markdown_list.words import Published, is_label, points_to_a_paper, published
from papershelf.readers.pointers import pointer

_ID = re.compile(
    rf"\barxiv:\s?({identifiers.ARXIV_ID})(?:v[0-9]{{1,3}})?|\bdoi:\s?(10\.[0-9]{{4,9}}/[^\s,;]+)", re.I | re.A
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{8,400})[”\"]")
_GLUED = re.compile(r"(et al\.)(?=\S)")
_LABEL_IN_FRONT = re.compile(r"\W*(?:paper|title|article|new|preprint)\s*[:：]\s*", re.I)
_TAGS = re.compile(r"\s*(?:\[[^\[\]]{0,60}\]\s*)+")
_VENUE_IN_FRONT = re.compile(r"\(([^()]{2,60})\)[\s:.–-]*(?=\S)")
_YEAR_IN_FRONT = re.compile(r"[\s,(’']*((?:19|20)[0-9]{2})\b")


def read_item(found: Sequence[Piece]) -> Said:
    """What the pieces of an item say."""
    said = Said()
    rest = _without_front(list(found), said)
    start, stop = title_at(rest)
    if stop > start:
        said.title, said.set_off = joined(rest[start:stop]), True
        if any(piece.url for piece in rest[start:stop]):
            take_link(said, next(piece for piece in rest[start:stop] if piece.url), of_the_title=True)
        _remainder(said, [*rest[:start], *rest[stop:]])
    else:
        _plain(said, rest)
    said.title = clean_title(said.title)
    return said


def read_child(said: Said, found: Sequence[Piece]) -> None:
    """Add what a further line below an item says: its links, or a note."""
    text = tidy("".join(piece.text for piece in found if not is_a_label(piece)))
    key = KEY.match(text)
    for piece in found:
        if is_a_label(piece):
            take_link(said, piece)
    names = byline(text) if not said.authors and not key else None
    if key:
        take_keyed(said, key[1].lower(), text[key.end() :].strip())
    elif names and (names.sure or len(names.names) > 1):
        said.authors, said.others = names.names, names.others
    elif is_label(text):
        pass
    elif not key and _says_who_and_where(said, text):
        _remainder(said, [piece for piece in found if not is_a_label(piece)])
    elif WORDS.search(text):
        said.notes.append(text.strip(" \t\n,;:-–—|·•"))


def _says_who_and_where(said: Said, text: str) -> bool:
    """Whether a line below an item has names and then its venue: `A. Brook, B. Lake. *RC 2019*`."""
    stated = [statement for statement, _ in statements(text)]
    if said.authors or not 2 <= len(stated) <= 4 or byline(stated[0]) is None:
        return False
    return published(stated[1], surely=True) is not None


def _without_front(found: list[Piece], said: Said) -> list[Piece]:
    """Without numbers, dates and tags in brackets, and a label `Paper:`, before everything else."""
    at = 0
    for piece in found:
        text = tidy(piece.text)
        if piece.url:
            break
        if piece.bracketed:
            stated = published(text)
            if stated:
                said.state(stated)
            elif WORDS.search(text) and len(text) < 60:
                said.notes.append(text)
        elif WORDS.search(text) or re.search(r"\d{3}", text):
            break
        at += 1
    rest = found[at:]
    if at and len(rest) == 0:  # nothing but tags
        said.notes.clear()
        return found
    if rest and not rest[0].url and (m := _LABEL_IN_FRONT.match(rest[0].text)):
        first = rest[0]
        rest = [Piece(first.text[m.end() :], "", first.bold, first.italic, first.bracketed), *rest[1:]]
        if not rest[0].text.strip():
            rest = rest[1:]
    return rest


def _plain(said: Said, found: list[Piece]) -> None:
    """An item whose title is not set off by markup: it is in quotes, or it is the first statement, or the one behind
    names."""
    lead = next((i for i, piece in enumerate(found) if piece.url or (piece.italic and i)), len(found))
    text = " ".join("".join(piece.text for piece in found[:lead]).split())
    first, _, more = text.partition(" ")
    if pointer(first):
        said.ids.append(first)
        _remainder(said, [Piece(more), *found[lead:]])
        return
    in_front = _VENUE_IN_FRONT.match(text)
    if in_front and (where := published(in_front[1], surely=True)):
        said.state(where)
        text = text[in_front.end() :]
    quoted = _QUOTED.search(text)
    if quoted and len(quoted[1].split()) > 1:
        said.title, said.set_off = quoted[1], True
        before = text[: quoted.start()].strip(EDGES)
        names = byline(before) if before else None
        if names:
            said.authors, said.others = names.names, names.others
            before = ""
        _remainder(said, [Piece(before), Piece(text[quoted.end() :]), *found[lead:]])
        return
    text = _TAGS.sub("", text, count=1) if _TAGS.match(text) else text
    if front := before_a_colon(text):
        said.authors, said.others, text = front.names.names, front.names.others, front.rest
        if front.year:
            said.state(Published("", front.year))
    stated = [statement for statement, _ in statements(text)]
    if not stated:
        _remainder(said, found)
        return
    names = byline(stated[0]) if not front else None
    rest = stated[1:]
    if names and names.sure and rest and published(rest[0]) is None:
        said.authors, said.others = names.names, names.others
        said.title, rest = rest[0], rest[1:]
    elif not front and (parts := _comma_style(stated[0])):
        said.authors, said.others, said.title, last = parts
        rest = [last, *rest]
    elif not (names and names.sure) and published(stated[0]) is None:
        said.title = stated[0]
        if stated[0].endswith("?") and rest and _is_text(rest[0]):
            said.title, rest = f"{stated[0]} {rest[0]}", rest[1:]  # Do ponds freeze? Evidence from ten winters
    _remainder(said, [*(Piece(f"{statement} | ") for statement in rest if statement), *found[lead:]])


def _is_text(statement: str) -> bool:
    """Whether a statement is neither names nor a venue."""
    names = byline(statement)
    return not (names and names.sure) and len(statement.split()) > 2 and published(statement, surely=True) is None


def _comma_style(text: str) -> tuple[tuple[Name, ...], bool, str, str] | None:
    """`A. Author, B. Author, Title, Venue, 1996` → names, whether there are others, title, venue and year. Without
    venue and year the title is what follows the names; it is empty where its end cannot be told.
    """
    parts = [part.strip() for part in text.strip(" .").split(",")]
    if not 2 <= len(parts) <= 60:
        return None
    count = next((n for n in range(len(parts) - 1, 0, -1) if byline(", ".join(parts[:n]))), 0)
    names = byline(", ".join(parts[:count])) if count else None
    if names is None or not (names.sure or all(" " in part for part in parts[:count])):
        return None
    rest, last = parts[count:], ""
    dated = published(rest[-1]) if len(rest) > 1 else None
    if dated and dated.year and not dated.venue and len(rest) > 2:
        rest, last = rest[:-2], f"{rest[-2]} {rest[-1]}"
    elif dated and dated.year:
        rest, last = rest[:-1], rest[-1]
    elif len(rest) > 1:
        return names.names, names.others, "", ", ".join(rest)
    title = ", ".join(rest)
    return (names.names, names.others, title, last) if len(title.split()) > 2 or names.sure else None


def _remainder(said: Said, found: Sequence[Piece]) -> None:
    """What stands around the title."""
    left: list[str] = []
    for number, piece in enumerate(found):
        text = _GLUED.sub(r"\1 ", tidy(piece.text))
        if piece.url:
            if is_a_label(piece):
                stated = published(text.strip("[]"))
                take_link(said, piece)
                if stated and (stated.year or stated.venue) and not piece.url.startswith("#"):
                    said.state(stated)
                    said.has_paper_link = True  # [[CVPR 2019]](…) is the paper, wherever it is
            elif WORDS.search(text):
                left.append(text)
                if not said.has_paper_link and not said.title and points_to_a_paper(piece.url):
                    take_link(said, piece)
            continue
        for m in islice(_ID.finditer(text), 5):
            said.ids.append(m[0])
        text = _ID.sub("", text)
        if piece.bracketed and (stated := published(text)):
            said.state(stated)
            continue
        behind = _YEAR_IN_FRONT.match(found[number + 1].text) if piece.italic and number + 1 < len(found) else None
        if behind and (stated := published(f"{text.strip(EDGES)} {behind[1]}", surely=True)):
            said.state(stated)
            continue
        left.extend(unrecognised(said, text, piece.italic))
    note = " ".join(" ".join(left).split()).strip(EDGES)
    if len(WORDS.findall(note)) > 1 or len(note) > 12:
        said.notes.append(note)
