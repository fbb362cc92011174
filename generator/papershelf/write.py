"""STAGE pages -> docs/: the only code that writes into a list.

Everything new is first staged in `.papershelf/staged/`; only when all of it is on the disk are files moved into place,
each whole, in one burst. So a full disk, a read-only folder or a bug while rendering leaves the previous pages as they
were. A file that the manifest does not list is a person's: never replaced, never deleted. A page that a person edited
is replaced, since it is generated, but their version is kept in `.papershelf/edited/`.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from papershelf import manifest
from papershelf.config import MACHINE, Settings
from papershelf.disk import disk, move
from papershelf.manifest import Manifest, digest, standing
from papershelf.model import Page, Place, Problem
from papershelf.text.keys import is_device

_STAGED = f"{MACHINE}/staged"
_EDITED = f"{MACHINE}/edited"
# What some file system or shell gives a meaning of its own:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did. Paths are POSIX, below the list's root."""

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    edited: tuple[tuple[str, str], ...] = ()
    """(page that a person had edited, where their version is now)"""
    kept: tuple[str, ...] = ()
    """A person's own files where the theme has one too: they override it."""
    problems: tuple[Problem, ...] = ()


def write(pages: Iterable[Page], settings: Settings, extras: Mapping[str, bytes] | None = None) -> Written:
    """Bring the list's docs folder to `pages`, and `extras` (path below the root -> content) into `.papershelf/`.

    The caller holds the list's lock (`disk.alone`). Raises WriteError where the disk refuses.
    """
    root = settings.root
    docs = settings.docs_dir.relative_to(root).as_posix()
    try:
        with disk():
            old = manifest.read(root)
            shutil.rmtree(root / _STAGED, ignore_errors=True)
            (root / _STAGED).mkdir(parents=True)
        plan = _Plan(root, docs, old)
        for page in pages:
            plan.page(page)
        for path, data in (extras or {}).items():
            plan.take(path, data)
        with disk():
            return plan.carry_out()
    finally:
        shutil.rmtree(root / _STAGED, ignore_errors=True)


class _Plan:
    """What is to be written, gathered page by page; nothing outside `.papershelf/` changes before `carry_out`."""

    def __init__(self, root: Path, docs: str, old: Manifest) -> None:
        self.root, self.docs, self.old = root, docs, old
        self.wanted: dict[str, str] = {}
        self.staged: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.folders: dict[str, str] = {}
        self.blocked: dict[str, str | None] = {}  # folder -> what blocks the way into it: looked up once, not per file
        self.at = f"{root}{os.sep}"
        self.kept: list[str] = []
        self.problems: list[Problem] = []
        if old.broken:
            self.problem(manifest.FILE, "it cannot be read, so nothing tells old pages from yours", "no such file")

    def problem(self, path: str, message: str, fix: str) -> None:
        self.problems.append(Problem(Place(path), message, fix))

    def page(self, page: Page) -> None:
        """Add a page; one whose path is unsafe, or taken but for its case, is a Problem instead."""
        path = f"{self.docs}/{page.path}"
        what = unsafe(page.path)
        if what:
            return self.problem(self.docs, f"{what}: {page.path[:200]!r}", "another id for the paper, author or topic")
        address = path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        above = list(_above(address))
        other = self.folders.get(address) or next(
            (self.files[place] for place in (address, *above) if place in self.files), None
        )
        if other:
            return self.problem(path, f"{other} has the same place on some computers", "another id")
        self.files[address] = path
        for folder in above:
            self.folders.setdefault(folder, path)
        data = page.text.encode("utf-8", "replace") if isinstance(page.text, str) else page.text
        return self.take(path, data)

    def take(self, path: str, data: bytes) -> None:
        """Stage a file, unless what stands there is the same already, or a person's."""
        target, sha = f"{self.at}{path}", digest(data)
        with disk():
            blocked = self.way(path)
            found = "" if blocked else standing(target)
            if found == sha:
                self.wanted[path] = sha
            elif found is None or self.old.lists(path, found) or (found and self.replaceable(path)):
                self.wanted[path] = sha
                staged = f"{self.at}{_STAGED}/{len(self.staged)}"
                self.staged[path] = staged
                with open(staged, "xb") as file:  # noqa: PTH123  (a Path would take longer than the file)
                    file.write(data)
            elif path.startswith(f"{MACHINE}/"):
                self.kept.append(path)
            else:
                what = f"{blocked} is no folder" if blocked else "this is not a file that papershelf wrote"
                self.problem(path, f"{what}, so the page for this place is not written", "nothing here: move it away")

    def replaceable(self, path: str) -> bool:
        """Whether an edited file is replaced: a page is, a file of the theme is the person's from then on."""
        return path in self.old.files and not path.startswith(f"{MACHINE}/")

    def carry_out(self) -> Written:
        """Delete what is gone, then move into place what is staged."""
        gone = [path for path in sorted({*self.old.files, *self.old.pending}) if path not in self.wanted]
        if self.staged or gone or self.old != Manifest(self.wanted):
            manifest.save(self.root, self.old.expecting(self.wanted))
        edited: list[tuple[str, str]] = []
        removed = [path for path in gone if self.remove(path, edited)]
        for folder in {path.rpartition("/")[0]: None for path in self.staged}:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        for path, staged in self.staged.items():
            self.keep_edited(path, edited)
            move(staged, f"{self.at}{path}")
        if self.staged or gone or self.old != Manifest(self.wanted):
            manifest.save(self.root, Manifest(self.wanted))
        return Written(
            changed=tuple(self.staged),
            removed=tuple(removed),
            unchanged=len(self.wanted) - len(self.staged),
            edited=tuple(edited),
            kept=tuple(self.kept),
            problems=tuple(self.problems),
        )

    def remove(self, path: str, edited: list[tuple[str, str]]) -> bool:
        file = self.root / path
        found = None if self.way(path) else standing(file)
        if not found or not (self.old.lists(path, found) or self.replaceable(path)):
            return False
        self.keep_edited(path, edited)
        file.unlink()
        with suppress(OSError):  # a folder that still holds something stays
            for folder in takewhile(lambda folder: folder != self.root / self.docs, file.parents):
                folder.rmdir()
        return True

    def way(self, path: str) -> str | None:
        """The first folder on the way to `path` that is a link or no folder: nothing is written or deleted through
        it."""
        folder = path.rpartition("/")[0]
        if not folder:
            return None
        if folder not in self.blocked:
            here = self.root / folder
            stands = here.is_symlink() or (here.exists() and not here.is_dir())
            self.blocked[folder] = self.way(folder) or (folder if stands else None)
        return self.blocked[folder]

    def keep_edited(self, path: str, edited: list[tuple[str, str]]) -> None:
        """Copy aside what is about to be replaced or deleted, if it is not what papershelf wrote."""
        found = standing(f"{self.at}{path}")
        if not found or self.old.lists(path, found):
            return
        copy, number = Path(_EDITED, path), 1
        while standing(self.root / copy) not in (None, found):
            number += 1
            copy = Path(_EDITED, path).with_suffix(f".{number}{Path(path).suffix}")
        (self.root / copy).parent.mkdir(parents=True, exist_ok=True)
        staged = self.root / _STAGED / "edited"
        shutil.copyfile(self.root / path, staged)
        staged.replace(self.root / copy)
        edited.append((path, copy.as_posix()))


def _above(path: str) -> Iterator[str]:
    """The folders that hold `path`."""
    while path := path.rpartition("/")[0]:
        yield path


def unsafe(path: str) -> str | None:
    """What makes a page's path unfit to be a file everywhere, in words."""
    for part in path.split("/"):
        if part in ("", ".", "..") or part.startswith("."):
            return "no path that stays in this folder"
        if _UNSAFE.search(part) or part.endswith((".", " ")) or is_device(part):
            return "no name for a file on every computer"
        if len(part.encode("utf-8", "replace")) > _LONGEST_NAME:
            return "a name too long for a file"
    return None
