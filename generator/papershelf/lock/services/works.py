"""A work as services describe it in JSON → facts of a statement. What their words mean (a name, a range of pages, a
kind of work) is told by what reads such words for a list (`papershelf.readers`).

Values may be of any type, whatever a service promises: what is not of a type that can be used says nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from papershelf import identifiers
from papershelf.lock.services.batches import Unusable
from papershelf.model import Publication, Record
from papershelf.readers import entry, json_items
from papershelf.readers.json_authors import authors_of
from papershelf.readers.json_values import text_of
from papershelf.readers.sheet import Sheet, excerpt
from papershelf.text import one_line

if TYPE_CHECKING:
    from papershelf.lock.client import Answer

_ORCID = re.compile(r"(?:https?://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])", re.I | re.A)
_MOST_PEOPLE = 20_000
_LONGEST = 1_000
"""Characters of a name or a venue that are kept."""


def decoded(answer: Answer) -> dict[str, Any]:
    """The JSON object of an answer, numbers as they are written. Raises Unusable."""
    try:
        value = json.loads(answer.text, parse_int=str, parse_float=str, parse_constant=str, strict=False)
    except (ValueError, RecursionError):
        raise Unusable(f"answered what is no JSON, or only a part of it: {excerpt(answer.text)}") from None
    if not isinstance(value, dict):
        raise Unusable(f"answered JSON of another shape: {excerpt(answer.text)}")
    return value


def objects(value: object) -> list[dict[str, Any]]:
    """The objects in what should be a list of objects."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def alone(answer: Answer, path: str, other: str = "", parameters: Mapping[str, str] | None = None) -> str:
    """The address that is asked about one paper alone (`other` below the service's base), told from what was asked
    about many (`path`)."""
    base = answer.address.partition("?")[0].removesuffix(path)
    return f"{base}{other or path}" + (f"?{urlencode(parameters, safe=',:/|')}" if parameters else "")


def doi(value: object) -> str | None:
    """A publisher's DOI; none for arXiv's own."""
    found = identifiers.doi(text_of(value))
    return found if found and not identifiers.arxiv_id(found) else None


def arxiv(value: object) -> str | None:
    """An arXiv id without version, also from arXiv's own DOI or an address."""
    found = identifiers.arxiv_id(text_of(value))
    return found[0] if found else None


def orcid(value: object) -> str:
    """`0000-0002-1825-0097`, also from an address; empty where its check digit is wrong.

    https://support.orcid.org/hc/en-us/articles/360006897674-Structure-of-the-ORCID-Identifier
    """
    found = _ORCID.fullmatch(text_of(value).strip())
    if not found:
        return ""
    ident, total = found[1].upper(), 0
    for digit in ident[:-1].replace("-", ""):
        total = (total + int(digit)) * 2
    return ident if "0123456789X"[(12 - total % 11) % 11] == ident[-1] else ""


@dataclass(frozen=True, slots=True)
class People:
    """The authors of a work."""

    names: tuple[entry.Name, ...] = ()
    orcids: tuple[str, ...] = ()
    """One for each, or ()."""
    others: bool = False
    """The list says that it is not complete."""

    def facts(self) -> dict[str, Any]:
        families = tuple(name.family for name in self.names)
        return {
            "authors": tuple(name.text for name in self.names),
            "families": families if any(families) else (),
            "authors_complete": bool(self.names) and not self.others,
            "orcids": self.orcids,
        }


def people(stated: object, person: Callable[[dict[str, Any]], tuple[dict[str, Any] | str, str]]) -> People:
    """The authors that a service states. `person` tells of one of them: the name, in parts as CSL has them or as the
    text that a team's or company's name is, and the ORCID iD."""
    names: list[entry.Name] = []
    orcids: list[str] = []
    others = False
    for one in objects(stated)[:_MOST_PEOPLE]:
        said, ident = person(one)
        found, more = (
            ((entry.Name(entry.plain(said)),), False) if isinstance(said, str) else authors_of({"author": [said]}, "")
        )
        found = tuple(
            entry.Name(name, one_line(each.family)) for each in found if (name := one_line(each.text, _LONGEST))
        )
        names += found
        orcids += [ident if len(found) == 1 else ""] * len(found)
        others = others or more
    return People(tuple(names), tuple(orcids) if any(orcids) else (), others)


def described(item: dict[str, Any], authors: People) -> dict[str, Any]:
    """Title, authors, kind of work and publication, by the names of `Statement`. `item` has CSL's words."""
    stated = replace(json_items.fields(item), authors=authors.names, others=authors.others)
    record = next((one for one in entry.record(Sheet("", "", ""), 0, 0, stated) if isinstance(one, Record)), None)
    if record is None:
        return {}
    return authors.facts() | {
        "title": one_line(record.title or "") or None,
        "type": record.type,
        "publication": cleaned(record.publication),
    }


def cleaned(publication: Publication | None) -> Publication | None:
    """Without characters that hide, reverse or break; None where nothing is left."""
    if publication is None:
        return None
    texts: dict[str, Any] = {}
    for field in fields(publication):
        value = getattr(publication, field.name)
        if isinstance(value, str):
            texts[field.name] = one_line(value, _LONGEST) or ("" if field.name == "venue" else None)
    shown = replace(publication, **texts)
    return shown if shown != Publication("") else None


def with_subtitle(title: object, subtitle: object) -> str:
    """`Title: subtitle`, where the title has it not yet."""
    main, rest = text_of(title).strip(), text_of(subtitle).strip()
    if not (main and rest) or rest.casefold() in main.casefold():
        return main or rest
    return f"{main} {rest}" if main.endswith((":", "?", "!", "–", "—")) else f"{main}: {rest}"
