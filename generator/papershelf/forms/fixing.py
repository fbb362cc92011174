"""*Fix this record*: the entry for a curated file, and what to say where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papershelf import identifiers, names
from papershelf.curated import append
from papershelf.curated.corrections import category
from papershelf.disk import WriteError
from papershelf.forms.issue import Issue
from papershelf.model import Library, Paper
from papershelf.text import is_web_address, one_line
from papershelf.why import find

_VENUE_AND_YEAR = re.compile(r"(.*?)[\s,(]*((?:19|20)[0-9]{2})\)?")
_LONGEST = 20_000
_MOST = 1_000


class CannotBeDone(Exception):
    """No entry can be made of the answers; the message says what a person has to do, in words of ours."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What was added, and about which paper."""

    paper: Paper
    file: str


def fix(issue: Issue, library: Library, root: Path) -> Fix:
    """Add the entry below what stands in the curated file of the list in `root`. Raises CannotBeDone."""
    papers = find(library, one_line(issue.answers["Paper"], 500))
    if len(papers) != 1:
        raise CannotBeDone("No paper of the list, or more than one, is called what the form says.")
    (paper,) = papers
    ref = paper.arxiv or paper.doi or paper.id
    what, right = issue.answers.get("What is wrong", ""), issue.answers.get("What would be right", "")[:_LONGEST]
    source = one_line(issue.answers.get("How do you know?", ""), 300)
    note = f"form {issue.number}" + (f": {source}" if source else "")
    try:
        if what == "It is the same paper as another one here":
            other = _other(library, paper, right)
            refs = f"[{_quoted(ref)}, {_quoted(other)}]"
            append.append(root, f"- same: {refs}", note)
            return Fix(paper, append.FILE)
        values = _values(what, right)
        append.correct(root, ref, {**values, "note": note})
    except WriteError as error:
        raise CannotBeDone(f"The curated file takes no such entry: {one_line(str(error), 300)}") from error
    return Fix(paper, append.CORRECTIONS)


def _values(what: str, right: str) -> dict[str, Any]:
    line = one_line(right, _LONGEST)
    if what not in _FIELDS or not line:
        raise CannotBeDone("What is wrong is nothing that a field can say: somebody has to look at it.")
    found = _FIELDS[what](right)
    if not found:
        right_would_be = _RIGHT.get(what, "somebody has to ask")
        raise CannotBeDone(f"What would be right about “{what}” could not be read: {right_would_be}.")
    return found


def _authors(text: str) -> dict[str, Any]:
    lines = [one_line(part, 300) for part in re.split(r"[;\n]", text)]
    people = [line.lstrip("-*• ").strip() for line in lines if line.strip()][:_MOST]
    if len(people) == 1 and "," in people[0]:
        return {}
    return {"authors": people} if all(names.key(person) for person in people) else {}


def _date(text: str) -> dict[str, Any]:
    found = re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", text.strip())
    return {"submitted": found[0]} if found else {}


def _venue(text: str) -> dict[str, Any]:
    line = one_line(text, 300)
    found = _VENUE_AND_YEAR.fullmatch(line)
    if found and found[1]:
        return {"publication": {"venue": found[1], "year": int(found[2])}}
    return {"publication": {"venue": line}}


def _category(text: str) -> dict[str, Any]:
    found = category(one_line(text, 50))
    return {"primary_category": found} if found else {}


def _ids(text: str) -> dict[str, Any]:
    line = one_line(text, 300)
    if arxiv := identifiers.arxiv_id(line):
        return {"arxiv": arxiv[0]}
    return {"doi": doi} if (doi := identifiers.doi(line)) else {}


def _code(text: str) -> dict[str, Any]:
    found = [word for word in text.split()[:20] if is_web_address(word)]
    return {"code": found} if found else {}


_FIELDS: dict[str, Callable[[str], dict[str, Any]]] = {
    "Title": lambda text: {"title": one_line(text, 1_000)},
    "Authors": _authors,
    "Abstract": lambda text: {"abstract": one_line(text, _LONGEST)},
    "Date": _date,
    "Venue": _venue,
    "Category": _category,
    "arXiv id or DOI": _ids,
    "Link to code": _code,
}
_RIGHT = {
    "Authors": "right would be names, one a line",
    "Date": "right would be a day as 2024-12-31",
    "Category": "right would be a category of arXiv as cs.CL",
    "arXiv id or DOI": "right would be one of them and nothing else",
    "Link to code": "right would be an address that starts with https://",
}


def _other(library: Library, paper: Paper, text: str) -> str:
    """What names the other paper, for a verdict."""
    for word in text.split()[:50]:
        for other in find(library, word.strip(".,;:()[]<>\"'")):
            if other.id != paper.id and (other.arxiv or other.doi):
                return other.arxiv or other.doi or ""
            if other.id != paper.id:
                return other.members[0].key
    raise CannotBeDone("Which other paper is meant could not be read: right would be its id, or its page's address.")


def _quoted(ref: str) -> str:
    return "'" + ref.replace("'", "''") + "'"
