"""What another version of papershelf makes of a list, in Markdown.

Addresses and citation keys that would be lost, papers that are told differently, files that come, change and go.

It compares what was generated, since two versions cannot be run in one process. Of that it needs what every version
promises to write: the manifest, and `api/` with the id, the key and the facts of each paper.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papershelf import manifest
from papershelf.changes import one_line, section
from papershelf.config import Settings
from papershelf.text.keys import file_name

_API = "api/papers"
_BESIDE = {"version", "id", "key", "address", "data", "first_seen"}
"""Fields that are reported as addresses and keys, or that say when the list was built."""
_OF_ONE_PAPER = re.compile(r"(?:cards|api/papers|papers/[^/]+)/[^/]+")
"""Files that go with a paper when it joins another: its pages stay and lead there."""
_OF_WHAT_PAPERS_SAY = ("authors/", "years/", "sources/", "api/authors/", "api/years/")
"""They are there as long as a paper says so: a name that is read better has another page."""
_SHORT = re.compile(".{0,120}")
"""A value that is longer, or has several lines, is named and not shown."""


class NoPages(Exception):
    """There is nothing to compare; the message says where, and what to do."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What a version of papershelf generated."""

    files: dict[str, str]
    """Path below docs/ -> digest of the content."""
    papers: dict[str, dict[str, Any]]
    """Id -> what programs read of the paper."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the new version makes of the list."""

    lost: int
    """How many addresses and citation keys lead nowhere, which somebody may have noted down."""
    text: str
    """All of it, in Markdown."""


def read(root: Path, settings: Settings) -> Pages:
    """The pages generated in `root`, a list whose docs folder is called as that of `settings`. Raises NoPages."""
    docs = settings.docs_dir.relative_to(settings.root).as_posix()
    ours = manifest.read(root).files.items()
    files = {path.removeprefix(f"{docs}/"): digest for path, digest in ours if path.startswith(f"{docs}/")}
    try:
        listed = json.loads((root / docs / f"{_API}.json").read_bytes())["papers"]
        names = {paper["id"]: f"{_API}/{file_name(paper['id'])}.json" for paper in listed}
        papers = {id: json.loads((root / docs / name).read_bytes()) for id, name in names.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoPages(f"{root}: no pages are generated here; first: papershelf generate --root {root}") from error
    return Pages(files, papers)


def versions(old: Pages, new: Pages) -> Difference:
    """How the pages of one list differ, made by two versions of papershelf."""
    both = [(old.papers[id], paper) for id, paper in new.papers.items() if id in old.papers]
    stay = {_address(path) for path in new.files}
    gone = [address for path in old.files if (address := _address(path)) not in stay]
    lost = [each for each in gone if not (each.startswith(_OF_WHAT_PAPERS_SAY) or _OF_ONE_PAPER.fullmatch(each))]
    keys = [(a, b) for a, b in both if a["key"] != b["key"]]
    sections = {
        "Addresses that lead nowhere": [one_line(each) for each in lost],
        "Citation keys that change": [f"{_line(b)}: {one_line(a['key'])} → {one_line(b['key'])}" for a, b in keys],
        "Papers that are part of another now": [_line(old.papers[id]) for id in old.papers if id not in new.papers],
        "Papers that stand alone now": [_line(new.papers[id]) for id in new.papers if id not in old.papers],
        "Papers that are told differently": [
            f"{_line(b)}: {'; '.join(fields)}" for a, b in both if (fields := list(_fields(a, b)))
        ],
        "Pages of authors, years and sources that go": [
            one_line(each) for each in gone if each.startswith(_OF_WHAT_PAPERS_SAY) and each.endswith("/")
        ],
        "Files that come": _kinds(path for path in new.files if path not in old.files),
        "Files that change": _kinds(path for path in new.files if old.files.get(path, "") not in ("", new.files[path])),
        "Files that go": _kinds(gone),
    }
    promise = (
        "**Not to be taken as it is: what somebody may have noted down would be lost.**"
        if lost or keys
        else f"The addresses and citation keys of all {len(old.papers):,} papers stay."
    )
    body = [line for title, lines in sections.items() for line in section(title, lines)]
    text = "\n".join(("## By the new version of papershelf", "", promise, "", *(body or ["No file changes.", ""])))
    return Difference(len(lost) + len(keys), text)


def _address(path: str) -> str:
    """Where a file of docs/ stands in the site."""
    address = re.sub(r"(^|/)index\.(?:md|html)$", r"\1", path)
    return f"{address.removesuffix('.md')}/" if address.endswith(".md") else address


def _fields(old: dict[str, Any], new: dict[str, Any]) -> Iterable[str]:
    """What differs of a paper: short values are shown, others named."""
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name, ""), new.get(name, "")
        if name in _BESIDE or before == after:
            continue
        short = all(isinstance(value, str | int) and _SHORT.fullmatch(str(value)) for value in (before, after))
        yield one_line(f"{name}: {before or 'nothing'} → {after or 'nothing'}" if short else name)


def _kinds(paths: Iterable[str]) -> list[str]:
    """How many files of each folder: `papers/`, `api/`, …"""
    counts = Counter(path.partition("/")[0] + "/" if "/" in path else path for path in paths)
    return [f"{one_line(kind)}: {count:,}" for kind, count in sorted(counts.items())]


def _line(paper: dict[str, Any]) -> str:
    return f"{one_line(str(paper.get('title', '')))} ({one_line(paper['id'])})"
