"""A client without a network: asks a server of `lock.server` directly, and remembers what it asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from papershelf.lock.client import Answer, ServiceError

DAY = date(2026, 11, 21)


class Server(Protocol):
    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]: ...


class Direct:
    """`secrets` are added to each request and shown in no address."""

    def __init__(self, server: Server, base: str = "https://example.org", **secrets: str) -> None:
        self.server = server
        self.base = base
        self.secrets = secrets
        self.asked: list[dict[str, str]] = []

    def get(self, path: str, parameters: Mapping[str, str]) -> Answer:
        self.asked.append({"path": path, **parameters})
        status, _, body = self.server.answer(path, {**parameters, **self.secrets})
        address = f"{self.base}{path}" + (f"?{urlencode(parameters)}" if parameters else "")
        if status in (404, 410):
            return Answer(address, False, "", DAY)
        if status != 200:
            raise ServiceError(f"answered {status}", down=status >= 500)
        return Answer(address, True, body.decode("utf-8", "replace"), DAY)


class Says:
    """A server that gives one answer to everything."""

    def __init__(self, body: str | bytes, status: int = 200) -> None:
        self.body = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
        self.status = status

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]:
        return self.status, "application/json", self.body


def client(server: Any, **secrets: str) -> Any:
    return Direct(server, **secrets)
