"""`papershelf review`: a person answers in the terminal, and each verdict is added to decisions.yml at once."""

from __future__ import annotations

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

import pytest

from papershelf import curated

Lists = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
FILE = "seeds/curated/decisions.yml"

KNOTS = (
    "We tie shoelaces with knots that nobody has tied before, and measure how long they hold on walks of several "
    "kinds. The knots are drawn from a catalogue that we make public, with instructions for both hands. On gravel a "
    "double bow holds twice as long as any other, and on ice nothing holds at all."
)
BOATS = (
    "Rain falls on paper boats. This work counts the drops, one by one, and finds that the boats float regardless of "
    "their number, unless the paper is thin. We give a bound on the number of drops, and show in a tub that it is "
    "sharp; boats that fold twice do best of all, to our surprise."
)


def records(text: str, *idents: str) -> str:
    return "".join(f"{text}\n\narXiv:{ident}\n\n" for ident in idents)


@pytest.fixture
def three(list_dir: Lists) -> Path:
    """A list with three records of one text and three ids: three questions."""
    return list_dir({"seeds/sources/knots.txt": records(KNOTS, "2401.00001", "2401.00002", "2401.00003")})


def asked(done: subprocess.CompletedProcess[str]) -> list[tuple[str, ...]]:
    """The ids of each question put."""
    questions = re.findall(r"^Are (.*?) the\s+same\s+paper\?", done.stdout, re.M | re.S)
    return [tuple(re.findall(r"arXiv:(\S+)", question)) for question in questions]


def said(root: Path) -> list[tuple[bool, tuple[str, ...], str]]:
    found = curated.read(root)
    assert found.problems == ()
    return [(verdict.same, verdict.refs, verdict.note) for verdict in found.verdicts]


def test_an_answer_is_written_and_obeyed(papershelf: Run, list_dir: Lists) -> None:
    root = list_dir({"seeds/sources/a.txt": records(KNOTS, "2401.00001", "2401.00002"), FILE: "# ours\n"})
    done = papershelf("review", "--root", root, input="s\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / FILE).read_text() == "# ours\n- same: ['2401.00001', '2401.00002']\n"
    assert f"{FILE}:2: - same: ['2401.00001', '2401.00002']" in done.stdout
    assert f"1 verdict in {FILE}, line 2; 0 questions still open." in done.stdout
    assert "delete its lines" in done.stdout
    assert papershelf("check", "--root", root).stdout.startswith("1 paper, 2 records")
    assert "No question is open" in papershelf("review", "--root", root).stdout


def test_both_sides_stand_field_by_field_and_differences_are_marked(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--root", three, input="q\n", env={"COLUMNS": "100"})
    assert re.search(r"^ +seeds/sources/knots.txt:1-3 +seeds/sources/knots.txt:5-7$", done.stdout, re.M)
    assert re.search(r"^≠ arXiv +2401.00001 +2401.00002$", done.stdout, re.M)
    assert re.search(r"^= abstract +We tie shoelaces .* We tie shoelaces ", done.stdout, re.M)


def test_on_a_narrow_terminal_one_side_stands_below_the_other(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--root", three, "--list", env={"COLUMNS": "60"})
    assert "≠ arXiv\n    A 2401.00001\n    B 2401.00002\n" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 60


def test_what_two_answers_settle_is_not_asked(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--root", three, input="s\nd\ns\ns\n")
    assert asked(done) == [("2401.00001", "2401.00002"), ("2401.00001", "2401.00003")]
    assert [same for same, _, _ in said(three)] == [True, False]
    assert papershelf("check", "--root", three).stdout.startswith("2 papers, 3 records")


def test_two_papers_that_are_not_one_say_nothing_about_a_third(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--root", three, input="d\nd\nd\n")
    assert len(asked(done)) == len(said(three)) == 3


def test_later_asks_the_next_and_writes_nothing(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--root", three, input="later\nL\nl\n")
    assert len(asked(done)) == 3
    assert "No verdict written; 3 questions still open." in done.stdout
    assert not (three / FILE).exists()


def test_a_note_is_written_with_the_verdict(papershelf: Run, three: Path) -> None:
    papershelf("review", "--root", three, input="n\n  it's #1: told me \x1b[31m\nd\nq\n")
    assert said(three) == [(False, ("2401.00001", "2401.00002"), "it's #1: told me [31m")]


def test_what_is_no_answer_is_asked_again_and_the_end_of_input_is_the_end(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--root", three, input="perhaps\n\ns")
    assert done.returncode == 0
    assert done.stdout.count("One of s, d, l, n, q.") == 2
    assert len(said(three)) == 1


def test_a_list_of_the_questions_asks_nothing(papershelf: Run, three: Path) -> None:
    done = papershelf("review", "--list", "--root", three, input="s\n")
    assert len(asked(done)) == 3
    assert "- different: ['2401.00002', '2401.00003']" in done.stdout
    assert not (three / FILE).exists()


def test_the_question_that_settles_most_records_comes_first(papershelf: Run, list_dir: Lists) -> None:
    knots, boats = records(KNOTS, "2401.00001", "2401.00002"), records(BOATS, "2402.00001", "2402.00002")
    more = records("A later version of the text about boats, which is hardly like it.", "2402.00001", "2402.00002")
    done = papershelf("review", "--list", "--root", list_dir({"seeds/sources/a.txt": knots + boats + more}))
    assert [pair[0] for pair in asked(done)] == ["2402.00001", "2401.00001"]


def test_a_broken_file_is_left_alone_and_named(papershelf: Run, three: Path) -> None:
    (three / FILE).write_text("- same: ['2401.00001'\n")
    done = papershelf("review", "--root", three, input="s\n")
    assert done.returncode == 1
    assert f"{FILE}:" in done.stderr
    assert "must be right before a verdict is added" in done.stderr
    assert asked(done) == []
    assert (three / FILE).read_text() == "- same: ['2401.00001'\n"


def test_titles_cannot_speak_to_the_terminal(papershelf: Run, list_dir: Lists) -> None:
    entries = "".join(
        f"TY  - JOUR\nID  - {ident}\nTI  - Paper \x1b[31mboats\x07 \u202ein heavy\x9b rain and \x1b]0;x on calm lakes\n"
        f"AU  - Moss, \x1b[2JAda\nDO  - 10.5555/{ident}\nAB  - {BOATS}\x1b[5m\nER  - \n\n"
        for ident in ("one", "two")
    )
    done = papershelf("review", "--list", "--root", list_dir({"seeds/sources/a.ris": entries}))
    assert "10.5555/one" in done.stdout
    assert not set(done.stdout + done.stderr) & set("\x1b\x07\x9b\u202e\r")


def terminal(root: Path, **environment: str) -> tuple[subprocess.Popen[bytes], int]:
    """`review` as a person at a terminal runs it."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 100))
    process = subprocess.Popen(
        [sys.executable, "-m", "papershelf", "review", "--root", str(root)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", **environment},
        start_new_session=True,
    )
    os.close(theirs)
    return process, ours


def seen_until(ours: int, pattern: str, seconds: float = 30) -> str:
    seen, end = "", time.monotonic() + seconds
    while not re.search(pattern, seen, re.S) and time.monotonic() < end:
        if select.select([ours], [], [], 1)[0]:
            try:
                seen += os.read(ours, 10_000).decode("utf-8", "replace")
            except OSError:  # the other end is closed
                break
    return seen


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_that_wants_colours_gets_them(three: Path, environment: dict[str, str], coloured: bool) -> None:
    process, ours = terminal(three, **environment)
    seen = seen_until(ours, r"\[q\]uit: ")
    os.write(ours, b"q\n")
    seen += seen_until(ours, "still open")
    assert process.wait(30) == 0
    os.close(ours)
    assert ("\x1b[1m" in seen) == coloured


def test_ctrl_c_keeps_what_was_said(three: Path) -> None:
    process, ours = terminal(three)
    seen_until(ours, r"\[q\]uit: ")
    os.write(ours, b"s\n")
    seen_until(ours, r"2 of 3.*\[q\]uit: ")
    seen = ""
    while "Aborted!" not in seen and process.poll() is None:  # the first may come before Python waits for a line
        process.send_signal(signal.SIGINT)
        seen += seen_until(ours, "Aborted!", 2)
    assert process.wait(30) == 1
    os.close(ours)
    assert "1 verdict in" in seen
    assert "Traceback" not in seen
    assert len(said(three)) == 1
