"""Live reload: a real server, real edits, and the number of builds each of them costs. One, that is."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import REPOSITORY, copy_own_list
from papershelf.starter import starter

SOURCE = """\
We tie shoelaces with knots that nobody has tied before, and measure how long they hold on walks of several kinds.

arXiv:2401.00001
Created: 2024-01-01
"""
QUIET = 2.0
"""Seconds without a further build after which we believe that none comes: the server looks every half second."""


class Server:
    """A server over a list with one source, and its log."""

    def __init__(self, root: Path, *command: str, prefix: str = "/reading-list/") -> None:
        self.root = root
        self.write("seeds/sources/knots.txt", SOURCE)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}{prefix}"
        self.log = root / "serve.log"
        path = os.pathsep.join(filter(None, [str(root / "generator"), os.environ.get("PYTHONPATH")]))
        environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", *command, "-a", f"127.0.0.1:{port}"],
                cwd=root,
                env=environment,
                stdout=log,
                stderr=log,
            )

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text()
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def builds(self) -> int:
        return self.log.read_text().count("Building documentation...")

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return f"status {error.code} {error.read().decode()}"

    def until(self, path: str, pattern: str, seconds: float = 60) -> str:
        """Ask for a page until it matches."""
        end = time.monotonic() + seconds
        while True:
            try:
                page = self.get(path)
            except (urllib.error.URLError, ConnectionError):
                page = "no answer"
            if re.search(pattern, page):
                return page
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, f"{pattern} never came to {path}: {self.log.read_text()}"
            time.sleep(0.1)

    def quiet(self) -> int:
        """Number of builds once no further one begins."""
        seen, since = self.builds(), time.monotonic()
        while time.monotonic() - since < QUIET:
            time.sleep(0.1)
            if self.builds() != seen:
                seen, since = self.builds(), time.monotonic()
        return seen

    def stop(self) -> int:
        """What Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


def small_clone(root: Path) -> Path:
    """Package, settings and folders as in this repository, and no seeds."""
    copy_own_list(root)
    shutil.copytree(REPOSITORY / "generator/papershelf", root / "generator/papershelf", dirs_exist_ok=True)
    for path in (root / "seeds").rglob("*"):
        if path.is_file():
            path.unlink()
    return root


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Plain `mkdocs serve` in a clone."""
    server = Server(small_clone(tmp_path_factory.mktemp("served")), "mkdocs", "serve")
    try:
        server.until("papers/2401.00001/", "shoelaces")
        yield server
    finally:
        server.stop()


def test_no_edit_costs_no_build(server: Server) -> None:
    seen = server.quiet()
    time.sleep(QUIET)
    assert server.builds() == seen


def test_an_edit_to_a_source_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    server.replace("seeds/sources/knots.txt", "shoelaces", "bootlaces")
    server.until("papers/2401.00001/", "bootlaces")
    assert server.quiet() == before + 1


def test_a_new_source_shows_after_one_build_and_goes_with_its_file(server: Server) -> None:
    before = server.quiet()
    server.write("seeds/sources/boats.txt", "Paper boats float.\n\narXiv:2402.00002\nCreated: 2024-02-02\n")
    server.until("papers/2402.00002/", "Paper boats float")
    assert server.quiet() == before + 1
    (server.root / "seeds/sources/boats.txt").unlink()
    server.until("papers/2402.00002/", "status 404")
    assert server.quiet() == before + 2


def test_an_edit_to_a_curated_file_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    server.write("seeds/curated/corrections.yml", "'2401.00001':\n  title: Knots for walks\n")
    server.until("papers/2401.00001/", "Knots for walks")
    assert server.quiet() == before + 1


def test_an_edit_to_a_template_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    path = "generator/papershelf/templates/paper.md.jinja"
    server.write(path, (server.root / path).read_text() + "\nA line at the end of every paper\n")
    server.until("papers/2401.00001/", "A line at the end of every paper")
    assert server.quiet() == before + 1


def test_an_edit_to_the_theme_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    path = "generator/papershelf/theme/assets/papershelf.css"
    server.write(path, (server.root / path).read_text() + "/* a changed theme */\n")
    server.until("assets/papershelf.css", "a changed theme")
    assert server.quiet() == before + 1


def test_an_edit_to_a_page_of_ones_own_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    server.write("docs/about/index.md", "# About\n\nWords of a person\n")
    server.until("about/", "Words of a person")
    assert server.quiet() == before + 1


def test_a_new_page_of_ones_own_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    server.write("docs/about/another.md", "# Another\n\nMore words of a person\n")
    server.until("about/another/", "More words of a person")
    assert server.quiet() == before + 1
    (server.root / "docs/about/another.md").unlink()
    assert server.quiet() == before + 2


def test_an_edit_to_the_settings_shows_after_one_build(server: Server) -> None:
    before = server.quiet()
    server.replace("mkdocs.yml", "site_name: Reading list", "site_name: Another name")
    server.until("", "Another name")
    assert server.quiet() == before + 1


def test_many_files_saved_at_once_cost_one_build(server: Server) -> None:
    before = server.quiet()
    for number in range(10, 30):
        server.write(
            f"seeds/sources/{number}.txt", f"Abstract {number}.\n\narXiv:2403.000{number}\nCreated: 2024-03-03\n"
        )
    server.until("papers/2403.00029/", "Abstract 29")
    assert server.quiet() == before + 1


def test_a_problem_in_the_seeds_is_told_and_the_rest_shows(server: Server) -> None:
    before = server.quiet()
    server.write("seeds/sources/broken.txt", "An abstract that stops in the middle of a\n")
    server.until("questions/", "stops in the middle of a|broken.txt")
    assert server.quiet() == before + 1
    assert "seeds/sources/broken.txt:1: " in server.log.read_text()
    assert "bootlaces" in server.get("papers/2401.00001/") or "shoelaces" in server.get("papers/2401.00001/")
    (server.root / "seeds/sources/broken.txt").unlink()
    server.quiet()


def test_wrong_settings_are_told_and_the_previous_pages_stay_until_they_are_right(server: Server) -> None:
    before = server.quiet()
    server.replace("mkdocs.yml", "  papershelf:", "  papershelf:\n    relatd: 3\n")
    assert server.quiet() == before + 1
    assert "extra.papershelf.relatd is no setting" in server.log.read_text()
    assert "papers" in server.get("papers/2401.00001/")
    server.replace("mkdocs.yml", "    relatd: 3\n", "")
    assert server.quiet() == before + 2


def test_a_slip_in_a_template_is_told_and_the_previous_pages_stay_until_it_is_mended(server: Server) -> None:
    before = server.quiet()
    path = "generator/papershelf/templates/paper.md.jinja"
    right = (server.root / path).read_text()
    server.write(path, right + "{% if %}\n")
    assert server.quiet() == before + 1
    assert "TemplateSyntaxError" in server.log.read_text()
    assert "laces" in server.get("papers/2401.00001/")
    server.write(path, right + "Mended\n")
    server.until("papers/2401.00001/", "Mended")
    assert server.quiet() == before + 2


def test_the_pages_that_are_written_are_written_once(server: Server) -> None:
    """A page of no concern to the edit keeps its time: this is what makes an edit cheap."""
    server.quiet()
    page = server.root / "docs/papers/2401.00001.md"
    before = page.stat().st_mtime_ns
    seen = server.builds()
    server.write("docs/about/index.md", "# About\n\nStill words of a person\n")
    server.until("about/", "Still words")
    assert server.quiet() == seen + 1
    assert page.stat().st_mtime_ns == before


def test_properdocs_serves_with_the_same_hook(tmp_path: Path) -> None:
    server = Server(small_clone(tmp_path), "properdocs", "serve", "-f", "mkdocs.yml")
    try:
        server.until("papers/2401.00001/", "shoelaces")
        before = server.quiet()
        server.replace("seeds/sources/knots.txt", "shoelaces", "bootlaces")
        server.until("papers/2401.00001/", "bootlaces")
        assert server.quiet() == before + 1
    finally:
        server.stop()


def test_a_list_outside_the_clone_is_served_too_and_ctrl_c_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter(tmp_path, "Knots")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    server = Server(tmp_path, "papershelf", "serve", prefix="/")
    try:
        server.until("papers/2401.00001/", "shoelaces")
        assert server.quiet() == 1
        server.replace("seeds/sources/knots.txt", "shoelaces", "bootlaces")
        server.until("papers/2401.00001/", "bootlaces")
        assert server.quiet() == 2
        server.write(".papershelf/theme/partials/footer.html", "<p>A theme of my own</p>")
        server.write("docs/about/index.md", "# About\n")
        server.until("about/", "A theme of my own")
        assert server.quiet() == 3
    finally:
        status = server.stop()
    assert status == 0
    assert "Traceback" not in server.log.read_text()
    assert list((tmp_path / "temporary").iterdir()) == []  # the server has taken its site away
