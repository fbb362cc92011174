"""STAGE records -> clusters: which records are about the same paper, with the evidence for each link.

    facts      a record as the rules see it       words, titles, people, published, around   its parts, made comparable
    columns    titles that many texts have        equated  venues of two names: both learned from the whole list
    blocking   which pairs are worth comparing
    compare/   the features of a pair             signs    what a text says, sign by sign
    rules/     RULES: when two records are one paper, in words
    guards     what speaks against it
    verdicts   what people decided
    clusters   strongest link first, nothing joined that contradicts
    questions  what a person should look at

To grow it to other kinds of records, add a block to `blocking`, features to `compare`, and a rule to `RULES`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from papershelf.curated import Verdict
from papershelf.cycles import no_search_for_cycles
from papershelf.dedupe import blocking, guards, questions
from papershelf.dedupe.clusters import Clusters, Edge, Group, Refusal
from papershelf.dedupe.columns import paired, recurring
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.equated import equated
from papershelf.dedupe.facts import Facts, facts
from papershelf.dedupe.rules import RULES, Finding
from papershelf.dedupe.verdicts import apply
from papershelf.model import Cluster, Link, Problem, Question, Record

__all__ = ["RULES", "Deduped", "decide", "dedupe"]


@dataclass(frozen=True, slots=True)
class Deduped:
    """What was decided, and what a person should decide."""

    clusters: tuple[Cluster, ...]
    """One a paper, ordered by their first records; each record of the sources is in exactly one."""
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()


@no_search_for_cycles()
def dedupe(records: Sequence[Record], locked: Sequence[Record] = (), verdicts: Sequence[Verdict] = ()) -> Deduped:
    """Which of `records` are the same paper. The order of input changes nothing.

    `locked` records (format `locked`) take part like the others, and can join a record that has only an id with one
    that has only a title. What holds none of `records` is left out.
    """
    ordered = sorted((*records, *locked), key=_order)
    everything = [facts(index, record) for index, record in enumerate(ordered)]
    _learn(everything, recurring(everything))
    edges: list[Edge] = []
    misses: list[Refusal] = []
    pairs = blocking.candidates(everything)
    _learn(everything, equated(everything, pairs))
    _learn(everything, paired(everything))
    applied = apply(verdicts, everything)
    clusters = Clusters(everything, applied)
    for a, b in pairs:
        pair = Pair(everything[a], everything[b])
        decided = decide(pair)
        if decided is None:
            continue
        rule, finding = decided
        edge = Edge(a, b, rule, finding.score, finding.evidence)
        if finding.doubt:
            misses.append(Refusal(edge, finding.doubt))
        else:
            edges.append(edge)
    clusters.join(edges)
    return Deduped(
        clusters=tuple(cluster for cluster in map(_cluster, clusters.groups()) if cluster.members),
        questions=(*questions.questions(clusters, misses), *questions.doubtful_ids(clusters, edges)),
        problems=(*applied.problems, *clusters.problems),
    )


def decide(pair: Pair) -> tuple[str, Finding] | None:
    """The first rule that proves two records one paper; else what comes nearest, with a doubt; None for strangers."""
    conflict = guards.never(pair)
    if not pair.one_id:
        if conflict and not pair.same_abstract and not (pair.same_title and pair.same_issue and pair.authors):
            return None
        if not conflict and guards.apart(pair):
            return _near_miss(pair)
        if pair.title_numbers_differ and not pair.same_abstract and not (pair.same_issue and pair.spread):
            return None  # a series: everybody sees that Gemma 2 is not Gemma 3
    nearest: tuple[str, Finding] | None = None
    for name, rule in RULES.items():
        found = rule(pair)
        if found is None:
            continue
        if conflict:
            return name, Finding(min(found.score, 50), found.evidence, conflict)
        if not found.doubt:
            return name, found
        nearest = nearest or (name, found)
    if nearest:
        return nearest
    return None if conflict else _near_miss(pair)


def _near_miss(pair: Pair) -> tuple[str, Finding] | None:
    miss = questions.near_miss(pair)
    return ("", Finding(miss[0], (), miss[1])) if miss else None


def _learn(everything: list[Facts], told: Mapping[int, Facts]) -> None:
    """Put what the whole list tells of some records in their places."""
    for index, facts_ in told.items():
        everything[index] = facts_


def _cluster(group: Group) -> Cluster:
    members = sorted(group.members, key=lambda f: f.index)
    place = {f.index: f.record.place for f in members}
    edges = sorted(group.edges, key=lambda e: (-e.score, e.a, e.b))
    return Cluster(
        members=tuple(f.record for f in members if f.record.format != "locked"),
        locked=tuple(f.record for f in members if f.record.format == "locked"),
        links=tuple(Link(place[e.a], place[e.b], e.rule, round(e.score, 1), e.evidence) for e in edges),
    )


def _order(record: Record) -> tuple[object, ...]:
    return record.place, record.key, record.raw
