"""One reference in one line → what it plainly says.

A. Author and B. Author, “Title,” in …              IEEE, Chicago: the title is in quotes
Author, A., & Author, B. (2019). Title. …           APA, Harvard: names, the year in brackets
A. Author and B. Author. 2019. Title. …             ACM: names, the year
A. Author, B. Author, and C. Author. Title. …       plain, ICML, NeurIPS, Vancouver, Nature: names, a full stop
Ann Author, Bo Author: Title. …                     DBLP, Springer: names, a colon
A. Author, B. Author, Title, in: …                  Elsevier: names, commas
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from papershelf.readers.bylines import Byline, byline
from papershelf.readers.colons import before_a_colon
from papershelf.readers.entry import Name
from papershelf.readers.references.ids import ids_in
from papershelf.readers.references.titles import YEAR, clean, may_be_a_title, sentence_end

_QUOTED = re.compile(r"“([^“]{4,400}?)”|\"([^\"]{4,400})\"|«\s?([^«»]{4,400}?)\s?»|``(.{4,400}?)''")
_SINGLE_QUOTED = re.compile(r"‘([^‘]{8,400}?)’(?=[,.;:\s]|\Z)")
_YEAR_IN_BRACKETS = re.compile(rf"[\s,.]*\((?P<year>{YEAR})[a-z]?(?:,[^()]{{1,30}})?\)[.,:]?\s+")
_YEAR_BETWEEN = re.compile(rf"[.,]\s+(?P<year>{YEAR})[a-z]?[.:]\s+")
_ANY_YEAR = re.compile(rf"(?<![\w.:/–-])({YEAR})[a-z]?(?!\w|[–-][0-9]|\.[0-9])")
_NAMES_STOP = re.compile(r"[.:]\s+(?![^\W\d_]\.[\s,;&-])")
_NAMESAKE = re.compile(r"(?<=[^\W\d_]) 00[0-9]{2}(?=[,:])")  # DBLP: Eve Gull 0001
_EDITORS = re.compile(r",?\s*\(?(?:eds?|editors?|hrsg)\.?\)?\Z", re.I)
_CUT_NAME = re.compile(r"\s(?:and|&)\s[^\W\d_][^\W\d_]+\s[A-Z]\Z")
_PAIR = r"[^\W\d_][\w'’-]{1,25}(?:[ -][^\W\d_][\w'’-]{1,25}){0,2},\s(?:[^\W\d_]\.[ -]?){1,4}"
_PAIRS = re.compile(
    rf"(?:{_PAIR},?\s?(?:(?:and|&)\s)?){{1,40}}(?:et al\.?,?\s)?(?=[A-Z][a-z]+\s[a-z]|An?\s[a-z]|The\s)"
)
_KIND = re.compile(r"\s*\[[A-Z](?:/[A-Z]{2})?\](?:\s?//|(?=[.\s]|\Z))")  # GB/T 7714: Title[J]. Title[C]//Proceedings
_BRACKET = re.compile(
    (
        r"\s*\[(?:online|preprint|internet|(?:computer )?software|data ?set|blog post|web ?site|web page|video|dvd"
        r"|film|motion picture|lecture notes|slides|tweet|poster|review|conference (?:paper|session|presentation)"
        r"|in [A-Z][a-z]+|[A-Z][a-z]+ translation|unpublished[^\]]*|doctoral[^\]]*|master[^\]]*)\]"
    ),
    re.I,
)
_YEAR_IN_FRONT = re.compile(rf"({YEAR})[a-z]?[.,:]?\s+(?=[^\W\d_])")
_YEAR_BEHIND = re.compile(rf",\s+(?:[A-Z][a-z]{{2,8}}\.?\s+)?({YEAR})[a-z]?\.?\s*\Z")
_EVIDENCE = re.compile(
    r"\bpp?\.\s?\d|\bvol\.|\d+\s?[–-]\s?\d+|\bIn\b|\bProc|\bJournal|\bTrans\.|arXiv|doi|https?:|Conference|\(\d{4}\)",
    re.I,
)


@dataclass(slots=True)
class Reading:
    """What one reference says."""

    title: str = ""
    authors: tuple[Name, ...] = ()
    others: bool = False
    year: str = ""
    arxiv: str = ""
    doi: str = ""
    addresses: tuple[str, ...] = ()
    other_ids: tuple[tuple[str, str], ...] = ()
    behind: str = ""
    """The text behind the title, ids and addresses taken out."""
    is_reference: bool = False
    """It reads as references do."""


def read_entry(text: str, colons: bool | None = None) -> Reading:
    """What a reference of one line says surely; `colons` as `colons.are_used` has it."""
    ids, rest = ids_in(text[:4000])
    reading = Reading(arxiv=ids.arxiv, doi=ids.doi, addresses=ids.addresses, other_ids=ids.others)
    rest = _NAMESAKE.sub("", rest)
    rest = _BRACKET.sub("", _KIND.sub(lambda m: ". In " if "//" in m[0] else "", rest))
    found = _quoted(rest) or _dated(rest) or _paired(rest) or _stopped(rest, colons) or _commas(rest)
    if found:
        names, title, behind, year = found
        title = clean(title)
        if in_front := _YEAR_IN_FRONT.match(title):  # Author, Ann. 1988 The title.
            title, year = title[in_front.end() :], year or in_front[1]
        if may_be_a_title(title):
            reading.title, reading.behind = title, behind
        if names:
            reading.authors, reading.others = names.names, names.others
        reading.year = year
    if not reading.year:
        years = _ANY_YEAR.findall(reading.behind or rest)
        reading.year = years[-1] if years else ""
    dated = bool(reading.year or reading.arxiv)
    reading.is_reference = (
        dated
        and bool(reading.title or reading.doi or reading.arxiv)
        and bool(_EVIDENCE.search(text) or reading.authors)
    )
    return reading


_Found = tuple[Byline | None, str, str, str] | None
"""Names, title, what stands behind it, year."""


def _quoted(text: str) -> _Found:
    """`A. Author, “Title,” in …`; also `Author, A. (2019) ‘Title’, …`"""
    m = _QUOTED.search(text) or _SINGLE_QUOTED.search(text)
    if not m:
        return None
    before, title, behind = text[: m.start()], next(filter(None, m.groups())), text[m.end() :]
    year = ""
    if dated := re.search(rf"[\s,.]*\(?({YEAR})[a-z]?\)?[.,:]?\s*\Z", before):
        year, before = dated[1], before[: dated.start()]
    if title[-1] not in ",.?!" and re.match(r"\s+(?!in\b)[a-z]", behind):
        return None  # “Like” and language ideology: the quotes are of a word
    before = before.strip(" ,:;")
    names = byline(before) if before else None
    if before and names is None:
        return None
    if behind[:1] == ":" or (title[-1] in "?!" and behind[:2].strip()[:1] == ":"):
        # “Why?”: explaining reasons. The quotes are of the title.
        end = sentence_end(text, m.end())
        title, behind = text[m.start() : end].rstrip("."), text[end:]
    return names, title, behind, year


def _dated(text: str) -> _Found:
    """Names, then the year: in brackets, or between full stops."""
    m = _YEAR_IN_BRACKETS.search(text, 0, 1500)
    other = _YEAR_BETWEEN.search(text, 0, 1500)
    if m is None or (other and other.start() < m.start()):
        m = other
    if m is None:
        return None
    names = byline(text[: m.start()].rstrip(" .,"))
    if names is None:
        names = byline(text[: m.start()] + ".")
    if names is None:
        return None
    end = sentence_end(text, m.end())
    return names, text[m.end() : end], text[end:], m["year"]


def _stopped(text: str, colons: bool | None) -> _Found:
    """Names, a full stop, the title, a full stop."""
    best: tuple[int, Byline] | None = None
    front = before_a_colon(text)
    if front and not front.sure and colons is None:
        return None
    if front and not front.sure and colons:
        best = len(text) - len(front.rest), front.names
    for count, m in enumerate(_NAMES_STOP.finditer(text, 0, 2500) if best is None else ()):
        if count > 150:
            break
        if m[0][0] == ":" and best and not _are_whole(text[: m.start()]):
            continue
        before = _EDITORS.sub("", text[: m.start()])
        if _CUT_NAME.search(before):  # … and Joseph D. Olander
            continue
        names = (
            byline(before)
            if "," in before or " and " in before or " & " in before or "et al" in before
            else _one(before)
        )
        if names and (_before_a_colon(names) if m[0][0] == ":" else _before_a_stop(names, before)):
            best = m.end(), names
        elif best and text[best[0] : m.start()].count(",") == 0 and len(text[best[0] : m.start()].split()) > 3:
            break
    if best is None:
        return None
    at, names = best
    end = sentence_end(text, at)
    title, behind = text[at:end], text[end:]
    if not behind.strip(" .") and not _ANY_YEAR.search(title):
        return None
    if len(names.names) == 1 and not names.sure and (not behind.strip(" .") or len(title.split()) < 2):
        return None
    dated = _YEAR_BEHIND.search(title)
    if dated:  # Title, 2023.
        return names, title[: dated.start()], behind, dated[1]
    return names, title, behind, ""


def _are_whole(names: str) -> bool:
    """`Ann Brook, Bo M. Lake`: given names first, so that the stop behind M ends no name."""
    pieces = re.split(r",\s+|\s(?:and|&)\s", names)
    begins = {bool(re.match(r"[^\W\d_]\.", piece)) for piece in pieces}
    return len(pieces) > 1 and len(begins) == 1 and all(re.search(r"\s[^\s.]*[^\W\d_A-Z]\Z", piece) for piece in pieces)


def _before_a_stop(names: Byline, text: str) -> bool:
    return names.sure or len(names.names) > 1 or len(text.split()) < 4


def _before_a_colon(names: Byline) -> bool:
    """A colon stands in titles too: one full name is as likely the first half of one."""
    return names.initials or names.sure or (len(names.names) > 1 and not any(name.family for name in names.names))


def _paired(text: str) -> _Found:
    """`Author, A. and Author, B.B., Title. …`: a comma behind the initials."""
    m = _PAIRS.match(text[:2000])
    if m is None or not m[0].rstrip().endswith(","):
        return None
    names = byline(m[0].rstrip(" ,"))
    end = sentence_end(text, m.end())
    return (names, text[m.end() : end], text[end:], "") if names and text[end:].strip() else None


def _one(text: str) -> Byline | None:
    """A single author, alone before a full stop."""
    return byline(text) if len(text.split()) < 5 else None


def _commas(text: str) -> _Found:
    """`A. Author, B. Author, Title, in: …`, `…, Title, arXiv preprint …`, `…, Title, Journal 12 (2019) 1–22`."""
    parts = re.split(r",\s+", text[:2500])
    if len(parts) > 120:
        return None
    count = 0
    while count < len(parts) - 1 and _is_initialled(parts[count]):
        count += 1
    names = byline(", ".join(parts[:count])) if count else None
    if names is None or not names.initials:
        return None
    for number in range(count + 1, len(parts)):
        part = parts[number]
        if re.match(r"(?:in:|arxiv preprint|arxiv:)", part, re.I) or (
            number == count + 1 and re.search(rf"\s\d+\s?\({YEAR}\)", part)
        ):
            return names, ", ".join(parts[count:number]), ", ".join(parts[number:]), ""
    return None


def _is_initialled(part: str) -> bool:
    pieces = re.split(r"\s+(?:and|&)\s+", part)
    found = byline(part)
    return found is not None and found.initials and all("." in piece for piece in pieces)
