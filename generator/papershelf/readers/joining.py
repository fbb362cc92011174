"""Neighbouring problems of one kind as one: a damaged megabyte is a problem, not a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papershelf.model import Aside, Item, Problem
from papershelf.readers.sheet import Sheet


@dataclass(slots=True)
class _Waiting:
    """Text that could not be used, and what stands behind it."""

    first: Problem
    end: int
    behind: Aside | None = None


def joined(sheet: Sheet, items: Iterable[Item]) -> Iterator[Item]:
    """`items`, but problems with text that say the same and have nothing but an aside between them are one."""
    waiting: _Waiting | None = None
    for item in items:
        if waiting is None:
            if isinstance(item, Problem) and item.raw:
                waiting = _started(item)
            else:
                yield item
        elif isinstance(item, Aside) and waiting.behind is None:
            waiting.behind = item
        elif isinstance(item, Problem) and item.raw and item.message == waiting.first.message:
            waiting.end, waiting.behind = item.place.offset + len(item.raw), None
        else:
            yield from _ended(sheet, waiting)
            waiting = _started(item) if isinstance(item, Problem) and item.raw else None
            if waiting is None:
                yield item
    if waiting:
        yield from _ended(sheet, waiting)


def _started(problem: Problem) -> _Waiting:
    return _Waiting(problem, problem.place.offset + len(problem.raw))


def _ended(sheet: Sheet, waiting: _Waiting) -> Iterator[Item]:
    first = waiting.first
    yield sheet.unused(first.place.offset, waiting.end, first.message, first.fix)
    if waiting.behind:
        yield waiting.behind
