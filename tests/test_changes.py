"""What differs between two versions of a list, as a reviewer reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from papershelf.changes import changes
from papershelf.model import Library, Note, Paper, Place, Problem, Question, Record


def record(key: str) -> Record:
    return Record(place=Place("seeds/sources/a.txt"), raw="", key=key, format="blocks")


def paper(id: str, title: str, *keys: str, authors: tuple[str, ...] = ()) -> Paper:
    return Paper(
        id=id, title=title, label=title, abstract=None, authors=authors, members=tuple(record(key) for key in keys)
    )


def library(*papers: Paper, problems: tuple[Problem, ...] = (), questions: tuple[Question, ...] = ()) -> Library:
    return Library(papers, (), (), {}, {}, {}, (), problems, questions)


RLAIF = paper("2309.00267", "RLAIF", "r-1", "r-2")
GEMMA = paper("2403.08295", "Gemma", "r-3")
COUNTS = """\
| | before | after |
|---|---:|---:|
"""


def test_two_equal_lists_differ_in_nothing() -> None:
    assert changes(library(RLAIF, GEMMA), library(RLAIF, GEMMA)) == (
        COUNTS
        + "| papers | 2 | 2 |\n| records | 3 | 3 |\n| authors | 0 | 0 |\n"
        + "| problems | 0 | 0 |\n| questions | 0 | 0 |\n\n"
        + "Nothing changes in what the pages say.\n"
    )


def test_a_new_paper_is_named() -> None:
    text = changes(library(RLAIF), library(RLAIF, GEMMA))
    assert "### Papers added (1)\n\n- Gemma (2403.08295)\n" in text
    assert "| papers | 1 | 2 |" in text
    assert "Papers gone" not in text


def test_a_paper_that_is_gone_is_named() -> None:
    text = changes(library(RLAIF, GEMMA), library(RLAIF))
    assert "### Papers gone (1)\n\n- Gemma (2403.08295)\n" in text


def test_a_paper_whose_records_are_in_another_now_is_merged_and_not_gone() -> None:
    text = changes(library(RLAIF, GEMMA), library(paper("2309.00267", "RLAIF", "r-1", "r-2", "r-3")))
    assert "- Gemma (2403.08295): is now in RLAIF (2309.00267)" in text
    assert "Papers gone" not in text
    assert "### Papers changed (1)\n\n- RLAIF (2309.00267): records\n" in text


def test_a_paper_that_was_part_of_another_is_split_off() -> None:
    text = changes(library(RLAIF), library(paper("2309.00267", "RLAIF", "r-1"), paper("a-slug", "Other", "r-2")))
    assert "### Papers split off (1)\n\n- Other (a-slug): was in RLAIF (2309.00267)\n" in text
    assert "Papers added" not in text


def test_the_fields_that_changed_are_named() -> None:
    text = changes(library(RLAIF), library(paper("2309.00267", "RLAIF, again", "r-1", "r-2", authors=("Lee",))))
    assert "- RLAIF, again (2309.00267): title, authors\n" in text


def test_a_problem_that_only_moved_is_no_news() -> None:
    def at(line: int) -> Problem:
        return Problem(Place("seeds/sources/a.txt", line, line), "no id", "an id", "raw")

    assert "roblem" not in changes(library(problems=(at(3),)), library(problems=(at(9),))).replace("| problems", "")
    assert "### New problems (1)\n\n- seeds/sources/a.txt:9 no id; right would be: an id" in unescape(
        changes(library(), library(problems=(at(9),)))
    )
    assert "### Problems solved (1)" in changes(library(problems=(at(9),)), library())


def test_questions_come_and_go() -> None:
    question = Question("same paper", "Are these one?", "close", "seeds/curated/decisions.yml", ())
    assert "### New questions (1)\n\n- Are these one?" in changes(library(), library(questions=(question,)))
    assert "### Questions settled (1)" in changes(library(questions=(question,)), library())


def test_hostile_titles_mean_nothing_to_github() -> None:
    title = "<script>x</script> ![a](http://e.example/p.png) | @all #1 `c` \u202e&amp;\n# Heading"
    text = changes(library(), library(paper("x", title, "r-1")))
    (line,) = (line for line in text.splitlines() if "script" in line)
    assert not set(re.sub(r"&#?\w+;", "", line)) & set("<>[]|@#`*_\u202e")
    assert unescape(line) == "- <script>x</script> ![a](http://e.example/p.png) | @all #1 `c` &amp; # Heading (x)"


def test_a_long_list_ends_in_a_count() -> None:
    text = changes(library(), library(*(paper(f"{n:04}", "T", f"r-{n}") for n in range(130))))
    assert "### Papers added (130)" in text
    assert "- … and 30 more" in text
    assert text.count("- T (") == 100


def test_a_note_that_came_or_changed_is_named_and_one_that_only_moved_is_not() -> None:
    note = Note("2309.00267", Place("seeds/curated/notes/2309.00267.md", 5, 5), "Words.", tags=("ink",))
    noted = replace(RLAIF, remarks=(note,))
    assert "### Papers changed (1)\n\n- RLAIF (2309.00267): noted\n" in changes(library(RLAIF), library(noted))
    read = replace(noted, remarks=(replace(note, status="read"),))
    assert "- RLAIF (2309.00267): noted\n" in changes(library(noted), library(read))
    moved = replace(note, place=Place(note.place.path, 9, 9), places=(("tags", Place(note.place.path, 8, 8)),))
    assert "Papers changed" not in changes(library(noted), library(replace(RLAIF, remarks=(moved,))))
