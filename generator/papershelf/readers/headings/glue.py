"""Where in a heading the title may end and the authors begin: every place at which two words could be glued."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from papershelf.readers.headings.evidence import Texts
from papershelf.readers.headings.persons import PARTICLES
from papershelf.readers.headings.teams import ORGANISATIONS

REACH = 100
"""A first author's name is shorter than this: no place farther from its end is looked at."""
_OPENING = "-–—‐‑(/[{“‘«&@#:;_,<\\"
_ORGANISATION = re.compile(
    "|".join(re.escape(name) for name in sorted(ORGANISATIONS, key=lambda name: (-len(name), name))), re.I
)
_ELIDED = ("d", "l", "m", "n", "o", "s", "t", "all", "dall", "dell")
_WORD_BEFORE = re.compile(r"[^\s-]*$")
_TOKEN_BEFORE = re.compile(r"\S*$")
_INITIAL_BEFORE = re.compile(r"(?:^|[^\w])[^\W\d_]\.$|[a-zà-ÿ][A-ZÀ-Þ]\.$")
# lemma|sdanah boyd or lemmas|danah boyd: the beginning of the rest could be the end of the word.
_INFLECTION = re.compile("[iesty]|ab|al|an|at|ful|hood|less|ly|ment|ness|or|ous|ship|ward|wise|work")


@dataclass(frozen=True, slots=True)
class Glue:
    """A place to cut: before the character at `at`."""

    at: int
    points: int
    """How natural it is that words meet so."""
    reason: str = ""


@lru_cache(maxsize=4096)
def sort_of(char: str) -> str:
    """U upper case, l lower case, o letter of a script without case, d digit, s blank, m mark on a letter, p other."""
    category = unicodedata.category(char)
    if category in ("Lu", "Lt"):
        return "U"
    if category == "Ll":
        return "l"
    return {"L": "o", "N": "d", "Z": "s", "M": "m"}.get(category[0], "p")


def places(body: str, start: int, end: int, texts: Texts) -> Iterator[Glue]:
    """The places in `body[start:end]`, left to right. `body` has no blank but the space."""
    begin = max(start + 1, end - REACH)
    if begin >= end:
        return
    before = sort_of(body[begin - 1])
    organisations = {
        found.start()
        for found in _ORGANISATION.finditer(body, begin, end)
        if found.end() == end or not body[found.end()].isalnum()
    }
    for at in range(begin, end):
        sort = sort_of(body[at])
        if sort == "m":
            continue  # belongs to the letter before it
        if "s" not in (before, sort) and body[at - 1] not in _OPENING:
            token = _token(body, at, end)
            found = _between(body, at, end, before, sort, token)
            if found is None and at in organisations:
                found = Glue(at, 2)
            if found is None and sort == "l":
                found = _particle(body, at, end, before, token, texts) or _small(body, at, end, before, token, texts)
            if found is not None:
                yield found
        before = sort


def _between(body: str, at: int, end: int, before: str, sort: str, token: str) -> Glue | None:
    """Where characters of different sorts meet."""
    if sort == "o":  # Chinese after Chinese: only where a whole name would be left
        if before == "o":
            return Glue(at, -6) if end - at in (2, 3) and " " not in body[at:end] else None
        return Glue(at, 4, "the script changes")
    if sort != "U":
        return None
    if before == "d" and token[0] == "D" and not token[1:2].islower():
        return Glue(at, -6)  # 3DLIGO, 3D Vision
    if before == "U":
        return _in_capitals(token, at)
    if before == "p":
        return _after_punctuation(body, at)
    return Glue(at, 4, "the script changes" if before == "o" else "")


def _in_capitals(token: str, at: int) -> Glue | None:
    """Between two capitals: the last of them begins a word, or the rest of the token is initials (`RLCJ Carey`)."""
    second, third = token[1:2], token[2:3]
    if second and sort_of(second) in "lm":
        return Glue(at, 3)  # BERTJohn
    if second and second in "'’" and third.isupper():
        return Glue(at, 3)  # BERTO'Neil
    if second == "." or (second == "-" and third.isupper()):
        return Glue(at, 2)  # TESSJ. R. Smith
    if token.rstrip(".").isupper() and token.rstrip(".").isalpha():
        return Glue(at, -2)
    return Glue(at, -2) if re.match(r"[^\W\d_]{1,3}[.-]|[A-Z]{2,}[a-z]", token) else None


def _after_punctuation(body: str, at: int) -> Glue | None:
    """`Need?John`, `(WHI 2018)Been`, `$\\ell_1$Åke`; but not within `O'Neil`, `d'Ascoli` or `J.R.`"""
    head = _before(_TOKEN_BEFORE, body, at)
    mark = head[-1:]
    if mark in ("'", "’"):
        inside = head[:-1]
        is_inside_a_name = inside[-1:].isupper() or inside in _ELIDED
        return None if is_inside_a_name else Glue(at, 0)
    if mark == ".":
        return Glue(at, -8 if _INITIAL_BEFORE.search(head) else 2)
    return Glue(at, 4)


def _particle(body: str, at: int, end: int, before: str, token: str, texts: Texts) -> Glue | None:
    """A name that begins with a particle (`Networksvan den Berg`): what stands before it must be a word."""
    if token not in PARTICLES or len(token) < 2 or at + len(token) >= end:
        return None
    reason = f"“{token}” begins a name"
    if before == "p":
        return Glue(at, 2, reason)
    word = _before(_WORD_BEFORE, body, at)
    known = (len(word) > 1 and word.isupper()) or (len(word) > 2 and texts.knows_form(word))
    return Glue(at, 0 if known and token != "al" else -12, reason)


def _small(body: str, at: int, end: int, before: str, token: str, texts: Texts) -> Glue | None:
    """A name in lower case (`publicsdanah boyd`): only the words of the file tell where the title ends."""
    name = body[at:end]
    if (
        before not in "lUd"
        or len(token) < 3
        or " " not in name
        or not name.islower()
        or not name.replace(" ", "").isalpha()
    ):
        return None
    word = _before(_WORD_BEFORE, body, at)
    if len(word) < 4 or not texts.is_word(word) or texts.knows(word + token):
        return None
    inflected = _INFLECTION.match(token) or (token[0] == "d" and word.endswith("e"))
    return Glue(at, -6 if texts.own.is_word(word) and not inflected else -16, "all in lower case")


def _before(pattern: re.Pattern[str], body: str, at: int) -> str:
    found = pattern.search(body[max(0, at - 40) : at])
    return found[0] if found else ""


def _token(body: str, at: int, end: int) -> str:
    stop = body.find(" ", at, end)
    return body[at : stop if stop >= 0 else end]
