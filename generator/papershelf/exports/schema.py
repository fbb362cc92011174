"""What the JSON of `api` looks like, as JSON Schema: https://json-schema.org/draft/2020-12"""

from __future__ import annotations

import json
from typing import Any

from papershelf.config import Settings
from papershelf.curated.note_file import STATUSES
from papershelf.exports.api import VERSION
from papershelf.model import Publication

Schema = dict[str, Any]
_DAY = {"type": "string", "format": "date"}
_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}


def text(settings: Settings) -> str:
    """api/schema.json"""
    return json.dumps(schema(settings), ensure_ascii=False, indent=2) + "\n"


def schema(settings: Settings) -> Schema:
    """Of api/papers.json, api/topics/<id>.json and others (`list`), and of api/papers/<id>.json (`paper`)."""
    named = {"$id": f"{settings.site_url}api/schema.json"} if settings.site_url else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **named,
        "title": "Papers of a papershelf list",
        "description": f"Version {VERSION}. api/papers.json is a list, each api/papers/<id>.json a paper. What is not "
        "known is left out. New keys may come with the same version; a key changes its meaning or goes only with a "
        "new one.",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in ("list", "paper", "moved", "gone")],
        "$defs": {
            "version": {"const": VERSION},
            "list": _object(
                "Papers, newest first: all of them, those of a topic, a year or an author",
                {
                    "version": {"$ref": "#/$defs/version"},
                    "schema": _said("Where this schema is"),
                    "site": _said("Address of the site; addresses in here are absolute if it is given, else below it"),
                    "papers": _list({"$ref": "#/$defs/entry"}),
                },
                "version", "papers",
            ),
            "entry": _object("A paper in a list", {**_BRIEF, "authors": _list(_TEXT)}, *_ALWAYS),
            "paper": _object(
                "Everything about a paper",
                {"version": {"$ref": "#/$defs/version"}, **_BRIEF, **_MORE},
                "version", *_ALWAYS, "authors_complete", "records", "csl", "bibtex", "ris",
            ),
            "moved": _object(
                "At an id that a paper had besides its own",
                {
                    "version": {"$ref": "#/$defs/version"}, "id": _TEXT, "moved_to": _said("Id of the paper"),
                    "data": _said("Of everything about it"),
                },
                "version", "id", "moved_to", "data",
            ),
            "gone": _object(
                "At the id of a paper that the list has no more",
                {
                    "version": {"$ref": "#/$defs/version"}, "id": _TEXT, "key": _said("Its citation key"),
                    "gone": {"const": True}, "removed": _said("Since when", _DAY),
                },
                "version", "id", "key", "gone",
            ),
            "author": _object(
                "An author as stated",
                {
                    "name": _TEXT,
                    "family": _said("Where a source sets it apart"),
                    "collective": {"type": "boolean", "description": "A team, no person"},
                    "id": _said("Of the person, over all papers of the list"),
                    "address": _said("Of the person's page"),
                },
                "name",
            ),
            "publication": _object("Where it came out, all from one source", _PUBLICATION),
            "form": _object(
                "A form in which it came out",
                {
                    "label": _TEXT, "type": {"$ref": "#/$defs/type"}, "address": _TEXT, "year": _NUMBER, "doi": _TEXT,
                    "arxiv": _TEXT, "publication": {"$ref": "#/$defs/publication"}, "source": _TEXT,
                },
                "label",
            ),
            "type": _said("An item type of CSL 1.0.2; `article` is a preprint"),
        },
    }  # fmt: skip


def _object(description: str, properties: Schema, *required: str) -> Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        **({"required": list(required)} if required else {}),
    }


def _said(description: str, of: Schema = _TEXT) -> Schema:
    return {**of, "description": description}


def _list(items: Schema, description: str = "") -> Schema:
    return {**({"description": description} if description else {}), "type": "array", "items": items}


_ALWAYS = ("id", "key", "address", "data", "type")
_NOTED: Schema = {
    "status": {"enum": list(STATUSES), "description": "Whether people of the list have read it"},
    "rating": {"type": "integer", "minimum": 1, "maximum": 5, "description": "By a person of the list"},
    "tags": _list(_TEXT, "Given by people of the list"),
    "why": _said("Why to read it, in a person's words"),
}
_BRIEF: Schema = {
    "id": _said("Of its page: the arXiv id, else made from the DOI or the title; it never changes"),
    "key": _said("Citation key"),
    "address": _said("Of its page"),
    "data": _said("Of everything about it"),
    "title": _said("As Unicode text"),
    "label": _said("What to call it, where no title is known"),
    "year": _said("Of its first form", _NUMBER),
    "date": _said("Of the form that is cited, as exactly as it is known: 2024, 2024-01, 2024-01-02"),
    "type": {"$ref": "#/$defs/type"},
    "venue": _said("Of the form that is cited"),
    "arxiv": _said("arXiv id without version"),
    "doi": _said("Of the form that is cited"),
    "notice": _said("What became of it since: withdrawn, retracted, expression of concern"),
    "topics": _list(_TEXT, "Ids"),
    "first_seen": _said("When it came to the list", _DAY),
    **_NOTED,
}
_PUBLICATION: Schema = {
    name: _NUMBER if name in ("year", "month", "day") else _TEXT for name in Publication.__dataclass_fields__
}
_SOURCE = _said("Where it is stated: a file and its lines")
_MORE: Schema = {
    "authors": _list({"$ref": "#/$defs/author"}, "In order"),
    "authors_complete": {"type": "boolean", "description": "False: there are others, whom no source names"},
    "abstract": _said("As Unicode text"),
    "tex": _object("Title and abstract with their TeX, where they have some", {"title": _TEXT, "abstract": _TEXT}),
    "earlier_titles": _list(_TEXT),
    "submitted": _said("First version", _DAY),
    "updated": _said("Latest version known", _DAY),
    "publication": {"$ref": "#/$defs/publication"},
    "manifestations": _list({"$ref": "#/$defs/form"}, "Every form in which it came out, the earliest first"),
    "category": _said("Primary category of arXiv"),
    "category_inferred": {"type": "boolean", "description": "The source has the category without its archive"},
    "categories": _list(_TEXT),
    "ids": _list(_object("In another catalogue", {"scheme": _TEXT, "id": _TEXT}, "scheme", "id")),
    "topics": _list(
        _object("A topic and why", {"id": _TEXT, "name": _TEXT, "reasons": _list(_TEXT)}, "id", "name", "reasons")
    ),
    "related": _list(
        _object("A paper and why", {"id": _TEXT, "title": _TEXT, "reasons": _list(_TEXT)}, "id", "title", "reasons")
    ),
    "comments": _list(_TEXT),
    "pages": _said("Number of pages", _NUMBER),
    "affiliations": _list(_TEXT),
    "keywords": _list(_TEXT),
    "collections": _list(_TEXT, "Where sources file it"),
    "language": _TEXT,
    "licence": _said("Of the paper itself, where a source states it: `CC BY 4.0`"),
    "notes": _list(_object("What somebody wrote beside it", {"text": _TEXT, "source": _SOURCE}, "text", "source")),
    "remarks": _list(
        _object(
            "What a person of the list wrote; the first that says so gives `status`, `rating` and `why`",
            {"markdown": _said("As written: not safe to show as HTML"), **_NOTED, "added_by": _TEXT, "source": _SOURCE},
            "source",
        )
    ),
    "links": _list(_TEXT, "Pages and files about it, besides arXiv's and the DOI's"),
    "code": _list(_TEXT, "Those of `links` that are code"),
    "aliases": _list(_TEXT, "Other ids that lead to its page"),
    "former_keys": _list(_TEXT, "Citation keys of papers that turned out to be this one"),
    "records": _list(
        _object(
            "What one place of one source says about it",
            {"source": _SOURCE, "format": _TEXT, "key": _TEXT, "given_id": _TEXT},
            "source", "format", "key",
        )
    ),
    "provenance": _list(
        _object(
            "Where a value comes from",
            {
                "field": _TEXT,
                "source": _SOURCE,
                "rule": _said("Why this value"),
                "others": _list(
                    _object("A value not taken", {"value": _TEXT, "source": _SOURCE}, "value", "source")
                ),
            },
            "field", "source",
        )
    ),
    "csl": {"type": "object", "description": "Item of CSL-JSON without the abstract, which stands in `abstract`"},
    "bibtex": _said("Entry of BibTeX"),
    "ris": _said("Reference of RIS without the abstract: AB stands before ER"),
}  # fmt: skip
