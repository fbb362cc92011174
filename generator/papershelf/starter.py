"""`papershelf new`: the files a list starts from, copied from starter/ in the package."""

from __future__ import annotations

import json
from pathlib import Path

from papershelf.outside import PACKAGE

_STARTER = PACKAGE / "starter"
_NAMES = {"gitignore": ".gitignore"}
"""Files that would act on the package itself if they lay there under their own names."""
_FOLDERS = ("seeds/sources", "seeds/locked")


def starter(folder: Path, name: str) -> tuple[str, ...]:
    """Make `folder` a list called `name`; returns the files written. What is there already stays as it is."""
    for path in _FOLDERS:
        (folder / path).mkdir(parents=True, exist_ok=True)
    made = []
    for source in sorted(path for path in _STARTER.rglob("*") if path.is_file()):
        relative = source.relative_to(_STARTER)
        target = folder / relative.with_name(_NAMES.get(relative.name, relative.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8").replace('"{name}"', json.dumps(name, ensure_ascii=False))
        try:
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        made.append(target.as_posix())
    return tuple(made)
