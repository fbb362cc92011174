"""Reference lists as copied from a PDF: precision over recall. All references are invented (references.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import names, readers
from papershelf.model import Aside, Item, Problem, Record
from papershelf.readers import references
from papershelf.readers.bylines import byline

STYLES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "references.yml").read_text("utf-8"))
ALL = [pytest.param(entry, id=f"{style} {n}") for style, listed in STYLES.items() for n, entry in enumerate(listed)]


def read(text: str) -> list[Item]:
    items = list(references.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return items


def titles(text: str) -> list[str | None]:
    return [item.title for item in read(text) if isinstance(item, Record)]


@pytest.mark.parametrize("entry", ALL)
def test_a_reference_is_read_surely_or_not_at_all(entry: dict[str, Any]) -> None:
    (item,) = read(f"[1] {entry['text']}\n")
    if entry["title"] is None and not (entry.get("arxiv") or entry.get("doi")):
        assert isinstance(item, Problem)
        assert item.message.startswith("neither title nor id can be read surely in “[1] ")
        return
    assert isinstance(item, Record)
    assert (item.title, item.arxiv, item.doi) == (entry["title"], entry.get("arxiv"), entry.get("doi"))
    if entry["title"]:
        assert [names.shown(name) for name in item.authors] == entry["authors"]
        assert item.publication is not None
        assert item.publication.year == entry["year"]


@pytest.mark.parametrize(
    ("text", "venue", "volume", "number", "pages"),
    [
        (
            "A. Weir, “Weirs,” in Proc. 3rd Weir Workshop, Oslo, 2018, pp. 12–15.",
            "Proc. 3rd Weir Workshop",
            None,
            None,
            ("12", "15"),
        ),
        (
            "Tan, M. (2019). Gradient rivers. Journal of River Studies, 12(3), 101–119.",
            "Journal of River Studies",
            "12",
            "3",
            ("101", "119"),
        ),
        (
            "Weir, Ada. “Why rivers rest.” Proceedings of the 12th Conference on Rivers, 2020, pp. 1–9.",
            "Proceedings of the 12th Conference on Rivers",
            None,
            None,
            ("1", "9"),
        ),
        ("Doe, J. A. & Roe, B. Rivers on Mars. Nature 521, 436–444 (2015).", "Nature", "521", None, ("436", "444")),
        (
            "Bach T, See M. Short waves in ponds. Lancet Water. 2019;12(3):101-9.",
            "Lancet Water",
            "12",
            "3",
            ("101", "109"),
        ),
        (
            "Ann Brook and Bo Stream. Deep rivers. In International Conference on Machine Learning, pp. 12–21. "
            "PMLR, 2019.",
            "International Conference on Machine Learning",
            None,
            None,
            ("12", "21"),
        ),
        (
            "Hall R, Wu T. Fishing in ice. In: Brook A, editor. Textbook of streams. London: Tide; 2009. p. 12-30.",
            "Textbook of streams",
            None,
            None,
            ("12", "30"),
        ),
    ],
)
def test_venue_volume_and_pages_are_read_where_they_are_plain(
    text: str, venue: str, volume: str | None, number: str | None, pages: tuple[str, str]
) -> None:
    (item,) = read(f"[1] {text}")
    assert isinstance(item, Record)
    where = item.publication
    assert where is not None
    assert (where.venue, where.volume, where.number, (where.first_page, where.last_page)) == (
        venue,
        volume,
        number,
        pages,
    )


def test_words_addresses_and_ids_cut_by_a_line_break_are_whole_again() -> None:
    text = (
        "[1] A. Weir. Pre-\ntraining for riv-\ners that are state-of-\nthe-art. Tide Letters, 3:1–2, 2019. https://doi.org/10.5555/\n3292500.1\n"
        "[2] B. Lake, “Low-\nRank lakes,” arXiv:2401.\n12345, 2024.\n"
    )
    weir, lake = read(text)
    assert isinstance(weir, Record)
    assert isinstance(lake, Record)
    assert (weir.title, weir.doi) == ("Pre-training for rivers that are state-of-the-art", "10.5555/3292500.1")
    assert (lake.title, lake.arxiv) == ("Low-Rank lakes", "2401.12345")


def test_a_page_number_between_the_lines_of_an_entry_is_none_of_it() -> None:
    assert titles("[1] A. Weir, “Rivers and\n12\n\nlakes,” Tide, 2019.\n[2] B. Lake, “Lakes,” Tide, 2020.\n") == [
        "Rivers and lakes",
        "Lakes",
    ]


def test_entries_that_run_on_in_one_line_are_told_apart_by_their_numbers() -> None:
    text = "[7] A. Weir, “Rivers,” Tide, 2019. [8] B. Lake, “Lakes [5],” Tide, 2020. [9] C. Pond, “Ponds,” Tide, 2021."
    assert titles(text) == ["Rivers", "Lakes [5]", "Ponds"]


@pytest.mark.parametrize("number", ["[{}] ", "{}. ", "({}) ", "{}) "])
def test_every_usual_way_to_number_is_known(number: str) -> None:
    listed = ["A. Weir, “Rivers,” Tide, 2019.", "B. Lake, “Lakes,” Tide, 2020."]
    text = "\n".join(f"{number.format(n)}{entry}" for n, entry in enumerate(listed, 1))
    assert readers.recognise(text) == references.NAME
    assert titles(text) == ["Rivers", "Lakes"]


def test_entries_without_numbers_begin_with_their_authors() -> None:
    text = (
        "References\n\nBrook, A., & Lake, C. (2019). Gradient rivers\nin the north. River Letters, 3, 1–9.\n"
        "Pond, D. (2020). Still waters. River Letters, 4, 2–7.\n"
        "van Rill, E. (2021). Fast waters. River Letters, 5, 1–2.\n"
    )
    assert readers.recognise(text) == references.NAME
    assert titles(text) == ["Gradient rivers in the north", "Still waters", "Fast waters"]
    assert [item.raw for item in read(text) if isinstance(item, Aside)] == ["References"]


def test_lines_may_begin_with_a_year_or_with_the_venue_and_end_in_addresses() -> None:
    text = (
        "Lake, C. D., & Brook, A.\n(2019). Gradient rivers.\nRiver Letters, 3, 1–9. https://doi.org/10.5555/gradient\n"
        "Pond, D. (2020). Still waters.\nArtificial Waters in Medicine, 4(1), 2–7.\nhttps://doi.org/10.5555/still\n"
        "van Rill, E. (2021). Fast waters. River Letters, 5, 1–2. https://doi.org/10.5555/fast\n"
    )
    assert readers.recognise(text) == references.NAME
    assert titles(text) == ["Gradient rivers", "Still waters", "Fast waters"]


def test_an_entry_that_cannot_be_read_costs_its_neighbours_nothing() -> None:
    items = read("[1] A. Weir, “Rivers,” Tide, 2019.\n[2] the mayor, by telephone\n[3] B. Lake, “Lakes,” Tide, 2020.\n")
    assert [type(item) for item in items] == [Record, Problem, Record]
    assert str(items[1]).endswith(
        "right would be: a title in quotes behind the authors, or a DOI, as “doi:10.1234/abc”"
    )


def test_two_ids_of_a_kind_say_that_entries_ran_together_and_none_is_taken() -> None:
    (item,) = read("[1] A. Weir, “Rivers,” arXiv:2401.00001, 2024. B. Lake, “Lakes,” arXiv:2401.00002, 2024.")
    assert isinstance(item, Record)
    assert (item.arxiv, item.title) == (None, "Rivers")


@pytest.mark.parametrize(
    "text",
    [
        "We study rivers. Their length is measured in miles (Brook, 2019).\narXiv:2407.14622\n",
        "1. Wash the river.\n2. Dry the river.\n3. Fold the river.\n",
        "Dear all, we meet at eight. See [1] and [2].",
        "[1] 2\n[3] 4\n",
        "As Brook, A. (2019) says. And so on.",
    ],
)
def test_other_texts_are_no_references(text: str) -> None:
    assert not references.looks_like(text)


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("A. Doe, B. Roe, and C. Poe", ["A. Doe", "B. Roe", "C. Poe"]),
        ("Doe, J., & Roe, A. B.", ["J. Doe", "A. B. Roe"]),
        ("Doe JA, Roe B, van Poe CD", ["J. A. Doe", "B. Roe", "C. D. van Poe"]),
        ("Doe, Jane, and Ada Roe", ["Jane Doe", "Ada Roe"]),
        ("Doe, Jane and Roe, Ada and others", ["Jane Doe", "Ada Roe"]),
        ("Jane Doe, Ada Roe et al.", ["Jane Doe", "Ada Roe"]),
        ("Smith, J. A., Jr., & Jones, B.", ["J. A. Smith Jr.", "B. Jones"]),
        ("Hado van Hasselt, Arthur Brook (Tide), J.-P. Müller", ["Hado van Hasselt", "Arthur Brook", "J.-P. Müller"]),
        ("A. Press, B. Chi, C. Lab, D. Science, E. Doe", ["A. Press", "B. Chi", "C. Lab", "D. Science", "E. Doe"]),
    ],
)
def test_a_byline_is_read_in_every_usual_form(line: str, persons: list[str]) -> None:
    found = byline(line)
    assert found is not None
    assert [name.text for name in found.names] == persons


@pytest.mark.parametrize(
    "line",
    [
        "Deep Learning, Neural Networks",
        "Attention Is All You Need",
        "In Proceedings",
        "OpenRiver",
        "",
        "T. Bach, L",
        "2019, 2020",
        "see A. Doe",
    ],
)
def test_what_is_not_made_of_names_is_no_byline(line: str) -> None:
    assert byline(line) is None


# --- Laws

_pieces = st.one_of(
    st.sampled_from(
        (
            "[1] ",
            "[2] ",
            "\n[3] ",
            "1. ",
            "\n",
            "\n\n",
            "A. Weir, ",
            "Doe, J., & Roe, B. ",
            "(2019). ",
            "“Rivers,” ",
            "Rivers. ",
            "In Proc. ",
            "pp. 1–2",
            "arXiv:2401.12345",
            "doi:10.5555/a",
            "-\n",
            "References\n",
            "et al. ",
            "https://",
            "12\n",
        )
    ),
    st.text(max_size=6),
)


@settings(deadline=None)
@given(text=st.lists(_pieces, max_size=25).map("".join))
def test_nothing_is_lost_doubled_or_moved(text: str) -> None:
    items = read(text)
    assert all(text[item.place.offset :].startswith(item.raw) for item in items)
    assert [item.place.offset for item in items] == sorted(item.place.offset for item in items)


@settings(deadline=None, max_examples=50)
@given(
    listed=st.lists(st.sampled_from([entry for listed in STYLES.values() for entry in listed]), min_size=2, max_size=8),
    data=st.data(),
)
def test_lines_may_break_at_any_space(listed: list[dict[str, Any]], data: st.DataObject) -> None:
    texts = []
    for entry in listed:
        words = entry["text"].split(" ")
        at = data.draw(st.integers(1, max(1, len(words) - 1)))
        texts.append(" ".join(words[:at]) + ("\n" if words[at:] else "") + " ".join(words[at:]))
    text = "\n".join(f"[{n}] {entry}" for n, entry in enumerate(texts, 1))
    expected = [entry["title"] for entry in listed if entry["title"] or entry.get("arxiv") or entry.get("doi")]
    assert titles(text) == expected


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\t",
        "[",
        "[1] ",
        "[1] A. B\n",
        "A. B, ",
        "A, ",
        "“",
        "(2020). ",
        ". ",
        "et al. ",
        "-\n",
        "10.5555/",
        "and ",
        "A. ",
    ],
)
def test_a_huge_text_does_not_hang(piece: str) -> None:
    for before in ("", "[1] A. Weir, “Rivers,” 2019. "):
        text = before + piece * (200_000 // len(piece))
        references.looks_like(text)
        assert sum(len("".join(item.raw.split())) for item in references.read(text, "x")) == len("".join(text.split()))


@pytest.mark.parametrize(
    ("other", "title", "authors"),
    [
        ("Ann Lee, Bo Lake: Seas of the north. ICML 2021.", "Rivers at rest", ("Ann M. Lee",)),
        ("Doe JA, Roe B. Kidneys at rest. Lancet. 2018;11:1-9.", "Lee: Rivers at rest", ("M. Ann",)),
    ],
)
def test_what_a_middle_initial_is_the_other_references_tell(other: str, title: str, authors: tuple[str, ...]) -> None:
    """`Ann M. Lee: Rivers` could be Ann M. on Lee, as `Smith J. Sepsis: Early signs` is."""
    first, second = read(f"1. Ann M. Lee: Rivers at rest. NeurIPS 2023.\n2. {other}\n")
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.title, first.authors) == (title, authors)


def test_where_nothing_tells_what_a_middle_initial_is_there_is_no_title() -> None:
    (problem,) = read("1. Ann M. Lee: Rivers at rest. NeurIPS 2023.\n")
    assert isinstance(problem, Problem)
    assert titles("1. Smith J. Sepsis: a review of cases. Lancet. 2019;12:1-9.\n") == ["Sepsis: a review of cases"]


def test_a_summary_of_pubmed_is_read_with_its_ids() -> None:
    """https://pubmed.ncbi.nlm.nih.gov/help/#citation-manager calls this form Summary (text)."""
    text = (
        "1: Brook A, Stream B, Lake C. Rivers at rest: a study of salt. J River Stud. 2021\n"
        "Mar;12(3):101-119. doi: 10.5555/river.2021.3. Epub 2021 Jan 12. PMID: 33000001; PMCID:\nPMC7900001.\n\n"
        "2: Fjord D, Gull E. Seas awake. Sea Lett. 2022 Jan 5;3(1):1-9. doi:\n10.5555/sea.2022.1. PMID: 35000002.\n"
    )
    assert readers.recognise(text) == references.NAME
    first, second = read(text)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.title, first.authors) == ("Rivers at rest: a study of salt", ("A. Brook", "B. Stream", "C. Lake"))
    assert (first.doi, first.other_ids) == ("10.5555/river.2021.3", (("pmid", "33000001"), ("pmcid", "PMC7900001")))
    assert (second.title, second.doi, second.place.first) == ("Seas awake", "10.5555/sea.2022.1", 5)
    assert second.other_ids == (("pmid", "35000002"),)


def test_one_reference_alone_is_read() -> None:
    text = "Brook, A., & Lake, B. (2021). Rivers at rest. J. Rivers, 12(3), 1–9. https://doi.org/10.5555/river.1\n"
    (found,) = readers.read(text, "x.txt")
    assert isinstance(found, Record)
    assert (found.title, found.authors, found.doi) == ("Rivers at rest", ("A. Brook", "B. Lake"), "10.5555/river.1")


def test_two_papers_with_a_blank_line_between_are_not_one_reference() -> None:
    text = "Ann Brook, Bo Lake:\nRivers. J. Rivers 1: 1-9 (2021)\n[j3] view\n\nDee Gull:\nSeas. ICLR 2022\n"
    assert not references.looks_like(text)


def test_references_of_acm_are_no_list_of_addresses() -> None:
    text = (
        "Ann Brook, Bo Lake, and Cy Gull. 2021. Rivers at Rest. In River Conf. https://doi.org/10.1145/34.1\n\n"
        "Dee Fjord. 2022. Seas Awake. J. Sea 3, 1 (2022), 1–9. https://doi.org/10.1145/34.2\n"
    )
    assert readers.recognise(text) == references.NAME
    assert titles(text) == ["Rivers at Rest", "Seas Awake"]


def test_labels_and_years_of_dblp_belong_to_no_entry() -> None:
    text = (
        "2021\n[j3]\t \n \nAnn Brook, Bo Lake:\nRivers. J. Rivers 12(3): 101-119 (2021)\n2019\n[c2]\n"
        "Dee Fjord, Eve Gull 0001:\nSeas Awake: Notes. ICLR 2020\n2018\n[c1]\nDee Fjord, Cy Heron:\nPonds. ICLR 2018\n"
    )
    found = [item for item in readers.read(text, "x.txt") if not isinstance(item, Aside)]
    assert [(r.title, r.authors, r.publication and r.publication.year) for r in found if isinstance(r, Record)] == [
        ("Rivers", ("Ann Brook", "Bo Lake"), 2021),
        ("Seas Awake: Notes", ("Dee Fjord", "Eve Gull"), 2020),
        ("Ponds", ("Dee Fjord", "Cy Heron"), 2018),
    ]
    assert len(found) == 3
