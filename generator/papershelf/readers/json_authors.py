"""The authors of a decoded JSON object, however it lists them."""

from __future__ import annotations

from typing import Any

from papershelf.model import RecordType
from papershelf.readers import entry
from papershelf.readers.json_values import as_dict, first, text_of


def authors_of(item: dict[str, Any], kind: RecordType) -> tuple[tuple[entry.Name, ...], bool]:
    """The names, and whether the list says that there are others. Editors only of a book without authors."""
    stated = item.get("author") or item.get("authors") or item.get("authorships")
    if not stated and isinstance(item.get("creators"), list):
        stated = [one for one in item["creators"] if as_dict(one).get("creatorType") in ("author", "presenter", None)]
    if not stated and kind == "book":
        stated = item.get("editor")
    if isinstance(stated, str):
        return entry.names(entry.split_names(stated))
    found: list[entry.Name] = []
    others = False
    for one in stated if isinstance(stated, list) else [stated]:
        name = _name(one) if isinstance(one, dict) else text_of(one)
        if isinstance(name, entry.Name) and name.family:
            found.append(name)
            continue
        parsed, more = entry.names([name if isinstance(name, str) else name.text])
        found += parsed if isinstance(name, str) or not parsed else (name,)
        others = others or more
    return tuple(found), others


def _name(person: dict[str, Any]) -> entry.Name | str:
    """A name in its parts; the text of one that is not in parts."""
    author = person.get("author")
    if isinstance(author, dict):  # of OpenAlex
        return text_of(author)
    family = first(person, "family", "lastName")
    given = first(person, "given", "firstName")
    if not (family and given):
        # A single name, or a team: `literal`, or by mistake all in one part.
        whole = first(person, "literal", "name", "display_name") or family or given
        return entry.Name(entry.plain(whole)) if whole and "," not in whole and "name" not in person else whole
    small = text_of(person.get("dropping-particle"))
    family = " ".join(filter(None, (text_of(person.get("non-dropping-particle")), family)))
    if small:
        family = small + family if small.endswith(("'", "’")) else f"{small} {family}"
    suffix = text_of(person.get("suffix"))
    found, _ = entry.names([", ".join(filter(None, (family.replace(",", " "), given.replace(",", " "), suffix)))])
    return found[0] if found else ""
