"""Papers of a list for reference managers. Zotero's COinS translator reads each of these forms as the type stated."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest

from papershelf.metadata import Heads, coins
from papershelf.model import Paper, Publication
from papershelf.render import render
from test_render import HOSTILE
from tiny_library import library, paper, settings


class _Spans(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.titles: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if given.get("class") == "Z3988":
            self.titles.append(given["title"] or "")


def read(made: Paper) -> list[tuple[str, str]]:
    (title,) = _Spans(coins.span(made)).titles
    return parse_qsl(title, keep_blank_values=True, strict_parsing=True)


def test_a_preprint_states_its_type_last() -> None:
    assert read(paper()) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.title", "Rivers of ink"),
        ("rft.publisher", "arXiv"),
        ("rft.au", "Quill, Ada"),
        ("rft.au", "Brush, Ben"),
        ("rft.date", "2024-01-02"),
        ("rft_id", "info:doi/10.48550/arXiv.2401.00001"),
        ("rft_id", "https://arxiv.org/abs/2401.00001"),
        ("rft.type", "preprint"),
    ]


def test_a_journal_article_and_a_conference_paper_have_forms_of_their_own() -> None:
    place = Publication("Journal of Ink", 2025, "12", "45", "67", number="3")
    said = dict(read(paper(publication=place, type="article-journal", doi="10.1000/ink")))
    assert said["rft_val_fmt"].endswith(":journal")
    assert (said["rft.atitle"], said["rft.jtitle"]) == ("Rivers of ink", "Journal of Ink")
    assert (said["rft.volume"], said["rft.issue"], said["rft.pages"]) == ("12", "3", "45-67")
    assert said["rft.date"] == "2025"
    said = dict(read(paper(publication=Publication("ICML", 2025), type="paper-conference")))
    assert said["rft_val_fmt"].endswith(":book")
    assert (said["rft.genre"], said["rft.btitle"]) == ("proceeding", "ICML")
    assert "rft.type" not in said


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_title_breaks_out_of_its_span(text: str) -> None:
    made = paper(title=text, authors=(text, "Ben Brush"))
    assert _Spans(coins.span(made)).tags == ["span"]
    assert "\n" not in coins.span(made)
    assert read(made)[-1] == ("rft.type", "preprint")


def test_lists_have_a_span_for_each_paper_and_papers_have_none() -> None:
    pages = {page.path: page.text for page in render(library(paper(), paper("2401.00002")), settings())}
    having = {path: text.count("Z3988") for path, text in pages.items() if "Z3988" in text}
    lists = ["papers/index.md", "topics/ink.md", "authors/author-1.md", "authors/author-2.md", "years/2024.md"]
    assert having == dict.fromkeys(lists, 2)


def test_a_page_of_very_many_papers_has_none() -> None:
    heads = Heads.of(library(paper()), settings())
    assert heads.coins([paper()] * 500).count("Z3988") == 500
    assert heads.coins([paper()] * 501) == ""
    assert heads.coins([]) == ""


def test_a_very_long_author_list_is_left_to_the_papers_own_record() -> None:
    names = tuple(f"Ada Quill{number}" for number in range(301))
    assert "rft.au" not in dict(read(paper(authors=names)))
    assert [key for key, _ in read(paper(authors=names[:300]))].count("rft.au") == 300
