"""`papershelf dedupe`: which records of some files are the same paper. No list, no settings, no site."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from papershelf.cli import output
from papershelf.cli.frame import STRICT, main
from papershelf.cycles import no_search_for_cycles

if TYPE_CHECKING:
    from papershelf.files import Papers
    from papershelf.model import Cluster, Place, Question, Record

_LONGEST = 160
"""Characters of a title that are shown."""
_ASKED = 20
"""Questions that a person reads in one go; the JSON has all."""


@main.command(
    "dedupe",
    epilog="""\b
Examples:
  papershelf dedupe library.bib
  papershelf dedupe scopus.csv wos.ris --format csv > clusters.csv
  cat *.bib | papershelf dedupe - --format json""",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="text to read; csv: a row `id,cluster` for each record; json: also evidence and questions.",
)
@STRICT
@no_search_for_cycles()
def dedupe_files(files: tuple[str, ...], form: str, strict: bool) -> None:
    """Find the same paper in any files.

    Works alone, in any folder, on every format that a list takes; - reads standard input. Nothing is written. Records
    that are likely one paper, but not proven, are asked about and stay apart.
    """
    from papershelf import files as alone

    texts = alone.read(files, sys.stdin.buffer.read)
    found = alone.papers(texts)
    output.complain("\n".join((*texts.unreadable, *map(str, found.problems))))
    if form == "text":
        _tell(found)
    else:
        from papershelf.exports.clusters import as_csv, as_json

        output.data(as_csv(found) if form == "csv" else as_json(found))
    if texts.unreadable:
        raise output.not_done(f"{output.counted(len(texts.unreadable), 'file')} could not be read")
    output.end(found.problems, strict)


def _tell(found: Papers) -> None:
    counts = {"record": len(found.records), "paper": len(found.clusters), "question": len(found.questions)}
    said = [output.counted(number, word) for word, number in counts.items()]
    twice = len(found.records) - len(found.clusters)
    output.say(f"{said[0]} of {said[1]}: {output.counted(twice, 'duplicate')}, {said[2]}")
    for cluster in found.clusters:
        if len(cluster.members) > 1:
            output.say("\n".join(("", *_cluster(cluster))))
    if found.questions:
        output.say("\nPerhaps the same paper, the most useful first")
    at = {record.place: record for record in found.records}
    for number, question in enumerate(found.questions[:_ASKED], 1):
        output.show("\n".join(("", *_question(at, question, number))))
    if len(found.questions) > _ASKED:
        output.say(f"\n… and {len(found.questions) - _ASKED:,} more: --format json has all of them")


def _cluster(cluster: Cluster) -> Iterator[str]:
    """What it is called, its records with a number each, and which two of them were joined for what reason."""
    from papershelf.text import fold, sentence_cut, to_plain

    titles = [sentence_cut(to_plain(member.title or ""), _LONGEST) for member in cluster.members]
    begins = next(filter(None, (member.heading or member.abstract for member in cluster.members)), "")
    heading = next(filter(None, titles), "") or (begins and f"“{sentence_cut(to_plain(begins), _LONGEST)}”")
    yield heading or "(nothing but ids)"
    number = {member.place: str(n) for n, member in enumerate(cluster.members, 1)}
    for member, title in zip(cluster.members, titles, strict=True):
        other = f"“{title}”" if title and fold(title) != fold(heading) else ""
        yield "  ".join(filter(None, (f"{number[member.place]:>4}", *_called(member), _by(member), other)))
    for link in cluster.links:
        said = "; ".join((f"{link.rule}, score {link.score:g}", *(each for each in link.evidence if each != link.rule)))
        yield f"      {number[link.a]} = {number[link.b]}  {said}"


def _called(record: Record) -> tuple[str, ...]:
    """Where it stands, and its id."""
    line = f"{record.place.path}:{record.place.first}"
    return (line, record.given_id) if record.given_id else (line,)


def _by(record: Record) -> str:
    from papershelf import names

    publication = record.publication
    who = (record.families and record.families[0]) or (names.parse(record.authors[0]).family if record.authors else "")
    others = " et al." if len(record.authors) > 1 or (who and not record.authors_complete) else ""
    year = publication.year if publication and publication.year else record.created.year if record.created else ""
    return ", ".join(filter(None, (f"{who}{others} {year}".strip(), publication.venue if publication else "")))


def _question(at: Mapping[Place, Record], question: Question, number: int) -> Iterator[str]:
    from papershelf.cli import beside

    wide = beside.width()
    yield from beside.prose(f"{number}. {question.reason}", wide)
    a, b = ("  ".join(_called(at[place])) for place in question.places)
    yield from beside.fields(question.sides, (a, b), wide)
