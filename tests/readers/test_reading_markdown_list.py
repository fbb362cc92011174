"""Reading lists in Markdown. All papers are invented; the shapes are those of lists that people keep."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import readers
from papershelf.model import Aside, Item, Problem, Record
from papershelf.readers import id_list, markdown_list


def read(text: str) -> list[Item]:
    items = list(readers.read(text, "x.md"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return items


def records(text: str) -> list[Record]:
    return [item for item in read(text) if isinstance(item, Record)]


def one(text: str) -> Record:
    (record,) = records(text)
    return record


def published(record: Record) -> tuple[str, int | None] | None:
    return (record.publication.venue, record.publication.year) if record.publication else None


def test_a_linked_title_authors_venue_year_and_code_are_told_apart() -> None:
    lakes = one(
        "- [Lakes are all you need](https://arxiv.org/abs/2103.01234v2) - A. Noor, B. Okafor, *ICML* 2021. "
        "[[code]](https://github.com/brook/lakes)\n"
    )
    assert (lakes.title, lakes.arxiv, lakes.version) == ("Lakes are all you need", "2103.01234", 2)
    assert (lakes.authors, lakes.authors_complete, published(lakes)) == (("A. Noor", "B. Okafor"), True, ("ICML", 2021))
    assert (lakes.code, lakes.notes) == (("https://github.com/brook/lakes",), ())


@pytest.mark.parametrize(
    ("item", "title", "authors", "venue"),
    [
        (
            "- **Rivers at rest** (2015), A. Brook et al. [[pdf]](http://arxiv.org/pdf/1503.02531)",
            "Rivers at rest",
            ("A. Brook",),
            ("", 2015),
        ),
        (
            "- [2023/05] **Rivers at rest.** *Ann Brook et al. arXiv.* [[paper](https://arxiv.org/abs/2305.06500)]",
            "Rivers at rest",
            ("Ann Brook",),
            ("", 2023),
        ),
        (
            "- [2023/02] Rivers at rest: a study *Ann Brook et al. CVPR* [[paper](https://arxiv.org/abs/2302.04761)]",
            "Rivers at rest: a study",
            ("Ann Brook",),
            ("CVPR", None),
        ),
        (
            "1. **Rivers at Rest?** EMNLP 2019. ![](https://img.shields.io/badge/RIVER-blue)\n\n   *Ann Brook, Bo "
            "Stream.*  [[pdf](https://arxiv.org/abs/1909.01066)], 2019.9",
            "Rivers at Rest?",
            ("Ann Brook", "Bo Stream"),
            ("EMNLP", 2019),
        ),
        (
            "1. **Rivers at rest.** ICML 2019. [paper](https://arxiv.org/pdf/1903.02531.pdf)\n\n    *Brook, Ann "
            "and Stream, Bo and others.*",
            "Rivers at rest",
            ("Ann Brook", "Bo Stream"),
            ("ICML", 2019),
        ),
        (
            "- Rivers at rest: a survey [[CVPR2019 Oral]](https://arxiv.org/abs/1903.04687) "
            "[[Pytorch]](https://github.com/a/b)",
            "Rivers at rest: a survey",
            (),
            ("CVPR", 2019),
        ),
        (
            "- (RC 2019) Rivers at Rest [[paper]](https://arxiv.org/abs/1903.04687)",
            "Rivers at Rest",
            (),
            ("RC", 2019),
        ),
        (
            "1. **[ICML 2019]** Do Rivers Rest? Notes from Two Winters. *Ann J. Brook*. [[PDF]](https://example.org/a.pdf)",
            "Do Rivers Rest? Notes from Two Winters",
            ("Ann J. Brook",),
            ("ICML", 2019),
        ),
        (
            "- [Rivers at rest](https://arxiv.org/abs/1903.04687), Ann García Brook, Bo M. Stream, ICML 2019",
            "Rivers at rest",
            ("Ann García Brook", "Bo M. Stream"),
            ("ICML", 2019),
        ),
        (
            "- **Rivers at rest** [![paper](https://img.shields.io/badge/paper-red)](https://arxiv.org/abs/1903.04687)\n"
            "  - Ann J. Brook, Bo Stream. *ICML 2019*",
            "Rivers at rest",
            ("Ann J. Brook", "Bo Stream"),
            ("ICML", 2019),
        ),
        ("- Rivers at rest [[arXiv 12 Mar 2019]](https://arxiv.org/abs/1903.04687)", "Rivers at rest", (), ("", 2019)),
        (
            '**[7]** Brook, Ann, Bo Stream, and Cy Lake. "**Rivers at rest**." arXiv preprint arXiv:1409.1556 '
            "(2014). [[pdf]](https://arxiv.org/pdf/1409.1556.pdf) **(RestNet)** :star::star:",
            "Rivers at rest",
            ("Ann Brook", "Bo Stream", "Cy Lake"),
            ("", 2014),
        ),
        (
            "* Rivers at rest. Ann Brook, Bo Stream, Cy Lake. NeurIPS 2020. "
            "[Link](https://openreview.net/forum?id=AbCdEf1)",
            "Rivers at rest",
            ("Ann Brook", "Bo Stream", "Cy Lake"),
            ("NeurIPS", 2020),
        ),
        (
            "- Ann Brook, Bo Stream, Cy Lake, Rivers, Lakes and the Sea, JAIR, 1996. "
            "[[Paper]](https://example.org/a.pdf)",
            "Rivers, Lakes and the Sea",
            ("Ann Brook", "Bo Stream", "Cy Lake"),
            ("JAIR", 1996),
        ),
        (
            "- [x] [Rivers \\[at\\] rest\\_](https://arxiv.org/abs/2305.06500), Findings of ACL 2023",
            "Rivers [at] rest_",
            (),
            ("Findings of ACL", 2023),
        ),
        (
            "- 🔥 Paper: [Rivers *at* rest](https://arxiv.org/abs/2305.06500) :fire: ICLR 2025",
            "Rivers at rest",
            (),
            ("ICLR", 2025),
        ),
        (
            "- **RestNet**: [Rivers at rest and lakes in motion](https://arxiv.org/abs/2305.06500)",
            "Rivers at rest and lakes in motion",
            (),
            None,
        ),
        (
            '- [Rivers at rest][r1] ([code][r2])\n\n[r1]: https://arxiv.org/abs/2305.06500 "a title"\n[R2]: '
            "<https://github.com/a/b>",
            "Rivers at rest",
            (),
            None,
        ),
        (
            '- <a href="https://arxiv.org/abs/2305.06500">Rivers <b>at</b> rest</a><br>ICML 2023',
            "Rivers at rest",
            (),
            ("ICML", 2023),
        ),
        (
            "- **Factual Rivers Are [MASK]: Learning vs. Lakes.** NAACL 2021. "
            "[[pdf](https://arxiv.org/abs/2104.05240)]",
            "Factual Rivers Are [MASK]: Learning vs. Lakes",
            (),
            ("NAACL", 2021),
        ),
    ],
)
def test_items_of_every_usual_shape_are_read(
    item: str, title: str, authors: tuple[str, ...], venue: tuple[str, int | None] | None
) -> None:
    record = one(f"# A list\n\n{item}\n")
    assert (record.title, record.authors, published(record)) == (title, authors, venue)


def test_headings_above_an_item_are_its_collection_without_numbers_and_pictures() -> None:
    text = (
        "# Awesome rivers ![](https://example.org/b.svg)\n\n"
        "## Contents\n- [Agents](#agents)\n\n## 1. 🤖 Agents ([back](#contents))\n"
        "- [Rivers at rest](https://arxiv.org/abs/2401.00001)\n### 1.2 Memory ###\n**Long term**\n* [Lakes in motion](https://arxiv.org/abs/2401.00002)\n"
        "\nTools\n-----\n+ [Ponds and sons](https://arxiv.org/abs/2401.00003)\n"
    )
    assert [record.collections for record in records(text)] == [
        ("Agents",),
        ("Agents / Memory / Long term",),
        ("Tools",),
    ]


def test_several_headings_of_the_highest_level_are_topics() -> None:
    text = (
        "# Rivers\n- [Rivers at rest](https://arxiv.org/abs/2401.00001)\n# Lakes\n- [Lakes in "
        "motion](https://arxiv.org/abs/2401.00002)\n"
    )
    assert [record.collections for record in records(text)] == [("Rivers",), ("Lakes",)]


def test_what_stands_below_an_item_belongs_to_it() -> None:
    text = (
        "- [Rivers at rest](https://arxiv.org/abs/2401.00001)\n"
        "  - Ann Brook, Bo Stream, Cy Lake\n"
        "  - Keywords: rest, rivers\n"
        "  - [code](https://github.com/brook/rest), [video](https://example.org/v)\n"
        "  - Abstract: We rest.\n"
        "  - Short, and *good*.\n"
    )
    rivers = one(text)
    assert (rivers.authors, rivers.keywords, rivers.abstract) == (
        ("Ann Brook", "Bo Stream", "Cy Lake"),
        ("rest", "rivers"),
        "We rest.",
    )
    assert (rivers.code, rivers.addresses, rivers.notes) == (
        ("https://github.com/brook/rest",),
        ("https://example.org/v",),
        ("Short, and good.",),
    )
    assert rivers.raw == text.strip()


def test_a_title_may_have_its_links_below_it() -> None:
    rivers = one(
        "- **Rivers at rest**\n  - [paper](https://arxiv.org/abs/2401.00001)\n  - "
        "[code](https://github.com/brook/rest)\n"
    )
    assert (rivers.title, rivers.arxiv, rivers.code) == (
        "Rivers at rest",
        "2401.00001",
        ("https://github.com/brook/rest",),
    )


def test_papers_below_a_date_or_below_another_paper_are_papers_of_their_own() -> None:
    text = (
        "- **[2025.02.07]**\n  - Paper: [Rivers at rest](https://arxiv.org/abs/2401.00001)\n"
        "  - Paper: [Lakes in motion](https://arxiv.org/abs/2401.00002) ICLR 2025\n"
        "- [Ponds and sons](https://arxiv.org/abs/2401.00003)\n  - [Ponds and daughters](https://arxiv.org/abs/2401.00004)\n"
    )
    assert [record.title for record in records(text)] == [
        "Rivers at rest",
        "Lakes in motion",
        "Ponds and sons",
        "Ponds and daughters",
    ]


def test_rows_of_a_table_are_read_by_its_head() -> None:
    text = (
        "| Title | Authors | Venue | Date | Code | Notes |\n|:--|---|:-:|---|---|--:|\n"
        "| **[Rivers at rest](https://arxiv.org/abs/2401.00001)** ![](https://x.org/s.svg) | A. Brook, B. Stream "
        "| NeurIPS | 2023-05-04 | [Github](https://github.com/a/b) | a \\| b |\n"
        "| Lakes in motion | Cy Lake et al. | Lake Letters 2020 | - | - | |\n"
    )
    rivers, lakes = records(text)
    assert (rivers.title, rivers.authors, published(rivers)) == (
        "Rivers at rest",
        ("A. Brook", "B. Stream"),
        ("NeurIPS", None),
    )
    assert (rivers.code, rivers.notes) == (("https://github.com/a/b",), ("a | b",))
    assert (lakes.title, lakes.authors, lakes.authors_complete, published(lakes)) == (
        "Lakes in motion",
        ("Cy Lake",),
        False,
        ("Lake Letters", 2020),
    )


def test_a_column_paper_may_hold_the_link_and_a_tag_stand_before_the_title() -> None:
    text = (
        "|Date|Title|Paper|Code|\n|:---:|:---:|:---:|:---:|\n|2023.09|🔥[**RestNet**] Rivers at rest(@Tide "
        "University etc) |[[pdf]](https://arxiv.org/pdf/2309.06180.pdf)|⚠️|\n"
    )
    rivers = one(text)
    assert (rivers.title, rivers.arxiv, published(rivers)) == ("Rivers at rest", "2309.06180", ("", 2023))
    assert set(rivers.notes) == {"RestNet", "@Tide University etc"}


def test_of_two_columns_that_may_hold_the_title_the_one_with_more_words_does() -> None:
    text = (
        "| Name | Paper |\n|---|---|\n| **RestNet** | [RestNet: Rivers at rest](https://arxiv.org/pdf/2406.04325v1) |\n"
    )
    assert one(text).title == "RestNet: Rivers at rest"


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        ("Ann M. Lee: Rivers at rest, RiverConf 2023.", "Rivers at rest", ("Ann M. Lee",)),
        ("Ann Lee, Bo Lake: Rivers at rest. RiverConf 2023.", "Rivers at rest", ("Ann Lee", "Bo Lake")),
        ("Lee, A. and Lake, B.: Rivers at rest.", "Rivers at rest", ("A. Lee", "B. Lake")),
        ("Lee et al. (2023): Rivers at rest.", "Rivers at rest", ("Lee",)),
        ("A. Lee: Rivers at rest.", "Rivers at rest", ("A. Lee",)),
        ("GPT-4: A Technical Report.", "GPT-4: A Technical Report", ()),
        ("Gradient Descent: The Ultimate Optimizer.", "Gradient Descent: The Ultimate Optimizer", ()),
        ("Lakes, rivers and seas: A survey.", "Lakes, rivers and seas: A survey", ()),
    ],
)
def test_names_may_stand_before_a_colon(text: str, title: str, authors: tuple[str, ...]) -> None:
    record = one(f"# List\n\n- {text} [pdf](https://arxiv.org/abs/2103.01239)\n")
    assert (record.title, record.authors) == (title, authors)
    assert record.publication is None or record.publication.year == 2023


def test_a_bracket_around_an_address_is_no_part_of_the_title() -> None:
    text = (
        "| Date | Presenter | Paper |\n|---|---|---|\n| 12 Mar | Ann | [Rivers](https://arxiv.org/abs/2103.01235) |\n"
        "| 19 Mar | Bo | Still seas (https://arxiv.org/abs/2103.01234) |\n"
    )
    assert [record.title for record in records(text)] == ["Rivers", "Still seas"]


def test_blogs_tools_and_tables_of_contents_are_asides_and_no_problems() -> None:
    text = (
        "# Rivers\nAn *introduction* to [rivers](https://example.org).\n\n- [Models](#models)\n\n## Models\n"
        "- [RiverKit](https://github.com/brook/kit) - a toolkit\n- [A blog on rivers](https://blog.example.org/rivers)\n"
        "- [Rivers at rest](https://arxiv.org/abs/2401.00001)\n\n```bibtex\n- [No item](https://arxiv.org/abs/2401.00002)\n```\n"
        "<!--\n- [No item](https://arxiv.org/abs/2401.00003)\n-->\n<details><summary>More</summary>\n\n* * *\n"
    )
    items = read(text)
    assert [item.title for item in items if isinstance(item, Record)] == ["Rivers at rest"]
    assert not [item for item in items if isinstance(item, Problem)]
    assert any(isinstance(item, Aside) and "RiverKit" in item.raw for item in items)


def test_a_list_without_a_paper_says_so() -> None:
    (problem,) = [
        item for item in read("# Tools\n- [RiverKit](https://github.com/brook/kit)\n") if isinstance(item, Problem)
    ]
    assert str(problem).startswith("x.md:1: no item of this Markdown list is a paper; right would be: items as")
    assert problem.raw == ""


def test_an_item_whose_title_cannot_be_told_is_a_problem_and_costs_no_neighbour() -> None:
    text = (
        "# Books\n- Ann Brook, Bo Stream, Cy Lake, On Rivers, Lakes, and Seas [[Book]](https://example.org/a.pdf)\n"
        "- [Rivers at rest](https://arxiv.org/abs/2401.00001)\n"
    )
    items = read(text)
    assert [type(item) for item in items] == [Aside, Problem, Record]
    assert "title" in str(items[1])


def test_links_that_mention_other_papers_do_not_become_ids_of_this_one() -> None:
    rivers = one(
        "- [Rivers at rest](https://arxiv.org/abs/2401.00001) - Improves on [Lakes in "
        "motion](https://doi.org/10.5555/lakes).\n"
    )
    assert (rivers.arxiv, rivers.doi, rivers.notes) == ("2401.00001", None, ("Improves on Lakes in motion",))


def test_a_paragraph_of_another_format_is_left_to_its_reader() -> None:
    abstract = "We study rivers. Their length is measured in miles, and our method is faster than walking along them."
    found = records(f"# Rivers\n- [Rivers at rest](https://arxiv.org/abs/2401.00001)\n\n{abstract}\narXiv:2407.14622\n")
    assert [(record.arxiv, record.format) for record in found] == [
        ("2401.00001", "Markdown list"),
        ("2407.14622", "run-on abstracts"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# to read\n2401.12345\n2401.12346\n", id_list.NAME),
        ("- 2401.12345\n- https://arxiv.org/abs/2401.12346\n", id_list.NAME),
        ("## Agents\n- 2401.12345\n- https://arxiv.org/abs/2401.12346\n", "Markdown list"),
        ("* [Rivers at rest](https://arxiv.org/abs/2401.00001)\n", "Markdown list"),
        ("We study *rivers*. They are - as we [1] show - long.\narXiv:2407.14622\n", "run-on abstracts"),
    ],
)
def test_a_list_is_recognised_by_its_items(text: str, name: str) -> None:
    assert readers.recognise(text) == name


# --- Laws

_pieces = st.one_of(
    st.sampled_from(
        (
            "# ",
            "## Agents\n",
            "- ",
            "  - ",
            "1. ",
            "* ",
            "[",
            "]",
            "](",
            "](https://arxiv.org/abs/2401.00001)",
            ")",
            "**",
            "*",
            "_",
            "`",
            "```\n",
            "<!--",
            "-->",
            "| a | b |\n",
            "|---|---|\n",
            "\\",
            "![",
            "[[pdf]](https://arxiv.org/pdf/2401.00001)",
            "\n",
            "\n\n",
            "\r\n",
            "===\n",
            "---\n",
            "[r]: https://x.org\n",
            "<details>",
            "A. Brook, B. Stream",
            "(ICML 2021)",
            " - ",
            ":star:",
            "Rivers at rest",
            "\u200b",
            "    ",
            "> ",
            "&amp;",
        )
    ),
    st.text(max_size=6),
)


@settings(deadline=None)
@given(text=st.lists(_pieces, max_size=30).map("".join))
def test_nothing_is_lost_doubled_or_moved(text: str) -> None:
    items = list(markdown_list.read(text, "x"))
    held = [item for item in items if item.raw]
    assert "".join("".join(item.raw for item in held).split()) == "".join(text.split())
    assert all(text[item.place.offset :].startswith(item.raw) for item in held)
    assert [item.place.offset for item in held] == sorted(item.place.offset for item in held)


_titles = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), min_size=3, max_size=8).map(
    lambda words: " ".join(words).capitalize()
)


@settings(deadline=None)
@given(
    listed=st.lists(_titles, min_size=1, max_size=5),
    bullet=st.sampled_from(("- ", "* ", "1. ", "+ ")),
    gap=st.sampled_from(("\n", "\n\n", "\r\n")),
)
def test_a_clean_list_comes_back_whole(listed: list[str], bullet: str, gap: str) -> None:
    text = gap.join(f"{bullet}[{title}](https://arxiv.org/abs/2401.{n:05})" for n, title in enumerate(listed, 1))
    assert [(record.title, record.arxiv) for record in records(text)] == [
        (title, f"2401.{n:05}") for n, title in enumerate(listed, 1)
    ]


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\t",
        "[",
        "- ",
        "|",
        "](",
        "#",
        "*",
        "_",
        "`",
        "<",
        "<!--",
        "- [",
        "- [a\n",
        "- a\n  ",
        "[a](",
        "| a ",
        "![",
        "**a",
        "[^\n",
        "\\",
        "https://",
        "<a href=",
        "&",
    ],
)
def test_a_huge_text_does_not_hang(piece: str) -> None:
    for before in ("", "- [Rivers at rest](https://arxiv.org/abs/2401.00001) ", "|Title|\n|-|\n|"):
        text = before + piece * (100_000 // len(piece))
        markdown_list.looks_like(text)
        assert sum(len("".join(item.raw.split())) for item in markdown_list.read(text, "x")) == len(
            "".join(text.split())
        )
