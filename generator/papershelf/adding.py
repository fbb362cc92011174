"""`papershelf add`: what a person gives becomes a file of seeds/sources/, in the simplest form that a reader knows.

Each addition is a file of its own, so that two people who add at a time never meet in one: an id is a line in
`added/<id>.txt`, a title a labelled block there, a file is copied as it is. Nothing that stands is written over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from papershelf import curated, identifiers, readers, sources
from papershelf.config import MACHINE, Settings
from papershelf.disk import disk, move
from papershelf.model import Library, Paper, Record
from papershelf.text import clean, fold, one_line, slug

FOLDER = f"{sources.FOLDER}/added"
_LONGEST = 500
_LOOKS_LIKE_A_FILE = re.compile(r"\S*[/\\]\S*|\S+\.(?:bib|ris|nbib|json|csv|tsv|xml|txt|md|enw|pdf|html?)", re.I)
_LOOKS_LIKE_AN_ID = re.compile(r"(?:arxiv:)?\d[\d.v/]*|10\.\S*|https?://\S*|(?:doi|pmid|arxiv):\S*", re.I)


class NothingToAdd(Exception):
    """What was given says nothing that can be added; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A file to be."""

    path: str
    """Below the list's root: `seeds/sources/added/2507.05201.txt`."""
    content: bytes
    records: tuple[Record, ...]
    """What its reader reads of it."""


def addition(given: str, authors: Sequence[str] = (), year: str = "", files: bool = True) -> Addition:
    """The file for an id, an address, the path of a file, or a title (with `authors` and `year`, where known). Without
    `files` no path is looked at: for text of strangers.

    Raises NothingToAdd.
    """
    text = given.strip()
    if files and len(text) <= _LONGEST and _is_file(text):
        return _of_file(Path(text))
    ids = [record for record in _read(text) if record.format == "id list"]
    if ids:
        return _of_id(ids[0], text)
    if _LOOKS_LIKE_AN_ID.fullmatch(text):
        raise NothingToAdd(f"{one_line(text, 100)} is no whole id or address of a paper; right would be: {_RIGHT}")
    if _LOOKS_LIKE_A_FILE.fullmatch(text):
        raise NothingToAdd(f"{one_line(text, 100)}: no such file")
    return _of_title(text, authors, year)


_RIGHT = "2507.05201, 10.18653/v1/2023.acl-long.344, an address of one of them, a file, or a title in quotes"


def known(library: Library, record: Record) -> Paper | None:
    """The paper of the list that has an id of `record`, or its very title and first author."""
    for paper in library.papers:
        if record.arxiv and record.arxiv in (paper.arxiv, *(form.arxiv for form in paper.manifestations)):
            return paper
        if record.doi and record.doi in (paper.doi, *(form.doi for form in paper.manifestations)):
            return paper
        if set(record.other_ids) & set(paper.other_ids):
            return paper
        if record.title and fold(record.title) in {fold(t) for t in (paper.title, *paper.earlier_titles) if t}:
            theirs = {fold(name).rpartition(" ")[2] for name in paper.authors}
            if not (record.authors and theirs) or fold(record.authors[0]).rpartition(" ")[2] in theirs:
                return paper
    return None


def note_path(ident: str) -> str:
    """Where a person's note about the paper with the page id `ident` stands."""
    return f"{curated.FOLDER}/notes/{ident}.md"


def save_note(settings: Settings, path: str, text: str) -> bool:
    """Put a note in its place; False where one stands, which is never changed. The caller holds the list's lock.
    Raises WriteError where the disk refuses."""
    with disk():
        target = settings.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            return False
    return True


def save(settings: Settings, new: Addition) -> bool:
    """Put the file in its place; False where it is there already, with the same content. The caller holds the list's
    lock (`disk.alone`). Raises WriteError where the disk refuses, NothingToAdd where another file has the place."""
    target = settings.root / new.path
    folder = (settings.root / sources.FOLDER).resolve()
    if not target.parent.resolve().is_relative_to(folder):
        raise NothingToAdd(f"{new.path}: {target.parent.name}/ leads out of {sources.FOLDER}/")
    if target.is_symlink() or target.exists():
        if target.is_file() and not target.is_symlink() and target.read_bytes() == new.content:
            return False
        raise NothingToAdd(f"{new.path} is another file; right would be: a name of its own")
    with disk():
        staged = settings.root / MACHINE / "added.new"
        staged.parent.mkdir(exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(new.content)
        move(staged, target)
    return True


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _of_file(file: Path) -> Addition:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise NothingToAdd(f"{file}: {error.strerror}") from error
    name = re.sub(r"[^\w.,+ -]+", "-", clean(PurePath(file).name)).lstrip(". ")[-100:] or "added.txt"
    path = f"{sources.FOLDER}/{name}"
    text, wrong = sources.text_of(content, path)
    if text.encoding == sources.BINARY and wrong:
        raise NothingToAdd(str(replace(wrong, place=replace(wrong.place, path=str(file)))))
    found = tuple(item for item in readers.read(text.text, path) if isinstance(item, Record))
    if not found:
        raise NothingToAdd(f"{file}: no paper can be read in it; `papershelf dedupe {file}` says what is wrong")
    return Addition(path, content, found)


def _of_id(record: Record, text: str) -> Addition:
    name = identifiers.page_id(record.arxiv, record.doi)
    if record.arxiv:
        line = f"arXiv:{record.arxiv}"
    elif record.doi:
        line = f"https://doi.org/{record.doi}"
    else:
        line = one_line(text)
        name = slug("-".join(record.other_ids[0]) if record.other_ids else line)
    return _made(name or slug(line), f"{line}\n")


def _of_title(title: str, authors: Sequence[str], year: str) -> Addition:
    title = one_line(title)
    if len(title.split()) < 2 or len(title) > _LONGEST or not any(char.isalpha() for char in title):
        raise NothingToAdd(f"{one_line(title, 100)!r} is no title of a paper; right would be: {_RIGHT}")
    lines = [f"Title: {title}"]
    lines += [f"Authors: {'; '.join(map(one_line, authors))}"] if authors else []
    lines += [f"Year: {one_line(year)}"] if year else []
    return _made(slug(title)[:80].strip("-"), "\n".join(lines) + "\n")


def _made(name: str, text: str) -> Addition:
    path = f"{FOLDER}/{name}.txt"
    return Addition(path, text.encode(), tuple(_read(text, path)))


def _read(text: str, path: str = "given") -> list[Record]:
    return [item for item in readers.read(text, path) if isinstance(item, Record)]
