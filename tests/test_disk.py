"""The disk refuses, a run is killed, two run at once: the sources and the previous pages stay whole.

In processes of their own, and by what the system itself refuses.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CI, unavailable
from list_files import leftovers, tree
from papershelf import config, disk
from papershelf.disk import WriteError
from papershelf.model import Page
from papershelf.write import write

Lists = Callable[..., Path]
WRITER = """
import sys, time
from pathlib import Path
from papershelf import config, disk
from papershelf.model import Page
from papershelf.write import write

root, text, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def pages():
    for n in range(number):
        yield Page(f"papers/{n:04}.md", text * 200 + chr(10))

try:
    with disk.alone(root, lambda: print("waiting", flush=True)):
        write(pages(), config.read(root))
except disk.WriteError as error:
    print(error)
    sys.exit(1)
"""


def writer(root: Path, text: str, number: int, before: str = "") -> list[str]:
    """A command that writes `number` pages of `text`, after what `before` says in Python."""
    return [sys.executable, "-c", before + WRITER, str(root), text, str(number)]


def whole_pages(root: Path, *texts: str) -> set[str]:
    """Which of `texts` stand in the pages; a page that is none of them, whole, fails the test."""
    found = {path.read_text() for path in (root / "docs/papers").glob("*")}
    assert found <= {text * 200 + "\n" for text in texts}, "a page that is half one thing, half another"
    return {text for text in texts if text * 200 + "\n" in found}


def test_a_file_that_may_not_grow_leaves_the_previous_pages_whole(list_dir: Lists) -> None:
    root = list_dir({"seeds/sources/a.txt": "source"})
    subprocess.run(writer(root, "old", 20), check=True)
    before = tree(root)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))\n"
    done = subprocess.run(writer(root, "new", 20, limit), capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert os.strerror(errno.EFBIG) in done.stdout
    assert "the sources and the pages that stand are whole" in done.stdout
    assert tree(root) == before
    subprocess.run(writer(root, "new", 20), check=True)
    assert whole_pages(root, "old", "new") == {"new"}


def in_namespace(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script where it may mount: as root of its own namespace, else, under CI, as the machine's root."""
    ways = [["unshare", "--map-root-user", "--mount"], ["unshare", "--mount"]]
    ways += [["sudo", "-n", "unshare", "--mount"]] if CI else []
    for way in ways:
        probe = [*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        if shutil.which(way[0]) and not subprocess.run(probe, capture_output=True, check=False).returncode:
            command = [*way, "sh", "-e", "-c", script, "sh", *arguments]
            return subprocess.run(command, capture_output=True, text=True, check=False)
    unavailable("no namespace to mount a disk in (unshare --map-root-user --mount)")


def test_a_full_disk_leaves_the_sources_and_the_previous_pages_whole(list_dir: Lists, tmp_path: Path) -> None:
    root, disk_of_1_mb, copy = list_dir({"seeds/sources/a.txt": "source"}), tmp_path / "disk", tmp_path / "copy"
    disk_of_1_mb.mkdir()
    script = """
        mount -t tmpfs -o size=1m tmpfs "$1"
        cp -r "$2/." "$1"
        "$3" -c "$4" "$1" old 20
        "$3" -c "$4" "$1" new 2000 && status=0 || status=$?
        cp -r "$1" "$5"
        chmod -R a+rwX "$5"
        echo "status $status"
    """
    done = in_namespace(script, str(disk_of_1_mb), str(root), sys.executable, WRITER, str(copy))
    assert "status 1" in done.stdout, done.stderr
    assert os.strerror(errno.ENOSPC) in done.stdout
    assert "make room on the disk and run it again" in done.stdout
    assert whole_pages(copy, "old", "new") == {"old"}
    assert len(list((copy / "docs/papers").iterdir())) == 20
    assert (copy / "seeds/sources/a.txt").read_text() == "source"
    assert leftovers(copy) == []


def test_a_read_only_folder_is_said_so_and_stays_whole(list_dir: Lists) -> None:
    root = list_dir()
    subprocess.run(writer(root, "old", 3), check=True)
    before = tree(root)
    script = """
        mount --bind "$1" "$1"
        mount -o remount,bind,ro "$1"
        "$2" -c "$3" "$1" new 3 && echo "status 0" || echo "status $?"
    """
    done = in_namespace(script, str(root), sys.executable, WRITER)
    assert "status 1" in done.stdout, done.stderr
    assert os.strerror(errno.EROFS) in done.stdout
    assert "make the folder writable" in done.stdout
    assert tree(root) == before


def test_docs_on_another_disk_are_written_whole_too(list_dir: Lists, tmp_path: Path) -> None:
    root, copy = list_dir(), tmp_path / "copy"
    script = """
        mount -t tmpfs tmpfs "$1/docs"
        "$2" -c "$3" "$1" old 3
        "$2" -c "$3" "$1" new 3
        cp -r "$1" "$4"
        chmod -R a+rwX "$4"
    """
    done = in_namespace(script, str(root), sys.executable, WRITER, str(copy))
    assert done.returncode == 0, done.stdout + done.stderr
    assert whole_pages(copy, "old", "new") == {"new"}
    assert leftovers(copy) == []


def test_a_kill_at_any_moment_leaves_whole_pages_that_the_next_run_knows(list_dir: Lists) -> None:
    root = list_dir({"docs/papers/mine.txt": "mine" * 200 + "\n"})
    subprocess.run(writer(root, "old", 300), check=True)
    started = time.monotonic()
    subprocess.run(writer(root, "older", 300), check=True)
    took = time.monotonic() - started
    seen: set[str] = set()
    for part in range(12):
        process = subprocess.Popen(writer(root, f"new{part}", 300))
        time.sleep(took * (0.4 + 0.05 * part))
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen |= whole_pages(root, "older", "mine", *(f"new{n}" for n in range(part + 1)))
    done = subprocess.run(writer(root, "last", 2), capture_output=True, text=True, check=True)
    assert "waiting" not in done.stdout  # the lock went with the killed process
    assert {path.name for path in (root / "docs/papers").iterdir()} == {"0000.md", "0001.md", "mine.txt"}
    assert whole_pages(root, "last", "mine") == {"last", "mine"}
    assert leftovers(root) == []
    assert not (root / ".papershelf/edited").exists()  # nothing of ours was mistaken for a person's


def test_a_kill_between_two_pages_is_mended_by_the_next_run(list_dir: Lists) -> None:
    """The kill is placed exactly: after the first of the files was moved into place."""
    root = list_dir()
    subprocess.run(writer(root, "old", 3), check=True)
    stop = """
import os, signal
from papershelf import write as stage
real = stage.move
def move(staged, target):
    real(staged, target)
    os.kill(os.getpid(), signal.SIGKILL)
stage.move = move
"""
    killed = subprocess.run(writer(root, "new", 5, stop), check=False)
    assert killed.returncode == -signal.SIGKILL
    assert whole_pages(root, "old", "new") == {"old", "new"}
    subprocess.run(writer(root, "newer", 2), check=True)
    assert whole_pages(root, "old", "new", "newer") == {"newer"}
    assert len(list((root / "docs/papers").iterdir())) == 2
    assert leftovers(root) == []
    assert not (root / ".papershelf/edited").exists()


def test_a_persons_file_that_appears_after_a_kill_is_not_mistaken_for_ours(list_dir: Lists) -> None:
    root = list_dir()
    stop = "import os, signal\nfrom papershelf import write as stage\nstage.move = lambda *_: os.kill(os.getpid(), 9)\n"
    subprocess.run(writer(root, "new", 2, stop), check=False)
    (root / "docs/papers").mkdir(exist_ok=True)
    (root / "docs/papers/0000.md").write_text("mine")
    subprocess.run(writer(root, "new", 2), check=True)
    assert (root / "docs/papers/0000.md").read_text() == "mine"
    assert (root / "docs/papers/0001.md").read_text() == "new" * 200 + "\n"


def test_two_runs_at_once_take_turns_and_the_second_says_that_it_waits(list_dir: Lists) -> None:
    root = list_dir()
    with disk.alone(root):
        second = subprocess.Popen(writer(root, "second", 3), stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert second.stdout.readline() == "waiting\n"
        write([Page(f"papers/{n:04}.md", "first" * 200 + "\n") for n in range(3)], config.read(root))
        assert whole_pages(root, "first", "second") == {"first"}
    assert second.wait(30) == 0
    second.stdout.close()
    assert whole_pages(root, "first", "second") == {"second"}


def test_a_disk_error_is_told_in_words_with_the_file(tmp_path: Path) -> None:
    with (
        pytest.raises(WriteError, match=r"gone/x: No such file or directory; the sources and the pages that stand are"),
        disk.disk(),
    ):
        (tmp_path / "gone/x").write_text("")
