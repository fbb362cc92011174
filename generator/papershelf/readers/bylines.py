"""A line of names as people write them: `A. Doe, B. Roe, and C. Poe`, `Doe, J., & Roe, A. B. (…)`, `Doe JA, Roe B`,
`Doe, Jane, and Ada Roe`, `Doe, Jane and Roe, Ada`, `Jane Doe, Ada Roe et al.`

A line is taken for names only as a whole: where one part of it is no name, none is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from papershelf.readers.entry import Name, names

LONGEST = 6000
_ET_AL = re.compile(
    r"[\s,;]*(?:\bet\.?\s*al\b\.?|\band\s+(?:others|colleagues)\b|&\s*others|\betc\b\.?|…|\.\.\.)[\s.,;]*\Z", re.I
)
_LEFT_OUT = re.compile(r",\s*(?:\.\s?\.\s?\.|…)\s*,?\s*(?:&|and\b)?")
_AND = re.compile(r"\s*,?\s+(?:and|&|und|et|y)\s+|\s*&\s*")
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,200}\)")
_MARKS = re.compile(r"[*†‡§¶∗⋆\u2070-\u209f¹²³]+|(?<=[^\W\d_])[0-9](?:,[0-9])*(?=[,\s]|\Z)")
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.[ -]?){1,5}[^\W\d_]?|[^\W\d_](?:[ -]?[^\W\d_]){0,2}|[^\W\d_]\.? [^\W\d_]\.?(?: [^\W\d_]\.?)?"
)
_GIVEN = re.compile(r"[^\W\d_][\w'’-]+(?:\s[^\W\d_]\.)+")  # Jane M.
_WORDS_BEHIND_INITIALS = re.compile(r"[A-Z]\.\s[\w'’-]{2,}\s[\w'’-]{2,}")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.I)
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f'’ʼ`´\"^~=.\-‐‑{}\\])+")
_SMALL_WORDS = """
van von de der den del della dell di da das dos do du la le las el al bin ibn ben ter ten zu zum zur af av vom y e i
of 't van't vander vanden
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_SHORTENED = frozenset(("st.", "chr.", "th.", "wm.", "ph.", "md.", "mohd.", "dr.", "prof.", "geo.", "jos."))
_NEVER_WORDS = "the in for with on to from via using is are what why when and by as at"
_NEVER = frozenset(_NEVER_WORDS.split())
# Words of titles and venues that look like names and are none.
_NO_NAMES_WORDS = """
the an on in for with and to from via using towards toward learning network networks neural deep model models survey
review analysis university institute department laboratory lab labs research journal press proceedings proc
conference workshop symposium international transactions advances letters arxiv corr preprint nature science google
microsoft meta facebook openai deepmind nvidia amazon ibm vol editor editors large language systems system data
based method methods theory how what why when is are technical report blog paper code dataset slides video website
project library toolkit framework benchmark tutorial course book introduction guide ieee acm siam trans phys rev
lett appl chem soc sci nucl math natl acad comput
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of a line."""

    names: tuple[Name, ...]
    others: bool
    """The line says that there are others."""
    initials: bool
    """Every name has initials: hardly anything else looks like that."""

    @property
    def sure(self) -> bool:
        """Whether the line can hardly be anything but names."""
        return self.initials or self.others or len(self.names) > 2


def byline(text: str) -> Byline | None:
    """The names that `text` is made of; None where it is not, or not only."""
    if len(text) > LONGEST:
        return None
    line = " ".join(_MARKS.sub("", _IN_BRACKETS.sub("", text)).split()).strip(" ,;:")
    others = bool(_ET_AL.search(line))
    line = _ET_AL.sub("", line).strip(" ,;")
    if _LEFT_OUT.search(line):
        others, line = True, _LEFT_OUT.sub(", ", line)
    if line.endswith(".") and not _is_initials(line.split()[-1]) and not _SUFFIX.fullmatch(line.split()[-1]):
        line = line[:-1]
    if not line or line[-1] in "!?":
        return None
    parts = _parts(line)
    if parts is None:
        return None
    people = [_person(part) for part in parts]
    if not all(people):
        return None
    words = [part.replace(",", " ").split() for part in parts]
    small = sum(any(map(_is_small, part)) for part in words)
    odd = 0 if _all_have_initials(parts) else sum(any(map(_is_odd, part)) for part in words)
    if max(odd, small) * 4 > len(parts):
        return None
    found, _ = names([name for name in people if name])
    return Byline(found, others, _all_have_initials(parts))


def _all_have_initials(parts: list[str]) -> bool:
    # `Wasserstein GAN` is no person: a single name needs a full stop or a comma.
    return bool(parts) and all(map(_has_initials, parts)) and (len(parts) > 1 or "." in parts[0] or "," in parts[0])


def listed(text: str) -> tuple[tuple[Name, ...], bool]:
    """The names in a field that is known to hold names, one for each part between commas or `and`; and whether it says
    that there are others."""
    line = " ".join(_without_brackets(text).split()).strip(" ,;")
    others = bool(_ET_AL.search(line)) or "additional author" in text
    line = _ET_AL.sub("", line)
    found: list[str] = []
    for part in re.split(r"\s*[,;]\s+|\s*[,;]\Z", _AND.sub(", ", line)):
        if found and _SUFFIX.fullmatch(part):
            found[-1] += f", {part}"
        elif part := part.strip(" ,;"):
            found.append(part)
    return names(found)[0], others


def _without_brackets(text: str) -> str:
    """Text outside of brackets, however deep they are."""
    depth, kept = 0, []
    for piece in re.split(r"([()])", text):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(piece)
    return "".join(kept)


def _parts(line: str) -> list[str] | None:
    """The names of a line, those with the family name first as `Family, Given`."""
    if ";" in line and not any(part.count(",") > 1 for part in line.split(";")):
        return [part.strip() for part in _AND.sub("; ", line).split(";") if part.strip()]
    joined = [part.strip(" ,") for part in _AND.split(line.replace(";", ","))]
    if len(joined) > 1 and all(part.count(",") == 1 for part in joined):
        return joined  # Doe, Jane and Roe, Ada
    pieces = [piece for part in joined for piece in re.split(r"\s*,\s*", part) if piece]
    merged: list[str] = []
    for piece in pieces:
        if merged and _SUFFIX.fullmatch(piece):
            merged[-1] += f" {piece}"
        else:
            merged.append(piece)
    given = [_without_suffix(piece) for piece in merged[1::2]]
    if (
        len(merged) > 1
        and len(merged) % 2 == 0
        and all(map(_is_initials, given))
        and not any(map(_has_initials, merged[::2]))
    ):
        return [_turned(family, given) for family, given in zip(merged[::2], merged[1::2], strict=True)]
    inverted = len(merged) > 1 and (
        _is_family(merged[0]) or (_GIVEN.fullmatch(merged[1]) and not _has_initials(merged[0]))
    )
    if inverted and all(" " in piece for piece in merged[2:]):
        return [f"{merged[0]}, {merged[1]}", *merged[2:]]  # Doe, Jane, and Ada Roe
    return merged


def _without_suffix(piece: str) -> str:
    first, _, last = piece.rpartition(" ")
    return first if _SUFFIX.fullmatch(last) else piece


def _turned(family: str, given: str) -> str:
    """`Doe, Jr., J. A.` of `Doe` and `J. A. Jr.`"""
    first = _without_suffix(given)
    suffix = given.removeprefix(first).strip()
    return f"{family}, {suffix}, {first}" if suffix else f"{family}, {given}"


@lru_cache(maxsize=50_000)
def _person(part: str) -> str | None:
    """`part` as it is, where it is a person's name: `Doe, Jane`, `Jane Doe`, `J. Doe`, `Doe JA`."""
    family, comma, given = (piece.strip() for piece in part.partition(","))
    words = part.replace(",", " ").split()
    if not 2 <= len(words) <= 7 or not all(map(_is_word, words)):
        return None
    if len(words) == 2 and len(words[0]) > 1 and len(words[1]) == 1 and part.isupper() and "." not in part:
        return f"{words[0]}, {words[1]}"  # LI X
    if all(map(_is_initials, words)) or sum(word not in _SMALL for word in words) > 5:
        return None
    if comma:
        return part if family and given and not _WORDS_BEHIND_INITIALS.search(given) else None
    cut = len(words)
    while cut and _is_initials(words[cut - 1]) and not _SUFFIX.fullmatch(words[cut - 1]):
        cut -= 1
    if cut == len(words):
        return None if words[-1] in _SMALL else part
    family_first = not any(map(_is_initials, words[:cut])) and len(words) - cut < 4
    return f"{' '.join(words[:cut])}, {' '.join(words[cut:])}" if family_first else None


def _is_word(word: str) -> bool:
    if word.lower() in _SMALL or _SUFFIX.fullmatch(word):
        return True
    if not _LETTERS.fullmatch(word):
        return False
    if word.lower() in _NEVER or ("." in word[:-1] and not _is_initials(word)):
        return False
    if word[-1] == "." and not _is_initials(word) and word.lower() not in _SHORTENED:
        return False
    return any(map(str.isalpha, word))


@lru_cache(maxsize=50_000)
def _is_small(word: str) -> bool:
    """Whether a word is more likely one of a sentence; one in a long list may be a slip."""
    if word in _SMALL or _SUFFIX.fullmatch(word) or word.startswith(("d'", "d’", "\\")):
        return False
    return next((char for char in word if char.isalpha()), "").islower()


@lru_cache(maxsize=50_000)
def _is_odd(word: str) -> bool:
    """Whether a word is known from titles; in a long list, or with initials, somebody may be called so."""
    return word.strip(".").lower() in _NO_NAMES


@lru_cache(maxsize=50_000)
def _is_initials(piece: str) -> bool:
    """`J.`, `J.-P.`, `J. A.`, `JA`; a longer word without full stops is none."""
    return bool(_INITIALS.fullmatch(piece)) and piece.upper() == piece and len(piece) <= 11


def _has_initials(name: str) -> bool:
    return any(len(word) <= 8 and _is_initials(word) for word in name.replace(",", " ").split())


def _is_family(piece: str) -> bool:
    words = piece.split()
    return not _is_initials(piece) and all(word in _SMALL for word in words[:-1]) and len(words) < 4
