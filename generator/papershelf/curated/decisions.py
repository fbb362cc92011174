"""decisions.yml: verdicts on whether records are the same paper."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from papershelf import refs
from papershelf.checked import Checker, Keys
from papershelf.curated.nouns import Verdict
from papershelf.model import Problem

_LIST = "a list of `- same: [ref, ref]` and `- different: [ref, ref]`"
_REFERENCE = "an arXiv id, a DOI or a record key"


def verdicts(check: Checker) -> tuple[Verdict, ...]:
    found = []
    for at, entry in check.entries(check.file.data, (), _LIST):
        given = check.mapping(entry, at, ("same", "different", "note", "by", "date"))
        if given is None:
            continue
        said = [key for key in ("same", "different") if key in given]
        if len(said) != 1:
            check.wrong(at, "says neither `same` nor `different`, or both", "one of them, with a list", entry)
            continue
        at_list = (*at, said[0])
        listed = check.texts(given[said[0]] or [], at_list, "a list of records")
        if listed is None:
            continue
        named = tuple(dict.fromkeys(refs.normal(ref) for ref in listed))
        for ref in named:
            if not refs.is_reference(ref):
                check.wrong(at_list, f"{ref[:80]!r} is no reference", f"{_REFERENCE} (r-0123456789)", ref)
        known = tuple(ref for ref in named if refs.is_reference(ref))
        if len(known) < 2 or len(known) < len(named):
            if len(named) < 2:
                check.wrong(at_list, f"names {len(named)} of them", "two records or more", listed)
            continue
        found.append(Verdict(said[0] == "same", known, check.file.place(*at), _note(check, at, given)))
    return _agreeing(check, found)


def _note(check: Checker, at: Keys, given: dict[str, Any]) -> str:
    """`the same figures; A. Person, 2024-12-31`"""
    by = check.text(given.get("by"), (*at, "by"))
    day = check.day(given.get("date"), (*at, "date"))
    who = ", ".join(filter(None, (by, str(day or ""))))
    return "; ".join(filter(None, (check.text(given.get("note"), (*at, "note")), who)))


def _agreeing(check: Checker, verdicts: list[Verdict]) -> tuple[Verdict, ...]:
    """Without each `same` that a `different` speaks against, directly or through others: not merging loses nothing."""
    apart = {pair: v for v in verdicts if not v.same for pair in combinations(sorted(v.refs), 2)}
    group: dict[str, frozenset[str]] = {}
    kept = []
    for verdict in verdicts:
        if verdict.same:
            together = frozenset().union(*(group.get(ref, frozenset({ref})) for ref in verdict.refs))
            against = [apart[pair] for pair in combinations(sorted(together), 2) if pair in apart]
            if against:
                message = f"contradicts the verdict `different` of {against[0].place}"
                fix = "one of the two verdicts; until then they stay apart"
                check.problems.append(Problem(verdict.place, message, fix, ", ".join(verdict.refs)))
                continue
            group.update(dict.fromkeys(together, together))
        kept.append(verdict)
    return tuple(kept)
