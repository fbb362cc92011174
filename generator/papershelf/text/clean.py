"""Text a reader can trust to be what it looks like: no control characters, no reversed direction, no endless pile of
accents."""

from __future__ import annotations

import re
import unicodedata

DISPLAY_LIMIT = 20_000
"""Characters of source text that a page shows of one field; more is cut with `…` (the record keeps all of it)."""

# Shown as a space: tab, line breaks of all kinds. Removed: other controls, zero-width and direction marks (Unicode's
# "Trojan source" set), soft hyphen, byte-order mark, interlinear and tag characters. ZWJ and ZWNJ stay: Persian, Indic
# scripts and emoji need them. Lone surrogates and noncharacters cannot be written as UTF-8 or XML: U+FFFD.
_SPACES = "[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]"
_REMOVED = (
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_BROKEN = "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_UNWANTED = re.compile(f"(?P<space>{_SPACES})|(?P<removed>{_REMOVED})|(?P<broken>{_BROKEN})")
# The same twice as fast or more: whether there is any, and what becomes of those of ASCII.
_ANY_UNWANTED = re.compile(f"[{_SPACES[1:-1]}{_REMOVED[1:-1]}{_BROKEN[1:-1]}]")
_UNWANTED_ASCII = {
    code: " " if re.match(_SPACES, chr(code)) else None for code in range(128) if _ANY_UNWANTED.match(chr(code))
}
# Normalisation sorts combining marks in quadratic time, and a tower of them covers the lines above and below.
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_TOWER = re.compile(f"({_MARK}{_MARK}{{3}}){_MARK}+")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*(?=\s|$)")
# An abbreviation's full stop ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|ie|eg|et al|cf|vs|resp|approx|Fig|Figs|Eq|Sec|No|Dr|Prof|St|[A-Z])\.$"
)


def clean(text: str, limit: int = DISPLAY_LIMIT) -> str:
    """`text` in Unicode's composed form without characters that hide, reverse or break; at most `limit` characters
    and `…`."""
    if len(text) > limit:
        text = text[:limit].rstrip() + "…"
    if text.isascii():
        return text if text.isprintable() else text.translate(_UNWANTED_ASCII)
    if _ANY_UNWANTED.search(text):
        text = _UNWANTED.sub(_replacement, text)
    return text if text.isascii() else unicodedata.normalize("NFC", _TOWER.sub(r"\1", text))


def _replacement(m: re.Match[str]) -> str:
    return {"space": " ", "removed": "", "broken": "\ufffd"}[m.lastgroup or "broken"]


def one_line(text: str, limit: int = DISPLAY_LIMIT) -> str:
    """`text` cleaned, every run of white space one space, none at the ends."""
    if text.isascii() and "  " not in text and len(text) <= limit and text.isprintable():
        return text.strip(" ")  # what the next line makes of most texts, in a third of the time
    return " ".join(clean(text, limit).split())


def sentence_cut(text: str, n: int) -> str:
    """The beginning of `text` (already readable, see `to_plain`) in at most `n` characters: whole sentences where
    they fill half of the room, else whole words with `…`."""
    text = one_line(text)
    if len(text) <= n:
        return text
    best = 0
    for m in _SENTENCE_END.finditer(text, 0, n):
        if not (text[m.start()] == "." and _ABBREVIATION.search(text, max(0, m.start() - 8), m.start() + 1)):
            best = m.end()
    # finditer's end position counts as `$`: what ends there may be the middle of "2.5".
    if best >= n // 2 and text[best : best + 1].isspace():
        return text[:best]
    room = text[: max(n - 1, 0)]
    cut = room if text[len(room) : len(room) + 1].isspace() else room.rpartition(" ")[0] or room
    return cut.rstrip(" ,;:–—-(") + "…"
