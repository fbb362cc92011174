"""TeX math to MathML (latex2mathml) and to a line of Unicode (pylatexenc). None: it cannot be read, show its source."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from xml.etree.ElementTree import Element, tostring

from pylatexenc.latex2text import LatexNodes2Text

from papershelf.text.macros import is_known, symbol

_LONGEST = 1_000
_DEEPEST = 20
# Macros defined in an abstract could define each other a million times over; references and files have no place in it.
_REFUSED = re.compile(
    r"\\(?:re|provide)?newcommand|\\[egx]?def(?![A-Za-z])|\\let(?![A-Za-z])|\\(?:input|include|href|url)(?![A-Za-z])"
)
_FONTS = {
    "bold": "BOLD", "italic": "ITALIC", "bold-italic": "BOLD ITALIC", "script": "SCRIPT", "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR", "double-struck": "DOUBLE-STRUCK", "sans-serif": "SANS-SERIF", "monospace": "MONOSPACE",
}  # fmt: skip
_GREEK = {
    "GREEK SMALL LETTER": "SMALL",
    "GREEK CAPITAL LETTER": "CAPITAL",
    "LATIN SMALL LETTER": "SMALL",
    "LATIN CAPITAL LETTER": "CAPITAL",
}


def _readable(tex: str) -> bool:
    depth = deepest = 0
    for brace in re.findall(r"\\.|[{}]", tex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        deepest = max(deepest, depth)
        if depth < 0:
            return False
    return depth == 0 and deepest <= _DEEPEST and len(tex) <= _LONGEST and not _REFUSED.search(tex)


def _percent(tex: str) -> str:
    return re.sub(r"(?<!\\)%", r"\\%", tex)  # never a comment: nothing may be swallowed


@lru_cache(maxsize=8192)
def mathml(tex: str) -> str | None:
    """`<math>…</math>` for a sanitiser (the library passes addresses and styles of the source on)."""
    if not _readable(tex):
        return None
    from latex2mathml.converter import Converter  # 30 ms, for pages only

    try:
        element = Converter().convert_to_element(_percent(tex))
    except Exception:  # it raises its own errors, ValueError, IndexError, RecursionError on input it does not expect
        return None
    if any(child.tag == "mi" and (child.text or "").startswith("\\") for child in element.iter()):
        return None  # a macro unknown to it stands there by its name: the whole source reads better
    element.attrib.pop("xmlns", None)
    for child in element.iter():
        _set_font(child)
        _space_functions(child)
    # The library puts references (`&#x02113;`) into text that the serialiser then escapes; everything else stays
    # escaped.
    return re.sub(r"&amp;(#x[0-9A-Fa-f]{2,6};)", r"&\1", tostring(element, encoding="unicode"))


def _set_font(element: Element) -> None:
    """Browsers know no `mathvariant` but `normal` (MathML Core): bold, script, … letters are characters of their
    own."""
    variant = element.get("mathvariant")
    if element.tag not in ("mi", "mn") or variant not in _FONTS:
        return
    char = re.sub(r"&#x([0-9A-Fa-f]{2,6});", lambda m: chr(int(m[1], 16)), element.text or "")
    if len(char) == 1:
        for prefix, case in _GREEK.items():
            name = unicodedata.name(char, "")
            if name.startswith(prefix):
                try:
                    element.text = unicodedata.lookup(
                        f"MATHEMATICAL {_FONTS[variant]} {case} {name.removeprefix(prefix).strip()}"
                    )
                except KeyError:
                    return
                del element.attrib["mathvariant"]
                return


def _space_functions(row: Element) -> None:
    """`n log n`: TeX puts a thin space around the name of a function, browsers don't."""
    children = list(row)
    for i in range(len(children) - 1, 0, -1):
        before, after = children[i - 1], children[i]
        named = [(element.text or "") in _WORDS and element.tag in ("mi", "mo") for element in (before, after)]
        if (
            any(named)
            and "mo" not in {e.tag for e, is_name in zip((before, after), named, strict=True) if not is_name}
            and row.tag == "mrow"
        ):
            row.insert(i, Element("mspace", {"width": "0.167em"}))


_SUPERSCRIPTS = dict(
    zip("0123456789+-=()abcdefghijklmnoprstuvwxyz−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁻", strict=True)
)
_SUBSCRIPTS = dict(zip("0123456789+-=()aehijklmnoprstuvx−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋", strict=True))
_SIMPLE = re.compile(r"[A-Za-z0-9 ,.+=()<>/|!?:;\[\]-]*")
_FUNCTIONS = """
log exp min max sup inf lim sin cos tan arg argmax argmin det dim ker deg gcd Pr ln lg sinh cosh tanh limsup liminf
"""
_WORDS = frozenset(_FUNCTIONS.split())
_RELATIONS = {
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "sim": "~", "|": "‖", "Vert": "‖",
    "lVert": "‖", "rVert": "‖", "mid": "|", "ast": "*", "star": "*", "colon": ":", "coloneqq": "≔", "lesssim": "≲",
    "gtrsim": "≳", "top": "⊤", "intercal": "⊤", "left": "", "right": "", "big": "", "Big": "", "bigl": "",
    "bigr": "", "displaystyle": "", "limits": "", "rm": "", "bf": "", "it": "", "cal": "", "epsilon": "ε",
    "varphi": "φ", "bmod": "mod",  "%": "%", "&": "&", "#": "#", "_": "_", "$": "$",
    ",": " ", ";": " ", ":": " ", "!": "", " ": " ",
}  # fmt: skip
_NAME = re.compile(r"\\([A-Za-z]+|[|%&#_$,;:! ])")
_SCRIPT = re.compile(r"([_^])\s*(?:\{([^{}]{0,12})\}|([^\s{}\\_^(]))")
_MACRO = re.compile(r"\\([A-Za-z]+)")
_TEXT = re.compile(
    r"\\(?:text[a-z]*|math(?:rm|sf|tt|it|up|normal)|mbox|operatorname\*?|emph|boldsymbol|bm)\s*\{([^{}\\]*)\}"
)


@lru_cache(maxsize=8192)
def plain_math(tex: str) -> str | None:
    r"""`N` for `N`, `ℓ₁` for `\ell_1`, `x²` for `x^2`, `O(n log n)` for `\mathcal{O}(n\log n)`; what has no
    character stays as `^(n+k)`."""
    if _SIMPLE.fullmatch(tex):
        return " ".join(tex.split())
    if not _readable(tex):
        return None
    text = _TEXT.sub(r"\1", tex.replace("~", " "))
    text = text.replace("\\wide", "\\")  # \widetilde, \widehat
    text = re.sub(r"\\(?:mathcal|mathscr)\s*\{?([A-Z])\}?", r"\1", text)
    text = _NAME.sub(_named, text)
    for _ in range(3):  # nested: x_{t_{k}}
        text = _SCRIPT.sub(_script, text)
    if any(not is_known(name) for name in _MACRO.findall(text)):
        return None
    if "\\" in text or "{" in text:
        try:
            text = str(
                LatexNodes2Text(math_mode="text").latex_to_text(_percent(text).replace("&", r"\&").replace("#", r"\#"))
            )
        except Exception:  # as in tex._unicode
            return None
    # Bold and script letters of the mathematical alphabets are letters to a reader, and to a search.
    text = re.sub("[\U0001d400-\U0001d7ff]", lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _named(m: re.Match[str]) -> str:
    name = m[1]
    if name in _WORDS:
        before = m.string[m.start() - 1 : m.start()]
        after = m.string[m.end() : m.end() + 1]
        return (
            (" " if before.isalnum() or before == ")" else "")
            + name
            + (" " if after.isalnum() or after == "\\" else "")
        )
    found = _RELATIONS.get(name)
    if found is None:
        found = symbol(name)
    return m[0] if found is None else found


def _script(m: re.Match[str]) -> str:
    table = _SUPERSCRIPTS if m[1] == "^" else _SUBSCRIPTS
    content = (m[2] if m[2] is not None else m[3]).strip()
    if m[1] == "^" and content in ("*", "'", "°", "∘"):
        return content.replace("∘", "°")
    if content and all(c in table for c in content):
        return "".join(table[c] for c in content)
    return m[1] + (content if len(content) == 1 or content.isalnum() else f"({content})") if content else ""
