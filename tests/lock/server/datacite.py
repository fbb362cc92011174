"""What DataCite's interface answers: https://support.datacite.org/docs/api-get-lists, with attributes in the shape of
https://support.datacite.org/docs/api-get-doi."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

JSON = "application/vnd.api+json; charset=utf-8"
_NONE = '{"errors":[{"status":"404","title":"The resource you are looking for doesn\'t exist."}]}'


def creator(given: str, family: str, orcid: str = "") -> dict[str, Any]:
    """A person."""
    scheme = {"schemeUri": "https://orcid.org", "nameIdentifierScheme": "ORCID"}
    return {
        "name": f"{family}, {given}",
        "nameType": "Personal",
        "givenName": given,
        "familyName": family,
        "affiliation": [],
        "nameIdentifiers": [scheme | {"nameIdentifier": f"https://orcid.org/{orcid}"}] if orcid else [],
    }


@dataclass
class DataCite:
    """The DOIs it knows, with their attributes."""

    dois: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, doi: str, **attributes: Any) -> None:
        """An invented DOI."""
        self.dois[doi.lower()] = {
            "doi": doi.lower(),
            "identifiers": [],
            "creators": [creator("Ada", "Moss", "0000-0002-1825-0097"), creator("Bo", "Lind")],
            "titles": [{"title": "Rivers of ink"}],
            "publisher": "Zenodo",
            "container": {},
            "publicationYear": 2024,
            "subjects": [],
            "contributors": [],
            "dates": [{"date": "2024-03-05", "dateType": "Issued"}],
            "types": {"ris": "RPRT", "citeproc": "article-journal", "resourceTypeGeneral": "Text"},
            "relatedIdentifiers": [],
            "relatedItems": [],
            "version": None,
            "state": "findable",
            **attributes,
        }

    def add_preprint(self, arxiv: str, **attributes: Any) -> None:
        types = {"citeproc": "article", "resourceType": "Article", "resourceTypeGeneral": "Preprint"}
        self.add(f"10.48550/arXiv.{arxiv}", **({"publisher": "arXiv", "types": types} | attributes))

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]:
        if path.startswith("/dois/"):
            found = self.dois.get(unquote(path.removeprefix("/dois/")).lower())
            if found is None:
                return 404, JSON, _NONE.encode()
            return 200, JSON, json.dumps({"data": _resource(found)}).encode()
        if path != "/dois":
            return 404, JSON, _NONE.encode()
        size = int(query.get("page[size]", "25"))
        known = [self.dois[ident] for ident in query["ids"].lower().split(",") if ident in self.dois]
        shown = query.get("fields[dois]", "").split(",")
        data = [_resource({name: one[name] for name in one if name in shown}) for one in known[:size]]
        meta = {"total": len(known), "totalPages": 1, "page": 1}
        return 200, JSON, json.dumps({"data": data, "meta": meta, "links": {"self": "…"}}).encode()


def _resource(attributes: dict[str, Any]) -> dict[str, Any]:
    return {"id": attributes["doi"], "type": "dois", "attributes": attributes}
