"""A work of Crossref → what it says about a paper. All of it is from that one work.

Its words: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md#work, https://api.crossref.org/types.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from papershelf.lock.services.works import (
    People,
    arxiv,
    described,
    doi,
    objects,
    orcid,
    people,
    with_subtitle,
)
from papershelf.lock.statement import Notice, Statement, Wanted
from papershelf.readers.json_values import as_dict, text_of, texts

NAME = "Crossref"
LICENCE = "facts, free to use"
SELECT = (
    "DOI,type,title,subtitle,author,editor,container-title,event,volume,issue,page,article-number,published-print,"
    "published-online,published,issued,publisher,relation,update-to,updated-by"
)
"""What is asked for: a work with its references is a hundred times as long."""
FORMS = frozenset((
    "book", "book-chapter", "book-part", "book-section", "dissertation", "edited-book", "journal-article", "monograph",
    "proceedings-article", "reference-book", "reference-entry", "report", "report-component", "standard",
))  # fmt: skip
"""Types of what is published; not the preprint itself (posted-content), a figure, a review, a data set, a journal."""
_CHAPTERS = frozenset(("book-chapter", "book-part", "book-section"))
"""Also what publishers of series call a paper of a conference, of which they name the event then."""
_DATES = ("published-print", "issued", "published", "published-online")
"""The first that is stated: volume and pages are of the printed issue."""
_NOTICES: tuple[tuple[Notice, frozenset[str]], ...] = (
    ("retracted", frozenset(("retraction",))),
    ("withdrawn", frozenset(("withdrawal", "removal"))),
    ("expression of concern", frozenset(("expression_of_concern",))),
)
"""The gravest first; a partial retraction says nothing of the whole.
https://www.crossref.org/documentation/crossmark/participating-in-crossmark/ (update types)"""
_IN_TITLE = re.compile(r"\s*\[?(retracted|withdrawn)(?: (?:article|paper|chapter))?\]?\s*:\s*", re.I)
"""How publishers mark the title of what they took back. `Retraction: …` is the notice, another text."""


def statement(work: dict[str, Any], paper: Wanted, about: str, asked: str, day: date) -> Statement:
    """What `work` says about `paper`, of which `about` was asked; nothing found where it says nothing."""
    title = with_subtitle(work.get("title"), work.get("subtitle"))
    event = text_of(as_dict(work.get("event")).get("name"))
    kind = text_of(work.get("type"))
    marked = _IN_TITLE.match(title)
    facts = described(
        {
            "type": "proceedings-article" if kind in _CHAPTERS and event else kind,
            "title": title[marked.end() :] if marked else title,
            "container-title": _container(work.get("container-title"), kind) or event,
            "issued": next((work[key] for key in _DATES if _has_year(work.get(key))), None),
            **{key: work.get(key) for key in ("volume", "issue", "page", "article-number", "publisher")},
        },
        _people(work),
    )
    ident = doi(work.get("DOI"))
    if not (facts and ident):
        return Statement(NAME, about, asked, day, LICENCE, found=False)
    preprints = of_preprints(work)
    return Statement(
        NAME,
        about,
        asked,
        day,
        LICENCE,
        doi=ident,
        arxiv=paper.arxiv if paper.arxiv in preprints else preprints.pop() if len(preprints) == 1 else None,
        notice=_notice(work, ident) or (_marked(marked[1]) if marked else ""),
        **facts,
    )


def of_preprints(work: dict[str, Any]) -> set[str]:
    """The arXiv ids of what a work says are its preprints."""
    stated = objects(as_dict(work.get("relation")).get("has-preprint"))
    return {ident for one in stated if (ident := arxiv(one.get("id")))}


def _people(work: dict[str, Any]) -> People:
    authors = people(work.get("author"), _person)
    is_book = text_of(work.get("type")) in ("edited-book", "book", "monograph", "reference-book")
    return authors if authors.names or not is_book else people(work.get("editor"), _person)


def _person(one: dict[str, Any]) -> tuple[dict[str, Any] | str, str]:
    if team := text_of(one.get("name")):
        return team, ""
    return {key: text_of(one.get(key)) for key in ("family", "given", "suffix")}, orcid(one.get("ORCID"))


def _container(titles: object, kind: str) -> str:
    """Of a chapter the last one: the series stands before the book, `Lecture Notes in Computer Science` before
    `Computer Vision – ECCV 2020`. https://github.com/CrossRef/rest-api-doc/issues/11"""
    return (texts(titles) or [""])[-1 if kind in _CHAPTERS else 0]


def _has_year(value: object) -> bool:
    parts = as_dict(value).get("date-parts")
    while isinstance(parts, list) and parts:
        parts = parts[0]
    return bool(re.fullmatch(r"[12][0-9]{3}", text_of(parts), re.A))


def _notice(work: dict[str, Any], ident: str) -> Notice:
    """What became of the work: by notices about it, its own too where a publisher updates the work by itself."""
    about_it = objects(work.get("updated-by"))
    about_it += [one for one in objects(work.get("update-to")) if doi(one.get("DOI")) == ident]
    kinds = {re.sub(r"[\s-]+", "_", text_of(one.get("type")).strip().lower()) for one in about_it}
    return next((notice for notice, words in _NOTICES if kinds & words), "")


def _marked(word: str) -> Notice:
    return "retracted" if word.lower() == "retracted" else "withdrawn"
