"""*Add a paper*: the change, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from papershelf import adding
from papershelf.adding import Addition
from papershelf.forms.issue import Issue
from papershelf.model import Library, Record
from papershelf.readers import read


@dataclass(frozen=True, slots=True)
class Wish:
    """What a form asks to add."""

    additions: tuple[Addition, ...]
    remarks: tuple[str, ...]
    """What the reviewer should know, in words of ours."""


def wish(issue: Issue, library: Library) -> Wish:
    """The files to add to the list, which holds `library` so far. No path in the form is looked at."""
    answers = issue.answers
    additions: list[Addition] = []
    remarks: list[str] = []
    listing = answers.get("Listing", "")
    if listing.strip():
        path = f"{adding.FOLDER}/issue-{issue.number}.txt"
        found = tuple(item for item in read(listing, path) if isinstance(item, Record))
        additions.append(Addition(path, f"{listing}\n".encode("utf-8", "replace"), found))
        if not found:
            remarks.append("No reader knows the listing. It is kept as it is; `papershelf check` says what is wrong.")
    try:
        given = adding.addition(answers["Paper"], files=False)
    except adding.NothingToAdd:
        if not additions:
            title = answers.get("Title", "")
            try:
                additions.append(adding.addition(title, files=False))
                remarks.append("No id or address could be read; the paper is added by its title.")
            except adding.NothingToAdd:
                remarks.append("Neither an id, nor an address, nor a title could be read: somebody has to ask.")
    else:
        had = [adding.known(library, record) for record in given.records[:1]]
        if had and had[0]:
            remarks.append(f"The list has it already, at `papers/{had[0].id}/`, from `{had[0].members[0].place}`.")
        elif not any(_same(record, other) for record in given.records for each in additions for other in each.records):
            additions.append(given)
    return Wish(tuple(additions), tuple(remarks))


def _same(one: Record, other: Record) -> bool:
    return bool((one.arxiv and one.arxiv == other.arxiv) or (one.doi and one.doi == other.doi))
