"""Asks every service about the papers it may know something of, and puts the answers to what is known already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from papershelf.lock.file import digest
from papershelf.lock.news import news
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.lock.wanted import Answers, told

if TYPE_CHECKING:
    from papershelf.lock.client import Client
    from papershelf.lock.services import Service

Watch = Callable[[str, int, int], None]
"""Told how far it is: the service, how many of its papers are answered, how many there are."""


@dataclass(slots=True)
class Asked:
    """What holds from now on, and what is new."""

    statements: dict[tuple[str, str], Statement]
    """By service and question: what was known, with what was answered put in its place."""
    news: list[str] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    """Service -> how many papers it was asked about."""


def ask(
    papers: Sequence[Wanted],
    known: Sequence[Statement],
    services: Sequence[tuple[Service, Client]],
    old: Callable[[Statement], bool] = lambda answer: False,
    watch: Watch = lambda service, done, whole: None,
) -> Asked:
    """Ask `services`, in order, about those of `papers` that lack an answer or whose answer is `old`.

    An answer that says what was known keeps its day, so that only news changes a file. Where a service knows a paper no
    longer, what it said is kept. What it does not answer is in `missed`, and costs no other its answer.
    """
    done = Asked({(one.service, one.about): one for one in known})
    now = list(papers)
    for service, client in services:
        answers = Answers.of(service.NAME, done.statements.values())
        asked = answers.lacking(now, service.question, old)
        by_question = {service.question(paper): paper for paper in asked}
        done.asked[service.NAME] = len(asked)
        watch(service.NAME, 0, len(asked))
        answered = 0
        for answer in service.ask(asked, client) if asked else ():
            if isinstance(answer, Missed):
                done.missed.append(answer)
                answered += len(answer.papers)
            else:
                _take(done, by_question[answer.about], answer)
                answered += 1
            watch(service.NAME, answered, len(asked))
        said = Answers.of(service.NAME, done.statements.values()).by_question
        now = [told(paper, one) if (one := said.get(service.question(paper))) else paper for paper in now]
    return done


def _take(done: Asked, paper: Wanted, answer: Statement) -> None:
    key = answer.service, answer.about
    before = done.statements.get(key)
    done.news += news(paper, before, answer)
    if before is None or (answer.found and digest(answer) != digest(before)):
        done.statements[key] = answer
