"""Crossref is asked about DOIs, preprints and titles. All works are invented."""

from __future__ import annotations

from typing import Any

import pytest

from lock.direct import DAY, Direct, Says, client
from lock.server.crossref import Crossref, date
from papershelf.lock.services import crossref
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.model import Publication

MOSS = {"authors": ("Ada Moss", "Bo Lind"), "families": ("Moss", "Lind")}


def by_doi(**facts: Any) -> Statement:
    server = Crossref()
    server.add("10.5555/ink", **facts)
    (found,) = crossref.ask([Wanted("ink", doi="10.5555/ink")], client(server))
    assert isinstance(found, Statement)
    return found


def test_a_work_is_told_whole_but_for_its_abstract() -> None:
    assert by_doi() == Statement(
        service="Crossref",
        about="doi:10.5555/ink",
        asked="https://example.org/works/10.5555/ink",
        fetched=DAY,
        licence="facts, free to use",
        doi="10.5555/ink",
        title="Rivers of Ink",
        authors=("Ada Moss", "Bo Lind"),
        families=("Moss", "Lind"),
        authors_complete=True,
        orcids=("0000-0002-1825-0097", ""),
        type="article-journal",
        publication=Publication("Journal of Ink", 2024, "7", "11", "29", "2", 5, publisher="Inkwell Press"),
    )


def test_names_have_their_particles_suffixes_and_teams() -> None:
    found = by_doi(
        author=[
            {"given": "Hado", "family": "van Hasselt"},
            {"given": "Harold P.", "family": "Adams", "suffix": "Jr."},
            {"name": "Institute of Ink, River University", "sequence": "additional"},
            {"family": "Plato"},
            {"given": "小明", "family": "王"},
        ]
    )
    assert found.authors == (
        "Hado van Hasselt", "Harold P. Adams Jr.", "Institute of Ink, River University", "Plato", "王小明",
    )  # fmt: skip
    assert found.families == ("van Hasselt", "Adams", "", "", "王")


def test_markup_in_a_title_becomes_text_and_the_subtitle_is_part_of_it() -> None:
    found = by_doi(title=["Rivers &amp; <i>Ink</i><script>alert(1)</script>"], subtitle=["A <b>survey</b>"])
    assert found.title == "Rivers & Ink<script>alert(1)</script>: A survey"


def test_a_talk_without_proceedings_was_held_somewhere() -> None:
    found = by_doi(type="proceedings-article", container_title=[], event={"name": "Quill Days"}, page=None)
    assert found.type == "paper-conference"
    assert found.publication is not None
    assert found.publication.venue == "Quill Days"


def test_a_chapter_is_of_the_book_not_of_its_series() -> None:
    titles = ["Lecture Notes in Computer Science", "Computer Rivers – ECCR 2024"]
    chapter = by_doi(type="book-chapter", container_title=titles)
    assert (chapter.type, chapter.publication and chapter.publication.venue) == ("chapter", titles[1])
    talk = by_doi(type="book-chapter", container_title=titles, event={"name": "European Conference on Rivers"})
    assert (talk.type, talk.publication and talk.publication.venue) == ("paper-conference", titles[1])


def test_an_article_number_stands_for_pages() -> None:
    found = by_doi(page=None, article_number="e1003")
    assert found.publication is not None
    assert (found.publication.first_page, found.publication.last_page) == ("e1003", None)


def test_a_date_that_is_none_is_passed_over() -> None:
    found = by_doi(published_print=date(None), issued=date(0), published_online=date(2023, 12, 30))
    assert found.publication is not None
    assert (found.publication.year, found.publication.month, found.publication.day) == (2023, 12, 30)


@pytest.mark.parametrize(
    ("facts", "notice"),
    [
        ({"updated_by": [{"DOI": "10.5555/r", "type": "retraction", "source": "retraction-watch"}]}, "retracted"),
        ({"updated_by": [{"DOI": "10.5555/c", "type": "correction"}]}, ""),
        ({"updated_by": [{"type": "correction"}, {"type": "Withdrawal"}]}, "withdrawn"),
        ({"updated_by": [{"type": "expression_of_concern"}]}, "expression of concern"),
        ({"updated_by": [{"type": "expression-of-concern"}, {"type": "retraction"}]}, "retracted"),
        ({"updated_by": [{"type": "partial_retraction"}]}, ""),
        ({"update_to": [{"DOI": "10.5555/other", "type": "retraction"}]}, ""),
        ({"update_to": [{"DOI": "10.5555/INK", "type": "removal"}]}, "withdrawn"),
        ({"title": ["RETRACTED ARTICLE: Rivers of Ink"]}, "retracted"),
    ],
)
def test_what_became_of_a_paper_is_told_of_the_paper_itself(facts: dict[str, Any], notice: str) -> None:
    found = by_doi(**facts)
    assert (found.notice, found.title) == (notice, "Rivers of Ink")


def test_120_dois_are_three_requests_and_unknown_ones_cost_nobody() -> None:
    server = Crossref()
    for number in range(0, 120, 2):
        server.add(f"10.5555/Ink.{number}")
    asking = Direct(server)
    papers = [Wanted(str(number), doi=f"10.5555/ink.{number}") for number in range(120)]
    found = list(crossref.ask(papers, asking))  # type: ignore[arg-type]
    assert [answer.about for answer in found if isinstance(answer, Statement) and answer.found] == [
        f"doi:10.5555/ink.{number}" for number in range(0, 120, 2)
    ]
    assert len(found) == 120
    assert len(asking.asked) == 3


def test_a_doi_with_a_comma_is_asked_alone() -> None:
    server = Crossref()
    server.add("10.5555/a,b:c")
    known, unknown = crossref.ask([Wanted("1", doi="10.5555/a,b:c"), Wanted("2", doi="10.5555/a,d")], client(server))
    assert isinstance(known, Statement)
    assert isinstance(unknown, Statement)
    assert (known.doi, known.asked) == ("10.5555/a,b:c", "https://example.org/works/10.5555/a%2Cb%3Ac")
    assert not unknown.found


def test_an_article_leads_to_its_preprint() -> None:
    relation = {"has-preprint": [{"id-type": "doi", "id": "10.48550/arXiv.2309.00267", "asserted-by": "subject"}]}
    assert by_doi(relation=relation).arxiv == "2309.00267"


def preprint(ident: str = "2309.00267") -> dict[str, Any]:
    return {"has-preprint": [{"id-type": "doi", "id": f"10.48550/arXiv.{ident}", "asserted-by": "subject"}]}


def form_of(*works: dict[str, Any]) -> Statement:
    server = Crossref()
    for number, facts in enumerate(works):
        server.add(f"10.5555/{number}", **facts)
    paper = Wanted("2309.00267", arxiv="2309.00267", title="Rivers of ink", **MOSS)  # type: ignore[arg-type]
    (found,) = crossref.ask([paper], client(server))
    assert isinstance(found, Statement)
    assert found.about == "arXiv:2309.00267"
    return found


def test_a_preprint_leads_to_its_published_form() -> None:
    found = form_of({"relation": preprint()})
    assert (found.doi, found.arxiv) == ("10.5555/0", "2309.00267")
    assert found.publication is not None
    assert found.publication.venue == "Journal of Ink"


def test_publishers_name_arxivs_papers_in_several_ways() -> None:
    for ident in ("10.48550/arxiv.2309.00267", "2309.00267", "arXiv:2309.00267"):
        assert form_of({"relation": {"has-preprint": [{"id-type": "arxiv", "id": ident}]}}).found


@pytest.mark.parametrize(
    "other",
    [
        {"type": "posted-content"},
        {"type": "peer-review"},
        {"type": "component"},
        {"type": "dataset"},
        {"relation": {"is-comment-on": preprint()["has-preprint"]}},
        {"relation": preprint("2309.00268")},
        {"author": [{"given": "Zoe", "family": "Stranger"}]},
    ],
)
def test_other_works_about_a_preprint_are_not_its_published_form(other: dict[str, Any]) -> None:
    assert not form_of({"relation": preprint(), **other}).found


def test_of_two_published_forms_the_first_is_cited() -> None:
    journal = {"relation": preprint(), "published_print": date(2025)}
    meeting = {"relation": preprint(), "type": "proceedings-article", "published_print": date(2024)}
    assert form_of(journal, meeting).doi == "10.5555/1"
    assert form_of(meeting, journal).doi == "10.5555/0"


SOUGHT = Wanted("ink", title="Rivers of ink", year=2024, **MOSS)  # type: ignore[arg-type]


def test_a_paper_without_id_is_found_by_its_title() -> None:
    server = Crossref()
    server.add("10.5555/ink")
    server.add("10.5555/milk", title=["Rivers of Milk"])
    server.add("10.5555/old", published_print=date(1998))
    server.add("10.5555/other", author=[{"given": "Cy", "family": "Moss"}])
    server.add("10.5555/erratum", title=["Erratum: Rivers of Ink"])
    (found,) = crossref.ask([SOUGHT], client(server))
    assert isinstance(found, Statement)
    assert (found.about, found.doi) == ("title: Rivers of ink / Moss", "10.5555/ink")
    assert found.matched == "same title, 2 of 2 authors, both 2024"


def test_a_title_that_two_works_have_finds_none() -> None:
    server = Crossref()
    server.add("10.5555/meeting")
    server.add("10.5555/journal")
    (found,) = crossref.ask([SOUGHT], client(server))
    assert isinstance(found, Statement)
    assert (found.found, found.matched) == (False, "2 works fit: 10.5555/journal and 10.5555/meeting")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"message": null}',
        '{"message": {"items": null}}',
        "<html>",
        '{"message": {"items": [',
        "[" * 9999,
    ],
)
def test_an_answer_of_another_shape_is_missed(body: str) -> None:
    (found,) = crossref.ask([Wanted("ink", doi="10.5555/ink")], client(Says(body)))
    assert isinstance(found, Missed)
    assert found.why.startswith("answered ")


def test_an_answer_about_another_doi_is_missed() -> None:
    server = Crossref()
    server.add("10.5555/milk")
    body = server.answer("/works", {})[2]
    (found,) = crossref.ask([Wanted("ink", doi="10.5555/ink")], client(Says(body)))
    assert isinstance(found, Missed)
    assert found.why == "answered about other works than 10.5555/ink"


def test_a_lone_surrogate_can_be_written_down() -> None:
    found = by_doi(title=["Rivers \ud800 of \x00ink"], author=[{"given": "A\ud800", "family": "Moss\udfff"}])
    assert found.title == "Rivers \ufffd of ink"
    assert "\ud800" not in repr(found)


def test_a_title_of_a_megabyte_and_5000_authors_are_read() -> None:
    authors = [{"given": f"Ada {number}", "family": "Moss"} for number in range(5000)]
    found = by_doi(title=["ink " * 250_000], author=authors)
    assert found.title is not None
    assert len(found.title) < 10_000
    assert (len(found.authors), found.authors[-1]) == (5000, "Ada 4999 Moss")


def test_why_an_answer_was_missed_can_be_printed() -> None:
    (found,) = crossref.ask([Wanted("ink", doi="10.5555/ink")], client(Says("\x1b[31mno\u202e")))
    assert isinstance(found, Missed)
    assert found.why == "answered what is no JSON, or only a part of it: “[31mno”"


def test_a_failing_request_leaves_the_others_answered() -> None:
    (found,) = crossref.ask([Wanted("ink", doi="10.5555/ink")], client(Says("", status=503)))
    assert isinstance(found, Missed)
    assert (found.service, found.why) == ("Crossref", "answered 503")


def test_a_preprint_that_no_publisher_names_is_searched_by_its_title() -> None:
    server = Crossref()
    server.add("10.5555/ink")
    asker = Direct(server)
    preprint = Wanted("2309.00267", arxiv="2309.00267", title="Rivers of Ink", year=2023, **MOSS)
    bare = Wanted("2401.00002", arxiv="2401.00002")
    without, found = crossref.ask([preprint, bare], asker)
    assert isinstance(found, Statement)
    assert (found.about, found.doi, found.arxiv) == ("arXiv:2309.00267", "10.5555/ink", None)
    assert found.matched == "same title, 2 of 2 authors, 2023 and 2024"
    assert (without.about, without.found) == ("arXiv:2401.00002", False)  # type: ignore[union-attr]
    assert len(asker.asked) == 2
