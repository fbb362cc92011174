"""STAGE render: the Library → pages, through templates/.

    addresses    where each page stands, and the links between pages
    shelf        the library with what templates look up in it
    nouns        years, sources, shards: what pages show besides the model's nouns
    parts        long lists cut into pages
    ways         from a paper's page to the paper elsewhere
    wording      dates, counts and states of publication in words
    templating   Jinja, faster
    escaping     the template environment: source text is escaped unless it says otherwise
    picture      papers by year and topic, as SVG

One kind of page, one template; `KINDS` is the list of them. A template gets `shelf`, `settings`, `link` (links from
this page to others), `heads` (what programs read of a page) and the one noun the page is about. Nothing here reads or
writes a list's files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from papershelf import news
from papershelf.config import Settings
from papershelf.metadata import Heads
from papershelf.model import Library, Page
from papershelf.render import parts
from papershelf.render.addresses import Links
from papershelf.render.escaping import about, environment
from papershelf.render.shelf import Shelf

__all__ = ["KINDS", "about", "render"]

Subjects = Callable[[Shelf, Settings], Iterator[tuple[str, dict[str, Any]]]]
"""Yields (path of a page below docs/, what its template gets besides)."""


def _papers(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for paper in shelf.library.papers:
        yield shelf.addresses.paper(paper.id), {"paper": paper}


def _all_papers(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in parts.papers(shelf.library.papers, shelf.large, "papers/index.md", "papers/all"):
        yield part.path, {"part": part}


def _names(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in shelf.name_parts:
        yield part.path, {"part": part}


def _topics(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for topic in shelf.library.topics:
        for part in parts.papers(shelf.papers(topic.papers), shelf.large, shelf.addresses.topic(topic.id)):
            yield part.path, {"topic": topic, "part": part}


def _authors(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for author in shelf.library.authors:
        if shelf.has_page(author):
            yield shelf.addresses.author(author.id), {"author": author}


def _years(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for year in shelf.years:
        for part in parts.papers(year.papers, shelf.large, shelf.addresses.year(year.year)):
            yield part.path, {"year": year, "part": part}


def _sources(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for source in shelf.sources:
        for part in parts.papers(source.held, shelf.large, shelf.addresses.source(source.file.path)):
            yield part.path, {"source": source, "part": part}


def _gone(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for gone in shelf.library.gone:
        yield shelf.addresses.paper(gone.id), {"gone": gone}


def _noted(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    if shelf.noted:
        yield "papers/all/noted.md", {"groups": shelf.noted_by_status()}


def _all_paths(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    if shelf.library.paths:
        yield "paths/index.md", {}


def _paths(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in shelf.library.paths:
        yield shelf.addresses.path(path.id), {"path": path}


def _new(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "whats-new.md", {"news": news.news(shelf.library)}


def _one(path: str) -> Subjects:
    def subjects(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
        yield path, {}

    return subjects


KINDS: dict[str, Subjects] = {
    "home": _one("index.md"),
    "papers": _all_papers,
    "noted": _noted,
    "paper": _papers,
    "paths": _all_paths,
    "path": _paths,
    "topics": _one("topics/index.md"),
    "topic": _topics,
    "authors": _one("authors/index.md"),
    "names": _names,
    "author": _authors,
    "years": _one("years/index.md"),
    "year": _years,
    "sources": _one("sources/index.md"),
    "source": _sources,
    "gone": _gone,
    "whats-new": _new,
    "go": _one("go.md"),
    "linking": _one("linking.md"),
    "questions": _one("questions.md"),
}
"""Kind of page → its subjects; the template is `<kind>.md.jinja`."""


def render(library: Library, settings: Settings) -> Iterator[Page]:
    """Every page the generator owns, in a fixed order."""
    shelf, heads = Shelf.of(library, settings), Heads.of(library, settings)
    env = environment()
    for kind, subjects in KINDS.items():
        template = env.get_template(f"{kind}.md.jinja")
        for path, subject in subjects(shelf, settings):
            shared = {"shelf": shelf, "settings": settings, "heads": heads, "link": Links(shelf.addresses, path)}
            text = template.render(**shared, **subject)
            yield Page(path, text.strip("\n") + "\n")
