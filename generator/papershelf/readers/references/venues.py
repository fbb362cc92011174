"""What stands behind the title of a reference → venue, volume, issue, pages; each only where it is plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papershelf.venues import kind

_YEAR = r"(?:18|19|20)[0-9]{2}"
_PAGES = re.compile(
    r"(?:\bpp?\.?\s?|\bpages?\s|[0-9)]\s?[:,]\s?)(?P<first>[A-Za-z]?[0-9]{1,6})\s?[–—‐-]{1,2}\s?"
    r"(?P<last>[A-Za-z]?[0-9]{1,6})(?![\w/])"
)
_VOLUME = re.compile(
    (
        r"\bvol(?:\.|ume)?\s?(?P<volume>[0-9]{1,5})(?:\s?\((?P<issue>[0-9–-]{1,9})\)|,?\s(?:no|iss"
        r"|number)\.?\s?(?P<number>[0-9–-]{1,9}))?"
    ),
    re.I,
)
_BEHIND_THE_NAME = re.compile(
    rf"(?:[\s,]+|[\s.,]+{_YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s[0-9]{{1,2}})?)?;\s?)(?!{_YEAR}\b)(?P<volume>[0-9]{{1,5}})"
    rf"(?:\s?\((?!{_YEAR}\))(?P<issue>[0-9–-]{{1,9}})\)|\.(?P<part>[0-9]{{1,3}}))?(?=[\s,:.;(]|\Z)"
)
_MEETING = re.compile(
    (
        r"[\s,.;]*\bin:?\s+(?P<name>(?:[^,.()]|\.(?=\S)|(?<=\b[A-Z])\.|(?<=Proc)\.|(?<=Conf)\.|(?<=Int)\."
        r"|\([A-Z][\w’' -]{1,20}\)){3,160})"
    ),
    re.I,
)
_OF_THE = rf"(?<=of the )(?:[0-9]{{1,3}}(?:st|nd|rd|th)|{_YEAR})(?=\s[A-Z])"  # Proceedings of the 12th Conference
_JOURNAL = re.compile(
    rf"[\s,.;]*(?P<name>[A-Z](?:[^\d,.;()]|\.(?=\s?[A-Z,\d])|{_OF_THE}){{2,120}}?)"
    rf"(?=\s*(?:,|\.\s*(?:\d|\Z|[A-Z][a-z]+:)|(?<!of the)\s\d|\(|\Z))"
)
_EDITED = re.compile(
    r"[\s,.;]*\bin:?\s+[^()]{2,200}?(?:\((?:eds?|hrsg)\.?\)|,\s+editors?)[,.:]?\s+(?P<name>[^.,()]{3,160})", re.I
)
_PREPRINT = re.compile(r"[\s,.;]*(?:arxiv|corr)\b", re.I)
_ENDS = re.compile(rf"[\s,'’]*(?:{_YEAR}|pages?|pp\.?|vol(?:ume)?\.?)\s*\Z|\s*\({_YEAR}\)\s*\Z", re.I)


@dataclass(frozen=True, slots=True)
class Where:
    """Where something was published."""

    venue: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""


def published(behind: str) -> Where:
    """The venue, with volume and pages, that the text behind a title states; empty fields where that is not plain."""
    behind = behind[:600]
    if not behind.strip(" .,") or _PREPRINT.match(behind):
        return Where("arXiv" if _PREPRINT.match(behind) else "")
    pages = _PAGES.search(behind)
    volume = _VOLUME.search(behind)
    meeting = _EDITED.match(behind) or _MEETING.match(behind)
    if meeting:
        name = _name(meeting["name"])
        return Where(name if kind(name) or name[:1].isupper() else "", *_volume(volume), _range(pages))
    journal = _JOURNAL.match(behind)
    name = _name(journal["name"]) if journal else ""
    if not name or not (
        kind(name) or (pages and (volume or (journal and _BEHIND_THE_NAME.match(behind, journal.end()))))
    ):
        return Where(pages=_range(pages))
    short = _BEHIND_THE_NAME.match(behind, journal.end()) if journal and not volume else None
    if short:
        return Where(name, short["volume"], short["issue"] or short["part"] or "", _range(pages))
    return Where(name, *_volume(volume), _range(pages))


def _name(text: str) -> str:
    text = " ".join(text.split())
    before = ""
    while text != before:
        before, text = text, _ENDS.sub("", text).strip(" ,.;")
    return text


def _volume(m: re.Match[str] | None) -> tuple[str, str]:
    return (m["volume"], m["issue"] or m["number"] or "") if m else ("", "")


def _range(m: re.Match[str] | None) -> str:
    return f"{m['first']}-{m['last']}" if m else ""
