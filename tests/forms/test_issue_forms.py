"""What is said in the forms becomes a change of seeds/ and nothing else, whatever is said."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPOSITORY
from papershelf import build, config, curated
from papershelf.forms import issue, proposal

Run = Callable[..., subprocess.CompletedProcess[str]]
METADATA = """\
- {arxiv: '2401.00001', from: hand, fetched: 2026-11-20, title: 'Rivers of ink: a tale', authors: [Ada Moss]}
- {arxiv: '2401.00002', from: hand, fetched: 2026-11-20, title: 'Seas of ink: more tales', authors: [Ada Moss]}
"""
HOSTILE = [
    "$(touch /tmp/owned) `touch /tmp/owned` ; touch /tmp/owned",
    "${{ github.token }} %0A::set-output name=changed::true",
    "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))",
    "fixes #12 @octocat GH-12 https://github.com/a/b/issues/1",
    "../../.github/workflows/site.yml",
    "'}\n- {arxiv: '2401.00009', title: owned}\n: : [",
    "```\n### Listing\n\n```text\nowned\n```",
    "\u202eevil\u2066 \x00\x1b[31m --8<-- 'mkdocs.yml' {{ config }}",
    "x" * 1_000_000,
]


@pytest.fixture
def shelf(list_dir: Callable[..., Path]) -> Path:
    """A list of two papers, in a repository."""
    root = list_dir(
        {
            "seeds/sources/had.txt": "arXiv:2401.00001\narXiv:2401.00002\n",
            "seeds/locked/metadata.yml": METADATA,
            "seeds/curated/corrections.yml": "# my words\n'2401.00001': {note: seen}  # mine\n",
            ".gitignore": ".papershelf/\n",
        }
    )
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "A list")
    return root


def git(root: Path, *arguments: str) -> str:
    own = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def event(tmp_path: Path, **answers: str) -> Path:
    """The event of a form: labels with `_` for spaces."""
    body = "\n\n".join(f"### {label.replace('_', ' ')}\n\n{said or '_No response_'}" for label, said in answers.items())
    file = tmp_path / "event.json"
    file.write_text(json.dumps({"action": "opened", "issue": {"number": 17, "title": "Add: x", "body": body}}))
    return file


def fix(tmp_path: Path, what: str, right: str, paper: str = "2401.00002") -> Path:
    said = {"Paper": paper, "What is wrong": what, "What would be right": right, "How do you know?": "I am an author"}
    return event(tmp_path, **said)


def run(papershelf: Run, shelf: Path, file: Path) -> tuple[set[str], str, str]:
    """The files that changed, the title and the body."""
    out = file.parent / "proposal"
    done = papershelf("form", file, "--out", out, "--offline", "--root", shelf)
    assert done.returncode == 0, done.stderr
    git(shelf, "add", "--all")
    changed = set(git(shelf, "diff", "--cached", "--name-only").split())
    return changed, (out / "title.txt").read_text("utf-8"), (out / "body.md").read_text("utf-8")


def test_a_paper_is_added_and_shown(papershelf: Run, shelf: Path, tmp_path: Path) -> None:
    said = {"Title": "Brooks of tea", "Why_it_belongs_here": "It is about @tea.", "Listing": ""}
    changed, title, body = run(papershelf, shelf, event(tmp_path, Paper="https://arxiv.org/abs/2507.05201v2", **said))
    assert changed >= {"seeds/sources/added/2507.05201.txt"}
    assert title == "Add: Brooks of tea\n"
    assert "### Papers added (1)" in body
    assert "```text\nIt is about @tea.\n```" in body
    assert "What the page will say:\n\n`papers/2507.05201/`\n\n```text\narXiv:2507.05201" in body


def test_a_listing_is_kept_as_it_is(papershelf: Run, shelf: Path, tmp_path: Path) -> None:
    listing = "```text\nTitle: Brooks of tea\nAbstract: We pour tea into brooks.\narXiv: 2507.05201\n```"
    said = {"Title": "", "Why_it_belongs_here": "", "Listing": listing}
    changed, _, _ = run(papershelf, shelf, event(tmp_path, Paper="2507.05201", **said))
    assert {path for path in changed if path.startswith("seeds/sources/")} == {"seeds/sources/added/issue-17.txt"}
    text = (shelf / "seeds/sources/added/issue-17.txt").read_text()
    assert text == "Title: Brooks of tea\nAbstract: We pour tea into brooks.\narXiv: 2507.05201\n"
    assert len(build.read(config.read(shelf)).papers) == 3


def test_what_the_list_has_already_is_said_and_not_added(papershelf: Run, shelf: Path, tmp_path: Path) -> None:
    changed, _, body = run(papershelf, shelf, event(tmp_path, Paper="2401.00001"))
    assert changed == set()
    assert "The list has it already, at `papers/2401.00001/`, from `seeds/sources/had.txt:1`." in body


@pytest.mark.parametrize(
    ("what", "right", "values"),
    [
        ("Title", "Seas of milk", {"title": "Seas of milk"}),
        ("Authors", "Ada Moss\n- Bo Lind\n", {"authors": ("Ada Moss", "Bo Lind")}),
        ("Date", "2024-02-29", {"submitted": "2024-02-29"}),
        ("Category", "cs.cl", {"primary_category": "cs.CL"}),
        ("arXiv id or DOI", "https://doi.org/10.5555/INK", {"doi": "10.5555/ink"}),
        ("Link to code", "see https://example.org/code", {"code": ("https://example.org/code",)}),
    ],
)
def test_a_record_is_fixed_by_an_entry_below_what_stands(
    papershelf: Run, shelf: Path, tmp_path: Path, what: str, right: str, values: dict[str, Any]
) -> None:
    changed, title, body = run(papershelf, shelf, fix(tmp_path, what, right))
    assert (changed, title) == ({"seeds/curated/corrections.yml"}, "Fix: 2401.00002\n")
    text = (shelf / "seeds/curated/corrections.yml").read_text()
    assert text.startswith("# my words\n'2401.00001': {note: seen}  # mine\n")
    said = curated.read(shelf)
    assert said.problems == ()
    (entry,) = [one for one in said.corrections if one.ref == "2401.00002"]
    assert {name: getattr(entry, name) for name in values} == {
        name: entry.submitted if name == "submitted" else value for name, value in values.items()
    }
    assert (str(entry.submitted) == "2024-02-29") == (what == "Date")
    assert entry.note == "form 17: I am an author"
    assert "An entry is added to `seeds/curated/corrections.yml`." in body
    assert "`papers/2401.00002/`\n\n```text\nSeas of " in body


def test_a_venue_is_fixed_with_its_year(papershelf: Run, shelf: Path, tmp_path: Path) -> None:
    run(papershelf, shelf, fix(tmp_path, "Venue", "River Days (2024)"))
    (entry,) = [one for one in curated.read(shelf).corrections if one.ref == "2401.00002"]
    assert entry.publication
    assert (entry.publication.venue, entry.publication.year) == ("River Days", 2024)


def test_two_papers_that_are_one_become_a_verdict(papershelf: Run, shelf: Path, tmp_path: Path) -> None:
    what = "It is the same paper as another one here"
    changed, _, _ = run(papershelf, shelf, fix(tmp_path, what, "It is https://x.org/papers/2401.00001/, of course."))
    assert changed == {"seeds/curated/decisions.yml"}
    (verdict,) = curated.read(shelf).verdicts
    assert (verdict.same, verdict.refs) == (True, ("2401.00002", "2401.00001"))


@pytest.mark.parametrize(
    ("what", "right", "paper", "says"),
    [
        ("Date", "yesterday", "2401.00002", "right would be a day as 2024-12-31"),
        ("Authors", "Moss, Ada", "2401.00002", "right would be names, one a line"),
        ("Something else", "x", "2401.00002", "somebody has to look at it"),
        ("Title", "Seas", "2401.00003", "No paper of the list, or more than one"),
        ("Title", "Rivers", "2401.00001", "The curated file takes no such entry"),
        ("It is the same paper as another one here", "no idea", "2401.00002", "could not be read"),
    ],
)
def test_what_no_entry_can_say_changes_no_file(
    papershelf: Run, shelf: Path, tmp_path: Path, what: str, right: str, paper: str, says: str
) -> None:
    changed, _, body = run(papershelf, shelf, fix(tmp_path, what, right, paper))
    assert changed == set()
    assert says in body


def test_an_event_of_no_form_is_refused(papershelf: Run, shelf: Path, tmp_path: Path) -> None:
    numberless, formless = {"issue": {"number": True, "body": ""}}, {"issue": {"number": 1, "body": "x"}}
    for text in ("", "[]", '{"issue": 1}', json.dumps(numberless), json.dumps(formless)):
        (tmp_path / "event.json").write_text(text)
        done = papershelf("form", tmp_path / "event.json", "--out", tmp_path / "out", "--root", shelf)
        assert done.returncode == 1
        assert "event" in done.stderr or "form" in done.stderr


def test_a_heading_in_an_answer_is_text_of_it(tmp_path: Path) -> None:
    forged = "It matters.\n\n### Paper\n\n2401.00009\n\n### Else"
    said = issue.read(event(tmp_path, Paper="2507.05201", Title="", Why_it_belongs_here=forged, Listing="")).answers
    assert said == {"Paper": "2507.05201", "Title": "", "Why it belongs here": forged, "Listing": ""}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("form", ["add", "fix"])
def test_hostile_text_is_data_and_its_change_is_proposed(
    papershelf: Run, shelf: Path, tmp_path: Path, text: str, form: str
) -> None:
    """From the event to the branch that the job of propose.yml pushes, its commands as they stand there."""
    answers = {"Paper": "2507.05201", "Title": text, "Why_it_belongs_here": text, "Listing": text}
    file = event(tmp_path, **answers) if form == "add" else fix(tmp_path, "Title", text)
    before = {path: path.read_bytes() for path in shelf.rglob("*") if path.is_file() and ".git" not in path.parts}
    changed, title, body = run(papershelf, shelf, file)
    assert all(path.startswith("seeds/") for path in changed)
    for path, content in before.items():
        if path.name not in ("corrections.yml",) and ".papershelf" not in path.parts:
            assert path.read_bytes() == content
    assert len(title) < 130
    assert title.count("\n") == 1
    assert not set(title) & set("@#<>`")
    loose = re.sub(r"(?ms)^(`{3,})text$.*?^\1$", "", body)
    assert not re.search(r"@\w|#\d|GH-\d|<script|<img|javascript:", loose)
    assert len(body) < 65_000
    if changed:
        pushed, arguments = propose(shelf, tmp_path, title, body)
        assert pushed == changed
        assert arguments[:4] == ["pr", "create", "--head", "form-17"]
        assert arguments[5] == title.strip()
    assert not Path("/tmp/owned").exists()


@pytest.mark.parametrize("path", [".github/workflows/site.yml", "mkdocs.yml", "seeds.txt", "docs/index.md"])
def test_a_patch_that_leaves_seeds_is_refused(shelf: Path, tmp_path: Path, path: str) -> None:
    (shelf / path).parent.mkdir(parents=True, exist_ok=True)
    (shelf / path).write_text("owned\n")
    git(shelf, "add", "--all")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        propose(shelf, tmp_path, "Add: x\n", "x\n")
    assert "The patch leaves seeds/." in refused.value.stdout


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("what", ["link", "program", "deletion"])
def test_a_patch_with_what_is_no_plain_file_is_refused(shelf: Path, tmp_path: Path, what: str) -> None:
    path = shelf / "seeds/sources/had.txt"
    if what == "program":
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    else:
        path.unlink()
    if what == "link":
        path.symlink_to("/etc/passwd")
    git(shelf, "add", "--all")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        propose(shelf, tmp_path, "Add: x\n", "x\n")
    assert "The patch has what is no plain file." in refused.value.stdout


def propose(shelf: Path, tmp_path: Path, title: str, body: str) -> tuple[set[str], list[str]]:
    """Run the commands of propose.yml on what is staged in `shelf`: the files of the commit that it pushes to a bare
    repository, and what it asks `gh`, GitHub's own program, for."""
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/propose.yml").read_text("utf-8"))
    (script,) = [step["run"] for step in workflow["jobs"]["propose"]["steps"] if "run" in step]
    temp, bare, work, programs = (tmp_path / name for name in ("temp", "bare.git", "work", "bin"))
    (temp / "proposal").mkdir(parents=True)
    (temp / "proposal/title.txt").write_text(title, "utf-8")
    (temp / "proposal/body.md").write_text(body, "utf-8")
    with (temp / "proposal/changes.patch").open("wb") as patch:
        subprocess.run(["git", "diff", "--cached", "--binary"], cwd=shelf, check=True, stdout=patch)
    git(tmp_path, "clone", "-q", "--bare", str(shelf), str(bare))
    git(tmp_path, "clone", "-q", str(bare), str(work))
    programs.mkdir()
    (programs / "gh").write_text('#!/bin/sh\nprintf "%s\\0" "$@" > "$RUNNER_TEMP/asked"\n')
    (programs / "gh").chmod(0o755)
    (tmp_path / "gitconfig").write_text(
        f'[url "{bare.as_uri()}"]\n\tinsteadOf = https://x-access-token:word@github.com/owner/list\n'
        "[commit]\n\tgpgsign = false\n"
    )
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "GITHUB_WORKSPACE": str(work),
        "GITHUB_REPOSITORY": "owner/list",
        "RUNNER_TEMP": str(temp),
        "GH_TOKEN": "word",
        "BRANCH": "form-17",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True, text=True)
    files = git(bare, "diff", "--name-only", "main", "form-17").split()
    return set(files), (temp / "asked").read_text("utf-8").split("\0")


def test_news_calls_nobody_and_means_no_issue() -> None:
    body = proposal.news(["2401.00001: title changed: “@octocat fixes #12 <b>”, was “GH-7”"], ["arXiv: answered 503"])
    assert not re.search(r"@\w|#\d|GH-\d|<b>", body)
    assert "Not everything could be asked:" in body
