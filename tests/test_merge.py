"""Merging: which value is taken, from whom, and what is kept beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from papershelf import locked as lock_file
from papershelf.curated import Correction
from papershelf.dedupe import dedupe
from papershelf.merge import Merged, merge
from papershelf.model import Claim, Cluster, EarlierAbstract, Paper, Place, Provenance, Publication, Record
from record_builder import locked, record, seed_records

ROOT = Path(__file__).parent.parent


def one(*records: Record, lock: tuple[Record, ...] = (), said: list[Correction] | None = None) -> Paper:
    """The paper that these records are about."""
    merged = merge([Cluster(tuple(records), tuple(lock))], said or [])
    assert merged.problems == ()
    assert merged.questions == ()
    (paper,) = merged.papers
    return paper


def correction(ref: str, line: int = 1, **fields: Any) -> Correction:
    place = Place("seeds/curated/corrections.yml", line, line)
    return Correction(ref, place, tuple((name, place) for name in fields), **fields)


def source(paper: Paper, field: str) -> Provenance:
    (found,) = (p for p in paper.provenance if p.field == field)
    return found


# Who is believed


def test_a_person_is_believed_before_the_lock_and_the_lock_before_the_lists() -> None:
    paper = one(
        record(3, title="A title in a list", key="r-0123456789"),
        lock=(locked(7, arxiv="2402.11111", title="A title looked up"),),
        said=[correction("r-0123456789", 5, title="The right title")],
    )
    assert paper.title == "The right title"
    assert source(paper, "title") == Provenance(
        "title",
        Claim("The right title", "person", "seeds/curated/corrections.yml:5"),
        (
            Claim("A title looked up", "locked", "seeds/locked/metadata.yml:7 (public pages, 2026-11-20)"),
            Claim("A title in a list", "source", "seeds/sources/a.txt:3"),
        ),
        "a person's word beats looked-up metadata",
    )


def test_of_two_look_ups_the_later_one_is_believed() -> None:
    paper = one(
        record(arxiv="2402.11111"),
        lock=(
            locked(1, arxiv="2402.11111", title="Looked up first", stated_on="2026-01-01"),
            locked(9, arxiv="2402.11111", title="Looked up later", stated_on="2026-02-01", stated_by="arXiv"),
        ),
    )
    assert paper.title == "Looked up later"
    assert source(paper, "title").taken.source == "seeds/locked/metadata.yml:9 (arXiv, 2026-02-01)"


def test_where_all_agree_no_rule_is_named_and_nothing_stands_beside() -> None:
    paper = one(record(1, title="A  title"), record(2, title="A title"))
    assert paper.title == "A title"
    assert source(paper, "title") == Provenance("title", Claim("A title", "source", "seeds/sources/a.txt:1"))


def test_what_nobody_states_stays_unknown() -> None:
    paper = one(record(1, arxiv="2208.10138"))
    assert (paper.title, paper.authors, paper.authors_complete, paper.abstract) == (None, (), False, None)
    assert (paper.primary_category, paper.categories, paper.submitted, paper.updated) == (None, (), None, None)
    assert (paper.publication, paper.doi, paper.comments, paper.page_count, paper.code) == (None, None, (), None, ())
    assert [p.field for p in paper.provenance] == ["arxiv"]


# Titles and authors


def test_other_titles_are_kept_as_earlier_ones_each_once() -> None:
    paper = one(
        record(1, title="Learning, in Crowds"),
        record(2, title="learning in crowds"),
        record(3, title="Crowds Learn"),
        lock=(locked(1, arxiv="2402.11111", title="How Crowds Learn", earlier_titles=["Crowds  learn"]),),
    )
    assert (paper.title, paper.earlier_titles) == ("How Crowds Learn", ("Crowds learn", "Learning, in Crowds"))


def test_a_title_that_a_person_corrected_is_no_earlier_title() -> None:
    paper = one(record(1, title="Teh Title", key="r-0123456789"), said=[correction("r-0123456789", title="The Title")])
    assert paper.earlier_titles == ()


def test_a_title_that_its_own_text_settles_comes_before_one_that_another_record_settled() -> None:
    paper = one(
        record(1, title="Cut with help", settled_by="record seeds/sources/b.txt:4"),
        record(2, title="Cut by itself", settled_by="text"),
    )
    assert paper.title == "Cut by itself"


def test_a_complete_author_list_beats_an_incomplete_one_even_of_the_lock() -> None:
    paper = one(
        record(1, authors=["Ada Moss", "Bo Lind"], authors_complete=True),
        record(2, authors=["Ada Moss", "Bo Lind", "Cho Min"]),
        lock=(locked(1, arxiv="2402.11111", authors=["Ada Moss"]),),
    )
    assert (paper.authors, paper.authors_complete) == (("Ada Moss", "Bo Lind"), True)
    assert [claim.value for claim in source(paper, "authors").others] == ["Ada Moss; Bo Lind; Cho Min"]


def test_of_incomplete_author_lists_of_lists_the_longest_is_taken() -> None:
    paper = one(record(1, authors=["Ada Moss"]), record(2, authors=["Ada Moss", "Bo Lind"]))
    assert (paper.authors, paper.authors_complete) == (("Ada Moss", "Bo Lind"), False)
    assert source(paper, "authors").others == ()  # the beginning of a list contradicts nothing


def test_another_spelling_of_an_author_is_kept_beside() -> None:
    paper = one(
        record(1, authors=["Alexandre Rame"]),
        lock=(locked(1, arxiv="2402.11111", authors=["Alexandre Ramé", "Ada Moss"], authors_complete=True),),
    )
    assert paper.authors == ("Alexandre Ramé", "Ada Moss")
    assert [claim.value for claim in source(paper, "authors").others] == ["Alexandre Rame"]


def test_a_person_who_lists_authors_lists_all_unless_they_say_otherwise() -> None:
    known = record(1, authors=["Ada Moss"], key="r-0123456789")
    assert one(known, said=[correction("r-0123456789", authors=("Bo Lind",))]).authors_complete
    said = [correction("r-0123456789", authors=("Bo Lind",), authors_complete=False)]
    assert not one(known, said=said).authors_complete


# Abstracts


FIRST, LATER = "We introduce a thing.", "We introduce a thing, and a bound."


def test_the_abstract_of_the_latest_version_is_shown_and_the_others_are_kept() -> None:
    paper = one(
        record(1, arxiv="2402.11111", created="2024-02-17", updated="2024-05-01", abstract=LATER),
        record(2, arxiv="2402.11111", created="2024-02-17", updated="2024-03-01", abstract=FIRST),
        record(3, arxiv="2402.11111", created="2024-02-17", updated="2024-03-01", abstract=f" {FIRST}\n"),
    )
    assert paper.abstract == LATER
    assert paper.earlier_abstracts == (EarlierAbstract(FIRST, ("seeds/sources/a.txt:2", "seeds/sources/a.txt:3")),)
    assert source(paper, "abstract").rule == "the abstract of the latest version known"


def test_an_entry_with_a_day_of_submission_only_shows_the_first_version() -> None:
    paper = one(
        record(1, arxiv="2402.11111", created="2024-02-17", abstract="We introduce a thing at length, as at first."),
        record(2, title="A thing", created="2024-02-17", abstract=LATER),
    )
    assert paper.abstract == LATER


def test_of_abstracts_of_unknown_version_the_one_that_most_lists_have_is_shown() -> None:
    paper = one(
        record(1, abstract="We introduce a thing, and much more than that."),
        record(2, abstract=FIRST),
        record(3, abstract=FIRST),
    )
    assert paper.abstract == FIRST


def test_an_abstract_that_was_cut_off_is_not_shown_where_there_is_another() -> None:
    paper = one(record(1, abstract="We introduce a thing that nobody has ever seen…"), record(2, abstract=FIRST))
    assert paper.abstract == FIRST


# Ids, dates, places


def test_the_earliest_day_is_the_submission_and_the_latest_update_is_shown() -> None:
    paper = one(
        record(1, arxiv="2507.05201", created="2025-07-08", updated="2025-07-09"),
        record(2, arxiv="2507.05201", created="2025-07-07", updated="2025-07-14"),
        lock=(locked(1, arxiv="2507.05201", updated="2025-07-12"),),
    )
    assert (paper.submitted, paper.updated) == (date(2025, 7, 7), date(2025, 7, 14))
    updated = source(paper, "updated")
    assert [claim.value for claim in updated.others] == ["2025-07-12", "2025-07-09"]
    assert updated.rule == "the latest day stated; each is true of a version"


def test_an_update_on_the_day_of_submission_is_none() -> None:
    assert one(record(1, created="2025-07-07", updated="2025-07-07")).updated is None


@pytest.mark.parametrize(
    ("fields", "order", "told_by"),
    [
        ({"created": "2023-05-31", "arxiv": "2306.00186"}, (2023, 5, 31), "submitted"),
        ({"arxiv": "2110.11943"}, (2021, 10, 0), "arXiv id"),
        ({"arxiv": "hep-th/9711200"}, (1997, 11, 0), "arXiv id"),
        ({"publication": Publication("ICML", 2021)}, (2021, 0, 0), "publication"),
        ({"publication": Publication("ICML")}, (0, 0, 0), ""),
    ],
)
def test_papers_are_ordered_by_the_best_date_known(
    fields: dict[str, Any], order: tuple[int, int, int], told_by: str
) -> None:
    paper = one(record(1, **fields))
    assert (paper.order, paper.order_source) == (order, told_by)


def test_the_place_of_publication_comes_from_one_statement_the_most_detailed() -> None:
    paper = one(
        record(1, publication=Publication("ICML", 2024)),
        record(2, publication=Publication("Proceedings of ICML", 2024, "PMLR 235")),
    )
    assert paper.publication == Publication("Proceedings of ICML", 2024, "PMLR 235")
    assert [claim.value for claim in source(paper, "publication").others] == ["ICML 2024"]


def test_a_place_of_publication_that_says_less_contradicts_nothing() -> None:
    paper = one(
        record(1, publication=Publication("ACL", 2023)),
        lock=(locked(1, arxiv="2306.00186", publication=Publication("ACL", 2023, "Long Papers", "6252", "6272")),),
    )
    assert source(paper, "publication").taken.value == "ACL 2023, Long Papers, pages 6252-6272"
    assert source(paper, "publication").others == ()


def test_a_doi_of_arxiv_is_the_arxiv_id_and_no_doi() -> None:
    paper = one(record(1, doi="10.48550/arXiv.2402.11111"), record(2, doi="10.5555/a_b"))
    assert (paper.id, paper.arxiv, paper.doi) == ("2402.11111", "2402.11111", "10.5555/a_b")


def test_comments_and_page_count_come_from_one_statement() -> None:
    paper = one(
        record(1, arxiv="2402.04792", created="2024-02-07", comments=["18 pages, 8 figures"], page_count=18),
        lock=(locked(1, arxiv="2402.04792", comments=["20 pages, 9 figures"], page_count=20),),
    )
    assert (paper.comments, paper.page_count) == (("20 pages, 9 figures",), 20)
    assert source(paper, "comments").others[0].value == "18 pages, 8 figures"


def test_addresses_of_code_and_affiliations_are_gathered_from_all() -> None:
    paper = one(
        record(2, code=["https://example.org/b"], affiliations=["mit"]),
        record(1, code=["https://example.org/a", "https://example.org/b"], affiliations=["deepmind", "mit"]),
    )
    assert paper.code == ("https://example.org/a", "https://example.org/b")
    assert paper.affiliations == ("deepmind", "mit")


def test_a_person_s_address_of_code_replaces_all_others() -> None:
    known = record(1, code=["https://example.org/a"], key="r-0123456789")
    assert one(known, said=[correction("r-0123456789", code=("https://example.org/new",))]).code == (
        "https://example.org/new",
    )


# What bibliographies say besides


def test_family_names_are_those_of_the_record_whose_authors_are_taken() -> None:
    paper = one(
        record(1, authors=["Hado van Hasselt"], families=["van Hasselt"], authors_complete=False),
        record(2, authors=["Hado van Hasselt", "Bo Lind"], families=["van Hasselt", "Lind"], authors_complete=True),
    )
    assert paper.families == ("van Hasselt", "Lind")
    said = [correction("r-0123456789", authors=("Hado van Hasselt",))]
    assert one(record(1, authors=["A"], families=["A"], key="r-0123456789"), said=said).families == ()


def test_names_in_full_are_taken_before_initials_and_then_names_that_are_set_apart() -> None:
    paper = one(
        record(1, authors=["H. van Hasselt", "J-B Lind"], families=["van Hasselt", "Lind"], authors_complete=True),
        record(2, authors=["Hado van Hasselt", "Jean-Bo Lind"], authors_complete=True),
        record(
            3, authors=["Hado van Hasselt", "Jean-Bo Lind"], families=["van Hasselt", "Lind"], authors_complete=True
        ),
    )
    assert (paper.authors, paper.families) == (("Hado van Hasselt", "Jean-Bo Lind"), ("van Hasselt", "Lind"))
    assert source(paper, "authors").taken.source == "seeds/sources/a.txt:3"


def test_keywords_are_gathered_each_once_in_the_order_of_places() -> None:
    paper = one(
        record(9, keywords=["reinforcement-learning", "Ink"]),
        record(2, keywords=["Reinforcement Learning", "  Schrödinger bridges ", ""]),
        record(5, keywords=["Schrodinger Bridges"]),
    )
    assert paper.keywords == ("Reinforcement Learning", "Schrödinger bridges", "Ink")
    said = [(p.taken.value, p.taken.source) for p in paper.provenance if p.field == "keywords"]
    assert said == [
        ("Reinforcement Learning; Schrödinger bridges", "seeds/sources/a.txt:2"),
        ("Ink", "seeds/sources/a.txt:9"),
    ]


def test_notes_are_kept_with_their_source_and_the_same_words_once() -> None:
    paper = one(record(1, notes=["read  it", " "]), record(2, path="seeds/sources/b.bib", notes=["read it", "second"]))
    assert paper.notes == (("read  it", "seeds/sources/a.txt:1"), ("second", "seeds/sources/b.bib:2"))


def test_collections_and_addresses_are_gathered_and_an_address_of_code_stands_once() -> None:
    paper = one(
        record(1, collections=["Agents / Memory"], addresses=["http://www.example.org/a/"]),
        record(2, collections=["To read", "Agents / Memory"], addresses=["https://example.org/a", "https://x.org/c"]),
        record(3, code=["https://x.org/c"]),
    )
    assert paper.collections == ("Agents / Memory", "To read")
    assert (paper.addresses, paper.code) == (("http://www.example.org/a/",), ("https://x.org/c",))


def test_of_two_ids_of_one_catalogue_the_one_of_the_cited_record_is_taken_and_the_other_kept_beside() -> None:
    paper = one(
        record(1, other_ids=[("pmid", "111"), ("isbn", "1")]),
        record(
            2, other_ids=[("pmid", "222"), ("acl", "2023.x-1.1"), ("isbn", "2")], publication=Publication("ACL", 2023)
        ),
    )
    assert paper.other_ids == (("acl", "2023.x-1.1"), ("isbn", "2"), ("isbn", "1"), ("pmid", "222"))
    assert [claim.value for claim in source(paper, "pmid").others] == ["111"]
    assert source(paper, "isbn").others == ()  # a book has several


def test_a_language_is_kept_as_it_is_written() -> None:
    paper = one(record(1, language="German"), record(2, language="de"))
    assert paper.language == "German"
    assert [claim.value for claim in source(paper, "language").others] == ["de"]


def test_a_licence_is_the_papers_where_all_agree_who_state_one_that_is_known() -> None:
    address = "http://creativecommons.org/licenses/by/4.0/"
    paper = one(record(1, licence="© 2020"), record(2, licence="CC-BY-4.0"), record(3, licence=address), record(4))
    assert paper.licence == "CC BY 4.0"
    assert source(paper, "licence").taken.value == "CC-BY-4.0"
    assert one(record(1, licence="CC-BY-4.0"), record(2, licence="CC-BY-SA-4.0")).licence == ""
    assert one(record(1, licence="© 2020")).licence == ""


def test_the_title_of_the_cited_form_is_taken_before_that_of_a_preprint() -> None:
    paper = one(
        record(1, arxiv="2004.14646", title="Rivers"),
        record(2, title="Rivers of Ink", publication=Publication("ICML", 2021)),
    )
    assert (paper.title, paper.earlier_titles) == ("Rivers of Ink", ("Rivers",))


def test_an_article_is_cited_and_not_the_abstract_ahead_of_it_in_the_same_volume() -> None:
    abstract = Publication("Journal of Rivers", 2010, volume="25", number="9", first_page="1875")
    article = Publication("Journal of Rivers", 2010, volume="25", number="12", first_page="2539", last_page="2542")
    for order in ((abstract, article), (article, abstract)):
        paper = one(*(record(n, title="Rivers of Ink", publication=each) for n, each in enumerate(order, 1)))
        assert paper.publication == article


# Categories


def test_a_bare_code_of_one_archive_needs_no_inference() -> None:
    paper = one(record(1, category="CL"))
    assert (paper.primary_category, paper.category_inferred, paper.categories) == ("cs.CL", False, ("cs.CL",))


def test_a_bare_code_of_several_archives_is_inferred_to_be_of_computer_science() -> None:
    paper = one(record(1, category="CV"))
    assert (paper.primary_category, paper.category_inferred) == ("cs.CV", True)
    assert source(paper, "primary_category").taken.origin == "inferred"


def test_the_lock_says_what_a_bare_code_means() -> None:
    paper = one(record(1, category="CV"), lock=(locked(1, arxiv="2402.11111", category="math.CV"),))
    assert (paper.primary_category, paper.category_inferred) == ("math.CV", False)


def test_a_list_of_full_categories_says_what_a_bare_code_means() -> None:
    paper = one(record(1, category="ST"), record(2, categories=["math.ST", "stat.TH"]))
    assert (paper.primary_category, paper.categories) == ("math.ST", ("math.ST", "stat.TH"))
    assert not paper.category_inferred


def test_a_code_that_nothing_decides_is_asked_about() -> None:
    merged = merge([Cluster((record(4, title="On means", category="AP", arxiv="2402.11111"),))])
    (paper,) = merged.papers
    assert (paper.primary_category, paper.categories) == (None, ())
    (question,) = merged.questions
    assert (question.kind, question.file) == ("category", "seeds/curated/corrections.yml")
    assert question.answers == (
        "'2402.11111':\n  primary_category: math.AP",
        "'2402.11111':\n  primary_category: stat.AP",
    )


def test_a_person_s_answer_settles_the_category_and_nobody_is_asked_again() -> None:
    known = record(4, title="On means", category="AP", arxiv="2402.11111")
    paper = one(known, said=[correction("2402.11111", primary_category="stat.AP")])
    assert (paper.primary_category, paper.categories) == ("stat.AP", ("stat.AP",))


def test_a_code_that_is_no_category_is_a_problem() -> None:
    (problem,) = merge([Cluster((record(4, category="QQ"),))]).problems
    assert str(problem) == "seeds/sources/a.txt:4: 'QQ' is no arXiv category; right would be: a category as cs.CL"


# Names of papers


def test_a_paper_without_any_id_is_addressed_by_its_title() -> None:
    assert one(record(1, title="Gemma 3 — Techniçal Report")).id == "gemma-3-technical-report"


def test_a_paper_without_a_title_is_called_by_its_heading_or_first_words_and_addressed_by_them() -> None:
    heading = one(record(1, heading="A title glued toAda Moss", abstract=FIRST))
    assert (heading.label, heading.id, heading.title) == ("A title glued toAda Moss", "a-title-glued-toada-moss", None)
    words = one(record(1, abstract="One two three four five six seven eight nine ten eleven."))
    assert words.label == "“One two three four five six seven eight nine ten…”"
    assert words.id == "one-two-three-four-five-six-seven-eight-nine-ten"


def test_papers_that_would_have_one_address_get_two_whatever_the_order() -> None:
    a, b = record(1, title="Same", key="r-000000000b"), record(2, title="Same", key="r-000000000a")
    merged = [merge([Cluster((x,)), Cluster((y,))]).papers for x, y in ((a, b), (b, a))]
    assert merged[0] == merged[1]
    by_line = {paper.members[0].place.first: paper.id for paper in merged[0]}
    assert by_line[1] == "same"
    assert by_line[2].startswith("same-")


def test_a_record_that_comes_to_a_paper_moves_no_page() -> None:
    a, b = record(1, title="Editorial", key="r-000000000b"), record(2, title="Editorial", key="r-000000000c")
    before = {paper.members[0].key: paper.id for paper in merge([Cluster((a,)), Cluster((b,))]).papers}
    came = record(
        3, title="Editorial: On ink", key="r-000000000a", publication=Publication("Ink", 2020), updated="2020-02-02"
    )
    for clusters in ([Cluster((a, came)), Cluster((b,))], [Cluster((a,)), Cluster((b, came))]):
        after = {paper.members[0].key: paper.id for paper in merge(clusters).papers}
        assert after == before


def test_an_address_by_a_doi_stays_when_a_record_brings_another_doi() -> None:
    posted = record(1, title="T", doi="10.5555/zz", publication=Publication("Ink", 2020))
    later = record(
        2, title="T", doi="10.5555/aa", publication=Publication("Annals of Ink", 2021), type="article-journal"
    )
    assert one(posted).id == one(posted, later).id == "doi-10.5555-zz"


def test_20_000_papers_have_20_000_addresses_whatever_they_are_called() -> None:
    titles = ("Editorial", "Introduction", "editorial", "", "Ink", "ink!", "第", "index", "x" * 200, "x" * 201)
    clusters = [Cluster((record(n, title=titles[n % 10] or None, key=f"r-{n:010}"),)) for n in range(20_000)]
    ids = {paper.members[0].key: paper.id for paper in merge(clusters).papers}
    assert len({ident.lower() for ident in ids.values()}) == 20_000
    some = clusters[:500]
    assert merge(some[::-1]).papers == merge(some).papers


def test_a_correction_names_one_of_several_papers_of_a_title_by_the_id_of_its_page() -> None:
    clusters = [Cluster((record(line, title="Same"),)) for line in (1, 2)]
    ids = {paper.members[0].place.first: paper.id for paper in merge(clusters).papers}
    merged = merge(clusters, [correction(ids[2], title="Another"), correction("same", 4, abstract="Words.")])
    assert merged.problems == ()
    found = {paper.members[0].place.first: (paper.title, paper.abstract, paper.id) for paper in merged.papers}
    assert found == {1: ("Same", "Words.", "same"), 2: ("Another", None, ids[2])}


@pytest.mark.parametrize("title", ["index", "CON", "../../etc/passwd", "。", "x" * 5000, "a/b\\c:d"])
def test_an_address_is_fit_for_a_file_name_whatever_the_title(title: str) -> None:
    ident = one(record(1, title=title)).id
    assert ident not in ("index", "con")
    assert 0 < len(ident) <= 100
    assert set(ident) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_long_doi_makes_a_short_address_of_its_own() -> None:
    ids = {one(record(1, doi=f"10.5555/{'x' * 300}{n}")).id for n in (1, 2)}
    assert len(ids) == 2
    assert all(len(ident) <= 100 for ident in ids)


def test_papers_come_newest_first_and_on_one_day_by_id() -> None:
    clusters = [
        Cluster((record(1, arxiv="2402.11111", created="2024-02-17"),)),
        Cluster((record(2, arxiv="2402.00001", created="2024-02-17"),)),
        Cluster((record(3, arxiv="2501.00001"),)),
        Cluster((record(4, title="Undated"),)),
    ]
    assert [p.id for p in merge(clusters).papers] == ["2501.00001", "2402.00001", "2402.11111", "undated"]


# Corrections that can't be right


def test_a_correction_of_no_paper_is_a_problem() -> None:
    merged = merge([Cluster((record(1, arxiv="2402.11111"),))], [correction("2402.99999", 8, title="X")])
    assert [str(problem) for problem in merged.problems] == [
        "seeds/curated/corrections.yml:8: '2402.99999' names no paper; "
        "right would be: the arXiv id, DOI or page id of one paper, or a record's key"
    ]


@pytest.mark.parametrize("ref", ["2402.11111", "10.5555/abc", "r-0123456789"])
def test_a_correction_names_a_paper_by_any_of_its_ids(ref: str) -> None:
    records = record(1, arxiv="2402.11111", key="r-0123456789"), record(2, doi="10.5555/ABC")
    assert one(*records, said=[correction(ref, title="X")]).title == "X"


def test_a_correction_names_a_paper_by_the_id_of_its_page_which_stays_when_the_title_changes() -> None:
    paper = one(record(1, title="Teh title"), said=[correction("teh-title", title="The title")])
    assert (paper.title, paper.id) == ("The title", "teh-title")


def test_two_corrections_of_one_field_that_disagree_are_a_problem_and_the_first_holds() -> None:
    said = [correction("2402.11111", 1, title="A"), correction("r-0123456789", 4, title="B")]
    merged = merge([Cluster((record(1, arxiv="2402.11111", key="r-0123456789"),))], said)
    assert merged.papers[0].title == "A"
    assert [problem.place.first for problem in merged.problems] == [4]


def test_a_corrected_arxiv_id_moves_the_page_unless_another_paper_has_it() -> None:
    clusters = [Cluster((record(1, title="A", key="r-000000000a"),)), Cluster((record(2, arxiv="2402.11111"),))]
    free = merge(clusters, [correction("r-000000000a", arxiv="2402.22222")])
    assert {paper.id for paper in free.papers} == {"2402.11111", "2402.22222"}
    taken = merge(clusters, [correction("r-000000000a", arxiv="2402.11111")])
    assert {paper.id for paper in taken.papers} == {"2402.11111", "a"}
    assert [problem.message for problem in taken.problems] == ["another paper has the arXiv id 2402.11111"]


# The seed lists


@pytest.fixture(scope="module")
def seeds() -> Merged:
    return merge(dedupe(seed_records(), lock_file.read(ROOT).records).clusters)


def test_the_seeds_merge_without_a_problem_or_a_question(seeds: Merged) -> None:
    assert (len(seeds.papers), seeds.problems, seeds.questions) == (35, (), ())


def test_the_seeds_gaps_stay_gaps(seeds: Merged) -> None:
    by_id = {paper.id: paper for paper in seeds.papers}
    assert (by_id["2208.10138"].authors, by_id["2208.10138"].authors_complete) == ((), False)
    routing = by_id["2110.11943"]
    assert (routing.submitted, routing.order, routing.order_source) == (None, (2021, 10, 0), "arXiv id")
    assert [by_id[i].primary_category for i in ("2105.12034", "2402.03928")] == [None, None]


def test_the_seeds_versions_are_told_apart(seeds: Merged) -> None:
    by_id = {paper.id: paper for paper in seeds.papers}
    medgemma = by_id["2507.05201"]
    assert (len(medgemma.members), medgemma.updated, medgemma.earlier_abstracts) == (5, date(2025, 7, 12), ())
    assert {c.value for c in source(medgemma, "updated").others} == {"2025-07-08"}
    several = {paper.id for paper in seeds.papers if paper.earlier_abstracts}
    assert several == {"2309.00267", "2211.10515", "2011.09464", "2404.07839"}
    assert by_id["2404.07839"].abstract.startswith("We introduce RecurrentGemma, a family of open language models")
    assert by_id["2309.00267"].abstract.startswith("Reinforcement learning from human feedback (RLHF) has proven")
    assert by_id["2402.04792"].comments == ("18 pages, 9 figures, 4 tables",)
    assert by_id["2205.12944"].earlier_titles == ("Learning Mean Field Games: A Survey",)


def test_without_a_lock_the_archive_of_paligemma_is_inferred_and_nothing_else() -> None:
    merged = merge(dedupe(seed_records()).clusters)
    assert [paper.title for paper in merged.papers if paper.category_inferred] == [
        "PaliGemma 2: A Family of Versatile VLMs for Transfer"
    ]
    assert merged.questions == ()
