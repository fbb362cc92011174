"""`papershelf new`: the files a list starts from, copied from starter/ in the package."""

from __future__ import annotations

import json
import re
from pathlib import Path

from papershelf import origin
from papershelf.outside import PACKAGE
from papershelf.text import escape_markdown

_STARTER = PACKAGE / "starter"
_NAMES = {"gitignore": ".gitignore", "github": ".github"}
"""What would act on the package itself if it lay there under its own name."""
_FOLDERS = ("seeds/sources", "seeds/locked")


def starter(folder: Path, name: str) -> tuple[str, ...]:
    """Make `folder` a list called `name`; returns the files written. What is there already stays as it is."""
    for path in _FOLDERS:
        (folder / path).mkdir(parents=True, exist_ok=True)
    blanks = {
        '"{name}"': json.dumps(name, ensure_ascii=False),
        "{heading}": escape_markdown(name),
        "{program}": origin.program(),
    }
    blank = re.compile("|".join(map(re.escape, blanks)))
    made = []
    for source in sorted(path for path in _STARTER.rglob("*") if path.is_file()):
        target = folder.joinpath(*(_NAMES.get(part, part) for part in source.relative_to(_STARTER).parts))
        target.parent.mkdir(parents=True, exist_ok=True)
        text = blank.sub(lambda found: blanks[found[0]], source.read_text(encoding="utf-8"))
        try:
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        made.append(target.as_posix())
    return tuple(made)
