"""Runs commands where there is no network: in a network namespace without any interface, where the machine permits one,
and everywhere with Pythons that get no socket (tests/without_network/)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

GUARD = Path(__file__).parent / "without_network"


def python(log: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python without a network; `log` becomes a file with a line for each socket or name it asked for."""
    log.touch()
    path = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path, "SOCKETS_ASKED_FOR": str(log)}
    command = [*namespace(), sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")


@cache
def namespace() -> tuple[str, ...]:
    """What puts a command into a namespace of its own; nothing where that is not permitted (some Linux, all others)."""
    command = ("unshare", "--map-root-user", "--net", "--")
    if not shutil.which(command[0]):
        return ()
    return command if subprocess.run([*command, "true"], capture_output=True).returncode == 0 else ()
