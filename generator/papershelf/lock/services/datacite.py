"""DataCite, where arXiv and repositories (Zenodo, Dagstuhl) register DOIs. Of arXiv's papers it knows ORCID iDs and
sometimes what they were published as; arXiv knows everything else better.

The interface: https://support.datacite.org/docs/api-get-lists (`ids`, `page[size]`, `fields[dois]`); its words:
https://support.datacite.org/docs/api-get-doi, https://datacite-metadata-schema.readthedocs.io/en/4.6/. Metadata are
CC0: https://datacite.org/terms-and-conditions-of-use/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from papershelf.lock.services.batches import Unusable, asked, sliced
from papershelf.lock.services.works import (
    alone,
    decoded,
    described,
    doi,
    objects,
    orcid,
    people,
    with_subtitle,
)
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.readers import entry
from papershelf.readers.json_values import as_dict, text_of

if TYPE_CHECKING:
    from papershelf.lock.client import Answer, Client

NAME = "DataCite"
LICENCE = "CC0-1.0"
_PATH = "/dois"
_BATCH = 50
_FIELDS = "doi,creators,titles,publisher,container,publicationYear,dates,types,relatedIdentifiers,relatedItems"
_PUBLISHED_AS = frozenset(("IsVersionOf", "IsPreprintOf"))
_PEOPLE = ("authors", "families", "authors_complete", "orcids")
_Attributes = dict[str, Any]


def question(paper: Wanted) -> str:
    if paper.doi and paper.at_crossref is False:
        return f"doi:{paper.doi}"
    return f"arXiv:{paper.arxiv}" if paper.arxiv else ""


def ask(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    # A comma ends the value of `ids`.
    plain = [paper for paper in papers if not any("," in ident for ident in _idents(paper))]
    odd = [paper for paper in papers if any("," in ident for ident in _idents(paper))]

    def answers(batch: Sequence[Wanted]) -> Iterator[Statement | Missed]:
        return _together(batch, client) if "," not in _idents(batch[0])[0] else _alone(batch[0], client)

    yield from asked(NAME, (*sliced(plain, _BATCH), *sliced(odd, 1)), answers)


def _idents(paper: Wanted) -> list[str]:
    """The DOIs to ask for: a publisher's, if it may be here, then arXiv's."""
    here = paper.doi if paper.at_crossref is False else None
    return list(filter(None, (here, paper.arxiv and f"10.48550/arxiv.{paper.arxiv}")))


def _together(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    idents = [ident for paper in papers for ident in _idents(paper)]
    shape = {"page[size]": str(len(idents)), "fields[dois]": _FIELDS}
    answer = client.get(_PATH, {"ids": ",".join(idents)} | shape)
    data = decoded(answer).get("data")
    if not isinstance(data, list):
        raise Unusable("answered without a list of DOIs")
    found = _by_doi(data)
    strange = found.keys() - set(idents)
    for paper in papers:
        mine = _idents(paper)
        if strange and not found.keys() & set(mine):
            yield Missed(NAME, (paper,), f"answered about other DOIs than {mine[0]}")
        else:
            yield _statement(paper, found, answer, _PATH)


def _alone(paper: Wanted, client: Client) -> Iterator[Statement | Missed]:
    path = f"{_PATH}/{quote(_idents(paper)[0], safe='/')}"
    answer = client.get(path, {})
    found = _by_doi([decoded(answer).get("data")]) if answer.found else {}
    if answer.found and _idents(paper)[0] not in found:
        raise Unusable(f"answered about another DOI than {paper.doi}")
    yield _statement(paper, found, answer, path)


def _by_doi(data: list[object]) -> dict[str, _Attributes]:
    stated = [as_dict(as_dict(one).get("attributes")) for one in reversed(data)]
    return {text_of(one.get("doi")).strip().lower(): one for one in stated if text_of(one.get("doi"))}


def _statement(paper: Wanted, found: dict[str, _Attributes], answer: Answer, path: str) -> Statement:
    idents = _idents(paper)
    here = found.get(idents[0]) if idents[0] == paper.doi else None
    preprint = found.get(f"10.48550/arxiv.{paper.arxiv}")
    facts: dict[str, Any] = {}
    if preprint is not None:
        facts = _of_preprint(preprint) | {"arxiv": paper.arxiv}
    if here is not None:
        whole = _facts(here)
        orcids = {} if any(whole.get("orcids", ())) else {key: facts[key] for key in _PEOPLE if key in facts}
        facts |= whole | orcids | {"doi": paper.doi}
    return Statement(
        NAME,
        question(paper),
        alone(answer, path, f"{_PATH}/{quote(idents[0], safe='/')}"),
        answer.day,
        LICENCE,
        found=bool(facts),
        **facts,
    )


def _of_preprint(attributes: _Attributes) -> dict[str, Any]:
    """What arXiv does not say itself: ORCID iDs, with the names they are of, and the published form."""
    authors = people(attributes.get("creators"), _person)
    related = [
        ident
        for one in objects(attributes.get("relatedIdentifiers"))
        if text_of(one.get("relationType")) in _PUBLISHED_AS and text_of(one.get("relatedIdentifierType")) == "DOI"
        if (ident := doi(one.get("relatedIdentifier")))
    ]
    facts = authors.facts() if authors.orcids else {}
    return facts | ({"doi": related[0]} if len(set(related)) == 1 else {})


def _facts(attributes: _Attributes) -> dict[str, Any]:
    titles = objects(attributes.get("titles"))
    subtitles = [one.get("title") for one in titles if text_of(one.get("titleType")) == "Subtitle"]
    mains = [one.get("title") for one in titles if not text_of(one.get("titleType"))]
    container = as_dict(attributes.get("container"))
    items = [one for one in objects(attributes.get("relatedItems")) if one.get("relationType") == "IsPublishedIn"]
    item = items[0] if items else {}
    publisher = attributes.get("publisher")
    first, last = (text_of(container.get(key) or item.get(key)) for key in ("firstPage", "lastPage"))
    types = as_dict(attributes.get("types"))
    kinds = [entry.record_type(text_of(types.get(key))) for key in ("resourceTypeGeneral", "resourceType")]
    issued = [one.get("date") for one in objects(attributes.get("dates")) if text_of(one.get("dateType")) == "Issued"]
    year = text_of(attributes.get("publicationYear"))
    day = text_of(issued)
    facts = described(
        {
            "title": with_subtitle(next(iter(mains), ""), next(iter(subtitles), "")),
            "container-title": text_of(container.get("title")) or text_of(item.get("titles")),
            "volume": container.get("volume") or item.get("volume"),
            "issue": container.get("issue") or item.get("issue"),
            "page": f"{first}-{last}" if first and last else first,
            "date": day if year and day.startswith(year) else year or day,
            "publisher": text_of(publisher),
        },
        people(attributes.get("creators"), _person),
    )
    return facts | ({"type": next(filter(None, kinds), "")} if facts else {})


def _person(one: dict[str, Any]) -> tuple[dict[str, Any] | str, str]:
    idents = objects(one.get("nameIdentifiers"))
    ids = [orcid(each.get("nameIdentifier")) for each in idents if text_of(each.get("nameIdentifierScheme")) == "ORCID"]
    ident = next(filter(None, ids), "")
    family, given, name = (text_of(one.get(key)) for key in ("familyName", "givenName", "name"))
    if one.get("nameType") == "Organizational":
        return name, ""
    return ({"family": family, "given": given} if family and given else {"name": name}), ident
