"""The pieces of a text → its entries: each abstract with what stands beside, above and below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from papershelf.readers import prose
from papershelf.readers.loose.beside import Beside
from papershelf.readers.loose.pieces import Piece
from papershelf.readers.prose import Kind, Unit

_LONGEST_TITLE = 300


@dataclass(slots=True)
class Entry:
    """An abstract and what stands with it."""

    beside: Beside = field(default_factory=Beside)
    above: list[Piece] = field(default_factory=list)
    """Short lines before the abstract."""
    paragraphs: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    """Comments."""
    start: int = -1
    end: int = -1

    def add(self, *found: Piece) -> None:
        """Take the place and the marks of what stands behind all that is here."""
        for piece in found:
            self.beside.take(piece.beside)
        self.start = found[0].span[0] if self.start < 0 else self.start
        self.end = found[-1].span[1]


def entries(found: Sequence[Piece]) -> Iterator[Entry]:
    """In order; short lines that stand with no abstract are in none."""
    first = marks_first(found)
    ids_first = first and bool(next(piece for piece in found if piece.kind is None).beside.pointers)
    one, short = Entry(), list[Piece]()
    for piece in found:
        if piece.kind is Kind.MARK:
            short = []
            continue
        if piece.kind in (Kind.SENTENCE, Kind.PHRASE) or (piece.kind is Kind.COMMENT and not one.paragraphs):
            short.append(piece)
            continue
        if _begins(one, piece, first, ids_first):
            yield one
            one = Entry()
        if piece.is_abstract:
            one.above += short
            one.paragraphs.append(piece)
        elif piece.kind is Kind.COMMENT:
            one.below += [*short, piece]
        elif not first and one.paragraphs:  # an abstract, a remark, its id
            one.below += short
        else:
            short = []
        one.add(*short, piece)
        short = []
    if one.start >= 0:
        yield one


def marks_first(found: Sequence[Piece]) -> bool:
    """Whether lines of marks stand before their abstracts: such a line is the first, and none is the last."""
    told = [piece for piece in found if piece.kind is None or piece.is_abstract]
    ids = [piece for piece in told if piece.is_abstract or piece.beside.pointers] or told
    return bool(told) and told[0].kind is None and ids[-1].is_abstract


def _begins(one: Entry, piece: Piece, first: bool, ids_first: bool) -> bool:
    """Whether a piece is of another paper than what was read so far."""
    if one.start < 0:
        return False
    if piece.is_abstract:
        if not one.paragraphs:
            return not first
        if not first and (one.below or one.end > one.paragraphs[-1].span[1]):
            return True
        return piece.listed or bool(piece.beside) or bool(one.paragraphs[-1].beside) or not _joins(one, piece)
    if piece.kind is not None:
        return False
    if first:
        if not one.paragraphs:
            return Beside([*one.beside.pointers, *piece.beside.pointers]).is_of_two
        return bool(piece.beside.pointers) or not ids_first
    return bool(one.beside.pointers and piece.beside.pointers)


def _joins(one: Entry, piece: Piece) -> bool:
    """Whether a text is a further paragraph of the abstract before it; where nothing marks either, two texts that say
    what their paper does are two."""
    last = one.paragraphs[-1]
    text = " ".join(each.text for each in one.paragraphs)
    if not one.beside and prose.makes_a_claim(text) and prose.makes_a_claim(piece.text):
        return False
    return prose.joins(Unit(last.span, text, Kind.TEXT), Unit(piece.span, piece.text, Kind.TEXT))


def is_titled(one: Entry) -> bool:
    """Whether a single short line stands above the abstract, as a title does."""
    if len(one.above) != 1 or len(one.above[0].text) > _LONGEST_TITLE:
        return False
    return one.above[0].kind is Kind.PHRASE or one.above[0].text.endswith(("?", "!"))
