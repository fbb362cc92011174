"""What papershelf.text promises: readers see what the source says, and nothing that the source says runs or formats."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from papershelf import text

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.caret", "pymdownx.details", "pymdownx.emoji", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark",
    "pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tilde",
]  # fmt: skip


class Seen(HTMLParser):
    """The text, the elements and the attributes of an HTML fragment."""

    def __init__(self, fragment: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(fragment)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs


def render(source: str) -> Seen:
    return Seen(markdown.markdown(source, extensions=EXTENSIONS))


def spaced(words: str) -> str:
    return " ".join(words.split())


# --- TeX as readers see it


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a supervised model in ~70% of cases", "a supervised model in ~70% of cases"),
        ("an improvement of 100% at best\nand 50% at worst", "an improvement of 100% at best and 50% at worst"),
        (
            "each outcome -- not any more, not any less -- which we use",
            "each outcome -- not any more, not any less -- which we use",
        ),
        ("R&D & more, {a, b}, C:\\new\\table, \\d+", "R&D & more, {a, b}, C:\\new\\table, \\d+"),
        ("between $5 and $10, or $5-$10 per US$", "between $5 and $10, or $5-$10 per US$"),
        ("$HOME and $PATH", "$HOME and $PATH"),
        (r"Huang, Caines and Malham\'e, Mean Field Games", "Huang, Caines and Malhamé, Mean Field Games"),
        (
            r"Erd\H{o}s, {\L}ukasz, J\o rgensen, Fran\c cois, Sm{\aa}land, Stra\ss{}e, Ba\v{z}ant, Mar\'{\i}a",
            "Erdős, Łukasz, Jørgensen, François, Småland, Straße, Bažant, María",
        ),
        (
            r"\emph{all games}, \textbf{bold \textit{and slanted}}, {\em old} style",
            "all games, bold and slanted, old style",
        ),
        (r"100\% of R\&D \#1 \$5 a\_b \{c\}", "100% of R&D #1 $5 a_b {c}"),
        (r"``noise'' in Section~3 -- see $N$, ~70%", "“noise” in Section 3 – see N, ~70%"),
        (r"an $N$-player game with $q$-values", "an N-player game with q-values"),
        (r"$\alpha$, $\ell_1$, $x^2$, $x_{t+1}$, $10^{-3}$", "α, ℓ₁, x², xₜ₊₁, 10⁻³"),
        (r"$\mathcal{O}(n\log n)$ and $\mathrm{KL}(p\|q)$ in $\mathbb{R}^d$", "O(n log n) and KL(p‖q) in ℝᵈ"),
        (r"$\pi_\theta$, $\pi^*$, $x^{n+k/2}$, $50%$", "π_θ, π*, x^(n+k/2), 50%"),
        (r"\(x\) and \[y^2\] and $$z$$", "x and y² and z"),
        (r"{B}ayesian {GAN}s", "Bayesian GANs"),
        (r"\unknown{foo} stays, \textbf{unclosed stays", r"\unknown{foo} stays, \textbf{unclosed stays"),
        (r"it\'s \"quoted\" by a dump", 'it\'s "quoted" by a dump'),
        (
            r"\url{https://example.org/a_b} and \href{https://example.org}{here}",
            "https://example.org/a_b and here (https://example.org)",
        ),
        (r"a claim\footnote{with $x$} and a source \cite{knuth}", "a claim (with x) and a source [knuth]"),
        (r"broken $\frac{1}{$ and $\unknown{x}$", r"broken $\frac{1}{$ and $\unknown{x}$"),
    ],
)
def test_plain_text_reads_like_the_typeset_page(source: str, shown: str) -> None:
    assert text.to_plain(source).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (r"in \emph{all games}", "in <em>all games</em>"),
        (r"\textbf{a \emph{b}}", "<strong>a <em>b</em></strong>"),
        (r"Malham\'e", "Malhamé"),
        (r"$N$-player", '<span class="math"><math display="inline"><mrow><mi>N</mi></mrow></math></span>&#x2d;player'),
        (
            r"$a*b$",
            '<span class="math"><math display="inline"><mrow><mi>a</mi><mo>&#x2a;</mo><mi>b</mi></mrow></math></span>',
        ),
        (r"$x^2^3$", '<span class="math-source">&#x24;x&#x5e;2&#x5e;3&#x24;</span>'),
        (r"$\mathbf{w}$", '<span class="math"><math display="inline"><mrow><mi>𝐰</mi></mrow></math></span>'),
        (
            "see https://example.org/a_b.",
            'see <a href="https&#x3a;//example.org/a&#x5f;b" rel="nofollow noopener">'
            "https&#x3a;//example.org/a&#x5f;b</a>.",
        ),
        (r"\href{https://example.org}{here}", '<a href="https&#x3a;//example.org" rel="nofollow noopener">here</a>'),
        (r"\href{javascript:alert(1)}{here}", "here"),
        ("a & b < c", "a &amp; b &lt; c"),
    ],
)
def test_html_is_rendered_and_safe_in_markdown(source: str, html: str) -> None:
    assert text.to_html(source) == html


def test_a_closing_bracket_belongs_to_an_address_only_if_it_was_opened_there() -> None:
    html = text.to_html("(see https://en.wikipedia.org/wiki/Core_(game_theory)) and https://example.org/x).")
    assert [value for name, value in Seen(html).attributes if name == "href"] == [
        "https://en.wikipedia.org/wiki/Core_(game_theory)",
        "https://example.org/x",
    ]


def test_math_at_the_start_of_a_paragraph_stays_in_it() -> None:
    page = markdown.markdown(text.to_html(r"$N$-player *games* grow"), extensions=EXTENSIONS)
    assert page.startswith("<p>")
    assert page.endswith("</p>")
    assert "<em>" not in page
    assert Seen(page).text == "N-player *games* grow"


def test_a_tag_in_the_text_of_math_is_shown_as_text() -> None:
    seen = render(text.to_html(r"$\text{<script>alert(1)</script>}$ and $a<b$"))
    assert "script" not in seen.elements
    assert seen.text == "<script>alert(1)</script> and a<b"


@pytest.mark.parametrize(
    "hostile",
    [
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{background:url(https://evil.example)}{x}$",
        r"$\class{md-nav}{x}$",
        r"\url{javascript:alert(1)}",
        r"\href{data:text/html,x}{y}",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        'https://a.example/"onmouseover="alert(1)',
        "[x](javascript:alert(1))",
        "![x](https://evil.example/a.png)",
        r"$\text{</mtext></math><img src=x onerror=alert(1)>}$",
        "$\\text{&#60;script&#62;}$",
        "<a href='javascript:alert(1)'>x</a>",
        "</p></div><script>alert(1)</script>",
        "<!-- x",
        "&lt;script&gt;",
        "&#x3c;script&#x3e;",
        "javascript&colon;alert(1)",
        r"$\newcommand{\a}{\b\b}\newcommand{\b}{\a\a}\a$",
        "x{: onclick=alert(1) }",
        '--8<-- "pyproject.toml"',
        "{{ config }}",
        "{% include 'x' %}",
        "[TOC]",
        "[^1]: note",
        "*[HTML]: x",
        ":smile: :material-alert:",
        "!!! note",
        "??? note",
        "/// note",
    ],
)
@pytest.mark.parametrize("show", [text.to_html, lambda source: text.escape_markdown(text.to_plain(source))])
def test_nothing_hostile_becomes_markup(hostile: str, show: object) -> None:
    assert callable(show)
    page = markdown.markdown(f"## {show(hostile)}\n\n{show(hostile)}\n\n- {show(hostile)}\n", extensions=EXTENSIONS)
    seen = Seen(page)
    assert set(seen.elements) <= {
        "h2",
        "p",
        "ul",
        "li",
        "a",
        "span",
        "math",
        "mrow",
        "mi",
        "mo",
        "mn",
        "mtext",
        "mstyle",
    }
    for name, value in seen.attributes:
        assert not name.startswith("on")
        assert name in {"id", "class", "href", "rel", "display", "stretchy", "fence", "form"}
        if name == "href":
            assert value is not None
            assert value.startswith(("http://", "https://"))
        if name == "class":
            assert value in {"math", "math-source"}


SNIPPETS = [
    "--8<--", "-8<-", ":smile:", "~~x~~", "^^x^^", "==x==", "++ctrl++", "[^1]", "[^1]: x", "{: .x }", "[[x]]", "(c)",
    "(tm)", "-->", "1/2", "2nd", "c/o", "+/-", "=/=", "https://x.org", "www.x.org", "a@b.org", "{{ x }}", "{% x %}",
    "*", "**", "_", "__", "`", "```", "#", "# ", "> ", "- ", "+ ", "1. ", "1) ", ": ", "| a | b |", "---", "===",
    "!!! note", "???", "///", "\\", "\\*", "<b>", "</p>", "<!--", "&amp;", "&#42;", "*[x]: y", "[x]: y", "[x](y)",
    "![x](y)", "@user", "#12", "\n", "\n\n", "    ", "\t", "<div markdown>", "a. ", "iv) ", "\u00a0", "é", "日本",
    "x" * 40, "0123456789abcdef0123456789abcdef01234567", "mailto:a@b", "klzzwxh:0000", '"q"', "'s",
]  # fmt: skip
plain_texts = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=6)), max_size=8).map("".join)


@settings(deadline=None)
@given(plain_texts)
@example("a :x: b")
@example("1. x")
@example("-->")
def test_plain_text_survives_markdown_unchanged(plain: str) -> None:
    shown = text.escape_markdown(plain)
    expected = spaced(text.clean(plain))
    for before, after in [("", ""), ("## ", ""), ("- ", ""), ("Words ", " words"), ("| a |\n|---|\n| ", " |")]:
        seen = render(f"{before}{shown}{after}")
        words = [word for word in (before, after) if word.strip(" |#-\na")]
        assert spaced(seen.text) == spaced(
            ("a " if before.startswith("|") else "")
            + (words[0] if words else "")
            + expected
            + (words[1] if len(words) > 1 else "")
        ), before
        assert set(seen.elements) <= {"p", "h2", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


@settings(deadline=None)
@given(plain_texts.filter(lambda t: not re.search(r"[\\${`~]|--|''|https?://", t, re.I)))
def test_text_without_tex_survives_html_unchanged(plain: str) -> None:
    assert spaced(render(text.to_html(plain)).text) == text.one_line(plain)
    assert text.to_plain(plain) == text.one_line(plain)


TEX = [
    "$", "$$", "$x$", "$x^2$", "\\(", "\\)", "\\[", "\\]", "{", "}", "\\", "\\\\", "\\emph{", "\\textbf{x}", "{\\em ",
    "\\'", "\\'e", '\\"', "\\c c", "\\url{", "\\href{", "\\href{https://a.org}{", "javascript:", "https://a.org",
    "\\cite{", "\\footnote{", "\\frac", "\\text{", "^", "_", "&", "<script>", "\"", "'", "\\alpha", "\\unknown", "%",
    "~", "--", "``", "''", "\\begin{matrix}", "\\left(", "\\sqrt", "\\mathbf{", "\\not", "#", "*",
]  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(TEX), st.sampled_from(SNIPPETS), st.text(max_size=3)), max_size=12).map("".join)
)
def test_tex_of_any_shape_gives_safe_balanced_html(source: str) -> None:
    html = text.to_html(source)
    seen = Seen(html)
    assert set(seen.elements) <= {
        "a", "em", "strong", "code", "sup", "sub", "span", "math", "mrow", "mi", "mn", "mo", "mtext", "mspace",
        "msup", "msub", "msubsup", "mover", "munder", "munderover", "mfrac", "msqrt", "mroot", "mtable", "mtr", "mtd",
        "mstyle", "mpadded", "mphantom",
    }  # fmt: skip
    for name, value in seen.attributes:
        assert not name.startswith("on")
        assert name != "href" or (value or "").startswith(("http://", "https://"))
    for element in set(seen.elements):
        assert len(re.findall(rf"<{element}[ >]", html)) == html.count(f"</{element}>")
    assert "\n" not in html
    assert set(render(html).elements) <= {"p", *seen.elements}
    assert spaced(render(html).text) == spaced(seen.text)
    assert text.to_plain(source) == spaced(text.to_plain(source))


# --- characters


def test_characters_that_hide_or_reverse_are_removed() -> None:
    assert text.clean("a\u202eb\u2066c\u200bd\x00e\x1bf\ufeffg\u00adh") == "abcdefgh"
    assert text.clean("tab\there\u2028there") == "tab here there"


def test_characters_that_no_file_can_hold_are_replaced() -> None:
    assert text.clean("a\ud800b\uffffc") == "a\ufffdb\ufffdc"
    assert text.to_html("a\ud800b").encode() == "a\ufffdb".encode()


def test_accents_are_composed_and_never_pile_up() -> None:
    assert text.clean("e\u0301") == "é"
    assert len(text.clean("e" + "\u0301\u0315" * 1000)) < 10


def test_joiners_that_scripts_need_stay() -> None:
    assert text.clean("می‌خواهم 👩‍🔬") == "می‌خواهم 👩‍🔬"


def test_a_megabyte_title_is_cut_for_display() -> None:
    assert text.readable_title("word " * 250_000) == "word " * 199 + "word…"
    assert len(text.to_html("x" * 1_000_000)) == text.DISPLAY_LIMIT + 1


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("$", "$$$"),
        ("{", "{{{"),
        ("}", "}}}"),
        ("\\", "\\\\\\"),
        ("$ ", "$ $ $"),
        ("$a", "aaa"),
        ("\\(", "\\(\\(\\("),
        ("\\emph{", "\\emph{\\emph{\\emph{"),
        ("\\'", "\\'\\'\\'"),
        ("``", "``````"),
        ("\\href{a}{", "a{a{a{"),
        ("http://", "http://http://http://"),
        ("~", "~~~"),
        ("<", "<<<"),
        ("\u0315\u0300", "\u0300\u0300\u0315\u0315…"),
        ("{\\em ", "{ { {"),
        ("\\cite{", "<cit.>{<cit.>{<cit.>{"),
        ("$x_{$", "$x_{$$x_{$$x_{$"),
        ("e.g. ", "e.g. e.g. e.g."),
    ],
)
def test_a_megabyte_of_anything_comes_back_cut_and_harmless(unit: str, shown: str) -> None:
    """What it costs: `python -m benchmarks one-character`."""
    source = unit * (1_000_000 // len(unit))
    assert text.to_plain(source).startswith(shown)
    assert len(text.to_plain(source)) <= text.DISPLAY_LIMIT + 2
    for html in (text.to_html(source), text.word_diff(source, source[:-7])):
        assert Seen(html).text.lstrip().startswith(shown)
        assert not {"ins", "del", "a"} & set(Seen(html).elements)
    assert len(text.fold(source)) <= text.DISPLAY_LIMIT + 3
    assert 1 <= len(text.slug(source)) <= 80
    assert len(text.sentence_cut(source, 200)) <= 200


# --- keys


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Léonard Hussenot", "leonard-hussenot"),
        ("  Gemma 2: Improving… ", "gemma-2-improving"),
        ("../../etc/passwd", "etc-passwd"),
        ("Łukasz Øre Straße", "lukasz-ore-strasse"),
        ("index", "x-index"),
        ("Con", "x-con"),
        ("王伟", "wangwei"),
    ],
)
def test_a_slug_is_readable(source: str, expected: str) -> None:
    assert text.slug(source) == expected


@settings(deadline=None)
@given(st.text())
@example("")
@example("..")
@example("★")
def test_a_slug_is_always_one_safe_part_of_a_path(source: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text.slug(source))
    assert len(text.slug(source)) <= 82
    assert text.slug(source) not in {"index", "404", "con", "nul"}


def test_texts_without_letters_have_different_slugs() -> None:
    assert text.slug("★") != text.slug("☆")


@pytest.mark.parametrize(
    ("a", "b"),
    [("Élie", "elie"), ("Łukasz Øre", "lukasz ore"), ("Straße", "STRASSE"), ("ﬁne  words", "Fine words"), ("ℓ₁", "l1")],
)
def test_folding_forgets_accents_and_case(a: str, b: str) -> None:
    assert text.fold(a) == text.fold(b)


def test_folding_keeps_different_words_apart() -> None:
    assert len({text.fold(word) for word in ["Lin", "Lu", "Li", "Ji", "Ju"]}) == 5


# --- front matter


@settings(deadline=None)
@given(
    st.dictionaries(
        st.text(),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(), x, max_size=3),
        ),
        max_size=4,
    )
)
@example({"title": "x\n---\n# y", "a: b": "\u2028---", "n": ["\x85", "\x7f", "😀", "{{ x }}"]})
def test_front_matter_holds_any_text_and_never_ends_early(mapping: dict[str, object]) -> None:
    block = text.front_matter(mapping)
    lines = block.split("\n")
    assert lines[0] == lines[-2] == "---"
    assert not any(re.match(r"---|\.\.\.", line) for line in lines[1:-2])
    assert yaml.safe_load("\n".join(lines[1:-2])) == (mapping or None)


def test_front_matter_writes_dates_as_text() -> None:
    assert text.front_matter({"date": date(2024, 7, 31)}) == '---\ndate: "2024-07-31"\n---\n'


# --- differences and excerpts


def test_a_difference_marks_whole_words() -> None:
    assert (
        text.word_diff("an action influence on rewards", "an action's influence on rewards")
        == "an <del>action</del> <ins>action's</ins> influence on rewards"
    )


def test_a_difference_reads_in_stretches_not_in_crumbs() -> None:
    assert (
        text.word_diff("the cat sat on the mat today", "the dog lay on a rug today")
        == "the <del>cat sat on the mat</del> <ins>dog lay on a rug</ins> today"
    )


def test_a_difference_is_escaped() -> None:
    assert text.word_diff("a <b> *c*", "a <i> *c*") == "a <del>&lt;b&gt;</del> <ins>&lt;i&gt;</ins> &#x2a;c&#x2a;"


def test_equal_texts_have_no_marks() -> None:
    assert text.word_diff("the same  words", "the same words") == "the same words"


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcde"), max_size=30), st.lists(st.sampled_from("abcde"), max_size=30))
def test_both_versions_can_be_read_off_a_difference_and_the_old_one_always(old: list[str], new: list[str]) -> None:
    marked = text.word_diff(" ".join(old), " ".join(new))
    assert re.sub(r"<ins>.*?</ins>|</?del>", "", marked).split() == old
    assert "…" in marked or re.sub(r"<del>.*?</del>|</?ins>", "", marked).split() == new


def test_what_is_new_at_length_is_not_repeated_in_a_difference() -> None:
    new = [f"word{number}" for number in range(20)]
    assert text.word_diff("same here", f"same {' '.join(new)} here") == (
        "same <ins>word0 word1 word2 word3 … word16 word17 word18 word19</ins> here"
    )


@pytest.mark.parametrize(
    ("source", "n", "expected"),
    [
        ("Short text.", 40, "Short text."),
        ("One sentence here. Another one follows.", 25, "One sentence here."),
        ("Introduced in Bai et al. with much care. More.", 42, "Introduced in Bai et al. with much care."),
        ("An improvement of 2.5 points over the baseline.", 21, "An improvement of…"),
        ("Unbrokenwordthatislongerthanallowed", 10, "Unbrokenw…"),
        ("First, second, third", 15, "First, second…"),
    ],
)
def test_an_excerpt_ends_at_a_sentence_or_a_word(source: str, n: int, expected: str) -> None:
    assert text.sentence_cut(source, n) == expected
    assert len(text.sentence_cut(source, n)) <= n
