"""What a text says, sign by sign: content words, names, numbers, repeated terms.

Two papers written after one pattern are alike in everything else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

VARIANT = 85
"""Two words this much alike are one word in two spellings or forms: model and models, labeling and labelling. Prolog
and Parlog (83) are two; so are words of which one ends in the other, supervised and unsupervised."""

STOP = frozenset(
    re.findall(
        r"\w+",
        "a about all also an and any approach approaches are as at based be been between both but can do does "
        "each for framework from has have how however in into is it its may method methods more most new not of "
        "on only or other our over paper present presents propose proposed proposes results show shows so such "
        "than that the their them then there these they this those through to toward towards under us use used "
        "uses using via was we well were when where whether which while who will with within without work ",
    )
)
# A name in a running text: capitals inside a sentence, or a mix that no common word has (d-RLAIF, GPT4, BYOL).
_NAME = re.compile(r"(?<=[a-z0-9,;)] )[A-Z][A-Za-z0-9]*|\b(?=\w*[A-Z0-9]\w*[A-Z0-9])(?=\w*[A-Za-z])\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
_ROMAN_AFTER_PART = {"i": "1", "v": "5", "x": "10", **_ROMAN}
_DIGITS = re.compile(r"[0-9]+")
_ROMANS = re.compile(r"(?:\b([a-z]+) )?\b(i{1,3}|iv|vi{0,3}|ix|xi{0,2})\b")
_PART = frozenset({"part", "volume", "vol", "chapter", "section", "paper", "phase", "type", "level", "no"})
_FLAGS = frozenset(
    re.findall(
        r"\w+",
        "addendum appendix comment comments commentary corrigendum corrigenda correction demo demos demonstration "
        "demonstrations discussion editorial erratum errata interview invited keynote obituary panel poster posters "
        "protocol rejoinder reply response retracted retraction slides supplement supplementary tutorial withdrawn ",
    )
)

_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        re.findall(r"\w+", "first second third fourth fifth sixth seventh eighth ninth tenth"), start=1
    )
}
_MEMBER = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) "
    r"(?:of (?:two|three|four|five|six|a|our|this)\b|(?:\w+ )?(?:part|paper|article|release|edition|year|volume|"
    r"instal+ment|run)\b)"
)
_NAMED = re.compile(r"\b(?:part|paper|volume|phase) (i{1,3}|iv|vi{0,3}|ix|x|\d{1,2})\b")
_ROMAN = {word: str(n) for n, word in enumerate(re.findall(r"\w+", "i ii iii iv v vi vii viii ix x"), start=1)}
_NOTICE = re.compile(
    r"\b(?:paper|article|manuscript|submission|preprint|work|version|it|draft) (?:has been|was|is|have been) "
    r"(?:temporarily |now |hereby )?(?:withdrawn|retracted)\b|\bwithdrawn by (?:the )?(?:arxiv|authors?)\b"
)


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of a normalised text that say what it is about."""
    return frozenset(w for w in text.split() if w not in STOP and (len(w) > 1 or w.isdigit()))


@lru_cache(maxsize=4096)
def names(text: str) -> frozenset[str]:
    """Names of methods, languages, data sets in a text as written, in small letters."""
    return frozenset(name.lower() for name in _NAME.findall(text) if not name[0].isdigit())


@lru_cache(maxsize=4096)
def numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))


def years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


@lru_cache(maxsize=4096)
def repeated(text: str) -> frozenset[str]:
    """Content words that a normalised text has more than once."""
    once: set[str] = set()
    twice: set[str] = set()
    for token in text.split():
        (twice if token in once else once).add(token)
    return frozenset(token for token in twice if token not in STOP and len(token) > 1)


def title_numbers(title: str) -> tuple[str, ...]:
    """Numbers of a normalised title, Roman ones included: what tells volumes of a series apart. `hpv16` has 16."""
    found = _DIGITS.findall(title)
    for before, roman in _ROMANS.findall(title):
        table = _ROMAN_AFTER_PART if before in _PART else _ROMAN
        if roman in table:
            found.append(table[roman])
    return tuple(sorted(found))


def flags(title: str) -> frozenset[str]:
    """Words of a normalised title that make it another kind of text: an erratum, a reply."""
    return _FLAGS & set(title.split())


def members(text: str) -> frozenset[str]:
    """Which of a series a normalised text says it is: `third data release`, `first of two papers`, `part II`."""
    ordinals = (_ORDINALS.get(said, re.sub(r"\D", "", said)) for said in _MEMBER.findall(text))
    return frozenset((*ordinals, *(_ROMAN.get(said, said) for said in _NAMED.findall(text))))


def is_notice(text: str) -> bool:
    """Whether a normalised abstract begins as the notice of a withdrawal: the same words stand for many papers."""
    return bool(_NOTICE.search(text[:200]))


def strange(x: frozenset[str], y: frozenset[str]) -> frozenset[str]:
    """What is in `x` and not in `y`, not even in another spelling."""
    others = {_american(word) for word in y}
    return frozenset(a for a in x - y if _american(a) not in others and not any(_variant(a, b) for b in y))


def _variant(a: str, b: str) -> bool:
    return fuzz.ratio(a, b, score_cutoff=VARIANT) > 0 and not a.endswith(b) and not b.endswith(a)


def _american(word: str) -> str:
    """`edema` of `oedema`, `sulfate` of `sulphate`."""
    return word.replace("ae", "e").replace("oe", "e").replace("ph", "f")


def swapped(x: frozenset[str], y: frozenset[str], text_x: str, text_y: str) -> bool:
    """Whether each of two (normalised) texts has a sign that the other lacks: one stands in the other's place."""
    only_x, only_y = x - set(text_y.split()), y - set(text_x.split())
    return bool(strange(only_x, only_y)) and bool(strange(only_y, only_x))
