"""YAML files that people write: read with the line of every value, so that a message can say where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from papershelf.model import Place, Problem

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH = 100
"""Deepest nesting read. libyaml composes by recursion in C: thousands of open brackets kill the process."""
ENTRIES = 10_000
"""A broken file with more entries than this is not read entry by entry."""
_DEEP_BLOCK = re.compile(rf"^[ \-?:]{{{DEPTH},}}", re.M)


class Words(_Base):  # type: ignore[misc]
    """Reads every plain value as the text it is, and an empty one or `null` as None.

    YAML would make the arXiv id 2310.02170 the number 2310.0217, a person called No a falsehood and `1:30` ninety.
    """


Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One YAML file: its data, and where in the file each value stands."""

    path: str
    """POSIX path below the list's root."""
    data: Any
    """Plain Python values; None for an empty, missing or broken file."""
    problems: tuple[Problem, ...] = ()
    """Syntax errors, doubled keys."""
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    text: str = ""
    """The file as it is."""

    def place(self, *keys: str | int) -> Place:
        """Where the value under `keys` stands (its nearest known ancestor, if it has no place of its own)."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        line = self.lines.get(keys, 1)
        return Place(self.path, line, line)


def load(root: Path, path: str, loader: Any = Words) -> YamlFile:
    """Read `root/path`; a missing file is an empty one. Raises OSError where it can't be read, nothing on content."""
    try:
        content = (root / path).read_bytes()
    except FileNotFoundError:
        return YamlFile(path, None)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _broken(path, line, f"not UTF-8 text ({error.reason})", "the file saved as UTF-8")
    return parse(path, text, loader)


def parse(path: str, text: str, loader: Any = Words) -> YamlFile:
    """Read `text`, which stands in the file `path`. Never raises."""
    whole = _parse(path, text, loader)
    return whole if whole.data is not None or not whole.problems else _salvage(path, text, loader, whole)


def _parse(path: str, text: str, loader: Any) -> YamlFile:
    problems: list[Problem] = []
    lines: dict[tuple[str | int, ...], int] = {}
    try:
        _check_depth(text, loader)
        parser = loader(text)
        try:
            node = parser.get_single_node()
            if node is not None:
                _walk(node, (), lines, problems, path, set())
            data = parser.construct_document(node) if node is not None else None
        finally:
            parser.dispose()
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date like 2024-13-45
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        return _broken(path, line, f"not valid YAML: {what}", "an entry written like the ones around it")
    return YamlFile(path, data, tuple(problems), lines, text)


def _salvage(path: str, text: str, loader: Any, whole: YamlFile) -> YamlFile:
    """The entries of a broken file that are whole: one slip must not cost a person's other words.

    An entry starts at a line that is not indented: an item of a list, or a key. Each is read alone, on its own lines;
    where that tells nothing more than the whole, the file stays broken.
    """
    rows = text.split("\n")
    starts = [number for number, row in enumerate(rows) if row[:1] not in ("", " ", "\t", "#", "\r", "]", "}")]
    starts = [number for number in starts if rows[number].startswith("-") == rows[starts[0]].startswith("-")]
    if not 1 < len(starts) <= ENTRIES:
        return whole
    parts = [
        _parse(path, "\n" * start + "\n".join(rows[start:end]), loader)
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]
    good = [part for part in parts if part.data is not None]
    problems = [problem for part in parts for problem in part.problems]
    if not good or not problems:
        return whole
    lines: dict[tuple[str | int, ...], int] = {(): 1}
    if all(isinstance(part.data, list) for part in good):
        entries: list[Any] = []
        for part in good:
            for keys, line in part.lines.items():
                if keys and isinstance(keys[0], int):
                    lines[(keys[0] + len(entries), *keys[1:])] = line
            entries += part.data
        return YamlFile(path, entries, tuple(problems), lines, text)
    if all(isinstance(part.data, dict) for part in good):
        named: dict[Any, Any] = {}
        for part in good:
            lines |= {keys: line for keys, line in part.lines.items() if keys}
            named |= part.data
        return YamlFile(path, named, tuple(problems), lines, text)
    return whole


def _check_depth(text: str, loader: Any) -> None:
    """Raises RecursionError on text nested deeper than DEPTH. Parsing into events is no recursion, but slow."""
    if text.count("[") + text.count("{") <= DEPTH and not _DEEP_BLOCK.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH:
                raise RecursionError("nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _broken(path: str, line: int, message: str, fix: str) -> YamlFile:
    return YamlFile(path, None, (Problem(Place(path, line, line), message, fix),))


def _walk(
    node: Any,
    keys: tuple[str | int, ...],
    lines: dict[tuple[str | int, ...], int],
    problems: list[Problem],
    path: str,
    seen: set[int],
) -> None:
    """Note the line of every value below `node`, and doubled keys."""
    lines.setdefault(keys, node.start_mark.line + 1)
    if id(node) in seen:  # an alias: walked where its anchor stands, and aliases of aliases would be walked without end
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            line = key.start_mark.line + 1
            if name in names:
                message = f"the key {name!r} stands here twice"
                problems.append(Problem(Place(path, line, line), message, "one entry that says everything", name))
            names.add(name)
            lines[(*keys, name)] = line
            _walk(value, (*keys, name), lines, problems, path, seen)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _walk(value, (*keys, number), lines, problems, path, seen)
