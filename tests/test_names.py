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


@pytest.mark.parametrize(
    ("name", "given_name", "family", "suffix"),
    [
        ("J. R. R. Tolkien", "J. R. R.", "Tolkien", ""),
        ("Tolkien JRR", "JRR", "Tolkien", ""),
        ("van der Berg A", "A", "van der Berg", ""),
        ("Garcia-Lopez JM", "JM", "Garcia-Lopez", ""),
        ("Roe J-P", "J-P", "Roe", ""),
        ("Wei LI", "Wei", "LI", ""),
        ("WEI LIU", "WEI", "LIU", ""),
        ("Min-Ho KIM", "Min-Ho", "KIM", ""),
        ("Jean-Paul Sartre", "Jean-Paul", "Sartre", ""),
        ("John Smith III", "John", "Smith", "III"),
        ("Smith, Jr., John", "John", "Smith", "Jr."),
        ("Smith, Jr.", "", "Smith", "Jr."),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven", ""),
        ("Wei Wang (Toronto)", "Wei", "Wang", ""),
        ("Plato", "", "Plato", ""),
    ],
)
def test_initials_suffixes_and_brackets_are_no_family_name(
    name: str, given_name: str, family: str, suffix: str
) -> None:
    assert names.parse(name) == names.Name(given_name, family, suffix)


@pytest.mark.parametrize(
    ("name", "family", "given_name"),
    [
        ("Gabriel García Márquez", "García Márquez", "Gabriel"),
        ("María José Carreño Quiñones", "Carreño Quiñones", "María José"),
        ("Xi Jinping", "Xi", "Jinping"),
        ("Wang Xiaoming", "Wang", "Xiaoming"),
        ("王小明", "王", "小明"),
        ("Martin Luther King Jr.", "King", "Martin Luther"),
        ("Ada de la Cruz", "Cruz", "Ada de la"),
    ],
)
def test_a_family_name_that_a_source_sets_apart_beats_every_guess(name: str, family: str, given_name: str) -> None:
    parsed = names.parse(name, family)
    assert (parsed.given, parsed.family) == (given_name, family)
    assert names.sort_key(name, family)[0] == names.key(family)


def test_a_family_name_that_the_name_does_not_hold_is_not_believed() -> None:
    assert names.parse("Ada Lovelace", "Byron") == names.Name("Ada", "Lovelace")


def test_the_letter_of_the_index_is_that_of_the_stated_family_name() -> None:
    assert names.initial("Gabriel García Márquez") == "M"
    assert names.initial("Gabriel García Márquez", "García Márquez") == "G"
    assert names.initial("Xi Jinping", "Xi") == "X"


@pytest.mark.parametrize("name", ["Wang Xiaoming", "王小明", "Xi Jinping", "Tolkien JRR"])
def test_no_name_is_shown_in_another_order_than_it_was_given(name: str) -> None:
    assert names.shown(name) == name


@pytest.mark.parametrize(
    ("given_name", "family", "read"),
    [
        ("Ada", "Lovelace", "Ada Lovelace"),
        ("小明", "王", "王小明"),
        ("민호", "김", "김민호"),
        ("", "Plato", "Plato"),
        ("Xiaoming", "Wang", "Xiaoming Wang"),
    ],
)
def test_parts_become_a_name_in_the_order_of_its_script(given_name: str, family: str, read: str) -> None:
    assert names.whole(given_name, family) == read


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("J. Smith", True),
        ("J.-P. Serre", True),
        ("Tolkien JRR", True),
        ("J R R Tolkien", True),
        ("John R. Smith", False),
        ("Plato", False),
        ("王小明", False),
        ("Wei LI", False),
    ],
)
def test_whether_only_initials_are_known(name: str, answer: bool) -> None:
    assert names.initials_only(name) is answer


@pytest.mark.parametrize(
    "name",
    [
        "World Health Organization",
        "American Heart Association",
        "Centers for Disease Control and Prevention",
        "RECOVERY Trial Investigators",
        "Writing Group for the Women's Health Initiative Investigators",
        "The Cancer Genome Atlas Research Network",
        "ATLAS and CMS Collaborations",
        "Ministry of Health",
        "United Nations",
        "Massachusetts Medical Society",
        "Mount Invented Hospital",
        "National Institutes of Health",
    ],
)
def test_an_institution_is_no_person(name: str) -> None:
    assert names.is_collective(name)


@pytest.mark.parametrize("name", ["Ruth Board", "Ann College", "Tom Hospital-Smith", "Will School", "Robert Service"])
def test_a_person_with_the_name_of_an_institution_is_one_all_the_same(name: str) -> None:
    assert not names.is_collective(name)
