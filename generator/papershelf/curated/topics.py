"""topics.yml: the taxonomy."""

from __future__ import annotations

import re
from dataclasses import replace

from papershelf import refs
from papershelf.checked import Checker, Keys
from papershelf.curated.corrections import is_category
from papershelf.curated.nouns import TopicRule

_NEEDED = ("id", "name", "description")
_LISTS = ("phrases", "categories", "papers", "not_papers")


def topics(check: Checker) -> tuple[TopicRule, ...]:
    found: dict[str, TopicRule] = {}
    places: dict[str, Keys] = {}
    for at, entry in check.entries(check.file.data, (), "a list of topics, each with id, name and description"):
        given = check.mapping(entry, at, (*_NEEDED, *_LISTS, "parent"), needed=_NEEDED)
        if given is None:
            continue
        ident = check.parsed(given["id"], (*at, "id"), slug, "small letters, digits and single hyphens")
        name = check.text(given["name"], (*at, "name"))
        if ident is None or name is None:
            continue
        if ident in found:
            message = f"the topic {ident!r} stands in line {found[ident].place.first} already"
            check.wrong((*at, "id"), message, "another id", ident)
            continue
        lists = {key: check.texts(given.get(key), (*at, key)) or () for key in _LISTS}
        for code in lists["categories"]:
            if not is_category(code):
                check.wrong((*at, "categories"), f"{code[:40]!r} is no arXiv category", "categories as cs.CL", code)
        put, out = (tuple(refs.page(ref) for ref in lists[key]) for key in ("papers", "not_papers"))
        for ref in sorted(set(put) & set(out)):
            check.wrong((*at, "not_papers"), f"{ref!r} is also put into this topic", "one of the two", ref)
        found[ident] = TopicRule(
            id=ident,
            name=name,
            description=check.text(given["description"], (*at, "description")) or "",
            place=check.file.place(*at),
            phrases=lists["phrases"],
            categories=tuple(filter(is_category, lists["categories"])),
            parent=check.text(given.get("parent"), (*at, "parent")),
            papers=put,
            not_papers=tuple(ref for ref in out if ref not in put),
        )
        places[ident] = at
    return tuple(_with_parents(check, found, places))


def _with_parents(check: Checker, topics: dict[str, TopicRule], places: dict[str, Keys]) -> list[TopicRule]:
    """The topics, without parents that don't exist or that are their own descendants."""
    parents = {ident: topic.parent for ident, topic in topics.items() if topic.parent in topics}
    for ident, topic in topics.items():
        if topic.parent is None:
            continue
        at = (*places[ident], "parent")
        if topic.parent not in topics:
            check.wrong(at, f"there is no topic {topic.parent[:80]!r}", f"one of {', '.join(topics)}", topic.parent)
            continue
        above, seen = parents.get(ident), {ident}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == ident:
            check.wrong(at, f"{ident!r} would be broader than itself", "a parent that is broader", topic.parent)
            del parents[ident]
    return [replace(topic, parent=parents.get(ident)) for ident, topic in topics.items()]


def slug(text: str) -> str | None:
    """`text`, where it can be the id of a topic or a path."""
    return text if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) and len(text) <= 80 else None
