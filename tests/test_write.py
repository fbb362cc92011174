"""Writing: whole files, nothing of a person's touched, and the previous pages whole whatever happens."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from list_files import leftovers, tree
from papershelf import config, disk, manifest
from papershelf.model import Page
from papershelf.write import Written, write

Lists = Callable[..., Path]
ONE = Page("papers/2309.00267.md", "# RLAIF\n")
TWO = Page("papers/2403.08295.md", "# Gemma\n")
HOME = Page("index.md", "# Home\n")


def put(root: Path, *pages: Page, extras: dict[str, bytes] | None = None) -> Written:
    with disk.alone(root):
        return write(iter(pages), config.read(root), extras)


def test_pages_stand_in_docs_as_they_were_given(list_dir: Lists) -> None:
    root = list_dir()
    written = put(root, HOME, Page("authors/k/laurière.md", "é\r\n\u2028"))
    assert (root / "docs/authors/k/laurière.md").read_bytes() == "é\r\n\u2028".encode()
    assert (root / "docs/index.md").read_text() == "# Home\n"
    assert written == Written(changed=("docs/index.md", "docs/authors/k/laurière.md"))
    assert leftovers(root) == []


def test_a_second_run_writes_nothing(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    assert put(root, HOME, ONE) == Written(unchanged=2)
    after = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    assert {path for path in after if path.name != "lock" and before.get(path) != after[path]} == set()


def test_only_a_page_whose_content_changed_is_written(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE, TWO)
    os.utime(root / "docs/index.md", (1, 1))
    os.utime(root / "docs" / ONE.path, (1, 1))
    written = put(root, HOME, Page(ONE.path, "# Another title\n"), TWO)
    assert written.changed == (f"docs/{ONE.path}",)
    assert written.unchanged == 2
    assert (root / "docs/index.md").stat().st_mtime == 1
    assert (root / "docs" / ONE.path).stat().st_mtime != 1


def test_a_page_of_a_paper_that_is_gone_disappears_with_its_folder(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    assert put(root, HOME).removed == (f"docs/{ONE.path}",)
    assert tree(root).keys() == {"mkdocs.yml", "docs/index.md"}
    assert not (root / "docs/papers").exists()
    assert (root / "docs/about").is_dir()  # a person's folder, even though it is empty


def test_a_folder_that_holds_a_persons_file_stays(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    (root / "docs/papers/mine.md").write_text("mine")
    put(root, HOME)
    assert tree(root).keys() == {"mkdocs.yml", "docs/index.md", "docs/papers/mine.md"}


def test_a_page_that_someone_deleted_comes_back(list_dir: Lists) -> None:
    root = list_dir()
    put(root, ONE)
    (root / "docs" / ONE.path).unlink()
    put(root, ONE)
    assert (root / "docs" / ONE.path).read_text() == ONE.text


def test_a_persons_file_is_never_replaced(list_dir: Lists) -> None:
    root = list_dir({"docs/index.md": "my own home"})
    written = put(root, HOME, ONE)
    assert (root / "docs/index.md").read_text() == "my own home"
    assert (root / "docs" / ONE.path).exists()
    (problem,) = written.problems
    assert str(problem).startswith("docs/index.md:1: this is not a file that papershelf wrote")


def test_a_persons_file_is_never_deleted(list_dir: Lists) -> None:
    root = list_dir({"docs/index.md": "my own home", "docs/papers/mine.md": "mine"})
    put(root, HOME, ONE)
    put(root)
    assert tree(root).items() >= {"docs/index.md": "my own home", "docs/papers/mine.md": "mine"}.items()
    assert not (root / "docs" / ONE.path).exists()


def test_an_edited_page_is_replaced_and_the_edit_is_kept(list_dir: Lists) -> None:
    root = list_dir()
    put(root, ONE)
    for edit in ("first edit", "second edit"):
        (root / "docs" / ONE.path).write_text(edit)
        written = put(root, ONE)
        assert (root / "docs" / ONE.path).read_text() == ONE.text
        ((path, copy),) = written.edited
        assert path == f"docs/{ONE.path}"
        assert (root / copy).read_text() == edit
    kept = {path.read_text() for path in (root / ".papershelf/edited").rglob("*.md")}
    assert kept == {"first edit", "second edit"}


def test_an_edited_page_whose_paper_is_gone_is_kept_aside_too(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    (root / "docs" / ONE.path).write_text("my words")
    written = put(root, HOME)
    assert not (root / "docs" / ONE.path).exists()
    assert (root / written.edited[0][1]).read_text() == "my words"


def test_a_list_without_its_manifest_takes_back_the_pages_that_are_the_same(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    shutil.rmtree(root / ".papershelf")
    assert put(root, HOME, Page(ONE.path, "changed")).unchanged == 1
    assert put(root, Page(ONE.path, "changed")).removed == ("docs/index.md",)
    assert (root / "docs" / ONE.path).read_text() == ONE.text  # not listed, not the same: may be a person's


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": 9, "files": {}, "pending": {}}', "\0"])
def test_a_manifest_that_cannot_be_read_is_a_problem_and_deletes_nothing(list_dir: Lists, text: str) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    (root / manifest.FILE).write_text(text)
    written = put(root, HOME)
    assert [problem.place.path for problem in written.problems] == [manifest.FILE]
    assert (root / "docs" / ONE.path).exists()
    assert put(root, HOME).problems == ()


def test_a_manifest_that_names_what_is_not_ours_deletes_nothing(list_dir: Lists, tmp_path: Path) -> None:
    root = list_dir({"seeds/curated/topics.yml": "x", "docs/own.md": "x"})
    (tmp_path / "outside.md").write_text("x")
    put(root, HOME)
    data = json.loads((root / manifest.FILE).read_text())
    sha = manifest.digest(b"x")
    for path in ("../outside.md", str(tmp_path / "outside.md"), "docs/../../outside.md", "seeds/curated/topics.yml"):
        data["files"][path] = sha
    (root / manifest.FILE).write_text(json.dumps(data))
    put(root)
    assert (tmp_path / "outside.md").exists()
    assert (root / "seeds/curated/topics.yml").exists()
    assert (root / "docs/own.md").exists()


@pytest.mark.parametrize(
    "path",
    [
        "../mkdocs.yml",
        "papers/../../mkdocs.yml",
        "/etc/papershelf.md",
        "papers//x.md",
        "./x.md",
        "",
        "papers/.hidden.md",
        "papers/a\\b.md",
        "papers/a\0b.md",
        "papers/a\nb.md",
        "papers/a:b.md",
        "papers/a?.md",
        "papers/con.md",
        "papers/LPT1",
        "papers/dot.",
        "papers/space ",
        "papers/" + "é" * 130 + ".md",
    ],
)
def test_a_path_that_is_no_safe_file_name_is_a_problem_and_the_others_are_written(list_dir: Lists, path: str) -> None:
    root = list_dir()
    before = tree(root)
    written = put(root, Page(path, "text"), ONE)
    assert len(written.problems) == 1
    assert tree(root) == {**before, f"docs/{ONE.path}": ONE.text}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("x", "x/y.md"),
        ("x/y/z.md", "X"),
        ("authors/Lu.md", "authors/lu.md"),
        ("a/é.md", "a/e\u0301.md"),
        ("x.md", "x.md"),
        ("a/straße.md", "a/STRASSE.md"),
    ],
)
def test_two_pages_for_one_place_on_some_computers_are_a_problem(list_dir: Lists, first: str, second: str) -> None:
    root = list_dir()
    written = put(root, Page(first, "first"), Page(second, "second"))
    assert [problem.message for problem in written.problems] == [f"docs/{first} has the same place on some computers"]
    assert [path for path in tree(root) if path != "mkdocs.yml"] == [f"docs/{first}"]


def test_nothing_is_written_through_a_link(list_dir: Lists, tmp_path: Path) -> None:
    root = list_dir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "target.md").write_text("mine")
    (root / "docs/papers").symlink_to(tmp_path / "elsewhere")
    (root / "docs/index.md").symlink_to(tmp_path / "target.md")
    written = put(root, ONE, HOME)
    assert {problem.place.path for problem in written.problems} == {"docs/index.md", f"docs/{ONE.path}"}
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "target.md").read_text() == "mine"
    assert (root / "docs/index.md").is_symlink()


def test_nothing_is_deleted_through_a_link(list_dir: Lists, tmp_path: Path) -> None:
    root = list_dir()
    put(root, ONE)
    (root / "docs/papers").rename(tmp_path / "moved")
    (root / "docs/papers").symlink_to(tmp_path / "moved")
    put(root, HOME)
    assert (tmp_path / "moved/2309.00267.md").exists()


def test_a_folder_in_the_place_of_a_page_is_a_problem(list_dir: Lists) -> None:
    root = list_dir({"docs/index.md/mine.txt": "mine", "docs/papers": "mine"})
    written = put(root, HOME, ONE, Page("topics/x.md", "x"))
    assert {problem.place.path for problem in written.problems} == {"docs/index.md", f"docs/{ONE.path}"}
    assert (root / "docs/topics/x.md").exists()


def test_text_that_no_file_can_hold_is_written_with_question_marks(list_dir: Lists) -> None:
    root = list_dir()
    put(root, Page("index.md", "half a character: \ud800"))
    assert (root / "docs/index.md").read_text() == "half a character: ?"


def test_files_of_the_theme_come_and_go_and_a_persons_own_stays(list_dir: Lists) -> None:
    root = list_dir({".papershelf/theme/own.html": "mine"})
    extras = {".papershelf/theme/main.html": b"ours", ".papershelf/theme/own.html": b"ours"}
    assert put(root, extras=extras).kept == (".papershelf/theme/own.html",)
    assert (root / ".papershelf/theme/own.html").read_text() == "mine"
    assert (root / ".papershelf/theme/main.html").read_text() == "ours"

    (root / ".papershelf/theme/main.html").write_text("changed by a person")
    written = put(root, extras={".papershelf/theme/main.html": b"ours, newer"})
    assert written.kept == (".papershelf/theme/main.html",)
    assert (root / ".papershelf/theme/main.html").read_text() == "changed by a person"

    assert put(root).removed == ()
    assert (root / ".papershelf/theme/main.html").read_text() == "changed by a person"


def test_a_bug_while_rendering_leaves_the_previous_pages_whole(list_dir: Lists) -> None:
    root = list_dir()
    put(root, HOME, ONE)
    before = tree(root)

    def broken() -> Iterator[Page]:
        yield Page("index.md", "half of the new site")
        raise ZeroDivisionError

    with disk.alone(root), pytest.raises(ZeroDivisionError):
        write(broken(), config.read(root))
    assert tree(root) == before
    assert leftovers(root) == []


folders = st.lists(st.sampled_from(["papers", "a", "B", "..", ""]), max_size=2)
paths = st.tuples(folders, st.sampled_from(["x.md", "X.md", "é.md", "index.md", "con.md"])).map(
    lambda path: "/".join([*path[0], path[1]])
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(paths, st.text(max_size=20)), max_size=6), st.data())
def test_law_whatever_pages_come_and_go_a_persons_files_stay(
    tmp_path_factory: pytest.TempPathFactory, pages: list[tuple[str, str]], data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("law")
    (root / "docs/about").mkdir(parents=True)
    mine = {"mkdocs.yml": "site_name: A\n", "docs/about/index.md": "mine", "docs/x.md": "mine", "secret.md": "mine"}
    for path, text in mine.items():
        (root / path).write_text(text)
    for _ in range(2):
        put(root, *(Page(path, text) for path, text in pages))
        assert tree(root).items() >= mine.items()
        again = put(root, *(Page(path, text) for path, text in pages))
        assert (again.changed, again.removed, again.edited) == ((), (), ())
        pages = data.draw(st.permutations(pages))[1:]
    put(root)
    assert tree(root) == mine
