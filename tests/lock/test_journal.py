"""What was answered is noted down one by one, and survives whatever ends a run."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from lock.asking_slowly import Echo
from lock.server import Services, behaviours
from papershelf.disk import WriteError
from papershelf.lock.client import Answer
from papershelf.lock.journal import FILE, Journal

DAY = date(2026, 11, 21)
INK = Answer("https://example.org/works?q=ink", True, '{"title": "Große\u2028 Tinte\n"}', DAY)
NONE = Answer("https://example.org/works/1", False, "", DAY)


def line(answer: Answer, **others: object) -> bytes:
    said = {"address": answer.address, "day": str(answer.day), "found": answer.found, "text": answer.text, **others}
    return json.dumps(said).encode()


def written(root: Path, content: bytes) -> Path:
    (root / FILE).parent.mkdir()
    (root / FILE).write_bytes(content)
    return root


def test_what_was_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    journal = Journal(tmp_path, DAY)
    assert journal.get(INK.address) is None
    for answer in (INK, NONE):
        journal.keep(answer)
        assert journal.get(answer.address) == answer
    following = Journal(tmp_path, DAY)
    assert [following.get(answer.address) for answer in (INK, NONE)] == [INK, NONE]


def test_when_the_run_is_finished_nothing_is_left(tmp_path: Path) -> None:
    journal = Journal(tmp_path, DAY)
    journal.done()
    journal.keep(INK)
    journal.done()
    assert journal.get(INK.address) is None
    assert not (tmp_path / FILE).exists()


def test_answers_of_the_day_before_are_used_and_older_ones_not(tmp_path: Path) -> None:
    Journal(tmp_path, DAY).keep(INK)
    assert Journal(tmp_path, DAY + timedelta(1)).get(INK.address) == INK
    for other in (DAY + timedelta(2), DAY - timedelta(1)):
        assert Journal(tmp_path, other).get(INK.address) is None


def test_what_is_too_old_is_dropped_when_something_is_kept(tmp_path: Path) -> None:
    Journal(tmp_path, DAY).keep(INK)
    later = Answer(NONE.address, False, "", DAY + timedelta(9))
    Journal(tmp_path, later.day).keep(later)
    assert (tmp_path / FILE).read_bytes().strip() == line(later)


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_a_line_that_was_torn_off_costs_no_other(tmp_path: Path, cut: int) -> None:
    written(tmp_path, line(INK) + b"\n" + line(NONE)[:-cut])
    journal = Journal(tmp_path, DAY)
    assert (journal.get(INK.address), journal.get(NONE.address)) == (INK, None)
    journal.keep(NONE)
    following = Journal(tmp_path, DAY)
    assert [following.get(answer.address) for answer in (INK, NONE)] == [INK, NONE]


@pytest.mark.parametrize(
    "damage",
    [
        b"\xff\xfe\x00",
        b"null",
        b"[1, 2]",
        b'"text"',
        b"{}",
        b"[" * 100_000,
        b"\x00" * 5000,
        line(NONE, day="yesterday"),
        line(NONE, day=None),
        line(NONE, found="yes"),
        line(NONE, text=None),
        line(NONE, address=["https://example.org/works/1"]),
    ],
)
def test_what_is_damaged_or_not_ours_hurts_nothing(tmp_path: Path, damage: bytes) -> None:
    written(tmp_path, damage + b"\r\n" + line(INK) + b"\n" + damage)
    journal = Journal(tmp_path, DAY)
    assert (journal.get(INK.address), journal.get(NONE.address)) == (INK, None)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir(parents=True)
    journal = Journal(tmp_path, DAY)
    with pytest.raises(WriteError, match=r"lock-answers\.jsonl: "):
        journal.keep(INK)


def test_a_run_that_is_killed_goes_on_where_it_was(services: Services, tmp_path: Path) -> None:
    """The program is another process, and gets no chance to tidy up."""
    address = services.mount("echo", Echo())
    program = (
        "import sys; from pathlib import Path\n"
        "from papershelf.lock.client import Client; from papershelf.lock.journal import Journal\n"
        "client = Client('Echo', sys.argv[1], pause=0, budget=60, journal=Journal(Path(sys.argv[2])))\n"
        "for path in ('/a', '/b', '/c', '/d'): print(client.get(path, {}).text)\n"
    )
    command = [sys.executable, "-c", program, address, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        services.order(behaviours.after(lambda: (process.kill(), process.wait())), path="/c")
        process.communicate()
    assert process.returncode != 0
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "".join(f'{{"path": "{path}"}}\n' for path in ("/a", "/b", "/c", "/d"))
    assert [request.path for request in services.seen] == ["/a", "/b", "/c", "/c", "/d"]
