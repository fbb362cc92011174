"""Ids and citation keys stay with their papers, whatever happens to the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import permalinks
from papershelf.curated import Correction, Curated, TopicRule, Verdict
from papershelf.dedupe import dedupe
from papershelf.merge import merge
from papershelf.model import Paper, Permalink, Place, Record
from papershelf.permalinks import Assigned
from record_builder import record

DAY = date(2026, 11, 20)


def papers(*records: Record) -> tuple[Paper, ...]:
    """The papers of a list that holds `records`, each of which is a paper of its own."""
    return merge([c for one in records for c in dedupe([one]).clusters]).papers


def one_paper(*records: Record) -> tuple[Paper, ...]:
    """All of `records` as one paper."""
    (cluster,) = dedupe(records[:1]).clusters
    return merge([replace(cluster, members=records)]).papers


def lock(assigned: Assigned, day: date = DAY) -> tuple[Permalink, ...]:
    """What `papershelf lock` would write on `day`."""
    return permalinks.dated(assigned.permalinks, [paper.id for paper in assigned.papers], day)


def ids(assigned: Assigned) -> list[str]:
    return [paper.id for paper in assigned.papers]


DAM = record(1, title="Dams and their keepers", authors=["Ira Dam"], given_id="dam1999")
LAKE = record(
    2, title="Lakes are all you need", authors=["Aya Noor", "Ben Okafor"], arxiv="2103.01234", authors_complete=True
)


def test_a_new_paper_gets_its_natural_id_and_a_key_of_author_year_and_word() -> None:
    first = permalinks.assign(papers(DAM, LAKE), ())
    assert sorted((p.id, p.key) for p in first.papers) == [
        ("2103.01234", "noor-okafor-2021-lakes"),
        ("dams-and-their-keepers", "dam-etal-dams"),
    ]
    assert {p.first_seen for p in first.papers} == {None}
    assert [link.first_seen for link in lock(first)] == [DAY, DAY]


def test_a_changed_title_moves_nothing() -> None:
    locked = lock(permalinks.assign(papers(DAM, LAKE), ()))
    edited = record(7, title="Dams, weirs and their keepers", authors=["Ira Dam"], given_id="dam1999")
    again = permalinks.assign(papers(edited, replace(LAKE, title="Lakes are most of what you need")), locked)
    assert sorted(ids(again)) == ["2103.01234", "dams-and-their-keepers"]
    assert sorted(p.key for p in again.papers) == sorted(link.key for link in locked)
    assert again.papers[0].first_seen == DAY


def test_a_paper_that_gains_an_id_keeps_its_address_and_the_new_one_leads_to_it() -> None:
    locked = lock(permalinks.assign(papers(DAM), ()))
    found = record(9, arxiv="2401.00001", title="Dams and their keepers", authors=["Ira Dam"])
    (again,) = permalinks.assign(one_paper(DAM, found), locked).papers
    assert (again.id, again.aliases) == ("dams-and-their-keepers", ("2401.00001",))
    later = lock(permalinks.assign(one_paper(DAM, found), locked))
    (alone,) = permalinks.assign(papers(found), later).papers
    assert (alone.id, alone.aliases) == ("dams-and-their-keepers", ("2401.00001",))


def test_of_two_papers_that_turn_out_to_be_one_the_older_address_stays_and_the_other_leads_to_it() -> None:
    early = lock(permalinks.assign(papers(DAM), ()), date(2025, 1, 1))
    both = lock(permalinks.assign(papers(DAM, LAKE), early))
    merged = permalinks.assign(one_paper(DAM, LAKE), both)
    (paper,) = merged.papers
    assert paper.id == "dams-and-their-keepers"
    assert "2103.01234" in paper.aliases
    assert paper.former_keys == (next(link.key for link in both if link.id == "2103.01234"),)
    assert {link.id: link.merged_into for link in lock(merged)} == {
        "2103.01234": "dams-and-their-keepers",
        "dams-and-their-keepers": "",
    }


def test_a_merge_that_is_undone_gives_both_their_addresses_and_keys_back() -> None:
    both = lock(permalinks.assign(papers(DAM, LAKE), ()))
    merged = lock(permalinks.assign(one_paper(DAM, LAKE), both), date(2027, 1, 1))
    again = permalinks.assign(papers(DAM, LAKE), merged)
    assert {(p.id, p.key, p.first_seen) for p in again.papers} == {(link.id, link.key, DAY) for link in both}
    assert [link.merged_into for link in lock(again)] == ["", ""]


def test_a_paper_that_splits_leaves_the_address_with_the_surer_name() -> None:
    locked = lock(permalinks.assign(one_paper(LAKE, DAM), ()))
    apart = permalinks.assign(papers(DAM, LAKE), locked)
    assert {p.title: p.id for p in apart.papers} == {LAKE.title: "2103.01234", DAM.title: "dams-and-their-keepers"}


def test_a_removed_paper_is_missed_then_remembered_and_lives_again_when_it_comes_back() -> None:
    both = lock(permalinks.assign(papers(DAM, LAKE), ()))
    without = permalinks.assign(papers(LAKE), both)
    assert [link.id for link in without.missing] == ["dams-and-their-keepers"]
    assert [(gone.id, gone.title) for gone in without.gone] == [("dams-and-their-keepers", DAM.title)]
    later = lock(without, date(2027, 1, 1))
    remembered = permalinks.assign(papers(LAKE), later)
    assert remembered.missing == ()
    assert [gone.removed for gone in remembered.gone] == [date(2027, 1, 1)]
    back = permalinks.assign(papers(DAM, LAKE), later)
    assert back.gone == ()
    assert {link.removed for link in lock(back)} == {None}


def test_an_id_or_key_that_was_ever_issued_is_never_given_to_another_paper() -> None:
    locked = lock(permalinks.assign(papers(DAM), ()))
    other = record(5, title="Dams and their keepers", authors=["Vera Stone"], given_id="other")
    new = permalinks.assign(papers(other), locked)
    (paper,) = new.papers
    assert paper.id.startswith("dams-and-their-keepers-")
    assert paper.key == "stone-etal-dams"
    assert [gone.id for gone in new.gone] == ["dams-and-their-keepers"]


def test_only_the_newcomer_of_two_equal_keys_is_lengthened() -> None:
    first = lock(permalinks.assign(papers(LAKE), ()))
    namesake = replace(LAKE, arxiv="2104.05678", key="r-1111111111", title="Lakes in winter")
    both = permalinks.assign(papers(LAKE, namesake), first)
    keys = {p.arxiv: p.key for p in both.papers}
    assert keys["2103.01234"] == first[0].key
    assert keys["2104.05678"] == f"{first[0].key}-winter"


@settings(deadline=None)
@given(seed=st.integers(0, 1000))
def test_the_order_of_papers_and_promises_changes_nothing(seed: int) -> None:
    listed = papers(
        *(record(n, title=f"Paper {n % 5}", authors=[f"A{n} Name{n % 3}"], given_id=f"k{n}") for n in range(12))
    )
    locked = lock(permalinks.assign(listed[:8], ()))
    shuffled, links = list(listed), list(locked)
    Random(seed).shuffle(shuffled)
    Random(seed).shuffle(links)
    a, b = permalinks.assign(listed, locked), permalinks.assign(shuffled, links)
    assert sorted((p.id, p.key) for p in a.papers) == sorted((p.id, p.key) for p in b.papers)
    assert a.permalinks == b.permalinks


def test_the_file_comes_back_as_it_was_written(tmp_path: Path) -> None:
    both = lock(permalinks.assign(papers(DAM, LAKE), ()))
    odd = Permalink("x", "k", DAY, ("doi:10.1/\u2028\"'\\",), ("y",), "Ünïcode: - {a} # b", "2103.01234", DAY)
    file = tmp_path / permalinks.FILE
    file.parent.mkdir(parents=True)
    file.write_text(permalinks.text((*both, odd)), "utf-8")
    read = permalinks.read(tmp_path)
    assert set(read.permalinks) == {*both, odd}
    assert read.problems == ()
    # The same as plain YAML, as a person or another tool may leave it.
    file.write_text("- id: a\n  key: b\n  first_seen: 2026-11-20\n  names: [arXiv:2103.01234]\n", "utf-8")
    assert permalinks.read(tmp_path).permalinks == (Permalink("a", "b", DAY, ("arXiv:2103.01234",)),)


def test_a_wrong_line_is_reported_and_the_others_hold(tmp_path: Path) -> None:
    file = tmp_path / permalinks.FILE
    file.parent.mkdir(parents=True)
    file.write_text(
        '# comment\n- {"id": "a", "key": "b", "first_seen": "2026-11-20", "names": ["arXiv:1"]}\n'
        '- {"id": "a", "key": "c"}\n- {"id": "d", "key": "b"}\n- {"id": 5, "key": "e"}\n- {"key": "f"}\n'
        '- {"id": "g", "key": "g", "first_seen": "yesterday"}\n- {"id": "h", "key": "h", "colour": "red"}\n'
        '- {"id": "i", "key": "i", "merged_into": "nobody"}\n',
        "utf-8",
    )
    read = permalinks.read(tmp_path)
    assert [link.id for link in read.permalinks] == ["a", "i"]
    said = [(problem.place.first, problem.message) for problem in read.problems]
    assert said == [
        (3, "the id 'a' stands in line 2 already"),
        (4, "the key 'b' stands in line 2 already"),
        (5, "id is '5', no text"),
        (6, "an entry without id or key"),
        (7, "first_seen is 'yesterday', no day as 2026-11-20"),
        (8, "'colour' is no field; the fields are id, key, first_seen, names, aliases, title, merged_into, removed"),
        (9, "'i' was merged into 'nobody', which has no line here"),
    ]


def test_what_people_decided_about_an_address_or_a_key_follows_the_paper() -> None:
    both = lock(permalinks.assign(papers(DAM, LAKE), ()))
    key = next(link.key for link in both if link.id == "dams-and-their-keepers")
    here = Place("seeds/curated/x.yml")
    curated = Curated(
        verdicts=(Verdict(False, (key, "2103.01234"), here),),
        corrections=(Correction("papers/dams-and-their-keepers/", here, ()),),
        topics=(TopicRule("water", "Water", "", here, papers=("dams-and-their-keepers", "unknown")),),
    )
    followed = permalinks.follow(curated, both)
    assert followed.verdicts[0].refs == (DAM.key, "2103.01234")
    assert followed.corrections[0].ref == DAM.key
    assert followed.topics[0].papers == ("dams-and-their-keepers", "unknown")


def test_a_topic_names_a_paper_by_an_address_that_it_had_before() -> None:
    early = lock(permalinks.assign(papers(DAM), ()), date(2025, 1, 1))
    both = lock(permalinks.assign(papers(DAM, LAKE), early))
    merged = lock(permalinks.assign(one_paper(DAM, LAKE), both))
    topic = TopicRule("water", "Water", "", Place("seeds/curated/topics.yml"), papers=("2103.01234",))
    assert permalinks.follow(Curated(topics=(topic,)), merged).topics[0].papers == ("dams-and-their-keepers",)
