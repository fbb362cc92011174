"""The library with what templates look up in it. Built once per run; templates compute nothing themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from papershelf import names
from papershelf.catalogues import CATALOGUES
from papershelf.config import Settings
from papershelf.model import Author, Library, NoteStatus, Paper, Place, Provenance, Question, ReadingPath, Record, Topic
from papershelf.render import parts
from papershelf.render.addresses import Addresses
from papershelf.render.nouns import ROOM, Held, Join, Shard, Source, Year, by_year
from papershelf.render.parts import Part

FIELDS = {"arxiv": "arXiv id", "doi": "DOI"} | {scheme: each.name for scheme, each in CATALOGUES.items()}
PICTURED = 20  # rows of the picture on the home page
SHOWN = 36  # people with several papers whom the index of authors does not fold away
_STATUSES: tuple[NoteStatus, ...] = ("reading", "to-read", "read", "")
SHARD = 60  # names: about what fits two screens of a desktop in three columns


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library, indexed."""

    library: Library
    addresses: Addresses
    _papers: dict[str, Paper]
    _authors: dict[str, Author]
    _topics: dict[str, Topic]
    years: tuple[Year, ...]
    """Newest first, undated last."""
    sources: tuple[Source, ...]
    large: bool
    """Too long for one page with all papers, and for a page for everybody."""
    pages_from: int
    """An author with fewer papers has no page."""
    people: tuple[Author, ...]
    """Without collectives; by sort key."""
    noted: tuple[Paper, ...]
    """About which people of the list wrote something; newest first."""
    _steps: dict[str, list[tuple[ReadingPath, int]]]

    @classmethod
    def of(cls, library: Library, settings: Settings) -> Shelf:
        return cls(
            library=library,
            addresses=Addresses.of(file.path for file in library.sources),
            _papers={paper.id: paper for paper in library.papers},
            _authors={author.id: author for author in library.authors},
            _topics={topic.id: topic for topic in library.topics},
            years=by_year(library.papers),
            sources=tuple(_sources(library)),
            large=settings.is_large(len(library.papers)),
            pages_from=settings.pages_from(len(library.papers)),
            people=tuple(author for author in library.authors if not author.collective),
            noted=tuple(paper for paper in library.papers if paper.remarks),
            _steps=_steps(library.paths),
        )

    def paper(self, ident: str) -> Paper:
        return self._papers[ident]

    def papers(self, idents: Iterable[str]) -> list[Paper]:
        return [self._papers[ident] for ident in idents]

    def author(self, ident: str) -> Author:
        return self._authors[ident]

    def topic(self, ident: str) -> Topic:
        return self._topics[ident]

    def children(self, topic: Topic) -> list[Topic]:
        return [other for other in self.library.topics if other.parent == topic.id]

    @property
    def pictured(self) -> list[Topic]:
        """The topics in the picture: all; of more than fit, those that are no part of another, then the largest."""
        topics = list(self.library.topics)
        if len(topics) > PICTURED:
            topics = [topic for topic in topics if topic.parent is None] or topics
        largest = sorted(topics, key=lambda topic: -len(topic.papers))[:PICTURED]
        kept = {topic.id for topic in largest}
        return [topic for topic in topics if topic.id in kept]

    def topics_of(self, paper: Paper) -> list[Topic]:
        return [self._topics[match.topic] for match in self.library.matches.get(paper.id, ())]

    def steps(self, paper: Paper) -> list[tuple[ReadingPath, int]]:
        """The reading paths that lead over `paper`, and which step it is, counted from 1."""
        return self._steps.get(paper.id, [])

    def noted_by_status(self) -> list[tuple[NoteStatus, list[Paper]]]:
        """What is being read first, then what is to be read."""
        groups = ((status, [paper for paper in self.noted if paper.status == status]) for status in _STATUSES)
        return [(status, papers) for status, papers in groups if papers]

    def has_page(self, author: Author) -> bool:
        return len(author.papers) >= self.pages_from

    def byline(self, paper: Paper) -> list[tuple[str, Author | None]]:
        """Names as stated, with the author where there is a page to link to."""
        named = self.library.byline.get(paper.id) or tuple((name, None) for name in paper.authors)
        found = [(name, self._authors.get(ident) if ident else None) for name, ident in named]
        return [(name, author if author and self.has_page(author) else None) for name, author in found]

    @property
    def most_papers(self) -> tuple[list[Author], list[Author]]:
        """People with several papers, most first: those to show, and the rest; cut where the number changes."""
        least = max(2, self.pages_from) if self.large else 2
        several = sorted((a for a in self.people if len(a.papers) >= least), key=lambda author: -len(author.papers))
        if len(several) <= SHOWN:
            return several, []
        least = len(several[SHOWN].papers)
        first = [author for author in several if len(author.papers) > least] or several[:SHOWN]
        return first, several[len(first) :]

    @property
    def collectives(self) -> list[Author]:
        return [author for author in self.library.authors if author.collective]

    @property
    def name_parts(self) -> list[Part[Author]]:
        """All people of a large list from A to Z, some hundreds at a time."""
        return parts.people(self.people) if self.large else []

    @property
    def shards(self) -> list[Shard]:
        """All people from A to Z: a letter is a shard, and small neighbours share one."""
        letters: dict[str, list[Author]] = {}
        for author in self.people:
            letters.setdefault(names.initial(author.name, author.family), []).append(author)
        shards: list[Shard] = []
        for letter in sorted(letters, key=lambda letter: (letter == "#", letter)):
            group = tuple(letters[letter])
            if shards and len(shards[-1].authors) + len(group) <= SHARD:
                before = shards.pop()
                shards.append(Shard(f"{before.name[0]}–{letter}", before.authors + group))
            else:
                shards.append(Shard(letter, group))
        return shards

    def place_path(self, place: str) -> str | None:
        """The source file that `path:line` stands in, if there is a page about it."""
        path = place.split(":", 1)[0]
        return path if path in self.addresses.sources else None

    def place_name(self, place: str) -> str:
        """`seeds/sources/dump.txt:5-7` in words: `dump.txt, lines 5–7`."""
        path, _, lines = place.partition(":")
        name = path.removeprefix(ROOM)
        return f"{name}, line{'s' if '-' in lines else ''} {lines.replace('-', '–')}" if lines else name

    def join(self, paper: Paper, record: Record) -> Join | None:
        """What joined `record` to the rest of its paper; the strongest link where there are several."""
        links = [link for link in paper.links if record.place in (link.a, link.b)]
        if not links:
            return None
        link = max(links, key=lambda each: each.score)
        other = link.b if link.a == record.place else link.a
        evidence = [each for each in link.evidence if each != link.rule]
        return Join(
            link.rule, round(link.score), str(other), [each.removeprefix(f"{link.rule}: ") for each in evidence]
        )

    def said(self, paper: Paper, field: str) -> str:
        """Who states the value of a field, and when: `Crossref, 2026-11-01`, or where; empty where nobody does."""
        source = next((each.taken.source for each in paper.provenance if each.field == field), "")
        who = source.partition(" (")[2].removesuffix(")")
        return who or source

    def origins(self, paper: Paper) -> list[tuple[list[str], Provenance]]:
        """Where fields come from; those of one source, about which nothing else is to be said, together."""
        found: list[tuple[list[str], Provenance]] = []
        for each in paper.provenance:
            name = FIELDS.get(each.field, each.field.replace("_", " "))
            alike = [names for names, one in found if not (each.others or each.rule) and _plain(one) == _plain(each)]
            if alike:
                alike[0].append(name)
            else:
                found.append(([name], each))
        return found

    def questions_by_kind(self) -> list[tuple[str, list[Question]]]:
        """Kinds in the order of their likeliest question; within a kind the most useful first."""
        kinds = dict.fromkeys(q.kind for q in sorted(self.library.questions, key=lambda question: -question.score))
        useful = sorted(self.library.questions, key=lambda question: -question.score * question.settles)
        return [(kind, [question for question in useful if question.kind == kind]) for kind in kinds]


def _plain(each: Provenance) -> tuple[str, bool]:
    return each.taken.source, bool(each.others or each.rule)


def _steps(paths: Iterable[ReadingPath]) -> dict[str, list[tuple[ReadingPath, int]]]:
    found: dict[str, list[tuple[ReadingPath, int]]] = {}
    for path in paths:
        for number, step in enumerate(path.steps, 1):
            found.setdefault(step.paper, []).append((path, number))
    return found


def _sources(library: Library) -> Iterable[Source]:
    held: dict[str, list[Held]] = {file.path: [] for file in library.sources}
    for paper in library.papers:
        for record in paper.members:
            held.setdefault(record.place.path, []).append(Held(record, paper, len(paper.members) == 1))
    for file in library.sources:
        entries = sorted(held[file.path], key=lambda entry: _position(entry.record.place))
        problems = tuple(problem for problem in library.problems if problem.place.path == file.path)
        yield Source(file, tuple(entries), problems)


def _position(place: Place) -> tuple[int, int]:
    return place.first, place.offset
