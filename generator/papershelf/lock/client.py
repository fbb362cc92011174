"""One connection to one service, with manners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


class ServiceError(Exception):
    """No usable answer came. Its text says why, in words for a person."""

    def __init__(self, why: str, *, down: bool) -> None:
        super().__init__(why)
        self.down = down
        """Whether to ask nothing more of this service in this run."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    address: str
    """That was asked, without what is secret."""
    found: bool
    """False for 404 and 410."""
    text: str
    """The body; empty where nothing was found."""
    day: date
    """The day (UTC) on which it came."""


class Client:
    """Asks one service."""

    def get(self, path: str, parameters: Mapping[str, str]) -> Answer:
        """The answer to `path` (below the service's base address) with `parameters`.

        Raises ServiceError.
        """
        raise NotImplementedError
