"""Abstract blocks: abstract, comments, id and dates, with blank lines between.

    We introduce RecurrentGemma, an open language model which …

    18 pages, 8 figures

    arXiv:2404.07839
    Created: 2024-04-11 Updated: 2024-08-28

The comment paragraph and `Updated:` are optional. No published description: the format of dumps 000 and 001 of this
list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Problem, Record
from papershelf.readers import abstracts
from papershelf.readers.marks import ID
from papershelf.readers.sheet import LINE_START, UNSEEN, Sheet

NAME = "abstract blocks"
_ID_LINE = rf"{LINE_START}[ \t{UNSEEN}]*{ID.pattern}(?:v[0-9]+)?[ \t]*"
_MARKED = re.compile(rf"{_ID_LINE}(?:\r\n|\r(?!\n)|\n)[ \t]*(?:created:|updated:|\r|\n)", re.I | re.A)
_DATED = re.compile(rf"{LINE_START}[ \t]*created:[ \t]*[0-9]{{4}}-", re.I)


def looks_like(text: str) -> bool:
    """Whether ids stand on lines of their own, with dates or a blank line after them."""
    return bool(_MARKED.search(text) or _DATED.search(text))


def read(text: str, path: str) -> Iterator[Record | Problem]:
    """The file's records and problems, in order."""
    return abstracts.read(Sheet(text, path, NAME))
