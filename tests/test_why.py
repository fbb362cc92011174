"""`papershelf why`: one paper explained in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from papershelf import locked, why
from papershelf.dedupe import dedupe
from papershelf.merge import merge
from papershelf.model import Library, Record
from record_builder import record, seed_records, without_dates

ROOT = Path(__file__).parent.parent


def library(records: list[Record], lock: tuple[Record, ...] = ()) -> Library:
    decided = dedupe(records, lock)
    merged = merge(decided.clusters)
    return Library(
        papers=merged.papers, authors=(), topics=(), matches={}, relations={}, byline={}, sources=(), problems=(),
        questions=(*decided.questions, *merged.questions),
    )  # fmt: skip


@pytest.fixture(scope="module")
def seeds() -> Library:
    return library(seed_records(), locked.read(ROOT).records)


@pytest.mark.parametrize(
    "ref",
    [
        "2309.00267", "2309.00267v2", "arXiv:2309.00267", "2309-00267", "https://arxiv.org/pdf/2309.00267v1",
        "papers/2309.00267/", "https://example.org/reading-list/papers/2309.00267/",
        "RLAIF vs. RLHF: scaling reinforcement learning from human feedback with AI feedback",
        "RLAIF: Scaling Reinforcement Learning from Human Feedback with AI Feedback",
    ],
)  # fmt: skip
def test_a_paper_is_found_by_every_name_people_use(seeds: Library, ref: str) -> None:
    found = why.why(seeds, ref)
    assert found is not None
    assert found.startswith("RLAIF vs. RLHF: Scaling Reinforcement Learning from Human Feedback with AI Feedback\n")


def test_a_paper_is_found_by_its_doi_and_by_the_key_of_a_record(seeds: Library) -> None:
    paper = next(paper for paper in seeds.papers if paper.id == "2306.00186")
    for ref in ("10.18653/V1/2023.acl-long.344", "https://doi.org/10.18653/v1/2023.acl-long.344", paper.members[0].key):
        found = why.why(seeds, ref)
        assert found is not None
        assert "page papers/2306.00186/" in found


def test_the_explanation_names_records_links_and_for_each_field_what_was_and_was_not_taken(seeds: Library) -> None:
    found = why.why(seeds, "2507.05201") or ""
    lines = [line.strip() for line in found.splitlines()]
    assert "Merged from 5 records" in lines
    for line in (
        "seeds/sources/000_0b4b24458ac519b0.txt:1",
        "seeds/sources/003_f2e179ee7275633c.txt:1",
        "seeds/sources/004_808ebdae4c7efd63.txt:19",
    ):
        assert any(one.startswith(line) for one in lines), line
    assert any(one.startswith("same arXiv id, score 100: ") for one in lines)
    updated = lines.index("updated: 2025-07-12")
    assert lines[updated + 1].startswith("from seeds/locked/metadata.yml:")
    assert lines[updated + 1].endswith(" (public pages, 2026-11-20)")
    assert lines[updated + 2] == "not taken: 2025-07-08"
    assert lines[updated + 3].startswith("from seeds/sources/000_0b4b24458ac519b0.txt:1")
    assert "because: the latest day stated; each is true of a version" in lines


def test_open_questions_are_shown_with_the_lines_that_answer_them() -> None:
    found = why.why(library(without_dates(seed_records())), "2309.00267") or ""
    assert "Open questions" in found
    assert "\n        - same: ['2309.00267', 'r-" in found
    assert "seeds/curated/decisions.yml" in found


def test_the_forms_in_which_a_paper_came_out_are_named_with_the_one_that_is_cited(seeds: Library) -> None:
    found = why.why(seeds, "2306.00186") or ""
    start = found.index("Came out as\n")
    assert found[start:].splitlines()[1:4:2] == [
        "  arXiv 2023: https://arxiv.org/abs/2306.00186",
        "  ACL 2023 (this one is cited): https://doi.org/10.18653/v1/2023.acl-long.344",
    ]
    assert "Came out as" not in (why.why(seeds, "2208.10138") or "")


def test_a_paper_is_found_by_its_citation_key_in_a_source() -> None:
    found = why.why(library([record(1, title="Rivers of ink", given_id="quill2021")]), "quill2021") or ""
    assert found.startswith("Rivers of ink\n")
    assert "(by hand, quill2021)" in found


def test_a_gap_is_explained(seeds: Library) -> None:
    assert "sorted by the month of its arXiv id" in (why.why(seeds, "2110.11943") or "")


@pytest.mark.parametrize("ref", ["2309.99999", "RLAIF", "", " ", "/", "papers/", "\x1b[31m"])
def test_what_names_no_paper_is_not_explained(seeds: Library, ref: str) -> None:
    assert why.why(seeds, ref) is None


def test_what_may_have_been_meant_is_offered(seeds: Library) -> None:
    assert why.close(seeds, "2309.00276")[0].startswith("2309.00267  RLAIF")
    assert why.close(seeds, "rlaif vs rlhf scaling")[0].startswith("2309.00267  RLAIF")
    assert why.close(seeds, "\U0001f9ea") == ()


def test_no_source_text_can_command_the_terminal() -> None:
    hostile = "A \x1b]0;owned\x07title\u202e with\nlines"
    found = why.why(library([record(1, title=hostile, arxiv="2402.11111", abstract=hostile)]), "2402.11111") or ""
    assert not set(found) & {"\x1b", "\x07", "\u202e", "\r"}
    assert found.splitlines()[0] == "A ]0;ownedtitle with lines"
