"""The DOI that a field states, in any form."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from papershelf import identifiers

_LONGEST = 2_000
_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s|]+", re.A)
_ANOTHER = re.compile(r"[;,](?=10\.[0-9]{4,9}/|https?://|doi)", re.I | re.A)
_RESOLVER = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.I)


def doi_in(text: str) -> str | None:
    """The DOI that a field states, in any form: `http://dx.doi.org/10.1000%2Fxyz`, `DOI 10.1000/xyz.`, `10.1000/xyz
    [doi]`; the first of several."""
    text = text[:_LONGEST]
    if "10." not in text:
        return None
    if "&" in text:
        text = html.unescape(text)
    resolver = _RESOLVER.search(text)
    if resolver:
        text = re.split("[?#]", text[resolver.end() :], maxsplit=1)[0]
    if "%" in text:
        text = unquote(text)
    m = _DOI.search(text)
    return identifiers.doi(_ANOTHER.split(m[0])[0].rstrip("/")) if m else None
