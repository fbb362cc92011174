"""Which records of some files are the same paper, for other programs: CSV and JSON.

CSV: https://www.rfc-editor.org/rfc/rfc4180 (with the line ends of Unix), UTF-8. JSON: docs/about/dedupe.md describes
each key; `version` changes when a key changes its meaning or goes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from papershelf.files import Papers
from papershelf.model import Link, Question, Record

VERSION = 1
# What hides or steers in a terminal or an editor, and what is no Unicode text: `text.clean` takes it out; here it is
# data, so it is escaped. Between the strings of a JSON text stands none of it.
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)


def as_csv(found: Papers) -> str:
    """`id,cluster`, one row a record in the order of the files; a cluster is called like its first record."""
    cluster = {member.place: found.name(each.members[0]) for each in found.clusters for member in each.members}
    rows = (f"{_quoted(found.name(record))},{_quoted(cluster[record.place])}\n" for record in found.records)
    return "id,cluster\n" + "".join(rows)


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if re.search('[",\r\n]', value) else value


def as_json(found: Papers) -> str:
    """One JSON object; each cluster, question and problem on a line of its own."""
    head = {
        "version": VERSION,
        "records": len(found.records),
        "papers": len(found.clusters),
        "files": [{"file": file.path, "format": file.format, "encoding": file.encoding} for file in found.files],
    }
    lists: dict[str, Iterable[dict[str, Any]]] = {
        "clusters": (
            {
                "id": found.name(cluster.members[0]),
                "members": [_member(found, record) for record in cluster.members],
                "links": [_link(found, link) for link in cluster.links],
            }
            for cluster in found.clusters
        ),
        "questions": (_question(found, question) for question in found.questions),
        "problems": (
            {"file": p.place.path, "line": p.place.first, "message": p.message, "fix": p.fix} for p in found.problems
        ),
    }
    encode = json.JSONEncoder(ensure_ascii=False).encode
    parts = [encode(head)[:-1]]
    for name, entries in lists.items():
        lines = ",\n".join(map(encode, entries))
        parts.append(f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []')
    return _UNSEEN.sub(_escaped, ",\n".join(parts) + "}\n")


def _escaped(m: re.Match[str]) -> str:
    return json.dumps(m[0])[1:-1]


def _member(found: Papers, record: Record) -> dict[str, Any]:
    """What is not stated is left out."""
    publication = record.publication
    told = {
        "title": record.title,
        "authors": list(record.authors),
        "year": publication.year if publication else None,
        "venue": publication.venue if publication else None,
        "arxiv": record.arxiv,
        "doi": record.doi,
    }
    place = {"file": record.place.path, "line": record.place.first}
    return {"id": found.name(record), **place, **{key: value for key, value in told.items() if value}}


def _link(found: Papers, link: Link) -> dict[str, Any]:
    return {
        "a": found.names[link.a],
        "b": found.names[link.b],
        "rule": link.rule,
        "score": link.score,
        "evidence": list(link.evidence),
    }


def _question(found: Papers, question: Question) -> dict[str, Any]:
    a, b = (found.names[place] for place in question.places)
    return {
        "a": a,
        "b": b,
        "score": question.score,
        "records": question.settles,
        "reason": question.reason,
        "sides": [{"field": s.field, "a": s.a, "b": s.b, "agree": s.agree} for s in question.sides],
    }
