"""The first steps of the pipeline on files alone, without a list: which of their records are the same paper.

In: paths of files in any supported format, `-` for standard input. Out: clusters, the questions that stay open, what is
wrong, and a name for every record. Nothing of a site is needed, read or written.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from papershelf import collect, sources
from papershelf.dedupe import dedupe
from papershelf.model import Cluster, Place, Problem, Question, Record, SourceFile

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Texts:
    """Files as read from the disk."""

    texts: tuple[sources.Text, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[str, ...]
    """`FILE: why`, of each that could not be read."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What files hold, sorted into papers."""

    files: tuple[SourceFile, ...]
    """By path."""
    records: tuple[Record, ...]
    """By place."""
    clusters: tuple[Cluster, ...]
    """One a paper, by the place of the first record."""
    questions: tuple[Question, ...]
    """Which papers may be one; the most useful first."""
    problems: tuple[Problem, ...]
    names: dict[Place, str] = field(default_factory=dict)
    """Place of a record -> its name, which no other record has."""

    def name(self, record: Record) -> str:
        return self.names[record.place]


def read(paths: Sequence[str], standard_input: Callable[[], bytes]) -> Texts:
    """Each file once, by path; what cannot be read does not keep the others from being read."""
    texts: list[sources.Text] = []
    problems: list[Problem] = []
    unreadable: list[str] = []
    once = {os.path.realpath(path) if path != STANDARD_INPUT else path: path for path in reversed(paths)}
    for path in sorted(once.values()):
        try:
            data = standard_input() if path == STANDARD_INPUT else Path(path).read_bytes()
        except OSError as error:
            unreadable.append(f"{path}: {error.strerror or error}")
            continue
        text, wrong = sources.text_of(data, path)
        texts.append(text)
        if wrong:
            problems.append(wrong)
    return Texts(tuple(texts), tuple(problems), tuple(unreadable))


def papers(given: Texts) -> Papers:
    """Which records of the files are the same paper. The order of files changes nothing."""
    collected = collect.read_texts(given.texts, given.problems)
    decided = dedupe(collected.records)
    records = tuple(sorted(collected.records, key=lambda record: record.place))
    return Papers(
        files=collected.sources,
        records=records,
        clusters=decided.clusters,
        questions=tuple(question for question in decided.questions if question.kind == "same paper"),
        problems=(*collected.problems, *decided.problems),
        names=names(records),
    )


def names(records: Sequence[Record]) -> dict[Place, str]:
    """A name for each record that no other has: its id in its file; where another record has that id too, `FILE#ID`;
    where it has none, or its file says it twice, `FILE:LINE`; on a line with several records, `FILE:LINE/2`."""
    found: dict[Place, str] = {}
    taken: set[str] = set()
    left = list(records)
    for make in (_id, _id_in_file, _line):
        made = {record.place: make(record) for record in left}
        count = Counter(made.values())
        unique = {place: name for place, name in made.items() if name and count[name] == 1 and name not in taken}
        found |= unique
        taken |= set(unique.values())
        left = [record for record in left if record.place not in unique]
    number: Counter[str] = Counter()
    for record in left:
        line = _line(record)
        number[line] += 1
        while f"{line}/{number[line]}" in taken:
            number[line] += 1
        found[record.place] = f"{line}/{number[line]}"
    return found


def _id(record: Record) -> str:
    return record.given_id


def _id_in_file(record: Record) -> str:
    return f"{record.place.path}#{record.given_id}" if record.given_id else ""


def _line(record: Record) -> str:
    return f"{record.place.path}:{record.place.first}"
