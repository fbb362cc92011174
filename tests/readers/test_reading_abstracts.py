"""Abstract blocks and run-on abstracts: texts that end with their id. All papers are invented."""

from __future__ import annotations

from datetime import date

import pytest

from papershelf import readers
from papershelf.model import Problem, Record

RIVER = "We study rivers. Their length is measured in miles, and our method is faster than walking along them."
LAKE = "We introduce LakeNet, a network for lakes. It is deeper than all ponds that were examined before."
SEA = "The sea is large. In this paper we prove that it has a shore, and that the shore has a finite length."
LONG = "We prove a long theorem about water. " * 30


def read(text: str) -> tuple[list[Record], list[Problem]]:
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Problem)]


def test_a_block_is_abstract_comments_id_and_dates() -> None:
    text = f"{RIVER}\n\n18 pages, 8 figures\n\nICML 2021\n\narXiv:2407.14622\nCreated: 2024-07-19 Updated: 2024-08-01\n"
    (record,), problems = read(text)
    assert problems == []
    assert (record.abstract, record.arxiv, record.version) == (RIVER, "2407.14622", None)
    assert (record.created, record.updated) == (date(2024, 7, 19), date(2024, 8, 1))
    assert record.comments == ("18 pages, 8 figures", "ICML 2021")
    assert (record.page_count, record.publication and record.publication.venue) == (18, "ICML")
    assert (record.place.first, record.place.last, record.format) == (1, 8, "abstract blocks")


def test_in_a_run_on_dump_the_next_abstract_is_glued_to_the_id() -> None:
    text = f"{RIVER}\nACL 2023\n11 pages\narXiv:2407.14622{LAKE}\narXiv:2111.02767"
    (river, lake), problems = read(text)
    assert problems == []
    assert (river.arxiv, river.abstract, river.comments) == ("2407.14622", RIVER, ("ACL 2023", "11 pages"))
    assert (lake.arxiv, lake.abstract, lake.comments) == ("2111.02767", LAKE, ())
    assert (str(river.place), str(lake.place), lake.format) == ("x.txt:1-4", "x.txt:4-5", "run-on abstracts")


@pytest.mark.parametrize(
    ("glued", "arxiv", "version", "begins"),
    [
        ("2407.14622We show", "2407.14622", None, "We show"),
        ("2407.14622 We show", "2407.14622", None, "We show"),
        ("2407.14622v2We show", "2407.14622", 2, "We show"),
        ("2407.14622v12We show", "2407.14622", 12, "We show"),
        ("2407.146223D vision", "2407.14622", None, "3D vision"),
        ("2407.14622v23D vision", "2407.14622", 2, "3D vision"),
        ("2407.146222048 is a game", "2407.14622", None, "2048 is a game"),
        ("2407.14622v12048 is a game", "2407.14622", 1, "2048 is a game"),
        ("2407.14622v122024 saw", "2407.14622", 12, "2024 saw"),
        ("1407.14623D vision", "1407.1462", None, "3D vision"),
        ("2407.14622v-structures", "2407.14622", None, "v-structures"),
        ("2407.14622von Neumann", "2407.14622", None, "von Neumann"),
        ("2407.14622$K_4$-free", "2407.14622", None, "$K_4$-free"),
        ("2407.14622“Garbage in", "2407.14622", None, "“Garbage in"),
        ("2407.14622(Sub)gradients", "2407.14622", None, "(Sub)gradients"),
        ("2407.14622河流", "2407.14622", None, "河流"),
        ("hep-th/990100111D gravity", "hep-th/9901001", None, "11D gravity"),
        ("hep-th/9901001deep nets", "hep-th/9901001", None, "deep nets"),
        ("math.GT/0309136We show", "math/0309136", None, "We show"),
    ],
)
def test_what_is_glued_to_an_id_is_the_next_text(glued: str, arxiv: str, version: int | None, begins: str) -> None:
    rest = " that rivers are long, and that no river is longer than the longest of all rivers."
    (river, after), problems = read(f"{RIVER}\narXiv:{glued}{rest}\narXiv:2111.02767\n")
    assert problems == []
    assert (river.arxiv, river.version) == (arxiv, version)
    assert after.abstract == begins + rest


@pytest.mark.parametrize(
    "line",
    [
        "arXiv:2407.14622v3",
        "arxiv:2407.14622v3",
        "ARXIV: 2407.14622v3",
        "\ufeffarXiv:2407.14622v3 ",
        "\tarXiv:2407.14622v3\t",
    ],
)
def test_an_id_line_may_be_written_carelessly(line: str) -> None:
    (record,), problems = read(f"{RIVER}\n\n{line}\nCreated: 2024-07-19")
    assert problems == []
    assert (record.arxiv, record.version, record.created) == ("2407.14622", 3, date(2024, 7, 19))


@pytest.mark.parametrize(
    "mention",
    [
        "This is a companion to arXiv:2001.04536 and goes on.",
        "Rivers are long (arXiv:2001.04536). So are we.",
        "See [arXiv:2001.04536] for our lakes, and go on.",
        "We go on.arXiv:2001.04536 is a companion of ours.",
    ],
)
def test_an_id_that_a_sentence_mentions_is_not_the_papers(mention: str) -> None:
    (record,), problems = read(f"{RIVER} {mention}\narXiv:2407.14622\n")
    assert problems == []
    assert (record.arxiv, record.abstract) == ("2407.14622", f"{RIVER} {mention}")


def test_an_id_at_the_start_of_a_wrapped_line_is_a_mention_too() -> None:
    text = (
        "We study rivers as the authors of\narXiv:2001.04536 did, and go on where they\nstopped for lunch.\n\n"
        "arXiv:2407.14622\n"
    )
    (record,), problems = read(text)
    assert problems == []
    assert record.arxiv == "2407.14622"
    assert (
        record.abstract
        == "We study rivers as the authors of arXiv:2001.04536 did, and go on where they stopped for lunch."
    )


def test_a_text_in_small_letters_may_follow_an_id_after_a_blank() -> None:
    small = "deep rivers are often measured by the same recipe, whatever the water. " * 4
    (river, deep), problems = read(f"{RIVER}\narXiv:2407.14622 {small}\narXiv:2111.02767\n")
    assert problems == []
    assert (river.arxiv, river.abstract, deep.arxiv) == ("2407.14622", RIVER, "2111.02767")


def test_an_id_glued_to_the_end_of_its_abstract_is_found() -> None:
    (river, lake), problems = read(f"{RIVER}arXiv:2407.14622{LAKE}arXiv:2111.02767\n")
    assert problems == []
    assert [(r.arxiv, r.abstract) for r in (river, lake)] == [("2407.14622", RIVER), ("2111.02767", LAKE)]


def test_lines_wrapped_by_hand_are_one_abstract() -> None:
    wrapped = (
        "We study rivers of all kinds in their beds and\nout of them. Half of them are long. How\n"
        "long they are we do not know.\nReads are fast.\n"
    )
    text = f"{wrapped}\nTech report\n\narXiv:2407.14622\nCreated: 2024-07-19\n"
    (record,), problems = read(text)
    assert problems == []
    assert record.abstract == (
        "We study rivers of all kinds in their beds and out of them. Half of them are long. How long they are we do "
        "not know. Reads are fast."
    )
    assert record.comments == ("Tech report",)


def test_a_line_that_begins_with_blanks_is_a_paragraph_of_the_abstract() -> None:
    (record,), problems = read(f"{LONG.strip()}\n  It has a second part.\nPhD thesis, 210 pages\narXiv:1804.01508\n")
    assert problems == []
    assert record.abstract == f"{LONG.strip()}\n\nIt has a second part."
    assert (record.comments, record.page_count) == (("PhD thesis, 210 pages",), 210)


def test_a_paragraph_that_points_back_belongs_to_the_abstract_before_it() -> None:
    (record,), problems = read(
        f"{RIVER}\n\nOur experiments with rivers confirm this. They were made in summer, in a boat.\n\n"
        "arXiv:2407.14622\nCreated: 2024-07-19\n"
    )
    assert problems == []
    assert record.abstract is not None
    assert record.abstract.split("\n\n")[0] == RIVER


def test_two_texts_that_exceed_the_limit_of_arxiv_together_are_two_abstracts() -> None:
    first, second = LONG.strip(), "Our results are these. " * 40
    found, problems = read(f"{first}\n\n{second.strip()}\n\narXiv:2407.14622\nCreated: 2024-07-19\n")
    assert [(r.arxiv, r.abstract) for r in found] == [(None, first), ("2407.14622", second.strip())]
    assert [p.message for p in problems] == ["no id ends this abstract"]


def test_an_abstract_without_id_becomes_a_record_without_id_and_a_problem() -> None:
    text = f"{RIVER}\n\nTech report\n\nCreated: 2015-12-10\n\n{LAKE}\n\narXiv:2111.02767\nCreated: 2021-11-04\n"
    (river, lake), (problem,) = read(text)
    assert (river.arxiv, river.abstract, river.created, river.comments) == (
        None,
        RIVER,
        date(2015, 12, 10),
        ("Tech report",),
    )
    assert (lake.arxiv, lake.abstract, lake.created) == ("2111.02767", LAKE, date(2021, 11, 4))
    assert str(problem) == "x.txt:1: no id ends this abstract; right would be: a line “arXiv:2407.14622” after it"
    assert problem.raw == ""


def test_without_id_and_dates_the_abstract_is_not_given_to_the_next_id_either() -> None:
    (river, lake, sea), (problem,) = read(f"{RIVER}\n{LAKE}\narXiv:2111.02767{SEA}\narXiv:2407.14622\n")
    assert problem.place.first == 1
    assert (river.arxiv, river.abstract) == (None, RIVER)
    assert (lake.arxiv, lake.abstract, sea.arxiv) == ("2111.02767", LAKE, "2407.14622")


def test_a_dump_that_breaks_off_keeps_the_abstract_that_lost_its_id() -> None:
    (river, lake), (problem,) = read(
        f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19\n\n{LAKE}\n\nWork in progress\n\narXiv:2106.09"
    )
    assert (river.arxiv, lake.arxiv) == ("2407.14622", None)
    assert (lake.abstract, lake.comments) == (LAKE, ("Work in progress",))
    assert problem.place.first == 10
    assert problem.message == "“arXiv:2106.09” is no complete arXiv id"


@pytest.mark.parametrize(
    "broken",
    ["arXiv:", "arXiv:2413.00001", "arXiv:2407.1462", "arXiv:2407.146229", "arXiv:1412.69801", "arXiv:hep-th/99"],
)
def test_an_id_that_cannot_be_one_is_reported_and_never_repaired(broken: str) -> None:
    (river, lake), (problem,) = read(
        f"{RIVER}\n\n{broken}\nCreated: 2024-07-19\n\n{LAKE}\n\narXiv:2111.02767\nCreated: 2021-11-04\n"
    )
    assert (river.arxiv, river.abstract, river.created) == (None, RIVER, date(2024, 7, 19))
    assert lake.arxiv == "2111.02767"
    assert (problem.place.first, problem.raw) == (3, "")
    assert broken in problem.message


def test_an_id_written_twice_is_one_id() -> None:
    (river, lake), problems = read(
        f"{RIVER}\narXiv:2407.14622arXiv:2407.14622v2{LAKE}\narXiv:2111.02767\narXiv:2111.02767\n"
    )
    assert problems == []
    assert [(r.arxiv, r.version) for r in (river, lake)] == [("2407.14622", 2), ("2111.02767", None)]


def test_of_two_ids_the_abstract_belongs_to_the_first_and_the_second_is_reported() -> None:
    (record,), (problem,) = read(f"{RIVER}\n\narXiv:2407.14622\narXiv:2111.02767\nCreated: 2024-07-19\n")
    assert (record.arxiv, record.created) == ("2407.14622", date(2024, 7, 19))
    assert str(problem).startswith("x.txt:4: a second id, arXiv:2111.02767, after arXiv:2407.14622;")


def test_an_id_without_abstract_is_kept_and_reported() -> None:
    text = (
        f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19\n\n15 pages\n\narXiv:1706.03762\nCreated: 2017-06-12\n\n"
        "arXiv:1810.04805\nCreated: 2018-10-11\n"
    )
    found, problems = read(text)
    assert [(r.arxiv, r.abstract is None, r.comments) for r in found] == [
        ("2407.14622", False, ()),
        ("1706.03762", True, ("15 pages",)),
        ("1810.04805", True, ()),
    ]
    assert [(p.place.first, p.message) for p in problems] == [
        (8, "no abstract stands before this id"),
        (11, "no abstract stands before this id"),
    ]


def test_headings_rules_and_remarks_between_entries_are_reported_and_belong_to_nobody() -> None:
    text = (
        "Reading list, spring term\n=========================\n\n## Rivers\n\n"
        f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19\n\n---\n\n"
        f"{LAKE}\n\narXiv:2111.02767\nCreated: 2021-11-04\n\n(to be continued)\n"
    )
    (river, lake), problems = read(text)
    assert (river.abstract, river.comments) == (RIVER, ())
    assert (lake.abstract, lake.comments) == (LAKE, ())
    assert [p.place.first for p in problems] == [1, 11, 18]
    assert [p.raw for p in problems][1:] == ["---", "(to be continued)"]


@pytest.mark.parametrize(
    ("dates", "created", "updated", "wrong"),
    [
        ("Created: 2024-07-19", date(2024, 7, 19), None, 0),
        ("created: 2024-07-19, updated: 2024-08-01", date(2024, 7, 19), date(2024, 8, 1), 0),
        ("Updated: 2024-08-01 Created: 2024-07-19", date(2024, 7, 19), date(2024, 8, 1), 0),
        ("Created: 2024-02-30", None, None, 1),
        ("Created: 2024-02-29 Updated: 2023-02-29", date(2024, 2, 29), None, 1),
        ("Created: yesterday", None, None, 1),
        ("Created: 2024-7-1", None, None, 1),
        ("Created:", None, None, 1),
    ],
)
def test_a_day_that_does_not_exist_is_reported_and_the_record_kept(
    dates: str, created: date, updated: date, wrong: int
) -> None:
    found, problems = read(f"{RIVER}\n\narXiv:2407.14622\n{dates}\n\n{LAKE}\n\narXiv:2111.02767\nCreated: 2021-11-04\n")
    assert [(r.arxiv, r.created, r.updated) for r in found] == [
        ("2407.14622", created, updated),
        ("2111.02767", date(2021, 11, 4), None),
    ]
    assert [p.place.first for p in problems] == [4] * wrong


def test_a_text_glued_to_the_date_is_the_next_abstract() -> None:
    (river, lake), problems = read(
        f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19{LAKE}\n\narXiv:2111.02767\nCreated: 2021-11-04"
    )
    assert problems == []
    assert (river.created, lake.abstract) == (date(2024, 7, 19), LAKE)


@pytest.mark.parametrize(
    "abstract",
    [
        "A model with anyons is solved exactly.",
        "Is attention explanation? We say no.",
        "我们提出一种用于中文分词的图神经网络方法。",
        "В работе доказывается теорема.",
    ],
)
def test_an_abstract_may_be_short_and_in_any_language(abstract: str) -> None:
    found, problems = read(f"{abstract}\n4 pages\narXiv:2202.02202{abstract}\narXiv:2202.02203\n")
    assert problems == []
    assert [r.abstract for r in found] == [abstract, abstract]


def test_an_abstract_may_begin_like_a_comment() -> None:
    text = (
        "Oral rivers are told in songs, and we collect them. Supplementing our songs, we add a map of all that is sung."
    )
    (record,), problems = read(f"{text}\n\narXiv:2407.14622\nCreated: 2024-07-19\n")
    assert problems == []
    assert (record.abstract, record.comments) == (text, ())


def test_a_key_names_the_text_of_a_record_wherever_it_stands() -> None:
    (alone,), _ = read(f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19")
    (_, moved), _ = read(
        f"{LAKE}\r\n\r\narXiv:2111.02767\r\n\r\n{RIVER}\r\n\r\narXiv:2407.14622\r\nCreated: 2024-07-19\r\n"
    )
    assert alone.key == moved.key == readers.record_key(alone.raw)
    assert len(alone.key) == 12
    assert alone.key.startswith("r-")


@pytest.mark.parametrize(
    ("arxiv", "dates", "says"),
    [
        ("2407.14622", "Created: 2019-01-01", "created 2019-01-01, but the id arXiv:2407.14622 was issued in 2024-07"),
        ("2407.14622", "Created: 2024-08-01", "created 2024-08-01, but the id arXiv:2407.14622 was issued in 2024-07"),
        ("2407.14622", "Created: 2024-07-02 Updated: 2024-07-01", "updated before it was created"),
    ],
)
def test_dates_that_cannot_be_the_papers_are_reported_and_not_used(arxiv: str, dates: str, says: str) -> None:
    (record,), (problem,) = read(f"{RIVER}\n\narXiv:{arxiv}\n{dates}\n")
    assert (record.arxiv, record.created, record.updated) == (arxiv, None, None)
    assert problem.message == says


def test_a_paper_submitted_in_the_month_before_its_id_keeps_its_day() -> None:
    (record,), problems = read(f"{RIVER}\n\narXiv:2306.00186\nCreated: 2023-05-31\n")
    assert (record.created, problems) == (date(2023, 5, 31), [])


@pytest.mark.parametrize(
    "begins",
    ["It is well known that rivers flow", "Our understanding of rivers", "Third-generation boats", "Results on rivers"],
)
def test_an_abstract_that_lost_its_id_is_not_joined_to_the_next(begins: str) -> None:
    other = f"{begins} is what many people study. We show in this work that they are right about most of it."
    (orphan, record), (problem,) = read(f"{RIVER}\n\n{other}\n\narXiv:2407.14622\nCreated: 2024-07-19\n")
    assert (orphan.arxiv, orphan.abstract) == (None, RIVER)
    assert (record.arxiv, record.abstract) == ("2407.14622", other)
    assert problem.message == "no id ends this abstract"
