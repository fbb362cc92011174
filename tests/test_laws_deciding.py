"""Laws of deciding and merging, with records of all shapes: of a few ids, titles and texts, so that they meet often."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf.curated import Correction, Verdict
from papershelf.dedupe import Deduped, dedupe
from papershelf.merge import merge
from papershelf.model import Paper, Place, Publication, Record
from papershelf.text import one_line
from record_builder import locked, pair_cases, record

TEXTS = [" ".join(text.split()) for text in pair_cases()["texts"].values()]
IDS = ["2402.11111", "2402.11112", "2403.22222", "cs/0112017"]
DOIS = ["10.5555/1", "10.5555/2", "10.48550/arxiv.2402.11111"]
TITLES = [
    "Dropping Stored Keys without Loss", "Dropping Stored Keys Without Loss", "A Theory of Toy Markets, Part I",
    "A Theory of Toy Markets, Part II", "Overview of the Review Detection Task 2023", "Editorial", "$N$-player games",
]  # fmt: skip
NAMES = ["Ada Moss", "Bo Lind", "Moss, Ada", "Cho Min", "Sluice Team"]
KEYS = [f"r-{n:010x}" for n in range(4)]


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


edited = st.builds(
    lambda text, old, new, cut: text.replace(old, new)[: cut or None],
    st.sampled_from(TEXTS),
    st.sampled_from(["2023", "the", "Sluice", "Arabic", "27"]),
    st.sampled_from(["2024", "a", "Weir", "German", "28"]),
    st.sampled_from([0, 0, 0, 150, 320]),
)
days = st.integers(0, 40).map(lambda n: date(2024, 2, 1) + timedelta(days=n))
names = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
published = st.builds(
    Publication,
    st.sampled_from(["ICML", "ACL", "ACL Record", "arXiv preprint arXiv:2402.11111", ""]),
    st.sampled_from([2023, 2024]),
    volume=st.sampled_from([None, "1", "1)", "2"]),
    first_page=st.sampled_from([None, "11", "S11"]),
    last_page=st.sampled_from([None, "9", "20"]),
)


@st.composite
def records(draw: st.DrawFn, most: int = 7) -> list[Record]:
    """Records of three papers, mostly: each states some of what is true of its paper, and sometimes something else."""

    def of(paper: int, values: list[object], other: st.SearchStrategy[object]) -> object:
        kind = draw(st.integers(0, 9))
        return values[paper] if kind < 6 else None if kind < 9 else draw(other)

    found = []
    for line in range(1, draw(st.integers(0, most)) + 1):
        paper = draw(st.integers(0, 2))
        one = record(
            line,
            draw(st.sampled_from(["seeds/sources/a.txt", "seeds/sources/b.txt"])),
            key=KEYS[line % 4],
            arxiv=of(paper, [IDS[0], IDS[1], None], st.sampled_from(IDS)),
            doi=of(paper, [DOIS[2], None, DOIS[0]], st.sampled_from(DOIS)),
            title=of(paper, [TITLES[0], TITLES[2], TITLES[3]], st.sampled_from(TITLES)),
            authors=of(paper, [("Ada Moss", "Bo Lind"), ("Ada Moss",), ("Ada Moss",)], names) or (),
            authors_complete=draw(st.booleans()),
            abstract=of(paper, [TEXTS[4], TEXTS[5], TEXTS[5]], edited),
            created=of(paper, [date(2024, 2, 17)] * 3, days),
            updated=draw(maybe(days)),
            category=draw(maybe(st.sampled_from(["CL", "CV", "cs.LG", "AP", "nonsense"]))),
            publication=draw(maybe(published)),
            comments=draw(st.sampled_from([(), ("11 pages",), ("ACL 2023", "11 pages")])),
        )
        found.append(one)
    return found


@st.composite
def lock(draw: st.DrawFn) -> list[Record]:
    chosen = draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True))
    return [
        locked(10 * n + 1, arxiv=ident, title=draw(maybe(st.sampled_from(TITLES))), authors=draw(names))
        for n, ident in enumerate(chosen)
    ]


refs = st.lists(st.sampled_from([*IDS[:2], DOIS[0], *KEYS]), min_size=2, max_size=3, unique=True).map(tuple)
lines = st.integers(1, 9).map(lambda n: Place("seeds/curated/decisions.yml", n, n))
verdicts = st.lists(st.builds(Verdict, st.booleans(), refs, lines), max_size=2, unique_by=lambda v: v.place)
many = settings(max_examples=80, deadline=None)


def named(ref: str, everything: list[Record]) -> set[Place]:
    """Places of the records that `ref` names."""
    return {one.place for one in everything if ref in (one.arxiv, one.doi, one.key) or _by_doi(one) == ref}


def _by_doi(one: Record) -> str | None:
    """The arXiv id of a record that has only arXiv's DOI."""
    return "2402.11111" if not one.arxiv and one.doi == DOIS[2] else None


def home(decided: Deduped) -> dict[Place, int]:
    """Place of a record -> number of its cluster."""
    return {one.place: n for n, c in enumerate(decided.clusters) for one in (*c.members, *c.locked)}


@many
@given(records(), lock(), verdicts)
def test_each_record_of_the_sources_is_in_exactly_one_cluster(
    found: list[Record], known: list[Record], said: list[Verdict]
) -> None:
    decided = dedupe(found, known, said)
    members = [one for cluster in decided.clusters for one in cluster.members]
    assert sorted(members, key=lambda r: r.place) == sorted(found, key=lambda r: r.place)
    assert all(cluster.members for cluster in decided.clusters)


@many
@given(records(), lock(), verdicts, st.randoms(use_true_random=False))
def test_the_order_of_input_is_irrelevant(
    found: list[Record], known: list[Record], said: list[Verdict], chance: Random
) -> None:
    first = dedupe(found, known, said)
    papers = merge(first.clusters)
    for some in (found, known, said):
        chance.shuffle(some)
    second = dedupe(found, known, said)
    assert second == first
    clusters = list(second.clusters)
    chance.shuffle(clusters)
    assert merge(clusters) == papers


@many
@given(records(), lock())
def test_no_cluster_has_two_arxiv_ids_or_two_dois_unless_a_person_said_so(
    found: list[Record], known: list[Record]
) -> None:
    for cluster in dedupe(found, known).clusters:
        everybody = (*cluster.members, *cluster.locked)
        assert len({ident for one in everybody if (ident := one.arxiv or _by_doi(one))}) <= 1
        assert len({one.doi for one in everybody if one.doi and one.doi != DOIS[2]}) <= 1


@many
@given(records(), lock(), verdicts)
def test_verdicts_that_agree_are_honoured(found: list[Record], known: list[Record], said: list[Verdict]) -> None:
    decided = dedupe(found, known, said)
    refused = {problem.place for problem in decided.problems}
    everything = [*found, *known]
    homes = home(decided)
    for verdict in said:
        if verdict.place in refused:
            continue
        groups = [named(ref, everything) for ref in verdict.refs]
        if verdict.same:
            kept = {homes[place] for group in groups for place in group if place in homes}
            assert len(kept) <= 1
        else:
            for i, group in enumerate(groups):
                for other in groups[i + 1 :]:
                    both = group & other  # of one record, the narrower of the two names counts
                    mine, theirs = group - both, other - both
                    assert not {homes.get(p, -1) for p in mine} & {homes.get(p, -2) for p in theirs}


@many
@given(records(), lock(), verdicts)
def test_deciding_what_is_decided_changes_nothing(
    found: list[Record], known: list[Record], said: list[Verdict]
) -> None:
    first = dedupe(found, known, said)
    members = [one for cluster in first.clusters for one in cluster.members]
    # Lock entries that belong to no paper were left out; a verdict may still name them, and a record that fits one of
    # them as well as another paper was joined with neither, but asked about.
    kept = known if said or first.questions else [one for cluster in first.clusters for one in cluster.locked]
    assert dedupe(members, kept, said).clusters == first.clusters


@many
@given(records(), lock(), verdicts)
def test_every_paper_has_an_address_of_its_own_that_is_fit_for_a_file_name(
    found: list[Record], known: list[Record], said: list[Verdict]
) -> None:
    papers = merge(dedupe(found, known, said).clusters).papers
    ids = [paper.id.lower() for paper in papers]
    assert len(set(ids)) == len(ids)
    assert all(ident and len(ident) <= 120 and not set(ident) & set('/\\:*?"<>| ') for ident in ids)
    assert sorted(one.place for paper in papers for one in paper.members) == sorted(one.place for one in found)


@many
@given(records(), lock())
def test_merging_chooses_and_never_invents(found: list[Record], known: list[Record]) -> None:
    said_of = {}
    for cluster in dedupe(found, known).clusters:
        for one in cluster.members:
            said_of[one.place] = [*cluster.members, *cluster.locked]
    for paper in merge(dedupe(found, known).clusters).papers:
        said = said_of[paper.members[0].place]
        for mine, theirs in (("submitted", "created"), ("updated", "updated"), ("publication", "publication")):
            assert getattr(paper, mine) in {None, *(getattr(one, theirs) for one in said)}
        assert paper.authors in {(), *(one.authors for one in said)}
        assert paper.title in {None, *(one_line(one.title) for one in said if one.title)}
        texts = {one_line(one.abstract) for one in said if one.abstract}
        assert {paper.abstract, *(earlier.text for earlier in paper.earlier_abstracts)} - {None} == texts
        for source in paper.provenance:
            assert source.taken not in source.others


@many
@given(records(most=4), st.sampled_from(TITLES), names.filter(bool), days)
def test_what_a_person_corrects_is_what_is_shown(
    found: list[Record], title: str, who: tuple[str, ...], day: date
) -> None:
    for paper in merge(dedupe(found).clusters).papers:
        place = Place("seeds/curated/corrections.yml", 3, 3)
        key = paper.members[0].key
        said = Correction(key, place, (), title=title, authors=who, submitted=day)
        merged = merge(dedupe(found).clusters, [said])
        same_key = [p for p in merged.papers if key in {one.key for one in p.members}]
        if len(same_key) == 1:
            (shown,) = same_key
            assert (shown.title, shown.authors, shown.submitted) == (one_line(title), who, day)
            assert shown.authors_complete
        else:
            assert [problem.place for problem in merged.problems if problem.place == place] == [place]


def test_every_field_that_a_person_can_correct_is_one_of_a_paper() -> None:
    of_paper = {field.name for field in fields_of(Paper)}
    of_correction = {field.name for field in fields_of(Correction)} - {"ref", "place", "places", "note"}
    assert of_correction <= of_paper
