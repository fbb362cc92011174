"""Values of a YAML file, checked: what is wrong becomes a Problem with its line, and the rest still works.

Every method takes where the value stands (`keys`, as in `YamlFile.place`); what is absent or wrong gives None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from rapidfuzz import fuzz, process

from papershelf import yamlfile
from papershelf.model import Place, Problem, Publication
from papershelf.text import clean

Keys = tuple[str | int, ...]
T = TypeVar("T")
YEARS = range(1500, 2200)


@dataclass(frozen=True, slots=True)
class Checker:
    """One file, and what is wrong in it so far."""

    file: yamlfile.YamlFile
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def load(cls, root: Path, path: str) -> Checker:
        """Never raises: what can't be read is a Problem."""
        try:
            file = yamlfile.load(root, path)
        except OSError as error:
            problem = Problem(Place(path), f"can't be read: {error.strerror}", "a text file")
            file = yamlfile.YamlFile(path, None, (problem,))
        return cls(file, list(file.problems))

    def wrong(self, keys: Keys, message: str, fix: str, raw: Any = "") -> None:
        self.problems.append(Problem(self.file.place(*keys), message, fix, str(raw)[:200]))

    def entries(self, value: Any, keys: Keys, what: str) -> Iterator[tuple[Keys, Any]]:
        """The entries of a list; `what` says what would be right: `a list of verdicts`."""
        if value is None:
            return
        if not isinstance(value, list):
            self.wrong(keys, f"{_name(keys)} is {_kind(value)}", what, value)
            return
        for number, entry in enumerate(value):
            yield (*keys, number), entry

    def mapping(
        self, value: Any, keys: Keys, known: tuple[str, ...], needed: tuple[str, ...] = ()
    ) -> dict[str, Any] | None:
        """`value` without the keys that are not `known`; None where it is no mapping or lacks one of `needed`."""
        if not isinstance(value, dict):
            self.wrong(keys, f"{_name(keys)} is {_kind(value)}", f"keys with values: {', '.join(known)}", value)
            return None
        for key in value:
            if key not in known:
                near = process.extractOne(str(key), known, scorer=fuzz.ratio, score_cutoff=60)
                fix = f"{near[0]!r}" if near else f"one of {', '.join(known)}"
                self.wrong((*keys, str(key)), f"unknown key {str(key)[:60]!r}", fix, key)
        missing = [key for key in needed if value.get(key) is None]
        if missing:
            self.wrong(keys, f"{_name(keys)} lacks {', '.join(missing)}", f"a value for {', '.join(missing)}", value)
            return None
        return {key: item for key, item in value.items() if key in known}

    def text(self, value: Any, keys: Keys, what: str = "a text") -> str | None:
        """One line of text, not empty."""
        if value is None:
            return None
        if not isinstance(value, str) or not clean(value).strip():
            self.wrong(keys, f"{_name(keys)} is {_kind(value)}", what, value)
            return None
        return " ".join(value.split())

    def names(self, value: Any, keys: Keys, what: str = "a list of texts") -> tuple[str, ...] | None:
        """A list of texts, as it is: two people of one name may have written a paper."""
        if value is None:
            return None
        if not isinstance(value, list):
            self.wrong(keys, f"{_name(keys)} is {_kind(value)}", what, value)
            return None
        found = [self.text(entry, at) for at, entry in self.entries(value, keys, what)]
        return tuple(entry for entry in found if entry is not None)

    def texts(self, value: Any, keys: Keys, what: str = "a list of texts") -> tuple[str, ...] | None:
        """A list of texts, each once."""
        found = self.names(value, keys, what)
        return found if found is None else tuple(dict.fromkeys(found))

    def day(self, value: Any, keys: Keys) -> date | None:
        return self._converted(value, keys, _day, "a day as 2024-12-31")

    def year(self, value: Any, keys: Keys) -> int | None:
        return self._converted(value, keys, _year, "a year as 2024")

    def flag(self, value: Any, keys: Keys) -> bool | None:
        return self._converted(value, keys, {"true": True, "false": False}.__getitem__, "true or false")

    def parsed(self, value: Any, keys: Keys, parse: Callable[[str], str | None], what: str) -> str | None:
        """What `parse` makes of a text; None from it means that the text is wrong."""
        text = self.text(value, keys, what)
        if text is None:
            return None
        found = parse(text)
        if found is None:
            self.wrong(keys, f"{_name(keys)} is {text[:80]!r}", what, text)
        return found

    def publication(self, value: Any, keys: Keys) -> Publication | None:
        if value is None:
            return None
        texts = ("venue", "volume", "first_page", "last_page", "number", "publisher")
        given = self.mapping(value, keys, (*texts, "year"), needed=("venue",))
        if given is None:
            return None
        said = {key: self.text(given.get(key), (*keys, key)) for key in texts}
        venue = said["venue"]
        if not venue:
            return None
        return Publication(
            venue=venue,
            year=self.year(given.get("year"), (*keys, "year")),
            volume=said["volume"],
            number=said["number"],
            first_page=said["first_page"],
            last_page=said["last_page"],
            publisher=said["publisher"],
        )

    def _converted(self, value: Any, keys: Keys, convert: Callable[[str], T], what: str) -> T | None:
        if value is None:
            return None
        try:
            return convert(value)
        except (ValueError, KeyError, TypeError):
            self.wrong(keys, f"{_name(keys)} is {_kind(value)}", what, value)
            return None


def _day(value: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError(value)
    return date.fromisoformat(value)


def _year(value: str) -> int:
    year = int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) == 4 else 0
    if year not in YEARS:
        raise ValueError(value)
    return year


def _name(keys: Keys) -> str:
    names = [f"{key!r}" if isinstance(key, str) else f"entry {key + 1}" for key in keys[-2:]]
    return " of ".join(reversed(names)) if names else "the file"


def _kind(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    if isinstance(value, dict):
        return "a set of keys"
    return "a list" if isinstance(value, list) else f"the text {str(value)[:80]!r}"
