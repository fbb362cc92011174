r"""BibTeX and BibLaTeX: the files of LaTeX, and the format that every reference manager and publisher hands out.

    @article{key,
      title  = {{BERT}: Pre-training of Deep Bidirectional Transformers},
      author = {Devlin, Jacob and others},
      year   = 2019,
    }

Sources: O. Patashnik, "BibTeXing" (1988); N. Markey, "Tame the BeaST"; P. Kime, M. Wemheuer, P. Lehman, "The biblatex
package" (https://ctan.org/pkg/biblatex).

Every entry is a record, also a second one with the same key. Asides are @string, @comment, @preamble, the text between
entries, entries behind a `%`, and volumes (`inherit.VOLUMES`) that are there for others to inherit from.

    scan        text → blocks             values, inherit    @string, crossref
    fields      fields → what they mean   people dates types braces
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Item
from papershelf.readers import entry
from papershelf.readers.bibtex.fields import meaning
from papershelf.readers.bibtex.inherit import VOLUMES, Parent, inherited, targets
from papershelf.readers.bibtex.scan import scan
from papershelf.readers.bibtex.values import Macros
from papershelf.readers.sheet import Sheet

NAME = "BibTeX"

_HEAD = 50_000
_COMMENT_LINES = re.compile(r"^[ \t\ufeff]*%[^\r\n]*", re.M)
_NAMES_A_PAPER = re.compile(
    r"doi\.org/10\.|arxiv\.org/(?:abs|pdf|html)/|arxiv:\s?[0-9]|(?<![\w./])10\.[0-9]{4,9}/\w", re.I
)
_REFERS = re.compile(r"(?:crossref|xdata)\s*+=")
_DEFINES = re.compile(r"@\s*+string")
_LOST = re.compile(r"""\A[,}"]|^[ \t]*+(?:@\s*+(?!comment)\w|[A-Za-z][\w-]*+[ \t]*+=[ \t]*+["{])""", re.M | re.I)


def looks_like(text: str) -> bool:
    """Whether an entry begins the text or a line of it outside of a Markdown code block, or entries (or @string,
    @comment) are most of what is not behind a `%`."""
    text = text[:_HEAD]
    if "@" not in text:
        return False
    inside = outside = position = 0
    for block in scan(text):
        outside += _ink(text[position : block.start])
        if block.kind == "entry" and len(block.fields) > 1 and not block.broken and _stands_alone(text, block.start):
            return True
        if block.fields or block.kind != "entry" or block.broken:
            inside += block.end - block.start
        position = block.end
    return inside > outside + _ink(text[position:])


def _stands_alone(text: str, start: int) -> bool:
    before = text[:start].rstrip("\ufeff")
    return before[-1:] in ("", "\n", "\r") and before.count("```") % 2 == 0


def _ink(text: str) -> int:
    return len(_COMMENT_LINES.sub("", text).strip())


def read(text: str, path: str) -> Iterator[Item]:
    sheet = Sheet(text, path, NAME)
    macros = Macros()
    parents: dict[str, Parent] = {}
    small = text.lower()
    refers = _REFERS.search(small) is not None
    if refers or _DEFINES.search(small):
        macros, parents = _context(text, refers)
    position = 0
    for block in scan(text):
        yield from _between(sheet, position, block.start)
        position = block.end
        if block.broken:
            yield sheet.unused(block.start, block.end, *block.broken)
            continue
        if block.kind == "string":
            macros.define(block)
        if block.kind != "entry" or (block.type in VOLUMES and block.key.lower() in parents) or block.type == "xdata":
            yield sheet.aside(block.start, block.end)
        else:
            fields = inherited(block.type, macros.fields(block), parents)
            yield from entry.record(sheet, block.start, block.end, meaning(block.type, block.key, fields))
        for message, fix in block.remarks:
            yield sheet.remark(block.start, block.end, message, fix)
    yield from _between(sheet, position, len(text))


def _between(sheet: Sheet, start: int, end: int) -> Iterator[Item]:
    """What stands between entries is a comment, unless it looks like a piece of one or names a paper."""
    start, end = sheet.ink(start, end)
    if start == end:
        return
    text = _COMMENT_LINES.sub("", sheet.text[start:end])
    if _LOST.search(text) or _NAMES_A_PAPER.search(text):
        yield sheet.unused(start, end, "text outside of entries", "“@type{key, name = {value}, …}”")
    else:
        yield sheet.aside(start, end)


def _context(text: str, refers: bool) -> tuple[Macros, dict[str, Parent]]:
    """The `@string` definitions of the whole file, and the entries that others refer to, by key in lower case. An entry
    may stand before what it refers to."""
    macros = Macros()
    entries: dict[str, Parent] = {}
    wanted: set[str] = set()
    for block in scan(text):
        if block.kind == "string":
            macros.define(block)
        elif refers and block.kind == "entry" and not block.broken:
            fields = macros.fields(block)
            wanted.update(targets(fields))
            entries.setdefault(block.key.lower(), Parent(block.type, fields))
    return macros, {key: entries[key] for key in wanted if key in entries}
