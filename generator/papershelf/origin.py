"""Which papershelf this is: the repository and the commit it comes from."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from papershelf import __version__

REPOSITORY = "papershelf/reading-list"
"""Where it is kept on GitHub, as `owner/name`."""
_GITHUB = re.compile(r"github\.com[/:]([\w.-]+/[\w.-]+?)(?:\.git)?/?$", re.ASCII)
_IN_A_CLONE = "generator/papershelf/"


def program() -> str:
    """What `uses:` of a list's workflow says: this program's workflow for lists, at this program's commit.

    Where the commit cannot be told, at the tag of this version.
    """
    repository, commit = _clone() or _installed() or (REPOSITORY, f"v{__version__}")
    return f"{repository}/.github/workflows/list.yml@{commit} # v{__version__}"


def _clone() -> tuple[str, str] | None:
    """The package lies in a clone: what is checked out there."""
    if _git("rev-parse", "--show-prefix") != _IN_A_CLONE:
        return None
    commit = _git("rev-parse", "--verify", "--quiet", "HEAD")
    return (_name(_git("remote", "get-url", "origin")), commit) if commit else None


def _installed() -> tuple[str, str] | None:
    """It was installed from a repository (https://packaging.python.org/specifications/direct-url/)."""
    try:
        stated = json.loads(distribution("papershelf").read_text("direct_url.json") or "{}")
    except PackageNotFoundError:
        return None
    commit = stated.get("vcs_info", {}).get("commit_id")
    return (_name(stated["url"]), commit) if commit else None


def _name(address: str) -> str:
    found = _GITHUB.search(address)
    return found[1] if found else REPOSITORY


def _git(*arguments: str) -> str:
    """What git says about the folder of the package; nothing where it says no, or is not there."""
    command = ["git", "-C", str(Path(__file__).parent), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
