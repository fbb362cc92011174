"""Fields of which nothing needs to be chosen: all that anybody states, each once, in the order of places (looked-up
metadata first). Each record that adds something is named as its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from papershelf import licences
from papershelf.merge.choice import Said, choose
from papershelf.merge.statements import Statements
from papershelf.model import Claim, Provenance, Record
from papershelf.text import fold, one_line, to_plain

T = TypeVar("T")
Texts = tuple[str, ...]
Sources = tuple[Provenance, ...]
SEVERAL = frozenset(["isbn", "issn"])
"""Schemes of which one paper may have several ids: on paper and online, in several bindings."""
_WORD = str.maketrans("-_/", "   ")


def code(said: Statements) -> tuple[Texts, Sources]:
    """A person's addresses, or else all that anybody states."""
    found = said.said("code", lambda r: r.code, "; ".join)
    return _all(found[:1] if found and found[0].origin == "person" else found, "code")


def affiliations(said: Statements) -> tuple[Texts, Sources]:
    return _all(said.said("affiliations", lambda r: r.affiliations, "; ".join), "affiliations")


def keywords(said: Statements) -> tuple[Texts, Sources]:
    """`Reinforcement Learning` and `reinforcement-learning` are one."""
    return _all(said.said("keywords", lambda r: r.keywords, "; ".join), "keywords", keyword_key)


def collections(said: Statements) -> tuple[Texts, Sources]:
    return _all(said.said("collections", lambda r: r.collections, "; ".join), "collections")


def addresses(said: Statements, besides: Texts) -> tuple[Texts, Sources]:
    """Without those of code, which are shown as such."""
    known = set(map(_same_page, besides))

    def others(record: Record) -> Texts:
        return tuple(one for one in record.addresses if _same_page(one) not in known)

    return _all(said.said("addresses", others, "; ".join), "addresses", _same_page)


def notes(said: Statements) -> tuple[tuple[tuple[str, str], ...], Sources]:
    """Each with where it stands; the same words in two places once."""
    found = _ordered(said.said("notes", lambda r: r.notes, "; ".join))
    if not found:
        return (), ()
    texts: dict[str, tuple[str, str]] = {}
    for one in found:
        for text in one.value:
            if text.strip():
                texts.setdefault(one_line(text), (text, one.source))
    return tuple(texts.values()), _all(found, "notes")[1]


def other_ids(said: Statements, best: str) -> tuple[tuple[tuple[str, str], ...], Sources]:
    """One id of each scheme: of the record that is cited (its source is `best`), else of the first that states one."""
    stated: dict[str, list[Said[str]]] = {}
    for one in _ordered(said.said("other_ids", lambda r: r.other_ids, str)):
        for scheme, ident in one.value:
            stated.setdefault(scheme, []).append(Said(ident, ident, one.origin, one.source, one.record))
    kept: list[tuple[str, str]] = []
    sources: list[Provenance] = []
    for scheme in sorted(stated):
        found = sorted(stated[scheme], key=lambda s: s.source != best)
        several = scheme in SEVERAL
        values = dict.fromkeys(s.value for s in found)
        kept += [(scheme, value) for value in (values if several else [found[0].value])]
        rule = "the id of the record that the publication is from, else the first stated"
        source = choose(scheme, found, rule, _anything if several else _same_words)
        sources += [source] if source else []
    return tuple(kept), tuple(sources)


def language(said: Statements) -> tuple[str, Sources]:
    """The first stated."""
    found = _ordered(said.said("language", lambda r: r.language))
    source = choose("language", found, "the first stated", _same_words)
    return (found[0].value, (source,)) if source else ("", ())


def licence(said: Statements) -> tuple[str, Sources]:
    """What all agree on who state one that is known: a preprint and an article may have two, and then none is the
    paper's."""
    stated = [one for one in _ordered(said.said("licence", lambda r: r.licence)) if licences.licence(one.value)]
    names = {found.name for one in stated if (found := licences.licence(one.value))}
    source = choose("licence", stated, "all agree", _anything) if len(names) == 1 else None
    return (names.pop(), (source,)) if source else ("", ())


@lru_cache(maxsize=50_000)
def keyword_key(keyword: str) -> str:
    """Equal for spellings of a keyword that differ in case, accents and hyphens only."""
    return " ".join(fold(to_plain(keyword)).translate(_WORD).split())


def _ordered(found: Sequence[Said[T]]) -> list[Said[T]]:
    if len(found) < 2:
        return list(found)
    return sorted(found, key=lambda s: (s.rank, s.record.place if s.record else None))


def _all(found: Sequence[Said[Texts]], field: str, key: Callable[[str], str] = one_line) -> tuple[Texts, Sources]:
    """Everything stated, one line each, each `key` once."""
    if not found:
        return (), ()
    union: dict[str, str] = {}
    sources: list[Provenance] = []
    for said in _ordered(found):
        added: list[str] = []
        for one in said.value:
            line = one_line(one)
            if line and union.setdefault(key(line) or line, line) is line:
                added.append(line)
        if added:
            sources.append(Provenance(field, Claim("; ".join(added), said.origin, said.source)))
    return tuple(union.values()), tuple(sources)


def _anything(taken: str, other: str) -> bool:
    return True


def _same_words(taken: str, other: str) -> bool:
    return fold(taken) == fold(other)


def _same_page(address: str) -> str:
    """Equal for addresses of one page: with or without `www.`, `https` or `http`, and a slash at the end."""
    rest = address.partition("://")[2] or address
    host, slash, path = rest.removeprefix("www.").partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")
