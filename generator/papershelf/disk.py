"""Writing so that nothing breaks: one writer at a time, whole files, and words for what the disk refuses."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from papershelf.config import MACHINE

WRITING = "lock"
ASKING = "lock-asking"
"""Names of the locks of a list: who writes, who asks services."""


class WriteError(Exception):
    """Pages could not be written. The sources are whole, and so is every page that stands."""


@contextmanager
def disk() -> Iterator[None]:
    """Turn what the disk refuses into a WriteError that says what to do."""
    try:
        yield
    except OSError as error:
        advice = {
            errno.ENOSPC: "make room on the disk",
            errno.EDQUOT: "make room in your quota",
            errno.EROFS: "make the folder writable",
            errno.EACCES: "make the folder writable",
        }.get(error.errno or 0, "see to that")
        where = f"{error.filename}: " if error.filename else ""
        message = f"{where}{error.strerror or error}; the sources and the pages that stand are whole"
        raise WriteError(f"{message}: {advice} and run it again") from error


@contextmanager
def alone(root: Path, waiting: Callable[[], None] = lambda: None, name: str = WRITING) -> Iterator[None]:
    """Hold the list's lock; where another run holds it, call `waiting` once and wait. `name` is another lock of the
    list, for what takes so long that nobody who writes should wait for it."""
    with disk():
        (root / MACHINE).mkdir(exist_ok=True)
        lock = FileLock(root / MACHINE / name)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire()
    try:
        yield
    finally:
        lock.release()


def move(staged: Path | str, target: Path | str) -> None:
    """Put a finished file in the place of another, which is never seen half."""
    try:
        os.replace(staged, target)  # noqa: PTH105  (a Path for each of 20,000 files takes longer than the file)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # On another disk: a copy first, so that the page appears whole.
        near = Path(target).with_name(".papershelf-new")
        near.unlink(missing_ok=True)
        shutil.copyfile(staged, near)
        near.replace(target)
