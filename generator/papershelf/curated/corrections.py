"""corrections.yml: values that a person states for a paper or a record."""

from __future__ import annotations

from papershelf import identifiers, refs
from papershelf.checked import Checker, Keys
from papershelf.curated.nouns import Correction
from papershelf.text import is_web_address

_FIELDS = ("title", "authors", "authors_complete", "abstract", "arxiv", "doi", "primary_category", "categories",
           "submitted", "updated", "publication", "code", "note")  # fmt: skip
_CATEGORY = "arXiv categories as cs.CL"


def corrections(check: Checker) -> tuple[Correction, ...]:
    data = check.file.data
    if data is None:
        return ()
    if not isinstance(data, dict):
        check.wrong((), "the file is no set of corrections", "references with fields: `'2309.00267': {title: …}`", data)
        return ()
    found: dict[str, Correction] = {}
    for name, entry in data.items():
        at = (str(name),)
        given = check.mapping(entry, at, _FIELDS)
        if given is None:
            continue
        ref = refs.normal(str(name))
        if ref in found:
            message = f"{ref[:80]!r} is corrected in line {found[ref].place.first} already"
            check.wrong(at, message, "one entry for a paper", name)
            continue
        found[ref] = _correction(check, at, ref, given)
    return tuple(found.values())


def _correction(check: Checker, at: Keys, ref: str, given: dict[str, object]) -> Correction:
    def where(key: str) -> Keys:
        return (*at, key)

    categories = check.texts(given.get("categories"), where("categories"), "a list of arXiv categories")
    code = check.texts(given.get("code"), where("code"), "a list of addresses")
    texts = {key: check.text(given.get(key), where(key)) for key in ("title", "abstract", "note")}
    for key, values, is_right, what in (
        ("categories", categories or (), is_category, _CATEGORY),
        ("code", code or (), is_web_address, "addresses that start with https://"),
    ):
        for value in values:
            if not is_right(value):
                check.wrong(where(key), f"{value[:80]!r} in {key!r}", what, value)
    return Correction(
        ref=ref,
        place=check.file.place(*at),
        places=tuple((key, check.file.place(*at, key)) for key in given if key != "note" and given[key] is not None),
        title=texts["title"],
        authors=check.names(given.get("authors"), where("authors"), "a list of names, each `First Last`"),
        authors_complete=check.flag(given.get("authors_complete"), where("authors_complete")),
        abstract=texts["abstract"],
        arxiv=check.parsed(given.get("arxiv"), where("arxiv"), _arxiv, "an arXiv id as 2309.00267"),
        doi=check.parsed(given.get("doi"), where("doi"), identifiers.doi, "a DOI as 10.18653/v1/2023.acl-long.344"),
        primary_category=check.parsed(given.get("primary_category"), where("primary_category"), category, _CATEGORY),
        categories=None if categories is None else tuple(filter(is_category, categories)),
        submitted=check.day(given.get("submitted"), where("submitted")),
        updated=check.day(given.get("updated"), where("updated")),
        publication=check.publication(given.get("publication"), where("publication")),
        code=None if code is None else tuple(filter(is_web_address, code)),
        note=texts["note"] or "",
    )


def _arxiv(text: str) -> str | None:
    found = identifiers.arxiv_id(text)
    return found[0].lower() if found else None


def category(text: str) -> str | None:
    """The arXiv category that `text` is or can only mean."""
    known, inferred, _ = identifiers.category(text)
    return None if inferred else known


def is_category(text: str) -> bool:
    """Whether `text` is an arXiv category in full."""
    return category(text) == text
