"""Markdown of a note as a reader sees it, and nothing in it that does anything."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_reader import read
from papershelf.model import Page
from papershelf.text import prose
from test_render import HOSTILE

ALLOWED = {"a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"}


def page(source: str) -> Page:
    return Page("x.md", f"---\ntitle: x\n---\n\n<aside>\n<div>{prose(source)}</div>\n</aside>\n\nAfter *it*.\n")


def assert_harmless(source: str) -> None:
    seen = read(page(source))
    assert set(seen.tags) <= ALLOWED | {"aside", "div"}
    assert seen.unclosed == []
    assert {name for _, name, _ in seen.attributes} <= {"href", "rel", "start"}
    assert all(re.match("https?://", link) for link in seen.links)
    assert seen.text.endswith("After it.")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Start with **section 4** of *this*.", "<p>Start with <strong>section 4</strong> of <em>this</em>.</p>"),
        ("- one\n- two", "<ul> <li>one</li> <li>two</li> </ul>"),
        ("3. three\n4. four", '<ol start="3"> <li>three</li> <li>four</li> </ol>'),
        (
            "[here](https://example.org/a?b=1&c=2)",
            '<p><a href="https://example.org/a?b=1&c=2" rel="nofollow noopener">here</a></p>',
        ),
        ("## What *we* think", "<p><strong>What <em>we</em> think</strong></p>"),
        ("```\nif a:\n    b  =  1\n```", "<pre><code>if a:\n    b  =  1\n</code></pre>"),
        ("a `x*y*z` b", "<p>a <code>x*y*z</code> b</p>"),
        ("> said", "<blockquote> <p>said</p> </blockquote>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_what_people_write_is_read_as_markdown(source: str, html: str) -> None:
    shown = re.sub("&#x([0-9a-f]+);", lambda m: chr(int(m[1], 16)), prose(source))
    assert shown == html


@pytest.mark.parametrize(
    "source",
    [
        "<b onclick='alert(1)'>bold</b>",
        "<script>alert(1)</script>",
        "![picture](https://example.org/a.png)",
        '--8<-- "/etc/passwd"',
        "{{ config.secret }} {% include 'x' %}",
        "text {: #title .ps-t onclick=alert(1) }",
    ],
)
def test_html_images_includes_and_templates_are_text(source: str) -> None:
    assert_harmless(source)
    assert read(page(source)).text == f"{source} After it."


@pytest.mark.parametrize(
    "link",
    ["[x](javascript:alert(1))", "[x][1]\n\n[1]: javascript:alert(1)", "<javascript:alert(1)>", "[x](data:text/html,a)",
     "[x](//example.org)", "[x](../../secret)", "[x](JaVaScRiPt&#58;alert(1))", "<someone@example.org>"],
)  # fmt: skip
def test_what_leads_nowhere_on_the_web_is_no_link(link: str) -> None:
    assert_harmless(link)
    assert read(page(link)).links == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_notes_do_nothing(text: str) -> None:
    for shape in ("{}", "- {}", "> {}", "    {}", "# {}", "[a]({})", "[{}](https://example.org)", "```{}\n{}\n```"):
        assert_harmless(shape.replace("{}", text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>&\"'`*_[](){}!#-+=|:~^\\\n\t $%@/.1ax\x02\x03", max_size=60))
def test_any_run_of_marks_does_nothing(text: str) -> None:
    assert_harmless(text)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_text_does_nothing(text: str) -> None:
    assert_harmless(text)


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "[a](" * 5_000, "[a][" * 5_000, "1. " * 6_000 + "x", "1. - " * 3_000 + "x"]
)
def test_what_would_take_minutes_or_never_end_is_shown_as_it_is(text: str) -> None:
    shown = unescape(re.sub("<[^>]+>", "", prose(text)))
    assert shown == text


def test_a_very_long_note_is_cut() -> None:
    assert len(prose("word " * 100_000)) < 21_000
    assert prose("word " * 100_000).endswith("…</p>")
