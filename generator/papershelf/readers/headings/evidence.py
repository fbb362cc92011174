"""What a file's texts tell about its headings: what they write as a word is not cut in two, and is hardly a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_TOKEN = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*[+#]{0,2}")
_EDGE = re.compile(r"^\W+|[^\w+#]+$")
_COMPOUND = re.compile("[-/]")
_GENITIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Opinion:
    """Points for (positive) or against, with reasons in words."""

    points: int
    reasons: tuple[str, ...] = ()


def bare(token: str) -> str:
    """A token without punctuation around it and without genitive: `“ImageNet’s` is `ImageNet`; `C++` stays."""
    return _GENITIVE.sub("", _EDGE.sub("", token))


class Words:
    """The tokens of some texts, as written, and in lower case where they occur so."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        tokens: set[str] = set()
        for text in texts:
            tokens.update(_TOKEN.findall(text))
        self._written = set(tokens)
        for token in tokens:
            if not token.isalnum():
                self._written.update((_GENITIVE.sub("", token), *_COMPOUND.split(token)))
        self._lower = {token for token in self._written if token.islower()}

    def is_word(self, token: str) -> bool:
        """Whether the token occurs in lower case, as ordinary words do and names don't."""
        return len(token) > 1 and token.lower() in self._lower

    def is_written(self, token: str) -> bool:
        """Whether the token occurs exactly so."""
        return token in self._written

    def knows(self, token: str) -> bool:
        """Whether the token is a word here, or the name of something (`GPT-4`, `ImageNet`, the D of `vitamin D`)."""
        if len(token) < 2:
            return token in self._written and token not in "AaIi"
        if len(token) <= 3 and token.isupper():
            return token in self._written  # AT is not the word “at”
        return token in self._written or token.lower() in self._lower

    def knows_form(self, token: str) -> bool:
        """Whether the token is known in singular or plural."""
        low = token.lower()
        plural = low + "s" in self._lower or token + "s" in self._written
        return self.knows(token) or (len(low) > 3 and (plural or (low.endswith("s") and low[:-1] in self._lower)))


@dataclass(frozen=True, slots=True)
class Texts:
    """What there is to go by for one heading."""

    own: Words = field(default_factory=Words)
    """Words of the paper's own abstract."""
    file: Words = field(default_factory=Words)
    """Words of all abstracts of the file."""
    persons: frozenset[str] = frozenset()
    """Names that stand alone in author lists of the file."""

    def is_word(self, token: str) -> bool:
        return self.own.is_word(token) or self.file.is_word(token)

    def is_written(self, token: str) -> bool:
        return self.own.is_written(token) or self.file.is_written(token)

    def knows(self, token: str) -> bool:
        return self.own.knows(token) or self.file.knows(token)

    def knows_form(self, token: str) -> bool:
        return self.own.knows_form(token) or self.file.knows_form(token)
