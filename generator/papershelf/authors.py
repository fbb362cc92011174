"""STAGE papers → people: one page each, under all spellings met.

One person by rule are spellings that differ in accents, case, dots and kinds of hyphen only; by word of a person what
seeds/curated/authors.yml says; nothing else. Likely pairs become Questions; `J. Smith` is a person of their own until
someone knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from papershelf import likely, names
from papershelf.curated import Apart, Identity
from papershelf.model import Author, Match, Paper, Problem, Question
from papershelf.spellings import Spellings
from papershelf.text import fold, slug

CROWD = 300
"""A paper with more authors than this says nothing about who works with whom."""


@dataclass(frozen=True, slots=True)
class People:
    """What the stage hands on."""

    authors: tuple[Author, ...]
    """By sort key."""
    byline: dict[str, tuple[tuple[str, str | None], ...]]
    """Paper id → (name as stated, author id) in order; no id for what is no name. A name listed twice stands twice."""
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Person:
    """One person while the papers are gone through."""

    spellings: Counter[str] = field(default_factory=Counter)
    papers: list[Paper] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
    families: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(spelling, family name that a source sets apart in it)"""
    orcids: dict[str, list[str]] = field(default_factory=dict)
    """ORCID iD that services state with the name -> ids of the papers in which they do."""

    def family(self, name: str) -> str:
        """The family name in `name`: the one most often stated with it, else one stated with another spelling."""
        stated = sorted(self.families.items(), key=lambda item: (item[0][0] != name, -item[1], item[0]))
        found = (family for (_, family), _ in stated if names.parse(name, family).family == family)
        return next(found, "")


def authors(
    papers: Iterable[Paper],
    identities: Sequence[Identity] = (),
    apart: Sequence[Apart] = (),
    matches: Mapping[str, Sequence[Match]] | None = None,
) -> People:
    """Everyone named on `papers`. Neither the order of papers nor of entries matters."""
    ordered = sorted(papers, key=lambda paper: (tuple(-part for part in paper.order), paper.id))
    spelled = Spellings(identities, apart)
    people: dict[str, _Person] = defaultdict(_Person)
    for paper in ordered:
        here: set[str] = set()
        families = paper.families if len(paper.families) == len(paper.authors) else ("",) * len(paper.authors)
        orcids = paper.orcids or ("",) * len(paper.authors)
        for stated, family, orcid in zip(paper.authors, families, orcids, strict=True):
            node = spelled.person(stated, paper.id)
            if node is None:
                continue
            person, spelling = people[node], names.shown(stated)
            person.spellings[spelling] += 1
            if family:
                person.families[spelling, names.shown(family)] += 1
            if orcid:
                person.orcids.setdefault(orcid, []).append(paper.id)
            if node not in here:
                person.papers.append(paper)
                here.add(node)
    for identity in identities:
        node = spelled.of(identity)
        if node in people:
            people[node].identities.append(identity)
    shown = {node: _shown(person) for node, person in people.items()}
    ids = _ids(shown)
    byline = {
        paper.id: tuple((stated, ids.get(spelled.person(stated, paper.id) or "")) for stated in paper.authors)
        for paper in ordered
    }
    together = _together(byline, ids.values())
    found = [
        _author(person, shown[node], ids[node], together[ids[node]], matches or {})
        for node, person in people.items()
    ]  # fmt: skip
    everyone = tuple(sorted(found, key=lambda author: (names.sort_key(author.name, author.family), author.id)))
    wrong = (*spelled.problems(), *_strangers(identities, byline))
    doubts = likely.two_orcids((shown[node], person.orcids) for node, person in people.items() if not person.identities)
    return People(everyone, byline, (*likely.questions(everyone, ordered, together, spelled), *doubts), wrong)


def _only(orcids: Iterable[str]) -> str | None:
    """The one iD that is stated; of two, one is another person's."""
    found = list(orcids)
    return found[0] if len(found) == 1 else None


def _strangers(identities: Sequence[Identity], byline: Container[str]) -> Iterator[Problem]:
    """Entries that name a paper which is not there."""
    for identity in sorted(identities, key=lambda identity: identity.place):
        for paper in identity.papers:
            if paper not in byline:
                message = f"{identity.name!r} names {paper!r}, which is no paper of this list"
                yield Problem(identity.place, message, "the id of a paper's page", paper)


def _shown(person: _Person) -> str:
    """The spelling to show: a person's choice, else most accents, else properly capitalised, else most frequent."""
    if person.identities:
        return names.shown(min(person.identities, key=lambda identity: identity.place).name)

    if len(person.spellings) == 1:
        return next(iter(person.spellings))

    def preference(spelling: str) -> tuple[int, int, int, str]:
        accents = sum(not char.isascii() and char.isalpha() for char in spelling)
        words = spelling.replace("-", " ").split()
        capitals = sum(word[0].isupper() and not (len(word) > 2 and word.isupper()) for word in words)
        return -accents, -capitals, -person.spellings[spelling], spelling

    return min(person.spellings, key=preference)


def _ids(shown: Mapping[str, str]) -> dict[str, str]:
    """Node → address. Of names that share one (王伟 and 汪威 are both `wangwei`), the one that is spelled like it keeps
    it."""
    same: dict[str, list[str]] = defaultdict(list)
    for node, name in shown.items():
        same[slug(name)].append(node)
    ids: dict[str, str] = {}
    for address, nodes in same.items():
        nodes.sort(key=lambda node: (fold(shown[node]).replace(" ", "-") != address, node))
        for number, node in enumerate(nodes):
            ids[node] = address if number == 0 else f"{address}-{sha256(node.encode()).hexdigest()[:6]}"
    return ids


def _together(
    byline: Mapping[str, tuple[tuple[str, str | None], ...]], everyone: Iterable[str]
) -> dict[str, Counter[str]]:
    """Author id → co-author id → number of papers."""
    together: dict[str, Counter[str]] = {ident: Counter() for ident in everyone}
    for names_and_ids in byline.values():
        here = sorted({ident for _, ident in names_and_ids if ident})
        if len(here) <= CROWD:
            for ident in here:
                together[ident].update(here)
    for ident, counts in together.items():
        counts.pop(ident, None)
    return together


def _author(
    person: _Person, name: str, ident: str, together: Counter[str], matches: Mapping[str, Sequence[Match]]
) -> Author:
    topics = Counter([match.topic for paper in person.papers for match in matches.get(paper.id, ())])
    decided = sorted(person.identities, key=lambda identity: identity.place)
    by_rule = len(person.spellings) > 1 and len(person.spellings) > len(set(map(names.key, person.spellings)))
    spellings = tuple(sorted({*person.spellings, name}))
    family = person.family(name) if person.families else ""
    reasons = (("accents and case",) if by_rule else ()) + tuple(str(i.place) for i in decided if i.spellings)
    return Author(
        id=ident,
        name=name,
        spellings=spellings,
        papers=tuple(paper.id for paper in person.papers),
        coauthors=tuple((other, -number) for number, other in sorted([(-n, other) for other, n in together.items()])),
        topics=tuple(sorted(topics.items(), key=lambda item: (-item[1], item[0]))),
        orcid=next((one.orcid for one in decided if one.orcid), None) or _only(person.orcids),
        homepage=next((identity.homepage for identity in decided if identity.homepage), None),
        collective=any(identity.collective for identity in decided) or (not family and names.is_collective(name)),
        family=family,
        merged_by=reasons if len(spellings) > 1 else (),
    )
