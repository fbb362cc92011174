"""Text from sources, made fit for each place it goes to. Source text is hostile until it went through one of these.

to_html            inline HTML for a Markdown file: TeX rendered, math as MathML, addresses linked
prose              Markdown of a person, as HTML
to_plain           one line of text: titles, search results, descriptions (still to be escaped for its target)
escape_html        plain text for HTML
escape_markdown    plain text for Markdown
front_matter       a mapping as a page's front matter
word_diff          two versions with `<ins>` and `<del>`
sentence_cut       the first sentences of a text
slug, fold         keys: for addresses, for comparing
clean, one_line    without characters that hide, reverse or break

    clean escape keys    characters: no TeX in these
    macros tokens tex    source text to pieces
    math show diff       pieces to what a reader sees   (prose: what people of the list wrote)
"""

from papershelf.text.clean import DISPLAY_LIMIT, clean, one_line, sentence_cut
from papershelf.text.diff import word_diff
from papershelf.text.escape import escape_html, escape_markdown, front_matter, guard_html
from papershelf.text.keys import fold, slug
from papershelf.text.prose import prose
from papershelf.text.show import TITLE_LIMIT, is_web_address, readable_title, to_html, to_plain

__all__ = [
    "DISPLAY_LIMIT",
    "TITLE_LIMIT",
    "clean",
    "escape_html",
    "escape_markdown",
    "fold",
    "front_matter",
    "guard_html",
    "is_web_address",
    "one_line",
    "prose",
    "readable_title",
    "sentence_cut",
    "slug",
    "to_html",
    "to_plain",
    "word_diff",
]
