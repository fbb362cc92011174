"""A service is asked slowly and under our own name, again where that may help, and no longer than it likes."""

from __future__ import annotations

import json
import logging
import socket
import traceback
from datetime import date
from pathlib import Path

import pytest
import requests

from lock.asking_slowly import NOON, Echo, Slept, asking, times
from lock.server import Behaviour, Handler, Services, behaviours
from lock.server.behaviours import limited, redirects, says, status
from papershelf import __version__
from papershelf.lock.client import Client, Clock, ServiceError
from papershelf.lock.connection import Limits, Refused
from papershelf.lock.journal import FILE, Journal
from papershelf.lock.redirects import followed

FOREVER = float("inf")
SECRET = "k3y/+secret"
SECRETS = {"api_key": SECRET}


def failing(client: Client) -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        client.get("/works", {"q": "ink"})
    return caught.value


def test_an_answer_comes_with_its_address_and_its_day(services: Services) -> None:
    answer = asking(services).get("/works", {"filter": "doi:10.5555/ink,doi:10.5555/quill", "q": "a b&c"})
    assert answer.address == f"{services.address}/echo/works?filter=doi:10.5555/ink,doi:10.5555/quill&q=a+b%26c"
    assert (answer.found, answer.day) == (True, date(2026, 11, 21))
    assert json.loads(answer.text) == {"path": "/works", "filter": "doi:10.5555/ink,doi:10.5555/quill", "q": "a b&c"}


def test_one_request_at_a_time_over_one_connection(services: Services) -> None:
    client = asking(services, pause=3)
    services.order(behaviours.packed, behaviours.chunks, status(404), status(503))
    for number in range(6):
        client.get(f"/works/{number}", {})
    assert len(services.seen) == 7
    assert {request.connection for request in services.seen} == {1}
    assert {request.meanwhile for request in services.seen} == {0}


def test_a_connection_that_the_service_closes_is_opened_again(services: Services) -> None:
    client = asking(services)
    services.order(status(404, connection="close"))
    client.get("/a", {})
    client.get("/b", {})
    assert [request.connection for request in services.seen] == [1, 2]


def test_the_pause_is_from_the_end_of_a_request_to_the_next(services: Services) -> None:
    clock = Slept()
    client = asking(services, clock, pause=3)
    services.order(behaviours.after(lambda: clock.sleep(5)))
    for path in ("/a", "/b", "/c"):
        client.get(path, {})
    assert times(services) == [0, 8, 11]


def test_a_redirect_is_a_request_and_keeps_the_pause_too(services: Services) -> None:
    client = asking(services, pause=3)
    services.order(redirects("/echo/new"))
    answer = client.get("/old", {"q": "ink"})
    assert json.loads(answer.text) == {"path": "/new"}
    assert answer.address == f"{services.address}/echo/old?q=ink"
    assert times(services) == [0, 3]


@pytest.mark.parametrize(
    ("limit", "interval", "seen"),
    [("1", "5s", [0, 5, 6]), ("50", "1s", [0, 1, 2]), ("0", "1s", [0, 1, 2]), ("2", "soon", [0, 1, 2])],
)
def test_a_service_that_says_how_often_is_asked_no_oftener(
    services: Services, limit: str, interval: str, seen: list[float]
) -> None:
    client = asking(services, pause=1)
    services.order(limited(limit, interval))
    for path in ("/a", "/b", "/c"):
        client.get(path, {})
    assert times(services) == seen


@pytest.mark.parametrize(("contact", "mail"), [("", ""), ("list@example.org", "; mailto:list@example.org")])
def test_it_says_who_it_is_and_who_to_write_to(services: Services, contact: str, mail: str) -> None:
    answer = asking(services, contact=contact).get("/works", {"q": "ink"})
    (request,) = services.seen
    agent = f"papershelf/{__version__} (https://github.com/papershelf/reading-list{mail})"
    assert request.headers["user-agent"] == agent
    assert request.line == "/echo/works?q=ink"
    assert "mailto" not in answer.address


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("stated", ["40", "Sat, 21 Nov 2026 12:00:40 GMT", "Sat, 21 Nov 2026 12:00:40 -0000"])
def test_a_service_is_left_alone_as_long_as_it_asks(services: Services, code: int, stated: str) -> None:
    said: list[str] = []
    client = asking(services, say=said.append)
    services.order(status(code, retry_after=stated))
    assert client.get("/works", {}).found
    assert times(services) == [0, 40]
    assert said == [f"Echo answered {code}: asking again in 40 s (try 2 of 5)"]


@pytest.mark.parametrize("stated", ["", "0", "-5", "soon", "Sat, 21 Nov 2026 11:00:00 GMT", "Sat, 99 Nov", "\u00b2"])
def test_words_that_name_no_later_moment_are_taken_for_none(services: Services, stated: str) -> None:
    client = asking(services)
    services.order(status(503, retry_after=stated))
    assert client.get("/works", {}).found
    assert times(services) == [0, 2]


def test_who_names_a_moment_beyond_all_times_is_believed(services: Services) -> None:
    client = asking(services)
    services.order(status(503, retry_after="9" * 400))
    assert "asks to be left alone until 2036-11-18" in str(failing(client))
    assert len(services.seen) == 1


@pytest.mark.parametrize(("chance", "seen"), [(0, [0, 2, 6, 14, 30]), (1, [0, 3, 9, 21, 45])])
def test_each_try_waits_twice_as_long_as_the_one_before(services: Services, chance: float, seen: list[float]) -> None:
    client = asking(services, Slept(chance))
    services.order(status(503), times=4)
    assert client.get("/works", {}).found
    assert times(services) == seen


@pytest.mark.parametrize(
    "behaviour",
    [
        *map(status, (429, 500, 502, 503, 504, 522)),
        behaviours.drops,
        behaviours.truncates,
        behaviours.truncates_untold,
        behaviours.breaks_packing,
        behaviours.garbles_packing,
        behaviours.breaks_chunks,
        says(b""),
    ],
)
def test_what_breaks_is_asked_again(services: Services, behaviour: Behaviour) -> None:
    client = asking(services)
    services.order(behaviour)
    assert json.loads(client.get("/works", {}).text) == {"path": "/works"}
    assert len(services.seen) == 2


def test_a_service_that_hangs_is_asked_again(services: Services) -> None:
    said: list[str] = []
    client = asking(services, say=said.append, limits=Limits(silence=1))
    services.order(behaviours.hangs)
    assert client.get("/works", {}).found
    assert said[0] == "Echo said nothing for 1 seconds: asking again in 2 s (try 2 of 5)"


@pytest.mark.parametrize(
    ("behaviour", "why", "down"),
    [
        (status(500), "answered 500, 5 times in a row", False),
        (status(503), "answered 503, 5 times in a row", True),
        (behaviours.drops, "broke off without an answer, 5 times in a row", False),
        (behaviours.truncates, "broke off in the middle of its answer, 5 times in a row", False),
        (behaviours.breaks_packing, "sent an answer that cannot be unpacked, 5 times in a row", False),
    ],
)
def test_it_gives_up_after_five_tries(services: Services, behaviour: Behaviour, why: str, down: bool) -> None:
    client = asking(services)
    services.order(behaviour, times=FOREVER)
    error = failing(client)
    assert (str(error), error.down) == (why, down)
    assert times(services) == [0, 2, 6, 14, 30]


def test_a_service_that_is_not_there_is_down(services: Services) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        client = asking(services, base=f"http://127.0.0.1:{nobody.getsockname()[1]}")
        error = failing(client)
    assert (str(error), error.down) == ("cannot be reached, 5 times in a row", True)


def test_who_asks_to_be_left_alone_for_longer_than_the_run_is_asked_no_more(services: Services) -> None:
    client = asking(services, budget=600)
    services.order(status(429, retry_after="3600"))
    error = failing(client)
    assert error.down
    until = "2026-11-21 13:00 UTC: run it again then"
    assert str(error) == f"answered 429 and asks to be left alone until {until}"
    assert str(failing(client)) == str(error)
    assert len(services.seen) == 1


def test_a_run_ends_when_its_time_is_used_up_and_the_next_goes_on(services: Services, tmp_path: Path) -> None:
    client = asking(services, pause=100, budget=240, journal=Journal(tmp_path, NOON.date()))
    for path in ("/a", "/b", "/c"):
        client.get(path, {})
    error = failing(client)
    assert error.down
    assert str(error) == "was not done when the 4 min of this run were used up: the next run goes on from there"
    assert times(services) == [0, 100, 200]
    following = asking(services, pause=100, budget=240, journal=Journal(tmp_path, NOON.date()))
    for path in ("/a", "/b", "/c", "/d"):
        assert following.get(path, {}).text == json.dumps({"path": path})
    assert [request.path for request in services.seen] == ["/a", "/b", "/c", "/d"]


def test_trying_again_ends_with_the_run(services: Services) -> None:
    client = asking(services, budget=10)
    services.order(status(500), times=FOREVER)
    assert failing(client).down
    assert times(services) == [0, 2, 6]


def test_no_request_outlives_the_run(services: Services) -> None:
    client = asking(services, budget=0.5, limits=Limits(silence=3600, tries=1))
    services.order(behaviours.hangs)
    assert str(failing(client)) == "said nothing for 0.5 seconds"


def test_a_service_that_drips_is_not_waited_for(services: Services) -> None:
    client = asking(services, Clock(), limits=Limits(whole=0.3, tries=1))
    services.order(behaviours.drips)
    error = failing(client)
    assert (str(error), error.down) == ("was not done after 0.3 seconds", False)


@pytest.mark.parametrize("behaviour", [behaviours.never_ends, behaviours.unpacks_to_much, says(b" " * 1_000_001)])
def test_an_answer_without_measure_is_cut_off(services: Services, behaviour: Behaviour) -> None:
    client = asking(services, limits=Limits(size=1_000_000))
    services.order(behaviour)
    error = failing(client)
    assert (str(error), error.down) == ("sent an answer of more than 1,000,000 bytes", False)
    assert len(services.seen) == 1
    assert client.get("/works", {}).found


def test_a_redirect_without_measure_is_cut_off(services: Services) -> None:
    def endless(handler: Handler, usual: object) -> None:
        handler.head(302, "text/html", location="/echo/works", transfer_encoding="chunked")
        while True:
            handler.wfile.write(b"8000\r\n" + b" " * 0x8000 + b"\r\n")

    client = asking(services, limits=Limits(size=1_000_000))
    services.order(endless)
    assert str(failing(client)) == "sent an answer of more than 1,000,000 bytes"


def test_a_loop_of_redirects_ends(services: Services) -> None:
    client = asking(services)
    services.order(redirects("/echo/works"), times=FOREVER)
    error = failing(client)
    assert (str(error), error.down) == ("leads from address to address, more than 3 times", False)
    assert len(services.seen) == 4


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://localhost:{port}/echo/works", "leads to another host, localhost: its address in the settings"),
        ("http://127.0.0.1:1/", "leads to another host, 127.0.0.1: its address in the settings"),
        ("//169.254.169.254/latest", "leads to another host, 169.254.169.254: its address in the settings"),
        ("https://example.org/", "leads to another host, example.org: its address in the settings"),
        ("file:///etc/passwd", "leads to something that is no address of the web"),
        ("http://[", "leads to something that is no address"),
        ("http://a%1bb/", "leads to another host, a strange name: its address in the settings"),
    ],
)
def test_nobody_leads_it_elsewhere(services: Services, location: str, why: str) -> None:
    client = asking(services)
    services.order(redirects(location.format(port=services.address.rpartition(":")[2])))
    assert str(failing(client)).startswith(why)
    assert len(services.seen) == 1


ARXIV = "https://export.arxiv.org/api/query"


@pytest.mark.parametrize(
    ("address", "location", "target"),
    [
        (ARXIV, "?id_list=1", "https://export.arxiv.org/api/query?id_list=1"),
        (ARXIV, "https://arxiv.org/api/query", "https://arxiv.org/api/query"),
        (ARXIV, "https://de.export.arxiv.org/", "https://de.export.arxiv.org/"),
        ("http://export.arxiv.org/api", "https://export.arxiv.org/api", "https://export.arxiv.org/api"),
        ("http://export.arxiv.org/api", "https://arxiv.org/api", "https://arxiv.org/api"),
        (ARXIV, "http://export.arxiv.org/api/query", None),
        (ARXIV, "https://export.arxiv.org:8443/", None),
        (ARXIV, "https://notarxiv.org/", None),
        ("https://arxiv.org/api/query", "https://notarxiv.org/", None),
        ("http://export.arxiv.org/api", "http://arxiv.org/api", None),
        (ARXIV, "https://org/", None),
        (ARXIV, "https://export.arxiv.org@example.org/", None),
        (ARXIV, "https://127.0.0.1/", None),
        ("https://1.0.0.10/", "https://0.0.10/", None),
        ("https://1.127.0.0.1/", "https://127.0.0.1/", None),
    ],
)
def test_only_hosts_of_the_same_site_are_led_to(address: str, location: str, target: str | None) -> None:
    if target:
        assert followed(address, location) == target
    else:
        with pytest.raises(Refused):
            followed(address, location)


@pytest.mark.parametrize("code", [404, 410])
def test_that_there_is_nothing_is_an_answer(services: Services, code: int) -> None:
    client = asking(services)
    services.order(status(code, b"Resource not found."))
    answer = client.get("/works/1", {})
    assert (answer.found, answer.text) == (False, "")


@pytest.mark.parametrize(("code", "down"), [(400, False), (414, False), (304, False), (401, True), (403, True)])
def test_what_is_refused_is_not_asked_again(services: Services, code: int, down: bool) -> None:
    client = asking(services)
    services.order(status(code))
    error = failing(client)
    assert str(error).startswith(f"answered {code}")
    assert error.down is down
    assert len(services.seen) == 1


def test_who_is_shut_out_is_told_what_may_help(services: Services) -> None:
    client = asking(services)
    services.order(status(403))
    assert str(failing(client)).endswith("a `contact` in the settings may help, or a key")


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/xhtml+xml", "text/plain", "", "\x1b[2J"])
def test_a_page_for_people_is_no_answer(services: Services, kind: str) -> None:
    client = asking(services)
    services.order(says(b"<html><p>We are moving house.</p></html>", kind))
    error = failing(client)
    assert "is no data" in str(error)
    assert "\x1b" not in str(error)
    assert not error.down
    assert len(services.seen) == 1


@pytest.mark.parametrize(
    "kind",
    ["application/atom+xml; charset=utf-8", "application/json", "application/vnd.api+json", "text/xml", "Text/XML"],
)
def test_data_is_taken_in_the_kinds_that_services_have(services: Services, kind: str) -> None:
    client = asking(services)
    services.order(says("\ufeff<a>Große Tinte</a>\n".encode(), kind))
    assert client.get("/works", {}).text == "<a>Große Tinte</a>\n"


def test_what_is_not_utf_8_is_no_answer(services: Services) -> None:
    client = asking(services)
    services.order(says("<a>Große Tinte</a>".encode("latin-1"), "application/xml; charset=iso-8859-1"))
    error = failing(client)
    assert (str(error), error.down) == ("sent an answer that is not in UTF-8", False)


def test_a_packing_that_nobody_asked_for_is_refused(services: Services) -> None:
    client = asking(services)
    services.order(says(b"{}", content_encoding="br"))
    assert "packed in a way that nobody asked for" in str(failing(client))
    assert services.seen[0].headers["accept-encoding"] == "gzip"


def test_a_key_is_sent(services: Services) -> None:
    asking(services, secrets=SECRETS).get("/works", {"q": "ink"})
    assert services.seen[0].query == {"q": "ink", "api_key": SECRET}


@pytest.mark.parametrize(
    "behaviour",
    [
        None,
        status(404),
        status(403, SECRET.encode()),
        status(500),
        status(400),
        status(429, retry_after="9999"),
        behaviours.drops,
        behaviours.truncates,
        behaviours.hangs,
        behaviours.breaks_packing,
        redirects("/echo/works?api_key=k3y%2F%2Bsecret"),
        redirects("https://example.org/?api_key=k3y%2F%2Bsecret"),
        redirects("http://[k3y/+secret"),
        says(SECRET.encode(), "text/html"),
    ],
)
def test_a_key_is_shown_nowhere(
    services: Services, behaviour: Behaviour | None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The echo repeats it, urllib3 logs it, and exceptions of requests quote it."""
    caplog.set_level(logging.DEBUG)
    said: list[str] = []
    client = asking(
        services, secrets=SECRETS, journal=Journal(tmp_path), say=said.append, limits=Limits(silence=0.5, tries=2)
    )
    if behaviour:
        services.order(behaviour, times=2)
    try:
        said.append(repr(client.get("/works", {"q": "ink"})))
    except ServiceError:
        said.append(traceback.format_exc())
    said += [record.getMessage() for record in caplog.records]
    if (tmp_path / FILE).exists():
        said.append((tmp_path / FILE).read_text())
    assert services.seen[0].query["api_key"] == SECRET
    shown = "\n".join(said)
    assert "k3y" not in shown
    assert "Starting new HTTP connection" in shown  # what tells nothing is still logged


def test_a_key_is_for_one_host_alone(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", services.address)
    services.mount("echo", Echo())
    services.order(redirects("https://example.org/echo"))
    client = asking(services, base="http://export.example.org/echo", secrets=SECRETS)
    assert str(failing(client)) == "leads to another host, and the key is for this one alone"


def test_the_proxy_of_the_environment_is_used(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", services.address)
    services.mount("echo", Echo())
    client = asking(services, base="http://export.example.org/echo")
    assert client.get("/works", {}).address == "http://export.example.org/echo/works"
    assert services.seen[0].line == "http://export.example.org/echo/works"


def test_passwords_of_the_machine_stay_there(
    services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ada password quill\n")
    (tmp_path / "netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    requests.get(f"{services.address}/plain", timeout=10)
    asking(services).get("/works", {})
    plain, ours = services.seen
    assert "authorization" in plain.headers
    assert "authorization" not in ours.headers


def test_what_was_answered_is_not_asked_again(services: Services, tmp_path: Path) -> None:
    def client() -> Client:
        return asking(services, pause=3, journal=Journal(tmp_path, NOON.date()))

    services.order(status(404), path="/works/1")
    first = [client().get(f"/works/{number}", {}) for number in (1, 2)]
    assert [client().get(f"/works/{number}", {}) for number in (1, 2)] == first
    assert [answer.found for answer in first] == [False, True]
    assert len(services.seen) == 2


@pytest.mark.parametrize("behaviour", [status(400), status(500), says(b"<html>", "text/html"), behaviours.truncates])
def test_what_is_no_answer_is_asked_by_the_next_run(services: Services, behaviour: Behaviour, tmp_path: Path) -> None:
    services.order(behaviour)
    failing(asking(services, journal=Journal(tmp_path, NOON.date()), limits=Limits(tries=1)))
    assert asking(services, journal=Journal(tmp_path, NOON.date())).get("/works", {"q": "ink"}).found


def test_a_service_that_is_down_still_gives_what_it_answered_before(services: Services, tmp_path: Path) -> None:
    client = asking(services, journal=Journal(tmp_path, NOON.date()))
    answer = client.get("/a", {})
    services.order(status(403))
    failing(client)
    assert client.get("/a", {}) == answer


def test_clients_share_nothing(services: Services) -> None:
    """One that is shut out, waits or holds a key changes nothing for the other."""
    services.order(status(403))
    failing(asking(services, pause=100, secrets=SECRETS))
    asking(services).get("/works", {})
    assert services.seen[1].query == {}
    assert [request.connection for request in services.seen] == [1, 2]
