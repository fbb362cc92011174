"""The issue that a form made: https://docs.github.com/webhooks/webhook-events-and-payloads#issues, its body as
https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
makes it: `### Label`, then the answer; `_No response_` where there is none; `render:` puts a fence around it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ADD = ("Paper", "Title", "Why it belongs here", "Listing")
FIX = ("Paper", "What is wrong", "What would be right", "How do you know?")
LONGEST = 200_000
"""Characters of an issue that are read; GitHub takes 65,536."""
_FENCE = re.compile(r"(`{3,}|~{3,})[^\n]*\n(.*?)\n?\1\s*", re.S)


class NoForm(Exception):
    """The event is of no form; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A form that was filled in."""

    number: int
    answers: Mapping[str, str]
    """Label -> answer; empty where there is none."""

    @property
    def fixes(self) -> bool:
        """It is about a paper of the list, not about a new one."""
        return FIX[1] in self.answers


def read(event: Path) -> Issue:
    """The form in the file that GitHub names in GITHUB_EVENT_PATH. Raises NoForm."""
    try:
        said: Any = json.loads(event.read_bytes())
        number, body = said["issue"]["number"], said["issue"]["body"] or ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoForm(f"{event}: no event of an issue") from error
    if not isinstance(number, int) or isinstance(number, bool) or number < 1 or not isinstance(body, str):
        raise NoForm(f"{event}: no event of an issue")
    body = body[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    labels = FIX if f"### {FIX[1]}\n" in f"{body}\n" else ADD
    answers = _answers(body, labels)
    if not answers.get("Paper"):
        raise NoForm(f"issue {number} says nothing under “### Paper”: it was not made by a form")
    return Issue(number, answers)


def _answers(body: str, labels: tuple[str, ...]) -> dict[str, str]:
    """What stands under each label; a heading that comes again, or out of its turn, is text of an answer."""
    lines: dict[str, list[str]] = {}
    turn, here = 0, ""
    for line in body.split("\n"):
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in labels[turn:]:
            here, turn = label, labels.index(label) + 1
            lines[here] = []
        elif here:
            lines[here].append(line)
    return {label: _bare("\n".join(said)) for label, said in lines.items()}


def _bare(answer: str) -> str:
    answer = answer.strip("\n")
    if answer.strip() == "_No response_":
        return ""
    fenced = _FENCE.fullmatch(answer.strip())
    return fenced[2] if fenced else answer.strip()
