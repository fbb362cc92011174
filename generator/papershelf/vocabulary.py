"""Which words name which topics of a list: phrases in a text, keywords, names of collections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from papershelf.curated import TopicRule
from papershelf.phrases import Finder, Words
from papershelf.text import slug


class Vocabulary:
    """What the words of a text say about topics."""

    def __init__(self, rules: Sequence[TopicRule], words: Words) -> None:
        self.finder = Finder((phrase for rule in rules for phrase in rule.phrases), words)
        self._words = words
        self._keys: dict[str, str] = {}
        owners: dict[str, dict[str, None]] = defaultdict(dict)
        for rule in rules:
            for phrase in rule.phrases:
                owners[self._key(phrase)][rule.id] = None
        self.by_phrase = {
            phrase: (list(owners[self._key(phrase)]), _weight(self._key(phrase)))
            for rule in rules
            for phrase in rule.phrases
        }
        """Phrase → its topics, and what it weighs."""
        self._meant = {key: list(ids) for key, ids in owners.items()}
        for rule in rules:
            self._meant[self._key(rule.name)] = [rule.id]
        self._meant.pop("", None)  # no words name nothing
        self._slugs = {rule.id for rule in rules}

    def meant(self, keyword: str) -> list[str]:
        """The topics that a keyword names: by name, or by a phrase."""
        return self._meant.get(self._key(keyword), [])

    def named(self, collection: str) -> str | None:
        """The topic that a collection is."""
        ident = slug(collection)
        return next(iter(self.meant(collection)), ident if ident in self._slugs else None)

    def _key(self, text: str) -> str:
        key = self._keys.get(text)
        if key is None:
            key = self._keys[text] = " ".join(self._words.of(text))
        return key


def _weight(words: str) -> float:
    """Long phrases are seldom said by the way."""
    return min(2.0, (len(words.split()) + 1) / 2)
