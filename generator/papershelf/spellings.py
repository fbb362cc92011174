"""Which spelling of a name is whom: by rule (accents, case), by what people joined, by what they kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from papershelf import names
from papershelf.curated import Apart, Identity
from papershelf.model import Problem


class Spellings:
    """Which spelling is whom: by key, by what people joined, by what they kept apart."""

    def __init__(self, identities: Sequence[Identity], apart: Sequence[Apart]) -> None:
        self.apart = apart
        self.identities = identities
        # Spellings that differ in accents only and are different people all the same: told apart letter by letter.
        self.exact: set[str] = set()
        for entry in apart:
            keys = Counter(names.key(spelling) for spelling in {names.shown(s) for s in entry.spellings})
            self.exact |= {key for key, number in keys.items() if number > 1}
        self.parent: dict[str, str] = {}
        self.known: dict[str, str | None] = {}
        self.here: dict[tuple[str, str], str] = {}
        """(key of a name, paper) -> whom it means in that paper, where a person said so."""
        for identity in identities:
            if identity.papers:
                for spelling in (identity.name, *identity.spellings):
                    self.here |= {(names.key(spelling), paper): _own(identity) for paper in identity.papers}
                continue
            first = self.node(identity.name)
            for spelling in identity.spellings:
                other = self.node(spelling)
                if first and other:
                    a, b = sorted((self.root(first), self.root(other)))
                    if a != b:
                        self.parent[b] = a

    def node(self, spelling: str) -> str | None:
        key = names.key(spelling)
        if not any(char.isalnum() for char in key):
            return None
        return f"={names.shown(spelling)}" if key in self.exact else key

    def root(self, node: str) -> str:
        while node in self.parent:
            node = self.parent[node]
        return node

    def person(self, spelling: str, paper: str = "") -> str | None:
        """Whom a spelling means in a paper."""
        if self.here and (found := self.here.get((names.key(spelling), paper))):
            return found
        if spelling not in self.known:
            node = self.node(spelling)
            self.known[spelling] = None if node is None else self.root(node)
        return self.known[spelling]

    def of(self, identity: Identity) -> str | None:
        """Whom an entry is about."""
        return _own(identity) if identity.papers else self.person(identity.name)

    def are_apart(self) -> set[frozenset[str]]:
        """Pairs of persons whom people told apart."""
        found = set()
        for entry in self.apart:
            nodes = {node for node in map(self.person, entry.spellings) if node}
            found |= {frozenset(pair) for pair in combinations(sorted(nodes), 2)}
        for identity in self.identities:
            if identity.papers:
                others = map(self.person, (identity.name, *identity.spellings))
                found |= {frozenset((_own(identity), other)) for other in others if other}
        return found

    def problems(self) -> tuple[Problem, ...]:
        """Entries of authors.yml that contradict each other."""
        found = []
        for entry in self.apart:
            seen: dict[str, str] = {}
            for spelling in dict.fromkeys(map(names.shown, entry.spellings)):
                node = self.person(spelling)
                if node is not None and node in seen:
                    joined = next(i for i in self.identities if self.person(i.name) == node)
                    message = (
                        f"{seen[node]!r} and {spelling!r} are different people here, and one person at {joined.place}"
                    )
                    found.append(Problem(entry.place, message, "one of the two entries", spelling))
                elif node is not None:
                    seen[node] = spelling
        first: dict[tuple[str, str], Identity] = {}
        for identity in sorted(self.identities, key=lambda identity: identity.place):
            node = self.of(identity)
            if node is None or not any(char.isalnum() for char in names.key(identity.name)):
                found.append(
                    Problem(identity.place, f"{identity.name!r} is no name", "a name as papers spell it", identity.name)
                )
                continue
            for what, value in (("orcid", identity.orcid), ("homepage", identity.homepage)):
                known = first.setdefault((node, what), identity) if value else identity
                if getattr(known, what) != value:
                    message = f"{identity.name!r} has another {what} at {known.place}"
                    found.append(Problem(identity.place, message, "one of the two", str(value)))
        return tuple(sorted(found, key=lambda problem: (problem.place, problem.message)))


def _own(identity: Identity) -> str:
    """The node of someone whose name means somebody else in other papers: `Wei Wang (Toronto)`, or the name and the
    first of the papers."""
    key = names.key(identity.name)
    return key if key not in map(names.key, identity.spellings) and "(" in key else f"{key} {min(identity.papers)}"
