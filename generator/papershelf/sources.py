"""The files of seeds/sources/, as text."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass
from pathlib import Path

from papershelf.model import Place, Problem

FOLDER = "seeds/sources"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVED = "the file saved as UTF-8"


@dataclass(frozen=True, slots=True)
class Text:
    """One file."""

    path: str
    """POSIX path below the list's root."""
    text: str
    encoding: str


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
        text, encoding, wrong = decode(data)
        texts.append(Text(path, text, encoding))
        if wrong:
            problems.append(Problem(Place(path), wrong, _SAVED))
    return tuple(texts), tuple(problems)


def decode(data: bytes) -> tuple[str, str, str]:
    """(text, encoding, what is wrong with it or nothing). Every byte stands for a character of the text."""
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16"), "utf-16", ""
        except UnicodeDecodeError as error:
            return data.decode("utf-16", "replace"), "utf-16", f"broken UTF-16 text ({error.reason})"
    try:
        return data.decode("utf-8-sig"), "utf-8", ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8 text (byte 0x{data[error.start]:02x} in line {line})"
        wrong = f"{what}; read as Windows-1252, letters may be wrong"
        try:
            return data.decode("cp1252"), "cp1252", wrong
        except UnicodeDecodeError:  # five bytes mean nothing there
            return data.decode("latin-1"), "latin-1", wrong.replace("Windows-1252", "Latin-1")


def _files(folder: Path) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
        found += [Path(parent) / name for name in (*names, *links) if not name.startswith(".")]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())
