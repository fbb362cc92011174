"""Where each page stands below docs/, and relative links from one to another.

Ids come from source text, so they are checked here once more: whatever an id says, its page is a plain file in the
folder of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote

from markupsafe import Markup

from papershelf.text.keys import file_name

_UNQUOTED = re.compile(r"[A-Za-z0-9/._~-]*")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths of pages below docs/."""

    sources: dict[str, str] = field(default_factory=dict)
    """Path of a source file below the list's root → name of its page."""

    @classmethod
    def of(cls, source_paths: Iterable[str]) -> Addresses:
        """Two sources may share a stem (`a.txt`, `a.bib`); the later one gets a number."""
        names: dict[str, str] = {}
        used: set[str] = set()
        for path in source_paths:
            stem = file_name(PurePosixPath(path).stem)
            name, number = stem, 1
            while name.lower() in used:
                number += 1
                name = f"{stem}-{number}"
            used.add(name.lower())
            names[path] = name
        return cls(names)

    def paper(self, ident: str) -> str:
        return f"papers/{file_name(ident)}.md"

    def topic(self, ident: str) -> str:
        return f"topics/{file_name(ident)}.md"

    def path(self, ident: str) -> str:
        return f"paths/{file_name(ident)}.md"

    def author(self, ident: str) -> str:
        return f"authors/{file_name(ident)}.md"

    def year(self, year: int | None) -> str:
        return f"years/{year or 'undated'}.md"

    def source(self, path: str) -> str:
        return f"sources/{self.sources[path]}.md"


@dataclass(frozen=True, slots=True)
class Links:
    """Relative links from the page at `here`, ready for Markdown's `[text](link)`."""

    addresses: Addresses
    here: str

    def to(self, path: str) -> Markup:
        """Link to the page at `path`, as engines check it: relative, to the .md file."""
        folder = self.here.rpartition("/")[0] + "/"
        relative = path.removeprefix(folder) if path.startswith(folder) else "../" * self.here.count("/") + path
        return Markup(relative if _UNQUOTED.fullmatch(relative) else quote(relative, safe="/-._~"))

    def paper(self, ident: str) -> Markup:
        return self.to(self.addresses.paper(ident))

    def topic(self, ident: str) -> Markup:
        return self.to(self.addresses.topic(ident))

    def path(self, ident: str) -> Markup:
        return self.to(self.addresses.path(ident))

    def author(self, ident: str) -> Markup:
        return self.to(self.addresses.author(ident))

    def year(self, year: int | None) -> Markup:
        return self.to(self.addresses.year(year))

    def source(self, path: str) -> Markup:
        return self.to(self.addresses.source(path))
