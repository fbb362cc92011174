"""STAGE papers + what people wrote for readers → papers with their notes, reading paths.

A note and a step of a path name a paper in any way that people do; what was merged, or has a new address, is followed
to where it is now. Of several notes on one paper the one under its own id stands first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from papershelf import refs
from papershelf.called import Called
from papershelf.model import Gone, Note, Paper, Permalink, Place, Problem, ReadingPath, Step


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stage hands on."""

    papers: tuple[Paper, ...]
    """In the order given."""
    gone: tuple[Gone, ...]
    paths: tuple[ReadingPath, ...]
    """In the order given; `Step.paper` is the id of one of `papers`. A path without any is left out."""
    problems: tuple[Problem, ...] = ()


def reading(
    papers: Sequence[Paper],
    gone: Sequence[Gone],
    permalinks: Sequence[Permalink],
    notes: Sequence[Note],
    paths: Sequence[ReadingPath],
) -> Reading:
    if not notes and not paths:
        return Reading(tuple(papers), tuple(gone), ())
    called = Called.of(papers, gone, permalinks)
    problems: list[Problem] = []
    about: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        ident = called.id(note.ref)
        if ident is None:
            fix = f"a file called {_meant(called, note.ref, '.md')}"
            problems.append(Problem(Place(note.place.path), f"{note.ref!r} names no paper", fix, note.text))
        else:
            about[ident].append(note)
    here = {paper.id for paper in papers}
    found = [replace(path, steps=tuple(_steps(path, called, here, problems))) for path in paths]
    return Reading(
        papers=tuple(replace(p, remarks=_ordered(p.id, about[p.id])) if p.id in about else p for p in papers),
        gone=tuple(replace(one, remarks=_ordered(one.id, about[one.id])) if one.id in about else one for one in gone),
        paths=tuple(path for path in found if path.steps),
        problems=tuple(problems),
    )


def _ordered(ident: str, notes: Sequence[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: (refs.page(note.ref) != ident, note.ref)))


def _steps(path: ReadingPath, called: Called, here: set[str], problems: list[Problem]) -> Iterator[Step]:
    """The steps of papers that are there. Two papers that turned out to be one are one step, for both reasons."""
    found: dict[str, Step] = {}
    for step in path.steps:
        ident = called.id(step.paper)
        if ident is None or ident not in here:
            what = "names no paper" if ident is None else "is no longer in this list"
            message = f"{step.paper[:80]!r} in the path {path.id!r} {what}"
            problems.append(Problem(step.place, message, _meant(called, step.paper), step.paper))
        elif ident in found:
            whys = dict.fromkeys(filter(None, (found[ident].why, step.why)))
            found[ident] = replace(found[ident], why=" ".join(whys))
        else:
            found[ident] = replace(step, paper=ident)
    yield from found.values()


def _meant(called: Called, ref: str, suffix: str = "") -> str:
    """`2309.00267.md or 2309.00268.md`"""
    return " or ".join(f"{ident}{suffix}" for ident in called.near(ref)) or f"<id of a paper's page>{suffix}"
