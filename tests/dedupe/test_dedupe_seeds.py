"""The seed lists: 48 records of 35 papers (tests/expected_papers.yml, by reading them)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from of_the_seeds import DOCUMENTS
from papershelf import collect, curated, locked
from papershelf.dedupe import RULES, Deduped, dedupe
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.facts import facts
from papershelf.model import Record
from record_builder import expected_papers, ordinals, seed_records, spot, without_dates

ROOT = Path(__file__).parents[2]
LOCKED = list(locked.read(ROOT).records)


def settled(known: tuple[Record, ...]) -> list[Record]:
    found = collect.collect(ROOT, curated.read(ROOT), known).records
    return [record for record in found if Path(record.place.path).name in DOCUMENTS]


@pytest.fixture(scope="module")
def read() -> list[Record]:
    """The records as the readers give them, titles settled with the lock."""
    return settled(tuple(LOCKED))


def grouped(decided: Deduped, records: list[Record]) -> list[set[tuple[str, int]]]:
    number = ordinals(records)
    return [{number[spot(one)] for one in cluster.members} for cluster in decided.clusters]


def as_read(groups: list[set[tuple[str, int]]]) -> set[frozenset[tuple[str, int]]]:
    return {frozenset(group) for group in groups}


EXPECTED = as_read(list(expected_papers().values()))


def test_the_expectation_covers_48_records_of_35_papers() -> None:
    assert len(EXPECTED) == 35
    assert sum(map(len, EXPECTED)) == 48


@pytest.mark.parametrize("lock", [LOCKED, []], ids=["with the lock", "with an empty lock"])
def test_records_cut_by_hand_become_the_35_papers(lock: list[Record]) -> None:
    records = seed_records()
    decided = dedupe(records, lock)
    assert as_read(grouped(decided, records)) == EXPECTED
    assert decided.questions == ()
    assert decided.problems == ()


@pytest.mark.parametrize("lock", [LOCKED, []], ids=["with the lock", "with an empty lock"])
def test_records_as_the_readers_give_them_become_the_35_papers(read: list[Record], lock: list[Record]) -> None:
    decided = dedupe(read, lock)
    assert as_read(grouped(decided, read)) == EXPECTED
    assert decided.questions == ()
    assert decided.problems == ()


def test_records_read_without_any_lock_become_the_35_papers() -> None:
    records = settled(())
    assert as_read(grouped(dedupe(records), records)) == EXPECTED


def test_without_any_dates_nothing_is_merged_falsely_and_only_rlaif_is_asked_about(read: list[Record]) -> None:
    records = without_dates(read)
    decided = dedupe(records)
    rlaif = expected_papers()["2309.00267"]
    apart = {frozenset({one}) for one in rlaif}
    assert as_read(grouped(decided, records)) == (EXPECTED - {frozenset(rlaif)}) | apart
    (question,) = decided.questions
    number = ordinals(records)
    by_place = {str(one.place): number[spot(one)] for one in records}
    assert {by_place[str(place)] for place in question.places} == rlaif
    key = next(one.key for one in records if one.title and one.title.startswith("RLAIF"))
    assert question.file == "seeds/curated/decisions.yml"
    assert question.answers == (f"- same: ['2309.00267', '{key}']", f"- different: ['2309.00267', '{key}']")


def test_without_any_dates_the_lock_still_joins_rlaif_by_its_title(read: list[Record]) -> None:
    records = without_dates(read)
    assert as_read(grouped(dedupe(records, without_dates(LOCKED)), records)) == EXPECTED


def test_the_order_of_input_changes_nothing(read: list[Record]) -> None:
    first = dedupe(read, LOCKED)
    for seed in range(5):
        records, lock = list(read), list(LOCKED)
        random.Random(seed).shuffle(records)
        random.Random(seed).shuffle(lock)
        assert dedupe(records, lock) == first


def test_a_lock_entry_without_a_record_makes_no_paper(read: list[Record]) -> None:
    some = [one for one in read if one.arxiv == "2507.05201"]
    assert len(dedupe(some, LOCKED).clusters) == 1


def test_every_link_names_its_rule_and_says_what_speaks_for_it(read: list[Record]) -> None:
    links = [link for cluster in dedupe(read, LOCKED).clusters for link in cluster.links]
    assert len(links) >= 48 - 35
    for link in links:
        assert link.rule in RULES
        assert 0 < link.score <= 100
        assert all(link.evidence)
        assert link.evidence


@pytest.mark.parametrize(
    ("a", "b", "ratio", "start"),
    [
        (("001_f8dea7d82c83d72e", 30), ("004_808ebdae4c7efd63", 31), 60.0, 88.3),  # RLAIF, two versions
        (("004_808ebdae4c7efd63", 1), ("004_808ebdae4c7efd63", 10), 54.5, 71.7),  # Gemma 2 and Gemma 3
    ],
)
def test_the_measured_windows_are_those_of_the_rules(
    a: tuple[str, int], b: tuple[str, int], ratio: float, start: float
) -> None:
    by_line = {(Path(one.place.path).stem, one.place.first): one for one in seed_records()}
    pair = Pair(facts(0, by_line[a]), facts(1, by_line[b]))
    assert round(pair.ratio, 1) == ratio
    assert round(pair.start, 1) == start
