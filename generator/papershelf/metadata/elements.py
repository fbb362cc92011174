"""Elements of a <head>, each value escaped once, for where it stands."""

from __future__ import annotations

import json
from typing import Any

from papershelf import text

# In a script a parser looks for these only (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements);
# JSON may write any character as an escape.
_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def named(name: str, content: str) -> str:
    """`<meta name="citation_title" content="…">`"""
    return f'<meta name="{name}" content="{text.escape_html(content)}">'


def property_(name: str, content: str) -> str:
    """`<meta property="og:image" content="…">`"""
    return f'<meta property="{name}" content="{text.escape_html(content)}">'


def link(rel: str, href: str, type_: str = "", title: str = "") -> str:
    """`<link rel="item" href="…" type="application/pdf">`"""
    more = f' type="{type_}"' if type_ else ""
    more += f' title="{text.escape_html(title)}"' if title else ""
    return f'<link rel="{rel}" href="{text.escape_html(href)}"{more}>'


def linked_data(data: Any) -> str:
    """JSON-LD: nothing in it can end the script, or make a comment of what follows."""
    made = _ENCODE(data)
    for character, escape in _IN_SCRIPT.items():  # `translate` would take longer than all the rest
        made = made.replace(character, escape)
    return f'<script type="application/ld+json">{made}</script>'
