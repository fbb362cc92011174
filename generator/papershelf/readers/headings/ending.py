"""How plausible a text is as a title, judged by its end. A last word that the abstract uses speaks for it most."""

from __future__ import annotations

import re

from papershelf.readers.headings.evidence import Opinion, Texts, bare

_PAIRS = ("()", "[]", "{}", "“”")
_NEVER = "a an the of and or its their via vs versus than"
_NEVER_LAST = frozenset(_NEVER.split())
_SELDOM = "for with in on at to from by using into is are be as towards toward between"
_SELDOM_LAST = frozenset(_SELDOM.split())
_BEGINS_A_NAME = re.compile(r".(?:Mc|O['’]|D['’]|Fitz|Vander)$")
# Another place within the last word where words may be glued: the title would rather end there.
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])"  # StrategyGuo
    r"|(?<=[0-9])(?=[A-ZÀ-Þ][a-zà-ÿ])"  # 2Mac, but 3D
    r"|(?<=[^\w\s/(\[{“‘'’.-])(?=[A-ZÀ-Þ])"  # C++Mac, One?De
)
_MIXED = re.compile(r"[A-ZÀ-Þ]{2,}(?:[a-zà-ÿ]{2,}|[a-rt-zà-ÿ])$")  # NLPMac, but GANs


def title(text: str, texts: Texts) -> Opinion:
    """How plausible `text` is as a whole title."""
    if not any(map(str.isalnum, text)):
        return Opinion(-60)
    last = text.rsplit(" ", 1)[-1]
    word = bare(last)
    points, why = _last_word(word, texts)
    reasons = [why] if why else []
    if points <= 0 and " " not in text.rsplit(", ", 1)[-1] and ", " in text:
        points -= 12
        reasons.append(f"“{last}” would be all behind the last comma")
    if last == word and word in _NEVER_LAST | _SELDOM_LAST:
        points -= 20 if word in _NEVER_LAST else 8
        reasons.append(f"few titles end in “{word}”")
    if text[-1] in ",:;-–—([{/&“":
        points -= 20
        reasons.append(f"no title ends in “{text[-1]}”")
    unclosed = [pair[0] for pair in _PAIRS if text.count(pair[0]) > text.count(pair[1])]
    unclosed += [mark for mark in '$"' if text.count(mark) % 2]
    points -= 20 * len(unclosed)
    reasons += [f"“{mark}” is not closed" for mark in unclosed]
    return Opinion(points, tuple(reasons))


def _last_word(word: str, texts: Texts) -> tuple[int, str]:
    """Points for the last word of a title, without punctuation, and why."""
    if not word:
        return 0, ""
    if texts.own.knows(word):
        return 8, f"“{word}” is a word of the abstract"
    if texts.knows_form(word):
        return 5, f"“{word}” is a word of this file"
    if _BEGINS_A_NAME.search(word):
        return -14, f"“{word}” ends as a name begins"
    first = bare(_GLUED.split(word)[0])
    if first != word:
        if not any(map(str.isalpha, first)) or (len(first) > 2 and texts.is_word(first)):
            return -12, f"“{first}” is a word by itself"
        return -6, f"“{word}” is no word of this file"
    if _MIXED.search(word):
        return -6, f"“{word}” is no word of this file"
    pieces = re.split("[-/]", word)
    if len(pieces) > 1 and texts.knows(pieces[-1]):
        return 3, ""
    if len(word) == 1 and word.isalpha():
        return (-10 if word.islower() else -5), f"“{word}” is no word"
    if len(word) == 2 and not word.isupper() and not word.isdigit():
        return -5, f"“{word}” is no word of this file"
    return 0, ""
