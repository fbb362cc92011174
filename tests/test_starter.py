"""The list that `papershelf new` makes: what it says is true, and it keeps up with this repository's own list."""

from __future__ import annotations

import os
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPOSITORY
from papershelf import config, curated
from papershelf.outside import outside
from papershelf.starter import starter


class _Loader(yaml.SafeLoader):
    """Settings as plain data, tags as text."""


_Loader.add_multi_constructor("", lambda loader, tag, node: f"{tag} {node.value}")


def settings(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture
def new(tmp_path: Path) -> Path:
    starter(tmp_path / "new", "Boats")
    return tmp_path / "new"


def test_its_site_is_made_as_ours(new: Path) -> None:
    ours, theirs = settings(REPOSITORY / "mkdocs.yml"), settings(new / "mkdocs.yml")
    for ours_only in ("site_url",):
        del ours[ours_only]
    assert ours.keys() == theirs.keys()
    for key in ("plugins", "markdown_extensions", "validation", "not_in_nav", "docs_dir", "site_dir"):
        assert theirs[key] == ours[key], key
    assert theirs["theme"] | {"custom_dir": ""} == ours["theme"] | {"custom_dir": ""}
    assert theirs["nav"][:-1] == ours["nav"][:-1]


def test_its_settings_are_right(new: Path) -> None:
    read = config.read(new)
    assert read.site_name == "Boats"
    assert read.theme_dir == new.resolve() / ".papershelf/theme"


def test_its_theme_and_hook_come_from_the_package(new: Path) -> None:
    files = outside(config.read(new))
    package = REPOSITORY / "generator/papershelf"
    assert files[".papershelf/hook.py"] == (package / "hook.py").read_bytes()
    theme = {path.relative_to(package).as_posix() for path in (package / "theme").rglob("*") if path.is_file()}
    assert files.keys() == {".papershelf/hook.py", *(f".papershelf/{path}" for path in theme)}
    assert files[".papershelf/theme/main.html"] == (package / "theme/main.html").read_bytes()


def test_a_list_with_a_theme_folder_of_its_own_gets_none_of_ours(new: Path) -> None:
    file = new / "mkdocs.yml"
    file.write_text(file.read_text().replace("custom_dir: .papershelf/theme", "custom_dir: theme"))
    assert outside(config.read(new)) == {}


def test_it_starts_without_a_problem(new: Path) -> None:
    assert curated.read(new).problems == ()


@pytest.mark.parametrize("name", ["authors", "corrections", "decisions", "paths", "topics"])
def test_the_examples_in_its_comments_are_right(new: Path, name: str) -> None:
    file = new / f"seeds/curated/{name}.yml"
    comments = [line.removeprefix("#").removeprefix(" ") for line in file.read_text().splitlines()]
    example = comments[comments.index("") :]
    file.write_text("\n".join(example))
    assert yaml.safe_load(file.read_text())
    assert [str(problem) for problem in curated.read(new).problems] == []


def test_its_example_of_a_note_is_right(new: Path) -> None:
    folder = new / "seeds/curated/notes"
    (folder / ".example.md").rename(folder / "2309.00267.md")
    found = curated.read(new)
    assert found.problems == ()
    (note,) = found.notes
    assert (note.status, note.rating, note.tags, note.topics) == (
        "to-read", 4, ("to discuss",), ("learning-from-feedback",),
    )  # fmt: skip
    assert all((note.why, note.added_by, note.text))


def test_a_name_of_any_characters_is_the_name(tmp_path: Path) -> None:
    for number, name in enumerate(['"', "a: b", "{name}", "{program}", "é\\n", "#", "- x", "\u2028"]):
        starter(tmp_path / str(number), name)
        assert config.read(tmp_path / str(number)).site_name == name


def test_its_readme_bears_the_name_as_text(tmp_path: Path) -> None:
    starter(tmp_path, "Boats <b>&\n# Oars*")
    heading, _, rest = (tmp_path / "README.md").read_text().partition("\n")
    assert unescape(heading) == "# Boats <b>& # Oars*"
    assert not set(re.sub(r"&#?\w+;", "", heading.removeprefix("# "))) & set("<>*#")
    assert rest.startswith("\nA reading list")


def test_what_its_readme_tells_to_type_is_there(new: Path) -> None:
    told = re.findall(r"^make (\w+)", (new / "README.md").read_text(), re.M)
    targets = re.findall(r"^(\w+):", (new / "Makefile").read_text(), re.M)
    assert told == ["serve", "check", "lock"]
    assert set(told) <= set(targets)


def test_nothing_is_left_blank(new: Path) -> None:
    for path in (path for path in new.rglob("*") if path.is_file()):
        assert re.findall(r"\{(?:name|heading|program)\}", path.read_text(encoding="utf-8")) == []


def test_its_makefile_says_so_where_no_version_is_named(new: Path) -> None:
    (new / ".github/workflows/list.yml").write_text("jobs: {}\n")
    of_its_own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    done = subprocess.run(["make", "check"], cwd=new, env=of_its_own, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == '.github/workflows/list.yml names no papershelf in a line "uses:"\n'
