"""What stands in the folder of a list."""

from __future__ import annotations

from pathlib import Path


def tree(root: Path) -> dict[str, str]:
    """Every file of a list, but for papershelf's own folder."""
    files = (path for path in root.rglob("*") if path.is_file() and ".papershelf" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_text() for path in files}


def leftovers(root: Path) -> list[str]:
    """What a run should not leave behind."""
    return [
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if "staged" in path.parts or path.name.startswith(".papershelf-") or path.name.endswith(".new")
    ]
