"""Answers of arXiv's API. All papers are invented."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from papershelf import readers
from papershelf.model import Aside, Item, Problem, Publication, Record
from papershelf.readers import atom, journal_refs

HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">\n'
    "<id>https://arxiv.org/api/x</id><title>arXiv Query: all:weir</title>"
)
TAIL = "</feed>"
effort = settings(max_examples=60, deadline=None)


def entry(inside: str = "", ident: str = "http://arxiv.org/abs/2401.12345v2", title: str = "Weirs") -> str:
    return f"<entry>\n<id>{ident}</id><title>{title}</title>{inside}</entry>"


def items(text: str) -> list[Item]:
    assert readers.recognise(text) == atom.NAME
    found = list(readers.read(text, "x.atom"))
    assert "".join("".join(item.raw for item in found).split()) == "".join(text.split())
    return found


def read(*entries: str) -> tuple[list[Record], list[Problem]]:
    found = items(f"{HEAD}{''.join(entries)}{TAIL}")
    return [i for i in found if isinstance(i, Record)], [i for i in found if isinstance(i, Problem)]


def one(inside: str) -> Record:
    (found,), problems = read(entry(inside))
    assert problems == []
    return found


def test_an_entry_is_read_whole() -> None:
    found = one(
        "<updated>2024-03-02T23:59:59Z</updated><published>2024-01-23T00:00:00Z</published>\n"
        "<summary>  We study weirs &amp;\n  rivers.\n</summary>"
        "<author><name>Ruth Bach</name><arxiv:affiliation>River Institute</arxiv:affiliation></author>"
        "<author><name>Hanna van der Berg</name><arxiv:affiliation>River Institute</arxiv:affiliation>"
        "<arxiv:affiliation>Weir House</arxiv:affiliation></author>"
        "<arxiv:comment>12 pages, 3 figures,\n  code at https://github.com/example/weirs</arxiv:comment>"
        "<arxiv:journal_ref>J. Rivers 12 (2025) 101-119</arxiv:journal_ref><arxiv:doi>10.5555/Weir.1</arxiv:doi>"
        '<category term="cs.LG" scheme="x"/><category term="stat.ML"/><arxiv:primary_category term="cs.LG"/>'
        '<link href="https://arxiv.org/abs/2401.12345v2" rel="alternate" type="text/html"/>'
        '<link href="https://arxiv.org/pdf/2401.12345v2" rel="related" type="application/pdf" title="pdf"/>'
        '<link title="doi" href="https://doi.org/10.5555/weir.1" rel="related"/>'
    )
    assert (found.title, found.abstract) == ("Weirs", "We study weirs & rivers.")
    assert (found.arxiv, found.version, found.doi) == ("2401.12345", 2, "10.5555/weir.1")
    assert (found.created, found.updated) == (date(2024, 1, 23), date(2024, 3, 2))
    assert (found.authors, found.authors_complete) == (("Ruth Bach", "Hanna van der Berg"), True)
    assert found.affiliations == ("River Institute", "Weir House")
    assert (found.category, found.categories) == ("cs.LG", ("cs.LG", "stat.ML"))
    assert found.comments == ("12 pages, 3 figures, code at https://github.com/example/weirs",)
    assert (found.page_count, found.code) == (12, ("https://github.com/example/weirs",))
    assert found.publication == Publication("J. Rivers", 2025, "12", "101", "119")
    assert (found.type, found.addresses, found.notes) == ("article", (), ())


RSS_HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>
"""
ANNOUNCED = """arXiv:2401.12345v2 Announce Type: replace-cross
Abstract: We study weirs &amp; rivers."""


def test_items_of_the_daily_feed_are_read_whole() -> None:
    item = (
        "<item><title>Weirs</title><link>https://arxiv.org/abs/2401.12345</link>"
        f'<description>{ANNOUNCED}</description><guid isPermaLink="false">oai:arXiv.org:2401.12345v2</guid>'
        "<category>cs.LG</category><category>stat.ML</category><pubDate>Fri, 23 Feb 2024 00:00:00 -0500</pubDate>"
        "<arxiv:announce_type>replace-cross</arxiv:announce_type><arxiv:DOI>10.5555/Weir.1</arxiv:DOI>"
        "<arxiv:journal_reference>J. Rivers 12 (2025) 101-119</arxiv:journal_reference>"
        "<dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>"
        "<dc:creator>Ruth Bach, Hanna van der Berg</dc:creator></item>"
    )
    frame, found, other, end = items(f"{RSS_HEAD}{item}\n{item.replace('2401.12345', '2401.12346')}</channel></rss>")
    assert isinstance(found, Record)
    assert isinstance(other, Record)
    assert (frame.place.first, found.place.first, other.arxiv, end.raw) == (1, 4, "2401.12346", "</channel></rss>")
    assert (found.title, found.abstract) == ("Weirs", "We study weirs & rivers.")
    assert (found.arxiv, found.version, found.doi) == ("2401.12345", 2, "10.5555/weir.1")
    assert (found.created, found.updated) == (None, None)
    assert (found.authors, found.authors_complete) == (("Ruth Bach", "Hanna van der Berg"), True)
    assert found.categories == ("cs.LG", "stat.ML")
    assert found.publication == Publication("J. Rivers", 2025, "12", "101", "119")
    assert (found.addresses, found.licence) == ((), "http://creativecommons.org/licenses/by/4.0/")


def test_the_daily_feed_in_atom_names_no_day_of_submission() -> None:
    inside = (
        f"<summary>{ANNOUNCED}</summary><published>2024-02-23T00:00:00-05:00</published>"
        "<updated>2024-02-23T05:00:00Z</updated><dc:creator>Ruth Bach, Hanna van der Berg</dc:creator>"
        "<rights>http://creativecommons.org/licenses/by/4.0/</rights>"
    )
    (found,), problems = read(entry(inside, ident="oai:arXiv.org:2401.12345v2"))
    assert (problems, found.arxiv, found.version) == ([], "2401.12345", 2)
    assert (found.abstract, found.created, found.updated) == ("We study weirs & rivers.", None, None)
    assert found.authors == ("Ruth Bach", "Hanna van der Berg")
    assert found.licence == "http://creativecommons.org/licenses/by/4.0/"


def test_the_feed_of_a_blog_that_links_to_arxiv_is_none_of_arxiv() -> None:
    text = RSS_HEAD.replace("rss.arxiv.org", "blog.example.org")
    text += "<item><title>I read https://arxiv.org/abs/2401.12345</title></item></channel></rss>"
    assert readers.recognise(text) != atom.NAME


def test_a_withdrawn_paper_says_so() -> None:
    assert one("<arxiv:comment>This paper has been withdrawn by the authors</arxiv:comment>").notice == "withdrawn"
    assert one("<arxiv:comment>Withdrawn from WEIR 2024, now longer</arxiv:comment>").notice == ""


def test_an_old_id_keeps_its_archive() -> None:
    (found,), _ = read(entry(ident="http://arxiv.org/abs/hep-th/9901001v3"))
    assert (found.arxiv, found.version) == ("hep-th/9901001", 3)


def test_a_comment_states_the_venue_where_no_reference_does() -> None:
    found = one("<arxiv:comment>Accepted at ICML 2024</arxiv:comment>")
    assert found.publication == Publication("ICML", 2024)


def test_a_reference_that_cannot_be_read_is_a_note() -> None:
    found = one("<arxiv:journal_ref>Proc. 2023 Weir Days (WD), pp. 66-69</arxiv:journal_ref>")
    assert (found.publication, found.notes) == (None, ("Proc. 2023 Weir Days (WD), pp. 66-69",))


def test_an_error_is_told_in_the_words_of_the_server() -> None:
    error = entry(
        "<summary>incorrect id format for abc</summary>", "https://arxiv.org/api/errors#incorrect_id", "Error"
    )
    records, (problem,) = read(error)
    assert (records, problem.raw) == ([], error)
    assert problem.message == "arXiv's answer is an error: “incorrect id format for abc”"


def test_a_paper_titled_error_is_a_paper() -> None:
    (found,), problems = read(entry(title="Error"))
    assert (found.title, problems) == ("Error", [])


def test_a_feed_without_entries_says_so() -> None:
    problem, frame = items(HEAD + TAIL)
    assert isinstance(problem, Problem)
    assert isinstance(frame, Aside)
    assert (problem.message, frame.raw) == ("no <entry> in this file", HEAD + TAIL)


def test_prefixes_may_be_any() -> None:
    text = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://arxiv.org/schemas/atom">'
        "<a:entry><a:id>http://arxiv.org/abs/2401.12345v1</a:id><a:title>Weirs</a:title>"
        "<a:author><a:name>Ruth Bach</a:name></a:author><x:comment>9 pages</x:comment></a:entry></a:feed>"
    )
    (found,) = [item for item in items(text) if isinstance(item, Record)]
    assert (found.title, found.authors, found.page_count) == ("Weirs", ("Ruth Bach",), 9)


def test_prefixes_may_be_declared_in_the_entry_or_nowhere() -> None:
    declared = '<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">9 pages</arxiv:comment>'
    (a, b), problems = read(entry(declared), entry("<ax:comment>8 pages</ax:comment>"))
    assert (a.page_count, b.page_count, problems) == (9, 8, [])


def test_an_entry_copied_out_of_its_feed_is_read() -> None:
    (found,) = [item for item in items(entry("<arxiv:comment>9 pages</arxiv:comment>")) if isinstance(item, Record)]
    assert (found.arxiv, found.page_count) == ("2401.12345", 9)


def test_several_feeds_in_one_file_are_read() -> None:
    text = f"{HEAD}{entry()}{TAIL}\n{HEAD}{entry(title='Dams')}{TAIL}"
    assert [item.title for item in items(text) if isinstance(item, Record)] == ["Weirs", "Dams"]


@pytest.mark.parametrize("day", ["2024-02-30T00:00:00Z", "soon", "", "2024-01"])
def test_a_day_that_is_none_is_unknown(day: str) -> None:
    assert one(f"<published>{day}</published>").created is None


def test_a_broken_entry_costs_no_other() -> None:
    records, (problem,) = read(
        entry(), "<entry><id>http://arxiv.org/abs/2401.00001</id><title>", entry(), "\n", entry()
    )
    assert len(records) == 3
    assert problem.raw == "<entry><id>http://arxiv.org/abs/2401.00001</id><title>"
    assert problem.message.startswith("no XML: ")


def test_a_bare_ampersand_is_mended_and_reported() -> None:
    (found,), (problem,) = read(entry(title="Sand & gravel"))
    assert (found.title, problem.raw) == ("Sand & gravel", "")


def test_entities_that_a_feed_defines_are_never_expanded() -> None:
    text = f'<!DOCTYPE feed [<!ENTITY a "haha">]>{HEAD}{entry(title="&a;")}{TAIL}'
    first, found, remark, _ = items(text)
    assert isinstance(first, Problem)
    assert isinstance(found, Record)
    assert isinstance(remark, Problem)
    assert (found.title, first.message) == ("&a;", "the document type defines entities, which are not expanded")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<feed",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://blog.example/1</id></entry></feed>',
        "See http://arxiv.org/abs/2401.12345 for the <feeder>.",
    ],
)
def test_other_text_is_not_taken_for_a_feed_of_arxiv(text: str) -> None:
    assert not atom.looks_like(text)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Phys. Rev. D 976, 913009 (2007)", Publication("Phys. Rev. D", 2007, "976", "913009")),
        ("Phys.Rev.D976:913009,2007", Publication("Phys.Rev.D", 2007, "976", "913009")),
        ("Mod.Phys.Lett. A909 (1994) 2710-2760", Publication("Mod.Phys.Lett. A", 1994, "909", "2710", "2760")),
        ("Nature 1518, 1529–1533 (2015)", Publication("Nature", 2015, "1518", "1529", "1533")),
        ("Riv. Res. 21(140):1-67, 2020", Publication("Riv. Res.", 2020, "21", "1", "67", number="140")),
        ("PLoS ONE 5(2): e9221 (2010)", Publication("PLoS ONE", 2010, "5", "e9221", number="2")),
        (
            "IEEE Trans. Rivers, vol. 60, no. 3, pp. 1-10, March 2014",
            Publication("IEEE Trans. Rivers", 2014, "60", "1", "10", number="3"),
        ),
        (
            "International Journal of Weirs (IJW), Vol.3, No.1, January 2012",
            Publication("International Journal of Weirs (IJW)", 2012, "3", number="1"),
        ),
        ("ICML 2020", Publication("ICML", 2020)),
        ("Ann. Statist. 38 (2010), no. 1, 1-20", None),
        ("submitted to Nature 12 (2020) 3", None),
        ("", None),
        ("A" + " a" * 1000, None),
    ],
)
def test_a_journal_reference_is_read_only_where_all_of_it_is_understood(
    reference: str, expected: Publication | None
) -> None:
    assert journal_refs.publication(reference) == expected


HOSTILE = (
    "<", "&", "<entry>", "<entry></entry>", "</entry>", "<a>", "<author><name>a</name></author>", "<b:a>", "{", "$",
    "and ", " ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = f"{HEAD}{entry()}<entry><id>" + piece * (size // len(piece))
        start = time.process_time()
        assert atom.looks_like(text)
        list(atom.read(text, "x"))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(240_000) < 10 * seconds(60_000) + 0.5


@effort
@given(listed=st.lists(strategies.entries(), min_size=1, max_size=5))
def test_well_formed_entries_give_back_what_was_put_in(listed: list[strategies.Entry]) -> None:
    def text(paper: strategies.Entry) -> str:
        names = "".join(f"<author><name>{name}</name></author>" for name in paper.authors)
        day = f"<published>{paper.created}T00:00:00Z</published>"
        return entry(f"{day}{names}", f"http://arxiv.org/abs/{paper.arxiv}v1", "A title")

    records, problems = read(*map(text, listed))
    assert problems == []
    assert [(r.arxiv, r.created, r.raw) for r in records] == [(e.arxiv, e.created, text(e)) for e in listed]


PIECES = (
    "<entry>", "</entry>", "<entry", "<id>http://arxiv.org/abs/2401.12345v1</id>", "<title>", "</title>", "Weirs",
    "<!--", "-->", "<![CDATA[", "]]>", "&", "&a;", "<arxiv:doi>", "</arxiv:doi>", "<!DOCTYPE x [<!ENTITY a 'b'>]>",
    "\n", " ", "\r", "\x00", "\ud800", "<", ">", "https://arxiv.org/api/errors#a", HEAD, TAIL,
)  # fmt: skip


@effort
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_damaged_feeds_lose_nothing_and_keep_their_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    held = [item for item in atom.read(text, "x") if item.raw]
    assert "".join("".join(item.raw for item in held).split()) == "".join(text.split())
    assert [item.place.offset for item in held] == sorted(item.place.offset for item in held)
    assert all(text[item.place.offset :].startswith(item.raw) for item in held)
