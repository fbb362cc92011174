"""The server that stands in for GitHub Pages in the tests."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pages_server import serve


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    files = {
        "index.html": "home",
        "404.html": "own 404",
        "papers/2507.05201/index.html": "paper",
        "plain.html": "plain",
        "empty/x.css": "",
        ".git/config": "",
    }
    for path, text in files.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    (tmp_path / "secret.html").write_text("secret")
    with serve(tmp_path / "site") as (address, _):
        yield address


def get(address: str, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/reading-list/", 200, b"home"),
        ("/reading-list/index.html", 200, b"home"),
        ("/reading-list/?q=1", 200, b"home"),
        ("/reading-list/papers/2507.05201/", 200, b"paper"),
        ("/reading-list/plain", 200, b"plain"),
        ("/reading-list/plain/", 404, b"own 404"),
        ("/reading-list/nothing", 404, b"own 404"),
        ("/reading-list/empty/", 404, b"own 404"),
        ("/reading-list/INDEX.html", 404, b"own 404"),
        ("/reading-list/.git/config", 404, b"own 404"),
        ("/reading-list/../secret.html", 404, b"own 404"),
        ("/reading-list/%2e%2e/secret.html", 404, b"own 404"),
        ("/", 404, b"<!doctype html><title>404</title>"),
        ("/papers/2507.05201/", 404, b"<!doctype html><title>404</title>"),
    ],
)
def test_an_address_is_answered_as_pages_answers_it(address: str, path: str, status: int, body: bytes) -> None:
    response, found = get(address, path)
    assert (response.status, found) == (status, body)


@pytest.mark.parametrize("path", ["/reading-list", "/reading-list/papers/2507.05201", "/reading-list/empty"])
def test_a_folder_without_its_slash_is_redirected(address: str, path: str) -> None:
    response, _ = get(address, path)
    assert (response.status, response.headers["Location"]) == (301, path + "/")


def test_types_are_told(address: str) -> None:
    assert get(address, "/reading-list/")[0].headers["Content-Type"] == "text/html; charset=utf-8"
    assert get(address, "/reading-list/empty/x.css")[0].headers["Content-Type"] == "text/css; charset=utf-8"
