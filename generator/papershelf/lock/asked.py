"""seeds/locked/asked.yml: the day on which a service was last asked about everything. Answers older than a setting
(`refresh_after`) are old.

    arXiv: 2026-11-21
    Crossref: 2026-11-21
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from papershelf.checked import Checker
from papershelf.config import MACHINE
from papershelf.disk import disk, move
from papershelf.lock.file import SERVICES
from papershelf.model import Problem

FILE = "seeds/locked/asked.yml"
_HEAD = "# When each service was last asked about all papers. Written by `papershelf lock` only.\n"


def read(root: Path) -> tuple[dict[str, date], tuple[Problem, ...]]:
    """Service -> day, and what is wrong in the file; a missing file says nothing."""
    check = Checker.load(root, FILE)
    if check.file.data is None:
        return {}, tuple(check.problems)
    given = check.mapping(check.file.data, (), SERVICES) or {}
    days = {service: check.day(value, (service,)) for service, value in given.items()}
    return {service: day for service, day in days.items() if day}, tuple(check.problems)


def save(root: Path, days: Mapping[str, date]) -> None:
    """Write the file. The caller holds the list's lock. Raises WriteError where the disk refuses."""
    new = _HEAD + "".join(f"{service}: {days[service]}\n" for service in SERVICES if service in days)
    with disk():
        target, staged = root / FILE, root / MACHINE / "asked.new"
        staged.parent.mkdir(exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.write_text(new, "utf-8", newline="\n")
        move(staged, target)
