"""Finding phrases in text: whole words, in singular or plural, with or without hyphens, all phrases in one pass.

`mean-field game` is found in "Mean Field Games"; `fine-tuning` in "finetuning"; `summarization` in "summarisation";
`core` not in "score". Where phrases overlap the longest one is meant: "reinforcement learning from human feedback"
is not "reinforcement learning". The time does not depend on the number of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from papershelf.text import DISPLAY_LIMIT, fold, to_plain
from papershelf.text.tokens import is_marked

_WORD = re.compile(r"[^\W_]+")
_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}  # the same for ASCII, five times as fast
_IRREGULAR = {
    "equilibria": "equilibrium",
    "analyses": "analysis",
    "hypotheses": "hypothesis",
    "matrices": "matrix",
    "indices": "index",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "corpora": "corpus",
    "axes": "axis",
    "bases": "basis",
}
_END = "\x00"


def singular(word: str) -> str:
    """`word` (folded) without plural and in American spelling. Not a stem: both sides of a comparison go through it."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "xes", "ches", "shes")):
            word = word[:-2]
        else:
            word = word[:-1]
    if len(word) > 5:
        word = re.sub(r"is(ation|ing|ed|e|er)$", r"iz\1", word)
        word = re.sub(r"our(al)?$", r"or\1", word)
    return word


def words_of(source: str) -> list[str]:
    """The words of a source text, folded: what is written with a hyphen or an apostrophe is several."""
    if source.isascii() and source.isprintable() and len(source) <= DISPLAY_LIMIT and not is_marked(source):
        return source.lower().translate(_SPACES).split()  # what the next line makes of most texts, in half the time
    text = fold(to_plain(source))
    return text.translate(_SPACES).split() if text.isascii() else _WORD.findall(text)


class _Singulars(dict[str, str]):
    """Word → `singular` of it, each worked out once."""

    def __missing__(self, word: str) -> str:
        self[word] = found = singular(word)
        return found


class Words:
    """The words of source texts as they are compared: `words_of`, each `singular`. They are worked out once and
    remembered, since topics and relations both go by them."""

    def __init__(self) -> None:
        self._singulars = _Singulars()
        self._of: dict[str, tuple[str, ...]] = {}

    def of(self, source: str) -> tuple[str, ...]:
        found = self._of.get(source)
        if found is None:
            singulars = self._singulars
            found = self._of[source] = tuple([singulars[word] for word in words_of(source)])
        return found


class Finder:
    """Finds the phrases it was made with."""

    def __init__(self, phrases: Iterable[str], words: Words | None = None) -> None:
        self._words = words or Words()
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]  # a trie: word → trie; "\0" → the phrase that ends there
        for phrase in phrases:
            for form in _forms(self._words.of(phrase)):
                node = self._root
                for word in form:
                    node = node.setdefault(word, {})
                if form:
                    node.setdefault(_END, phrase)  # type: ignore[arg-type]

    def find(self, source: str) -> dict[str, int]:
        """The phrases in a source text, with how often each stands there, in order of their first place."""
        words = self._words.of(source)
        found: dict[str, int] = {}
        root, end, after = self._root, len(words), 0
        for position in [i for i, word in enumerate(words) if word in root]:
            if position < after:
                continue  # a part of the phrase before
            node = root[words[position]]
            phrase, after, ahead = node.get(_END), position + 1, position + 1
            while ahead < end and words[ahead] in node:
                node = node[words[ahead]]
                ahead += 1
                if _END in node:
                    phrase, after = node[_END], ahead
            if phrase is not None:
                found[phrase] = found.get(phrase, 0) + 1
        return found


def _forms(words: Sequence[str]) -> list[Sequence[str]]:
    """A phrase's words, and each way to write two neighbours as one."""
    return [words, *([*words[:i], words[i] + words[i + 1], *words[i + 2 :]] for i in range(len(words) - 1))]
