"""`papershelf export`: papers in the formats of reference managers, the same bytes as on the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from papershelf.cli import output
from papershelf.cli.frame import command
from papershelf.cli.meant import meant

if TYPE_CHECKING:
    from papershelf.config import Settings
    from papershelf.model import Library, Paper

_FORMATS = ("bibtex", "biblatex", "csl-json", "ris", "csv", "json")  # `exports.FORMATS`, which takes time to import


@command(
    "export",
    click.argument("refs", metavar="[PAPERS]...", nargs=-1),
    click.option(
        "--format",
        "form",
        type=click.Choice(_FORMATS),
        default="bibtex",
        show_default=True,
        help="For LaTeX; reference managers; spreadsheets; programs.",
    ),
    click.option("--topic", metavar="ID", help="Only papers with this topic."),
    click.option("--author", metavar="ID", help="Only papers of this person."),
    click.option("--year", metavar="N", type=int, help="Only papers of this year."),
    click.option(
        "--output",
        "-o",
        "target",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write it there, not to the terminal.",
    ),
    epilog="""\b
Examples:
  papershelf export --output papers.bib
  papershelf export --format csl-json --topic language-models
  papershelf export 2309.00267 lee-etal-2024-rlaif --format ris""",
)
def export(
    settings: Settings,
    refs: tuple[str, ...],
    form: str,
    topic: str | None,
    author: str | None,
    year: int | None,
    target: Path | None,
) -> None:
    """Papers for LaTeX, reference managers, spreadsheets and programs.

    The whole list, or what is left after every choice. PAPERS are ids, citation keys, DOIs, addresses or titles; the
    order is the list's, newest first. The bytes are those of the site's files (papers.bib, papers.ris, ...); json is
    that of api/papers.json.
    """
    from papershelf import build, exports
    from papershelf.cli.progress import progress

    with progress() as bar:
        library = build.read(settings, bar.step)
    output.complain("\n".join(map(str, library.problems)))
    papers = _chosen(library, refs, topic, author, year)
    text = exports.text(form, papers, library, settings)
    if target is None:
        output.data(text)
        return
    try:
        target.write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        raise output.not_done(f"{error.filename}: {error.strerror}") from error
    output.complain(f"{output.counted(len(papers), 'paper')} in {target}")


def _chosen(
    library: Library, refs: tuple[str, ...], topic: str | None, author: str | None, year: int | None
) -> list[Paper]:
    chosen = {paper.id for paper in library.papers}
    if topic is not None:
        chosen &= set(_named("topic", topic, {each.id: each.papers for each in library.topics}))
    if author is not None:
        chosen &= set(_named("author", author, {each.id: each.papers for each in library.authors}))
    if year is not None:
        chosen &= {paper.id for paper in library.papers if paper.year == year}
    if refs:
        chosen &= {paper.id for ref in refs for paper in meant(library, ref)}
    return [paper for paper in library.papers if paper.id in chosen]


def _named(kind: str, ident: str, all_: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    from difflib import get_close_matches

    if ident not in all_:
        near = "".join(f"\n  {each}" for each in get_close_matches(ident, all_))
        raise output.not_done(f"no {kind} of this list is {ident}" + (f"; perhaps one of these:{near}" if near else ""))
    return all_[ident]
