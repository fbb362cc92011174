"""STAGE papers → topics, with the reason for each. The taxonomy is seeds/curated/topics.yml; nothing here knows a
subject.

A paper has a topic if it scores ENOUGH: a phrase in the title does, and so does a phrase of three words or more in
the abstract, two phrases there, or one often; the primary category does, a further category with a phrase. A note
counts like a mention in the abstract. A keyword or a collection that is the topic's name or one of its phrases is
enough; a tag of a note counts like a keyword. A person's word (`papers`, `not_papers`, `topics` of a note) beats all
that. At most MOST topics, the best ones.

Collections that no curated topic is named like are topics of their own, after the curated ones (`listed`).

The broader topic of one that a paper has is not named again at the paper; its page lists the paper all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from papershelf.curated import TopicRule
from papershelf.listed import Listed, listed
from papershelf.model import Match, Paper, Problem, Question, Topic
from papershelf.phrases import Words
from papershelf.vocabulary import Vocabulary

CURATED_FILE = "seeds/curated/topics.yml"
ENOUGH = 2.0
MOST = 4
IN_TITLE = 3.0
AS_KEYWORD = 3.0
AS_LISTED = 10.0
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
    """In the order people gave them; then collections."""
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


def topics(papers: Iterable[Paper], rules: Sequence[TopicRule], words: Words | None = None) -> Subjects:
    """The topics of each paper. The order of `papers` does not matter. `words` remembers those of their texts."""
    ordered = sorted(papers, key=lambda paper: (tuple(-part for part in paper.order), paper.id))
    vocabulary = Vocabulary(rules, words or Words())
    shelves = listed(ordered, vocabulary.named)
    parents = {rule.id: rule.parent for rule in rules} | {topic.id: topic.parent for topic in shelves.topics}
    place = {ident: number for number, ident in enumerate(parents)}
    matches = {paper.id: _matches(paper, rules, vocabulary, shelves.reasons, parents, place) for paper in ordered}
    all_topics = tuple(_topics(ordered, rules, shelves, parents, matches))
    return Subjects(all_topics, matches, _questions(ordered, rules, matches), _problems(ordered, rules, place))


def _matches(
    paper: Paper,
    rules: Sequence[TopicRule],
    words: Vocabulary,
    shelved: Mapping[str, Mapping[str, Sequence[str]]],
    parents: Mapping[str, str | None],
    place: Mapping[str, int],
) -> tuple[Match, ...]:
    """The topics of one paper, the curated ones first. `place`: the number of a topic; rules come first."""
    scores: dict[str, _Score] = defaultdict(_Score)
    _by_text(paper, words, scores)
    for keyword in paper.keywords:
        for ident in words.meant(keyword):
            scores[ident].add(AS_KEYWORD, f"keyword “{keyword}”")
    for note in paper.remarks:
        for tag in note.tags:
            for ident in words.meant(tag):
                scores[ident].add(AS_KEYWORD, f"tag “{tag}” in {note.at('tags')}")
        for ident in note.topics:
            if ident in place:
                scores[ident].add(BY_PERSON, str(note.at("topics")))
    for ident, reasons in shelved.get(paper.id, {}).items():
        for reason in reasons:
            scores[ident].add(AS_LISTED, reason)
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
    if not scores:
        return ()
    enough = {ident for ident, found in scores.items() if found.score >= ENOUGH}
    enough -= {above for ident in enough for above in _above(ident, parents)}
    curated = sorted((i for i in enough if place[i] < len(rules)), key=lambda i: (-scores[i].score, place[i]))
    others = sorted((i for i in enough if place[i] >= len(rules)), key=lambda i: place[i])
    return tuple(Match(each, scores[each].reasons, round(scores[each].score, 2)) for each in curated[:MOST] + others)


def _by_text(paper: Paper, words: Vocabulary, scores: dict[str, _Score]) -> None:
    """What title, abstract and notes say."""
    title, abstract = words.finder.find(paper.title or ""), words.finder.find(paper.abstract or "")
    notes = words.finder.find("\n".join(text for text, _ in paper.notes)) if paper.notes else {}
    for phrase in {**title, **abstract, **notes}:
        ids, weight = words.by_phrase[phrase]
        times = abstract.get(phrase, 0)
        value = weight * (1 + (min(times, _MENTIONS) - 1) / 2) if times else 0.0
        if phrase in notes and not times:
            value = weight
        for ident in ids:
            total = value + (IN_TITLE + weight if phrase in title else 0.0)
            scores[ident].add(total, f"“{phrase}” {_where(phrase in title, times, phrase in notes)}")


def _where(in_title: bool, times: int, noted: bool) -> str:
    in_abstract = f"{_TIMES.get(times, 'often' if times > 1 else '')} in the abstract".strip() if times else ""
    parts = ("in the title" if in_title else "", in_abstract, "in a note" if noted else "")
    return " and ".join(part for part in parts if part)


def _above(ident: str, parents: Mapping[str, str | None]) -> list[str]:
    """The broader topics of a topic; ends also where a file made a circle of them."""
    found: list[str] = []
    parent = parents.get(ident)
    while parent is not None and parent not in found and parent != ident:
        found.append(parent)
        parent = parents.get(parent)
    return found


def _topics(
    papers: Sequence[Paper],
    rules: Sequence[TopicRule],
    shelves: Listed,
    parents: Mapping[str, str | None],
    matches: Mapping[str, Sequence[Match]],
) -> Iterable[Topic]:
    members: dict[str, list[str]] = defaultdict(list)
    for paper in papers:
        named = [match.topic for match in matches[paper.id]]
        broader = [above for topic in named for above in _above(topic, parents)]
        for ident in dict.fromkeys([*named, *broader]):
            members[ident].append(paper.id)
    for rule in rules:
        parent = rule.parent if rule.parent in parents else None
        yield Topic(rule.id, rule.name, rule.description, parent, tuple(members[rule.id]))
    for topic in shelves.topics:
        yield replace(topic, papers=tuple(members[topic.id]))


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


def _problems(papers: Sequence[Paper], rules: Sequence[TopicRule], topics: Iterable[str]) -> tuple[Problem, ...]:
    known = {paper.id for paper in papers}
    in_rules = (
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
    return (*in_rules, *_problems_of_notes(papers, rules, list(topics)))


def _problems_of_notes(papers: Sequence[Paper], rules: Sequence[TopicRule], topics: Sequence[str]) -> Iterator[Problem]:
    out = {(paper, rule.id): rule.place for rule in rules for paper in rule.not_papers}
    for paper in papers:
        for note in paper.remarks:
            for ident in note.topics:
                place = note.at("topics")
                if ident not in topics:
                    near = process.extractOne(ident, topics, scorer=fuzz.ratio, score_cutoff=60)
                    known = ", ".join(rule.id for rule in rules)
                    fix = repr(near[0]) if near else f"one of {known}" if known else "an entry in topics.yml first"
                    yield Problem(place, f"there is no topic {ident[:80]!r}", fix, ident)
                elif (paper.id, ident) in out:
                    yield Problem(place, f"{out[paper.id, ident]} takes it out of {ident!r}", "one of the two", ident)
