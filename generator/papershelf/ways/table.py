"""What the resolver knows: every name of every paper, in one file that is fetched only when an address does not lead
straight to a page."""

from __future__ import annotations

import json

from papershelf.model import Library, Paper
from papershelf.text import to_plain
from papershelf.ways.names import other_ids

TABLE = "go/papers.json"
_LONGEST = 120


def table(library: Library) -> str:
    """JSON: `{"version": 1, "papers": [[id, title, [other name, ...]], ...], "gone": [[id, title], ...]}`."""
    lines = [[paper.id, to_plain(paper.label, _LONGEST), _names(paper)] for paper in library.papers]
    gone = [[one.id, to_plain(one.title, _LONGEST), [one.key]] for one in library.gone]
    return (
        '{"version": 1, "papers": [\n'
        + ",\n".join(map(_json, lines))
        + '\n], "gone": [\n'
        + ",\n".join(map(_json, gone))
        + "\n]}\n"
    )


def _names(paper: Paper) -> list[str]:
    """Small letters: arXiv id, DOI, citation keys, other ids. What the script works out itself (dots, versions,
    addresses) is not repeated."""
    arxiv = paper.arxiv or ""
    names = (arxiv, paper.doi or "", *other_ids(paper), *(value for _, value in paper.other_ids))
    implied = {"", paper.id.lower(), arxiv.replace(".", "-")}
    return list(dict.fromkeys(name.lower() for name in names if name.lower() not in implied))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
