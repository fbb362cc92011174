"""Authors for reference managers. What Zotero makes of each form was tried on its own translators:

| value | item |
|---|---|
| `Quill, Ada` | family Quill, given Ada |
| `Gemma Team` | family Team, given Gemma: wrong |
| `Gemma Team,` | one field: Gemma Team |
| `García Márquez, Gabriel José` as the only author | two authors: wrong |
| the same with a no-break space in the given name | family García Márquez, given Gabriel José |
| `Wang, Wei` twice in a row | one author: wrong |
| the second time with a no-break space after the comma | both |
"""

from __future__ import annotations

import pytest

from papershelf.exports.persons import persons
from papershelf.metadata.people import stated
from tiny_library import paper

NBSP = "\u00a0"


def values(*authors: str, families: tuple[str, ...] = ()) -> list[str]:
    return stated(persons(paper(authors=authors, families=families)))


def test_a_person_is_family_comma_given() -> None:
    assert values("Ada Quill", "Hado van Hasselt") == ["Quill, Ada", "van Hasselt, Hado"]


def test_a_stated_family_name_beats_the_guess() -> None:
    families = ("García Márquez", "")
    assert values("Gabriel García Márquez", "Ada Quill", families=families) == ["García Márquez, Gabriel", "Quill, Ada"]


@pytest.mark.parametrize("name", ["Gemma Team", "OpenAI", "The ATLAS Collaboration", "Plato"])
def test_who_has_one_name_ends_in_a_comma_so_that_nobody_cuts_it(name: str) -> None:
    assert values(name, "Ada Quill") == [f"{name},", "Quill, Ada"]


def test_a_collective_never_becomes_two_authors() -> None:
    assert values("Institute of Ink; University of Rivers, Delta", "X Y")[0].count(",") == 1
    assert ";" not in values("Institute of Ink; University of Rivers, Delta", "X Y")[0]


def test_an_only_author_with_spaces_in_both_names_stays_one() -> None:
    families = ("García Márquez",)
    assert values("Gabriel José García Márquez", families=families) == [f"García Márquez, Gabriel{NBSP}José"]
    assert values("Gabriel García Márquez", families=families) == ["García Márquez, Gabriel"]
    assert values("Ada Maria Quill") == ["Quill, Ada Maria"]


def test_two_people_of_one_name_in_a_row_stay_two() -> None:
    assert values("Wei Wang", "Wei Wang", "Ada Quill") == ["Wang, Wei", f"Wang,{NBSP}Wei", "Quill, Ada"]
    assert values("Wei Wang", "Wei Wang", "Wei Wang") == ["Wang, Wei", f"Wang,{NBSP}Wei", "Wang, Wei"]


def test_a_generation_goes_with_the_given_name() -> None:
    assert values("John Smith Jr.", "Ada Quill") == ["Smith, John Jr.", "Quill, Ada"]
