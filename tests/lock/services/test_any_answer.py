"""Whatever a service answers, each paper gets one answer, and nothing is raised."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lock.direct import Says, client
from lock.server.arxiv import Arxiv
from lock.server.crossref import Crossref
from lock.server.datacite import DataCite
from lock.server.openalex import OpenAlex
from papershelf.lock import file
from papershelf.lock.services import SERVICES
from papershelf.lock.statement import Missed, Statement, Wanted

BY_DOI = [Wanted(f"{n}", doi=f"10.5555/{n}", at_crossref=False) for n in range(3)]
BY_ARXIV = [Wanted(f"{n}", arxiv=f"2401.0000{n}", authors=("Ada Moss",)) for n in range(3)]
BY_TITLE = [Wanted("t", title="Rivers of Ink", authors=("Ada Moss", "Bo Lind"), families=("Moss", "Lind"), year=2024)]
WRONG = st.sampled_from(
    (None, True, "", "\ud800", "\x00\u202e", "<script>alert(1)</script>", r"$\frac{1}{", "x" * 50_000, 10**400, -1, 1.5,
     [], {}, [None], [[None]], [[[]]], {"date-parts": [[0, 0, 0]]}, {"name": ["a", {}]}, "0000-00-00", ["10.5555/9"])
)  # fmt: skip
effort = settings(max_examples=100, deadline=None)


def crossref() -> Any:
    server = Crossref()
    for paper in BY_DOI:
        relation = {"has-preprint": [{"id": f"10.48550/arXiv.2401.0000{paper.id}", "id-type": "doi"}]}
        server.add(paper.doi or "", relation=relation, updated_by=[{"type": "retraction"}], subtitle=["A survey"])
    return json.loads(server.answer("/works", {})[2])


def datacite() -> Any:
    server = DataCite()
    for paper in (*BY_DOI, *BY_ARXIV):
        related = [{"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/9", "relatedIdentifierType": "DOI"}]
        server.add(paper.doi or f"10.48550/arxiv.{paper.arxiv}", relatedIdentifiers=related)
    shown = ",".join(server.dois["10.5555/0"])
    return json.loads(server.answer("/dois", {"ids": ",".join(server.dois), "fields[dois]": shown})[2])


def openalex() -> Any:
    server = OpenAlex()
    for paper in (*BY_DOI, *BY_ARXIV):
        server.add(paper.doi or f"10.48550/arxiv.{paper.arxiv}")
    return {"results": server.works}


ANSWERS: dict[str, Callable[[], Any]] = {"crossref": crossref, "datacite": datacite, "openalex": openalex}


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, each in inner for place in places(each, (*at, key)))]


def put(value: Any, at: Sequence[Any], new: Any) -> None:
    """Put `new` where `at` was before other damage; nowhere, if that is gone."""
    for last, key in enumerate(at, start=1 - len(at)):
        if not (isinstance(value, dict) and key in value) and not (
            isinstance(value, list) and key in range(len(value))
        ):
            return
        if last == 0:
            value[key] = new
        value = value[key]


def every_paper_has_one_answer(name: str, body: str | bytes) -> None:
    service = SERVICES[name]
    for papers in (BY_DOI, BY_ARXIV, BY_TITLE):
        sought = [paper for paper in papers if service.question(paper)]
        answers = list(service.ask(sought, client(Says(body))))
        told = [answer.about for answer in answers if isinstance(answer, Statement)]
        missed = [
            service.question(paper) for answer in answers if isinstance(answer, Missed) for paper in answer.papers
        ]
        assert sorted(told + missed) == sorted(map(service.question, sought))
        for answer in answers:
            if isinstance(answer, Missed):
                assert answer.why
            else:
                file.text(service.NAME, [answer]).encode()
                assert len(answer.orcids) in (0, len(answer.authors))
                assert len(answer.families) in (0, len(answer.authors))


@pytest.mark.parametrize("name", ANSWERS)
@effort
@given(data=st.data())
def test_any_damage_to_an_answer_is_borne(name: str, data: st.DataObject) -> None:
    answer = ANSWERS[name]()
    for place in data.draw(st.lists(st.sampled_from(places(answer)), min_size=1, max_size=6)):
        put(answer, place, data.draw(WRONG))
    every_paper_has_one_answer(name, json.dumps(answer))


@pytest.mark.parametrize("name", ANSWERS)
@effort
@given(data=st.data())
def test_any_part_of_an_answer_is_borne(name: str, data: st.DataObject) -> None:
    whole = json.dumps(ANSWERS[name]())
    start, end = (data.draw(st.integers(0, len(whole))) for _ in range(2))
    every_paper_has_one_answer(
        name, data.draw(st.sampled_from((whole[:start], whole[start:end], whole[:start] + whole[end:])))
    )


@pytest.mark.parametrize("name", SERVICES)
@effort
@given(body=st.text() | st.binary())
def test_any_text_at_all_is_borne(name: str, body: str | bytes) -> None:
    every_paper_has_one_answer(name, body)


@effort
@given(data=st.data())
def test_any_damage_to_a_feed_is_borne(data: st.DataObject) -> None:
    server = Arxiv()
    for paper in BY_ARXIV:
        server.add(paper.arxiv or "", comment="Withdrawn", journal_ref="J. Rivers 12 (2025) 101-119")
    whole = server.answer("/api/query", {"id_list": ",".join(paper.arxiv or "" for paper in BY_ARXIV)})[2].decode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(len(whole), start + 40)))
        new = data.draw(
            st.sampled_from(("", "<", "</entry>", "&amp;", "\x00", "]]>", "<entry>", "9" * 20, "v0", "\ud800"))
        )
        whole = whole[:start] + new + whole[end:]
    every_paper_has_one_answer("arxiv", whole)
