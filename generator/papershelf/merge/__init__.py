"""STAGE clusters + what people state -> papers, with the source of every field.

    statements    what is said about one paper, in order of preference; which version a record describes
    choice        one value among several, and the others remembered
    fields        the preference of each field
    gathered      fields of which all that is stated is kept
    stated forms cited    what came out where: what one record says of it; which of that is one form; which is cited
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
from papershelf.merge import fields, gathered, naming
from papershelf.merge.categories import categories
from papershelf.merge.cited import cited
from papershelf.merge.stated import arxiv_id
from papershelf.merge.statements import Statements, person
from papershelf.model import Cluster, Paper, Problem, Publication, Question

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
    wishes = [naming.wish(cluster) for cluster in clusters]
    stated, problems = _assign(clusters, corrections, naming.unique(wishes))
    papers: list[Paper] = []
    questions: list[Question] = []
    said: list[Statements] = []
    for number, (cluster, mine) in enumerate(zip(clusters, stated, strict=True)):
        facts, wrong = person(mine)
        if "arxiv" in facts or "doi" in facts:
            wishes[number] = naming.wish(cluster, facts)
        said.append(Statements.of(cluster, facts))
        problems += wrong
    for cluster, told, ident in zip(clusters, said, naming.unique(wishes), strict=True):
        paper, asked, unknown = _paper(cluster, told, ident)
        papers.append(paper)
        questions += asked
        problems += unknown
    papers.sort(key=lambda p: (tuple(-part for part in p.order), p.id))
    return Merged(tuple(papers), tuple(problems), tuple(questions))


def _assign(
    clusters: Sequence[Cluster], corrections: Iterable[Correction], ids: Sequence[str]
) -> tuple[list[list[Correction]], list[Problem]]:
    """The corrections of each cluster, which has one of `ids`; one that names no paper, or two, is a Problem."""
    corrections = sorted(corrections, key=lambda c: c.place)
    stated: list[list[Correction]] = [[] for _ in clusters]
    if not corrections:
        return stated, []
    called: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        for record in (*cluster.locked, *cluster.members):
            called[record.key].add(number)
            for name in (arxiv_id(record), record.doi and identifiers.doi(record.doi)):
                if name:
                    called[name].add(number)
        called[ids[number]].add(number)
    problems: list[Problem] = []
    owners = {name: numbers for name, numbers in called.items() if len(numbers) == 1}
    for correction in corrections:
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


def _paper(cluster: Cluster, said: Statements, ident: str) -> tuple[Paper, list[Question], list[Problem]]:
    """The paper with the id `ident`."""
    came_out = cited(said)
    title, from_title = fields.title(said, came_out.source if came_out.type != "article" else "")
    authors, families, complete, from_authors = fields.authors(said)
    abstract, earlier, from_abstract = fields.abstract(said)
    arxiv, from_arxiv = fields.arxiv(said)
    submitted, from_submitted = fields.submitted(said)
    updated, from_updated = fields.updated(said)
    comments, pages, from_comments = fields.comments(said)
    notice, from_notice = fields.notice(said)
    code, from_code = gathered.code(said)
    affiliations, from_affiliations = gathered.affiliations(said)
    other_ids, from_ids = gathered.other_ids(said, came_out.source)
    addresses, from_addresses = gathered.addresses(said, code)
    keywords, from_keywords = gathered.keywords(said)
    collections, from_collections = gathered.collections(said)
    notes, from_notes = gathered.notes(said)
    language, from_language = gathered.language(said)
    licence, from_licence = gathered.licence(said)
    label = naming.label(title, cluster.members, abstract)
    ref = arxiv or came_out.doi or min(r.key for r in cluster.members)
    primary, inferred, codes, from_categories, questions, problems = categories(said, ref, label)
    order, order_source = _order(submitted, arxiv, came_out.first)
    provenance = (
        from_title, from_authors, from_abstract, from_arxiv, *came_out.provenance, *from_categories, from_submitted,
        from_updated, from_comments, from_notice, *from_code, *from_affiliations, *from_ids, *from_addresses,
        *from_keywords, *from_collections, *from_notes, *from_language, *from_licence,
    )  # fmt: skip
    paper = Paper(
        id=ident,
        title=title,
        label=label,
        abstract=abstract,
        earlier_titles=fields.earlier_titles(said, title),
        authors=authors,
        families=families,
        authors_complete=complete,
        orcids=fields.orcids(said, authors),
        earlier_abstracts=earlier,
        arxiv=arxiv,
        doi=came_out.doi,
        primary_category=primary,
        category_inferred=inferred,
        categories=codes,
        submitted=submitted,
        updated=updated if updated != submitted else None,
        order=order,
        order_source=order_source,
        publication=came_out.publication,
        type=came_out.type,
        manifestations=came_out.manifestations,
        comments=comments,
        page_count=pages,
        code=code,
        affiliations=affiliations,
        other_ids=other_ids,
        addresses=addresses,
        keywords=keywords,
        collections=collections,
        notes=notes,
        language=language,
        licence=licence,
        notice=notice,
        members=cluster.members,
        links=cluster.links,
        provenance=tuple(source for source in provenance if source is not None),
    )
    return paper, questions, problems


def _order(
    submitted: date | None, arxiv: str | None, publication: Publication | None
) -> tuple[tuple[int, int, int], str]:
    """What to sort and group by, and what tells it; `publication` is the earliest."""
    if submitted:
        return (submitted.year, submitted.month, submitted.day), "submitted"
    if arxiv:
        return (*identifiers.arxiv_year_month(arxiv), 0), "arXiv id"
    if publication and publication.year:
        month = publication.month if publication.month in range(1, 13) else 0
        day = publication.day if month and publication.day in range(1, 32) else 0
        return (publication.year, month or 0, day or 0), "publication"
    return (0, 0, 0), ""
