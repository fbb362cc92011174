"""Laws of reading, for every reader and for input that has the shape of dumps."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strategies
from papershelf import readers
from papershelf.model import Item, Problem, Record
from papershelf.readers import blocks, listing, runon
from papershelf.readers.sheet import UNSEEN
from papershelf.settling import key
from strategies import Entry

Read = Callable[[str, str], Iterator[Item]]
# A longer search by hand: PAPERSHELF_EXAMPLES=5000 pytest tests/test_laws_reading.py
effort = settings(max_examples=int(os.environ.get("PAPERSHELF_EXAMPLES", "60")), deadline=None)
ALL: dict[str, Read] = {**readers.READERS, "any": readers.read}
texts = strategies.damaged_files() | strategies.damaged_dumps() | st.text(max_size=200)
reader = pytest.mark.parametrize("name", ALL)


def inked(text: str) -> str:
    return "".join(text.split())


def spoken(text: str | None) -> str:
    seen = re.sub(f"[{UNSEEN}]", "", text or "")
    return " ".join(seen.split())


@reader
@effort
@given(text=texts)
@example(text="")
@example(text="\ufeff")
@example(text="arXiv:")
@example(text="CLJul 31, 2024")
def test_nothing_is_lost_doubled_or_moved(name: str, text: str) -> None:
    items = list(ALL[name](text, "seeds/sources/x.txt"))
    assert items == sorted(items, key=lambda item: item.place.offset) or any(not item.raw for item in items)
    ordered = sorted(items, key=lambda item: item.place)
    assert inked("".join(item.raw for item in ordered)) == inked(text)


@reader
@effort
@given(text=texts)
def test_places_are_right(name: str, text: str) -> None:
    for item in ALL[name](text, "seeds/sources/x.txt"):
        place = item.place
        before = text[: place.offset]
        assert place.path == "seeds/sources/x.txt"
        assert text[place.offset : place.offset + len(item.raw)] == item.raw
        assert place.first == 1 + len(re.findall(r"\r\n|\r|\n", before))
        assert place.first <= place.last <= 1 + len(re.findall(r"\r\n|\r|\n", text))
        if item.raw:
            assert place.last == place.first + len(re.findall(r"\r\n|\r|\n", item.raw))


@reader
@effort
@given(text=texts)
def test_a_record_says_only_what_its_text_says(name: str, text: str) -> None:
    for record in ALL[name](text, "x"):
        if isinstance(record, Problem):
            assert record.message
            assert record.fix
        if not isinstance(record, Record):
            continue
        raw = spoken(record.raw)
        if record.format in (listing.NAME, blocks.NAME, runon.NAME):  # others have markup in between
            for part in (*(record.abstract or "").split("\n\n"), *record.comments, record.heading):
                assert spoken(part) in raw
        assert record.arxiv is None or record.arxiv.split("/")[-1] in re.sub("[{}]", "", raw)  # TeX prints none
        assert record.key == readers.record_key(record.raw)
        assert record.format in readers.READERS
        for day in (record.created, record.updated):
            assert day is None or str(day.year) in raw


@effort
@given(text=texts)
def test_title_and_authors_are_pieces_of_the_heading(text: str) -> None:
    for record in listing.read(text, "x"):
        if isinstance(record, Record) and record.heading is not None:
            heading = key(record.heading)
            for split in record.splits:
                assert heading.startswith(key(split.title))
                assert all(key(name) in heading for name in split.authors)
            if record.title is not None:
                assert (record.title, record.authors) == (record.splits[0].title, record.splits[0].authors)


@effort
@given(text=texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert list(readers.read(text, "x")) == list(readers.read(text, "x"))


@effort
@given(text=texts.filter(lambda text: "\r" not in text))
@example(text="ARXIV:000000000:  arXiv:hep-th/9201001v10\narxiv: 2407.14622\naa\n")
def test_the_kind_of_line_break_does_not_matter(text: str) -> None:
    def facts(text: str) -> list[Any]:
        return [
            (item.place.first, item.place.last, getattr(item, "key", item.place.path), getattr(item, "abstract", ""))
            for item in readers.read(text, "x")
        ]

    assert facts(text) == facts(text.replace("\n", "\r\n")) == facts(text.replace("\n", "\r"))


# --- Well-formed dumps give back what was put in


@effort
@given(listed=st.lists(strategies.entries(), min_size=1, max_size=5))
def test_abstract_blocks_come_back_whole(listed: list[Entry]) -> None:
    text = "\n\n".join(map(strategies.as_block, listed))
    assert readers.recognise(text) == blocks.NAME
    found = [item for item in readers.read(text, "x") if isinstance(item, Record)]
    assert [(r.arxiv, r.abstract, r.comments, r.created, r.updated) for r in found] == [
        (e.arxiv, e.abstract, e.comments, e.created, e.updated) for e in listed
    ]


@effort
@given(listed=st.lists(strategies.entries(), min_size=1, max_size=5))
def test_run_on_abstracts_come_back_whole(listed: list[Entry]) -> None:
    text = strategies.as_run_on(listed)
    assert readers.recognise(text) == runon.NAME
    found = [item for item in readers.read(text, "x") if isinstance(item, Record)]
    assert [(r.arxiv, r.abstract, r.comments) for r in found] == [(e.arxiv, e.abstract, e.comments) for e in listed]


@effort
@given(listed=st.lists(strategies.entries(), min_size=1, max_size=5))
def test_author_listings_come_back_whole(listed: list[Entry]) -> None:
    text = "\n".join(map(strategies.as_listed, listed))
    assert readers.recognise(text) == listing.NAME
    items = list(readers.read(text, "x"))
    assert all(isinstance(item, Record) for item in items)
    assert [(r.category or "", r.abstract, r.created) for r in items if isinstance(r, Record)] == [
        (e.category, e.abstract, e.created) for e in listed
    ]
    for record, entry in zip(items, listed, strict=True):
        assert isinstance(record, Record)
        cuts = {(split.title, split.authors) for split in record.splits}
        assert (entry.title, entry.authors) in cuts
        assert record.title in (None, entry.title)


@effort
@given(
    listed=st.lists(strategies.entries(), min_size=2, max_size=4, unique_by=lambda entry: entry.arxiv), data=st.data()
)
def test_a_lost_id_costs_no_neighbour_anything(listed: list[Entry], data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(listed) - 1))
    parts = [strategies.as_block(entry) for entry in listed]
    parts[lost] = parts[lost].partition("\n\narXiv:")[0]
    items = list(readers.read("\n\n".join(parts), "x"))
    found = {record.arxiv: record for record in items if isinstance(record, Record)}
    for number, entry in enumerate(listed):
        if number != lost and lost + 1 != number:
            assert found[entry.arxiv].abstract == entry.abstract
        elif number != lost:
            assert entry.abstract.endswith(found[entry.arxiv].abstract or "-")
    assert any(isinstance(item, Problem) for item in items)
