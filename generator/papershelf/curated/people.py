"""authors.yml: which spellings are one person, which are not; ORCID iDs and home pages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from papershelf.checked import Checker, Keys
from papershelf.curated.nouns import Apart, Identity
from papershelf.model import Place
from papershelf.text import is_web_address


def people(check: Checker) -> tuple[tuple[Identity, ...], tuple[Apart, ...]]:
    if check.file.data is None:
        return (), ()
    given = check.mapping(check.file.data, (), ("people", "apart"))
    if given is None:
        return (), ()
    owner: dict[tuple[str, str], Place] = {}  # (spelling, paper or nothing for all of them) -> the entry
    found = []
    for at, entry in check.entries(given.get("people"), ("people",), "a list of people, each with a name"):
        person = _identity(check, at, entry)
        if person is None:
            continue
        scope = person.papers or ("",)
        free = []
        for spelling in (person.name, *person.spellings):
            claimed = next((owner[spelling, paper] for paper in scope if (spelling, paper) in owner), None)
            if claimed:
                where = f" in {', '.join(person.papers)}" if person.papers else ""
                message = f"{spelling!r} is already said of the person of line {claimed.first}{where}"
                check.wrong(at, message, "each spelling with one person", spelling)
            else:
                free.append(spelling)
                owner.update(dict.fromkeys([(spelling, paper) for paper in scope], person.place))
        if person.name in free:
            found.append(replace(person, spellings=tuple(s for s in person.spellings if s in free)))
    apart = []
    for at, entry in check.entries(given.get("apart"), ("apart",), "a list of lists of names"):
        names = check.texts(entry, at, "a list of names of different people")
        if names is None or len(names) < 2:
            if names is not None:
                check.wrong(at, f"names {len(names)} of them", "two names or more", entry)
            continue
        for a, b in combinations(names, 2):
            if (a, "") in owner and owner[a, ""] == owner.get((b, "")):
                check.wrong(at, f"{a!r} and {b!r} are one person in line {owner[a, ''].first}", "one of the two", entry)
                break
        else:
            apart.append(Apart(names, check.file.place(*at)))
    return tuple(found), tuple(apart)


def _identity(check: Checker, at: Keys, entry: object) -> Identity | None:
    given = check.mapping(
        entry, at, ("name", "spellings", "papers", "orcid", "homepage", "collective"), needed=("name",)
    )
    name = check.text(given["name"], (*at, "name")) if given else None
    if given is None or name is None:
        return None
    spellings = check.texts(given.get("spellings"), (*at, "spellings"), "a list of other spellings of the name") or ()
    papers = check.texts(given.get("papers"), (*at, "papers"), "a list of ids of papers of this list") or ()
    orcid = check.parsed(given.get("orcid"), (*at, "orcid"), orcid_id, "an ORCID iD as 0000-0002-1825-0097")
    home = check.parsed(given.get("homepage"), (*at, "homepage"), _home, "an address that starts with https://")
    return Identity(
        name=name,
        spellings=tuple(s for s in spellings if s != name),
        place=check.file.place(*at),
        orcid=orcid,
        homepage=home,
        papers=papers,
        collective=check.flag(given.get("collective"), (*at, "collective")) or False,
    )


def orcid_id(text: str) -> str | None:
    """The ORCID iD that `text` is (also as an address), or None where its check digit is wrong.

    Format: https://support.orcid.org/hc/articles/360006897674 (ISO 7064 MOD 11-2).
    """
    m = re.fullmatch(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?", text, re.ASCII)
    if not m:
        return None
    ident = m[1].upper()
    total = 0
    for digit in ident[:-1].replace("-", ""):
        total = (total + int(digit)) * 2
    return ident if "0123456789X"[(12 - total % 11) % 11] == ident[-1] else None


def _home(text: str) -> str | None:
    return text if is_web_address(text) else None
