"""What is fast for most texts gives the same as what is right for all of them."""

from __future__ import annotations

import json
import re
import sys
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

import papershelf.readers.arxiv_listing.heads  # noqa: F401
from papershelf import phrases, settling, text
from papershelf.dedupe.words import words
from papershelf.render import escaping
from papershelf.text import escape, tokens

clean = sys.modules["papershelf.text.clean"]  # the packages have functions of these names
heads = sys.modules["papershelf.readers.arxiv_listing.heads"]
# The texts that tell: what each rule looks for, beside plain words and letters of all kinds.
_WORDS = """
1st 2nd, 3rd 4th ٣rd 1start www. +/- == =/= ++ 1/2 c/o (c) (TM) :) a:b http://x.org $x$ { } ~ `` -- '' \\emph{a}
& <b> " * _ #1 é ﬁ 日本 — iv. a. 12) - data
"""
_CONTROLS = ("\x00", "\x1b", "\t", "\n", "\u2028", "\u200b", "\u202e", "\u0301" * 9, "\U000e0101", "\ud800")
_TELLING = st.sampled_from([*_WORDS.split(), *_CONTROLS])
texts = st.lists(_TELLING | st.text(max_size=6) | st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


def cleaned(source: str) -> str:
    """`clean` as it is defined, rule by rule."""
    out = re.sub(clean._SPACES, " ", source)
    out = re.sub(clean._BROKEN, "\ufffd", re.sub(clean._REMOVED, "", out))
    out = re.sub(f"({clean._MARK}{{4}}){clean._MARK}+", r"\1", out)
    return unicodedata.normalize("NFC", out)


@settings(max_examples=400, deadline=None)
@given(texts)
@example("plain")
@example("\U000e0101")
def test_text_is_cleaned_as_the_rules_say(source: str) -> None:
    assert text.clean(source) == cleaned(source)


@settings(max_examples=400, deadline=None)
@given(texts, st.integers(0, 40))
@example(" two  spaces ", 40)
@example("no more", 3)
@example("a\x7fb\x1fc", 40)
@example("a\u00a0b", 40)
def test_a_line_is_the_cleaned_text_with_single_spaces(source: str, limit: int) -> None:
    assert text.one_line(source, limit) == " ".join(text.clean(source, limit).split())


def escaped(source: str) -> str:
    """`_escape` as it is defined: the rules about neighbours, then each character by itself."""
    context = re.compile(escape._SIGNS + r"|[snrt](?=[tdh](?![^\W_]))(?<=\d.)")
    marked = context.sub(lambda m: f"\x00{m[0]}", source)
    out = re.sub("\x00(.)", lambda m: f"&#x{ord(m[1]):x};", "".join(escape._BY_CHARACTER.get(c, c) for c in marked))
    first = escape._FIRST.match(out)
    if first:
        mark = 1 if first[1] else 3
        out = out[: first.start(mark)] + f"&#x{ord(first[mark]):x};" + out[first.end(mark) :]
    return out


@settings(max_examples=400, deadline=None)
@given(texts)
@example("the 1st and the 2nd")
@example("the 1st — é")
def test_text_is_escaped_as_the_rules_say(source: str) -> None:
    plain = " ".join(text.clean(source).split())
    assert escape._escape(plain) == escaped(plain)


@settings(max_examples=400, deadline=None)
@given(texts | st.text("aZé1 ,'-.:(\u00a0", max_size=8))
@example("plain, isn't it - yes")
@example("-a")
@example(" two  spaces ")
@example("\u3000a\u2003b")
def test_a_text_is_escaped_after_it_is_cleaned_and_its_spaces_are_single(source: str) -> None:
    cleaned_up = text.clean(source)
    inner = " ".join(cleaned_up.split())
    before, after = cleaned_up[:1].isspace(), bool(inner) and cleaned_up[-1:].isspace()
    assert text.escape_markdown(source) == escaped(f"{' ' if before else ''}{inner}{' ' if after else ''}")


def test_a_text_is_cut_before_it_is_escaped() -> None:
    assert text.escape_markdown("a" * 30_000) == "a" * text.DISPLAY_LIMIT + "…"


@settings(max_examples=400, deadline=None)
@given(texts)
@example("a\x7fb")
@example("a\x00b")
def test_front_matter_writes_as_escapes_what_yaml_refuses_or_folds_at(source: str) -> None:
    written = json.dumps(re.sub("[\ud800-\udfff]", "\ufffd", source), ensure_ascii=False)
    safe = re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", written)
    assert text.front_matter({"title": source}) == f"---\ntitle: {safe}\n---\n"


@settings(max_examples=400, deadline=None)
@given(texts)
@example("a\x00b\tc_d\x7fE")
def test_texts_are_compared_by_the_letters_and_digits_of_their_folded_form(source: str) -> None:
    assert words(source.replace("\\", " ")) == " ".join(re.findall(r"[^\W_]+", text.fold(source.replace("\\", " "))))
    assert settling.key(source) == re.sub(r"[\W_]+", "", text.fold(source))


def test_of_a_long_text_as_much_is_compared_as_is_folded() -> None:
    source = "word. " * 5_000
    assert settling.key(source) == re.sub(r"[\W_]+", "", text.fold(source))


_LISTED = """arXiv:2401.12345|[pdf, html]|Title:|[1]|(replaced)|\\\\|From: a|Date: Mon|Paper: cs/0102003|
|[Submitted on 3 Jan 2024]|replaced with revised|figures added|Date (revised v2): x"""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_LISTED.split("|")) | st.sampled_from([" ", "\n", "\r\n"]), max_size=9))
@example(["arXiv:2401.12345", " ", "[pdf, html]"])
@example(["[1]", "arXiv:2401.12345", "\n", "Title:"])
@example(["Paper: cs/0102003", "\r\n", "From: a", "\r\n", "Date: Mon"])
@example(["[Submitted on 3 Jan 2024]"])
def test_where_an_entry_of_a_listing_begins_something_tells_so(parts: list[str]) -> None:
    source = "".join(parts)
    assert heads._TELLING.search(source) or not heads._HEAD.search(source)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_words_are_those_of_the_text_a_reader_sees(source: str) -> None:
    assert phrases.words_of(source) == re.findall(r"[^\W_]+", text.fold(text.to_plain(source)))


@settings(max_examples=400, deadline=None)
@given(texts)
@example("Analyses of matrices: modelling, behaviours")
def test_words_are_remembered_as_they_are_worked_out(source: str) -> None:
    words = phrases.Words()
    for _ in range(2):
        assert words.of(source) == tuple(map(phrases.singular, phrases.words_of(source)))


@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_mark_is_seen(source: str) -> None:
    assert tokens.is_marked(source) == any(mark in source for mark in ("\\", "$", "{", "~", "`", "--", "''", "://"))


@settings(max_examples=400, deadline=None)
@given(texts)
def test_what_is_escaped_once_for_all_pages_is_what_it_would_be_on_each(source: str) -> None:
    for _ in range(2):
        assert escaping._finalize(source) == escaping._shown(source, text.escape_markdown(source))
        assert escaping._word(source) == text.escape_markdown(source)
