"""What is measured: name -> (preparation, sizes). The preparation takes a size and is not measured; the work that it
returns is, and returns what to say of it."""

from __future__ import annotations

import atexit
import gzip
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import invented
from papershelf import authors, build, config, curated, readers, related, text, topics
from papershelf.dedupe import dedupe
from papershelf.model import Record

ROOT = Path(__file__).parent.parent
SMALL, GROWING = (1_000, 4_000), (1_000, 5_000, 20_000)
Work = Callable[[], str]


def _records(files: dict[str, str]) -> list[Record]:
    return [item for path, dump in files.items() for item in readers.read(dump, path) if isinstance(item, Record)]


def _reading(form: str, size: int) -> Work:
    files = {"dump.txt": invented.dump(form, invented.papers(size))}
    return lambda: f"{len(_records(files)):,} read"


def _text(sources: list[str]) -> str:
    return f"{sum(len(text.to_html(source)) + len(text.to_plain(source)) for source in sources):,} characters"


def _topics(size: int) -> Work:
    papers, rules = invented.papers(size), curated.read(ROOT).topics
    return lambda: f"{sum(map(len, topics.topics(papers, rules).matches.values())) / size:.1f} topics each"


def _authors(size: int) -> Work:
    papers = invented.papers(size)
    return lambda: f"{len(authors.authors(papers).authors):,} people"


def _related(size: int) -> Work:
    papers = invented.papers(size)
    matches, byline = topics.topics(papers, curated.read(ROOT).topics).matches, authors.authors(papers).byline
    return lambda: f"{sum(map(len, related.related(papers, matches, byline, 5).values())) / size:.1f} related each"


def _dedupe(size: int) -> Work:
    records = _records(invented.mixed(size))
    return lambda: f"{len(dedupe(records).clusters):,} papers"


def _list(size: int = 0) -> Path:
    """A copy of our own list, or one of `size` mixed records with our topics; gone with the process."""
    root = Path(tempfile.mkdtemp(prefix="papershelf-benchmark-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    ours = shutil.ignore_patterns("sources", "locked", "authors.yml", "corrections.yml", "decisions.yml")
    shutil.copytree(ROOT / "seeds", root / "seeds", ignore=ours if size else None)
    for folder in ("docs/about", "generator/papershelf/theme"):
        shutil.copytree(ROOT / folder, root / folder)
    for file in ("mkdocs.yml", "generator/papershelf/hook.py"):
        shutil.copyfile(ROOT / file, root / file)
    (root / "seeds/sources").mkdir(exist_ok=True)
    for name, dump in invented.mixed(size).items() if size else ():
        (root / "seeds/sources" / name).write_text(dump, encoding="utf-8")
    return root


def _generate(root: Path) -> str:
    found = build.generate(config.read(root)).library
    return f"{len(found.papers):,} papers, {len(found.authors):,} people"


def _build(root: Path) -> str:
    subprocess.run([sys.executable, "-m", "papershelf", "build", "--root", root], check=True, capture_output=True)
    page = median(file.stat().st_size for file in root.glob("site/papers/*/index.html"))
    index = (root / "site/search/search_index.json").read_bytes()
    return f"a paper's page {page:,.0f} B, search index {len(index):,} B ({len(gzip.compress(index)):,} B gzip)"


CASES: dict[str, tuple[Callable[[int], Work], tuple[int, ...]]] = {
    **{f"read-{form}": (partial(_reading, form), SMALL) for form in invented.FORMATS},
    "text": (lambda n: partial(_text, [paper.abstract or "" for paper in invented.papers(n)]), SMALL),
    "one-character": (lambda n: partial(_text, [char * n for char in "${}\\~`<"]), (100_000, 1_000_000)),
    "topics": (_topics, GROWING),
    "authors": (_authors, GROWING),
    "related": (_related, GROWING),
    "dedupe": (_dedupe, (1_000, 10_000)),
    "pipeline": (lambda n: partial(_generate, _list(n)), SMALL),
    "own-generate": (lambda n: partial(_generate, _list()), (1,)),
    "own-build": (lambda n: partial(_build, _list()), (1,)),
}
