"""seeds/locked/metadata.yml: each statement a record, each slip named with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from papershelf import locked
from papershelf.model import Publication

REPOSITORY = Path(__file__).parent.parent
STATEMENT = """\
# Facts
- arxiv: '2309.00267'
  from: public pages
  fetched: 2026-11-20
  licence: CC0-1.0
  title: 'RLAIF: A Title'
  earlier_titles: [Before]
  authors: [Ada Moss, Bo Lind, Ada Moss]
  authors_complete: true
  primary_category: cs.CL
  categories: [cs.CL, cs.AI]
  submitted: 2023-09-01
  updated: null
  comment: 18 pages, 9 figures
  publication: {venue: ICML, year: 2024, first_page: 26874, last_page: '26901'}
  doi: 10.5555/ABC
"""


def read(root: Path, text: str) -> locked.Locked:
    (root / "seeds/locked").mkdir(parents=True)
    (root / locked.FILE).write_text(text, encoding="utf-8")
    return locked.read(root)


def test_a_missing_file_states_nothing(tmp_path: Path) -> None:
    assert locked.read(tmp_path) == locked.Locked()


def test_every_fact_of_a_statement_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, STATEMENT)
    assert found.problems == ()
    (one,) = found.records
    assert (one.arxiv, one.title, one.earlier_titles) == ("2309.00267", "RLAIF: A Title", ("Before",))
    assert (one.authors, one.authors_complete) == (("Ada Moss", "Bo Lind", "Ada Moss"), True)
    assert (one.category, one.categories) == ("cs.CL", ("cs.CL", "cs.AI"))
    assert (one.created, one.updated) == (date(2023, 9, 1), None)
    assert (one.comments, one.page_count) == (("18 pages, 9 figures",), 18)
    assert one.publication == Publication("ICML", 2024, None, "26874", "26901")
    assert one.doi == "10.5555/abc"
    assert (one.stated_by, one.stated_on) == ("public pages", date(2026, 11, 20))
    assert (one.format, str(one.place)) == ("locked", "seeds/locked/metadata.yml:2-16")
    assert STATEMENT[one.place.offset :].startswith("- arxiv")
    assert one.raw == STATEMENT.split("\n", 1)[1].rstrip()


def test_a_fact_that_is_absent_is_unknown(tmp_path: Path) -> None:
    found = read(tmp_path, "- {arxiv: '2208.10138', from: public pages, fetched: 2026-11-20, authors_complete: true}\n")
    (one,) = found.records
    assert (one.title, one.authors, one.authors_complete, one.category, one.created) == (None, (), False, None, None)


def test_two_sources_may_speak_about_one_paper_but_each_once(tmp_path: Path) -> None:
    start = "- {arxiv: '2309.00267', fetched: 2026-11-20, from: "
    found = read(tmp_path, f"{start}arXiv}}\n{start}Crossref, doi: 10.5555/1}}\n{start}arXiv, title: Other}}\n")
    assert [one.stated_by for one in found.records] == ["arXiv", "Crossref"]
    (problem,) = found.problems
    assert (problem.place.first, problem.message) == (3, "'arXiv' already stands in line 1 for this paper")


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("'2309.00267'", "'2309.267'", 2, "right would be: an arXiv id"),
        ("fetched: 2026-11-20", "fetched: today", 4, "right would be: a day as 2024-12-31"),
        ("  licence", "  license", 5, "unknown key 'license'; right would be: 'licence'"),
        ("title: 'RLAIF: A Title'", "title: RLAIF: A Title", 6, "not valid YAML"),
        ("authors: [Ada Moss, Bo Lind, Ada Moss]", "authors: Ada Moss", 8, "right would be: a list of names"),
        ("{venue: ICML,", "{", 15, "lacks venue"),
        ("  from: public pages\n", "", 2, "lacks from"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert old in STATEMENT
    found = read(tmp_path, STATEMENT.replace(old, new))
    assert len(found.problems) == 1
    assert str(found.problems[0]).startswith(f"seeds/locked/metadata.yml:{line}:")
    assert problem in str(found.problems[0])


def test_a_statement_that_names_no_paper_is_a_slip(tmp_path: Path) -> None:
    found = read(tmp_path, "- {from: x, fetched: 2026-11-20, title: A}\n")
    assert [problem.message for problem in found.problems] == ["names no paper"]
    assert found.records == ()


def test_this_list_s_lock_states_35_papers_sorted_by_id_without_a_slip() -> None:
    found = locked.read(REPOSITORY)
    assert found.problems == ()
    ids = [one.arxiv for one in found.records]
    assert ids == sorted(set(ids))
    assert len(ids) == 35
    by_id = {one.arxiv: one for one in found.records}
    # What nobody could verify stays unknown.
    assert by_id["2208.10138"].authors == ()
    assert by_id["2110.11943"].created is None
    assert (by_id["2105.12034"].category, by_id["2402.03928"].category) == (None, None)
    # Lengths counted on the public pages.
    assert [len(by_id[ident].authors) for ident in ("2507.05201", "2503.19786", "2408.00118")] == [81, 215, 198]
