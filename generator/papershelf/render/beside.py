"""One field of two records, for a page: each side with the words marked that the other has not."""

from __future__ import annotations

from markupsafe import Markup

from papershelf import text
from papershelf.model import Contrast
from papershelf.text.beside import Words, runs
from papershelf.text.beside import beside as compare

LONGEST = 3_000
"""Characters of a side that are shown: an abstract whole, of a list of two thousand authors the beginning."""


def beside(field: Contrast) -> tuple[Markup, Markup]:
    """Both sides as inline HTML in one line; a dash where one says nothing. Marks only where the field differs."""
    a, b = (text.sentence_cut(text.to_plain(side), LONGEST) for side in (field.a, field.b))
    if field.agree is False:
        return tuple(map(_marked, compare(a, b)))  # type: ignore[return-value]
    return _whole(a), _whole(b)


def _whole(side: str) -> Markup:
    return Markup(text.escape_markdown(side) or "–")


def _marked(words: Words) -> Markup:
    parts = ((text.escape_markdown(run), differs) for run, differs in runs(words))
    return Markup(" ".join(f"<mark>{part}</mark>" if differs else part for part, differs in parts) or "–")
