"""How services are asked: where each is, and how long to wait between two requests. A list may say otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from papershelf.mkdocs_yml import MkdocsYml


@dataclass(frozen=True, slots=True)
class Asking:
    """How one service is asked."""

    address: str
    """What all its requests begin with, without a slash at the end."""
    pause: float
    """Seconds from the end of a request to the next one."""
    on: bool = True


SERVICES = {
    "arxiv": Asking("https://export.arxiv.org", 3),  # https://info.arxiv.org/help/api/tou.html
    "crossref": Asking("https://api.crossref.org", 1),
    "datacite": Asking("https://api.datacite.org", 1),
    "openalex": Asking("https://api.openalex.org", 1, on=False),  # wants a key
}


def usual() -> dict[str, Asking]:
    """Those that are asked where a list says nothing."""
    return {name: asking for name, asking in SERVICES.items() if asking.on}


def services(given: MkdocsYml, said: dict[str, Any]) -> dict[str, Asking]:
    """What `extra: papershelf: services:` says: of each service true or false, an address, or `address` and `pause`.
    Those that are not named are asked as known. Raises ConfigError on what is wrong."""
    asked = dict(SERVICES)
    for name, value in said.items():
        at = ("extra", "papershelf", "services", name)
        if name not in SERVICES:
            raise given.error(at, "is no service", f"one of {', '.join(SERVICES)}")
        known = SERVICES[name]
        if isinstance(value, dict):
            address, pause = value.get("address", known.address), value.get("pause", known.pause)
            for key in value:
                if key not in ("address", "pause"):
                    raise given.error((*at, key), "is no setting", "address, pause")
        else:
            address, pause = known.address if isinstance(value, bool) else value, known.pause
        if not isinstance(address, str) or not re.fullmatch(r"https?://[^/\s?#@]+(/[^\s?#]*)?", address):
            raise given.error(at, f"holds {address!r}", "true, false, or an address that starts with https://")
        if isinstance(pause, bool) or not isinstance(pause, int | float) or not 0 <= pause <= 3600:
            raise given.error(at, f"has the pause {pause!r}", "a number of seconds")
        if address.rstrip("/") == known.address and pause < known.pause:
            raise given.error(at, f"has the pause {pause!r}", f"{known.pause} seconds or more, as this service asks")
        asked[name] = Asking(address.rstrip("/"), float(pause), on=value is not False)
    return {name: asking for name, asking in asked.items() if asking.on}
