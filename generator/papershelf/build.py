"""The pipeline, top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from papershelf import (
    authors,
    cards,
    collect,
    curated,
    disk,
    exports,
    feeds,
    locked,
    merge,
    metadata,
    permalinks,
    phrases,
    reading,
    related,
    render,
    topics,
    ways,
    write,
)
from papershelf.config import Settings
from papershelf.cycles import no_search_for_cycles
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


@no_search_for_cycles()
def read(settings: Settings, step: Step = lambda word: None) -> Library:
    """All that the list knows; nothing is written."""
    step("reading")
    promised = permalinks.read(settings.root)
    decided = permalinks.follow(curated.read(settings.root), promised.permalinks)
    known = locked.read(settings.root)
    collected = collect.collect(settings.root, decided, known.records)
    step("comparing")
    deduped = dedupe(collected.records, known.records, decided.verdicts)
    step("merging")
    merged = merge.merge(deduped.clusters, decided.corrections)
    named = permalinks.assign(merged.papers, promised.permalinks)
    noted = reading.reading(named.papers, named.gone, named.permalinks, decided.notes, decided.paths)
    words = phrases.Words()
    subjects = topics.topics(noted.papers, decided.topics, words)
    people = authors.authors(noted.papers, decided.identities, decided.apart, subjects.matches)
    step("relating")
    relations = related.related(noted.papers, subjects.matches, people.byline, settings.related, subjects.topics, words)
    stages = (collected, deduped, merged, subjects, people)
    return Library(
        papers=noted.papers,
        authors=people.authors,
        topics=subjects.topics,
        matches=subjects.matches,
        relations=relations,
        byline=people.byline,
        sources=collected.sources,
        gone=noted.gone,
        permalinks=named.permalinks,
        problems=(
            *decided.problems,
            *known.problems,
            *promised.problems,
            *named.problems,
            *noted.problems,
            *(problem for stage in stages for problem in stage.problems),
        ),
        questions=tuple(question for stage in stages for question in stage.questions),
        words=dict(decided.words),
        paths=noted.paths,
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


@no_search_for_cycles()
def generate_alone(settings: Settings, step: Step, through: Pass) -> Report:
    """`generate`, for a caller that holds the list's lock."""
    library = read(settings, step)
    step("writing")
    with cards.kept(settings.root) as drawn:
        pages = chain(
            render.render(library, settings),
            ways.ways(library, settings, render.about),
            exports.files(library, settings),
            feeds.feeds(library, settings),
            cards.cards(library, settings, drawn),
            metadata.files(settings),
        )
        written = write.write(through(pages), settings, outside(settings))
    return Report(library, written)
