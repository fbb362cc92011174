"""One request to a service: its reply, whole, or why there is none. What comes of it is the client's business.

urllib3's `Retry` is not used: it sleeps by itself, shortens what a service asks for without a word, knows no budget,
and is done before the body is read, which is where most of what breaks, breaks.
"""

from __future__ import annotations

import gzip
import io
import logging
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError, MaxRetryError, ReadTimeoutError

_PIECE = 65536


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much is waited for."""

    connect: float = 10
    """Seconds until a connection stands."""
    silence: float = 60
    """Seconds without a byte."""
    whole: float = 180
    """Seconds from the start of a request to the end of its reply."""
    size: int = 50_000_000
    """Bytes of a reply, as sent and unpacked."""
    tries: int = 5
    """How often a question is asked at most."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said."""

    status: int
    headers: CaseInsensitiveDict[str]
    body: bytes
    """Unpacked."""


class Broken(Exception):
    """No whole reply came; another try may bring one. The text says why, in words that follow the service's name."""

    def __init__(self, why: str, *, down: bool = False, after: float = 0) -> None:
        super().__init__(why)
        self.down = down
        """Whether other questions would fare no better."""
        self.after = after
        """Seconds that the service asks to be left alone."""


class Refused(Exception):
    """What came is nothing that we take, and would be again. The text says why, as with Broken."""


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: whoever asks decides where to go. `allow_redirects=False` alone would read the body, however long."""


class Connection:
    """Kept open from request to request, and never more than one."""

    def __init__(self, agent: str, limits: Limits, passed: Callable[[], float], secrets: Sequence[str] = ()) -> None:
        """`agent` is who we say we are; `passed` a clock in seconds; `secrets` what no log may show."""
        self.limits = limits
        self._passed = passed
        self._secrets = secrets
        self._session = _Session()
        self._session.headers.update({"User-Agent": agent, "Accept-Encoding": "gzip"})
        # Proxies of the environment are used, passwords in ~/.netrc are not: who has an `auth` is not given those.
        self._session.auth = lambda request: request
        adapter = HTTPAdapter(pool_connections=1, pool_maxsize=1)
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, adapter)

    def send(self, address: str, within: float) -> Reply:
        """Ask `address`, in `within` seconds at most. Raises Broken or Refused, with nothing of the address in them."""
        within = max(min(within, self.limits.whole), 0.01)
        silence = min(within, self.limits.silence)
        try:
            with self._unlogged():
                return self._sent(address, within, silence)
        except (requests.ReadTimeout, ReadTimeoutError):
            broken = Broken(f"said nothing for {silence:g} seconds")
        except requests.exceptions.SSLError:
            broken = Broken("cannot be reached safely: perhaps its certificate does not hold here", down=True)
        except requests.exceptions.ProxyError:
            broken = Broken("cannot be reached: the proxy that the environment names does not answer", down=True)
        except requests.ConnectionError as error:
            unreached = bool(error.args) and isinstance(error.args[0], MaxRetryError)
            broken = Broken("cannot be reached" if unreached else "broke off without an answer", down=unreached)
        except (requests.RequestException, HTTPError):
            broken = Broken("broke off in the middle of its answer")
        except (EOFError, zlib.error, gzip.BadGzipFile):
            broken = Broken("sent an answer that cannot be unpacked")
        raise broken  # not from above: the exceptions of these libraries quote the address, with what is secret in it

    def _sent(self, address: str, within: float, silence: float) -> Reply:
        end = self._passed() + within
        timeout = min(within, self.limits.connect), silence
        with self._session.get(address, stream=True, timeout=timeout) as response:
            body = bytearray()
            # read1 hands out what there is: a server that drips must not hold us until a buffer is full.
            while piece := response.raw.read1(_PIECE, decode_content=False):
                body += piece
                if len(body) > self.limits.size:
                    raise Refused(f"sent an answer of more than {self.limits.size:,} bytes")
                if self._passed() > end:
                    raise Broken(f"was not done after {within:g} seconds")
            packing = response.headers.get("Content-Encoding", "").strip().lower()
            return Reply(response.status_code, response.headers, self._unpacked(bytes(body), packing))

    def _unpacked(self, body: bytes, packing: str) -> bytes:
        """By ourselves: what is cut off, requests takes for whole."""
        if packing in ("", "identity"):
            return body
        if packing not in ("gzip", "x-gzip"):
            raise Refused("sent an answer packed in a way that nobody asked for")
        text = gzip.GzipFile(fileobj=io.BytesIO(body)).read(self.limits.size + 1)
        if len(text) > self.limits.size:
            raise Refused(f"sent an answer of more than {self.limits.size:,} bytes")
        return text

    @contextmanager
    def _unlogged(self) -> Iterator[None]:
        """Whatever is logged at which level: urllib3 logs addresses whole."""

        def harmless(record: logging.LogRecord) -> bool:
            said = record.getMessage()
            return not any(secret in said for secret in self._secrets)

        log = logging.getLogger("urllib3.connectionpool")
        log.addFilter(harmless)
        try:
            yield
        finally:
            log.removeFilter(harmless)
