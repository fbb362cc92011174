"""Which files are exported, and what the API says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest

from papershelf import exports
from papershelf.exports.schema import schema
from papershelf.model import Gone, Library, Manifestation, Note, Place, Publication, Relation, Topic
from tiny_library import full_of, library, paper, settings

LISTS = ("papers.bib", "papers.biblatex.bib", "papers.csl.json", "papers.csv", "papers.ris")


def written(found: Library, **given: Any) -> dict[str, str]:
    pages = list(exports.files(found, settings(**given)))
    made = {page.path: page.text for page in pages}
    assert len(made) == len(pages)
    return made


@pytest.fixture
def two() -> Library:
    return library(paper(), paper("2301.00002", authors=("Ada Quill",), order=(2023, 1, 3), submitted=date(2023, 1, 3)))


def test_the_list_topics_years_and_authors_of_several_papers_have_files_and_so_has_each_paper(two: Library) -> None:
    folders = ("papers", "topics/ink", "years/2024", "years/2023", "authors/author-1")
    each = [
        f"papers/{ident}/quill-brush-{ident}.{end}"
        for ident in ("2401.00001", "2301.00002")
        for end in ("bib", "csl.json", "ris")
    ]
    api = ["api/papers/2401.00001.json", "api/papers/2301.00002.json", "api/schema.json"]
    api += [f"api/{folder}.json" for folder in folders]
    assert set(written(two)) == {f"{folder}/{name}" for folder in folders for name in LISTS} | {*each, *api}


def test_a_long_list_has_no_files_for_papers_and_authors_and_no_abstracts_in_the_others(two: Library) -> None:
    made = written(two, files_each_up_to=1)
    assert not [path for path in made if path.startswith(("authors/", "papers/2"))]
    assert "pour" not in made["papers/papers.ris"] + made["papers/papers.csl.json"]
    assert "pour" in made["api/papers/2401.00001.json"]


def test_a_list_as_data_holds_its_papers_and_no_others(two: Library) -> None:
    made = written(two)
    held = {path: [one["id"] for one in json.loads(made[path])["papers"]] for path in made if path in (
        "api/papers.json", "api/topics/ink.json", "api/years/2023.json", "api/authors/author-1.json"
    )}  # fmt: skip
    both = ["2401.00001", "2301.00002"]
    assert held == {
        "api/papers.json": both, "api/topics/ink.json": both, "api/authors/author-1.json": both,
        "api/years/2023.json": ["2301.00002"],
    }  # fmt: skip


def test_a_topic_without_papers_has_no_files(two: Library) -> None:
    made = written(library(*two.papers, topics=(*two.topics, Topic("pens", "Pens", "None."))))
    assert not [path for path in made if path.startswith("topics/pens")]


def test_files_follow_each_other_with_nothing_lost(two: Library) -> None:
    made = written(two)
    bib, ris = made["papers/papers.bib"], made["papers/papers.ris"]
    one, other = (f"papers/{ident}/quill-brush-{ident}" for ident in ("2401.00001", "2301.00002"))
    assert bib == f"{made[one + '.bib']}\n{made[other + '.bib']}"
    assert ris == f"{made[one + '.ris']}\r\n{made[other + '.ris']}"


def test_the_same_library_gives_the_same_bytes(two: Library) -> None:
    assert written(two) == written(two)


def test_links_name_the_files_that_are_there(two: Library) -> None:
    made = written(two)
    for folder in ("papers", "topics/ink"):
        for _, path in exports.downloads(folder, two.papers):
            assert path in made
    assert {path for _, path in exports.downloads_of(two.papers[0])} <= set(made)


def test_a_bib_that_is_too_large_is_cut_between_entries() -> None:
    found = library(*(paper(f"2401.{number:05}") for number in range(5)))
    made = {page.path: page.text for page in exports.files(found, settings(), 700)}
    assert "papers/papers.bib" not in made
    parts = [path for path in made if path.startswith("papers/papers-") and not path.endswith(".biblatex.bib")]
    assert [made[path].count("@misc{") for path in parts] == [2, 2, 1]
    assert all(len(made[path].encode()) <= 700 for path in parts)
    links = exports.downloads("papers", found.papers, 700)
    assert [words for words, _ in links[:3]] == ["BibTeX 1", "BibTeX 2", "BibTeX 3"]
    assert {path for _, path in links} <= set(made)


def documents(found: Library, **given: Any) -> list[Any]:
    return [json.loads(text) for path, text in written(found, **given).items()
            if path.startswith("api/") and path != "api/schema.json"]  # fmt: skip


def full() -> Library:
    place = Publication("ICML", 2025, "PMLR 202", "1", "9", "3", 7, 1, "PMLR")
    made = paper(
        publication=place,
        doi="10.1000/1",
        families=("Quill", "Brush"),
        title=r"\emph{Rivers} of $\alpha$",
        manifestations=(Manifestation("arXiv 2024", "article", "https://arxiv.org/abs/2401.00001", 2024),
                        Manifestation("ICML 2025", "paper-conference", "", 2025, publication=place)),
        other_ids=(("pmid", "1"),),
        notes=(("Read it.", "seeds/sources/a.md:3"),),
        code=("https://example.org/code",),
        first_seen=date(2025, 1, 1),
        updated=date(2024, 2, 2),
        aliases=("rivers-of-ink",),
        former_keys=("old-key",),
    )  # fmt: skip
    other = paper("2401.00002", title=None, label="“We pour…”", abstract=None, authors=())
    gone = (Gone("ponds", "drake-2024-ponds", "Ponds", date(2027, 1, 1)), Gone("dams", "dam-2019-dams", "Dams", None))
    return library(made, other, gone=gone, relations={made.id: (Relation(other.id, ("topic: Ink",), 1.0),)})


KINDS = {"papers": "list", "moved_to": "moved", "gone": "gone"}


def test_a_former_id_says_in_the_api_where_its_paper_is_now_or_that_it_is_gone() -> None:
    made = full()
    gone = (Gone("ponds", "drake-2024-ponds", "Ponds", date(2027, 1, 1)), Gone(made.papers[1].id, "x", "", None))
    files = written(replace(made, gone=gone))
    assert json.loads(files["api/papers/rivers-of-ink.json"]) == {
        "version": 1,
        "id": "rivers-of-ink",
        "moved_to": "2401.00001",
        "data": "https://example.org/tiny/api/papers/2401.00001.json",
    }
    assert json.loads(files["api/papers/ponds.json"]) == {
        "version": 1, "id": "ponds", "key": "drake-2024-ponds", "gone": True, "removed": "2027-01-01",
    }  # fmt: skip
    assert "gone" not in json.loads(files["api/papers/2401.00002.json"])  # the address of a paper is its own


@pytest.mark.parametrize("site_url", ["https://example.org/tiny/", ""])
def test_what_the_api_says_is_what_its_schema_says(site_url: str) -> None:
    said = schema(settings(site_url=site_url))
    jsonschema.Draft202012Validator.check_schema(said)
    closed = json.loads(json.dumps(said), object_hook=_without_other_keys)
    for document in documents(full(), site_url=site_url):
        kind = next((name for key, name in KINDS.items() if key in document), "paper")
        jsonschema.validate(document, {**closed, "$ref": f"#/$defs/{kind}", "anyOf": [{}]})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "papers": [{"id": 1}]}, said)


def _without_other_keys(part: dict[str, Any]) -> dict[str, Any]:
    """So that a key is described, or the test fails."""
    return {**part, "additionalProperties": False} if "properties" in part else part


def test_the_api_says_everything_about_a_paper() -> None:
    (one,) = (document for document in documents(full()) if document.get("id") == "2401.00001")
    assert one["version"] == 1
    assert one["address"] == "https://example.org/tiny/papers/2401.00001/"
    assert one["title"] == "Rivers of α"
    assert one["tex"] == {"title": r"\emph{Rivers} of $\alpha$"}
    assert one["authors"][0] == {
        "name": "Ada Quill",
        "family": "Quill",
        "id": "author-1",
        "address": "https://example.org/tiny/authors/author-1/",
    }
    assert one["publication"]["venue"] == "ICML"
    assert [form["label"] for form in one["manifestations"]] == ["arXiv 2024", "ICML 2025"]
    assert one["topics"] == [{"id": "ink", "name": "Ink", "reasons": ["“ink” in the title"]}]
    assert one["related"] == [{"id": "2401.00002", "title": "“We pour…”", "reasons": ["topic: Ink"]}]
    assert one["records"][0]["source"] == "seeds/sources/dump.txt:5-9"
    assert one["csl"]["type"] == "paper-conference"
    assert "abstract" not in one["csl"]
    assert one["bibtex"].startswith("@inproceedings{quill-brush-2401.00001,\n")
    assert one["ris"].startswith("TY  - CPAPER\r\n")
    assert one["ris"].endswith("\r\nER  - ")


def test_without_an_address_of_the_site_nothing_absolute_is_invented() -> None:
    made = written(full(), site_url="")
    assert json.loads(made["api/papers.json"])["papers"][0]["address"] == "papers/2401.00001/"
    assert "example.org/tiny" not in "".join(made.values())
    assert "$id" not in json.loads(made["api/schema.json"])


@pytest.mark.parametrize(
    "text",
    [
        '"},{"a":"',
        "</script>",
        "\u2028\x00\x1b[31m\u202e",
        "\ud800",
        "@article{x,",
        "}",
        r"\input{/etc/passwd}",
        "TY  - JOUR",
    ],
)
def test_hostile_text_in_every_field_leaves_every_file_whole(text: str) -> None:
    made = written(full_of(text))
    for path, content in made.items():
        content.encode("utf-8")
        if path.endswith("json"):
            json.loads(content)
    said = schema(settings())
    for document in documents(full_of(text)):
        jsonschema.validate(document, said)
    assert made["papers/papers.bib"].count("\n@") == 1
    assert made["papers/papers.ris"].count("\r\nER  - \r\n") == 2
    assert made["papers/papers.csv"].count("\n") == 3


def test_215_authors_are_all_there() -> None:
    names = tuple(f"Ada{number} Quill{number}" for number in range(215))
    made = written(library(paper(authors=names)))
    file = "papers/2401.00001/quill-brush-2401.00001"
    assert made[f"{file}.bib"].count(" and ") == 214
    assert made[f"{file}.ris"].count("AU  - ") == 215
    assert len(json.loads(made[f"{file}.csl.json"])[0]["author"]) == 215
    assert len(json.loads(made["api/papers/2401.00001.json"])["authors"]) == 215


def test_what_people_noted_is_data_and_their_words_are_in_no_file_to_cite_from() -> None:
    file = "seeds/curated/notes/2401.00001.md"
    notes = (
        Note(
            "2401.00001", Place(file, 8, 9), "Start *here*.", "to-read", 4, ("=ink", "pens"), (), "Short.", "Ada Quill"
        ),
        Note("old", Place("seeds/curated/notes/old.md"), status="read"),
    )
    made = written(library(paper(remarks=notes, keywords=("pens",)), paper("2401.00002")))
    said = json.loads(made["api/papers/2401.00001.json"])
    assert [said[key] for key in ("status", "rating", "tags", "why")] == ["to-read", 4, ["=ink", "pens"], "Short."]
    assert said["remarks"] == [
        {
            "markdown": "Start *here*.", "status": "to-read", "rating": 4, "tags": ["=ink", "pens"], "why": "Short.",
            "added_by": "Ada Quill", "source": f"{file}:8-9",
        },
        {"status": "read", "source": "seeds/curated/notes/old.md:1"},
    ]  # fmt: skip
    jsonschema.validate(said, schema(settings()))
    listed = json.loads(made["api/papers.json"])
    jsonschema.validate(listed, schema(settings()))
    assert [each.get("status") for each in listed["papers"]] == ["to-read", None]
    rows = made["papers/papers.csv"].splitlines()
    assert rows[0].endswith(",status,rating,tags,why")
    assert rows[1].endswith(",to-read,4,'=ink; pens,Short.")
    assert rows[2].endswith(",,,,")
    assert json.loads(made["papers/papers.csl.json"])[0]["keyword"] == "pens, =ink"
    for path in ("papers/papers.bib", "papers/papers.csl.json", "papers/papers.ris", "papers/papers.csv"):
        assert "Start" not in made[path]
