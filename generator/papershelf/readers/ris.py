"""RIS: what reference managers and publishers export. `TY  - JOUR`, then a line for each field, then `ER  - `.

Format: https://en.wikipedia.org/wiki/RIS_(file_format) and the RIS Format Specifications of Research Information
Systems (2001, 2011). Which tags and types there are is rispy's to say; its parser is not used, since it does not tell
where an entry stands, drops one without `ER`, and takes quadratic time for a value of many lines.

Every program has its own idea of a tag: the journal is in JO, JF, T2 or JA, the DOI in DO, M3, L3 or N1. Each is looked
for where EndNote, Zotero, Mendeley, Web of Science, Scopus, IEEE Xplore, ScienceDirect and Atypon put it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rispy.config import TAG_KEY_MAPPING

from papershelf import identifiers
from papershelf.model import Item, Record, RecordType
from papershelf.readers import entry, serials, tagged
from papershelf.readers.sheet import LINE_START, UNSEEN, Sheet

NAME = "RIS"

# Tags that exporters write and rispy does not list.
_KNOWN = "|".join(
    sorted({*TAG_KEY_MAPPING, "ED", "BT", "CT", "JO", "J1", "VO", "L3", "LK", "U1", "U2", "U3", "C9"} - {"UK"})
)
# `TI  - `; a tag that is known may have one space too few.
_TAG = re.compile(rf"{tagged.BEFORE_TAG}([A-Z][A-Z0-9])(?:  -|(?<={_KNOWN}) -(?=[ \t]|$))")
# `ty - `, `  TI- `: for files in which no entry begins as it should.
_LOOSE_TAG = re.compile(rf"[ \t{UNSEEN}]*({_KNOWN})[ \t]{{0,3}}-(?=[ \t]|$)", re.I)
_BEGINS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}TY  -")
_AS_IT_SHOULD = re.compile(rf"{_BEGINS.pattern}[^\r\n]*[\r\n]+[A-Z][A-Z0-9]  -")
_BEGINS_LOOSELY = re.compile(rf"{LINE_START}[ \t{UNSEEN}]*TY[ \t]{{0,3}}-[ \t]", re.I)
_ENDS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}ER  -")
_HEADER = 20_000
"""Characters that may stand before the first entry."""

_ARTICLE: RecordType = "article-journal"
_TYPES: dict[str, RecordType] = {
    "ABST": _ARTICLE, "JOUR": _ARTICLE, "EJOUR": _ARTICLE, "JFULL": _ARTICLE, "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CLSWK": "book", "SER": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "ENCYC": "entry-encyclopedia", "DICT": "entry-encyclopedia",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "SLIDE": "speech", "HEAR": "speech", "RPRT": "report",
    "GOVDOC": "report", "STAND": "standard", "THES": "thesis", "UNPB": "manuscript", "UNPD": "manuscript",
    "MANSCPT": "manuscript", "INPR": "manuscript", "PAMP": "document", "COMP": "software", "DATA": "dataset",
    "DBASE": "dataset", "AGGR": "dataset", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog",
    "ICOMM": "document", "PAT": "patent", "BILL": "bill", "CASE": "legal_case", "MPCT": "motion_picture",
    "VIDEO": "motion_picture", "ADVS": "motion_picture",
}  # fmt: skip
_NOT_PERIODICAL = frozenset({"book", "report", "thesis", "software", "dataset", "standard", "patent", "webpage"})
_OTHER_VENUES = ("BT", "C3", "JA", "J2", "J1")
_NO_DATE = re.compile(r"[0/\s-]*")
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_PART = re.compile(r"[0-9A-Za-z]+")
_OF_ITS_HISTORY = re.compile(r"/(?:received|revised|accepted)\s*$", re.I)
_SAID_BY_A_PROGRAM = re.compile(r"(?:Cited By|Export Date|(?:Total )?Times Cited|Record ID|Copyright)\b", re.I)
_BETWEEN_ADDRESSES = re.compile(r"\s|;(?=https?://|//)", re.I)
_STATED_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.[0-9]{4,9}/\S+", re.I)
_OTHER_ID = re.compile(r"(?:PMID:?\s*)?([0-9]{4,9})(?:\s*\[pmid\])?|(PMC[0-9]{4,9})(?:\s*\[pmcid\])?", re.I)


def looks_like(text: str) -> bool:
    """An entry begins near the beginning of the file."""
    return bool(
        _BEGINS.search(text, 0, _HEADER)
        or _BEGINS_LOOSELY.search(text, 0, _HEADER)
        or (_TAG.match(text[:_HEADER].lstrip(f"{UNSEEN} \t\r\n")) and _ENDS.search(text, 0, _HEADER))
    )


def read(text: str, path: str) -> Iterator[Item]:
    """The entries of a file and what stands between them, in order."""
    sheet = Sheet(text, path, NAME)
    tag = _TAG if _AS_IT_SHOULD.search(text) or not _BEGINS_LOOSELY.search(text) else _LOOSE_TAG
    yield from tagged.read(sheet, tagged.lines(sheet, tag), _begins, _entry, last="ER")


def _begins(found: tagged.Entry | None, line: tagged.Line) -> bool:
    return line[0] == "TY" or (found is None and line[0] not in ("", "ER"))


def _entry(sheet: Sheet, found: tagged.Entry) -> Iterator[Item]:
    start, end = sheet.ink(found.start, found.end)
    if all(tag in ("TY", "ER") for tag, _ in found.values):
        yield sheet.unused(start, end, "an entry that holds nothing", "a title or an id, or no entry")
        return
    first, last = found.values[0][0], found.values[-1][0]
    for item in entry.record(sheet, start, end, _fields(found)):
        yield item
        if isinstance(item, Record):
            if first != "TY":
                yield sheet.remark(start, end, "no TY line begins this entry", "“TY  - JOUR” before its other lines")
            if last != "ER":
                yield sheet.remark(start, end, "no ER line ends this entry", "“ER  - ” after its other lines")


def _fields(found: tagged.Entry) -> entry.Fields:
    values = found.by_tag("\n")
    first = values.first

    def every(*tags: str) -> list[str]:
        return [value for tag in tags for value in values.get(tag, ())]

    kind = _TYPES.get(first("TY").upper(), "")
    title = first("TI", "T1", "CT")
    venue = "" if kind in _NOT_PERIODICAL else _venue(values)
    if not title:  # a whole book in old RIS; what Scopus knows only from references
        title, venue = first("BT") or first("T2"), "" if first("BT") else first("JF", "JO", "JA")
    persons = every("AU") if set(values.get("A1", ())) <= set(values.get("AU", ())) else _in_order(found, "AU", "A1")
    if not persons and kind == "book":
        persons = every("ED", "A2", "A3")
    authors, others = entry.names(name for value in persons for name in re.split(r"[;\n]", entry.spelled_out(value)))
    year, month = _date(values)
    pages = _pages(first("SP"), first("EP")) or first("C7")  # of a book or report: how many
    return entry.Fields(
        id=first("ID"),
        type=kind,
        title=title,
        authors=authors,
        others=others,
        abstract="\n\n".join(tagged.unique(every("AB", "N2"))),
        venue=venue,
        year=year,
        month=month,
        volume=first("VL", "VO"),
        number=first("IS", "CP"),
        pages="" if kind in _NOT_PERIODICAL and pages.isdecimal() else pages,
        publisher=first("PB"),
        doi=first("DO") or next(filter(_STATED_DOI.fullmatch, every("M3", "L3", "L1")), ""),
        arxiv=next((value for value in every("AN", "M1", "C7") if identifiers.arxiv_id(value)), ""),
        addresses=[address for value in every("UR", "L1", "L2", "LK") for address in _addresses(value)],
        other_ids=tuple(dict.fromkeys(_other_ids(values))),
        keywords=tagged.keywords(every("KW")),
        notes=[note for note in every("N1", "RN") if not _SAID_BY_A_PROGRAM.match(note)],
        affiliations=every("AD"),
        language=first("LA"),
    )


def _in_order(found: tagged.Entry, *tags: str) -> list[str]:
    return ["\n".join(lines) for tag, lines in found.values if tag in tags]


def _venue(values: dict[str, list[str]]) -> str:
    """The journal, conference or book. JF is a journal in full, JO in full or abbreviated, JA and J2 abbreviated; T2 is
    a journal in full, or (ScienceDirect, beside JO in full) the title of a special issue."""
    full, any_form, second = (values.get(tag, [""])[0] for tag in ("JF", "JO", "T2"))
    if not full and any_form and second and "." not in any_form:
        full = any_form
    return next(filter(None, (full, second, any_form, *(values.get(tag, [""])[0] for tag in _OTHER_VENUES))), "")


def _date(values: dict[str, list[str]]) -> tuple[str, str]:
    """The date that says most of the first year that is stated, and a month without year (Web of Science: `DA  -
    JUL`). What is no date is handed on, so that it is reported."""
    stated = [value for tag in ("PY", "DA", "Y1") for value in values.get(tag, ())]
    stated = [value for value in stated if not _NO_DATE.fullmatch(value) and not _OF_ITS_HISTORY.search(value)]
    dated = [(m[0], value) for value in stated if (m := _YEAR.search(value))]
    if not dated:
        return next(iter(stated), ""), ""
    best = max((value for year, value in dated if year == dated[0][0]), key=lambda value: len(_PART.findall(value)))
    return best, next((value for value in stated if not _YEAR.search(value)), "")


def _pages(first: str, last: str) -> str:
    return f"{first}-{last}" if first and last and first != last and "-" not in first else first or last


def _addresses(value: str) -> Iterator[str]:
    """`http://a.example; http://b.example`, `//www.example.org/a`; files on somebody's disk are no addresses."""
    for part in _BETWEEN_ADDRESSES.split(value):
        address = f"https:{part}" if part.startswith("//") else part
        if re.match(r"https?://[^\s/]", address, re.I):
            yield address.rstrip(";")


def _other_ids(values: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for value in values.get("SN", ()):
        yield from serials.serial_numbers(value)
    in_pubmed = any("pubmed" in value.lower() or "medline" in value.lower() for value in values.get("DB", ()))
    for tag in ("AN", "U1", "U2", "C2"):
        for value in values.get(tag, ()):
            if m := _OTHER_ID.fullmatch(value):
                if m[2]:
                    yield "pmcid", m[2].upper()
                elif in_pubmed or "pmid" in value.lower():
                    yield "pmid", m[1]
