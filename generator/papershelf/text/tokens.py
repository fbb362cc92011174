"""The parts of a source text that could be TeX or an address, found in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.text.macros import ACCENT

# Each alternative is bounded or stops at its own opener, so that no input makes the scan quadratic.
_TOKEN = re.compile(
    rf"""
    (?P<math>\$\$[^$]{{1,2000}}\$\$ | \$(?:[^$\\]|\\.){{1,2000}}+\$
           | \\\((?:[^\\]|\\[^()]){{1,2000}}+\\\) | \\\[(?:[^\\]|\\[^\[\]]){{1,2000}}+\\\])
  | (?P<apostrophe>(?<=[A-Za-z])\\'(?=(?:s|t|re|ve|ll|d|m)\b))
  | (?P<accent>\{{\s*(?:{ACCENT.replace(" ", "[ ]")})\s*\}} | {ACCENT.replace(" ", "[ ]")})
  | (?P<url>(?<![A-Za-z0-9])(?i:https?)://(?:[^\s<>"{{}}|\\^`$]|\\[_%\#&~])+)
  | (?P<quote>\\")
  | (?P<macro>\\[A-Za-z]+)
  | (?P<symbol>\\[%&_\#${{}} ,;:!/@\-\\])
  | (?P<open>\{{) | (?P<close>\}})
  | (?P<left>``) | (?P<right>'')
  | (?P<tie>~) | (?P<dash>---?(?!-))
  | (?P<dollar>\$)
    """,
    re.VERBOSE | re.DOTALL,
)
# Where a token can start: found many times faster than by trying all of them everywhere.
_CANDIDATE = re.compile(r"[\\${}`~]|''|--|[hH](?=[tT][tT][pP])")


def is_marked(source: str) -> bool:
    """Whether anything in `source` could be TeX or an address; most text is plain, and this is the fast way to see
    it (written out, it takes a quarter of the time of a loop)."""
    return (
        "\\" in source
        or "$" in source
        or "{" in source
        or "~" in source
        or "`" in source
        or "--" in source
        or "''" in source
        or "://" in source
    )


def tokens(source: str) -> Iterator[re.Match[str]]:
    """The tokens, in order; the name of the group that matched is the kind."""
    position = 0
    while candidate := _CANDIDATE.search(source, position):
        position = candidate.start() + 1
        m = _TOKEN.match(source, candidate.start())
        if m is None:
            continue
        position = m.end()
        price = m[0][:1] == "$" and m[0][1:2].isdigit() and source[position : position + 1].isdigit()  # "$5-$10"
        if m.lastgroup == "math" and (price or not is_math(m[0])):
            # A price, a variable of a shell: the dollar is a dollar, and what follows is read anew up to the next one.
            position = m.start() + 1
            continue
        yield m


def tex_of(delimited: str) -> str:
    """The TeX between `$…$`, `$$…$$`, `\\(…\\)` or `\\[…\\]`."""
    n = 2 if delimited.startswith(("$$", "\\")) else 1
    return delimited[n:-n].strip()


def is_math(delimited: str) -> bool:
    """Whether `$…$` is math and not two prices: "between $5 and $10", "the US$ and the A$"."""
    inner = delimited[1:-1]
    if not delimited.startswith("$") or delimited.startswith("$$"):
        return bool(tex_of(delimited))
    if not inner.strip():
        return False
    if re.match(r"\d[\d.,]*\s*[A-Za-z]*[ ,]\s*[A-Za-z(]", inner):  # "$10, US$"
        return False
    telling = re.search(r"[\\^_=<>]", inner) is not None
    if not telling and inner != inner.strip():
        return False
    prose = re.sub(r"\\[A-Za-z]+\s*(?:\{[^{}]*\})?", "", inner)
    return len(re.findall(r"(?<![^\W\d_])[^\W\d_]{3,}(?=\s)|(?<=\s)[^\W\d_]{3,}(?![^\W\d_])", prose)) < (
        4 if telling else 1
    )
