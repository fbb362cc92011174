"""What was fetched, in the papers of a list: whose word holds for which field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from statements import ARXIV, CROSSREF, nothing

from papershelf import build, config
from papershelf.lock import file
from papershelf.lock.statement import Statement
from papershelf.model import Library, Publication

Make = Callable[..., Path]


def read(make: Make, sources: dict[str, str], *statements: Statement) -> Library:
    root = make({f"seeds/{name}": text for name, text in sources.items()})
    (root / ".papershelf").mkdir()
    file.save(root, statements)
    library = build.read(config.read(root))
    assert library.problems == ()
    return library


def test_a_bare_id_becomes_a_whole_paper(list_dir: Make) -> None:
    (paper,) = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, ARXIV).papers
    assert (paper.title, paper.authors, paper.abstract) == (ARXIV.title, ARXIV.authors, ARXIV.abstract)
    assert (paper.submitted, paper.updated) == (ARXIV.submitted, ARXIV.updated)
    assert (paper.primary_category, paper.categories) == ("cs.CL", ("cs.CL", "cs.AI"))
    assert (paper.page_count, paper.families) == (18, ("Moss", ""))
    (title,) = [one for one in paper.provenance if one.field == "title"]
    assert title.taken.source == "seeds/locked/arxiv.yml:4 (arXiv, 2026-11-01)"


def test_the_publishers_word_on_where_it_came_out_holds_whole(list_dir: Make) -> None:
    """Venue, year, pages and DOI are from one record, also where an author typed another venue at arXiv."""
    venue = Publication("Quill Conf. 2024, pp. 1-9", 2024, "3", "1", "9", "2")
    typed = replace(ARXIV, publication=venue, doi="10.5555/ink")
    (paper,) = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, typed, CROSSREF).papers
    assert (paper.doi, paper.publication, paper.type) == ("10.5555/ink", CROSSREF.publication, "paper-conference")
    assert paper.abstract == ARXIV.abstract
    assert [form.label for form in paper.manifestations] == ["arXiv 2023", "Quill Conference 2024"]


def test_a_doi_that_an_author_typed_and_the_publishers_other_one_are_two_forms_of_one_paper(list_dir: Make) -> None:
    typed = replace(ARXIV, publication=Publication("Journal of Ink", 2025, "3", "100", "109"), doi="10.5555/journal")
    library = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, typed, CROSSREF)
    (paper,) = library.papers
    assert {form.doi for form in paper.manifestations} == {None, "10.5555/ink", "10.5555/journal"}
    assert (paper.doi, paper.publication) == ("10.5555/journal", typed.publication)


def test_a_persons_word_beats_what_was_fetched(list_dir: Make) -> None:
    corrections = "'2309.00267': {title: Rivers of milk, publication: {venue: Milk Letters, year: 2025}}\n"
    sources = {"sources/ids.txt": "arXiv:2309.00267\n", "curated/corrections.yml": corrections}
    (paper,) = read(list_dir, sources, ARXIV, CROSSREF).papers
    assert (paper.title, paper.publication) == ("Rivers of milk", Publication("Milk Letters", 2025))


def test_what_was_fetched_brings_two_records_together(list_dir: Make) -> None:
    """One has only the preprint's id, the other only the DOI of the published form."""
    (paper,) = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\nhttps://doi.org/10.5555/ink\n"}, CROSSREF).papers
    assert len(paper.members) == 2


def test_a_title_that_was_searched_joins_the_record_that_has_it(list_dir: Make) -> None:
    title = "Rivers of ink: a survey of quills in the age of printing"
    found = replace(ARXIV, about=f"title: {title} / Moss", title=title, matched="title 100 % alike, 2 of 2 authors")
    bib = f"@misc{{x, title={{{title}}}, author={{Moss, Ada and {{The Quill Team}}}}, year=2023}}\n"
    (paper,) = read(list_dir, {"sources/a.bib": bib}, found).papers
    assert (paper.arxiv, paper.abstract) == ("2309.00267", ARXIV.abstract)


def test_a_retraction_is_shown_with_its_source(list_dir: Make) -> None:
    withdrawn = replace(ARXIV, notice="withdrawn")
    (paper,) = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, withdrawn, CROSSREF).papers
    assert paper.notice == "retracted"
    (said,) = [one for one in paper.provenance if one.field == "notice"]
    assert said.taken.source.startswith("seeds/locked/crossref.yml:")
    assert [one.value for one in said.others] == ["withdrawn"]


def test_that_nothing_was_found_says_nothing_about_a_paper(list_dir: Make) -> None:
    (paper,) = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, nothing("arXiv", "arXiv:2309.00267")).papers
    assert paper.title is None


def test_orcid_ids_reach_the_authors_that_are_spelled_like_theirs(list_dir: Make) -> None:
    library = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, ARXIV, CROSSREF)
    assert {author.name: author.orcid for author in library.authors} == {
        "Ada Moss": "0000-0002-1825-0097",
        "The Quill Team": None,
    }


def test_an_author_with_two_ids_in_one_paper_has_none(list_dir: Make) -> None:
    other = replace(CROSSREF, service="DataCite", orcids=("0000-0001-5109-3700", ""))
    library = read(list_dir, {"sources/ids.txt": "arXiv:2309.00267\n"}, ARXIV, CROSSREF, other)
    assert [author.orcid for author in library.authors] == [None, None]
