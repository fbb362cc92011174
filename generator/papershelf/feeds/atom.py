"""A feed as Atom: https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from papershelf.config import Settings
from papershelf.feeds.entries import Entry, Feed, permanent
from papershelf.text import one_line


def text(feed: Feed, settings: Settings) -> str:
    """The file. Links to the site only where its address is known: a feed is read far from it."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _say(root, "id", permanent(feed.path, settings))
    _say(root, "title", feed.title)
    if feed.about:
        _say(root, "subtitle", feed.about)
    _say(root, "updated", f"{feed.updated}T00:00:00Z")
    # Section 4.1.1: a feed has an author unless each entry has; a list may hold papers without any.
    _say(SubElement(root, "author"), "name", settings.site_name)
    if settings.site_url:
        _link(root, "self", f"{settings.site_url}{feed.path}", "application/atom+xml")
        _link(root, "alternate", f"{settings.site_url}{feed.home}", "text/html")
    for entry in feed.entries:
        _entry(root, entry)
    root.text = "\n"
    for child in root:
        child.tail = "\n"
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(root: Element, entry: Entry) -> None:
    said = SubElement(root, "entry")
    _say(said, "id", entry.id)
    _say(said, "title", entry.title)
    _say(said, "updated", f"{entry.updated}T00:00:00Z")
    if entry.added:
        _say(said, "published", f"{entry.added}T00:00:00Z")
    for name in entry.authors:
        _say(SubElement(said, "author"), "name", name)
    if entry.url:
        _link(said, "alternate", entry.url, "text/html")
    if entry.elsewhere:
        _link(said, "related", entry.elsewhere)
    for ident, name in entry.topics:
        SubElement(said, "category", {"term": one_line(ident), "label": one_line(name)})
    content = SubElement(said, "content", {"type": "html"})
    content.text = entry.html


def _say(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name).text = one_line(value)


def _link(parent: Element, rel: str, href: str, type_: str = "") -> None:
    SubElement(parent, "link", {"rel": rel, "href": href} | ({"type": type_} if type_ else {}))
