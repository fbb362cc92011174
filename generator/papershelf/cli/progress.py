"""A progress bar on a terminal that waits."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from papershelf.model import Page


class Bar:
    """A progress bar that appears when a person at a terminal has waited for a second, and not before."""

    def __init__(self, total: int | None) -> None:
        count = "{desc}: {percentage:3.0f}% {bar} {elapsed}" if total else "{desc}: {n_fmt} pages, {elapsed}"
        self.bar = tqdm(total=total, delay=1, disable=None, leave=False, bar_format=count, desc="reading")
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.beat, daemon=True)

    def beat(self) -> None:
        while not self.done.wait(1):
            self.bar.refresh()  # also within one long step

    def step(self, word: str) -> None:
        self.bar.set_description_str(word, refresh=False)

    def through(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            yield page
            self.bar.update()

    def built(self, pages: int) -> None:
        self.bar.n = min(pages, self.bar.total or pages)


@contextmanager
def progress(total: int | None = None) -> Iterator[Bar]:
    bar = Bar(total)
    if not bar.bar.disable:
        bar.thread.start()
    try:
        yield bar
    finally:
        bar.done.set()
        if bar.thread.is_alive():
            bar.thread.join()
        bar.bar.close()
