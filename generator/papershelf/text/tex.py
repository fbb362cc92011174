r"""Source text to pieces: what is text, what is math, what is emphasised, what is an address.

Abstracts are written in "TeX-ish": mostly plain text, in which `100%`, `~70%`, `C:\data` and `{a, b}` mean
themselves, with `$N$`, `\emph{all}` and `Malham\'e` here and there. So nothing is TeX until it shows: a macro is
read when we know it, else shown as it stands; `%` never starts a comment; `~` and `--` are TeX only in a text that
has other TeX in it. What a macro means, pylatexenc knows; what belongs to it, is decided here, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from papershelf.text.macros import CITES, LETTERS, NOTES, NOTHING, SPACES, STYLES, SWITCHES, symbol, unicode_of
from papershelf.text.tokens import is_marked, tex_of, tokens

Kind = Literal["text", "math", "link", "open", "close"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of source text, understood. `open` and `close` are properly nested."""

    kind: Kind
    text: str
    """Unicode text; the TeX of the math; what a link shows; the style (an HTML element's name) that opens or closes."""
    source: str = ""
    """For math the source with its delimiters, for a link its address."""


_DEPTH = 8
"""Styles nested deeper than this stay unmarked."""


def pieces(source: str) -> list[Piece]:
    """The pieces of `source` (cleaned), in order. What does not parse is text, as it stands."""
    if not is_marked(source):
        return [Piece("text", source)] if source else []
    return list(_merged(_Scan(source).run()))


def _merged(found: list[Piece]) -> Iterator[Piece]:
    texts: list[str] = []
    for piece in found:
        if piece.kind == "text":
            texts.append(piece.text)
            continue
        if texts:
            yield Piece("text", "".join(texts))
            texts.clear()
        yield piece
    if texts:
        yield Piece("text", "".join(texts))


class _Scan:
    """One pass over the tokens of one text, with a stack of open groups."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = list(tokens(source))
        self.groups = self._groups()
        self.quotes = self._quotes()
        self.escaped_quotes = re.search(r"\\\"(?![^\W\d_]|\{|\\)", source) is not None
        self.is_tex = any(self._shows_tex(m) for m in self.tokens)
        self.out: list[Piece] = []
        self.ends: dict[int, list[Piece]] = {}
        """Token number of a closing brace → what to put there (nothing: the brace is TeX's own and disappears)."""
        self.literal: set[int] = set()
        """Token numbers of braces that belong to a macro we don't know, and stay."""
        self.depth = 0

    def _groups(self) -> dict[int, int]:
        """Token number of each `{` that is closed → token number of its `}`."""
        groups: dict[int, int] = {}
        stack: list[int] = []
        for i, m in enumerate(self.tokens):
            if m.lastgroup == "open":
                stack.append(i)
            elif m.lastgroup == "close" and stack:
                groups[stack.pop()] = i
        return groups

    def _quotes(self) -> set[int]:
        """Token numbers of ``…'' that pair."""
        paired: set[int] = set()
        left: int | None = None
        for i, m in enumerate(self.tokens):
            if m.lastgroup == "left":
                left = i
            elif m.lastgroup == "right" and left is not None:
                paired |= {left, i}
                left = None
        return paired

    def _shows_tex(self, m: re.Match[str]) -> bool:
        kind, text = m.lastgroup, m[0]
        if kind == "math":
            return True
        if kind == "macro":
            name = text[1:]
            return name in STYLES or name in SWITCHES or name in CITES or name in LETTERS or symbol(name) is not None
        return kind == "accent" or (kind == "symbol" and text[1] in "%&_#$")

    def run(self) -> list[Piece]:
        position = number = 0
        while number < len(self.tokens):
            m = self.tokens[number]
            if m.start() < position:  # inside what an earlier token took
                number += 1
                continue
            self._text(self.source[position : m.start()])
            position, number = self._token(m, number)
        self._text(self.source[position:])
        return self.out

    def _text(self, text: str) -> None:
        if text:
            self.out.append(Piece("text", text))

    def _token(self, m: re.Match[str], number: int) -> tuple[int, int]:
        """Put out what token `number` means; the position and token to go on with."""
        kind, text = m.lastgroup, m[0]
        if kind == "math":
            self.out.append(Piece("math", tex_of(text), text))
        elif kind == "accent":
            self._accent(text)
        elif kind == "apostrophe":
            self._text("'")
        elif kind == "quote":
            self._text('"' if self.escaped_quotes else text)
        elif kind == "url":
            return self._bare_url(m, number)
        elif kind == "macro":
            return self._macro(m, number)
        elif kind == "symbol":
            self._symbol(m)
        elif kind == "open":
            return self._group(m, number)
        elif kind == "close":
            self._close(number)
        elif kind in ("left", "right"):
            self._text(("“" if kind == "left" else "”") if number in self.quotes else text)
        elif kind == "tie":
            self._text("\u00a0" if self.is_tex and _is_tie(self.source, m.start()) else text)
        elif kind == "dash":
            self._text({2: "–", 3: "—"}[len(text)] if self.is_tex else text)
        else:
            self._text(text)
        return m.end(), number + 1

    def _accent(self, text: str) -> None:
        if self.escaped_quotes and text.startswith('\\"'):
            self._text(text[1:])  # \"word\" is a quotation that someone escaped
        else:
            self._text(unicode_of(text if text.startswith("{") else f"{{{text}}}"))

    def _symbol(self, m: re.Match[str]) -> None:
        char = m[0][1]
        if char == "\\":
            around = self.source[m.start() - 1 : m.start()] + self.source[m.end() : m.end() + 1]
            self._text(" " if len(around) < 2 or not around.strip() or around != around.strip() else m[0])
        else:
            self._text(SPACES.get(char, char))

    def _bare_url(self, m: re.Match[str], number: int) -> tuple[int, int]:
        url = m[0].rstrip(".,;:!?'\"*_~")
        while url and url[-1] in ")]" and url.count(url[-1]) > url.count({")": "(", "]": "["}[url[-1]]):
            url = url[:-1].rstrip(".,;:!?'\"*_~")
        self._link(url, url)
        return m.start() + len(url), number + 1

    def _link(self, label: str, address: str) -> None:
        address = re.sub(r"\\([_%#&~])", r"\1", address)
        label = re.sub(r"\\([_%#&~])", r"\1", label)
        self.out.append(Piece("link", label, address))

    def _argument(self, number: int) -> tuple[str, int] | None:
        """The text between the braces that follow token `number` directly, and the number of the closing one."""
        opening = number + 1
        if opening not in self.groups or self.source[self.tokens[number].end() : self.tokens[opening].start()].strip():
            return None
        closing = self.groups[opening]
        return self.source[self.tokens[opening].end() : self.tokens[closing].start()], closing

    def _macro(self, m: re.Match[str], number: int) -> tuple[int, int]:
        name, end = m[0][1:], m.end()
        argument = self._argument(number)
        if name in STYLES and argument:
            opening = self.tokens[number + 1]
            self._open(STYLES[name], argument[1])
            return opening.end(), number + 2
        if name in ("url", "href", "path") and argument:
            return self._address(name, argument)
        if name in NOTES and argument:
            self._text(" (")
            self.ends[argument[1]] = [Piece("text", ")")]
            return self.tokens[number + 1].end(), number + 2
        if name in CITES and argument:
            self._text(f"[{argument[0]}]")
            return self.tokens[argument[1]].end(), argument[1] + 1
        if name in NOTHING or (name in SWITCHES and not argument):
            if name == "label" and argument:
                return self.tokens[argument[1]].end(), argument[1] + 1
            return end, number + 1
        meaning = unicode_of(f"\\{name}") if name in LETTERS else symbol(name)
        if meaning is None:
            self._text(m[0])
            if argument:
                self.literal.add(number + 1)
            return end, number + 1
        self._text(meaning)
        if argument and not argument[0].strip():  # \o{}
            return self.tokens[argument[1]].end(), argument[1] + 1
        if name in LETTERS and self.source[end : end + 1] == " ":
            return end + 1, number + 1
        return end, number + 1

    def _address(self, name: str, argument: tuple[str, int]) -> tuple[int, int]:
        address, closing = argument
        label = self._argument(closing) if name == "href" else None
        if label:
            self._link(readable(label[0]), address.strip())
            closing = label[1]
        else:
            self._link(address.strip(), address.strip())
        return self.tokens[closing].end(), closing + 1

    def _open(self, style: str, closing: int) -> None:
        if style and self.depth < _DEPTH:
            self.depth += 1
            self.out.append(Piece("open", style))
            self.ends[closing] = [Piece("close", style)]
        else:
            self.ends[closing] = []

    def _close(self, number: int) -> None:
        if number not in self.ends:
            self._text("}")
            return
        for piece in self.ends[number]:
            self.depth -= piece.kind == "close"
            self.out.append(piece)

    def _group(self, m: re.Match[str], number: int) -> tuple[int, int]:
        """`{\\em word}`, `{B}ayesian`, `{}`: braces that are TeX's own disappear; others (`{a, b}`) are text."""
        closing = self.groups.get(number)
        if closing is None:
            self._text("{")
            return m.end(), number + 1
        following = self.tokens[number + 1]
        if following.lastgroup == "macro" and following.start() == m.end() and following[0][1:] in SWITCHES:
            self._open(SWITCHES[following[0][1:]], closing)
            end = following.end()
            return end + (self.source[end : end + 1] == " "), number + 2
        content = self.source[m.end() : self.tokens[closing].start()]
        end_of_group = self.tokens[closing].end()
        before, after = self.source[m.start() - 1 : m.start()], self.source[end_of_group : end_of_group + 1]
        glued = before.isalnum() or after.isalnum()
        protects = re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", content) and (self.is_tex or glued)
        letter = content[:1] == "\\" and content[1:].strip() in LETTERS
        if number not in self.literal and (protects or letter or (self.is_tex and not content)):
            self.ends[closing] = []
        else:
            self._text("{")
        return m.end(), number + 1


def _is_tie(source: str, position: int) -> bool:
    before, after = source[position - 1 : position], source[position + 1 : position + 2]
    return bool(before and after) and (before.isalnum() or before in ".,)}$") and (after.isalnum() or after in "\\$([{")


def readable(source: str) -> str:
    """A link's label: its pieces' text, math as its TeX."""
    if "\\href" in source:  # a link in a link: one level is enough for any honest text
        return source
    return "".join(piece.text for piece in pieces(source) if piece.kind in ("text", "math", "link"))
