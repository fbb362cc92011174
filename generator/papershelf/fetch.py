"""`papershelf lock` on a whole list: what services know of its papers is fetched, and written into seeds/locked/.

Nothing else reaches for the network. What is fetched is reviewed like code, and builds read the files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from papershelf import disk
from papershelf.config import Settings
from papershelf.lock import asked, asking, file, services
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.lock.wanted import Answers, wanted
from papershelf.model import Library, Problem

KEYS = {"openalex": "PAPERSHELF_OPENALEX_KEY"}
"""Service -> variable of the environment that holds its key. Keys reach no file and no log."""
_SHOWN = 10
MINUTES = 30
"""How long a run asks at most; the next one goes on from there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked."""

    papers: tuple[Wanted, ...]
    """All papers it is about."""
    lacking: Mapping[str, tuple[Wanted, ...]]
    """Service -> those without an answer, or with an old one. What a service answers may lead to more questions."""
    known: tuple[Statement, ...]
    stale: frozenset[str]
    """Services all of whose answers are old."""
    problems: tuple[Problem, ...]
    """With what was fetched before: entries that cannot be read, or were edited by hand. They are asked for again."""

    def __bool__(self) -> bool:
        return any(self.lacking.values())

    def old(self, answer: Statement) -> bool:
        return answer.service in self.stale


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of it."""

    news: tuple[str, ...]
    missed: tuple[Missed, ...]
    asked: Mapping[str, int]
    """Service -> how many papers it was asked about."""


def plan(
    library: Library, settings: Settings, today: date | None = None, ids: Sequence[str] = (), refresh: bool = False
) -> Plan:
    """What is to be asked about the papers of `library`, or those with the page ids `ids`: what has no answer, what was
    answered too long before `today` (None: nothing is too old), and with `refresh` everything."""
    papers = tuple(wanted(paper) for paper in library.papers if not ids or paper.id in ids)
    found = file.read(settings.root)
    known = found.statements
    days, _ = asked.read(settings.root)
    longest = timedelta(settings.refresh_after)
    used = [service for name, service in services.SERVICES.items() if name in settings.services]
    stale = frozenset(
        service.NAME
        for service in used
        if refresh or (today and not ids and today - days.get(service.NAME, today) > longest)
    )
    lacking = {
        service.NAME: tuple(
            Answers.of(service.NAME, known).lacking(papers, service.question, lambda answer: answer.service in stale)
        )
        for service in used
    }
    return Plan(papers, lacking, known, stale, found.problems)


def unlocked(library: Library, settings: Settings, today: date | None = None) -> Iterator[str]:
    """What `papershelf lock` would do, a line each; see `plan`."""
    new = [link.id for link in library.permalinks if link.first_seen is None]
    if new:
        yield f"papershelf lock would lock {named(new)}"
    yield from foreseen(plan(library, settings, today))


def foreseen(todo: Plan) -> Iterator[str]:
    """Who would be asked about what, a line each."""
    for service, papers in todo.lacking.items():
        if papers:
            yield f"papershelf lock would ask {service} about {named([paper.id for paper in papers])}"


def named(ids: Sequence[str]) -> str:
    """`3 papers: 2309.00267, 2309.00268, 2309.00269`"""
    some = ", ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN:,} more" if len(ids) > _SHOWN else "")
    return f"{len(ids):,} paper{'s' if len(ids) != 1 else ''}: {some}"


def fetch(
    settings: Settings,
    todo: Plan,
    today: date,
    say: Callable[[str], None] = lambda text: None,
    watch: asking.Watch = lambda service, done, whole: None,
    minutes: float = MINUTES,
) -> Fetched:
    """Ask, and write what was answered. The caller asks alone (`disk.ASKING`).

    `say` is told what has to be waited for. What is killed halfway goes on where it was. Raises WriteError where the
    disk refuses.
    """
    from papershelf.lock.client import Client  # the only place that loads what can reach a network
    from papershelf.lock.journal import Journal

    journal = Journal(settings.root)
    clients = [
        (
            service,
            Client(
                service.NAME,
                settings.services[name].address,
                pause=settings.services[name].pause,
                budget=minutes * 60,
                contact=settings.contact or "",
                secrets={"api_key": key} if (key := os.environ.get(KEYS.get(name, ""), "")) else {},
                journal=journal,
                say=say,
            ),
        )
        for name, service in services.SERVICES.items()
        if name in settings.services
    ]
    done = asking.ask(todo.papers, todo.known, clients, todo.old, watch)
    with disk.alone(settings.root):
        file.save(settings.root, done.statements.values())
        _date(settings, todo, done, today)
    if not done.missed:
        journal.done()
    return Fetched(tuple(done.news), tuple(done.missed), done.asked)


def _date(settings: Settings, todo: Plan, done: asking.Asked, today: date) -> None:
    """Note when everything was asked. A refresh without news is noted only now and then: a change of a file is news."""
    days, _ = asked.read(settings.root)
    failed = {missed.service for missed in done.missed}
    half = timedelta(settings.refresh_after / 2)
    noted = {
        service: today
        for service in done.asked
        if service not in failed
        and (service not in days or (service in todo.stale and (done.news or today - days[service] > half)))
    }
    if noted:
        asked.save(settings.root, days | noted)
