"""Papers as entries of feeds: what Atom and JSON Feed say of one."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from papershelf import identifiers, text
from papershelf.config import Settings
from papershelf.model import Library, Paper
from papershelf.text.keys import file_name

EPOCH = date(1970, 1, 1)
"""What stands for a day that nobody knows, where a format insists on one."""
_MARKDOWNS = re.compile(r"&#x([0-9a-f]{2});")
"""`to_html` writes for Markdown files; in a feed a colon is a colon."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Plain text but for `html`; nothing is escaped for its target yet."""

    id: str
    """Its permanent address; without `site_url` a name made from its path. Either never changes."""
    url: str
    """The paper's page; empty where the site's address is not known."""
    elsewhere: str
    """Where the paper itself is: arXiv, its DOI, a page. Empty where nothing tells."""
    title: str
    html: str
    """The abstract, or a sentence that says that there is none."""
    authors: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    """(id, name)"""
    added: date | None
    changed: date | None
    """The last day on which something about it is known to have changed."""
    updated: date
    """The same for formats that insist: else the first day of the month or year that its id or publication names."""


@dataclass(frozen=True, slots=True)
class Feed:
    path: str
    """Below the site: `topics/x/feed.xml`"""
    home: str
    """Path of the page it is about: `topics/x/`"""
    title: str
    about: str
    entries: tuple[Entry, ...]
    """Newest first."""

    @property
    def updated(self) -> date:
        return max((entry.updated for entry in self.entries), default=EPOCH)


class Entries:
    """Each entry made once: a paper stands in the feeds of several topics."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library, self.settings = library, settings
        self.topics = {topic.id: text.to_plain(topic.name) for topic in library.topics}
        self.done: dict[str, Entry] = {}

    def of(self, paper: Paper) -> Entry:
        if paper.id not in self.done:
            self.done[paper.id] = self._made(paper)
        return self.done[paper.id]

    def _made(self, paper: Paper) -> Entry:
        path = f"papers/{file_name(paper.id)}/"
        days = [day for day in (paper.first_seen, paper.updated, paper.submitted) if day]
        changed = max(days, default=None)
        matches = self.library.matches.get(paper.id, ())
        return Entry(
            id=permanent(path, self.settings),
            url=self.settings.site_url and f"{self.settings.site_url}{path}",
            elsewhere=_elsewhere(paper),
            title=text.readable_title(paper.label) or paper.id,
            html=_paragraphs(paper.abstract or "") or "<p>No source states an abstract.</p>",
            authors=tuple(name for each in paper.authors if (name := text.to_plain(each, 200))),
            topics=tuple((match.topic, self.topics[match.topic]) for match in matches),
            added=paper.first_seen,
            changed=changed,
            updated=changed or _named(paper.order),
        )


def permanent(path: str, settings: Settings) -> str:
    """What names the thing at `path` for good (RFC 4287, section 4.2.6: an IRI that never changes)."""
    return f"{settings.site_url}{path}" if settings.site_url else uuid.uuid5(uuid.NAMESPACE_URL, path).urn


def _elsewhere(paper: Paper) -> str:
    """Addresses of other hosts go through `is_web_address`: source text may say anything."""
    wishes = (
        identifiers.arxiv_url(paper.arxiv) if paper.arxiv else "",
        f"https://doi.org/{quote(text.one_line(paper.doi), safe='/')}" if paper.doi else "",
        *paper.addresses,
    )
    return next((wish for wish in wishes if text.is_web_address(wish)), "")


def _paragraphs(source: str) -> str:
    parts = [" ".join(text.to_html(part).split()) for part in re.split(r"\n\s*\n", source)]
    return "\n".join(f"<p>{_MARKDOWNS.sub(_itself, part)}</p>" for part in parts if part)


def _itself(m: re.Match[str]) -> str:
    """The character a reference stands for, unless it means something in HTML."""
    character = chr(int(m[1], 16))
    return m[0] if character in "<>&\"'" else character


def _named(order: tuple[int, int, int]) -> date:
    """The first day that a year, month and day may mean."""
    year, month, day = order
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return EPOCH
