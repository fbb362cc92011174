"""What names a paper and no other."""

from __future__ import annotations

from papershelf.dedupe.compare.sides import Sides
from papershelf.dedupe.once import once


class Ids(Sides):
    """arXiv ids, DOIs and the others."""

    @once
    def arxiv(self) -> str:
        """The arXiv id that both state."""
        return self.a.arxiv if self.a.arxiv == self.b.arxiv else ""

    @once
    def doi(self) -> str:
        """The DOI that both state."""
        return self.a.doi if self.a.doi == self.b.doi else ""

    @once
    def other_id(self) -> str:
        """Another id that both state: `pmid 12345`."""
        if not self.a.ids or not self.b.ids:
            return ""
        return " ".join(min(set(self.a.ids) & set(self.b.ids), default=()))

    @property
    def one_id(self) -> bool:
        """Both state the same id of some kind."""
        return bool(self.arxiv or self.doi or self.other_id)

    @once
    def ids_differ(self) -> str:
        """Which ids of one kind are two, in words."""
        mine, theirs = self.a.one_of_each, self.b.one_of_each
        if mine and theirs:
            for kind, value in mine.items():
                if theirs.get(kind, value) != value:
                    return f"their {kind}s differ: {value} and {theirs[kind]}"
        return ""
