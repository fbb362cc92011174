"""The nouns that stages hand to each other: frozen, typed, complete once built.

Text in these types is *source text*: as the source wrote it, TeX and all. It is data, hostile until escaped
(`papershelf.text` has one function per target). Dates are `datetime.date`; addresses are absolute URLs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the list's files something stands. Orders by file, then position."""

    path: str
    """POSIX path below the list's root: `seeds/sources/dump.txt`."""
    first: int = 1
    """First line, counted from 1."""
    last: int = 1
    """Last line, inclusive."""
    offset: int = 0
    """Characters before it in the file's text: tells two records of one line apart."""

    def __str__(self) -> str:
        lines = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return f"{self.path}:{lines}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input, kept with its text so that nothing is lost. Fails a `--strict` build."""

    place: Place
    message: str
    """What is wrong, in a phrase: `no id ends this abstract`."""
    fix: str
    """What would be right, in a phrase: `a line "arXiv:2407.14622" after it`."""
    raw: str = ""
    """The text that could not be used."""

    def __str__(self) -> str:
        return f"{self.place.path}:{self.place.first}: {self.message}; right would be: {self.fix}"


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of a file that is neither: a header row, a comment, a `@string`, the frame around the entries. Kept so that
    nothing is lost; there is nothing to say about it."""

    place: Place
    raw: str


QuestionKind = Literal["same paper", "title", "category", "author", "abstract", "topic"]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One field of two records side by side, as a person who compares them needs it."""

    field: str
    """`title`, `authors`, `venue`, `pages`, `abstract`, ..."""
    a: str
    """What the first says, as plain source text; empty where it says nothing."""
    b: str
    agree: bool | None
    """Whether the rules see the same in both; None where one says nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can settle. Never fails a build."""

    kind: QuestionKind
    ask: str
    """One sentence, ending in a question mark; source text in it is quoted as is."""
    reason: str
    """Why it is asked, and why it was not decided."""
    file: str
    """The curated file that takes the answer: `seeds/curated/decisions.yml`."""
    answers: tuple[str, ...]
    """YAML to paste into that file, one snippet for each possible answer."""
    places: tuple[Place, ...] = ()
    """The records it is about."""
    score: float = 0.0
    """How likely the merge / split / name is, 0-100; the most likely questions are asked first."""
    settles: int = 1
    """How many records the answer is about: of two questions as likely, the one about more is asked first."""
    sides: tuple[Contrast, ...] = ()
    """Of `same paper`: the two records field by field, those that differ first. What a record does not say is filled
    from those that are joined with it already."""


@dataclass(frozen=True, slots=True)
class Split:
    """One way to cut a heading in which the title is glued to the authors."""

    title: str
    authors: tuple[str, ...]
    score: float
    """0-100, higher is more plausible; comparable within one heading only."""
    reason: str
    """What speaks for it, in words."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a paper was published. All from one statement, never mixed from several."""

    venue: str
    """Journal, conference or book as written; empty where only the year is stated."""
    year: int | None = None
    volume: str | None = None
    first_page: str | None = None
    """Also an article number: `e1003`."""
    last_page: str | None = None
    number: str | None = None
    """Issue of a volume; number of a report."""
    month: int | None = None
    day: int | None = None
    publisher: str | None = None
    """Publisher, institution or school."""


RecordType = Literal[
    "", "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "chapter", "dataset",
    "document", "entry-encyclopedia", "legal_case", "manuscript", "motion_picture", "paper-conference", "patent",
    "post-weblog", "report", "review", "software", "speech", "standard", "thesis", "webpage",
]  # fmt: skip
"""Item types of CSL 1.0.2 that listings use; `article` is a preprint. Empty where the source does not say.
https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types"""


@dataclass(frozen=True, slots=True)
class Record:
    """What one place of one source says about one paper. Absent facts are None or empty."""

    place: Place
    raw: str
    """The source text it was read from, every character of it."""
    key: str
    """A name for it that stays when the file grows or moves: `r-` and 10 hex digits (`readers.record_key`)."""
    format: str
    """Which reader made it: a key of `readers.READERS`, or `locked` for an entry of seeds/locked/."""
    given_id: str = ""
    """Its id in its file: a citation key, the value of a column `id`."""
    type: RecordType = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    """Names as a person reads them, given name first where the source tells: `Hado van Hasselt`."""
    families: tuple[str, ...] = ()
    """For each of `authors` the family name where the source sets it apart (`van Hasselt`), else empty; or ()."""
    authors_complete: bool = False
    """False after `et al.`, and where no author is stated."""
    orcids: tuple[str, ...] = ()
    """For each of `authors` the ORCID iD, else empty; or ()."""
    abstract: str | None = None
    arxiv: str | None = None
    """arXiv id without version: `2407.14622`, `cs/0112017`."""
    version: int | None = None
    doi: str | None = None
    """Lower-case DOI without resolver: `10.18653/v1/2023.acl-long.344`."""
    category: str | None = None
    """Primary category as the source writes it: `CL`, `cs.CL`."""
    categories: tuple[str, ...] = ()
    created: date | None = None
    """Day of the first version."""
    updated: date | None = None
    """Day of the version described."""
    comments: tuple[str, ...] = ()
    """Comment lines, one each, as written."""
    publication: Publication | None = None
    page_count: int | None = None
    code: tuple[str, ...] = ()
    """Addresses of code repositories."""
    affiliations: tuple[str, ...] = ()
    other_ids: tuple[tuple[str, str], ...] = ()
    """(scheme, id): `pmid`, `pmcid`, `acl`, `openreview`, `isbn`, `issn`, `dblp`."""
    addresses: tuple[str, ...] = ()
    """Pages and files about the paper, besides arXiv's and the DOI's; http and https only."""
    keywords: tuple[str, ...] = ()
    """Keywords and tags, as the source has them."""
    collections: tuple[str, ...] = ()
    """Where the source files it: a reference manager's collection, the headings above it in a Markdown list
    (`Agents / Memory`)."""
    notes: tuple[str, ...] = ()
    """What somebody wrote beside it: note and annote fields, the text after a list item."""
    language: str = ""
    """As the source writes it: `en`, `Chinese`."""
    licence: str = ""
    """Under which the paper may be used, as the source writes it: `CC-BY-4.0`, an address, `© 2020 The Publisher`."""
    notice: str = ""
    """What became of it since: `withdrawn`, `retracted`, `expression of concern`."""
    earlier_titles: tuple[str, ...] = ()
    heading: str | None = None
    """The line in which title and authors are glued together, where there is one."""
    splits: tuple[Split, ...] = ()
    """Ways to cut `heading`, most plausible first. `title` and `authors` are set only when one of them is settled."""
    stated_by: str = ""
    """Who says it, where that is not the file itself: `public pages`, `arXiv` (entries of seeds/locked/)."""
    stated_on: date | None = None
    """When they said it."""
    settled_by: str = ""
    """What settled `title` where it was glued: `text`, or `record FILE:LINE`, `lock ID` (set by `collect`)."""


Item = Record | Problem | Aside
"""What readers hand out."""


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence that two records are about the same paper."""

    a: Place
    b: Place
    rule: str
    """Name of the rule that fired: a key of `dedupe.rules.RULES`, or `verdict`."""
    score: float
    """0-100."""
    evidence: tuple[str, ...]
    """The fields that speak for it, in words: `abstracts 97 % alike`, `both submitted 2023-09-01`."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records about one paper, with the links that joined them."""

    members: tuple[Record, ...]
    """Records of the sources, ordered by place; at least one."""
    locked: tuple[Record, ...] = ()
    """Entries of seeds/locked/ about the same paper (format `locked`)."""
    links: tuple[Link, ...] = ()


Origin = Literal["person", "locked", "source", "inferred"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a field, and who says so."""

    value: str
    """The value as text, lists joined with `; `."""
    origin: Origin
    source: str
    """`seeds/sources/dump.txt:5`, `seeds/locked/metadata.yml:12 (public pages, 2026-11-20)`, `arXiv id`."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field of a paper comes from."""

    field: str
    """`title`, `authors`, `abstract`, `submitted`, ..."""
    taken: Claim
    others: tuple[Claim, ...] = ()
    """Values that differ from the one taken."""
    rule: str = ""
    """The preference that decided, in words; empty where all agree."""


@dataclass(frozen=True, slots=True)
class Manifestation:
    """One form in which a paper came out: its preprint, its conference paper, its journal article. All that it states
    is from one record."""

    label: str
    """`arXiv 2020`, `ICML 2021`"""
    type: RecordType
    address: str
    """At arXiv, or its DOI's; empty where neither is known."""
    year: int | None = None
    doi: str | None = None
    arxiv: str | None = None
    publication: Publication | None = None
    source: str = ""
    """Who states it, as in `Claim.source`."""


@dataclass(frozen=True, slots=True)
class EarlierAbstract:
    """An abstract of the paper that differs from the one shown."""

    text: str
    sources: tuple[str, ...]
    """`seeds/sources/dump.txt:5`"""


NoteStatus = Literal["", "to-read", "reading", "read"]


@dataclass(frozen=True, slots=True)
class Note:
    """What a person of the list wrote about a paper: one file of seeds/curated/notes/."""

    ref: str
    """What its file is called, without suffix: it names the paper. `2507.05201`"""
    place: Place
    """Of its text."""
    text: str = ""
    """Markdown, as written: hostile like any other text (`text.prose`)."""
    status: NoteStatus = ""
    rating: int | None = None
    """1-5."""
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Topic ids: the person puts the paper there."""
    why: str = ""
    """Why to read it, in a line."""
    added_by: str = ""
    places: tuple[tuple[str, Place], ...] = ()
    """(`tags` or `topics`, where it is stated)"""

    def at(self, key: str) -> Place:
        """Where `key` is stated."""
        return dict(self.places).get(key, self.place)


@dataclass(frozen=True, slots=True)
class Step:
    """One paper of a reading path."""

    paper: str
    """As the person names it; in a Library the id of a paper that it has."""
    why: str
    """Why to read it there, in a sentence; may be empty."""
    place: Place


@dataclass(frozen=True, slots=True)
class ReadingPath:
    """Papers in the order in which a person says to read them."""

    id: str
    """Its address, `/paths/<id>/`."""
    name: str
    description: str
    place: Place
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, merged from all that is known about it. Absent facts are None or empty, never guessed."""

    id: str
    """Its address, `/papers/<id>/`: the arXiv id (old style with `-` for `/`), else made from the DOI, else a slug."""
    title: str | None
    label: str
    """What to call it: the title, or else the heading as given, else the abstract's first words in quotes."""
    abstract: str | None
    earlier_titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    """Names as stated, in order."""
    families: tuple[str, ...] = ()
    """As `Record.families`, of the same statement as `authors`."""
    orcids: tuple[str, ...] = ()
    """For each of `authors` the ORCID iD that is stated with a name spelled like it, else empty; or ()."""
    authors_complete: bool = False
    earlier_abstracts: tuple[EarlierAbstract, ...] = ()
    arxiv: str | None = None
    doi: str | None = None
    primary_category: str | None = None
    """arXiv category with archive: `cs.CL`."""
    category_inferred: bool = False
    """The archive was inferred from a bare code."""
    categories: tuple[str, ...] = ()
    """All arXiv categories, the primary one first."""
    submitted: date | None = None
    updated: date | None = None
    """Day of the latest version known; None where it equals `submitted` or is unknown."""
    order: tuple[int, int, int] = (0, 0, 0)
    """Year, month, day to sort and group by; unknown parts are 0. From `submitted`, else arXiv id, else publication."""
    order_source: str = ""
    """`submitted`, `arXiv id`, `publication`, or empty."""
    publication: Publication | None = None
    """Of the manifestation that is cited: the published one. Its `doi` is from the same record."""
    type: RecordType = ""
    """Of the manifestation that is cited."""
    manifestations: tuple[Manifestation, ...] = ()
    """Every form in which it came out, the earliest first."""
    comments: tuple[str, ...] = ()
    page_count: int | None = None
    code: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    other_ids: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    """Of all records, each once, in the order of places."""
    collections: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """(what somebody wrote beside a record, its source); what people of this list wrote are `remarks`"""
    language: str = ""
    """As a source writes it."""
    licence: str = ""
    """Of the paper itself, by the name that `licences` gives it; empty where no source states one, or two differ."""
    notice: str = ""
    """What became of it since: `withdrawn`, `retracted`, `expression of concern`."""
    members: tuple[Record, ...] = ()
    links: tuple[Link, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    key: str = ""
    """Its citation key, which never changes once it is locked."""
    first_seen: date | None = None
    """The day it came to the list; None until that is locked."""
    aliases: tuple[str, ...] = ()
    """Other ids under which it was, or may be looked for: their addresses lead to it."""
    former_keys: tuple[str, ...] = ()
    """Citation keys of papers that turned out to be this one."""
    remarks: tuple[Note, ...] = ()
    """What people of this list wrote about it, the note under its own id first."""

    @property
    def status(self) -> NoteStatus:
        """Of the first note that states one; so for `rating` and `why`."""
        return next((note.status for note in self.remarks if note.status), "")

    @property
    def rating(self) -> int | None:
        return next((note.rating for note in self.remarks if note.rating), None)

    @property
    def why(self) -> str:
        return next((note.why for note in self.remarks if note.why), "")

    @property
    def tags(self) -> tuple[str, ...]:
        """Of all notes, each once."""
        return tuple(dict.fromkeys(tag for note in self.remarks for tag in note.tags))

    @property
    def subject_words(self) -> tuple[str, ...]:
        """Keywords of sources, then tags of notes, each once."""
        return tuple(dict.fromkeys((*self.keywords, *self.tags))) if self.remarks else self.keywords

    def __hash__(self) -> int:
        """What is made of a paper is kept by paper; equal ones have the same id, and to go through all fields would
        cost more than some of what is kept."""
        return hash(self.id)

    @property
    def year(self) -> int | None:
        """The year to group by; None where nothing tells."""
        return self.order[0] or None


@dataclass(frozen=True, slots=True)
class Permalink:
    """One line of seeds/locked/permalinks.yml: an address and a citation key that somebody may have noted down."""

    id: str
    """The address, `/papers/<id>/`."""
    key: str
    """The citation key."""
    first_seen: date | None
    """The day it was locked; None while it is not."""
    names: tuple[str, ...]
    """All that the paper was ever called (`permalinks.names`): how it is found again, whatever its title is by then."""
    aliases: tuple[str, ...] = ()
    """Other ids that lead here: an arXiv id that came later, an address that a person gave up."""
    title: str = ""
    """What it was called last, for the page that is left when it goes."""
    merged_into: str = ""
    """Id of the paper that this one turned out to be."""
    removed: date | None = None
    """The day it was missed first."""
    place: Place = field(default=Place("seeds/locked/permalinks.yml"), compare=False)
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A paper that the list once had: its address says so."""

    id: str
    key: str
    title: str
    removed: date | None = None
    """The day it was missed first; None until that is locked."""
    arxiv: str | None = None
    """Where it can still be read."""
    remarks: tuple[Note, ...] = ()
    """As of a `Paper`."""


@dataclass(frozen=True, slots=True)
class Author:
    """One person, under all spellings met; or a collective (`Gemma Team`), which is not a person."""

    id: str
    """Its address, `/authors/<id>/`."""
    name: str
    """The spelling shown: the curated one, else the one with most accents, else the most frequent."""
    spellings: tuple[str, ...]
    """Every spelling met in papers, `name` included."""
    papers: tuple[str, ...]
    """Paper ids, newest first."""
    coauthors: tuple[tuple[str, int], ...] = ()
    """(author id, number of papers together), most first."""
    topics: tuple[tuple[str, int], ...] = ()
    """(topic id, number of papers), most first."""
    orcid: str | None = None
    homepage: str | None = None
    collective: bool = False
    family: str = ""
    """The family name in `name`, where a source sets it apart: `García Márquez`. Empty: it is guessed (`names`)."""
    merged_by: tuple[str, ...] = ()
    """Why the spellings are one person, in words: `accents and case`, `seeds/curated/authors.yml:4`."""


@dataclass(frozen=True, slots=True)
class Match:
    """Why a paper has a topic."""

    topic: str
    """Topic id."""
    reasons: tuple[str, ...]
    """What matched, in words: `“policy gradient” in the abstract`, `category cs.GT`, `seeds/curated/topics.yml:30`."""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the list, as people defined it."""

    id: str
    """Its address, `/topics/<id>/`."""
    name: str
    description: str
    parent: str | None = None
    """Id of the broader topic."""
    papers: tuple[str, ...] = ()
    """Paper ids, newest first."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another paper worth reading after this one."""

    paper: str
    """Paper id."""
    reasons: tuple[str, ...]
    """In words: `3 authors in common`, `topics: Mean-field games`, `similar abstract`."""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of seeds/sources/, as read."""

    path: str
    """POSIX path below the list's root."""
    format: str
    """Key of `readers.READERS`; empty where no reader knows it."""
    text: str
    encoding: str
    """`utf-8`, or the encoding guessed."""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything the pages show."""

    papers: tuple[Paper, ...]
    """Newest first."""
    authors: tuple[Author, ...]
    """By sort key."""
    topics: tuple[Topic, ...]
    """In the order people gave them."""
    matches: dict[str, tuple[Match, ...]]
    """Paper id -> its topics, best first."""
    relations: dict[str, tuple[Relation, ...]]
    """Paper id -> related papers, best first."""
    byline: dict[str, tuple[tuple[str, str | None], ...]]
    """Paper id -> (name as stated, author id or None) in order."""
    sources: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    gone: tuple[Gone, ...] = ()
    """Papers that were published and are no longer there."""
    permalinks: tuple[Permalink, ...] = ()
    """What holds from now on: what `papershelf lock` writes, where `first_seen` is None with the day of today."""
    words: dict[str, str] = field(default_factory=dict)
    """Human words: name of a file in seeds/curated/pages/ without suffix -> its Markdown."""
    paths: tuple[ReadingPath, ...] = ()
    """In the order people gave them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file for the site's docs folder."""

    path: str
    """POSIX path below docs/: `papers/2507.05201.md`."""
    text: str | bytes
    """Bytes are for what is no text: a picture, a compressed file."""
