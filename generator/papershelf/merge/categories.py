"""The arXiv categories of a paper: what the sources' codes mean."""

from __future__ import annotations

from papershelf import identifiers
from papershelf.merge.choice import Said, choose, first
from papershelf.merge.statements import Statements
from papershelf.model import Problem, Provenance, Question
from papershelf.text import one_line

FILE = "seeds/curated/corrections.yml"


def categories(
    said: Statements, ref: str, label: str
) -> tuple[str | None, bool, tuple[str, ...], list[Provenance], list[Question], list[Problem]]:
    """Primary category, whether its archive was inferred, all categories (the primary one first), where they come from,
    what a person should say, and what is wrong.

    Lists often give a bare code: CL is cs.CL, since no other archive has it. CV may be cs.CV or math.CV: what another
    statement says in full decides; else cs where it has the code, marked as inferred; else a person is asked.
    """
    listed = said.said("categories", lambda r: r.categories, "; ".join)
    # The longest list of one origin: a shorter one leaves some out.
    ordered = sorted(listed, key=lambda s: (s.rank, -len(s.value)))
    whole_source = choose("categories", ordered, "the longest list stated", lambda a, b: set(b) <= set(a))
    known = [code for s in ordered for code in s.value]
    candidates: list[Said[str]] = []
    questions: list[Question] = []
    problems: list[Problem] = []
    for one in said.said("primary_category", lambda r: r.category):
        meant, inferred, possible = identifiers.category(one.value)
        full = [code for code in possible if code in known]
        if (inferred or meant is None) and full:
            meant, inferred = full[0], False
        if meant:
            candidates.append(Said(meant, meant, "inferred" if inferred else one.origin, one.source, one.record))
        elif possible:
            questions.append(_question(one, possible, ref, label))
        elif one.record is not None:
            message = f"{one_line(one.value, 80)!r} is no arXiv category"
            problems.append(Problem(one.record.place, message, "a category as cs.CL", one_line(one.value, 80)))
    candidates.sort(key=lambda s: s.rank)
    primary = first(candidates)
    source = choose("primary_category", candidates, "stated in full before inferred")
    inferred = source is not None and source.taken.origin == "inferred"
    codes = tuple(dict.fromkeys((*((primary,) if primary else ()), *(first(ordered) or ()))))
    sources = [s for s in (source, whole_source) if s is not None]
    return primary, inferred, codes, sources, questions[:1] if primary is None else [], problems


def _question(one: Said[str], possible: tuple[str, ...], ref: str, label: str) -> Question:
    return Question(
        kind="category",
        ask=f"Which arXiv category is {one.value} of “{label}” ({one.source})?",
        reason=f"{', '.join(possible)} have this code, and nothing says which one is meant",
        file=FILE,
        answers=tuple(f"'{ref}':\n  primary_category: {code}" for code in possible),
        places=(one.record.place,) if one.record else (),
        score=50,
    )
