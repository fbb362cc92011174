"""Records made by hand, for tests of deciding and merging."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from of_the_seeds import DOCUMENTS
from papershelf.model import Place, Record

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds" / "sources"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def record(line: int = 1, path: str = "seeds/sources/a.txt", **fields: Any) -> Record:
    """A record at `path:line`. Days may be given as text."""
    for name in ("created", "updated", "stated_on"):
        if isinstance(fields.get(name), str):
            fields[name] = date.fromisoformat(fields[name])
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
    raw = fields.pop("raw", repr(sorted((k, v) for k, v in fields.items() if v)))
    key = fields.pop("key", "r-" + hashlib.sha256(raw.encode()).hexdigest()[:10])
    form = fields.pop("format", "locked" if path.startswith("seeds/locked/") else "by hand")
    return Record(Place(path, line, line, 100 * line), raw, key, form, **fields)


def locked(line: int = 1, **fields: Any) -> Record:
    """A statement of seeds/locked/metadata.yml."""
    fields.setdefault("stated_by", "public pages")
    fields.setdefault("stated_on", "2026-11-20")
    return record(line, "seeds/locked/metadata.yml", **fields)


def seed_records() -> list[Record]:
    """The 48 records of the seed lists without the readers: titles are cut where the lock says they end."""
    known = yaml.safe_load((HERE.parent / "seeds/locked/metadata.yml").read_text("utf-8"))
    titles = [entry["title"] for entry in known]
    found: list[Record] = []
    for file in (SEEDS / name for name in DOCUMENTS):
        path, text = f"seeds/sources/{file.name}", file.read_text("utf-8")
        if file.name.startswith("004"):
            lines = text.split("\n")
            for i in range(0, 57, 3):
                code, month, day, year = re.match(r"(..)(...) (\d+), (\d+)$", lines[i]).groups()
                (title,) = (t for t in titles if lines[i + 1].startswith(t))
                names = lines[i + 1].removeprefix(title).partition(" · ")[0]
                one = record(
                    i + 1, path, title=title, authors=names.removesuffix(" et al.").split(", "), heading=lines[i + 1],
                    authors_complete="et al." not in names, category=code, abstract=lines[i + 2], settled_by="text",
                    created=date(int(year), _MONTHS.index(month) + 1, int(day)),
                )  # fmt: skip
                found.append(one)
            continue
        pattern = r"(?s)\s*(.+?)\s*arXiv:(\d{4}\.\d{5})(?:\nCreated: (\S+)(?: Updated: (\S+))?)?"
        for m in re.finditer(pattern, text):
            parts = m[1].split("\n")
            line = text.count("\n", 0, m.start(1)) + 1
            comments = [part for part in parts[1:] if part]
            days = {"created": m[3], "updated": m[4]}
            found.append(record(line, path, abstract=parts[0], comments=comments, arxiv=m[2], **days))
    return found


def without_dates(records: list[Record]) -> list[Record]:
    return [replace(one, created=None, updated=None) for one in records]


def expected_papers() -> dict[str, set[tuple[str, int]]]:
    """tests/expected_papers.yml: paper -> (file stem, ordinal in the file) of its records."""
    data = yaml.safe_load((HERE / "expected_papers.yml").read_text("utf-8"))
    return {name: {(stem, number) for stem, number in members} for name, members in data.items()}


def ordinals(records: list[Record]) -> dict[str, tuple[str, int]]:
    """str of a record's place and offset -> (file stem, ordinal in its file)."""
    count: dict[str, int] = {}
    found = {}
    for one in sorted(records, key=lambda r: r.place):
        count[one.place.path] = count.get(one.place.path, 0) + 1
        found[spot(one)] = (Path(one.place.path).stem, count[one.place.path])
    return found


def spot(one: Record) -> str:
    return f"{one.place}@{one.place.offset}"


def pair_cases() -> Mapping[str, Any]:
    return yaml.safe_load((HERE / "pairs.yml").read_text("utf-8"))
