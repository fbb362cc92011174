"""One connection to one service, with manners: slowly, under our own name, and no oftener than the service likes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode, urlsplit

from papershelf import __version__, origin
from papershelf.lock import replies
from papershelf.lock.connection import Broken, Connection, Limits, Refused, Reply
from papershelf.lock.redirects import followed

if TYPE_CHECKING:
    from papershelf.lock.journal import Journal

_REDIRECTS = 3
_BACK_OFF = 2
"""Seconds before the second try; each later one waits twice as long."""


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


class Clock:
    """Time, and chance. Tests have their own."""

    def passed(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def chance(self) -> float:
        """From 0 to 1."""
        return random.random()


class Client:
    """Asks one service, one question after the other."""

    def __init__(
        self,
        name: str,
        base: str,
        *,
        pause: float,
        budget: float,
        contact: str = "",
        secrets: Mapping[str, str] | None = None,
        journal: Journal | None = None,
        say: Callable[[str], None] = lambda text: None,
        clock: Clock | None = None,
        limits: Limits | None = None,
    ) -> None:
        """`base` is what addresses begin with, `pause` the seconds from the end of a request to the next one, `budget`
        those of the whole run, `contact` a mail address. `secrets` are parameters of each request, shown nowhere. What
        is in the `journal` is not asked. `say` is told what has to be waited for."""
        self.name = name
        self.base = base
        self._pause = self._usual_pause = pause
        self._budget = budget
        self._secrets = dict(secrets or {})
        self._journal = journal
        self._say = say
        self._clock = clock or Clock()
        self._limits = limits or Limits()
        self._end: float | None = None
        """Of the budget, which starts with the first request: services are asked one after the other."""
        self._next = 0.0
        """When the next request may start."""
        self._over = ""
        """Why nothing more is asked."""
        self._hidden = [form for secret in self._secrets.values() for form in (secret, quote_plus(secret)) if secret]
        self._connection = Connection(_agent(contact), self._limits, self._clock.passed, self._hidden)

    def get(self, path: str, parameters: Mapping[str, str]) -> Answer:
        """The answer to `path` (below the service's base address) with `parameters`.

        Raises ServiceError.
        """
        address = f"{self.base}{path}" + (f"?{urlencode(parameters, safe=',:/|')}" if parameters else "")
        if self._journal and (kept := self._journal.get(address)):
            return kept
        try:
            if self._over:
                raise ServiceError(self._over, down=True)
            answer = self._asked(address)
        except ServiceError as error:
            self._over = str(error) if error.down else ""
            raise
        if self._journal:
            self._journal.keep(answer)
        return answer

    def _asked(self, address: str) -> Answer:
        """Ask until there is an answer, or it is not worth asking any more."""
        for tried in range(1, self._limits.tries + 1):
            try:
                return self._answer(address, self._reply(address))
            except Refused as refused:
                raise ServiceError(str(refused), down=False) from None
            except Broken as broken:
                if tried == self._limits.tries:
                    times = f", {tried} times in a row" if tried > 1 else ""
                    raise ServiceError(f"{broken}{times}", down=broken.down) from None
                self._retry(broken, tried)
        raise AssertionError("at least one try")

    def _retry(self, broken: Broken, tried: int) -> None:
        """Wait as long as the service asks, and at least twice as long as the time before."""
        seconds = max(broken.after, _BACK_OFF * 2 ** (tried - 1) * (1 + self._clock.chance() / 2))
        if broken.after >= self._left():
            when = self._clock.now() + timedelta(seconds=min(broken.after, 10 * 365 * 86400))
            asks = f"{broken} and asks to be left alone until {when:%Y-%m-%d %H:%M} UTC: run it again then"
            raise ServiceError(asks, down=True)
        again = f"asking again in {seconds:.0f} s (try {tried + 1} of {self._limits.tries})"
        self._wait(seconds, f"{self.name} {broken}: {again}")

    def _reply(self, address: str) -> Reply:
        """What is said at `address`, or where it leads to. Raises Broken or Refused."""
        secret = urlencode(self._secrets)
        target = address + (f"{'&' if '?' in address else '?'}{secret}" if secret else "")
        for _ in range(_REDIRECTS + 1):
            reply = self._requested(target)
            if reply.status not in (301, 302, 303, 307, 308):
                return reply
            target = followed(target, reply.headers.get("Location", ""))
            if self._secrets and urlsplit(target).hostname != urlsplit(self.base).hostname:
                raise Refused("leads to another host, and the key is for this one alone")
        raise Refused(f"leads from address to address, more than {_REDIRECTS} times")

    def _requested(self, target: str) -> Reply:
        """One request, at its time."""
        self._wait(self._next - self._clock.passed())
        try:
            reply = self._connection.send(target, self._left())
            self._pause = max(self._usual_pause, replies.pause(reply))
        finally:
            self._next = self._clock.passed() + self._pause
        if reply.status == 429 or reply.status >= 500:
            after = replies.left_alone(reply, self._clock.now())
            raise Broken(f"answered {reply.status}", down=reply.status in (429, 503), after=after)
        return reply

    def _answer(self, address: str, reply: Reply) -> Answer:
        """What a reply means."""
        day = self._clock.now().date()
        if reply.status in (404, 410):
            return Answer(address, False, "", day)
        if reply.status in (401, 403):
            why = f"answered {reply.status}, it will not talk to us: a `contact` in the settings may help, or a key"
            raise ServiceError(why, down=True)
        if reply.status != 200:
            raise Refused(f"answered {reply.status}")
        text = replies.text(reply)
        for form in self._hidden:
            text = text.replace(form, "…")
        return Answer(address, True, text, day)

    def _left(self) -> float:
        """Seconds of the budget."""
        if self._end is None:
            self._end = self._clock.passed() + self._budget
        return self._end - self._clock.passed()

    def _wait(self, seconds: float, said: str = "") -> None:
        if max(seconds, 0) >= self._left():
            used = f"was not done when the {self._budget / 60:g} min of this run were used up"
            raise ServiceError(f"{used}: the next run goes on from there", down=True)
        if said:
            self._say(said)
        if seconds > 0:
            self._clock.sleep(seconds)


def _agent(contact: str) -> str:
    """Who we say we are. A mail address counts here as much as in a question, and reaches no address that is kept:
    https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/,
    https://support.datacite.org/docs/rate-limit."""
    mail = f"; mailto:{contact}" if contact else ""
    return f"papershelf/{__version__} (https://github.com/{origin.REPOSITORY}{mail})"
