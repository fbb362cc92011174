"""Run-on abstracts: each on a line, then comment lines, then the id with the next abstract glued to it.

    Post-training of language models increasingly relies on …
    ACL 2023
    arXiv:2502.02671While large language models perform well …
    arXiv:2412.12119

There are no dates. No published description: the format of dumps 002 and 003 of this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf.model import Problem, Record
from papershelf.readers import abstracts
from papershelf.readers.marks import ID
from papershelf.readers.sheet import LINE_START, UNSEEN, Sheet

NAME = "run-on abstracts"
_ENDS_A_TEXT = re.compile(rf"(?:{LINE_START}[ \t{UNSEEN}]*|[.!?。]){ID.pattern}", re.I | re.A)


def looks_like(text: str) -> bool:
    """Whether any arXiv id stands where an abstract would end: at the start of a line, or glued to a text."""
    return _ENDS_A_TEXT.search(text) is not None


def read(text: str, path: str) -> Iterator[Record | Problem]:
    """The file's records and problems, in order."""
    return abstracts.read(Sheet(text, path, NAME))
