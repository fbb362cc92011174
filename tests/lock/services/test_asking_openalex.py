"""OpenAlex is asked about DOIs and arXiv's papers. All works are invented."""

from __future__ import annotations

from lock.direct import DAY, Direct, client
from lock.server.openalex import ARXIV, OpenAlex, location
from papershelf.lock.services import openalex
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.model import Publication


def about(paper: Wanted, server: OpenAlex) -> Statement:
    (found,) = openalex.ask([paper], client(server, api_key="sesame"))
    assert isinstance(found, Statement)
    return found


def test_a_published_work_is_told() -> None:
    server = OpenAlex()
    server.add("10.5555/Ink", is_retracted=True)
    assert about(Wanted("x", doi="10.5555/ink"), server) == Statement(
        service="OpenAlex",
        about="doi:10.5555/ink",
        asked="https://example.org/works?filter=doi:10.5555/ink",
        fetched=DAY,
        licence="CC0-1.0",
        doi="10.5555/ink",
        authors=("Ada Moss", "Bo Lind"),
        authors_complete=True,
        orcids=("0000-0002-1825-0097", ""),
        publication=Publication("Journal of Ink", 2024),
        notice="retracted",
    )


def test_a_preprint_leads_to_where_it_was_published() -> None:
    server = OpenAlex()
    preprint = location("https://doi.org/10.48550/arxiv.2309.00267", "repository", ARXIV)
    server.add(
        "10.48550/arXiv.2309.00267", location("https://doi.org/10.5555/ink", "conference", "Quill Days"), preprint
    )
    found = about(Wanted("x", arxiv="2309.00267"), server)
    assert (found.arxiv, found.doi, found.publication) == ("2309.00267", "10.5555/ink", Publication("Quill Days", 2024))


def test_a_copy_is_no_publication() -> None:
    server = OpenAlex()
    server.add("10.48550/arxiv.2309.00267", location("http://arxiv.org/abs/2309.00267", "repository", ARXIV))
    found = about(Wanted("x", arxiv="2309.00267"), server)
    assert (found.found, found.doi, found.publication) == (True, None, None)


def test_a_doi_with_a_bar_is_asked_alone() -> None:
    server = OpenAlex()
    server.add("10.5555/ink")
    server.add("10.5555/a|b")
    papers = [Wanted(doi, doi=doi) for doi in ("10.5555/a|b", "10.5555/ink", "10.5555/c,d")]
    asking = Direct(server, api_key="sesame")
    found = {one.about: one for one in openalex.ask(papers, asking) if isinstance(one, Statement)}  # type: ignore
    assert {about: one.found for about, one in found.items()} == {
        "doi:10.5555/ink": True, "doi:10.5555/a|b": True, "doi:10.5555/c,d": False,
    }  # fmt: skip
    assert found["doi:10.5555/a|b"].asked == "https://example.org/works/doi:10.5555/a%7Cb"
    assert len(asking.asked) == 3


def test_the_key_stands_in_nothing_that_is_handed_out() -> None:
    server = OpenAlex()
    server.add("10.5555/ink")
    asking = Direct(server, api_key="sesame")
    found = list(openalex.ask([Wanted("x", doi="10.5555/ink")], asking))  # type: ignore[arg-type]
    assert "sesame" not in repr(found)
    (missed,) = openalex.ask([Wanted("x", doi="10.5555/ink")], client(server))
    assert isinstance(missed, Missed)
