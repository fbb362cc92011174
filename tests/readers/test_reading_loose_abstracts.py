"""Loose abstracts: paragraphs with an id, an address or a day beside them, or with nothing. All papers are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from papershelf import readers
from papershelf.model import Item, Problem, Record

RIVERS = (
    "We show that rivers rest where nobody looks at them. A survey of three hundred rivers over ten years, by boat and "
    "on foot, finds that they stay where they are, and that their beds move by less than a hand in a year."
)
DUCKS = (
    "This paper counts the ducks on ponds of the north. Ducks are counted in the morning and in the evening, by two "
    "people each, and the two counts agree for nearly all ponds. We discuss where they do not."
)
STREAMS = (
    "Streams are narrow. We measure how narrow they are, in nine countries, with a rope, and find that the rope "
    "matters more than the stream does. Our measurements are available to all who ask for them."
)
TEXTS = (RIVERS, DUCKS, STREAMS)
IDS = ("2104.05678", "2101.04321", "2006.11111")
DAYS = (date(2021, 4, 12), date(2021, 1, 2), date(2020, 6, 19))


def read(text: str) -> list[Item]:
    return list(readers.read(text, "x.txt"))


def records(text: str) -> list[Record]:
    return [item for item in read(text) if isinstance(item, Record)]


def messages(text: str) -> list[str]:
    return [item.message for item in read(text) if isinstance(item, Problem)]


def wrapped(text: str, before: str = "") -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 76:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return f"\n{before}".join([*lines, line])


def dump(entry: Callable[[str, str, date, int], str], between: str = "\n\n") -> str:
    """The three papers, each written by `entry` from its abstract, id, day and number."""
    return between.join(entry(*paper) for paper in zip(TEXTS, IDS, DAYS, (1, 2, 3), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        dump(lambda a, i, d, n: f"[{i}] {a}"),
        dump(lambda a, i, d, n: f"{i}: {a}", "\n"),
        dump(lambda a, i, d, n: f"- **{i}** — {a}", "\n"),
        dump(lambda a, i, d, n: f"**arXiv:{i}** ({d}) — {a}"),
        dump(lambda a, i, d, n: f"arXiv:{i}v2 [cs.CL] {d}\n{a}"),
        dump(lambda a, i, d, n: f"arXiv:{i}\n{wrapped(a)}"),
        dump(lambda a, i, d, n: f"{i}\n\n{a}\n\nSubmitted on {d:%d %B %Y}"),
        dump(lambda a, i, d, n: f"https://arxiv.org/abs/{i}\n{a}"),
        dump(lambda a, i, d, n: f"{a}\nhttps://arxiv.org/abs/{i}"),
        dump(lambda a, i, d, n: f"{a}\n{i}", "\n---\n"),
        dump(lambda a, i, d, n: f"* {a} ([arXiv](https://arxiv.org/abs/{i}))", "\n"),
        dump(lambda a, i, d, n: f"{n}. {a} [{i}]"),
        dump(lambda a, i, d, n: f"{wrapped(a)}\n(arXiv:{i}, {d})"),
        dump(lambda a, i, d, n: f"> {a}\n>\n> — arXiv:{i}"),
        dump(lambda a, i, d, n: f"> {wrapped(a, '> ')}\n> [{i}](https://arxiv.org/abs/{i})"),
        dump(lambda a, i, d, n: f"{a} arXiv:{i}"),
        dump(lambda a, i, d, n: f"{n}) {a}\n18 pages, 8 figures\n(arXiv:{i})"),
        "# Our list\n\n" + dump(lambda a, i, d, n: f"Abstract: {a} (arXiv:{i})"),
    ],
)
def test_an_abstract_gets_the_id_beside_it_wherever_that_stands(text: str) -> None:
    assert [(one.abstract, one.arxiv) for one in records(text)] == list(zip(TEXTS, IDS, strict=True))
    assert messages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        dump(lambda a, i, d, n: f"[{i}] ({d}) {a}"),
        dump(lambda a, i, d, n: f"arXiv:{i} [cs.CL] {d}\n{a}"),
        dump(lambda a, i, d, n: f"{i}\n\n{a}\n\nSubmitted on {d:%d %b %Y}"),
        dump(lambda a, i, d, n: f"{wrapped(a)}\n(arXiv:{i}, {d:%B} {d.day}, {d.year})"),
    ],
)
def test_a_day_beside_it_is_the_day_of_submission(text: str) -> None:
    assert [(one.arxiv, one.created) for one in records(text)] == list(zip(IDS, DAYS, strict=True))


def test_of_two_days_the_second_is_the_last_change() -> None:
    (one,) = records(f"arXiv:2104.05678, 2021-04-12, updated 2021-06-01\n{RIVERS}")
    assert (one.created, one.updated) == (date(2021, 4, 12), date(2021, 6, 1))


def test_a_day_that_the_id_denies_is_reported_and_not_used() -> None:
    text = dump(lambda a, i, d, n: f"arXiv:{i} {2019 if n == 2 else d.year}-{d:%m-%d}\n{a}")
    assert [one.created for one in records(text)] == [DAYS[0], None, DAYS[2]]
    assert messages(text) == ["created 2019-01-02, but the id arXiv:2101.04321 was issued in 2021-01"]


def test_other_ids_are_read_as_well() -> None:
    text = f"{RIVERS}\nhttps://doi.org/10.5555/rest\n\n{DUCKS}\nhttps://openreview.net/forum?id=dUcKs12345"
    first, second = records(text)
    assert (first.doi, second.other_ids) == ("10.5555/rest", (("openreview", "dUcKs12345"),))


def test_a_short_line_above_each_abstract_is_its_title() -> None:
    titles = ("Rivers at rest", "Where do ducks go?", "Narrow streams")
    below = "\n\n".join(f"{t}\n{a}\n{i}" for t, a, i in zip(titles, TEXTS, IDS, strict=True))
    above = "\n\n".join(f"{i}\n{t}\n\n{a}" for t, a, i in zip(titles, TEXTS, IDS, strict=True))
    for text in (below, above):
        assert [(one.title, one.abstract, one.arxiv) for one in records(text)] == list(
            zip(titles, TEXTS, IDS, strict=True)
        )


def test_a_line_above_one_abstract_only_is_no_title() -> None:
    text = f"Read this first\n{RIVERS} [2104.05678]\n\n{DUCKS} [2101.04321]\n\n{STREAMS} [2006.11111]"
    assert [one.title for one in records(text)] == [None, None, None]
    assert messages(text) == ["“Read this first” belongs to no paper"]


def test_a_line_between_an_id_and_its_abstract_stays_with_them_and_is_reported() -> None:
    text = f"2104.05678\nRead this first\n\n{RIVERS}\n\n2101.04321\n{DUCKS}\n\n2006.11111\n{STREAMS}"
    assert [(one.arxiv, one.abstract, one.title) for one in records(text)] == [
        (ident, each, None) for ident, each in zip(IDS, TEXTS, strict=True)
    ]
    assert messages(text) == ["“Read this first” is no abstract, comment or id"]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n* * *\n\n"])
def test_abstracts_with_nothing_beside_them_are_records_without_id(between: str) -> None:
    text = between.join(TEXTS)
    assert [(one.abstract, one.arxiv) for one in records(text)] == [(each, None) for each in TEXTS]
    assert messages(text) == []


def test_numbers_within_a_wrapped_abstract_begin_no_other() -> None:
    text = f"1. {wrapped(RIVERS)} as in Section\n7. {wrapped(DUCKS)}\n2. {wrapped(STREAMS)}\n3. {wrapped(RIVERS)}"
    found = [one.abstract or "" for one in records(text)]
    assert len(found) == 3
    assert found[0].startswith("We show that rivers")
    assert "as in Section 7. This paper counts" in found[0]


def test_a_year_in_brackets_at_the_start_of_a_line_is_no_number() -> None:
    text = f"1. {wrapped(RIVERS)} See Brook et al.\n(2016) on this.\n2. {wrapped(DUCKS)}\n3. {wrapped(STREAMS)}"
    plain = text.replace("\n2. ", "\n\n").replace("\n3. ", "\n\n").removeprefix("1. ")
    for each in (text, plain):
        assert [one.abstract for one in records(each)] == [
            f"{RIVERS} See Brook et al. (2016) on this.", DUCKS, STREAMS
        ]  # fmt: skip


def test_a_mention_of_another_paper_is_not_its_id() -> None:
    text = dump(lambda a, i, d, n: f"[{i}] {a.rstrip('.')} (see also arXiv:1901.0000{n}) and elsewhere.")
    assert [one.arxiv for one in records(text)] == list(IDS)
    assert all("arXiv:1901.0000" in (one.abstract or "") for one in records(text))


def test_two_papers_beside_one_abstract_are_reported() -> None:
    text = f"[2104.05678] {RIVERS} [2101.04321]\n\n[2006.11111] {STREAMS}"
    assert [one.arxiv for one in records(text)] == ["2104.05678", "2006.11111"]
    assert messages(text) == ["two ids beside one abstract"]


def test_an_id_that_has_lost_its_abstract_is_a_record_and_costs_no_neighbour() -> None:
    text = f"arXiv:2104.05678\n{RIVERS}\n\narXiv:2101.04321\n\narXiv:2006.11111\n{STREAMS}"
    assert [(one.arxiv, one.abstract) for one in records(text)] == [
        ("2104.05678", RIVERS), ("2101.04321", None), ("2006.11111", STREAMS)
    ]  # fmt: skip
    assert messages(text) == ["no abstract stands beside this id"]


def test_an_abstract_that_has_lost_its_id_gets_no_other() -> None:
    first = f"arXiv:2104.05678\n{RIVERS}\n\n{DUCKS}\n\narXiv:2006.11111\n{STREAMS}"
    last = f"{RIVERS}\n2104.05678\n\n{DUCKS}\n\n{STREAMS}\n2006.11111"
    for text in (first, last):
        assert [(one.abstract, one.arxiv) for one in records(text)] == [
            (RIVERS, "2104.05678"), (DUCKS, None), (STREAMS, "2006.11111")
        ]  # fmt: skip
        assert messages(text) == ["no id ends this abstract"]


def test_a_dump_whose_abstracts_end_with_their_ids_is_not_read_backwards() -> None:
    lost = "arXiv:1901.00001\nCreated: 2019-01-02\n\n"
    text = lost + "\n\n".join(f"{a}\n\narXiv:{i}\nCreated: {d}" for a, i, d in zip(TEXTS, IDS, DAYS, strict=True))
    assert [(one.abstract, one.arxiv) for one in records(text)][1:] == list(zip(TEXTS, IDS, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        f"{RIVERS}\n",
        "We met on Monday.\n\nWe talked about ducks, and we will talk about them again.\n\nWe left early.",
        f"Dear all,\n\n{RIVERS}\n\nBest, Ann",
        f"| id | abstract |\n|---|---|\n| 1 | {RIVERS} |\n| 2 | {DUCKS} |",
        "def rivers():\n    return 'We show that rivers rest'\n\n\ndef ducks():\n    return 'We count ducks'\n",
    ],
)
def test_other_prose_is_not_taken_for_abstracts(text: str) -> None:
    assert readers.recognise(text) != "loose abstracts"
