"""How people name a paper or a record: one spelling for each of them.

In: an arXiv id with or without version, an arXiv or DOI address, a DOI, a record key, the id or address of a page.
Out: the arXiv id, the DOI, the record key, or the page id.
"""

from __future__ import annotations

import re

from papershelf import identifiers

RECORD_KEY = re.compile(r"r-[0-9a-f]{10}\Z")
_PAGE = re.compile(r"(?:\A|/)papers/([^/?#]+?)(?:\.md|\.html)?/?(?:[?#].*)?\Z")
# As names of files and in GitHub's autolinks, which take no dot and no slash.
_DASHED = re.compile(r"(\d{4})-(\d{4,5})(v\d+)?\Z")
_DASHED_OLD = re.compile(rf"({identifiers.OLD_ARCHIVES})-(\d{{7}}(?:v\d+)?)\Z", re.I)


def normal(ref: str) -> str:
    """The one spelling of `ref`; what is nothing known stays as it is, without white space around it."""
    ref = ref.strip()
    page = _PAGE.search(ref)
    if page:
        ref = page[1]
    found = identifiers.arxiv_id(_DASHED_OLD.sub(r"\1/\2", _DASHED.sub(r"\1.\2\3", ref)))
    if found:
        return found[0].lower()
    return identifiers.doi(ref) or ref


def is_reference(ref: str) -> bool:
    """Whether a normal `ref` can name records: arXiv id, DOI or record key."""
    return bool(RECORD_KEY.match(ref)) or identifiers.arxiv_id(ref) is not None or identifiers.doi(ref) is not None


def page(ref: str) -> str:
    """The id of the page that `ref` would have: `cs-0112017` for `cs/0112017`."""
    ref = normal(ref)
    found = identifiers.arxiv_id(ref)
    return identifiers.page_id(found[0] if found else None, identifiers.doi(ref)) or ref
