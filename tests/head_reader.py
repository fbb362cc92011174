"""Reads what `Heads` prints, as a browser does."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass(slots=True)
class Head:
    tags: list[str] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Name or property → contents, in order."""
    links: list[tuple[str, str, str]] = field(default_factory=list)
    """(rel, href, type)"""
    data: list[dict[str, Any]] = field(default_factory=list)
    """The things of the graph."""

    def kind(self, *names: str) -> dict[str, Any]:
        """The thing of one of these types."""
        return next(each for each in self.data if each["@type"] in names)


class _Parser(HTMLParser):
    def __init__(self, head: Head) -> None:
        super().__init__(convert_charrefs=True)
        self.head = head

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.head.tags.append(tag)
        if tag == "meta" and "content" in given:
            self.head.meta.setdefault(given.get("name") or given["property"], []).append(given["content"])
        if tag == "link":
            self.head.links.append((given["rel"].strip(), given["href"], given.get("type", "")))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.head.data += json.loads(data)["@graph"]

    def handle_comment(self, data: str) -> None:
        self.head.tags.append("!--")


def read(text: str) -> Head:
    """Fails where a script is no JSON, or where text stands outside of elements."""
    head = Head()
    parser = _Parser(head)
    parser.feed(text)
    parser.close()
    return head
