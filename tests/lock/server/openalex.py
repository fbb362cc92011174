"""What OpenAlex' interface answers: https://developers.openalex.org/guides/filtering, with works in the shape of
https://developers.openalex.org/api-reference/works/get-a-single-work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

JSON = "application/json"


def location(address: str, kind: str, venue: str) -> dict[str, Any]:
    """One place where a work can be found."""
    source = {"id": "https://openalex.org/S1", "display_name": venue, "type": kind}
    return {"is_oa": True, "landing_page_url": address, "pdf_url": None, "source": source, "version": None}


ARXIV = "arXiv (Cornell University)"


@dataclass
class OpenAlex:
    """The works it knows; it answers who has the key."""

    key: str = "sesame"
    works: list[dict[str, Any]] = field(default_factory=list)

    def add(self, doi: str, *locations: dict[str, Any], **facts: Any) -> None:
        """An invented work."""
        address = f"https://doi.org/{doi.lower()}"
        found = list(locations) or [location(address, "journal", "Journal of Ink")]
        orcid = "https://orcid.org/0000-0002-1825-0097"
        self.works.append(
            {
                "id": f"https://openalex.org/W{len(self.works) + 1}",
                "doi": address,
                "display_name": "Rivers of ink",
                "publication_year": 2024,
                "ids": {"openalex": f"https://openalex.org/W{len(self.works) + 1}", "doi": address},
                "primary_location": found[0],
                "locations": found,
                "authorships": [
                    {"author": {"display_name": "Ada Moss", "orcid": orcid}, "author_position": "first"},
                    {"author": {"display_name": "Bo Lind", "orcid": None}, "author_position": "last"},
                ],
                "is_retracted": False,
                **facts,
            }
        )

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]:
        if query.get("api_key") != self.key:
            return 401, JSON, b'{"error":"Authentication required","message":"An API key is needed."}'
        if path.startswith("/works/doi:"):
            address = f"https://doi.org/{unquote(path.removeprefix('/works/doi:')).lower()}"
            one = next((one for one in self.works if one["doi"] == address), None)
            return (200, JSON, json.dumps(one).encode()) if one else (404, JSON, b'{"error":"Not found"}')
        if path != "/works":
            return 404, JSON, b'{"error":"Not found"}'
        wanted = query["filter"].removeprefix("doi:").lower().split("|")
        if len(wanted) > 100 or int(query.get("per-page", "25")) > 200:
            return 400, JSON, b'{"error":"Invalid query parameters error."}'
        places = ({one["doi"], *(each["landing_page_url"] for each in one["locations"])} for one in self.works)
        found = [
            one for one, known in zip(self.works, places, strict=True)
            if any(f"https://doi.org/{ident}" in known for ident in wanted)
        ]  # fmt: skip
        shown = query["select"].split(",")
        results = [{name: one[name] for name in one if name in shown} for one in found]
        meta = {"count": len(results), "page": 1, "per_page": 25}
        return 200, JSON, json.dumps({"meta": meta, "results": results, "group_by": []}).encode()
