"""What to read next, and why."""

from __future__ import annotations

import random

import of_the_seeds
from papershelf.authors import authors
from papershelf.model import Match, Paper, Relation, Topic
from papershelf.related import related
from papershelf.topics import topics


def paper(ident: str, title: str, abstract: str = "", year: int = 2020) -> Paper:
    return Paper(id=ident, title=title, label=title, abstract=abstract, order=(year, 1, 1))


# Six papers of the seeds, abstracts shortened.
PAPERS = [
    paper(
        "1912.02503",
        "Hindsight Credit Assignment",
        "Efficient credit assignment in reinforcement learning. We assign credit to past decisions, given the observed "
        "outcome, with information in hindsight. Value functions are rewritten, on illustrative tasks.",
        2019,
    ),
    paper(
        "2011.09464",
        "Counterfactual Credit Assignment in Model-Free Reinforcement Learning",
        "Credit assignment measures an action's influence on future rewards, separating skill from luck. We use "
        "counterfactuals and hindsight information, on illustrative problems.",
    ),
    paper(
        "2205.12944",
        "Learning in Mean Field Games: A Survey",
        "Games with a very large number of players remain intractable. Mean Field Games rely on a mean-field "
        "approximation. Nash equilibria are learned.",
        2022,
    ),
    paper(
        "2110.11943",
        "Solving N-player dynamic routing games with congestion: a mean field approach",
        "A dynamic routing game with congestion. Nash equilibrium computations are intractable for large numbers of "
        "vehicles; the mean field game is introduced.",
        2021,
    ),
    paper(
        "2403.08295",
        "Gemma: Open Models Based on Gemini Research and Technology",
        "A family of lightweight open models built from the technology of Gemini. Safety and responsible release.",
        2024,
    ),
    paper(
        "2510.15001",
        "VaultGemma: A Differentially Private Gemma Model",
        "A model within the Gemma family, trained with differential privacy. We openly release it.",
        2025,
    ),
]
MATCHES = {
    "1912.02503": (Match("credit", ()),),
    "2011.09464": (Match("credit", ()),),
    "2205.12944": (Match("mfg", ()), Match("rl", ())),
    "2110.11943": (Match("mfg", ()),),
    "2403.08295": (Match("open", ()), Match("safety", ())),
    "2510.15001": (Match("open", ()), Match("safety", ())),
}
TOPICS = [
    Topic("credit", "Credit assignment", "", "rl"),
    Topic("mfg", "Mean-field games", ""),
    Topic("rl", "Reinforcement learning", ""),
    Topic("open", "Open models", ""),
    Topic("safety", "Safety", ""),
]
BYLINE: dict[str, tuple[tuple[str, str | None], ...]] = {
    "1912.02503": (("Anna Harutyunyan", "anna"), ("Rémi Munos", "remi"), ("Thomas Mesnard", "thomas")),
    "2011.09464": (("Thomas Mesnard", "thomas"), ("Anna Harutyunyan", "anna"), ("Remi Munos", "remi"), ("…", None)),
    "2205.12944": (("Sarah Perrin", "sarah"),),
    "2110.11943": (("Sarah Perrin", "sarah"), ("…", None)),
    "2403.08295": (
        ("Gemma Team", "gemma"),
        ("Thomas Mesnard", "thomas"),
        *((f"Author {i}", f"a{i}") for i in range(200)),
    ),
    "2510.15001": (("Thomas Mesnard", "thomas"), *((f"Author {i}", f"a{i}") for i in range(4))),
}


def best(ident: str, count: int = 5) -> tuple[Relation, ...]:
    return related(PAPERS, MATCHES, BYLINE, count, TOPICS)[ident]


def test_each_paper_leads_to_its_sibling_first() -> None:
    pairs = [("1912.02503", "2011.09464"), ("2205.12944", "2110.11943"), ("2403.08295", "2510.15001")]
    for a, b in pairs:
        assert best(a)[0].paper == b
        assert best(b)[0].paper == a


def test_every_paper_of_the_seeds_leads_on_and_siblings_lead_to_each_other() -> None:
    papers, decided = of_the_seeds.papers(), of_the_seeds.decided()
    subjects = topics(papers, decided.topics)
    people = authors(papers, decided.identities, decided.apart, subjects.matches)
    found = related(papers, subjects.matches, people.byline, 5, subjects.topics)
    leads = {ident: [relation.paper for relation in relations] for ident, relations in found.items()}
    assert all(len(others) >= 2 for others in leads.values())
    for a, b in [
        ("1912.02503", "2011.09464"),  # hindsight, counterfactual credit assignment
        ("2403.08295", "2408.00118"),  # Gemma, Gemma 2
        ("2408.00118", "2503.19786"),  # Gemma 2, Gemma 3
        ("2309.00267", "2402.04792"),  # RLAIF, online AI feedback
        ("2205.12944", "2203.11973"),  # mean-field games: the survey, the algorithms
        ("2101.02055", "2211.10515"),  # two on exploration
        ("2407.14622", "2502.02671"),  # two on distillation and alignment
        ("2111.02767", "2102.04736"),  # datasets, replay
        ("1808.04873", "1612.03214"),  # equilibrium propagation, contrastive Hebbian
        ("2402.03928", "2412.12119"),  # games; four authors in common
    ]:
        assert b in leads[a][:3]
        assert a in leads[b][:3]


def test_the_reasons_are_words_that_a_reader_can_check() -> None:
    reasons = best("1912.02503")[0].reasons
    assert reasons[0] == "topic: Credit assignment"
    assert reasons[1] == "3 authors in common: Anna Harutyunyan, Rémi Munos, Thomas Mesnard"
    assert reasons[2].startswith("similar words: ")
    assert {"credit", "assignment", "hindsight"} <= set(reasons[2].removeprefix("similar words: ").split(", "))


def test_a_single_shared_author_is_named() -> None:
    assert "one author in common: Sarah Perrin" in best("2205.12944")[0].reasons


def test_a_long_list_of_shared_authors_is_cut() -> None:
    assert any(
        reason.startswith("5 authors in common: ") and reason.endswith(", …")
        for reason in best("2510.15001")[0].reasons
    )


def test_topics_are_shown_by_id_where_no_names_are_given() -> None:
    assert related(PAPERS, MATCHES, BYLINE, 1)["2205.12944"][0].reasons[0] == "topic: mfg"


def test_no_more_than_asked_for_and_never_the_paper_itself() -> None:
    for count in (0, 1, 3):
        found = related(PAPERS, MATCHES, BYLINE, count, TOPICS)
        assert set(found) == {paper.id for paper in PAPERS}
        for ident, relations in found.items():
            assert len(relations) <= count
            assert ident not in {relation.paper for relation in relations}
            assert all(relation.reasons for relation in relations)
            assert [r.score for r in relations] == sorted((r.score for r in relations), reverse=True)


def test_one_author_of_two_hundred_weighs_less_than_one_of_two() -> None:
    papers = [paper("a", "One"), paper("small", "Two"), paper("large", "Three")]
    byline = {
        "a": (("Ada", "ada"), ("Bob", "bob")),
        "small": (("Ada", "ada"), ("Cyd", "cyd")),
        "large": (("Bob", "bob"), *((f"N{i}", f"n{i}") for i in range(200))),
    }
    assert [relation.paper for relation in related(papers, {}, byline, 5)["a"]] == ["small"]


def test_words_that_every_paper_says_make_no_relation() -> None:
    papers = [
        paper(f"p{i}", f"A novel approach to {word}", "We propose a method. Experiments show better results.")
        for i, word in enumerate(["bread", "galaxies", "chess"])
    ]
    assert all(relations == () for relations in related(papers, {}, {}, 5).values())


def test_papers_about_which_nothing_is_known_are_related_to_nothing() -> None:
    nothing = Paper(id="x", title=None, label="x", abstract=None)
    assert related([nothing, *PAPERS], MATCHES, BYLINE, 5)["x"] == ()


def test_the_order_of_papers_does_not_matter() -> None:
    again = random.Random(5).sample(PAPERS, len(PAPERS))
    assert related(again, MATCHES, BYLINE, 5, TOPICS) == related(PAPERS, MATCHES, BYLINE, 5, TOPICS)


def test_an_author_and_a_topic_that_all_of_a_long_list_share_relate_nobody() -> None:
    """Comparing each with each would be 2 million pairs. What it costs: `python -m benchmarks related`."""
    papers = [paper(f"p{i}", f"Word{i} here{i // 2}", f"text{i}") for i in range(2000)]
    byline = {p.id: (("Everyone", "everyone"),) for p in papers}
    matches = {p.id: (Match("everything", ()),) for p in papers}
    found = related(papers, matches, byline, 5)
    assert [relation.paper for relation in found["p6"]] == ["p7"]  # which share `here3`
    assert all(len(relations) == 1 for relations in found.values())
