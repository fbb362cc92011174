r"""The values of an entry: `@string` macros put in, repeated fields settled; single values read: addresses, lists."""

from __future__ import annotations

import re

from papershelf.readers.bibtex.dates import MONTHS
from papershelf.readers.bibtex.scan import Block, Value

_LONGEST_MACRO = 1_000
_MOST_PUT_IN = 20_000
"""Characters that macros put into one entry: definitions that double each other must not fill the memory."""
# Fields that some programs write several times and mean it, with what joins them. Of others the first counts, as in
# BibTeX.
_JOINED = {
    "author": " and ", "keywords": "; ", "keyword": "; ", "groups": ", ", "url": " ", "isbn": ", ",
    "note": "\n", "annote": "\n", "annotation": "\n", "comment": "\n",
}  # fmt: skip
_ESCAPED = re.compile(r"\{?\\([_%#&$~{}])\}?|\{([_%#&~])\}|\$\\sim\$")
_TILDE = re.compile(r"\{?\\(?:textasciitilde|~)(?:\{\}|(?![a-z]))\s?\}?|\$\{?\\sim\}?\$")
_UNDERSCORE = re.compile(r"\{?\\textunderscore(?:\{\}|(?![a-z]))\s?\}?")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+", re.I)
_WRAPPED = re.compile(r"\\(?:url|path|href|nolinkurl)\s*\{([^{}]*)\}")


class Macros:
    """The `@string` definitions of a file, by name in lower case; the months are there from the start."""

    def __init__(self) -> None:
        self._texts = dict(MONTHS)

    def define(self, block: Block) -> None:
        for name, value in block.fields:
            text = value if isinstance(value, str) else self.text(value)
            if len(text) <= _LONGEST_MACRO:
                self._texts[name] = text

    def text(self, value: Value, room: int = _MOST_PUT_IN) -> str:
        """The text of a value. A name that nothing defines stands for itself: it may be defined in another file."""
        if isinstance(value, str):
            return value
        parts: list[str] = []
        for piece in value:
            known = self._texts.get(piece.text.lower()) if piece.bare else None
            if known is not None and (room := room - len(known)) >= 0:
                parts.append(known)
            else:
                parts.append(piece.text)
        return "".join(parts)

    def fields(self, block: Block) -> dict[str, str]:
        """The fields of an entry; empty ones are left out."""
        found: dict[str, str] = {}
        room = _MOST_PUT_IN
        for name, value in block.fields:
            text = value
            if not isinstance(text, str):
                text = self.text(text, room)
                room -= len(text)
            text = text.strip()
            if not text:
                continue
            if name not in found:
                found[name] = text
            elif name in _JOINED and len(found[name]) < _MOST_PUT_IN and text not in found[name]:
                found[name] += _JOINED[name] + text
        return found


def verbatim(text: str) -> str:
    r"""An id or address without TeX's escapes: `10.1007/x{\_}1` → `10.1007/x_1`; `\url{…}` → what is in it."""
    if "\\" in text or "{" in text or "$" in text:
        text = _WRAPPED.sub(r" \1 ", text)
        text = _UNDERSCORE.sub("_", _TILDE.sub("~", text))
        text = _ESCAPED.sub(lambda m: m[1] or m[2] or "~", text)
        text = text.replace("{", "").replace("}", "")
    return " ".join(text.split())


def addresses(text: str) -> list[str]:
    """The web addresses in a value, in order."""
    if "://" not in text:
        return []
    return [found.rstrip(".,;)'") if found.count("(") < found.count(")") else found.rstrip(".,;'")
            for found in ADDRESS.findall(verbatim(text))]  # fmt: skip


def items(text: str) -> list[str]:
    """Parts of a list: between semicolons where there are any, else between commas; a comma in braces divides
    nothing."""
    mark = ";" if ";" in text else ","
    if "{" not in text:
        parts = text.split(mark)
    else:
        parts, depth, start = [], 0, 0
        for m in re.finditer(r"[{};,]", text):
            if m[0] in "{}":
                depth = max(0, depth + (1 if m[0] == "{" else -1))
            elif depth == 0 and m[0] == mark:
                parts.append(text[start : m.start()])
                start = m.end()
        parts.append(text[start:])
    return [part for part in (" ".join(part.split()) for part in parts) if part]
