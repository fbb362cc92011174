"""Collections as topics: a reference manager's collections and the headings of a Markdown list say what their papers
are about, and a person filed them there.

In: papers, and which collection is a curated topic by name. Out: the collections that are topics of their own, and
where each paper is listed. `Agents / Memory` is `Memory` below `Agents`.

What all entries of a file stand under is the file's title, and what all papers stand under says nothing: no topics.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from papershelf.model import Paper, Place, Topic
from papershelf.text import fold, one_line, slug, to_plain

Path = tuple[str, ...]
"""Folded names from the broadest to the narrowest."""
_ROOM = "seeds/sources/"
_BETWEEN = " / "
_NAME = 100
_DEEPEST = 6
"""Levels of headings, as Markdown has them."""
_FILES = 3
"""Files that a description names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the collections say."""

    topics: tuple[Topic, ...] = ()
    """Without papers; a broader one before its narrower ones, otherwise in the order of places."""
    reasons: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Paper id → id of a topic, of a curated one too → `listed under “Agents” in seeds/sources/awesome.md`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One collection of one record."""

    paper: str
    place: Place
    given: str
    names: tuple[str, ...]
    path: Path


def listed(papers: Iterable[Paper], curated: Callable[[str], str | None]) -> Listed:
    """`curated`: the id of the curated topic with a name, if there is one. The order of `papers` does not matter."""
    papers = list(papers)
    entries = _without_titles(papers)
    if not entries:
        return Listed()
    holders: dict[Path, set[str]] = defaultdict(set)
    nodes: dict[Path, _Entry] = {}
    for entry in entries:
        for depth in range(1, len(entry.path) + 1):
            nodes.setdefault(entry.path[:depth], entry)
            holders[entry.path[:depth]].add(entry.paper)
    names = {path: entry.names[len(path) - 1] for path, entry in nodes.items()}
    known = {path: ident for path, name in names.items() if (ident := curated(name))}
    kept = [path for path in nodes if path not in known and len(holders[path]) < len(papers)]
    ids = _ids(kept, names, set(known.values()) | {i for n in names.values() if (i := curated(n))})
    ids.update(known)
    files: dict[Path, dict[str, None]] = defaultdict(dict)
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for entry in entries:
        reason = f"listed under “{one_line(to_plain(entry.given), 2 * _NAME)}” in {entry.place.path}"
        for depth in range(1, len(entry.path) + 1):
            files[entry.path[:depth]][entry.place.path] = None
        for depth in range(len(entry.path), 0, -1):
            path = entry.path[:depth]
            if path in ids:
                found[entry.paper][ids[path]][reason] = None
            if path in ids and path not in known:
                break  # the broader ones follow from it; a curated topic has a broader one of its own
    topics = tuple(Topic(ids[path], names[path], _description(files[path]), _parent(path, ids)) for path in kept)
    reasons = {paper: {topic: tuple(why) for topic, why in told.items()} for paper, told in found.items()}
    return Listed(topics, reasons)


def _without_titles(papers: Sequence[Paper]) -> list[_Entry]:
    """All entries by place; what all records of a file stand under is left out of their paths."""
    files: dict[str, list[_Entry]] = defaultdict(list)
    outside: set[str] = set()
    for paper in papers:
        for record in paper.members:
            entries = [_entry(paper.id, record.place, given) for given in record.collections]
            files[record.place.path] += [entry for entry in entries if entry.path]
            if not any(entry.path for entry in entries):
                outside.add(record.place.path)
    found: list[_Entry] = []
    for path, entries in files.items():
        common = 0 if path in outside else _common([entry.path for entry in entries])
        found += (
            _Entry(entry.paper, entry.place, entry.given, entry.names[common:], entry.path[common:])
            for entry in entries
            if len(entry.path) > common
        )
    return sorted(found, key=lambda entry: (entry.place, entry.given))


def _entry(paper: str, place: Place, given: str) -> _Entry:
    parts = (one_line(to_plain(part), _NAME) for part in given.split(_BETWEEN, _DEEPEST - 1))
    names = tuple(part for part in parts if part)
    return _Entry(paper, place, given, names, tuple(map(fold, names)))


def _common(paths: Sequence[Path]) -> int:
    """How many names all of them begin with."""
    first, last = min(paths, default=()), max(paths, default=())
    return next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))


def _ids(paths: Sequence[Path], names: Mapping[Path, str], taken: set[str]) -> dict[Path, str]:
    """An id for each: its slug; where two have one slug, the later one gets some digits of its own."""
    ids: dict[Path, str] = {}
    used = set(taken)
    for path in paths:
        ident = slug(_BETWEEN.join(names[path[: depth + 1]] for depth in range(len(path))))
        if ident in used:
            ident = f"{ident[:70].rstrip('-')}-{sha256(_BETWEEN.join(path).encode('utf-8', 'replace')).hexdigest()[:8]}"
        used.add(ident)
        ids[path] = ident
    return ids


def _parent(path: Path, ids: Mapping[Path, str]) -> str | None:
    return next((ids[path[:depth]] for depth in range(len(path) - 1, 0, -1) if path[:depth] in ids), None)


def _description(files: Iterable[str]) -> str:
    """`Filed under this name in awesome.md.`"""
    named = [path.removeprefix(_ROOM) for path in sorted(files)]
    more = f" and {len(named) - _FILES} more files" if len(named) > _FILES else ""
    return f"Filed under this name in {', '.join(named[:_FILES])}{more}."
