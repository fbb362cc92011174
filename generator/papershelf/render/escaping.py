"""The template environment. What a template prints is source text and is escaped, for Markdown and HTML alike.

Jinja's own autoescaping knows HTML only; `finalize` runs before it on every `{{ … }}` and hands it finished Markup. So
a template cannot forget to escape; to print Markdown on purpose it says `| markdown` (words that people wrote for this
list, nothing else).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from papershelf import cards, exports, identifiers, names, text
from papershelf.exports import bibtex
from papershelf.model import Paper
from papershelf.render import nouns, parts, picture, ways, wording
from papershelf.render.beside import beside
from papershelf.render.templating import FastEnvironment

LONGEST = 600  # characters of a title, name or reason that a page prints: enough for any real one
BRIEF = 160  # characters of a description: what search engines and previews show of one
_RECURS = 80  # characters: what is so short (names, places, words of BibTeX) stands on many pages, and is escaped once


def environment() -> Environment:
    env = FastEnvironment(
        loader=PackageLoader("papershelf"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.do"],
        auto_reload=False,  # no look at the file for each page that imports it
    )
    env.filters |= {
        "tex": tex,
        "plain": plain,
        "paragraphs": paragraphs,
        "prose": lambda value: Markup(text.prose(value)),
        "verbatim": verbatim,
        "markdown": Markup,
        "external": external,
        "query": query,
        "path": path,
        "html": lambda value: text.escape_html(cut(value)),
        "sentence": lambda value, most=BRIEF: text.sentence_cut(value, most),
        "cut": cut,
        "brief": lambda value: cut(plain(value), 160),
        "front_matter": lambda mapping: Markup(text.front_matter(mapping)),
        "span": parts.span,
        "moment": wording.moment,
        "standing": wording.standing,
        "reading_status": wording.reading_status,
        "outlet": wording.outlet,
        "about": about,
        "several": wording.several,
        "day": wording.day,
        "bibtex": lambda paper: verbatim(bibtex.entry(paper)),
    }
    env.tests["read_as_html"] = read_as_html
    env.tests["initials_only"] = lambda author: names.initials_only(author.name, author.family)
    env.globals |= {
        "count": wording.count,
        "picture": picture.papers_by_year_and_topic,
        "table": picture.table,
        "columns": picture.axis,
        "by_year": nouns.by_year,
        "changes": changes,
        "beside": beside,
        "ways": ways.ways,
        "plain_ids": ways.ids,
        "card": cards.path,
        "downloads": exports.downloads,
        "downloads_of": exports.downloads_of,
        "data_file": exports.data_file,
        "has_files_each": exports.is_small,
        "arxiv_url": lambda ident, kind="abs": Markup(identifiers.arxiv_url(ident, kind)),
    }
    return env


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    source = str(value)
    return _escaped(source) if len(source) <= _RECURS else _shown(source, text.escape_markdown(cut(source)))


@lru_cache(maxsize=1 << 15)
def _escaped(source: str) -> Markup:
    return _shown(source, text.escape_markdown(source))


def _shown(source: str, escaped: str) -> Markup:
    """What is printed: of a text that holds nothing to see at least this, since a link or a heading needs a name."""
    return Markup("(blank)" if source and not escaped.strip() else " ".join(escaped.split()))


def cut(value: str, longest: int = LONGEST) -> str:
    """`value`, or its start and an ellipsis."""
    return value if len(value) <= longest else value[:longest].rstrip() + "…"


@lru_cache(maxsize=1 << 14)  # a title stands on its page and on a handful of lists
def tex(source: str) -> Markup:
    """TeX source as inline HTML, one line."""
    return _shown(source, text.to_html(cut(source)))


@lru_cache(maxsize=1 << 10)
def plain(source: str) -> str:
    """TeX source as plain text, for places that hold no HTML."""
    return text.to_plain(cut(source)) or ("(blank)" if source else "")


def paragraphs(source: str) -> Markup:
    """TeX source as HTML paragraphs: blocks of HTML, which Markdown leaves as they are, in half the time."""
    parts = [part for part in re.split(r"\n\s*\n", source) if part.strip()]
    return Markup("\n").join(Markup(f"<p>{' '.join(text.to_html(part).split())}</p>") for part in parts)


def verbatim(value: str) -> Markup:
    """Text for a `<pre>`: lines and spaces are kept, but no blank line, which could end a block of HTML."""
    value = cut(value, text.DISPLAY_LIMIT)
    lines = (" ".join(map(_word, line.expandtabs(4).rstrip().split(" "))) for line in value.splitlines())
    return Markup("\n".join(line or "&#x20;" for line in lines))


@lru_cache(maxsize=1 << 15)
def _recurring_word(word: str) -> str:
    return text.escape_markdown(word)


def _word(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word  # there is nothing to escape in letters
    return _recurring_word(word) if len(word) <= _RECURS else text.escape_markdown(word)


@lru_cache(maxsize=1 << 10)
def external(url: str) -> Markup:
    """An address to link to, or nothing: only http and https, every character safe in Markdown and HTML."""
    return Markup(quote(text.clean(url), safe="/:?#@=&;,+%~.-_!$")) if text.is_web_address(url) else Markup("")


def query(value: object) -> Markup:
    """A value in the query of an address."""
    return Markup(quote(text.clean(str(value), LONGEST), safe=""))


def path(value: str) -> Markup:
    """A value as the rest of the path of an address: `10.1000/182` after `https://doi.org/`."""
    return Markup(quote(text.clean(value, LONGEST), safe="/"))


def about(paper: Paper) -> str:
    """What previews and search results say of it: how the abstract begins, else who wrote it and what it is."""
    if paper.abstract:
        return text.sentence_cut(plain(paper.abstract), BRIEF)
    said = [plain(wording.several(paper.authors, 3)), *map(plain, wording.standing(paper))]
    return text.sentence_cut(" · ".join(part for part in said if part), BRIEF)


def read_as_html(paper: Paper) -> bool:
    """arXiv makes HTML of papers submitted from December 2023 on (https://info.arxiv.org/about/accessible_HTML.html)."""
    return paper.arxiv is not None and identifiers.arxiv_year_month(paper.arxiv) >= (2023, 12)


def changes(old: str, new: str) -> Markup:
    """What became of `old` in `new`, in one paragraph: words taken out and put in are marked."""
    return Markup(f"<p>{text.word_diff(old, new)}</p>")
