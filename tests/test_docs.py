"""Documentation cannot rot: what there is, is described; what is described, is there."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import click
import pytest
import yaml

from conftest import REPOSITORY
from papershelf import config, curated, readers
from papershelf.cli import main
from papershelf.config import Settings
from papershelf.engine import ENGINES

ABOUT = REPOSITORY / "docs/about"
WORDS = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md")] + sorted(ABOUT.glob("*.md"))
SETTINGS = (ABOUT / "settings.md").read_text(encoding="utf-8")
FORMATS = (ABOUT / "formats.md").read_text(encoding="utf-8")

COMMANDS = dict(main.commands)
page = pytest.mark.parametrize("path", WORDS, ids=lambda path: path.name)


def row(name: str) -> str:
    """The line of the table of commands that is about one."""
    found = re.search(rf"^\| `papershelf {name}\b.*$", SETTINGS, re.M)
    assert found, f"docs/about/settings.md says nothing about the command {name}"
    return found[0]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_is_documented_with_its_arguments_and_options(name: str) -> None:
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Argument):
            assert (parameter.metavar or str(parameter.name).upper()) in row(name)
        elif parameter.name != "root":  # said once, for all of them
            assert f"`{parameter.opts[0]}" in row(name)
    assert "`--root DIR`" in SETTINGS
    assert "`--help`" in SETTINGS


def test_every_engine_is_documented() -> None:
    for name in ENGINES:
        assert f"`--engine {name}`" in row("build") or f"`{name}`" in row("build")


def test_no_command_is_documented_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `papershelf ([a-z]+)", SETTINGS, re.M)) == set(COMMANDS)


@pytest.mark.parametrize("key", list(config.KEYS))
def test_every_setting_is_documented_with_its_default(key: str) -> None:
    (field,) = [field for field in fields(Settings) if field.name == key]
    default = field.default if field.default_factory is MISSING else ", ".join(field.default_factory())
    assert f"| `{key}` | {'none' if default is None else str(default).lower()} |" in SETTINGS


def test_the_example_of_settings_is_right(tmp_path: Path) -> None:
    block = re.search(r"^    extra:\n(?:    .*\n)+", SETTINGS, re.M)
    assert block
    text = "site_name: A\n" + re.sub("^    ", "", block[0], flags=re.M)
    assert set(yaml.safe_load(text)["extra"]["papershelf"]) <= set(config.KEYS)
    (tmp_path / "mkdocs.yml").write_text(text)
    config.read(tmp_path)


@pytest.mark.parametrize("name", list(readers.READERS))
def test_every_format_is_documented_with_an_example_that_it_reads(name: str) -> None:
    section = re.search(rf"^## {name} .*?(?=^## )", FORMATS, re.M | re.S | re.I)
    assert section, f"docs/about/formats.md says nothing about {name}"
    example = "\n".join(re.findall(r"^    (.*)$|^$", section[0], re.M))
    assert readers.recognise(example.strip() + "\n") == name


@page
def test_every_command_that_the_words_mention_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    mentioned = set(re.findall(r"(?:`|^ *|/|\\)papershelf ([a-z]+)\b", "\n".join(code(text)), re.M))
    assert mentioned <= set(COMMANDS)


@page
def test_every_make_target_that_the_words_mention_is_there(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.M))
    mentioned = set(re.findall(r"^ *make ([a-z]+)", "\n".join(code(path.read_text(encoding="utf-8"))), re.M))
    assert mentioned <= targets


@page
def test_every_file_of_the_repository_that_the_words_link_to_is_there(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        generated = path.parent == ABOUT and target.startswith("../")
        assert generated or (path.parent / target).exists(), target


def test_every_curated_file_is_documented() -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in (*WORDS, REPOSITORY / "seeds/README.md"))
    for name in re.findall(r"^(\w+\.yml) ", curated.__doc__ or "", re.M):
        assert name in words


def code(text: str) -> list[str]:
    """What stands in code: fenced, indented, or in backticks."""
    fenced = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.M | re.S)
    indented = re.findall(r"^    (.*)$", text, re.M)
    return [*fenced, *indented, *re.findall(r"`([^`\n]+)`", text)]
