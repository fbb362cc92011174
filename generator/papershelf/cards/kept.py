"""Cards of earlier runs, in `.papershelf/cards/`, by what stands on them: a run draws only what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from papershelf.cards.card import Card
from papershelf.config import MACHINE
from papershelf.disk import disk, move

DESIGN = 2
"""One more whenever a card looks different."""


@contextmanager
def kept(root: Path) -> Iterator[Callable[[Card], bytes]]:
    """What draws a card, or has it already. In the end cards that nobody asked for are deleted.

    The caller holds the list's lock (`disk.alone`). Raises WriteError where the disk refuses.
    """
    folder = root / MACHINE / "cards"
    asked: set[str] = set()
    made_by = "".join(f"{name} {version(name)}\n" for name in ("pillow", "font-source-serif-pro", "ttf-opensans"))

    def drawn(card: Card) -> bytes:
        name = hashlib.sha256(f"{DESIGN}\n{made_by}{card!r}".encode("utf-8", "replace")).hexdigest()[:40] + ".png"
        asked.add(name)
        with disk():
            try:
                return (folder / name).read_bytes()
            except FileNotFoundError:
                pass
        from papershelf.cards import draw  # Pillow takes longer to load than a card to draw

        data = draw.png(card)
        with disk():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "new").write_bytes(data)
            move(folder / "new", folder / name)
        return data

    yield drawn
    with disk():
        for file in folder.glob("*.png"):
            if file.name not in asked:
                file.unlink()
