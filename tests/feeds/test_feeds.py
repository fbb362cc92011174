"""Feeds as a feed reader gets them: feedparser for Atom, the rules of JSON Feed for the other."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest

import tiny_library
from papershelf.feeds import feeds
from papershelf.model import Library, Paper, Topic

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 2)
SITE = "https://example.org/tiny/"
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]></content></entry></feed>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;#60;script&amp;#62;",
    "\x00\x0b\x1b[31m\ud800\ufffe\u202e",
    r"\href{javascript:alert(1)}{here} $\href{javascript:alert(1)}{x}$",
    "javascript:alert(1) ' <b>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
]


def files(library: Library, **given: Any) -> dict[str, str]:
    found = {page.path: page.text for page in feeds(library, tiny_library.settings(**given))}
    assert all(isinstance(text, str) for text in found.values())
    return {path: str(text) for path, text in found.items()}


def atom(library: Library, path: str = "feed.xml", **given: Any) -> Any:
    """As a reader that got the file from its address. Anything ill-formed is an error."""
    read = feedparser.parse(io.BytesIO(files(library, **given)[path].encode()), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def in_json(library: Library, path: str = "feed.json", **given: Any) -> Any:
    return json.loads(files(library, **given)[path])


def elements(html: str) -> list[tuple[str, list[str]]]:
    """(tag, names of attributes) of all elements, as a reader of HTML sees them."""
    found: list[tuple[str, list[str]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, [name for name, _ in attrs]))

    Reader().feed(html)
    return found


def paper(ident: str, day: date | None = MAY, **given: Any) -> Paper:
    return tiny_library.paper(ident, first_seen=day, **given)


def test_the_list_and_each_topic_have_both_feeds() -> None:
    library = tiny_library.library(paper("2401.00001"))
    assert list(files(library)) == ["feed.xml", "feed.json", "topics/ink/feed.xml", "topics/ink/feed.json"]


def test_a_reader_of_atom_gets_the_list() -> None:
    feed = atom(tiny_library.library(paper("2401.00001"))).feed
    assert (feed.title, feed.subtitle, feed.language) == ("Tiny list", "Invented papers.", "en")
    assert feed.id == f"{SITE}feed.xml"
    assert feed.updated == "2026-05-01T00:00:00Z"
    assert {(link.rel, link.href) for link in feed.links} == {("self", f"{SITE}feed.xml"), ("alternate", SITE)}


def test_a_reader_of_atom_gets_a_paper() -> None:
    (entry,) = atom(tiny_library.library(paper("2401.00001"))).entries
    assert entry.title == "Rivers of ink"
    assert entry.id == entry.link == f"{SITE}papers/2401.00001/"
    assert [author.name for author in entry.authors] == ["Ada Quill", "Ben Brush"]
    assert (entry.published, entry.updated) == ("2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z")
    assert [(tag.term, tag.label) for tag in entry.tags] == [("ink", "Ink")]
    assert entry.content[0].type == "text/html"
    assert entry.content[0].value == "<p>We pour ink into rivers.</p>"
    assert [link.href for link in entry.links if link.rel == "related"] == ["https://arxiv.org/abs/2401.00001"]


def test_a_reader_of_json_feed_gets_the_same() -> None:
    feed = in_json(tiny_library.library(paper("2401.00001", updated=JUNE)))
    (item,) = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tiny list",
        "home_page_url": SITE,
        "feed_url": f"{SITE}feed.json",
        "description": "Invented papers.",
        "language": "en",
        "authors": [{"name": "Tiny list", "url": SITE}],
    }
    assert item == {
        "id": f"{SITE}papers/2401.00001/",
        "url": f"{SITE}papers/2401.00001/",
        "external_url": "https://arxiv.org/abs/2401.00001",
        "title": "Rivers of ink",
        "content_html": "<p>We pour ink into rivers.</p>",
        "authors": [{"name": "Ada Quill"}, {"name": "Ben Brush"}],
        "tags": ["Ink"],
        "date_published": "2026-05-01T00:00:00Z",
        "date_modified": "2026-06-02T00:00:00Z",
    }


def test_a_topics_feed_is_about_its_page_and_names_entries_as_the_lists() -> None:
    library = tiny_library.library(paper("2401.00001"), paper("2401.00002"))
    library = replace(library, topics=(Topic("ink", "Ink", "All about ink.", papers=("2401.00002",)),))
    read = atom(library, "topics/ink/feed.xml")
    assert read.feed.title == "Ink - Tiny list"
    assert read.feed.link == f"{SITE}topics/ink/"
    assert [entry.id for entry in read.entries] == [f"{SITE}papers/2401.00002/"]
    assert in_json(library, "topics/ink/feed.json")["home_page_url"] == f"{SITE}topics/ink/"


def test_the_newest_day_comes_first_and_what_no_lock_has_dated_before_it() -> None:
    library = tiny_library.library(paper("a", MAY), paper("b", JUNE), paper("c", None), paper("d", MAY))
    ids = [f"{SITE}papers/{name}/" for name in "cbad"]
    assert [entry.id for entry in atom(library).entries] == ids
    assert [item["id"] for item in in_json(library)["items"]] == ids


def test_no_other_day_is_called_the_day_it_was_added() -> None:
    library = tiny_library.library(paper("2401.00001", None, submitted=date(2024, 1, 2)))
    (entry,) = atom(library).entries
    assert "published" not in entry
    assert entry.updated == "2024-01-02T00:00:00Z"
    (item,) = in_json(library)["items"]
    assert "date_published" not in item
    assert item["date_modified"] == "2024-01-02T00:00:00Z"


@pytest.mark.parametrize(
    ("order", "updated"),
    [((2021, 10, 0), "2021-10-01"), ((2021, 0, 0), "2021-01-01"), ((0, 0, 0), "1970-01-01")],
)
def test_a_paper_of_no_day_has_none_where_the_format_allows(order: tuple[int, int, int], updated: str) -> None:
    library = tiny_library.library(paper("2110.11943", None, submitted=None, order=order))
    (entry,) = atom(library).entries
    assert entry.updated == f"{updated}T00:00:00Z"  # Atom insists
    assert not {"date_published", "date_modified"} & set(in_json(library)["items"][0])


def test_feeds_end_after_the_newest() -> None:
    library = tiny_library.library(*(paper(f"{number:03}", authors=()) for number in range(60)))
    assert len(atom(library).entries) == len(in_json(library)["items"]) == 50
    assert len(atom(library, "topics/ink/feed.xml").entries) == 30


def test_without_the_sites_address_none_is_made_up() -> None:
    library = tiny_library.library(paper("2401.00001"))
    read = atom(library, site_url="")
    assert not read.feed.get("links")
    (entry,) = read.entries
    assert {link.rel for link in entry.links} == {"related"}
    assert entry.id == "urn:uuid:a4bc2150-f0e4-5736-a80d-8e4664477f74"  # readers have it noted down: it never changes
    feed = in_json(library, site_url="")
    assert not {"home_page_url", "feed_url"} & set(feed)
    assert "url" not in feed["items"][0]
    assert feed["items"][0]["id"] == entry.id


def test_ids_differ_from_paper_to_paper_also_without_an_address() -> None:
    read = atom(tiny_library.library(paper("2401.00001"), paper("2401.00002")), site_url="")
    assert len({read.feed.id, *(entry.id for entry in read.entries)}) == 3


def test_an_entry_keeps_its_id_whatever_its_title_and_version() -> None:
    before = atom(tiny_library.library(paper("2401.00001"))).entries
    after = atom(tiny_library.library(paper("2401.00001", JUNE, title="Seas of ink", updated=JUNE))).entries
    assert before[0].id == after[0].id
    assert before[0].title != after[0].title


def test_an_abstract_comes_as_html_in_paragraphs_with_its_formulas() -> None:
    abstract = "If $a < b$ & more,\nthen \\emph{so}.\n\nSee https://example.org/x_y_z."
    (entry,) = atom(tiny_library.library(paper("2401.00001", abstract=abstract))).entries
    html = entry.content[0].value
    assert html.count("<p>") == 2
    assert "<math" in html
    assert "<em>so</em>" in html
    assert "&amp; more" in html
    assert 'href="https://example.org/x_y_z"' in html
    assert in_json(tiny_library.library(paper("2401.00001", abstract=abstract)))["items"][0]["content_html"] == html


def test_a_paper_without_abstract_or_authors_says_so() -> None:
    library = tiny_library.library(paper("2401.00001", abstract=None, authors=(), authors_complete=False))
    (entry,) = atom(library).entries
    assert entry.content[0].value == "<p>No source states an abstract.</p>"
    assert "authors" not in in_json(library)["items"][0]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_a_feed_or_becomes_markup_in_it(text: str) -> None:
    library = replace(tiny_library.full_of(text), topics=(Topic("ink", text, text, papers=("2401.00001",)),))
    for path, source in files(library).items():
        if path.endswith(".xml"):
            allowed = {"feed", "id", "title", "subtitle", "updated", "author", "name", "link", "entry", "published",
                       "category", "content"}  # fmt: skip
            tree = ElementTree.fromstring(source)
            assert {each.tag.partition("}")[2] for each in tree.iter()} <= allowed
            assert not feedparser.parse(io.BytesIO(source.encode())).bozo
            html = [each.text or "" for each in tree.iter() if each.tag.endswith("content")]
            links = [each.get("href", "") for each in tree.iter() if each.tag.endswith("link")]
        else:
            items = json.loads(source)["items"]
            html = [item["content_html"] for item in items]
            links = [item["external_url"] for item in items if "external_url" in item]
        known = {"p", "span", "em", "a", "math", "mrow", "mi", "mo"}
        assert {tag for each in html for tag, _ in elements(each)} <= known
        assert {name for each in html for _, names in elements(each) for name in names} <= {"class", "display", "href"}
        assert {urlsplit(link).scheme for link in links} <= {"http", "https"}


def test_many_authors_are_all_named() -> None:
    names = tuple(f"Author Number{number}" for number in range(215))
    (entry,) = atom(tiny_library.library(paper("2401.00001", authors=names))).entries
    assert [author.name for author in entry.authors] == list(names)


def test_a_topic_without_papers_has_a_feed_that_can_be_subscribed_to() -> None:
    library = replace(tiny_library.library(paper("2401.00001")), topics=(Topic("pens", "Pens", ""),), matches={})
    assert atom(library, "topics/pens/feed.xml").entries == []
    assert in_json(library, "topics/pens/feed.json")["items"] == []
