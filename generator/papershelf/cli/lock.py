"""`papershelf lock`: what services know is fetched, what must never change is written down."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from papershelf.cli import output
from papershelf.cli.frame import command
from papershelf.cli.meant import meant
from papershelf.cli.output import counted

if TYPE_CHECKING:
    from papershelf.config import Settings
    from papershelf.fetch import Fetched, Plan
    from papershelf.model import Library, Permalink


@command(
    "lock",
    click.argument("ids", nargs=-1),
    click.option("--refresh", is_flag=True, help="Ask again also what was answered."),
    click.option("--offline", is_flag=True, help="Ids, citation keys and dates only: no network."),
    click.option("--dry-run", is_flag=True, help="Say what would be asked and change; ask and write nothing."),
    click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write the news there (Markdown)."),
    click.option("--minutes", type=click.FloatRange(min=0), default=30, show_default=True, help="Ask no longer."),
    epilog="""\b
Examples:
  papershelf lock                       what is missing
  papershelf lock 2309.00267 --refresh  one paper anew
  papershelf lock --refresh             the news of the week
  papershelf lock --offline             no network""",
)
def lock(
    settings: Settings,
    ids: tuple[str, ...],
    refresh: bool,
    offline: bool,
    dry_run: bool,
    report: Path | None,
    minutes: float,
) -> None:
    """Fetch what is missing; lock addresses and keys.

    The only command that touches a network, besides `add`: asks arXiv, Crossref and DataCite about papers that they
    were not asked about yet, slowly, and goes on where it was when it is interrupted. Writes seeds/locked/, to be
    committed: builds read it and ask nobody. A person's word (seeds/curated/) beats what is fetched, and is never
    changed. IDS: papers by page id, arXiv id, DOI or title; without them all.

    Every paper's address and citation key are locked as well: from then on it keeps them whatever happens to its title,
    its sources or the rules that merge them. Papers merged since lead to the one they are part of; papers that are gone
    leave a page that says so. Nothing that stands there is ever dropped.
    """
    from papershelf import build, fetch
    from papershelf.cli.progress import progress

    if dry_run:
        with progress(writes=False) as bar:
            library = build.read(settings, bar.step)
        named = [paper.id for ref in ids for paper in meant(library, ref)]
        todo = fetch.plan(library, settings, this_day(), named, refresh)
        lines = list(fetch.foreseen(todo)) if not offline else []
        output.say("\n".join([*lines, *_promise(settings, library, write=False)]) or "Nothing to do.")
        return
    lock_papers(settings, ids, refresh, offline, minutes, report)


def lock_papers(
    settings: Settings,
    refs: Sequence[str],
    refresh: bool = False,
    offline: bool = False,
    minutes: float = 30,
    report: Path | None = None,
) -> Library:
    """Ask about the papers that `refs` name, or about all, and lock what never changes; the list as it is then.

    Says what came of it. Ends the command where questions stay open.
    """
    from papershelf import build, disk, fetch
    from papershelf.cli.progress import progress

    missed = 0
    _promised(settings)
    if not offline:
        with disk.alone(settings.root, output.waiting, disk.ASKING):
            with progress(writes=False) as bar:
                library = build.read(settings, bar.step)
            named = [paper.id for ref in refs for paper in meant(library, ref)]
            todo = fetch.plan(library, settings, this_day(), named, refresh)
            output.complain("\n".join(map(str, todo.problems)))
            missed = _ask(settings, todo, minutes, report)
    with disk.alone(settings.root, output.waiting):
        with progress(writes=False) as bar:
            library = build.read(settings, bar.step)
        for line in _promise(settings, library, write=True):
            output.say(line)
    output.say(f"{counted(len(library.papers), 'paper')} in the list; what is locked stands in seeds/locked/.")
    if missed:
        raise output.not_done(f"{counted(missed, 'question')} without an answer: run it again, it goes on there")
    return library


def _promise(settings: Settings, library: Library, write: bool) -> list[str]:
    """Lock addresses, citation keys and first-seen dates; what is new, a line each.

    A paper of which neither title nor author is known waits: its key would be its year, for ever.
    """
    from papershelf import permalinks

    before = _promised(settings)
    old = {link.id for link in before}
    early = {paper.id for paper in library.papers if not (paper.title or paper.authors)} - old
    links = [link for link in library.permalinks if link.id not in early]
    after = permalinks.dated(links, [paper.id for paper in library.papers], this_day())
    changes = list(permalinks.news(before, after))
    if write and (changes or set(after) != set(before)):
        permalinks.save(settings.root, after)
    return changes


def _promised(settings: Settings) -> tuple[Permalink, ...]:
    """The permalinks that stand. Ends the command where their file is not whole: it would lose what can't be read."""
    from papershelf import permalinks

    found = permalinks.read(settings.root)
    if found.problems:
        output.complain("\n".join(map(str, found.problems)))
        raise output.not_done(f"{permalinks.FILE} is not whole: mend it first, nothing was written")
    return found.permalinks


def _ask(settings: Settings, todo: Plan, minutes: float, report: Path | None) -> int:
    """Fetch, and say what came; how many questions have no answer. The caller asks alone."""
    from papershelf import fetch
    from papershelf.cli.progress import asking

    with asking() as bar:
        done = fetch.fetch(settings, todo, this_day(), bar.say, bar.watch, minutes)
    for line in done.news:
        output.say(line)
    output.say(_counts(done))
    if report:
        from papershelf.forms.proposal import news

        try:
            report.write_text(news(done.news, [f"{each.service}: {each.why}" for each in done.missed]), "utf-8")
        except OSError as error:
            raise output.not_done(f"{error.filename}: {error.strerror}") from error
    for missed in done.missed:
        papers = fetch.named([paper.id for paper in missed.papers])
        output.complain(f"{missed.service}: {missed.why}; no answer about {papers}")
    return sum(len(missed.papers) for missed in done.missed)


def this_day() -> date:
    """Today in UTC, or the day that SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/)."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(stated), UTC) if stated.isascii() and stated.isdigit() else datetime.now(UTC)
    return now.date()


def _counts(done: Fetched) -> str:
    said = [f"{service} about {counted(number, 'paper')}" for service, number in done.asked.items() if number]
    return f"Asked {', '.join(said)}; {counted(len(done.news), 'line')} of news." if said else "Nothing to ask."
