"""The files of seeds/sources/, as text. Other files are read the same way: `text_of`, `decode`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from papershelf import encodings
from papershelf.filekinds import no_text
from papershelf.model import Place, Problem

FOLDER = "seeds/sources"
BINARY = "binary"
"""The encoding of what is no text."""
_SAVED = "the file saved as UTF-8"


@dataclass(frozen=True, slots=True)
class Text:
    """One file."""

    path: str
    """POSIX path below the list's root."""
    text: str
    """Empty where the file is no text."""
    encoding: str
    """`utf-8`, or the encoding guessed; `BINARY` where the file is no text."""


def read(root: Path) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """Every file below seeds/sources/, by path, and what is wrong with them. Hidden files are not looked at, and
    nothing outside of the folder is: a link that leads out of it is a problem."""
    folder = root / FOLDER
    texts: list[Text] = []
    problems: list[Problem] = []
    for file in _files(folder):
        path = f"{FOLDER}/{file.relative_to(folder).as_posix()}"
        try:
            if not file.resolve().is_relative_to(folder.resolve()):
                problems.append(Problem(Place(path), "a link that leads out of seeds/sources/", "the file itself"))
                continue
            if not file.is_file():
                problems.append(Problem(Place(path), "not a file that can be read", "a text file"))
                continue
            data = file.read_bytes()
        except OSError as error:
            problems.append(Problem(Place(path), f"can't be read: {error.strerror}", "a text file"))
            continue
        text, wrong = text_of(data, path)
        texts.append(text)
        if wrong:
            problems.append(wrong)
    return tuple(texts), tuple(problems)


def text_of(data: bytes, path: str) -> tuple[Text, Problem | None]:
    """The text of one file, and what is wrong with it. What is no text at all (a PDF, a zip archive) is empty."""
    text, encoding, wrong = decode(data)
    if not wrong:
        return Text(path, text, encoding), None
    other = no_text(data)
    return Text(path, text, encoding), Problem(Place(path), wrong, other[1] if other else _SAVED)


def decode(data: bytes) -> tuple[str, str, str]:
    """(text, encoding, what is wrong with it or nothing). Every byte stands for a character of the text; what is no
    text at all has none, and is `BINARY`."""
    if (other := no_text(data)) is not None:
        return "", BINARY, f"{other[0]}, not a text file"
    return encodings.text_of(data)


def _files(folder: Path) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
        found += [Path(parent) / name for name in (*names, *links) if not name.startswith(".")]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())
