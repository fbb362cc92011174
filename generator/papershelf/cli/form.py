"""`papershelf form`: what was said in a form becomes a change to review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from papershelf.cli import output
from papershelf.cli.frame import command
from papershelf.cli.lock import lock_papers

if TYPE_CHECKING:
    from papershelf.config import Settings
    from papershelf.forms.issue import Issue
    from papershelf.model import Library


_SHOWN = 10
"""Papers of which the page's text is shown."""


@command(
    "form",
    click.argument("event", metavar="EVENT_FILE", type=click.Path(path_type=Path, dir_okay=False)),
    click.option(
        "--out",
        metavar="DIR",
        required=True,
        type=click.Path(path_type=Path, file_okay=False),
        help="Where title.txt and body.md of the pull request go.",
    ),
    click.option("--offline", is_flag=True, help="Look nothing up."),
    epilog="""\b
Example, in a workflow:
  papershelf form "$GITHUB_EVENT_PATH" --out "$RUNNER_TEMP/proposal\"""",
)
def form(settings: Settings, event: Path, out: Path, offline: bool) -> None:
    """Make of a form on GitHub a change of seeds/, to review.

    EVENT_FILE holds the event of an issue that the form *Add a paper* or *Fix this record* made. What it says is data:
    no path in it is read, nothing in it is run. The files of seeds/ are changed in place; title and body of a pull
    request, in which nobody's text is alive, are written to DIR.
    """
    from papershelf import build, changes
    from papershelf.cli.progress import progress
    from papershelf.forms import issue
    from papershelf.forms.proposal import Proposal, body, inert, preview, title

    try:
        asked = issue.read(event)
    except issue.NoForm as error:
        raise output.not_done(str(error)) from error
    with progress(writes=False) as bar:
        before = build.read(settings, bar.step)
    what, about, said = _fix(settings, before, asked) if asked.fixes else _add(settings, before, asked, offline)
    with progress(writes=False) as bar:
        after = build.read(settings, bar.step)
    old = {paper.id: paper for paper in before.papers}
    new = [preview(paper) for paper in after.papers if paper != old.get(paper.id)][:_SHOWN]
    shown = ["What the page will say:", *new] if new else []
    made = Proposal(title(what, about), body([*said, *shown, inert(changes.changes(before, after))]))
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "title.txt").write_text(f"{made.title}\n", "utf-8", newline="\n")
        (out / "body.md").write_text(made.body, "utf-8", newline="\n")
    except OSError as error:
        raise output.not_done(f"{error.filename}: {error.strerror}") from error
    output.say(made.title)


def _answers(asked: Issue) -> list[str]:
    """What the form says, to be read and not obeyed."""
    from papershelf.forms.proposal import quoted

    said = [f"What issue {asked.number} says:"]
    for label, answer in asked.answers.items():
        if answer:
            said += [f"{label}", quoted(answer, 5_000)]
    return said


def _add(settings: Settings, library: Library, asked: Issue, offline: bool) -> tuple[str, str, list[str]]:
    from papershelf import adding, disk
    from papershelf.forms.adding import wish

    found = wish(asked, library)
    remarks = list(found.remarks)
    for each in found.additions:
        try:
            with disk.alone(settings.root, output.waiting):
                adding.save(settings, each)
        except adding.NothingToAdd:
            remarks.append(f"`{each.path}` is another file already; nothing was added to it.")
    if found.additions:
        try:
            lock_papers(settings, _new(settings, {each.path for each in found.additions}), offline=offline)
        except click.ClickException:
            remarks.append("Not everything could be looked up; `papershelf lock` asks again.")
    about = asked.answers.get("Title") or asked.answers["Paper"]
    return "Add", about, [*remarks, *_answers(asked)]


def _new(settings: Settings, paths: set[str]) -> list[str]:
    from papershelf import build

    papers = build.read(settings).papers
    return [paper.id for paper in papers if any(record.place.path in paths for record in paper.members)]


def _fix(settings: Settings, library: Library, asked: Issue) -> tuple[str, str, list[str]]:
    from papershelf.forms import fixing

    try:
        done = fixing.fix(asked, library, settings.root)
    except fixing.CannotBeDone as error:
        return "Fix", asked.answers["Paper"], [str(error), *_answers(asked)]
    return "Fix", done.paper.id, [f"An entry is added to `{done.file}`.", *_answers(asked)]
