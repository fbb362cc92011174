"""Where the title of an item is, if markup sets it off."""

from __future__ import annotations

from collections.abc import Sequence

from papershelf.readers.markdown_list.inline import Piece, joined
from papershelf.readers.markdown_list.said import WORDS
from papershelf.readers.markdown_list.statements import first_statement
from papershelf.readers.markdown_list.words import is_label, points_to_a_paper, published


def title_at(found: Sequence[Piece]) -> tuple[int, int]:
    """The pieces that are the title, where it is set off: (start, stop), equal where none is."""
    linked = [i for i, piece in enumerate(found) if piece.url and piece.text and not is_label(piece.text)]
    first = next((i for i, piece in enumerate(found) if WORDS.search(piece.text)), 0)
    papers = [i for i in linked if points_to_a_paper(found[i].url)]
    if linked and linked[0] == first:
        return first, first + 1
    bold = next(
        (
            i
            for i, piece in enumerate(found)
            if piece.bold
            and not piece.url
            and not piece.bracketed
            and WORDS.search(piece.text)
            and published(piece.text) is None
        ),
        None,
    )
    if bold is not None:
        stop = bold + 1
        while stop < len(found) and found[stop].bold and not found[stop].url:
            stop += 1
        words = len(joined(found[bold:stop]).split())
        longer = [i for i in papers if len(found[i].text.split()) > words]
        behind = (
            found[stop].text.strip(" :：-–")
            if stop < len(found) and not found[stop].url and not found[stop].italic
            else ""
        )
        if words < 3 and longer:
            return longer[0], longer[0] + 1
        if (
            words > 2
            or (not papers and published(first_statement(behind)) is not None)
            or len(behind.split()) < 3
            or behind[:1] == "("
        ):
            return bold, stop
    if papers:
        return papers[0], papers[0] + 1
    return 0, 0
