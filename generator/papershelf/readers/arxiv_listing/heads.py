"""Where an entry of an arXiv listing begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from papershelf import identifiers
from papershelf.readers import dates
from papershelf.readers.sheet import LINE_START, Span


def _id(name: str) -> str:
    return rf"(?P<{name}>{identifiers.ARXIV_ID})(?:v(?P<{name}_version>[1-9][0-9]{{0,2}}))?"


def a_day(name: str) -> str:
    """The pattern of `23 Jan 2024`, `3 May, 2023`; for `day`."""
    return rf"(?P<{name}_day>[0-9]{{1,2}})[ \t]+(?P<{name}_month>{dates.MONTH})[.,]?[ \t]+(?P<{name}_year>[0-9]{{4}})"


_LINKS = r"\[(?:(?:pdf|ps|html|other|src|tex|dvi|abs|view|format)[ \t]?[,\]][ \t]?){1,8}"
_HOW = r"(?:[ \t]{0,9}\((?:cross-list(?:ed)?\ from\ [^()\s]{1,20}|replaced[^()]{0,60}|withdrawn)\))?"
_GAP = r"\s{0,9}"
_PAGE = (
    rf"(?<!\S)(?:(?:\[[0-9]{{1,6}}\]|[0-9]{{1,6}}\.){_GAP})?arXiv:[ \t]?{_id('page')}{_HOW}{_GAP}{_LINKS}"
    rf"|(?<!\S)\[[0-9]{{1,6}}\]{_GAP}arXiv:[ \t]?{_id('bare')}{_HOW}(?={_GAP}Title:)"
)
_MAIL = (
    rf"{LINE_START}(?:\\\\[ \t]*(?:\r\n|\r|\n))?(?:arXiv|Paper(?:[ \t]*\(\*cross-listing\*\))?):[ \t]*{_id('mail')}"
    r"(?P<cross>[ \t]*\(\*cross-listing\*\))?[ \t]*(?:\r\n|\r|\n)(?=(?:From:[^\r\n]*(?:\r\n|\r|\n))?"
    r"(?:Date(?:[ \t]*\([^()\r\n]{1,40}\))?:|replaced with|(?:figures|part) added|Title:))"
)
_ONE = (
    rf"{LINE_START}(?:arXiv:{_id('one')}[ \t]*(?:\([a-z-]{{2,12}}\))?{_GAP})?"
    rf"[\[(]Submitted on[ \t]+{a_day('first')}(?P<history>[^\]\r\n]{{0,300}})[\])]"
)
# Case counts, but in the names of months nothing does.
_HEAD = re.compile(f"{_PAGE}|{_MAIL}|{_ONE}", re.A)
# Without any of these there is no head: seen many times faster.
_TELLING = re.compile(
    r"Submitted on|Title:|[\r\n](?:From:|Date|replaced with|(?:figures|part) added)"
    r"|\[(?:pdf|ps|html|other|src|tex|dvi|abs|view|format)"
)
_REVISED = re.compile(rf"last revised[ \t]+{a_day('last')}[ \t]*\(this version, v(?P<version>[0-9]{{1,3}})\)")
_THIS = re.compile(r"\((?:this version, )?v(?P<version>[0-9]{1,3})\)|\(this version\)")


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an entry."""

    span: Span
    kind: Literal["page", "mail", "one"]
    """An entry of a page of many papers, or of a mail; the page of one paper."""
    arxiv: str = ""
    """Empty where the page of one paper states it further down."""
    version: int | None = None
    created: date | None = None
    updated: date | None = None


def heads(text: str) -> Iterator[Head]:
    """The entries' beginnings, in order."""
    if not _TELLING.search(text):
        return
    for m in _HEAD.finditer(text):
        if m["first_day"]:
            yield _one(m)
            continue
        name = next(name for name in ("page", "bare", "mail") if m[name])
        version = m[f"{name}_version"]
        kind: Literal["page", "mail"] = "mail" if name == "mail" else "page"
        yield Head(m.span(), kind, identifiers.canonical(m[name]), int(version) if version else None)


def day(m: re.Match[str], name: str) -> date | None:
    """The day that the groups `name_day`, `name_month` and `name_year` state."""
    return dates.in_words(m[f"{name}_month"], f"{m[f'{name}_day']}, {m[f'{name}_year']}")


def _one(m: re.Match[str]) -> Head:
    history = m["history"]
    revised = _REVISED.search(history)
    this = None if revised else _THIS.search(history)
    version = revised["version"] if revised else (this["version"] if this else None)
    return Head(
        m.span(),
        "one",
        identifiers.canonical(m["one"]) if m["one"] else "",
        int(version) if version else None,
        day(m, "first"),
        day(revised, "last") if revised else None,
    )
