"""Who wrote what: one person under several spellings, several under one, and what only a person can tell."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import of_the_seeds
from papershelf import curated
from papershelf.authors import People, authors
from papershelf.curated import Apart, Curated, Identity
from papershelf.likely import ASKED_AT_MOST
from papershelf.model import Author, Match, Paper, Place, Record
from papershelf.text import slug

ROOT = Path(__file__).parent.parent


def paper(ident: str, *names: str, year: int = 2020) -> Paper:
    place = Place("seeds/sources/list.txt", 1, 1)
    record = Record(place=place, raw="", key="r-0", format="test")
    return Paper(
        id=ident, title=ident, label=ident, abstract=None, authors=names, order=(year, 1, 1), members=(record,)
    )


def person(people: People, name: str) -> Author:
    return next(author for author in people.authors if author.name == name)


def listed(ident: str, year: int, names: str) -> Paper:
    return paper(ident, *names.split(", "), year=year)


# Author lists of the seeds' papers, shortened: the first names, and those that have two spellings.
SEEDS = [
    listed("1912.02503", 2019, "Anna Harutyunyan, Mohammad Azar, Bilal Piot, Rémi Munos"),
    listed(
        "2004.14646",
        2020,
        "Daniel Guo, Bernardo Avila Pires, Bilal Piot, Jean-bastien Grill, Rémi Munos, Mohammad Gheshlaghi Azar",
    ),
    listed(
        "2101.02055", 2021, "Zhaohan Daniel Guo, Mohammad Gheshlaghi Azar, Bilal Piot, Bernardo Avila Pires, Rémi Munos"
    ),
    listed("2205.12944", 2022, "Mathieu Laurière, Sarah Perrin, Julien Pérolat, Romuald Élie"),
    listed("2110.11943", 2021, "Theophile Cabannes, Mathieu Lauriere, Julien Perolat, Sarah Perrin, Romuald Elie"),
    listed("2402.03928", 2024, "Ian Gemp, Sarah Perrin, Andras Gyorgy, Romuald Elie"),
    listed("2402.04792", 2024, "Shangmin Guo, Tianlin Liu, Tianqi Liu, Alexandre Rame, Johan Ferret"),
    listed("2407.14622", 2024, "Pier Giuseppe Sessa, Johan Ferret, Alexandre Ramé, Bobak Shariari, Sarah Perrin"),
    listed(
        "2408.00118",
        2024,
        "Gemma Team, Johan Ferret, Bobak Shahriari, Alexandre Ramé, Jean-Bastien Grill, Ju-yeong Ji, Kat "
        "Black, Gary Wei, Wei Wei, Zichuan Wei, Glenn Cameron, Ravin Kumar, Gus Martins, Armand Joulin",
    ),
    listed(
        "2503.19786",
        2025,
        "Gemma Team, Johan Ferret, Alex Feng, András György, Alex Feng, Kat Black, Kat Black, Sarah "
        "Perrin, Bobak Shahriari, Ju-yeong Ji, Glenn Cameron, Luiz Gustavo Martins, Armand Joulin",
    ),
    listed(
        "2509.20354", 2025, "Henrique Schechter Vera, Juyeong Ji, Glenn Cameron, Kat Black, Ravin Kumar, Armand Joulin"
    ),
    listed("2510.15001", 2025, "Amer Sinha, Ravi Kumar, Armand Joulin"),
    listed("2507.05201", 2025, "Andrew Sellergren, Lu Yang, Lin Yang, Johan Ferret"),
]


def asked(people: People) -> list[frozenset[str]]:
    return [frozenset(re.findall("“(.+?)”", question.ask)) for question in people.questions]


@pytest.mark.parametrize(
    ("shown", "spellings"),
    [
        ("Mathieu Laurière", {"Mathieu Laurière", "Mathieu Lauriere"}),
        ("Julien Pérolat", {"Julien Pérolat", "Julien Perolat"}),
        ("Romuald Élie", {"Romuald Élie", "Romuald Elie"}),
        ("Alexandre Ramé", {"Alexandre Ramé", "Alexandre Rame"}),
        ("András György", {"András György", "Andras Gyorgy"}),
        ("Jean-Bastien Grill", {"Jean-Bastien Grill", "Jean-bastien Grill"}),
    ],
)
def test_accents_and_case_make_no_second_person(shown: str, spellings: set[str]) -> None:
    found = person(authors(SEEDS), shown)
    assert set(found.spellings) == spellings
    assert found.merged_by == ("accents and case",)
    assert found.id == slug(shown)


def test_people_decide_what_rules_cannot() -> None:
    decided = curated.read(ROOT)
    people = authors(SEEDS, decided.identities, decided.apart)
    guo = person(people, "Zhaohan Daniel Guo")
    assert guo.papers == ("2101.02055", "2004.14646")
    assert guo.spellings == ("Daniel Guo", "Zhaohan Daniel Guo")
    assert guo.merged_by[0].startswith("seeds/curated/authors.yml:")
    assert person(people, "Mohammad Gheshlaghi Azar").papers == ("2101.02055", "2004.14646", "1912.02503")
    assert people.problems == ()


def test_likely_pairs_are_asked_and_unlikely_ones_are_not() -> None:
    decided = curated.read(ROOT)
    assert set(asked(authors(SEEDS, decided.identities, decided.apart))) == {
        frozenset({"Bobak Shahriari", "Bobak Shariari"}),
        frozenset({"Ju-yeong Ji", "Juyeong Ji"}),
        frozenset({"Gus Martins", "Luiz Gustavo Martins"}),
    }


def test_the_seeds_have_653_people_and_nine_likely_pairs() -> None:
    decided = of_the_seeds.decided()
    people = authors(of_the_seeds.papers(), decided.identities, decided.apart)
    spellings = {name for listed in of_the_seeds.papers() for name in listed.authors}
    # 663 spellings; eight people have a second one by accent or case, two by decision.
    assert (len(spellings), len(people.authors)) == (663, 653)
    assert [author.name for author in people.authors if author.collective] == ["Gemma Team"]
    assert set(asked(people)) == {
        frozenset({"Bobak Shahriari", "Bobak Shariari"}),
        frozenset({"Ju-yeong Ji", "Juyeong Ji"}),
        frozenset({"Reza Rokni", "Reza Ardeshir Rokni"}),
        frozenset({"George-Cristian Muraru", "George-Christian Muraru"}),
        frozenset({"Gus Martins", "Luiz Gustavo Martins"}),
        frozenset({"Joe Fernandez", "Joseph Fernandez"}),
        frozenset({"Alex Botev", "Aleksandar Botev"}),
        frozenset({"Divya Sreepat", "Divyashree Shivakumar Sreepathihalli"}),
        frozenset({"Xiaohai Zhai", "Xiaohua Zhai"}),
    }
    names = {author.name for author in people.authors}
    assert {"Lin Yang", "Lu Yang", "Gary Wei", "Wei Wei", "Ravi Kumar", "Ravin Kumar"} <= names
    assert len(people.byline["2503.19786"]) == 215


def test_without_a_persons_word_the_longer_name_is_asked_about_too() -> None:
    pairs = asked(authors(SEEDS))
    assert frozenset({"Daniel Guo", "Zhaohan Daniel Guo"}) in pairs
    assert frozenset({"Mohammad Azar", "Mohammad Gheshlaghi Azar"}) in pairs


def test_a_question_has_the_lines_to_paste_for_both_answers(tmp_path: Path) -> None:
    question = next(q for q in authors(SEEDS).questions if "Shariari" in q.ask)
    assert question.answers == (
        "# under people:\n- name: Bobak Shahriari\n  spellings: [Bobak Shariari]\n",
        "# under apart:\n- [Bobak Shahriari, Bobak Shariari]\n",
    )
    assert "one letter apart" in question.reason
    assert "Johan Ferret" in question.reason
    folder = tmp_path / "seeds" / "curated"
    folder.mkdir(parents=True)
    (folder / "authors.yml").write_text(f"people:\n{question.answers[0]}", encoding="utf-8")
    same = curated.read(tmp_path)
    people = authors(SEEDS, same.identities, same.apart)
    assert person(people, "Bobak Shahriari").papers == ("2503.19786", "2407.14622", "2408.00118")
    assert question.ask not in {q.ask for q in people.questions}
    (folder / "authors.yml").write_text(f"apart:\n{question.answers[1]}", encoding="utf-8")
    apart = curated.read(tmp_path)
    people = authors(SEEDS, apart.identities, apart.apart)
    assert person(people, "Bobak Shariari").papers == ("2407.14622",)
    assert question.ask not in {q.ask for q in people.questions}


def test_a_name_in_yaml_cannot_break_out_of_its_line() -> None:
    hostile = 'Bobak "]\n- x: Shahriari'
    people = authors(
        [
            paper("a", hostile, "Co Author", "Third Person"),
            paper("b", 'Bobak "]\n- x: Shariari', "Co Author", "Third Person"),
        ]
    )
    assert len(people.questions) == 1
    assert people.questions[0].answers[0].count("\n") == 3
    assert people.questions[0].answers[1].count("\n") == 2


def test_people_who_wrote_a_paper_together_are_never_asked_about() -> None:
    together = paper("a", "Xiaohua Zhai", "Xiaohuo Zhai", "Third Person")
    assert authors([together, paper("b", "Xiaohua Zhai", "Third Person")]).questions == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Reza Rokni", "Reza Ardeshir Rokni"),
        ("S. Perrin", "Sarah Perrin"),
        ("Joe Fernandez", "Joseph Fernandez"),
        ("Alex Botev", "Aleksandar Botev"),
        ("Nando de Frietas", "Nando de Freitas"),
        ("George-Cristian Muraru", "George-Christian Muraru"),
        ("Divya Sreepat", "Divyashree Shivakumar Sreepathihalli"),
        ("Josh Lipschultz", "Joshua Lipschultz"),
        ("Guo Daniel", "Daniel Guo"),
        ("Xiaohai Zhai", "Xiaohua Zhai"),
    ],
)
def test_what_a_likely_pair_looks_like(a: str, b: str) -> None:
    others = ("Lucas Beyer", "Andreas Steiner", "André Susano Pinto", "Michael Tschannen")
    assert asked(authors([paper("a", a, *others), paper("b", b, *others)])) == [frozenset({a, b})]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lin Yang", "Lu Yang"),
        ("Gary Wei", "Wei Wei"),
        ("Ravi Kumar", "Ravin Kumar"),
        ("Ke Chen", "Kejia Chen"),
        ("Xi Chen", "Xin Chen"),
        ("Hui Hui", "Kevin Hui"),
        ("Jeremy Chen", "Justin Chen"),
        ("Stefanie Anna Baby", "Susanna Maria Baby"),
        ("Gemma Team", "Gemmy Team"),
    ],
)
def test_what_an_unlikely_pair_looks_like(a: str, b: str) -> None:
    others = ("Lucas Beyer", "Andreas Steiner", "André Susano Pinto", "Michael Tschannen")
    people = authors([paper("a", a, *others), paper("b", b, *others)])
    assert people.questions == ()
    assert {a, b} <= {author.name for author in people.authors}


def test_an_initial_that_fits_many_is_not_asked_about() -> None:
    others = ("Lucas Beyer", "Andreas Steiner")
    crowd = [paper(f"p{i}", f"{given} Wang", *others) for i, given in enumerate(["Wei", "Wen", "Wanda", "Will", "W."])]
    assert authors(crowd).questions == ()


def test_the_list_of_questions_stays_short_and_starts_with_the_likeliest() -> None:
    others = ("Lucas Beyer", "Andreas Steiner")
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = [paper(f"{c}{i}", f"Robert {c.upper()}{c}ndersson{'n' * i}", *others) for c in letters for i in range(3)]
    people = authors(many)
    assert len(people.questions) == ASKED_AT_MOST + 1
    assert people.questions[-1].ask == "Who else is one person? 38 more pairs of names are alike."
    assert [q.score for q in people.questions] == sorted((q.score for q in people.questions), reverse=True)


def test_a_name_listed_twice_in_one_paper_is_one_person_with_one_paper() -> None:
    people = authors(SEEDS)
    assert person(people, "Kat Black").papers == ("2503.19786", "2509.20354", "2408.00118")
    assert [name for name, _ in people.byline["2503.19786"]].count("Kat Black") == 2
    assert ("kat-black", 2) not in person(people, "Alex Feng").coauthors
    assert ("kat-black", 1) in person(people, "Alex Feng").coauthors


def test_the_byline_keeps_names_as_stated_and_in_order() -> None:
    assert authors(SEEDS).byline["2110.11943"] == (
        ("Theophile Cabannes", "theophile-cabannes"),
        ("Mathieu Lauriere", "mathieu-lauriere"),
        ("Julien Perolat", "julien-perolat"),
        ("Sarah Perrin", "sarah-perrin"),
        ("Romuald Elie", "romuald-elie"),
    )


def test_a_team_is_marked_and_by_decision_too() -> None:
    people = authors(
        [paper("a", "Gemma Team", "Qwen")],
        [Identity("Qwen", (), Place("seeds/curated/authors.yml", 3, 3), collective=True)],
    )
    assert person(people, "Gemma Team").collective
    assert person(people, "Qwen").collective
    assert not any(author.collective for author in authors([paper("a", "Thomas Mesnard")]).authors)


def test_orcid_and_home_page_come_from_the_decision() -> None:
    where = Place("seeds/curated/authors.yml", 3, 3)
    decided = Identity("Sarah Perrin", (), where, orcid="0000-0002-1825-0097", homepage="https://example.org/")
    found = person(authors(SEEDS, [decided]), "Sarah Perrin")
    assert (found.orcid, found.homepage) == ("0000-0002-1825-0097", "https://example.org/")
    assert found.merged_by == ()


def test_coauthors_and_topics_are_counted_most_first() -> None:
    matches = {"2205.12944": (Match("games", ()),), "2110.11943": (Match("games", ()), Match("traffic", ()))}
    found = person(authors(SEEDS, matches=matches), "Romuald Élie")
    assert found.coauthors[0] == ("sarah-perrin", 3)
    assert found.coauthors[1:3] == (("julien-perolat", 2), ("mathieu-lauriere", 2))
    assert found.topics == (("games", 2), ("traffic", 1))


def test_different_people_of_one_spelling_but_for_accents_can_be_told_apart() -> None:
    apart = [Apart(("Jose Garcia", "José García"), Place("seeds/curated/authors.yml", 9, 9))]
    people = authors([paper("a", "Jose Garcia"), paper("b", "José García")], apart=apart)
    assert [(author.name, author.papers) for author in people.authors] == [
        ("Jose Garcia", ("a",)),
        ("José García", ("b",)),
    ]
    assert len({author.id for author in people.authors}) == 2


def test_entries_that_contradict_each_other_are_a_problem() -> None:
    one = Identity("Alexandre Ramé", ("A. Rame",), Place("seeds/curated/authors.yml", 2, 2))
    other = Identity("Alexandre Rame", (), Place("seeds/curated/authors.yml", 5, 5), orcid="0000-0002-1825-0097")
    third = Identity("A. Rame", (), Place("seeds/curated/authors.yml", 7, 7), orcid="0000-0001-5109-3700")
    people = authors(
        [], [one, other, third], [Apart(("Alexandre Rame", "A. Ramé"), Place("seeds/curated/authors.yml", 9, 9))]
    )
    assert [
        (problem.place.first, "orcid" in problem.message, "different people" in problem.message)
        for problem in people.problems
    ] == [
        (7, True, False),
        (9, False, True),
    ]


def test_names_that_share_an_address_get_two() -> None:
    people = authors([paper("a", "王伟"), paper("b", "汪威"), paper("c", "Wang Wei")])
    ids = {author.name: author.id for author in people.authors}
    assert ids["Wang Wei"] == "wang-wei"
    assert len(set(ids.values())) == 3
    assert all(ident.startswith("wang") for ident in ids.values())


def test_what_is_no_name_has_no_page() -> None:
    people = authors([paper("a", "…", "", "Real Person", "\u202e")])
    assert [author.name for author in people.authors] == ["Real Person"]
    assert people.byline["a"] == (("…", None), ("", None), ("Real Person", "real-person"), ("\u202e", None))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_papers_and_entries_does_not_matter(seed: int) -> None:
    decided = curated.read(ROOT)
    shuffle = random.Random(seed)

    def shuffled(items: Sequence[object]) -> list[object]:
        return shuffle.sample(list(items), len(items))

    again = authors(shuffled(SEEDS), shuffled(decided.identities), shuffled(decided.apart))  # type: ignore[arg-type]
    assert again == authors(SEEDS, decided.identities, decided.apart)


def test_among_thousands_of_one_family_name_the_misspelt_one_is_found() -> None:
    """Comparing each with each would be 8 million pairs. What it costs: `python -m benchmarks authors`."""
    letters = "bcdfghjklmnpqrstvwxz"
    given = [f"{a}a{b}o{c}".title() for a in letters for b in letters for c in letters[:10]]
    listing = [paper(f"p{i}", f"{name} Wang", "Ann Nguyen") for i, name in enumerate([*given, "Yukihirosan"])]
    people = authors([*listing, paper("last", "Yukihiroson Wang", "Ann Nguyen")])
    assert len(people.authors) == 4003
    assert people.questions[0].ask == "Are “Yukihirosan Wang” and “Yukihiroson Wang” the same person?"
    assert len(people.questions) == 1


def entry(ident: str, *authors_of_it: tuple[str, str], year: int = 2020) -> Paper:
    """A paper of a bibliography, which sets family names apart: (name, family name)."""
    return replace(
        paper(ident, *(name for name, _ in authors_of_it), year=year), families=tuple(f for _, f in authors_of_it)
    )


def test_a_stated_family_name_decides_where_an_author_stands() -> None:
    people = authors(
        [
            entry("a", ("Gabriel García Márquez", "García Márquez"), ("Xi Jinping", "Xi")),
            entry("b", ("Anna Hall", "Hall")),
            paper("c", "Gabriel García Márquez", "Zoe Young"),
        ]
    )
    assert [(author.name, author.family) for author in people.authors] == [
        ("Gabriel García Márquez", "García Márquez"),
        ("Anna Hall", "Hall"),
        ("Xi Jinping", "Xi"),
        ("Zoe Young", ""),
    ]
    assert person(people, "Gabriel García Márquez").papers == ("a", "c")


def test_the_family_name_most_often_stated_wins_and_one_that_is_not_in_the_name_loses() -> None:
    people = authors(
        [
            entry("a", ("Ada de la Cruz", "Cruz")),
            entry("b", ("Ada de la Cruz", "de la Cruz")),
            entry("c", ("Ada de la Cruz", "de la Cruz")),
            entry("d", ("Ben Stone", "Sand")),
        ]
    )
    assert [(author.name, author.family) for author in people.authors] == [
        ("Ada de la Cruz", "de la Cruz"),
        ("Ben Stone", ""),
    ]


def test_a_name_in_family_first_order_stays_as_given() -> None:
    people = authors([entry("a", ("Wang Xiaoming", "Wang"), ("王小明", "王"), ("Tolkien JRR", ""))])
    assert {author.name for author in people.authors} == {"Wang Xiaoming", "王小明", "Tolkien JRR"}


def test_initials_are_a_person_of_their_own_and_asked_about_with_the_reason() -> None:
    people = authors(
        [paper("a", "J. Smith", "Lucas Beyer", "Ann Hall"), paper("b", "John Smith", "Lucas Beyer", "Ann Hall")]
    )
    assert {author.name for author in people.authors} >= {"J. Smith", "John Smith"}
    (question,) = people.questions
    assert question.reason == (
        "They are kept apart until someone knows: the initials fit; 2 co-authors in common: Ann Hall, Lucas Beyer."
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("J. R. R. Tolkien", "Tolkien JRR"),
        ("J. Smith", "J. R. Smith"),
        ("Smith JR", "John Robert Smith"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Jinping Xi", "Xi Jinping"),
    ],
)
def test_forms_that_bibliographies_have_are_asked_about_and_never_merged(a: str, b: str) -> None:
    people = authors([paper("x", a, "Lucas Beyer"), paper("y", b, "Lucas Beyer")])
    assert asked(people) == [frozenset({a, b})]
    assert len(people.authors) == 3


@pytest.mark.parametrize(
    ("a", "b"), [("J. Smith", "Peter Smith"), ("J. R. Smith", "J. P. Smith"), ("J. Smith", "J. Smythe")]
)
def test_initials_that_do_not_fit_are_not_asked_about(a: str, b: str) -> None:
    assert authors([paper("x", a, "Lucas Beyer"), paper("y", b, "Lucas Beyer")]).questions == ()


def test_initials_alone_are_no_reason_to_ask() -> None:
    """In a bibliography with initials everywhere this would be thousands of questions."""
    assert authors([paper("x", "J. Smith", "Lucas Beyer"), paper("y", "John Smith", "Ann Hall")]).questions == ()


def test_a_person_whose_family_name_looks_like_a_team_is_no_collective_where_a_source_says_so() -> None:
    people = authors([entry("a", ("Ann Initiative", "Initiative"), ("Gemma Team", ""))])
    assert [(author.name, author.collective) for author in people.authors] == [
        ("Gemma Team", True),
        ("Ann Initiative", False),
    ]


WANGS = """people:
- name: Wei Wang (Toronto)
  spellings: [Wei Wang]
  papers: [b, c]
  orcid: 0000-0002-1825-0097
"""


def said(tmp_path: Path, text: str) -> Curated:
    folder = tmp_path / "seeds" / "curated"
    folder.mkdir(parents=True)
    (folder / "authors.yml").write_text(text, encoding="utf-8")
    return curated.read(tmp_path)


def test_two_people_of_exactly_one_name_are_told_apart_by_their_papers(tmp_path: Path) -> None:
    decided = said(tmp_path, WANGS)
    listing = [paper(ident, "Wei Wang", "Ann Hall") for ident in "abcd"]
    people = authors(listing, decided.identities, decided.apart)
    assert {(author.name, author.papers) for author in people.authors} == {
        ("Wei Wang", ("a", "d")),
        ("Wei Wang (Toronto)", ("b", "c")),
        ("Ann Hall", ("a", "b", "c", "d")),
    }
    assert people.byline["b"] == (("Wei Wang", "wei-wang-toronto"), ("Ann Hall", "ann-hall"))
    assert people.byline["d"][0] == ("Wei Wang", "wei-wang")
    assert person(people, "Wei Wang (Toronto)").orcid == "0000-0002-1825-0097"
    assert person(people, "Wei Wang").orcid is None
    assert people.questions == ()  # a person has decided
    assert (decided.problems, people.problems) == ((), ())


def test_one_name_may_be_shown_for_both_and_each_has_an_address(tmp_path: Path) -> None:
    decided = said(tmp_path, WANGS.replace(" (Toronto)", "").replace("  spellings: [Wei Wang]\n", ""))
    people = authors([paper(ident, "Wei Wang") for ident in "abcd"], decided.identities, decided.apart)
    assert sorted((author.name, author.papers) for author in people.authors) == [
        ("Wei Wang", ("a", "d")),
        ("Wei Wang", ("b", "c")),
    ]
    assert next(author.id for author in people.authors if author.papers == ("a", "d")) == "wei-wang"
    assert len({author.id for author in people.authors}) == 2


def test_a_paper_that_is_not_there_and_a_name_claimed_twice_are_problems(tmp_path: Path) -> None:
    twice = WANGS + "- name: Wei Wang (Oslo)\n  spellings: [Wei Wang]\n  papers: [c, e]\n"
    decided = said(tmp_path, twice)
    assert [problem.message for problem in decided.problems] == [
        "'Wei Wang' is already said of the person of line 2 in c, e"
    ]
    people = authors([paper(ident, "Wei Wang") for ident in "abcd"], decided.identities, decided.apart)
    assert [(problem.place.first, problem.message) for problem in people.problems] == [
        (6, "'Wei Wang (Oslo)' names 'e', which is no paper of this list")
    ]


ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"


def with_orcids(one: Paper, *orcids: str) -> Paper:
    return replace(one, orcids=orcids)


def test_an_orcid_that_services_state_is_the_persons() -> None:
    found = authors([with_orcids(paper("a", "Ada Moss", "Bo Lind"), ORCID, ""), paper("b", "Ada Moss")])
    assert (person(found, "Ada Moss").orcid, person(found, "Bo Lind").orcid) == (ORCID, None)
    assert found.questions == ()


def test_what_a_person_says_beats_a_service() -> None:
    said = Identity("Ada Moss", (), Place("seeds/curated/authors.yml", 2, 2), orcid=OTHER)
    assert person(authors([with_orcids(paper("a", "Ada Moss"), ORCID)], [said]), "Ada Moss").orcid == OTHER


def test_two_names_with_one_orcid_are_asked_about_and_not_merged() -> None:
    found = authors([with_orcids(paper("a", "Ada Moss"), ORCID), with_orcids(paper("b", "Ada Lind"), ORCID)])
    (question,) = found.questions
    assert question.ask == "Are “Ada Lind” and “Ada Moss” the same person?"
    assert f"they have one ORCID iD, {ORCID}" in question.reason
    assert len(found.authors) == 2


def test_one_name_with_two_orcids_is_asked_about_and_either_answer_settles_it(tmp_path: Path) -> None:
    papers = [with_orcids(paper("a", "Wei Wang"), ORCID), with_orcids(paper("b", "Wei Wang"), OTHER)]
    (question,) = authors(papers).questions
    assert question.ask == "Is “Wei Wang” one person?"
    assert f"{ORCID} in a" in question.reason
    assert person(authors(papers), "Wei Wang").orcid is None
    for answer, expected in zip(question.answers, ([OTHER], [ORCID, OTHER]), strict=True):
        folder = tmp_path / str(len(expected)) / curated.FOLDER
        folder.mkdir(parents=True)
        (folder / "authors.yml").write_text(answer.replace("# under people:", "people:"), "utf-8")
        decided = curated.read(folder.parent.parent)
        assert decided.problems == ()
        after = authors(papers, decided.identities)
        assert after.questions == ()
        assert sorted(author.orcid or "" for author in after.authors) == sorted(expected)
