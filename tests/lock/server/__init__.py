"""A server on this machine that speaks for services, and misbehaves when a test asks it to.

    with serve() as services:
        address = services.mount("crossref", Crossref(...))     # http://127.0.0.1:…/crossref
        services.order(behaviours.status(503), path="/works")   # what becomes of the next request there
        ...
        services.seen                                           # every request, with its time and connection

What is mounted has `answer(path, query)`, which gives status, content type and body. The address is all that a program
needs that is run by itself: it goes into the settings of its list.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit


class Service(Protocol):
    """Speaks for a service."""

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]: ...


Reply = tuple[int, str, bytes]
Behaviour = Callable[["Handler", Callable[[], Reply]], None]
"""Does with a request what it likes; it is given what would be said instead."""


@dataclass(frozen=True)
class Request:
    """One that came."""

    at: float
    """When it had arrived whole, by the server's clock."""
    service: str
    path: str
    """Below the service's address."""
    query: dict[str, str]
    line: str
    """Path and query as they were sent."""
    headers: dict[str, str]
    """Names in lower case."""
    connection: int
    """The how many-th."""
    meanwhile: int
    """How many others were being answered."""


@dataclass
class Order:
    behaviour: Behaviour
    service: str
    path: str
    times: float


@dataclass
class Services:
    """What is mounted, what was ordered, and what came."""

    address: str = ""
    clock: Callable[[], float] = time.monotonic
    seen: list[Request] = field(default_factory=list)
    mounted: dict[str, Service] = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    connections: Iterator[int] = field(default_factory=lambda: count(1))
    busy: int = 0

    def mount(self, name: str, service: Service) -> str:
        """The address under which it answers."""
        self.mounted[name] = service
        return f"{self.address}/{name}"

    def order(self, *behaviours: Behaviour, service: str = "", path: str = "", times: float = 1) -> None:
        """What becomes of the next requests, one behaviour after the other, each `times` over (`float("inf")`: from now
        on): of those to `service`, with a path that starts with `path`."""
        with self.lock:
            self.orders += [Order(behaviour, service, path, times) for behaviour in behaviours]

    def ordered(self, request: Request) -> Behaviour | None:
        for order in self.orders:
            if order.times > 0 and order.service in ("", request.service) and request.path.startswith(order.path):
                order.times -= 1
                return order.behaviour
        return None


class Handler(BaseHTTPRequestHandler):
    """Answers on one connection, which stays open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    services: Services

    def setup(self) -> None:
        super().setup()
        self.number = next(self.services.connections)

    def do_GET(self) -> None:
        services = self.services
        address = urlsplit(self.path)
        service, _, path = address.path.removeprefix("/").partition("/")
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        with services.lock:
            request = Request(
                services.clock(), service, f"/{unquote(path)}", query, self.path, headers, self.number, services.busy
            )
            services.seen.append(request)
            services.busy += 1
            behaviour = services.ordered(request)
        self.freed = False
        try:
            self._behave(request, behaviour)
        except OSError:
            self.close_connection = True  # the other side has left
        finally:
            self.free()

    def _behave(self, request: Request, behaviour: Behaviour | None) -> None:
        def usual() -> Reply:
            mounted = self.services.mounted.get(request.service)
            return mounted.answer(request.path, request.query) if mounted else (404, "text/plain", b"Nobody here.")

        if behaviour:
            behaviour(self, usual)
        else:
            self.say(*usual())

    def say(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        """Answer whole. `retry_after="7"` becomes `Retry-After: 7`."""
        self.head(status, kind, content_length=str(len(body)), **headers)
        self.free()  # before the last byte goes out: then the next request may already come
        self.wfile.write(body)

    def head(self, status: int, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-").title(), value)
        self.end_headers()

    def free(self) -> None:
        """This request is no longer being answered."""
        with self.services.lock:
            self.services.busy -= 0 if self.freed else 1
            self.freed = True

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: what came is in `seen`."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: who leaves in the middle is what is tested."""


@contextmanager
def serve() -> Iterator[Services]:
    """A server for as long as it lasts; nothing is mounted yet."""
    services = Services()
    handler = type("Handler", (Handler,), {"services": services})
    with _Server(("127.0.0.1", 0), handler) as server:
        services.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield services
        finally:
            server.shutdown()
            thread.join()
