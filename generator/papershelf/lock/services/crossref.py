"""Crossref, where publishers register DOIs: venue, year, volume, pages, DOI, ORCID iDs, retractions.

The interface: https://api.crossref.org/swagger-ui/index.html, with a paper's metadata in the words of
https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md. One request takes many values of a filter, and
answers what has any of them (https://github.com/CrossRef/rest-api-doc, "Multiple filters"). `relation.object` is asked
without `relation.type`, and compared letter by letter: servers looked at one of two filters with a dot alone
(https://github.com/CrossRef/cayenne, branch elastic, filter.clj), so what relation it is, is told from the answer.
Notices: https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/,
with Retraction Watch's since 2025 (https://www.crossref.org/blog/retraction-watch-retractions-now-in-the-crossref-api/).

Facts may be reused, abstracts are their publishers' and are not taken:
https://www.crossref.org/documentation/retrieve-metadata/rest-api/#00005
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from papershelf.lock.services import crossref_work
from papershelf.lock.services.batches import Unusable, asked, sliced
from papershelf.lock.services.crossref_work import FORMS, SELECT, of_preprints, statement
from papershelf.lock.services.matching import Refusal, chosen, shares_author
from papershelf.lock.services.works import alone, decoded, doi, objects
from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.readers.json_values import as_dict, text_of

if TYPE_CHECKING:
    from papershelf.lock.client import Answer, Client

NAME = crossref_work.NAME
LICENCE = crossref_work.LICENCE
_PATH = "/works"
_DOIS = 50
_PREPRINTS = 20
_MOST_FORMS = 200
"""Works that are looked at for one batch of preprints: a preprint has reviews and comments besides its forms."""
_CANDIDATES = 10
_ABOUT = frozenset(("is-comment-on", "is-reply-to", "is-review-of", "is-correction-of", "is-supplement-to"))


def question(paper: Wanted) -> str:
    if paper.doi:
        return f"doi:{paper.doi}"
    return f"arXiv:{paper.arxiv}" if paper.arxiv else paper.by_title


def ask(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    by_doi = [paper for paper in papers if paper.doi and "," not in paper.doi]
    odd = [paper for paper in papers if paper.doi and "," in paper.doi]  # a comma ends the value of a filter
    preprints = [paper for paper in papers if paper.arxiv and not paper.doi]
    titled = [paper for paper in papers if not (paper.arxiv or paper.doi)]

    def answers(batch: Sequence[Wanted]) -> Iterator[Statement | Missed]:
        if batch[0].doi:
            return _by_doi(batch, client) if "," not in batch[0].doi else _alone(batch[0], client)
        return _by_preprint(batch, client)

    batches = (*sliced(by_doi, _DOIS), *sliced(odd, 1), *sliced(preprints, _PREPRINTS))
    searchable = {question(paper): paper for paper in preprints if paper.by_title}
    for answer in asked(NAME, batches, answers):
        if isinstance(answer, Statement) and not answer.found and answer.about in searchable:
            titled.append(searchable[answer.about])  # few publishers name the preprints of what they publish
        else:
            yield answer
    yield from asked(NAME, sliced(titled, 1), lambda batch: _by_title(batch[0], client))


def _by_doi(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    wanted = ",".join(f"doi:{paper.doi}" for paper in papers)
    answer = client.get(_PATH, {"filter": wanted, "rows": str(len(papers)), "select": SELECT})
    found = {doi(work.get("DOI")): work for work in reversed(_works(answer))}
    strange = found.keys() - {paper.doi for paper in papers}
    for paper in papers:
        work = found.get(paper.doi)
        if strange and not work:
            yield Missed(NAME, (paper,), f"answered about other works than {paper.doi}")
        else:
            yield _about(paper, work, answer, _work_path(paper.doi or ""))


def _alone(paper: Wanted, client: Client) -> Iterator[Statement]:
    path = _work_path(paper.doi or "")
    answer = client.get(path, {})
    work = as_dict(decoded(answer).get("message")) if answer.found else None
    if work is not None and doi(work.get("DOI")) != paper.doi:
        raise Unusable(f"answered about another work than {paper.doi}")
    yield _about(paper, work, answer, path, path)


def _by_preprint(papers: Sequence[Wanted], client: Client) -> Iterator[Statement]:
    """Published forms of arXiv's papers: works that say `has-preprint` of them."""
    names = [f"relation.object:{name}" for paper in papers for name in _names(paper.arxiv or "")]
    answer = client.get(_PATH, {"filter": ",".join(names), "rows": str(_MOST_FORMS), "select": SELECT})
    works = _works(answer)
    if len(works) >= _MOST_FORMS and len(papers) > 1:
        raise Unusable("answered more works than fit")
    for paper in papers:
        address = alone(answer, _PATH, parameters={"filter": f"relation.object:10.48550/arXiv.{paper.arxiv}"})
        forms = [statement(work, paper, question(paper), address, answer.day) for work in works
                 if text_of(work.get("type")) in FORMS and paper.arxiv in of_preprints(work)]  # fmt: skip
        yield _one_form(paper, forms) or _nothing(paper, address, answer)


def _one_form(paper: Wanted, forms: Sequence[Statement]) -> Statement | None:
    """The form to cite: of several (a conference's and a journal's) the first that came out. A publisher that names
    other people's preprint as its own is not believed."""

    def first(form: Statement) -> tuple[int, str]:
        return (form.publication and form.publication.year) or 9999, form.doi or ""

    return min((form for form in forms if form.found and shares_author(paper, form)), key=first, default=None)


def _names(arxiv: str) -> tuple[str, ...]:
    """How publishers write that they mean a paper of arXiv: by its DOI, or by its id."""
    return f"10.48550/arXiv.{arxiv}", f"10.48550/arxiv.{arxiv}", arxiv, f"arXiv:{arxiv}"


def _by_title(paper: Wanted, client: Client) -> Iterator[Statement]:
    """What is found for a preprint does not say that it is of that preprint: the rules that decide about any two
    records decide that too."""
    searched = {"query.bibliographic": (paper.title or "")[:500], "query.author": paper.families[0][:100]}
    answer = client.get(_PATH, searched | {"rows": str(_CANDIDATES), "select": SELECT})
    address = alone(answer, _PATH, parameters=searched)
    works = [work for work in _works(answer) if text_of(work.get("type")) in FORMS and not _is_of_another(work, paper)]
    found = [statement(work, paper, question(paper), address, answer.day) for work in works]
    work = chosen(paper, [one for one in found if one.found])
    yield _nothing(paper, address, answer, work) if isinstance(work, Refusal) else work


def _is_of_another(work: dict[str, object], paper: Wanted) -> bool:
    """It says that its preprint is another paper's, or that it is about another work."""
    preprints = of_preprints(work)
    return bool(_ABOUT & as_dict(work.get("relation")).keys() or (paper.arxiv and preprints - {paper.arxiv}))


def _about(paper: Wanted, work: dict[str, object] | None, answer: Answer, other: str, path: str = _PATH) -> Statement:
    address = alone(answer, path, other)
    if not work:
        return _nothing(paper, address, answer)
    return statement(work, paper, question(paper), address, answer.day)


def _nothing(paper: Wanted, address: str, answer: Answer, why: str = "") -> Statement:
    return Statement(NAME, question(paper), address, answer.day, LICENCE, found=False, matched=why)


def _works(answer: Answer) -> list[dict[str, object]]:
    """The works of a list. Raises Unusable where there is no list, or there are more than it holds."""
    message = as_dict(decoded(answer).get("message"))
    if not isinstance(message.get("items"), list):
        raise Unusable("answered without a list of works")
    return objects(message["items"])


def _work_path(ident: str) -> str:
    return f"{_PATH}/{quote(ident, safe='/')}"
