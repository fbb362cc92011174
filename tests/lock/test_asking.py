"""Services are asked in order, and what they say is put to what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from statements import ARXIV, CROSSREF, arxiv, nothing, paper

from papershelf.lock.asking import ask
from papershelf.lock.statement import Missed, Statement, Wanted

NOBODY: Any = None
"""The client: these services need none."""


class Service:
    """Answers from a table."""

    LICENCE = "CC0-1.0"

    def __init__(self, name: str, *answers: Statement | Missed, by: Callable[[Wanted], str] | None = None) -> None:
        self.NAME = name
        self.answers = answers
        self.asked: list[str] = []
        self.question = by or (lambda one: f"arXiv:{one.arxiv}" if one.arxiv else "")

    def ask(self, papers: Sequence[Wanted], client: Any) -> Iterator[Statement | Missed]:
        self.asked += [self.question(one) for one in papers]
        yield from self.answers


def test_what_is_answered_is_known_from_then_on() -> None:
    service = Service("arXiv", ARXIV)
    done = ask([paper()], [], [(service, NOBODY)])
    assert list(done.statements.values()) == [ARXIV]
    assert done.asked == {"arXiv": 1}
    again = Service("arXiv")
    assert ask([paper()], list(done.statements.values()), [(again, NOBODY)]).asked == {"arXiv": 0}
    assert again.asked == []


def test_what_one_service_finds_the_next_is_asked_about() -> None:
    by_doi = Service("Crossref", by=lambda one: f"doi:{one.doi}" if one.doi else "")
    ask([paper()], [], [(Service("arXiv", replace(ARXIV, doi="10.5555/ink")), NOBODY), (by_doi, NOBODY)])
    assert by_doi.asked == ["doi:10.5555/ink"]


def test_an_answer_that_says_what_was_known_keeps_its_day() -> None:
    later = replace(ARXIV, fetched=date(2027, 1, 1))
    done = ask([paper()], [ARXIV], [(Service("arXiv", later), NOBODY)], lambda answer: True)
    assert list(done.statements.values()) == [ARXIV]
    assert done.news == []


def test_news_replaces_what_was_known_and_is_told() -> None:
    later = replace(ARXIV, fetched=date(2027, 1, 1), title="Seas of ink", version=3, updated=date(2026, 12, 30))
    done = ask([paper()], [ARXIV], [(Service("arXiv", later), NOBODY)], lambda answer: True)
    assert list(done.statements.values()) == [later]
    assert done.news == ["2309.00267: title changed in v3: “Seas of ink”, was “Rivers of ink”"]


def test_what_a_service_knows_no_longer_is_kept() -> None:
    gone = nothing("arXiv", "arXiv:2309.00267")
    done = ask([paper()], [ARXIV], [(Service("arXiv", gone), NOBODY)], lambda answer: True)
    assert list(done.statements.values()) == [ARXIV]
    assert done.news == ["2309.00267: arXiv no longer knows arXiv:2309.00267; what it said is kept"]


def test_a_service_that_fails_costs_no_other_its_answers() -> None:
    missed = Missed("arXiv", (paper("2401.00002"),), "answered 503 five times")
    first = Service("arXiv", arxiv("2309.00267"), missed)
    second = Service("Crossref", CROSSREF, nothing("Crossref", "arXiv:2401.00002"))
    done = ask([paper(), paper("2401.00002")], [], [(first, NOBODY), (second, NOBODY)])
    assert done.missed == [missed]
    assert {(one.service, one.about) for one in done.statements.values()} == {
        ("arXiv", "arXiv:2309.00267"),
        ("Crossref", "arXiv:2309.00267"),
        ("Crossref", "arXiv:2401.00002"),
    }


def test_who_waits_is_told_how_far_it_is() -> None:
    seen: list[tuple[str, int, int]] = []
    missed = Missed("arXiv", (paper("2401.00002"), paper("2401.00003")), "answered 503 five times")
    papers = [paper(), paper("2401.00002"), paper("2401.00003")]
    ask(papers, [], [(Service("arXiv", ARXIV, missed), NOBODY)], watch=lambda *told: seen.append(told))
    assert seen == [("arXiv", 0, 3), ("arXiv", 1, 3), ("arXiv", 3, 3)]
