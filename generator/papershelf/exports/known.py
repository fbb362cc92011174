"""What exports look up: a library with its topics, authors and addresses at hand."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from papershelf.config import Settings
from papershelf.model import Author, Library, Paper, Topic
from papershelf.text.keys import file_name


@dataclass(frozen=True, slots=True)
class Known:
    """A library, indexed."""

    library: Library
    site_url: str
    papers: dict[str, Paper]
    topics: dict[str, Topic]
    authors: dict[str, Author]
    pages_from: int
    """An author with fewer papers has no page."""

    @classmethod
    def of(cls, library: Library, settings: Settings) -> Known:
        return cls(
            library,
            settings.site_url,
            {paper.id: paper for paper in library.papers},
            {topic.id: topic for topic in library.topics},
            {author.id: author for author in library.authors},
            settings.pages_from(len(library.papers)),
        )

    def topics_of(self, paper: Paper) -> list[Topic]:
        return [self.topics[match.topic] for match in self.library.matches.get(paper.id, ())]

    def address(self, paper: Paper) -> str:
        """Where its page is: from the site's root, where the site's address is not known."""
        return f"{self.site_url}papers/{folder(paper.id)}/"

    def author_address(self, ident: str | None) -> str:
        """Empty where there is no page."""
        author = self.authors.get(ident or "")
        has_page = author is not None and len(author.papers) >= self.pages_from
        return f"{self.site_url}authors/{folder(author.id)}/" if author and has_page else ""


def folder(ident: str) -> str:
    """The part of an address that stands for `ident`."""
    return quote(file_name(ident), safe="-._~")
