"""How long a run will take still: said once it is known, in words, and never before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from papershelf import build, config
from papershelf.cli.progress import SHARES, Bar, left
from papershelf.model import Page


def test_the_shares_are_those_of_the_steps_and_make_a_whole() -> None:
    assert list(SHARES) == ["reading", "comparing", "merging", "relating", "writing"]
    assert sum(SHARES.values()) == 100


@pytest.mark.parametrize(
    ("done", "seconds", "whole", "said"),
    [
        (0, 30.0, 100, ""),
        (10, 30.0, 100, ""),
        (50, 1.0, 100, ""),
        (50, 20.0, 100, "about 20 s left"),
        (25, 100.0, 100, "about 5 min left"),
        (30, 10.0, 60, "about 10 s left"),
        (60, 20.0, 60, "about 1 s left"),
    ],
)
def test_the_rest_is_estimated_from_what_is_done(done: float, seconds: float, whole: float, said: str) -> None:
    assert left(done, seconds, whole) == said


def test_a_bar_estimates_when_two_steps_are_done_and_lets_pages_through() -> None:
    bar = Bar(None)
    assert bar.left(30) == ""
    bar.step("comparing")
    bar.step("merging")
    done = SHARES["reading"] + SHARES["comparing"]
    assert bar.left(done) == f"about {100 - done} s left"
    assert list(bar.through([Page("a.md", ""), Page("b.md", "")])) == [Page("a.md", ""), Page("b.md", "")]


def test_a_command_that_writes_nothing_does_not_count_the_writing() -> None:
    bar = Bar(None, writes=False)
    bar.step("relating")
    done = 100 - SHARES["writing"] - SHARES["relating"]
    assert bar.left(done) == f"about {SHARES['relating']} s left"


def test_every_step_of_a_run_has_a_share(list_dir: Callable[..., Path]) -> None:
    steps: list[str] = []
    build.generate(config.read(list_dir()), step=steps.append)
    assert steps == list(SHARES)
