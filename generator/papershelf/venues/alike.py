"""Whether two names are of one venue: `ICML` and `38th International Conference on Machine Learning`, `J. Mach. Learn.
Res.` and `Journal of Machine Learning Research`.

Made for the records of one paper: there a wrong yes hides one of two names, and a wrong no shows one venue twice.
Abbreviations as in ISO 4 (https://www.issn.org/services/online-services/access-to-the-ltwa/): a word is cut short or
contracted, and small words are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from papershelf.text import fold, to_plain
from papershelf.venues.kinds import kind

_LONGEST = 300
_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINALS = (
    rf"{_UNITS}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]?(?:{_UNITS})"
)
_NUMBER = re.compile(rf"\b(?:(?:19|20)\d\d|\d{{1,3}}(?:st|nd|rd|th)|{_ORDINALS})\b|['’]\d\d\b", re.I)
_WORD = re.compile(r"[^\W_]+")
_USA = re.compile(r"\bU\.? ?S\.? ?A\b\.?")
_SMALL_WORDS = "a an and at by de der des die du et for fur in l la le of on the to und von with"
# What any name of a venue may have, and what tells none from another.
_COMMON_WORDS = """
abstracts acm advances annual biennial conf conference edition ieee int intl international lecture meeting notes online
papers pmlr proc proceedings selected siam symposium symp usa volume vol united states america
"""
_PUBLISHERS_WORDS = "acm ceur cvf ieee ifip lncs lnai pmlr siam springer usa usenix"
_SMALL, _COMMON, _PUBLISHERS = (frozenset(w.split()) for w in (_SMALL_WORDS, _COMMON_WORDS, _PUBLISHERS_WORDS))
# What makes another venue of one.
_APART = re.compile(
    r"\b(workshop|wksp|findings|companion|tutorial|demonstration|demo|poster|doctoral|student|industr\w+|letters|magazine"
    r"|track)s?\b",
    re.I,
)
_ALIASES = {"nips": "neurips", "pvldb": "vldb", "webconf": "www", "thewebconf": "www", "pami": "tpami"}


@dataclass(frozen=True, slots=True)
class _Venue:
    """A name, made comparable."""

    words: tuple[str, ...]
    """All but small words, years and ordinals."""
    telling: tuple[str, ...]
    """Without what any name of a venue may have."""
    acronyms: tuple[str, ...]
    """As written: `NeurIPS`."""
    known_as: frozenset[str]
    """The acronyms in small letters, one for each venue."""
    apart: frozenset[str]


@lru_cache(maxsize=20_000)
def _venue(name: str) -> _Venue:
    plain = _USA.sub("USA", _NUMBER.sub(" ", to_plain(name, _LONGEST)))
    words = tuple(word for word in _WORD.findall(fold(plain)) if word not in _SMALL)
    parts = [part for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", plain) for part in word.split("-")]
    # A name all in capitals has none: INTERNATIONAL CONFERENCE.
    capitals = () if plain.isupper() and len(parts) > 2 else tuple(p for p in parts if sum(map(str.isupper, p)) >= 2)
    acronyms = tuple(p for p in capitals if p.lower() not in _PUBLISHERS)
    return _Venue(
        words=words,
        telling=tuple(word for word in words if word not in _COMMON),
        acronyms=acronyms,
        known_as=frozenset(_ALIASES.get(p.lower(), p.lower()) for p in acronyms),
        apart=frozenset(found[1].lower()[:4] for found in _APART.finditer(plain)),
    )


@lru_cache(maxsize=50_000)
def same(a: str, b: str) -> bool:
    """Whether both are names of one venue; the year does not matter."""
    one, other = _venue(a), _venue(b)
    if one.words == other.words:
        return True
    if one.apart != other.apart:
        return False
    if one.known_as & other.known_as:
        return True
    if kind(a) and kind(b) and kind(a) != kind(b):
        return False
    if _spelled_out(one, other) or _spelled_out(other, one):
        return True
    return bool(one.telling and other.telling) and _contracted(one.telling, other.telling)


def _spelled_out(short: _Venue, long: _Venue) -> bool:
    return any(_spells(acronym, long.words) for acronym in short.acronyms)


def _spells(acronym: str, words: tuple[str, ...]) -> bool:
    """`NeurIPS` of `advances neural information processing systems`: each capital begins a word, in order; words that
    any name has may be passed over, and one other at the end (`KDD`)."""
    pieces = [piece.lower() for piece in re.findall(r"[^\W_a-z][a-z]*", acronym)]
    if not 2 <= len(pieces) <= len(words) <= 40:
        return False
    # States: how many pieces are used up after each word. As many as there are pieces, so this stays linear enough.
    states = {0}
    for at, word in enumerate(words):
        after = {used + 1 for used in states if used < len(pieces) and word.startswith(pieces[used])}
        if word in _COMMON or (at == len(words) - 1 and len(pieces) in states and len(pieces) > 2):
            after |= states
        states = after
    return len(pieces) in states


def _contracted(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word by word one is the other, cut short or contracted: `natl` of `national`."""
    return len(one) == len(other) and all(map(_short_for, one, other))


def _short_for(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if short == long:
        return True
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


@lru_cache(maxsize=20_000)
def short(venue: str) -> str:
    """What a venue is called in a line of several: the acronym in its brackets, else its name without `Proceedings of
    the 38th`."""
    found = re.search(r"\(([A-Z][\w*/&-]{1,15}?)(?:\s*['’]?\d{2,4})?\)\s*\Z", venue)
    if found and sum(map(str.isupper, found[1])) >= 2:
        return found[1]
    rest = re.sub(r"^(?:in\s+)?(?:proceedings|proc\.)\s+(?:of\s+)?(?:the\s+)?", "", venue, flags=re.I)
    rest = re.sub(rf"^(?:(?:{_NUMBER.pattern})\s+)+(?:annual\s+)?", "", rest, flags=re.I)
    return rest.strip() or venue


def differ(a: str, b: str) -> bool:
    """Whether the names say that they are of two venues: by two acronyms, or since one is a workshop or the like. What
    is neither `same` nor this may be two spellings that no rule knows."""
    one, other = _venue(a), _venue(b)
    return one.apart != other.apart or bool(one.known_as and other.known_as and not one.known_as & other.known_as)


def is_minor(venue: str) -> bool:
    """Whether a venue is a workshop, a demo session or the like, whose papers often come out again elsewhere."""
    return bool(_venue(venue).apart - {"find", "lett", "indu", "trac", "maga"})
