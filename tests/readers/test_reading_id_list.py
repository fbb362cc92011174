"""Lists of ids and addresses, as people paste them. All papers are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import readers
from papershelf.model import Aside, Item, Problem, Record
from papershelf.readers import id_list
from papershelf.readers.pointers import Pointer, isbn, pointer

HASH = "0123456789abcdef0123456789abcdef01234567"


def read(text: str) -> list[Item]:
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return items


def records(text: str) -> list[Record]:
    return [item for item in read(text) if isinstance(item, Record)]


@pytest.mark.parametrize(
    ("text", "arxiv"),
    [
        ("2401.12345", "2401.12345"),
        ("2401.12345v2", "2401.12345v2"),
        ("arXiv:2401.12345v1", "2401.12345v1"),
        ("ARXIV: 0704.0001", "0704.0001"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136", "math/0309136"),
        ("2001.08361v2.pdf", "2001.08361v2"),
        ("https://arxiv.org/abs/2401.12345", "2401.12345"),
        ("http://arxiv.org/pdf/2401.12345v3.pdf", "2401.12345v3"),
        ("https://arxiv.org/pdf/hep-th/9901001v3", "hep-th/9901001v3"),
        ("https://arxiv.org/html/2401.12345v1#S3", "2401.12345v1"),
        ("https://browse.arxiv.org/pdf/2401.12345.pdf", "2401.12345"),
        ("https://www.alphaxiv.org/abs/2401.12345", "2401.12345"),
        ("https://huggingface.co/papers/2401.12345", "2401.12345"),
        ("https://ar5iv.labs.arxiv.org/html/2401.12345", "2401.12345"),
        ("https://ar5iv.org/abs/2401.12345", "2401.12345"),
        ("https://doi.org/10.48550/arXiv.2401.12345", "2401.12345"),
        ("https://www.arxiv-vanity.com/papers/2401.12345/", "2401.12345"),
        ("<https://arxiv.org/abs/2401.12345>", "2401.12345"),
    ],
)
def test_arxiv_ids_and_addresses_are_known_in_every_form(text: str, arxiv: str) -> None:
    assert pointer(text) == Pointer(arxiv=arxiv)


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.5555/ABC.1", "10.5555/abc.1"),
        ("doi:10.5555/abc.1.", "10.5555/abc.1"),
        ("https://dx.doi.org/10.5555/abc.1", "10.5555/abc.1"),
        ("https://dl.acm.org/doi/abs/10.5555/3292500.1", "10.5555/3292500.1"),
        ("https://dl.acm.org/doi/pdf/10.5555/3292500.1?download=true", "10.5555/3292500.1"),
        ("https://link.springer.com/content/pdf/10.5555%2Fs10994-009.pdf", "10.5555/s10994-009"),
        ("https://link.springer.com/chapter/10.5555/978-3-319-46448-0_8", "10.5555/978-3-319-46448-0_8"),
        ("https://onlinelibrary.wiley.com/doi/full/10.5555/sim.1", "10.5555/sim.1"),
        ("https://www.biorxiv.org/content/10.5555/2020.01.02.1234v1.full.pdf", "10.5555/2020.01.02.1234"),
        (
            "10.5555/(SICI)1097(19980815)17:15<1661::AID>3.0.CO;2-2",
            "10.5555/(sici)1097(19980815)17:15<1661::aid>3.0.co;2-2",
        ),
    ],
)
def test_dois_are_known_in_every_form(text: str, doi: str) -> None:
    assert pointer(text) == Pointer(doi=doi)


@pytest.mark.parametrize("head", ["doi", "DOI", "arxiv_id", '"url"'])
def test_the_name_of_the_only_column_is_no_id(head: str) -> None:
    items = list(readers.read(f"{head}\n10.5555/river.1\nhttps://arxiv.org/abs/2103.01234\n", "x.csv"))
    assert [type(item) for item in items] == [Aside, Record, Record]


@pytest.mark.parametrize(
    ("text", "other", "address"),
    [
        ("P18-9001", ("acl", "P18-9001"), "https://aclanthology.org/P18-9001/"),
        ("2020.acl-main.9001", ("acl", "2020.acl-main.9001"), "https://aclanthology.org/2020.acl-main.9001/"),
        ("https://aclanthology.org/P18-9001.pdf", ("acl", "P18-9001"), "https://aclanthology.org/P18-9001/"),
        (
            "https://www.aclweb.org/anthology/papers/P/P18/P18-9001/",
            ("acl", "P18-9001"),
            "https://aclanthology.org/P18-9001/",
        ),
        ("http://anthology.aclweb.org/D/D14/D14-9162.pdf", ("acl", "D14-9162"), "https://aclanthology.org/D14-9162/"),
        (
            "https://openreview.net/pdf?id=AbC-d_1&noteId=2",
            ("openreview", "AbC-d_1"),
            "https://openreview.net/forum?id=AbC-d_1",
        ),
        ("PMID: 12345678", ("pmid", "12345678"), "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        (
            "https://www.ncbi.nlm.nih.gov/pubmed/12345678",
            ("pmid", "12345678"),
            "https://pubmed.ncbi.nlm.nih.gov/12345678/",
        ),
        ("PMC1234567", ("pmcid", "PMC1234567"), "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"),
        (
            "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/",
            ("pmcid", "PMC1234567"),
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
        ),
        ("CorpusID:1234567", ("corpusid", "1234567"), "https://api.semanticscholar.org/CorpusID:1234567"),
        (
            f"https://www.semanticscholar.org/paper/A-Title-Brook/{HASH}",
            ("semanticscholar", HASH),
            f"https://www.semanticscholar.org/paper/{HASH}",
        ),
        ("ISBN 978-3-16-148410-0", ("isbn", "9783161484100"), ""),
        (
            "https://dblp.org/rec/conf/nips/Brook17.html",
            ("dblp", "conf/nips/Brook17"),
            "https://dblp.org/rec/conf/nips/Brook17",
        ),
        (
            "http://proceedings.mlr.press/v97/brook19a/brook19a.pdf",
            ("pmlr", "v97/brook19a"),
            "http://proceedings.mlr.press/v97/brook19a/brook19a.pdf",
        ),
    ],
)
def test_other_ids_are_known_with_their_page(text: str, other: tuple[str, str], address: str) -> None:
    assert pointer(text) == Pointer(other=other, address=address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rivers",
        "12345678",
        "2413.12345",
        "https://github.com/brook/rivers",
        "https://example.org/10.5555/abc",
        "ISBN 978-3-16-148410-1",
        "https://arxiv.org/list/cs.CL/new",
        "https://openreview.net/group?id=ICLR.cc",
        "10.5/a",
        "https://",
        "PMID: 0",
        "a" * 5000,
    ],
)
def test_what_names_no_paper_points_to_none(text: str) -> None:
    assert pointer(text) is None


def test_the_check_digit_of_an_isbn_is_checked() -> None:
    assert isbn("ISBN-10: 0-8044-2957-X") == "080442957X"
    assert isbn("ISBN 0-8044-2957-1") is None


def test_bullets_numbers_brackets_and_labels_stand_before_an_id() -> None:
    text = (
        "- 2401.00001\n* [x] 2401.00002\n3. 2401.00003\n[4] 2401.00004\n(5) arXiv: 2401.00005\nURL: "
        "https://arxiv.org/abs/2401.00006\n“2401.00007”\n"
    )
    assert [record.arxiv for record in records(text)] == [f"2401.0000{n}" for n in range(1, 8)]


def test_what_follows_an_id_is_a_note_and_a_category_is_one() -> None:
    text = (
        "2401.00001  the long version\n2401.00002 # to read\nhttps://doi.org/10.5555/a - nice\n"
        "arXiv:2401.00003v1 [cs.CL] 3 Jan 2024\nhttps://openreview.net/forum?id=AbCdE (a poster)\n"
    )
    assert [record.notes for record in records(text)] == [
        ("the long version",),
        ("to read",),
        ("nice",),
        ("3 Jan 2024",),
        ("a poster",),
    ]
    assert records(text)[3].category == "cs.CL"


def test_several_ids_of_a_line_are_several_papers_that_share_its_text() -> None:
    text = "2401.00001, 2401.00002;2401.00003 2401.00004\n10.5555/a,b\n"
    found = records(text)
    assert [record.arxiv or record.doi for record in found] == [*(f"2401.0000{n}" for n in range(1, 5)), "10.5555/a,b"]
    assert [record.raw for record in found[:3]] == ["2401.00001,", "2401.00002;", "2401.00003"]


def test_a_title_above_or_before_an_address_is_its_note() -> None:
    text = (
        "Rivers at rest - https://arxiv.org/abs/2401.00001\n\nLakes | a "
        "tab\nhttps://arxiv.org/abs/2401.00002\n\nhttps://arxiv.org/abs/2401.00003\n"
    )
    found = records(text)
    assert [(record.notes, record.place.first, record.place.last) for record in found] == [
        (("Rivers at rest",), 1, 1),
        (("Lakes | a tab",), 3, 4),
        ((), 6, 6),
    ]


def test_a_line_without_id_is_a_problem_and_costs_no_neighbour() -> None:
    items = read("# papers\n2401.00001\nto be found\n// later\n2401.00002\n")
    assert [type(item) for item in items] == [Aside, Record, Problem, Aside, Record]
    problem = items[2]
    assert isinstance(problem, Problem)
    assert str(problem).startswith(
        "x.txt:3: no id or address in “to be found”; right would be: an id or address a line"
    )


def test_a_list_of_bare_numbers_is_one_of_pubmed_ids() -> None:
    assert [record.other_ids for record in records("12345678\n23456789\n")] == [
        (("pmid", "12345678"),),
        (("pmid", "23456789"),),
    ]
    assert readers.recognise("12345678\nrivers\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "As shown in 2401.12345 and arXiv:2407.14622 by others, rivers flow. See also 10.5555/a.",
        (
            "We study rivers. Their length is measured in miles, and our method is faster than "
            "walking.\narXiv:2407.14622\n"
        ),
        (
            "We study rivers. Their length is measured in miles, and our method is "
            "faster.\n\narXiv:2407.14622\nCreated: 2024-07-19\n"
        ),
        "Dear all,\nplease read 2401.12345 until Monday.\nYours\n",
    ],
)
def test_ids_within_prose_or_below_abstracts_are_no_list(text: str) -> None:
    assert not id_list.looks_like(text)


def test_a_dump_below_a_list_is_left_to_its_own_reader() -> None:
    abstract = (
        "We study rivers. Their length is measured in miles, and our method is faster than walking along them. " * 3
    )
    found = records(
        f"2401.00001\n2401.00002\n2401.00003\n2401.00004\n\n{abstract}\n\narXiv:2407.14622\nCreated: 2024-07-19\n"
    )
    assert [(record.arxiv, record.format) for record in found[-2:]] == [
        ("2401.00004", id_list.NAME),
        ("2407.14622", "abstract blocks"),
    ]
    assert found[-1].abstract == abstract.strip()


# --- Laws

_ids = st.sampled_from(
    (
        "2401.12345",
        "arXiv:2401.12345v2",
        "hep-th/9901001",
        "10.5555/a,b",
        "https://doi.org/10.5555/x",
        "P18-9001",
        "PMID: 123456",
    )
)
_pieces = st.one_of(
    _ids,
    st.sampled_from(
        (
            "#",
            "//",
            "- ",
            "1. ",
            "[1] ",
            ", ",
            "; ",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "[cs.CL]",
            "(",
            ")",
            "<",
            ">",
            "\ufeff",
            "ISBN ",
            "a title",
            "x" * 300,
        )
    ),
    st.text(max_size=5),
)


@settings(deadline=None)
@given(text=st.lists(_pieces, max_size=25).map("".join))
def test_nothing_is_lost_doubled_or_moved(text: str) -> None:
    items = list(id_list.read(text, "x"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    assert all(text[item.place.offset :].startswith(item.raw) for item in items)
    assert [item.place.offset for item in items] == sorted(item.place.offset for item in items)


@settings(deadline=None)
@given(
    ids=st.lists(
        st.builds("{:02}{:02}.{:05}".format, st.integers(15, 29), st.integers(1, 12), st.integers(1, 99_999)),
        min_size=1,
        max_size=8,
    )
)
def test_a_clean_list_comes_back_whole(ids: list[str]) -> None:
    text = "\n".join(ids)
    assert readers.recognise(text) == id_list.NAME
    assert [record.arxiv for record in records(text)] == ids


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\t",
        "\u00a0",
        "[",
        "- ",
        "](",
        "#",
        "2401.12345,",
        "2401.12345 ",
        "2401.12345\n",
        "10.5555/",
        "\\\n",
        ",",
        "arXiv:",
        "ISBN 9",
    ],
)
def test_a_huge_line_does_not_hang(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    id_list.looks_like(text)
    assert sum(len("".join(item.raw.split())) for item in id_list.read(text, "x")) == len("".join(text.split()))
