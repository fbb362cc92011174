"""The lines of a Markdown file → headings, items, table rows, paragraphs and the rest, each with its span.

Lines decide, as in https://spec.commonmark.org/0.31.2/#blocks-and-inlines, with what reading lists need of GitHub's
tables (https://github.github.com/gfm/#tables-extension-) and with what people write and no parser accepts: `#Heading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from papershelf.readers.sheet import Sheet, Span

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[^\s#!\[<]))(?=[ \t]*[^\s#])")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FENCE = re.compile(r"[ \t]{0,12}(`{3,}|~{3,})")
_ITEM = re.compile(r"([ \t>]{0,60})(?:[-*+•]|[0-9]{1,4}[.)])(?:[ \t]+|\Z)(?:\[[ xX]\][ \t]+)?")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)([^\[\]]{1,200})\]:[ \t]*<?(\S{1,2000}?)>?(?:[ \t]+[\"'(].{0,500})?[ \t]*\Z")
_DELIMITER = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?\Z")
_TAGS_ONLY = re.compile(r"[ \t]*(?:<(?:!--.{0,2000}?--|/?[A-Za-z][^<>]{0,1000})>[ \t]*)+\Z")
_BOLD_LINE = re.compile(r" {0,3}(?:\*\*|__)([^*_\[\]]{2,80})(?:\*\*|__):?[ \t]*\Z")
_LONGEST_LINE = 20_000

Kind = Literal["heading", "item", "row", "head", "paragraph", "frame"]


@dataclass(slots=True)
class Block:
    """A run of lines of one kind."""

    kind: Kind
    spans: list[Span]
    """Its lines, those of an item without bullet; the first begins where the block does or behind its bullet."""
    start: int
    end: int
    level: int = 0
    """Of a heading 1-6, of a line in bold 7; of an item the width of its indentation."""
    cells: list[str] = field(default_factory=list)
    """Of a table's row or head."""

    def text(self, sheet: Sheet) -> str:
        """Its lines joined."""
        return "\n".join(sheet.text[slice(*span)] for span in self.spans)


@dataclass(slots=True)
class _State:
    blocks: list[Block] = field(default_factory=list)
    blank: bool = True
    """The line before is blank, or there is none."""
    columns: int = 0
    """Of the table that the line before belongs to; 0 outside of tables."""

    def add(self, block: Block) -> None:
        self.blocks.append(block)

    @property
    def last(self) -> Block | None:
        return self.blocks[-1] if self.blocks else None


def references(sheet: Sheet) -> dict[str, str]:
    """Label in lower case → address of reference-style links. The first definition counts."""
    found: dict[str, str] = {}
    for start, end in sheet.lines:
        if end - start < 3000 and (m := _REFERENCE.match(sheet.text[start:end])):
            found.setdefault(" ".join(m[1].lower().split()), m[2])
    return found


def blocks(sheet: Sheet) -> list[Block]:
    """The blocks of a file, in order; blank lines are in none."""
    state = _State()
    fence = ""
    comment = False
    for number, (start, end) in enumerate(sheet.lines):
        line = sheet.text[start : min(end, start + _LONGEST_LINE)]
        inked = sheet.ink(start, end)
        if inked[0] == inked[1]:
            state.blank, state.columns = True, 0
            continue
        fenced = _FENCE.match(line)
        if fence or comment or fenced or line.lstrip().startswith("<!--"):
            if fence and fenced and fenced[1].startswith(fence):
                fence = ""
            elif not fence and not comment and fenced:
                fence = fenced[1][:3]
            elif not fence:
                comment = "-->" not in line
            _frame(state, inked)
        else:
            _line(sheet, state, number, inked, line)
        state.blank = False
    return state.blocks


def _line(sheet: Sheet, state: _State, number: int, inked: Span, line: str) -> None:
    last = state.last
    if m := _HEADING.match(line):
        begin = sheet.lines[number][0] + m.end()
        state.add(Block("heading", [sheet.ink(begin, inked[1])], *inked, level=len(m[1])))
    elif not state.blank and last and last.kind == "paragraph" and len(last.spans) == 1 and _UNDERLINE.match(line):
        last.kind, last.level, last.end = "heading", 1 if "=" in line else 2, inked[1]
    elif _RULE.match(line) or _TAGS_ONLY.match(line) or _REFERENCE.match(line):
        _frame(state, inked)
    elif "|" in line and (state.columns or _DELIMITER.match(line) or _is_table_head(sheet, number)):
        _row(state, inked, line)
    elif m := _ITEM.match(line):
        begin = sheet.lines[number][0] + m.end()
        width = len(m[1].replace("\t", "    ").replace(">", ""))
        state.add(Block("item", [sheet.ink(begin, max(begin, inked[1]))], *inked, level=width))
    elif m := _BOLD_LINE.match(line):
        if last and last.kind == "item" and not state.blank:
            _continue(last, inked)
        else:
            begin = sheet.lines[number][0]
            state.add(Block("heading", [(begin + m.start(1), begin + m.end(1))], *inked, level=7))
    elif last and last.kind in ("item", "paragraph") and (not state.blank or _is_below(last, line)):
        _continue(last, inked)
    else:
        state.add(Block("paragraph", [inked], *inked))


def _continue(block: Block, inked: Span) -> None:
    block.spans.append(inked)
    block.end = inked[1]


def _is_below(block: Block, line: str) -> bool:
    """Whether a paragraph is a further one of an item: it is indented deeper."""
    width = len(line.replace("\t", "    ")) - len(line.replace("\t", "    ").lstrip())
    return block.kind == "item" and width > block.level + 1


def _is_table_head(sheet: Sheet, number: int) -> bool:
    if number + 1 >= len(sheet.lines):
        return False
    start, end = sheet.lines[number + 1]
    return end - start < 2000 and _DELIMITER.match(sheet.text[start:end]) is not None


def _row(state: _State, inked: Span, line: str) -> None:
    if _DELIMITER.match(line):
        state.columns = max(1, line.count("|") - 1)
        _frame(state, inked)
        return
    cells = list(_cells(line))
    state.add(Block("row" if state.columns else "head", [inked], *inked, cells=cells))


def _cells(line: str) -> Iterator[str]:
    """The cells of a row; `\\|` is no border."""
    parts = re.split(r"(?<!\\)\|", line.strip())
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    for part in parts[:60]:
        yield part.replace("\\|", "|").strip()


def _frame(state: _State, inked: Span) -> None:
    last = state.last
    if last and last.kind == "frame":
        last.end = inked[1]
    else:
        state.add(Block("frame", [], *inked))
