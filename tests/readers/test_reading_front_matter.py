"""Notes about papers with front matter. All papers are invented."""

from __future__ import annotations

from papershelf import readers
from papershelf.model import Aside, Problem, Record
from papershelf.readers import front_matter


def read(text: str) -> list[Record]:
    items = list(readers.read(text, "x.md"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Record)]


def test_lists_and_folded_texts_are_read() -> None:
    (found,) = read(
        '---\ntitle: >-\n  Rivers at rest:\n  a study\nauthor:\n  - name: Ann Brook\n  - "Stream, Bo"\n'
        "status: to read\ndate: 2021-03-01\ndoi: 10.5555/river.2021.3\nkeywords: ['wet, cold', ponds]\n---\n"
    )
    assert (found.title, found.authors) == ("Rivers at rest: a study", ("Ann Brook", "Bo Stream"))
    assert (found.doi, found.notes, found.publication and found.publication.year) == ("10.5555/river.2021.3", (), 2021)
    assert "ponds" in found.keywords


def test_the_text_below_is_a_note_but_other_papers_in_it_are_papers() -> None:
    head = "---\ntitle: Rivers at rest\narxiv: 2103.01234\n---\n"
    (found,) = read(f"{head}# Rivers at rest\nWe liked it: https://arxiv.org/abs/2103.01234\n")
    assert found.notes == ("We liked it: https://arxiv.org/abs/2103.01234",)
    first, second = read(f"{head}See also\n\n- [Still lakes](https://arxiv.org/abs/2103.01236) - A. Noor, 2021.\n")
    assert (first.title, first.notes, second.title, second.place.first) == ("Rivers at rest", (), "Still lakes", 7)


def test_the_front_matter_of_a_page_with_a_list_is_no_paper() -> None:
    text = "---\ntitle: Our list\nauthor: Ann Lee\ndate: 2021-03-01\n---\n\n"
    text += "- [Still lakes](https://arxiv.org/abs/2103.01236) - A. Noor, 2021.\n"
    assert not front_matter.looks_like(text)
    (found,) = read(text)
    assert found.title == "Still lakes"
    assert any(isinstance(item, Aside) for item in readers.read(text, "x.md"))
