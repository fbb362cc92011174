"""XML files of many entries, read entry by entry: one that is broken does not cost the others.

The entries are found by their tags, and each is parsed alone. No document type is ever seen by the parser, so no
entity that a file defines is ever expanded or fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from papershelf.model import Aside, Problem
from papershelf.readers.sheet import Sheet

LONGEST = 1_000_000
"""Characters of an entry: more is no entry, and elements take a hundred times the memory of their text."""
_NAME = r"[A-Za-z_][A-Za-z0-9_.-]{0,50}"
_PREFIX = re.compile(rf"(?:</?|\s)({_NAME}):{_NAME}(?=[\s>/=])")
_UNBOUND_PREFIX = 27  # https://libexpat.github.io/doc/api/latest/ (XML_ERROR_UNBOUND_PREFIX)
_ENTITY = re.compile(r"<!ENTITY\b")
# What XML 1.0 allows in no text, not even as a reference. https://www.w3.org/TR/xml/#charsets
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile(r"&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));|&|<(?![A-Za-z_/!?])")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry that could be parsed."""

    start: int
    end: int
    element: ElementTree.Element
    """Names in it are without namespace: `primary_category`."""
    amiss: str = ""
    """Why it is no XML as it stands, where it had to be mended."""


def entries(
    sheet: Sheet, name: str, prefixes: tuple[str, ...] = (), without: re.Pattern[str] | None = None
) -> Iterator[Entry | Problem | Aside]:
    """The elements `name` of a file, and the frame around them, in order.

    `prefixes` are those that the format's names usually have; others are found, which takes longer. What matches
    `without` is markup that says nothing, and is taken out before parsing.
    """
    found = re.search(rf"<((?:{_NAME}:)?{name})(?=[\s>/])", sheet.text)
    done = 0
    for start, end, after_nothing in _spans(sheet.text, re.escape(found[1] if found else name)):
        yield from _frame(sheet, done, start, after_nothing)
        yield _parsed(sheet, *sheet.ink(start, end), prefixes, without)
        done = end
    if not done:
        yield sheet.remark(0, 0, f"no <{name}> in this file", f"a file with papers, each from <{name}> to </{name}>")
    yield from _frame(sheet, done, len(sheet.text))


def _spans(text: str, tag: str) -> Iterator[tuple[int, int, bool]]:
    """From each tag that begins an entry to the one that ends it; to the beginning of the next, or the end of the text,
    where that is missing. A beginning with no tag before the next one begins nothing: whether there is one before."""
    marks = re.compile(rf"<(?:{tag}(?=[\s>/])|(?P<end>/{tag}\s{{0,20}}>)|(?P<comment>!--))")
    start = inside = -1
    at, after_nothing = 0, False
    while mark := marks.search(text, at):
        at = mark.end()
        if mark["comment"]:
            if start < 0 and (behind := text.find("-->", at)) >= 0:
                at = behind
            continue
        ends = bool(mark["end"])
        if start >= 0:
            if ends or text.find("<", inside, mark.start()) >= 0:
                yield start, at if ends else mark.start(), after_nothing
                after_nothing = False
            else:
                after_nothing = True
        start = -1 if ends else mark.start()
        inside = at
        if start >= 0 and text.startswith("/>", at):
            yield start, at + 2, after_nothing
            start, after_nothing = -1, False
    if start >= 0:
        yield start, len(text), after_nothing


def _frame(sheet: Sheet, start: int, end: int, nothing: bool = False) -> Iterator[Problem | Aside]:
    start, end = sheet.ink(start, end)
    if start == end:
        return
    if _ENTITY.search(sheet.text, start, end):
        message = "the document type defines entities, which are not expanded"
        yield sheet.unused(start, end, message, "no <!ENTITY …>, but the characters themselves in the text")
    elif nothing:
        yield sheet.unused(start, end, "an entry that holds nothing", "its fields, or no entry")
    else:
        yield sheet.aside(start, end)


def _parsed(
    sheet: Sheet, start: int, end: int, prefixes: tuple[str, ...], without: re.Pattern[str] | None
) -> Entry | Problem:
    if end - start > LONGEST:
        return sheet.unused(start, end, f"an entry of more than {LONGEST:,} characters", "entries of some pages each")
    text = sheet.text[start:end]
    if without:
        text = without.sub("", text)
    try:
        return Entry(start, end, _element(text, prefixes))
    except (ElementTree.ParseError, ValueError) as error:
        amiss = _in_words(error, sheet.line_of(start))
    try:
        return Entry(start, end, _element(mended(text), prefixes), amiss)
    except (ElementTree.ParseError, ValueError):
        return sheet.unused(start, end, amiss, "well-formed XML, each tag closed before the entry ends")


def _element(text: str, prefixes: tuple[str, ...]) -> ElementTree.Element:
    """The element that `text` is. Prefixes are declared in the frame of the file, so here again."""
    try:
        element = _declaring(prefixes, text)
    except ElementTree.ParseError as error:
        if error.code != _UNBOUND_PREFIX:
            raise
        element = _declaring(sorted(set(_PREFIX.findall(text)) - {"xml", "xmlns"}), text)
    for part in element.iter():
        if "}" in part.tag:
            part.tag = part.tag.rpartition("}")[2]
    return element


def _declaring(prefixes: Iterable[str], text: str) -> ElementTree.Element:
    if not prefixes:
        return ElementTree.fromstring(text)
    declared = " ".join(f'xmlns:{prefix}="{prefix}"' for prefix in prefixes)
    (element,) = ElementTree.fromstring(f"<_ {declared}>{text}</_>")
    return element


def mended(text: str) -> str:
    """XML with the mistakes undone that programs make in it: characters that XML does not allow, `&` and `<` as
    themselves, and names of characters that only HTML knows."""
    return _NO_CHARACTER.sub("", _MARKUP.sub(_as_xml, text))


def _as_xml(m: re.Match[str]) -> str:
    decimal, hexadecimal, name = m.groups()
    if decimal or hexadecimal:
        number = int(decimal) if decimal else int(hexadecimal, 16)
        return "" if number > 0x10FFFF or _NO_CHARACTER.match(chr(number)) else m[0]
    if name:
        return m[0] if name in _OF_XML else html.escape(html.unescape(m[0]), quote=False)
    return html.escape(m[0], quote=False)


def _in_words(error: ElementTree.ParseError | ValueError, line: int) -> str:
    if not isinstance(error, ElementTree.ParseError):
        return "no XML: a character that is none"
    return f"no XML: {str(error).partition(':')[0]} in line {line + error.position[0]}"


def text_of(element: ElementTree.Element | None) -> str:
    """All text in an element, as it stands."""
    if element is None:
        return ""
    return "".join(element.itertext()) if len(element) else element.text or ""
