"""The list as data: a line for each paper in api/papers.json, everything about one in api/papers/<id>.json.

`schema` describes both. What nobody states is left out. `version` changes when a key changes its meaning or goes; a new
key does not change it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from papershelf import names, text
from papershelf.exports import bibtex, csl, ris
from papershelf.exports.known import Known, folder
from papershelf.model import Gone, Manifestation, Note, Paper, Provenance, Publication

VERSION = 1
_VALUE = 300
"""Characters of a value not taken."""
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def head(known: Known) -> str:
    """What stands before the papers of a list."""
    said = {"version": VERSION, "schema": f"{known.site_url}api/schema.json", "site": known.site_url}
    return _ENCODE(_stated(said))[:-1] + ', "papers": [\n'


def line(paper: Paper, known: Known) -> str:
    """A paper in a list of papers."""
    return _ENCODE(_clean(_stated(_brief(paper, known))))


def moved(ident: str, paper: Paper, known: Known) -> str:
    """api/papers/<ident>.json, where `ident` is an id that a paper had besides its own."""
    return _ENCODE({"version": VERSION, "id": ident, "moved_to": paper.id, "data": _data(paper, known)}) + "\n"


def gone(one: Gone) -> str:
    """api/papers/<id>.json of a paper that the list has no more."""
    said = {"version": VERSION, "id": one.id, "key": one.key, "gone": True, "removed": one.removed}
    return _ENCODE(_clean(_stated(said))) + "\n"


def document(paper: Paper, known: Known) -> str:
    """api/papers/<id>.json"""
    library, place = known.library, paper.publication
    abstract = text.to_plain(paper.abstract or "")
    sources = {"title": (paper.title, csl.line(paper.title or "")), "abstract": (paper.abstract, abstract)}
    said = {
        "version": VERSION,
        **_brief(paper, known),
        "authors": [_author(known, *who) for who in _byline(paper, known)],
        "authors_complete": paper.authors_complete,
        "abstract": abstract,
        "tex": _stated({name: text.clean(tex or "") for name, (tex, plain) in sources.items() if tex and tex != plain}),
        "earlier_titles": [csl.line(title) for title in paper.earlier_titles],
        "submitted": paper.submitted,
        "updated": paper.updated,
        "publication": _publication(place),
        "manifestations": [_form(form) for form in paper.manifestations],
        "category": paper.primary_category,
        "category_inferred": paper.category_inferred,
        "categories": paper.categories,
        "ids": [{"scheme": scheme, "id": ident} for scheme, ident in paper.other_ids],
        "topics": [
            {"id": match.topic, "name": csl.line(known.topics[match.topic].name), "reasons": match.reasons}
            for match in library.matches.get(paper.id, ())
        ],
        "related": [
            {"id": one.paper, "title": csl.line(known.papers[one.paper].label), "reasons": one.reasons}
            for one in library.relations.get(paper.id, ())
        ],
        "comments": [csl.line(comment) for comment in paper.comments],
        "pages": paper.page_count,
        "affiliations": paper.affiliations,
        "keywords": [csl.line(word) for word in paper.keywords],
        "collections": paper.collections,
        "language": paper.language,
        "licence": paper.licence,
        "notes": [{"text": text.to_plain(note), "source": source} for note, source in paper.notes],
        "remarks": [_remark(note) for note in paper.remarks],
        "links": [address for address in (*paper.code, *paper.addresses) if text.is_web_address(address)],
        "code": [address for address in paper.code if text.is_web_address(address)],
        "aliases": paper.aliases,
        "former_keys": paper.former_keys,
        "records": [
            _stated({"source": str(one.place), "format": one.format, "key": one.key, "given_id": one.given_id})
            for one in paper.members
        ],
        "provenance": [_provenance(one) for one in paper.provenance],
        "csl": csl.without_abstract(csl.item(paper)),
    }
    citations = {"bibtex": bibtex.entry(paper), "ris": ris.entry(paper, abstract=False)}
    lines = (f"{_ENCODE(name)}: {_ENCODE(value)}" for name, value in (_clean(_stated(said)) | citations).items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _brief(paper: Paper, known: Known) -> dict[str, Any]:
    parts = csl.issued(paper)
    return {
        "id": paper.id,
        "key": csl.key(paper),
        "address": known.address(paper),
        "data": _data(paper, known),
        "title": csl.line(paper.title or ""),
        "label": "" if paper.title else csl.line(paper.label),
        "authors": [text.to_plain(name, 200) for name in paper.authors],
        "year": paper.year,
        "date": "-".join(f"{part:02}" for part in parts),
        "type": csl.type_of(paper),
        "venue": csl.line(paper.publication.venue) if paper.publication else "",
        "arxiv": paper.arxiv,
        "doi": paper.doi,
        "notice": paper.notice,
        "topics": [match.topic for match in known.library.matches.get(paper.id, ())],
        "first_seen": paper.first_seen,
        "status": paper.status,
        "rating": paper.rating,
        "tags": paper.tags,
        "why": paper.why,
    }


def _data(paper: Paper, known: Known) -> str:
    return f"{known.site_url}api/papers/{folder(paper.id)}.json"


def _byline(paper: Paper, known: Known) -> Iterable[tuple[str, str, str | None]]:
    """Name, family name where it is stated, author id."""
    found = known.library.byline.get(paper.id) or tuple((name, None) for name in paper.authors)
    families = (*paper.families, *[""] * (len(found) - len(paper.families)))
    return ((name, family, ident) for (name, ident), family in zip(found, families, strict=False))


def _author(known: Known, name: str, family: str, ident: str | None) -> dict[str, Any]:
    said = {
        "name": text.to_plain(name, 200),
        "family": text.to_plain(family, 200),
        "collective": names.is_collective(name),
        "id": ident,
        "address": known.author_address(ident),
    }
    return _stated(said)


def _publication(place: Publication | None) -> dict[str, Any]:
    if place is None:
        return {}
    said = {
        "venue": csl.line(place.venue), "year": place.year, "month": place.month, "day": place.day,
        "volume": place.volume, "number": place.number, "first_page": place.first_page, "last_page": place.last_page,
        "publisher": place.publisher,
    }  # fmt: skip
    return _stated(said)


def _form(form: Manifestation) -> dict[str, Any]:
    said = {
        "label": form.label, "type": form.type, "address": form.address, "year": form.year, "doi": form.doi,
        "arxiv": form.arxiv, "publication": _publication(form.publication), "source": form.source,
    }  # fmt: skip
    return _stated(said)


def _remark(note: Note) -> dict[str, Any]:
    said = {
        "markdown": note.text, "status": note.status, "rating": note.rating, "tags": note.tags, "why": note.why,
        "added_by": note.added_by, "source": str(note.place),
    }  # fmt: skip
    return _stated(said)


def _provenance(one: Provenance) -> dict[str, Any]:
    others = [{"value": text.sentence_cut(other.value, _VALUE), "source": other.source} for other in one.others]
    return _stated({"field": one.field, "source": one.taken.source, "rule": one.rule, "others": others})


def _stated(said: dict[str, Any]) -> dict[str, Any]:
    """Only what is known; days as text. False, and a list of authors that is empty, say something."""
    kept = {name: value for name, value in said.items() if value or (value is False and name == "authors_complete")}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}


def _clean(value: Any) -> Any:
    """Without characters that no text should hold."""
    if isinstance(value, str):
        return text.clean(value)
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(one) for one in value]
    return value
