"""`papershelf lock`: what must never change is written down."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from papershelf.cli import output
from papershelf.cli.frame import command

if TYPE_CHECKING:
    from papershelf.config import Settings


@command(
    "lock",
    click.option("--offline", is_flag=True, required=True, help="Ids, citation keys and dates only: no network."),
    click.option("--dry-run", is_flag=True, help="Say what would change; write nothing."),
    epilog="""\b
Examples:
  papershelf lock --offline
  papershelf lock --offline --dry-run""",
)
def lock(settings: Settings, offline: bool, dry_run: bool) -> None:
    """Lock addresses, citation keys and first-seen dates.

    Writes seeds/locked/permalinks.yml, to be committed: from then on a paper keeps its address and its key whatever
    happens to its title, its sources or the rules that merge them. Papers merged since lead to the one they are part
    of; papers that are gone leave a page that says so. Nothing that stands there is ever dropped.
    """
    from papershelf import build, disk, permalinks
    from papershelf.cli.progress import progress

    with disk.alone(settings.root, output.waiting):
        before = permalinks.read(settings.root)
        if before.problems:
            output.complain("\n".join(map(str, before.problems)))
            raise output.not_done(f"{permalinks.FILE} is not whole: mend it first, nothing was written")
        with progress() as bar:
            library = build.read(settings, bar.step)
        after = permalinks.dated(library.permalinks, [paper.id for paper in library.papers], _today())
        changes = list(permalinks.news(before.permalinks, after))
        for line in changes:
            output.say(line)
        if not dry_run and (changes or set(after) != set(before.permalinks)):
            permalinks.save(settings.root, after)
    done = "would be" if dry_run else "are"
    output.say(f"{len(library.papers)} papers {done} locked in {permalinks.FILE}.")


def _today() -> date:
    """Today in UTC, or the day that SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/)."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(stated), UTC) if stated.isascii() and stated.isdigit() else datetime.now(UTC)
    return now.date()
