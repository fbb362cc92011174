"""A note about a paper, with front matter: what Obsidian, Zotero's plug-ins for it, Quarto and Hugo write.

    ---
    title: "Rivers at rest"
    authors: [Ann Brook, Bo Stream]
    year: 2021
    url: https://arxiv.org/abs/2103.01234
    tags: [rivers]
    ---
    They look at rivers. Compare with …

Front matter is YAML (https://yaml.org/spec/1.2.2/); of it keys with texts and lists of texts are read, line by line, so
that a mistake costs one line. The names of keys are those of `labelled`. Front matter of anything else, as of the page
that holds a list, says neither where a paper came out nor what its id is. The text below it is the paper's note, unless
it speaks of other papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from papershelf.model import Item
from papershelf.readers import entry, labelled, tagged
from papershelf.readers.pointers import pointer
from papershelf.readers.sheet import UNSEEN, Sheet

NAME = "note with front matter"

_BLOCK = re.compile(rf"[{UNSEEN}\s]{{0,100}}---[ \t]*[\r\n](?P<inside>.{{1,20000}}?)[\r\n]---[ \t]*(?=[\r\n]|\Z)", re.S)
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?=[ \t]|\Z)")
_OF_A_PAPER = re.compile(
    r"doi|arxiv(?: id)?|eprint|pmid|venue|journal|conference|book ?title|year|(?:citation|cite|bibtex) ?key", re.I
)
_LISTED = re.compile(r"\"[^\"]*\"|'[^']*'|[^,]+")
_ITEM = re.compile(r"-[ \t]+(?:name:[ \t]*)?")
_FOLDED = re.compile(r"[>|][+-]?\s*")
_QUOTES = "\"' "
_LONGEST_NOTE = 2_000
_OTHER = "other"


def looks_like(text: str) -> bool:
    """The file begins with front matter that is of a paper."""
    block = _BLOCK.match(text)
    return block is not None and _said(Sheet(text[: block.end()], "", NAME), block) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The record of the note; what speaks of other papers is an aside."""
    sheet = Sheet(text, path, NAME)
    block = _BLOCK.match(text)
    said = _said(sheet, block) if block else None
    if block is None or said is None:
        start, end = sheet.ink(0, len(text))
        if start < end:
            right = "“title: …” and “doi: …” between two lines “---”"
            yield sheet.unused(start, end, "no front matter of a paper", right)
        return
    start, end = sheet.ink(block.end(), len(text))
    body = text[start:end]
    own = {pointer(text) for text in (said.doi, said.arxiv, *said.addresses, "")}
    if any(pointer(word.strip("()[]<>.,;")) not in own for word in re.split(r"\s|\]\(", body)):
        yield from entry.record(sheet, *sheet.ink(*block.span()), said)
        yield sheet.aside(start, end)
        return
    note = re.sub(r"(?m)^#+[ \t]*", "", body).removeprefix(said.title).strip()
    if note and len(note) <= _LONGEST_NOTE:
        said = replace(said, notes=(*said.notes, note))
    yield from entry.record(sheet, *sheet.ink(0, len(text)), said)


def _said(sheet: Sheet, block: re.Match[str]) -> entry.Fields | None:
    """What the front matter says of a paper; None where it is of something else."""
    found = tagged.Entry(*block.span())
    is_of_a_paper = False
    for label, value, start, _, _ in tagged.lines(sheet, _KEY):
        if not block.start("inside") <= start < block.end("inside"):
            continue
        if label:
            found.values.append((labelled.field_of(label) or _OTHER, [value] if value else []))
            is_of_a_paper |= _OF_A_PAPER.fullmatch(label) is not None
        elif found.values:
            found.values[-1][1].append(value)
    found.values = [(field, list(_texts(lines))) for field, lines in found.values]
    said = labelled.fields(found)
    is_of_a_paper |= any(pointer(address) for address in said.addresses)
    return said if is_of_a_paper and (said.title or said.doi or said.arxiv) else None


def _texts(lines: list[str]) -> Iterator[str]:
    """The texts of a value: without quotes, brackets, and the hyphens of a list."""
    for line in lines:
        line = line.strip()
        if _FOLDED.fullmatch(line):
            continue
        if line[:1] == "[" and line[-1:] == "]" and line[:2] != "[[":
            yield from (part.strip(_QUOTES) for part in _LISTED.findall(line[1:-1]))
        else:
            yield _ITEM.sub("", line, count=1).strip(_QUOTES).removeprefix("[[").removesuffix("]]")
