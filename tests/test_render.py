"""Whatever a source says, pages stay pages: nothing in it runs, links astray, reads a file or breaks its page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from page_reader import Seen, read
from papershelf.model import Page
from papershelf.render import KINDS, render
from papershelf.render.addresses import Addresses, Links, file_name
from papershelf.render.escaping import external, verbatim
from papershelf.render.shelf import Shelf
from papershelf.write import unsafe
from tiny_library import full_of, library, paper, settings

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "event": '<img src=x onerror="alert(1)">',
    "broken out of an attribute": '"><svg onload=alert(1)>',
    "link": "[click](javascript:alert(1))",
    "autolink": "<javascript:alert(1)>",
    "address": "javascript:alert(1)//https://example.org",
    "TeX link": r"\href{javascript:alert(1)}{click}",
    "snippet": '--8<-- "/etc/passwd"',
    "snippet block": "--8<--\n/etc/passwd\n--8<--",
    "template": "{{ 7 * 7 }}{% include 'x' %}{# gone #}",
    "attribute list": "text {: #title onclick=alert(1) }",
    "front matter": '"\n---\ntitle: mine\n---\n# Mine',
    "heading": "# Mine\n## Also mine",
    "list": "- one\n- two\n\n    code",
    "fence": "```\ncode\n~~~\n</code></pre></details></div></article>",
    "closing tags": "</p></li></ul></div></details></article></main>",
    "comment": "<!-- <b>",
    "cdata": "<![CDATA[ x ]]> <?php x ?>",
    "markdown in HTML": '<div markdown="block"># Mine</div>',
    "emphasis": "*a* _b_ **c** __d__ `e` ~~f~~",
    "reference": "[1]: javascript:alert(1)\n[x][1]",
    "table": "a | b\n--|--\n1 | 2",
    "entity": "&lt;b&gt; &#60;script&#62; &copy; &amp;amp;",
    "path": "../../../etc/passwd",
    "windows path": "C:\\con\\..\\aux",
    "control": "a\x00b\x07c\x1bd\x7fe\u2028f\u0085g",
    "direction": "abc\u202egpj.exe\u2066x\u200f",
    "surrogate": "a\ud800b",
    "unbalanced TeX": r"$\frac{1}{ \emph{ x^2^3 $",
    "quote marks": 'it\'s "quoted" `back`',
    "empty": "   ",
    "yaml": "!!python/object/apply:os.system ['x']",
    "brackets": "a]b[c](d)(e)",
    "dashes": "---",
}
SHOWN = """
    table thead tbody tr th td mark form label input button
    h1 h2 h3 p div span a ul li small b i em strong code pre details summary dl dt dd time del ins sup sub svg circle
    aside nav blockquote ol hr br
    math mrow mi mn mo ms mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot mtable mtr mtd mstyle
"""
FILE = r"[\w.~-]+\.(md|bib|ris|json|csv|xml|inv)$"
LINK = rf"https?://[^/]|(\.\./){{0,2}}([\w~-][\w.~-]*/){{0,2}}{FILE}|\.\./all/noted/\?tag=[\w%.~-]*$"
PLAIN = {page.path: read(page) for page in render(full_of("plain"), settings())}


def pages_full_of(text: str) -> list[tuple[Page, Seen]]:
    return [(page, read(page)) for page in render(full_of(text), settings())]


def assert_intact(text: str) -> None:
    found = pages_full_of(text)
    assert len(found) == len(PLAIN)
    for page, seen in found:
        where = f"{page.path}\n{page.text}"
        assert set(seen.tags) <= set(SHOWN.split()), where
        assert seen.unclosed == [], where
        assert not [name for _, name, _ in seen.attributes if name.startswith("on")], where
        for link in seen.links:
            assert re.match(LINK, link, re.ASCII), where
        assert isinstance(seen.meta["title"], str), where
        assert "<" not in seen.meta["title"], where
        assert set(seen.meta) <= {"title", "description", "kind", "search", "changed", "head"}, where
        assert re.fullmatch(r"([a-z]+/){0,2}[\w.~-]+\.md", page.path, re.ASCII), page.path
        if not page.path.startswith("sources/"):  # its name is made from the text
            assert seen.sections == PLAIN[page.path].sections, where


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_in_every_field_leaves_every_page_intact(text: str) -> None:
    assert_intact(text)


@effort(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_in_every_field_leaves_every_page_intact(text: str) -> None:
    assert_intact(text)


@effort(max_examples=30, deadline=None)
@given(st.text(alphabet="<>&\"'`*_[](){}!#-+=|:~^\\\n\t $%@/.1ax", min_size=1, max_size=30))
def test_any_run_of_marks_in_every_field_leaves_every_page_intact(text: str) -> None:
    assert_intact(text)


@pytest.mark.parametrize(
    "name", ["script", "emphasis", "template", "snippet", "brackets", "quote marks", "entity", "closing tags"]
)
def test_hostile_text_is_shown_as_it_stands(name: str) -> None:
    shown = " ".join(HOSTILE[name].split())
    page = next(seen for page, seen in pages_full_of(HOSTILE[name]) if page.path == "topics/ink.md")
    assert page.text.startswith(shown)


def test_a_megabyte_title_makes_no_megabyte_page() -> None:
    for page, seen in pages_full_of("word " * 200_000):
        assert len(page.text) < 250_000, page.path
        assert len(seen.meta["title"]) < 1_500


def test_each_page_has_one_main_heading_and_its_title() -> None:
    for path, seen in PLAIN.items():
        assert seen.tags.count("h1") == 1, path
        assert seen.meta["title"], path


def test_every_kind_of_page_is_written() -> None:
    paths = [page.path for page in render(library(paper()), settings())]
    assert paths == [
        "index.md",
        "papers/index.md",
        "papers/2401.00001.md",
        "topics/index.md",
        "topics/ink.md",
        "authors/index.md",
        "authors/author-1.md",
        "authors/author-2.md",
        "years/index.md",
        "years/2024.md",
        "sources/index.md",
        "sources/dump.md",
        "whats-new.md",
        "go.md",
        "linking.md",
        "questions.md",
    ]
    # And `names` in a large list, `gone` for papers that were removed; `noted`, `paths`, `path` where people wrote any.
    assert len(KINDS) == 20


def test_every_link_between_pages_leads_to_a_page() -> None:
    pages = list(render(full_of("plain"), settings()))
    paths = {page.path for page in pages}
    for page in pages:
        for link in read(page).links:
            if not link.endswith(".md"):  # files to cite and the inventory are no pages
                continue
            assert urljoin(page.path, link) in paths, (page.path, link)


def test_an_empty_list_has_its_pages_too() -> None:
    empty = library(topics=(), sources=())
    pages = {page.path: read(page).text for page in render(empty, settings())}
    assert pages["papers/index.md"].startswith("Papers 0 papers, newest first.")
    assert "0 people wrote these papers." in pages["authors/index.md"]
    assert "0 questions for a person, 0 problems with the sources." in pages["questions.md"]


def test_the_same_library_gives_the_same_pages() -> None:
    assert list(render(full_of("plain"), settings())) == list(render(full_of("plain"), settings()))


@pytest.mark.parametrize(
    ("ident", "name"),
    [
        ("2507.05201", "2507.05201"),
        ("cs-0112017", "cs-0112017"),
        ("index", "index-1"),
        ("README", "README-1"),
        ("con", "x-con"),
        ("NUL", "x-NUL"),
        ("aux.en", "x-aux.en"),
        ("console", "console"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b", "a-b"),
        (".hidden", "hidden"),
        ("ends.", "ends"),
    ],
)
def test_a_page_is_a_plain_file_in_the_folder_of_its_kind(ident: str, name: str) -> None:
    assert file_name(ident) == name


_IDENTS = st.text() | st.sampled_from(["con", "PRN", "aux.x", "nul.", "com0", "LPT9", "lpt¹", "index", "a" * 300])


@given(_IDENTS, _IDENTS)
def test_every_address_can_be_a_file_everywhere(ident: str, other: str) -> None:
    paths = [f"sources/{name}.txt" for name in (ident, other, ident.upper())]
    addresses = Addresses.of(paths)
    pages = [addresses.paper(ident), addresses.topic(ident), addresses.author(ident), *map(addresses.source, paths)]
    assert [unsafe(page) for page in pages] == [None] * len(pages)


def test_two_sources_with_one_stem_have_two_pages() -> None:
    paths = ["seeds/sources/a.txt", "seeds/sources/a.bib", "seeds/sources/more/A.txt"]
    addresses = Addresses.of(paths)
    assert [addresses.source(path) for path in paths] == ["sources/a.md", "sources/a-2.md", "sources/A-3.md"]


def test_links_are_relative_to_the_page_they_stand_on() -> None:
    addresses = Addresses()
    assert Links(addresses, "index.md").paper("2401.00001") == "papers/2401.00001.md"
    assert Links(addresses, "authors/x.md").paper("2401.00001") == "../papers/2401.00001.md"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "ftp://example.org", "http://["],
)
def test_only_web_addresses_are_linked(address: str) -> None:
    assert external(address) == ""


def test_an_address_keeps_its_query_and_loses_what_markdown_reads() -> None:
    assert external("https://example.org/a_b(1)?q=[x]&r=*") == "https://example.org/a_b%281%29?q=%5Bx%5D&r=%2A"


def test_verbatim_text_keeps_lines_and_indentation_without_blank_lines() -> None:
    assert verbatim("- a:\n\n    b  c") == "&#x2d; a:\n&#x20;\n    b  c"


def test_small_letters_share_a_shard_and_a_large_one_has_its_own() -> None:
    letters = {"A": 30, "B": 20, "C": 70, "Ö": 1, "王": 1}
    names = [f"Ann {letter}{number:02}" for letter, many in letters.items() for number in range(many)]
    shelf = Shelf.of(library(paper(authors=tuple(names))), settings())
    assert [(shard.name, len(shard.authors)) for shard in shelf.shards] == [("A–B", 50), ("C", 70), ("O–W", 2)]
