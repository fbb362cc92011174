"""PubMed's MEDLINE display (.nbib, .txt): `PMID- 20481061`, then a line for each field, a blank line between entries.

Format: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. Tags fill four columns, a hyphen and a space follow, and
a value goes on in lines with six spaces. ERIC exports the same form, without PMID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf import identifiers
from papershelf.model import Item, Record, RecordType
from papershelf.readers import entry, serials, tagged
from papershelf.readers.sheet import LINE_START, Sheet, excerpt

NAME = "PubMed"

_TAG = re.compile(rf"{tagged.BEFORE_TAG}([A-Z][A-Z0-9]{{1,3}}) {{0,3}}-")
_BEGINS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}(?:PMID {{0,2}}- {{0,2}}[0-9]|OWN {{1,2}}- )")
# Entries that lost their first lines.
_GOES_ON = re.compile(rf"{LINE_START}(?:STAT|DCOM|FAU |JT  |MHDA|CRDT|PHST)- ")
_RIS = re.compile(rf"{LINE_START}{tagged.BEFORE_TAG}TY {{1,2}}-")
_HEADER = 20_000
"""Characters that may stand before the first entry."""

_TYPES: dict[str, RecordType] = {
    "preprint": "article",
    "book": "book", "books": "book",
    "book chapter": "chapter",
    "academic dissertation": "thesis", "dissertations/theses": "thesis",
    "technical report": "report",
    "dataset": "dataset",
    "newspaper article": "article-newspaper",
    "congress": "paper-conference", "speeches/meeting papers": "paper-conference",
    "legal case": "legal_case",
    "webcast": "motion_picture",
}  # fmt: skip
# What PubMed says of a paper by pointing to another.
_NOTICES = {
    "RIN": "Retraction in", "ROF": "Retraction of", "PRIN": "Partial retraction in", "PROF": "Partial retraction of",
    "EIN": "Erratum in", "EFR": "Erratum for", "ECI": "Expression of concern in", "ECF": "Expression of concern for",
    "CRI": "Corrected and republished in", "CRF": "Corrected and republished from", "RPI": "Republished in",
    "RPF": "Republished from", "UIN": "Update in", "UOF": "Update of", "CON": "Comment on",
}  # fmt: skip
_TRANSLATED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](\.?)")


def looks_like(text: str) -> bool:
    """An entry begins near the beginning of the file."""
    begins = _BEGINS.search(text, 0, _HEADER)
    return bool(begins or len(set(_GOES_ON.findall(text, 0, _HEADER))) > 2) and not _RIS.search(text, 0, _HEADER)


def read(text: str, path: str) -> Iterator[Item]:
    """The entries of a file and what stands between them, in order. A blank line ends an entry, so that one without
    its first line does not become part of the one before it."""
    sheet = Sheet(text, path, NAME)
    yield from tagged.read(sheet, _lines(sheet), _begins, _entry)


def _lines(sheet: Sheet) -> Iterator[tagged.Line]:
    """Every line that is not blank; a value goes on in an indented one, also behind a blank line."""
    for name, value, start, end, blank in tagged.lines(sheet, _TAG):
        if name or not sheet.text[start : start + 2].isspace():
            yield name or tagged.STRAY, value, start, end, blank
        else:
            yield "", value, start, end, False


def _begins(found: tagged.Entry | None, line: tagged.Line) -> bool:
    name, _, _, _, blank = line
    return name == "PMID" or blank if found else name not in ("", tagged.STRAY)


def _entry(sheet: Sheet, found: tagged.Entry) -> Iterator[Item]:
    for item in entry.record(sheet, *sheet.ink(found.start, found.end), _fields(found)):
        yield item
        if isinstance(item, Record) and found.strays:
            start, end = found.strays[0]
            message = f"{excerpt(sheet.text[start:end])} has neither a tag nor six spaces before it"
            if len(found.strays) > 1:
                message += f", as {len(found.strays) - 1} more lines of this entry"
            yield sheet.remark(start, end, message, "“TI  - ” before a value, six spaces before what belongs to it")


def _fields(found: tagged.Entry) -> entry.Fields:
    values = found.by_tag(" ")
    first = values.first
    authors, others = entry.names(_authors(found))
    ids = list(_identifiers(values))
    return entry.Fields(
        id=first("PMID", "OID"),
        type=_type(values),
        title=_title(first("TI", "BTI", "TT")),
        authors=authors,
        others=others,
        abstract=first("AB", "OAB"),
        venue=first("JT", "TA") or (first("BTI", "CTI") if first("TI") else first("CTI")),
        year=first("DP", "DEP"),
        volume=first("VI"),
        number=first("IP"),
        pages=first("PG"),
        publisher=first("PB"),
        doi=next((value for scheme, value in ids if scheme == "doi"), ""),
        arxiv=next((value for scheme, value in ids if scheme == "arxiv"), ""),
        addresses=[value for scheme, value in ids if scheme == "address"],
        other_ids=tuple(dict.fromkeys(_other_ids(values))),
        keywords=tagged.keywords([*values.get("OT", ()), *values.get("MH", ())]),
        notes=(
            *(f"{what}: {value}" for tag, what in _NOTICES.items() for value in values.get(tag, ())),
            *values.get("GN", ()),
        ),
        affiliations=values.get("AD", ()),
        language=first("LA"),
    )


def _title(text: str) -> str:
    """A title without the brackets that say that it is a translation: `[On rivers].`"""
    m = _TRANSLATED.fullmatch(text)
    return m[1].removesuffix(m[2]) + m[2] if m else text


def _authors(found: tagged.Entry) -> Iterator[str]:
    """Names in full where there are, else with initials; teams in their place among them."""
    before = ""
    for tag, lines in found.values:
        if tag in ("FAU", "CN") or (tag == "AU" and before != "FAU"):
            yield " ".join(lines)
        if tag in ("FAU", "AU", "CN"):
            before = tag


def _type(values: dict[str, list[str]]) -> RecordType:
    stated = [value.lower().partition(" - ")[0] for value in values.get("PT", ())]
    known = next((_TYPES[value] for value in stated if value in _TYPES), None)
    if known or not ("JT" in values or "TA" in values):
        return known or ("book" if "BTI" in values else "")
    return "article-journal"


def _identifiers(values: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """`10.1234/abc [doi]`, `arXiv:2401.12345v2 [pii]`, `https://…`: (scheme, value) of each that is one."""
    for value in (*values.get("LID", ()), *values.get("AID", ())):
        stated, _, scheme = value.removesuffix("]").rpartition(" [") if value.endswith("]") else (value, "", "")
        if identifiers.arxiv_id(stated):
            yield "arxiv", stated
        elif scheme == "doi" or identifiers.doi(stated):
            yield "doi", stated
        elif stated.startswith(("http://", "https://")):
            yield "address", stated


def _other_ids(values: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for pmid in values.get("PMID", ()):
        if pmid.isascii() and pmid.isdecimal():
            yield "pmid", pmid
    for pmcid in values.get("PMC", ()):
        if re.fullmatch(r"PMC[0-9]+", pmcid):
            yield "pmcid", pmcid
    for tag in ("IS", "ISBN", "ISSN"):
        for value in values.get(tag, ()):
            yield from serials.serial_numbers(value)
