"""A build needs no network and asks for none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import offline
from papershelf.starter import starter

SOURCE = "Paper boats float on ponds.\n\narXiv:2401.00001\nCreated: 2024-01-01\n"


def test_our_own_list_is_built_without_a_network(own_list: Path) -> None:
    """It always is: see the fixture."""
    assert (own_list / "site/index.html").is_file()
    assert own_list.with_name("own-list.sockets").read_text() == ""


def test_a_teams_list_is_built_without_a_network(tmp_path: Path) -> None:
    starter(tmp_path / "list", "Boats")
    (tmp_path / "list/seeds/sources/boats.txt").write_text(SOURCE)
    done = offline.python(tmp_path / "log", "-m", "papershelf", "build", "--strict", "--root", tmp_path / "list")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "list/site/papers/2401.00001/index.html").is_file()
    assert (tmp_path / "log").read_text() == ""


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_INET6)",
        "import urllib.request; urllib.request.urlopen('https://example.org')",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'], check=True)",
    ],
)
def test_there_is_no_network_and_who_asks_for_it_is_found_out(tmp_path: Path, attempt: str) -> None:
    done = offline.python(tmp_path / "log", "-c", attempt)
    assert done.returncode == 1
    assert "there is no network here" in done.stderr
    assert len((tmp_path / "log").read_text().splitlines()) == 1


def test_in_a_namespace_not_even_this_machine_is_reached() -> None:
    """Nor by what is no Python. Where no namespace is permitted the other tests stand alone."""
    if offline.namespace():
        attempt = [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"]
        done = subprocess.run([*offline.namespace(), *attempt], capture_output=True, text=True)
        assert "Network is unreachable" in done.stderr
