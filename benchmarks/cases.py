"""What is measured: name -> (preparation, sizes). The preparation takes a size and is not measured; the work that it
returns is, and returns what to say of it."""

from __future__ import annotations

import atexit
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import bibliography, invented
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


def _deduped(records: list[Record]) -> str:
    return f"{len(dedupe(records).clusters):,} papers"


def _dedupe(size: int) -> Work:
    entries = bibliography.entries(size)
    records = [bibliography.record(entry) for entry in entries]
    real = len({entry.cluster for entry in entries})
    return lambda: f"{_deduped(records)}; {real:,} in truth"


def _peer(size: int) -> Work:
    """bib-dedupe on the same records as `dedupe`, where it is installed: here, or for the interpreter that PEER_PYTHON
    names (it needs another pandas than one wants beside papershelf)."""
    folder = Path(tempfile.mkdtemp(prefix="papershelf-benchmark-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "list.csv").write_text(bibliography.as_csv(bibliography.entries(size)), encoding="utf-8")
    python = os.environ.get("PEER_PYTHON", sys.executable)
    command = [python, str(Path(__file__).with_name("peer.py")), str(folder / "list.csv")]

    def work() -> str:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        return done.stdout.strip().rpartition("\n")[2] if done.returncode == 0 else "bib-dedupe: not installed"

    return work


def file(path: str) -> tuple[int, Work, Work]:
    """A real file: the number of its records, reading it, telling which are one paper."""
    text_of_it = Path(path).read_text(encoding="utf-8-sig", errors="replace")
    records = _records({path: text_of_it})
    return len(records), lambda: f"{len(_records({path: text_of_it})):,} read", lambda: _deduped(records)


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
    for name, dump in _mixed(size).items() if size else ():
        (root / "seeds/sources" / name).write_text(dump, encoding="utf-8")
    return root


def _mixed(size: int) -> dict[str, str]:
    """A third of the records in dumps as the seeds are, two thirds in .bib, .ris and .csv, all about mixed papers."""
    dumps = invented.mixed(size // 3)
    entries = bibliography.entries(size - 3 * (size // 3 // 3))
    third = -(-len(entries) // 3)
    files = zip(bibliography.FORMATS.items(), range(0, len(entries), third), strict=False)
    return dumps | {f"list.{suffix}": write(entries[at : at + third]) for (suffix, write), at in files}


def _generate(root: Path) -> str:
    found = build.generate(config.read(root)).library
    files = sum(1 for _ in (root / "docs").rglob("*.md"))
    return f"{len(found.papers):,} papers, {len(found.authors):,} people, {files:,} pages"


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
    "dedupe": (_dedupe, (1_000, 10_000, 50_000)),
    "peer": (_peer, (1_000, 10_000)),
    "dedupe-dumps": (lambda n: partial(_deduped, _records(invented.mixed(n))), (1_000, 10_000)),
    "pipeline": (lambda n: partial(_generate, _list(n)), GROWING),
    "own-generate": (lambda n: partial(_generate, _list()), (1,)),
    "own-build": (lambda n: partial(_build, _list()), (1,)),
}
