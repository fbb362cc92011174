"""The parts of a heading line that need no judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AFFILIATIONS = re.compile(r"\s+·\s*")
_ET_AL = re.compile(r"[\s,]+et\s+al\.?\s*$")
_COMMA = re.compile(r",\s+|，\s*|、\s*")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?$|(?:II|III|IV)$|Ph\.?\s?D\.?$|M\.?D\.?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A heading line, taken apart. `body` is the title, glued to the authors."""

    body: str
    segments: tuple[tuple[int, int], ...]
    """Spans of `body` between commas. Every author but the first is one of the last of them."""
    et_al: bool
    affiliations: tuple[str, ...] = ()

    def text(self, number: int) -> str:
        start, end = self.segments[number]
        return self.body[start:end]


def parse(text: str) -> Line:
    """Take a heading line apart. Affiliations follow a middle dot with blanks around it; the last one counts."""
    text = " ".join(text.split())
    affiliations: tuple[str, ...] = ()
    dots = list(_AFFILIATIONS.finditer(text))
    if dots and dots[-1].start() > 0:
        affiliations = tuple(filter(None, map(str.strip, text[dots[-1].end() :].split(","))))
        text = text[: dots[-1].start()]
    et_al = _ET_AL.search(text[-20:])
    if et_al:
        text = text[: len(text) - len(et_al[0])]
    segments: list[tuple[int, int]] = []
    start = 0
    for comma in _COMMA.finditer(text):
        segments.append((start, comma.start()))
        start = comma.end()
    segments.append((start, len(text)))
    joined: list[tuple[int, int]] = []
    for begin, end in segments:
        if joined and _SUFFIX.match(text, begin, end):
            joined[-1] = (joined[-1][0], end)  # John Smith, Jr.
        else:
            joined.append((begin, end))
    if len(joined) > 1 and text.startswith("and ", joined[-1][0]):
        joined[-1] = (joined[-1][0] + 4, joined[-1][1])  # …, and Jane Doe
    return Line(text, tuple(joined), et_al is not None, affiliations)
