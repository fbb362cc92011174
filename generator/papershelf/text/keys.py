"""Text as a key: for comparing, filtering and addresses. Never shown."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from papershelf.text.clean import clean

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "ſ": "s",
    }
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
SLUG_LIMIT = 80
# Devices of Windows: no file of such a name can be made there, whatever stands behind a full stop.
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in "0123456789¹²³")})
# Names that mean something to a file system, a web server or the site's own pages.
RESERVED = _DEVICES | {"index", "404"}


def is_device(name: str) -> bool:
    """Whether a file `name` means a device: `con`, `NUL.txt`, `aux.en.md`."""
    return name.lower().partition(".")[0].rstrip(" ") in _DEVICES


def fold(text: str) -> str:
    """`text` for comparing: no accents, no case, one space between words. `Łukasz Pérolat` and `lukasz  PEROLAT` are
    equal."""
    text = clean(text)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    return " ".join(text.casefold().split())


def slug(text: str) -> str:
    """`text` as one part of an address: `a-z0-9-`, at most 80 characters, never empty, never a reserved name.

    Texts in other scripts are transliterated; a text without any letter or digit gets a name made from its hash, so
    that two of them differ.
    """
    cut = _NOT_SLUG.sub("-", anyascii(clean(text, 4 * SLUG_LIMIT)).lower()).strip("-")[:SLUG_LIMIT].rstrip("-")
    if not cut:
        return "x-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    return f"x-{cut}" if cut in RESERVED else cut


_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,118}[A-Za-z0-9_-])?")
_TAKEN = frozenset({"index", "readme"})  # both would be served as the folder's own page


@lru_cache(maxsize=1 << 16)
def file_name(ident: str) -> str:
    """A file name for `ident`: itself where that is plain, else a slug of it; never one that `write` would refuse."""
    name = ident if _PLAIN.fullmatch(ident) else (slug(ident)[:100].strip("-.") or "unnamed")
    if is_device(name):
        return f"x-{name}"
    return f"{name}-1" if name.lower() in _TAKEN else name
