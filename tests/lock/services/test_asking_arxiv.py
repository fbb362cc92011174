"""arXiv is asked about many ids at once, and about titles one by one. All papers are invented."""

from __future__ import annotations

from datetime import date

from lock.direct import DAY, Direct, Says, client
from lock.server.arxiv import Arxiv, Work
from papershelf.lock.services import arxiv
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.model import Publication


def wanted(*ids: str) -> list[Wanted]:
    return [Wanted(ident, arxiv=ident) for ident in ids]


def one(work: Work) -> Statement:
    (found,) = arxiv.ask(wanted(work.id), client(Arxiv([work])))
    assert isinstance(found, Statement)
    return found


def test_an_entry_is_told_whole() -> None:
    work = Work(
        "2309.00267",
        title="Rivers of\n  ink",
        authors=(" Ada van Moss", "The Quill Team"),
        abstract="We follow ink.\n",
        version=3,
        updated="2024-03-02T10:00:00Z",
        comment="18 pages",
        journal_ref="J. Rivers 12 (2025) 101-119",
        doi="10.5555/INK",
        categories=("cs.CL", "stat.ML"),
    )
    assert one(work) == Statement(
        service="arXiv",
        about="arXiv:2309.00267",
        asked="https://example.org/api/query?id_list=2309.00267",
        fetched=DAY,
        licence="CC0-1.0",
        arxiv="2309.00267",
        doi="10.5555/ink",
        title="Rivers of ink",
        authors=("Ada van Moss", "The Quill Team"),
        authors_complete=True,
        abstract="We follow ink.",
        primary_category="cs.CL",
        categories=("cs.CL", "stat.ML"),
        submitted=date(2023, 9, 1),
        updated=date(2024, 3, 2),
        version=3,
        comment="18 pages",
        publication=Publication("J. Rivers", 2025, "12", "101", "119"),
    )


def test_250_papers_are_three_requests_and_every_one_is_answered() -> None:
    server = Arxiv()
    ids = [f"2401.{number:05}" for number in range(250)]
    for ident in ids:
        server.add(ident)
    asking = Direct(server)
    found = list(arxiv.ask(wanted(*ids), asking))  # type: ignore[arg-type]
    assert [answer.about for answer in found if isinstance(answer, Statement) and answer.found] == [
        f"arXiv:{ident}" for ident in ids
    ]
    assert [request["max_results"] for request in asking.asked] == ["100", "100", "50"]


def test_an_unknown_id_is_not_found_and_costs_its_neighbours_nothing() -> None:
    server = Arxiv()
    server.add("cs/0112017")
    known, unknown = arxiv.ask(wanted("cs/0112017", "2401.99999"), client(server))
    assert isinstance(known, Statement)
    assert isinstance(unknown, Statement)
    assert (known.found, known.arxiv, known.asked) == (
        True, "cs/0112017", "https://example.org/api/query?id_list=cs/0112017",
    )  # fmt: skip
    assert (unknown.found, unknown.about, unknown.title) == (False, "arXiv:2401.99999", None)


def test_an_id_that_spoils_a_request_costs_its_neighbours_nothing() -> None:
    server = Arxiv()
    ids = [f"2401.{number:05}" for number in range(99)]
    for ident in ids:
        server.add(ident)
    found = list(arxiv.ask(wanted(*ids[:40], "nonsense", *ids[40:]), client(server)))
    assert len([answer for answer in found if isinstance(answer, Statement) and answer.found]) == 99
    assert [(one.papers[0].id, one.why) for one in found if isinstance(one, Missed)] == [("nonsense", "answered 400")]


def test_an_answer_cut_off_misses_only_what_it_does_not_hold() -> None:
    server = Arxiv()
    server.add("2401.00002", title="Second")
    server.add("2401.00001", title="First")
    whole = server.answer("/api/query", {"id_list": "2401.00001,2401.00002"})[2].decode()
    first, second = arxiv.ask(wanted("2401.00001", "2401.00002"), client(Says(whole[: whole.index("Second")])))
    assert isinstance(first, Statement)
    assert first.title == "First"
    assert isinstance(second, Missed)
    assert second.papers[0].id == "2401.00002"


def test_what_is_no_feed_is_missed_in_the_words_of_the_server() -> None:
    (found,) = arxiv.ask(wanted("2401.00001"), client(Says("Rate exceeded.")))
    assert isinstance(found, Missed)
    assert found.why == "answered what is no feed: “Rate exceeded.”"


def test_a_service_that_never_answers_is_not_asked_forever() -> None:
    asking = Direct(Says("<html>Down for maintenance</html>"))
    papers = wanted(*(f"2401.{number:05}" for number in range(400)))
    found = list(arxiv.ask(papers, asking))  # type: ignore[arg-type]
    assert sum(len(one.papers) for one in found if isinstance(one, Missed)) == 400
    assert len(asking.asked) == 10


def test_an_answer_about_another_paper_is_none() -> None:
    other = Arxiv([Work("2401.00009")]).answer("/api/query", {"id_list": "2401.00009"})[2]
    (found,) = arxiv.ask(wanted("2401.00001"), client(Says(other)))
    assert isinstance(found, Missed)


def test_a_withdrawn_paper_says_so() -> None:
    assert one(Work("2401.00001", comment="Withdrawn by the authors: Lemma 2 is wrong")).notice == "withdrawn"
    assert one(Work("2401.00001", comment="We discuss why the authors withdrew the claim")).notice == ""


def test_a_title_is_data_whatever_stands_in_it() -> None:
    work = Work("2401.00001", title="A <script>alert(1)</script> \u202egolb $x<y$", authors=("Ada\u200b Moss",))
    found = one(work)
    assert found.title == "A <script>alert(1)</script> golb $x<y$"
    assert found.authors == ("Ada Moss",)


def test_a_title_of_a_megabyte_and_5000_authors_are_read() -> None:
    authors = tuple(f"Ada Moss{'abcdefghij'[number % 10]} {number}" for number in range(5000))
    found = one(Work("2401.00001", title="ink " * 100_000, authors=authors))
    assert found.title is not None
    assert len(found.title) < 10_000
    assert len(found.authors) == 5000


SOUGHT = Wanted("ink", title="Rivers of Ink", authors=("Ada Moss", "B. Lind"), families=("Moss", "Lind"), year=2023)


def test_a_paper_without_id_is_found_by_its_title() -> None:
    server = Arxiv()
    server.add("2309.00267", title="Rivers of ink", authors=("Ada Moss", "Bo Lind"))
    server.add("2309.00300", title="Rivers of ink and milk", authors=("Ada Moss",))
    (found,) = arxiv.ask([SOUGHT], client(server))
    assert isinstance(found, Statement)
    assert (found.about, found.arxiv) == ("title: Rivers of Ink / Moss", "2309.00267")
    assert found.matched == "same title, 2 of 2 authors, both 2023"
    assert found.asked == "https://example.org/api/query?id_list=2309.00267"


def test_a_title_is_searched_by_its_longest_run_of_plain_words() -> None:
    asking = Direct(Arxiv())
    title = '$\\ell_1$: rivers of “ink”, as Schrödinger and his "heirs" saw them (in 1926)'
    paper = Wanted("ink", title=title, authors=("Ada van Möss",), families=("van Möss",))
    list(arxiv.ask([paper], asking))  # type: ignore[arg-type]
    assert asking.asked[0]["search_query"] == 'ti:"saw them in 1926" AND au:"Moss"'


def test_a_title_that_two_papers_have_finds_none() -> None:
    server = Arxiv()
    server.add("2309.00267", title="Rivers of ink")
    server.add("2309.00300", title="Rivers of Ink")
    (found,) = arxiv.ask([SOUGHT], client(server))
    assert isinstance(found, Statement)
    assert (found.found, found.matched) == (False, "2 works fit: arXiv:2309.00267 and arXiv:2309.00300")


def test_nothing_is_asked_about_a_paper_with_another_id_or_without_authors() -> None:
    assert arxiv.question(Wanted("x", doi="10.5555/ink", title="Ink", families=("Moss",))) == ""
    assert arxiv.question(Wanted("x", title="Ink")) == ""
