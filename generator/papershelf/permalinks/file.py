"""seeds/locked/permalinks.yml, read and written: one line a paper, sorted by id, so that a change of the list is a few
lines of a diff and two branches rarely touch the same one.

    - {"id": "2309.00267", "key": "lee-etal-2023-rlaif", "first_seen": "2026-11-20", "names": ["arXiv:2309.00267"]}

Each line is JSON, which is YAML; a file that a person wrote in other YAML is read too, slower.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from papershelf.checked import Checker
from papershelf.model import Permalink, Place, Problem

FILE = "seeds/locked/permalinks.yml"
HEAD = "# Addresses, citation keys and first-seen dates, which never change. Written by `papershelf lock` only.\n"
_FIELDS = tuple(f.name for f in fields(Permalink) if f.name != "place")
_LISTS, _DAYS = ("names", "aliases"), ("first_seen", "removed")


@dataclass(frozen=True, slots=True)
class Promised:
    """All of the file."""

    permalinks: tuple[Permalink, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(root: Path) -> Promised:
    """The permalinks below `root`; a missing file holds none. A wrong entry is a Problem, and the rest still holds."""
    try:
        text = (root / FILE).read_text("utf-8-sig")
    except FileNotFoundError:
        return Promised()
    except (OSError, UnicodeDecodeError) as error:
        return Promised(problems=(Problem(Place(FILE), f"can't be read: {error}", "a text file in UTF-8"),))
    plain = _lines(text)
    if plain is None:
        check = Checker.load(root, FILE)
        entries = check.entries(check.file.data, (), "a list of permalinks, each with id, key, first_seen and names")
        plain = [(check.file.place(*at), entry) for at, entry in entries]
        problems = check.problems
    else:
        problems = []
    found: dict[str, tuple[Place, Permalink]] = {}
    keys: dict[str, Place] = {}
    for place, entry in plain:
        link = _permalink(entry, place)
        if isinstance(link, str):
            problems.append(Problem(place, link, "a line as `papershelf lock` writes it", str(entry)[:200]))
        elif link.id in found or link.key in keys:
            what = f"id {link.id!r}" if link.id in found else f"key {link.key!r}"
            first = found[link.id][0] if link.id in found else keys[link.key]
            fix = "each once; after a merge of two branches keep the line that was published first"
            problems.append(Problem(place, f"the {what} stands in line {first.first} already", fix, str(entry)[:200]))
        else:
            found[link.id] = place, link
            keys[link.key] = place
    for place, link in found.values():
        if link.merged_into and link.merged_into not in found:
            message = f"{link.id!r} was merged into {link.merged_into[:80]!r}, which has no line here"
            problems.append(Problem(place, message, "the line of that paper, or no merged_into", link.id))
    return Promised(tuple(link for _, link in found.values()), tuple(problems))


def text(permalinks: Iterable[Permalink]) -> str:
    """The file that holds `permalinks`."""
    return HEAD + "".join(f"- {_line(link)}\n" for link in sorted(permalinks, key=lambda link: link.id))


def _lines(text: str) -> list[tuple[Place, Any]] | None:
    """The entries of a file that `text` wrote; None where a line is anything else."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("- {"):
            try:
                found.append((Place(FILE, number, number), json.loads(line[2:])))
            except (ValueError, RecursionError):
                return None
        elif line.strip() and not line.startswith("#"):
            return None
    return found


def _line(link: Permalink) -> str:
    said = {name: getattr(link, name) for name in _FIELDS}
    said = {name: str(value) if isinstance(value, date) else value for name, value in said.items() if value}
    return json.dumps(said, ensure_ascii=False)


def _permalink(entry: Any, place: Place) -> Permalink | str:
    """The permalink, or what is wrong with the entry."""
    if not isinstance(entry, dict):
        return "an entry that is no mapping"
    for name in entry:
        if name not in _FIELDS:
            return f"{str(name)[:40]!r} is no field; the fields are {', '.join(_FIELDS)}"
    said: dict[str, Any] = {}
    for name in _FIELDS:
        value = entry.get(name)
        if name in _LISTS:
            if value is not None and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
                return f"{name} is no list of texts"
            said[name] = tuple(value or ())
        elif name in _DAYS:
            try:
                said[name] = date.fromisoformat(str(value)) if value else None
            except ValueError:
                return f"{name} is {str(value)[:40]!r}, no day as 2026-11-20"
        elif value is not None and not isinstance(value, str):
            return f"{name} is {str(value)[:40]!r}, no text"
        else:
            said[name] = value or ""
    return Permalink(**said, place=place) if said["id"] and said["key"] else "an entry without id or key"
