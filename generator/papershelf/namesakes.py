"""Pairs of names that may be one person's: found by rules in words, in near-linear time, never merged on a guess.

Every rule compares within a block (same family name, same given names, …) through an index, not each pair; where a
block is so full that a rule would only list people of one name (every `W. Wang` against every Wang), it says
nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA

from papershelf import names

SHORTEST_TYPO = 6
"""One letter apart says something about long names only: Ravi and Ravin, Lin and Lu are different people."""
SHORTEST_TWO = 7
CROWD = 3
"""A short form (`S.`, `Alex`) that fits more people of one family name than this fits none in particular."""
_SMALL_BLOCK = 40
_UMLAUT = re.compile("([aou])e")
_NONE: Mapping[str, str] = MappingProxyType({})

# Short forms that are no beginning of the full name; those that are (Josh, Dan, Matt) need no list.
_SHORT_FORMS = """
abe: abraham; alex: aleksandar aleksander aleksandr alexander alexandra alexandre alexandros alexei alexey
alejandro; andy: andreas andrew andrei; beth: elizabeth; bill: william; billy: william; bob: robert; charlie:
charles charlotte; dave: david; dick: richard; dima: dmitry dmitri dmitrii; drew: andrew; ed: edward edouard
eduardo; eddie: edward; gus: august augustus; hank: henry; harry: harold henry; jack: john; jake: jacob; jeff:
geoffrey; jim: james; jimmy: james; joe: joseph; joey: joseph; jon: john; kate: katherine catherine katharina;
kathy: katherine kathleen; katie: katherine kathleen; larry: lawrence; liz: elizabeth; lucy: lucia; maggie:
margaret; meg: margaret megan; mike: michael mikhail; misha: mikhail michael; mick: michael; molly: mary; nat:
nathan nathaniel; ned: edward; nick: nicholas nicolas nikolaus; pat: patrick patricia; peggy: margaret; pete: peter;
rick: richard; rob: robert; ron: ronald; sasha: aleksandr alexander alexandra; steve: steven stephen; sue: susan;
ted: edward theodore; tim: timothy; toby: tobias; tom: thomas; tony: anthony antonio; vova: vladimir; will: william;
zach: zachary
"""
_NICKNAMES = {
    short: full.split() for short, _, full in (entry.strip().partition(": ") for entry in _SHORT_FORMS.split(";"))
}


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two names, by their keys, `a` before `b`."""

    a: str
    b: str
    score: float
    """0-100, by the rule alone."""
    reason: str
    """What is alike, in words."""
    needs_more: bool
    """Whether the names alone are too little to ask about."""


@dataclass(frozen=True, slots=True)
class _Name:
    key: str
    family: str
    given: str
    words: tuple[str, ...]
    """The words of the given name."""


def pairs(people: Iterable[str], families: Mapping[str, str] = _NONE) -> list[Pair]:
    """The likely pairs among `people` (names as written), each with its strongest rule; in order of their keys.
    `families`: a name -> its family name, where a source sets that apart."""
    by_key = {names.key(name): _parsed(name, families.get(name, "")) for name in sorted(people)}
    parsed = [by_key[key] for key in sorted(by_key)]
    best: dict[tuple[str, str], Pair] = {}
    for rule in (_joined, _typos_of_family, _by_family, _cut_short):
        for pair in rule(parsed):
            if pair.a != pair.b and ((pair.a, pair.b) not in best or pair.score > best[pair.a, pair.b].score):
                best[pair.a, pair.b] = pair
    return sorted(best.values())


def _parsed(name: str, family: str) -> _Name:
    parts = names.parse(name, family)
    given = names.key(parts.given)
    words = tuple(given.replace("-", " ").split())
    if names.initials_only(name, family):  # `J. R.`, `JR`, `J.-R.`
        words = tuple("".join(words))
        given = " ".join(words)
    return _Name(names.key(name), names.key(parts.family), given, words)


def _pair(a: _Name, b: _Name, score: float, reason: str, needs_more: bool = False) -> Pair:
    first, second = sorted((a.key, b.key))
    return Pair(first, second, score, reason, needs_more)


def _blocks(people: list[_Name], key: str) -> Iterator[list[_Name]]:
    blocks: dict[str, list[_Name]] = defaultdict(list)
    for person in people:
        blocks[getattr(person, key)].append(person)
    return (block for value, block in blocks.items() if value and len(block) > 1)


def _joined(people: list[_Name]) -> Iterator[Pair]:
    """`Ju-yeong Ji`, `Juyeong Ji`; `Daniel Guo`, `Guo Daniel`; `Jörg Müller`, `Joerg Mueller`."""
    joined: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    umlauts: dict[str, list[_Name]] = defaultdict(list)
    ordered: dict[str, list[_Name]] = defaultdict(list)
    for person in people:
        joined[_letters(person.given), _letters(person.family)].append(person)
        ordered[" ".join(sorted(person.key.split()))].append(person)
        umlauts[_UMLAUT.sub(r"\1", person.key)].append(person)
    for block in joined.values():
        for i, a in enumerate(block[:-1]):
            yield _pair(a, block[i + 1], 90, "they differ in a hyphen or a space only")
    for block in umlauts.values():
        for i, a in enumerate(block[:-1]):
            yield _pair(a, block[i + 1], 85, "they differ in ä, ö, ü and ae, oe, ue only")
    for block in ordered.values():
        for i, a in enumerate(block[:-1]):
            yield _pair(a, block[i + 1], 65, "the same words in another order")


def _letters(name: str) -> str:
    return name.replace(" ", "").replace("-", "").replace("'", "")


def _one_apart(words: dict[str, _Name]) -> Iterator[tuple[_Name, _Name]]:
    """Pairs whose words are one edit or one swap apart: both lose one letter and are equal then."""
    shortened: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST_TYPO:
            for i in range(len(word)):
                shortened[word[:i] + word[i + 1 :]].append(word)
            shortened[word].append(word)
    for alike in shortened.values():
        for i, a in enumerate(alike[:_SMALL_BLOCK]):
            for b in alike[i + 1 : _SMALL_BLOCK]:
                if a != b and OSA.distance(a, b) == 1 and a[0] == b[0]:
                    yield words[a], words[b]


def _typos_of_family(people: list[_Name]) -> Iterator[Pair]:
    """`Bobak Shahriari`, `Bobak Shariari`."""
    for block in _blocks(people, "given"):
        if len(block[0].given) > 1:
            for a, b in _one_apart({person.family: person for person in block}):
                yield _pair(a, b, 80, "the family names are one letter apart")


def _by_family(people: list[_Name]) -> Iterator[Pair]:
    for block in _blocks(people, "family"):
        for a, b in _one_apart({person.given: person for person in block}):
            yield _pair(a, b, 75, "the given names are one letter apart")
        if len(block) <= _SMALL_BLOCK:
            yield from _two_apart(block)
        yield from _short_forms(block)


def _two_apart(block: list[_Name]) -> Iterator[Pair]:
    """`Xiaohua Zhai`, `Xiaohai Zhai`."""
    for i, a in enumerate(block):
        for b in block[i + 1 :]:
            if (
                min(len(a.given), len(b.given)) >= SHORTEST_TWO
                and a.given[:4] == b.given[:4]
                and OSA.distance(a.given, b.given, score_cutoff=2) == 2
            ):
                yield _pair(a, b, 50, "the given names are two letters apart", needs_more=True)


def _short_forms(block: list[_Name]) -> Iterator[Pair]:
    """`Reza Rokni`, `Reza Ardeshir Rokni`; `S. Perrin`, `Sarah Perrin`; `Joe Fernandez`, `Joseph Fernandez`; `Gus`,
    `Luiz Gustavo`."""
    by_word: dict[str, list[_Name]] = defaultdict(list)
    by_start: dict[str, list[_Name]] = defaultdict(list)
    for person in block:
        for word in dict.fromkeys(person.words):
            by_word[word].append(person)
            for length in (
                1,
                *range(3, min(len(word) - 1, 9)),
            ):  # a short form lacks two letters at least: not Ravi, Ravin
                by_start[word[:length]].append(person)
    for person in block:
        if not person.words:
            continue
        first = person.words[0]
        fuller = [other for other in by_word[first] if set(person.words) < set(other.words)]
        if len(first) > 1 and len(fuller) <= CROWD:
            yield from (_pair(person, other, 75, "one has a given name more", needs_more=True) for other in fuller)
        if len(first) == 1:
            fits = [other for other in by_start[first] if _initials_fit(person.words, other.words)]
            if len(fits) <= CROWD:
                yield from (_pair(person, other, 60, "the initials fit", needs_more=True) for other in fits)
        elif len(person.words) == 1:
            longer = [other for other in by_start[first] if first not in other.words] if len(first) > 2 else []
            longer += [
                other for full in _NICKNAMES.get(first, ()) for other in by_word.get(full, ()) if other not in longer
            ]
            if len(longer) <= CROWD:
                yield from (
                    _pair(person, other, 60, "one given name is short for the other", needs_more=True)
                    for other in longer
                )


def _initials_fit(short: Sequence[str], long: Sequence[str]) -> bool:
    """`S.` and `Sarah`, `S. M.` and `Sarah Maria`, `S.` and `S. M.`; the second says more than the first."""
    return (
        (len(long[0]) > 1 or len(short) < len(long))
        and len(short) <= len(long)
        and all(b.startswith(a) for a, b in zip(short, long, strict=False))
    )


def _cut_short(people: list[_Name]) -> Iterator[Pair]:
    """`Divya Sreepat`, `Divyashree Shivakumar Sreepathihalli`."""
    families: dict[str, list[_Name]] = defaultdict(list)
    for person in people:
        if person.given:
            families[person.family].append(person)
    ordered = sorted(family for family in families if len(family) >= SHORTEST_TYPO)
    for i, short in enumerate(ordered):
        for long in ordered[i + 1 : i + 1 + _SMALL_BLOCK]:
            if not long.startswith(short):
                break
            for a in families[short][:_SMALL_BLOCK]:
                for b in families[long][:_SMALL_BLOCK]:
                    if len(a.given) > 2 and b.given.startswith(a.given) and len(long) - len(short) > 1:
                        yield _pair(a, b, 55, "one is the beginning of the other", needs_more=True)
