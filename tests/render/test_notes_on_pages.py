"""What people wrote, on pages: a panel, a line in lists, a page of all of it; reading paths."""

from __future__ import annotations

from dataclasses import replace

from page_reader import Seen, read
from papershelf.model import Gone, Library, Note, NoteStatus, Place, ReadingPath, Step
from papershelf.render import render
from tiny_library import library, paper, settings

NOTE = Note(
    "2401.00001", Place("seeds/curated/notes/2401.00001.md", 8, 9), "Start with **section 4**.", "to-read", 4,
    ("to discuss", "ink & pens"), (), "The first to pour.", "Ada Quill",
)  # fmt: skip
SECOND = Note("old-id", Place("seeds/curated/notes/old-id.md"), "I disagree.", "read")


def pages(made: Library, **given: object) -> dict[str, Seen]:
    return {page.path: read(page) for page in render(made, settings(**given))}


def noted() -> Library:
    return library(paper(title="Rivers", remarks=(NOTE, SECOND)), paper("2401.00002", title="Lakes"))


def paths() -> tuple[ReadingPath, ...]:
    place = Place("seeds/curated/paths.yml")
    steps = (Step("2401.00002", "Ask first.", place), Step("2401.00001", "", place), Step("2401.00003", "End.", place))
    return (
        ReadingPath("start", "Where it starts", "Water, slowly.", place, steps),
        ReadingPath("short", "Short", "", place, steps[1:2]),
    )


def test_a_panel_near_the_top_says_why_status_rating_tags_and_the_words_of_each_writer() -> None:
    page = pages(noted())["papers/2401.00001.md"]
    panel = page.text[: page.text.index("Topics")]
    assert panel.endswith(
        "To read★★★★☆to discussink & pensAda Quill Why read it The first to pour. Start with section 4. "
        "Readold-id I disagree. "
    )
    assert ("aside", "aria-label", "Note by Ada Quill") in page.attributes
    assert ("span", "aria-label", "4 of 5") in page.attributes
    assert "../all/noted/?tag=ink%20%26%20pens" in page.links
    assert page.tags.count("aside") == 2
    assert "seeds/curated/notes/old-id.md note" in page.text
    assert page.sections == pages(library(paper(), paper("2401.00002")))["papers/2401.00001.md"].sections


def test_a_note_of_one_key_is_a_panel_of_one_line() -> None:
    only = replace(NOTE, text="", status="", rating=None, tags=(), added_by="")
    page = pages(library(paper(remarks=(only,))))["papers/2401.00001.md"]
    assert "Why read it The first to pour. Topics" in page.text
    assert ("aside", "aria-label", "Note") in page.attributes


def test_lists_have_a_line_for_status_why_and_tags() -> None:
    made = pages(noted())
    for path in ("papers/index.md", "papers/all/noted.md", "years/2024.md", "topics/ink.md", "authors/author-1.md"):
        assert "To read The first to pour. to discuss ink & pens" in made[path].text, path
        assert made[path].text.count("To read The first") == 1, path
        assert made[path].attributes.count(("b", "data-status", "to-read")) == 1, path


def test_papers_with_a_note_stand_together_by_status_also_in_a_long_list() -> None:
    statuses: tuple[NoteStatus, ...] = ("reading", "read", "")
    others = [paper(f"2401.{n:05}", remarks=(replace(SECOND, status=s),)) for n, s in enumerate(statuses, 3)]
    made = library(*noted().papers, *others)
    for large in (1, 1000):
        found = pages(made, large_from=large)
        page = found["papers/all/noted.md"]
        assert page.sections == ["title", "reading", "to-read", "read", "noted"]
        assert page.text.startswith("Papers with a note 4 of the 5 papers about ")
        assert ("div", "data-filter", "papers") in page.attributes
        assert "all/noted.md" in found["papers/index.md"].links


def test_a_list_without_notes_and_paths_says_nothing_of_them() -> None:
    made = pages(library(paper()))
    assert not {"papers/all/noted.md", "paths/index.md"} & set(made)
    assert not any("noted" in link or "paths" in link for page in made.values() for link in page.links)


def test_a_note_on_a_paper_that_is_gone_stands_on_what_is_left() -> None:
    page = pages(library(paper(), gone=(Gone("gone", "key", "Gone", remarks=(NOTE,)),)))["papers/gone.md"]
    assert "The first to pour. Start with section 4. It was cited here as key" in page.text


def test_a_path_shows_its_steps_in_order_with_authors_year_why_and_status() -> None:
    made = library(*noted().papers, paper("2401.00003", title="Seas"), paths=paths())
    page = pages(made)["paths/start.md"]
    assert page.text.startswith("Where it starts Water, slowly. 3 papers, in the order in which to read them")
    assert "Lakes Ada Quill, Ben Brush · 2024 Ask first. Rivers Ada Quill, Ben Brush · 2024 To read Seas" in page.text
    index = pages(made)["paths/index.md"]
    assert (
        index.text
        == "Reading paths What to read, in which order, and why. 3 papers Where it starts Water, slowly. 1 paper Short"
    )
    for path in ("index.md", "papers/index.md"):
        assert {"paths/start.md", "../paths/index.md"} & set(pages(made)[path].links), path


def test_a_paper_says_which_step_it_is_and_leads_to_the_ones_beside_it() -> None:
    made = library(*noted().papers, paper("2401.00003", title="Seas"), paths=paths())
    found = pages(made)
    middle, first, last = (found[f"papers/2401.{n:05}.md"] for n in (1, 2, 3))
    assert "Step 2 of 3 of Where it starts Before: Lakes Next: Seas Step 1 of 1 of Short Topics" in middle.text
    assert "Step 1 of 3 of Where it starts Next: Rivers Topics" in first.text
    assert "Step 3 of 3 of Where it starts Before: Rivers Topics" in last.text
    assert {"../paths/start.md", "2401.00002.md", "2401.00003.md"} <= set(middle.links)
    assert ("a", "rel", "next") in middle.attributes
