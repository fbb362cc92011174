"""What a person should look at: pairs that are likely one paper but not proven, and joins that were refused.

The most useful question comes first: the one whose `same` is expected to settle most records, which is how likely it is
times how many records stand on its two sides. So what would bring nine scattered records together is asked before a
pair that is a little likelier; among pairs the likelier one comes first. Ties keep the order of the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from papershelf.dedupe import guards
from papershelf.dedupe.clusters import Clusters, Edge, Group, Refusal, apart
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.contrast import contrast
from papershelf.dedupe.rules import LONG
from papershelf.model import Question, Record
from papershelf.text import one_line

FILE = "seeds/curated/decisions.yml"


def near_miss(pair: Pair) -> tuple[float, str] | None:
    """How likely (0-100) a pair is that no rule joins, and why it is no proof; None where it is not worth asking."""
    if pair.title_numbers_differ:
        return None
    apart_by = guards.apart(pair)
    if apart_by:
        return (65, f"title and authors are the same, but {apart_by}") if _one_of_them_errs(pair) else None
    missing = "dates are missing" if pair.near is None else "the dates differ" if not pair.near else "no rule proves it"
    if pair.shortest >= LONG / 2 and not (pair.titled and pair.title_ratio < 60 and pair.ratio < 80):
        alike = f"their abstracts are {int(pair.ratio)} % alike"
        if pair.ratio >= 70 or (pair.ratio >= 54 and pair.start >= 75 and pair.shared >= 0.5):
            return pair.ratio * 0.9, f"{alike}, but {missing}"
        if pair.same_day and pair.confirmed and pair.shared >= 0.3 and not pair.no_author_shared:
            return 50, f"{alike} and both were submitted {pair.same_day}, but no rule proves it"
    if pair.one_title and not pair.no_author_shared and pair.title_words >= 3 and not pair.column:
        return 60, "their titles are alike, but nothing else confirms it"
    return None


def _one_of_them_errs(pair: Pair) -> bool:
    """Whether a slip in the year or in the pages is as likely as two publications: all else agrees."""
    if not pair.same_telling_title or pair.strange_abstracts:
        return False
    return pair.other_pages or (pair.years == 1 and bool(pair.venue) and pair.volume is not False and bool(pair.pages))


def questions(clusters: Clusters, misses: Iterable[Refusal]) -> tuple[Question, ...]:
    """One question for each two groups, about their strongest pair; the most useful first."""
    best: dict[tuple[int, int], Refusal] = {}
    for refusal in chain(clusters.refused, misses):
        a, b = clusters.group(refusal.edge.a), clusters.group(refusal.edge.b)
        if a is b or apart(a, b) or all(m.record.format == "locked" for m in (*a.members, *b.members)):
            continue
        key = _first(a), _first(b)
        key = min(key), max(key)
        if key not in best or _rank(refusal) < _rank(best[key]):
            best[key] = refusal
    asked = [_question(clusters, refusal) for refusal in sorted(best.values(), key=_rank)]
    return tuple(sorted(asked, key=lambda question: -question.score * question.settles))


def doubtful_ids(clusters: Clusters, edges: Iterable[Edge]) -> tuple[Question, ...]:
    """Records joined by one arXiv id whose texts have nothing in common: one of them may carry the wrong id."""
    found = []
    for edge in edges:
        group = clusters.group(edge.a)
        if edge.rule != "same arXiv id" or group is not clusters.group(edge.b) or _told(group, edge):
            continue
        pair = Pair(clusters.records[edge.a], clusters.records[edge.b])
        if pair.shortest >= LONG and pair.ratio < 50 and pair.shared < 0.3:
            a, b = pair.a.record, pair.b.record
            found.append(
                Question(
                    kind="same paper",
                    ask=f"Do {_said(a)} ({a.place}) and {_said(b)} ({b.place}) both belong to arXiv:{pair.arxiv}?",
                    reason="they state the same arXiv id and were joined, but their abstracts have nothing in common",
                    file=FILE,
                    answers=_answers(a.key, b.key),
                    places=(a.place, b.place),
                    score=50,
                    settles=2,
                    sides=contrast((a,), (b,)),
                )
            )
    return tuple(found)


def _told(group: Group, edge: Edge) -> bool:
    """A person said that the two are one."""
    named = {index for told in group.edges if told.rule == "verdict" for index in (told.a, told.b)}
    return edge.a in named and edge.b in named


def _question(clusters: Clusters, refusal: Refusal) -> Question:
    edge = refusal.edge
    a, b = clusters.records[edge.a].record, clusters.records[edge.b].record
    groups = clusters.group(edge.a), clusters.group(edge.b)
    names = [_ref(group, clusters.records[i].record.key) for group, i in zip(groups, (edge.a, edge.b), strict=True)]
    if names[0] == names[1]:
        names = [a.key, b.key]
    said = "; ".join(edge.evidence)
    return Question(
        kind="same paper",
        ask=f"Are {_said(a)} ({a.place}) and {_said(b)} ({b.place}) the same paper?",
        reason=f"{said}; but {refusal.reason}" if said else refusal.reason,
        file=FILE,
        answers=_answers(*names),
        places=(a.place, b.place),
        score=round(edge.score, 1),
        settles=sum(member.record.format != "locked" for group in groups for member in group.members),
        sides=contrast(*(_side(group, record) for group, record in zip(groups, (a, b), strict=True))),
    )


def _side(group: Group, record: Record) -> list[Record]:
    """The record in question, then those joined with it."""
    joined = sorted(group.members, key=lambda member: member.index)
    return [record, *(member.record for member in joined if member.record is not record)]


def _answers(a: str, b: str) -> tuple[str, ...]:
    """None where two records are the same text: no name tells them apart."""
    return () if a == b else tuple(f"- {word}: [{_quoted(a)}, {_quoted(b)}]" for word in ("same", "different"))


def _quoted(ref: str) -> str:
    return "'" + ref.replace("'", "''") + "'"


def _ref(group: Group, key: str) -> str:
    """What to call a group in a verdict: its arXiv id, its DOI, else the key of the record in question."""
    return min(group.arxiv, default="") or min(group.doi, default="") or key


def _said(record: Record) -> str:
    if record.title:
        return f"“{one_line(record.title, 120)}”"
    if record.arxiv:
        return f"arXiv:{record.arxiv}"
    return f"“{one_line(record.abstract, 80)}”" if record.abstract else "a record"


def _first(group: Group) -> int:
    return min(member.index for member in group.members)


def _rank(refusal: Refusal) -> tuple[float, int, int]:
    return -refusal.edge.score, refusal.edge.a, refusal.edge.b
