"""Bibliographies of LaTeX papers. All papers are invented."""

from __future__ import annotations

import pytest

from papershelf import readers
from papershelf.model import Aside, Problem, Record
from papershelf.readers import bibitems


def read(text: str) -> tuple[list[Record], list[Problem], list[Aside]]:
    assert readers.recognise(text) == bibitems.NAME
    items = list(readers.read(text, "x.bbl"))
    assert "".join("".join(item.raw for item in items).split()) == "".join(text.split())
    return (
        [i for i in items if isinstance(i, Record)],
        [i for i in items if isinstance(i, Problem)],
        [i for i in items if isinstance(i, Aside)],
    )


def one(text: str) -> Record:
    (record,), problems, _ = read(text)
    assert problems == []
    return record


def test_blocks_tell_where_the_title_ends() -> None:
    title = "\\newblock Do rivers rest? Or wake. A study."
    record = one(f"\\bibitem{{a}}\nAnn Brook.\n{title}\n\\newblock \\emph{{J. Rivers}}, 2021.\n")
    assert (record.given_id, record.title, record.authors) == ("a", "Do rivers rest? Or wake. A study", ("Ann Brook",))
    assert record.publication is not None
    assert (record.publication.venue, record.publication.year) == ("J. Rivers", 2021)


@pytest.mark.parametrize(
    "label",
    ["", "[1]", '[Brook et~al.(2021)Brook, M{\\"u}ller]', '[{Brook et~al.(2021)Brook, and M{\\"u}ller}]%\n   '],
)
def test_a_label_may_have_braces_and_end_in_a_comment(label: str) -> None:
    rest = '\nA.~Brook and B.~M{\\"u}ller.\n\\newblock Rivers at rest.\n\\newblock 2021.\n'
    record = one(f"\\bibitem{label}{{a}}{rest}")
    assert (record.title, record.authors) == ("Rivers at rest", ("A. Brook", "B. Müller"))


def test_the_paper_around_the_bibliography_is_nothing_to_speak_of() -> None:
    text = (
        "\\documentclass{article}\\begin{document}We like rivers \\cite{a}.\n\\begin{thebibliography}{9}\n"
        "\\bibitem{a} A.~Brook, ``Rivers at rest,'' \\emph{J. Rivers}, vol.~3, 2021.\n"
        "\\end{thebibliography}\n\\end{document}\n"
    )
    (record,), problems, asides = read(text)
    assert (record.title, record.place.first, problems, len(asides)) == ("Rivers at rest", 3, [], 2)


def test_an_item_that_shows_neither_title_nor_id_is_a_problem() -> None:
    (record,), (problem,), _ = read("\\bibitem{a} See there.\n\\bibitem{b} A. Brook. Rivers. arXiv:2101.01234, 2021.\n")
    assert (record.given_id, record.arxiv) == ("b", "2101.01234")
    assert problem.raw == "\\bibitem{a} See there."
