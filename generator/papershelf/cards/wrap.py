"""Text in lines of about the same length, as large as fits."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Block:
    size: int
    lines: tuple[str, ...]


def fitted(text: str, sizes: Sequence[tuple[int, int]], room: float, width_at: Callable[[int], Width]) -> Block:
    """`text` in the first of `sizes` (size, how many lines it may have) in which all of it fits into `room`; else in
    the last, cut with an ellipsis."""
    for size, most in sizes:
        width = width_at(size)
        words = _words(text, room, width)
        lines = _lines(words, room, width(" "))
        if len(lines) <= most:
            return Block(size, _balanced(words, room, width(" "), len(lines)))
    size, most = sizes[-1]
    width = width_at(size)
    lines = _lines(_words(text, room, width), room, width(" "))[:most]
    last = lines[-1]
    last = last[: bisect(range(1, len(last) + 1), room, key=lambda n: width(f"{last[:n]}…"))]
    return Block(size, (*lines[:-1], last.rstrip(" ,;:–—-(") + "…"))


def _words(text: str, room: float, width: Width) -> list[tuple[str, float]]:
    """Words with their widths; one wider than a line is cut into pieces that fit."""
    found = []
    for word in text.split():
        while width(word) > room and len(word) > 1:
            most = max(1, bisect(range(1, len(word)), room, key=lambda n: width(word[:n])))
            found.append((word[:most], width(word[:most])))
            word = word[most:]
        found.append((word, width(word)))
    return found


def _lines(words: Sequence[tuple[str, float]], room: float, space: float) -> list[str]:
    lines: list[str] = []
    left = 0.0
    for word, wide in words:
        if lines and wide + space <= left:
            lines[-1] += f" {word}"
            left -= wide + space
        else:
            lines.append(word)
            left = room - wide
    return lines


def _balanced(words: Sequence[tuple[str, float]], room: float, space: float, most: int) -> tuple[str, ...]:
    """In no more lines, but narrower: no last line of one word."""
    least, enough = max((wide for _, wide in words), default=0.0), room
    while enough - least > 4:
        middle = (least + enough) / 2
        if len(_lines(words, middle, space)) <= most:
            enough = middle
        else:
            least = middle
    return tuple(_lines(words, enough, space))
