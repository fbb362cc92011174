"""The table. Each row is measured by `python -m benchmarks --row NAME SIZE`, a process of its own."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.cases import CASES, file

try:
    import resource
except ImportError:  # Windows: the engine's part is not counted, nor is memory
    resource = None  # type: ignore[assignment]
ROW = "{:<13} {:>9} {:>6} {:>9} {:>6} {:>10} {:>4}  {}"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="How fast papershelf is.",
        epilog="Or: python -m benchmarks files FILE...",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which benchmarks (all): {', '.join(CASES)}")
    parser.add_argument("--row", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.row:
        name, size = given.row
        print(json.dumps(_files(size) if name == "files" else [_measure(CASES[name][0](int(size)))]))
        return
    if given.names[:1] == ["files"]:
        print(ROW.format("benchmark", "size", "CPU s", "a second", "growth", "yardsticks", "MB", ""))
        for path in given.names[1:]:
            for what, (size, *figures) in zip(
                ("read", "dedupe"), _row("files", str(Path(path).resolve())), strict=True
            ):
                _print(f"{what} {Path(path).name}"[:13], size, "", *figures)
        return
    if unknown := set(given.names) - set(CASES):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}; there are: {', '.join(CASES)}")
    print(ROW.format("benchmark", "size", "CPU s", "a second", "growth", "yardsticks", "MB", ""))
    for name in given.names or CASES:
        last: tuple[int, float] | None = None
        for size in CASES[name][1]:
            ((seconds, *figures),) = _row(name, str(size))
            growth = f"{seconds / last[1] / (size / last[0]):.2f}" if last else ""
            _print(name, size, growth, seconds, *figures)
            last = size, seconds


def _row(name: str, size: str) -> list[list[Any]]:
    command = [sys.executable, "-m", "benchmarks", "--row", name, size]
    done = subprocess.run(command, cwd=Path(__file__).parent.parent, check=True, stdout=subprocess.PIPE)
    found: list[list[Any]] = json.loads(done.stdout)
    return found


def _print(name: str, size: int, growth: str, seconds: float, yardstick: float, memory: str, said: str) -> None:
    figures = (f"{seconds:.2f}", f"{size / seconds:,.0f}", growth, f"{seconds / yardstick:.1f}", memory, said)
    print(ROW.format(name, f"{size:,}", *figures), flush=True)


def _files(path: str) -> list[tuple[Any, ...]]:
    size, read, dedupe = file(path)
    return [(size, *_measure(read)), (size, *_measure(dedupe))]


def _measure(work: Callable[[], str]) -> tuple[float, float, str, str]:
    """CPU seconds of the work without its preparation, those of the yardstick, peak memory, and what to say of it."""
    start = _cpu()
    _yardstick()
    between = _cpu()
    said = work()
    seconds = _cpu() - between
    return seconds, between - start, _memory(), said


def _cpu() -> float:
    """Of this process and of those it waited for; the site engine is one."""
    children = resource and resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + (children.ru_utime + children.ru_stime if children else 0.0)


def _memory() -> str:
    """Peak megabytes of this process, or of the largest it waited for."""
    if not resource:
        return "?"
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"{peak / (1 << (20 if sys.platform == 'darwin' else 10)):.0f}"  # bytes on macOS, elsewhere kilobytes


def _yardstick() -> None:
    """Work that never changes: words counted and sorted, as most of papershelf does."""
    words = Counter(f"{number * 7919 % 10007:x}" for number in range(1_000_000))
    sorted(words, key=lambda word: (-words[word], word))


if __name__ == "__main__":
    main()
