"""STAGE render: the Library → pages, through templates/.

    addresses    where each page stands, and the links between pages
    shelf        the library with what templates look up in it
    nouns        years, sources, shards: what pages show besides the model's nouns
    wording      dates, counts and states of publication in words
    escaping     the template environment: source text is escaped unless it says otherwise
    picture      papers by year and topic, as SVG

One kind of page, one template; `KINDS` is the list of them. A template gets `shelf`, `settings`, `link` (links from
this page to others) and the one noun the page is about. Nothing here reads or writes a list's files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from papershelf.config import Settings
from papershelf.model import Library, Page
from papershelf.render.addresses import Links
from papershelf.render.escaping import environment
from papershelf.render.shelf import Shelf

Subjects = Callable[[Shelf, Settings], Iterator[tuple[str, dict[str, Any]]]]
"""Yields (path of a page below docs/, what its template gets besides)."""


def _papers(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for paper in shelf.library.papers:
        yield shelf.addresses.paper(paper.id), {"paper": paper}


def _topics(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for topic in shelf.library.topics:
        yield shelf.addresses.topic(topic.id), {"topic": topic}


def _authors(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for author in shelf.library.authors:
        if shelf.has_page(author):
            yield shelf.addresses.author(author.id), {"author": author}


def _years(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for year in shelf.years:
        yield shelf.addresses.year(year.year), {"year": year}


def _sources(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for source in shelf.sources:
        yield shelf.addresses.source(source.file.path), {"source": source}


def _one(path: str) -> Subjects:
    def subjects(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
        yield path, {}

    return subjects


KINDS: dict[str, Subjects] = {
    "home": _one("index.md"),
    "papers": _one("papers/index.md"),
    "paper": _papers,
    "topics": _one("topics/index.md"),
    "topic": _topics,
    "authors": _one("authors/index.md"),
    "author": _authors,
    "years": _one("years/index.md"),
    "year": _years,
    "sources": _one("sources/index.md"),
    "source": _sources,
    "questions": _one("questions.md"),
}
"""Kind of page → its subjects; the template is `<kind>.md.jinja`."""


def render(library: Library, settings: Settings) -> Iterator[Page]:
    """Every page the generator owns, in a fixed order."""
    shelf = Shelf.of(library, settings)
    env = environment()
    for kind, subjects in KINDS.items():
        template = env.get_template(f"{kind}.md.jinja")
        for path, subject in subjects(shelf, settings):
            text = template.render(shelf=shelf, settings=settings, link=Links(shelf.addresses, path), **subject)
            yield Page(path, text.strip("\n") + "\n")
