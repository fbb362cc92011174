r"""Source text as TeX, for fields of BibTeX.

Text is escaped; math stays math where it is math that LaTeX itself can set (`$\alpha$`), since a Greek letter in
Unicode stops pdfLaTeX. Other letters are Unicode: https://www.latex-project.org/news/latex2e-news/ltnews28.pdf (2018).
"""

from __future__ import annotations

import re
from functools import lru_cache

from papershelf import text
from papershelf.text.math import mathml
from papershelf.text.tex import pieces

LONGEST = 2_000  # characters of a field: enough for any real one
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": "$<$", ">": "$>$", "|": "$|$",
}  # fmt: skip
"""The last three are other letters in the fonts that LaTeX begins with."""
_TRANSLATION = str.maketrans(_SPECIAL)
_BRACES = str.maketrans(_SPECIAL | {"{": r"\{\vphantom{\}}", "}": r"\vphantom{\{}\}"})
"""Each brace with an unseen partner, for a text in which they do not pair."""
# Macros of math that need no package but amssymb, and neither define nor read anything.
_MACROS = """
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma
varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell infty
partial nabla hbar forall exists in notin subset subseteq cup cap emptyset times cdot pm mp div ast star circ bullet
oplus otimes le leq ge geq ne neq approx sim simeq equiv propto ll gg to rightarrow leftarrow Rightarrow mapsto mid
parallel perp sum prod int sqrt frac log ln exp sin cos tan min max sup inf lim arg det dim ker deg Pr mathbb mathcal
mathbf mathrm mathit mathsf mathfrak hat bar tilde vec dot widehat widetilde overline left right ldots dots cdots prime
dagger langle rangle lVert rVert Vert vert lfloor rfloor lceil rceil
"""
_KNOWN = frozenset([*_MACROS.split(), ",", ";", "!", ":", " ", "|"])
_MACRO = re.compile(r"\\([A-Za-z]+|.)", re.S)


def tex(source: str) -> str:
    """`source` as TeX on one line: text escaped, math kept."""
    found = []
    for piece in pieces(text.one_line(source, LONGEST)):
        if piece.kind == "math":
            found.append(f"${piece.text}$" if is_plain_math(piece.text) else _escape(text.to_plain(piece.source)))
        elif piece.kind in ("text", "link"):
            found.append(_escape(piece.text))
    return " ".join("".join(found).split())


def escape(plain: str) -> str:
    """`plain` as TeX text, on one line; nothing in it is read as TeX."""
    return _escape(text.one_line(plain, LONGEST))


def _escape(plain: str) -> str:
    return plain.translate(_TRANSLATION if _balanced(plain) else _BRACES)


def _balanced(plain: str) -> bool:
    """Whether every brace has its other: BibTeX counts them, whatever stands before."""
    depth = 0
    for brace in re.findall(r"[{}]", plain):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def verbatim(value: str) -> str:
    """An id or address, which TeX gets as it is (biblatex: "verbatim fields"); what would end the field is
    percent-encoded, as an address allows."""
    return re.sub(r"[\\{}\s]", lambda m: f"%{ord(m[0]):02X}", text.one_line(value, LONGEST))


@lru_cache(maxsize=4096)
def is_plain_math(math: str) -> bool:
    """Whether LaTeX without packages can set it, and it can do nothing else."""
    if re.search(r"(?<!\\)[$%#&~]", math) or not math.isascii():
        return False
    if not all(name in _KNOWN for name in _MACRO.findall(math)):
        return False
    return mathml(math) is not None
