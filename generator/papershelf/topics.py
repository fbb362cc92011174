"""STAGE papers → topics, with the reason for each. The taxonomy is seeds/curated/topics.yml; nothing here knows a
subject.

A paper has a topic if it scores ENOUGH: a phrase in the title does, and so does a phrase of three words or more in
the abstract, two phrases there, or one often; the primary category does, a further category with a phrase. A
person's word (`papers`, `not_papers`) beats all that. At most MOST topics, the best ones.

The broader topic of one that a paper has is not named again at the paper; its page lists the paper all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from papershelf.curated import TopicRule
from papershelf.model import Match, Paper, Problem, Question, Topic
from papershelf.phrases import Finder

CURATED_FILE = "seeds/curated/topics.yml"
ENOUGH = 2.0
MOST = 4
IN_TITLE = 3.0
BY_PERSON = 100.0
ASKED_AT_MOST = 20
"""Papers without a topic that are asked about one by one."""
_MENTIONS = 4
"""More mentions of one phrase than this say no more."""
_TIMES = {2: "twice", 3: "3 times"}


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the stage hands on."""

    topics: tuple[Topic, ...]
    """In the order people gave them."""
    matches: dict[str, tuple[Match, ...]]
    """Paper id → its topics, best first; every paper is there."""
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Score:
    """What speaks for one topic of one paper, while it is gathered."""

    score: float = 0.0
    found: list[tuple[float, str]] = field(default_factory=list)

    def add(self, score: float, reason: str) -> None:
        self.score += score
        self.found.append((score, reason))

    @property
    def reasons(self) -> tuple[str, ...]:
        """The strongest first."""
        return tuple(reason for _, reason in sorted(self.found, key=lambda item: -item[0]))


def topics(papers: Iterable[Paper], rules: Sequence[TopicRule]) -> Subjects:
    """The topics of each paper. The order of `papers` does not matter."""
    ordered = sorted(papers, key=lambda paper: (tuple(-part for part in paper.order), paper.id))
    finder = Finder(phrase for rule in rules for phrase in rule.phrases)
    keys = {phrase: " ".join(finder.words(phrase)) for rule in rules for phrase in rule.phrases}
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    for rule in rules:
        for phrase in rule.phrases:
            owners[keys[phrase]][rule.id] = None
    by_phrase = {phrase: (list(owners[key]), _weight(key)) for phrase, key in keys.items()}
    matches = {paper.id: _matches(paper, rules, finder, by_phrase) for paper in ordered}
    return Subjects(
        tuple(_topics(ordered, rules, matches)), matches, _questions(ordered, rules, matches), _problems(ordered, rules)
    )


def _weight(words: str) -> float:
    """Long phrases are seldom said by the way."""
    return min(2.0, (len(words.split()) + 1) / 2)


def _matches(
    paper: Paper, rules: Sequence[TopicRule], finder: Finder, by_phrase: Mapping[str, tuple[list[str], float]]
) -> tuple[Match, ...]:
    scores: dict[str, _Score] = defaultdict(_Score)
    title, abstract = finder.find(paper.title or ""), finder.find(paper.abstract or "")
    for phrase in {**title, **abstract}:
        ids, weight = by_phrase[phrase]
        times = abstract.get(phrase, 0)
        value = weight * (1 + (min(times, _MENTIONS) - 1) / 2) if times else 0.0
        for ident in ids:
            total = value + (IN_TITLE + weight if phrase in title else 0.0)
            scores[ident].add(total, f"“{phrase}” {_where(phrase in title, times)}")
    for rule in rules:
        if not rule.categories and not rule.papers and not rule.not_papers:
            continue
        for category in rule.categories:
            if category == paper.primary_category or category in paper.categories:
                scores[rule.id].add(ENOUGH if category == paper.primary_category else 1.0, f"category {category}")
        if paper.id in rule.papers:
            scores[rule.id].add(BY_PERSON, str(rule.place))
        if paper.id in rule.not_papers:
            scores.pop(rule.id, None)
    parents = {rule.id: rule.parent for rule in rules}
    place = {rule.id: number for number, rule in enumerate(rules)}
    enough = {ident for ident, found in scores.items() if found.score >= ENOUGH}
    narrower = {above for ident in enough for above in _above(ident, parents)}
    kept = sorted(enough - narrower, key=lambda ident: (-scores[ident].score, place[ident]))[:MOST]
    return tuple(Match(ident, scores[ident].reasons, round(scores[ident].score, 2)) for ident in kept)


def _where(in_title: bool, times: int) -> str:
    in_abstract = f"{_TIMES.get(times, 'often' if times > 1 else '')} in the abstract".strip() if times else ""
    return " and ".join(part for part in ("in the title" if in_title else "", in_abstract) if part)


def _above(ident: str, parents: Mapping[str, str | None]) -> list[str]:
    """The broader topics of a topic; ends also where a file made a circle of them."""
    found: list[str] = []
    parent = parents.get(ident)
    while parent is not None and parent not in found and parent != ident:
        found.append(parent)
        parent = parents.get(parent)
    return found


def _topics(
    papers: Sequence[Paper], rules: Sequence[TopicRule], matches: Mapping[str, Sequence[Match]]
) -> Iterable[Topic]:
    parents = {rule.id: rule.parent for rule in rules}
    members: dict[str, list[str]] = defaultdict(list)
    for paper in papers:
        named = [match.topic for match in matches[paper.id]]
        broader = [above for topic in named for above in _above(topic, parents)]
        for ident in dict.fromkeys([*named, *broader]):
            members[ident].append(paper.id)
    for rule in rules:
        yield Topic(
            rule.id,
            rule.name,
            rule.description,
            rule.parent if rule.parent in parents else None,
            tuple(members[rule.id]),
        )


def _questions(
    papers: Sequence[Paper], rules: Sequence[TopicRule], matches: Mapping[str, Sequence[Match]]
) -> tuple[Question, ...]:
    """One for each paper under no topic; none for a list without topics."""
    without = [paper for paper in papers if not matches[paper.id]] if rules else []
    found = [
        Question(
            kind="topic",
            ask=f"What is “{paper.label}” about?",
            reason="No phrase and no category of the topics fits it, so it stands under none.",
            file=CURATED_FILE,
            answers=(f"# in the topic that it belongs to:\n  papers: ['{paper.id}']\n",),
            places=tuple(record.place for record in paper.members[:1]),
        )
        for paper in without[:ASKED_AT_MOST]
    ]
    if len(without) > ASKED_AT_MOST:
        found.append(
            Question(
                kind="topic",
                ask=f"Which phrases or topics are missing for {len(without) - ASKED_AT_MOST} more papers?",
                reason=f"{len(without)} of {len(papers)} papers stand under none; the newest are asked about by name.",
                file=CURATED_FILE,
                answers=(),
            )
        )
    return tuple(found)


def _problems(papers: Sequence[Paper], rules: Sequence[TopicRule]) -> tuple[Problem, ...]:
    known = {paper.id for paper in papers}
    return tuple(
        Problem(
            rule.place,
            f"the topic {rule.id!r} names {ident!r}, which is no paper of this list",
            "the id of a paper's page",
            ident,
        )
        for rule in rules
        for ident in (*rule.papers, *rule.not_papers)
        if ident not in known
    )
