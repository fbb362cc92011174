"""Runs a site engine over what `write` wrote: MkDocs, ProperDocs or Zensical, all from the same mkdocs.yml.

An engine empties its site folder first and reports what is wrong last. So it builds into `.papershelf/site/`, and the
site is replaced only when the build is done.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from papershelf.config import MACHINE, Settings
from papershelf.disk import disk

GENERATED = "PAPERSHELF_GENERATED"
"""Set in the environment of an engine: the pages are generated already, its hook need not do it for the first build."""
_NEW = f"{MACHINE}/site"
_OLD = f"{MACHINE}/site-old"
_EVERY = 0.5
"""Seconds between two looks at how far a build is."""
_PATIENCE = 2.0
"""Seconds in which a server that was interrupted is expected to end."""


class EngineError(Exception):
    """The site could not be built; the previous one is whole."""

    def __init__(self, message: str, output: str = "") -> None:
        super().__init__(message)
        self.output = output
        """What the engine said."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that turns a folder of Markdown into a site."""

    module: str
    install: str
    site_option: bool
    """Whether it takes the site folder as an option; otherwise a settings file that inherits says it."""


ENGINES: dict[str, Engine] = {
    "mkdocs": Engine("mkdocs", "pip install 'mkdocs>=1.6.1,<2' mkdocs-material", True),
    "properdocs": Engine("properdocs", "pip install properdocs mkdocs-material", True),
    "zensical": Engine("zensical", "pip install zensical", False),
}


def build(settings: Settings, name: str, strict: bool, tick: Callable[[int], None] = lambda pages: None) -> str:
    """Build the site of a list whose pages are generated; returns what the engine said.

    `tick` is called with the number of pages built so far. The caller holds the list's lock. Raises EngineError.
    """
    _installed(name)
    site, new, old = settings.site_dir, settings.root / _NEW, settings.root / _OLD
    with disk():
        if old.exists() and not site.exists():  # a run was killed between the two steps of the exchange
            old.rename(site)
        if site.exists() and any(site.iterdir()) and not (site / "index.html").is_file():
            raise EngineError(f"{site} does not look like a built site: move its files away, or set another site_dir")
        shutil.rmtree(new, ignore_errors=True)
        try:
            with _arguments(settings, name, strict) as arguments:
                output, status = _run(settings, arguments, lambda: tick(sum(1 for _ in new.rglob("*.html"))))
            if status != 0 or not (new / "index.html").is_file():
                reason = f"{name} ended with status {status}" if status else f"{name} made no index.html"
                raise EngineError(f"the site was not built: {reason}", output)
            _exchange(site, new, old)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return output


def serve(settings: Settings, options: list[str]) -> int:
    """Run `mkdocs serve` until Ctrl-C, which is status 0; returns its exit status. The pages are generated."""
    _installed("mkdocs")
    command = _command(["mkdocs", "serve", "-f", settings.config_file, *options])
    with subprocess.Popen(command, cwd=settings.root, env=_environment()) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # A terminal interrupts both of us, and the server then removes its temporary site. Else we pass it on.
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PATIENCE)
            if process.poll() is None:
                process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            process.wait()
            return 0


def _installed(name: str) -> None:
    if find_spec(ENGINES[name].module) is None:
        raise EngineError(f"{name} is not installed here; install it with: {sys.executable} -m {ENGINES[name].install}")


def _command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-P", "-m", *arguments]  # -P: modules of the environment, never of the list's folder


def _environment() -> dict[str, str]:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return {**os.environ, **quiet, "PYTHONIOENCODING": "utf-8", GENERATED: "1"}


@contextmanager
def _arguments(settings: Settings, name: str, strict: bool) -> Iterator[list[str]]:
    """How to tell an engine what to build, and where to."""
    command = [ENGINES[name].module, "build", *(["--strict"] if strict else []), "-f"]
    if ENGINES[name].site_option:
        yield [*command, settings.config_file, "-d", _NEW]
        return
    # In the root, since every path in a settings file is relative to its folder.
    handle, name = tempfile.mkstemp(".yml", f"{MACHINE}-", settings.root)
    file = Path(name)
    try:
        os.close(handle)
        file.write_text(f"INHERIT: {settings.config_file}\nsite_dir: {_NEW}\n", encoding="utf-8")
        yield [*command, file.name]
    finally:
        file.unlink()


def _run(settings: Settings, arguments: list[str], tick: Callable[[], None]) -> tuple[str, int]:
    with (
        tempfile.TemporaryFile() as output,
        subprocess.Popen(
            _command(arguments), cwd=settings.root, env=_environment(), stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            while process.poll() is None:
                tick()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_EVERY)
        except BaseException:
            process.terminate()
            raise
        output.seek(0)
        return click.unstyle(output.read().decode("utf-8", "replace")), process.returncode


def _exchange(site: Path, new: Path, old: Path) -> None:
    """Put the new site in the place of the old one. Dot files of the old one stay, as MkDocs leaves them (.git)."""
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        shutil.move(site, old)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, site)
    if old.exists():
        for entry in old.iterdir():
            if entry.name.startswith(".") and not (site / entry.name).exists():
                shutil.move(entry, site / entry.name)
        shutil.rmtree(old)
