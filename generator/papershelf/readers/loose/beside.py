"""What stands beside an abstract and tells whose it is: ids, addresses and days, in any form and any brackets.

    [2401.12345]   arXiv:2401.12345v2 [cs.CL] 2024-01-02   https://doi.org/10.5555/abc   (submitted 2 Jan 2024)

A line is such a mark if it holds nothing else; within the line of an abstract it stands at the very beginning or end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from papershelf import identifiers
from papershelf.readers import dates
from papershelf.readers.entry.dates import day_of
from papershelf.readers.pointers import Pointer, pointer
from papershelf.readers.prose import ends_sentence

LONGEST = 400
"""Characters of a line of marks."""
_MOST = 8
"""Marks at one end of a text."""
_LINK = re.compile(r"\[([^\[\]]{0,100})\]\(<?([^()\s]{4,300})>?\)")
_NUMERIC = r"(?:19|20)[0-9]{2}[-/.](?:0[1-9]|1[0-2])[-/.][0-3][0-9](?:T[0-9:.]{4,15}Z?)?"
_IN_WORDS = (
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s{dates.MONTH}\.?,?\s(?:19|20)[0-9]{{2}}"
    rf"|{dates.MONTH}\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{{2}}"
)
_DATE = re.compile(rf"(?<![\w/.-])(?:{_NUMERIC}|{_IN_WORDS})(?![\w/-])", re.A)
_LATER = re.compile(r"\b(?:updated|revised|modified|last)\W*(?:on|at)?\W*\Z", re.I)
_VERSION = re.compile(r"v[0-9]{1,2}", re.A)
_BRACKETING = "()[]<>*_`'\"“”.,"
_AROUND = "()[]{}<>*_`'\"“”—–-:.#"
_SPACES = re.compile(r"[\s,;|·•]+")
_WORDS = frozenset(
    re.findall(
        r"\w+",
        "abs abstract announced arxiv at by created date day doi eprint first from html id in last link modified on "
        "online openreview other page paper pdf posted preprint primary published pubmed pmid read revised see source "
        "subject subjects submitted the to updated url version via",
    )
)
"""Words around ids and days that say nothing themselves."""
_BRACKETS = re.compile(r"(?:\*\*|__)?[\[(][^\[\]()]{2,300}[\])](?:\*\*|__)?(?!\()")
_BOLD = re.compile(r"(\*\*|__|\*|`)(?=\S)[^*_`]{4,200}\1")
_LED = re.compile(r"(?:arXiv|doi|id)[:\s]\s?\S+", re.I)
_WORD = re.compile(r"\S+")
_BETWEEN = " \t:|.,;—–-"
_BRACKETS_BEHIND = re.compile(r"[\[(]((?:[^\[\]()]|\[[^\[\]()]{0,100}\]\([^()\s]{4,300}\)){1,300})[\])][\s.]*\Z")
_BREAK = re.compile(r"(?:\s[—–-]{1,2}|[.!?][\"”')]?)\s+(?=\S)")


@dataclass(slots=True)
class Beside:
    """The marks of one abstract."""

    pointers: list[Pointer] = field(default_factory=list)
    created: date | None = None
    updated: date | None = None
    category: str = ""
    version: str = ""

    def __bool__(self) -> bool:
        """Whether it tells which paper it is."""
        return bool(self.pointers or self.created or self.updated)

    def take(self, other: Beside) -> None:
        """Add what `other` states; what stands here already holds."""
        self.pointers += other.pointers
        self.created = self.created or other.created
        self.updated = self.updated or other.updated
        self.category = self.category or other.category
        self.version = self.version or other.version

    @property
    def is_of_two(self) -> bool:
        """It names two papers of one kind of id."""
        return len({each.arxiv.partition("v")[0] for each in self.pointers if each.arxiv}) > 1


def whole(text: str) -> Beside | None:
    """The marks that a text consists of; None where it says anything else, or nothing."""
    return _said(text) or None


def _said(text: str) -> Beside | None:
    """What a text says if it is of words for marks only: perhaps nothing; None where it says anything else."""
    if len(text) > LONGEST:
        return None
    found = Beside()
    text = _LINK.sub(r"\1 \2", text)
    for m in _DATE.finditer(text):
        day = day_of(m[0])
        if day is None:
            return None
        if found.created or _LATER.search(text, max(0, m.start() - 40), m.start()):
            found.updated = found.updated or day
        else:
            found.created = day
    for word in _SPACES.split(_DATE.sub(" ", text)):
        bare = word.strip(_AROUND)
        if not bare or bare.lower() in _WORDS:
            continue
        if what := pointer(word.strip(_BRACKETING)) or pointer(bare):
            found.pointers.append(what)
        elif _VERSION.fullmatch(bare):
            found.version = bare
        elif ("." in bare or bare.isupper()) and identifiers.category(bare)[0]:
            found.category = found.category or bare
        else:
            return None
    return found


def front(text: str) -> tuple[Beside, str]:
    """The marks at the beginning of a text, and the rest of it."""
    found, rest = Beside(), text
    for _ in range(_MOST):
        if not (mark := _first(rest, behind_another=bool(found))):
            break
        found.take(mark[0])
        rest = rest[mark[1] :].lstrip(_BETWEEN)
    return found, rest


def _first(text: str, behind_another: bool) -> tuple[Beside, int] | None:
    """The mark that a text begins with, and where it ends."""
    for pattern in (_BRACKETS, _BOLD, _DATE, _LED, _WORD):
        piece = pattern.match(text)
        said = _said(piece[0].rstrip(":")) if piece else None
        if piece and said is not None and (said or (behind_another and pattern is _BRACKETS)):  # [cs.CL], (v2)
            return said, piece.end()
    return None


def back(text: str) -> tuple[Beside, str]:
    """The marks at the end of a text, behind its last sentence, and what stands before them."""
    found, rest = Beside(), text.rstrip()
    for _ in range(_MOST):
        tail = max(0, len(rest) - LONGEST)
        starts = [m.start(1) for m in (_BRACKETS_BEHIND.search(rest, tail),) if m]
        starts += [m.end() for m in _BREAK.finditer(rest, tail)]
        for start in starts:
            before, last = rest[:start].rstrip(" [(—–-"), rest[start:]
            said = whole(last)
            # A mention, `as shown in (arXiv:2401.12345)`, is no link and has no day.
            if said and (ends_sentence(before) or said.created or "](" in last):
                break
        else:
            break
        found.take(said)
        rest = before
    return found, rest
