"""OpenAlex: where a paper was published, ORCID iDs and retractions, from many others. Asked where a list says so.

The interface: https://developers.openalex.org/guides/filtering (values with `|` between), its words:
https://developers.openalex.org/api-reference/works/get-a-single-work. It needs a key
(https://developers.openalex.org/guides/authentication), which the client adds and keeps to itself. Metadata are CC0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from papershelf.lock.services.batches import Unusable, asked, sliced
from papershelf.lock.services.works import (
    alone,
    arxiv,
    cleaned,
    decoded,
    doi,
    objects,
    orcid,
    people,
)
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.model import Publication
from papershelf.readers.json_values import as_dict, text_of

if TYPE_CHECKING:
    from papershelf.lock.client import Answer, Client

NAME = "OpenAlex"
LICENCE = "CC0-1.0"
_PATH = "/works"
_BATCH = 50
_SELECT = "id,doi,ids,publication_year,primary_location,locations,authorships,is_retracted"
_PARTS = re.compile("[,|]")
"""Part the values of a filter."""
_PUBLISHING = frozenset(("journal", "conference", "book series", "ebook platform"))
"""Kinds of sources that publish; the others keep copies (`repository`)."""


def question(paper: Wanted) -> str:
    if paper.doi:
        return f"doi:{paper.doi}"
    return f"arXiv:{paper.arxiv}" if paper.arxiv else ""


def ask(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    plain = [paper for paper in papers if not _PARTS.search(_ident(paper))]
    odd = [paper for paper in papers if _PARTS.search(_ident(paper))]

    def answers(batch: Sequence[Wanted]) -> Iterator[Statement]:
        return _alone(batch[0], client) if _PARTS.search(_ident(batch[0])) else _together(batch, client)

    yield from asked(NAME, (*sliced(plain, _BATCH), *sliced(odd, 1)), answers)


def _ident(paper: Wanted) -> str:
    return paper.doi or f"10.48550/arxiv.{paper.arxiv}"


def _together(papers: Sequence[Wanted], client: Client) -> Iterator[Statement]:
    asked_for = {"filter": f"doi:{'|'.join(map(_ident, papers))}"}
    answer = client.get(_PATH, asked_for | {"per-page": str(2 * _BATCH), "select": _SELECT})
    works = decoded(answer).get("results")
    if not isinstance(works, list):
        raise Unusable("answered without a list of works")
    by_id: dict[str, dict[str, Any]] = {}
    for work in objects(works):
        for ident in _idents(work):
            by_id.setdefault(ident, work)
    for paper in papers:
        address = alone(answer, _PATH, parameters={"filter": f"doi:{_ident(paper)}"})
        yield _statement(paper, by_id.get(paper.doi or f"arXiv:{paper.arxiv}"), address, answer)


def _alone(paper: Wanted, client: Client) -> Iterator[Statement]:
    path = f"{_PATH}/doi:{quote(_ident(paper), safe='/')}"
    answer = client.get(path, {"select": _SELECT})
    work = decoded(answer) if answer.found else None
    if work is not None and (paper.doi or "") not in _idents(work):
        raise Unusable(f"answered about another work than {paper.doi}")
    yield _statement(paper, work, alone(answer, path), answer)


def _idents(work: dict[str, Any]) -> Iterator[str]:
    """The DOI and arXiv id that a work has, and those of its copies."""
    addresses = [work.get("doi"), as_dict(work.get("ids")).get("doi")]
    addresses += [one.get("landing_page_url") for one in objects(work.get("locations"))]
    for address in addresses:
        if ident := doi(address):
            yield ident
        elif preprint := arxiv(address):
            yield f"arXiv:{preprint}"


def _statement(paper: Wanted, work: dict[str, Any] | None, address: str, answer: Answer) -> Statement:
    if work is None:
        return Statement(NAME, question(paper), address, answer.day, LICENCE, found=False)
    authors = people(work.get("authorships"), _person)
    return Statement(
        NAME,
        question(paper),
        address,
        answer.day,
        LICENCE,
        arxiv=paper.arxiv if f"arXiv:{paper.arxiv}" in _idents(work) else None,
        doi=_published_as(work),
        publication=_publication(work),
        notice="retracted" if work.get("is_retracted") is True else "",
        **(authors.facts() if authors.orcids else {}),
    )


def _published_as(work: dict[str, Any]) -> str | None:
    """The DOI of the place where it was published; a repository's only where there is no other."""
    stated = [one for one in objects(work.get("locations")) if text_of(_source(one).get("type")) in _PUBLISHING]
    dois = [ident for one in stated if (ident := doi(one.get("landing_page_url")))]
    main = doi(work.get("doi"))
    return main if main in dois or not dois else dois[0]


def _publication(work: dict[str, Any]) -> Publication | None:
    source = _source(as_dict(work.get("primary_location")))
    venue, year = text_of(source.get("display_name")), text_of(work.get("publication_year"))
    if not venue or text_of(source.get("type")) not in _PUBLISHING:
        return None
    return cleaned(Publication(venue, int(year) if re.fullmatch("[12][0-9]{3}", year, re.A) else None))


def _source(location: dict[str, Any]) -> dict[str, Any]:
    return as_dict(location.get("source"))


def _person(one: dict[str, Any]) -> tuple[dict[str, Any] | str, str]:
    author = as_dict(one.get("author"))
    return {"name": text_of(author.get("display_name")) or text_of(one.get("raw_author_name"))}, orcid(
        author.get("orcid")
    )
