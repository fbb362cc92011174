"""What a person should look at: pairs that are likely one paper but not proven, and joins that were refused."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from papershelf.dedupe import signs
from papershelf.dedupe.clusters import Clusters, Edge, Group, Refusal, apart
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.rules import LONG
from papershelf.model import Question, Record
from papershelf.text import one_line

FILE = "seeds/curated/decisions.yml"


def near_miss(pair: Pair) -> tuple[float, str] | None:
    """How likely (0-100) a pair is that no rule joins, and why it is no proof; None where it is not worth asking."""
    if pair.title_numbers_differ:
        return None
    missing = "dates are missing" if pair.near is None else "the dates differ" if not pair.near else "no rule proves it"
    if pair.shortest >= LONG / 2 and not (pair.titled and pair.title_ratio < 60 and pair.ratio < 80):
        alike = f"their abstracts are {int(pair.ratio)} % alike"
        if pair.ratio >= 70 or (pair.ratio >= 54 and pair.start >= 75 and pair.shared >= 0.5):
            return pair.ratio * 0.9, f"{alike}, but {missing}"
        if pair.same_day and pair.confirmed and pair.shared >= 0.3 and not pair.no_author_shared:
            return 50, f"{alike} and both were submitted {pair.same_day}, but no rule proves it"
    if pair.one_title and not pair.no_author_shared and len(signs.content(pair.a.title or pair.b.title)) >= 3:
        return 60, "their titles are alike, but nothing else confirms it"
    return None


def questions(clusters: Clusters, misses: Iterable[Refusal]) -> tuple[Question, ...]:
    """One question for each two groups, about their strongest pair; the most likely first."""
    best: dict[tuple[int, int], Refusal] = {}
    for refusal in chain(clusters.refused, misses):
        a, b = clusters.group(refusal.edge.a), clusters.group(refusal.edge.b)
        if a is b or apart(a, b) or all(m.record.format == "locked" for m in (*a.members, *b.members)):
            continue
        key = _first(a), _first(b)
        key = min(key), max(key)
        if key not in best or _rank(refusal) < _rank(best[key]):
            best[key] = refusal
    return tuple(_question(clusters, refusal) for refusal in sorted(best.values(), key=_rank))


def doubtful_ids(clusters: Clusters, edges: Iterable[Edge]) -> tuple[Question, ...]:
    """Records joined by one arXiv id whose texts have nothing in common: one of them may carry the wrong id."""
    found = []
    for edge in edges:
        pair = Pair(clusters.records[edge.a], clusters.records[edge.b])
        strangers = pair.shortest >= LONG and pair.ratio < 50 and pair.shared < 0.3
        if edge.rule == "same arXiv id" and strangers and clusters.group(edge.a) is clusters.group(edge.b):
            a, b = pair.a.record, pair.b.record
            found.append(
                Question(
                    kind="same paper",
                    ask=f"Do {_said(a)} ({a.place}) and {_said(b)} ({b.place}) both belong to arXiv:{pair.arxiv}?",
                    reason="they state the same arXiv id and were joined, but their abstracts have nothing in common",
                    file=FILE,
                    answers=_answers(a.key, b.key) if a.key != b.key else (),
                    places=(a.place, b.place),
                    score=50,
                )
            )
    return tuple(found)


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
    )


def _answers(a: str, b: str) -> tuple[str, ...]:
    return tuple(f"- {word}: [{_quoted(a)}, {_quoted(b)}]" for word in ("same", "different"))


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
