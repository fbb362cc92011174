"""What arXiv's interface answers, as https://info.arxiv.org/help/api/user-manual.html has it: ids in any order, those
that it does not know left out, a mistake as an entry titled `Error`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

ATOM = "application/atom+xml; charset=utf-8"
_ID = re.compile(r"([a-z.-]+(?:\.[A-Z]{2})?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?")


@dataclass
class Work:
    """A paper, invented."""

    id: str
    title: str = "Rivers of ink"
    authors: tuple[str, ...] = ("Ada Moss", "Bo Lind")
    abstract: str = "We follow ink."
    version: int = 1
    published: str = "2023-09-01T17:59:59Z"
    updated: str = "2023-09-01T17:59:59Z"
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    categories: tuple[str, ...] = ("cs.CL",)


@dataclass
class Arxiv:
    """The works it knows."""

    works: list[Work] = field(default_factory=list)

    def add(self, id: str, **facts: object) -> None:
        self.works.append(Work(id, **facts))  # type: ignore[arg-type]

    def answer(self, path: str, query: Mapping[str, str]) -> tuple[int, str, bytes]:
        if path != "/api/query":
            return 404, "text/html", b"<html>Not found</html>"
        ids = [ident for ident in query.get("id_list", "").split(",") if ident]
        for ident in ids:
            if not _ID.fullmatch(ident):
                return 400, ATOM, _feed(query, _error(f"incorrect id format for {ident}"), 1)
        found = [work for work in self.works if work.id in ids] if ids else self._search(query["search_query"])
        shown = found[::-1][: int(query.get("max_results", "10"))]
        return 200, ATOM, _feed(query, "".join(map(_entry, shown)), len(found))

    def _search(self, query: str) -> list[Work]:
        title, author = re.fullmatch(r'ti:"([^"]+)" AND au:"([^"]+)"', query).groups()  # type: ignore[union-attr]
        return [
            work for work in self.works
            if _words(title) in _words(work.title) and any(_words(author) in _words(name) for name in work.authors)
        ]  # fmt: skip


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _feed(query: Mapping[str, str], entries: str, total: int) -> bytes:
    asked = escape("&".join(f"{name}={value}" for name, value in query.items()))
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" '
        'xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <id>https://arxiv.org/api/SkuXkYxumgL1drFIL7NufdnpkFc</id>\n  <title>arXiv Query: {asked}</title>\n"
        "  <updated>2026-11-21T00:00:00Z</updated>\n"
        f'  <link href="https://arxiv.org/api/query?{asked}" type="application/atom+xml"/>\n'
        f"  <opensearch:itemsPerPage>10</opensearch:itemsPerPage>\n"
        f"  <opensearch:totalResults>{total}</opensearch:totalResults>\n"
        f"  <opensearch:startIndex>0</opensearch:startIndex>\n{entries}</feed>\n"
    ).encode()


def _entry(work: Work) -> str:
    address = f"http://arxiv.org/abs/{work.id}v{work.version}"
    others = {"comment": work.comment, "journal_ref": work.journal_ref, "doi": work.doi}
    return (
        f"  <entry>\n    <id>{address}</id>\n    <title>{escape(work.title)}</title>\n"
        f"    <updated>{work.updated}</updated>\n"
        f'    <link href="{address}" rel="alternate" type="text/html"/>\n'
        f"    <summary>{escape(work.abstract)}</summary>\n"
        + "".join(
            f"    <category term={quoteattr(term)} scheme='http://arxiv.org/schemas/atom'/>\n"
            for term in work.categories
        )
        + f"    <published>{work.published}</published>\n"
        + "".join(f"    <arxiv:{name}>{escape(text)}</arxiv:{name}>\n" for name, text in others.items() if text)
        + f"    <arxiv:primary_category term={quoteattr(work.categories[0])}/>\n"
        + "".join(f"    <author>\n      <name>{escape(name)}</name>\n    </author>\n" for name in work.authors)
        + "  </entry>\n"
    )


def _error(why: str) -> str:
    address = f"http://arxiv.org/api/errors#{why.replace(' ', '_')}"
    return (
        f"  <entry>\n    <id>{address}</id>\n    <title>Error</title>\n    <summary>{why}</summary>\n"
        f'    <updated>2026-11-21T00:00:00Z</updated>\n    <link href="{address}" rel="alternate" type="text/html"/>\n'
        "    <author>\n      <name>arXiv api core</name>\n    </author>\n  </entry>\n"
    )
