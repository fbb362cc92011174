"""A reading list in Markdown, as "awesome" lists are written: headings, and below them items or rows of tables.

    ## Agents
    ### Memory
    - [Rivers at rest](https://arxiv.org/abs/2401.12345) - A. Brook, B. Stream, *ICML* 2024. [[code]](https://…)
      - A note on it.

The headings above an item are its collection (`Agents / Memory`). An item is a paper where a link in it leads to one
(an id, a PDF, a publisher's page, a link called `paper`), or where it states title, authors and year. Other items
(blogs, tools, tables of contents) are kept as asides, and so is everything else: a reading list of papers should not
fill up with software. Markdown: https://spec.commonmark.org/; awesome lists:
https://github.com/sindresorhus/awesome/blob/main/pull_request_template.md

    blocks     lines -> headings, items, rows, paragraphs
    inline     the text of an item -> plain, bold, italic, links
    items      these -> what they say of a paper (said); tables: the same for a row
    titles     where the title is; statements: names, venue and year around it
    words      labels of links, venues, dates
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from papershelf import identifiers
from papershelf.model import Item
from papershelf.readers import entry
from papershelf.readers.markdown_list.blocks import Block, blocks, references
from papershelf.readers.markdown_list.inline import Piece, joined, pieces, tidy, without_pictures
from papershelf.readers.markdown_list.items import read_child, read_item
from papershelf.readers.markdown_list.said import Said
from papershelf.readers.markdown_list.tables import columns, read_row
from papershelf.readers.markdown_list.words import Published, is_label, points_to_a_paper
from papershelf.readers.pointers import pointer
from papershelf.readers.sheet import Sheet, excerpt

NAME = "Markdown list"
_SAMPLE = 4000
_HEAD = 2000
_TABLE = re.compile(r"^[ \t]*\|([^\r\n]{3,500})\|[ \t]*(?:\r\n?|\n)[ \t]*\|[ \t:|-]{3,200}$", re.M)
"""The head of a table and the line below it."""
_FEW = 12
"""So many lines below an item may tell that it is a paper."""
_LINKED = re.compile(r"\]\(\s{0,5}<?https?://|\]\[[^\[\]]{0,100}\]|<a\s[^<>]{0,200}href", re.I)
_ITEM = re.compile(r"[ \t>]{0,40}(?:[-*+•][ \t]|[0-9]{1,4}[.)][ \t]|\||\*\*\[)")
_HEADING = re.compile(r"(#{1,6})[ \t]*[^\s#!]")
_BOLD_ITEM = re.compile(r"[ \t]{0,20}(?:[-*+]|[0-9]{1,4}[.)])[ \t]+(?:\[[^\[\]]{0,40}\][ \t]*)?\*\*[^*]{3,300}\*\*")
_NUMBERING = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[IVX]{1,5}\.)\s+(?=[^\s\d])")
_NO_TOPICS = frozenset(("contents", "content", "table of contents", "toc", "outline", "index", "目录"))
_WORD = re.compile(r"[^\W_]")
_OF_ANOTHER = re.compile(rf"(?:^|[.!?。])[ \t]*arXiv:[ \t]?{identifiers.ARXIV_ID}", re.I | re.M)
_RIGHT = "items as “- [Title](https://arxiv.org/abs/2407.14622) - A. Author, *Venue* 2024”"


def looks_like(text: str) -> bool:
    """Whether items of a list, or rows of a table, hold links or titles in Markdown."""
    if (head := _TABLE.search(text, 0, _HEAD)) and "abstract" in columns(head[1].split("|")):
        return True
    if "](" not in text and "][" not in text and "**" not in text and "##" not in text and "<a " not in text:
        return False
    headings = linked = bold = pointing = other = 0
    deep = False
    for m in islice((m for m in re.finditer(r"[^\r\n]+", text) if not m[0].isspace()), _SAMPLE):
        line = text[m.start() : min(m.end(), m.start() + 3000)]
        if heading := _HEADING.match(line):
            headings += 1
            deep = deep or len(heading[1]) > 1
        elif _ITEM.match(line):
            linked += _LINKED.search(line) is not None
            bold += _BOLD_ITEM.match(line) is not None
            words = line.split(maxsplit=2)
            pointing += len(words) > 1 and pointer(words[1]) is not None
        elif _LINKED.search(line):
            linked += headings > 0
        else:
            other += len(line) > 250
    if linked > other or (headings and linked):
        return True
    return bool(headings and bold > 1) or (deep and pointing > 0)


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, asides and problems, in order."""
    sheet = Sheet(text, path, NAME)
    yield from _Reader(sheet).read()


class _Reader:
    """Walks through the blocks of a file with the headings above in mind."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.references = references(sheet) if "]:" in sheet.text else {}
        self.blocks = blocks(sheet)
        self.headings: list[tuple[int, str]] = []
        self.title = self._title_of_the_file()
        self.head: list[str] = []
        """What the columns of the table hold."""

    def read(self) -> Iterator[Item]:
        at, found = 0, False
        while at < len(self.blocks):
            block = self.blocks[at]
            at += 1
            if block.kind == "item":
                said = self._read(block)
                children = self._children(at, block, said)
                if said.is_paper and not said.title and not self._has_id(said):
                    raw = excerpt(self.sheet.text[block.start : block.end])
                    yield self.sheet.unused(
                        block.start, block.end, f"where the title begins in {raw} cannot be told", _RIGHT
                    )
                    continue
                if said.is_paper:
                    last = self.blocks[at + children - 1] if children else block
                    yield from self._record(block.start, last.end, said)
                    at += children
                    found = True
                    continue
            elif block.kind == "row":
                said = read_row(block.cells, self.head, self.references)
                if said.is_paper or (said.title and self.head and "title" in self.head and said.authors):
                    yield from self._record(block.start, block.end, said)
                    found = True
                    continue
            elif block.kind == "paragraph" and self._may_be_an_item(block):
                said = self._read(block)
                if said.is_paper and said.title:
                    yield from self._record(block.start, block.end, said)
                    found = True
                    continue
            yield from self._other(block)
        if not found and self.blocks:
            start = self.blocks[0].start
            yield self.sheet.remark(start, self.blocks[-1].end, "no item of this Markdown list is a paper", _RIGHT)

    def _read(self, block: Block) -> Said:
        return read_item(pieces(block.text(self.sheet), self.references))

    def _has_id(self, said: Said) -> bool:
        return any(pointer(text) for text in (*said.ids, *said.links))

    def _children(self, at: int, parent: Block, said: Said) -> int:
        """Read the items below `parent` that are notes and links of it; how many there are."""
        count = 0
        was_paper = said.is_paper
        while at + count < len(self.blocks) and (was_paper or count < _FEW):
            block = self.blocks[at + count]
            if block.kind != "item" or block.level <= parent.level:
                break
            found = pieces(block.text(self.sheet), self.references)
            titled = any(
                p.url and len(p.text.split()) > 1 and not is_label(p.text) and points_to_a_paper(p.url) for p in found
            )
            if titled or (
                not was_paper and read_item(found).title and any(p.url for p in found) and not _is_links(found)
            ):
                break
            if not was_paper and not said.title:
                break
            read_child(said, found)
            count += 1
        return count if said.is_paper else 0

    def _may_be_an_item(self, block: Block) -> bool:
        text = self.sheet.text[block.start : min(block.end, block.start + 3000)]
        return (
            len(text) < 2500
            and _LINKED.search(text) is not None
            and (text.lstrip(" >").startswith(("**", "[", "*")) or re.match(r"\s*[0-9]{1,4}\b", text) is not None)
        )

    def _record(self, start: int, end: int, said: Said) -> Iterator[Item]:
        stated, date = said.published, said.date
        if stated and stated.venue == "arXiv" and not stated.year and date:
            stated = Published("arXiv", date.year)
        ids = [found for text in said.ids if (found := pointer(text))]
        path = [name for _, name in self.headings]
        # A day before the title is when somebody met the paper: never the year of a venue.
        fields = entry.Fields(
            title=said.title,
            authors=said.authors,
            others=said.others,
            abstract=said.abstract,
            venue=stated.venue if stated else "",
            year=stated.year if stated and (stated.year or (date and date.month)) else date.year if date else "",
            month=date.month if date and not stated else "",
            arxiv=next((found.arxiv for found in ids if found.arxiv), ""),
            doi=next((found.doi for found in ids if found.doi), ""),
            other_ids=[found.other for found in ids if found.other[0]],
            addresses=list(dict.fromkeys(said.links)),
            collections=(" / ".join(path),) if path else (),
            keywords=said.keywords,
            notes=said.notes,
        )
        yield from entry.record(self.sheet, start, end, fields)

    def _other(self, block: Block) -> Iterator[Item]:
        """A block that is no paper."""
        if block.kind == "heading":
            self._enter(block)
        elif block.kind == "head":
            self.head = columns(block.cells)
        elif block.kind == "paragraph" and self._is_of_another_format(block):
            raw = excerpt(self.sheet.text[block.start : block.end])
            yield self.sheet.unused(block.start, block.end, f"{raw} is no item of a list", _RIGHT)
            return
        yield self.sheet.aside(block.start, block.end)

    def _is_of_another_format(self, block: Block) -> bool:
        text = self.sheet.text[block.start : block.end]
        return _OF_ANOTHER.search(text) is not None or pointer(text.split(maxsplit=1)[0]) is not None

    def _enter(self, block: Block) -> None:
        name = self._name(block)
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        if name and block is not self.title and name.lower() not in _NO_TOPICS:
            self.headings.append((block.level, name))

    def _name(self, block: Block) -> str:
        found = pieces(block.text(self.sheet).split("\n")[0][:500].rstrip("# \t"), self.references)
        text = joined([piece for piece in found if piece.url[:1] != "#"])
        text = tidy(text if _WORD.search(text) else joined(found)).replace("()", "")
        text = _NUMBERING.sub("", without_pictures(text.strip(" :*_")))
        return without_pictures(text.strip(" :*_"))

    def _title_of_the_file(self) -> Block | None:
        """The heading that names the file: the first, where it is the only one of its level and none is above it."""
        levels = [block.level for block in self.blocks if block.kind == "heading"]
        if (
            not levels
            or levels.count(levels[0]) > 1
            or min(levels) < levels[0]
            or levels[0] > 2
            or (len(levels) == 1 and levels[0] > 1)
        ):
            return None
        return next(block for block in self.blocks if block.kind == "heading")


def _is_links(found: list[Piece]) -> bool:
    """Whether a line is nothing but links with labels."""
    return all(is_label(piece.text) for piece in found if piece.url) and not any(
        re.search(r"[^\W\d_]{3,}", piece.text) and not is_label(piece.text) for piece in found if not piece.url
    )
