"""Reads a generated page as an engine and a browser do: front matter, then Markdown, then the elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import markdown
import yaml

from papershelf.model import Page

VOID = frozenset(["br", "hr", "img", "input", "link", "meta"])


@dataclass(slots=True)
class Seen:
    """What stands on a page."""

    meta: dict[str, Any]
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    """(element, attribute, value)"""
    text: str = ""
    """All text, white space collapsed."""
    unclosed: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    """Ids of headings, in order."""

    @property
    def links(self) -> list[str]:
        return [value for tag, name, value in self.attributes if (tag, name) == ("a", "href")]


class _Parser(HTMLParser):
    def __init__(self, seen: Seen) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = seen
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.tags.append(tag)
        self.seen.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in ("h1", "h2", "h3"):
            self.seen.sections.append(dict(attrs).get("id") or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.seen.unclosed.append(f"</{tag}> where {self.open[-1:]} is open")

    def handle_data(self, data: str) -> None:
        self.seen.text += data

    def handle_comment(self, data: str) -> None:
        self.seen.tags.append("!--")


def read(page: Page) -> Seen:
    """`page`, read with the Markdown extensions of this repository's mkdocs.yml."""
    assert page.text.startswith("---\n"), page.path
    front, body = page.text[4:].split("\n---\n", 1)
    seen = Seen(yaml.safe_load(front))
    parser = _Parser(seen)
    parser.feed(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))
    parser.close()
    seen.unclosed += parser.open
    seen.text = " ".join(seen.text.split())
    return seen
