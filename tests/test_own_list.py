"""A team's own list takes new versions of papershelf.

The list is the one that `papershelf new` makes, in a git repository of its own; Makefile and workflow are run as they
stand. Git is told that GitHub is a folder, and pip that the packages are those of these tests: nothing is fetched.

Version B has another template, a new setting and another number. Version C takes two papers for one that A and B kept
apart. Version D forgets what was promised.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from conftest import REPOSITORY
from papershelf import __version__
from workflow_runner import Done, Runner, job

PROGRAM = ("Makefile", "pyproject.toml", "README.md", "LICENSE", "requirements", "generator")
LINE = ".github/workflows/list.yml"
SOURCE = """\
@article{one, title={Paper boats float}, author={Ash, Ann}, year={2020}, journal={Boats}}
@article{two, title={Tin boats sink in storms}, author={Beech, Bob}, year={2021}, journal={Boats}}
@article{three, title={On sails of silk}, author={Cedar, Cy}, year={2022}, journal={Boats}}
"""
TOPICS = "- id: boats\n  name: Boats\n  description: They float.\n  phrases: [boats]\n"
CORRECTION = "# Words of a person\non-sails-of-silk:\n  title: On hulls of linen\n"
TIN = "papers/tin-boats-sink-in-storms/"
NOTE = "  note: the printed title\n"
MORE = "@article{four, title={Anchors of glass}, author={Elm, Eve}, year={2023}, journal={Boats}}\n"

B = (
    ("__init__.py", f'__version__ = "{__version__}"', '__version__ = "99.0.0"'),
    ("templates/paper.md.jinja", "{ #title .ps-title }\n", "{ #title .ps-title }\n\nA line of version B\n"),
    ("config.py", "    noindex: bool = False\n", "    noindex: bool = False\n    shimmer: bool = False\n"),
    ("config.py", "KEYS: dict[str, Key] = {\n", 'KEYS: dict[str, Key] = {\n    "shimmer": Key("true", bool),\n'),
)
C = (
    "build.py",
    '    step("comparing")\n',
    """\
    step("comparing")
    from dataclasses import replace
    from papershelf.curated.nouns import Verdict
    from papershelf.model import Place
    TWO = ("Paper boats float", "Tin boats sink in storms")
    two = tuple(record.key for record in collected.records if record.title in TWO)
    decided = replace(decided, verdicts=(*decided.verdicts, Verdict(True, two, Place("version C"))))
""",
)
D = ("build.py", "assign(merged.papers, promised.permalinks)", "assign(merged.papers, ())")


@dataclass
class Seen:
    """A list with its site, at a moment."""

    files: dict[str, str]
    """All that git keeps -> digest of its content."""
    addresses: set[str]
    keys: dict[str, str]
    page: str
    """Of the paper whose title was mended."""
    status: str
    changed: str
    """What git says has changed."""


@dataclass
class Machine:
    """A team's computer: the list is in `root`, GitHub's papershelf/reading-list in `program`."""

    root: Path
    program: Path
    environment: dict[str, str]

    def run(self, *command: str, cwd: Path | None = None) -> str:
        done = subprocess.run(command, cwd=cwd or self.root, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        return self.run("git", *arguments, cwd=cwd).strip()

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)
        return self.git("rev-parse", "HEAD")

    def papershelf(self, *arguments: str) -> str:
        return self.run(".papershelf/program/.venv/bin/papershelf", *arguments)

    def write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        self.write(path, text.replace(old, new))

    def addresses(self) -> set[str]:
        """Every page of the built site."""
        return {path.relative_to(self.root / "site").as_posix() for path in (self.root / "site").rglob("*.html")}

    def keys(self) -> dict[str, str]:
        """Id -> citation key of every paper."""
        papers = json.loads((self.root / "site/api/papers.json").read_text())["papers"]
        return {paper["id"]: paper["key"] for paper in papers}

    def seen(self) -> Seen:
        kept = self.git("ls-files").splitlines()
        return Seen(
            files={path: hashlib.sha256((self.root / path).read_bytes()).hexdigest() for path in kept},
            addresses=self.addresses(),
            keys=self.keys(),
            page=(self.root / "site/papers/on-sails-of-silk/index.html").read_text(),
            status=self.git("status", "--porcelain"),
            changed=self.git("diff", "--numstat"),
        )


@dataclass
class Story:
    """What a team did: versions by their commits, and what the list was after two of them."""

    machine: Machine
    a: str
    b: str
    c: str
    d: str
    after_a: Seen
    after_b: Seen


def publish(machine: Machine, message: str, *edits: tuple[str, str, str]) -> str:
    """Publish a version of papershelf: `edits` are (path in the package, old text, new text). Returns its commit."""
    source = Machine(machine.program.with_name("source"), machine.program, machine.environment)
    for path, old, new in edits:
        source.replace(f"generator/papershelf/{path}", old, new)
    commit = source.commit(message)
    source.git("push", "--quiet", str(machine.program), "HEAD:main")
    return commit


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A new machine, papershelf at version A on its GitHub, and no list."""
    folder = tmp_path_factory.mktemp("team")
    source = folder / "source"
    source.mkdir()
    for name in PROGRAM:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(REPOSITORY / name, source / name)
    settings = {
        f"url.file://{folder}/program.insteadOf": "https://github.com/papershelf/reading-list",
        "user.name": "A team",
        "user.email": "team@example.org",
        "init.defaultBranch": "main",
        "advice.detachedHead": "false",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MAKE", "MFLAGS"))}
    environment = {
        **kept,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": str(len(settings)),
        **{f"GIT_CONFIG_KEY_{number}": key for number, key in enumerate(settings)},
        **{f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(settings.values())},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": sysconfig.get_path("purelib"),  # their packages are ours; papershelf is not in this folder
        "PIP_NO_INDEX": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
    }
    machine = Machine(folder / "list", folder / "program", environment)
    machine.git("init", "--quiet", cwd=source)
    machine.git("init", "--quiet", "--bare", str(machine.program), cwd=folder)
    publish(machine, "Version A")
    return machine


@pytest.fixture(scope="module")
def story(machine: Machine) -> Story:
    source = machine.program.with_name("source")
    a = machine.git("rev-parse", "HEAD", cwd=source)

    ours = os.pathsep.join([str(source / "generator"), machine.environment["PYTHONPATH"]])
    new = [sys.executable, "-m", "papershelf", "new", str(machine.root), "--name", "Boats"]
    subprocess.run(new, env={**machine.environment, "PYTHONPATH": ours}, check=True, capture_output=True)
    machine.git("init", "--quiet")
    machine.write("seeds/sources/boats.bib", SOURCE)
    machine.write("seeds/curated/topics.yml", TOPICS)
    machine.run("make", "check")
    machine.papershelf("lock", "--offline")
    machine.write("seeds/curated/corrections.yml", CORRECTION)  # the title from which the address was made
    machine.run("make", "site", "STRICT=--strict")
    machine.commit("Our list")
    after_a = machine.seen()

    b = publish(machine, "Version B", *B)
    machine.git("switch", "--quiet", "--create", "version-b")
    machine.replace(LINE, a, b)
    machine.run("make", "site", "STRICT=--strict")
    after_b = machine.seen()
    machine.commit("Take version B")

    machine.git("switch", "--quiet", "--create", "papers", "main")
    machine.run("make", "check")  # by version A again
    machine.write("seeds/sources/more.bib", MORE)
    machine.replace("seeds/curated/corrections.yml", "linen\n", "linen\n" + NOTE)
    machine.papershelf("lock", "--offline")
    machine.commit("Anchors")

    machine.git("switch", "--quiet", "main")
    machine.git("merge", "--quiet", "--no-ff", "-m", "Merge version B", "version-b")
    machine.git("merge", "--quiet", "--no-ff", "-m", "Merge the anchors", "papers")
    machine.run("make", "site", "STRICT=--strict")
    return Story(machine, a, b, publish(machine, "Version C", C), publish(machine, "Version D", D), after_a, after_b)


def on_github(story: Story, name: str, version: str, work: Path) -> Done:
    """A job of our workflow for lists, over what the team has checked out."""
    machine = story.machine
    runner = Runner(work / "runner", machine.root, machine.program, machine.environment)
    return runner.run(job(REPOSITORY / LINE, name), version)


@contextmanager
def proposed(story: Story, path: str, old: str, new: str) -> Iterator[None]:
    """A pull request: one replacement on top of main."""
    story.machine.git("switch", "--quiet", "--force-create", "proposed", "main")
    story.machine.replace(path, old, new)
    story.machine.commit("A proposal")
    yield
    story.machine.git("switch", "--quiet", "main")


def test_the_list_names_the_version_that_made_it_in_one_line(story: Story) -> None:
    first = story.machine.git("log", "--reverse", "--format=%H").splitlines()[0]
    found = story.machine.git("grep", "-h", "--fixed-strings", story.a, first)
    assert found.strip() == f"uses: papershelf/reading-list/.github/workflows/list.yml@{story.a} # v{__version__}"


def test_a_repository_of_a_list_holds_what_is_the_teams_and_nothing_else(story: Story) -> None:
    assert {path.split("/")[0] for path in story.after_a.files} == {
        *(".github", ".gitignore", "Makefile", "README.md", "docs", "mkdocs.yml", "seeds")
    }
    assert [path for path in story.after_a.files if path.startswith("docs/")] == ["docs/about/index.md"]


def test_a_new_version_changes_the_one_line_and_nothing_else_in_the_repository(story: Story) -> None:
    assert story.after_a.status == ""
    assert story.after_b.status == f"M {LINE}"
    assert story.after_b.changed == f"1\t1\t{LINE}"
    assert {**story.after_b.files, LINE: ""} == {**story.after_a.files, LINE: ""}


def test_a_new_version_keeps_every_address_and_citation_key_and_shows_what_is_new(story: Story) -> None:
    assert story.after_b.addresses == story.after_a.addresses
    assert story.after_b.keys == story.after_a.keys
    assert story.after_b.keys == {
        "paper-boats-float": "ash-2020-paper",
        "tin-boats-sink-in-storms": "beech-2021-tin",
        "on-sails-of-silk": "cedar-2022-sails",
    }
    assert "A line of version B" not in story.after_a.page
    assert "A line of version B" in story.after_b.page
    assert story.machine.papershelf("--version") == "papershelf, version 99.0.0\n"


def test_taking_a_version_and_adding_papers_merge_without_conflict(story: Story) -> None:
    machine = story.machine
    assert machine.git("show", "--no-patch", "--format=%s", "main") == "Merge the anchors"
    assert story.b in (machine.root / LINE).read_text()
    assert machine.keys() == {**story.after_a.keys, "anchors-of-glass": "elm-2023-anchors"}
    assert "A line of version B" in (machine.root / "site/papers/anchors-of-glass/index.html").read_text()
    assert machine.git("status", "--porcelain") == ""


def test_an_older_version_comes_back_without_being_fetched_again(story: Story) -> None:
    machine = story.machine
    machine.replace(LINE, story.b, story.a)
    machine.program.rename(machine.program.with_name("away"))
    try:
        assert "Fetching" not in machine.run("make", "program")
        assert machine.papershelf("--version") == f"papershelf, version {__version__}\n"
    finally:
        machine.program.with_name("away").rename(machine.program)
        machine.git("restore", LINE)
        machine.run("make", "program")


def test_what_is_documented_to_be_typed_without_make_is_enough(story: Story) -> None:
    words = (REPOSITORY / "docs/about/own-list.md").read_text(encoding="utf-8")
    typed = re.search(r"^Without make, .* Linux and macOS:\n\n((?:    .*\n)+)", words, re.M)
    assert typed
    lines = typed[1].replace("COMMIT", story.b).replace("papershelf serve", "papershelf check").splitlines()
    fresh = story.machine.root.with_name("fresh")
    story.machine.git("clone", "--quiet", str(story.machine.root), str(fresh))
    for line in lines:
        said = story.machine.run("sh", "-c", line, cwd=fresh)
    assert any(line.startswith("4 papers, 4 records") for line in said.splitlines())


def test_a_setting_of_the_new_version_can_be_set_once_it_is_taken(story: Story) -> None:
    machine = story.machine
    machine.replace("mkdocs.yml", "    fold_authors_after: 12", "    shimmer: true\n    fold_authors_after: 12")
    try:
        machine.run("make", "check")
    finally:
        machine.git("restore", "mkdocs.yml")


def test_a_pull_request_that_takes_a_version_says_what_that_changes(story: Story, tmp_path: Path) -> None:
    """Two papers are one from version C on: the address and the key of each lead there."""
    with proposed(story, LINE, story.b, story.c):
        done = on_github(story, "changes", story.c, tmp_path)
    assert done.status == 0, done.printed
    summary = unescape(done.summary)
    assert "Nothing changes in what the pages say." in summary  # by the pull request itself, all read by one version
    assert "## By the new version of papershelf" in summary
    assert "The addresses and citation keys of all 4 papers stay." in summary
    joined = "- Tin boats sink in storms (tin-boats-sink-in-storms)\n"
    assert f"### Papers that are part of another now (1)\n\n{joined}" in summary
    assert "- years/2021/\n" in summary
    assert "lead nowhere" not in summary


def test_a_version_that_loses_an_address_fails_the_pull_request(story: Story, tmp_path: Path) -> None:
    with proposed(story, LINE, story.b, story.d):
        done = on_github(story, "changes", story.d, tmp_path)
    assert done.status == 1, done.printed
    summary = unescape(done.summary)
    assert "**Not to be taken as it is" in summary
    lost = re.search(r"### Addresses that lead nowhere \(3\)\n\n((?:- .*\n)+)", summary)
    assert lost
    assert lost[1].split() == ["-", "papers/beech-2021-tin/", "-", "papers/cedar-2022-sails/", "-", TIN]
    assert "- On hulls of linen (on-sails-of-silk): cedar-2022-sails → cedar-2022-hulls\n" in summary


def test_a_pull_request_that_keeps_the_version_compares_papers_only(story: Story, tmp_path: Path) -> None:
    with proposed(story, "seeds/sources/more.bib", "glass", "stone"):
        done = on_github(story, "changes", story.b, tmp_path)
    assert done.status == 0, done.printed
    assert "### Papers changed (1)" in done.summary
    assert "By the new version" not in done.summary


def test_on_github_the_site_is_built_as_here(story: Story, tmp_path: Path) -> None:
    done = on_github(story, "build", story.b, tmp_path)
    assert done.status == 0, done.printed
    site = tmp_path / "runner/list/site"
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == story.machine.addresses()
