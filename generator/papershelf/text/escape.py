"""One escaper for each target, each a law: what comes out is read as text there, and looks like what went in."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from papershelf.text.clean import DISPLAY_LIMIT, clean

# Python-Markdown and the pymdownx extensions, by what each would otherwise read as markup:
#   \ ` * _ [ ] { } ~ ^ $ | @ # < > & "
# wherever they stand (escapes, code, emphasis, links, footnotes, attributes, Jinja, strike, super- and subscript, math,
# tables, mentions, issue numbers, HTML); as hexadecimal references, since magiclink takes `#` and decimal digits for
# the number of an issue.
_BY_CHARACTER = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"} | {
    c: f"&#x{ord(c):x};" for c in "\\`*_[]{}~^$|@#"
}
_ALWAYS = re.compile(f"[{re.escape(''.join(_BY_CHARACTER))}]")
# And only next to certain others; every alternative starts with the character itself, which makes the search fast:
_SIGNS = (
    r":(?=\S)"  # :emoji:, https://
    r"|\+(?:(?=[+/])|(?<=\+\+))"  # ++keys++, +/-
    r"|=(?:(?=[=/])|(?<===))"  # ==mark==, =/=
    r"|/(?=-|=|\d|o(?![^\W_]))"  # +/-, =/=, 1/2, c/o
    r"|\((?=[cCrR]\)|[tT][mM]\))"  # (c), (r), (tm)
    r"|\.(?<=[wW]{3}\.)"  # www.
)
_CONTEXT = re.compile(_SIGNS)
_CONTEXT_WITH_ORDINALS = re.compile(_SIGNS + r"|[snrt](?=[tdh](?![^\W_]))(?<=\d.)")  # 1st, 2nd, 3rd, 4th
_ORDINAL = re.compile(r"\d[snrt][tdh]")  # seldom there, and every fourth letter is one of those
# No rule asks for these, wherever they stand behind a letter: most names, many titles.
_HARMLESS = re.compile(r"[A-Za-z][A-Za-z ,'-]*")
# At the start of a block: lists (also `a.` and `iv)`), definitions, admonitions, details, tabs, generic blocks,
# includes.
_FIRST = re.compile(r"\s*(?:([-+:=!?;/])|(\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})([.)])(?=\s|$))")
_TAG = re.compile(r"""<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+="[^"]*")*)\s*(/?)>""")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)="([^"]*)\"""")
_PLAIN_ATTRIBUTE = re.compile(r"[A-Za-z0-9 .%/?=-]")
# A key that YAML reads as text without quotes (`no` and `null` are values there).
_PLAIN_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[A-Za-z][A-Za-z0-9_-]*\Z", re.I)


def escape_html(text: str) -> str:
    """`text` for HTML, between tags or in a quoted attribute."""
    return html.escape(clean(text), quote=True)


def escape_markdown(plain: str) -> str:
    """`plain` for a paragraph, heading, list item or table cell of a Markdown file: shown as it is, in one line."""
    if _HARMLESS.fullmatch(plain) and "  " not in plain and len(plain) <= DISPLAY_LIMIT:
        return plain
    return _escape(_spaced(clean(plain)))


def _spaced(text: str) -> str:
    """Every run of white space as one space, also at the ends."""
    if "  " not in text and text.isprintable():
        return text  # of all white space only the space is printable
    inner = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _reference(text: str) -> str:
    return "".join(f"&#x{ord(c):x};" for c in text)


def _escape(text: str) -> str:
    # The context rules look at neighbours, so they come before neighbours turn into references; `\x00` (never in
    # cleaned text) keeps their place.
    context = _CONTEXT_WITH_ORDINALS if _ORDINAL.search(text) else _CONTEXT
    marked = context.sub("\x00\\g<0>", text)
    out = _ALWAYS.sub(lambda m: _BY_CHARACTER[m[0]], marked)
    if len(marked) != len(text):
        out = re.sub("\x00(.)", lambda m: _reference(m[1]), out)
    first = _FIRST.match(out)
    if first:
        mark = 1 if first[1] else 3
        out = out[: first.start(mark)] + _reference(first[mark]) + out[first.end(mark) :]
    return out


def guard_html(fragment: str) -> str:
    """`fragment` (HTML as a sanitiser writes it: closed tags, quoted attributes) for a Markdown file: the same HTML,
    in which no text and no attribute can be read as Markdown. In one line: a `<pre>` keeps its own as references."""
    out: list[str] = []
    position, kept = 0, False
    for m in _TAG.finditer(fragment):
        text = html.unescape(fragment[position : m.start()])
        out.append(_escape(text).replace("\n", "&#xa;") if kept else _escape(_spaced(text)))
        kept = m[1] == "pre" or (kept and m[1] != "/pre")
        attributes = "".join(
            f' {name}="{"".join(c if _PLAIN_ATTRIBUTE.match(c) else _reference(c) for c in html.unescape(value))}"'
            for name, value in _ATTRIBUTE.findall(m[2])
        )
        out.append(f"<{m[1]}{attributes}{m[3]}>")
        position = m.end()
    out.append(_escape(_spaced(html.unescape(fragment[position:]))))
    return "".join(out)


def front_matter(mapping: Mapping[str, Any]) -> str:
    """`mapping` as the front matter of a page, fences included. Values are written as JSON, which is YAML: one line
    each, so that no text in them can end the block."""
    lines = [f"{key if _PLAIN_KEY.match(key) else _json(key)}: {_json(value)}\n" for key, value in mapping.items()]
    return "---\n" + "".join(lines) + "---\n"


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)  # `json.dumps` makes one for each value


def _json(value: Any) -> str:
    text = _ENCODER.encode(_data(value))
    if text.isascii() and "\x7f" not in text:
        return text
    # YAML folds at these line breaks where JSON does not, and refuses the others.
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)


def _data(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(_data(key)): _data(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_data(item) for item in value]
    return value
