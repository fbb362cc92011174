"""The text of an item → its pieces: plain, bold, italic, links. Markup is gone, escapes are resolved.

A small part of https://spec.commonmark.org/0.31.2/#inlines, enough for reading lists: brackets are matched with one
pass over the text, so that a line of `[` costs no more than any other.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 20_000
"""Only so much of an item is read; `raw` has all of it."""
_SPECIAL = re.compile(r"[\\`!\[\]<*_]|https?://")
_TARGET = re.compile(
    r"\(\s{0,9}(?:<(?P<angled>[^<>\r\n]{0,2000})>|(?P<bare>[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()<>]{0,500}){0,3}))"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_BARE = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]{1,2000}")
_ANCHOR = re.compile(r"<a\s[^<>]{0,1000}?href\s*=\s*[\"']?([^\s\"'<>]{1,2000})[\"']?[^<>]{0,500}>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<!--.{0,5000}?-->", re.S)
_STARS = re.compile(r"\*{1,3}|_{1,3}")
_SHORTCODE = re.compile(r":[a-z0-9_+-]{2,40}:")
_UNSEEN_MARKS = dict.fromkeys((*range(0xFE00, 0xFE10), 0x200D, 0x20E3))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    url: str = ""
    """Where it links to; empty for text without link."""
    bold: bool = False
    italic: bool = False
    bracketed: bool = False
    """It stands in square brackets that are no link: `[2023/05]`, `[**vLLM**]`."""


def pieces(text: str, references: dict[str, str]) -> list[Piece]:
    """The pieces of `text`, in order. `references`: label in lower case → address."""
    return _Scanner(text[:LONGEST], references).read()


def flat(text: str, references: dict[str, str]) -> str:
    """`text` without markup, in one line."""
    return joined(pieces(text, references))


def joined(found: Sequence[Piece]) -> str:
    """The text of pieces in one line, square brackets restored."""
    texts = (f"[{piece.text}]" if piece.bracketed and not piece.url else piece.text for piece in found)
    return " ".join("".join(texts).split())


def tidy(text: str) -> str:
    """Without emoji codes and the marks that make a picture of a character, in one line."""
    if ":" in text:
        text = _SHORTCODE.sub("", text)
    return " ".join((text if text.isascii() else text.translate(_UNSEEN_MARKS)).split())


def without_pictures(text: str) -> str:
    """Without emoji and other pictures at its ends."""
    while text and _is_picture(text[0]):
        text = text[1:].lstrip()
    while text and _is_picture(text[-1]):
        text = text[:-1].rstrip()
    return text


def _is_picture(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk", "Cn", "Cf", "Co") or char >= "\U0001f000"


class _Scanner:
    def __init__(self, text: str, references: dict[str, str]) -> None:
        self.text, self.references = text, references
        self.closing = _matching_brackets(text)
        self.found: list[Piece] = []
        self.chars: list[str] = []
        self.bold = self.italic = False
        self.brackets = 0

    def read(self) -> list[Piece]:
        at, text = 0, self.text
        while m := _SPECIAL.search(text, at):
            self.chars.append(text[at : m.start()])
            at = self._special(m.start(), m[0])
        self.chars.append(text[at:])
        self._flush()
        return self.found

    def _special(self, at: int, what: str) -> int:
        """Handle what stands at `at`; where to go on."""
        text = self.text
        if what == "\\":
            escaped = text[at + 1 : at + 2]
            self.chars.append(
                escaped if escaped and not escaped.isalnum() and not escaped.isspace() else f"\\{escaped}"
            )
            return at + 2
        if what == "`":
            return at + 1
        if what == "!":
            image = text.startswith("[", at + 1) and self._link_at(at + 1)
            if image:
                return image[2]
            self.chars.append("!")
            return at + 1
        if what == "[":
            return self._bracket(at)
        if what == "]":
            self._flush()
            self.brackets = max(0, self.brackets - 1)
            return at + 1
        if what == "<":
            return self._angle(at)
        if what in "*_":
            return self._emphasis(at)
        bare = _BARE.match(text, at)
        if bare is None:
            self.chars.append(what)
            return at + len(what)
        url = bare[0].rstrip(".,;:!?*_'")
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(".,;:!?")
        self._add_link("", url)
        return at + len(url)

    def _bracket(self, at: int) -> int:
        link = self._link_at(at)
        if link:
            inner, url, end = link
            self._add_link(inner, url)
            return end
        self._flush()
        self.brackets += at in self.closing
        if at not in self.closing:
            self.chars.append("[")
        return at + 1

    def _link_at(self, at: int) -> tuple[str, str, int] | None:
        """(text, address, where it ends) of the link whose bracket opens at `at`."""
        close = self.closing.get(at)
        if close is None:
            return None
        inner = self.text[at + 1 : close]
        target = _TARGET.match(self.text, close + 1)
        if target:
            return inner, html.unescape(target["angled"] or target["bare"] or ""), target.end()
        reference = _REFERENCE.match(self.text, close + 1)
        label = (reference[1] if reference else "") or (inner if len(inner) <= 200 else "")
        url = self.references.get(" ".join(label.lower().split()))
        return (inner, url, reference.end() if reference else close + 1) if url is not None else None

    def _angle(self, at: int) -> int:
        if m := _AUTOLINK.match(self.text, at):
            self._add_link("", m[1])
            return m.end()
        if m := _ANCHOR.match(self.text, at):
            end = self.text.find("</a>", m.end(), m.end() + 2000)
            if end >= 0:
                self._add_link(self.text[m.end() : end], html.unescape(m[1]))
                return end + 4
        if m := _TAG.match(self.text, at):
            self.chars.append(" " if m[0][1:3].lower() in ("br", "/p", "/d", "p>") else "")
            return m.end()
        self.chars.append("<")
        return at + 1

    def _emphasis(self, at: int) -> int:
        m = _STARS.match(self.text, at)
        end = m.end() if m else at + 1
        marks = self.text[at:end]
        before, after = self.text[at - 1 : at], self.text[end : end + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        if marks[0] == "_" and before.isalnum() and after.isalnum():
            opens = closes = False
        bold, italic = len(marks) > 1, len(marks) != 2
        if (((bold and self.bold) or (italic and self.italic)) and closes) or opens:
            self._flush()
            self.bold ^= bold
            self.italic ^= italic
        else:
            self.chars.append(marks)
        return end

    def _add_link(self, inner: str, url: str) -> None:
        self._flush()
        text = flat(inner, {}) if any(mark in inner for mark in "[]*_`\\<!:") else " ".join(inner.split())
        marked = inner.strip()
        bold = self.bold or (marked.startswith(("**", "__")) and marked.endswith(("**", "__")))
        self.found.append(Piece(html.unescape(text), url, bold, self.italic, self.brackets > 0))

    def _flush(self) -> None:
        text = html.unescape("".join(self.chars))
        self.chars.clear()
        if text:
            self.found.append(Piece(text, "", self.bold, self.italic, self.brackets > 0))


def _matching_brackets(text: str) -> dict[int, int]:
    """Where each `[` that is closed is closed."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for m in re.finditer(r"\\.|[\[\]]", text, re.S):
        if m[0] == "[":
            opened.append(m.start())
        elif m[0] == "]" and opened:
            closing[opened.pop()] = m.start()
    return closing
