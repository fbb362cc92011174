"""Source text as a reader sees it: inline HTML, and plain text for places that take no markup."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import nh3

from papershelf.text.clean import DISPLAY_LIMIT, one_line
from papershelf.text.escape import escape_markdown, guard_html
from papershelf.text.math import mathml, plain_math
from papershelf.text.tex import Piece, pieces
from papershelf.text.tokens import is_marked

TITLE_LIMIT = 1_000

# What may reach a page. MathML elements: MathML Core (https://www.w3.org/TR/mathml-core/), as far as latex2mathml
# writes them.
_TAGS = frozenset(
    [
        "a",
        "em",
        "strong",
        "code",
        "sup",
        "sub",
        "span",
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "ms",
        "mtext",
        "mspace",
        "msup",
        "msub",
        "msubsup",
        "mover",
        "munder",
        "munderover",
        "mfrac",
        "msqrt",
        "mroot",
        "mtable",
        "mtr",
        "mtd",
        "mstyle",
        "mpadded",
        "mphantom",
        "mmultiscripts",
        "mprescripts",
    ]
)
_ATTRIBUTES = {
    "a": {"href"},
    "math": {"display"},
    "mi": {"mathvariant"},
    "mo": {
        "stretchy",
        "fence",
        "form",
        "largeop",
        "movablelimits",
        "separator",
        "symmetric",
        "accent",
        "minsize",
        "maxsize",
        "lspace",
        "rspace",
    },
    "mspace": {"width"},
    "mfrac": {"linethickness"},
    "mover": {"accent"},
    "munder": {"accentunder"},
    "munderover": {"accent", "accentunder"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "mtd": {"columnspan", "rowspan"},
}
_VALUES = re.compile(
    r"true|false|normal|inline|block|prefix|infix|postfix|-?\d?(?:\.\d{1,4})?(?:em|ex|px|pt)?|[+-]?\d|\d{1,2}%|1\.\dem"
)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return value if is_web_address(value) else None
    if tag in ("a", "span"):
        return value
    return value if _VALUES.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(),
    attributes=_ATTRIBUTES,
    tag_attribute_values={"span": {"class": {"math", "math-source"}}},
    attribute_filter=_attribute,
    url_schemes={"http", "https"},
    link_rel="nofollow noopener",
)


def is_web_address(text: str) -> bool:
    """Whether `text` is an absolute http(s) address with a host, fit for a link."""
    if len(text) > 2_000 or re.search(r"[\s<>\"\\\x00-\x20]", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def to_html(source: str, limit: int = DISPLAY_LIMIT) -> str:
    r"""`source` as inline HTML for a Markdown file, in one line: TeX and math rendered, web addresses linked, all
    else as it stands. Beyond `limit` characters it ends in `…`."""
    text = one_line(source, limit)
    if not is_marked(text):
        return escape_markdown(text)
    return guard_html(_CLEANER.clean("".join(_html(piece) for piece in pieces(text))))


def _html(piece: Piece) -> str:
    if piece.kind == "open":
        return f"<{piece.text}>"
    if piece.kind == "close":
        return f"</{piece.text}>"
    if piece.kind == "math":
        found = mathml(piece.text)
        # The span keeps `<math>` from starting a line, where Markdown would take it for a block of its own.
        if found:
            return f'<span class="math">{found}</span>'
        return f'<span class="math-source">{html.escape(piece.source)}</span>'
    if piece.kind == "link" and is_web_address(piece.source):
        return f'<a href="{html.escape(piece.source)}">{html.escape(piece.text)}</a>'
    return html.escape(piece.text)


def to_plain(source: str, limit: int = DISPLAY_LIMIT) -> str:
    r"""`source` as one line of text: `$N$-player` → `N-player`, `\emph{all}` → `all`, `Malham\'e` → `Malhamé`. Not
    escaped for any target: it is data still."""
    text = one_line(source, limit)
    if not is_marked(text):
        return text
    return one_line("".join(_plain(piece) for piece in pieces(text)), limit + 1)


def _plain(piece: Piece) -> str:
    if piece.kind in ("open", "close"):
        return ""
    if piece.kind == "math":
        found = plain_math(piece.text)
        return piece.source if found is None else found
    if piece.kind == "link" and piece.text != piece.source and is_web_address(piece.source):
        return f"{piece.text} ({piece.source})"
    return piece.text


def readable_title(source: str) -> str:
    """A title as one line of text, at most 1,000 characters."""
    return to_plain(source, TITLE_LIMIT)
