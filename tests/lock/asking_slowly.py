"""A clock that tests set, and a service that repeats the question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from lock.server import Services
from papershelf.lock.client import Client, Clock

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Slept(Clock):
    """Only sleep lets time pass. It is noon when it starts."""

    def __init__(self, chance: float = 0) -> None:
        self.seconds = 0.0
        self.given = chance

    def passed(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.seconds += seconds

    def chance(self) -> float:
        return self.given


class Echo:
    """Answers with the question."""

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]:
        return 200, "application/json; charset=utf-8", json.dumps({"path": path, **query}).encode()


def asking(services: Services, clock: Clock | None = None, **options: Any) -> Client:
    """Asks an Echo."""
    clock = clock or Slept()
    services.clock = clock.passed
    base = options.pop("base", None) or services.mount("echo", Echo())
    return Client("Echo", base, **{"pause": 0, "budget": 600, "clock": clock, **options})


def times(services: Services) -> list[float]:
    """When each request came."""
    return [request.at for request in services.seen]
