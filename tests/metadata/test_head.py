"""The head of a paper's page says what the page says, in every vocabulary, and nothing that no source states."""

from __future__ import annotations

from datetime import date

import pytest

from head_reader import Head, read
from papershelf.config import Settings
from papershelf.metadata import Heads, files
from papershelf.model import Author, Paper, Publication
from test_render import HOSTILE
from tiny_library import full_of, library, paper, settings

HERE = "papers/2401.00001.md"
SITE = "https://example.org/tiny/"


def head(made: Paper, **given: object) -> Head:
    return read(Heads.of(library(made), settings(**given)).paper(made, HERE))


def published(type_: str, **given: object) -> Head:
    place = Publication(
        "Journal of Ink", 2025, "12", "45", "67", number="3", publisher="Ink Press", month=3
    )  # fmt: skip
    return head(paper(**{"publication": place, "type": type_, "doi": "10.1000/ink", **given}))


def test_a_preprint_says_all_this() -> None:
    meta = head(paper(language="en", keywords=("colour", "sea; tide"))).meta
    assert meta == {
        "citation_title": ["Rivers of ink"],
        "citation_author": ["Quill, Ada", "Brush, Ben"],
        "citation_publication_date": ["2024/01/02"],
        "z:itemType": ["preprint"],
        "citation_publisher": ["arXiv"],
        "citation_doi": ["10.48550/arXiv.2401.00001"],
        "citation_arxiv_id": ["2401.00001"],
        "z:archiveID": ["arXiv:2401.00001"],
        "citation_pdf_url": ["https://arxiv.org/pdf/2401.00001"],
        "citation_abstract_html_url": [f"{SITE}papers/2401.00001/"],
        "citation_public_url": ["https://arxiv.org/abs/2401.00001"],
        "citation_keywords": ["Ink; colour; sea, tide"],
        "citation_language": ["en"],
        "citation_abstract": ["We pour ink into rivers."],
        "article:published_time": ["2024-01-02"],
        "article:tag": ["Ink"],
        "twitter:card": ["summary"],
    }


def test_a_preprint_names_no_journal_and_no_conference() -> None:
    assert not [name for name in head(paper()).meta if "journal" in name or "conference" in name]


def test_a_journal_article_has_the_place_it_is_cited_from() -> None:
    meta = published("article-journal").meta
    assert meta["z:itemType"] == ["journalArticle"]
    assert meta["citation_journal_title"] == ["Journal of Ink"]
    assert (meta["citation_volume"], meta["citation_issue"]) == (["12"], ["3"])
    assert (meta["citation_firstpage"], meta["citation_lastpage"]) == (["45"], ["67"])
    assert meta["citation_publication_date"] == ["2025/03"]
    assert meta["citation_doi"] == ["10.1000/ink"]
    assert meta["z:extra"] == ["arXiv:2401.00001"]
    assert "z:archiveID" not in meta
    assert "article:published_time" not in meta


@pytest.mark.parametrize(
    ("type_", "zotero", "tag"),
    [
        ("paper-conference", "conferencePaper", "citation_conference_title"),
        ("chapter", "bookSection", "citation_inbook_title"),
        ("review", "journalArticle", "citation_journal_title"),
        ("article-magazine", "magazineArticle", "z:publicationTitle"),
        ("entry-encyclopedia", "encyclopediaArticle", "z:publicationTitle"),
        ("book", "book", "citation_series_title"),
    ],
)
def test_each_type_has_its_own_tag_for_the_venue(type_: str, zotero: str, tag: str) -> None:
    meta = published(type_).meta
    assert (meta["z:itemType"], meta[tag]) == ([zotero], ["Journal of Ink"])


def test_a_thesis_and_a_report_name_their_institution() -> None:
    assert published("thesis").meta["citation_dissertation_institution"] == ["Ink Press"]
    meta = published("report").meta
    assert meta["citation_technical_report_institution"] == ["Ink Press"]
    assert meta["citation_technical_report_number"] == ["3"]


def test_what_is_not_known_is_not_said() -> None:
    bare = paper("x", arxiv=None, abstract=None, authors=(), submitted=None, order=(0, 0, 0), order_source="")
    made = library(bare, matches={})
    seen = read(Heads.of(made, settings()).paper(bare, "papers/x.md"))
    assert set(seen.meta) == {
        "citation_title", "z:itemType", "citation_abstract_html_url", "z:abstractNote", "twitter:card",
    }  # fmt: skip
    assert [rel for rel, _, _ in seen.links if rel != "alternate"] == []
    assert set(seen.kind("ScholarlyArticle")) == {"@type", "url", "headline"}


def test_without_an_abstract_the_description_is_not_taken_for_one() -> None:
    assert head(paper(abstract=None)).meta["z:abstractNote"] == ["Not stated in any source."]
    assert "z:abstractNote" not in head(paper()).meta


def test_a_paper_without_a_title_is_called_what_the_page_calls_it() -> None:
    assert head(paper(title=None, label="“We pour ink…”")).meta["citation_title"] == ["“We pour ink…”"]


def test_an_arxiv_ids_month_is_no_date() -> None:
    undated = paper("2110.11943", submitted=None, order=(2021, 10, 0), order_source="arXiv id")
    assert head(undated).meta["citation_publication_date"] == ["2021"]


def test_tex_becomes_text() -> None:
    seen = head(paper(title=r"Malham\'e's $N$-player games", abstract=r"Learn \emph{all} $q$."))
    assert seen.meta["citation_title"] == ["Malhamé's N-player games"]
    assert seen.meta["citation_abstract"] == ["Learn all q."]
    assert seen.kind("ScholarlyArticle")["headline"] == "Malhamé's N-player games"


def test_links_lead_to_the_files_that_exist_for_the_page() -> None:
    one = paper(key="quill-2024-rivers")
    alternates = [
        ("../../api/papers/2401.00001.json", "application/json"),
        ("quill-2024-rivers.bib", "application/x-bibtex"),
        ("quill-2024-rivers.csl.json", "application/vnd.citationstyles.csl+json"),
        ("quill-2024-rivers.ris", "application/x-research-info-systems"),
    ]
    assert head(one).links == [
        ("cite-as", "https://doi.org/10.48550/arXiv.2401.00001", ""),
        ("item", "https://arxiv.org/pdf/2401.00001", "application/pdf"),
        *(("alternate", *each) for each in alternates),
    ]
    large = head(one, files_each_up_to=0)
    assert [each for each in large.links if each[0] == "alternate"] == [("alternate", *alternates[0])]


def test_no_script_takes_a_file_for_another_language() -> None:
    """Material's script looks for `link[rel=alternate]`, which white space in the value keeps from matching."""
    made = library(paper())
    text = Heads.of(made, settings()).paper(made.papers[0], HERE)
    assert 'rel="alternate "' in text
    assert 'rel="alternate"' not in text


def test_the_data_of_a_paper_agree_with_its_tags() -> None:
    seen = published("article-journal", authors=("Ada Quill", "Gemma Team"), updated=date(2025, 5, 6))
    assert seen.kind("ScholarlyArticle") == {
        "@type": "ScholarlyArticle",
        "url": f"{SITE}papers/2401.00001/",
        "headline": "Rivers of ink",
        "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Organization", "name": "Gemma Team"}],
        "datePublished": "2025-03",
        "dateModified": "2025-05-06",
        "abstract": "We pour ink into rivers.",
        "keywords": "Ink",
        "identifier": ["doi:10.1000/ink", "arXiv:2401.00001"],
        "sameAs": ["https://doi.org/10.1000/ink", "https://arxiv.org/abs/2401.00001"],
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "12",
                "isPartOf": {"@type": "Periodical", "name": "Journal of Ink"},
            },
        },
        "pageStart": "45",
        "pageEnd": "67",
        "publisher": {"@type": "Organization", "name": "Ink Press"},
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": "https://arxiv.org/pdf/2401.00001",
            "encodingFormat": "application/pdf",
        },
    }
    assert seen.kind("BreadcrumbList")["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": SITE},
        {"@type": "ListItem", "position": 2, "name": "Papers", "item": f"{SITE}papers/"},
        {"@type": "ListItem", "position": 3, "name": "Rivers of ink"},
    ]


def test_an_orcid_that_people_gave_is_stated() -> None:
    one = paper()
    made = library(
        one, authors=(Author("author-1", "Ada Quill", ("Ada Quill",), (one.id,), orcid="0000-0002-1825-0097"),)
    )
    people = read(Heads.of(made, settings()).paper(one, HERE)).kind("ScholarlyArticle")["author"]
    assert people[0]["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert "sameAs" not in people[1]


def test_a_list_names_its_papers_and_their_exports() -> None:
    made = library(paper(), paper("2401.00002"))
    up, exports = ("Topics", "topics/index.md"), ("topics/ink", made.papers)
    heads = Heads.of(made, settings())
    seen = read(heads.papers("Ink", "All about ink.", made.papers, "topics/ink.md", up, files=exports))
    assert seen.kind("CollectionPage") == {
        "@type": "CollectionPage",
        "url": f"{SITE}topics/ink/",
        "name": "Ink",
        "description": "All about ink.",
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": 2,
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "url": f"{SITE}papers/2401.00001/"},
                {"@type": "ListItem", "position": 2, "url": f"{SITE}papers/2401.00002/"},
            ],
        },
    }
    assert [href for _, href, _ in seen.links] == [
        f"papers.{ending}" for ending in ("bib", "biblatex.bib", "csl.json", "ris", "csv")
    ]


def test_an_author_is_whom_the_list_is_about() -> None:
    made = library(paper())
    author = Author("ada", "Ada Quill", ("Ada Quill", "A. Quill"), ("2401.00001",), homepage="https://example.org/ada")
    seen = read(Heads.of(made, settings()).papers("Ada Quill", "", made.papers, "authors/ada.md", None, author))
    assert seen.kind("CollectionPage")["about"] == {
        "@type": "Person",
        "name": "Ada Quill",
        "alternateName": ["A. Quill"],
        "url": f"{SITE}authors/ada/",
        "sameAs": ["https://example.org/ada"],
    }


def test_an_empty_list_has_no_exports_to_name() -> None:
    seen = read(Heads.of(library(), settings()).papers("Ink", "", (), "topics/ink.md", files=("topics/ink", ())))
    assert seen.links == []


def test_feeds_are_announced_where_there_are_some() -> None:
    made = library(paper())
    heads = Heads.of(made, settings())
    assert read(heads.home("Invented papers.")).links == []
    assert read(heads.home("Invented papers.", feed=True)).links == [
        ("alternate", "feed.xml", "application/atom+xml"),
        ("alternate", "feed.json", "application/feed+json"),
    ]
    topic = read(heads.papers("Ink", "", made.papers, "topics/ink.md", feed=True))
    assert [href for _, href, _ in topic.links] == ["feed.xml", "feed.json"]


def test_without_an_address_of_the_site_none_is_invented() -> None:
    made = library(paper())
    heads = Heads.of(made, settings(site_url=""))
    one = read(heads.paper(made.papers[0], HERE, card="cards/2401.00001.png"))
    assert "citation_abstract_html_url" not in one.meta
    assert "og:image" not in one.meta
    assert [each["@type"] for each in one.data] == ["ScholarlyArticle"]
    assert "url" not in one.data[0]
    listed = read(heads.papers("Ink", "", made.papers, "topics/ink.md", ("Topics", "topics/index.md")))
    assert listed.data == [{"@type": "CollectionPage", "name": "Ink"}]


CC = "https://creativecommons.org/"


def licences(text: str) -> list[str]:
    return [href for rel, href, _ in read(text).links if rel == "license"]


def test_a_papers_page_states_the_licence_of_the_paper_and_never_that_of_the_list() -> None:
    free, other = paper("2401.00001", licence="CC BY 4.0"), paper("2401.00002")
    heads = Heads.of(library(free, other), settings(licence="CC0-1.0"))
    assert licences(heads.paper(free, HERE)) == [f"{CC}licenses/by/4.0/"]
    assert read(heads.paper(free, HERE)).kind("ScholarlyArticle")["license"] == f"{CC}licenses/by/4.0/"
    assert licences(heads.paper(other, "papers/2401.00002.md")) == []
    assert "license" not in read(heads.paper(other, "papers/2401.00002.md")).kind("ScholarlyArticle")


def test_lists_state_the_licence_of_the_list_where_one_is_set() -> None:
    made = library(paper(licence="CC BY 4.0"))
    heads = Heads.of(made, settings(licence="CC0-1.0"))
    for printed, kind in (
        (heads.home("Invented papers."), "WebSite"),
        (heads.papers("Ink", "", made.papers, "topics/ink.md"), "CollectionPage"),
    ):
        assert licences(printed) == [f"{CC}publicdomain/zero/1.0/"]
        assert read(printed).kind(kind)["license"] == f"{CC}publicdomain/zero/1.0/"
    assert licences(Heads.of(made, settings()).home("Invented papers.")) == []


def test_a_card_is_the_picture_of_previews() -> None:
    made = library(paper())
    seen = read(Heads.of(made, settings()).paper(made.papers[0], HERE, card="cards/2401.00001.png"))
    assert seen.meta["og:image"] == [f"{SITE}cards/2401.00001.png"]
    assert (seen.meta["og:image:width"], seen.meta["og:image:height"]) == (["1200"], ["630"])
    assert seen.meta["og:image:alt"] == ["Rivers of ink, as a card with its authors and date"]
    assert seen.meta["twitter:card"] == ["summary_large_image"]
    assert seen.kind("ScholarlyArticle")["image"] == f"{SITE}cards/2401.00001.png"


def test_the_picture_of_a_long_list_is_not_called_the_papers() -> None:
    made = library(paper())
    seen = read(Heads.of(made, settings(files_each_up_to=0)).paper(made.papers[0], HERE, card="cards/index.png"))
    assert seen.meta["og:image"] == [f"{SITE}cards/index.png"]
    assert seen.meta["og:image:alt"] == ["Tiny list, as a card with its description"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_breaks_out_of_the_head(text: str) -> None:
    made = full_of(text)
    heads = Heads.of(made, settings())
    for one in made.papers:
        printed = heads.paper(one, HERE)
        assert set(read(printed).tags) <= {"meta", "link", "script"}
        assert read(printed).tags.count("script") == 1
        assert not {href.partition(":")[0] for _, href, _ in read(printed).links} & {"javascript", "data"}
    name, about = made.topics[0].name, made.topics[0].description
    listed = read(heads.papers(name, about, made.papers, "topics/ink.md", None, made.authors[0]))
    assert set(listed.tags) <= {"link", "script"}


def test_what_would_end_or_hide_a_script_is_escaped_in_it() -> None:
    title = "</script><!-- <script> \u2028 ]]>"
    made = library(paper(title=title))
    data = str(Heads.of(made, settings()).paper(made.papers[0], HERE)).partition("<script")[2]
    assert "<" not in data.removesuffix("</script>").partition(">")[2]
    assert read("<script" + data).data[0]["headline"] == "</script><!-- <script> ]]>"


def test_a_megabyte_makes_no_megabyte_head() -> None:
    made = full_of("word " * 200_000)
    assert len(Heads.of(made, settings()).paper(made.papers[0], HERE)) < 120_000


def test_the_day_for_the_sitemap_is_the_last_one_known() -> None:
    heads = Heads.of(library(paper()), settings())
    assert heads.changed([paper(submitted=None)]) == ""
    assert heads.changed([paper()]) == "2024-01-02"
    assert heads.changed([paper(), paper(updated=date(2024, 3, 5))]) == "2024-03-05"
    assert heads.changed([paper(first_seen=date(2026, 1, 1), updated=date(2024, 3, 5))]) == "2026-01-01"


def test_the_settings_decide_what_robots_are_told() -> None:
    def robots(given: Settings) -> str:
        (page,) = files(given)
        assert page.path == "robots.txt"
        return page.text

    assert robots(settings()) == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
    assert robots(settings(site_url="")) == "User-agent: *\nAllow: /\n"
    assert robots(settings(noindex=True)) == "User-agent: *\nAllow: /\n"
