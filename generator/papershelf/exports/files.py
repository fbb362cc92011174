"""Which files there are to cite from, and where they stand.

    papers/papers.bib …                 all papers
    topics/<id>/papers.bib …            a topic's; so for years, and for authors with a page and several papers
    papers/<id>/<key>.bib …             one paper's
    api/                                `api`

A list longer than the setting `files_each_up_to` has none for single papers and authors, and no abstracts in its files:
several hundred thousand small files were a main cost of a large site (https://github.com/acl-org/acl-anthology/issues/3997),
and its pages make them from api/papers/<id>.json.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from papershelf.config import Settings
from papershelf.exports import api, bibtex, csl, schema
from papershelf.exports.formats import EACH, FORMATS, LISTS
from papershelf.exports.known import Known
from papershelf.model import Author, Library, Page, Paper, Topic
from papershelf.text.keys import file_name

LARGEST = 50_000_000
"""Bytes of a .bib, which editors of LaTeX on the web take: https://docs.overleaf.com/troubleshooting-and-support/overleaf-limits"""
_ENTRIES: dict[str, Callable[[Paper], str]] = {"bibtex": bibtex.entry, "biblatex": bibtex.biblatex}


def files(library: Library, settings: Settings, largest: int = LARGEST) -> Iterator[Page]:
    """Every export, in a fixed order; no .bib has more than `largest` bytes, but for a single entry."""
    known, small = Known.of(library, settings), is_small(library, settings)
    written = _Entries(known, small)
    for paper in library.papers:
        for name in FORMATS:
            written.entry(name, paper)  # all of a paper's while its item is at hand
        if small:
            for name in EACH:
                yield Page(paper_file(paper, name), written.file(name, [paper]))
        yield Page(data_file(paper), api.document(paper, known))
    yield from _former(library, known)
    for folder, papers in _lists(known, small):
        for name in LISTS:
            for path, part in _parts(name, folder, papers, largest):
                yield Page(path, written.file(name, part))
        if folder != papers_folder():  # whose list is api/papers.json
            yield Page(f"api/{folder}.json", written.file("json", papers))
    yield Page("api/papers.json", written.file("json", library.papers))
    yield Page("api/schema.json", schema.text(settings))


def _former(library: Library, known: Known) -> Iterator[Page]:
    """What the API says at other ids that papers had, and at those of papers that are gone."""
    taken = {file_name(paper.id) for paper in library.papers}
    former = {ident: api.moved(ident, paper, known) for paper in library.papers for ident in paper.aliases}
    former |= {gone.id: api.gone(gone) for gone in library.gone}
    for ident, said in former.items():
        if (name := file_name(ident)) not in taken:
            taken.add(name)
            yield Page(f"api/papers/{name}.json", said)


def text(name: str, papers: Iterable[Paper], library: Library, settings: Settings) -> str:
    """The file that holds `papers` in the format `name`, in one piece."""
    return _Entries(Known.of(library, settings), is_small(library, settings)).file(name, papers)


def is_small(library: Library, settings: Settings) -> bool:
    return len(library.papers) <= settings.files_each_up_to


def downloads(folder: str, papers: Sequence[Paper], largest: int = LARGEST) -> list[tuple[str, str]]:
    """The files of a list: (what the link says, path below docs/). None where there is nothing to cite."""
    if not papers:
        return []
    found = []
    for name in LISTS:
        parts = list(_parts(name, folder, papers, largest))
        for number, (path, _) in enumerate(parts, 1):
            found.append((FORMATS[name].label + (f" {number}" if len(parts) > 1 else ""), path))
    return found


def downloads_of(paper: Paper) -> list[tuple[str, str]]:
    """The files of a paper in a list that has some, as `downloads`."""
    return [(FORMATS[name].label, paper_file(paper, name)) for name in EACH]


def data_file(paper: Paper) -> str:
    """Path of what the API says about a paper, below docs/."""
    return f"api/papers/{file_name(paper.id)}.json"


def paper_file(paper: Paper, name: str) -> str:
    """Path of one paper's file below docs/."""
    return f"papers/{file_name(paper.id)}/{file_name(csl.key(paper))}.{FORMATS[name].suffix}"


def papers_folder() -> str:
    return "papers"


def topic_folder(topic: Topic) -> str:
    return f"topics/{file_name(topic.id)}"


def author_folder(author: Author) -> str:
    return f"authors/{file_name(author.id)}"


def year_folder(year: int | None) -> str:
    return f"years/{year or 'undated'}"


class _Entries:
    """Each entry written once: a paper stands in some ten files."""

    def __init__(self, known: Known, small: bool) -> None:
        self.known, self.small = known, small
        self.done: dict[tuple[str, str], str] = {}

    def file(self, name: str, papers: Iterable[Paper]) -> str:
        return FORMATS[name].of((self.entry(name, paper) for paper in papers), self.known)

    def entry(self, name: str, paper: Paper) -> str:
        found = self.done.get((name, paper.id))
        if found is None:
            form = FORMATS[name]
            write = form.entry if self.small else form.brief or form.entry
            found = self.done[name, paper.id] = write(paper, self.known)
        return found


def _lists(known: Known, small: bool) -> Iterator[tuple[str, Sequence[Paper]]]:
    """(folder, its papers) of every list that has some."""
    library = known.library
    years: dict[int | None, list[Paper]] = {}
    for paper in library.papers:
        years.setdefault(paper.year, []).append(paper)
    lists: list[tuple[str, Sequence[Paper]]] = [(papers_folder(), library.papers)]
    lists += [(topic_folder(topic), [known.papers[ident] for ident in topic.papers]) for topic in library.topics]
    if small:
        several = (author for author in library.authors if len(author.papers) >= max(2, known.pages_from))
        lists += [(author_folder(author), [known.papers[ident] for ident in author.papers]) for author in several]
    lists += [(year_folder(year), years[year]) for year in sorted(years, key=lambda year: -(year or 0))]
    return ((folder, papers) for folder, papers in lists if papers)


def _parts(name: str, folder: str, papers: Sequence[Paper], largest: int) -> Iterator[tuple[str, Sequence[Paper]]]:
    """(path below docs/, papers of the file): several files, where one .bib would be too large."""
    suffix = FORMATS[name].suffix
    chunks = _chunks(papers, _ENTRIES[name], largest) if name in _ENTRIES else [papers]
    if len(chunks) == 1:
        yield f"{folder}/papers.{suffix}", papers
    else:
        yield from ((f"{folder}/papers-{number}.{suffix}", chunk) for number, chunk in enumerate(chunks, 1))


def _chunks(papers: Sequence[Paper], entry: Callable[[Paper], str], largest: int) -> list[Sequence[Paper]]:
    # No entry is longer than this but by TeX's escapes, and to add it up costs nothing.
    if sum(800 + 4 * len(paper.title or "") + 60 * len(paper.authors) for paper in papers) < largest:
        return [papers]
    chunks: list[list[Paper]] = [[]]
    size = 0
    for paper in papers:
        length = len(entry(paper).encode()) + 2
        if chunks[-1] and size + length > largest:
            chunks.append([])
            size = 0
        chunks[-1].append(paper)
        size += length
    return list(chunks)
