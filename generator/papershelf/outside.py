"""What a list outside the clone needs from the package: the theme and the hook, written into its `.papershelf/`.

Its mkdocs.yml says `theme.custom_dir: .papershelf/theme` and `hooks: [.papershelf/hook.py]`, since a site engine takes
paths only. Both are generated like pages: same manifest, same care for a person's own files.
"""

from __future__ import annotations

from pathlib import Path

from papershelf.config import MACHINE, Settings

PACKAGE = Path(__file__).parent
THEME = f"{MACHINE}/theme"
HOOK = f"{MACHINE}/hook.py"


def outside(settings: Settings) -> dict[str, bytes]:
    """Path below the list's root -> content; empty where mkdocs.yml uses another theme folder."""
    if settings.theme_dir != settings.root / THEME:
        return {}
    theme = PACKAGE / "theme"
    files = sorted(path for path in theme.rglob("*") if path.is_file())
    return {
        HOOK: (PACKAGE / "hook.py").read_bytes(),
        **{f"{THEME}/{path.relative_to(theme).as_posix()}": path.read_bytes() for path in files},
    }
