"""Long lists cut into pages of some hundreds of entries, by size and not by letter: a letter's page reached 1.9 MB at
20,000 papers. Lists of the usual size stay on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from papershelf import names
from papershelf.model import Author

T = TypeVar("T")
PAPERS, NAMES = 400, 600
"""Entries of a page, at most."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list, and where the others are."""

    items: tuple[T, ...]
    number: int
    """Counted from 1."""
    paths: tuple[str, ...]
    """Of all parts, below docs/."""

    @property
    def path(self) -> str:
        return self.paths[self.number - 1]

    @property
    def first(self) -> bool:
        return self.number == 1

    def called(self, name: str) -> str:
        """What a page of the list `name` is called: `Papers`, `Papers, page 2`."""
        return name if self.first else f"{name}, page {self.number}"

    @property
    def before(self) -> str | None:
        return self.paths[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> str | None:
        return self.paths[self.number] if self.number < len(self.paths) else None


def papers(items: Sequence[T], large: bool, path: str, folder: str = "") -> list[Part[T]]:
    """The first part is the list's own page, at `path`; the others are in `folder`, usually called as that page is."""
    chunks = _chunks(items, PAPERS) if large else [tuple(items)]
    folder = folder or path.removesuffix(".md")
    return _parts(chunks, [path, *(f"{folder}/{n}.md" for n in range(2, len(chunks) + 1))])


def people(items: Sequence[Author]) -> list[Part[Author]]:
    """None of these is the index itself, which names them all: `span`."""
    chunks = _chunks(items, NAMES)
    return _parts(chunks, [f"authors/all/{n}.md" for n in range(1, len(chunks) + 1)])


def span(part: Part[Author]) -> str:
    """What stands on a part of the index: `Abadi – Ahmed`."""
    first, last = (
        names.parse(author.name, author.family).family or author.name for author in (part.items[0], part.items[-1])
    )
    return first if first == last else f"{first} – {last}"


def _chunks(items: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """Of about the same size, so that the last page is not a leftover."""
    number = max(1, -(-len(items) // most))
    return [tuple(items[i * len(items) // number : (i + 1) * len(items) // number]) for i in range(number)]


def _parts(chunks: list[tuple[T, ...]], paths: list[str]) -> list[Part[T]]:
    return [Part(chunk, number, tuple(paths)) for number, chunk in enumerate(chunks, 1)]
