"""EndNote XML. All papers are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from papershelf import readers
from papershelf.model import Aside, Item, Problem, Publication, Record
from papershelf.readers import endnote_xml, xml_spans

HEAD = '<?xml version="1.0" encoding="UTF-8" ?><xml><records>'
TAIL = "</records></xml>"
effort = settings(max_examples=60, deadline=None)


def styled(text: str) -> str:
    return f'<style face="normal" font="default" size="100%">{text}</style>'


def record(inside: str, kind: str = "Journal Article", title: str = "Weirs") -> str:
    titles = f"<titles><title>{styled(title)}</title></titles>"
    return f'<record><ref-type name="{kind}">17</ref-type>{titles}{inside}</record>'


def items(text: str) -> list[Item]:
    assert readers.recognise(text) == endnote_xml.NAME
    found = list(readers.read(text, "x.xml"))
    assert "".join("".join(item.raw for item in found).split()) == "".join(text.split())
    return found


def read(*entries: str) -> tuple[list[Record], list[Problem]]:
    found = items(f"{HEAD}{''.join(entries)}{TAIL}")
    return [i for i in found if isinstance(i, Record)], [i for i in found if isinstance(i, Problem)]


def one(inside: str, kind: str = "Journal Article") -> Record:
    (found,), problems = read(record(inside, kind))
    assert problems == []
    return found


def test_a_record_of_endnote_is_read_whole() -> None:
    found = one(
        '<database name="a.enl" path="a.enl">a.enl</database><rec-number>17</rec-number>'
        f"<contributors><authors><author>{styled('Silva, Maria da')}</author><author>Tan, Mei</author></authors>"
        "<secondary-authors><author>Editor, An</author></secondary-authors></contributors>"
        f"<auth-address>{styled('River Institute&#xD;Weir House')}</auth-address>"
        f"<periodical><full-title>{styled('Estuary Letters')}</full-title><abbr-1>Est. Lett.</abbr-1></periodical>"
        f"<pages>{styled('55-60')}</pages><volume>3</volume><number>2</number>"
        f"<keywords><keyword>{styled('estuary')}</keyword><keyword>salmon; trout</keyword><keyword /></keywords>"
        f"<dates><year>{styled('2009')}</year><pub-dates><date>{styled('Jul 3')}</date></pub-dates></dates>"
        "<isbn>1234-567X (Print)&#xD;2345-6789</isbn><accession-num>30000001</accession-num>"
        f"<electronic-resource-num>{styled('10.5555/est.2009.55')}</electronic-resource-num>"
        "<abstract>First.&#xD;Second.</abstract><notes>Lent to Bo</notes><research-notes>important</research-notes>"
        "<urls><related-urls><url>https://example.org/a&#xD;https://example.org/b</url></related-urls>"
        "<pdf-urls><url>internal-pdf://1/a.pdf</url></pdf-urls></urls><custom2>PMC7000001</custom2>"
        "<remote-database-provider>NLM</remote-database-provider><language>eng</language>"
    )
    assert (found.given_id, found.type, found.title, found.language) == ("17", "article-journal", "Weirs", "eng")
    assert (found.authors, found.families) == (("Maria da Silva", "Mei Tan"), ("da Silva", "Tan"))
    assert found.publication == Publication("Estuary Letters", 2009, "3", "55", "60", number="2", month=7, day=3)
    assert (found.doi, found.abstract) == ("10.5555/est.2009.55", "First.\n\nSecond.")
    assert found.keywords == ("estuary", "salmon", "trout")
    assert found.affiliations == ("River Institute", "Weir House")
    assert found.notes == ("Lent to Bo", "important")
    assert found.addresses == ("https://example.org/a", "https://example.org/b")
    assert found.other_ids == (
        ("pmcid", "PMC7000001"),
        ("pmid", "30000001"),
        ("issn", "1234-567X"),
        ("issn", "2345-6789"),
    )


def test_the_styles_of_a_value_are_joined_as_they_stand() -> None:
    title = "".join(map(styled, ("Estuaries &amp; ", "Salmo", " in H", "2", "O")))
    (found,), _ = read(f"<record><ref-type>17</ref-type><titles><title>{title}</title></titles></record>")
    assert (found.title, found.type) == ("Estuaries & Salmo in H2O", "article-journal")


def test_a_file_that_is_laid_out_says_the_same() -> None:
    text = f"{HEAD}{record('<volume>3</volume><abstract>One two</abstract>')}{TAIL}"
    laid_out = text.replace("><", ">\n      <").replace("One two", "\n   One\n   two\n  ")
    (found,) = [item for item in items(laid_out) if isinstance(item, Record)]
    assert (found.title, found.abstract) == ("Weirs", "One two")


@pytest.mark.parametrize(
    ("kind", "csl", "venue"),
    [
        ("Conference Proceedings", "paper-conference", "Weir Days"),
        ("Book Section", "chapter", "Weir Days"),
        ("Newspaper Article", "article-newspaper", "Weir Days"),
        ("Thesis", "thesis", ""),
        ("Book", "book", ""),
        ("Sculpture", "", "Weir Days"),
    ],
)
def test_types_and_what_their_second_title_is(kind: str, csl: str, venue: str) -> None:
    text = (
        f'<record><ref-type name="{kind}">1</ref-type><titles><title>Weirs</title><secondary-title>Weir Days'
        "</secondary-title></titles><dates><year>2001</year></dates></record>"
    )
    (found,), _ = read(text)
    assert found.publication is not None
    assert (found.type, found.publication.venue) == (csl, venue)


def test_the_number_of_pages_of_a_report_is_no_page() -> None:
    assert one("<pages>32</pages><dates><year>2009</year></dates>", "Report").publication == Publication("", 2009)


def test_editors_stand_for_the_authors_of_a_book() -> None:
    editors = "<contributors><secondary-authors><author>Dam, Ira</author></secondary-authors></contributors>"
    assert (one(editors, "Book").authors, one(editors).authors) == (("Ira Dam",), ())


@pytest.mark.parametrize(
    "number", ["arXiv:2401.12345", "10.48550/arXiv.2401.12345", "https://arxiv.org/abs/2401.12345"]
)
def test_a_preprint_has_its_arxiv_id(number: str) -> None:
    assert one(f"<electronic-resource-num>{number}</electronic-resource-num>").arxiv == "2401.12345"


def test_the_frame_is_kept_aside() -> None:
    first, _, second, last = items(f"{HEAD}\n{record('')}\n{record('')}\n{TAIL}")
    assert isinstance(first, Aside)
    assert isinstance(last, Aside)
    assert (first.raw, second.place.first, last.raw) == (HEAD, 3, TAIL)


BROKEN = (
    "<titles><title>never closed</record>",
    "<titles></title></titles></record>",
    "<titles><title>cut o",
    '<titles><title a="1" a="2">double</title></titles></record>',
)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_record_costs_no_other(broken: str) -> None:
    good = record("<volume>1</volume>")
    records, (problem,) = read(good, f"<record>{broken}", good, "\n", good)
    assert [found.title for found in records] == ["Weirs"] * 3
    assert problem.raw == f"<record>{broken}"
    assert problem.message.startswith("no XML: ")
    assert problem.message.endswith(" in line 1")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sand & Gravel", "Sand & Gravel"),
        ("Sand &amp; Gravel &", "Sand & Gravel &"),
        ("p < 0.05 or a<b", None),
        ("p < 0.05", "p < 0.05"),
        ("&Uuml;ber&nbsp;Fl&uuml;sse", "Über Flüsse"),
        ("Sand\x0b and\x00 gravel", "Sand and gravel"),
        ("Sand&#x1F; and &#0;gravel&#xD800;", "Sand and gravel"),
        ("Sand \ud800", "Sand"),
        ("&nosuchname; sand", "&nosuchname; sand"),
        ("&lol; &LT;x>", "&lol; <x>"),
    ],
)
def test_common_mistakes_are_mended_and_reported(written: str, meant: str | None) -> None:
    records, (problem,) = read(record("", title=written), record(""))
    assert records[-1].title == "Weirs"
    assert [found.title for found in records[:-1]] == ([meant] if meant else [])
    assert bool(problem.raw) == (meant is None)
    assert problem.message.startswith("no XML: ")


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]><xml><records>'
)


def test_entities_that_a_file_defines_are_never_expanded_and_that_is_said() -> None:
    found = items(f"{LAUGHS}{record('', title='&c;&f;')}{record('')}{TAIL}")
    first, joke, remark, good, _ = found
    assert isinstance(first, Problem)
    assert (first.raw, first.message) == (LAUGHS, "the document type defines entities, which are not expanded")
    assert isinstance(joke, Record)
    assert isinstance(good, Record)
    assert isinstance(remark, Problem)
    assert (joke.title, good.title) == ("&c;&f;", "Weirs")
    assert remark.message == "no XML: undefined entity in line 1"


def test_a_document_type_inside_a_record_is_refused() -> None:
    records, (problem,) = read(record('<!DOCTYPE x [<!ENTITY a "ha">]><notes>&a;</notes>'), record(""))
    assert (len(records), problem.message.startswith("no XML: ")) == (1, True)


def test_a_comment_is_no_record() -> None:
    found = items(f"{HEAD}<!-- {record('')} -->{record('')}<!-- never closed {record('')}{TAIL}")
    assert [type(item) for item in found] == [Aside, Record, Aside, Record, Aside]


def test_a_record_that_is_too_long_to_be_one_is_not_parsed() -> None:
    deep = "<a>" * (xml_spans.LONGEST // 3)
    records, (problem,) = read(record(""), f"<record>{deep}</record>", record(""))
    assert (len(records), problem.message) == (2, "an entry of more than 1,000,000 characters")


def test_a_file_without_records_says_so() -> None:
    (problem,) = endnote_xml.read("", "x.xml")
    assert isinstance(problem, Problem)
    assert problem.message == "no <record> in this file"


def test_a_record_that_holds_nothing_is_a_problem() -> None:
    _, problems = read("<record>", record(""), "<record></record>", "<record/>")
    assert [problem.message for problem in problems] == [
        "an entry that holds nothing",
        "an entry without title, abstract or id",
        "an entry without title, abstract or id",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<xml><records></records></xml>",
        "<OAI-PMH><ListRecords><record><header/></record></ListRecords></OAI-PMH>",
        '<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader/></record></collection>',
        "I like <xml> and <records><record>",
        "<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>",
    ],
)
def test_other_text_is_not_taken_for_endnote(text: str) -> None:
    assert not endnote_xml.looks_like(text)


HOSTILE = (
    "<", "&", "<record>", "<record></record>", "</record>", "<a>", "<!--", "&lol;", "<a:b>", "<style ", "{", "$",
    "and ", " ", "\x00", "<!ENTITY a 'b'>", "<record><titles><title>", "a:b='c' ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = f"{HEAD}{record('')}<record><ref-type>17</ref-type>" + piece * (size // len(piece))
        start = time.process_time()
        assert endnote_xml.looks_like(text)
        list(endnote_xml.read(text, "x"))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(240_000) < 10 * seconds(60_000) + 0.5


papers = st.tuples(
    strategies.capitalised,
    st.lists(strategies.capitalised, max_size=3),
    st.lists(strategies.words, max_size=3, unique=True),
)


@effort
@given(listed=st.lists(papers, min_size=1, max_size=5), between=st.sampled_from(("", "\n", "\r\n    ")))
def test_well_formed_records_give_back_what_was_put_in(
    listed: list[tuple[str, list[str], list[str]]], between: str
) -> None:
    def text(title: str, families: list[str], keywords: list[str]) -> str:
        authors = "".join(f"<author>{styled(f'{family}, Ann')}</author>" for family in families)
        words = "".join(f"<keyword>{word}</keyword>" for word in keywords)
        inside = f"<contributors><authors>{authors}</authors></contributors><keywords>{words}</keywords>"
        return record(inside, title=f"{title} &lt;1&gt; of &quot;many&quot;")

    records, problems = read(between.join(text(*each) for each in listed))
    assert problems == []
    assert [(r.title, list(r.families), list(r.keywords)) for r in records] == [
        (f'{title} <1> of "many"', families, keywords) for title, families, keywords in listed
    ]
    assert [r.raw for r in records] == [text(*each) for each in listed]


PIECES = (
    "<record>", "</record>", "<record", "<titles><title>", "</title></titles>", "<title>", "Weirs", "<style a='b'>",
    "</style>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;", "&a;", "&#0;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "\n",
    " ", "\r", "\x00", "\ud800", "<a:b/>", "<", ">", "'", HEAD, TAIL,
)  # fmt: skip


@effort
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_damaged_files_lose_nothing_and_keep_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    held = [item for item in endnote_xml.read(text, "x") if item.raw]
    assert "".join("".join(item.raw for item in held).split()) == "".join(text.split())
    assert [item.place.offset for item in held] == sorted(item.place.offset for item in held)
    assert all(text[item.place.offset :].startswith(item.raw) for item in held)
