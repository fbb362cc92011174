"""What changed between two texts, on words."""

from __future__ import annotations

from difflib import SequenceMatcher

from papershelf.text.clean import one_line
from papershelf.text.escape import escape_markdown
from papershelf.text.show import to_plain

_WORDS_LIMIT = 2_000
"""Longer texts are shown as one deletion and one insertion: the comparison is quadratic."""
_ISLAND = 3
"""Fewer unchanged words than this between two changes read better as part of the change."""
_NEW, _SHOWN = 14, 4
"""Of more new words than that so many are shown at either end: the new text stands whole beside the comparison."""


def word_diff(old: str, new: str) -> str:
    """The old version of a source text, and what the new one has in its place, as one line of inline HTML for a
    Markdown file: `<del>` and `<ins>` mark what differs."""
    a, b = to_plain(old).split(), to_plain(new).split()
    if a == b:
        return _escape(a)
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last] == b[-1 - last]:
        last += 1
    middle_a, middle_b = a[first : len(a) - last], b[first : len(b) - last]
    parts = [_escape(a[:first])]
    for left, right in _changes(middle_a, middle_b):
        if left == right:
            parts.append(_escape(left))
        else:
            parts.append(f"<del>{_escape(left)}</del>" if left else "")
            shown = [*right[:_SHOWN], "…", *right[-_SHOWN:]] if len(right) > _NEW else right
            parts.append(f"<ins>{_escape(shown)}</ins>" if right else "")
    parts.append(_escape(a[len(a) - last :]))
    return " ".join(part for part in parts if part)


def _changes(a: list[str], b: list[str]) -> list[tuple[list[str], list[str]]]:
    """Pairs of stretches, equal ones and changed ones in turn."""
    if len(a) + len(b) > 2 * _WORDS_LIMIT:
        return [(a, b)]
    # autojunk bounds the work on texts of few different words; frequent words still belong to the stretches around
    # them.
    found: list[tuple[bool, list[str], list[str]]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=len(a) + len(b) > 600).get_opcodes():
        equal = tag == "equal"
        island = equal and a2 - a1 < _ISLAND and a1 > 0 and a2 < len(a)
        if found and not found[-1][0] and (island or not equal):
            found[-1] = (False, found[-1][1] + a[a1:a2], found[-1][2] + b[b1:b2])
        else:
            found.append((equal and not island, a[a1:a2], b[b1:b2]))
    return [(left, right) for _, left, right in found]


def _escape(words: list[str]) -> str:
    return escape_markdown(one_line(" ".join(words)))
