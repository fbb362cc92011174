"""What may be the title of a reference, and where it ends."""

from __future__ import annotations

import re

from papershelf.readers.bylines import byline
from papershelf.venues import kind

YEAR = r"(?:18|19|20)[0-9]{2}"
_STOP = re.compile(r"[.?!][”\"’]?\s+(?=[^\s\da-z]|[a-z]+[A-Z]|[0-9]{4}\b|[0-9]{1,3}(?:st|nd|rd|th)\s)")
_SECOND_PART = re.compile(r"(?:A|An|The) [a-z][^.?!0-9,]{5,120}\.\s")
# What follows a question is the second half of the title where it is no venue and one follows: a meeting behind `In`,
# a preprint, a journal with its volume.
_BEFORE_A_VENUE = re.compile(
    r"(?P<second>[A-Z][^.?!\[\]]{9,150})\.\s+(?:In:?\s+[A-Z0-9]|arXiv\b|CoRR\b|[A-Z][^.?!\d]{3,80},?\s\d{1,4}[\s,(:])"
)
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[^\W\d_]|vs|cf|e\.g|i\.e|etc|dr|st|no|vol|fig|al|resp|approx|jr|sr)\Z", re.I)
_NO_TITLE = re.compile(
    r"(?:in:?\s|proc(?:\.|eedings)|journal\s|arxiv|corr\b|tech(?:nical|\.)?\s+rep"
    r"|ph\.?d\b|master['’]?s thesis|springer|elsevier|ieee|acm\s|available|url|doi"
    r"|volume|vol\.|pp?\.\s|pages|preprint|unpublished|manuscript|submitted|to appear"
    r"|accepted|in press|phys\.|ann\.|j\.\s|nature\s\d|science\s\d"
    r"|personal communication|private communication|retrieved|accessed|editors?\b|eds?\.|university|press\b)",
    re.I,
)
_NOT_IN_A_TITLE = re.compile(r"\bpp\.\s?\d|\bvol\.\s?\d|\d{4};|\d+\(\d+\)\s?:|\bdoi\b|https?:|\bet al\b\.", re.I)
_NO_BEGINNING = re.compile(r"(?:(?i:and|et|und)|&)\s|[^\W\d_]\.[,;\s]|\[|[^\w“\"‘$(¿¡#@]")
_NAMES_INSIDE = re.compile(rf"(?:^|[,;]\s|\band\s)[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z][a-z]+,|\({YEAR}\)|\bibid\b")
# What is set behind a title and is none of it.
_BEHIND = re.compile(
    (
        r"\s*\([^()]*\b(?:edn?|edition|translated|dissertation|thesis|report|vols?|trans|series)\b[^()]*\)$"
        r"|\s*\([^():]{2,60}:[^()]*\)$|,\s+vol(?:ume)?\.?\s+[0-9IVXLC]+\b.*$|,\s+(?:trans|eds?|rev)$"
    ),
    re.I,
)
_VENUE_INSIDE = re.compile(
    r",\s+(?:[A-Z][\w&.]*\s+(?:of\s|on\s|and\s|the\s)*){0,6}(?:Press|Journal|Proceedings|Transactions|Conference|University"
    r"|Verlag|Publish\w+)\b|,\s(?:ACM|IEEE|SIAM|Springer|Wiley|Elsevier)\b|,\s(?:vol|no|pages?)\b\.?\s?\d|,\s\d+\s?[,(:]"
    r"|,\sin\s[A-Z]\.?\s|,\s\d+[-–]\d|(?-i:,\s[A-Z][a-z]{1,5}$)|,\s(?-i:[A-Z]\w+\s?){1,3}:\s|\bPages?\s\d|\beds?\.?$|^\((?:ed|hrsg)|\.[A-Z]$",
    re.I,
)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence that begins at `at` ends, behind its full stop."""
    for m in _STOP.finditer(text, at):
        if text[m.start()] == "." and _ABBREVIATED.search(text[max(at, m.start() - 12) : m.start()]):
            continue
        # Is ice water? A systematic review. Journal, 2018. Do ponds freeze? Evidence from ten winters. In Proc. …
        if text[m.start()] == "?" and (_SECOND_PART.match(text, m.end()) or _is_second_half(text, m.end())):
            continue
        return m.start() + 1
    return len(text)


def _is_second_half(text: str, at: int) -> bool:
    m = _BEFORE_A_VENUE.match(text, at)
    return bool(m and len(m["second"].split()) > 2 and not kind(m["second"]) and may_be_a_title(m["second"]))


def clean(title: str) -> str:
    """A title without the quotes, the full stop, the edition around it."""
    title = title.strip(" ,;:").removesuffix(".").strip()
    if title[:1] in '“"‘' and title[-1:] in '”"’' and not re.search('[“”"]', title[1:-1]):
        title = title[1:-1]
    title = title.strip(" ,;:").removesuffix(".").strip()
    return _BEHIND.sub("", title)


def may_be_a_title(title: str) -> bool:
    """Whether nothing says that a text is none: names, a venue, pages in it."""
    words = re.findall(r"[^\W\d_]{2,}", title)
    if not (len(words) > 1 or (len(words) == 1 and len(words[0]) > 3)) or len(title) > 400:
        return False
    if _NO_BEGINNING.match(title) or _NAMES_INSIDE.search(title) or _VENUE_INSIDE.search(title):
        return False
    if ("," in title or len(words) < 4) and (names := byline(title)) and (names.sure or "," in title):
        return False
    return not (
        _NO_TITLE.match(title)
        or _NOT_IN_A_TITLE.search(title)
        or (title[:1].islower() and len(words) < 3 and not re.match(r"[a-z]+[A-Z]", title))
    )
