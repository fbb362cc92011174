"""Serves a built site the way GitHub Pages serves a project's: one path prefix, nothing clever.

A folder answers with its index.html and redirects to the slash; `/page` answers with page.html; anything else is the
site's own 404.html with status 404; no listing, no dot files, case matters.
https://docs.github.com/pages/getting-started-with-github-pages
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

PREFIX = "/reading-list/"
_TYPES = {  # Python's own table depends on the machine
    ".html": "text/html",
    ".js": "application/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class _Handler(BaseHTTPRequestHandler):
    site: Path
    seen: list[tuple[int, str]]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        if file is not None and file.is_dir():
            return self._answer(301, b"", "text/html", quote(path + "/"))
        if file is not None:
            return self._answer(200, file.read_bytes(), _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0])
        own = self.site / "404.html"
        body = own.read_bytes() if path.startswith(PREFIX) and own.is_file() else b"<!doctype html><title>404</title>"
        return self._answer(404, body, "text/html")

    do_HEAD = do_GET

    def _file(self, path: str) -> Path | None:
        """The file that answers; a folder where a slash is missing; None where nothing is there."""
        if path + "/" == PREFIX:
            return self.site
        parts = path.removeprefix(PREFIX).split("/") if path.startswith(PREFIX) else [".."]
        if any(part.startswith(".") or "\0" in part or "\\" in part for part in parts):
            return None
        target = self.site.joinpath(*parts)
        if target.is_dir():
            target = target / "index.html" if path.endswith("/") else target
        elif not path.endswith("/") and not target.is_file():
            target = target.with_name(target.name + ".html")
        return target if target.is_file() or (target.is_dir() and not path.endswith("/")) else None

    def _answer(self, status: int, body: bytes, kind: str | None, location: str | None = None) -> None:
        self.seen.append((status, self.path))
        self.send_response(status)
        text = kind is not None and (kind.startswith("text/") or kind.endswith(("javascript", "json")))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection is no event."""


@contextmanager
def serve(site: Path) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Serve a folder; gives the site's address, with the prefix, and the growing list of (status, path) asked for."""
    seen: list[tuple[int, str]] = []
    handler = type("Handler", (_Handler,), {"site": site, "seen": seen})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
