"""STAGE clusters + what people state -> papers, with the source of every field.

    statements    what is said about one paper, in order of preference; which version a record describes
    choice        one value among several, and the others remembered
    fields        the preference of each field
    categories    what a bare category code means
    naming        ids and labels

Merging chooses and never invents: a fact that nobody states stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from papershelf import identifiers, refs
from papershelf.curated import Correction
from papershelf.merge import fields, naming
from papershelf.merge.categories import categories
from papershelf.merge.statements import Statements, person
from papershelf.model import Cluster, Paper, Problem, Publication, Question
from papershelf.text import slug

__all__ = ["Merged", "merge"]


@dataclass(frozen=True, slots=True)
class Merged:
    """All papers, and what is wrong or unclear about them."""

    papers: tuple[Paper, ...]
    """Newest first; of one day by id."""
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()


def merge(clusters: Sequence[Cluster], corrections: Iterable[Correction] = ()) -> Merged:
    """One paper for each cluster. The order of clusters and of corrections changes nothing."""
    clusters = sorted(clusters, key=lambda c: min(r.place for r in c.members))
    stated, problems = _assign(clusters, corrections)
    papers: list[Paper] = []
    questions: list[Question] = []
    for cluster, mine in zip(clusters, stated, strict=True):
        facts, wrong = person(mine)
        paper, asked, unknown = _paper(cluster, Statements.of(cluster, facts))
        papers.append(paper)
        questions += asked
        problems += (*wrong, *unknown)
    ids = naming.unique([(p.id, bool(p.arxiv or p.doi), min(r.key for r in p.members)) for p in papers])
    named = [replace(paper, id=ident) for paper, ident in zip(papers, ids, strict=True)]
    named.sort(key=lambda p: (tuple(-part for part in p.order), p.id))
    return Merged(tuple(named), tuple(problems), tuple(questions))


def _assign(
    clusters: Sequence[Cluster], corrections: Iterable[Correction]
) -> tuple[list[list[Correction]], list[Problem]]:
    """The corrections of each cluster; one that names no paper, or two, is a Problem."""
    called: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        said = Statements.of(cluster, {})
        for record in said.records:
            called[record.key].add(number)
            for name in (fields.arxiv_id(record), record.doi and identifiers.doi(record.doi)):
                if name:
                    called[name].add(number)
        called[_wanted(cluster, said)].add(number)
    stated: list[list[Correction]] = [[] for _ in clusters]
    problems: list[Problem] = []
    owners = {name: numbers for name, numbers in called.items() if len(numbers) == 1}
    for correction in sorted(corrections, key=lambda c: c.place):
        found = called.get(refs.normal(correction.ref)) or called.get(correction.ref) or set()
        if len(found) != 1:
            what = "names no paper" if not found else f"names {len(found)} papers"
            fix = "the arXiv id, DOI or page id of one paper, or a record's key"
            problems.append(Problem(correction.place, f"{correction.ref!r} {what}", fix, correction.ref))
            continue
        (number,) = found
        if correction.arxiv and owners.get(correction.arxiv, {number}) != {number}:
            fix = f"if they are one, `- same: ['{correction.arxiv}', '{correction.ref}']` in decisions.yml"
            message = f"another paper has the arXiv id {correction.arxiv}"
            place = dict(correction.places).get("arxiv", correction.place)
            problems.append(Problem(place, message, fix, correction.arxiv))
            correction = replace(correction, arxiv=None)
        stated[number].append(correction)
    return stated, problems


def _paper(cluster: Cluster, said: Statements) -> tuple[Paper, list[Question], list[Problem]]:
    """The paper, still with the id that it wants."""
    title, from_title = fields.title(said)
    authors, complete, from_authors = fields.authors(said)
    abstract, earlier, from_abstract = fields.abstract(said)
    arxiv, from_arxiv = fields.arxiv(said)
    doi, from_doi = fields.doi(said)
    submitted, from_submitted = fields.submitted(said)
    updated, from_updated = fields.updated(said)
    publication, from_publication = fields.publication(said)
    comments, pages, from_comments = fields.comments(said)
    code, from_code = fields.code(said)
    affiliations, from_affiliations = fields.affiliations(said)
    label = naming.label(title, cluster.members, abstract)
    ref = arxiv or doi or min(r.key for r in cluster.members)
    primary, inferred, codes, from_categories, questions, problems = categories(said, ref, label)
    order, order_source = _order(submitted, arxiv, publication)
    provenance = (
        from_title, from_authors, from_abstract, from_arxiv, from_doi, *from_categories, from_submitted, from_updated,
        from_publication, from_comments, from_code, from_affiliations,
    )  # fmt: skip
    paper = Paper(
        id=naming.given(arxiv, doi) or _wanted(cluster, replace(said, person={})),
        title=title,
        label=label,
        abstract=abstract,
        earlier_titles=fields.earlier_titles(said, title),
        authors=authors,
        authors_complete=complete,
        earlier_abstracts=earlier,
        arxiv=arxiv,
        doi=doi,
        primary_category=primary,
        category_inferred=inferred,
        categories=codes,
        submitted=submitted,
        updated=updated if updated != submitted else None,
        order=order,
        order_source=order_source,
        publication=publication,
        comments=comments,
        page_count=pages,
        code=code,
        affiliations=affiliations,
        members=cluster.members,
        links=cluster.links,
        provenance=tuple(source for source in provenance if source is not None),
    )
    return paper, questions, problems


def _wanted(cluster: Cluster, said: Statements) -> str:
    """The id by what the sources say: a corrected title is no reason to move a page."""
    name = naming.label(fields.title(said)[0], cluster.members, fields.abstract(said)[0])
    return naming.given(fields.arxiv(said)[0], fields.doi(said)[0]) or slug(name)


def _order(
    submitted: date | None, arxiv: str | None, publication: Publication | None
) -> tuple[tuple[int, int, int], str]:
    """What to sort and group by, and what tells it."""
    if submitted:
        return (submitted.year, submitted.month, submitted.day), "submitted"
    if arxiv:
        return (*identifiers.arxiv_year_month(arxiv), 0), "arXiv id"
    if publication and publication.year:
        return (publication.year, 0, 0), "publication"
    return (0, 0, 0), ""
