"""Engines: the same list through each of the three; a build that fails leaves the previous site whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import MKDOCS_YML
from papershelf import config, engine
from papershelf.engine import ENGINES, Engine, EngineError

Lists = Callable[..., Path]
PAGES = {"docs/index.md": "# Home\n\n[About](about/index.md)\n", "docs/about/index.md": "# About\n"}
EVERY = pytest.mark.parametrize("name", list(ENGINES))


def build(root: Path, name: str = "mkdocs", strict: bool = True) -> str:
    return engine.build(config.read(root), name, strict)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@EVERY
def test_each_engine_builds_the_site_and_leaves_nothing_else(list_dir: Lists, name: str) -> None:
    root = list_dir(PAGES)
    before = files(root)
    build(root, name)
    assert "Home" in (root / "site/index.html").read_text()
    assert (root / "site/about/index.html").is_file()
    assert (root / "site/404.html").is_file()
    assert {path for path in files(root) if not path.startswith(("site/", ".cache/"))} == before


@EVERY
def test_a_page_that_is_gone_is_gone_from_the_next_site(list_dir: Lists, name: str) -> None:
    root = list_dir({**PAGES, "docs/old.md": "# Old\n"})
    build(root, name)
    assert (root / "site/old/index.html").is_file()
    (root / "docs/old.md").unlink()
    (root / "site/stray.html").write_text("stray")
    build(root, name)
    assert not (root / "site/old").exists()
    assert not (root / "site/stray.html").exists()


@EVERY
def test_a_build_that_fails_leaves_the_previous_site_and_says_what_the_engine_said(list_dir: Lists, name: str) -> None:
    root = list_dir(PAGES)
    build(root, name)
    before = files(root / "site")
    (root / "docs/index.md").write_text("# Other home\n\n[Nowhere](nowhere.md)\n")
    with pytest.raises(EngineError, match=f"the site was not built: {name} ended with status 1") as caught:
        build(root, name)
    assert "index.md" in caught.value.output
    assert files(root / "site") == before
    assert "Other home" not in (root / "site/index.html").read_text()
    assert not (root / ".papershelf/site").exists()


@EVERY
def test_a_warning_alone_does_not_stop_a_build_that_is_not_strict(list_dir: Lists, name: str) -> None:
    root = list_dir({**PAGES, "docs/index.md": "# Home\n\n[Nowhere](nowhere.md)\n"})
    assert "nowhere.md" in build(root, name, strict=False)
    assert (root / "site/index.html").is_file()


def test_settings_that_are_inherited_hold_for_an_engine_without_a_site_option(list_dir: Lists) -> None:
    root = list_dir({**PAGES, "base.yml": MKDOCS_YML, "mkdocs.yml": "INHERIT: base.yml\nsite_name: The child\n"})
    build(root, "zensical")
    home = (root / "site/index.html").read_text()
    assert "The child" in home
    assert "https://example.org/reading-list/" in home


def test_the_site_goes_where_mkdocs_yml_says(list_dir: Lists, tmp_path: Path) -> None:
    root = list_dir({**PAGES, "mkdocs.yml": MKDOCS_YML + f"site_dir: {tmp_path}/public/list\n"})
    build(root)
    assert (tmp_path / "public/list/index.html").is_file()


def test_an_engine_that_is_not_installed_is_named_with_what_installs_it(
    list_dir: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "zensical", Engine("zensical_that_is_not_there", "pip install zensical", False))
    with pytest.raises(EngineError, match=r"zensical is not installed here; .* -m pip install zensical"):
        build(list_dir(PAGES), "zensical")


def test_a_folder_that_is_no_site_is_not_replaced(list_dir: Lists) -> None:
    root = list_dir({**PAGES, "site/thesis.docx": "years of work"})
    with pytest.raises(EngineError, match="does not look like a built site"):
        build(root)
    assert (root / "site/thesis.docx").read_text() == "years of work"


def test_dot_files_of_the_site_folder_stay(list_dir: Lists) -> None:
    root = list_dir(PAGES)
    build(root)
    (root / "site/.git").mkdir()
    (root / "site/.git/HEAD").write_text("ref: refs/heads/gh-pages")
    build(root)
    assert (root / "site/.git/HEAD").read_text() == "ref: refs/heads/gh-pages"


def test_a_site_set_aside_by_a_run_that_was_killed_comes_back(list_dir: Lists) -> None:
    root = list_dir(PAGES)
    build(root)
    shutil.move(root / "site", root / ".papershelf/site-old")
    (root / "docs/index.md").write_text("[Nowhere](nowhere.md)\n")
    with pytest.raises(EngineError):
        build(root)
    assert "Home" in (root / "site/index.html").read_text()


def test_a_module_in_the_lists_folder_is_not_run(list_dir: Lists) -> None:
    root = list_dir(
        {**PAGES, "yaml.py": "raise SystemExit('run from the list')\n", "mkdocs.py": "raise SystemExit(7)\n"}
    )
    build(root)
    assert (root / "site/index.html").is_file()


def test_a_long_build_tells_how_many_pages_are_done(list_dir: Lists) -> None:
    root = list_dir({**PAGES, **{f"docs/{number}.md": f"# Page {number}\n" for number in range(150)}})
    told: list[int] = []
    engine.build(config.read(root), "mkdocs", True, told.append)
    assert told == sorted(told)
    assert told[0] == 0
    assert all(0 <= number <= 153 for number in told)  # 152 pages and 404.html
