"""Names of persons: parts, order, letters, and when two spellings are one by rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mathieu Lauriere", "Mathieu Laurière"),
        ("Jean-bastien Grill", "Jean-Bastien Grill"),
        ("Andras Gyorgy", "András György"),
        ("Romuald Elie", "Romuald ÉLIE"),
        ("Samuel L Smith", "Samuel L. Smith"),
        ("Petar Veličković", r"Petar Veli\v{c}kovi\'c"),
        ("Siobhan O'Brien", "Siobhán O’Brien"),
        ("Jean‐Bastien Grill", "Jean-Bastien Grill"),
        ("Łukasz  Kaiser", "lukasz kaiser"),
    ],
)
def test_spellings_that_differ_in_accents_and_case_are_one(a: str, b: str) -> None:
    assert names.key(a) == names.key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lin Yang", "Lu Yang"),
        ("Gary Wei", "Wei Wei"),
        ("Bobak Shahriari", "Bobak Shariari"),
        ("Juyeong Ji", "Ju-yeong Ji"),
        ("Daniel Guo", "Zhaohan Daniel Guo"),
        ("S. Perrin", "Sarah Perrin"),
    ],
)
def test_spellings_that_differ_in_letters_are_two(a: str, b: str) -> None:
    assert names.key(a) != names.key(b)


@pytest.mark.parametrize(
    ("name", "given_name", "family"),
    [
        ("Thomas Mesnard", "Thomas", "Mesnard"),
        ("Hado van Hasselt", "Hado", "van Hasselt"),
        ("van Hasselt, Hado", "Hado", "van Hasselt"),
        ("Nando de Freitas", "Nando", "de Freitas"),
        ("Charline Le Lan", "Charline", "Le Lan"),
        ("Joost van Amersfoort", "Joost", "van Amersfoort"),
        ("Borja De Balle Pigem", "Borja", "De Balle Pigem"),
        ("Maria da Silva Santos", "Maria", "da Silva Santos"),
        ("Sara Mc Carthy", "Sara", "Mc Carthy"),
        ("Da Yu", "Da", "Yu"),
        ("Ben Hora", "Ben", "Hora"),
        ("Le Hou", "Le", "Hou"),
        ("Sébastien M. R. Arnold", "Sébastien M. R.", "Arnold"),
        ("John Smith Jr.", "John", "Smith"),
        ("Smith, John, Jr.", "John", "Smith"),
        ("Madonna", "", "Madonna"),
        ("王伟", "", "王伟"),
        ("", "", ""),
    ],
)
def test_the_family_name_is_the_last_word_with_its_particles(name: str, given_name: str, family: str) -> None:
    parsed = names.parse(name)
    assert (parsed.given, parsed.family) == (given_name, family)


def test_people_sort_by_family_name_and_teams_by_their_first_word() -> None:
    shuffled = [
        "Hado van Hasselt",
        "Émile Zola",
        "Gemma Team",
        "Romuald Élie",
        "The ATLAS Collaboration",
        "Romain Elie",
        "Charline Le Lan",
    ]
    assert sorted(shuffled, key=names.sort_key) == [
        "The ATLAS Collaboration",
        "Romain Elie",
        "Romuald Élie",
        "Gemma Team",
        "Charline Le Lan",
        "Hado van Hasselt",
        "Émile Zola",
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Romuald Élie", "E"),
        ("Hado van Hasselt", "V"),
        ("Łukasz Łoś", "L"),
        ("О. Иванов", "I"),
        ("王伟", "W"),
        ("Gemma Team", "G"),
        ("Gerard 't Hooft", "T"),
        ("!!", "#"),
        ("4Paradigm Inc", "#"),
    ],
)
def test_the_letter_of_the_index(name: str, letter: str) -> None:
    assert names.initial(name) == letter


@pytest.mark.parametrize(
    "name",
    [
        "Gemma Team",
        "OpenAI",
        "Google DeepMind",
        "Mistral AI",
        "The ATLAS Collaboration",
        "Team OLMo",
        "Gemma Team, Google DeepMind",
        "LIGO Scientific Collaboration",
        "BigScience",
        "Gemini Robotics Team",
    ],
)
def test_a_team_is_no_person(name: str) -> None:
    assert names.is_collective(name)


@pytest.mark.parametrize(
    "name",
    ["Thomas Mesnard", "Qi Ai", "Jeff Dean", "Paul Teamson", "Madonna", "D. Sculley", "CJ Carey", "AJ Co", "王伟", ""],
)
def test_a_person_is_no_team(name: str) -> None:
    assert not names.is_collective(name)


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_key_an_order_and_a_letter(name: str) -> None:
    assert names.key(name) == names.key(names.shown(name))
    assert names.initial(name) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"
    assert names.sort_key(name) <= names.sort_key(name)
    assert isinstance(names.is_collective(name), bool)
