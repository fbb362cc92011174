"""What a rule says about a pair, and how it says it."""

from __future__ import annotations

from dataclasses import dataclass

from papershelf.dedupe.compare import LONG, Pair

__all__ = ["LONG", "Finding", "abstracts", "authors", "dates", "issue", "title"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a pair."""

    score: float
    """0-100. Ids 99 and more; whole texts 94-98; much alike texts 80-95; the least alike that is still a proof 70."""
    evidence: tuple[str, ...]
    doubt: str = ""
    """Why it is no proof all the same."""


def title(pair: Pair) -> tuple[str, ...]:
    """`same title: “…”`, as one of the two writes it."""
    named = next((f.record.title for f in (pair.a, pair.b) if f.title == pair.same_title), None)
    return (f"same title: “{named or pair.same_title}”",)


def dates(pair: Pair) -> tuple[str, ...]:
    """`both submitted 2023-09-01`"""
    return (f"both submitted {pair.same_day}",) if pair.same_day else ()


def authors(pair: Pair) -> tuple[str, ...]:
    """`authors agree`"""
    return ("authors agree",) if pair.authors else ()


def abstracts(pair: Pair, least: float) -> tuple[str, ...]:
    """`abstracts 97 % alike`, where they are so by `least`."""
    if not pair.shortest or pair.ratio < least:
        return ()
    start = (f"first 120 characters {int(pair.start)} %",) if pair.ratio < 90 else ()
    return (f"abstracts {int(pair.ratio)} % alike", *start)


def issue(pair: Pair) -> tuple[str, ...]:
    """`same year and venue`, `same volume and pages`"""
    if pair.same_issue:
        return ("same volume and pages" if pair.volume else "same venue, year and pages",)
    return ("same year and venue",) if pair.same_year and pair.venue else ()
