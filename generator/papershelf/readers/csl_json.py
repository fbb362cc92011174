"""CSL-JSON: what Zotero, Mendeley, pandoc and citation styles speak. A list of items, `{"items": […]}`, or one item.

Format: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json and the terms of CSL
1.0.2. The answers of Crossref, OpenAlex, Semantic Scholar and Zotero's own programs (Better BibTeX JSON) hold lists of
items that say the same in other words (`json_items`); they are read as well.

Items are decoded one by one, so that each record knows where it stands and a broken one costs no other anything: after
it, reading goes on at the next object that is an entry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from papershelf.model import Aside, Item, Problem
from papershelf.readers import entry
from papershelf.readers.joining import joined
from papershelf.readers.json_items import NO_PAPERS, fields, holds_entries, is_entry
from papershelf.readers.sheet import UNSEEN, Sheet

NAME = "CSL-JSON"
_HEAD = 50_000
_BEGINS = re.compile(rf"[\s{UNSEEN}]*(?:\[\s*(?:\{{|\])|\{{\s*\")")
_KEYS = re.compile(
    r'"(title|DOI|doi|author|authors|authorships|creators|issued|container-title|publication_year|abstract|itemType'
    r"|externalIds|paperId|citation-key|items|results|references|URL|note|page|PMID|type|id|summary|published|submitted"
    r'|date|arxiv|arxiv_id|arxivId|categories|update_date)"\s*:'
)
_SAYS_PAPER = frozenset(
    ("title", "DOI", "doi", "issued", "container-title", "itemType", "externalIds", "authorships", "PMID", "paperId",
     "abstract", "arxiv_id", "arxivId", "arxiv")
)  # fmt: skip
_LIST = re.compile(r'"(?:items|results|references|data|papers|works|message)"\s*:\s*[\[{]')
"""Where answers and libraries keep their entries; for those too broken to be looked into."""
_FRAME = re.compile(r"[\s,\[\]}]+")
_KEY = re.compile(r'"((?:[^"\\]|\\.)*+)"\s*:\s*', re.S)
_PLAIN_VALUE = re.compile(r'"(?:[^"\\]|\\.)*+"|[^\s,\[\]{}":]++', re.S)
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.S)
_BEGINS_AN_OBJECT = re.compile(r'\{\s*"(?:[^"\\]|\\.){0,100}"\s*:', re.S)
_BETWEEN = " \t\r\n,["
"""What may stand before an entry."""
_RIGHT = 'an item as {"type": "article-journal", "title": "…", "DOI": "10.1234/abc"}'
_PATIENCE = 20
"""How often a text may be gone through in the search for the entry after a broken one."""
_A_TRY = 100
"""What a try costs of it, in characters, besides those gone through."""
_SLOW = 5
"""How much slower brackets are counted than JSON is decoded."""


def looks_like(text: str) -> bool:
    """Whether the text begins as JSON does, and says soon what only entries say."""
    if not _BEGINS.match(text):
        return False
    keys = {m[1] for m in _KEYS.finditer(text, 0, _HEAD)}
    return bool(keys & _SAYS_PAPER) and len(keys) > 1


def read(text: str, path: str) -> Iterator[Item]:
    """The file's records, asides and problems, in order."""
    sheet = Sheet(text, path, NAME)
    return joined(sheet, _Reading(sheet).items())


class _Text(str):
    """Text whose errors are cheap: JSONDecodeError counts the lines before it, again and again."""

    __slots__ = ()

    def count(self, *_: object) -> int:
        return 0

    def rfind(self, *_: object) -> int:
        return -1


class _Reading:
    """One text, from entry to entry."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.text = _Text(sheet.text)
        # Numbers stay as they are written: an id, a volume, a year; `NaN` is a word like any other.
        self.decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)
        self.begin = len(self.text) - len(self.text.lstrip(UNSEEN + " \t\r\n"))
        self.patience = _PATIENCE * len(self.text) + 1_000_000
        self.error = ""

    def items(self) -> Iterator[Item]:
        text = self.text
        framed = 0
        """Up to here all is handed out; what follows, up to `at`, is frame."""
        at = self.begin
        while at < len(text):
            end, found = self._step(at)
            if found:
                yield from self._aside(framed, at)
                yield from found
                framed = end
            at = end
        yield from self._aside(framed, len(text))

    def _step(self, at: int) -> tuple[int, Iterable[Item]]:
        """What begins at `at`: where it ends, and the items it is; none where it is frame."""
        text = self.text
        if self.patience < 0:
            return len(text), self._unused(at, len(text), "too much here is broken to go on")
        if frame := _FRAME.match(text, at):
            return frame.end(), ()
        if text[at] == "{":
            return self._object(at)
        if key := _KEY.match(text, at):  # of an object around the entries
            end = key.end()
            if text[end : end + 1] not in ("[", "{"):
                plain = _PLAIN_VALUE.match(text, end)
                return (plain.end() if plain else end), ()
            value, stop = self._decoded(end)
            return (stop if value is not None and not holds_entries(value) else end), ()
        end = text.find("{", at)
        end = len(text) if end < 0 else end
        end = at + max(1, len(text[at:end].rstrip(_BETWEEN)))
        return end, self._unused(at, end, "no entry")

    def _object(self, at: int) -> tuple[int, Iterable[Item]]:
        value, end = self._decoded(at)
        if isinstance(value, dict):
            if is_entry(value):
                return end, entry.record(self.sheet, at, end, fields(value))
            if holds_entries(value):
                self.patience -= end - at
                return at + 1, ()
            if value.get("itemType") in NO_PAPERS or (at == self.begin and value.get("items") == []):
                return end, ()
            return end, self._unused(at, end, "an object that is no entry")
        wrong = self.error
        if at == self.begin:
            inner = _LIST.search(self.text, at)
            if inner and not any(m[1] in _SAYS_PAPER for m in _KEYS.finditer(self.text, at, inner.start())):
                return at + 1, ()
        end = end if end > at else self._next_entry(at)
        end = at + len(self.text[at:end].rstrip(_BETWEEN))
        return end, self._unused(at, end, wrong)

    def _next_entry(self, at: int) -> int:
        """Where the next object is that is an entry, or the end of the text."""
        pos = at + 1
        while self.patience >= 0 and (m := _BEGINS_AN_OBJECT.search(self.text, pos)):
            value, end = self._decoded(m.start())
            if isinstance(value, dict) and is_entry(value):
                return m.start()
            pos = max(end, m.start() + 1)
        return len(self.text)

    def _decoded(self, at: int) -> tuple[object, int]:
        """The value that begins at `at` and where it ends; (None, at) where it is broken, or its end where it is only
        too deep."""
        self.patience -= _A_TRY
        try:
            return self.decoder.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            self.patience -= error.pos - at
            line = self.sheet.line_of(error.pos) + 1
            self.error = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]} in line {line}"
        except RecursionError:
            self.error = "an object in an object in an object, too many times"
            return None, self._closing(at)
        return None, at

    def _closing(self, at: int) -> int:
        """Where the brackets that open at `at` are closed."""
        depth, end = 0, len(self.text)
        for m in _BRACKET.finditer(self.text, at):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(m[0], 0)
            if depth == 0:
                end = m.end()
                break
        self.patience -= _SLOW * (end - at)
        return end

    def _aside(self, start: int, end: int) -> Iterator[Aside]:
        start, end = self.sheet.ink(start, end)
        if start < end:
            yield self.sheet.aside(start, end)

    def _unused(self, start: int, end: int, message: str) -> Iterator[Problem]:
        start, end = self.sheet.ink(start, end)
        if start < end:
            yield self.sheet.unused(start, end, message, _RIGHT)
