"""seeds/locked/<service>.yml: what a service says about papers, read and written. Sorted by question, a field a line,
so that a change of the file reads like news:

    - {"about": "arXiv:2309.00267", "fetched": "2026-11-21", "licence": "CC0-1.0", "hash": "sha256:0123456789abcdef",
       "asked": "https://export.arxiv.org/api/query?id_list=2309.00267",
       "title": "RLAIF vs. RLHF: Scaling Reinforcement Learning from Human Feedback with AI Feedback",
       "version": 3}

Each entry is JSON, which is YAML. The hash is of the facts: an entry that somebody edited tells so.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

from papershelf.config import MACHINE
from papershelf.disk import disk, move
from papershelf.lock.statement import Notice, Statement
from papershelf.model import Place, Problem, Publication, RecordType

SERVICES = ("arXiv", "Crossref", "DataCite", "OpenAlex")
"""In the order in which they are asked."""
_HEAD = (
    "# What {service} says about the papers of this list. Written by `papershelf lock` only: what a person knows\n"
    "# better belongs in seeds/curated/corrections.yml, which beats this file.\n"
)
_FIRST = ("about", "fetched", "licence", "hash")
"""On the first line of an entry; every other field has a line of its own."""
_RIGHT = "an entry as `papershelf lock` writes it; `git checkout` has the last one"


@dataclass(frozen=True, slots=True)
class Held:
    """One statement, and where it stands."""

    statement: Statement
    place: Place
    raw: str
    edited: bool
    """Its hash is not that of its facts."""


@dataclass(frozen=True, slots=True)
class Known:
    """What all services said."""

    held: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Those that are as they were written: what somebody edited is to be asked again."""
        return tuple(held.statement for held in self.held if not held.edited)


def path(service: str) -> str:
    """POSIX path of a service's file below the list's root."""
    return f"seeds/locked/{service.lower()}.yml"


def read(root: Path) -> Known:
    """What was fetched for the list in `root`; a missing file holds nothing. A wrong entry is a Problem, and the rest
    still holds."""
    held: dict[tuple[str, str], Held] = {}
    problems: list[Problem] = []
    for service in SERVICES:
        try:
            text = (root / path(service)).read_text("utf-8-sig")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(Place(path(service)), f"can't be read: {error}", "a text file in UTF-8"))
            continue
        for place, raw in _chunks(text, path(service)):
            found = _entry(service, raw)
            if isinstance(found, str):
                problems.append(Problem(place, found, _RIGHT, raw[:200]))
                continue
            statement, edited = found
            if edited:
                fix = "a person's word in seeds/curated/corrections.yml; here `papershelf lock` asks again"
                problems.append(Problem(place, f"{statement.about!r} was edited by hand", fix, raw[:200]))
            first = held.setdefault((service, statement.about), Held(statement, place, raw, edited))
            if first.place is not place:
                message = f"{statement.about!r} stands in line {first.place.first} already"
                problems.append(Problem(place, message, "each question once", raw[:200]))
    return Known(tuple(held.values()), tuple(problems))


def save(root: Path, statements: Iterable[Statement]) -> None:
    """Write the files of all services; one that says nothing new is not touched, each appears whole. The caller holds
    the list's lock (`disk.alone`). Raises WriteError where the disk refuses."""
    said = sorted(statements, key=lambda one: one.about)
    with disk():
        for service in SERVICES:
            mine = [one for one in said if one.service == service]
            target, staged = root / path(service), root / MACHINE / f"{service.lower()}.new"
            new = text(service, mine)
            if (target.read_text("utf-8") if target.is_file() else "") == (new if mine else ""):
                continue
            staged.parent.mkdir(exist_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.write_text(new, "utf-8", newline="\n")
            move(staged, target)


def text(service: str, statements: Iterable[Statement]) -> str:
    """The file that holds `statements`, which are sorted."""
    return _HEAD.format(service=service) + "".join(f"\n- {_lines(one)}\n" for one in statements)


def digest(statement: Statement) -> str:
    """Of its facts: the same for the same facts, however they are asked for and whenever."""
    facts = json.dumps(_facts(statement), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(facts.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _lines(statement: Statement) -> str:
    said = {"about": statement.about, "fetched": str(statement.fetched), "licence": statement.licence}
    said = {name: value for name, value in said.items() if value} | {"hash": digest(statement)}
    rest = {"asked": statement.asked, "matched": statement.matched, **_facts(statement)}
    lines = [", ".join(f"{_json(name)}: {_json(value)}" for name, value in said.items())]
    lines += [f"{_json(name)}: {_json(value)}" for name, value in rest.items() if value not in ("", None)]
    return "{" + ",\n   ".join(lines) + "}"


def _json(value: Any) -> str:
    # YAML takes these for ends of lines, or refuses them; JSON has them as they are.
    odd = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff\ufeff]")
    return odd.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def _facts(statement: Statement) -> dict[str, Any]:
    """What it says, without what is empty; `found` only where it is not."""
    facts = {name: _plain(getattr(statement, name)) for name in _FACTS}
    return {name: value for name, value in facts.items() if value not in ("", None, [], False)} | (
        {} if statement.found else {"found": False}
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Publication):
        said = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: each for name, each in said.items() if each not in ("", None)}
    if isinstance(value, date):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


_FACTS = tuple(
    field.name
    for field in fields(Statement)
    if field.name not in ("service", "about", "asked", "fetched", "licence", "found", "matched")
)


def _chunks(text: str, path: str) -> Iterator[tuple[Place, str]]:
    """Each entry, from its `- ` to the next; comments and blank lines are between them."""
    start, offset, taken = 0, 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        comment = not line.strip() or line.startswith("#")
        if taken and (comment or line.startswith("- ")):
            yield Place(path, start, number - 1, offset - len(taken)), taken.rstrip("\n")
            taken = ""
        if not comment:
            start = start if taken else number
            taken += line + "\n"
        offset += len(line) + 1
    if taken:
        last = start + taken.count("\n") - 1
        yield Place(path, start, last, offset - len(taken)), taken.rstrip("\n")


def _entry(service: str, raw: str) -> tuple[Statement, bool] | str:
    """The statement, and whether it was edited since it was written; or what is wrong."""
    try:
        said = json.loads(raw.removeprefix("- "))
    except (ValueError, RecursionError):
        return "an entry that is no JSON"
    if not isinstance(said, dict):
        return "an entry that is no mapping"
    stated, facts = said.pop("hash", ""), {"service": service}
    for name, value in said.items():
        parse = _PARSE.get(name)
        if parse is None:
            return f"{name[:40]!r} is no field"
        try:
            facts[name] = parse(value)
        except (ValueError, TypeError):
            return f"{name!r} is {str(value)[:60]!r}"
    missing = [name for name in ("about", "asked", "fetched") if name not in facts]
    if missing:
        return f"an entry without {', '.join(missing)}"
    statement = Statement(**facts)  # type: ignore[arg-type]
    return statement, stated != digest(statement)


def _typed(kind: type) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise TypeError
        return value

    return parse


def _one_of(values: tuple[str, ...]) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        if value not in values:
            raise ValueError
        return value

    return parse


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(_typed(str), _typed(list)(value)))


def _publication(value: Any) -> Publication:
    kinds = {"year": int, "month": int, "day": int}
    return Publication(**{"venue": ""} | {n: _typed(kinds.get(n, str))(v) for n, v in _typed(dict)(value).items()})


_KINDS: dict[str, Callable[[Any], Any]] = {
    "str": _typed(str),
    "str | None": _typed(str),
    "bool": _typed(bool),
    "int | None": _typed(int),
    "date": date.fromisoformat,
    "date | None": date.fromisoformat,
    "tuple[str, ...]": _texts,
    "Publication | None": _publication,
    "RecordType": _one_of(get_args(RecordType)),
    "Notice": _one_of(get_args(Notice)),
}
_PARSE = {field.name: _KINDS[str(field.type)] for field in fields(Statement) if field.name != "service"}
