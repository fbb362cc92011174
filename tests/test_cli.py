"""The command line as a person meets it: real processes, exit status, words."""

from __future__ import annotations

import html
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from papershelf import __version__, disk
from papershelf.cli import main

Lists = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]

SOURCE = """\
We tie shoelaces with knots that nobody has tied before, and measure how long they hold on walks of several kinds.

arXiv:2401.00001
Created: 2024-01-01

Léger rain falls on paper boats. This work counts the drops, one by one, and finds that the boats float regardless.

arXiv:2402.00002
Created: 2024-02-02 Updated: 2024-03-03
"""
LIST = {"seeds/sources/boats.txt": SOURCE, "docs/about/index.md": "# About\n"}
BROKEN = "seeds/sources/broken.txt"


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def two_papers(list_dir: Lists) -> Path:
    return list_dir(LIST)


@pytest.fixture
def with_problem(list_dir: Lists) -> Path:
    """A list with one abstract that no id ends."""
    return list_dir({**LIST, BROKEN: "An abstract that stops in the middle of a\n"})


def test_generate_writes_the_pages_and_says_how_many(papershelf: Run, two_papers: Path) -> None:
    done = papershelf("generate", "--root", two_papers)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 papers, 2 records, 0 authors, ")
    assert (two_papers / "docs/papers/2401.00001.md").is_file()
    assert (two_papers / "docs/papers/2402.00002.md").is_file()

    again = papershelf("generate", "--root", two_papers)
    assert "Files: 0 written, 0 deleted, " in again.stdout


def test_the_page_of_a_paper_that_is_gone_disappears(papershelf: Run, two_papers: Path) -> None:
    papershelf("generate", "--root", two_papers)
    (two_papers / "seeds/sources/boats.txt").write_text(SOURCE[: SOURCE.index("Léger")])
    assert papershelf("generate", "--root", two_papers).returncode == 0
    assert not (two_papers / "docs/papers/2402.00002.md").exists()


def test_seeds_are_never_written(papershelf: Run, two_papers: Path) -> None:
    before = tree(two_papers / "seeds")
    assert papershelf("build", "--root", two_papers).returncode == 0
    assert tree(two_papers / "seeds") == before


def test_problems_go_to_stderr_with_file_and_line_and_the_pages_are_written(
    papershelf: Run, with_problem: Path
) -> None:
    done = papershelf("generate", "--root", with_problem)
    assert done.returncode == 0
    assert re.match(rf"{BROKEN}:1: .*; right would be: ", done.stderr)
    assert "1 problem," in done.stdout
    assert (with_problem / "docs/papers/2401.00001.md").is_file()


def test_problems_under_strict_mean_not_done(papershelf: Run, with_problem: Path) -> None:
    for command in ("generate", "check", "build"):
        done = papershelf(command, "--strict", "--root", with_problem)
        assert done.returncode == 1, command
        assert f"{BROKEN}:1: " in done.stderr
        assert "1 problem, which --strict does not allow" in done.stderr
    assert not (with_problem / "site").exists()


def test_check_writes_nothing(papershelf: Run, with_problem: Path) -> None:
    before = tree(with_problem)
    done = papershelf("check", "--root", with_problem)
    assert done.returncode == 0
    assert f"{BROKEN}:1: " in done.stderr
    assert re.search(r"1 problem, \d+ questions?\.", done.stdout)
    assert tree(with_problem) == before


def test_build_makes_the_site_and_says_where(papershelf: Run, two_papers: Path) -> None:
    done = papershelf("build", "--root", two_papers)
    assert done.returncode == 0, done.stderr
    assert f"The site is in {two_papers / 'site'}" in done.stdout
    assert (two_papers / "site/papers/2401.00001/index.html").is_file()


def test_a_build_that_the_engine_refuses_says_why_and_keeps_the_previous_site(
    papershelf: Run, two_papers: Path
) -> None:
    assert papershelf("build", "--root", two_papers).returncode == 0
    (two_papers / "docs/about/index.md").write_text("[x](nowhere.md)")
    (two_papers / "mkdocs.yml").write_text((two_papers / "mkdocs.yml").read_text() + "strict: true\n")
    done = papershelf("build", "--root", two_papers)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "the site was not built: mkdocs ended with status 1" in done.stderr
    assert (two_papers / "site/papers/2401.00001/index.html").is_file()


@pytest.mark.parametrize("order", [("--root", "{root}", "check"), ("check", "--root", "{root}"), ("check",)])
def test_the_root_is_taken_before_and_after_the_command_and_is_this_folder_otherwise(
    papershelf: Run, two_papers: Path, order: tuple[str, ...]
) -> None:
    done = papershelf(
        *(word.format(root=two_papers) for word in order), cwd=two_papers if order == ("check",) else None
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 papers")


def test_wrong_settings_are_status_2_and_name_the_key(papershelf: Run, list_dir: Lists) -> None:
    root = list_dir({"mkdocs.yml": "site_name: A\nextra:\n  papershelf:\n    relatd: 3\n"})
    for command in (["generate"], ["build"], ["serve"], ["check"], ["why", "2401.00001"]):
        done = papershelf(*command, "--root", root)
        assert done.returncode == 2, command
        assert "mkdocs.yml:4: extra.papershelf.relatd is no setting; right would be: `related`" in done.stderr


def test_a_folder_that_is_no_list_is_status_2(papershelf: Run, tmp_path: Path) -> None:
    done = papershelf("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "no mkdocs.yml here" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["chekc"], ["check", "--strct"], ["build", "--engine", "hugo"], ["why"], ["new"]]
)
def test_wrong_usage_is_status_2_and_says_what_there_is(papershelf: Run, arguments: list[str]) -> None:
    done = papershelf(*arguments)
    assert done.returncode == 2
    assert "Usage: papershelf" in done.stderr


@pytest.mark.parametrize(
    "ref", ["2401.00001", "arXiv:2401.00001v3", "https://arxiv.org/pdf/2401.00001v2", "papers/2401.00001/"]
)
def test_why_explains_a_paper_by_any_of_its_names(papershelf: Run, two_papers: Path, ref: str) -> None:
    done = papershelf("why", ref, "--root", two_papers)
    assert done.returncode == 0, done.stderr
    assert "seeds/sources/boats.txt:1" in done.stdout


def test_why_says_when_a_paper_is_not_there(papershelf: Run, two_papers: Path) -> None:
    done = papershelf("why", "2012.99999", "--root", two_papers)
    assert done.returncode == 1
    assert "2012.99999" in done.stderr
    assert done.stdout == ""


def test_changes_compares_two_folders(papershelf: Run, list_dir: Lists) -> None:
    base = list_dir(
        {**LIST, "seeds/sources/boats.txt": SOURCE[: SOURCE.index("Léger")], "mkdocs.yml": "broken: ["}, "base"
    )
    done = papershelf("changes", base, "--root", list_dir(LIST))
    assert done.returncode == 0, done.stderr
    assert "| papers | 1 | 2 |" in done.stdout
    assert re.search(r"### Papers added \(1\)\n\n- .*2402\.00002", done.stdout)


LOCK = "seeds/locked/permalinks.yml"


def locked(*lines: dict[str, Any]) -> str:
    return "".join(f"- {json.dumps({'first_seen': '2026-01-01', **line})}\n" for line in lines)


SHOES = {"id": "2401.00001", "key": "anon-2024-shoelaces", "names": ["arXiv:2401.00001"]}
BOATS = {"id": "2402.00002", "key": "anon-2024-boats", "names": ["arXiv:2402.00002"], "aliases": ["paper-boats"]}


def test_a_run_says_what_is_not_locked_yet(papershelf: Run, list_dir: Lists) -> None:
    done = papershelf("generate", "--root", list_dir({**LIST, LOCK: locked(SHOES)}))
    assert "Not locked yet: 1 paper; `papershelf lock` keeps" in done.stdout
    done = papershelf("generate", "--root", list_dir({**LIST, LOCK: locked(SHOES, BOATS)}, "all"))
    assert done.returncode == 0, done.stderr
    assert "locked" not in done.stdout


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([SHOES], "papers/2402.00002/, cited as anon-2024-boats, stands in .* no more"),
        ([SHOES, BOATS | {"key": "rain-2024-boats"}], "was cited as anon-2024-boats, and is as rain-2024-boats"),
        ([SHOES, BOATS | {"aliases": []}], "papers/paper-boats/ led to papers/2402.00002/, and does no more"),
    ],
)
def test_changes_fails_where_what_was_locked_would_be_lost(
    papershelf: Run, list_dir: Lists, lines: list[dict[str, Any]], said: str
) -> None:
    base = list_dir({**LIST, LOCK: locked(SHOES, BOATS)}, "base")
    same = papershelf("changes", base, "--root", list_dir({**LIST, LOCK: locked(SHOES, BOATS)}, "same"))
    assert (same.returncode, same.stderr) == (0, "")
    done = papershelf("changes", base, "--root", list_dir({**LIST, LOCK: locked(*lines)}))
    assert done.returncode == 1
    assert "### Addresses and citation keys that would be lost (1)" in done.stdout
    assert re.search(said, html.unescape(done.stdout))
    assert "addresses and citation keys that would be lost: 1" in done.stderr


@pytest.mark.parametrize(
    "lines", [[SHOES, BOATS, {"id": "pond", "key": "pond", "names": ["arXiv:2403.00003"]}], [SHOES, BOATS | {"id": 5}]]
)
def test_check_fails_where_a_published_address_would_be_lost(
    papershelf: Run, list_dir: Lists, lines: list[dict[str, Any]]
) -> None:
    """A paper whose record went, and a line that can't be read; other problems are only told."""
    done = papershelf("check", "--root", list_dir({**LIST, LOCK: locked(SHOES, BOATS)}, "whole"))
    assert (done.returncode, done.stderr) == (0, "")
    done = papershelf("check", "--root", list_dir({**LIST, LOCK: locked(*lines)}))
    assert done.returncode == 1
    assert f"{LOCK}:" in done.stderr
    assert "addresses and citation keys that would be lost: 1" in done.stderr


def test_changes_without_the_other_folder_is_wrong_usage(papershelf: Run, two_papers: Path) -> None:
    assert papershelf("changes", "nowhere", "--root", two_papers).returncode == 2


def test_a_new_list_builds_strictly_at_once(papershelf: Run, tmp_path: Path) -> None:
    root = tmp_path / "mine"
    done = papershelf("new", root, "--name", 'Boats & "knots": ô')
    assert done.returncode == 0, done.stderr
    done = papershelf("build", "--strict", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Boats &amp; &#34;knots&#34;: ô" in (root / "site/index.html").read_text()
    (root / "seeds/sources/boats.txt").write_text(SOURCE)
    done = papershelf("build", "--strict", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "site/papers/2401.00001/index.html").is_file()


def test_new_overwrites_nothing(papershelf: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds/curated").mkdir(parents=True)
    mine = {"mkdocs.yml": b"site_name: Mine\n", ".gitignore": b"mine", "seeds/curated/topics.yml": b"# mine\n"}
    for path, content in mine.items():
        (tmp_path / path).write_bytes(content)
    done = papershelf("new", tmp_path)
    assert done.returncode == 0
    assert tree(tmp_path).items() >= mine.items()
    assert (tmp_path / "docs/about/index.md").is_file()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_text_that_the_terminal_cannot_show_ends_nothing(papershelf: Run, list_dir: Lists, encoding: str) -> None:
    root = list_dir({**LIST, "seeds/sources/ł.txt": "Łéger, and no id\n"})
    narrow = {"PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    for command in (["generate"], ["check"], ["why", "2402.00002"], ["changes", str(root)], ["build"]):
        done = papershelf(*command, "--root", root, env=narrow, errors="replace")
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert "seeds/sources/" in done.stderr


def test_a_source_cannot_speak_to_the_terminal(papershelf: Run, list_dir: Lists) -> None:
    text = "\x1b[31mred \x1b]0;title\x07 \u202ereversed\n\n\x9b31m no id\n"
    done = papershelf("check", "--root", list_dir({**LIST, "seeds/sources/\x1b[2J.txt": text}))
    assert ".txt:1: " in done.stderr
    assert not set(done.stdout + done.stderr) & set("\x1b\x07\x9b\u202e")


def test_a_reader_that_goes_away_is_no_crash(two_papers: Path) -> None:
    command = [sys.executable, "-m", "papershelf", "why", "2401.00001", "--root", str(two_papers)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == ""


def test_ctrl_c_ends_without_a_traceback(two_papers: Path) -> None:
    with disk.alone(two_papers):
        command = [sys.executable, "-m", "papershelf", "generate", "--root", str(two_papers)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        assert "waiting for it to finish" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        process.stderr.close()
        assert process.wait(10) == 1
    assert rest.split() == ["Aborted!"]
    assert not (two_papers / "docs/index.md").exists()


def test_a_terminal_that_waits_longer_than_a_second_sees_progress(two_papers: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with disk.alone(two_papers):  # what makes it wait
        command = [sys.executable, "-m", "papershelf", "generate", "--root", str(two_papers)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs)
        seen, end = "", time.monotonic() + 30
        while "00:02" not in seen and time.monotonic() < end:
            if select.select([ours], [], [], 1)[0]:
                seen += os.read(ours, 1000).decode()
    assert process.wait(30) == 0, seen
    os.close(theirs)
    os.close(ours)
    assert "waiting for it to finish" in seen
    assert "reading: 0 pages, 00:02" in seen
    assert "00:00" not in seen  # not before a second is over


def test_no_terminal_sees_no_progress(two_papers: Path) -> None:
    with disk.alone(two_papers):
        command = [sys.executable, "-m", "papershelf", "generate", "--root", str(two_papers)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        assert "waiting" in process.stderr.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(30) == 0


def test_the_version_is_told(papershelf: Run) -> None:
    assert papershelf("--version").stdout == f"papershelf, version {__version__}\n"


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_teaches_with_an_example(papershelf: Run, command: str) -> None:
    done = papershelf(*filter(None, [command]), "--help")
    assert done.returncode == 0
    assert re.search(rf"^ +papershelf {command}", done.stdout, re.M), "an example to type"
    assert all(len(line) <= 100 for line in done.stdout.splitlines())


def test_every_command_takes_a_root(papershelf: Run) -> None:
    without = {name for name, command in main.commands.items() if "root" not in {each.name for each in command.params}}
    assert without == {"new", "dedupe"}  # one makes a list, the other needs none


def test_help_does_not_wait_for_the_site_engine() -> None:
    probe = "import sys, papershelf.cli; print([name for name in ('mkdocs', 'material') if name in sys.modules])"
    done: Any = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
