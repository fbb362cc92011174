"""Where a paper was published, as databases write it: years, venues, volumes, pages."""

from __future__ import annotations

import pytest

from papershelf.dedupe.published import Pages, pages_agree, published
from papershelf.dedupe.venue_names import one_venue, venues_agree
from papershelf.model import Publication
from record_builder import record


def pages(text: str) -> Pages:
    first, _, last = text.partition("-")
    said = published(record(publication=Publication("Fens", 2001, first_page=first, last_page=last or None)))
    assert said
    return said.pages


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("221-8", "221-228", True),
        ("S258-S259", "S258-9", True),
        ("01-Oct", "1-10", True),
        ("Nov-19", "11-9", True),
        ("Suppl-48", "S37-S48", True),
        ("e0137960", "137960", True),
        ("488", "487-488", True),
        ("221-228", "229-235", False),
        ("S12", "A12", False),
        ("943-945", "944-946", None),
        ("1-12", "93", None),
        ("t-20", "314-320", None),
        ("", "314-320", None),
    ],
)
def test_pages_agree_however_they_are_cut(a: str, b: str, agree: bool | None) -> None:
    assert pages_agree(pages(a), pages(b)) is agree
    assert pages_agree(pages(b), pages(a)) is agree


@pytest.mark.parametrize(
    ("volume", "venue", "digits"),
    [
        ("60 (1 Supplement 1)", "Fens", "60"),
        ("35 Suppl 1", "Fens", "35"),
        ("1)", "Fens", ""),
        ("9 (no pagination)", "Fens", "9"),
        ("007", "Fens", "7"),
        (None, "Fens, Volume 39, Issue 1 - March 2013", "39"),
        (None, "Fens", ""),
    ],
)
def test_of_a_volume_its_number_is_kept(volume: str | None, venue: str, digits: str) -> None:
    said = published(record(publication=Publication(venue, 2001, volume=volume)))
    assert said
    assert said.volume == digits


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("Nat Rev Fens", "Nature Reviews Fens", True),
        ("Archives of Marsh & Fen Medicine", "Archives of Marsh and Fen Medicine", True),
        ("Fen", "Fen: A Journal of Marshology", True),
        ("BMJ", "BMJ (Clinical research ed.)", True),
        ("VLDB", "Very Large Data Bases", True),
        ("ACM Trans. Marsh Syst.", "ACM Transactions on Marsh Systems (TOMS)", True),
        ("Proc. 24th VLDB Conf.", "Proc. Int'l Conf. on Very Large Data Bases", True),
        ("Rev Fen Prat", "Revue de Fen Pratique", True),
        ("Revista de Fens", "Rev Fens", True),
        ("Cancer", "Fen", False),
        ("Nature Reviews Fens", "Nature Clinical Practice Hedges", False),
        ("VLDB J.", "VLDB", False),
        ("VLDB J.", "Very Large Data Bases", False),
        ("SIGMOD Record", "SIGMOD Conference", False),
        ("SIGMOD Rec.", "SIGMOD Conference", False),
        ("SIGMOD Record", "Proc. of SIGMOD, Seattle, WA", False),
        ("The VLDB Journal The International Journal on Very Large Data", "Very Large Data Bases", False),
        ("VLDB", "SIGMOD Conference", False),
        ("Cancer Letters", "Cancer Reviews", False),
        ("13th Conference on Fens", "14th Conference on Fens", False),
        ("Conference on Fens", "Conference on Fens: Tutorial Abstracts", False),
        ("Workshop on Fens, May 3-5", "Workshop on Fens, October 1-2", False),
        ("SIGMOD Conference", "International Conference on Management of Marshes", None),
        ("Proc. of SIGMOD, Seattle, WA", "International Conference on Management of Marshes", None),
        ("Cancer Research", "Clinical Cancer Research", None),
    ],
)
def test_two_names_are_of_one_venue_of_two_or_it_cannot_be_told(a: str, b: str, agree: bool | None) -> None:
    assert one_venue(a, b) is agree
    assert one_venue(b, a) is agree


def test_of_all_names_of_two_venues_one_that_differs_decides() -> None:
    assert venues_agree(("VLDB",), ("ACM SIGFEN Record",)) is False
    assert venues_agree(("VLDB", "Very Large Data Bases"), ("SIGFEN Record", "ACM SIGFEN Record")) is False
    assert venues_agree(("VLDB", "Very Large Data Bases"), ("Very Large Data Bases",)) is True
    assert venues_agree((), ("VLDB",)) is None
