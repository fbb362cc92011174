"""objects.inv: what lets Sphinx and mkdocstrings sites refer to papers, topics and authors by name.

Format: version 2 of Sphinx's inventory (https://sphobjinv.readthedocs.io/en/stable/syntax.html): four lines of text,
then a zlib stream of lines `name domain:role priority location title`. Its writers bring an HTTP stack or a schema
validator with them, for the ten lines below.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from urllib.parse import quote

from papershelf.config import Settings
from papershelf.model import Library
from papershelf.text import one_line, to_plain

INVENTORY = "objects.inv"


def inventory(library: Library, settings: Settings) -> bytes:
    """The inventory: a label for each paper (by id and by citation key), `topic-…`, and `author-…` for authors with a
    page."""
    head = f"# Sphinx inventory version 2\n# Project: {one_line(settings.site_name)}\n# Version: \n"
    head += "# The remainder of this file is compressed using zlib.\n"
    lines = dict(_lines(library, settings))
    body = "".join(f"{name} std:label -1 {place} {title}\n" for name, (place, title) in sorted(lines.items()))
    return head.encode("utf-8", "replace") + zlib.compress(body.encode("utf-8", "replace"), 9)


def _lines(library: Library, settings: Settings) -> Iterator[tuple[str, tuple[str, str]]]:
    for topic in library.topics:
        yield f"topic-{topic.id}", (_place("topics", topic.id), one_line(topic.name))
    for author in library.authors:
        if len(author.papers) >= settings.pages_from(len(library.papers)):
            yield f"author-{author.id}", (_place("authors", author.id), one_line(author.name))
    for paper in library.papers:
        for name in (paper.key, *paper.former_keys, paper.id):
            yield name, (_place("papers", paper.id), to_plain(paper.label) or paper.id)


def _place(folder: str, ident: str) -> str:
    return f"{folder}/{quote(ident, safe='-._~')}/"
