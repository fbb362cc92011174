"""Authors of a record, made comparable: whole names and initials, either order, accents written out or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import OSA

from papershelf.dedupe.words import words

_LIMIT = 200
"""Authors of a record that are looked at."""
# ü, ø, å as some write them; harmless where it is no such letter, since both sides lose it.
_SPELLED_OUT = re.compile(r"(?<=[aou])e(?!\b)")
_LOST = re.compile(r"\ufffd|\?(?=[^\W\d_])")
"""A letter that some encoding lost divides no word: `H?rder`."""
_NUMBER = re.compile(r"[0-9]{5}")
"""Nobody is called so: the number of a registered trial in the place of its sponsor."""
_NO_NAME_WORDS = """
af al bin da das de del dela della den der des di dos du el ibn la las le les los jr sr md mac mc nee of on phd san st
ste ten ter the van vande vander ver von und y zu zum zur
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
"""Particles and titles: two names have them in common by chance."""


@dataclass(frozen=True, slots=True)
class Person:
    """One name."""

    family: frozenset[str]
    """Words of the family name, as far as the name tells."""
    words: frozenset[str]
    """All words of it but initials: `Hamont D van` has its family name first."""
    given: frozenset[str]
    """Initials of all but the family name."""

    def may_be(self, other: Person) -> bool:
        """Whether the family name of one is a word of the other's name, and not that of both beside other initials."""
        if self.family.isdisjoint(other.words) and other.family.isdisjoint(self.words):
            return False
        return not _apart(self.given, other.given) or self.family.isdisjoint(other.family)


_NOBODY = Person(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class People:
    """All authors of a record."""

    persons: tuple[Person, ...]
    families: Mapping[str, frozenset[str]]
    """Words of family names -> initials of the given names beside them; none where somebody states none."""
    words: frozenset[str]


@lru_cache(maxsize=30_000)
def person(name: str, family: str = "") -> Person:
    """`family` is the family name where the source sets it apart; before a comma it stands in any case."""
    if _NUMBER.search(name):
        return _NOBODY
    before, comma, _ = name.partition(",")
    family = family or (before if comma else "")
    found = _parts(name)
    whole = [word for word in found if len(word) > 1 and word not in _NO_NAME and not _initials(word, name)]
    named = [word for word in _parts(family) if word not in _NO_NAME]
    if not named and whole:
        last = found[-1]
        named = whole[-1:]
        if last not in whole and last not in _NO_NAME:
            # Initials behind: what stands before them is the family name. Three capitals may be either (`Tomas VLK`).
            named = [*whole, last] if len(last) == 3 else whole
    named = named or found[-1:]
    given = (word if _initials(word, name) else word[0] for word in found if word not in named and word not in _NO_NAME)
    return Person(frozenset(named), frozenset((*(whole or found), *named)), frozenset("".join(given)))


def _apart(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether no initial is in both of two sets; tells nothing where one is empty."""
    return bool(x and y) and x.isdisjoint(y)


def _parts(name: str) -> list[str]:
    if "?" in name or "\ufffd" in name:
        name = _LOST.sub("", name)
    return _SPELLED_OUT.sub("", words(name)).split()


def _initials(word: str, name: str) -> bool:
    """`HV` of `Hasselt HV`: two or three capitals in a name that is not all in capitals."""
    return len(word) <= 3 and word.upper() in name and not name.isupper()


def people(names: Sequence[str], families: Iterable[str] = ()) -> People:
    """The authors `names`; `families` says their family names, where the source does."""
    stated = zip_longest(names[:_LIMIT], tuple(families)[: len(names)], fillvalue="")
    found = tuple(one for name, family in stated if (one := person(name, family)).words)
    given: dict[str, frozenset[str]] = {}
    for one in found:
        for word in one.family:
            beside = given.get(word, one.given)
            given[word] = beside | one.given if beside and one.given else frozenset()
    return People(
        persons=found,
        families=given,
        words=frozenset().union(*(one.words for one in found)),
    )


def shared(a: People, b: People) -> int:
    """How many persons of the shorter list may be in the longer one."""
    short, long = sorted((a, b), key=lambda people: len(people.persons))
    common = (short.families.keys() & long.words) | (short.words & long.families.keys())
    for word in short.families.keys() & long.families.keys():
        if _apart(short.families[word], long.families[word]):
            common.discard(word)
    if not common:
        return 0
    return sum(not one.words.isdisjoint(common) for one in short.persons)


def misspelt(a: People, b: People) -> int:
    """1 if the family names of the first authors differ in one letter of five or more; for lists that share no name."""
    if _apart(a.persons[0].given, b.persons[0].given):
        return 0
    pairs = ((x, y) for x in a.persons[0].family for y in b.persons[0].family)
    return int(any(min(len(x), len(y)) >= 5 and OSA.distance(x, y, score_cutoff=1) <= 1 for x, y in pairs))
