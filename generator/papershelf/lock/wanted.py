"""Which papers lack an answer, or have an old one. Nouns in, nouns out: nothing is asked here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from papershelf import identifiers, names
from papershelf.lock.statement import Statement, Wanted
from papershelf.model import Paper
from papershelf.text import to_plain

Question = Callable[[Wanted], str]
"""What a service would be asked about a paper; empty where it cannot help."""


def wanted(paper: Paper) -> Wanted:
    """`paper` as services need to know it."""
    authors = tuple(map(to_plain, paper.authors))
    stated = paper.families or ("",) * len(authors)
    return Wanted(
        id=paper.id,
        arxiv=paper.arxiv,
        doi=paper.doi if paper.doi and not identifiers.arxiv_id(paper.doi) else None,
        title=to_plain(paper.title) if paper.title else None,
        authors=authors,
        families=tuple(to_plain(said) or _family(name) for name, said in zip(authors, stated, strict=True)),
        year=paper.year,
    )


def told(paper: Wanted, statement: Statement) -> Wanted:
    """`paper` with what a statement about it adds: what one service finds, the next is asked about."""
    authors = paper.authors or statement.authors
    asked_of_crossref = statement.service == "Crossref" and statement.about == f"doi:{paper.doi}"
    return replace(
        paper,
        at_crossref=statement.found if asked_of_crossref else paper.at_crossref,
        arxiv=paper.arxiv or statement.arxiv,
        doi=paper.doi or statement.doi,
        title=paper.title or statement.title,
        authors=authors,
        families=paper.families or tuple(map(_family, authors)),
        year=paper.year or (statement.submitted.year if statement.submitted else None),
    )


@dataclass(frozen=True, slots=True)
class Answers:
    """What one service said, to be found by question."""

    by_question: dict[str, Statement]

    @classmethod
    def of(cls, service: str, statements: Iterable[Statement]) -> Answers:
        """A statement answers the question that was asked, and those by the ids that it gave."""
        mine = [one for one in statements if one.service == service]
        answers = {one.about: one for one in mine}
        for one in mine:
            for ident in (one.doi and f"doi:{one.doi}", one.arxiv and f"arXiv:{one.arxiv}"):
                if ident and one.found:
                    answers.setdefault(ident, one)
        return cls(answers)

    def lacking(
        self, papers: Iterable[Wanted], question: Question, old: Callable[[Statement], bool] = lambda answer: False
    ) -> list[Wanted]:
        """Those of `papers` to ask about: without an answer, or with one that is `old`. Each question once."""
        asked: dict[str, Wanted] = {}
        for paper in papers:
            what = question(paper)
            answer = self.by_question.get(what)
            if answer and what and old(answer):
                paper = _as_asked(paper, answer)
                asked.setdefault(question(paper), paper)
            elif what and answer is None:
                asked.setdefault(what, paper)
        return list(asked.values())


def _as_asked(paper: Wanted, answer: Statement) -> Wanted:
    """`paper` as it was known when it was asked about: a preprint that led to its published form leads to it again;
    asked about by that form's DOI alone, the two would fall apart."""
    kind, _, ident = answer.about.partition(":")
    if kind == "arXiv":
        return replace(paper, doi=None, arxiv=ident)
    return replace(paper, doi=None, arxiv=None) if kind == "title" else paper


def _family(name: str) -> str:
    return names.parse(name).family


def chosen(papers: Sequence[Wanted], ids: Iterable[str]) -> tuple[list[Wanted], list[str]]:
    """The papers that `ids` name (page id, arXiv id, DOI), and the ids that name none."""
    by_name = {name: paper for paper in papers for name in (paper.id, paper.arxiv, paper.doi) if name}
    found: dict[str, Wanted] = {}
    unknown: list[str] = []
    for ident in ids:
        paper = by_name.get(ident)
        if paper is None:
            unknown.append(ident)
        else:
            found.setdefault(paper.id, paper)
    return list(found.values()), unknown
