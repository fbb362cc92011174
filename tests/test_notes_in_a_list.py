"""Notes and reading paths through the whole pipeline: they are shown, followed, and never written to."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from papershelf import build, config

BIB = """\
@article{quill2001, title = {Rivers of ink}, author = {Quill, Ada}, year = {2001}, doi = {10.1000/ink}}
@misc{brush2024, title = {Lakes of ink}, author = {Brush, Ben}, year = {2024}, eprint = {2401.00001}}
"""
PREPRINT = "@misc{quill2000, title = {Rivers of ink}, author = {Quill, Ada}, year = {2000}, eprint = {cs/0112017}}\n"
NOTE = "---\nstatus: read\ntags: [pens]\n---\nWe *read* it.\n"
PATHS = "- {id: start, name: Start, papers: [{paper: 10.1000/INK, why: Rivers.}, {paper: 2401-00001}]}\n"
TOPICS = "- {id: pens, name: Pens, description: About pens.}\n"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_ever_written_into_curated_and_notes_follow_their_papers(
    list_dir: Callable[..., Path], papershelf: Callable[..., Any]
) -> None:
    root = list_dir(
        {
            "seeds/sources/a.bib": BIB,
            "seeds/curated/notes/doi-10.1000-ink.md": NOTE,
            "seeds/curated/notes/2401-00001.md": "Lakes are read later.\n",
            "seeds/curated/notes/cs-0112017.md": "The preprint is longer.\n",
            "seeds/curated/paths.yml": PATHS,
            "seeds/curated/topics.yml": TOPICS,
            "seeds/curated/decisions.yml": "- same: [10.1000/ink, cs/0112017]\n",
        }
    )
    before = tree(root / "seeds/curated")

    def run(*arguments: str) -> str:
        done = papershelf(*arguments, "--root", root)
        assert done.returncode == 0, done.stderr
        assert tree(root / "seeds/curated") == before
        return str(done.stderr)

    assert "notes/cs-0112017.md:1: 'cs-0112017' names no paper; right would be: a file" in run("generate")
    run("lock", "--offline")
    page = (root / "docs/papers/doi-10.1000-ink.md").read_text()
    assert "We <em>read</em> it." in page
    assert "tag “pens” in seeds/curated/notes/doi-10.1000-ink.md:3" in unescape(page)
    assert "Step 1 of 2 of [Start](../paths/start.md)" in page

    (root / "seeds/sources/b.bib").write_text(PREPRINT)
    assert run("generate") == ""
    page = (root / "docs/papers/doi-10.1000-ink.md").read_text()
    assert page.index("We <em>read</em> it.") < page.index("The preprint is longer.")
    run("lock", "--offline")

    (root / "seeds/sources/a.bib").write_text(BIB.splitlines(keepends=True)[1])  # only the preprint is left
    run("generate")
    assert (root / "docs/papers/doi-10.1000-ink.md").read_text().count("ps-remark-text") == 2
    library = build.read(config.read(root))
    assert {paper.id: [note.ref for note in paper.remarks] for paper in library.papers} == {
        "doi-10.1000-ink": ["doi-10.1000-ink", "cs-0112017"],
        "2401.00001": ["2401-00001"],
    }
    assert [match.topic for match in library.matches["doi-10.1000-ink"]] == ["pens"]
