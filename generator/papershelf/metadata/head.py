"""What templates print into the <head> of a page, as finished HTML.

Front matter carries it to theme/partials/meta.html.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from papershelf import licences, text
from papershelf.config import Settings
from papershelf.exports import Known, is_small
from papershelf.exports.files import author_folder
from papershelf.metadata import alternates, coins, crawlers, highwire, jsonld, opengraph
from papershelf.metadata.alternates import Alternate
from papershelf.metadata.elements import link, linked_data, named, property_
from papershelf.metadata.facts import Facts
from papershelf.metadata.jsonld import Crumb
from papershelf.model import Author, Library, Paper
from papershelf.text.keys import file_name

# Material's script takes `rel=alternate` for another language of the page, and fetches the sitemap of each address at
# every load. White space around a word of `rel` means nothing in HTML, and the script's selector does not find it.
ALTERNATE = "alternate "


@dataclass(frozen=True, slots=True)
class Heads:
    """Made once for a library. Paths are those of pages below docs/: `papers/2507.05201.md`."""

    known: Known
    settings: Settings
    small: bool
    """Whether each paper and author has files to cite from."""
    _spans: dict[str, str] = field(default_factory=dict)
    """Paper id → what coins has for it: a paper stands on some seven lists."""

    @classmethod
    def of(cls, library: Library, settings: Settings) -> Heads:
        return cls(Known.of(library, settings), settings, is_small(library, settings))

    @property
    def licence(self) -> str:
        """Address of the licence of the list's own data; empty where none is set."""
        known = licences.licence(self.settings.licence or "")
        return known.address if known else ""

    def paper(self, paper: Paper, path: str, card: str = "") -> Markup:
        """Of a paper's page. `card`: where the picture for previews of links is, below docs/, if there is one."""
        facts = Facts.of(paper)
        topics = [text.to_plain(topic.name) for topic in self.known.topics_of(paper)]
        address = self.address(path)
        image = opengraph.address(card, self.settings)
        parts = [named(*each) for each in highwire.tags(facts, topics, address)]
        parts += [property_(*each) for each in opengraph.tags(facts, topics)]
        own = facts.title if self.small else ""
        parts += [property_(*each) for each in opengraph.picture(image, own, self.settings)]
        parts.append(named("twitter:card", "summary_large_image" if image else "summary"))
        if facts.cite_as:
            parts.append(link("cite-as", facts.cite_as))
        if facts.pdf:
            parts.append(link("item", facts.pdf, "application/pdf"))
        if facts.licence:
            parts.append(link("license", facts.licence))
        parts += self._alternates(path, alternates.of_paper(paper, self.small))
        data = jsonld.paper(facts, address, image, highwire.keywords(facts, topics), self._orcids(paper, facts))
        parts.append(linked_data(jsonld.graph(data, self._way(path, ("Papers", "papers/index.md"), facts.title))))
        return Markup("\n".join(parts))

    def papers(
        self, name: str, description: str, papers: Sequence[Paper], path: str, up: Crumb | None = None,
        about: Author | None = None, files: tuple[str, Sequence[Paper]] | None = None, feed: bool = False,
    ) -> Markup:  # fmt: skip
        """Of a page that lists papers. `up`: name and path of the page above it; `about`: whose papers they are;
        `files`: the folder of its exports, and the papers in them; `feed`: whether it has a feed."""
        listed = [self.known.address(paper) for paper in papers] if self.settings.site_url else []
        if about and self.small and len(papers) > 1:
            files = author_folder(about), papers
        found = [*(alternates.of_list(*files) if files and files[1] else ())]
        if feed:
            found += alternates.of_feed(_served(path), text.readable_title(name))
        return self._list(name, description, listed, path, found, up, about)

    def index(self, name: str, description: str, folder: str, idents: Iterable[object], path: str) -> Markup:
        """Of a page that lists other lists: the pages in `folder` for topics or years, by id."""
        pages = [self.address(f"{folder}/{file_name(str(ident or 'undated'))}.md") for ident in idents]
        return self._list(name, description, list(filter(None, pages)), path)

    def home(self, description: str, feed: bool = False) -> Markup:
        """Of the home page. `feed`: whether the list has a feed."""
        name, address = text.one_line(self.settings.site_name), self.address("index.md")
        data = jsonld.graph(jsonld.site(name, text.to_plain(description), address, self.licence))
        feeds = self._alternates("index.md", alternates.of_feed("", name) if feed else ())
        return Markup("\n".join([*feeds, *self._licence(), linked_data(data)]))

    def coins(self, papers: Sequence[Paper]) -> Markup:
        """What a list of papers holds for reference managers: a block of HTML; empty for too many papers."""
        return Markup(coins.block([self._span(paper) for paper in papers] if len(papers) <= coins.MOST else []))

    def changed(self, papers: Iterable[Paper]) -> str:
        """The day for the sitemap; empty where nothing tells."""
        return str(crawlers.changed(papers) or "")

    def address(self, path: str) -> str:
        """Of a page, from the site's address on; empty where that is not set."""
        site = self.settings.site_url
        return f"{site}{quote(_served(path), safe='/-._~')}" if site else ""

    def _list(
        self, name: str, description: str, listed: Sequence[str], path: str, files: Iterable[Alternate] = (),
        up: Crumb | None = None, about: Author | None = None,
    ) -> Markup:  # fmt: skip
        address, name = self.address(path), text.readable_title(name)
        person = jsonld.person(about, address) if about else None
        items = listed if len(listed) <= coins.MOST else []
        data = jsonld.collection(name, text.to_plain(description), address, items, person, self.licence)
        parts = [*self._alternates(path, files), *self._licence()]
        return Markup("\n".join([*parts, linked_data(jsonld.graph(data, self._way(path, up, name)))]))

    def _licence(self) -> list[str]:
        """Of the list's own data. Never on a paper's page, where it would be taken for the paper's
        (https://signposting.org/patterns/license)."""
        return [link("license", self.licence)] if self.licence else []

    def _span(self, paper: Paper) -> str:
        if paper.id not in self._spans:
            self._spans[paper.id] = coins.span(paper)
        return self._spans[paper.id]

    def _alternates(self, path: str, files: Iterable[Alternate]) -> list[str]:
        here = _served(path)
        up = "../" * here.count("/")
        near = ((to[len(here) :] if to.startswith(here) else up + to, kind, title) for to, kind, title in files)
        return [link(ALTERNATE, quote(to, safe="/-._~"), kind, title) for to, kind, title in near]

    def _way(self, path: str, up: Crumb | None, name: str) -> jsonld.Data:
        """From the home page to this one; nothing without addresses."""
        above = [("Home", "index.md"), *([up] if up else [])]
        crumbs = [(each, self.address(to)) for each, to in (*above, (name, path))]
        return jsonld.breadcrumbs(crumbs) if self.settings.site_url else {}

    def _orcids(self, paper: Paper, facts: Facts) -> list[str | None]:
        """Of each author of `facts`; none where their number says that somebody was left out."""
        known = [self.known.authors.get(ident or "") for _, ident in self.known.library.byline.get(paper.id, ())]
        if len(known) != len(facts.authors):
            return [None] * len(facts.authors)
        return [author.orcid if author else None for author in known]


def _served(path: str) -> str:
    """Where the page `papers/x.md` is, below the site: `papers/x/`."""
    plain = path.removesuffix(".md")
    return plain[: -len("index")] if plain == "index" or plain.endswith("/index") else f"{plain}/"
