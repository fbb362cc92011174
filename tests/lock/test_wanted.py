"""Which papers are asked about, and what."""

from __future__ import annotations

from dataclasses import replace

from statements import ARXIV, CROSSREF, nothing, paper

from papershelf.lock.statement import Wanted
from papershelf.lock.wanted import Answers, told, wanted
from tiny_library import paper as tiny


def question(one: Wanted) -> str:
    return f"doi:{one.doi}" if one.doi else f"arXiv:{one.arxiv}" if one.arxiv else one.by_title


def test_a_paper_is_wanted_by_its_ids_title_and_authors() -> None:
    authors = ("Ada van Moss", "Bo Lind")
    stated = tiny("2309.00267", title=r"Rivers of \emph{ink}", authors=authors, families=("", "Lind"))
    found = wanted(stated)
    assert (found.id, found.arxiv, found.doi, found.title) == ("2309.00267", "2309.00267", None, "Rivers of ink")
    assert (found.authors, found.families) == (("Ada van Moss", "Bo Lind"), ("van Moss", "Lind"))
    assert found.by_title == "title: Rivers of ink / van Moss"
    assert found.year == 2024


def test_arxivs_own_doi_is_no_publishers() -> None:
    assert wanted(tiny(doi="10.48550/arxiv.2401.00001")).doi is None
    assert wanted(tiny(doi="10.5555/ink")).doi == "10.5555/ink"


def test_what_has_an_answer_is_not_asked_again() -> None:
    answers = Answers.of("Crossref", [ARXIV, CROSSREF])
    assert answers.lacking([paper()], question) == []
    assert Answers.of("DataCite", [ARXIV, CROSSREF]).lacking([paper()], question) == [paper()]


def test_that_nothing_was_found_is_an_answer() -> None:
    answers = Answers.of("Crossref", [nothing("Crossref", "arXiv:2309.00267")])
    assert answers.lacking([paper()], question) == []


def test_an_answer_holds_also_under_the_ids_that_it_gave() -> None:
    answers = Answers.of("Crossref", [CROSSREF])
    assert answers.lacking([paper(doi="10.5555/ink")], question) == []
    assert answers.lacking([paper(doi="10.5555/other")], question) == [paper(doi="10.5555/other")]


def test_an_old_answer_is_asked_for_as_it_was() -> None:
    """By the DOI alone the answer would not say that it is about the preprint."""
    answers = Answers.of("Crossref", [CROSSREF])
    asked = answers.lacking([paper(doi="10.5555/ink")], question, lambda answer: True)
    assert list(map(question, asked)) == ["arXiv:2309.00267"]


def test_each_question_is_asked_once() -> None:
    answers = Answers.of("arXiv", [])
    assert answers.lacking([paper(), replace(paper(), id="other")], question) == [paper()]


def test_a_paper_without_id_title_or_author_has_no_question() -> None:
    assert Answers.of("arXiv", []).lacking([Wanted("slug"), Wanted("b", title="Ink")], question) == []


def test_an_answer_adds_what_is_not_known_and_changes_nothing_else() -> None:
    told_ = told(paper(title="As the list has it"), CROSSREF)
    assert (told_.title, told_.doi, told_.authors) == ("As the list has it", "10.5555/ink", CROSSREF.authors)
    assert told_.families[0] == "Moss"


def test_whether_crossref_knows_a_doi_is_told_to_the_next() -> None:
    mine = paper(doi="10.5555/ink")
    about = replace(CROSSREF, about="doi:10.5555/ink")
    assert mine.at_crossref is None
    assert told(mine, about).at_crossref is True
    assert told(mine, nothing("Crossref", "doi:10.5555/ink")).at_crossref is False
    assert told(mine, nothing("DataCite", "doi:10.5555/ink")).at_crossref is None
    assert told(mine, nothing("Crossref", "arXiv:2309.00267")).at_crossref is None
