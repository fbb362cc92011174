"""Who may be one person: Questions about pairs of authors, the likeliest first, with the lines to paste for either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2

import yaml

from papershelf import names, namesakes
from papershelf.model import Author, Paper, Question
from papershelf.spellings import Spellings

CURATED_FILE = "seeds/curated/authors.yml"
ASKED_AT_MOST = 40
"""Questions about likely pairs: a list that nobody reads to the end helps nobody."""
ASKED_FROM = 55.0
"""Score below which a pair is not worth a person's time."""


def questions(
    everyone: Sequence[Author],
    papers: Sequence[Paper],
    together: Mapping[str, Counter[str]],
    spelled: Spellings,
) -> tuple[Question, ...]:
    """Pairs worth a person's look, the likeliest first. Never two who wrote a paper together: nobody is listed under
    two names."""
    spellings = [(spelling, author) for author in everyone if not author.collective for spelling in author.spellings]
    persons = {names.key(spelling): author for spelling, author in spellings}
    apart = spelled.are_apart()
    shown = {author.id: author.name for author in everyone}
    places = {paper.id: paper.members[0].place for paper in papers if paper.members}
    best: dict[tuple[str, str], tuple[float, str, Author, Author]] = {}
    families = {spelling: author.family for spelling, author in spellings if author.family}
    for pair in (*namesakes.pairs((spelling for spelling, _ in spellings), families), *_one_orcid(everyone)):
        a, b = persons[pair.a], persons[pair.b]
        nodes = frozenset(node for author in (a, b) if (node := spelled.person(author.name)))
        if a.id == b.id or b.id in together[a.id] or set(a.papers) & set(b.papers) or nodes in apart:
            continue
        shared = sorted(together[a.id].keys() & together[b.id].keys(), key=lambda ident: (len(together[ident]), ident))
        if pair.needs_more and not shared:
            continue
        score = min(99.0, pair.score + 3 * log2(1 + len(shared)) - (0 if shared else 15))
        if score >= ASKED_FROM:
            reason = f"{pair.reason}; {_shared(shared, shown)}"
            key = (min(a.id, b.id), max(a.id, b.id))
            if key not in best or best[key][0] < score:
                best[key] = (score, reason, a, b)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], -_settles(*item[1][2:]), item[0]))
    asked = [
        Question(
            kind="author",
            ask=f"Are “{a.name}” and “{b.name}” the same person?",
            reason=f"They are kept apart until someone knows: {reason}.",
            file=CURATED_FILE,
            answers=_answers(a, b),
            places=tuple(sorted({places[i] for author in (a, b) for i in author.papers[:1] if i in places})),
            score=round(score, 1),
        )
        for _, (score, reason, a, b) in ranked[:ASKED_AT_MOST]
    ]
    if len(ranked) > ASKED_AT_MOST:
        asked.append(_rest(len(ranked) - ASKED_AT_MOST))
    return tuple(asked)


def two_orcids(people: Iterable[tuple[str, Mapping[str, Sequence[str]]]]) -> Iterator[Question]:
    """Who may be two persons: names with the ORCID iDs that services state with them -> in which papers."""
    for name, orcids in sorted(people):
        if len(orcids) > 1:
            said = [f"{orcid} in {', '.join(papers[:3])}" for orcid, papers in sorted(orcids.items())]
            apart = [{"name": name, "orcid": orcid, "papers": list(papers)} for orcid, papers in sorted(orcids.items())]
            yield Question(
                kind="author",
                ask=f"Is “{name}” one person?",
                reason=f"Services state {len(orcids)} ORCID iDs with the name: {'; '.join(said)}.",
                file=CURATED_FILE,
                answers=(
                    f"# under people:\n{_yaml({'name': name, 'orcid': min(orcids)})}",
                    f"# under people:\n{''.join(map(_yaml, apart))}",
                ),
                score=ASKED_FROM,
            )


def _one_orcid(everyone: Sequence[Author]) -> Iterator[namesakes.Pair]:
    """Two names with one ORCID iD. They are asked about all the same: iDs are typed into forms."""
    known: dict[str, Author] = {}
    for author in everyone:
        if author.orcid and (other := known.setdefault(author.orcid, author)) is not author:
            a, b = sorted((names.key(author.name), names.key(other.name)))
            yield namesakes.Pair(a, b, 97, f"they have one ORCID iD, {author.orcid}", False)


def _settles(a: Author, b: Author) -> int:
    """How many papers would stand under one name more."""
    return min(len(a.papers), len(b.papers))


def _rest(number: int) -> Question:
    return Question(
        kind="author",
        ask=f"Who else is one person? {number:,} more pairs of names are alike.",
        reason=f"The {ASKED_AT_MOST} likeliest are asked about; answer some of them, and the next ones follow.",
        file=CURATED_FILE,
        answers=(),
    )


def _shared(shared: Sequence[str], shown: Mapping[str, str]) -> str:
    if not shared:
        return "no co-author in common"
    some = ", ".join(shown[ident] for ident in shared[:3])
    if len(shared) == 1:
        return f"one co-author in common, {some}"
    return f"{len(shared)} co-authors in common: {some}" + (f" and {len(shared) - 3} more" if len(shared) > 3 else "")


def _answers(a: Author, b: Author) -> tuple[str, str]:
    """YAML for authors.yml: one person, under the fuller of the names that more papers use; or two."""
    first, second = sorted((a, b), key=lambda author: (-len(author.papers), -len(author.name), author.name))
    same = _yaml({"name": first.name, "spellings": [second.name]})
    return f"# under people:\n{same}", f"# under apart:\n{_yaml([first.name, second.name])}"


def _yaml(entry: object) -> str:
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000)
