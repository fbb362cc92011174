"""Choosing one value among several, and remembering the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from papershelf.model import Claim, Origin, Provenance, Record

T = TypeVar("T")
RANK: dict[Origin, int] = {"person": 0, "locked": 1, "source": 2, "inferred": 3}
"""A person's word beats looked-up metadata, which beats the lists; what was worked out from another fact comes last."""
_BEATS = {
    ("person", "locked"): "a person's word beats looked-up metadata",
    ("person", "source"): "a person's word beats the lists",
    ("locked", "source"): "looked-up metadata beats the lists",
}


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value, and who says so."""

    value: T
    text: str
    origin: Origin
    source: str
    record: Record | None = None
    """The record that says so; None for a person."""

    @property
    def rank(self) -> int:
        """Of its origin; lower is preferred."""
        return RANK[self.origin]

    def claim(self) -> Claim:
        return Claim(self.text, self.origin, self.source)


def said_by(record: Record, value: T, text: str) -> Said[T]:
    """`value` as a record says it."""
    if record.format != "locked":
        return Said(value, text, "source", str(record.place), record)
    when = ", ".join(str(part) for part in (record.stated_by, record.stated_on) if part)
    place = f"{record.place.path}:{record.place.first}"
    return Said(value, text, "locked", f"{place} ({when})" if when else place, record)


def first(candidates: Sequence[Said[T]]) -> T | None:
    """The value of the first candidate; None where nobody says anything."""
    return candidates[0].value if candidates else None


def choose(
    field: str,
    candidates: Sequence[Said[T]],
    rule: str,
    agrees: Callable[[T, T], bool] = lambda taken, other: taken == other,
    *,
    any_origin: bool = False,
) -> Provenance | None:
    """Where the first of `candidates` (most preferred first) comes from, and what else is said.

    `rule` is what put the first before others of its origin, or of `any_origin` but a person. `agrees(taken, other)`:
    the two don't contradict.
    """
    if not candidates:
        return None
    taken = candidates[0]
    if len(candidates) == 1:
        return Provenance(field, taken.claim())
    others = [other for other in candidates[1:] if not agrees(taken.value, other.value)]
    why = ""
    if others:
        why = rule if any_origin and taken.origin != "person" else _BEATS.get((taken.origin, others[0].origin), rule)
    return Provenance(field, taken.claim(), tuple(dict.fromkeys(s.claim() for s in others)), why)
