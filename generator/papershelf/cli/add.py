"""`papershelf add`: a paper, or a file of them, put into the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from papershelf.cli import output
from papershelf.cli.frame import command
from papershelf.cli.lock import lock_papers
from papershelf.cli.output import counted
from papershelf.curated.note_file import STATUSES

if TYPE_CHECKING:
    from papershelf.adding import Addition
    from papershelf.config import Settings
    from papershelf.model import Library, NoteStatus, Paper


@command(
    "add",
    click.argument("given", nargs=-1, required=True),
    click.option("--author", "authors", multiple=True, help="An author, where a title is given; the first one first."),
    click.option("--year", default="", metavar="YEAR", help="The year, where a title is given."),
    click.option("--why", default="", help="Why to read it, in a line."),
    click.option("--note", default="", help="What else to say about it, in Markdown."),
    click.option("--status", type=click.Choice(STATUSES), help="Who has read it so far."),
    click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic that it belongs to."),
    click.option("--by", default="", metavar="NAME", help="Who says so."),
    click.option("--anyway", is_flag=True, help="Also what the list has already."),
    click.option("--offline", is_flag=True, help="Look nothing up; `papershelf lock` does it later."),
    epilog="""\b
Examples:
  papershelf add 2507.05201
  papershelf add https://doi.org/10.18653/v1/2023.acl-long.344
  papershelf add ~/Downloads/export.bib
  papershelf add "Rivers at rest: a survey" --author "Ann Brook" --year 2024
  papershelf add 2507.05201 --status to-read --why "the first of its kind" --by Ada""",
)
def add(
    settings: Settings,
    given: tuple[str, ...],
    authors: tuple[str, ...],
    year: str,
    anyway: bool,
    offline: bool,
    **said: Any,
) -> None:
    """Add papers.

    GIVEN: arXiv ids, DOIs, ids or addresses of other catalogues, files in any format, or a title. Each becomes a file
    of seeds/sources/. What the list has already is named, with where it stands, and not added. Then what is known of
    the new papers is looked up and locked (`papershelf lock`), and their addresses are shown.

    --why, --note, --status, --topic and --by become a note of a person about each of them, also about one that was in
    the list before: seeds/curated/notes/<id>.md. A note that stands is not changed; the lines to add are shown.
    """
    from papershelf import adding, build, disk
    from papershelf.cli.progress import progress

    refused: list[str] = []
    new: list[Addition] = []
    had: list[str] = []
    with progress(writes=False) as bar:
        library = build.read(settings, bar.step)
    for topic in said["topics"]:
        if topic not in {each.id for each in library.topics}:
            known = ", ".join(each.id for each in library.topics) or "none yet: seeds/curated/topics.yml defines them"
            raise output.not_done(f"no topic of this list is {topic}; its topics are {known}. Nothing was added")
    for each in given:
        try:
            found = adding.addition(each, authors, year)
            if not anyway and len(found.records) == 1 and (paper := adding.known(library, found.records[0])):
                output.say(f"{each} is in the list already: {_named(settings, paper)}, from {paper.members[0].place}")
                had.append(paper.id)
                continue
            with disk.alone(settings.root, output.waiting):
                if adding.save(settings, found):
                    output.say(f"{found.path}: {counted(len(found.records), 'record')}")
                else:
                    output.say(f"{found.path} is there already, word for word")
            new.append(found)
        except adding.NothingToAdd as error:
            refused.append(str(error))
    if new:
        paths = {found.path for found in new}
        with progress(writes=False) as bar:
            ids = [paper.id for paper in _of(build.read(settings, bar.step), paths)]
        library = lock_papers(settings, ids, offline=offline)
        _show(settings, library, paths)
        had += [paper.id for paper in _of(library, paths)]
    for ident in dict.fromkeys(had) if any(said.values()) else ():
        _note(settings, ident, **said)
    if refused:
        raise output.not_done("\n".join(refused))


def _of(library: Library, paths: set[str]) -> list[Paper]:
    """The papers that have a record in one of the files."""
    return [paper for paper in library.papers if any(record.place.path in paths for record in paper.members)]


def _show(settings: Settings, library: Library, paths: set[str]) -> None:
    """The papers that were added, with their addresses; those that turned out to be there before say so."""
    for paper in _of(library, paths):
        others = [record.place for record in paper.members if record.place.path not in paths]
        output.say(_named(settings, paper) + (f" was in the list before, from {others[0]}" if others else ""))


def _note(
    settings: Settings, ident: str, why: str, note: str, status: NoteStatus | None, topics: tuple[str, ...], by: str
) -> None:
    """Write what a person says about a paper, or show what to add to what stands."""
    from papershelf import adding, disk
    from papershelf.curated import note_file
    from papershelf.model import Note, Place

    path = adding.note_path(ident)
    one = Note(ident, Place(path), text=note, status=status or "", topics=topics, why=why, added_by=by)
    with disk.alone(settings.root, output.waiting):
        if adding.save_note(settings, path, note_file.text_of(one)):
            output.say(path)
        else:
            output.say(f"{path} is there, and is not changed. To add to it:\n\n{note_file.text_of(one)}")


def _named(settings: Settings, paper: Paper) -> str:
    return f"“{paper.label}”, {settings.site_url}papers/{paper.id}/"
