"""Live reload: what MkDocs and ProperDocs call through hook.py. Zensical ignores hooks.

The watched docs folder and a generator that writes into it would chase each other: every edit would cost two rebuilds.
So the folder is unwatched, and the hand-written parts of it are watched instead, with seeds/, templates and theme.
Events: https://www.mkdocs.org/dev-guide/plugins/#events
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from papershelf import build, config, manifest
from papershelf.config import MACHINE, SEEDS, ConfigError, Settings
from papershelf.disk import WriteError
from papershelf.engine import GENERATED
from papershelf.outside import PACKAGE, THEME
from papershelf.text import clean

log = logging.getLogger("mkdocs.hooks.papershelf")  # counted by --strict; ProperDocs listens to this name too


class _Watch:
    """What the running server watches for us. One a process: MkDocs loads a hook anew at each build, a module once."""

    server: Any = None
    paths: frozenset[Path] = frozenset()


def on_pre_build(config: Any) -> None:
    """Write the pages before the engine reads them."""
    if os.environ.pop(GENERATED, None):
        return
    try:
        settings = _settings(config)
        report = build.generate(settings)
    except (ConfigError, WriteError) as error:
        if _Watch.server is None:
            from mkdocs.exceptions import PluginError

            raise PluginError(str(error)) from error
        log.error("%s; the previous pages stay", error)
        return
    except Exception:  # a slip in a template: the server would answer nothing until it is mended
        if _Watch.server is None:
            raise
        log.exception("The pages were not generated; the previous ones stay")
        return
    for problem in report.problems:
        log.warning("%s", clean(str(problem)))
    for path, copy in report.written.edited:
        log.warning("%s is generated: your version of it is kept as %s", path, copy)
    if _Watch.server is not None:
        _watch(settings)


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch what people write, and not what we write."""
    server.unwatch(config.docs_dir)
    _Watch.server = server
    _watch(_settings(config))
    return server


def watched(settings: Settings) -> frozenset[Path]:
    """Folders and files whose change asks for a rebuild; mkdocs.yml is the engine's own to watch."""
    ours = {settings.root / path for path in manifest.read(settings.root).files}
    folders = {settings.root / SEEDS, PACKAGE / "templates", PACKAGE / "theme"}
    if settings.theme_dir is not None and settings.theme_dir != settings.root / THEME:
        folders.add(settings.theme_dir)
    written = {*_hand_written(settings.docs_dir, ours), *_hand_written(settings.root / MACHINE / "theme", ours)}
    return frozenset(path for path in folders | written if path.exists())


def _hand_written(folder: Path, ours: set[Path]) -> Iterator[Path]:
    """The files below `folder` that are not ours. A folder that holds none of ours stands for all that it will hold."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and any(path in file.parents for file in ours):
            yield from _hand_written(path, ours)
        elif path not in ours:
            yield path


def _watch(settings: Settings) -> None:
    wanted = watched(settings)
    for path in _Watch.paths - wanted:
        _Watch.server.unwatch(str(path))
    for path in sorted(wanted - _Watch.paths):
        _Watch.server.watch(str(path))
    _Watch.paths = wanted


def _settings(config_of_engine: Any) -> Settings:
    file = Path(config_of_engine.config_file_path or "mkdocs.yml")
    return config.read(file.parent, file.name)
