"""STAGE feeds: the Library -> feeds of what was added, for feed readers and for programs that watch the list.

    entries      papers as entries: what both formats say of one
    atom         as Atom
    jsonfeed     as JSON Feed

One for the list and one for each topic, by the day a paper was added. A paper that no lock has dated yet is newer than
all others; no feed calls another day the day it was added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papershelf import news
from papershelf.config import Settings
from papershelf.feeds import atom, jsonfeed
from papershelf.feeds.entries import Entries, Feed
from papershelf.model import Library, Page, Paper
from papershelf.text import to_plain
from papershelf.text.keys import file_name

__all__ = ["feeds"]

OF_LIST, OF_TOPIC = 50, 30
"""Entries: a reader that comes by once a week misses none; with abstracts some 100 KB."""


def feeds(library: Library, settings: Settings) -> Iterator[Page]:
    """feed.xml and feed.json of the list, then of each topic, in a fixed order."""
    entries = Entries(library, settings)
    papers = {paper.id: paper for paper in library.papers}
    about = settings.site_description
    yield from _both("", settings.site_name, about, library.papers, OF_LIST, entries)
    for topic in library.topics:
        title = f"{to_plain(topic.name)} - {settings.site_name}"
        listed = [papers[ident] for ident in topic.papers]
        folder = f"topics/{file_name(topic.id)}/"
        yield from _both(folder, title, to_plain(topic.description), listed, OF_TOPIC, entries)


def _both(folder: str, title: str, about: str, papers: Sequence[Paper], most: int, entries: Entries) -> Iterator[Page]:
    newest = tuple(entries.of(paper) for paper in news.by_day_added(papers)[:most])
    for name, write in (("feed.xml", atom.text), ("feed.json", jsonfeed.text)):
        feed = Feed(f"{folder}{name}", folder, title, about, newest)
        yield Page(feed.path, write(feed, entries.settings))
