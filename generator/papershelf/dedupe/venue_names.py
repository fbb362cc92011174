"""Whether two names are of one venue, or of two. More often than either, that cannot be told."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from papershelf import venues
from papershelf.text import fold

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?<=\S)\s*\([A-Z][A-Za-z0-9/ '’-]{1,15}\)")
_BEHIND = re.compile(r"(?<=\S)\s*(?:[:;-].*|\([^()]*\))\s*\Z", re.S)
# Embase: `Fens.Conference: 6th Congress of Hedges`, a journal and the meeting whose abstracts it prints. MEDLINE:
# `Huzhao za zhi = Journal of marshes`.
_TWO_NAMES = re.compile(r"\.\s?Conference:\s*|\s=\s")
_ORDINAL = re.compile(r"\b([0-9]{1,3})(?:st|nd|rd|th)\b", re.I)
# Kinds of periodicals, each with the shortest of its abbreviations.
_KINDS = {
    "acta": 4, "annals": 3, "archives": 4, "bulletin": 4, "communications": 6, "forum": 5, "gazette": 7, "journal": 3,
    "letters": 3, "magazine": 3, "newsletter": 10, "notes": 5, "notices": 6, "quarterly": 5, "record": 3, "reviews": 3,
    "tijdschrift": 10, "transactions": 5, "zeitschrift": 11, "zhurnal": 7,
}  # fmt: skip
_FULL = {kind[:n]: kind for kind, least in _KINDS.items() for n in range(least, len(kind) + 1)}
_FULL |= {"j": "journal", "jnl": "journal", "annales": "annals", "annalen": "annals", "archiv": "archives"}
_FULL |= dict.fromkeys(("revista", "revue", "rivista"), "reviews")  # any of them is `Rev`
_FULL |= {"proc": "proceedings"}
_FULL |= dict.fromkeys(("int", "intl", "inter", "intern", "internat"), "international")
_PERIODICAL = frozenset(_KINDS)
_MEETING = frozenset(("conference", "conf", "congress", "meeting", "symposium", "symp", "workshop", "wksp"))
_BESIDE_WORDS = """
companion demo demonstration demonstrations demos doctoral findings poster posters satellite student tutorial tutorials
workshop workshops
"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
"""What a conference has beside its main volume: other papers, sometimes under the same titles."""
_SMALL_WORDS = "a an and at by de der des die du et for from fur held in l la le of on presented the to und von with"
_SMALL = frozenset(_SMALL_WORDS.split())
_SMALL_LETTERS = frozenset("afiot")
"""What English small words begin with."""
_MONTH_NAMES = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_NAMES.split())
_SOCIETIES = frozenset(("acm", "ieee", "siam", "usenix"))
_ANY_WORDS = """
abstracts acm annual book ieee international national papers paper proc proceedings siam society suppl supplement
supplements usa usenix vol volume
"""
_ANY = frozenset(_ANY_WORDS.split()) | _MONTHS | _PERIODICAL | _MEETING
"""What names of many venues have: it tells none from another."""


@lru_cache(maxsize=20_000)
def _name(venue: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """(telling words, all words) of a name, without an acronym in brackets behind it."""
    every = _WORD.findall(fold(_ACRONYM.sub("", _ORDINAL.sub("", venue[:300]))))
    found = [_FULL.get(word, word) for word in every if word not in _SMALL and not word.isdigit()]
    return tuple(dict.fromkeys(word for word in found if word not in _ANY)), frozenset(found)


def one_venue(x: str, y: str) -> bool | None:
    """Whether two names are of one venue; None where that cannot be told: `SIGMOD Conference` may be any.

    A journal is no conference. Two full names of which each has words of its own are two venues, if they are journals
    or have hardly a word in common; so are the 13th and the 14th conference of a name, that in May and that in October.
    What gives two names, of a journal and of the meeting whose abstracts it prints, goes by either.
    """
    if _TWO_NAMES.search(x) or _TWO_NAMES.search(y):
        found = {_one_venue(*pair) for pair in product(_TWO_NAMES.split(x, 3), _TWO_NAMES.split(y, 3))}
        return True if True in found else None if None in found else False
    return _one_venue(x, y)


def _one_venue(x: str, y: str) -> bool | None:
    (mine, all_mine), (theirs, all_theirs) = _name(x), _name(y)
    ordinals = set(_ORDINAL.findall(x)), set(_ORDINAL.findall(y))
    if all(ordinals) and ordinals[0].isdisjoint(ordinals[1]):
        return False
    months = all_mine & _MONTHS, all_theirs & _MONTHS
    if all(months) and months[0].isdisjoint(months[1]):
        return False
    if all_mine & _BESIDE != all_theirs & _BESIDE:
        return False
    if all_mine == all_theirs or _plain(x) == _words(y) or _plain(y) == _words(x):
        return True
    if _periodical_apart(all_mine, all_theirs) or _periodical_apart(all_theirs, all_mine):
        return False
    if (len(mine) == 1 and _no_acronym(x, y)) or (len(theirs) == 1 and _no_acronym(y, x)):
        return False
    if venues.same(x, y):
        return True
    left, right = _unmatched(mine, theirs), _unmatched(theirs, mine)
    if not left or not right:
        return True if mine and not left and not right else None
    if len(mine) == len(theirs) == 1 and _is_acronym(x) and _is_acronym(y):
        return None if mine[0] in theirs[0] or theirs[0] in mine[0] else False
    if _may_be_short(x, mine) or _may_be_short(y, theirs):
        return None
    matched = min(len(mine) - len(left), len(theirs) - len(right))
    if matched >= 3 and len(left) == len(right) == 1:
        return None
    meeting = not (all_mine | all_theirs).isdisjoint(_MEETING)  # its name may hold a town, a date, a publisher
    return None if meeting and 4 * matched >= 3 * min(len(mine), len(theirs)) else False


@lru_cache(maxsize=50_000)
def venues_agree(x: tuple[str, ...], y: tuple[str, ...]) -> bool | None:
    """The same of two venues with all names that are known of each. That two names differ weighs more."""
    if not set(x).isdisjoint(y):
        return True
    found = {one_venue(*sorted(pair)) for pair in product(x, y)}
    return False if False in found else True if True in found else None


def _periodical_apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one is a journal, and the other another kind of journal, or a meeting, or says less: `VLDB Journal` and
    `VLDB`, `Cancer Letters` and `Cancer Reviews`, `SIGMOD Record` and `Proc. SIGMOD`."""
    kinds = mine & _PERIODICAL
    if not kinds or not mine.isdisjoint(_MEETING):
        return False
    others = theirs & _PERIODICAL
    if others:
        societies = mine & _SOCIETIES, theirs & _SOCIETIES
        return kinds.isdisjoint(others) or bool(all(societies) and societies[0].isdisjoint(societies[1]))
    # A full name beside the journal's acronym, or beside a society's: `VLDB J.`, `J. ACM` and `Very Large Data Bases`.
    spelled = len(mine - _ANY) <= 1 and len(theirs - _ANY) > 1
    less = theirs < mine or (len(theirs) > 3 and len(theirs - mine) == 1)
    meeting = not theirs.isdisjoint(_MEETING) or ("proceedings" in theirs and "proceedings" not in mine)
    return meeting or less or (spelled and (mine - _ANY).isdisjoint(theirs))


def _plain(venue: str) -> str:
    """`brain` of `Brain: A Journal of Neurology`, `jama` of `JAMA-JOURNAL OF …`, `acm trans db syst` of `ACM Trans. DB
    Syst. (TODS)`."""
    return _words(_BEHIND.sub("", venue))


def _words(venue: str) -> str:
    return " ".join(_WORD.findall(fold(venue)))


def _unmatched(mine: tuple[str, ...], theirs: tuple[str, ...]) -> list[str]:
    return [word for word in mine if not any(_short_for(word, other) for other in theirs)]


def _short_for(x: str, y: str) -> bool:
    """One is the other, cut short, contracted or with a slip: `natl` of `national`."""
    if x == y or fuzz.ratio(x, y, score_cutoff=85):
        return True
    short, long = (x, y) if len(x) < len(y) else (y, x)
    if short[0] != long[0] or len(short) == len(long):
        return False
    if long.startswith(short):
        return True
    letters = iter(long)
    return len(short) >= 3 and all(letter in letters for letter in short)


def _is_acronym(venue: str) -> bool:
    """Of a name with one telling word: whether that is an acronym, as far as capitals tell (`NeuroRehabilitation`)."""
    capitals = ((sum(map(str.isupper, word)), len(word)) for word in _WORD.findall(venue))
    return venue.islower() or any(number > 1 and 4 * number >= size for number, size in capitals)


def _no_acronym(short: str, long: str) -> bool:
    """Whether one, of one word, is an acronym with a letter that begins no word of a journal's name: `VLDB` is not
    `ACM Trans. Database Syst.`, as `TODS` is; its O is of a small word, which the name leaves out."""
    (telling, every), (_, theirs) = _name(short), _name(long)
    if not every.isdisjoint(_PERIODICAL) or theirs.isdisjoint(_PERIODICAL):
        return False
    initials = {word[0] for word in _words(long).split()} | _SMALL_LETTERS
    return _is_acronym(short) and not initials.issuperset(telling[0])


def _may_be_short(venue: str, telling: tuple[str, ...]) -> bool:
    """Whether a name may stand for a longer one: `SIGMOD Conference`, `Amcis 2017 Proceedings`; `Blood` does not. What
    follows the comma is a town: `Proc. of SIGMOD, Seattle, WA`."""
    before, comma, _ = venue.partition(",")
    if comma and _is_acronym(before):
        telling = _name(before)[0]
    return len(telling) == 1 and (_is_acronym(venue) or len(_WORD.findall(venue)) > 1)
