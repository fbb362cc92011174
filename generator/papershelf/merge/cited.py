"""The form of a paper that is cited, and all forms as its page shows them.

Cited is the version of record: the journal article before the conference paper, that before a book, thesis or report,
that before a workshop's, a magazine's or what has no venue, and any of them before the preprint; of two of a kind the
later. Where a paper came out at a conference and again in a journal, the journal's is the longer and checked one, and
what it says holds. A person who prefers the other states its place or its DOI in corrections.yml; that beats the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast
from urllib.parse import quote

from papershelf import identifiers, item_types, venues
from papershelf.merge.choice import RANK, Said, choose
from papershelf.merge.forms import Form, forms, same_form
from papershelf.merge.stated import PREPRINT, Stated, kind_of, stated
from papershelf.merge.statements import Statements
from papershelf.model import Manifestation, Provenance, Publication, RecordType
from papershelf.text import fold, one_line

T = TypeVar("T")
_MAGAZINES = frozenset[RecordType](["article-magazine", "article-newspaper", "speech", "post-weblog", "webpage"])


@dataclass(frozen=True, slots=True)
class Cited:
    """What a paper says of where it came out."""

    publication: Publication | None = None
    doi: str | None = None
    type: RecordType = ""
    manifestations: tuple[Manifestation, ...] = ()
    """The earliest first."""
    first: Publication | None = None
    """The earliest that states a year."""
    source: str = ""
    """Who states publication, DOI and type, as in `Claim.source`."""
    provenance: tuple[Provenance, ...] = ()


def cited(said: Statements) -> Cited:
    """The form that is cited, all forms, and where that comes from."""
    found, strays = forms(one for record in said.records for one in stated(record))
    chosen = _by_person(said, found) or min(found, key=_preference, default=None)
    if chosen is None:
        types = said.said("type", lambda record: record.type, str)
        first: RecordType = next((record.type for record in said.records if record.type), "")
        return Cited(type=first, provenance=_known(choose("type", types, "the first stated")))
    best = _with_type(chosen)
    publication = None if best.server == "arXiv" else best.publication
    shown = sorted((_shown(form) for form in found), key=_when)
    dated = [one.publication for one in shown if one.publication and one.publication.year]
    return Cited(
        publication=publication,
        doi=best.doi,
        type=best.type,
        manifestations=tuple(shown),
        first=dated[0] if dated else publication,
        source=best.source,
        provenance=_sources(chosen, best, publication, found, strays),
    )


def published(publication: Publication) -> str:
    """`ICML 2024, PMLR 235, pages 26874-26901`"""
    p = publication
    pages = f"pages {p.first_page}-{p.last_page}" if p.last_page else f"page {p.first_page}"
    number = f"number {p.number}" if p.number else None
    parts = (f"{p.venue} {p.year or ''}".strip(), p.volume, number, pages if p.first_page else None, p.publisher)
    return one_line(", ".join(part for part in parts if part))


def _by_person(said: Statements, found: list[Form]) -> Form | None:
    """The form that a person names by its place or its DOI; made where no record states it."""
    place, at = said.person.get("publication", (None, None))
    doi, doi_at = said.person.get("doi", (None, None))
    where = at or doi_at
    if where is None:
        return None
    one = Stated(
        "person", str(where), where, doi=cast("str | None", doi), publication=cast("Publication | None", place)
    )
    if place is None:
        known = next((form for form in found if any(other.doi == doi for other in form.said)), None)
        known = known or min((form for form in found if not form.is_preprint), key=_preference, default=None)
        if known is None:
            found.append(known := Form([one]))
        elif known.best.doi != doi:
            known.said.append(replace(one, publication=known.best.publication, kind=known.best.kind))
        return known
    one = replace(one, kind=kind_of("", one.venue))
    form = next((form for form in found if any(same_form(one, other) for other in form.said)), None)
    if form is None:
        form = Form([])
        found.append(form)
    elif one.doi is None:
        one = replace(one, doi=form.best.doi)
    form.said.append(one)
    return form


def _with_type(form: Form) -> Stated:
    """The statement that tells the form. A person states no type: then as the records have it."""
    best = form.best
    others = [one for one in form.said if one.origin != "person"]
    return replace(best, type=Form(others).best.type) if best.origin == "person" and others else best


def _preference(form: Form) -> tuple[int, int, int, str]:
    """Sorts the form to cite first."""
    best = form.best
    if best.kind == PREPRINT:
        rank = 5
    elif not best.venue and best.kind in ("", "journal", "meeting"):
        rank = 4
    elif best.kind == "" or best.type in _MAGAZINES or (best.kind == "meeting" and venues.is_minor(best.venue)):
        rank = 3
    else:
        rank = {"journal": 0, "meeting": 1}.get(best.kind, 2)
    return rank, -(best.year or 0), -best.details, best.venue


def _shown(form: Form) -> Manifestation:
    best = _with_type(form)
    year = identifiers.arxiv_year_month(best.arxiv)[0] if best.arxiv else best.year
    address = f"https://doi.org/{quote(best.doi, safe='/:;()._-')}" if best.doi else ""
    return Manifestation(
        label=_label(best, year),
        type=best.type,
        address=identifiers.arxiv_url(best.arxiv) if best.arxiv else address,
        year=year,
        doi=best.doi,
        arxiv=best.arxiv,
        publication=None if best.server == "arXiv" else best.publication,
        source=best.source,
    )


def _label(best: Stated, year: int | None) -> str:
    """`arXiv 2020`, `ICML 2021`, `Thesis 2019`; `DOI 2021` where nothing but a DOI is known."""
    name = best.server or (one_line(venues.short(best.venue), 200) if best.venue else "")
    name = name or item_types.NAMES.get(best.type, "") or ("DOI" if best.doi else "")
    return name if year is None or str(year) in name else f"{name} {year}".strip()


def _when(one: Manifestation) -> tuple[int, bool, int, int, str, str]:
    """By day as far as it is known; a preprint before what was published in its year; without a year last."""
    p = one.publication
    month, day = (p.month or 0, p.day or 0) if p else (0, 0)
    return one.year or 9999, one.type != "article", month, day, one.label, one.source


def _sources(
    chosen: Form, best: Stated, publication: Publication | None, found: Sequence[Form], strays: Sequence[Stated]
) -> tuple[Provenance, ...]:
    """Where publication, DOI and type come from. Other forms contradict nothing, but where a person overrules them."""
    others = sorted((one for one in chosen.said if one.source != best.source), key=lambda o: (RANK[o.origin], o.place))
    if best.origin == "person":
        others += [one for form in found if form is not chosen and not form.is_preprint for one in form.said]
    whole = "the most detailed statement, whole"

    def said(
        value: Callable[[Stated], T | None], text: Callable[[T], str], more: Sequence[Stated] = ()
    ) -> list[Said[T]]:
        told = ((one, value(one)) for one in (best, *others, *more))
        return [Said(v, text(v), one.origin, one.source) for one, v in told if v]

    places = said(lambda one: one.publication, published, strays) if publication else []
    dois = said(lambda one: one.doi, str) if best.doi else []
    types = said(lambda one: one.type, str) if best.type and not chosen.is_preprint else []
    return _known(
        choose("publication", places, whole, _says_no_more),
        choose("doi", dois, "of the statement that the publication is from"),
        choose("type", types, "of the statement that the publication is from"),
    )


def _known(*sources: Provenance | None) -> tuple[Provenance, ...]:
    return tuple(source for source in sources if source is not None)


def _says_no_more(taken: Publication, other: Publication) -> bool:
    mine, its = ((fold(p.venue), p.year, p.volume, p.number, p.first_page, p.last_page) for p in (taken, other))
    return all(not b or a == b for a, b in zip(mine, its, strict=True))
