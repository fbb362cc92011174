"""Authors as `Family, Given`, one value each, so that Zotero reads as many and the same persons as there are.

Google Scholar takes `Smith, John` or `John Smith` (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
Zotero (processHighwireCreators of Embedded Metadata.js, cleanAuthor of utilities.js) has habits of its own, and each of
them costs a character that nobody sees:

- a name without a comma is cut at its last space (`Gemma Team` becomes `Team, Gemma`), one that ends in a comma is not;
- a semicolon separates names;
- the only author's name is cut at the comma into two persons where spaces stand on both sides of it;
- of two equal names in a row (they are two people) the second is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable

from papershelf.exports.persons import Person

_SPACE = "\u00a0"
"""A space that is none to those habits: Zotero makes a usual one of it."""


def stated(persons: Iterable[Person]) -> list[str]:
    """One value for each author, in order."""
    people = list(persons)
    found: list[str] = []
    for person in people:
        family, given = _parts(person)
        if len(people) == 1 and " " in family:
            given = given.replace(" ", _SPACE)
        name = f"{family}, {given}" if given else f"{family},"
        found.append(f"{family},{_SPACE}{given}" if given and found[-1:] == [name] else name)
    return found


def _parts(person: Person) -> tuple[str, str]:
    """Family and given name; a collective, and who has one name only, has no given name."""
    given = f"{person.given} {person.suffix}".strip()
    return _single(person.literal or person.family), _single(given)


def _single(name: str) -> str:
    """Without what would make two of it: `Institute A, University of B` is one author."""
    return " ".join(name.replace(",", " ").replace(";", " ").split())
