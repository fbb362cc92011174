"""Author listings: category and date, title glued to authors, abstract. All papers are invented."""

from __future__ import annotations

from datetime import date

import pytest

from papershelf import readers
from papershelf.model import Problem, Record

RIVER = "We study rivers. Their length is measured in miles, and our method is faster than walking along them."
LAKE = "We introduce LakeNet, a network for lakes. It is deeper than all ponds that were examined before."
RIVERS_AT_REST = f"CLJul 31, 2024\nRivers at RestAnn Brook, Bo Stream et al. · lab, eth\n{RIVER}"
LAKENET = f"NCNov 15, 2019\nLakeNet: A StudyCy Lake, Di Pond\n{LAKE}"


def read(text: str) -> tuple[list[Record], list[Problem]]:
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


def test_an_entry_is_header_heading_and_abstract() -> None:
    (river, lake), problems = read(f"{RIVERS_AT_REST}\n{LAKENET}\n")
    assert problems == []
    assert (river.category, river.created, river.title) == ("CL", date(2024, 7, 31), "Rivers at Rest")
    assert (river.authors, river.authors_complete, river.affiliations) == (
        ("Ann Brook", "Bo Stream"),
        False,
        ("lab", "eth"),
    )
    assert (river.abstract, river.heading) == (RIVER, "Rivers at RestAnn Brook, Bo Stream et al. · lab, eth")
    assert (lake.category, lake.title, lake.authors, lake.authors_complete) == (
        "NC",
        "LakeNet: A Study",
        ("Cy Lake", "Di Pond"),
        True,
    )
    assert (str(river.place), str(lake.place), lake.settled_by) == ("x.txt:1-3", "x.txt:4-6", "text")


@pytest.mark.parametrize(
    ("header", "category", "day"),
    [
        ("CLJul 31, 2024", "CL", date(2024, 7, 31)),
        ("cs.CLJul 31, 2024", "cs.CL", date(2024, 7, 31)),
        ("CL Jul 31, 2024", "CL", date(2024, 7, 31)),
        ("CLJuly 31, 2024", "CL", date(2024, 7, 31)),
        ("CLSept 1, 2023", "CL", date(2023, 9, 1)),
        ("CLMar 13, 2024", "CL", date(2024, 3, 13)),
        ("MAMay 3, 2020", "MA", date(2020, 5, 3)),
        ("Jul 31, 2024", None, date(2024, 7, 31)),
        ("OPTICSMar 16, 2015", "OPTICS", date(2015, 3, 16)),
        ("hep-thJan 3, 2020", "hep-th", date(2020, 1, 3)),
        ("STR-ELJun 17, 2005", "STR-EL", date(2005, 6, 17)),
        ("q-bio.NCNov 15, 2019", "q-bio.NC", date(2019, 11, 15)),
        ("cond-mat.stat-mechNov 15, 2019", "cond-mat.stat-mech", date(2019, 11, 15)),
        ("\ufeffCLJul 31, 2024", "CL", date(2024, 7, 31)),
        ("XXJul 31, 2024", "XX", date(2024, 7, 31)),
    ],
)
def test_a_header_is_a_category_glued_to_a_date(header: str, category: str | None, day: date) -> None:
    (record, _), problems = read(f"{header}\nRivers at RestAnn Brook, Bo Stream et al.\n{RIVER}\n{LAKENET}\n")
    assert problems == []
    assert (record.category, record.created, record.abstract) == (category, day, RIVER)


@pytest.mark.parametrize("header", ["CLFeb 30, 2024", "CLFeb 29, 2023", "CLJum 31, 2024", "cs.CLJul 0, 2024"])
def test_a_day_that_does_not_exist_is_reported_and_the_record_kept_without_day(header: str) -> None:
    (lake, river), (problem,) = read(f"{LAKENET}\n{header}\nRivers at RestAnn Brook, Bo Stream et al.\n{RIVER}\n")
    assert lake.abstract == LAKE
    assert (river.created, river.title, river.abstract) == (None, "Rivers at Rest", RIVER)
    assert str(problem) == f"x.txt:4: “{header}” is no date; right would be: a day that exists, as “Jul 31, 2024”"


@pytest.mark.parametrize(
    "line", ["Submitted Jul 31, 2024", "Berlin, Jul 31, 2024", "Berlin 17, 2021", "We met on Jul 31, 2024", "Jul 2024"]
)
def test_a_line_with_other_words_is_no_header(line: str) -> None:
    assert readers.recognise(f"{line}\nRivers at RestAnn Brook, Bo Stream et al.\n{RIVER}\n") is None


def test_an_abstract_may_be_wrapped_by_hand() -> None:
    wrapped = "We study rivers in their beds and\nout of their beds, where they are\nlonger. Half of them are."
    (record, _), problems = read(f"CLJul 31, 2024\nRivers at RestAnn Brook et al.\n{wrapped}\n{LAKENET}")
    assert problems == []
    assert (
        record.abstract
        == "We study rivers in their beds and out of their beds, where they are longer. Half of them are."
    )


def test_comment_lines_and_the_papers_id_may_stand_below_the_abstract() -> None:
    (record, lake), problems = read(f"{RIVERS_AT_REST}\n11 pages\nACL 2024\narXiv:2407.14622v2\n{LAKENET}")
    assert problems == []
    assert (record.comments, record.page_count, record.arxiv, record.version) == (
        ("11 pages", "ACL 2024"),
        11,
        "2407.14622",
        2,
    )
    assert lake.arxiv is None


def test_a_header_without_paper_is_reported() -> None:
    found, problems = read(f"LGDec 22, 2014\n{RIVERS_AT_REST}\nLGJun 10, 2014\n")
    assert [r.title for r in found] == ["Rivers at Rest"]
    assert [(p.place.first, p.raw) for p in problems] == [(1, "LGDec 22, 2014"), (5, "LGJun 10, 2014")]


def test_an_abstract_where_the_heading_should_be_makes_no_title() -> None:
    (record, _), (problem,) = read(f"CLJun 12, 2017\n{RIVER}\n{LAKENET}\n")
    assert (record.title, record.authors, record.heading, record.abstract) == (None, (), None, RIVER)
    assert (record.category, record.created) == ("CL", date(2017, 6, 12))
    assert problem.message == "no title and authors above this abstract"


def test_a_heading_without_abstract_is_kept() -> None:
    (record, _), problems = read(f"CLJun 12, 2017\nRivers at RestAnn Brook, Bo Stream et al.\n{LAKENET}\n")
    assert problems == []
    assert (record.title, record.abstract) == ("Rivers at Rest", None)


def test_an_entry_that_lost_its_header_is_kept_and_reported() -> None:
    (lake, river), (problem,) = read(f"{LAKENET}\n" + RIVERS_AT_REST.partition("\n")[2])
    assert lake.abstract == LAKE
    assert (river.title, river.abstract, river.created, river.category) == ("Rivers at Rest", RIVER, None, None)
    assert (problem.place.first, problem.message) == (4, "no category and date above this heading")


def test_a_header_glued_to_the_abstract_before_it_is_found() -> None:
    (lake, river), problems = read(f"{LAKENET}{RIVERS_AT_REST}")
    assert problems == []
    assert (lake.abstract, river.title, river.created) == (LAKE, "Rivers at Rest", date(2024, 7, 31))


def test_an_abstract_glued_to_its_heading_is_found() -> None:
    text = f"{RIVER} {RIVER}"
    (record,), problems = read(f"CLJul 31, 2024\nRivers at RestAnn Brook, Bo Stream et al.{text}\n")
    assert problems == []
    assert (record.title, record.authors, record.abstract) == ("Rivers at Rest", ("Ann Brook", "Bo Stream"), text)


def test_headings_of_the_file_are_reported_and_belong_to_no_abstract() -> None:
    (river, lake), problems = read(f"# Rivers\n\n{RIVERS_AT_REST}\n\n## Lakes\n\n{LAKENET}\n\n(to be continued)\n")
    assert (river.abstract, lake.abstract) == (RIVER, LAKE)
    assert [(p.place.first, p.raw) for p in problems] == [(1, "# Rivers"), (7, "## Lakes"), (13, "(to be continued)")]


def test_a_heading_that_the_text_cannot_settle_leaves_title_and_authors_open() -> None:
    (record,), problems = read(
        "CLJul 31, 2024\nStudies of Blood Group ABJ Brook, M Stream\n"
        "Platelets were kept cold for a week or two. They kept.\n"
    )
    assert problems == []
    assert (record.title, record.authors, record.settled_by) == (None, (), "")
    assert record.heading == "Studies of Blood Group ABJ Brook, M Stream"
    assert {split.title for split in record.splits} >= {"Studies of Blood Group AB", "Studies of Blood Group A"}
