"""Arguments in, exit status out; the only package that prints.

frame         the group of commands: --root, settings, what went wrong as message and exit status
add           `add`: papers put into the list
dedupe_files  `dedupe`: files alone
export        `export`: papers in other formats
form          `form`: what a form on GitHub says, to review
lock          `lock`: what services know is fetched, what must never change is written down
review        `review`: a person's verdicts, one by one
meant         the papers that a person names
beside        two records field by field, for a terminal
output        what is said, and how
progress      a bar on a terminal that waits
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from papershelf.cli import output
from papershelf.cli.add import add
from papershelf.cli.dedupe_files import dedupe_files
from papershelf.cli.export import export
from papershelf.cli.form import form
from papershelf.cli.frame import STRICT, command, main
from papershelf.cli.lock import lock, this_day
from papershelf.cli.meant import meant
from papershelf.cli.review import review
from papershelf.engine import ENGINES

if TYPE_CHECKING:
    from papershelf.config import Settings

__all__ = ["add", "dedupe_files", "export", "form", "lock", "main", "review"]


@command(
    "generate",
    STRICT,
    epilog="""\b
Examples:
  papershelf generate
  papershelf generate --strict --root ../other-list""",
)
def generate(settings: Settings, strict: bool) -> None:
    """Write the pages, not yet the site.

    Reads seeds/ and brings docs/ up to date: only files whose content changed are written; pages of papers that
    are gone are deleted; your own files in docs/ are never touched.
    """
    from papershelf import build
    from papershelf.cli.progress import progress

    with progress() as bar:
        report = build.generate(settings, output.waiting, bar.step, bar.through)
    output.report(report)
    output.end(report.problems, strict)


@command(
    "build",
    click.option(
        "--engine",
        "name",
        type=click.Choice(list(ENGINES)),
        default="mkdocs",
        show_default=True,
        help="The program that makes the site.",
    ),
    click.option("--strict", is_flag=True, help="Problems in the input, and warnings of the engine, mean: not done."),
    click.option("--frozen", is_flag=True, help="What `papershelf lock` would still write means: not done."),
    epilog="""\b
Examples:
  papershelf build
  papershelf build --strict                what to publish
  papershelf build --engine zensical       another engine, same pages and addresses""",
)
def build_site(settings: Settings, name: str, strict: bool, frozen: bool) -> None:
    """Write the pages, then the site (site/).

    The site is built aside and replaces the previous one only when it is done. Nothing is fetched: what the list holds
    is all it takes.
    """
    from papershelf import build, disk, engine, fetch
    from papershelf.cli.progress import progress

    with disk.alone(settings.root, output.waiting):
        with progress() as bar:
            report = build.generate_alone(settings, bar.step, bar.through)
        output.report(report)
        output.end(report.problems, strict)
        if frozen and (unlocked := list(fetch.unlocked(report.library, settings))):
            output.complain("\n".join(unlocked))
            raise output.not_done("not all is locked, which --frozen does not allow: `papershelf lock` does it")
        with progress(total=len(list(settings.docs_dir.rglob("*.md")))) as bar:
            bar.step(name)
            said = engine.build(settings, name, strict, bar.built)
    if "warning" in said.lower():
        output.complain(said)
    output.say(f"The site is in {settings.site_dir}")


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value and not re.fullmatch(r"[^\s:]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5}", value):
        raise click.BadParameter(f"{value!r} is no HOST:PORT; right would be: 127.0.0.1:8001")
    return value


@command(
    "serve",
    click.option(
        "--address",
        "-a",
        metavar="HOST:PORT",
        callback=_address,
        help="Where to serve it.  [default: dev_addr in mkdocs.yml, or 127.0.0.1:8000]",
    ),
    click.option("--open", "-o", "browser", is_flag=True, help="Open it in the browser."),
    epilog="""\b
Examples:
  papershelf serve
  papershelf serve --open --address 127.0.0.1:8001""",
)
def serve(settings: Settings, address: str | None, browser: bool) -> None:
    """Show the site while you work on it; Ctrl-C ends it.

    An edit to anything in seeds/, to a page of your own in docs/ or to mkdocs.yml shows in the browser after one
    rebuild. Problems in the input are reported here; what has none is shown.
    """
    from papershelf import build, engine
    from papershelf.cli.progress import progress

    with progress() as bar:
        report = build.generate(settings, output.waiting, bar.step, bar.through)
    output.report(report)
    options = [*(["-a", address] if address else []), *(["--open"] if browser else [])]
    status = engine.serve(settings, options)
    if status:
        raise output.not_done(f"mkdocs serve ended with status {status}")


@command(
    "check",
    STRICT,
    epilog="""\b
Examples:
  papershelf check
  papershelf check --strict       for a hook or a workflow""",
)
def check(settings: Settings, strict: bool) -> None:
    """Read everything, say what is wrong; write nothing.

    Problems appear as FILE:LINE: what is wrong; what would be right. A published address or citation key that would be
    lost means: not done (exit status 1). Questions need a person's word; the page "Questions and problems" of the site
    shows each with the answers to paste. What `papershelf lock` would fetch is listed, and fetched only by it.
    """
    from papershelf import build, fetch, permalinks
    from papershelf.cli.progress import progress

    with progress(writes=False) as bar:
        library = build.read(settings, bar.step)
    output.complain("\n".join(map(str, library.problems)))
    for question in library.questions:
        output.say(f"{question.file}: {question.ask} {question.reason}")
    output.say(f"{output.held(library)}.")
    for line in fetch.unlocked(library, settings, this_day()):
        output.say(line)
    _nothing_lost(sum(problem.place.path == permalinks.FILE for problem in library.problems))
    output.end(library.problems, strict)


@command(
    "why",
    click.argument("ref"),
    epilog="""\b
Examples:
  papershelf why 2309.00267
  papershelf why https://arxiv.org/abs/2309.00267v2
  papershelf why papers/2309.00267/
  papershelf why "Gemma 2: Improving Open Language Models at a Practical Size\"""",
)
def explain(settings: Settings, ref: str) -> None:
    """Explain one paper.

    Its records, what joined them, and where each field comes from, with the values not taken. REF is an arXiv
    id, a DOI, an address at arXiv, the paper's title, the id or address of its page, or a record's key.
    """
    from papershelf import build, why
    from papershelf.cli.progress import progress

    with progress(writes=False) as bar:
        library = build.read(settings, bar.step)
    meant(library, ref)
    output.say(why.why(library, ref) or "")


@command(
    "changes",
    click.argument("base", metavar="BASE_ROOT", type=click.Path(path_type=Path, file_okay=False, exists=True)),
    click.option("--pages", is_flag=True, help="Compare what two versions of papershelf generated from one list."),
    epilog="""\b
Examples, in a workflow:
  git worktree add ../base origin/main
  papershelf changes ../base >> "$GITHUB_STEP_SUMMARY"
  papershelf changes --pages ../made-by-the-old-version""",
)
def compare(settings: Settings, base: Path, pages: bool) -> None:
    """Compare with another version of the list.

    Says in Markdown which papers, problems and questions came, changed and went. BASE_ROOT is the folder of
    that version. It is read with the settings of this one. An address or a citation key that was locked in that version
    and would be lost means: not done (exit status 1).

    With --pages both folders hold the same list, and pages that two versions of papershelf generated from it.
    """
    from dataclasses import replace

    from papershelf import build, changes, permalinks, versions
    from papershelf.cli.progress import progress

    if pages:
        try:
            found = versions.versions(versions.read(base.resolve(), settings), versions.read(settings.root, settings))
        except versions.NoPages as error:
            raise output.not_done(str(error)) from error
        output.say(found.text)
        _nothing_lost(found.lost)
        return
    with progress(writes=False) as bar:
        before = build.read(replace(settings, root=base.resolve()), bar.step)
        after = build.read(settings, bar.step)
    lost = list(permalinks.lost(permalinks.read(base).permalinks, permalinks.read(settings.root).permalinks))
    output.say(changes.changes(before, after, lost))
    _nothing_lost(len(lost))


def _nothing_lost(number: int) -> None:
    if number:
        raise output.not_done(f"addresses and citation keys that would be lost: {number}")


@main.command(
    "new",
    epilog="""\b
Example:
  papershelf new my-list
  papershelf serve --root my-list""",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="Reading list", show_default=True, help="Name of the list.")
def start(folder: Path, name: str) -> None:
    """Make a list to fill.

    Settings, the rooms of seeds/ with commented examples, a first page of your own. Never overwrites: what DIR
    holds already stays as it is.
    """
    from papershelf import starter

    try:
        made = starter.starter(folder, name)
    except OSError as error:
        raise output.not_done(f"{error.filename}: {error.strerror}") from error
    for path in made:
        output.say(path)
    output.say(f"\nPut listings into {folder / 'seeds' / 'sources'}, then: papershelf serve --root {folder}")
