"""`papershelf dedupe`: files alone, in any folder; what it prints for people and for programs."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

KNOTS = (
    "We tie shoelaces with knots that nobody has tied before, and measure how long they hold on walks of several "
    "kinds. The knots are drawn from a catalogue that we make public, with instructions for both hands. On gravel a "
    "double bow holds twice as long as any other, and on ice nothing holds at all."
)


def ris(ident: str, title: str, *names: str, **fields: str) -> str:
    """One entry, as a reference manager exports it."""
    lines = ["TY  - JOUR", f"ID  - {ident}" if ident else "", f"TI  - {title}"]
    lines += [f"AU  - {name}" for name in names] + [f"{tag}  - {value}" for tag, value in fields.items()]
    return "\n".join(filter(None, (*lines, "ER  - "))) + "\n\n"


BOATS = ris("boats", "Paper boats in heavy rain: a year of counting", "Moss, Ada", "Lind, Bo", DO="10.5555/boats")
AGAIN = ris("again", "Paper Boats in Heavy Rain: A Year of Counting", "Moss, Ada", "Lind, Bo", DO="10.5555/BOATS")
KITES = ris("kites", "Kites that nobody holds and where they go", "Quill, Cy", DO="10.5555/kites")


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes files: `folder(a=BOATS)` makes a.ris."""

    def make(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name}.ris").write_text(text, encoding="utf-8")
        return tmp_path

    return make


def rows(done: subprocess.CompletedProcess[str]) -> list[list[str]]:
    assert done.returncode == 0, done.stderr
    return list(csv.reader(done.stdout.splitlines()))


def test_it_needs_no_list_and_writes_nothing(papershelf: Run, folder: Any) -> None:
    here = folder(a=BOATS + KITES, b=AGAIN)
    done = papershelf("dedupe", "a.ris", "b.ris", cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 records of 2 papers: 1 duplicate, 0 questions\n")
    assert sorted(path.name for path in here.iterdir()) == ["a.ris", "b.ris"]


def test_csv_has_a_row_for_each_record_with_the_ids_of_the_file(papershelf: Run, folder: Any) -> None:
    done = papershelf("dedupe", "--format", "csv", "b.ris", "a.ris", cwd=folder(a=BOATS + KITES, b=AGAIN))
    assert done.stdout == "id,cluster\nboats,boats\nkites,kites\nagain,boats\n"


def test_the_order_of_the_files_changes_nothing(papershelf: Run, folder: Any) -> None:
    here = folder(a=BOATS + KITES, b=AGAIN)
    for form in ("csv", "json", "text"):
        forth = papershelf("dedupe", "--format", form, "a.ris", "b.ris", cwd=here)
        back = papershelf("dedupe", "--format", form, "b.ris", "a.ris", "./a.ris", cwd=here)
        assert forth.stdout == back.stdout.replace("./a.ris", "a.ris")


def test_an_id_that_two_files_have_is_told_apart_by_file_and_one_that_a_file_has_twice_by_line(
    papershelf: Run, folder: Any
) -> None:
    here = folder(a=BOATS + KITES + KITES.replace("10.5555/kites", "10.5555/other"), b=BOATS)
    done = papershelf("dedupe", "--format", "csv", "a.ris", "b.ris", cwd=here)
    assert [row[0] for row in rows(done)[1:]] == ["a.ris#boats", "a.ris:9", "a.ris:16", "b.ris#boats"]


def test_a_record_without_id_is_called_by_its_line(papershelf: Run, folder: Any) -> None:
    here = folder(a=KITES + ris("", "Paper boats in heavy rain: a year of counting", "Moss, Ada", DO="10.5555/boats"))
    assert rows(papershelf("dedupe", "--format", "csv", "a.ris", cwd=here))[1:] == [
        ["kites", "kites"],
        ["a.ris:8", "a.ris:8"],
    ]


def test_every_record_has_a_name_of_its_own_also_where_ids_look_like_lines(papershelf: Run, folder: Any) -> None:
    odd = BOATS.replace("ID  - boats", "ID  - a.ris:9") + KITES.replace("ID  - kites\n", "")
    names = [row[0] for row in rows(papershelf("dedupe", "--format", "csv", "a.ris", cwd=folder(a=odd)))[1:]]
    assert names == ["a.ris:9", "a.ris:9/1"]


def test_ids_with_commas_and_quotes_survive_csv(papershelf: Run, folder: Any) -> None:
    ident = 'say "boats", twice'
    done = papershelf("dedupe", "--format", "csv", "a.ris", cwd=folder(a=BOATS.replace("- boats\n", f"- {ident}\n", 1)))
    assert done.stdout == 'id,cluster\n"say ""boats"", twice","say ""boats"", twice"\n'


def test_json_has_clusters_links_questions_and_problems(papershelf: Run, folder: Any) -> None:
    done = papershelf("dedupe", "--format", "json", "a.ris", "b.ris", cwd=folder(a=BOATS + KITES, b=AGAIN))
    found = json.loads(done.stdout)
    assert (found["version"], found["records"], found["papers"]) == (1, 3, 2)
    assert [file["file"] for file in found["files"]] == ["a.ris", "b.ris"]
    boats, kites = found["clusters"]
    assert (boats["id"], [member["id"] for member in boats["members"]]) == ("boats", ["boats", "again"])
    assert kites["members"] == [
        {
            "id": "kites",
            "file": "a.ris",
            "line": 9,
            "title": "Kites that nobody holds and where they go",
            "authors": ["Cy Quill"],
            "doi": "10.5555/kites",
        }
    ]
    (link,) = boats["links"]
    assert (link["a"], link["b"], link["rule"]) == ("boats", "again", "same DOI")
    assert link["score"] >= 99
    assert any("10.5555/boats" in evidence for evidence in link["evidence"])
    assert (found["questions"], found["problems"]) == ([], [])


def test_what_is_likely_is_asked_with_both_sides_and_stays_apart(papershelf: Run, folder: Any) -> None:
    two = "".join(f"{KNOTS}\n\narXiv:2401.0000{number}\nCreated: 2024-01-0{number}\n\n" for number in (1, 2))
    here = folder(a=two)
    (question,) = json.loads(papershelf("dedupe", "--format", "json", "a.ris", cwd=here).stdout)["questions"]
    assert (question["a"], question["b"], question["records"]) == ("a.ris:1", "a.ris:6", 2)
    assert question["sides"][0] == {"field": "arXiv", "a": "2401.00001", "b": "2401.00002", "agree": False}
    text = papershelf("dedupe", "a.ris", cwd=here).stdout
    assert "2 records of 2 papers: 0 duplicates, 1 question" in text
    assert "≠ arXiv" in text


def test_text_says_which_records_are_one_and_why(papershelf: Run, folder: Any) -> None:
    lines = papershelf("dedupe", "a.ris", "b.ris", cwd=folder(a=BOATS, b=AGAIN)).stdout.splitlines()
    assert lines[2:5] == [
        "Paper boats in heavy rain: a year of counting",
        "   1  a.ris:1  boats  Moss et al.",
        "   2  b.ris:1  again  Moss et al.",
    ]
    assert lines[5].startswith("      1 = 2  same DOI, score ")


def test_standard_input_is_a_file(papershelf: Run, folder: Any) -> None:
    done = papershelf("dedupe", "--format", "csv", "-", "a.ris", cwd=folder(a=BOATS), input=AGAIN)
    assert rows(done)[1:] == [["again", "again"], ["boats", "again"]]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(papershelf: Run, folder: Any) -> None:
    done = papershelf("dedupe", "--format", "csv", "nowhere.ris", "a.ris", ".", cwd=folder(a=BOATS))
    assert done.returncode == 1
    assert "nowhere.ris: No such file or directory" in done.stderr
    assert ".: Is a directory" in done.stderr
    assert "2 files could not be read" in done.stderr
    assert done.stdout == "id,cluster\nboats,boats\n"


def test_problems_go_to_stderr_and_end_a_strict_run_with_status_1(papershelf: Run, folder: Any) -> None:
    here = folder(a=BOATS, b="An abstract that stops in the middle of a\n")
    done = papershelf("dedupe", "--format", "csv", "a.ris", "b.ris", cwd=here)
    assert rows(done) == [["id", "cluster"], ["boats", "boats"]]
    assert done.stderr.startswith("b.ris:1: ")
    strict = papershelf("dedupe", "--strict", "a.ris", "b.ris", cwd=here)
    assert strict.returncode == 1
    assert "1 problem, which --strict does not allow" in strict.stderr


def test_without_files_it_is_wrong_usage(papershelf: Run, tmp_path: Path) -> None:
    assert papershelf("dedupe", cwd=tmp_path).returncode == 2
    assert papershelf("dedupe", "--format", "xml", "a.ris", cwd=tmp_path).returncode == 2


HOSTILE = "Paper \x1b[31mboats\x1b]0;x\x07 \u202ein heavy rain\x9b2J and \r nothing else at all"


def test_titles_cannot_speak_to_the_terminal(papershelf: Run, folder: Any) -> None:
    twice = "".join(ris(name, HOSTILE, "Moss, \x1b[2JAda", DO="10.5555/boats") for name in ("one", "two"))
    here = folder(a=twice + f"{HOSTILE}\n")
    for form in ("text", "json"):
        done = papershelf("dedupe", "--format", form, "a.ris", cwd=here)
        assert not set(done.stdout + done.stderr) & set("\x1b\x07\x9b\u202e\r"), form
    assert "\x1b" in json.loads(done.stdout)["clusters"][0]["members"][0]["title"], "as data it is kept"


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_csv_and_json_are_utf_8_whatever_the_locale(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.ris").write_text(BOATS.replace("boats\n", "bœufs\n", 1), encoding="utf-8")
    for form in ("csv", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "papershelf", "dedupe", "--format", form, "a.ris"],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        assert "bœufs" in done.stdout.decode("utf-8")


def loaded(arguments: Sequence[str], cwd: Path) -> set[str]:
    """The modules that a run imports."""
    probe = (
        "import sys; from papershelf.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, *arguments], cwd=cwd, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_it_does_not_wait_for_what_only_sites_need(folder: Any) -> None:
    modules = loaded(["dedupe", "--format", "csv", "a.ris"], folder(a=BOATS))
    assert not modules & {"mkdocs", "material", "jinja2", "tqdm", "latex2mathml", "papershelf.render"}
