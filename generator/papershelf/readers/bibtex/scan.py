r"""A .bib file → its blocks: entries, @string, @preamble, @comment, and where each begins and ends.

The grammar is BibTeX's (O. Patashnik, "BibTeXing", 1988; N. Markey, "Tame the BeaST", sections 1-5,
https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf) and biber's: `@type{key, name = value # value, …}` or with
parentheses, any text between blocks. Braces count even after a backslash; where an entry read so makes no sense, it is
read once more with `\{`, `\}` and `\"` as text, as JabRef and bibtexparser read them.

bibtexparser's own Splitter is not used: it loses the text after an empty field (`,,`, `note,`), an entry without key, a
field whose value ends in a backslash, and it takes half of the time that this reader needs in all.

Every scan stops at the next line that begins an entry, so that a brace that is missing costs no neighbour, and reads
the text of an entry a fixed number of times: the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

_TYPE = r"[^\W\d][\w+.:-]{0,60}+"
_START = re.compile(rf"(?<![\w.])@\s*+({_TYPE})\s*+([{{(])")
_HEAD = re.compile(r"""\s*+[^,{}"=\r\n]{0,200}?\s*+[,=})]""")
"""What follows the opening brace of an entry that is one: a key and a comma, a field, or nothing more."""
_COMMANDS = ("comment", "string", "preamble")
_NEXT = (
    rf"[ \t]*+@\s*+(?:(?:{'|'.join(_COMMANDS)})\s*+[{{(]"
    rf'|{_TYPE}\s*+[{{(]\s*+(?:[^,{{}}"=\r\n]{{0,200}}?\s*+[,=]|[^\s,{{}}"=]++\s++[\w-]++\s*+=))'
)
_NEXT_LF = re.compile(rf"\n{_NEXT}", re.I)
_NEXT_CR = re.compile(rf"\r{_NEXT}", re.I)
_COMMENTED_OUT = re.compile(r"(?:\A|[\r\n])[ \t]*%[% \t]*\Z")

_BRACED = r"\{[^{}]*+\}"
for _ in range(4):  # deeper ones are counted, which is slower
    _BRACED = rf"\{{[^{{}}]*+(?:{_BRACED}[^{{}}]*+)*+\}}"
_NAME = r"""[^\s=,{}"#%()@][^=,{}"#\r\n]{0,80}+"""
_FIELD = re.compile(rf"({_NAME})\s*+=\s*+")
_SIMPLE = re.compile(
    rf"""[\s,]*+({_NAME})\s*+=\s*+(?:({_BRACED})|"((?:[^"{{}}\\]++|{_BRACED})*+)"|(\w[\w.:/+-]*+))\s*+(?:,[\s,]*+|(?=[}})]))"""
)
"""A field of which nothing more is to be said: nearly all are."""
_QUOTED = re.compile(rf'"(?:[^"{{}}]++|{_BRACED})*+"')
_QUOTED_ESCAPED = re.compile(rf'"(?:[^"\\{{}}]++|\\.|{_BRACED})*+"', re.S)
_BARE = re.compile(r"""[^,#{}"=()\r\n%]++""")
_BARE_IN_BRACES = re.compile(r"""[^,#{}"=\r\n%]++""")
_GAP = re.compile(r"(?:[\s,]++|%[^\r\n]*+)*+")
"""Between fields: also lines that somebody took out with a `%`."""
_SPACE = re.compile(r"\s*+")
_KEY = re.compile(r"""\s*+([^,"{}\r\n]{0,300}?)\s*+(?:,|(?=\}))""")
_KEY_IN_PARENTHESES = re.compile(r"""\s*+([^,"{}()\r\n]{0,300}?)\s*+(?:,|(?=\)))""")
_NO_KEY = re.compile(r"""\s*+[^\W\d][\w-]*+\s*+=\s*+["{\d]""")
_KEY_WITHOUT_COMMA = re.compile(r"""\s*+([^\s,{}"=]++)\s++(?=[^\W\d][\w-]*+\s*+=)""")
_DANGLING = re.compile(r"""[^\s=,{}"#%()@]++\s*+(?=[,})])""")
_SWALLOWED = re.compile(r"""[,\r\n]\s*+[A-Za-z][\w-]*+\s*+=\s*+["{]""")
_BRACES = re.compile(r"[{}]")
_UNESCAPED = re.compile(r"\\.|[{}]", re.S)
_PARENTHESES = re.compile(r"[{})]")


class Piece(NamedTuple):
    """A part of a value, between two `#`."""

    text: str
    bare: bool
    """Written without braces and quotes: a number, or the name of a @string."""


Value = str | tuple[Piece, ...]
"""As a rule one text in braces or quotes, without these; else the parts to be joined."""


@dataclass(slots=True)
class Block:
    """One `@…{…}` of a file. Built step by step in this module only."""

    kind: Literal["entry", "string", "aside"]
    start: int
    end: int
    type: str = ""
    """In lower case."""
    key: str = ""
    fields: list[tuple[str, Value]] = field(default_factory=list)
    """Names in lower case; a name may come again."""
    broken: tuple[str, str] | None = None
    """What is wrong and what would be right, where nothing can be read from it."""
    remarks: list[tuple[str, str]] = field(default_factory=list)
    """The same, of what did no harm."""


class _Fault(Exception):
    """What is wrong with an entry, and what would be right."""


def scan(text: str) -> Iterator[Block]:
    """The blocks of `text`, in order; what lies between is none."""
    spare = 4 * len(text) + 1_000  # how much may be read in vain for the ends of comments, in all
    following = (_NEXT_LF if "\n" in text else _NEXT_CR).finditer(text)
    limit = position = 0
    while m := _START.search(text, position):
        start, position = m.start(), m.end()
        kind = m[1].lower()
        if not (kind in _COMMANDS or _HEAD.match(text, position) or _begins_line(text, start)):
            continue
        while limit <= start:
            following_start = next(following, None)
            limit = following_start.start() if following_start else len(text)
        if kind in ("comment", "preamble") or _COMMENTED_OUT.search(text, max(0, start - 40), start):
            # A comment that begins with an entry was put around entries: it may go on beyond the next one.
            around = (m_space := _SPACE.match(text, position, limit)) is not None and m_space.end() == limit
            for stop in (limit, len(text)) if around else (limit,):
                stop = min(stop, position + spare)
                end = _closing(text, position - 1, stop)
                if end is not None:
                    break
                spare = max(0, spare - (stop - position))
            if end is not None:
                yield Block("aside", start, end)
                position = end
            continue
        block = _entry(text, m, limit, kind)
        yield block
        position = block.end


def _begins_line(text: str, position: int) -> bool:
    return text[max(0, position - 40) : position].rpartition("\n")[2].strip(" \t\r\ufeff") == ""


def _closing(text: str, opening: int, limit: int, marks: re.Pattern[str] = _BRACES) -> int | None:
    """Where the bracket that opens at `opening` is closed (behind it), or None."""
    round_one = text[opening] == "("
    depth = 0
    for m in (_PARENTHESES if round_one else marks).finditer(text, opening + round_one, limit):
        if m[0] == "{":
            depth += 1
        elif m[0] == "}":
            depth -= 1
            if depth == 0 and not round_one:
                return m.end()
        elif m[0] == ")" and depth <= 0:
            return m.end()
    return None


def _entry(text: str, m: re.Match[str], limit: int, kind: str) -> Block:
    message = fix = ""
    for escapes in (False, True):
        block = Block("string" if kind == "string" else "entry", m.start(), m.end(), kind)
        try:
            _Entry(text, m, limit, block, escapes).read()
        except _Fault as fault:
            message, fix = (message, fix) if message else fault.args
        else:
            return block
        if "\\" not in text[m.end() : limit]:
            break
    end = _closing(text, m.end() - 1, limit) or limit
    return Block("entry", m.start(), m.start() + len(text[m.start() : end].rstrip()), kind, broken=(message, fix))


class _Entry:
    """One reading of one entry, from its opening brace on."""

    def __init__(self, text: str, m: re.Match[str], limit: int, block: Block, escapes: bool) -> None:
        self.text = text
        self.position = m.end()
        self.limit = limit
        self.close = "}" if m[2] == "{" else ")"
        self.block = block
        self.escapes = escapes

    def read(self) -> None:
        text, limit, block = self.text, self.limit, self.block
        if block.kind == "entry":
            self._key()
        fields = block.fields
        while True:
            simple = None if self.escapes else _SIMPLE.match(text, self.position, limit)
            if simple:
                name, braced, quoted, bare = simple.groups()
                value = braced[1:-1] if braced is not None else quoted if quoted is not None else (Piece(bare, True),)
                fields.append((name.strip().lower(), value))
                self.position = simple.end()
                continue
            gap = _GAP.match(text, self.position, limit)
            self.position = gap.end() if gap else self.position
            if text[self.position : self.position + 1] == self.close and self.position < limit:
                block.end = self.position + 1
                return
            if self.position >= limit:
                if not fields:
                    raise _Fault("no field follows the key", "“@article{key, title = {…}, …}”")
                self._check_values()
                self._remark(f"no {self.close} closes the entry", f"a {self.close} after its last field")
                block.end = block.start + len(text[block.start : limit].rstrip())
                return
            self._field()

    def _check_values(self) -> None:
        """An entry without end may have its missing brace in an earlier value, which then has swallowed fields."""
        for name, value in self.block.fields:
            if isinstance(value, str) and _SWALLOWED.search(value):
                raise _Fault(f"no brace closes the value of “{name}”", f"“{name} = {{…}},” with as many }} as {{")

    def _remark(self, message: str, fix: str) -> None:
        if len(self.block.remarks) < 3:
            self.block.remarks.append((message, fix))

    def _key(self) -> None:
        text, position, limit = self.text, self.position, self.limit
        if _NO_KEY.match(text, position, limit):
            return
        if m := (_KEY if self.close == "}" else _KEY_IN_PARENTHESES).match(text, position, limit):
            self.block.key, self.position = m[1], m.end()
        elif m := _KEY_WITHOUT_COMMA.match(text, position, limit):
            self.block.key, self.position = m[1], m.end()
            self._remark(f"no comma after the key “{m[1][:60]}”", f"“{m[1][:60]},”")
        else:
            raise _Fault("no key begins the entry", "“@article{key, title = {…}, …}”")

    def _field(self) -> None:
        m = _FIELD.match(self.text, self.position, self.limit)
        if m is None:
            dangling = _DANGLING.match(self.text, self.position, self.limit)
            if dangling is None:
                here = " ".join(self.text[self.position : min(self.limit, self.position + 30)].split())
                raise _Fault(f"“{here}” is no field", "fields such as “year = {2021},”, and braces in pairs")
            self._remark(f"the field “{dangling[0].strip()[:60]}” has no value", "“name = {value},”")
            self.position = dangling.end()
            return
        name = m[1].strip()
        self.position = m.end()
        value = self._value(name)
        if value is not None:
            self.block.fields.append((name.lower(), value))
        if self.position >= self.limit or self.text[self.position] in (",", self.close, "%"):
            return
        if not _FIELD.match(self.text, self.position, self.limit):
            here = " ".join(self.text[self.position : min(self.limit, self.position + 30)].split())
            raise _Fault(f"“{here}” follows the value of “{name}”", "a comma, and braces and quotes in pairs")
        self._remark(f"no comma after the value of “{name}”", "a comma between two fields")

    def _value(self, name: str) -> Value | None:
        """The value that begins here; None where there is none (`year = ,`). Goes on to what follows it."""
        pieces: list[Piece] = []
        while True:
            piece = self._piece(name)
            if piece is not None:
                pieces.append(piece)
            elif pieces or self.text.startswith("#", self.position):
                raise _Fault(f"a # in the value of “{name}” joins nothing", "a # between two parts of a value")
            self._space()
            if self.text[self.position : self.position + 1] != "#" or self.position >= self.limit:
                break
            self.position += 1
            self._space()
        if len(pieces) == 1 and not pieces[0].bare:
            return pieces[0].text
        return tuple(pieces) if pieces else None

    def _space(self) -> None:
        if m := _SPACE.match(self.text, self.position, self.limit):
            self.position = m.end()

    def _piece(self, name: str) -> Piece | None:
        text, start, limit = self.text, self.position, self.limit
        first = text[start : start + 1] if start < limit else ""
        if first == "{":
            end = _closing(text, start, limit, _UNESCAPED if self.escapes else _BRACES)
            if end is None:
                raise _Fault(f"no brace closes the value of “{name}”", f"“{name} = {{…}},” with as many }} as {{")
        elif first == '"':
            m = (_QUOTED_ESCAPED if self.escapes else _QUOTED).match(text, start, limit)
            if m is None:
                raise _Fault(f"no quote closes the value of “{name}”", f'“{name} = "…",” with braces in pairs')
            end = m.end()
        else:
            m = (_BARE_IN_BRACES if self.close == "}" else _BARE).match(text, start, limit)
            if m is None:
                return None
            end = m.end()
            if text[end : end + 1] == "=" and (cut := len(m[0].rstrip().rpartition(" ")[0])):
                end = start + cut  # `year = 2020 title = …`: no comma
            self.position = end
            return Piece(text[start:end].strip(), True)
        self.position = end
        return Piece(text[start + 1 : end - 1], False)
