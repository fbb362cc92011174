"""`papershelf lock` and `add` as a person runs them, against services on this machine that speak the real protocols."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lock.server import Services, behaviours, serve
from lock.server.arxiv import Arxiv
from lock.server.crossref import Crossref
from lock.server.datacite import DataCite
from lock.server.openalex import OpenAlex
from papershelf import build, config
from papershelf.lock import file

Run = Callable[..., subprocess.CompletedProcess[str]]
SEAS = "Seas <script>alert(1)</script> of milk & {{ honey }}"
KEY = "sesame-5d41402abc4b2a76"  # invented


class World:
    """Services that know the papers of a list, and the list."""

    def __init__(self, services: Services, root: Path) -> None:
        self.services, self.root = services, root
        self.arxiv, self.crossref, self.datacite, self.openalex = Arxiv(), Crossref(), DataCite(), OpenAlex()
        for name in ("arxiv", "crossref", "datacite", "openalex"):
            services.mount(name, getattr(self, name))

    def asked(self, service: str = "") -> list[str]:
        return [request.path for request in self.services.seen if service in ("", request.service)]

    def locked(self) -> dict[str, str]:
        return {path.name: path.read_text("utf-8") for path in sorted((self.root / "seeds/locked").iterdir())}

    def papers(self) -> dict[str, Any]:
        return {paper.id: paper for paper in build.read(config.read(self.root)).papers}


def settings(services: Services, *used: str) -> str:
    lines = ["site_name: Ink", "site_url: https://example.org/ink/", "theme: {name: material, font: false}", "extra:"]
    lines += ["  papershelf:", "    cards: false", "    services:"]
    for name in ("arxiv", "crossref", "datacite", "openalex"):
        asked = f"{{address: '{services.address}/{name}', pause: 0}}" if name in used else "false"
        lines.append(f"      {name}: {asked}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def world(list_dir: Callable[..., Path]) -> Iterator[World]:
    """Three papers in the list: one published, one a preprint, one that nobody knows."""
    with serve() as services:
        root = list_dir(
            {
                "mkdocs.yml": settings(services, "arxiv", "crossref", "datacite"),
                "seeds/sources/ids.txt": "arXiv:2309.00267\narXiv:2401.00002\narXiv:2401.09999\n",
            }
        )
        world = World(services, root)
        world.arxiv.add("2309.00267", title="Rivers of ink: a tale of quills", doi="10.5555/ink", comment="18 pages")
        world.arxiv.add("2401.00002", title=SEAS, authors=("Cy Lake",))
        world.crossref.add("10.5555/ink", title=["Rivers of ink: a tale of quills"])
        world.datacite.add_preprint("2309.00267")
        yield world


def test_what_is_missing_is_fetched_once_and_every_page_says_it(papershelf: Run, world: World) -> None:
    done = papershelf("lock", "--root", world.root)
    assert done.returncode == 0, done.stderr
    assert "2401.09999: arXiv knows no arXiv:2401.09999" in done.stdout
    assert "2309.00267: published at Journal of Ink 2024, says Crossref" in done.stdout
    assert "Asked arXiv about 3 papers, Crossref about 3 papers, DataCite about 3 papers" in done.stdout
    papers = world.papers()
    assert papers["2309.00267"].title == "Rivers of ink: a tale of quills"
    assert papers["2309.00267"].publication.venue == "Journal of Ink"
    assert papers["2401.09999"].title is None

    before, number = world.locked(), len(world.services.seen)
    again = papershelf("lock", "--root", world.root)
    assert (again.returncode, len(world.services.seen), world.locked()) == (0, number, before)
    assert "Nothing to ask." in again.stdout

    built = papershelf("build", "--strict", "--root", world.root)
    assert built.returncode == 0, built.stderr
    page = (world.root / "site/papers/2401.00002/index.html").read_text("utf-8")
    assert "alert(1)" in page
    assert "<script>alert(1)" not in page


def test_nothing_is_asked_and_nothing_written_in_a_dry_run(papershelf: Run, world: World) -> None:
    done = papershelf("lock", "--dry-run", "--root", world.root)
    assert done.returncode == 0, done.stderr
    assert "would ask arXiv about 3 papers: 2401.00002, 2401.09999, 2309.00267" in done.stdout
    assert (world.services.seen, world.locked()) == ([], {})


def test_only_the_papers_that_are_named_are_asked_about(papershelf: Run, world: World) -> None:
    done = papershelf("lock", "2309.00267", "--root", world.root)
    assert done.returncode == 0, done.stderr
    assert [request.query["id_list"] for request in world.services.seen if request.service == "arxiv"] == ["2309.00267"]
    wrong = papershelf("lock", "2309.00268", "--root", world.root)
    assert wrong.returncode == 1
    assert "no paper of this list is 2309.00268; perhaps" in wrong.stderr


def test_check_lists_what_lock_would_fetch_and_frozen_insists_on_it(papershelf: Run, world: World) -> None:
    assert "papershelf lock would ask Crossref about 3 papers" in papershelf("check", "--root", world.root).stdout
    frozen = papershelf("build", "--frozen", "--root", world.root)
    assert frozen.returncode == 1
    assert "papershelf lock would ask arXiv about 3 papers" in frozen.stderr
    papershelf("lock", "--root", world.root)
    seen = len(world.services.seen)
    # What nobody knows waits for its citation key: a person has to say what it is.
    said = "'2401.09999': {title: Ponds of tea, authors: [Di Fen]}\n"
    (world.root / "seeds/curated/corrections.yml").write_text(said)
    papershelf("lock", "--offline", "--root", world.root)
    frozen = papershelf("build", "--frozen", "--root", world.root)
    assert (frozen.returncode, len(world.services.seen)) == (0, seen), frozen.stderr
    assert "would" not in papershelf("check", "--root", world.root).stdout


def test_a_refresh_brings_the_news_and_without_news_changes_no_file(papershelf: Run, world: World) -> None:
    papershelf("lock", "--root", world.root)
    before = world.locked()
    nothing = papershelf("lock", "--refresh", "--root", world.root, env={"SOURCE_DATE_EPOCH": "1795435200"})
    assert nothing.returncode == 0, nothing.stderr
    assert "0 lines of news" in nothing.stdout
    assert world.locked() == before

    first, second = world.arxiv.works
    world.arxiv.works = [
        replace(first, title="Rivers of ink, revisited", version=2, updated="2026-11-01T00:00:00Z"),
        replace(second, comment="This paper has been withdrawn by the author", version=2),
    ]
    world.crossref.add("10.5555/milk", title=[SEAS], author=[{"given": "Cy", "family": "Lake"}])
    news = papershelf("lock", "--refresh", "--root", world.root)
    assert "title changed in v2: “Rivers of ink, revisited”, was “Rivers of ink: a tale of quills”" in news.stdout
    assert "2401.00002: withdrawn, says arXiv" in news.stdout
    changed = {name for name, text in world.locked().items() if before.get(name) != text}
    assert changed >= {"arxiv.yml"}
    assert world.papers()["2401.00002"].notice == "withdrawn"


def test_the_news_of_the_week_is_reported_for_a_pull_request(papershelf: Run, world: World, tmp_path: Path) -> None:
    papershelf("lock", "--root", world.root)
    first, *others = world.arxiv.works
    world.arxiv.works = [replace(first, title="Rivers of @ink, fixes #12", version=2), *others]
    papershelf("lock", "--refresh", "--report", tmp_path / "body.md", "--root", world.root)
    body = (tmp_path / "body.md").read_text("utf-8")
    assert body.startswith("What services say about the papers of this list has changed:")
    assert "title changed in v2" in body
    assert "@ink" not in body
    assert "#12" not in body
    papershelf("lock", "--refresh", "--report", tmp_path / "body.md", "--root", world.root)
    assert (tmp_path / "body.md").read_text("utf-8") == "No news.\n"


def test_a_persons_word_is_never_touched(papershelf: Run, world: World) -> None:
    said = "# my words\n'2309.00267': {title: As I know it}   # from the author\n"
    (world.root / "seeds/curated/corrections.yml").write_text(said)
    papershelf("lock", "--root", world.root)
    assert (world.root / "seeds/curated/corrections.yml").read_text() == said
    assert world.papers()["2309.00267"].title == "As I know it"


def test_a_service_that_fails_leaves_the_others_results_and_a_list_of_what_is_missing(
    papershelf: Run, world: World
) -> None:
    world.services.order(behaviours.status(503, retry_after="86400"), service="crossref", times=float("inf"))
    done = papershelf("lock", "--root", world.root)
    assert done.returncode == 1
    assert "Crossref: answered 503 and asks to be left alone until" in done.stderr
    assert "no answer about 3 papers: 2309.00267, 2401.00002, 2401.09999" in done.stderr
    assert {path for path in world.locked() if path.endswith("e.yml") or path.endswith("v.yml")} == {
        "arxiv.yml",
        "datacite.yml",
    }
    world.services.orders.clear()
    again = papershelf("lock", "--root", world.root)
    assert again.returncode == 0, again.stderr
    assert world.papers()["2309.00267"].publication.venue == "Journal of Ink"


def lock(world: World, **options: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "papershelf", "lock", "--root", str(world.root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


@pytest.mark.skipif(os.name == "nt", reason="it has no signal that cannot be caught")
@pytest.mark.parametrize("request_number", [1, 2, 3, 4])
def test_killed_at_any_request_it_goes_on_there_and_writes_the_same(
    papershelf: Run, world: World, tmp_path: Path, request_number: int
) -> None:
    papershelf("lock", "--root", world.root)
    whole, asked = world.locked(), len(world.services.seen)
    assert asked >= request_number
    for path in (world.root / "seeds/locked").iterdir():
        path.unlink()
    world.services.seen.clear()

    running: list[subprocess.Popen[bytes]] = []

    def kill() -> None:
        if len(world.services.seen) == request_number:
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()

    world.services.order(behaviours.after(kill), times=request_number)
    running.append(lock(world))
    assert running[0].wait(60) == -signal.SIGKILL
    assert world.locked() == {}
    done = papershelf("lock", "--root", world.root)
    assert done.returncode == 0, done.stderr
    assert world.locked() == whole
    assert len(world.services.seen) == asked + 1  # what was under way, once more


def test_two_at_once_wait_for_each_other_and_write_the_same(papershelf: Run, world: World) -> None:
    both = [lock(world), lock(world)]
    assert [each.wait(120) for each in both] == [0, 0]
    assert file.read(world.root).problems == ()
    asked = len(world.services.seen)
    assert len(world.asked("arxiv")) == 1
    whole = world.locked()
    assert papershelf("lock", "--root", world.root).returncode == 0
    assert (world.locked(), len(world.services.seen)) == (whole, asked)


def test_a_key_reaches_no_file_and_no_output(papershelf: Run, world: World) -> None:
    (world.root / "mkdocs.yml").write_text(settings(world.services, "arxiv", "openalex"))
    world.openalex.key = KEY
    world.openalex.add("10.5555/ink")
    done = papershelf("lock", "--root", world.root, env={"PAPERSHELF_OPENALEX_KEY": KEY})
    assert done.returncode == 0, done.stderr
    assert any(request.query.get("api_key") == KEY for request in world.services.seen)
    world.services.order(behaviours.status(403), service="openalex", times=float("inf"))
    failed = papershelf("lock", "--refresh", "--root", world.root, env={"PAPERSHELF_OPENALEX_KEY": KEY})
    assert failed.returncode == 1
    assert KEY not in done.stdout + done.stderr + failed.stdout + failed.stderr
    files = [path for path in world.root.rglob("*") if path.is_file()]
    assert [path for path in files if KEY.encode() in path.read_bytes()] == []


def test_what_is_added_is_looked_up_and_its_address_shown(papershelf: Run, world: World) -> None:
    world.arxiv.add("2507.05201", title="Brooks of tea", authors=("Di Fen",))
    done = papershelf("add", "2507.05201", "--root", world.root)
    assert done.returncode == 0, done.stderr
    assert "“Brooks of tea”, https://example.org/ink/papers/2507.05201/" in done.stdout
    assert "fen-2023-brooks" in world.locked()["permalinks.yml"]
    assert [request.query["id_list"] for request in world.services.seen if request.service == "arxiv"] == ["2507.05201"]


def test_a_doi_that_turns_out_to_be_a_preprint_of_the_list_is_said_to_be(papershelf: Run, world: World) -> None:
    papershelf("lock", "2309.00267", "--root", world.root)
    done = papershelf("add", "https://doi.org/10.5555/INK", "--root", world.root)
    assert "is in the list already: “Rivers of ink: a tale of quills”" in done.stdout


def test_a_heap_of_500_bare_ids_becomes_a_whole_site(papershelf: Run, world: World) -> None:
    ids = [f"24{number % 12 + 1:02}.{number:05}" for number in range(500)]
    (world.root / "seeds/sources/ids.txt").write_text("\n".join(ids) + "\n")
    for number, ident in enumerate(ids):
        title = f"On the {number:03}th way to follow ink along a river"
        world.arxiv.add(ident, title=title, authors=(f"Ada {_word(number)}", "Bo Lind"))
    done = papershelf("lock", "--root", world.root)
    assert done.returncode == 0, done.stderr
    assert len(world.asked("arxiv")) == 5
    assert {request.connection for request in world.services.seen if request.service == "arxiv"} == {1}
    assert {request.meanwhile for request in world.services.seen} == {0}
    built = papershelf("build", "--strict", "--frozen", "--root", world.root)
    assert built.returncode == 0, built.stderr
    assert "500 papers, 500 records" in built.stdout
    for ident in ids:
        page = (world.root / f"site/papers/{ident}/index.html").read_text("utf-8")
        title = re.search(r"<h1\b[^>]*>\s*(.*?)<", page, re.S)
        assert title
        assert title[1].startswith("On the ")
        assert "We follow ink." in page


def _word(number: int) -> str:
    return "M" + "".join("aeiou"[int(digit) % 5] + "lmnrs"[int(digit) // 2] for digit in f"{number:03}")
