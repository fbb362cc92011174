"""In which forms a paper came out, and which of them is cited."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from papershelf.curated import Correction
from papershelf.merge import merge
from papershelf.model import Cluster, Paper, Place, Publication, Record
from record_builder import locked, record

ICML = Publication("ICML", 2021, "PMLR 139", "100", "110")
INK = Publication("Journal of Ink", 2022, "12", "45", "67", "3")


def one(*records: Record, lock: tuple[Record, ...] = (), **said: Any) -> Paper:
    """The paper that these records are about; `said` is a person's correction of the first."""
    place = Place("seeds/curated/corrections.yml", 3, 3)
    corrections = [Correction(records[0].key, place, tuple((name, place) for name in said), **said)] if said else []
    merged = merge([Cluster(tuple(records), lock)], corrections)
    assert merged.problems == ()
    (paper,) = merged.papers
    return paper


def labels(paper: Paper) -> list[str]:
    return [form.label for form in paper.manifestations]


def preprint(line: int = 1, **more: Any) -> Record:
    return record(line, title="Rivers of ink", arxiv="2004.14646", type="article", **more)


def conference(line: int = 2, publication: Publication = ICML, **more: Any) -> Record:
    return record(line, title="Rivers of ink", type="paper-conference", publication=publication, **more)


def journal(line: int = 3, publication: Publication = INK, **more: Any) -> Record:
    return record(line, title="Rivers of ink", type="article-journal", publication=publication, **more)


# Which forms there are


def test_preprint_conference_paper_and_journal_article_are_three_forms_the_earliest_first() -> None:
    paper = one(journal(doi="10.5555/ink.45"), preprint(), conference(doi="10.5555/icml.100"))
    assert labels(paper) == ["arXiv 2020", "ICML 2021", "Journal of Ink 2022"]
    assert [form.address for form in paper.manifestations] == [
        "https://arxiv.org/abs/2004.14646",
        "https://doi.org/10.5555/icml.100",
        "https://doi.org/10.5555/ink.45",
    ]
    assert [form.type for form in paper.manifestations] == ["article", "paper-conference", "article-journal"]
    assert [form.source for form in paper.manifestations] == [f"seeds/sources/a.txt:{line}" for line in (1, 2, 3)]


def test_one_record_may_state_two_forms() -> None:
    paper = one(conference(arxiv="2004.14646"))
    assert labels(paper) == ["arXiv 2020", "ICML 2021"]


def test_one_conference_paper_in_three_spellings_is_one_form_told_by_the_most_detailed_record() -> None:
    long = Publication("Proceedings of the 38th International Conference on Machine Learning", 2021)
    paper = one(
        conference(1, Publication("ICML 2021", 2021)),
        conference(2, long),
        conference(3, Publication("38th ICML", 2021, "139", "100", "110"), doi="10.5555/icml.100"),
    )
    assert len(paper.manifestations) == 1
    assert paper.publication == Publication("38th ICML", 2021, "139", "100", "110")
    assert paper.doi == "10.5555/icml.100"


def test_spellings_that_no_rule_knows_are_one_form_if_year_and_kind_agree() -> None:
    paper = one(
        conference(1, Publication("SIGMOD Conference", 2001)),
        conference(2, Publication("International Conference on Management of Data", 2001)),
    )
    assert len(paper.manifestations) == 1


def test_two_conferences_of_a_year_with_names_of_their_own_are_two_forms() -> None:
    paper = one(conference(1, Publication("ICML", 2021)), conference(2, Publication("NeurIPS", 2021)))
    assert sorted(labels(paper)) == ["ICML 2021", "NeurIPS 2021"]


def test_a_workshop_and_the_conference_it_was_held_at_are_two_forms_and_the_conference_is_cited() -> None:
    paper = one(conference(1, Publication("ICML Workshop on Ink", 2021)), conference(2))
    assert len(paper.manifestations) == 2
    assert paper.publication == ICML


def test_two_volumes_of_a_journal_are_two_forms_and_a_year_more_or_less_is_none() -> None:
    again = Publication("Journal of Ink", 2023, "13", "1", "9")
    assert labels(one(journal(1), journal(2, again))) == ["Journal of Ink 2022", "Journal of Ink 2023"]
    online = Publication("J. Ink", 2021)
    assert labels(one(journal(1), journal(2, online))) == ["Journal of Ink 2022"]


def test_an_entry_of_an_article_with_a_year_and_an_arxiv_id_is_about_the_preprint() -> None:
    paper = one(preprint(publication=Publication("", 2021)))
    assert (labels(paper), paper.publication, paper.type) == (["arXiv 2020"], None, "article")


@pytest.mark.parametrize("venue", ["arXiv preprint arXiv:2004.14646", "CoRR", "ArXiv"])
def test_a_journal_that_is_arxiv_is_no_journal(venue: str) -> None:
    paper = one(journal(1, Publication(venue, 2021, "abs/2004.14646"), arxiv="2004.14646"))
    assert (labels(paper), paper.publication, paper.type) == (["arXiv 2020"], None, "article")


def test_another_preprint_server_is_a_form_with_its_own_doi() -> None:
    posted = record(1, title="T", type="article", publication=Publication("bioRxiv", 2020), doi="10.1101/123456")
    paper = one(posted, journal(2, doi="10.5555/ink.45"))
    assert labels(paper) == ["bioRxiv 2020", "Journal of Ink 2022"]
    assert paper.doi == "10.5555/ink.45"
    alone = one(posted)
    assert (alone.type, alone.doi, alone.publication) == ("article", "10.1101/123456", Publication("bioRxiv", 2020))


def test_a_bare_year_joins_the_form_it_fits_and_makes_none_of_its_own_beside_others() -> None:
    assert labels(one(conference(1), record(2, title="T", publication=Publication("", 2021)))) == ["ICML 2021"]
    stray = one(conference(1), record(2, title="T", publication=Publication("", 1999)))
    assert labels(stray) == ["ICML 2021"]
    (told,) = (each for each in stray.provenance if each.field == "publication")
    assert [claim.value for claim in told.others] == ["1999"]
    assert labels(one(record(2, title="T", publication=Publication("", 1999)))) == ["1999"]


def test_a_thesis_beside_a_paper_is_a_form_of_its_own() -> None:
    thesis = record(1, title="T", type="thesis", publication=Publication("", 2019, publisher="University of Ink"))
    paper = one(thesis, conference(2))
    assert labels(paper) == ["Thesis 2019", "ICML 2021"]
    assert paper.type == "paper-conference"


def test_records_that_say_nothing_of_it_make_no_form() -> None:
    paper = one(record(1, title="T", type="book"), record(2, title="T"))
    assert labels(paper) == ["Book"]
    paper = one(record(1, title="T", type="article-journal"))
    assert (labels(paper), paper.type) == ([], "article-journal")


# Which one is cited, and that nothing is mixed


def test_the_journal_article_is_cited_before_the_conference_paper_and_that_before_the_preprint() -> None:
    assert one(preprint(), conference(), journal()).publication == INK
    assert one(preprint(), conference()).publication == ICML
    assert one(preprint()).publication is None
    assert one(preprint(), conference(), journal()).type == "article-journal"


def test_of_two_journal_articles_the_later_is_cited() -> None:
    later = Publication("Annals of Ink", 2024)
    assert one(journal(1), journal(2, later)).publication == later


def test_the_doi_of_one_form_is_never_shown_with_the_place_of_another() -> None:
    paper = one(conference(doi="10.5555/icml.100"), journal())
    assert (paper.publication, paper.doi) == (INK, None)


def test_a_doi_without_a_venue_is_of_no_form_that_another_record_states() -> None:
    paper = one(conference(1), record(2, title="T", doi="10.5555/who.knows"))
    assert (paper.publication, paper.doi) == (ICML, None)
    assert labels(paper) == ["ICML 2021", "DOI"]
    assert paper.id == "doi-10.5555-who.knows"


def test_venue_pages_and_doi_come_from_one_record_whatever_the_others_add() -> None:
    paper = one(
        conference(1, Publication("ICML", 2021, None, "100", "110")),
        conference(2, Publication("ICML", 2021, "PMLR 139", "100", "110"), doi="10.5555/icml.100"),
        conference(3, Publication("ICML", 2021, "PMLR 139", "100", "110", "1")),
    )
    assert (paper.publication, paper.doi) == (ICML, "10.5555/icml.100")
    (told,) = (each for each in paper.provenance if each.field == "doi")
    assert told.taken.source == "seeds/sources/a.txt:2"


def test_looked_up_metadata_is_believed_where_a_list_contradicts_it() -> None:
    wrong = Publication("ICML", 2020, "PMLR 119", "100", "110")
    paper = one(conference(1, wrong), lock=(locked(9, arxiv="2004.14646", publication=Publication("ICML", 2021)),))
    assert paper.publication == Publication("ICML", 2021)
    (told,) = (each for each in paper.provenance if each.field == "publication")
    assert told.rule == "looked-up metadata beats the lists"


def test_a_list_that_says_the_same_as_looked_up_metadata_and_more_is_taken_whole() -> None:
    looked_up = locked(9, arxiv="2004.14646", publication=Publication("ICML", 2021))
    paper = one(conference(1, doi="10.5555/icml.100"), lock=(looked_up,))
    assert (paper.publication, paper.doi) == (ICML, "10.5555/icml.100")


def test_no_order_of_records_changes_anything() -> None:
    records = [preprint(1), conference(2, doi="10.5555/icml.100"), journal(3), conference(4, Publication("ICML", 2021))]
    papers = [one(*order).manifestations for order in permutations(records)]
    assert all(forms == papers[0] for forms in papers)


# What a person says


def test_a_person_chooses_the_form_by_its_place_and_keeps_its_doi() -> None:
    paper = one(
        conference(1, doi="10.5555/icml.100"), journal(2, doi="10.5555/ink.45"), publication=Publication("ICML", 2021)
    )
    assert (paper.publication, paper.doi) == (Publication("ICML", 2021), "10.5555/icml.100")
    assert paper.type == "paper-conference"
    assert labels(paper) == ["ICML 2021", "Journal of Ink 2022"]


def test_a_person_chooses_the_form_by_its_doi() -> None:
    paper = one(conference(1, doi="10.5555/icml.100"), journal(2, doi="10.5555/ink.45"), doi="10.5555/icml.100")
    assert (paper.publication, paper.doi) == (ICML, "10.5555/icml.100")


def test_a_place_that_only_a_person_knows_takes_no_doi_of_another_form() -> None:
    paper = one(journal(1, doi="10.5555/ink.45"), publication=Publication("Annals of Paper", 2030))
    assert (paper.publication, paper.doi) == (Publication("Annals of Paper", 2030), None)
    assert labels(paper) == ["Journal of Ink 2022", "Annals of Paper 2030"]


def test_a_person_corrects_a_doi() -> None:
    paper = one(conference(1, doi="10.5555/icml.1"), doi="10.5555/icml.100")
    assert (paper.publication, paper.doi) == (ICML, "10.5555/icml.100")
    (told,) = (each for each in paper.provenance if each.field == "doi")
    assert (told.taken.origin, [claim.value for claim in told.others]) == ("person", ["10.5555/icml.1"])


# The date to sort by


@pytest.mark.parametrize(
    ("publication", "order"),
    [
        (Publication("ICML", 2021, month=7, day=18), (2021, 7, 18)),
        (Publication("ICML", 2021, month=7), (2021, 7, 0)),
        (Publication("ICML", 2021, day=18), (2021, 0, 0)),
        (Publication("ICML", 2021, month=13, day=40), (2021, 0, 0)),
    ],
)
def test_a_paper_is_sorted_by_the_month_and_day_that_its_publication_states(
    publication: Publication, order: tuple[int, int, int]
) -> None:
    assert one(conference(1, publication)).order == order


def test_a_paper_is_sorted_by_the_form_that_came_out_first() -> None:
    assert one(conference(1), journal(2)).order == (2021, 0, 0)
