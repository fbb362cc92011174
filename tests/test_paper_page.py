"""What a paper's page says of where it came out, of what was written beside it, and of where else it is."""

from __future__ import annotations

from typing import Any

import pytest

from page_reader import Seen, read
from papershelf import catalogues
from papershelf.model import Claim, Library, Manifestation, Provenance, Publication
from papershelf.render import render, wording
from tiny_library import DUMP, library, paper, settings


def page(**given: Any) -> Seen:
    return shown(library(paper(**given)))


def shown(made: Library) -> Seen:
    (found,) = (read(each) for each in render(made, settings()) if each.path == f"papers/{made.papers[0].id}.md")
    return found


BARE = {"arxiv": None, "submitted": None, "order": (0, 0, 0), "order_source": ""}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Preprint"),
        (
            {"type": "article-journal", "publication": Publication("Journal of Ink", 2021, "12", "45", "67", "3")},
            "Published in Journal of Ink 12(3), 45–67, 2021",
        ),
        ({"publication": Publication("Journal of Ink", 2021, None, "e12")}, "Published in Journal of Ink, e12, 2021"),
        (
            {"type": "paper-conference", "publication": Publication("Ink Days", 2021, "PMLR 9", "4", "4")},
            "Published at Ink Days 2021, PMLR 9, page 4",
        ),
        ({"publication": Publication("ICML 2021", 2021)}, "Published at ICML 2021"),
        ({"publication": Publication("Somewhere", 2021)}, "Published in Somewhere, 2021"),
        ({"type": "article", "publication": Publication("bioRxiv", 2020)}, "Preprint, bioRxiv 2020"),
        ({"publication": Publication("", 2021)}, "dated 2021"),
        ({"type": "paper-conference", "publication": Publication("", 2021)}, "Conference paper, 2021"),
        (
            {"type": "thesis", "publication": Publication("", 2019, publisher="University of Ink")},
            "Thesis, University of Ink, 2019",
        ),
        (
            {"type": "report", "publication": Publication("", 2019, number="12", publisher="Institute of Ink")},
            "Report 12, Institute of Ink, 2019",
        ),
        (
            {"type": "chapter", "publication": Publication("Inks", 2019, None, "3", "9", publisher="Ink Press")},
            "Book chapter in Inks, Ink Press, pages 3–9, 2019",
        ),
        ({"type": "dataset", "publication": Publication("Zenodo", 2023, publisher="Zenodo")}, "Dataset, Zenodo, 2023"),
        ({"type": "software", "publication": None, **BARE}, "Software"),
        ({"type": "article-journal", "publication": None, **BARE}, ""),
    ],
)
def test_it_says_what_it_is_and_where_it_came_out(given: dict[str, Any], said: str) -> None:
    assert wording.published(paper(**given)) == said


@pytest.mark.parametrize("type_", ["", "article", "article-journal", "paper-conference", "book", "dataset"])
def test_a_year_alone_is_never_called_published(type_: str) -> None:
    seen = page(type=type_, publication=Publication("", 2021), **BARE)
    assert "Published" not in seen.text
    assert "2021" in seen.text


def test_several_forms_are_shown_each_linked_to_its_own_address() -> None:
    forms = (
        Manifestation("arXiv 2020", "article", "https://arxiv.org/abs/2401.00001"),
        Manifestation("ICML 2021", "paper-conference", "https://doi.org/10.5555/icml.1"),
        Manifestation("Annals of Ink 2022", "article-journal", ""),
    )
    seen = page(manifestations=forms)
    assert "arXiv 2020 · ICML 2021 · Annals of Ink 2022" in seen.text
    assert "https://doi.org/10.5555/icml.1" in seen.links
    assert "ICML 2021" not in page(manifestations=forms[1:2]).text


def test_keywords_stand_in_the_details_and_forty_are_enough() -> None:
    seen = page(keywords=("ink", r"Malham\'e flows"))
    assert "Keywords ink, Malhamé flows" in seen.text
    assert "k39 and 60 more" in page(keywords=tuple(f"k{number}" for number in range(100))).text


def test_notes_say_whose_file_said_it() -> None:
    seen = page(notes=(("Read this first.", f"{DUMP}:12"), ("Then that.", "seeds/sources/gone.bib:3")))
    assert "notes" in seen.sections
    assert "Read this first. dump.txt, line 12" in seen.text
    assert "Then that. seeds/sources/gone.bib:3" in seen.text
    assert "../sources/dump.md" in seen.links


def test_a_long_note_is_folded_and_a_very_long_one_cut() -> None:
    seen = page(notes=(("word " * 20_000, f"{DUMP}:1"),))
    assert seen.tags.count("summary") == page().tags.count("summary") + 1
    assert len(seen.text) < 10_000


def test_other_ids_lead_to_their_catalogues_and_the_same_page_is_linked_once() -> None:
    seen = page(
        other_ids=(("acl", "2023.acl-long.344"), ("isbn", "9783161484100"), ("pmid", "12345"), ("pmcid", "<b>")),
        addresses=("https://aclanthology.org/2023.acl-long.344", "https://www.example.org/ink"),
    )
    assert "https://aclanthology.org/2023.acl-long.344/" in seen.links
    assert "https://aclanthology.org/2023.acl-long.344" not in seen.links
    assert "https://pubmed.ncbi.nlm.nih.gov/12345/" in seen.links
    assert "ACL Anthology PubMed example.org" in seen.text
    assert "ISBN 9783161484100" in seen.text
    assert "PubMed Central <b>" in seen.text  # no id of theirs, so no link; said all the same


def test_many_addresses_do_not_crowd_the_page() -> None:
    seen = page(addresses=tuple(f"https://example.org/{number}" for number in range(6)))
    assert len([link for link in seen.links if link.startswith("https://example.org/")]) == 6
    assert "Elsewhere" in seen.text


@pytest.mark.parametrize(
    ("scheme", "ident", "address"),
    [
        ("pmid", "12345", "https://pubmed.ncbi.nlm.nih.gov/12345/"),
        ("pmid", "12345; rm", ""),
        ("openreview", "aB-c_12", "https://openreview.net/forum?id=aB-c_12"),
        ("openreview", "a b&c", ""),
        ("acl", "P19-1001", "https://aclanthology.org/P19-1001/"),
        ("acl", "../../etc", ""),
        ("isbn", "9783161484100", ""),
        ("unheard-of", "1", ""),
    ],
)
def test_only_an_id_that_looks_like_one_leads_somewhere(scheme: str, ident: str, address: str) -> None:
    assert catalogues.address(scheme, ident) == address


def test_a_list_names_the_place_shortly_and_no_place_where_none_is_known() -> None:
    long = Publication("Proceedings of the 38th International Conference on Machine Learning (ICML 2021)", 2021)
    assert wording.outlet(paper(publication=long)) == "ICML 2021"
    assert wording.outlet(paper(publication=Publication("", 2021))) == ""
    assert wording.outlet(paper(type="thesis", publication=Publication("", 2019))) == "Thesis 2019"


def test_what_became_of_a_paper_is_said_first_and_in_every_list() -> None:
    source = "seeds/locked/crossref.yml:4 (Crossref, 2026-11-01)"
    told = paper(notice="retracted", provenance=(Provenance("notice", Claim("retracted", "locked", source)),))
    made = library(told)
    page = shown(made).text
    assert page.index("Retracted, says Crossref, 2026-11-01") < page.index("Ada Quill") < page.index("We pour ink")
    for path in ("papers/index.md", "years/2024.md", "authors/author-1.md"):
        (listed,) = (read(each) for each in render(made, settings()) if each.path == path)
        assert "Rivers of ink retracted" in " ".join(listed.text.split())
