"""How plausible a text is as the name of a person.

A name has two to four parts that begin with a capital, some of them initials, with particles between (`Hado van
Hasselt`). It has no digit, no colon and no function word; and no capital within a part, unless one of a few prefixes
stands before it (`Siobhán McDonald`). Words that the texts use in lower case are seldom names, though some are (`Page`,
`Young`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from papershelf.readers.headings.evidence import Opinion, Texts

_SMALL = """
van von vom de del della degli dello dalla dal der den des di da do dos das du la las le lo los el al ten ter te zu zur
zum af av op och und bin bint ibn ben abu mac san santa st. y e i 't 's d' l'
"""
PARTICLES = frozenset(_SMALL.split())
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?$|(?:II|III|IV)$|Ph\.?\s?D\.?$|M\.?D\.?$")
_NOTE = re.compile(r"\s*\([^()]{1,60}\)$")  # John Smith (for the ALICE Collaboration), Wei Wang (王伟)
_NEVER = re.compile(r"[:;?!\[\]{}\"“”=+*/\\$@#%&_<>|~^…0-9]")
_FUNCTION_WORDS = """
a an the of for with without and or in on at to via from by using is are be as can does do how what why when not its it
their towards toward under over into through between within beyond against than that this more versus vs
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_TITLE_WORDS = "The Of For With And From Using Towards Toward Via Without Beyond Between Learning How What Why"
_BEGINS_TITLES = frozenset(_TITLE_WORDS.split())

_CAPITAL, _SMALL_LETTERS = r"[^\W\d_a-zà-ÿ]", r"[a-zà-ÿ]"
_FAMILY_PREFIX = (
    "Ma?c|Fitz|De|Del|Di|Da|Du|Des|Dos|La|Le|Lo|Van|Von|Vander|Ter|Ten|St|San|O|D|Al|El|Bin|Ben|Ibn|Abu|Saint"
)
_PREFIXED_FAMILY = re.compile(rf"(?:{_FAMILY_PREFIX}){_CAPITAL}{_SMALL_LETTERS}+$")
_PREFIXED_GIVEN = re.compile(rf"(?:Jo|Mary|Ma?c|De|La|Le|Ja|Sha|Ra|Da|Ka|Ta|Ma){_CAPITAL}{_SMALL_LETTERS}+$")
_PREFIXED_SMALL = re.compile(rf"(?:de|van|von|di|la|le|el|al|bin|af|ter|ten|den|du)(?={_CAPITAL})")  # deGrasse
_TWO_SYLLABLES = re.compile(rf"{_CAPITAL}{_SMALL_LETTERS}+{_CAPITAL}{_SMALL_LETTERS}+$")  # GuoDong
_ENDS_IN_PARTICLE = re.compile(r"(?<=.)(?:van|von|de|del|la)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")  # J. or J.-P. or J.R.
_SENTENCE_END = re.compile(r"[^\W\d_]{2}\.[^\W\d_]")
_ODD_APOSTROPHE = re.compile(r"[^\W\d_ODLMNTÒÓ]['’‘ʼ`]")  # O'Neil, D'Angelo, M'Hamdi, but no S'Aravind
_BETWEEN_PARTS = re.compile(r"[-‐‑.'’ʼ‘`]+")
_VOWEL = re.compile("[aeiouy]", re.I)


def person(name: str, texts: Texts) -> Opinion:
    """How plausible `name` is as an author. An ordinary name in two parts has 4 points."""
    shape, parts = _shape(name)
    points, why = _words_in(parts, texts)
    return Opinion(shape.points + points, (*shape.reasons, why) if why else shape.reasons)


@lru_cache(maxsize=20_000)
def _shape(name: str) -> tuple[Opinion, tuple[str, ...]]:
    """What the letters of a name say, whatever the texts are; and its parts, without particles."""
    tokens = _NOTE.sub("", name).split()
    if len(tokens) > 1 and _SUFFIX.match(tokens[-1]):
        tokens.pop()
    if not tokens:
        return Opinion(-60), ()
    points, reasons = 0, []
    parts = []
    for position, token in enumerate(tokens):
        if token in PARTICLES and position < len(tokens) - 1:
            points -= 2 if position == 0 else 0
            continue
        parts.append(token)
        score, why = _part(token, position, len(tokens))
        points += score
        reasons += [why] if why else []
    only_letters = all(map(str.isalpha, tokens))
    if only_letters and len(tokens) == len(parts) == 2 and all(map(str.islower, tokens)) and not _FUNCTION & {*tokens}:
        points = -4  # danah boyd
    elif name.isupper() and len(parts) > 1 and points > -30 and min(map(len, tokens)) > 1:
        points = max(points, -6)  # SAMI KHAN
    if _NEVER.search(name):
        points -= 40
        reasons.append(f"“{name}” has characters that no name has")
    points += _length(len(parts), tokens) - _glued_particles(tokens)
    return Opinion(points, tuple(reasons)), tuple(parts)


def _length(core: int, tokens: list[str]) -> int:
    """Points for the number of parts that are no particles."""
    if core > 1:
        return {2: 4, 3: 3, 4: 0, 5: -6}.get(core, -20)
    last = tokens[-1]
    if len(tokens) > 1:
        return -4  # van den Berg
    if 2 <= len(last) <= 4 and not last.isascii() and not last[0].isupper() and not last[0].islower():
        return 0  # a whole name in a script without blanks
    return -9 if len(last) > 2 else -20


def _glued_particles(tokens: list[str]) -> int:
    """Points against `Tvan den Berg` (but `Ivan den Berg` could be)."""
    points = 0
    for token, after in pairwise(tokens):
        glued = _ENDS_IN_PARTICLE.search(token) if after in PARTICLES else None
        if glued:
            points += 6 if _VOWEL.search(token, 0, glued.start()) else 16
    return points


def _words_in(parts: tuple[str, ...], texts: Texts) -> tuple[int, str]:
    """Points against parts that the texts use otherwise."""
    common = [part for part in parts if texts.is_word(part)]
    written = [part for part in parts if len(part) > 2 and part not in common and texts.own.is_written(part)]
    points = -3 * len(common) - 4 * len(written) - (8 if common and len(common) == len(parts) else 0)
    if common:
        return points, f"“{common[0]}” is a word of the texts"
    return points, f"“{written[0]}” occurs in the abstract" if written else ""


def _part(token: str, position: int, count: int) -> tuple[int, str]:
    """Points for one part of a name, and what is odd about it."""
    first = position == 0 and count > 1
    if token in _FUNCTION:
        return -40, f"“{token}” is no part of a name"
    if token in _BEGINS_TITLES:
        return -10, f"“{token}” is hardly a name"
    if _INITIALS.fullmatch(token):
        return 0, ""
    if _SENTENCE_END.search(token) and not token.startswith("St."):
        return -25, f"a sentence ends in “{token}”"
    if _ODD_APOSTROPHE.match(token):
        return -10, ""
    if len(token) == 1:
        return (-2 if position == 0 else -1 if position < count - 1 else -8) if token.isupper() else -8, ""
    if token.isupper() and len(token) <= 3 and token.isalpha():
        return (-6 if position else -2 if len(token) == 2 else -8), ""  # CJ Carey
    parts = [part for part in _BETWEEN_PARTS.split(token) if part]
    if not parts:
        return -30, f"“{token}” is no part of a name"
    if token.islower():
        return -15, f"“{token}” begins with a small letter"
    score = sum(_letters(part, first) for part in parts) - (6 if token.endswith(".") else 0)
    return score, f"“{token}” has a capital inside" if score <= -11 else ""


def _letters(part: str, first: bool) -> int:
    """Points for letters without hyphen or apostrophe."""
    if part.isupper():
        return -5 if len(part) > 1 else 0
    if part[0].isupper():
        if not _inner_capital(part):
            return 0
        if (_PREFIXED_GIVEN if first else _PREFIXED_FAMILY).match(part):
            return -6 if first else 0
        return -11 if _TWO_SYLLABLES.match(part) else -15
    if not any(map(str.isupper, part)):
        return 0  # Ji-hoon, al-Khatib, d'Ascoli
    prefix = _PREFIXED_SMALL.match(part)
    return -4 if prefix and not _inner_capital(part[prefix.end() :]) else -15


def _inner_capital(part: str) -> bool:
    return any(map(str.isupper, part[1:]))


def is_two_words(token: str) -> bool:
    """Whether a first name has a capital inside that no prefix explains: `FoldJohn`, but not `McKay` or `DeShawn`."""
    return any(
        any(a.islower() and b.isupper() for a, b in pairwise(part))
        and not _PREFIXED_GIVEN.match(part)
        and not _PREFIXED_FAMILY.match(part)
        for part in token.split("-")
    )
