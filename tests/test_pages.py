"""What each kind of page says, and that it says only what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from page_reader import Seen, read
from papershelf.model import (
    Author,
    Claim,
    EarlierAbstract,
    Library,
    Link,
    Match,
    Place,
    Problem,
    Provenance,
    Publication,
    Question,
    Record,
    Relation,
    Topic,
)
from papershelf.render import render
from papershelf.render.picture import columns, papers_by_year_and_topic, table
from papershelf.render.wording import count, moment, standing, venue
from tiny_library import DUMP, library, paper, settings


def page(made: Library, path: str, **given: object) -> Seen:
    """The page at `path` of the site of `made`."""
    return read(next(each for each in render(made, settings(**given)) if each.path == path))


def about(made: object, **given: object) -> Seen:
    return page(library(made), "papers/2401.00001.md", **given)  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------------- a paper


def test_a_paper_says_what_it_is_in_this_order() -> None:
    seen = about(paper())
    assert seen.meta["title"] == "Rivers of ink"
    assert seen.meta["description"] == "We pour ink into rivers."
    assert seen.sections == ["title", "topics", "abstract", "details", "cite", "sources"]
    parts = [
        "Rivers of ink",
        "Ada Quill, Ben Brush",
        "Preprint · submitted 2 January 2024",
        "arXiv:2401.00001 PDF HTML DOI 10.48550/arXiv.2401.00001",
        "Topics Ink “ink” in the title",
        "Abstract We pour ink into rivers.",
        "Category cs.CL, cs.LG",
        "BibTeX",
        "Where this comes from dump.txt, lines 5–9",
        "Fix this record",
    ]
    places = [seen.text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_paper_without_an_abstract_is_described_by_what_it_is() -> None:
    seen = about(paper(abstract=None, authors=("A B", "C D", "E F", "G H")))
    assert seen.meta["description"] == "A B, C D, E F and 1 more · Preprint · submitted 2 January 2024"


def test_every_page_has_a_description_of_its_own() -> None:
    pages = [read(each) for each in render(library(paper()), settings(site_description=""))]
    said = [seen.meta["description"] for seen in pages]
    assert all(said)
    assert len(set(said)) == len(said)


def test_a_paper_links_to_its_authors_topics_and_sources() -> None:
    seen = about(paper())
    assert "../authors/author-1.md" in seen.links
    assert "../topics/ink.md" in seen.links
    assert "../sources/dump.md" in seen.links
    assert "https://arxiv.org/abs/2401.00001" in seen.links
    assert "https://doi.org/10.48550/arXiv.2401.00001" in seen.links


def test_a_paper_without_authors_says_so() -> None:
    assert "Authors not stated in any source" in about(paper(authors=(), authors_complete=False)).text


def test_an_incomplete_author_list_ends_in_et_al() -> None:
    assert "Ada Quill, Ben Brush et al." in about(paper(authors_complete=False)).text


def test_a_long_author_list_shows_twelve_and_folds_the_rest() -> None:
    names = tuple(f"Author Number{number}" for number in range(1, 82))
    seen = about(paper(authors=names))
    assert "Author Number12 and 69 more authors Author Number13" in seen.text
    assert "Author Number81" in seen.text
    folded = about(paper(authors=names), fold_authors_after=80).text
    assert "Author Number80 and 1 more author Author Number81" in folded


def test_an_author_below_the_setting_is_named_without_a_page() -> None:
    made = library(paper())
    assert "../authors/author-1.md" not in page(made, "papers/2401.00001.md", author_pages_from=2).links
    assert "authors/author-1.md" not in {each.path for each in render(made, settings(author_pages_from=2))}


def test_a_paper_without_a_date_is_dated_by_its_arxiv_id_and_says_so() -> None:
    undated = paper("2110.11943", submitted=None, order=(2021, 10, 0), order_source="arXiv id")
    seen = page(library(undated), "papers/2110.11943.md")
    assert "date not stated; its arXiv id is of October 2021" in seen.text
    assert "submitted" not in seen.text


def test_a_paper_that_nothing_dates_stands_among_the_undated() -> None:
    undated = paper("x", arxiv=None, submitted=None, order=(0, 0, 0), order_source="")
    made = library(undated)
    assert "date not stated" in page(made, "papers/x.md").text
    assert "1 paper for which no source states a date" in page(made, "years/undated.md").text
    assert "undated Rivers of ink" in page(made, "papers/index.md").text


def test_a_paper_without_category_has_no_line_for_it() -> None:
    seen = about(paper(primary_category=None, categories=()))
    assert "Category" not in seen.text
    assert "details" not in seen.sections


def test_an_inferred_archive_is_marked() -> None:
    seen = about(paper(primary_category="cs.CV", categories=(), category_inferred=True))
    assert "cs.CV archive inferred" in seen.text


def test_a_published_paper_says_where_and_when() -> None:
    published = Publication("ACL", 2023, "Long Papers", "6252", "6272")
    seen = about(paper(publication=published, doi="10.18653/v1/2023.acl-long.344"))
    assert "Published at ACL 2023, Long Papers, pages 6252–6272 · submitted 2 January 2024" in seen.text
    assert "https://doi.org/10.18653/v1/2023.acl-long.344" in seen.links


def test_an_updated_paper_says_when_it_was_revised() -> None:
    assert "submitted 2 January 2024 · revised 5 March 2024" in about(paper(updated=date(2024, 3, 5))).text


def test_no_html_version_is_linked_for_a_paper_from_before_arxiv_made_them() -> None:
    old = page(library(paper("2311.00001")), "papers/2311.00001.md")
    assert "https://arxiv.org/html/2311.00001" not in old.links
    assert "https://arxiv.org/html/2401.00001" in about(paper()).links


def test_code_is_linked() -> None:
    seen = about(paper(code=("https://example.org/a", "https://example.org/b")))
    assert "https://example.org/a" in seen.links
    assert "Code 1 Code 2" in seen.text


def test_tex_is_rendered_and_reads_well_as_plain_text() -> None:
    seen = about(paper(title=r"Malham\'e's $N$-player games", abstract=r"Learn \emph{all games} by $q$-values."))
    assert "math" in seen.tags
    assert "em" in seen.tags
    assert seen.meta["title"] == "Malhamé&#x27;s N-player games"
    assert seen.meta["description"] == "Learn all games by q-values."
    assert "\\" not in seen.text.split("BibTeX")[0]


def test_an_earlier_abstract_is_folded_with_its_differences_marked() -> None:
    seen = about(paper(earlier_abstracts=(EarlierAbstract("We pour water into rivers.", (f"{DUMP}:20",)),)))
    assert {"del", "ins", "details"} <= set(seen.tags)
    assert "water ink" in seen.text
    assert f"only in the earlier one ({DUMP}:20)" in seen.text


def test_earlier_titles_are_shown() -> None:
    assert "Earlier title: Streams of ink" in about(paper(earlier_titles=("Streams of ink",))).text


def test_each_topic_stands_with_its_reasons() -> None:
    made = replace(library(paper()), matches={"2401.00001": (Match("ink", ("“ink” in the title", "category cs.CL")),)})
    assert "Ink “ink” in the title; category cs.CL" in page(made, "papers/2401.00001.md").text


def test_related_papers_stand_with_their_reasons_up_to_the_setting() -> None:
    second, third = paper("2401.00002", title="Lakes of ink"), paper("2401.00003", title="Seas of ink")
    related = (Relation("2401.00002", ("2 authors in common", "topics: Ink"), 2.0), Relation("2401.00003", ("x",), 1.0))
    made = replace(library(paper(), second, third), relations={"2401.00001": related})
    seen = page(made, "papers/2401.00001.md", related=1)
    assert "Related Lakes of ink 2 authors in common; topics: Ink" in seen.text
    assert "Seas of ink" not in seen.text


def test_where_a_paper_comes_from_names_records_evidence_and_values_not_taken() -> None:
    first = Record(Place(DUMP, 5, 9), "raw", "r-0000000001", "blocks")
    second = Record(Place(DUMP, 40, 40), "raw", "r-0000000002", "listing")
    made = paper(
        members=(first, second),
        links=(Link(first.place, second.place, "same abstract", 97.0, ("abstracts 97 % alike",)),),
        provenance=(
            Provenance(
                "title",
                Claim("Rivers of ink", "person", "seeds/curated/corrections.yml:3"),
                (Claim("Rivers of oil", "source", f"{DUMP}:40"),),
                "a person beats every source",
            ),
        ),
    )
    text = about(made).text
    assert "lines 5–9 blocks; same abstract as dump.txt, line 40, score 97: abstracts 97 % alike" in text
    assert "dump.txt, line 40 listing; same abstract as dump.txt, lines 5–9, score 97" in text
    assert "title seeds/curated/corrections.yml:3 a person beats every source" in text
    assert "not taken: “Rivers of oil” dump.txt, line 40" in text


def test_fields_of_one_source_stand_together_and_one_with_other_values_stands_alone() -> None:
    locked, dump = "seeds/locked/metadata.yml:12", f"{DUMP}:40"
    made = paper(
        provenance=(
            Provenance("title", Claim("a", "locked", locked)),
            Provenance("authors", Claim("b", "locked", locked), (Claim("c", "source", dump),), "complete lists first"),
            Provenance("arxiv", Claim("2401.00001", "locked", locked)),
            Provenance("primary_category", Claim("cs.CL", "locked", locked)),
        )
    )
    text = about(made).text
    assert f"title, arXiv id, primary category {locked} authors {locked} complete lists first" in text


def test_many_reasons_for_a_topic_end_in_a_count() -> None:
    match = Match("ink", tuple(f"reason {number}" for number in range(1, 6)))
    made = replace(library(paper()), matches={"2401.00001": (match,)})
    assert "Ink reason 1; reason 2; reason 3; and 2 more" in page(made, "papers/2401.00001.md").text


def test_fix_this_record_opens_the_form_filled_in_and_is_absent_without_a_repository() -> None:
    link = about(paper(title="Ink & $N$ rivers")).links[-1]
    assert link == (
        "https://github.com/example/tiny/issues/new"
        "?template=fix-record.yml&paper=2401.00001&title=Fix%3A%20Ink%20%26%20N%20rivers"
    )
    assert "Fix this record" not in about(paper(), repository=None).text


# ----------------------------------------------------------------------------------------------------- other pages


def test_all_papers_stand_newest_first_with_date_authors_and_topics() -> None:
    names = ("Ann One", "Ben Two", "Cy Three", "Di Four", "Ed Five")
    first = paper("2402.00001", title="Seas of ink", submitted=date(2024, 2, 3), order=(2024, 2, 3), authors=names)
    text = page(library(first, paper()), "papers/index.md").text
    assert "2 papers, newest first." in text
    assert "3 Feb 2024 Seas of ink Ann One, Ben Two, Cy Three and 2 others Ink" in text
    assert text.index("Seas of ink") < text.index("Rivers of ink")


def test_a_topic_says_what_it_is_about_and_shows_its_papers_by_year() -> None:
    older = paper("2301.00001", title="Old ink", submitted=date(2023, 1, 5), order=(2023, 1, 5))
    seen = page(library(paper(), older), "topics/ink.md")
    assert seen.sections == ["title", "y2024", "y2023"]
    assert seen.text.startswith("Ink All about ink. 2 papers · feed: Atom, JSON Download: BibTeX · ")
    assert "2024 2 Jan 2024 Rivers of ink Ada Quill, Ben Brush 2023 5 Jan 2023 Old ink" in seen.text


def test_a_narrower_topic_and_its_broader_one_link_to_each_other() -> None:
    topics = (Topic("ink", "Ink", "Wide.", papers=("2401.00001",)), Topic("red", "Red ink", "Narrow.", "ink"))
    made = replace(library(paper()), topics=topics)
    assert "narrower: Red ink" in page(made, "topics/ink.md").text
    assert "part of Ink" in page(made, "topics/red.md").text
    index = page(made, "topics/index.md")
    assert "Ink 1 paper Wide. Red ink 0 papers Narrow." in index.text
    assert index.tags.count("ul") == 2


def test_an_author_page_shows_spellings_papers_topics_and_coauthors() -> None:
    person = Author(
        "author-1", "Ada Quíll", ("Ada Quíll", "Ada Quill"), ("2401.00001",), (("author-2", 3),), (("ink", 2),),
        orcid="0000-0002-1825-0097", homepage="https://example.org/~ada", merged_by=("accents and case",),
    )  # fmt: skip
    made = library(paper())
    made = replace(made, authors=(person, made.authors[1]))
    seen = page(made, "authors/author-1.md")
    assert "Also published as Ada Quill one person by accents and case" in seen.text
    assert "1 paper in this list" in seen.text
    assert "Rivers of ink" in seen.text
    assert "Topics Ink 2" in seen.text
    assert "Co-authors Ben Brush 3" in seen.text
    assert "https://orcid.org/0000-0002-1825-0097" in seen.links
    assert "https://example.org/~ada" in seen.links


def test_a_collective_is_no_person() -> None:
    made = library(paper())
    made = replace(made, authors=(replace(made.authors[0], collective=True), made.authors[1]))
    assert "a collective, not a person" in page(made, "authors/author-1.md").text
    index = page(made, "authors/index.md").text
    assert "1 person wrote these papers." in index
    assert "Collectives Ada Quill" in index


def test_an_index_of_many_names_folds_all_but_the_most_frequent() -> None:
    names = tuple(f"Ann Name{number:03}" for number in range(200))
    papers = (
        paper("2401.00001", authors=names),
        paper("2401.00002", authors=names[:60]),
        paper("2401.00003", authors=names[:20]),
    )
    made = library(*papers)
    text = next(each.text for each in render(made, settings()) if each.path == "authors/index.md")
    outside = "".join(part.split("</details>")[-1] for part in text.split("<details"))
    assert outside.count("](author-") == 20
    assert "40 more people with several papers" in text
    assert text.count("](author-") == 20 + 40 + 200


def test_many_coauthors_end_in_a_count() -> None:
    made = library(paper(authors=tuple(f"Ann Name{number:03}" for number in range(60))))
    first = replace(made.authors[0], coauthors=tuple((each.id, 1) for each in made.authors[1:]))
    made = replace(made, authors=(first, *made.authors[1:]))
    seen = page(made, "authors/author-1.md")
    assert sum(link.startswith("author-") for link in seen.links) == 24
    assert "and 35 others, named on the pages of the papers" in seen.text


def test_a_source_says_what_it_held_and_what_became_of_it() -> None:
    seen = page(library(paper()), "sources/dump.md")
    assert "blocks · utf-8 · 5 characters · 1 record about 1 paper" in seen.text
    assert "lines 5–9 Rivers of ink the only record of this paper" in seen.text
    index = page(library(paper()), "sources/index.md").text
    assert "1 file with 1 record became 1 paper." in index


def test_problems_stand_with_their_place_and_what_would_be_right() -> None:
    problem = Problem(Place(DUMP, 7, 8), "no id ends this abstract", "a line “arXiv:2407.14622” after it")
    made = library(paper(), problems=(problem,))
    for path in ("questions.md", "sources/dump.md"):
        text = page(made, path).text
        assert "no id ends this abstract right would be: a line “arXiv:2407.14622” after it" in text
    assert "1 problem with the sources" in page(made, "questions.md").text


def test_questions_come_likeliest_first_each_with_the_lines_that_answer_it() -> None:
    def question(ask: str, score: float) -> Question:
        answers = ("- same: [a, b]\n  note: x", "- different: [a, b]")
        return Question(
            "author", ask, "They look alike.", "seeds/curated/authors.yml", answers, (Place(DUMP, 3),), score
        )

    seen = page(library(paper(), questions=(question("Less likely?", 10.0), question("Likely?", 90.0))), "questions.md")
    assert seen.sections == ["title", "author", "q1-author", "q2-author"]
    assert seen.text.index("Likely?") < seen.text.index("Less likely?")
    assert "To answer, put one of these into seeds/curated/authors.yml: - same: [a, b] note: x" in seen.text
    assert seen.tags.count("pre") == 4


def test_the_home_page_shows_human_words_counts_the_picture_and_the_newest() -> None:
    seen = page(library(paper()), "index.md")
    assert "A list about ink Words that a person wrote." in seen.text
    assert "1 paper, 2 authors, 1 topic, from 1 source" in seen.text
    assert "svg" in seen.tags
    assert "Ink: 1 in 2024" in seen.text
    assert "Newest 2 Jan 2024 Rivers of ink" in seen.text


def test_a_list_without_human_words_has_its_name_for_a_heading() -> None:
    assert page(library(paper(), words={}), "index.md").text.startswith("Tiny list 1 paper")


# ------------------------------------------------------------------------------------------------ picture and words


def test_a_picture_has_a_column_for_each_year_also_those_without_papers() -> None:
    assert [column.label for column in columns([2021, 2024])] == ["21", "22", "23", "24"]


def test_a_picture_of_many_years_puts_the_oldest_into_one_column() -> None:
    found = columns(list(range(1990, 2026)))
    assert len(found) == 14
    assert (found[0].label, found[0].name) == ("≤12", "2012 and before")
    assert found[0].holds(1990)
    assert not found[1].holds(2012)


def test_a_picture_has_a_disc_for_each_topic_and_year_with_papers() -> None:
    papers = [paper(f"2401.0000{number}", order=(2024 - number, 1, 1)) for number in (0, 1, 1)]
    topics = [Topic("ink", "Ink", "", papers=("2401.00000", "2401.00001")), Topic("dry", "Dry", "")]
    assert [[number for _, number in row] for _, row in table(papers, topics)] == [[1, 1], [0, 0]]
    svg = papers_by_year_and_topic(papers, topics)
    assert svg.count("<circle") == 2
    assert 'cx="25%" cy="25%"' in svg


def test_an_undated_library_has_no_picture() -> None:
    undated = paper(order=(0, 0, 0), submitted=None, order_source="")
    assert columns([]) == []
    assert "<circle" not in papers_by_year_and_topic([undated], [])


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        ((2025, 7, 7), ("2025-07-07", "7 Jul 2025")),
        ((2021, 10, 0), ("2021-10", "Oct 2021")),
        ((2021, 0, 0), ("2021", "2021")),
        ((0, 0, 0), None),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(order: tuple[int, int, int], shown: object) -> None:
    assert moment(paper(order=order)) == shown


def test_a_venue_that_names_its_year_does_not_name_it_twice() -> None:
    assert venue(Publication("NeurIPS 2019", 2019)) == "NeurIPS 2019"
    assert venue(Publication("NeurIPS", 2019)) == "NeurIPS 2019"
    assert venue(Publication("NeurIPS")) == "NeurIPS"


def test_one_is_singular() -> None:
    assert (count(1, "paper"), count(0, "paper"), count(1234, "paper")) == ("1 paper", "0 papers", "1,234 papers")


def test_a_paper_without_arxiv_id_and_venue_is_not_called_a_preprint() -> None:
    assert standing(paper(arxiv=None)) == ["submitted 2 January 2024"]
