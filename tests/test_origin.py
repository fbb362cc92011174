"""Which papershelf a new list names: the repository and the commit that made it, however it came here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from papershelf import __version__, origin

FORK = "github.com/ann/my-fork"
HERE = "/.github/workflows/list.yml@"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which papershelf seems to lie; what it was installed from is not known."""
    folder = tmp_path / "generator/papershelf"
    folder.mkdir(parents=True)
    monkeypatch.setattr(origin, "__file__", str(folder / "origin.py"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    installed_from(tmp_path, monkeypatch, {"url": "file:///home/ann/papershelf", "dir_info": {"editable": True}})
    return folder


def installed_from(folder: Path, monkeypatch: pytest.MonkeyPatch, stated: dict[str, Any]) -> None:
    """What an installer writes: https://packaging.python.org/specifications/direct-url/"""
    about = folder / f"site-{len(list(folder.iterdir()))}/papershelf-0.0.1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: papershelf\nVersion: 0.0.1\n")
    (about / "direct_url.json").write_text(json.dumps(stated))
    monkeypatch.syspath_prepend(str(about.parent))


def committed(folder: Path) -> str:
    """Make a folder a repository with a commit."""
    git = ["git", "-C", str(folder)]
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, *who, "commit", "--quiet", "--allow-empty", "-m", "One"], check=True)
    return subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()


def test_in_a_clone_it_is_what_is_checked_out(package: Path) -> None:
    commit = committed(package.parents[1])
    assert origin.program() == f"papershelf/reading-list{HERE}{commit} # v{__version__}"


@pytest.mark.parametrize("address", [f"https://{FORK}", f"https://{FORK}.git", "git@github.com:ann/my-fork.git"])
def test_in_a_clone_of_a_fork_it_is_the_fork(package: Path, address: str) -> None:
    commit = committed(package.parents[1])
    subprocess.run(["git", "-C", str(package), "remote", "add", "origin", address], check=True)
    assert origin.program() == f"ann/my-fork{HERE}{commit} # v{__version__}"


def test_installed_from_a_repository_it_is_the_commit_that_was_installed(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vcs = {"vcs": "git", "commit_id": "0123456789" * 4, "requested_revision": "v1.2.3"}
    installed_from(tmp_path, monkeypatch, {"url": f"https://{FORK}", "vcs_info": vcs})
    assert origin.program() == f"ann/my-fork{HERE}{'0123456789' * 4} # v{__version__}"


def test_the_repository_around_an_environment_is_not_that_of_the_program(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / ".venv/lib/papershelf"
    inside.mkdir(parents=True)
    committed(tmp_path)
    monkeypatch.setattr(origin, "__file__", str(inside / "origin.py"))
    assert origin.program() == f"papershelf/reading-list{HERE}v{__version__} # v{__version__}"


def test_without_git_it_is_the_tag_of_the_version(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(package))
    assert origin.program() == f"papershelf/reading-list{HERE}v{__version__} # v{__version__}"
