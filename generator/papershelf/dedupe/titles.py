"""A title made comparable: without what databases write around it, with what tells it from others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from papershelf.dedupe import signs
from papershelf.dedupe.words import TITLE, words

_TAG = re.compile(r"</?[A-Za-z][A-Za-z:-]{0,12}(?: [^<>]{0,80})?/?>")
# What indexers add in brackets: [Chinese], [Review] [45 refs], [Erratum appears in …], [see comment], [corrected].
_BRACKETS = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]{1,30}\]){1,300})\][\s.]*\Z")
_PARENTHESES = re.compile(r"\(([^()]{1,60})\)[\s.*]*\Z")
_DIGIT = re.compile("[0-9]")
_AFTER_BREAK = re.compile(r"(?:[:.?!]|\s[-–—]+)\s+([^:.?!–—]{1,40})[\s.]*\Z")
_ELSEWHERE = re.compile(r"\b(?:appears?|published|comments?|errat\w+|corrections?) (?:in|on)\b|\bsee comments?\b", re.I)
# A note that a database cut off at the end of its field.
_CUT_NOTE = re.compile(r"[\s.]*\[(?:errat(?:um|a)|corrections?|comments?|republished|retract\w*|see)\b[^\]]*\Z", re.I)
# How databases list a correction: under the title of what it corrects, with volume, page and year of that. Web of
# Science: (vol 142, pg 310, 2003); Embase: (Journal of Hedges (2003) 142 (310-317)).
_CORRECTS = re.compile(
    r"\((?:vol\.? [0-9]+, (?:pg?|art)\.? \w+, [0-9]{4}"
    r"|[^()]{3,120} \((?:[^()]{1,20} )?[0-9]{4}\),? [0-9]+[^()]{0,20}\([^()]{1,20}\))\)[\s.]*\Z",
    re.I,
)
_BREAK = re.compile(r"[:?!;(\[–—]|\.\s|\s-+\s|--")
_KINDS_WORDS = """
abs abstract abstracts and arabic article articles brief case chinese communication communications conference
contribution croatian czech danish dutch english extended french full german hebrew hungarian in industrial invited
italian japanese korean letter letters long meeting multiple norwegian only original panel paper papers persian polish
portuguese proceedings provisional rapid record regular report reports research review reviews romanian russian
serbian session short spanish structured summary swedish transl translated turkish ukrainian with
"""
_KINDS = frozenset(_KINDS_WORDS.split())
"""Words of a note on what kind of text it is, or in which language: `(Extended abstract)`, `: Original article`."""
_COLUMN_WORDS = """
abstracts acknowledgement acknowledgements acknowledgment acknowledgments agenda announcement announcements annual
appendix author authors awards biographies book books calendar call chair chairman chairs column comment comments
committee committees conference contents contributors copyright corner correspondence cover editor editorial
editorials editors errata erratum events foreword from front general guest highlights honors in index information
interview introduction introductory invited issue journal keynote keynotes letter letters list looking masthead matter
meeting meetings membership message messages miscellaneous news newsletter note notes notice notices obituary opening
organization organizers organizing page panel participants preface preliminary president presidents proceedings
profile program programme publications publisher referees remarks report reports response review reviewer reviewers
reviews secretary section selected session sessions special sponsors subject symposium table tables thanks this title
to tutorial tutorials volume welcome words workshop year your
"""
_COLUMN = frozenset(_COLUMN_WORDS.split())
"""A title of nothing but such words is a column's: `Guest Editors' Introduction`, `Book Review`, `Author Index`."""


@lru_cache(maxsize=4096)
def title_words(title: str | None) -> str:
    """The words of a title as written, without tags and the notes of indexers at its end."""
    return words(_bare(title)) or words(title) if title else ""


def _bare(title: str) -> str:
    title = title[:TITLE]
    if "<" in title:
        title = _TAG.sub("", title)
    title = title.replace("++", " plusplus")
    title = _CUT_NOTE.sub("", title)
    corrects = _CORRECTS.search(title)
    if corrects:
        title = title[: corrects.start()]
        title = title if signs.flags(words(title)) else f"Erratum: {title}"
    while found := _note(title):
        title = title[: found.start()]
    return title


def translated(title: str | None) -> str:
    """The words of the translation in brackets behind a title, as Scopus and Web of Science give it: four or more,
    none of which a note has."""
    found = _BRACKETS.search(title[:TITLE]) if title and title.rstrip(" .").endswith("]") else None
    if not found or not title or not title[: found.start()].strip(" .[("):
        return ""
    said = words(found[1])
    telling = content(said)
    noted = telling & _KINDS or signs.flags(said) or _ELSEWHERE.search(found[1]) or _DIGIT.search(said)
    return said if len(telling) >= 4 and not noted else ""


def _note(title: str) -> re.Match[str] | None:
    """What stands at the end of a title and is not part of it."""
    end = title.rstrip(" .*")[-1:]
    if end == "]":
        found = _BRACKETS.search(title)
        if found and title[: found.start()].strip(" .[("):
            return found if _ELSEWHERE.search(found[1]) or not signs.flags(words(found[1])) else None
        return None
    found = (_PARENTHESES if end == ")" else _AFTER_BREAK).search(title)
    if not found or not title[: found.start()].strip(" .[("):
        return None
    said = words(found[1]).split()
    # After a break two words at least: `…: a review` is a part of the title.
    return found if len(said) >= (1 if end == ")" else 2) and _KINDS.issuperset(said) else None


@lru_cache(maxsize=4096)
def heads(title: str | None) -> tuple[str, ...]:
    """What is left of a title where its subtitle, or the last of its subtitles, is dropped; words without spaces."""
    bare = _bare(title or "")
    found = (words(bare[: m.start()]).replace(" ", "") for m in _BREAK.finditer(bare))
    return tuple(dict.fromkeys(head for head in found if head))


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a title say."""

    content: frozenset[str]
    """Also letters: hepatitis B is not hepatitis C."""
    numbers: tuple[str, ...]
    flags: frozenset[str]


@lru_cache(maxsize=8192)
def told(title: str) -> Told:
    """Of a title of `title_words`."""
    return Told(content(title), signs.title_numbers(title), signs.flags(title))


def content(title: str) -> frozenset[str]:
    """The words of a title that say what it is about."""
    return frozenset(word for word in title.split() if word not in signs.STOP and (len(word) > 1 or word not in "as"))


def is_column(title: str) -> bool:
    """Whether it is a column's: many texts of other people and years have it."""
    return all(word in _COLUMN or word in signs.STOP or len(word) == 1 or word.isdigit() for word in title.split())


def one_wording(x: str, y: str) -> bool:
    """Whether two titles are one in two spellings: neither has a content word that is foreign to the other."""
    mine, theirs = told(x), told(y)
    if mine.numbers != theirs.numbers or mine.flags != theirs.flags:
        return False
    return not foreign(x, y) and not foreign(y, x)


def slip(x: str, y: str) -> bool:
    """Whether one long or small word has one letter wrong, missing, too many or out of turn in one of two titles that
    are the same else. `Asynchronous` is no slip of `synchronous`."""
    mine, theirs = x.split(), y.split()
    if len(mine) != len(theirs):
        return False
    found = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(found) != 1:
        return False
    ((a, b),) = found
    if _DIGIT.search(a + b) or a == "a" + b or b == "a" + a:
        return False
    if min(len(a), len(b)) < (5 if len(a) == len(b) else 4) and signs.STOP.isdisjoint((a, b)):
        return False
    return OSA.distance(a, b, score_cutoff=1) <= 1


def foreign(x: str, y: str) -> frozenset[str]:
    """Content words of title `x` that `y` has in no spelling, form or way to break words (`HPV 16`, `HPV16`). What has
    digits in it has one spelling only: GPT4o is not GPT4."""
    mine, theirs = told(x).content, told(y).content
    only = mine - theirs
    if not only:
        return only
    named = frozenset(word for word in only if _DIGIT.search(word))
    unknown = signs.strange(only - named, theirs) | named
    if not unknown:
        return unknown
    others = frozenset((*y.split(), *_compounds(y)))
    parts = _compounds(x)
    return frozenset(
        word
        for word in unknown
        if word not in others and not any(word in parts[whole] for whole in parts.keys() & others)
    )


def _compounds(title: str) -> dict[str, tuple[str, str]]:
    """Each two neighbours written together -> the two."""
    return {a + b: (a, b) for a, b in pairwise(title.split())}
