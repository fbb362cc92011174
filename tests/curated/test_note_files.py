"""seeds/curated/notes/: what people wrote about papers is read, and every slip is named; the text is never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papershelf import curated
from papershelf.curated.note_file import STATUSES, note, text_of
from papershelf.model import Note, Place

FOLDER = "seeds/curated/notes"
PATH = f"{FOLDER}/2309.00267.md"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., curated.Curated]:
    """Reads a list with the notes given: `read({"2309.00267.md": "…"})`."""

    def read(files: dict[str, str | bytes]) -> curated.Curated:
        for name, content in files.items():
            file = tmp_path / FOLDER / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return curated.read(tmp_path)

    return read


Read = Callable[..., curated.Curated]


def test_a_note_says_all_of_this(read: Read) -> None:
    found = read(
        {
            "2309.00267.md": """\
---
status: to-read
rating: 4
tags: [to discuss, 2024]
topics: [learning-from-feedback]
why: What is lost when a model states the preferences.
added_by: Ada Quill
---

Start with **section 4**.

Then the rest.
"""
        }
    )
    assert found.problems == ()
    assert found.notes == (
        Note(
            ref="2309.00267",
            place=Place(PATH, 10, 12),
            text="Start with **section 4**.\n\nThen the rest.",
            status="to-read",
            rating=4,
            tags=("to discuss", "2024"),
            topics=("learning-from-feedback",),
            why="What is lost when a model states the preferences.",
            added_by="Ada Quill",
            places=(("tags", Place(PATH, 4, 4)), ("topics", Place(PATH, 5, 5))),
        ),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only words.\n", "Only words."),
        ("\ufeff---\r\nstatus: read\r\n---\r\nWords\r\nof Windows.\r\n", "Words\nof Windows."),
        ("---\n---\nNothing above.", "Nothing above."),
        ("---\nstatus: read\n...\nWords.", "Words."),
        ("---\nstatus: read\n---", ""),
        ("", ""),
        ("    code first", "    code first"),
    ],
)
def test_every_key_and_the_text_may_be_left_out(read: Read, text: str, said: str) -> None:
    found = read({"a.md": text})
    assert (found.problems, found.notes[0].text) == ((), said)
    assert found.notes[0].status == ("read" if "status" in text else "")


def test_a_status_is_read_as_people_write_it(read: Read) -> None:
    assert read({"a.md": "---\nstatus: To read\n---\n"}).notes[0].status == "to-read"


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("staus: read", "a.md:2: unknown key 'staus'; right would be: 'status'"),
        ("status: red", "a.md:2: 'status' is 'red'; right would be: one of to-read, reading, read"),
        ("why: ok\nrating: 6", "a.md:3: 'rating' is '6'; right would be: a number from 1 to 5"),
        ("tags: ink", "a.md:2: 'tags' is the text 'ink'; right would be: a list of words: `[to discuss, agents]`"),
        ("- a\n- b", "a.md:2: the file is a list; right would be: keys with values: status, rating,"),
        ("why: [x", "a.md:3: not valid YAML: did not find expected ',' or ']'; right would be: an entry"),
        ("why: a\nwhy: b", "a.md:3: the key 'why' stands here twice; right would be: one entry that says everything"),
    ],
)
def test_a_slip_above_is_named_with_its_line_and_the_words_stay(read: Read, front: str, problem: str) -> None:
    found = read({"a.md": f"---\n{front}\n---\nWords that stay.\n"})
    said = [str(each).removeprefix(f"{FOLDER}/") for each in found.problems]
    assert len(said) == 1
    assert said[0].startswith(problem)
    assert found.notes[0].text == "Words that stay."


def test_a_front_matter_without_an_end_is_text(read: Read) -> None:
    found = read({"a.md": "---\nstatus: read\nWords.\n"})
    assert [each.message for each in found.problems] == ["the front matter has no end"]
    assert found.notes[0].text == "status: read\nWords."


def test_one_slip_costs_no_other_key(read: Read) -> None:
    (found,) = read({"a.md": "---\nstatus: [\nwhy: it is short\n---\nWords."}).notes
    assert (found.why, found.text) == ("it is short", "Words.")


def test_a_note_in_another_encoding_is_a_problem_and_is_shown(read: Read) -> None:
    found = read({"a.md": "Ein schöner Text".encode("latin-1")})
    assert [each.fix for each in found.problems] == ["the file saved as UTF-8"]
    assert found.notes[0].text == "Ein sch\ufffdner Text"


def test_a_file_that_is_no_note_is_named_and_hidden_ones_are_not(read: Read) -> None:
    found = read({"2309.00267.txt": "words", ".2309.00267.md.swp": "x", ".git/a.md": "x"})
    assert [str(each) for each in found.problems] == [
        f"{FOLDER}/2309.00267.txt:1: not read: a note is a file of Markdown; right would be: 2309.00267.md"
    ]
    assert found.notes == ()


def test_a_folder_stands_for_the_slash_of_an_old_id(read: Read) -> None:
    assert read({"cs/0112017.md": "x"}).notes[0].ref == "cs/0112017"


SEEN = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"])
LINE = st.text(SEEN, max_size=30).map(lambda text: " ".join(text.split()))


@settings(deadline=None)
@given(
    st.builds(
        Note,
        ref=st.just("a"),
        place=st.just(Place("a.md")),
        text=st.lists(LINE, max_size=4).map(lambda lines: "\n".join(lines).strip("\n").rstrip()),
        status=st.sampled_from(["", *STATUSES]),
        rating=st.none() | st.integers(1, 5),
        tags=st.lists(LINE.filter(bool), max_size=3, unique=True).map(tuple),
        topics=st.lists(st.sampled_from(["ink", "pens"]), max_size=2, unique=True).map(tuple),
        why=LINE,
        added_by=LINE,
    )
)
def test_a_note_that_is_written_down_reads_the_same(wanted: Note) -> None:
    found, problems = note("a.md", "a", text_of(wanted))
    assert problems == []
    for key in ("text", "status", "rating", "tags", "topics", "why", "added_by"):
        assert getattr(found, key) == getattr(wanted, key), key


def test_a_composed_note_looks_as_a_person_would_write_it() -> None:
    made = Note("a", Place("a.md"), "Words.", "to-read", 3, ("ink", "to discuss"), why="It is short: one page")
    assert text_of(made) == (
        "---\nstatus: to-read\nrating: 3\ntags: [ink, to discuss]\nwhy: 'It is short: one page'\n---\n\nWords.\n"
    )
    assert text_of(Note("a", Place("a.md"), "Words.")) == "Words.\n"
