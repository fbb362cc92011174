"""The text of one entry → its labelled values: `Title`, `Authors`, `Comments`, …, and where the entry ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papershelf.readers.arxiv_listing.heads import Head
from papershelf.readers.bylines import byline
from papershelf.readers.sheet import Sheet, Span

_NAMES = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "comment": "comments",
    "comments": "comments",
    "subject": "subjects",
    "subjects": "subjects",
    "categories": "categories",
    "journal-ref": "journal",
    "journal ref": "journal",
    "journal reference": "journal",
    "report-no": "report",
    "report number": "report",
    "msc-class": "class",
    "msc classes": "class",
    "msc class": "class",
    "acm-class": "class",
    "acm classes": "class",
    "acm class": "class",
    "doi": "doi",
    "related doi": "doi",
    "abstract": "abstract",
    "license": "license",
    "cite as": "cite",
    "date": "date",
    "proxy": "license",
    "from": "license",
    "submission history": "history",
}
_LABEL = re.compile(
    r"[ \t]*(title|authors?|comments?|subjects?|categories|journal[- ]ref(?:erence)?|report-no|report number"
    r"|(?:msc|acm)[- ]class(?:es)?|(?:related )?doi"
    r"|abstract|license|cite as|date|proxy|from)[ \t]*(?:\([^()\r\n]{1,40}\))?:",
    re.I,
)
# Labels in the middle of a line, in the order in which pages have them.
_INSIDE = re.compile(
    r"(?<=\s)(?:Title|Authors?|Comments|Report-no|Journal-ref|DOI|MSC-class|ACM-class|Subjects|Abstract):(?=\s|$)"
)
_ORDER = ("title", "authors", "comments", "report", "journal", "doi", "class", "subjects", "abstract")
_SUBMITTED = re.compile(r"[ \t]*Submitted[ \t]+[0-9]{1,2}[ \t]+[A-Z][a-z]+,?[ \t]+[0-9]{4}[;,.]")
_REPLACED = re.compile(r"replaced with revised version|(?:figures|part) added", re.I)
_RULE = re.compile(r"[-=_%]{20,}\s*")
_FRAME = re.compile(
    r"total of [0-9]+ entries.*|showing up to [0-9]+ entries.*|.*\(\s*(?:continued, )?showing .*\bentries\s*\)"
    r"|(?:new|cross|replacement)[ -](?:submissions|lists?|submissions for).*|\[[ \t]*(?:total of|showing) [0-9]+.*\]"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*, [0-9]{1,2} \w{3,9} [0-9]{4}\b.*|about( arxiv)?|contact( arxiv)?|subscribe.*"
    r"|%{0,3}-{2,}.*|%[-%]{5,}.*|cross-lists for .*|replacements for .*"
    r"|(?:\[v[0-9]+\] )?\(links to:.*|new submissions for .*",
    re.I,
)
# Between the parts of the page of one paper.
_BUTTONS = re.compile(
    r"view pdf|html(?: \(experimental\))?|tex source|other formats|view a pdf of the paper titled.*|pdf|postscript"
    r"|\(?or [^\s]+ .*for this version\)|https://doi\.org/10\.48550/\S*|focus to learn more"
    r"|arxiv-issued doi via datacite.*|view license.*|download pdf|full-text links:|download:|view email",
    re.I,
)
_MORE = re.compile(r"[▽△▼▲∆]\s*(?:More|Less)\b\s*")
_SNIPPET = re.compile(r"…\s*▽\s*More\s*\Z")
_TAGS = re.compile(r"(?:[a-z-]+\.[A-Za-z-]{2,12}|[a-z-]+(?:-[a-z]+)+)(?=\s|$)")
_LONG = 60


@dataclass(slots=True)
class Values:
    """What an entry says, each value with its pieces in order."""

    end: int
    said: dict[str, list[Span]] = field(default_factory=dict)
    unlabelled: list[Span] = field(default_factory=list)
    """Lines between the head and the first label: categories and title of a search result."""
    behind_title: list[Span] = field(default_factory=list)
    """Lines right behind the title's: the authors, on pages that don't label them."""
    submitted: Span | None = None

    def text(self, sheet: Sheet, name: str) -> str:
        """The value in one line; empty where there is none."""
        return " ".join(sheet.words(span) for span in self.said.get(name, ())).strip()


def parts(sheet: Sheet, head: Head, limit: int) -> Values:
    """The values of the entry that begins with `head` and ends at `limit` at the latest."""
    values = Values(head.span[1])
    reader = _Reader(sheet, head, values)
    for start, end in _lines(sheet, head.span[1], limit):
        start, end = sheet.ink(start, end)
        if not reader.take(start, end):
            break
    return values


def _lines(sheet: Sheet, start: int, limit: int) -> list[Span]:
    first, last = sheet.line_of(start), sheet.line_of(max(start, limit - 1))
    return [(max(start, a), min(limit, b)) for a, b in sheet.lines[first : last + 1] if b >= start and a < limit]


class _Reader:
    """Takes an entry line by line, and says where it is over."""

    def __init__(self, sheet: Sheet, head: Head, values: Values) -> None:
        self.sheet, self.head, self.values = sheet, head, values
        self.current = ""
        self.over = False
        """All is said; what follows may only be the frame."""

    def take(self, start: int, end: int) -> bool:
        """Take a line; False where it is none of the entry."""
        if start == end:
            if self.current == "title" and self.head.kind == "mail":
                self.current = ""
            return True
        line = self.sheet.text[start : min(end, start + 400)]
        if self.head.kind == "mail":
            return self._mail(start, end, line)
        if _FRAME.fullmatch(line) or _RULE.fullmatch(line):
            return False
        if _SUBMITTED.match(line):
            self.values.submitted, self.current = (start, end), "submitted"
        elif self._labelled(start, end):
            pass
        elif self.head.kind == "one":
            return self._one(start, end, line)
        elif not self._unlabelled(start, end):
            return False
        self.values.end = end
        return True

    def _labelled(self, start: int, end: int) -> bool:
        """A line that begins with a label, with further ones inside perhaps."""
        text = self.sheet.text
        label = _LABEL.match(text, start, end)
        if not label or (self.current == "abstract" and self.head.kind == "page" and not text[start].isupper()):
            return False
        cuts = [(label.start(), label.end(), _NAMES[label[1].lower()])]
        if self.head.kind == "page" and cuts[0][2] in _ORDER:
            rank = _ORDER.index(cuts[0][2])
            for inside in _INSIDE.finditer(text, label.end(), end):
                name = _NAMES[inside[0][:-1].lower()]
                if _ORDER.index(name) > rank:
                    cuts.append((inside.start(), inside.end(), name))
                    rank = _ORDER.index(name)
        for number, (_, begin, name) in enumerate(cuts):
            stop = cuts[number + 1][0] if number + 1 < len(cuts) else end
            self.values.said.setdefault(name, [])
            if begin < stop and not text[begin:stop].isspace():
                self.values.said[name].append((begin, stop))
            self.current = name
        return True

    def _unlabelled(self, start: int, end: int) -> bool:
        """A line without label, on a page of many papers."""
        values, current = self.values, self.current
        if not values.said:
            values.unlabelled.append((start, end))
        elif current and not values.said.get(current):
            values.said.setdefault(current, []).append((start, end))
        elif current in ("title", "authors") and "subjects" not in values.said:
            values.behind_title.append((start, end))
        elif current == "subjects" and end - start >= _LONG:
            values.said["abstract"] = [(start, end)]
            self.current = "abstract"
        elif current == "abstract" and (end - start >= _LONG or len(values.said["abstract"]) < 3):
            values.said["abstract"].append((start, end))
        elif current == "subjects" or current == "submitted" or current == "abstract":
            return False
        elif current in ("comments", "journal"):
            values.said[current].append((start, end))
        return True

    def _one(self, start: int, end: int, line: str) -> bool:
        """A line without label, on the page of one paper."""
        values, current = self.values, self.current
        lower = line.lower()
        if lower.startswith("submission history"):
            self.current, self.over = "history", True
        elif self.over:
            if not re.match(r"from:|\[v[0-9]+\]", lower):
                return False
        elif _BUTTONS.fullmatch(line):
            if current not in ("cite", "doi", "subjects", "abstract", "comments"):
                self.current = "button"
        elif current in ("", "title") and "abstract" not in values.said:
            (values.unlabelled if not values.said else values.behind_title).append((start, end))
        elif current and current in values.said and not values.said[current]:
            values.said[current].append((start, end))
        elif current == "abstract":
            values.said["abstract"].append((start, end))
        elif current in ("cite", "doi", "subjects") and self.sheet.text[values.end : start].count("\n") > 2:
            return False
        values.end = end
        return True

    def _mail(self, start: int, end: int, line: str) -> bool:
        """A line of a mail: labelled lines, `\\\\`, the abstract, `\\\\ ( address , size)`."""
        values = self.values
        if _RULE.fullmatch(line) or self.over:
            return False
        if line.startswith("\\\\"):
            self.over = "abstract" in values.said or len(line) > 2
            self.current = "abstract"
            values.said.setdefault("abstract", [])
        elif self.current == "abstract":
            values.said["abstract"].append((start, end))
        elif _REPLACED.match(line):
            values.said["replaced"] = [(start, end)]
            self.current = "replaced"
        elif not self._labelled(start, end):
            if self.current and self.current != "replaced":
                values.said.setdefault(self.current, []).append((start, end))
            elif len(line) > 2 * _LONG:
                return False
        values.end = end
        return True


def abstract(sheet: Sheet, spans: list[Span]) -> str:
    """An abstract in one line, without the marks that unfold it; empty where only a snippet of it is shown."""
    text = " ".join(sheet.words(span) for span in spans)
    if text.startswith("…") or _SNIPPET.search(text):
        return ""
    return " ".join(_MORE.sub("", text).split())


def title_and_tags(sheet: Sheet, values: Values) -> tuple[str, list[str]]:
    """Of the unlabelled lines of a search result: the title, and the categories before it."""
    words = [sheet.words(span) for span in values.unlabelled]
    tags: list[str] = []
    while words:
        rest = words[0]
        while m := _TAGS.match(rest):
            tags.append(m[0])
            rest = rest[m.end() :].lstrip()
        if rest == words[0]:
            break
        rest = re.sub(r"^doi\s+10\.\S+\s*", "", rest)
        words = [rest, *words[1:]] if rest else words[1:]
    if words and words[0].lower().startswith("doi"):
        words = words[1:]
    if words and re.fullmatch(r"10\.[0-9]{4,9}/\S+", words[0]):
        words = words[1:]
    return " ".join(words), tags


def authors_behind_title(sheet: Sheet, values: Values) -> tuple[str, str]:
    """What the lines behind a title's are: (more of the title, the authors)."""
    lines = [sheet.words(span) for span in values.behind_title]
    if "authors" in values.said:
        return " ".join(lines) if not values.said["authors"] else "", ""
    for number in range(len(lines)):
        names = " ".join(lines[number:])
        if byline(names) or number == len(lines) - 1:
            return " ".join(lines[:number]), names
    return "", ""
