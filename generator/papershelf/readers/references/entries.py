"""The text of a reference list → its entries; the lines of an entry → one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papershelf.readers.sheet import LINE_START, Sheet
from papershelf.venues import kind

LONGEST = 3_000
"""An entry is not longer; what follows is none of it."""
_HEADING = re.compile(
    r"[\W\d_]*(?:references?(?: list| cited)?|bibliography|literature(?: cited)?"
    r"|works cited|cited literature|r\s?e\s?f\s?e\s?r\s?e\s?n\s?c\s?e\s?s"
    r"|literatur(?:verzeichnis)?|bibliographie|参考文献)[\W_]*",
    re.I,
)
# A year that copying has put at the beginning of a line is no number.
_NUMBERED = re.compile(
    rf"{LINE_START}[ \t]*(?!\(?(?:1[89]|20)[0-9]{{2}}[).])(?:\[([1-9][0-9]{{0,3}})\](?![.,;)])|\(([1-9][0-9]{{0,3}})\)"
    rf"|([1-9][0-9]{{0,3}})[.):](?=[ \t]))[ \t]*(?=\S)"
)
# Further ones in the line of another, where copying has lost the line break.
_INSIDE = re.compile(r"(?<=[.)\d/”\"])[ \t]+\[([1-9][0-9]{0,3})\][ \t]+(?=[^\W\d_]|[“\"])")
_BEGINS = re.compile(
    r"(?:[^\W\d_][\w'’‐-]+(?:[ -][^\W\d_][\w'’-]+)?,\s(?:[^\W\d_]\.|[^\W\d_][\w-]+[,.\s])"  # Doe, J. / Doe, Jane
    r"|[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*\s+[^\W\d_]"  # J. Doe
    r"|[^\W\d_][\w'’-]+\s[A-Z]{1,3}[,.]\s"  # Doe JA,
    r"|[^\W\d_][\w.'’-]+(?:\s[^\W\d_][\w.'’-]*){1,3}(?:,\s|\sand\s|\set al\.|\.\s))"  # Jane Doe,
)
_NO_NAME = re.compile(r"\s(?:in|of|for|on|the)\s")
_LABEL_OF_DBLP = re.compile(rf"{LINE_START}\[[a-z][0-9]{{1,4}}\]")
_FRAME_OF_DBLP = re.compile(r"(?:\s*(?:(?:19|20)[0-9]{2}|\[[a-z][0-9]{1,4}\]))+\s*")
_ENDS = re.compile(r"(?:[.)\]\d”\"]|https?://\S+)\s*\Z")
_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_NUMBER_ALONE = re.compile(r"\s*[0-9]{1,4}\s*")
_NUMBER_LINE = re.compile(r"[\r\n][ \t]*[0-9]{1,4}[ \t]*\Z")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-‐\u00ad]\Z")
_BROKEN_ADDRESS = re.compile(r"(?:https?://\S*|(?:doi:?\s?)?10\.[0-9]{4,9}\S*|arxiv:[0-9]{4})[-/._=?&]\Z", re.I)
# What keeps its hyphen before a line break: these words end no syllable of a longer word.
_PREFIXES_WORDS = """
pre post self semi multi non co few zero one two three cross meta inter intra large high low end to state of the
well long short real fine coarse open deep model data graph text image vision sub super hyper anti bi tri uni over
under near off on in out free based driven aware level scale time task domain world human machine language knowledge
"""
_PREFIXES = frozenset(_PREFIXES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference."""

    start: int
    end: int
    begin: int
    """Where its text begins, behind its number."""
    number: int = 0


def is_heading(text: str) -> bool:
    """Whether a text is the list's heading and nothing else."""
    return len(text) < 100 and _HEADING.fullmatch(text) is not None


def is_frame_of_dblp(text: str) -> bool:
    """Whether a text is nothing but DBLP's labels of entries, `[j3]`, and the years above them."""
    return len(text) < 100 and _FRAME_OF_DBLP.fullmatch(text) is not None


def entries(sheet: Sheet) -> Iterator[Entry]:
    """The entries, in order; what stands around them is in none."""
    marks = _marks(sheet.text)
    if not marks:
        yield from _unnumbered(sheet)
        return
    for place, (start, begin, number) in enumerate(marks):
        limit = marks[place + 1][0] if place + 1 < len(marks) else len(sheet.text)
        end = _end(sheet, begin, min(limit, begin + LONGEST), limit)
        yield Entry(start, end, begin, number)


def _marks(text: str) -> list[tuple[int, int, int]]:
    """(start, where the text begins, number) of the entries of a numbered list; nothing where numbers don't run on."""
    found = [
        (m.start(), m.end(), int(m[1] or m[2] or m[3]), 1 if m[1] else 2 if m[2] else 3)
        for m in _NUMBERED.finditer(text)
    ]
    if not found:
        return []
    style = found[0][3]
    if style == 1:
        inside = [(m.start(), m.end(), int(m[1]), 1) for m in _INSIDE.finditer(text)]
        found = sorted([*(mark for mark in found if mark[3] == 1), *inside])
    chosen: list[tuple[int, int, int]] = []
    for start, begin, number, brackets in found:
        # A number out of order is one of the text: a page, a citation. A gap is an entry that was not copied.
        if brackets != style or (chosen and not chosen[-1][2] < number <= chosen[-1][2] + 30):
            continue
        while text[start].isspace():
            start += 1
        chosen.append((start, begin, number))
    return chosen


def _end(sheet: Sheet, begin: int, stop: int, limit: int) -> int:
    """Where an entry ends that the next one follows at `limit`: there, unless it is complete before a blank line."""
    if stop == limit:
        at = begin
        for gap in re.finditer(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)\s*", sheet.text[begin:limit]):
            at = begin + gap.start()
            rest = sheet.text[begin + gap.end() : limit].strip()
            before = _NUMBER_LINE.sub("", sheet.text[max(begin, at - 200) : at])
            if rest and _ENDS.search(before) and not _NUMBER_ALONE.fullmatch(rest):
                return sheet.ink(begin, at)[1]
        return max(begin, sheet.ink(begin, limit)[1])
    line = sheet.line_of(stop)
    return max(begin, sheet.ink(begin, sheet.lines[line][0] if sheet.lines[line][0] > begin else stop)[1])


def _unnumbered(sheet: Sheet) -> Iterator[Entry]:
    """Entries that begin with names: each a paragraph, or beginning on a line of its own."""
    start: int | None = None
    end = 0
    labelled = _LABEL_OF_DBLP.search(sheet.text) is not None
    for number, (first, last) in enumerate(sheet.lines):
        a, b = sheet.ink(first, last)
        if labelled and b - a < 8 and is_frame_of_dblp(sheet.text[a:b]):
            if start is not None:
                yield Entry(start, end, start)
                start = None
            continue
        if a == b:
            if start is not None and _ENDS.search(sheet.text[max(start, end - 200) : end]):
                yield Entry(start, end, start)
                start = None
            continue
        line = sheet.text[a : min(b, a + LONGEST)]
        begins = _begins_with_names(line) and (
            number == 0
            or start is None
            or (_ENDS.search(sheet.text[max(start, end - 200) : end]) is not None and _has_year(sheet, start, end))
        )
        if begins:
            if start is not None:
                yield Entry(start, end, start)
            start = a
        elif start is not None and b - start > LONGEST:
            yield Entry(start, end, start)
            start = None
        end = b if start is not None else end
        if start is not None and end - start > LONGEST:
            start = None
    if start is not None:
        yield Entry(start, end, start)


def _begins_with_names(line: str) -> bool:
    """Whether a line may be the first of an entry; the second half of one often begins with its venue."""
    m = _BEGINS.match(line)
    return m is not None and not _NO_NAME.search(m[0]) and not kind(m[0].strip(" ,."))


def _has_year(sheet: Sheet, start: int, end: int) -> bool:
    return _YEAR.search(sheet.text, start, min(end, start + LONGEST)) is not None


def unfold(sheet: Sheet, entry: Entry) -> str:
    """The text of an entry in one line: words that a line break has cut are whole, page numbers between are gone."""
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", sheet.text[entry.begin : entry.end])]
    lines = [line for line in lines if line and not (len(lines) > 1 and _NUMBER_ALONE.fullmatch(line))]
    joined = ""
    for line in lines:
        if not joined:
            joined = line
            continue
        tail = joined[-300:]
        broken = _BROKEN_WORD.search(tail)
        if broken and line[:1].islower():
            keeps = broken[1].lower() in _PREFIXES
            joined = f"{joined if keeps else joined[:-1]}{line}"
        elif broken or _BROKEN_ADDRESS.search(tail):
            joined += line
        else:
            joined += f" {line}"
    return " ".join(joined.replace("\u00ad", "").split())
