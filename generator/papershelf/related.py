"""STAGE papers → what to read next, with the reason: shared topics, shared authors, similar words in title and
abstract.

Each of the three is a cosine between 0 and 1 in which the rare counts more than the common: a topic of 3 papers more
than one of 30, two of five authors more than two of 215, `counterfactual` more than `learning`. Only papers that
share something rare are compared at all, so that the time grows with the number of papers and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from math import log, sqrt

from papershelf.model import Match, Paper, Relation, Topic
from papershelf.phrases import Words, singular

Vector = dict[str, float]

WORDS, AUTHORS, TOPICS = 0.5, 0.25, 0.25
"""What each kind of likeness weighs."""
LEAST = 0.09
"""Less likeness than this is chance."""
SIMILAR = 0.15
"""Words as alike as this are a reason of their own."""
_TITLE = 2.0
"""A word of the title counts like so many of the abstract."""
_TERMS, _TELLING, _TELLING_AUTHORS = 40, 12, 40
"""How many of a paper's words are compared; how many of its words and authors find candidates."""
_COMMON = 40
"""What stands in more papers than this finds no candidates."""
_CANDIDATES = 12
_PARENT = 0.5
"""A broader topic in common counts like half a topic."""
# What papers of every subject say.
_SAID_BY_ALL = """
a about above across after all also although among an and any are as at be because been before being between both
but by can cannot compared could did do does doing due during e each either et etc even every fewer few finally
first for from further g general given had has have having how however i if in including indeed into is it its
itself just known large largely least less let like many may might more moreover most much must new next no non nor
not novel of often on one only or other others our out over own particular per point possible previous rather recent
recently respectively same second several should show shows shown similar similarly since so some study studies such
than that the their them then there therefore these they third this those through thus time to toward towards two
under up upon us use used uses using various very via was way we well were what when where whether which while whose
why wide will with within without work works would yet you your achieve approach approaches art based benchmark
better demonstrate demonstrates different effective experiment experiments extensive framework introduce introduced
investigate lead leading main method methods outperform outperforms paper perform performance present presented
problem problems propose proposed provide provides providing report result results set significant significantly
state technical
"""
_EMPTY = frozenset(map(singular, _SAID_BY_ALL.split()))


def related(
    papers: Iterable[Paper],
    matches: Mapping[str, Sequence[Match]],
    byline: Mapping[str, Sequence[tuple[str, str | None]]],
    count: int,
    topics: Sequence[Topic] = (),
    words_of: Words | None = None,
) -> dict[str, tuple[Relation, ...]]:
    """Paper id → at most `count` related papers, best first. `topics` gives the topics' names; without it their ids
    are shown. `words_of` remembers the words of their texts."""
    ordered = sorted(papers, key=lambda paper: (tuple(-part for part in paper.order), paper.id))
    ids = [paper.id for paper in ordered]
    terms, words_of = _Terms(), words_of or Words()
    words = _vectors([_words(paper, words_of, terms) for paper in ordered], _TERMS, least=2)
    people = _vectors([{author: 1.0 for _, author in byline.get(ident, ()) if author} for ident in ids])
    parents = {topic.id: topic.parent for topic in topics}
    subjects = _vectors([_topics(matches.get(ident, ()), parents) for ident in ids])
    candidates = _candidates(words, people, subjects)
    shown = {topic.id: topic.name for topic in topics}
    names = _names(people, byline.values())
    found: dict[str, tuple[Relation, ...]] = {}
    for i, ident in enumerate(ids):
        scored = []
        for j in candidates[i]:
            alike = _cosine(words[i], words[j])
            score = WORDS * alike
            if not people[i].keys().isdisjoint(people[j]):
                score += AUTHORS * _cosine(people[i], people[j])
            if not subjects[i].keys().isdisjoint(subjects[j]):
                score += TOPICS * _cosine(subjects[i], subjects[j])
            if score >= LEAST:
                scored.append((round(score, 4), alike, j))
        scored.sort(key=lambda item: (-item[0], item[2]))
        relations = (
            Relation(
                ids[j],
                _reasons(
                    subjects[i], subjects[j], people[i], people[j], words[i], words[j], alike, shown, parents, names
                ),
                score,
            )
            for score, alike, j in scored
        )
        found[ident] = tuple(islice((relation for relation in relations if relation.reasons), count))
    return found


def _topics(matches: Sequence[Match], parents: Mapping[str, str | None]) -> dict[str, float]:
    """A paper's topics, and the broader one of each: two papers on exploration and on imitation have reinforcement
    learning in common."""
    own = dict.fromkeys(match.topic for match in matches)
    return {above: _PARENT for topic in own if (above := parents.get(topic))} | dict.fromkeys(own, 1.0)


class _Terms(dict[str, str]):
    """Word → the term it is compared by; empty for words that say nothing."""

    def __missing__(self, word: str) -> str:
        self[word] = term = "" if word in _EMPTY or len(word) < 2 or word[0].isdigit() else word
        return term


def _words(paper: Paper, words_of: Words, terms: _Terms) -> dict[str, float]:
    """The terms of title and abstract, with how much each counts. How often a word is repeated says little in so
    short a text."""
    found = dict.fromkeys([terms[word] for word in words_of.of(paper.abstract or "")], 1.0)
    found.update(dict.fromkeys([terms[word] for word in words_of.of(paper.title or "")], _TITLE))
    found.pop("", None)
    return found


def _vectors(counted: Sequence[Mapping[str, float]], most: int | None = None, least: int = 1) -> list[Vector]:
    """Unit vectors, weighted by rarity; only the `most` telling terms, of those in at least `least` of them."""
    number = Counter(chain.from_iterable(counted))
    total = len(counted)
    rarity = {term: log(1 + total / n) for term, n in number.items() if n >= least}
    vectors = []
    for counts in counted:
        weighted = [(rarity[term] * count, term) for term, count in counts.items() if term in rarity]
        if most is not None and len(weighted) > most:
            weighted.sort(reverse=True)
            del weighted[most:]
        length = sqrt(sum([weight * weight for weight, _ in weighted])) or 1.0
        vectors.append({term: weight / length for weight, term in weighted})
    return vectors


def _names(people: Sequence[Vector], bylines: Iterable[Sequence[tuple[str, str | None]]]) -> dict[str, str]:
    """Author id -> the fullest spelling; of those with several papers, who alone can be named in a reason."""
    number = Counter(chain.from_iterable(people))
    names: dict[str, str] = {}
    for stated, a in chain.from_iterable(bylines):
        if a and number[a] > 1 and names.get(a) != stated:
            names[a] = max(names.get(a, ""), stated, key=lambda name: (not name.isascii(), len(name), name))
    return names


def _cosine(a: Vector, b: Vector) -> float:
    return sum([weight * b[term] for term, weight in a.items() if term in b])


def _candidates(words: Sequence[Vector], people: Sequence[Vector], subjects: Sequence[Vector]) -> list[list[int]]:
    """For each paper the papers to compare it with: those that share most of its telling words and authors; in a
    list small enough, also those that share a topic."""
    # For each paper its weight in something it holds, and all who hold that with their weights; two sequences, since
    # going through pairs, which lie all over the memory, takes half as long again.
    held_by: list[list[tuple[float, Sequence[int], Sequence[float]]]] = [[] for _ in words]
    for vectors, telling in ((words, _TELLING), (people, _TELLING_AUTHORS), (subjects, _TELLING)):
        holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for i, vector in enumerate(vectors):
            if len(vector) > telling:
                best = sorted([(-weight, term) for term, weight in vector.items()])[:telling]
                for weight, term in best:
                    holders[term].append((i, -weight))
            else:
                for term, weight in vector.items():
                    holders[term].append((i, weight))
        for held in holders.values():
            if 1 < len(held) <= _COMMON:
                numbers, theirs = zip(*held, strict=True)
                for i, weight in held:
                    held_by[i].append((weight, numbers, theirs))
    found = []
    for i, shared in enumerate(held_by):  # one paper after the other: all scores at once would fill the memory
        scores: dict[int, float] = defaultdict(float)
        for weight, who, weights in shared:
            for j, other in zip(who, weights, strict=True):
                scores[j] += weight * other
        scores.pop(i, None)
        found.append(_best(scores))
    return found


def _best(scores: Mapping[int, float]) -> list[int]:
    """The `_CANDIDATES` that score most; of equal ones the lowest."""
    least = sorted(scores.values(), reverse=True)[:_CANDIDATES][-1:]  # numbers alone sort fast, and few are left then
    return [j for _, j in sorted([(-score, j) for j, score in scores.items() if score >= least[0]])][:_CANDIDATES]


def _reasons(
    topics_a: Vector,
    topics_b: Vector,
    people_a: Vector,
    people_b: Vector,
    words_a: Vector,
    words_b: Vector,
    alike: float,
    shown: Mapping[str, str],
    parents: Mapping[str, str | None],
    names: Mapping[str, str],
) -> tuple[str, ...]:
    reasons = []
    both = topics_a.keys() & topics_b.keys()
    subjects = sorted(both - {parents.get(topic) for topic in both}, key=lambda t: (-topics_a[t] * topics_b[t], t))
    if subjects:
        plural = "topic" if len(subjects) == 1 else "topics"
        reasons.append(f"{plural}: {', '.join(shown.get(t, t.replace('-', ' ')) for t in subjects)}")
    people = sorted(people_a.keys() & people_b.keys(), key=lambda p: (-people_a[p] * people_b[p], p))
    if len(people) == 1:
        reasons.append(f"one author in common: {names[people[0]]}")
    elif people:
        some = ", ".join(names[p] for p in people[:3]) + (", …" if len(people) > 3 else "")
        reasons.append(f"{len(people)} authors in common: {some}")
    if alike >= SIMILAR:
        words = sorted(words_a.keys() & words_b.keys(), key=lambda w: (-words_a[w] * words_b[w], w))
        reasons.append(f"similar words: {', '.join(words[:4])}")
    return tuple(reasons)
