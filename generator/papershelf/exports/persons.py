"""Authors in parts, as every format of citation managers wants them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from papershelf import names, text
from papershelf.model import Paper


@dataclass(frozen=True, slots=True)
class Person:
    """One author. Either `literal`, a name that nobody may take apart, or a family name and what goes with it."""

    literal: str = ""
    """`Gemma Team`, and a name of several words that a source states as one."""
    family: str = ""
    """With its particles: `van Hasselt`."""
    given: str = ""
    suffix: str = ""


def persons(paper: Paper) -> Iterator[Person]:
    """The authors in order; a name without anything to see is left out."""
    for name, family in zip_longest(paper.authors, paper.families, fillvalue=""):
        found = _person(name, family)
        if found.literal or found.family:
            yield found


@lru_cache(maxsize=100_000)
def _person(name: str, family: str) -> Person:
    plain = names.shown(name)
    if names.is_collective(plain) or (" " in plain and plain == text.to_plain(family)):
        return Person(literal=plain)
    parts = names.parse(name, family)
    return Person(family=parts.family or parts.given, given=parts.given if parts.family else "", suffix=parts.suffix)
