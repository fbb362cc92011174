"""Papers of a list as COinS: a reference manager that is asked to save from the page offers all of them.

One context object (ANSI/NISO Z39.88-2004, https://groups.niso.org/higherlogic/ws/public/download/14833/z39_88_2004_r2010.pdf)
as the title of an empty span (https://web.archive.org/web/20170622221000/http://ocoins.info/). Never on a paper's own
page: there it would hide what the head says. Zotero reads the Dublin Core form with its own name of a type, which must
come last (parseContextObject of its openurl.js).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote_plus

from papershelf import text
from papershelf.metadata import people
from papershelf.metadata.facts import Facts
from papershelf.metadata.zotero import TYPES
from papershelf.model import Paper

MOST = 500
"""Papers of a page that has them: each costs some 400 bytes."""
AUTHORS = 300
"""A longer list is left out: Zotero then fetches the paper's record by its DOI."""
_FORMATS = {"journalArticle": "journal", "conferencePaper": "book"}


def block(spans: Sequence[str]) -> str:
    """A block of HTML that shows nothing: the spans of a list's papers; empty for none."""
    return "<div hidden>\n" + "\n".join(spans) + "\n</div>" if spans else ""


def span(paper: Paper) -> str:
    return f'<span class="Z3988" title="{escape(_context(paper))}"></span>'


def _context(paper: Paper) -> str:
    """`ctx_ver=Z39.88-2004&rft_val_fmt=…&rft.title=…`"""
    facts = Facts.of(paper)
    return "&".join(f"{key}={quote_plus(text.clean(value), safe=':/,')}" for key, value in _pairs(facts))


def _pairs(facts: Facts) -> Iterator[tuple[str, str]]:
    item, kind = facts.item, TYPES[facts.type]
    form = _FORMATS.get(kind, "dc")
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    venue = item.get("container-title", "")
    if kind == "journalArticle":
        yield from (("rft.genre", "article"), ("rft.atitle", facts.title), ("rft.jtitle", venue))
    elif kind == "conferencePaper":
        yield from (("rft.genre", "proceeding"), ("rft.atitle", facts.title), ("rft.btitle", venue))
    else:
        yield "rft.title", facts.title
        if venue and kind != "document":  # which has no such field
            yield "rft.source", venue
    for name in ("volume", "issue"):
        if name in item:
            yield f"rft.{name}", item[name]
    if "page" in item:
        yield "rft.pages", item["page"]
    if "publisher" in item:
        yield "rft.publisher", item["publisher"]
    names = people.stated(facts.authors)
    for name in names if len(names) <= AUTHORS else ():
        yield "rft.au", name
    if facts.date:
        yield "rft.date", facts.date
    if facts.doi:
        yield "rft_id", f"info:doi/{facts.doi}"
    if facts.public:
        yield "rft_id", facts.public
    if form == "dc":
        yield "rft.type", kind
