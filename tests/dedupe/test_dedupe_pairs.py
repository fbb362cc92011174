"""tests/pairs.yml: every pair gets the verdict of the person who read it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from papershelf.dedupe import dedupe
from papershelf.model import Publication, Record
from record_builder import pair_cases, record, seed_records

DATA = pair_cases()
SEEDS = {(one.place.path.split("/")[-1].removesuffix(".txt"), one.place.first): one for one in seed_records()}


def text(said: Any) -> Any:
    if not isinstance(said, dict):
        return said
    found = DATA["texts"][said["text"]]
    for old, new in said.get("replace", {}).items():
        assert old in found, f"{old!r} is not in {said['text']!r}"
        found = found.replace(old, new)
    if "first" in said:
        found = found[: said["first"]] + "…"
    return f"{found} {said['also']}" if "also" in said else found


def publication(said: dict[str, Any]) -> Publication:
    first, _, last = str(said.pop("pages", "")).partition("-")
    said = {name: value if name == "year" else str(value) for name, value in said.items()}
    return Publication(**{"venue": "", **said}, first_page=first or None, last_page=last or None)


def made(said: dict[str, Any], line: int) -> Record:
    said = deepcopy(said)
    seed, without = said.pop("seed", None), said.pop("without", [])
    if "published" in said:
        said["publication"] = publication(said.pop("published"))
    if "other_ids" in said:
        said["other_ids"] = tuple(said["other_ids"].items())
    if seed is None:
        fields = {name: text(value) for name, value in said.items()}
        return record(line, f"seeds/sources/{line}.txt", **fields)
    empty = dict.fromkeys(without) | {name: () for name in without if name == "authors"}
    return replace(SEEDS[tuple(seed)], **empty, **said)


@pytest.mark.parametrize("case", DATA["pairs"], ids=lambda case: case["what"])
def test_a_pair_is_decided_as_a_person_would(case: dict[str, Any]) -> None:
    a, b = made(case["a"], 1), made(case["b"], 2)
    for records in ([a, b], [b, a]):
        decided = dedupe(records)
        joined = len(decided.clusters) == 1
        assert joined == (case["verdict"] == "same"), [link.rule for c in decided.clusters for link in c.links]
        if case["verdict"] == "ask":
            assert [q.kind for q in decided.questions] == ["same paper"]
        if case["verdict"] == "different":
            assert decided.questions == ()
