"""What the command line says, and how: counts and results to stdout, everything that is wrong to stderr."""

from __future__ import annotations

import io
import sys

import click

from papershelf import build
from papershelf.model import Library, Problem
from papershelf.text import clean


def prepare() -> None:
    """What a terminal's encoding cannot say is shown as an escape, and does not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """A result."""
    click.echo(plain(text))


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
    return ", ".join(_counted(number, word) for word, number in counts.items())


def end(problems: tuple[Problem, ...], strict: bool) -> None:
    """Problems mean that a strict command is not done; they are reported by now."""
    if problems and strict:
        raise not_done(f"{_counted(len(problems), 'problem')}, which --strict does not allow")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
