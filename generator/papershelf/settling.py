"""Headings that the text alone could not cut: settled by what else the list knows, or asked.

A candidate is taken where exactly one of them agrees with something that somebody states: a person's correction, the
title of another record, a title or an author in the lock. Only candidates of the heading itself are ever taken (or a
person's word): the lock chooses, it never replaces a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from papershelf.curated import Correction
from papershelf.model import Question, Record, Split
from papershelf.readers import headings
from papershelf.text import DISPLAY_LIMIT, fold, one_line

CORRECTIONS = "seeds/curated/corrections.yml"
_LONGEST_ANSWER = 500
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}


@dataclass(frozen=True, slots=True)
class Settled:
    """Records, with every title that could be settled, and questions about the others."""

    records: tuple[Record, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    """What is stated elsewhere: key of a title or name -> who says so (and, of a title, the first author if stated)."""

    titles: Mapping[str, tuple[str, str | None]]
    abstracts: Mapping[str, tuple[str, str]]
    """Key of an abstract -> (key of its title, who says so)."""
    names: Mapping[str, str]


def settle(records: Sequence[Record], corrections: Sequence[Correction], locked: Sequence[Record]) -> Settled:
    """Settle the open headings of `records`. Records stay in their order."""
    corrected = {correction.ref: correction for correction in corrections}
    known: list[_Stated] = []
    if any(record.heading and record.title is None for record in records):  # of bibliographies none has
        known = [_stated_by_records(records), _stated_by_corrections(corrections), _stated_by_lock(locked)]
    done: list[Record] = []
    open_headings: dict[str, list[Record]] = {}
    for record in records:
        correction = corrected.get(record.key)
        if record.heading and correction and correction.title:
            record = _as_corrected(record, correction)
        elif record.heading and record.title is None:
            record = _by_evidence(record, known)
            if record.title is None:
                open_headings.setdefault(record.key, []).append(record)
        done.append(record)
    return Settled(tuple(done), tuple(_question(same) for same in open_headings.values()))


def key(text: str) -> str:
    """A title, name or abstract for comparing: letters and digits only, no accents, no case."""
    if text.isascii() and len(text) <= DISPLAY_LIMIT:
        return text.lower().translate(_NO_LETTERS)  # what the next line makes of most texts, in a fifth of the time
    return re.sub(r"[\W_]+", "", fold(text))


def _stated_by_records(records: Iterable[Record]) -> _Stated:
    titles: dict[str, tuple[str, str | None]] = {}
    abstracts: dict[str, tuple[str, str]] = {}
    names: dict[str, str] = {}
    for record in records:
        if record.title is None:
            continue
        source = f"record {record.place.path}:{record.place.first}"
        titles.setdefault(key(record.title), (source, key(record.authors[0]) if record.authors else None))
        if record.abstract and len(record.abstract) > 200:
            abstracts.setdefault(key(record.abstract), (key(record.title), source))
        for name in record.authors:
            names.setdefault(key(name), source)
    return _Stated(titles, abstracts, names)


def _stated_by_corrections(corrections: Iterable[Correction]) -> _Stated:
    titles = {
        key(correction.title): (str(correction.place), key(correction.authors[0]) if correction.authors else None)
        for correction in corrections
        if correction.title
    }
    return _Stated(titles, {}, {})


def _stated_by_lock(locked: Iterable[Record]) -> _Stated:
    titles: dict[str, tuple[str, str | None]] = {}
    names: dict[str, str] = {}
    for statement in locked:
        source = f"lock {statement.arxiv or statement.doi or statement.place}"
        for title in (statement.title, *statement.earlier_titles):
            if title:
                titles.setdefault(key(title), (source, key(statement.authors[0]) if statement.authors else None))
        for name in statement.authors:
            names.setdefault(key(name), source)
    return _Stated(titles, {}, names)


def _by_evidence(record: Record, known: Sequence[_Stated]) -> Record:
    """The first kind of evidence that speaks for exactly one candidate settles it."""
    for stated in known:
        for found in (_by_abstract(record, stated), _by_title(record, stated)):
            if found:
                return _taken(record, *found)
    for stated in known:
        named = _by_name(record, stated)
        if named:
            return _taken(record, *named)
    return record


def _by_abstract(record: Record, stated: _Stated) -> tuple[Split, str] | None:
    """Another record has the same abstract, and one of the candidates as title."""
    title, source = stated.abstracts.get(key(record.abstract or ""), ("", ""))
    return _only([(split, source) for split in record.splits if title and key(split.title) == title])


def _by_title(record: Record, stated: _Stated) -> tuple[Split, str] | None:
    """One of the candidates is a title stated elsewhere, and the first authors do not differ."""
    found = []
    for split in record.splits:
        source, author = stated.titles.get(key(split.title), ("", None))
        if source and (author is None or not split.authors or key(split.authors[0]) == author):
            found.append((split, source))
    return _only(found)


def _by_name(record: Record, stated: _Stated) -> tuple[Split, str] | None:
    """The first author of one candidate is an author elsewhere. A name that is mostly initials proves nothing."""
    found = []
    for split in record.splits:
        name = split.authors[0] if split.authors else ""
        if len(name.split()) > 1 and len(name.split()[0].rstrip(".")) > 1 and key(name) in stated.names:
            found.append((split, stated.names[key(name)]))
    return _only(found)


def _only(found: list[tuple[Split, str]]) -> tuple[Split, str] | None:
    return found[0] if len(found) == 1 else None


def _taken(record: Record, split: Split, source: str) -> Record:
    complete = bool(split.authors) and not headings.parse(record.heading or "").et_al
    return replace(record, title=split.title, authors=split.authors, authors_complete=complete, settled_by=source)


def _as_corrected(record: Record, correction: Correction) -> Record:
    """A person says what the title is; the authors are what is left of the heading, unless the person names them."""
    title = correction.title or ""
    same = next((split for split in record.splits if key(split.title) == key(title)), None)
    line = headings.parse(record.heading or "")
    authors = correction.authors
    if authors is None:
        left = line.body[len(title) :] if line.body.startswith(title) else ""
        authors = same.authors if same else tuple(filter(None, map(str.strip, left.split(", "))))
    complete = correction.authors_complete
    if complete is None:
        complete = bool(authors) and not line.et_al
    return replace(record, title=title, authors=authors, authors_complete=complete, settled_by=str(correction.place))


def _question(same: Sequence[Record]) -> Question:
    record = same[0]
    heading = one_line(record.heading or "", 300)
    best = record.splits[0].score if record.splits else 0.0
    return Question(
        kind="title",
        ask=f"Where does the title end and where do the authors begin in “{heading}”?",
        reason="Title and authors are glued together, and more than one cut is plausible: "
        + "; ".join(
            f"“{one_line(split.title, 120)}” ({split.reason})" if split.reason else f"“{one_line(split.title, 120)}”"
            for split in record.splits
        ),
        file=CORRECTIONS,
        answers=tuple(_answer(record, split) for split in record.splits if len(split.title) <= _LONGEST_ANSWER)
        or (_blank(record),),
        places=tuple(one.place for one in same),
        score=best,
    )


def _answer(record: Record, split: Split) -> str:
    entry: dict[str, object] = {"title": split.title}
    if split.authors:
        entry["authors"] = list(split.authors)
        entry["authors_complete"] = not headings.parse(record.heading or "").et_al
    return yaml.safe_dump({record.key: entry}, allow_unicode=True, sort_keys=False, width=1_000_000)


def _blank(record: Record) -> str:
    return f"{record.key}:\n  title: The title\n  authors: [First Author, Second Author]\n"
