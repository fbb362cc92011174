"""The papers of this repository's own seeds, as the stages before topics, authors and relations hand them on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from papershelf import curated, locked, readers
from papershelf.curated import Curated
from papershelf.dedupe import dedupe
from papershelf.merge import merge
from papershelf.model import Paper, Record

ROOT = Path(__file__).parent.parent


@cache
def decided() -> Curated:
    return curated.read(ROOT)


@cache
def papers(with_lock: bool = True) -> tuple[Paper, ...]:
    found = [
        item
        for file in sorted((ROOT / "seeds" / "sources").glob("*.txt"))
        for item in readers.read(file.read_text(encoding="utf-8"), f"seeds/sources/{file.name}")
    ]
    records = tuple(item for item in found if isinstance(item, Record))
    known = locked.read(ROOT).records if with_lock else ()
    return merge(dedupe(records, known, decided().verdicts).clusters, decided().corrections).papers
