"""Which files of a list are ours: `.papershelf/manifest.json`.

A file is ours if the manifest lists its path with the SHA-256 of what stands there. Before anything is replaced the
manifest is saved with what is `pending`, so that a run that is killed half-way leaves no file that nobody knows.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from papershelf.config import MACHINE, SEEDS

FILE = f"{MACHINE}/manifest.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """Paths below the list's root, POSIX, with the SHA-256 of our content in hexadecimal."""

    files: dict[str, str] = field(default_factory=dict)
    """What the last finished run left."""
    pending: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What runs that did not finish may have left, besides."""
    broken: bool = False
    """The file is there and cannot be understood."""

    def lists(self, path: str, digest: str) -> bool:
        """Whether content with this digest at this path is ours."""
        return digest == self.files.get(path) or digest in self.pending.get(path, ())

    def expecting(self, new: dict[str, str]) -> Manifest:
        """This manifest, when `new` is about to be written."""
        more = {path: tuple(dict.fromkeys((*self.pending.get(path, ()), digest))) for path, digest in new.items()}
        return Manifest(self.files, {**self.pending, **more})


def read(root: Path) -> Manifest:
    """The manifest of the list in `root`; an empty one where there is none or it cannot be understood."""
    try:
        data = json.loads((root / FILE).read_bytes())
        if data["version"] != _VERSION:
            raise ValueError(data["version"])
        files = {str(path): str(digest) for path, digest in data["files"].items() if _plausible(path)}
        pending = {str(path): tuple(map(str, some)) for path, some in data["pending"].items() if _plausible(path)}
    except FileNotFoundError:
        return Manifest()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest(broken=True)
    return Manifest(files, pending)


def save(root: Path, manifest: Manifest) -> None:
    """Replace the manifest, whole or not at all."""
    data = {"version": _VERSION, "files": manifest.files, "pending": manifest.pending}
    new = root / f"{FILE}.new"
    new.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    new.replace(root / FILE)


def digest(data: bytes) -> str:
    """How the manifest names content."""
    return hashlib.sha256(data).hexdigest()


def standing(file: Path | str) -> str | None:
    """Digest of the plain file at a path; None: nothing is there; "": something else is (a link, a folder)."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return ""
        with open(file, "rb") as stream:  # noqa: PTH123  (a Path for each of 20,000 files takes longer than the file)
            return digest(stream.read())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _plausible(path: str) -> bool:
    """No manifest, however it came to be, makes us touch what lies outside the list or in seeds/."""
    parts = path.split("/")
    return all(part not in ("", ".", "..") for part in parts) and parts[0] not in (SEEDS, ".git") and "\0" not in path
