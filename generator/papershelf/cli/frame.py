"""The group of commands, and what all of them share.

A command imports what it needs when it runs: help is there at once, and `dedupe` does not wait for templates.

Exit status: 0 done; 1 not done, or Problems under --strict; 2 wrong usage or settings.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from papershelf import __version__
from papershelf.cli import output
from papershelf.cycles import no_search_at_exit

_ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the list: mkdocs.yml, seeds/ and docs/ are there.  [default: this folder]",
)
STRICT = click.option("--strict", is_flag=True, help="Problems in the input mean: not done (exit status 1).")


class _WrongSettings(click.ClickException):
    exit_code = 2


def command(name: str, *options: Callable[..., Any], epilog: str) -> Callable[[Callable[..., None]], click.Command]:
    """A subcommand that takes --root, hands on Settings, and turns what went wrong into message and exit status."""

    def wrap(function: Callable[..., None]) -> click.Command:
        @functools.wraps(function)
        def run(root: Path | None, **rest: Any) -> None:
            from papershelf import config
            from papershelf.config import ConfigError
            from papershelf.disk import WriteError
            from papershelf.engine import EngineError

            try:
                function(config.read(root or click.get_current_context().obj or Path()), **rest)
            except ConfigError as error:
                raise _WrongSettings(output.plain(str(error))) from error
            except WriteError as error:
                raise output.not_done(str(error)) from error
            except EngineError as error:
                output.complain(error.output)
                raise output.not_done(str(error)) from error

        wrapped: Any = run
        for option in reversed((*options, _ROOT)):
            wrapped = option(wrapped)
        made: click.Command = main.command(name, epilog=epilog)(wrapped)
        return made

    return wrap


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
First steps:
  papershelf new my-list          make a list to fill
  papershelf serve --root my-list look at it while you work
\b
Every day, in the list's folder:
  papershelf serve                see each edit at once
  papershelf check                what is wrong, what needs your word
  papershelf review               say what is the same paper, question by question
  papershelf why 2309.00267       where one paper's facts come from
  papershelf export -o papers.bib the list for LaTeX or a reference manager
  papershelf build --strict       the site, ready to publish
\b
Any bibliography, without a list:
  papershelf dedupe my.bib        which of its records are the same paper
\b
Exit status: 0 done; 1 not done, or problems under --strict; 2 wrong usage or settings.
Each command has its own help: papershelf build --help""",
)
@click.version_option(__version__, prog_name="papershelf")
@_ROOT
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Turn a heap of paper listings into a deduplicated reading-list site.

    What was given lies in seeds/sources/, what people decided in seeds/curated/, what was fetched in seeds/locked/.
    From these papershelf writes Markdown pages into docs/, and a site engine makes them a site.
    """
    context.obj = root
    output.prepare()
    no_search_at_exit()
