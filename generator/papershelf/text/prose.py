"""Markdown that people of a list write about its papers, as HTML that does nothing but show it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from papershelf.text.clean import DISPLAY_LIMIT, clean
from papershelf.text.escape import escape_markdown, guard_html
from papershelf.text.show import is_web_address

_HEADING = re.compile(r"h[1-6]")
# Python-Markdown looks for the end of each bracket in all that follows, and goes down into lists by recursion.
_BRACKETS = 200
_NESTED = re.compile(r"^(?:[ >]*(?:[-*+]|\d{1,9}[.)])[ ]+){20}", re.M)


def prose(source: str) -> str:
    """`source` as blocks of HTML in one line, for a Markdown file: paragraphs, emphasis, lists, quotations, code, links
    to the web. HTML, images, includes and template syntax in it are text; headings are strong paragraphs. Beyond
    20,000 characters it ends in `…`. What nobody would write as Markdown is shown as paragraphs of text."""
    cut = source if len(source) <= DISPLAY_LIMIT else source[:DISPLAY_LIMIT].rstrip() + "…"
    text = "\n".join(clean(line.expandtabs(4)) for line in cut.split("\n"))
    if text.count("[") > _BRACKETS or _NESTED.search(text):
        return _paragraphs(text)
    try:
        made = Markdown(extensions=[_Words(), "fenced_code", "sane_lists"], output_format="html").convert(text)
    except RecursionError:
        return _paragraphs(text)
    return guard_html(_CLEANER.clean(made))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape_markdown(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


class _Outline(Treeprocessor):  # type: ignore[misc]
    """A note has no place in the outline of its page; a link that leads nowhere is none."""

    def run(self, root: Element) -> None:
        for each in root.iter():
            if each.tag == "a" and not is_web_address(each.get("href", "")):
                each.tag = "span"
            elif _HEADING.fullmatch(each.tag):
                children, each.tag = list(each), "p"
                strong = Element("strong")
                strong.text, each.text = each.text, None
                for child in children:
                    each.remove(child)
                    strong.append(child)
                each.append(strong)


class _Words(Extension):  # type: ignore[misc]
    """Markdown without HTML and images."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        md.treeprocessors.register(_Outline(md), "outline", 5)  # after emphasis and links are read


_CLEANER = nh3.Cleaner(
    tags={"a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"},
    clean_content_tags=set(),
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes={"http", "https"},
    link_rel="nofollow noopener",
)
