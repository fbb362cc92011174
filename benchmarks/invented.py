"""Papers nobody wrote, with the shape of real ones, and dumps of them. The same number gives the same papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from papershelf.model import Paper

_SYLLABLES = ("an", "bo", "chen", "da", "el", "fa", "gu", "hi", "jin", "ka", "li", "ma", "ne", "qua", "sa", "wei", "zo")
_LITTLE = ("the", "of", "and", "a", "to", "in", "we", "is", "for", "that", "with", "on", "as", "are", "by", "this")
_PHRASES = (
    "policy gradient", "mean-field games", "language models", "human feedback", "credit assignment", "fine-tuning",
    "differential privacy", "exploration", "imitation learning", r"$N$-player", r"\emph{value} functions",
)  # fmt: skip
_COMMENTS = ("18 pages, 8 figures", "ACL 2023", "First two authors contributed equally", "https://github.com/o/name")


def papers(number: int) -> list[Paper]:
    """So many papers, as `merge` hands them on: words as rare as in a language, people who write with their
    neighbours."""
    draw = Random(1)

    def word(least: int, most: int) -> str:
        return "".join(draw.choices(_SYLLABLES, k=draw.randint(least, most)))

    words = [*_LITTLE, *(word(2, 4) for _ in range(20_000))]
    rarity = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    people = [f"{word(2, 2)} {word(2, 3)}".title() for _ in range(5 * number // 2 + 5)]

    def some(least: int, most: int) -> list[str]:
        return draw.choices(words, cum_weights=rarity, k=draw.randint(least, most))

    def sentence() -> str:
        phrase = draw.choice(_PHRASES) if draw.random() < 0.3 else "model"
        return " ".join([*some(5, 10), phrase, *some(5, 10)]).capitalize() + "."

    found = []
    for i in range(number):
        day, start = date(2015, 1, 1) + timedelta(draw.randrange(4000)), draw.randrange(len(people))
        team = [people[(start + draw.randrange(12)) % len(people)] for _ in range(draw.randint(1, 9))]
        ident, title = f"{day:%y%m}.{i + 1:05}", " ".join(some(4, 9)).title()
        abstract = "We show that " + " ".join(sentence() for _ in range(8))
        category = draw.choice(("cs.CL", "cs.CV", "cs.GT", "cs.CR"))
        found.append(
            Paper(
                ident, title, title, abstract, authors=tuple(dict.fromkeys(team)), arxiv=ident, submitted=day,
                order=(day.year, day.month, day.day), comments=(draw.choice(_COMMENTS),),
                primary_category=category, categories=(category,),
            )
        )  # fmt: skip
    return found


def _block(paper: Paper) -> str:
    return f"{paper.abstract}\n\n{paper.comments[0]}\n\narXiv:{paper.arxiv}\nCreated: {paper.submitted}\n\n"


def _run_on(paper: Paper) -> str:
    return f"{paper.abstract}\n{paper.comments[0]}\narXiv:{paper.arxiv}"


def _listed(paper: Paper) -> str:
    names = ", ".join(paper.authors[:3]) + (" et al." if len(paper.authors) > 3 else "")
    month = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * paper.order[1] - 3 :][:3]
    header = f"{(paper.primary_category or '')[-2:]}{month} {paper.order[2]}, {paper.order[0]}"
    return f"{header}\n{paper.title}{names}\n{paper.abstract}\n"


FORMATS: dict[str, Callable[[Paper], str]] = {"blocks": _block, "run-on": _run_on, "listing": _listed}
"""How a paper stands in a dump of each format."""


def dump(form: str, listed: list[Paper]) -> str:
    return "".join(map(FORMATS[form], listed))


def mixed(number: int) -> dict[str, str]:
    """So many records of two thirds as many papers, file by file; neighbouring files share half of their papers."""
    third = number // 3
    listed = papers(2 * third)
    return {f"{form}.txt": dump(form, listed[i * third // 2 :][:third]) for i, form in enumerate(FORMATS)}
