"""What the command line says, and how: counts and results to stdout, everything that is wrong to stderr."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from papershelf.model import Library, Problem
from papershelf.text import clean

if TYPE_CHECKING:
    from papershelf import build


def prepare() -> None:
    """What a terminal's encoding cannot say is shown as an escape, and does not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def say(text: str) -> None:
    """A result."""
    click.echo(plain(text))


def show(text: str) -> None:
    """A result that is safe already and may hold colours, which only a terminal that has them gets."""
    click.echo(text, color=colourful())


def colourful() -> bool:
    """https://no-color.org/"""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def data(text: str) -> None:
    """A result for another program: UTF-8 whatever the locale, and every character; a terminal gets what is safe."""
    if sys.stdout.isatty():
        say(text.rstrip("\n"))
    else:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def complain(text: str) -> None:
    """Something that is not as it should be."""
    if text:
        click.echo(plain(text), err=True)


def plain(text: str) -> str:
    """Source text may hold what a terminal obeys: escape sequences, text that runs backwards."""
    return "\n".join(clean(line, sys.maxsize) for line in text.split("\n"))


def not_done(why_not: str) -> click.ClickException:
    """Ends the command with exit status 1."""
    return click.ClickException(plain(why_not))


def waiting() -> None:
    complain("another papershelf is writing this list; waiting for it to finish …")


def report(report: build.Report) -> None:
    """What `generate` did."""
    written = report.written
    complain("\n".join(map(str, report.problems)))
    for path, copy in written.edited:
        complain(f"{path} is generated: your version is kept as {copy}; what should last goes to seeds/curated/")
    for path in written.kept:
        complain(f"{path}: your own file is used instead of papershelf's")
    files = f"{len(written.changed)} written, {len(written.removed)} deleted, {written.unchanged} unchanged"
    say(f"{held(report.library)}. Files: {files}.")
    if new := sum(link.first_seen is None for link in report.library.permalinks):
        say(f"Not locked yet: {counted(new, 'paper')}; `papershelf lock` keeps addresses and citation keys for good.")


def held(library: Library) -> str:
    """`35 papers, 48 records, …`"""
    counts = {
        "paper": len(library.papers),
        "record": sum(len(paper.members) for paper in library.papers),
        "author": sum(not author.collective for author in library.authors),
        "topic": len(library.topics),
        "problem": len(library.problems),
        "question": len(library.questions),
    }
    return ", ".join(counted(number, word) for word, number in counts.items())


def end(problems: tuple[Problem, ...], strict: bool) -> None:
    """Problems mean that a strict command is not done; they are reported by now."""
    if problems and strict:
        raise not_done(f"{counted(len(problems), 'problem')}, which --strict does not allow")


def counted(number: int, word: str) -> str:
    """`1 paper`, `2 papers`"""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
