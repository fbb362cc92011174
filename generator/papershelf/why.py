"""`papershelf why`: one paper explained, as plain text for a terminal.

In: what a person types (id, versioned id, DOI, record key, citation key in a source, address of the page or at arXiv,
title) and the library.
Out: the records it was merged from, what joined them, for each field the value taken, its source and the values not
taken, and what is still open.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rapidfuzz import fuzz, process, utils

from papershelf import refs
from papershelf.model import Library, Manifestation, Paper, Place, Provenance
from papershelf.text import clean, fold, one_line, sentence_cut

WIDTH = 100
_VALUE = 240
"""Characters of a value that are shown."""
_CLOSE = 55.0


def why(library: Library, ref: str) -> str | None:
    """The explanation of the paper that `ref` names; None where there is none (see `close`)."""
    return "\n\n".join("\n".join(_explained(library, paper)) for paper in find(library, ref)) or None


def find(library: Library, ref: str) -> list[Paper]:
    """The papers that `ref` names: one, but for a title that several have."""
    keys = [(paper, (paper.id, paper.key, *paper.aliases, *paper.former_keys)) for paper in library.papers]
    exact = [paper for paper, names in keys if ref and ref in names]
    return exact or [paper for paper in library.papers if _is_named(paper, ref)]


def close(library: Library, ref: str) -> tuple[str, ...]:
    """Up to three papers that `ref` may have meant, the most likely first: `2309.00267  RLAIF vs. RLHF: …`."""
    ref = refs.normal(clean(ref, 500))
    names: dict[str, Paper] = {}
    for paper in library.papers:
        for name in (paper.id, paper.arxiv, paper.doi, paper.title, *paper.earlier_titles):
            if name:
                names.setdefault(name, paper)
    near = process.extract(
        ref, list(names), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_CLOSE, limit=12
    )
    papers = {names[name].id: names[name] for name, _, _ in near}
    return tuple(f"{paper.id}  {one_line(paper.label, 90)}" for paper in list(papers.values())[:3])


def _is_named(paper: Paper, ref: str) -> bool:
    wanted = refs.normal(ref)
    names = {paper.id, refs.normal(paper.id), paper.arxiv, paper.doi, *(r.key for r in paper.members)}
    names |= {form.doi for form in paper.manifestations} | {r.given_id for r in paper.members if r.given_id}
    if wanted in names or refs.page(ref) == paper.id:
        return True
    return bool(fold(wanted)) and fold(wanted) in {fold(t) for t in (paper.title, *paper.earlier_titles) if t}


def _explained(library: Library, paper: Paper) -> Iterator[str]:
    yield one_line(paper.label, 300)
    yield f"page papers/{paper.id}/"
    yield ""
    yield f"Merged from {len(paper.members)} record{'s' if len(paper.members) != 1 else ''}"
    for record in paper.members:
        settled = f"; title settled by {record.settled_by}" if record.settled_by else ""
        given = f", {one_line(record.given_id, 100)}" if record.given_id else ""
        yield f"  {record.place}  {record.key} ({record.format}{given}{settled})"
    if paper.links:
        yield ""
        yield "What joined them"
        for link in paper.links:
            yield f"  {link.rule}, score {link.score:g}: {link.a} and {link.b}"
            yield from _wrapped("; ".join(link.evidence), 6)
    if len(paper.manifestations) > 1:
        yield ""
        yield "Came out as"
        for form in paper.manifestations:
            yield from _form(form, paper)
    yield ""
    yield "Where each value comes from"
    for field in paper.provenance:
        yield from _field(field)
    if paper.category_inferred:
        yield "  The archive of the category was inferred from a bare code."
    if paper.order_source == "arXiv id":
        yield "  No source states a day of submission; the page is sorted by the month of its arXiv id."
    yield from _open(library, {record.place for record in paper.members})


def _form(form: Manifestation, paper: Paper) -> Iterator[str]:
    is_cited = (form.publication, form.doi, form.type) == (paper.publication, paper.doi, paper.type)
    label = f"{form.label} (this one is cited)" if is_cited else form.label
    yield from _wrapped(f"{label}: {form.address}" if form.address else label, 2, 6)
    yield f"      from {form.source}"


def _field(field: Provenance) -> Iterator[str]:
    yield from _wrapped(f"{field.field}: {_brief(field.taken.value)}", 2, 6)
    yield f"      from {field.taken.source}" + (" (inferred)" if field.taken.origin == "inferred" else "")
    for other in field.others:
        yield from _wrapped(f"not taken: {_brief(other.value)}", 6, 10)
        yield f"          from {other.source}"
    if field.rule:
        yield f"      because: {field.rule}"


def _open(library: Library, places: set[Place]) -> Iterator[str]:
    asked = [question for question in library.questions if places & set(question.places)]
    if asked:
        yield ""
        yield "Open questions"
    for question in asked:
        yield from _wrapped(question.ask, 2, 6)
        yield from _wrapped(question.reason, 6)
        yield f"      to answer, put one of these into {question.file}:"
        for answer in question.answers:
            yield from (f"        {clean(line)}" for line in answer.splitlines())


def _brief(value: str) -> str:
    return sentence_cut(value, _VALUE)


def _wrapped(text: str, indent: int, more: int | None = None) -> list[str]:
    first, rest = " " * indent, " " * (indent if more is None else more)
    return textwrap.wrap(one_line(text), WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)
