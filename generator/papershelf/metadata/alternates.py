"""Files that hold the same as a page: (path below the site, media type, title where the type alone does not tell)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papershelf.exports import FORMATS
from papershelf.exports.files import downloads, paper_file
from papershelf.exports.formats import EACH
from papershelf.model import Paper
from papershelf.text.keys import file_name

Alternate = tuple[str, str, str]
_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
    "csv": "text/csv",
    "json": "application/json",
}
"""Ending of a file → what citation managers and DOI content negotiation call it: https://citation.doi.org/docs.html"""


def of_paper(paper: Paper, small: bool) -> Iterator[Alternate]:
    """`small`: whether each paper has files to cite it."""
    yield f"api/papers/{file_name(paper.id)}.json", _TYPES["json"], ""
    for name in EACH if small else ():
        yield paper_file(paper, name), _TYPES[FORMATS[name].suffix], ""


def of_list(folder: str, papers: Sequence[Paper]) -> Iterator[Alternate]:
    """The exports of the list that stands in `folder`."""
    for label, path in downloads(folder, papers):
        name = path.rpartition("/")[2].partition(".")[2]
        yield path, _TYPES["bib" if name.endswith("bib") else name], label


def of_feed(folder: str, name: str) -> Iterator[Alternate]:
    """The feeds in `folder`, which ends in a slash or is the site itself; a reader of feeds shows `name`."""
    yield f"{folder}feed.xml", "application/atom+xml", name
    yield f"{folder}feed.json", "application/feed+json", name
