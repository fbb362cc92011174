"""Names before a colon: `Ann M. Lee: Rivers at rest`, `Lee et al. (2021): Rivers at rest`.

A colon stands in titles too (`GPT-4: A Technical Report`), so one name without initials is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from papershelf.readers.bylines import Byline, byline
from papershelf.readers.entry import names

_BEFORE_A_COLON = re.compile(
    r"(?P<names>[^:(]{3,400}?)\s*(?:\((?P<year>(?:18|19|20)[0-9]{2})[a-z]?\))?\s*:\s+(?=[^\Wa-z_]|[“\"])"
)
_FIRST_ONE = re.compile(r"([^\W\d_][\w'’-]+) et al\.?")
_SMALL_IN_FRONT = r"(?:(?:van|von|de|der|den|da|di|del|la|le)\s)*"
_MIDDLE_INITIAL = re.compile(rf"[^\W\d_][\w'’-]+(?:\s[^\W\d_]\.)+\s{_SMALL_IN_FRONT}[^\W\d_a-z][a-zà-ÿ'’-]+")
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w'’-]+ (?:[A-Z]{2,3}[,.]|[A-Z],) ")


class Front(NamedTuple):
    """What the beginning of a text says."""

    names: Byline
    year: str
    """In brackets behind the names."""
    rest: str
    sure: bool
    """Nothing else can be meant. `Ann M. Lee: Rivers` is not: `Smith J. Sepsis: Early signs` is written so too."""


def before_a_colon(text: str) -> Front | None:
    """The names before a colon at the beginning of a text; None for what may be the first half of a title."""
    m = _BEFORE_A_COLON.match(text)
    if m is None:
        return None
    if one := _FIRST_ONE.fullmatch(m["names"]):
        found: Byline | None = Byline(names([one[1]])[0], True, False)
    else:
        found = byline(m["names"])
    if found is None:
        return None
    sure = found.sure or len(found.names) > 1
    doubtful = _MIDDLE_INITIAL.fullmatch(m["names"]) is not None
    return Front(found, m["year"] or "", text[m.end() :], not doubtful) if sure or doubtful else None


def are_used(texts: Iterable[str]) -> bool | None:
    """Whether the references of a list have a colon behind their names (`Ann Lee, Bo Lake: Rivers`), or write names as
    `Doe JA`; None where nothing tells."""
    for text in texts:
        if _FAMILY_FIRST.match(text):
            return False
        if (found := before_a_colon(text)) and found.sure:
            return True
    return None
