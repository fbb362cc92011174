"""The formats in which papers are exported: what stands before, between and after the entries of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from papershelf.exports import api, bibtex, csl, ris, table
from papershelf.exports.known import Known
from papershelf.model import Paper


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    label: str
    """What a link to it says."""
    suffix: str
    """What the names of its files end in."""
    entry: Callable[[Paper, Known], str]
    between: str = "\n"
    head: Callable[[Known], str] = lambda known: ""
    tail: str = "\n"
    brief: Callable[[Paper, Known], str] | None = None
    """As `entry`, without the abstract; None where the format has none."""

    def of(self, entries: Iterable[str], known: Known) -> str:
        """The file that holds `entries`, which may be none."""
        inner = self.between.join(entries)
        return f"{self.head(known)}{inner}{self.tail}" if inner or self.head(known) else ""


FORMATS: dict[str, Format] = {
    "bibtex": Format("BibTeX", "bib", lambda paper, known: bibtex.entry(paper), "\n\n"),
    "biblatex": Format("BibLaTeX", "biblatex.bib", lambda paper, known: bibtex.biblatex(paper), "\n\n"),
    "csl-json": Format(
        "CSL-JSON", "csl.json", lambda paper, known: csl.entry(paper), ",\n", lambda known: "[\n", "\n]\n",
        lambda paper, known: csl.entry(paper, abstract=False),
    ),
    "ris": Format(
        "RIS", "ris", lambda paper, known: ris.entry(paper), "\r\n\r\n", tail="\r\n",
        brief=lambda paper, known: ris.entry(paper, abstract=False),
    ),
    "csv": Format("CSV", "csv", table.row, head=lambda known: table.HEAD + "\n"),
    "json": Format("JSON", "json", api.line, ",\n", api.head, "\n]}\n"),
}  # fmt: skip
"""As `papershelf export --format` calls them. JSON is the list of api/papers.json."""
LISTS = ("bibtex", "biblatex", "csl-json", "ris", "csv")
"""Formats of a list's files."""
EACH = ("bibtex", "csl-json", "ris")
"""Formats of a paper's files."""
