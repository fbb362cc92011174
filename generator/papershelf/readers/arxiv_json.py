"""One paper of arXiv's metadata as JSON, a line each: what arXiv gives to Kaggle, and many data sets are made of.

Format: https://www.kaggle.com/datasets/Cornell-University/arxiv (its page lists the keys). `authors_parsed` has family
name, given name and suffix of each author; the days of the versions are those of RFC 5322.
"""

from __future__ import annotations

from typing import Any

from papershelf.readers import entry, journal_refs
from papershelf.readers.json_values import as_dict, text_of


def is_of_arxiv(item: dict[str, Any]) -> bool:
    """Whether an object has the keys that only arXiv's metadata has."""
    return isinstance(item.get("authors_parsed"), list) and bool(text_of(item.get("id")))


def fields(item: dict[str, Any]) -> entry.Fields:
    """What it says, as far as it can be used."""

    def said(key: str) -> str:
        return " ".join(text_of(item.get(key)).split())

    people = [list(map(text_of, one)) for one in item["authors_parsed"] if isinstance(one, list)]
    authors, others = entry.names(", ".join(filter(None, (*one[:1], *one[2:3], *one[1:2]))) for one in people)
    journal = said("journal-ref")
    stated = journal_refs.publication(journal)
    versions = item.get("versions")
    stated_days = (text_of(as_dict(one).get("created")) for one in versions) if isinstance(versions, list) else ()
    days = list(map(entry.day_of, stated_days))
    return entry.Fields(
        id=said("id"),
        type="article",
        title=said("title"),
        authors=authors,
        others=others,
        abstract=text_of(item.get("abstract")),
        venue=stated.venue if stated else "",
        year=str(stated.year or "") if stated else "",
        volume=(stated and stated.volume) or "",
        number=(stated and stated.number) or "",
        pages="-".join(filter(None, (stated.first_page, stated.last_page))) if stated else "",
        arxiv=said("id") + (f"v{len(days)}" if days else ""),
        doi=said("doi"),
        categories=tuple(dict.fromkeys(said("categories").split())),
        created=days[0] if days else None,
        updated=days[-1] if days else None,
        comments=tuple(filter(None, (said("comments"),))),
        notes=(journal,) if journal and not stated else (),
        licence=said("license"),
    )
