"""Plain text of the Cochrane Library. All papers are invented."""

from __future__ import annotations

from papershelf import readers
from papershelf.model import Aside, Record
from papershelf.readers import cochrane

ENTRY = "Record #1 of 2\nID: CN-01234567\nAU: Brook A\nAU: Lake B\nTI: Rivers at rest:\na study\nYR: 2021\n"


def test_an_entry_goes_on_to_the_blank_line_before_the_next() -> None:
    text = f"{ENTRY}AB: We look: at rivers.\nKY: *Rivers; Humans\n\n\nRecord #2 of 2\nID: CN-01234568\nTI: Seas\n"
    assert readers.recognise(text) == cochrane.NAME
    items = list(readers.read(text, "x.txt"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    first, second = (item for item in items if isinstance(item, Record))
    assert [item.raw for item in items if isinstance(item, Aside)] == ["Record #1 of 2", "Record #2 of 2"]
    assert (first.given_id, first.title) == ("CN-01234567", "Rivers at rest: a study")
    assert first.authors == ("A. Brook", "B. Lake")
    assert (first.abstract, first.keywords) == ("We look: at rivers.", ("Rivers", "Humans"))
    assert (second.given_id, second.title, second.place.first) == ("CN-01234568", "Seas", 13)


def test_the_page_of_the_record_is_no_doi_of_the_paper() -> None:
    page = "https://www.cochranelibrary.com/central/doi/10.1002/central/CN-01234567/full"
    (found,) = (item for item in readers.read(f"{ENTRY}US: {page}\n", "x.txt") if isinstance(item, Record))
    assert (found.doi, found.addresses) == (None, (page,))
