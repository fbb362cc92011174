"""notes/<id>.md: what people of the list think of a paper. The file's name is the paper's id, in any form that `refs`
knows; a folder may stand for the slash of an old arXiv id."""

from __future__ import annotations

from pathlib import Path

from papershelf.curated import note_file
from papershelf.model import Note, Place, Problem

_SUFFIX = ".md"


def notes(root: Path, folder: str) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """The notes in `folder`, below `root`, by file name."""
    found: list[Note] = []
    problems: list[Problem] = []
    top = root / folder
    for file in sorted(top.rglob("*")) if top.is_dir() else ():
        name = file.relative_to(top)
        if any(part.startswith(".") for part in name.parts) or file.is_dir():
            continue
        place = Place(f"{folder}/{name.as_posix()}")
        if file.suffix != _SUFFIX:
            problems.append(Problem(place, "not read: a note is a file of Markdown", f"{file.stem}{_SUFFIX}"))
            continue
        try:
            content = file.read_bytes()
        except OSError as error:
            problems.append(Problem(place, f"can't be read: {error.strerror}", "a text file"))
            continue
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            text = content.decode("utf-8", "replace")
            problems.append(Problem(place, f"not UTF-8 text ({error.reason})", "the file saved as UTF-8"))
        note, wrong = note_file.note(place.path, name.with_suffix("").as_posix(), text)
        found.append(note)
        problems += wrong
    return tuple(found), tuple(problems)
