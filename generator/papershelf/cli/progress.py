"""A progress bar on a terminal that waits.

The steps before writing have no count that means anything to a person; how long each takes of the whole is known well
enough (`SHARES`) to say how long the rest will take once a step or two are done.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from papershelf.cli import output
from papershelf.model import Page

SHARES = {"reading": 18, "comparing": 18, "merging": 14, "relating": 10, "writing": 40}
"""Percent of the time, measured at 1,000 and at 20,000 records: `python -m benchmarks pipeline` runs them."""
_TRUSTED = 15
"""Percent of the whole that must be done before the time so far says something about the rest."""


def left(done: float, seconds: float, whole: float = 100) -> str:
    """How long it will take still, in words, when `done` of `whole` percent took `seconds`; nothing where that would be
    a guess."""
    if done < _TRUSTED or seconds < 2:
        return ""
    rest = seconds * (whole - done) / done
    return f"about {rest / 60:.0f} min left" if rest >= 90 else f"about {max(rest, 1):.0f} s left"


class Bar:
    """A progress bar that appears when a person at a terminal has waited for a second, and not before."""

    def __init__(self, total: int | None, writes: bool = True) -> None:
        count = "{desc}: {percentage:3.0f}% {bar} {elapsed}" if total else "{desc}: {n_fmt} pages, {elapsed}{postfix}"
        self.bar = tqdm(total=total, delay=1, disable=None, leave=False, bar_format=count, desc="reading")
        self.whole = 100 if writes else 100 - SHARES["writing"]
        self.started = time.monotonic()
        self.before = 0
        """Percent of the time that the steps before this one take."""
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.beat, daemon=True)

    def beat(self) -> None:
        while not self.done.wait(1):
            self.bar.refresh()  # also within one long step

    def step(self, word: str) -> None:
        steps = list(SHARES)
        self.before = sum(SHARES[step] for step in steps[: steps.index(word)]) if word in steps else 0
        if not self.before:  # the first step, also of a second list
            self.started = time.monotonic()
        if not self.bar.disable:
            self.bar.set_description_str(word, refresh=False)
            self.bar.set_postfix_str(self.left(time.monotonic() - self.started), refresh=False)

    def left(self, seconds: float) -> str:
        return left(self.before, seconds, self.whole)

    def through(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            yield page
            self.bar.update()

    def built(self, pages: int) -> None:
        self.bar.n = min(pages, self.bar.total or pages)


@contextmanager
def progress(total: int | None = None, writes: bool = True) -> Iterator[Bar]:
    """With `total` a bar of so many pages; without it the steps of a run, which `writes` pages in the end or not."""
    bar = Bar(total, writes)
    if not bar.bar.disable:
        bar.thread.start()
    try:
        yield bar
    finally:
        bar.done.set()
        if bar.thread.is_alive():
            bar.thread.join()
        bar.bar.close()


class Asking:
    """Says how far services have answered: a bar on a terminal, and everywhere in a line what has to be waited for."""

    def __init__(self) -> None:
        count = "{desc}: {n_fmt}/{total_fmt} {bar} {remaining} left"
        self.bar = tqdm(total=0, delay=1, disable=None, leave=False, bar_format=count)
        self.service = ""

    def watch(self, service: str, done: int, whole: int) -> None:
        if service != self.service:
            self.service = service
            self.bar.reset(whole)
            self.bar.set_description_str(f"asking {service}", refresh=False)
        self.bar.update(done - self.bar.n)

    def say(self, text: str) -> None:
        self.bar.clear()
        output.complain(text)


@contextmanager
def asking() -> Iterator[Asking]:
    """A bar for each service that is asked."""
    bar = Asking()
    try:
        yield bar
    finally:
        bar.bar.close()
