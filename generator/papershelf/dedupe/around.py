"""What sources write around an abstract and is not of it: a label before it, notices of rights behind it."""

from __future__ import annotations

import re

# `Abstract: …`, `Abstract—…`, `*Abstract.* …`, `ABSTRACT We …`, `Summary: …`. Taken from every abstract alike: one that
# begins with such a word loses nothing in comparing.
_LABEL = re.compile(r"[\W_]{0,3}(?:abstract(?![\w-])|summary[.:\n—])[\W_]*", re.I)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,20}\b(?:19|20)[0-9]{2}\b|\ball rights reserved\b|\[abstract from author\]"
    r"|\(psycinfo database record",
    re.I,
)
_SIGNS = ("©", "(c)", "(C)", "opyright", "OPYRIGHT", "eserved", "FROM AUTHOR", "PsycINFO")
"""Each notice has one of these; to look for them takes a tenth of the time."""
_NOTICE = 300
"""Characters at the end in which notices of rights stand."""


def without_notices(abstract: str) -> str:
    """The abstract itself: `Abstract: We show … . © 2013 Elsevier Ltd. All rights reserved.` is `We show … . `."""
    label = _LABEL.match(abstract)
    if label:
        abstract = abstract[label.end() :]
    end = abstract[-_NOTICE:]
    notice = any(sign in end for sign in _SIGNS) and _RIGHTS.search(abstract, max(0, len(abstract) - _NOTICE))
    return abstract[: notice.start()] if notice else abstract
