"""Which lines of a dump make one text, and which texts are abstracts, comments, or nothing of a paper.

Abstracts come as one long line or wrapped by hand, in paragraphs or not (arXiv marks a new paragraph by two blanks),
with or without blank lines around them. A *unit* is what belongs together: an abstract, or one comment line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from papershelf.readers.comments import is_comment
from papershelf.readers.sheet import UNSEEN, Sheet, Span

WRAPPED_AT = 130
"""Nobody wraps text at a wider column; a longer line is a whole paragraph."""
ABSTRACT_LIMIT = 1920
"""Longest abstract that arXiv takes (https://info.arxiv.org/help/prep.html): two texts that exceed it are two."""
_LONG, _SHORTEST, _NARROW = 250, 80, 30
_WIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_TERMINAL = re.compile(r"[.!?…。！？؟।]['\"”’»)\]$]*$")
_SENTENCE_BREAK = re.compile(r"[a-zà-ÿ0-9)\]\"”%$][.!?]['\"”)]?\s+[\"“(]?[A-Z0-9$]|[。！？]")
_MARKUP = re.compile(r"(?:#{1,6}\s|[-=*_~#+.<>|\s]{3,}$|[*+•-]\s|<[!/a-zA-Z]|={2,}|-{2,})")
# An abstract says what its paper does; a text with none of these is background or results only.
_CLAIM = re.compile(
    r"\b(?:we|our|this (?:paper|work|article|study|report|survey|note|thesis|letter|chapter)"
    r"|(?:paper|article) (?:is|presents|proposes))\b",
    re.I,
)
# No abstract begins with these: they point back to a text before. Words that merely often do ("Our", "It", "Results",
# "These", "Third") are not here: abstracts begin with them too, and a wrong abstract under an id is the worse slip.
_POINTS_BACK = re.compile(
    r"(?:however|moreover|furthermore|in addition|additionally|finally|therefore|thus|hence|consequently|specifically"
    r"|in particular|in contrast|as a result|for example|secondly|thirdly|besides|overall|to this end"
    r"|to (?:address|tackle|overcome|solve|remedy|mitigate|fill) (?:this|these|it|the above)"
    r"|the (?:resulting|proposed|latter|former))\b(?!-)",
    re.I,
)


class Kind(Enum):
    """What a unit looks like by itself."""

    BLANK = "nothing a person could see"
    MARK = "a heading or a rule in some markup"
    COMMENT = "a comment"
    TEXT = "what an abstract looks like: long, or a sentence on what the paper does, or two sentences"
    SENTENCE = "a short sentence"
    PHRASE = "a few words"


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together."""

    span: Span
    text: str
    """In one line; paragraphs of an abstract are separated by a blank line."""
    kind: Kind


def weight(text: str) -> int:
    """Length of a text as a reader feels it: a Chinese character says as much as three letters."""
    return len(text) + (0 if text.isascii() else 2 * len(_WIDE.findall(text)))


def ends_sentence(text: str) -> bool:
    return _TERMINAL.search(text[-8:]) is not None


def makes_a_claim(text: str) -> bool:
    """Whether a text says what its paper is or does, as an abstract does."""
    return _CLAIM.search(text) is not None


def joined(found: Sequence[Unit]) -> str | None:
    """The text of units that are paragraphs of one abstract; None where there are none."""
    return "\n\n".join(unit.text for unit in found) or None


def kind_of(text: str) -> Kind:
    visible = text.strip().strip(UNSEEN)
    if not visible:
        return Kind.BLANK
    if not any(map(str.isalnum, visible[:2000])) or (len(visible) < WRAPPED_AT and _MARKUP.match(visible)):
        return Kind.MARK
    if is_comment(visible):
        return Kind.COMMENT
    size, whole = weight(visible), ends_sentence(visible)
    if size >= _LONG or (size >= _SHORTEST and whole and (makes_a_claim(visible) or _SENTENCE_BREAK.search(visible))):
        return Kind.TEXT
    return Kind.SENTENCE if whole else Kind.PHRASE


def units(sheet: Sheet, spans: Sequence[Span]) -> list[Unit]:
    """The units of consecutive lines; blank lines are spans of white space."""
    found: list[Unit] = []
    block: list[Span] = []
    for span in spans:
        start, end = sheet.ink(*span)
        if start < end:
            block.append(span)
        elif block:
            found += _block_units(sheet, block)
            block = []
    return found + _block_units(sheet, block) if block else found


def joins(first: Unit, second: Unit) -> bool:
    """Whether two neighbouring texts are the paragraphs of one abstract.

    Where both could stand alone they are two abstracts, one of which has lost its id: better half an abstract, which is
    reported, than one with another paper's words.
    """
    if not {first.kind, second.kind} <= {Kind.TEXT, Kind.SENTENCE}:
        return False
    if weight(first.text) + weight(second.text) > ABSTRACT_LIMIT:
        return False
    return not ends_sentence(first.text) or second.text[:1].islower() or _POINTS_BACK.match(second.text) is not None


def _block_units(sheet: Sheet, block: Sequence[Span]) -> list[Unit]:
    """Units of lines without a blank line between them."""
    lines = [sheet.words(span) for span in block]
    indents = [_indent(sheet, span) for span in block]
    groups: list[list[int]] = []
    body = 0
    if len(lines) > 1 and max(map(len, lines)) <= WRAPPED_AT:
        body = len(lines)
        while body > 1 and _is_last_comment(lines[body - 1], lines[body - 2], indents[body - 1]):
            body -= 1
        groups = _wrapped(lines[:body], indents)
    for number in range(body, len(lines)):
        if groups and number and _goes_on(lines[number - 1], lines[number], indents[number]):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [_unit(sheet, block, lines, indents, group) for group in groups]


def _unit(
    sheet: Sheet, block: Sequence[Span], lines: Sequence[str], indents: Sequence[int], group: Sequence[int]
) -> Unit:
    parts = [lines[group[0]]]
    for number in group[1:]:
        new_paragraph = indents[number] >= 2 and ends_sentence(lines[number - 1])
        parts += ["\n\n" if new_paragraph else " ", lines[number]]
    text = "".join(parts)
    span = (sheet.ink(*block[group[0]])[0], sheet.ink(*block[group[-1]])[1])
    return Unit(span, text, kind_of(text))


def _goes_on(before: str, line: str, indent: int) -> bool:
    """Whether a line goes on with the paragraph before it, where paragraphs are long lines."""
    if is_comment(line) or is_comment(before):
        return False
    return indent >= 2 or (line[:1].islower() and len(before) > 20 and not ends_sentence(before))


def _is_last_comment(line: str, before: str, indent: int) -> bool:
    """Whether the last of short lines is a comment, and not the end of a wrapped text."""
    follows_text = not ends_sentence(before) and not is_comment(before)
    if line[:1].islower() and follows_text:
        return False
    return is_comment(line) or (indent < 2 and not follows_text and not ends_sentence(line) and not line[:1].islower())


def _wrapped(lines: Sequence[str], indents: Sequence[int]) -> list[list[int]]:
    """Lines of a text wrapped by hand are one unit; short lines that were not wrapped are one each.

    A line was wrapped if the first word of the next would not have fitted into the widest line. Where every line is a
    sentence there was no need to wrap.
    """
    widest = max(map(len, lines))
    full = [len(line) + 1 + len(after.split(" ", 1)[0]) > widest for line, after in pairwise(lines)]
    within_sentences = not all(ends_sentence(line) for line in lines[:-1])
    marked = any(map(_MARKUP.match, lines))
    if full and widest >= _NARROW and within_sentences and 2 * sum(full) > len(full) and not marked:
        return [list(range(len(lines)))]
    groups = [[0]]
    for number in range(1, len(lines)):
        before, line, group = lines[number - 1], lines[number], groups[-1]
        is_text = widest >= _NARROW and not _MARKUP.match(before)
        last_sentence = len(group) > 1 and ends_sentence(line) and not is_comment(line)
        if is_text and (last_sentence or _goes_on(before, line, indents[number])):
            group.append(number)
        else:
            groups.append([number])
    return groups


def _indent(sheet: Sheet, span: Span) -> int:
    """Blanks before the first character of a line; 0 for text glued to what is before it."""
    first = sheet.ink(*span)[0]
    start = sheet.lines[sheet.line_of(first)][0]
    return first - start if sheet.text[start:first].isspace() else 0
