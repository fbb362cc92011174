"""Text without links → its statements: names, venue and year, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.readers.bylines import byline
from papershelf.readers.entry import Name
from papershelf.readers.markdown_list.said import WORDS, Said
from papershelf.readers.markdown_list.words import published

# Where one statement ends and the next begins: a full stop that is none of an initial, a dash, a bar, a bracket.
_STOP = re.compile(
    r"(?<![\s.][^\W\d_])(?<!^[^\W\d_])(?<!\bvs)(?<!\bProc)(?<!\bConf)(?<!\bIntl)(?<!\bTrans)(?<!\bet)[.?!](?=[\"”]?\s+[^\s\da-z])\s+"
    r"|,\s+(?=[A-Z][A-Za-z@&/-]{1,20}[ '’]{0,2}(?:19|20)[0-9]{2}\W*\Z)"
    r"|(?<=\bal\.)\s+|\s+[-–—|·•]+\s+|\s*[|]\s*|(?<=\.)\s+(?=(?:arXiv|arxiv|CoRR)\b)|\s*::\s*"
)
_BRACKETS = re.compile(r"\(([^()]{2,150})\)")
EDGES = " \t\n.,;:|-–—·•*'`~_+/\"“”"


def statements(text: str) -> Iterator[tuple[str, bool]]:
    """The statements of a text, and whether they stand in brackets; what does is one if it is a venue, a year or an
    organisation."""
    at = 0
    for m in _BRACKETS.finditer(text):
        if published(m[1], surely=len(m[1].split()) < 6) or m[1].startswith("@"):
            yield from ((statement, False) for statement in _split(text[at : m.start()]))
            yield m[1], len(m[1].split()) < 6
            at = m.end()
    yield from ((statement, False) for statement in _split(text[at:]))


def _split(text: str) -> Iterator[str]:
    at = 0
    for m in _STOP.finditer(text):
        end = m.start() + (m[0][0] in "?!")
        if statement := text[at:end].strip(" \t\n,;:|·•*'`_-–—"):
            yield statement
        at = m.end()
    if statement := text[at:].strip(" \t\n,;:|·•*'`_-–—"):
        yield statement[:-1] if statement.endswith(".") and not statement.endswith(("al.", "..")) else statement


def first_statement(text: str) -> str:
    return next(statements(text), ("", False))[0]


def unrecognised(said: Said, text: str, italic: bool) -> Iterator[str]:
    """The statements of a text that are not names, venue or year."""
    for statement, in_brackets in statements(text):
        if stated := published(statement, surely=in_brackets):
            said.state(stated)
            continue
        if not said.authors and (names := byline(statement)) and (names.sure or italic or len(names.names) > 1):
            said.authors, said.others = names.names, names.others
            continue
        if not said.authors and "," in statement and (cut := _names_then_venue(statement, italic)):
            said.authors, said.others, rest = cut
            if stated := published(rest, surely=italic):
                said.state(stated)
            elif rest:
                yield rest
            continue
        if italic and (stated := published(statement, surely=True)):
            said.state(stated)
            continue
        if WORDS.search(statement):
            yield f"{statement}." if statement[-1:].isalnum() and text.find(f"{statement}.") >= 0 else statement


def _names_then_venue(statement: str, italic: bool) -> tuple[tuple[Name, ...], bool, str] | None:
    parts = statement.split(",")
    if len(parts) > 60:
        return None
    for count in range(len(parts) - 1, 0, -1):
        rest = ",".join(parts[count:]).strip(EDGES)
        if count < len(parts) - 3:
            return None
        names = byline(",".join(parts[:count]))
        stated = published(rest, surely=italic) if names else None
        if names and (names.sure or italic or bool(stated and stated.venue and stated.year)) and (not rest or stated):
            return names.names, names.others, rest
    return None
