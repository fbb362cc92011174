"""arXiv listings as copied from pages and mails. All papers are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import readers
from papershelf.model import Aside, Item, Problem, Record
from papershelf.readers import arxiv_listing, id_list

PAGE = """\
New submissions for Wednesday, 24 January 2024 (showing 2 of 2 entries)
[1] arXiv:2401.12345 [pdf, html, other]
Title: Rivers at rest: a $\\sqrt{n}$ bound
Ann Brook, Jan van der Moor, Mei Tan
Comments: 9 pages, accepted at ICML 2024. Code at https://github.com/brook/rivers
Subjects: Machine Learning (cs.LG); Computation and Language (cs.CL)

We show that rivers rest. In addition, we show nothing else, which is more than most do.

[2] arXiv:2401.12346 (cross-list from stat.ML) [pdf, ps, html, other]
Title:
Ponds
Authors:
Kim Otis
Journal-ref: Phys.Rev. D46 (1992) 1450-1452
DOI: 10.5555/ponds
Subjects:
Computer Vision and Pattern Recognition (cs.CV)
Total of 2 entries
Showing up to 25 entries per page: fewer | more | all
"""
SEARCH = """\
1. arXiv:2305.02246v3  [pdf, other]  cs.CV cs.AI doi 10.5555/rivers
What matters when building rivers?

Authors: Hugo Brook, Léo Lake

Abstract: …issue, we dig through extensive rivers and find that they matter a lot… ▽ More
Submitted 28 February, 2024; v1 submitted 3 May, 2023; originally announced May 2023.

Comments: 9 pages, 3 figures

arXiv:2305.01483  [pdf, other]  cs.CV
Interleaved Ponds

Authors: Di Pond, Bo Stream

Abstract: We show ponds, all of them. △ Less
Submitted 2 May, 2023; originally announced May 2023.
"""
ONE = """\
Computer Science > Computation and Language
arXiv:2401.12345 (cs)
[Submitted on 23 Jan 2024 (v1), last revised 3 Mar 2024 (this version, v2)]
Title:Rivers at rest
Authors:Ann Brook, Bo Stream
View PDF
HTML (experimental)
Abstract:We study rivers. They are long.
Comments:\t12 pages, ACL 2024
Subjects:\tComputation and Language (cs.CL); Machine Learning (cs.LG)
Cite as:\tarXiv:2401.12345 [cs.CL]
 \t(or arXiv:2401.12345v2 [cs.CL] for this version)
 \t
https://doi.org/10.48550/arXiv.2401.12345
Focus to learn more
Related DOI:\thttps://doi.org/10.5555/rivers
Submission history
From: Ann Brook [view email]
[v1] Tue, 23 Jan 2024 18:59:59 UTC (123 KB)
[v2] Sun, 3 Mar 2024 18:59:59 UTC (124 KB)

Access Paper:
View PDF
"""
RULE = "-" * 78
MAIL = f"""\
From: no-reply@arXiv.org
Subject: cs daily Subj-class mailing 200001 1

{RULE}
Send any comments regarding submissions directly to submitter.
{RULE}
 Submissions to:
Artificial Intelligence
 received from  Wed 11 Feb 26 19:00:00 GMT  to  Thu 12 Feb 26 19:00:00 GMT
{RULE}
\\\\
arXiv:2602.12181 (*cross-listing*)
Date: Thu, 12 Feb 2026 17:11:20 GMT   (56kb)

Title: Convex Rivers and Beyond: New Proof of Existence, Characterization
  and Learning Algorithms
Authors: Ann Brook (1), Ian Lake (1 and 2),
  Tony Pond ((1) Tide, (2) Ebb)
Categories: cs.GT cs.LG
Comments: AISTATS 2026
DOI: 10.5555/rivers
License: http://creativecommons.org/licenses/by/4.0/
\\\\
  Convex rivers were recently introduced as a broad class of
problems that generalize.
  They flow.
\\\\ ( https://arxiv.org/abs/2602.12181 ,  56kb)
{RULE}
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
{RULE}
\\\\
arXiv:hep-th/9901001
replaced with revised version Wed, 11 Feb 2026 22:17:21 GMT   (9726kb)

Title: Water Tests
Authors: Al Hern\\'andez-Brook and Cy Lake
Categories: hep-th
\\\\ ( https://arxiv.org/abs/hep-th/9901001 ,  9726kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
"""


def read(text: str) -> list[Item]:
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return items


def records(text: str) -> list[Record]:
    items = read(text)
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Record)]


def test_an_entry_of_a_page_states_title_authors_comments_subjects_and_abstract() -> None:
    rivers, _ = records(PAGE)
    assert (rivers.arxiv, rivers.title) == ("2401.12345", "Rivers at rest: a $\\sqrt{n}$ bound")
    assert (rivers.authors, rivers.authors_complete) == (("Ann Brook", "Jan van der Moor", "Mei Tan"), True)
    assert (rivers.category, rivers.categories) == ("cs.LG", ("cs.LG", "cs.CL"))
    assert rivers.abstract == "We show that rivers rest. In addition, we show nothing else, which is more than most do."
    assert (rivers.page_count, rivers.code) == (9, ("https://github.com/brook/rivers",))
    assert rivers.publication is not None
    assert (rivers.publication.venue, rivers.publication.year) == ("ICML", 2024)


def test_values_may_stand_below_their_labels_and_a_journal_is_kept() -> None:
    _, ponds = records(PAGE)
    assert (ponds.title, ponds.authors, ponds.doi) == ("Ponds", ("Kim Otis",), "10.5555/ponds")
    assert ponds.notes == ("Phys.Rev. D46 (1992) 1450-1452",)
    assert (ponds.categories, ponds.place.first, ponds.place.last) == (("cs.CV",), 10, 18)


def test_the_frame_of_a_page_is_an_aside() -> None:
    asides = [item.raw for item in read(PAGE) if isinstance(item, Aside)]
    assert [raw.partition(" ")[0] for raw in asides] == ["New", "Total"]


def test_entries_without_line_breaks_are_read_as_well() -> None:
    text = (
        "[3] arXiv:2401.12347 (replaced) [pdf, html, other] Title: Comments on one line Authors: Ann Brook, Bo Stream "
        "Comments: 12 pages Subjects: Computation and Language (cs.CL) [4] arXiv:2401.12348 [pdf] Title: Two "
        "Authors: Cy Lake Subjects: Optics (physics.optics)"
    )
    one, two = records(text)
    assert (one.title, one.authors, one.comments) == ("Comments on one line", ("Ann Brook", "Bo Stream"), ("12 pages",))
    assert (two.arxiv, two.title, two.category) == ("2401.12348", "Two", "physics.optics")


def test_search_results_state_the_days_of_both_versions() -> None:
    rivers, ponds = records(SEARCH)
    assert (rivers.title, rivers.arxiv, rivers.version) == ("What matters when building rivers?", "2305.02246", 3)
    assert (rivers.created, rivers.updated) == (date(2023, 5, 3), date(2024, 2, 28))
    assert (rivers.categories, rivers.comments) == (("cs.CV", "cs.AI"), ("9 pages, 3 figures",))
    assert (ponds.created, ponds.updated, ponds.authors) == (date(2023, 5, 2), None, ("Di Pond", "Bo Stream"))


def test_a_snippet_of_an_abstract_is_no_abstract() -> None:
    rivers, ponds = records(SEARCH)
    assert rivers.abstract is None
    assert ponds.abstract == "We show ponds, all of them."


def test_the_page_of_one_paper_is_read_with_its_version_and_days() -> None:
    (rivers,) = records(ONE)
    assert (rivers.arxiv, rivers.version, rivers.doi) == ("2401.12345", 2, "10.5555/rivers")
    assert (rivers.created, rivers.updated) == (date(2024, 1, 23), date(2024, 3, 3))
    assert (rivers.title, rivers.authors) == ("Rivers at rest", ("Ann Brook", "Bo Stream"))
    assert (rivers.abstract, rivers.comments) == ("We study rivers. They are long.", ("12 pages, ACL 2024",))


def test_the_page_of_one_paper_may_lack_labels_and_state_its_id_below() -> None:
    text = (
        "[Submitted on 12 Jun 2017]\nLakes are enough\nCy Lake, Di Pond\nAbstract: We study lakes.\nCite as: "
        "arXiv:1706.03999 [cs.CL]\n"
    )
    (lakes,) = records(text)
    assert (lakes.title, lakes.authors, lakes.arxiv, lakes.created) == (
        "Lakes are enough",
        ("Cy Lake", "Di Pond"),
        "1706.03999",
        date(2017, 6, 12),
    )


def test_an_entry_of_a_mail_is_unfolded() -> None:
    rivers, _ = records(MAIL)
    assert rivers.title == "Convex Rivers and Beyond: New Proof of Existence, Characterization and Learning Algorithms"
    assert rivers.authors == ("Ann Brook", "Ian Lake", "Tony Pond")
    assert (rivers.categories, rivers.doi, rivers.created) == (("cs.GT", "cs.LG"), "10.5555/rivers", date(2026, 2, 12))
    assert (
        rivers.abstract
        == "Convex rivers were recently introduced as a broad class of problems that generalize. They flow."
    )


def test_a_replacement_tells_the_day_of_the_version_not_of_the_paper() -> None:
    _, water = records(MAIL)
    assert (water.arxiv, water.created, water.updated) == ("hep-th/9901001", None, date(2026, 2, 11))
    assert (water.authors, water.abstract) == (("Al Hern\\'andez-Brook", "Cy Lake"), None)


def test_authors_that_are_not_all_shown_are_not_complete() -> None:
    text = PAGE.replace(
        "Ann Brook, Jan van der Moor, Mei Tan",
        "Authors: Ann Brook, Bo Stream, et al. (37 additional authors not shown)",
    )
    rivers, _ = records(text)
    assert (rivers.authors, rivers.authors_complete) == (("Ann Brook", "Bo Stream"), False)


def test_a_list_of_ids_below_a_page_is_read_as_what_it_is() -> None:
    found = records(f"{PAGE}\n2501.00001\n2501.00002\n")
    assert [(record.arxiv, record.format) for record in found[-2:]] == [
        ("2501.00001", id_list.NAME),
        ("2501.00002", id_list.NAME),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "see [1] arXiv:2401.12345 for it",
        "arXiv:2401.12345\nWe show",
        "Title: Rivers\nAuthors: A. Brook",
        "[Submitted on Monday]",
    ],
)
def test_other_texts_are_no_listing(text: str) -> None:
    assert not arxiv_listing.looks_like(text)


# --- Laws

_pieces = st.one_of(
    st.sampled_from(
        (
            *PAGE.splitlines(True),
            *SEARCH.splitlines(True),
            *ONE.splitlines(True),
            *MAIL.splitlines(True),
            "\\\\\n",
            "Title: ",
            "\n",
            "\r",
            " ",
            "[1] ",
        )
    ),
    st.text(max_size=8),
)


@settings(deadline=None)
@given(text=st.lists(_pieces, max_size=25).map("".join))
def test_nothing_is_lost_doubled_or_moved(text: str) -> None:
    items = list(arxiv_listing.read(text, "x"))
    assert "".join("".join(item.raw for item in items if item.raw).split()) == "".join(text.split())
    assert all(text[item.place.offset :].startswith(item.raw) for item in items)
    for item in items:
        if isinstance(item, Record):
            assert item.arxiv is None or item.arxiv.split("/")[-1] in item.raw


_words = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=8), min_size=2, max_size=8).map(
    lambda w: " ".join(w).capitalize()
)
_people = st.lists(
    st.builds(
        "{} {}".format,
        st.sampled_from(("Ann", "Bo", "Cy", "Élodie")),
        st.sampled_from(("Brook", "Stream", "van Lake", "Ó Pond")),
    ),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(
    listed=st.lists(st.tuples(_words, _people), min_size=1, max_size=4),
    labelled=st.booleans(),
    gap=st.sampled_from(("\n", "\n\n", "\r\n")),
)
def test_a_clean_page_comes_back_whole(listed: list[tuple[str, list[str]]], labelled: bool, gap: str) -> None:
    label = "Authors: " if labelled else ""
    text = gap.join(
        gap.join(
            (
                f"[{n}] arXiv:2401.{n:05} [pdf]",
                f"Title: {title}",
                f"{label}{', '.join(people)}",
                "Subjects: Optics (physics.optics)",
            )
        )
        for n, (title, people) in enumerate(listed, 1)
    )
    assert [(record.arxiv, record.title, list(record.authors)) for record in records(text)] == [
        (f"2401.{n:05}", title, people) for n, (title, people) in enumerate(listed, 1)
    ]


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\t",
        "[",
        "\\\\\n",
        "[1] arXiv:",
        "arXiv:2401.12345 [pdf] ",
        "Title: ",
        "[Submitted on 1 Jan 2024",
        "(",
        "[1]\n",
        "Authors: A, ",
    ],
)
def test_a_huge_text_does_not_hang(piece: str) -> None:
    text = "[1] arXiv:2401.12345 [pdf]\n" + piece * (200_000 // len(piece))
    assert arxiv_listing.looks_like(text)
    assert sum(len("".join(item.raw.split())) for item in arxiv_listing.read(text, "x")) == len("".join(text.split()))
