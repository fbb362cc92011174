r"""What TeX macros of text mean: accents, styles, letters, symbols. Most of it pylatexenc knows."""

from __future__ import annotations

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

# Letters that take each accent without braces. With a braced argument every letter does; where a name of letters needs
# a space (`Fran\c cois`) only these, so that `\d x` of some other language stays.
_TAKES = {
    "'": "aeiouyAEIOUYcnslzrkgpmwCNSLZRKGPMW", "`": "aeiouAEIOUnN", "^": "aeiouAEIOUcghjswyCGHJSWY",
    '"': "aeiouyAEIOUY",
    "~": "anoiuvyeANOIUVYE", "=": "aeiouAEIOU", ".": "zcgeZCGEI",
    "c": "cCsStT", "v": "cCsSzZrReEnNdDtTlL", "H": "oOuU", "u": "aAgGiI", "k": "aAeE", "r": "aAuU",
}  # fmt: skip
_BRACED = r"\s*\{\s*(?:[^\W\d_]|\\[ij])\s*\}"
ACCENT = (
    "|".join(
        rf"\\{re.escape(mark)}(?:{_BRACED}|\s*\\[ij](?![A-Za-z])|{' ' if mark.isalpha() else ''}[{letters}])"
        for mark, letters in _TAKES.items()
    )
    + rf"|\\[dbt]{_BRACED}"
)

STYLES = {
    "emph": "em", "textit": "em", "textsl": "em", "textbf": "strong", "texttt": "code", "underline": "em",
    "textsuperscript": "sup", "textsubscript": "sub",
    "textsc": "", "textrm": "", "textsf": "", "textnormal": "", "textup": "", "textmd": "", "text": "", "mbox": "",
    "ensuremath": "",
}  # fmt: skip
SWITCHES = {
    "em": "em", "it": "em", "itshape": "em", "sl": "em", "slshape": "em", "bf": "strong", "bfseries": "strong",
    "tt": "code", "ttfamily": "code", "rm": "", "sc": "", "scshape": "", "sf": "", "sffamily": "", "normalfont": "",
    "small": "", "large": "",
}  # fmt: skip
NOTES = frozenset({"footnote", "thanks"})
CITES = frozenset(
    {"cite", "citep", "citet", "citealp", "citealt", "citeauthor", "citeyear", "ref", "eqref", "cref", "autoref"}
)
NOTHING = frozenset({"xspace", "noindent", "newline", "linebreak", "par", "centering", "protect", "label"})
# `J\o rgensen`: the space ends the macro's name. After other symbols it is kept, since writers mean it.
_LETTER_NAMES = "ss o O l L ae AE oe OE aa AA i j dh DH th TH dj DJ ng NG"
LETTERS = frozenset(_LETTER_NAMES.split())
SPACES = {" ": " ", ",": "\u2009", ";": " ", ":": " ", "!": "", "/": "", "@": "", "-": ""}
# Those that pylatexenc does not know, or not as text.
_MORE = {
    "lq": "‘", "rq": "’", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "S": "§", "P": "¶", "copyright": "©",
    "pounds": "£", "dag": "†", "ddag": "‡", "textregistered": "®", "texttrademark": "™", "quad": " ", "qquad": " ",
    "epsilon": "ε", "phi": "φ", "slash": "/", "textasciitilde": "~", "textbackslash": "\\", "textunderscore": "_",
}  # fmt: skip
_DB = get_default_latex_context_db()


@lru_cache(maxsize=4096)
def unicode_of(tex: str) -> str:
    """A short, complete stretch of TeX (one accent, one symbol) as Unicode; as it stands where pylatexenc cannot
    read it."""
    try:
        return str(LatexNodes2Text().latex_to_text(tex)).strip() or tex
    except Exception:  # it raises IndexError and others on what it does not expect; the source is always a fair answer
        return tex


@lru_cache(maxsize=4096)
def symbol(name: str) -> str | None:
    r"""What the macro `\name` means if it stands for one piece of text: `alpha` → α. None: not such a macro."""
    if name in _MORE:
        return _MORE[name]
    spec = _DB.get_macro_spec(name)
    simple = getattr(spec, "simplify_repl", None)
    if not isinstance(simple, str) or not simple.strip() or re.search(r"%[s(]", simple):
        return None
    return simple.strip()


def is_known(name: str) -> bool:
    """Whether pylatexenc knows the macro; it drops those it does not."""
    return _DB.get_macro_spec(name) is not None
