"""The author cell of a table → names, each in whatever form it has."""

from __future__ import annotations

import re

from papershelf import names as persons
from papershelf.readers.entry.markup import spelled_out
from papershelf.readers.entry.persons import ET_AL, GENERATION, are_initials

_AND = re.compile(r",? (?:and|&) ", re.I)
_ID_BEHIND = re.compile(r"\s*\([0-9]{5,20}\)\Z")  # Scopus
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?<!\bMc)(?<!\bMac)(?<!\bD[ei])(?<!\bL[ae])(?<!\bVan)(?=[A-ZÀ-Þ])")  # Springer
_SEPARATORS = re.compile(r"[;|\n\r；、•]")


def split_names(cell: str) -> list[str]:
    """The names in an author cell, each in whatever form it has.

    `Doe, Jane; Roe, John`, `Doe, J and Roe, K`, `Jane Doe, John Roe & Kim Poe`, `Doe J, Roe K.`, `Doe, J., Roe, K.`,
    `Jane Doe|John Roe`, `Jane DoeJohn RoeKim Poe` (a single glued place may be `Mary JoAnn Poe`). A comma separates
    names only where what it separates are plainly names, never `Family, Given`; of two parts with two words each
    (`Garcia Lopez, Maria Jose`) two persons are the likelier reading, unless the first begins with a particle or the
    second ends with an initial.
    """
    parts = [" ".join(part.split()) for part in _SEPARATORS.split(spelled_out(cell))]
    parts = [part for part in parts if part]
    glued = _GLUED.split(parts[0]) if len(parts) == 1 and "," not in parts[0] else []
    if len(glued) > 2 and all(" " in part for part in glued):
        return glued
    if len(parts) != 1:
        return [name for part in parts for name in _AND.split(part)]
    parts = [part.strip(" ,") for part in _AND.split(parts[0])]
    if len(parts) > 1 and any("," in part for part in parts[1:]):
        return parts
    return [*_at_commas(parts[0], alone=len(parts) == 1), *parts[1:]]


def _at_commas(text: str, alone: bool) -> list[str]:
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return [text.strip(" ,")] if text.strip(" ,") else []
    others = [parts.pop()] if ET_AL.fullmatch(parts[-1]) else []
    if len(parts) == 1:
        return [*parts, *others]
    if len(parts) % 2 == 0 and all(are_initials(given.replace(" ", "")) for given in parts[1::2]):
        return [*_pairs(parts), *others]  # Doe, J., Roe, K.
    whole = [" " in part or (len(parts) < 50 and persons.is_collective(part)) for part in parts]
    if len(parts) == 2 or not alone:
        if not all(whole) or any(GENERATION.fullmatch(part) for part in parts):
            return [", ".join(parts), *others]
        if len(parts) == 2 and (parts[0][0].islower() or _ends_in_initials(parts[1]) > _ends_in_initials(parts[0])):
            return [", ".join(parts), *others]
        return [*parts, *others]
    if sum(whole) * 2 > len(parts) and whole[0]:
        return [*parts, *others]
    if len(parts) % 2 == 0 and not any(" " in family for family in parts[::2]):
        return [*_pairs(parts), *others]  # Doe, Jane, Roe, John
    return [text.strip(" ,")]


def _ends_in_initials(text: str) -> bool:
    return are_initials(_ID_BEHIND.sub("", text).rpartition(" ")[2])


def _pairs(parts: list[str]) -> list[str]:
    return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
