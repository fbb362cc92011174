"""The little markup that databases leave in titles and abstracts: HTML, JATS and MathML tags, character references.

Only what can be nothing else is taken out: `a < b` and `x <y> z` stay. JATS: https://jats.nlm.nih.gov/, as in the
abstracts of Crossref.
"""

from __future__ import annotations

import html
import re

_NAMES = (
    r"(?:jats|mml):[a-z-]+|i|b|u|em|strong|sub|sup|inf|small|tt|sc|scp|span|bold|italic|monospace|a|br|p|div|li|ul|ol"
    r"|h[1-6]|title|sec|abstract|inline-formula|alternatives|tex-math"
)
_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*"
_TAG = re.compile(rf"<(/?)({_NAMES}){_ATTRIBUTES}\s*/?>", re.I)
_BETWEEN_WORDS = "br p div li ul ol h1 h2 h3 h4 h5 h6 title sec jats:p jats:title jats:sec jats:list jats:list-item"
_PARTS = frozenset(_BETWEEN_WORDS.split())
"""Tags that stand between words; all others stand within."""
_HEADING = re.compile(r"\s*<jats:title>\s*(?:abstract|summary)\s*</jats:title>", re.I)
_COMMENT = re.compile(r"<!--[^<>]*-->|<!\[CDATA\[|\]\]>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_SAID_TWICE = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7});")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_PARAGRAPH = re.compile(r"<(?:jats:)?p(?:\s[^<>]{0,100})?>", re.I)


def plain(text: str) -> str:
    """One line of text, without HTML tags and character references."""
    if "<" in text:
        text = _without_tags(text)
    if "&" in text:
        text = spelled_out(text)
        if "&" in text and _SAID_TWICE.search(text):  # &amp;lt;
            text = _REFERENCE.sub(_character, text)
        if "<" in text and _has_a_pair(text):  # &lt;i&gt;Salmo&lt;/i&gt;
            text = _without_tags(text)
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """As `plain`, but paragraphs stay apart, with a blank line between."""
    if "<" in text:
        text = _PARAGRAPH.sub("\n\n", _HEADING.sub("", text))
    if "\n" not in text and "\r" not in text:
        return plain(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n\n".join(filter(None, map(plain, _BLANK_LINE.split(lines))))


def spelled_out(text: str) -> str:
    """`text` with the characters themselves in the place of references: `M&uuml;ller; Lind` has one semicolon."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _without_tags(text: str) -> str:
    return _TAG.sub(lambda m: " " if m[2].lower() in _PARTS else "", _COMMENT.sub("", text))


def _character(m: re.Match[str]) -> str:
    return html.unescape(m[0])


def _has_a_pair(text: str) -> bool:
    """Whether a tag is opened and closed. One alone is what the text speaks about."""
    found = {(m[1], m[2].lower()) for m in _TAG.finditer(text)}
    return any(("", name) in found and ("/", name) in found for _, name in found)
