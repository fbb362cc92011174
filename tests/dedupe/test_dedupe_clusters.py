"""Groups of records: what joins three or more, what is refused, and what people decided."""

from __future__ import annotations

from papershelf.curated import Verdict
from papershelf.dedupe import Deduped, dedupe
from papershelf.dedupe.blocking import candidates
from papershelf.dedupe.facts import facts
from papershelf.model import Place, Record
from record_builder import locked, pair_cases, record

TEXTS = pair_cases()["texts"]
COMPRESS, LATER, AGENTS = TEXTS["compress"], TEXTS["compress-later"], TEXTS["agents"]
TITLE = "Sluice: Dropping Stored Keys without Loss"


def lines(decided: Deduped) -> set[frozenset[int]]:
    return {frozenset(one.place.first for one in cluster.members) for cluster in decided.clusters}


def groups(*members: set[int]) -> set[frozenset[int]]:
    return {frozenset(group) for group in members}


def verdict(same: bool, *refs: str, line: int = 1) -> Verdict:
    return Verdict(same, refs, Place("seeds/curated/decisions.yml", line, line), "they told me")


def test_the_lock_joins_a_record_that_has_only_an_id_with_one_that_has_only_a_title() -> None:
    records = [record(1, arxiv="2402.11111"), record(2, title=TITLE, authors=["Ada Moss"])]
    lock = [locked(1, arxiv="2402.11111", title=TITLE, authors=["Ada Moss", "Bo Lind"])]
    decided = dedupe(records, lock)
    (cluster,) = decided.clusters
    assert [one.place.first for one in cluster.members] == [1, 2]
    assert [one.arxiv for one in cluster.locked] == ["2402.11111"]
    assert {link.rule for link in cluster.links} == {"same arXiv id", "same title"}
    assert len(dedupe(records).clusters) == 2


def test_statements_of_two_sources_about_one_paper_stand_in_one_cluster() -> None:
    lock = [
        locked(1, arxiv="2402.11111", title=TITLE),
        locked(9, arxiv="2402.11111", doi="10.5555/12345", stated_by="Crossref"),
    ]
    (cluster,) = dedupe([record(1, arxiv="2402.11111")], lock).clusters
    assert [one.stated_by for one in cluster.locked] == ["public pages", "Crossref"]


def test_a_text_that_fits_two_papers_with_different_ids_equally_well_joins_neither_and_is_asked_about() -> None:
    records = [
        record(1, arxiv="2402.11111", created="2024-02-17", abstract=COMPRESS),
        record(2, arxiv="2402.11112", created="2024-02-17", abstract=COMPRESS),
        record(3, created="2024-02-17", abstract=COMPRESS),
    ]
    decided = dedupe(records)
    assert lines(decided) == groups({1}, {2}, {3})
    asked = {frozenset(place.first for place in question.places) for question in decided.questions}
    assert {frozenset({1, 3}), frozenset({2, 3})} <= asked


def test_a_text_that_fits_one_of_two_papers_better_joins_that_one() -> None:
    records = [
        record(1, arxiv="2402.11111", created="2024-02-17", abstract=COMPRESS),
        record(2, arxiv="2402.11112", created="2024-02-17", abstract=LATER),
        record(3, created="2024-02-17", abstract=COMPRESS),
    ]
    assert lines(dedupe(records)) == groups({1, 3}, {2})


def test_no_chain_joins_two_ids_through_a_record_that_has_none() -> None:
    records = [
        record(1, arxiv="2402.11111", abstract=COMPRESS),
        record(2, title=TITLE, authors=["Ada Moss"], abstract=COMPRESS),
        record(3, arxiv="2402.11112", title=TITLE, authors=["Ada Moss"]),
    ]
    assert all(len({one.arxiv for one in c.members if one.arxiv}) <= 1 for c in dedupe(records).clusters)


def test_what_contradicts_another_member_of_the_group_is_refused_with_the_reason() -> None:
    records = [
        record(1, title="A Theory of Toy Markets, Part I", authors=["Ada Moss"], arxiv="2402.11111"),
        record(2, arxiv="2402.11111", created="2024-02-17", abstract=COMPRESS),
        record(3, title="A Theory of Toy Markets, Part II", authors=["Ada Moss"], abstract=COMPRESS),
    ]
    decided = dedupe(records)
    assert lines(decided) == groups({1, 2}, {3})
    (question,) = decided.questions
    assert "the numbers in their titles differ" in question.reason


def test_a_verdict_same_joins_what_no_rule_would() -> None:
    records = [record(1, arxiv="2402.11111", abstract=COMPRESS), record(2, key="r-0123456789", abstract=AGENTS)]
    (cluster,) = dedupe(records, (), [verdict(True, "2402.11111", "r-0123456789", line=4)]).clusters
    (link,) = cluster.links
    assert (link.rule, link.evidence) == ("verdict", ("seeds/curated/decisions.yml:4", "they told me"))


def test_a_verdict_same_joins_even_two_arxiv_ids_with_all_their_records() -> None:
    records = [record(1, arxiv="2402.11111"), record(2, arxiv="2402.11112"), record(3, arxiv="2402.11112")]
    decided = dedupe(records, (), [verdict(True, "2402.11111", "2402.11112")])
    assert lines(decided) == groups({1, 2, 3})


def test_a_verdict_different_separates_what_a_rule_would_join_and_nobody_is_asked_again() -> None:
    records = [record(1, arxiv="2402.11111", abstract=COMPRESS), record(2, key="r-0123456789", abstract=COMPRESS)]
    decided = dedupe(records, (), [verdict(False, "2402.11111", "r-0123456789")])
    assert lines(decided) == groups({1}, {2})
    assert decided.questions == ()


def test_a_verdict_different_separates_even_records_with_one_arxiv_id() -> None:
    records = [record(1, arxiv="2402.11111", key="r-0123456789"), record(2, arxiv="2402.11111")]
    decided = dedupe(records, (), [verdict(False, "2402.11111", "r-0123456789")])
    assert lines(decided) == groups({1}, {2})
    assert decided.problems == ()


def test_a_verdict_different_holds_through_everything_that_is_joined_to_either_side() -> None:
    records = [
        record(1, key="r-0000000001", abstract=COMPRESS),
        record(2, abstract=COMPRESS),
        record(3, key="r-0000000003", abstract=COMPRESS),
    ]
    decided = dedupe(records, (), [verdict(False, "r-0000000001", "r-0000000003")])
    together = next(group for group in lines(decided) if 2 in group)
    assert not {1, 3} <= together


def test_of_contradicting_verdicts_the_one_that_separates_holds_and_the_other_is_a_problem() -> None:
    records: list[Record] = [record(n, key=f"r-000000000{n}", abstract=COMPRESS) for n in (1, 2, 3)]
    verdicts = [
        verdict(True, "r-0000000001", "r-0000000002", line=1),
        verdict(True, "r-0000000002", "r-0000000003", line=2),
        verdict(False, "r-0000000001", "r-0000000003", line=3),
    ]
    decided = dedupe(records, (), verdicts)
    assert lines(decided) == groups({1, 2}, {3})
    (problem,) = decided.problems
    assert (problem.place.first, problem.message) == (2, "contradicts a verdict `different`")


def test_a_reference_that_names_no_record_is_a_problem_and_the_rest_of_the_verdict_holds() -> None:
    records = [record(1, arxiv="2402.11111"), record(2, arxiv="2402.11112")]
    decided = dedupe(records, (), [verdict(True, "2402.11111", "2402.11112", "2402.99999", line=7)])
    assert lines(decided) == groups({1, 2})
    assert [str(p) for p in decided.problems] == [
        "seeds/curated/decisions.yml:7: '2402.99999' names no record; "
        "right would be: an arXiv id, a DOI or a record key of this list"
    ]


def test_one_id_over_two_texts_that_have_nothing_in_common_is_asked_about() -> None:
    records = [record(n, arxiv="2402.11111", abstract=text) for n, text in ((1, COMPRESS), (2, TEXTS["overview"]))]
    decided = dedupe(records)
    assert len(decided.clusters) == 1
    (question,) = decided.questions
    assert "both belong to arXiv:2402.11111" in question.ask
    assert question.answers[1] == f"- different: ['{records[0].key}', '{records[1].key}']"


def test_many_pairs_of_two_groups_make_one_question() -> None:
    records = [
        *(record(n, arxiv="2309.01234", abstract=TEXTS["overview"]) for n in (1, 2, 3)),
        *(record(n, doi="10.5555/1", abstract=TEXTS["overview"].replace("2023", "2024")) for n in (4, 5, 6)),
    ]
    decided = dedupe(records)
    assert lines(decided) == groups({1, 2, 3}, {4, 5, 6})
    (question,) = decided.questions
    assert question.answers[0] == "- same: ['2309.01234', '10.5555/1']"


def test_records_that_share_a_day_and_a_phrase_are_not_all_compared_with_each_other() -> None:
    texts = [f"{AGENTS[:200]} Case {n} {' '.join(f'w{n}x{i}' for i in range(60))}." for n in range(1500)]
    records = [record(n + 1, created="2024-02-17", abstract=text) for n, text in enumerate(texts)]
    compared = candidates([facts(n, one) for n, one in enumerate(records)])
    assert len(compared) < 20 * len(records)


def test_megabytes_of_text_are_decided_like_any_other() -> None:
    title, text = "Long " * 200_000, " ".join(f"word{n}" for n in range(150_000))
    records = [
        record(1, title=title, authors=["Ada Moss"], abstract=text),
        record(2, title=title.lower(), authors=["Ada Moss"], abstract=text.upper()),
        record(3, title="Short " * 200_000, authors=["Ada Moss"], abstract=f"{AGENTS} {text}"),
    ]
    assert lines(dedupe(records)) == groups({1, 2}, {3})


def test_only_equal_abstracts_are_said_to_be_100_percent_alike() -> None:
    one = record(1, abstract=COMPRESS, created="2024-02-17")
    other = record(2, abstract=COMPRESS.replace("two hours", "two  hour's"), created="2024-02-17")
    (cluster,) = dedupe([one, other]).clusters
    assert [link.evidence for link in cluster.links] == [("both submitted 2024-02-17", "abstracts 99 % alike")]


def test_a_doubt_says_what_is_wrong_with_abstracts_of_one_pattern() -> None:
    collider = TEXTS["collider"]
    one = record(1, arxiv="2403.22222", abstract=collider, created="2024-03-05")
    other = record(2, abstract=collider.replace("13 TeV", "8 TeV"), created="2024-03-05")
    (question,) = dedupe([one, other]).questions
    assert question.reason == (
        "both submitted 2024-03-05; abstracts 99 % alike; "
        "but their abstracts differ by words put in the place of others"
    )
