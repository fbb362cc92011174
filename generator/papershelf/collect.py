"""Stage: seeds/sources/ → records and problems.

Reads every file with the reader that its content asks for, and settles the headings that a reader, who sees one file
only, had to leave open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from papershelf import readers, settling, sources
from papershelf.curated import Correction, Curated
from papershelf.model import Problem, Question, Record, SourceFile
from papershelf.readers.abstracts import is_about_the_id


@dataclass(frozen=True, slots=True)
class Collected:
    """What the sources hold."""

    sources: tuple[SourceFile, ...]
    """By path."""
    records: tuple[Record, ...]
    """By place."""
    problems: tuple[Problem, ...]
    """By place."""
    questions: tuple[Question, ...]


def collect(root: Path, curated: Curated, locked: tuple[Record, ...]) -> Collected:
    """Read seeds/sources/ below `root`. `curated` and `locked` only settle what the texts leave open."""
    texts, problems = sources.read(root)
    return read_texts(texts, problems, curated.corrections, locked)


def read_texts(
    texts: Iterable[sources.Text],
    problems: Sequence[Problem] = (),
    corrections: Sequence[Correction] = (),
    locked: Sequence[Record] = (),
) -> Collected:
    """What `texts` hold; `problems` are those met while reading them from the disk."""
    files: list[SourceFile] = []
    records: list[Record] = []
    found_wrong = list(problems)
    for text in texts:
        items = list(readers.read(text.text, text.path)) if text.encoding != sources.BINARY else []
        held = [item for item in items if isinstance(item, Record)]
        records += held
        found_wrong += [item for item in items if isinstance(item, Problem)]
        form = Counter(record.format for record in held).most_common(1)
        name = form[0][0] if form else readers.recognise(text.text) or ""
        files.append(SourceFile(text.path, name, text.text, text.encoding))
    settled = settling.settle(records, corrections, locked)
    return Collected(
        sources=tuple(files),
        records=settled.records,
        problems=tuple(sorted(_unanswered(found_wrong, records, corrections), key=lambda problem: problem.place)),
        questions=settled.questions,
    )


def _unanswered(
    problems: Sequence[Problem], records: Sequence[Record], corrections: Sequence[Correction]
) -> list[Problem]:
    """Problems, without those about a missing id that a person has given meanwhile."""
    answered = {correction.ref for correction in corrections if correction.arxiv or correction.doi or correction.title}
    given = [record for record in records if record.arxiv is None and record.key in answered]
    if not given:
        return list(problems)

    def is_given(problem: Problem) -> bool:
        place = problem.place
        return any(r.place.path == place.path and 0 <= place.offset - r.place.offset < len(r.raw) for r in given)

    return [problem for problem in problems if not (is_about_the_id(problem) and is_given(problem))]
