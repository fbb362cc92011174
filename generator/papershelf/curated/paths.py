"""paths.yml: reading paths, each some papers in the order in which to read them."""

from __future__ import annotations

from papershelf.checked import Checker, Keys
from papershelf.curated.topics import slug
from papershelf.model import ReadingPath, Step

_NEEDED = ("id", "name", "papers")
_STEPS = "a list of `- paper: '2309.00267'`, each with `why: a sentence`"


def paths(check: Checker) -> tuple[ReadingPath, ...]:
    found: dict[str, ReadingPath] = {}
    for at, entry in check.entries(check.file.data, (), "a list of reading paths, each with id, name and papers"):
        given = check.mapping(entry, at, (*_NEEDED, "description"), needed=_NEEDED)
        if given is None:
            continue
        ident = check.parsed(given["id"], (*at, "id"), slug, "small letters, digits and single hyphens")
        name = check.text(given["name"], (*at, "name"))
        if ident is None or name is None:
            continue
        if ident in found:
            message = f"the path {ident!r} stands in line {found[ident].place.first} already"
            check.wrong((*at, "id"), message, "another id", ident)
            continue
        found[ident] = ReadingPath(
            id=ident,
            name=name,
            description=check.text(given.get("description"), (*at, "description")) or "",
            place=check.file.place(*at),
            steps=_steps(check, (*at, "papers"), given["papers"]),
        )
    return tuple(found.values())


def _steps(check: Checker, at_list: Keys, entries: object) -> tuple[Step, ...]:
    found = []
    for at, entry in check.entries(entries, at_list, _STEPS):
        given = check.mapping(entry, at, ("paper", "why"), needed=("paper",))
        paper = check.text(given["paper"], (*at, "paper")) if given else None
        if given and paper:
            found.append(Step(paper, check.text(given.get("why"), (*at, "why")) or "", check.file.place(*at)))
    return tuple(found)
