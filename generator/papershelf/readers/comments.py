"""Comment lines of a paper (arXiv's "Comments" field): which lines are comments, and what they state clearly.

`ACL 2023`, `Published in AAMAS 2024`, `To appear in Phys. Rev. D`, `18 pages, 8 figures`,
`https://github.com/owner/name`. Only what is stated clearly is taken: `Submitted to ICLR 2024` is no publication, `9
pages + appendix` no page count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from papershelf.readers.venues import begins_with_a_meeting, publication

__all__ = ["code_addresses", "is_comment", "page_count", "publication"]

LONGEST = 600
"""A longer text is no comment, whatever its first words are."""
# What only comments begin with.
_BEGINNINGS = (
    # 18 pages, 8 figures, 4 tables
    r"\(?[0-9]{1,4}(?:\s*\+\s*[0-9]+)?\s*(?:pages?\b|pp\b|figures?\b|tables?\b)",
    # v2: typos fixed
    r"(?:v|version\s*|ver\.\s*)[0-9]{1,2}\b[^.]{0,3}[:;,-]",
    # Published in …, to appear in …, submitted to …, under review
    r"(?:accepted|published|presented|appear(?:s|ed|ing)?)\s+(?:at|to|for|by|in|as|on)\b|(?:accepted|published)[.,;]?$",
    r"(?:re)?submitted\b|forthcoming\b|(?:currently\s+)?under\s+review\b",
    r"to\s+(?:appear|be\s+(?:published|presented|submitted))\b|in\s+(?:submission|press|preparation)\b|in\s+(?:the\s+)?proc",
    r"in\s+(?:french|german|russian|spanish|portuguese|italian|chinese|japanese)\b",
    r"comments?\s+(?:are\s+)?(?:very\s+)?welcome|arxiv\s+admin|text\s+overlap|keywords:",
    r"(?:la|pdf|rev)tex\b|supplementary\s+(?:material|information)|best\s+(?:student\s+)?paper",
    # First two authors contributed equally
    r"(?:the\s+)?(?:first|last|both|all|these)?\s*(?:two|three|four|five)?\s*"
    r"(?:authors?\s+(?:contributed|are|listed|in\s+alphabetical)|equal(?:ly)?\s+contribut)",
    # Our code is available at https://…; Code and data: https://…; https://…
    r"(?:(?:our|the|all|source|python|pytorch|project|data(?:set)?s?|models?|and|code|demo)[\s,&]*){1,5}"
    r"(?:(?:is|are)\s+(?:publicly\s+)?available|available|at|on|page|web-?\s*(?:site|page)|:)?[^.]{0,40}https?://",
    r"(?:project\s+page|web-?\s*(?:site|page)|code|data|demo|video|slides|homepage)s?\s*(?:and\s+\w+\s*)?:",
    r"https?://",
)
# What short comments begin with, and abstracts sometimes.
_SHORT_BEGINNINGS = (
    r"(?:long|short|full|extended|revised|corrected|final|camera[- ]ready|journal|conference|preliminary|first)\s+"
    r"(?:version|draft|abstract|paper)",
    r"pre-?print|tech(?:nical|\.)?\s+report|work(?:ing\s+(?:paper|draft))?\s+in\s+progress|working\s+(?:paper|draft)|draft\b",
    r"withdrawn\b|lecture\s+notes|erratum\b|corrigend|supplement",
    r"(?:this\s+)?(?:ph\.?d|master'?s|bachelor'?s|doctoral|diploma)?\.?\s*(?:thesis|dissertation)\b(?!\s+is)",
    r"fix(?:es|ed)?\s|typos?\b|added\s|updated\s|correct(?:s|ed)\s|minor\s|oral\b|spotlight\b|poster\b",
)
_BEGINS = re.compile("|".join(_BEGINNINGS), re.I)
_BEGINS_SHORT = re.compile("|".join(_SHORT_BEGINNINGS), re.I)
_AUTHORS_SPEAK = re.compile(r"\b(?:we|our)\b", re.I)
_SHORT = 120
_PAGES = re.compile(r"(?<![0-9.,+–\-−:])\b([0-9]{1,4})\s*(?:pages?|pp)\b(?!\s*(?:limit|per))", re.I)
# 8+12 pages, 9 pages plus appendix, 10 pages (main text)
_NOT_ALL_PAGES = re.compile(
    r"[0-9]\s*\+\s*[0-9ivx]+\s*(?:pages|pp)"
    r"|\b(?:pages?|pp)\b[^.;]{0,20}(?:\+|\b(?:plus|main|body|excluding|without|not including|each)\b)",
    re.I,
)
# A repository: host, owner and name. A host alone, or an owner's page, is no code.
_REPOSITORY = re.compile(
    r"(?<![\w./@-])(https?://)?(?:www\.)?"
    r"((?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|git\.sr\.ht|gitlab\.[a-z0-9.-]+\.[a-z]{2,})"
    r"/[\w.~-]+/[\w.~-]+(?:/[^\s<>\"'`|\\^{}]*)?"
    r"|gist\.github\.com/[\w./-]+|sourceforge\.net/(?:projects|p)/[\w./-]+)",
    re.I | re.A,
)


def is_comment(text: str) -> bool:
    """Whether `text` can only be a comment, wherever it stands."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return False
    if _BEGINS.match(text) or (len(text) < _SHORT and _BEGINS_SHORT.match(text) and not _AUTHORS_SPEAK.search(text)):
        return True
    return len(text) < 2 * _SHORT and (publication((text,)) is not None or begins_with_a_meeting(text))


def page_count(comments: Iterable[str]) -> int | None:
    """The number of pages, where exactly one is stated for the whole paper."""
    found: set[int] = set()
    for comment in comments:
        counts = _PAGES.findall(comment)
        if counts and _NOT_ALL_PAGES.search(comment):
            return None
        found.update(map(int, counts))
    return found.pop() if len(found) == 1 and 0 not in found else None


def code_addresses(comments: Iterable[str]) -> tuple[str, ...]:
    """Addresses of code repositories, in order, each once. What has no scheme gets `https://`."""
    found = []
    for comment in comments:
        for scheme, rest in _REPOSITORY.findall(comment):
            opened = any(bracket in rest for bracket in "([")
            address = (scheme or "https://") + rest.rstrip(".,;:!?'\"*" + ("" if opened else ")]"))
            if address.count("/") >= 4:
                found.append(address)
    return tuple(dict.fromkeys(found))
