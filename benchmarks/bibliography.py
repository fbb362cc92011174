"""Bibliography entries of papers nobody wrote, as databases and reference managers export them: the same paper once in
full and once with initials, without DOI, with the venue abbreviated. The same number gives the same entries."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from random import Random

from papershelf.model import Place, Publication, Record
from papershelf.readers import record_key

_SYLLABLES = (
    "an", "bo", "cer", "da", "el", "fa", "gu", "hi", "ion", "jin", "ka", "lor", "ma", "ne", "os", "pra", "qua", "ri",
    "sa", "ter", "um", "vo", "wei", "xi", "yu", "zo", "tion", "ment", "al", "is",
)  # fmt: skip
_LITTLE = ("the", "of", "and", "a", "in", "for", "with", "on", "using", "from", "by", "to")
_FRAMES = ("A study of {}", "{}: a systematic review", "Towards {}", "On {}", "{} for {}", "Editorial", "{}, part II")
_COPIES = ((1, 78), (2, 16), (3, 5), (4, 1))
"""Entries of a paper, and how often of a hundred."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one export says about one paper."""

    id: str
    cluster: int
    """Number of the paper: equal for entries about the same one."""
    title: str
    authors: tuple[tuple[str, str], ...]
    """(given names or initials, family name)"""
    year: int
    venue: str
    volume: str
    number: str
    pages: str
    doi: str = ""
    abstract: str = ""
    others: bool = False
    """The author list is cut."""


def entries(number: int, seed: int = 1) -> list[Entry]:
    """So many entries in no order, a fifth of them about papers that others are about too. Words, names and venues are
    as unevenly common as in real ones; people write with their neighbours."""
    draw = Random(seed)

    def word(least: int, most: int) -> str:
        return "".join(draw.choices(_SYLLABLES, k=draw.randint(least, most)))

    def common(things: list[str], start: int) -> Callable[[int], list[str]]:
        weights = list(accumulate(1 / (rank + start) for rank in range(len(things))))
        return lambda k: draw.choices(things, cum_weights=weights, k=k)

    words = common([*_LITTLE, *(word(2, 4) for _ in range(20_000))], 5)
    families = common([word(2, 3).title() for _ in range(8_000)], 20)
    givens = common([word(2, 3).title() for _ in range(2_500)], 20)
    venues = common([f"Journal of {word(2, 4).title()} {word(2, 3).title()}" for _ in range(300)], 5)
    people = [(" ".join(givens(draw.choice((1, 1, 2)))), families(1)[0]) for _ in range(2 * number + 10)]

    def title() -> str:
        frame = draw.choice(_FRAMES) if draw.random() < 0.15 else "{}"
        some = [" ".join(words(draw.randint(2, 4) if frame.count("{}") > 1 else draw.randint(5, 12))) for _ in "12"]
        made = frame.format(*some)
        return made[:1].upper() + made[1:]

    def paper(cluster: int) -> Entry:
        start, first = draw.randrange(len(people)), draw.randint(1, 1800)
        team = {
            people[(start + draw.randrange(14)) % len(people)]: None for _ in range(draw.choice((1, 2, 3, 3, 4, 6, 9)))
        }
        sentences = [" ".join(words(draw.randint(8, 24))).capitalize() + "." for _ in range(draw.randint(5, 11))]
        return Entry(
            "", cluster, title(), tuple(team), draw.randint(1995, 2025), venues(1)[0], str(draw.randint(1, 90)),
            str(draw.randint(1, 12)), f"{first}-{first + draw.randint(3, 25)}",
            f"10.{draw.randint(1000, 1400)}/{cluster:x}.{draw.randint(1, 99)}" if draw.random() < 0.75 else "",
            " ".join(sentences) if draw.random() < 0.6 else "",
        )  # fmt: skip

    def copy(entry: Entry) -> Entry:
        """The entry as another export has it."""
        title = entry.title
        if draw.random() < 0.3:
            title = title.title() if draw.random() < 0.5 else title + "."
        if draw.random() < 0.06:
            at = draw.randrange(len(title))
            title = title[:at] + title[at + 1 :]
        initials = draw.random() < 0.4
        return replace(
            entry,
            title=title or entry.title,
            authors=tuple((_initials(g), f) for g, f in entry.authors) if initials else entry.authors,
            venue=" ".join(w[:4] + "." for w in entry.venue.split()) if draw.random() < 0.3 else entry.venue,
            number=entry.number if draw.random() < 0.7 else "",
            pages=entry.pages if draw.random() < 0.85 else "",
            doi=entry.doi if draw.random() < 0.7 else "",
            abstract=entry.abstract if draw.random() < 0.7 else "",
            others=len(entry.authors) > 3 and draw.random() < 0.05,
        )  # fmt: skip

    found: list[Entry] = []
    cluster = 0
    while len(found) < number:
        cluster += 1
        one = paper(cluster)
        copies = draw.choices([n for n, _ in _COPIES], [often for _, often in _COPIES])[0]
        found += [one, *(copy(one) for _ in range(copies - 1))]
    del found[number:]
    draw.shuffle(found)
    return [replace(entry, id=f"e{i:06}") for i, entry in enumerate(found)]


def _initials(given: str) -> str:
    return " ".join(f"{word[0]}." for word in given.split())


def record(entry: Entry) -> Record:
    """As a reader hands it on."""
    raw = f"{entry.id}\n{entry.title}\n{entry.abstract}"
    first, _, last = entry.pages.partition("-")
    return Record(
        place=Place("seeds/sources/list.csv", int(entry.id[1:]) + 1, int(entry.id[1:]) + 1, int(entry.id[1:])),
        raw=raw, key=record_key(raw), format="csv", given_id=entry.id, type="article-journal", title=entry.title,
        authors=tuple(f"{given} {family}" for given, family in _named(entry)),
        families=tuple(family for _, family in _named(entry)), authors_complete=not entry.others,
        abstract=entry.abstract or None, doi=entry.doi or None,
        publication=Publication(
            entry.venue, entry.year, entry.volume, first or None, last or None, number=entry.number or None
        ),
    )  # fmt: skip


def _named(entry: Entry) -> tuple[tuple[str, str], ...]:
    return entry.authors[:3] if entry.others else entry.authors


def as_bibtex(listed: Iterable[Entry]) -> str:
    return "\n".join(map(_bibtex, listed))


def _bibtex(entry: Entry) -> str:
    authors = " and ".join([f"{family}, {given}" for given, family in _named(entry)] + ["others"] * entry.others)
    fields = {
        "title": entry.title, "author": authors, "journal": entry.venue, "year": str(entry.year),
        "volume": entry.volume, "number": entry.number, "pages": entry.pages.replace("-", "--"), "doi": entry.doi,
        "abstract": entry.abstract,
    }  # fmt: skip
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{entry.id},\n{lines}}}\n"


def as_ris(listed: Iterable[Entry]) -> str:
    return "\n".join(map(_ris, listed))


def _ris(entry: Entry) -> str:
    first, _, last = entry.pages.partition("-")
    tags = [
        ("TY", "JOUR"), ("ID", entry.id), ("TI", entry.title), *(("AU", f"{f}, {g}") for g, f in _named(entry)),
        ("PY", str(entry.year)), ("JO", entry.venue), ("VL", entry.volume), ("IS", entry.number), ("SP", first),
        ("EP", last), ("DO", entry.doi), ("AB", entry.abstract),
    ]  # fmt: skip
    return "".join(f"{tag}  - {value}\n" for tag, value in tags if value) + "ER  - \n"


COLUMNS = (
    "id",
    "source",
    "entrytype",
    "title",
    "author",
    "year",
    "container",
    "volume",
    "number",
    "pages",
    "doi",
    "abstract",
)
"""Also the columns that bib-dedupe's own data has, under its names: `benchmarks.peer`."""


def rows(listed: Iterable[Entry]) -> list[dict[str, str]]:
    return [
        dict(
            zip(
                COLUMNS,
                (
                    entry.id, "invented", "article", entry.title, " and ".join(f"{f}, {g}" for g, f in _named(entry)),
                    str(entry.year), entry.venue, entry.volume, entry.number, entry.pages, entry.doi, entry.abstract,
                ),
                strict=True,
            )
        )
        for entry in listed
    ]  # fmt: skip


def as_csv(listed: Iterable[Entry]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(rows(listed))
    return out.getvalue()


FORMATS: dict[str, Callable[[Iterable[Entry]], str]] = {"bib": as_bibtex, "ris": as_ris, "csv": as_csv}
"""Suffix of a file -> how entries stand in it."""
