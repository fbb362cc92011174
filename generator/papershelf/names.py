"""Names of persons: their parts, how they sort, and when two spellings differ in accents and case only.

Which word is the family name cannot be known from a name alone; the last word with the particles before it is right
for most names in Latin script (https://www.w3.org/International/questions/qa-personal-names). It decides sorting and
the letter of an index, never who is who.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from papershelf.text import fold, to_plain

# Particles that belong to a family name when they stand before its last word. Written small they always do; with a
# capital only these, since the others are given names or family names as well (`Da Yu`, `Ben Hora`).
_SMALL_PARTICLES = """
af al am bin da das de dei del della den der des di do dos du e el het la las le lo los of op ten ter 't van vande
vanden vander vom von y zu zum zur
"""
_CAPITAL_PARTICLES = "Da De Del Della Der Di Dos Du El La Le Los Mac Mc St St. Saint Ter Van Vande Vanden Vander Von"
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?", re.I)
_GROUP = re.compile(
    r"^(?:the\s.*|team\s.+"
    r"|.*\b(?:team|collaboration|consortium|contributors|initiative|(?:working|research|study) group|task force"
    r"|laborator(?:y|ies)|labs|committee|foundation|institute|university|organi[sz]ation|community|authors)"
    r"(?:\s*[,:(].*|\s+(?:at|of|for|google|meta|nvidia)\b.*)?"
    r"|.*\b(?:on behalf of|and others)\b.*)$",
    re.I,
)
_COMPANIES = """
anthropic apple baidu bigcode bigscience bytedance cern cohere databricks deepmind deepseek-ai eleutherai google
huawei ibm meta microsoft nvidia openai qwen tencent xai
"""
_NAMES_OF_COMPANIES = frozenset(_COMPANIES.split())
_ALIKE = str.maketrans("’ʼ‘`´‐‑–−.,", "'''''----  ")
"""Kinds of apostrophe and hyphen; dots and commas are spaces."""
_PARTICLES = frozenset(_SMALL_PARTICLES.split())
_CAPITALS = frozenset(_CAPITAL_PARTICLES.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, as written."""

    given: str
    family: str
    """With its particles: `van Hasselt`."""
    suffix: str = ""
    """`Jr.`, `III`"""


@lru_cache(maxsize=100_000)
def shown(name: str) -> str:
    """`name` as a reader sees it: TeX accents read, one line, no character that hides or reverses; at most 200
    characters."""
    return to_plain(name, 200)


@lru_cache(maxsize=100_000)
def parse(name: str) -> Name:
    """`Hado van Hasselt`, `van Hasselt, Hado` → given `Hado`, family `van Hasselt`. A single word is a family name."""
    name = shown(name)
    if "," in name:
        family, _, rest = (part.strip() for part in name.partition(","))
        given, _, last = (part.strip() for part in rest.partition(","))
        if _SUFFIX.fullmatch(given):
            return Name(parse(family).given, parse(family).family, given)
        if family and given:
            return Name(given, family, last)
        name = name.replace(",", " ")
    words = name.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    start = max(len(words) - 1, 0)
    while start > 1 and (words[start - 1] in _PARTICLES or words[start - 1] in _CAPITALS):
        start -= 1
    for i in range(1, start):  # `da Silva Santos`, `De Balle Pigem`
        if words[i] in _PARTICLES or words[i] in ("De", "Van", "Von"):
            start = i
            break
    return Name(" ".join(words[:start]), " ".join(words[start:]), suffix)


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """Equal for spellings that differ only in accents, case, dots, and the kinds of hyphens and apostrophes. Empty
    for a name without a letter."""
    return " ".join(fold(shown(name).translate(_ALIKE)).split())


@lru_cache(maxsize=100_000)
def sort_key(name: str) -> tuple[str, str, str]:
    """Where a name stands in an index: by family name with its particles, then given name; a collective by its first
    word."""
    if is_collective(name):
        return key(name).removeprefix("the "), "", shown(name)
    parts = parse(name)
    return key(parts.family).replace("'", ""), key(parts.given), shown(name)


def initial(name: str) -> str:
    """The letter of an A-Z index: of the first letter of the sort key, other scripts by their transliteration; `#`
    for none."""
    for char in sort_key(name)[0]:
        if unicodedata.category(char)[0] == "L":
            letter = char.upper() if char.isascii() else anyascii(char)[:1].upper()
            return letter if "A" <= letter <= "Z" else "#"
        if char.isdigit():
            return "#"
    return "#"


@lru_cache(maxsize=100_000)
def is_collective(name: str) -> bool:
    """Whether `name` is a team, a company or a collaboration: `Gemma Team`, `OpenAI`, `The ATLAS Collaboration`.

    Decided by words that no person is called; what it cannot know (`Qwen`), `collective: true` in
    seeds/curated/authors.yml tells.
    """
    plain = shown(name)
    if _GROUP.match(plain):
        return True
    words = plain.casefold().split()
    if not words:
        return False
    if (
        len(words) > 1
        and plain.endswith((" AI", " Research", " Inc.", " Inc", " LLC", " Labs"))
        and not plain.isupper()
    ):
        return words[0] in _NAMES_OF_COMPANIES or plain.endswith((" AI", " Labs", " Inc.", " Inc", " LLC"))
    return all(word in _NAMES_OF_COMPANIES for word in words)
