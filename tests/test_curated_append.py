"""A verdict is added to decisions.yml: what stands there keeps every byte, and the file stays what its reader reads."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papershelf import curated
from papershelf.curated.append import FILE, append
from papershelf.disk import WriteError
from papershelf.text import one_line

ANSWER = "- same: ['2401.00001', 'r-0123456789']"
OTHER = "- different: ['2402.00001', '2402.00002']"

FILES = {
    "only comments": "# ours\n#   - same: [a, b]\n",
    "empty": "",
    "blank lines": "\n\n  \n",
    "one entry": f"# ours\n{OTHER}\n",
    "no final newline": f"{OTHER}\n  note: told us",
    "a comment without newline": f"{OTHER}\n# the end",
    "windows": f"# ours\r\n{OTHER}\r\n  note: 'told us'\r\n",
    "windows without newline": f"# ours\r\n{OTHER}",
    "a byte-order mark": f"\ufeff# öurs\n{OTHER}\n",
    "indented": f"# ours\n  {OTHER}\n    note: told us\n",
    "indented after a comment": f"      # ours\n  {OTHER}\n  # the end\n",
    "block lists": "- different:\n  - '2402.00001'\n  - '2402.00002'\n  note: |\n    told us\n    twice",
    "a mapping in braces": "- {different: ['2402.00001', '2402.00002']}\n",
    "a document start": f"---\n{OTHER}\n",
    "a list in brackets": "[\n  {different: ['2402.00001', '2402.00002']},\n]\n",
    "brackets without last comma": "[\n  {different: ['2402.00001', '2402.00002']}  # öurs\n  ]\n# the end\n",
    "brackets in one line": "[{different: ['2402.00001', '2402.00002']}]",
    "empty brackets": "[]\n",
}


def write(root: Path, text: str) -> Path:
    (root / "seeds/curated").mkdir(parents=True, exist_ok=True)
    (root / FILE).write_bytes(text.encode())
    return root


def said(root: Path) -> list[tuple[bool, tuple[str, ...], str]]:
    found = curated.read(root)
    assert found.problems == ()
    return [(verdict.same, verdict.refs, verdict.note) for verdict in found.verdicts]


def added(old: bytes, new: bytes) -> bytes:
    """What stands in `new` between the beginning and the end that it shares with `old`; all of `old` is there."""
    start = next((at for at, (x, y) in enumerate(zip(old, new, strict=False)) if x != y), len(old))
    end = len(old) - start
    assert new[:start] + new[len(new) - end :] == old
    return new[start : len(new) - end]


@pytest.mark.parametrize("name", list(FILES))
@pytest.mark.parametrize("note", ["", "it's so: #1, {really}"])
def test_nothing_that_stands_there_changes_and_the_verdict_is_read(tmp_path: Path, name: str, note: str) -> None:
    write(tmp_path, FILES[name])
    before = said(tmp_path)
    place = append(tmp_path, ANSWER, note)
    assert said(tmp_path) == [*before, (True, ("2401.00001", "r-0123456789"), note)]
    new = (tmp_path / FILE).read_bytes()
    assert b"2401.00001" in added(FILES[name].encode(), new)
    assert b"2401.00001" in new.splitlines()[place.first - 1]
    assert (b"\r\n" in new) == ("\r\n" in FILES[name])
    append(tmp_path, OTHER.replace("2402", "2403"))
    assert len(said(tmp_path)) == len(before) + 2


@pytest.mark.parametrize("name", [name for name in FILES if "bracket" not in name])
def test_of_a_list_of_lines_the_old_file_is_the_beginning_of_the_new(tmp_path: Path, name: str) -> None:
    append(write(tmp_path, FILES[name]), ANSWER)
    assert (tmp_path / FILE).read_bytes().startswith(FILES[name].encode())


def test_a_missing_file_is_made(tmp_path: Path) -> None:
    assert append(tmp_path, ANSWER, "told us").first == 1
    assert (tmp_path / FILE).read_text() == f"{ANSWER}\n  note: 'told us'\n"


BROKEN = {
    "no list": "same: [a, b]\n",
    "open bracket": "- same: ['2401.00001', '2401.00002'\n",
    "unknown key": "- same: ['2401.00001', '2401.00002']\n  nota: x\n",
    "not UTF-8": "- same: ['2401.00001', '2401.00002']\n  note: \xff\n",
    "an end mark": f"{OTHER}\n...\n",
    "two documents": f"{OTHER}\n---\n{OTHER}\n",
    "tabs": f"{OTHER}\n\tnote: x\n",
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_a_file_that_is_broken_or_takes_no_entry_stays_as_it_is(tmp_path: Path, name: str) -> None:
    write(tmp_path, "")
    (tmp_path / FILE).write_bytes(BROKEN[name].encode("latin-1"))
    with pytest.raises(WriteError, match=r"decisions\.yml"):
        append(tmp_path, ANSWER)
    assert (tmp_path / FILE).read_bytes() == BROKEN[name].encode("latin-1")
    assert [path.name for path in (tmp_path / ".papershelf").iterdir() if path.name != "lock"] == []


def test_a_verdict_that_contradicts_another_is_not_written(tmp_path: Path) -> None:
    write(tmp_path, f"{OTHER}\n")
    with pytest.raises(WriteError, match="contradicts the verdict"):
        append(tmp_path, OTHER.replace("different", "same"))
    assert (tmp_path / FILE).read_text() == f"{OTHER}\n"


def test_two_runs_at_once_both_write(tmp_path: Path) -> None:
    answers = [f"- different: ['2401.{number:05}', '2402.{number:05}']" for number in range(1, 17)]
    threads = [threading.Thread(target=append, args=(tmp_path, answer)) for answer in answers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {refs[0] for _, refs, _ in said(tmp_path)} == {f"2401.{number:05}" for number in range(1, 17)}


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    write(tmp_path, "")
    (tmp_path / "elsewhere.yml").write_text(f"{OTHER}\n")
    (tmp_path / "elsewhere.yml").chmod(0o640)
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).symlink_to("../../elsewhere.yml")
    append(tmp_path, ANSWER)
    assert (tmp_path / FILE).is_symlink()
    assert (tmp_path / "elsewhere.yml").stat().st_mode & 0o777 == 0o640
    assert len(said(tmp_path)) == 2


@given(note=st.text(max_size=60), comment=st.text(max_size=60))
def test_any_note_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, note: str, comment: str) -> None:
    root = tmp_path_factory.mktemp("list")
    write(root, f"# {one_line(comment)}\n{OTHER}")
    append(root, ANSWER, one_line(note))
    assert [verdict.note for verdict in curated.read(root).verdicts] == ["", one_line(note)]
