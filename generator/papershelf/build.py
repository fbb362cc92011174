"""The pipeline, top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from papershelf import authors, collect, curated, disk, locked, merge, related, render, topics, write
from papershelf.config import Settings
from papershelf.dedupe import dedupe
from papershelf.model import Library, Page, Problem
from papershelf.outside import outside

Step = Callable[[str], None]
"""Told what is done next, in a word."""
Pass = Callable[[Iterable[Page]], Iterable[Page]]
"""Hands pages through; lets a progress bar count them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `generate` did."""

    library: Library
    written: write.Written

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with the input, and with the places of pages."""
        return (*self.library.problems, *self.written.problems)


def read(settings: Settings, step: Step = lambda word: None) -> Library:
    """All that the list knows; nothing is written."""
    step("reading")
    decided = curated.read(settings.root)
    known = locked.read(settings.root)
    collected = collect.collect(settings.root, decided, known.records)
    step("comparing")
    deduped = dedupe(collected.records, known.records, decided.verdicts)
    step("merging")
    merged = merge.merge(deduped.clusters, decided.corrections)
    subjects = topics.topics(merged.papers, decided.topics)
    people = authors.authors(merged.papers, decided.identities, decided.apart, subjects.matches)
    step("relating")
    relations = related.related(merged.papers, subjects.matches, people.byline, settings.related, subjects.topics)
    stages = (collected, deduped, merged, subjects, people)
    return Library(
        papers=merged.papers,
        authors=people.authors,
        topics=subjects.topics,
        matches=subjects.matches,
        relations=relations,
        byline=people.byline,
        sources=collected.sources,
        problems=(*decided.problems, *known.problems, *(problem for stage in stages for problem in stage.problems)),
        questions=tuple(question for stage in stages for question in stage.questions),
        words=dict(decided.words),
    )


def generate(
    settings: Settings,
    waiting: Callable[[], None] = lambda: None,
    step: Step = lambda word: None,
    through: Pass = lambda pages: pages,
) -> Report:
    """Bring the list's pages up to date. `waiting` is called if another run is writing, which is waited for."""
    with disk.alone(settings.root, waiting):
        return generate_alone(settings, step, through)


def generate_alone(settings: Settings, step: Step, through: Pass) -> Report:
    """`generate`, for a caller that holds the list's lock."""
    library = read(settings, step)
    step("writing")
    written = write.write(through(render.render(library, settings)), settings, outside(settings))
    return Report(library, written)
