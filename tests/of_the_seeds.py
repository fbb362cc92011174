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
DOCUMENTS = (
    "000_0b4b24458ac519b0.txt",
    "001_f8dea7d82c83d72e.txt",
    "002_c8d7b15aa34c72c0.txt",
    "003_f2e179ee7275633c.txt",
    "004_808ebdae4c7efd63.txt",
)
"""What the expectations of the tests are about; other files may join the list without any."""


@cache
def decided() -> Curated:
    return curated.read(ROOT)


@cache
def papers(with_lock: bool = True) -> tuple[Paper, ...]:
    found = [
        item
        for file in (ROOT / "seeds" / "sources" / name for name in DOCUMENTS)
        for item in readers.read(file.read_text(encoding="utf-8"), f"seeds/sources/{file.name}")
    ]
    records = tuple(item for item in found if isinstance(item, Record))
    known = locked.read(ROOT).records if with_lock else ()
    return merge(dedupe(records, known, decided().verdicts).clusters, decided().corrections).papers
