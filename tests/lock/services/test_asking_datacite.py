"""DataCite is asked about arXiv's papers, and DOIs that Crossref does not know. All works are invented."""

from __future__ import annotations

from typing import Any

from lock.direct import DAY, Direct, Says, client
from lock.server.datacite import DataCite, creator
from papershelf.lock.services import datacite
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.model import Publication


def about(paper: Wanted, server: DataCite) -> Statement:
    (found,) = datacite.ask([paper], client(server))
    assert isinstance(found, Statement)
    return found


def test_it_is_asked_about_a_doi_only_where_crossref_does_not_know_it() -> None:
    assert datacite.question(Wanted("x", doi="10.5555/ink")) == ""
    assert datacite.question(Wanted("x", doi="10.5555/ink", at_crossref=True)) == ""
    assert datacite.question(Wanted("x", doi="10.5555/ink", at_crossref=True, arxiv="2309.00267")) == "arXiv:2309.00267"
    assert datacite.question(Wanted("x", doi="10.5555/ink", at_crossref=False)) == "doi:10.5555/ink"


def test_of_a_preprint_the_orcid_ids_and_the_published_form_are_taken() -> None:
    server = DataCite()
    related = [
        {"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/INK", "relatedIdentifierType": "DOI"},
        {"relationType": "Cites", "relatedIdentifier": "10.5555/milk", "relatedIdentifierType": "DOI"},
    ]
    server.add_preprint("2309.00267", relatedIdentifiers=related)
    assert about(Wanted("x", arxiv="2309.00267"), server) == Statement(
        service="DataCite",
        about="arXiv:2309.00267",
        asked="https://example.org/dois/10.48550/arxiv.2309.00267",
        fetched=DAY,
        licence="CC0-1.0",
        arxiv="2309.00267",
        doi="10.5555/ink",
        authors=("Ada Moss", "Bo Lind"),
        families=("Moss", "Lind"),
        authors_complete=True,
        orcids=("0000-0002-1825-0097", ""),
    )


def test_names_without_orcid_ids_are_not_news() -> None:
    server = DataCite()
    server.add_preprint("2309.00267", creators=[creator("Ada", "Moss")])
    found = about(Wanted("x", arxiv="2309.00267"), server)
    assert (found.found, found.arxiv, found.authors, found.orcids, found.publication) == (
        True,
        "2309.00267",
        (),
        (),
        None,
    )


def test_an_orcid_id_with_a_wrong_digit_is_none() -> None:
    server = DataCite()
    server.add_preprint("2309.00267", creators=[creator("Ada", "Moss", "0000-0002-1825-0098")])
    assert about(Wanted("x", arxiv="2309.00267"), server).orcids == ()


def zenodo(**attributes: Any) -> Statement:
    server = DataCite()
    server.add("10.5281/zenodo.1", **attributes)
    return about(Wanted("x", doi="10.5281/zenodo.1", at_crossref=False), server)


def test_a_doi_that_crossref_does_not_know_is_told_whole() -> None:
    found = zenodo(
        titles=[
            {"title": "Rivers"},
            {"title": "of ink", "titleType": "Subtitle"},
            {"title": "Ríos", "titleType": "TranslatedTitle"},
        ],
        types={"resourceTypeGeneral": "ConferencePaper"},
        container={"type": "Series", "title": "Ink Proceedings", "volume": "5", "firstPage": "1", "lastPage": "9"},
    )
    assert (found.about, found.doi, found.title, found.type) == (
        "doi:10.5281/zenodo.1", "10.5281/zenodo.1", "Rivers: of ink", "paper-conference",
    )  # fmt: skip
    assert found.publication == Publication("Ink Proceedings", 2024, "5", "1", "9", None, 3, 5, "Zenodo")


def test_a_publisher_may_be_an_object_and_a_creator_a_team() -> None:
    team = {"name": "Quill, Ink and Team", "nameType": "Organizational", "nameIdentifiers": None}
    found = zenodo(publisher={"name": "Zenodo"}, creators=[team, {"name": "Moss, Ada", "nameType": "Personal"}])
    assert found.authors == ("Quill, Ink and Team", "Ada Moss")
    assert found.families == ("", "Moss")
    assert found.publication is not None
    assert (found.publication.venue, found.publication.publisher) == ("", "Zenodo")


def test_a_preprint_with_a_doi_elsewhere_is_asked_for_by_both() -> None:
    server = DataCite()
    server.add_preprint("2309.00267")
    server.add("10.4230/lipics.ink", creators=[creator("Ada", "Moss")], container={"title": "LIPIcs"})
    found = about(Wanted("x", arxiv="2309.00267", doi="10.4230/lipics.ink", at_crossref=False), server)
    assert (found.about, found.doi, found.arxiv) == ("doi:10.4230/lipics.ink", "10.4230/lipics.ink", "2309.00267")
    assert found.orcids == ("0000-0002-1825-0097", "")
    assert found.publication is not None
    assert found.publication.venue == "LIPIcs"


def test_120_preprints_are_three_requests() -> None:
    server = DataCite()
    asking = Direct(server)
    papers = [Wanted(str(number), arxiv=f"2401.{number:05}") for number in range(120)]
    for paper in papers[:60]:
        server.add_preprint(paper.arxiv or "")
    found = list(datacite.ask(papers, asking))  # type: ignore[arg-type]
    assert [one.found for one in found if isinstance(one, Statement)] == [True] * 60 + [False] * 60
    assert len(asking.asked) == 3


def test_an_answer_about_another_doi_is_missed() -> None:
    server = DataCite()
    server.add_preprint("2401.00001")
    body = server.answer("/dois", {"ids": "10.48550/arxiv.2401.00001", "fields[dois]": "doi,creators"})[2]
    (found,) = datacite.ask([Wanted("x", arxiv="2401.00002")], client(Says(body)))
    assert isinstance(found, Missed)
