"""What differs between two versions of a list, in Markdown: the summary on a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from papershelf.model import Library, Paper, Place, Problem, Question
from papershelf.text import escape_markdown, sentence_cut, to_plain

_T = TypeVar("_T")
_MOST = 100
"""A longer section ends in a count: a summary is read by a person, and GitHub takes one megabyte."""
_ANYWHERE = Place("")
_FIELDS: dict[str, Callable[[Paper], object]] = {
    "title": lambda paper: paper.title,
    "authors": lambda paper: paper.authors,
    "abstract": lambda paper: paper.abstract,
    "date": lambda paper: (paper.order, paper.updated),
    "publication": lambda paper: (paper.publication, paper.doi, paper.type),
    "forms": lambda paper: [(form.label, form.address) for form in paper.manifestations],
    "keywords": lambda paper: paper.keywords,
    "notes": lambda paper: [text for text, _ in paper.notes],
    "noted": lambda paper: [replace(note, place=_ANYWHERE, places=()) for note in paper.remarks],
    "categories": lambda paper: (paper.primary_category, paper.categories),
    "records": lambda paper: {record.key for record in paper.members},
}


def changes(before: Library, after: Library, lost: Iterable[str] = ()) -> str:
    """Papers added, gone, merged, split and changed; problems and questions that came and went. `lost`: promises that
    are not kept, a line each."""
    old, new = {paper.id: paper for paper in before.papers}, {paper.id: paper for paper in after.papers}
    home_before, home_after = _homes(before), _homes(after)
    # Papers elsewhere that now hold records of this one, and the other way round.
    moved_to = {paper.id: _elsewhere(paper, home_after) for paper in before.papers}
    came_from = {paper.id: _elsewhere(paper, home_before) for paper in after.papers}
    added = [_line(paper) for paper in after.papers if paper.id not in old and not came_from[paper.id]]
    gone = [_line(paper) for paper in before.papers if paper.id not in new and not moved_to[paper.id]]
    joined = [
        f"{_line(paper)}: is now in {_names(moved_to[paper.id], new)}"
        for paper in before.papers
        if paper.id not in new and moved_to[paper.id]
    ]
    split = [
        f"{_line(paper)}: was in {_names(came_from[paper.id], old)}"
        for paper in after.papers
        if paper.id not in old and any(each in new for each in came_from[paper.id])
    ]
    changed = [
        f"{_line(paper)}: {', '.join(fields)}"
        for paper in after.papers
        if paper.id in old
        and (fields := [name for name, value in _FIELDS.items() if value(paper) != value(old[paper.id])])
    ]
    sections = {
        "Addresses and citation keys that would be lost": [one_line(each) for each in lost],
        "Papers added": added,
        "Papers gone": gone,
        "Papers merged into another, or under a new address": joined,
        "Papers split off": split,
        "Papers changed": changed,
        "New problems": [_problem(each) for each in _news(before.problems, after.problems, _same_problem)],
        "Problems solved": [_problem(each) for each in _news(after.problems, before.problems, _same_problem)],
        "New questions": [one_line(each.ask) for each in _news(before.questions, after.questions, _same_question)],
        "Questions settled": [one_line(each.ask) for each in _news(after.questions, before.questions, _same_question)],
    }
    body = [line for title, lines in sections.items() for line in section(title, lines)]
    return "\n".join((*_counts(before, after), *(body or ["Nothing changes in what the pages say.", ""])))


def _counts(before: Library, after: Library) -> list[str]:
    rows: dict[str, Callable[[Library], int]] = {
        "papers": lambda library: len(library.papers),
        "records": lambda library: sum(len(paper.members) for paper in library.papers),
        "authors": lambda library: sum(not author.collective for author in library.authors),
        "problems": lambda library: len(library.problems),
        "questions": lambda library: len(library.questions),
    }
    lines = ["| | before | after |", "|---|---:|---:|"]
    return [*lines, *(f"| {name} | {count(before)} | {count(after)} |" for name, count in rows.items()), ""]


def section(title: str, lines: list[str]) -> list[str]:
    """The lines of a section; none where it would be empty."""
    if not lines:
        return []
    more = [f"- … and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return [f"### {title} ({len(lines)})", "", *(f"- {line}" for line in lines[:_MOST]), *more, ""]


def _homes(library: Library) -> dict[str, str]:
    """Record key -> id of the paper that holds it."""
    return {record.key: paper.id for paper in library.papers for record in paper.members}


def _elsewhere(paper: Paper, homes: dict[str, str]) -> list[str]:
    """Ids of other papers that hold records of `paper` in the other version."""
    found = dict.fromkeys(homes[record.key] for record in paper.members if record.key in homes)
    return [each for each in found if each != paper.id]


def _news(old: Iterable[_T], new: Iterable[_T], same: Callable[[_T], object]) -> list[_T]:
    known = {same(each) for each in old}
    return [each for each in new if same(each) not in known]


def _same_problem(problem: Problem) -> object:
    """A problem that only moved to another line is no news."""
    return problem.place.path, problem.message, problem.raw


def _same_question(question: Question) -> object:
    return question.kind, question.ask


def _line(paper: Paper) -> str:
    return f"{one_line(paper.label)} ({one_line(paper.id)})"


def _names(ids: list[str], papers: dict[str, Paper]) -> str:
    return "; ".join(_line(papers[each]) for each in ids if each in papers)


def _problem(problem: Problem) -> str:
    place = Place(problem.place.path, problem.place.first, problem.place.last)
    return f"{one_line(str(place))} {one_line(problem.message)}; right would be: {one_line(problem.fix)}"


def one_line(text: str) -> str:
    """Source text, for Markdown: one line, nothing in it means anything."""
    return escape_markdown(sentence_cut(to_plain(text), 300))
