"""What tests share. Under CI (PAPERSHELF_CI=1, see .ci/run) nothing is skipped: what cannot run, fails."""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest
from filelock import FileLock

import offline
from lock.server import Services
from lock.server import serve as serve_services
from of_the_seeds import DOCUMENTS
from pages_server import serve

# A shell that runs us in the background has us ignore Ctrl-C, and so would every server that a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

REPOSITORY = Path(__file__).parent.parent
CI = bool(os.environ.get("PAPERSHELF_CI") or os.environ.get("CI"))

MKDOCS_YML = """\
site_name: Tiny list
site_url: https://example.org/reading-list/
theme:
  name: material
  font: false
"""


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only this machine answers: to our own sockets by force, to programs we start by a proxy that is not there."""
    nowhere = "http://127.0.0.1:9"
    real = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex")}

    def guarded(name: str) -> Callable[..., Any]:
        def call(self: socket.socket, address: Any) -> Any:
            inet = self.family in (socket.AF_INET, socket.AF_INET6)
            if inet and address[0] != "localhost" and not ipaddress.ip_address(address[0]).is_loopback:
                raise AssertionError(f"a test tried to reach {address}")
            return real[name](self, address)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in real:
            patch.setattr(socket.socket, name, guarded(name))
        for variable in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            patch.setenv(variable, nowhere)
        for variable in ("no_proxy", "NO_PROXY"):
            patch.setenv(variable, "127.0.0.1,localhost")
        yield


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser: PAPERSHELF_CHROMIUM, or the one on the PATH."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("PAPERSHELF_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        unavailable("no Chromium on the PATH (Debian: apt install chromium; or set PAPERSHELF_CHROMIUM)")
    return Path(found)


@pytest.fixture
def list_dir(tmp_path: Path) -> Callable[..., Path]:
    """Makes tiny lists: `list_dir({"seeds/sources/a.txt": "…"})` gives the folder."""

    def make(files: Mapping[str, str | bytes] | None = None, name: str = "list") -> Path:
        root = tmp_path / name
        for folder in ("docs/about", "seeds/sources", "seeds/curated", "seeds/locked"):
            (root / folder).mkdir(parents=True)
        for path, content in {"mkdocs.yml": MKDOCS_YML, **(files or {})}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return root.resolve()

    return make


@pytest.fixture(scope="session")
def papershelf() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command line as a person does: `papershelf("build", "--root", root)`."""

    def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **options.pop("env", {})}
        command = [sys.executable, "-m", "papershelf", *map(str, arguments)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", **options)

    return run


@pytest.fixture(scope="session")
def own_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's list, built once by MkDocs --strict for all test processes: the site is in site/.
    There is no network while it is built: test_offline.py."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    root = shared / "own-list"
    with FileLock(shared / "own-list.lock"):
        if not root.exists():
            copying = shared / "own-list.copying"
            shutil.rmtree(copying, ignore_errors=True)
            copy_own_list(copying)
            log = shared / "own-list.sockets"
            done = offline.python(log, "-m", "papershelf", "build", "--strict", "--root", copying)
            assert done.returncode == 0, done.stderr
            copying.rename(root)
    return root


@pytest.fixture
def services() -> Iterator[Services]:
    """A server that speaks for arXiv, Crossref and the others: tests/lock/server/."""
    with serve_services() as server:
        yield server


@pytest.fixture(scope="session")
def built_site(own_list: Path) -> Path:
    """The site of this repository's own list."""
    return own_list / "site"


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Address of the built site, served as GitHub Pages does: ends in /reading-list/."""
    with serve(built_site) as (address, _):
        yield address


def copy_own_list(root: Path) -> None:
    """What is needed of this repository to build its list: never the pages that stand in docs/ here."""
    for path in ("mkdocs.yml", "seeds", "docs/about", "generator/papershelf/theme", "generator/papershelf/hook.py"):
        source, target = REPOSITORY / path, root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)
    for file in (root / "seeds/sources").iterdir():
        if file.name not in DOCUMENTS:
            file.unlink() if file.is_file() else shutil.rmtree(file)


def unavailable(what: str) -> NoReturn:
    """This machine cannot run the test: skip it, but fail where everything must run."""
    if CI:
        pytest.fail(what)
    pytest.skip(what)
