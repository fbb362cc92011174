"""Whether two texts were written after one pattern: word for word alike, but for words put in the place of others.

Authors who revise a paper insert, delete and rephrase. Who writes the next paper of a kind swaps what it is about: the
energy, the bound, the object, the edition. So the changes are counted by kind, on the words of the normalised texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from papershelf.dedupe import signs

LONGEST = 8
"""Words of a longer change are a sentence written anew, not one thing in another's place."""
SPELLING = 80
"""Changes this much alike, word breaks aside, are spellings or forms of one word: agent's and agents, finetuned."""

_COUNTS = frozenset(
    re.findall(
        r"\w+",
        "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth "
        "seventh eighth ninth tenth eleventh twelfth ",
    )
)
# What authors polish: of these one may stand for another in any text.
_STYLE = frozenset(
    re.findall(
        r"\w+",
        "achieve achieves address allow allows another any big consider considerable consists demonstrate "
        "demonstrated demonstrates despite develop different effective empirical employ employed employs enable "
        "enables enhance enhanced enhances establish evaluate examine exhibit exhibits experiments explore "
        "extend extensive find finding findings furthermore good great help helps here important improve "
        "improved improves instead introduce introduced introduces investigate known leads leverage many "
        "moreover most much multiple need needs novel obtain obtained outperform outperforms perform previous "
        "prior produce prove provide provides recent remarkable reveal reveals several "
        "significant similar study substantial suggest superior surpass surpasses tackle therefore thus utilise "
        "utilize variety various yet yield yields ",
    )
)


def is_template(x: str, y: str) -> bool:
    """Whether two normalised texts differ by swapped words more than by anything that a revision does.

    A swapped number counts twice: other results come with other words around them.
    """
    swaps = revisions = 0
    for old, new in _changes(x.split(), y.split()):
        if _one_spelling(old, new):
            continue
        weight = _swap(old, new)
        swaps += weight
        revisions += not weight
    return swaps > 0 and revisions <= swaps


def _changes(x: Sequence[str], y: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """What stands in `x` and what in its place in `y`; changes with nothing but a stop word or two between are one."""
    codes: dict[str, int] = {}
    coded = [[codes.setdefault(word, len(codes)) for word in text] for text in (x, y)]
    spans: list[list[int]] = []
    for code in Levenshtein.opcodes(*coded):
        if code.tag == "equal":
            continue
        between = x[spans[-1][1] : code.src_start] if spans else ()
        if spans and len(between) <= 2 and not signs.content(" ".join(between)):
            spans[-1][1], spans[-1][3] = code.src_end, code.dest_end
        else:
            spans.append([code.src_start, code.src_end, code.dest_start, code.dest_end])
    return [(list(x[i:j]), list(y[k:m])) for i, j, k, m in spans]


def _one_spelling(old: Sequence[str], new: Sequence[str]) -> bool:
    a, b = "".join(old), "".join(new)
    if a == b:
        return True
    counted = any(c.isdigit() for c in a + b) or _COUNTS & {*old, *new}
    # What one adds before a word changes its sense: unsupervised, nonlinear.
    beginning = not a.endswith(b) and not b.endswith(a)
    return not counted and beginning and bool(a and b) and a[0] == b[0] and fuzz.ratio(a, b) >= SPELLING


def _swap(old: Sequence[str], new: Sequence[str]) -> int:
    """2 for a number in the place of a number, 1 for another content word in the place of one, 0 for a revision."""
    if not old or not new or max(len(old), len(new)) > LONGEST:
        return 0
    if _numbers(old) - _numbers(new) and _numbers(new) - _numbers(old):
        return 2
    mine, theirs = _told(old), _told(new)
    return int(bool(signs.strange(mine, theirs) and signs.strange(theirs, mine)))


def _numbers(words: Sequence[str]) -> set[str]:
    return {word for word in words if word in _COUNTS or word[0].isdigit()} - {"one"}


def _told(words: Sequence[str]) -> frozenset[str]:
    found = signs.content(" ".join(words)) - _STYLE
    return frozenset(word for word in found if not word.endswith("ly"))
