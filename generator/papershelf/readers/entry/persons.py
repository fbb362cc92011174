"""Authors in every usual form → names as a person reads them, with the family name where the source sets it apart.

    Hasselt, Hado van        Hado van Hasselt       BibTeX, RIS, Zotero
    Adams, Jr., Harold P.    Harold P. Adams Jr.    BibTeX; also `Adams, Harold P., Jr.`
    De Toro-Martin J.        J. De Toro-Martin      PubMed, Scopus, Web of Science: initials behind the family name
    Hado van Hasselt         Hado van Hasselt       no family name is set apart
    Gemma Team               Gemma Team             a collective stays whole

Which of `Wei LI` and `Ivanov AI` has initials cannot be seen from one name; the others of its list tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from papershelf import names as persons
from papershelf.readers.entry.markup import plain

LONGEST_NAME = 1_000
"""Characters of a name that are kept; the statement of a collaboration may take some hundred."""
LONGEST_LIST = 20_000
"""Names that are kept; the longest known author list has some 15,000."""
ET_AL = re.compile(r"(?:,|and\b|&)?\s*(?:et\.?\s*al(?:ii|\.)?|and others|others|u\.\s?a\.|\[?(?:…|\.\.\.)\]?)\.?", re.I)
_ENDS_ET_AL = re.compile(r"(?<=[\w.)])[,;]?\s+(?:et\.? al\b\.?|and others)$", re.I)
_NOBODY = re.compile(
    r"\[?(?:anonymous|anon|no authors? (?:listed|names? available|ids? available)|n/?a|unknown|not available|none|null"
    r"|nan)\.?\]?",
    re.I,
)
_NUMBER_BEHIND = re.compile(
    r"\s*(?:\((?:[0-9]{6,}|(?:orcid:?\s*)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])\)|<[^<>\s]+@[^<>\s]+>)", re.I
)
GENERATION = re.compile(r"(?:jr|sr|ii|iii|iv|2nd|3rd|4th)\.?", re.I)
_BEHIND_A_NAME = frozenset(("II", "III", "IV", "MD"))
"""Initials, unless the name before them is whole: `John Smith III`."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+[^\W\d_]?|[^\W\d_](?:-?[^\W\d_]){0,2}\.?|[^\W\d_](?:[ -][^\W\d_])+")
"""In capitals: `J`, `JP`, `J-P`, `J.P.`, `J.-P.`, `J. P.`, `J P`, `J.P`."""
_INITIAL = re.compile(r"(-?)([^\W\d_])\.?")
_NOUNS = "collaboration collaborations consortium contributors group investigators network team"
_GROUP = frozenset(_NOUNS.split())
_MAY_BE_A_GROUP = re.compile(
    r"\b(?:the|team|collab|consort|contributors|initiative|group|force|lab|committee|foundation|institute|university"
    r"|organi[sz]ation|community|authors|behalf|research|AI|inc|llc)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """One author as a format gives it."""

    text: str
    """As a person reads it, given name first: `Hado van Hasselt`, `Gemma Team`."""
    family: str = ""
    """With particles, where the format sets it apart: `van Hasselt`."""


def names(texts: Iterable[str]) -> tuple[tuple[Name, ...], bool]:
    """Names one by one, and whether the list says that there are others."""
    found: list[str] = []
    others = False
    for text in texts:
        text = plain(text[: 2 * LONGEST_NAME])[:LONGEST_NAME].strip(" ,;*†‡")
        if ("al" in text or "others" in text) and _ENDS_ET_AL.search(text):
            text, others = _ENDS_ET_AL.sub("", text), True
        if len(found) == LONGEST_LIST or ("," not in text and ET_AL.fullmatch(text)):
            others = True
        elif text and ("," in text or not _NOBODY.fullmatch(text)):
            found.append(text)
    style = _style(found)
    return tuple(_name(text, style) for text in found), others


@lru_cache(maxsize=50_000)
def _name(text: str, style: str) -> Name:
    if text.endswith((")", ">")):
        text = _NUMBER_BEHIND.sub("", text)
    text = text.strip(" ,")
    if _MAY_BE_A_GROUP.search(text) and style != "family first" and _is_group(text):
        return Name(_turned(text))
    if "," in text:
        return _with_comma(text)
    words = text.split(" ")
    if len(words) < 2 or not (text[-1].isalpha() or text[-1] == "."):
        return Name(text)
    suffix = ""
    if len(words) > 2:
        if words[-1] in _BEHIND_A_NAME and not are_initials(words[-2]) and style != "family first":
            return Name(text)
        if GENERATION.fullmatch(words[-1]) and (words[-1] not in _BEHIND_A_NAME or are_initials(words[-2])):
            suffix = words.pop()
    family, initials = _family_first(words, style)
    if not initials or (style == "given first" and len(initials) > 1 and "." not in initials):
        return Name(text)
    return _joined(_spaced(initials), family, suffix)


def _with_comma(text: str) -> Name:
    """`Family, Given`, `Family, Jr., Given`, `Family, Given, Jr.`"""
    family, *rest = (part.strip() for part in text.split(","))
    rest = [part for part in rest if part]
    suffix = next((part for part in rest if GENERATION.fullmatch(part)), "") if len(rest) == 2 else ""
    if suffix:
        rest.remove(suffix)
    if len(rest) == 1 and GENERATION.fullmatch(rest[0]) and " " in family:  # Harold P. Adams, Jr.
        return Name(f"{family} {rest[0]}", persons.parse(family).family)
    if len(rest) != 1 or not family:
        return Name(text)
    given = rest[0]
    if family.lower() in _GROUP:  # what a program made of `The ATLAS Collaboration`
        return Name(f"{given} {family}")
    last = given.rpartition(" ")[2]
    if last[0].islower() and given[0].isupper():  # Hasselt, Hado van
        whole = persons.parse(f"{given} {family}").family
        if whole.endswith(f" {family}") and given.endswith(whole.removesuffix(f" {family}")):
            given, family = given.removesuffix(whole.removesuffix(f" {family}")).strip(), whole
    if are_initials(given) and not (family.isupper() and len(given) > 1 and "." not in given):
        given = _spaced(given)
    return _joined(given, family, suffix)


def _joined(given: str, family: str, suffix: str) -> Name:
    return Name(f"{persons.whole(given, family)} {suffix}".strip(), family)


def _family_first(words: list[str], style: str = "") -> tuple[str, str]:
    """`De Toro-Martin J. A.` → family name and initials; empty initials where it is no such name."""
    start = len(words)
    while start > 1 and len(words) - start < 4 and are_initials(words[start - 1]):
        start -= 1
    family, last = words[:start], words[-1]
    if start == len(words) or len(family[0].strip(".")) == 1:  # Jane Doe, J. Doe
        return "", ""
    if len(last.strip(".")) > 1 and "." not in last and style != "family first" and "".join(family).isupper():
        return "", ""  # WEI LI: a name in capitals
    if "." in family[0] and are_initials(family[0]):  # J.P. ROE
        return "", ""
    return " ".join(family), " ".join(words[start:])


def are_initials(word: str) -> bool:
    return word.isupper() and len(word) < 16 and _INITIALS.fullmatch(word) is not None and word not in ("JR", "SR")


@lru_cache(maxsize=20_000)
def _spaced(initials: str) -> str:
    """`JP` → `J. P.`, `J-P` → `J.-P.`"""
    return "".join(f"{'-' if hyphen else ' '}{letter}." for hyphen, letter in _INITIAL.findall(initials)).strip()


def _is_group(text: str) -> bool:
    return text.partition(",")[0].lower() in _GROUP or persons.is_collective(text)


def _turned(text: str) -> str:
    """`Collaboration, ATLAS` the right way round."""
    noun, _, name = (part.strip() for part in text.partition(","))
    return f"{name} {noun}" if name and "," not in name and noun.lower() in _GROUP else text


def _style(texts: list[str]) -> str:
    """What a list of names tells about one of them: `family first` where others are surely written `Ivanov A.`, `given
    first` where others are `Jean DUPONT`."""
    for text in texts:
        first, _, last = text.rpartition(" ")
        if not first or "," in text:
            continue
        if len(last) > 3 and last.isupper() and last.isalpha() and not first.isupper():
            return "given first"
        if len(last.strip(".")) == 1 and last.isupper() and len(first) > 2:
            return "family first"
    return "family first" if len(texts) > 2 and all(map(_may_be_family_first, texts)) else ""


def _may_be_family_first(text: str) -> bool:
    return "," not in text and bool(_family_first(text.split(" "))[1])
