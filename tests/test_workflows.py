"""What .github/ promises, read as plain YAML: least permissions, pinned actions, no stranger's text in a shell."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

import tiny_library
from page_reader import read
from papershelf.render import render

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
STARTER = ROOT / "generator/papershelf/starter/github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")

workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def load(path: Path) -> dict[Any, Any]:
    """A YAML file. PyYAML reads the key `on` as True, as YAML 1.1 says: see `triggers`."""
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def triggers(path: Path) -> set[str]:
    on = load(path)[True]
    return {on} if isinstance(on, str) else set(on)


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = load(path)["jobs"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path).values() for step in job.get("steps", ())]


def test_the_workflows_are_those_that_the_words_speak_of() -> None:
    assert [path.name for path in WORKFLOWS] == [
        "changes.yml",
        "forms.yml",
        "list.yml",
        "propose.yml",
        "refresh.yml",
        "site.yml",
        "test.yml",
    ]


@workflow
def test_a_workflow_may_only_read_the_repository(path: Path) -> None:
    assert load(path)["permissions"] == {"contents": "read"}


def test_few_jobs_may_do_more_and_they_run_no_code_of_ours() -> None:
    every_job = [(path.stem, name, job) for path in WORKFLOWS for name, job in jobs(path).items()]
    more = {(stem, name): job["permissions"] for stem, name, job in every_job if "permissions" in job}
    publishes, proposes = ({"pages": "write", "id-token": "write"}, {"contents": "write", "pull-requests": "write"})
    assert more == {
        ("list", "deploy"): publishes,
        ("site", "deploy"): publishes,
        ("list", "forms"): proposes,
        ("list", "refresh"): proposes,
        ("forms", "propose"): proposes,
        ("refresh", "propose"): proposes,
        ("propose", "propose"): proposes,
    }
    for stem, name in more:
        job = jobs(GITHUB / "workflows" / f"{stem}.yml")[name]
        if more[stem, name] == publishes:
            assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]
            assert job["environment"]["name"] == "github-pages"
        elif stem != "propose":
            assert re.fullmatch(r"\$/\.github/workflows/(?:forms|refresh|propose)\.yml", job["uses"])


def test_the_job_that_writes_starts_nothing_but_git_and_githubs_own_program() -> None:
    (script,) = [step["run"] for step in steps(GITHUB / "workflows" / "propose.yml") if "run" in step]
    lines = [line.strip() for line in script.replace("\\\n", " ").splitlines()]
    programs = {word for line in lines for word in re.findall(r"(?:^|[|;] |\$\(|then |if |\|\| )([a-z]+)(?= |$)", line)}
    assert programs <= {"cd", "git", "grep", "cut", "head", "gh", "echo", "exit", "test", "if", "fi", "then", "else"}


def test_the_text_of_a_form_is_read_where_nothing_can_be_written() -> None:
    read, propose = (jobs(GITHUB / "workflows" / "forms.yml")[name] for name in ("read", "propose"))
    assert "permissions" not in read
    assert propose["with"] == {"branch": "form-${{ github.event.issue.number }}"}
    text = (GITHUB / "workflows" / "forms.yml").read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert set(re.findall(r"github\.event\.issue\.\w+", text)) == {
        "github.event.issue.title",  # compared, in `if:` alone
        "github.event.issue.number",
    }


def test_only_main_is_deployed_and_never_from_a_pull_request() -> None:
    deploy = jobs(GITHUB / "workflows" / "site.yml")["deploy"]
    assert deploy["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
    assert deploy["needs"] == "build"
    assert deploy["concurrency"]["cancel-in-progress"] is False


@workflow
def test_no_trigger_gives_a_fork_our_secrets(path: Path) -> None:
    assert triggers(path) <= {"push", "pull_request", "workflow_dispatch", "workflow_call", "issues", "schedule"}


@workflow
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"^\s*(?:- )?uses: (.*)$", path.read_text(encoding="utf-8"), re.M)
    beside = [job["uses"] for job in jobs(path).values() if "uses" in job]
    assert len(uses) == sum("uses" in step for step in steps(path)) + len(beside) > 0
    for each in uses:
        if each in beside:
            continue  # of the same commit
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


def test_an_action_has_one_version_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for name, commit in re.findall(r"uses: (\S+)@(\S+)", path.read_text(encoding="utf-8")):
            pins.setdefault(name, set()).add(commit)
    assert {name: len(commits) for name, commits in pins.items()} == dict.fromkeys(pins, 1)


@workflow
def test_no_expression_is_pasted_into_a_shell(path: Path) -> None:
    """Text of an event (a title, a branch's name) in `run:` is code; so none at all: values go through variables."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@workflow
def test_a_checkout_leaves_no_credentials_behind(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@workflow
def test_no_workflow_names_a_secret(path: Path) -> None:
    assert "secrets." not in path.read_text(encoding="utf-8")


@workflow
def test_every_job_has_a_time_limit(path: Path) -> None:
    running = {name: job for name, job in jobs(path).items() if "steps" in job}
    assert {name for name, job in running.items() if not 0 < job.get("timeout-minutes", 0) <= 30} == set()


def test_the_tests_run_on_every_python_from_3_11_to_3_14() -> None:
    test = jobs(GITHUB / "workflows" / "test.yml")["test"]
    assert test["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert test["strategy"]["fail-fast"] is False
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["requires-python"] == ">=3.11"


def test_the_site_is_built_strictly_before_it_is_published_and_on_every_pull_request() -> None:
    site = GITHUB / "workflows" / "site.yml"
    assert {"push", "pull_request"} <= triggers(site)
    assert "make site STRICT=--strict" in [step.get("run") for step in jobs(site)["build"]["steps"]]


@workflow
def test_every_make_target_that_a_workflow_calls_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = [step.get("run", "") for step in steps(path)]
    called = {name for each in commands for name in re.findall(r"^make (?:-C \S+ )?([a-z-]+)", each, re.M)}
    assert called <= targets


def test_dependabot_looks_every_week_at_the_locked_packages_and_at_the_actions() -> None:
    updates = load(GITHUB / "dependabot.yml")["updates"]
    assert {(each["package-ecosystem"], each["directory"]) for each in updates} == {
        ("pip", "/requirements"),
        ("github-actions", "/"),
    }
    assert {each["schedule"]["interval"] for each in updates} == {"weekly"}
    assert all(list(each["groups"].values()) == [{"patterns": ["*"]}] for each in updates), "one pull request each"


def test_a_list_gets_the_program_and_the_workflow_from_one_commit() -> None:
    """GitHub says in `job` which commit a called workflow is from; in `github` it speaks of the caller."""
    path = GITHUB / "workflows" / "list.yml"
    assert triggers(path) == {"workflow_call"}
    for name, job in jobs(path).items():
        if "uses" in job:
            assert job["uses"] == f"$/.github/workflows/{name}.yml"  # of the same commit
            continue
        programs = [step["with"] for step in job["steps"] if step.get("with", {}).get("path") == ".papershelf/program"]
        assert [each["repository"] for each in programs] == ["${{ job.workflow_repository }}"] * (name != "deploy")
        assert [each["ref"] for each in programs] == ["${{ job.workflow_sha }}"] * (name != "deploy")


def test_a_list_is_built_and_deployed_as_this_one() -> None:
    ours, theirs = (jobs(GITHUB / "workflows" / f"{name}.yml") for name in ("site", "list"))
    branch, events = theirs["deploy"].pop("if").split(" && ", 1)
    assert branch == "github.ref == 'refs/heads/main'"
    assert set(re.findall(r"'(\w+)'", events)) == {"push", "workflow_dispatch"}
    del ours["deploy"]["if"]
    assert theirs["deploy"] == ours["deploy"]
    uses = [[step["uses"] for step in each["build"]["steps"] if "uses" in step] for each in (ours, theirs)]
    assert set(uses[0]) == set(uses[1])
    assert ".papershelf/program/.venv/bin/papershelf build --strict" in [
        step.get("run") for step in theirs["build"]["steps"]
    ]


def asked(path: Path) -> set[tuple[str, str]]:
    """All that the jobs of a workflow may do, and those of the workflows beside it that it calls."""
    default = load(path)["permissions"]
    found = {pair for job in jobs(path).values() for pair in job.get("permissions", default).items()}
    called = [job["uses"] for job in jobs(path).values() if "uses" in job]
    return found.union(*(asked(GITHUB / "workflows" / each.rpartition("/")[2]) for each in called))


def test_the_workflow_for_lists_asks_for_no_more_than_lists_allow() -> None:
    """GitHub refuses the whole run otherwise, also where the job would be skipped: no list could take the version."""
    caller = load(STARTER / "workflows" / "list.yml")
    assert caller["permissions"] == {}
    assert set(jobs(STARTER / "workflows" / "list.yml")) == {"list"}
    allowed = caller["jobs"]["list"]["permissions"]
    assert set(allowed.values()) == {"write"}
    assert {scope for scope, level in asked(GITHUB / "workflows" / "list.yml")} <= allowed.keys()


def test_the_triggers_of_a_list_give_a_fork_none_of_its_secrets() -> None:
    path = STARTER / "workflows" / "list.yml"
    assert triggers(path) == {"push", "pull_request", "workflow_dispatch", "issues", "schedule"}
    assert "secrets" not in path.read_text(encoding="utf-8")


def test_dependabot_looks_every_week_for_a_new_version_for_a_list() -> None:
    (update,) = load(STARTER / "dependabot.yml")["updates"]
    assert (update["package-ecosystem"], update["directory"]) == ("github-actions", "/")
    assert update["schedule"]["interval"] == "weekly"


def test_a_list_has_the_forms_of_this_one() -> None:
    ours, theirs = (
        {path.name: path.read_text(encoding="utf-8") for path in (folder / "ISSUE_TEMPLATE").iterdir()}
        for folder in (GITHUB, STARTER)
    )
    assert theirs == ours, "copy .github/ISSUE_TEMPLATE/ to generator/papershelf/starter/github/"


def fields(path: Path) -> dict[str, dict[str, Any]]:
    return {part["id"]: part for part in load(path)["body"] if part["type"] != "markdown"}


def test_the_fix_form_asks_for_the_paper_the_field_what_is_right_and_the_source() -> None:
    assert list(fields(GITHUB / "ISSUE_TEMPLATE" / "fix-record.yml")) == ["paper", "field", "right", "source"]


@form
def test_a_form_has_a_label_for_each_field_and_asks_for_the_paper_first(path: Path) -> None:
    found = fields(path)
    assert next(iter(found)) == "paper"
    assert found["paper"]["validations"]["required"] is True
    assert all(field["attributes"]["label"] for field in found.values())


def test_the_link_on_a_paper_page_fills_in_the_fix_form() -> None:
    paper = tiny_library.paper("2401.00001", title="Ink & water: 100 % safe?")
    pages = {page.path: page for page in render(tiny_library.library(paper), tiny_library.settings())}
    page = read(pages["papers/2401.00001.md"])
    links = [link for link in page.links if "/issues/new" in link]
    assert len(links) == 1
    address = urlsplit(links[0])
    assert address.netloc + address.path == "github.com/example/tiny/issues/new"
    asked = parse_qs(address.query, strict_parsing=True)
    assert asked == {
        "template": ["fix-record.yml"],
        "paper": ["2401.00001"],
        "title": ["Fix: Ink & water: 100 % safe?"],
    }
    assert set(asked) - {"template", "title"} <= set(fields(GITHUB / "ISSUE_TEMPLATE" / "fix-record.yml"))
