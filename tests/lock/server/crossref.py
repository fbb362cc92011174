"""What Crossref's interface answers: https://api.crossref.org/swagger-ui/index.html, with works in the shape of
https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md. A filter that is given several times holds where any
of its values does; what has no colon belongs to the value before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

JSON = "application/json"
_SELECTABLE = """
abstract URL resource member posted score created degree update-policy short-title license ISSN container-title issued
update-to issue prefix approved indexed article-number clinical-trial-number accepted author group-title DOI
is-referenced-by-count updated-by event chair standards-body original-title funder translator published archive
published-print alternative-id subject subtitle published-online publisher-location content-domain reference title
link type publisher volume references-count ISBN issn-type assertion deposited page content-created
short-container-title relation editor
"""
SELECTABLE = frozenset(_SELECTABLE.split())


def date(*parts: int | None) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


def work(doi: str, **facts: Any) -> dict[str, Any]:
    """An invented article; `facts` with `_` for `-`."""
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": ["Rivers of Ink"],
        "author": [
            {"ORCID": "http://orcid.org/0000-0002-1825-0097", "authenticated-orcid": False, "given": "Ada",
             "family": "Moss", "sequence": "first", "affiliation": []},
            {"given": "Bo", "family": "Lind", "sequence": "additional", "affiliation": []},
        ],
        "container-title": ["Journal of Ink"],
        "publisher": "Inkwell Press",
        "volume": "7",
        "issue": "2",
        "page": "11-29",
        "published-print": date(2024, 5),
        "published-online": date(2023, 12, 30),
        "issued": date(2023, 12, 30),
        "relation": {},
        "prefix": doi.partition("/")[0],
        "source": "Crossref",
        "score": 1.0,
        "reference-count": 41,
        "ISSN": ["1234-5679"],
        "URL": f"https://doi.org/{doi}",
        "abstract": "<jats:p>We follow ink.</jats:p>",
        **{name.replace("_", "-") if name != "DOI" else name: value for name, value in facts.items()},
    }  # fmt: skip


@dataclass
class Crossref:
    """The works it knows."""

    works: list[dict[str, Any]] = field(default_factory=list)

    def add(self, doi: str, **facts: Any) -> None:
        self.works.append(work(doi, **facts))

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]:
        if path.startswith("/works/"):
            wanted = unquote(path.removeprefix("/works/")).lower()
            found = next((one for one in self.works if one["DOI"].lower() == wanted), None)
            if found is None:
                return 404, "text/plain", b"Resource not found."
            return _json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": found})
        if path != "/works":
            return 404, "text/plain", b"Resource not found."
        selected = [name for name in query.get("select", "").split(",") if name]
        rows = int(query.get("rows", "20"))
        if not SELECTABLE.issuperset(selected) or rows > 1000:
            return 400, JSON, b'{"status":"failed","message-type":"validation-failure","message":[]}'
        found_works = [one for one in self.works if _fits(one, _filters(query.get("filter", ""))) and _says(one, query)]
        items = [{name: one[name] for name in one if not selected or name in selected} for one in found_works]
        message = {"facets": {}, "total-results": len(items), "items": items[:rows], "items-per-page": rows,
                   "query": {"start-index": 0, "search-terms": None}}  # fmt: skip
        return _json({"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message})


def _json(value: Any) -> tuple[int, str, bytes]:
    return 200, JSON, json.dumps(value).encode()


def _filters(text: str) -> dict[str, set[str]]:
    parts: list[str] = []
    for piece in text.split(",") if text else ():
        if ":" in piece:
            parts.append(piece)
        else:
            parts[-1] += f",{piece}"
    found: dict[str, set[str]] = {}
    for part in parts:
        name, _, value = part.partition(":")
        found.setdefault(name, set()).add(value)
    return found


def _fits(one: dict[str, Any], filters: dict[str, set[str]]) -> bool:
    related = {other["id"] for others in one["relation"].values() for other in others}
    stated = {"doi": {one["DOI"].lower()}, "relation.object": related}
    return all(stated[name] & values for name, values in filters.items())


def _says(one: dict[str, Any], query: Mapping[str, str]) -> bool:
    """Any word of the title, and any of the author's name: there is no way to ask for all of them."""
    title = set(" ".join(one["title"]).lower().replace(":", "").split())
    names = set(" ".join(f"{each.get('given')} {each.get('family')}" for each in one["author"]).lower().split())
    sought = query.get("query.bibliographic", "").lower().replace(":", "").split()
    author = query.get("query.author", "").lower().split()
    return (not sought or bool(title & set(sought))) and (not author or bool(names & set(author)))
