"""The page of questions: two records field by field, and a length that a person can read."""

from __future__ import annotations

import re

import pytest

from page_reader import Seen, read
from papershelf.model import Contrast, Place, Problem, Question
from papershelf.render import render
from papershelf.text.beside import beside, runs
from tiny_library import DUMP, library, paper, settings

SIDES = (
    Contrast("title", "Knots on gravel", "Knots on ice", False),
    Contrast("DOI", "10.5555/knots", "", None),
    Contrast("authors", "Ada Moss", "Thea Moss", True),
    Contrast("abstract", "We tie knots and walk on gravel.", "We tie knots and walk on the ice.", False),
)


def question(number: int = 1, sides: tuple[Contrast, ...] = SIDES, settles: int = 2) -> Question:
    a, b = Place(DUMP, 10 * number, 10 * number + 4), Place(DUMP, 1000 + number, 1000 + number)
    answers = (f"- same: ['r-1', 'r-{number}']", f"- different: ['r-1', 'r-{number}']")
    ask = f"Are “Knots” ({a}) and “Bows {number}” ({b}) the same paper?"
    return Question("same paper", ask, "alike", "seeds/curated/decisions.yml", answers, (a, b), 60, settles, sides)


def page(*questions: Question) -> Seen:
    made = library(paper(), questions=questions)
    return read(next(each for each in render(made, settings()) if each.path == "questions.md"))


def markup(*questions: Question) -> str:
    made = library(paper(), questions=questions)
    return next(each.text for each in render(made, settings()) if each.path == "questions.md")


def test_both_sides_stand_in_a_table_with_what_differs_marked() -> None:
    seen = page(question())
    assert "dump.txt, lines 10–14dump.txt, line 1001 title" in seen.text
    text = markup(question())
    assert '<tr class="ps-differs"><th scope="row">title</th>' in text
    assert "<td>Knots on <mark>gravel</mark></td><td>Knots on <mark>ice</mark></td></tr>" in text
    assert '<tr><th scope="row">DOI</th><td>10.5555/knots</td><td>–</td></tr>' in text
    assert '<tr class="ps-agrees"><th scope="row">authors</th><td>Ada Moss</td><td>Thea Moss</td></tr>' in text
    assert seen.unclosed == []


def test_abstracts_stand_folded_below_and_an_equal_one_once() -> None:
    text = markup(question())
    assert "<summary>Both abstracts</summary>" in text
    assert "walk on <mark>gravel.</mark></p>" in text
    same = markup(question(sides=(Contrast("abstract", "We tie.", "We tie.", True),)))
    assert "<summary>The same abstract</summary>" in same
    assert same.count("We tie.") == 1


def test_the_heading_leaves_the_places_to_the_table_and_the_answers_stay() -> None:
    seen = page(question())
    assert "Are “Knots” and “Bows 1” the same paper?" in seen.text
    assert "- same: ['r-1', 'r-1']" in seen.text
    assert "papershelf review" in seen.text


def test_of_hundreds_the_most_useful_stand_there_and_the_rest_is_counted() -> None:
    seen = page(*(question(number, settles=5 if number == 250 else 2) for number in range(1, 301)))
    assert "300 questions for a person" in seen.text
    assert "the 40 most useful of 300; papershelf review --list shows all" in seen.text
    assert len(re.findall(r"the same paper\?", seen.text)) == 40
    assert seen.text.index("Bows 250”") < seen.text.index("Bows 1”")
    assert "the most useful of" not in page(question()).text


def test_of_any_kind_the_most_useful_stand_there_and_check_has_all() -> None:
    names = [
        Question("author", f"Is “A. Moss {n}” Ada Moss?", "an initial", "authors.yml", (f"- {n}",), score=n)
        for n in range(1, 46)
    ]
    seen = page(*names)
    assert "Here are the 40 most useful of 45; papershelf check shows all" in seen.text
    assert ("Moss 45”" in seen.text, "Moss 6”" in seen.text, "Moss 5”" in seen.text) == (True, True, False)
    assert "most useful" not in page(*names[:40]).text


def test_of_thousands_of_problems_the_first_stand_there_and_the_rest_is_counted() -> None:
    problems = tuple(Problem(Place(DUMP, n), f"line {n} is odd", "another") for n in range(1, 1203))
    made = library(paper(), problems=problems)
    seen = read(next(each for each in render(made, settings()) if each.path == "questions.md"))
    assert "1,202 problems with the sources" in seen.text
    assert "And 1,002 more: papershelf check lists all." in seen.text
    assert ("line 200 is odd" in seen.text, "line 201 is odd" in seen.text) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "</td></tr></table>",
        "a\n\nb",
        "`code` *em* [x](y)",
        "{{ 7 * 7 }}",
        "\x1b[31m",
        "| a | b |",
    ],
)
def test_any_text_in_a_side_is_text(text: str) -> None:
    sides = (Contrast("title", text, f"{text} more words", False), Contrast("abstract", text, text, True))
    plain = page(question(sides=(Contrast("title", "x", "x more words", False), Contrast("abstract", "x", "x", True))))
    seen = page(question(sides=sides))
    assert [tag for tag in seen.tags if tag != "mark"] == [tag for tag in plain.tags if tag != "mark"]
    assert (seen.unclosed, seen.links, seen.sections) == ([], plain.links, plain.sections)


def marked(a: str, b: str) -> list[list[str]]:
    return [[run for run, differs in runs(words) if differs] for words in beside(a, b)]


def test_words_that_differ_are_marked_on_both_sides() -> None:
    assert marked("Knots on gravel, part I", "Knots on gravel, part II") == [["I"], ["II"]]
    assert marked("Knots on gravel", "Knots gravel") == [["on"], []]


def test_case_accents_and_punctuation_are_no_difference() -> None:
    assert marked("Knots: On Gravél", "Knots – on gravel.") == [[], ["–"]]


def test_texts_with_little_in_common_are_not_marked() -> None:
    assert marked("Knots on gravel", "Paper boats") == [[], []]


def test_single_words_in_common_do_not_break_up_a_change_in_prose() -> None:
    start, end = (
        "We tie knots and measure how long they hold on walks",
        "and give all of it in a table for people who walk",
    )
    middle = "which nobody has done before the rain came down on the hills of our home and the roads"
    other = "while birds the size of dogs looked on the work from high above our heads and the trees"
    found = marked(f"{start} {middle} {end}", f"{start} {other} {end}")
    assert [len(side) for side in found] == [1, 1]


def test_a_huge_text_is_not_compared() -> None:
    assert marked("knots " * 5_000, "bows knots " * 5_000) == [[], []]
