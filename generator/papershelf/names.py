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
    r"|.*\b(?:team|collaborations?|consortium|contributors|initiative|task force|laborator(?:y|ies)|labs|committee"
    r"|(?:working|research|study|writing|steering|trial|trialists'?|cooperative|collaborative|expert) group"
    r"|foundation|institutes?|university|organi[sz]ation|community|authors|society|association|academy|agency|council"
    r"|commission|federation|investigators|trialists|ministry|department|network|alliance|survey)"
    r"(?:\s*[,:(].*|\s+(?:at|of|for|on|google|meta|nvidia)\b.*)?"
    r"|(?:cent(?:er|re)s?|college|board|office|bureau|hospital|school|united) (?:for|of|on|nations|states)\b.*"
    r"|\S.*\s(?:cent(?:er|re)|hospital|corporation|gmbh|ltd\.?)"
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


# Initials behind a family name, as PubMed writes them (https://www.nlm.nih.gov/bsd/mms/medlineelements.html#au); what
# is also a short family name in capitals (`Wei LI`) is none.
_INITIALS_LAST = re.compile(r"[A-Z](?:-?[A-Z]){0,3}")
_CAPITAL_FAMILIES = """
AN BA BO CAO CHO DO DU FU GU HA HE HO HU JI KIM KO LE LEE LI LIN LIU LO LU LUO MA MO NG NI OH PAN QI REN SHI SU SUN TAN
TU WAN WEI WU XIA XIE XU YAN YE YI YU YUE ZHU ZOU
"""
_SHORT_FAMILIES = frozenset(_CAPITAL_FAMILIES.split())
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


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
def parse(name: str, family: str = "") -> Name:
    """`Hado van Hasselt`, `van Hasselt, Hado` → given `Hado`, family `van Hasselt`. A single word is a family name.

    `family` is the family name where a source sets it apart: that is no guess, and beats the rules here. Without it
    the last word is taken for it, with its particles; nobody can see from `Wang Xiaoming` that it is the first.
    """
    name = shown(name)
    if family:
        parts = _stated(name, shown(family))
        if parts:
            return parts
    if name.endswith(")"):  # `Wei Wang (Toronto)`: which one is meant
        name = _IN_BRACKETS.sub("", name) or name
    if "," in name:
        family, _, rest = (part.strip() for part in name.partition(","))
        given, _, last = (part.strip() for part in rest.partition(","))
        if _SUFFIX.fullmatch(given):
            return Name(last, family, given) if last else Name(parse(family).given, parse(family).family, given)
        if family and given:
            return Name(given, family, last)
        name = name.replace(",", " ")
    words = name.split()
    if len(words) > 1 and _INITIALS_LAST.fullmatch(words[-1]) and _are_family(words[:-1], words[-1]):
        return Name(words[-1], " ".join(words[:-1]))  # `Tolkien JRR`
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    start = max(len(words) - 1, 0)
    while start > 1 and (words[start - 1] in _PARTICLES or words[start - 1] in _CAPITALS):
        start -= 1
    for i in range(1, start):  # `da Silva Santos`, `De Balle Pigem`
        if words[i] in _PARTICLES or words[i] in ("De", "Van", "Von"):
            start = i
            break
    return Name(" ".join(words[:start]), " ".join(words[start:]), suffix)


def _stated(name: str, family: str) -> Name | None:
    """The name in parts, where the family name is known; None where `name` does not hold it at an end."""
    rest, suffix = name, ""
    if not rest.endswith(family):
        before, _, last = rest.rpartition(" ")
        if _SUFFIX.fullmatch(last) and before.rstrip(",").endswith(family):
            rest, suffix = before.rstrip(","), last
    if rest.endswith(family) and rest[: -len(family)].strip(" ,-") == rest[: -len(family)].strip():
        return Name(rest[: -len(family)].strip(), family, suffix)
    if rest.startswith(family):  # `Xi Jinping`, `王小明`
        return Name(rest[len(family) :].strip(" ,"), family, suffix)
    return None


def _are_family(words: list[str], initials: str) -> bool:
    """Whether what stands before capitals is a family name: `van der Berg` and `A`, not `Wei` and `LI` or `WEI` and
    `LIU`, not `J. R.` and `R`; a generation (`John Smith III`) is no initials."""
    if initials in ("II", "III", "IV", "JR", "SR", "MD") and len(words) > 1:
        return False
    if len(initials) > 1 and (initials in _SHORT_FAMILIES or all(word.isupper() for word in words)):
        return False
    return not any(is_initial(word) for word in words) and any(len(word) > 2 for word in words)


def is_initial(word: str) -> bool:
    """`J`, `J.`, `J.-P.`"""
    return len(word) < 12 and word[:1].isupper() and _INITIAL.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def initials_only(name: str, family: str = "") -> bool:
    """Whether no given name is spelled out: `J. R. R. Tolkien`, `Tolkien JRR`. Such a name may be several people's."""
    given = parse(name, family).given
    return bool(given) and all(is_initial(w) or _INITIALS_LAST.fullmatch(w) for w in given.split())


def whole(given: str, family: str) -> str:
    """The parts as a person reads them: given name first, but in Chinese, Japanese and Korean script the family name
    first and nothing between: `王`, `小明` → `王小明`."""
    if _CJK.search(family) and _CJK.search(given):
        return family + given
    return f"{given} {family}".strip()


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """Equal for spellings that differ only in accents, case, dots, and the kinds of hyphens and apostrophes. Empty
    for a name without a letter."""
    return " ".join(fold(shown(name).translate(_ALIKE)).split())


@lru_cache(maxsize=100_000)
def sort_key(name: str, family: str = "") -> tuple[str, str, str]:
    """Where a name stands in an index: by family name with its particles, then given name; a collective by its first
    word. `family` as in `parse`."""
    if not family and is_collective(name):
        return key(name).removeprefix("the "), "", shown(name)
    parts = parse(name, family)
    return key(parts.family).replace("'", ""), key(parts.given), shown(name)


def initial(name: str, family: str = "") -> str:
    """The letter of an A-Z index: of the first letter of the sort key, other scripts by their transliteration; `#`
    for none."""
    for char in sort_key(name, family)[0]:
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
