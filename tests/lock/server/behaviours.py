"""What a server does instead of answering. Each is ordered with `Services.order`."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable

from lock.server import Behaviour, Handler, Reply

Usual = Callable[[], Reply]
_PAUSE = threading.Event()
"""Never set: to wait for a moment that nothing depends on."""


def status(code: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> Behaviour:
    """`status(429, retry_after="7")`"""
    return lambda handler, usual: handler.say(code, kind, body, **headers)


def redirects(location: str, code: int = 302) -> Behaviour:
    return status(code, b"This way.", location=location)


def says(body: bytes, kind: str = "application/json", **headers: str) -> Behaviour:
    """Something else, as if nothing were wrong."""
    return status(200, body, kind, **headers)


def limited(limit: str, interval: str) -> Behaviour:
    """The usual answer, with Crossref's words about how often it may be asked."""

    def behave(handler: Handler, usual: Usual) -> None:
        handler.say(*usual(), x_rate_limit_limit=limit, x_rate_limit_interval=interval)

    return behave


def after(what: Callable[[], object]) -> Behaviour:
    """The usual answer, once `what` has happened."""

    def behave(handler: Handler, usual: Usual) -> None:
        what()
        handler.say(*usual())

    return behave


def packed(handler: Handler, usual: Usual) -> None:
    """The usual answer in gzip."""
    code, kind, body = usual()
    handler.say(code, kind, gzip.compress(body), content_encoding="gzip")


def breaks_packing(handler: Handler, usual: Usual) -> None:
    """In gzip that lacks its end, with the length that it has."""
    code, kind, body = usual()
    handler.say(code, kind, gzip.compress(body)[:-9], content_encoding="gzip")


def garbles_packing(handler: Handler, usual: Usual) -> None:
    """Said to be gzip, and none."""
    handler.say(*usual(), content_encoding="gzip")


def drops(handler: Handler, usual: Usual) -> None:
    """Closes the connection without a word."""
    handler.close_connection = True


def truncates(handler: Handler, usual: Usual) -> None:
    """Half of what it said it would send."""
    code, kind, body = usual()
    handler.head(code, kind, content_length=str(len(body)))
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def truncates_untold(handler: Handler, usual: Usual) -> None:
    """Half, without a word of how much there is: the end of the connection is the end of the answer."""
    code, kind, body = usual()
    handler.head(code, kind, connection="close")
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def chunks(handler: Handler, usual: Usual) -> None:
    """The usual answer in pieces."""
    code, kind, body = usual()
    handler.head(code, kind, transfer_encoding="chunked")
    handler.free()
    for piece in (body[: len(body) // 2], body[len(body) // 2 :], b""):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


def breaks_chunks(handler: Handler, usual: Usual) -> None:
    """In pieces, of which the last is missing."""
    code, kind, body = usual()
    handler.head(code, kind, transfer_encoding="chunked")
    handler.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
    handler.close_connection = True


def hangs(handler: Handler, usual: Usual) -> None:
    """Says nothing until the other side has left."""
    handler.connection.recv(1)
    handler.close_connection = True


def drips(handler: Handler, usual: Usual) -> None:
    """A byte now and then until the other side has left."""
    handler.head(200, "application/json", content_length="1000000000")
    while not _PAUSE.wait(0.01):
        handler.wfile.write(b" ")


def never_ends(handler: Handler, usual: Usual) -> None:
    """As much as the other side takes."""
    handler.head(200, "application/json", transfer_encoding="chunked")
    while True:
        handler.wfile.write(b"8000\r\n" + b" " * 0x8000 + b"\r\n")


def unpacks_to_much(handler: Handler, usual: Usual) -> None:
    """A few kilobytes that become ten million bytes."""
    handler.say(200, "application/json", gzip.compress(b" " * 10_000_000), content_encoding="gzip")
