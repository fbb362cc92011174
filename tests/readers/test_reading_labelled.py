"""Papers a field a line, with the field's name before a colon. All papers are invented."""

from __future__ import annotations

from datetime import date

from papershelf import readers
from papershelf.model import Problem, Record
from papershelf.readers import labelled


def read(text: str) -> list[Record]:
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Record)]


def test_a_heading_right_above_fields_is_a_title() -> None:
    """Pages of Notion are exported so."""
    page = "# {}\n\nAuthors: {}\nURL: https://arxiv.org/abs/{}\nYear: 2021\nStatus: Read\n\n## Notes\n\nGood.\n\n"
    text = page.format("Rivers at rest", "Ann Brook, Bo Lake", "2103.01234")
    text += page.format("Seas", "Dee Gull", "2103.01235")
    first, second = read(text)
    assert (first.title, first.authors, first.arxiv) == ("Rivers at rest", ("Ann Brook", "Bo Lake"), "2103.01234")
    assert (second.title, second.authors, second.place.first) == ("Seas", ("Dee Gull",), 12)


def test_the_heading_of_a_page_with_a_list_is_no_title() -> None:
    text = "# Our list\n\nDate: 2021-03-01\n\n- [Still lakes](https://arxiv.org/abs/2103.01236) - A. Noor, 2021.\n"
    assert readers.recognise(text) != labelled.NAME
    (found,) = read(text)
    assert found.title == "Still lakes"


def test_all_fields_of_endnote_are_known() -> None:
    entry = "Reference Type:  Journal Article\nRecord Number: {}\nAuthor: Brook, A. and Lake, B.\nTitle: {}\n"
    first, second = read(f"{entry.format(12, 'Rivers')}Journal: J. Rivers\n\n\n{entry.format(13, 'Seas')}")
    assert (first.given_id, first.type, first.title) == ("12", "article-journal", "Rivers")
    assert (first.authors, second.given_id, second.title) == (("A. Brook", "B. Lake"), "13", "Seas")


def test_a_date_before_each_abstract_is_of_the_abstract_below() -> None:
    entry = "Date: 2021-03-0{}\nAbstract: Rivers of kind {} rest where the land is flat and nobody has dug a bed.\n"
    for rule in ("", "---\n", "\n", "\n=====\n\n"):
        found = read(rule.join(map(entry.format, range(2, 5), range(2, 5))))
        assert [(one.created, (one.abstract or "")[15:16]) for one in found] == [
            (date(2021, 3, 2), "2"),
            (date(2021, 3, 3), "3"),
            (date(2021, 3, 4), "4"),
        ]
        assert not any("-" in (one.abstract or "") or "=" in (one.abstract or "") for one in found)


def test_a_line_of_dashes_below_a_title_ends_no_paper() -> None:
    (found,) = read("Title: Rivers at rest\n=====\nAuthors: Ann Brook\nYear: 2021\n")
    assert found.authors == ("Ann Brook",)
