"""What papers are about: by which words, by whose word, and what the taxonomy of this list makes of papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

import of_the_seeds
from papershelf.curated import TopicRule
from papershelf.model import Note, Paper, Place
from papershelf.phrases import Finder
from papershelf.topics import ASKED_AT_MOST, Subjects, topics
from record_builder import record

TAXONOMY = of_the_seeds.decided().topics


def paper(
    ident: str, title: str | None = None, abstract: str | None = None, *categories: str, year: int = 2020
) -> Paper:
    primary = categories[0] if categories else None
    return Paper(
        id=ident,
        title=title,
        label=title or ident,
        abstract=abstract,
        primary_category=primary,
        categories=categories,
        order=(year, 1, 1),
    )


def rule(ident: str, *phrases: str, **more: object) -> TopicRule:
    return TopicRule(ident, ident.title(), "", Place("seeds/curated/topics.yml", 4, 4), phrases=phrases, **more)  # type: ignore[arg-type]


def named(subjects: Subjects, ident: str) -> list[str]:
    return [match.topic for match in subjects.matches[ident]]


# --- phrases


@pytest.mark.parametrize(
    ("phrase", "source"),
    [
        ("mean-field game", "Learning in Mean Field Games: A Survey"),
        ("mean field game", "mean-field games"),
        ("fine-tuning", "by finetuning and more"),
        ("summarization", "abstractive summarisation systems"),
        ("Nash equilibrium", "learn Nash equilibria in"),
        ("policy", "several policies"),
        ("benchmark", "Benchmarks."),
        ("class", "two classes"),
        ("N-player game", r"an $N$-player game"),
        ("Schrödinger bridge", "Schrodinger Bridges"),
        ("AI feedback", "(AI feedback)"),
        ("best-of-N", "the Best-of-N distribution"),
    ],
)
def test_a_phrase_is_found_in_plural_with_hyphens_accents_and_either_spelling(phrase: str, source: str) -> None:
    assert Finder([phrase]).find(source) == {phrase: 1}


@pytest.mark.parametrize(
    ("phrase", "source"), [("core", "a score"), ("game", "gamers"), ("chess", "chest"), ("RL", "RLHF")]
)
def test_a_phrase_is_whole_words(phrase: str, source: str) -> None:
    assert Finder([phrase]).find(source) == {}


def test_the_longest_phrase_is_meant() -> None:
    finder = Finder(["reinforcement learning", "reinforcement learning from human feedback", "learning"])
    assert finder.find(
        "Reinforcement learning from human feedback is reinforcement learning from people, and learning."
    ) == {
        "reinforcement learning from human feedback": 1,
        "reinforcement learning": 1,
        "learning": 1,
    }


def test_an_empty_phrase_finds_nothing() -> None:
    assert Finder(["", "…"]).find("… any text …") == {}


# --- scores


def test_a_phrase_in_the_title_is_enough() -> None:
    subjects = topics([paper("a", "Playing Chess Well")], [rule("games", "chess")])
    assert named(subjects, "a") == ["games"]
    assert subjects.matches["a"][0].reasons == ("“chess” in the title",)


@pytest.mark.parametrize(
    ("abstract", "reasons"),
    [
        ("We use reward hacking as example.", None),
        ("We use reward hacking. On reward hacking.", ("“reward hacking” twice in the abstract",)),
        ("Reward hacking of a reward model.", ("“reward hacking” in the abstract", "“reward model” in the abstract")),
        (
            "Reinforcement learning from human feedback works.",
            ("“reinforcement learning from human feedback” in the abstract",),
        ),
        ("As chess is.", None),
        ("Chess, chess, and chess.", ("“chess” 3 times in the abstract",)),
    ],
)
def test_an_abstract_must_say_enough(abstract: str, reasons: tuple[str, ...] | None) -> None:
    phrases = ("reward hacking", "reward model", "reinforcement learning from human feedback", "chess")
    found = topics([paper("a", "Title", abstract)], [rule("topic", *phrases)]).matches["a"]
    assert [match.reasons for match in found] == ([reasons] if reasons else [])


def test_the_primary_category_is_enough_and_another_one_helps() -> None:
    rules = [rule("games", "coalition game", categories=("cs.GT",))]
    subjects = topics(
        [
            paper("a", "T", "", "cs.GT"),
            paper("b", "T", "", "cs.LG", "cs.GT"),
            paper("c", "T", "A coalition game.", "cs.LG", "cs.GT"),
        ],
        rules,
    )
    assert [named(subjects, ident) for ident in "abc"] == [["games"], [], ["games"]]
    assert subjects.matches["c"][0].reasons == ("“coalition game” in the abstract", "category cs.GT")


def test_a_persons_word_beats_the_phrases() -> None:
    rules = [rule("games", "chess", papers=("b",), not_papers=("a",))]
    subjects = topics([paper("a", "Chess"), paper("b", "Go")], rules)
    assert (named(subjects, "a"), named(subjects, "b")) == ([], ["games"])
    assert subjects.matches["b"][0].reasons == ("seeds/curated/topics.yml:4",)


def test_the_strongest_reason_and_topic_stand_first_and_four_topics_are_enough() -> None:
    rules = [rule(word, word, f"{word} two") for word in ("alpha", "beta", "gamma", "delta", "epsilon")]
    subjects = topics([paper("a", "On beta, gamma, delta, epsilon", "Alpha alpha alpha. Beta beta. Beta two.")], rules)
    assert named(subjects, "a") == ["beta", "gamma", "delta", "epsilon"]
    assert subjects.matches["a"][0].reasons == (
        "“beta” in the title and twice in the abstract",
        "“beta two” in the abstract",
    )


def test_the_narrower_topic_is_named_and_the_broader_one_lists_the_paper() -> None:
    rules = [rule("games", "game", "Nash equilibrium"), rule("mean-field", "mean-field game", parent="games")]
    subjects = topics(
        [paper("a", "Mean field games", "A game. A game of a game."), paper("b", "Nash equilibria", year=2021)], rules
    )
    assert named(subjects, "a") == ["mean-field"]
    assert [(topic.id, topic.parent, topic.papers) for topic in subjects.topics] == [
        ("games", None, ("b", "a")),
        ("mean-field", "games", ("a",)),
    ]


def test_a_circle_of_broader_topics_ends() -> None:
    rules = [rule("a", "chess", parent="b"), rule("b", "go", parent="a")]
    assert named(topics([paper("p", "Chess")], rules), "p") == ["a"]


def test_topics_that_share_a_phrase_both_get_it() -> None:
    rules = [rule("games", "board game"), rule("fun", "board games", "board-game")]
    assert named(topics([paper("p", "Board Games")], rules), "p") == ["games", "fun"]


def test_a_paper_without_topic_is_a_question_and_no_problem() -> None:
    subjects = topics([paper("a", "Bread"), paper("b", "Chess")], [rule("games", "chess")])
    assert [question.ask for question in subjects.questions] == ["What is “Bread” about?"]
    assert "papers: ['a']" in subjects.questions[0].answers[0]
    assert subjects.problems == ()


def test_a_list_without_topics_asks_nothing() -> None:
    subjects = topics([paper("a", "Bread")], [])
    assert (subjects.questions, subjects.matches, subjects.topics) == ((), {"a": ()}, ())


def test_many_papers_without_topic_are_not_asked_about_one_by_one() -> None:
    subjects = topics([paper(f"p{i}", "Bread") for i in range(100)], [rule("games", "chess")])
    assert len(subjects.questions) == ASKED_AT_MOST + 1
    assert subjects.questions[-1].ask == "Which phrases or topics are missing for 80 more papers?"


def test_a_paper_that_is_not_in_the_list_is_a_problem() -> None:
    subjects = topics([paper("a", "Chess")], [rule("games", "chess", papers=("2402.99999",))])
    assert [str(problem.place) for problem in subjects.problems] == ["seeds/curated/topics.yml:4"]
    assert "2402.99999" in subjects.problems[0].message


def test_the_order_of_papers_does_not_matter() -> None:
    papers = [
        paper(f"p{i}", title, year=2000 + i % 3) for i, title in enumerate(["Chess", "Go", "Chess and Go", "Bread"])
    ]
    rules = [rule("chess", "chess"), rule("go", "go")]
    assert topics(papers, rules) == topics(papers[::-1], rules)


# --- keywords, notes, collections


def filed(ident: str, *collections: str, file: str = "awesome.md", line: int = 0, **more: object) -> Paper:
    """A paper that one entry of a list files under `collections`."""
    one = record(line or int(ident[1:]), f"seeds/sources/{file}", title=ident, collections=collections)
    return replace(paper(ident, f"Paper {ident}"), members=(one,), collections=collections, **more)


@pytest.mark.parametrize("keyword", ["Chess", "board games", "Board-Game", "Games"])
def test_a_keyword_that_is_a_topics_name_or_phrase_is_enough(keyword: str) -> None:
    subjects = topics([replace(paper("a", "T"), keywords=("bread", keyword))], [rule("games", "chess", "board game")])
    assert [match.reasons for match in subjects.matches["a"]] == [(f"keyword “{keyword}”",)]


def test_a_keyword_that_holds_a_phrase_among_others_is_not_enough() -> None:
    subjects = topics([replace(paper("a", "T"), keywords=("chess players", "", "…"))], [rule("games", "chess", "…")])
    assert named(subjects, "a") == []


def test_a_note_counts_like_a_mention_in_the_abstract() -> None:
    rules = [rule("games", "chess", "reinforcement learning from play")]
    passing = replace(paper("a", "T"), notes=(("like chess", "x:1"),))
    telling = replace(paper("b", "T"), notes=(("on reinforcement learning from play", "x:1"),))
    subjects = topics([passing, telling], rules)
    assert named(subjects, "a") == []
    assert subjects.matches["b"][0].reasons == ("“reinforcement learning from play” in a note",)


def test_without_a_taxonomy_the_collections_are_the_topics() -> None:
    papers = [filed("p1", "Agents"), filed("p2", "Agents / Memory"), filed("p3", "Data"), paper("p4", "Elsewhere")]
    subjects = topics(papers, [])
    assert [(topic.id, topic.name, topic.parent, topic.papers) for topic in subjects.topics] == [
        ("agents", "Agents", None, ("p1", "p2")),
        ("agents-memory", "Memory", "agents", ("p2",)),
        ("data", "Data", None, ("p3",)),
    ]
    assert subjects.topics[0].description == "Filed under this name in awesome.md."
    assert subjects.matches["p2"][0].reasons == ("listed under “Agents / Memory” in seeds/sources/awesome.md",)
    assert (subjects.matches["p4"], subjects.questions) == ((), ())


def test_a_collection_with_the_name_of_a_curated_topic_is_that_topic() -> None:
    rules = [rule("games", "board game"), rule("chess", "chess")]
    papers = [filed("p1", "Games"), filed("p2", "fun / Board Games"), filed("p3", "CHESS"), filed("p4", "fun")]
    subjects = topics(papers, rules)
    assert [topic.id for topic in subjects.topics] == ["games", "chess", "fun"]
    assert [named(subjects, ident) for ident in ("p1", "p2", "p3", "p4")] == [
        ["games"], ["games", "fun"], ["chess"], ["fun"],
    ]  # fmt: skip
    assert subjects.matches["p1"][0].reasons == ("listed under “Games” in seeds/sources/awesome.md",)


def test_what_is_narrower_than_a_curated_topic_stands_below_it() -> None:
    subjects = topics([filed("p1", "Games / Openings"), filed("p2", "Bread")], [rule("games", "chess")])
    assert [(topic.id, topic.parent, topic.papers) for topic in subjects.topics] == [
        ("games", None, ("p1",)), ("games-openings", "games", ("p1",)), ("bread", None, ("p2",)),
    ]  # fmt: skip


def test_a_person_who_takes_a_paper_out_of_a_topic_beats_keywords_and_collections() -> None:
    one = replace(filed("p1", "Games"), keywords=("chess",))
    assert named(topics([one, paper("p2", "T")], [rule("games", "chess", not_papers=("p1",))]), "p1") == []


def test_curated_topics_come_first_and_collections_do_not_push_them_out() -> None:
    rules = [rule(word, word) for word in ("alpha", "beta", "gamma", "delta", "epsilon")]
    one = replace(filed("p1", "One", "Two"), title="Alpha beta gamma delta epsilon")
    assert named(topics([one, filed("p2", "Bread")], rules), "p1") == ["alpha", "beta", "gamma", "delta", "one", "two"]


def test_the_title_of_a_file_is_no_topic_and_what_is_below_it_stands_without_it() -> None:
    papers = [filed("p1", "Awesome Ink / Rivers"), filed("p2", "Awesome ink / Lakes"), paper("p3", "Elsewhere")]
    assert [(topic.id, topic.parent) for topic in topics(papers, []).topics] == [("rivers", None), ("lakes", None)]
    alone = [filed("p1", "Ink"), filed("p2", "Ink"), filed("p3", "Paper", file="b.md"), paper("p4", "Elsewhere")]
    assert topics(alone, []).topics == ()


def test_one_collection_of_some_entries_of_a_file_is_a_topic() -> None:
    assert [topic.id for topic in topics([filed("p1", "Ink"), filed("p2")], []).topics] == ["ink"]


def test_a_collection_that_holds_all_papers_is_no_topic() -> None:
    papers = [filed("p1", "Ink", "To read"), filed("p2", "Ink", "Done / Well")]
    assert [topic.name for topic in topics(papers, []).topics] == ["To read", "Done", "Well"]


def test_one_name_in_two_files_is_one_topic_and_two_names_with_one_address_are_two() -> None:
    papers = [
        filed("p1", "C"),
        filed("p2", "c", file="b.md"),
        filed("p3", "C++"),
        filed("p4"),
        filed("p5", file="b.md"),
    ]
    found = topics(papers, []).topics
    assert [(topic.name, topic.papers) for topic in found] == [("C", ("p1", "p2")), ("C++", ("p3",))]
    assert found[0].id == "c"
    assert found[1].id.startswith("c-")
    assert found[0].description == "Filed under this name in awesome.md, b.md."


def test_the_same_heading_below_two_others_is_two_topics() -> None:
    papers = [filed("p1", "Agents / Other"), filed("p2", "Data / Other")]
    assert [(topic.id, topic.name) for topic in topics(papers, []).topics if topic.parent] == [
        ("agents-other", "Other"), ("data-other", "Other"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", [" / ", "/", " / / ", "index", "\x00", "\ud800", "第", "x" * 100_000, " / ".join("abcdefghij")]
)
def test_any_name_of_a_collection_makes_an_address_fit_for_a_file(name: str) -> None:
    found = topics([filed("p1", name), filed("p2", "Ink")], []).topics
    assert len({topic.id for topic in found}) == len(found)
    for topic in found:
        assert 0 < len(topic.id) <= 80
        assert set(topic.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert 0 < len(topic.name) <= 101


def test_the_order_of_papers_does_not_matter_to_collections() -> None:
    papers = [filed("p1", "B / C", "A"), filed("p2", "A", file="b.md"), filed("p3", "D"), filed("p4", file="b.md")]
    assert topics(papers, []) == topics(papers[::-1], [])


# --- the taxonomy of this list


def test_the_taxonomy_has_10_to_16_topics_each_described() -> None:
    assert 10 <= len(TAXONOMY) <= 16
    for topic in TAXONOMY:
        assert 60 <= len(topic.description) <= 220, topic.id
        assert topic.description.endswith("."), topic.id
        assert len(topic.phrases) >= 8, topic.id
    parents = {topic.parent for topic in TAXONOMY if topic.parent}
    assert parents <= {topic.id for topic in TAXONOMY}


# The topic that a reader of the abstract would name first.
FIRST_OF_ALL = {
    "1502.04156": "biologically-plausible-learning",
    "1509.05936": "biologically-plausible-learning",
    "1612.03214": "biologically-plausible-learning",
    "1808.04873": "biologically-plausible-learning",
    "1911.08585": "biologically-plausible-learning",
    "1912.02503": "credit-assignment",
    "2004.14646": "representation-learning",
    "2011.09464": "credit-assignment",
    "2101.02055": "exploration",
    "2102.04736": "demonstrations-and-data",
    "2105.12034": "demonstrations-and-data",
    "2110.11943": "mean-field-games",
    "2111.02767": "demonstrations-and-data",
    "2203.11973": "mean-field-games",
    "2205.12944": "mean-field-games",
    "2208.10138": "mean-field-games",
    "2211.10515": "exploration",
    "2306.00186": "generation",
    "2306.13649": "distillation",
    "2309.00267": "learning-from-feedback",
    "2312.01072": "credit-assignment",
    "2402.03928": "games",
    "2402.04792": "learning-from-feedback",
    "2403.08295": "open-models",
    "2404.07839": "open-models",
    "2407.14622": "learning-from-feedback",
    "2408.00118": "open-models",
    "2410.06084": "distillation",
    "2412.03555": "vision-language",
    "2412.12119": "games",
    "2502.02671": "distillation",
    "2503.19786": "open-models",
    "2507.05201": "vision-language",
    "2509.20354": "representation-learning",
    "2510.15001": "safety-and-privacy",
}


def test_every_paper_of_the_seeds_has_its_topic_and_no_topic_is_idle_or_a_catch_all() -> None:
    papers = of_the_seeds.papers()
    subjects = topics(papers, TAXONOMY)
    assert {ident: topic for ident, topic in FIRST_OF_ALL.items() if topic not in named(subjects, ident)} == {}
    assert len(papers) == len(FIRST_OF_ALL) == 35
    for found in subjects.matches.values():
        assert 1 <= len(found) <= 4
        assert all(match.reasons for match in found)
    broader = {topic.parent for topic in subjects.topics}
    for topic in subjects.topics:
        assert len(topic.papers) >= 2, topic.id
        assert len(topic.papers) <= 0.4 * len(papers) or topic.id in broader, topic.id
    assert (subjects.questions, subjects.problems) == ((), ())


def test_abstracts_alone_are_enough_to_find_a_topic() -> None:
    subjects = topics(of_the_seeds.papers(with_lock=False), TAXONOMY)
    assert all(subjects.matches.values())
    assert all(len(topic.papers) >= 2 for topic in subjects.topics)


# Titles of papers that are not in this list, with what a reader would expect; invented, in the manner of the field.
@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Preference Optimization without a Reward Model", "learning-from-feedback"),
        ("Distilling Reasoning into Small Students", "distillation"),
        ("A Unified View of Intrinsic Motivation", "exploration"),
        ("Eligibility Traces Revisited", "credit-assignment"),
        ("Behavioural Cloning at Scale", "demonstrations-and-data"),
        ("Contrastive Learning of Sentence Representations", "representation-learning"),
        ("Convergence of Fictitious Play in Zero-Sum Games", "games"),
        ("Mean Field Control with Common Noise", "mean-field-games"),
        ("Predictive Coding Networks Learn Like Backprop", "biologically-plausible-learning"),
        ("Membership Inference Attacks on Language Models", "safety-and-privacy"),
        ("Structural Causal Models for Off-Policy Evaluation", "causality"),
        ("State Space Models with Sliding-Window Attention", "efficient-models"),
        ("A Multimodal Vision Encoder for Documents", "vision-language"),
        ("Open-Weight Models and Their Training", "open-models"),
        ("Faithfulness in Abstractive Summarisation", "generation"),
        ("Actor-Critic Methods for Offline RL", "demonstrations-and-data"),
        ("Policy Gradients with Compatible Value Functions", "reinforcement-learning"),
    ],
)
def test_the_taxonomy_holds_for_papers_not_in_the_list(title: str, expected: str) -> None:
    assert expected in named(topics([paper("a", title)], TAXONOMY), "a")


@pytest.mark.parametrize(
    "title", ["Baking Bread at Home", "A Census of Galaxies", "Sorting in Linear Time", "The Scored Goals of a Season"]
)
def test_no_topic_catches_everything(title: str) -> None:
    assert named(topics([paper("a", title)], TAXONOMY), "a") == []


def test_a_passing_mention_gives_no_topic() -> None:
    abstract = "Unlike work on RLHF or differential privacy, or distillation, we sort. Summarization is out of scope."
    assert named(topics([paper("a", "Sorting", abstract)], TAXONOMY), "a") == []


def test_among_thousands_of_phrases_the_right_one_is_found() -> None:
    """What that costs: `python -m benchmarks topics`."""
    rules = [rule(f"t{i}", f"river {i} delta", f"delta {i} river") for i in range(4000)]
    subjects = topics([paper("a", "The River 1234 Delta and the River 12345 Delta"), paper("b", "Rivers 1234")], rules)
    assert named(subjects, "a") == ["t1234"]
    assert named(subjects, "b") == []


# --- notes of people


def noted(tags: tuple[str, ...] = (), put: tuple[str, ...] = ()) -> Note:
    file = "seeds/curated/notes/1.md"
    places = (("tags", Place(file, 4, 4)), ("topics", Place(file, 5, 5)))
    return Note("1", Place(file, 7, 7), "Ink, ink and rivers of ink.", tags=tags, topics=put, places=places)


def test_a_tag_is_worth_a_keyword_and_says_where_it_stands() -> None:
    found = topics([replace(paper("1"), remarks=(noted(("mean field games",)),))], [rule("games", "mean-field game")])
    assert [match.reasons for match in found.matches["1"]] == [
        ("tag “mean field games” in seeds/curated/notes/1.md:4",)
    ]


def test_a_note_puts_a_paper_into_a_topic_and_its_words_alone_do_not() -> None:
    found = topics([replace(paper("1"), remarks=(noted(put=("pens",)),))], [rule("ink", "ink"), rule("pens", "pen")])
    assert [(match.topic, match.reasons) for match in found.matches["1"]] == [("pens", ("seeds/curated/notes/1.md:5",))]
    assert found.questions == ()


def test_a_topic_of_a_note_that_is_not_there_is_a_problem_with_the_nearest() -> None:
    found = topics(
        [replace(paper("1"), remarks=(noted(put=("inks", "xyz")),))], [rule("ink", "ink"), rule("pens", "pen")]
    )
    assert [str(problem) for problem in found.problems] == [
        "seeds/curated/notes/1.md:5: there is no topic 'inks'; right would be: 'ink'",
        "seeds/curated/notes/1.md:5: there is no topic 'xyz'; right would be: one of ink, pens",
    ]


def test_two_people_who_contradict_each_other_are_told() -> None:
    found = topics([replace(paper("1"), remarks=(noted(put=("ink",)),))], [rule("ink", "ink", not_papers=("1",))])
    assert named(found, "1") == []
    assert [str(problem) for problem in found.problems] == [
        "seeds/curated/notes/1.md:5: seeds/curated/topics.yml:4 takes it out of 'ink'; right would be: one of the two"
    ]
