"""Every Python that has this folder on its path imports this first, and gets no socket and no name from then on.

An attempt is written down too, so that a program that takes the refusal for bad weather is still found out.
Audit events: https://docs.python.org/3/library/audit_events.html
"""

import os
import sys
from _socket import AF_INET, AF_INET6


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    socket = event == "socket.__new__" and arguments[1] in (AF_INET, AF_INET6)
    if socket or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["SOCKETS_ASKED_FOR"], "a") as file:  # noqa: PTH123  (nothing is imported here)
            file.write(f"{event} {arguments[1:]}\n")
        raise OSError("there is no network here")


sys.addaudithook(refuse)
