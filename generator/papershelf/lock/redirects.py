"""Where a service may send us to: to the same host, or to one of the same site, and never to a less safe way."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from papershelf.lock.connection import Refused

_PORTS = {"http": 80, "https": 443}


def followed(address: str, location: str) -> str:
    """The address that `location`, said by `address`, stands for. Raises Refused where it must not be asked.

    Another host is asked only by its name and over https, where it is above or below this one (`export.arxiv.org`,
    `arxiv.org`): so nobody leads us into the network that we stand in, and no key to strangers.
    """
    try:
        target = urljoin(address, location)
        here, there = urlsplit(address), urlsplit(target)
        ports = _port(here), _port(there)
    except ValueError:
        raise Refused("leads to something that is no address") from None
    if there.scheme not in _PORTS or not there.hostname:
        raise Refused("leads to something that is no address of the web")
    if here.scheme == "https" and there.scheme == "http":
        raise Refused("leads from https to http, where anybody can read and change what is said")
    usual = (_PORTS[here.scheme], _PORTS[there.scheme])
    if here.hostname == there.hostname and (ports[0] == ports[1] or ports == usual):
        return target
    if there.scheme == "https" and ports == usual and _one_site(here.hostname or "", there.hostname):
        return target
    host = there.hostname if re.fullmatch(r"[\w.:-]{1,100}", there.hostname, re.ASCII) else "a strange name"
    raise Refused(f"leads to another host, {host}: its address in the settings is out of date, or something is wrong")


def _port(address: SplitResult) -> int | None:
    return address.port or _PORTS.get(address.scheme)


def _one_site(one: str, other: str) -> bool:
    upper, lower = sorted((one, other), key=len)
    return "." in upper and lower.endswith(f".{upper}") and not _is_number(upper) and not _is_number(lower)


def _is_number(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False
