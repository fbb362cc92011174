"""Authors of a record, made comparable: whole names and initials, either order, accents written out or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import OSA

from papershelf.dedupe.words import words

_LIMIT = 200
"""Authors of a record that are looked at."""
# ü, ø, å as some write them; harmless where it is no such letter, since both sides lose it.
_SPELLED_OUT = re.compile(r"(?<=[aou])e(?!\b)")
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

    def may_be(self, other: Person) -> bool:
        """Whether the family name of one is a word of the other's name."""
        return not self.family.isdisjoint(other.words) or not other.family.isdisjoint(self.words)


@dataclass(frozen=True, slots=True)
class People:
    """All authors of a record."""

    persons: tuple[Person, ...]
    families: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=30_000)
def person(name: str, family: str = "") -> Person:
    """`family` is the family name where the source sets it apart; before a comma it stands in any case."""
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
    return Person(frozenset(named or found[-1:]), frozenset((*(whole or found), *named)))


def _parts(name: str) -> list[str]:
    return _SPELLED_OUT.sub("", words(name)).split()


def _initials(word: str, name: str) -> bool:
    """`HV` of `Hasselt HV`: two or three capitals in a name that is not all in capitals."""
    return len(word) <= 3 and word.upper() in name and not name.isupper()


def people(names: Sequence[str], families: Iterable[str] = ()) -> People:
    """The authors `names`; `families` says their family names, where the source does."""
    stated = zip_longest(names[:_LIMIT], tuple(families)[: len(names)], fillvalue="")
    found = tuple(one for name, family in stated if (one := person(name, family)).words)
    return People(
        persons=found,
        families=frozenset().union(*(one.family for one in found)),
        words=frozenset().union(*(one.words for one in found)),
    )


def shared(a: People, b: People) -> int:
    """How many persons of the shorter list may be in the longer one."""
    short, long = sorted((a, b), key=lambda people: len(people.persons))
    common = (short.families & long.words) | (short.words & long.families)
    if not common:
        return 0
    return sum(not one.words.isdisjoint(common) for one in short.persons)


def misspelt(a: People, b: People) -> int:
    """1 if the family names of the first authors differ in one letter of five or more; for lists that share no name."""
    pairs = ((x, y) for x in a.persons[0].family for y in b.persons[0].family)
    return int(any(min(len(x), len(y)) >= 5 and OSA.distance(x, y, score_cutoff=1) <= 1 for x, y in pairs))
