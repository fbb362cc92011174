"""The lock brought up to date: what changes is said line by line, and the file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from papershelf.config import MACHINE
from papershelf.disk import disk, move
from papershelf.model import Permalink
from papershelf.permalinks.file import FILE, text


def dated(permalinks: Sequence[Permalink], live: Sequence[str], day: date) -> tuple[Permalink, ...]:
    """`permalinks` as they are on `day`: what is new was first seen then; what is neither merged nor the id of a
    paper (`live`) was missed first then."""
    here = set(live)
    return tuple(
        replace(
            link,
            first_seen=link.first_seen or day,
            removed=None if link.id in here or link.merged_into else link.removed or day,
        )
        for link in permalinks
    )


def news(before: Sequence[Permalink], after: Sequence[Permalink]) -> Iterator[str]:
    """What is different, a line each, by id."""
    old = {link.id: link for link in before}
    for link in sorted(after, key=lambda link: link.id):
        was = old.get(link.id)
        if was is None:
            yield f"new: papers/{link.id}/, cited as {link.key}"
            continue
        if link.merged_into and link.merged_into != was.merged_into:
            yield f"merged: papers/{link.id}/ leads to papers/{link.merged_into}/"
        elif was.merged_into and not link.merged_into:
            yield f"apart again: papers/{link.id}/ is a paper of its own"
        if link.removed and not was.removed:
            yield f"removed: papers/{link.id}/ says so from now on"
        elif was.removed and not link.removed:
            yield f"back: papers/{link.id}/"
        if more := [alias for alias in link.aliases if alias not in was.aliases]:
            yield f"also: {', '.join(f'papers/{alias}/' for alias in more)} to papers/{link.id}/"


def lost(before: Sequence[Permalink], after: Sequence[Permalink]) -> Iterator[str]:
    """What was promised in `before` and is not in `after`, a line each: nothing but a person's hand or a merge of two
    branches takes a promise away."""
    now = {link.id: link for link in after}
    for link in before:
        kept = now.get(link.id)
        if kept is None:
            yield f"papers/{link.id}/, cited as {link.key}, stands in {FILE} no more"
            continue
        if kept.key != link.key:
            yield f"papers/{link.id}/ was cited as {link.key}, and is as {kept.key}"
        for alias in link.aliases:
            if alias not in kept.aliases:
                yield f"papers/{alias}/ led to papers/{link.id}/, and does no more"


def save(root: Path, permalinks: Sequence[Permalink]) -> None:
    """Write the file. The caller holds the list's lock (`disk.alone`). Raises WriteError where the disk refuses."""
    with disk():
        target, staged = root / FILE, root / MACHINE / "permalinks.new"
        staged.parent.mkdir(exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.write_text(text(permalinks), "utf-8", newline="\n")
        move(staged, target)
