r"""The bibliography of a LaTeX paper (.bbl, .tex): `\bibitem{key}`, then the reference as it is printed.

    \bibitem[Brook and Stream(2021)]{brook21}
    Ann Brook and Bo Stream.
    \newblock Rivers at rest.
    \newblock \emph{Journal of River Studies}, 12\penalty0 (3):\penalty0 101--119, 2021.

Format: L. Lamport, "LaTeX: A Document Preparation System", 4.3.2. `\newblock` stands between authors, title and the
rest, and tells where the title ends; without it an entry is read as in a reference list. Styles of BibTeX add commands
of their own (natbib, REVTeX, IEEEtran, ACM); biblatex writes no `\bibitem`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from papershelf.model import Item
from papershelf.readers import colons, entry, references, tagged
from papershelf.readers.bylines import byline
from papershelf.readers.references.ids import ids_in
from papershelf.readers.references.styles import Reading, read_entry
from papershelf.readers.references.titles import YEAR, clean, may_be_a_title
from papershelf.readers.sheet import Sheet, excerpt
from papershelf.text import to_plain

NAME = "LaTeX bibliography"

_LABEL = r"\[(?:[^\[\]{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\]"
_ITEM = re.compile(rf"\\bibitem[\s%]*+(?:{_LABEL}[\s%]*+)?\{{([^{{}}\r\n]{{0,300}})\}}")
_END = re.compile(r"\\end\{thebibliography\}")
_LONGEST = 5_000
_COMMENT = re.compile(r"(?<!\\)%[^\r\n]*")
# Commands that print nothing, and commands that print what is in their braces.
_SILENT = re.compile(
    r"\\(?:natexlab|BibitemShut|bibAnnoteFile)\s*\{[^{}]*\}|\\penalty\s*[0-9]+|\\hskip[^\\]{0,60}\\relax"
    r"|\\(?:BibitemOpen|BIBentry\w+|relax|unskip|allowbreak|protect)(?![A-Za-z])"
)
_PRINTING = re.compile(r"\\(?:bib(?:info|field)\s*\{[^{}]*\}|bib\w*font|show\w+|textsc|enquote|path)\s*(?=\{)")
_TIE = re.compile(r"(?<!\\)~")
_DATE = re.compile(rf"[\s.,]*\(?({YEAR})[a-z]?\)?[.,]?\s*\Z")
_RIGHT = "“\\newblock” before the title and behind it, or a DOI"


def looks_like(text: str) -> bool:
    """There is an item in it."""
    return "\\bibitem" in text and _ITEM.search(text) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The items of a bibliography and what stands around them, in order."""
    sheet = Sheet(text, path, NAME)
    items = list(_ITEM.finditer(text))
    spans = []
    for number, item in enumerate(items):
        limit = items[number + 1].start() if number + 1 < len(items) else len(text)
        stop = _END.search(text, item.end(), limit)
        spans.append((item.end(), stop.start() if stop else limit))
    said = [_blocks(text[start : min(end, start + _LONGEST)]) for start, end in spans]
    used = colons.are_used(" ".join(blocks) for blocks in said)
    done = 0
    for item, (_, end), blocks in zip(items, spans, said, strict=True):
        if done == 0:
            yield from _around(sheet, 0, item.start())
        else:
            yield from tagged.between(sheet, done, item.start())
        yield from _record(sheet, item, end, _reading(blocks, used))
        done = end
    yield from _around(sheet, done, len(text))


def _around(sheet: Sheet, start: int, end: int) -> Iterator[Item]:
    """The paper that has the bibliography."""
    start, end = sheet.ink(start, end)
    if start < end:
        yield sheet.aside(start, end)


def _blocks(text: str) -> list[str]:
    """What is printed of an item, cut where a `\\newblock` stands."""
    text = _PRINTING.sub("", _SILENT.sub("", _COMMENT.sub("", text)))
    blocks = (to_plain(_TIE.sub(" ", block), _LONGEST) for block in text.split("\\newblock"))
    return [" ".join(block.replace("{", "").replace("}", "").split()) for block in blocks]


def _reading(blocks: list[str], colons_used: bool | None) -> Reading:
    reading = read_entry(" ".join(blocks), colons_used)
    dated = _DATE.search(blocks[0])
    names = byline(blocks[0][: dated.start()] if dated else blocks[0])
    if names and len(blocks) > 1 and may_be_a_title(clean(blocks[1])):
        reading.authors, reading.others = names.names, names.others
        reading.title, reading.behind = clean(blocks[1]), f". {ids_in(' '.join(blocks[2:]))[1]}"
        reading.year = dated[1] if dated else reading.year
    return reading


def _record(sheet: Sheet, item: re.Match[str], end: int, reading: Reading) -> Iterator[Item]:
    start, end = sheet.ink(item.start(), end)
    if reading.title or reading.arxiv or reading.doi or reading.other_ids:
        yield from entry.record(sheet, start, end, replace(references.fields(reading), id=item[1].strip()))
        return
    raw = excerpt(sheet.text[item.end() : end])
    yield sheet.unused(start, end, f"neither title nor id can be read surely in {raw}", _RIGHT)
