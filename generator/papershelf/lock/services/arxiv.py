"""arXiv: abstract, versions, categories, and what authors say about where their paper was published.

The interface: https://info.arxiv.org/help/api/user-manual.html. It answers many ids at once, in no order. An id that it
does not know is simply absent; one that is none makes an entry titled `Error` of the whole answer, or status 400
(https://github.com/lukasschwab/arxiv.py/issues/74). The answer is an Atom feed, which `papershelf.readers.atom` reads.
Metadata are CC0: https://info.arxiv.org/help/api/tou.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from anyascii import anyascii

from papershelf.lock.services.batches import Unusable, asked, sliced
from papershelf.lock.services.matching import Refusal, chosen
from papershelf.lock.services.works import alone, cleaned, doi
from papershelf.lock.statement import Missed, Notice, Statement, Wanted
from papershelf.model import Problem, Record
from papershelf.readers import atom
from papershelf.readers.sheet import excerpt
from papershelf.text import one_line

if TYPE_CHECKING:
    from papershelf.lock.client import Answer, Client

NAME = "arXiv"
LICENCE = "CC0-1.0"
_PATH = "/api/query"
_BATCH = 100
_CANDIDATES = 10
_WHOLE = re.compile(r"</(?:[\w.-]{1,50}:)?feed\s*>\s*$")
_PLAIN_RUN = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9'-]*(?:[\s,.:;?!()]+|$))+")
_WORDS = 25
"""Of a title that is searched."""


def question(paper: Wanted) -> str:
    if paper.arxiv:
        return f"arXiv:{paper.arxiv}"
    return "" if paper.doi else paper.by_title


def ask(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    by_id = [paper for paper in papers if paper.arxiv]
    by_title = [paper for paper in papers if not paper.arxiv]

    def answers(batch: Sequence[Wanted]) -> Iterator[Statement | Missed]:
        return _by_id(batch, client) if batch[0].arxiv else _by_title(batch[0], client)

    yield from asked(NAME, (*sliced(by_id, _BATCH), *sliced(by_title, 1)), answers)


def _by_id(papers: Sequence[Wanted], client: Client) -> Iterator[Statement | Missed]:
    ids = ",".join(paper.arxiv or "" for paper in papers)
    answer = client.get(_PATH, {"id_list": ids, "max_results": str(len(papers))})
    found, damaged = _read(answer)
    if strange := sorted(found.keys() - {paper.arxiv for paper in papers}):
        damaged = damaged or f"it is about {strange[0]}, which was not asked for"
    for paper in papers:
        record = found.get(paper.arxiv or "")
        if record:
            yield _statement(paper, record, answer)
        elif damaged:  # what is missing may be what cannot be read
            yield Missed(NAME, (paper,), f"a part of the answer cannot be used: {damaged}")
        else:
            yield _nothing(paper, answer, {"id_list": paper.arxiv or ""})


def _by_title(paper: Wanted, client: Client) -> Iterator[Statement | Missed]:
    *_, family = paper.families[0].split()
    searched = {"search_query": f'ti:"{_phrase(paper.title or "")}" AND au:"{_words(family)}"'}
    answer = client.get(_PATH, searched | {"max_results": str(_CANDIDATES)})
    found, damaged = _read(answer)
    if damaged:
        raise Unusable(f"a part of the answer cannot be read: {damaged}")
    work = chosen(paper, [_statement(paper, record, answer) for record in found.values()])
    yield _nothing(paper, answer, searched, work) if isinstance(work, Refusal) else work


def _phrase(title: str) -> str:
    """The longest run of plain words in a title: arXiv has formulas and accents in TeX, which nothing else is like."""
    return _words(max(_PLAIN_RUN.findall(title), key=len, default=title))


def _words(text: str) -> str:
    """As a phrase of the query's language, in which quotes and brackets mean something."""
    return " ".join(re.findall(r"[\w'-]+", anyascii(text))[:_WORDS])


def _read(answer: Answer) -> tuple[dict[str, Record], str]:
    """The papers of an answer by id, and what is wrong with the rest of it. Raises Unusable where nothing is right."""
    if not atom.looks_like(answer.text) and not _WHOLE.search(answer.text):
        raise Unusable(f"answered what is no feed: {excerpt(answer.text)}")
    items = list(atom.read(answer.text, "answer"))
    found: dict[str, Record] = {}
    for item in items:
        if isinstance(item, Record) and item.arxiv:
            before = found.setdefault(item.arxiv, item)
            if (item.version or 0) > (before.version or 0):
                found[item.arxiv] = item
    damaged = next((item.message for item in items if isinstance(item, Problem) and item.raw), "")
    if not found and damaged:
        raise Unusable(one_line(damaged, 300))
    if not _WHOLE.search(answer.text):
        damaged = damaged or "its end is missing"
    return found, one_line(damaged, 300)


def _statement(paper: Wanted, record: Record, answer: Answer) -> Statement:
    comments = [one_line(comment) for comment in record.comments]
    return Statement(
        service=NAME,
        about=question(paper),
        asked=alone(answer, _PATH, parameters={"id_list": record.arxiv or ""}),
        fetched=answer.day,
        licence=LICENCE,
        arxiv=record.arxiv,
        doi=doi(record.doi),
        title=one_line(record.title or "") or None,
        authors=tuple(one_line(name) for name in record.authors),
        families=tuple(one_line(name) for name in record.families),
        authors_complete=record.authors_complete,
        abstract=_paragraphs(record.abstract or "") or None,
        primary_category=one_line(record.category or "", 100) or None,
        categories=tuple(one_line(category, 100) for category in record.categories),
        submitted=record.created,
        updated=record.updated,
        version=record.version,
        comment=" ".join(filter(None, comments)) or None,
        publication=cleaned(record.publication),
        notice=cast(Notice, record.notice),
    )


def _paragraphs(text: str) -> str:
    """Cleaned as `one_line`, but with the blank lines between paragraphs."""
    return "\n\n".join(filter(None, (one_line(part) for part in text[:100_000].split("\n\n"))))


def _nothing(paper: Wanted, answer: Answer, parameters: dict[str, str], why: str = "") -> Statement:
    address = alone(answer, _PATH, parameters=parameters)
    return Statement(NAME, question(paper), address, answer.day, LICENCE, found=False, matched=why)
