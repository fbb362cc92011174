"""Runs a job of list.yml here: its commands as they stand there, in bash as GitHub runs them, with git in the place of
actions/checkout. It knows the few expressions and conditions that list.yml has; another one is a KeyError."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

NAME = "papershelf/reading-list"


@dataclass(frozen=True)
class Done:
    status: int
    summary: str
    """What the pull request's check would show."""
    printed: str


@dataclass(frozen=True)
class Runner:
    """A machine of GitHub's."""

    work: Path
    """A folder that is not there yet."""
    caller: Path
    """Repository of the list."""
    program: Path
    """Repository of papershelf."""
    environment: dict[str, str]

    def run(self, job: dict[str, Any], version: str) -> Done:
        """Run a job over the head of the list's repository, called at a commit of papershelf's."""
        output, summary = self.work / "output", self.work / "summary"
        self.work.mkdir()
        files = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": summary, "RUNNER_TEMP": self.work}
        environment = {**self.environment, **{name: str(path) for name, path in files.items()}}
        output.touch()
        summary.touch()
        printed = ""
        for step in job["steps"]:
            said = dict(line.split("=", 1) for line in output.read_text().splitlines())
            values = {"job.workflow_repository": NAME, "job.workflow_sha": version}
            values["steps.before.outputs.version"] = said.get("version", "")
            if "if" in step and not values[step["if"]]:
                continue
            if step.get("uses", "").startswith("actions/checkout@"):
                command = self.checkout(filled(step["with"], values))
            elif "run" in step:
                command = ["bash", "-e", "-c", step["run"]]
            else:
                continue
            own = {**environment, **filled(step.get("env", {}), values)}
            folder = self.work / "list"
            folder.mkdir(exist_ok=True)
            done = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True)
            printed += done.stdout + done.stderr
            if done.returncode:
                return Done(done.returncode, summary.read_text(), printed)
        return Done(0, summary.read_text(), printed)

    def checkout(self, inputs: dict[str, Any]) -> list[str]:
        ours = inputs.get("repository") == NAME
        source, commit = (self.program, inputs["ref"]) if ours else (self.caller, "HEAD")
        depth = str(inputs.get("fetch-depth", 1))
        script = 'git init -q "$1"; cd "$1"; git fetch -q --depth "$4" "$2" "$3"; git checkout -q --detach FETCH_HEAD'
        return ["bash", "-e", "-c", script, "-", inputs.get("path", "."), f"file://{source}", commit, depth]


def job(path: Path, name: str) -> dict[str, Any]:
    """A job of a workflow."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"][name]
    return found


def filled(inputs: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    """With each expression replaced by its value."""

    def value(found: re.Match[str]) -> str:
        return values[found[1]]

    return {
        name: re.sub(r"\$\{\{ ([\w.]+) \}\}", value, text) if isinstance(text, str) else text
        for name, text in inputs.items()
    }
