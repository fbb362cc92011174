"""Titles glued to the names behind them, a line a paper. All papers are invented."""

from __future__ import annotations

import pytest

from papershelf import readers, settling
from papershelf.model import Aside, Problem, Record
from papershelf.readers import glued

SURE = """Lakes are all you needAnn Lee, Bob Ray, Cem Kaya
Do ponds freeze? Evidence from ten wintersDee Fjord, Finn Heron
RiverNet: A Deep Network for RiversGus Ibis, Ann Lee
"""
OPEN = "Learning to RestYingJu Xia, Hao Yu, Bo Zou\n"


def test_a_line_is_cut_where_the_names_begin() -> None:
    assert readers.recognise(SURE) == glued.NAME
    found = list(readers.read(f"River Conference 2023\n{SURE}", "x.txt"))
    assert isinstance(found[0], Aside)
    assert [(r.title, r.authors, r.place.first) for r in found if isinstance(r, Record)] == [
        ("Lakes are all you need", ("Ann Lee", "Bob Ray", "Cem Kaya"), 2),
        ("Do ponds freeze? Evidence from ten winters", ("Dee Fjord", "Finn Heron"), 3),
        ("RiverNet: A Deep Network for Rivers", ("Gus Ibis", "Ann Lee"), 4),
    ]


def test_the_track_of_the_conference_is_no_name() -> None:
    first, *_ = readers.read(SURE.replace("Kaya", "KayaDatasets and Benchmarks Track"), "x.txt")
    assert isinstance(first, Record)
    assert first.authors == ("Ann Lee", "Bob Ray", "Cem Kaya")


def test_a_word_with_two_places_to_cut_is_settled_by_another_record_of_the_paper() -> None:
    *_, last = readers.read(SURE + OPEN, "x.txt")
    (other,) = readers.read("@misc{a, title = {Learning to Rest}, author = {YingJu Xia}}", "x.bib")
    assert isinstance(last, Record)
    assert isinstance(other, Record)
    assert (last.title, last.authors) == (None, ())
    assert {split.title for split in last.splits} >= {"Learning to Rest", "Learning to RestYing"}
    settled = settling.settle([last, other], (), ()).records[0]
    assert (settled.title, settled.authors) == ("Learning to Rest", ("YingJu Xia", "Hao Yu", "Bo Zou"))


def test_a_line_without_names_is_a_problem() -> None:
    (problem,) = [i for i in readers.read(f"{SURE}See you at the river!\n", "x.txt") if isinstance(i, Problem)]
    assert (problem.place.first, problem.raw) == (4, "See you at the river!")


@pytest.mark.parametrize(
    "text",
    [
        "Rivers at rest Ann Brook, Bo Stream\nShallow seas Dee Fjord, Cy Lake\nWet ponds Eve Gull, Gus Ibis\n",
        "We met iPhone users, McDonald staff, and LeBron fans.\nThen, OpenAI people, and others, came.\n",
        "",
    ],
)
def test_other_text_is_not_taken_for_glued_titles(text: str) -> None:
    assert not glued.looks_like(text)
