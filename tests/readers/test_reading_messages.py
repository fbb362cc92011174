"""Mails and chats: sentences with addresses of papers in them."""

from __future__ import annotations

from papershelf import readers
from papershelf.model import Aside, Problem, Record
from papershelf.readers import messages


def test_each_address_is_a_paper_and_the_words_beside_it_are_its_note() -> None:
    text = "Ann  10:22 AM\nhas anyone read https://arxiv.org/abs/2401.12345? It is long\n+1\nnothing new here\n"
    head, paper, rest = readers.read(text, "x.txt")
    assert isinstance(paper, Record)
    assert (paper.arxiv, paper.notes, paper.format) == ("2401.12345", ("has anyone read? It is long",), messages.NAME)
    assert isinstance(head, Aside)
    assert isinstance(rest, Aside)
    assert rest.raw == "+1\nnothing new here"


def test_a_line_right_above_an_address_is_its_note() -> None:
    text = "Dear all,\n\n> Rivers at rest\n> <https://arxiv.org/abs/2401.12345>\n\nYours, Ann Brook\n"
    (paper,) = [item for item in readers.read(text, "x.txt") if isinstance(item, Record)]
    assert (paper.arxiv, paper.notes) == ("2401.12345", ("Rivers at rest",))
    assert paper.raw == "> Rivers at rest\n> <https://arxiv.org/abs/2401.12345>"


def test_a_paragraph_without_an_address_is_a_problem() -> None:
    text = f"see https://doi.org/10.5555/a for this\n{'We study rivers. ' * 30}\n"
    paper, problem = readers.read(text, "x.txt")
    assert isinstance(paper, Record)
    assert isinstance(problem, Problem)
    assert problem.place.first == 2
    assert problem.message.startswith("no address of a paper in “We study rivers.")


def test_addresses_of_other_things_make_no_message() -> None:
    assert readers.recognise("see https://example.org/a and arXiv:2401.12345 for this\n") is None


def test_markup_is_no_message() -> None:
    assert readers.recognise("<rss><item><link>https://arxiv.org/abs/2401.12345</link></item></rss>\n") is None
