"""Invented papers for tests of pages: a Library in which one text can stand in every field that a source fills."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from papershelf.config import Settings
from papershelf.model import (
    Author,
    Claim,
    Contrast,
    EarlierAbstract,
    Gone,
    Library,
    Link,
    Manifestation,
    Match,
    Note,
    Paper,
    Place,
    Problem,
    Provenance,
    Publication,
    Question,
    ReadingPath,
    Record,
    Relation,
    SourceFile,
    Step,
    Topic,
)

DUMP = "seeds/sources/dump.txt"


def settings(**given: Any) -> Settings:
    root = Path("/list")
    values: dict[str, Any] = {
        "root": root,
        "docs_dir": root / "docs",
        "site_dir": root / "site",
        "theme_dir": None,
        "site_name": "Tiny list",
        "site_url": "https://example.org/tiny/",
        "site_description": "Invented papers.",
        "repository": "https://github.com/example/tiny",
    }
    return Settings(**values | given)


def paper(ident: str = "2401.00001", **given: Any) -> Paper:
    """A preprint of 2 January 2024 by two authors, read from one record."""
    record = Record(Place(DUMP, 5, 9), "raw", "r-0123456789", "blocks", title="A title", arxiv=ident)
    values: dict[str, Any] = {
        "title": "Rivers of ink",
        "label": "Rivers of ink",
        "abstract": "We pour ink into rivers.",
        "authors": ("Ada Quill", "Ben Brush"),
        "authors_complete": True,
        "arxiv": ident,
        "primary_category": "cs.CL",
        "categories": ("cs.CL", "cs.LG"),
        "submitted": date(2024, 1, 2),
        "order": (2024, 1, 2),
        "order_source": "submitted",
        "members": (record,),
        "key": f"quill-brush-{ident}",
    }
    values = values | given
    if "title" in given and "label" not in given:
        values["label"] = given["title"] or "“We pour ink…”"
    return Paper(id=ident, **values)


def library(*papers: Paper, **given: Any) -> Library:
    """The papers with a page for each author, one topic that all have, and the source they came from."""
    names = dict.fromkeys(name for each in papers for name in each.authors)
    ids = {name: f"author-{number}" for number, name in enumerate(names, 1)}
    authors = tuple(
        Author(ids[name], name, (name,), tuple(each.id for each in papers if name in each.authors)) for name in names
    )
    values: dict[str, Any] = {
        "papers": papers,
        "authors": authors,
        "topics": (Topic("ink", "Ink", "All about ink.", papers=tuple(each.id for each in papers)),),
        "matches": {each.id: (Match("ink", ("“ink” in the title",), 1.0),) for each in papers},
        "relations": {},
        "byline": {each.id: tuple((name, ids[name]) for name in each.authors) for each in papers},
        "sources": (SourceFile(DUMP, "blocks", "text\n", "utf-8"),),
        "problems": (),
        "questions": (),
        "words": {"home": "# A list about ink\n\nWords that a person wrote.\n"},
    }
    return Library(**values | given)


def full_of(text: str) -> Library:
    """A library in which `text` stands in every field that a source or a program fills from one."""
    other = paper("2401.00002")
    place = Place(f"seeds/sources/{text}", 3, 4)
    record = Record(
        place,
        text,
        "r-0123456789",
        text,
        title=text,
        abstract=text,
        settled_by=text,
        heading=text,
        given_id=text,
        collections=(text,),
    )
    claim = Claim(text, "source", text)
    sides = (Contrast(text, text, f"other {text}", False), Contrast("abstract", text, f"other {text}", False))
    full = paper(
        title=text,
        label=text,
        abstract=text,
        authors=(text, "Ben Brush"),
        authors_complete=False,
        earlier_titles=(text,),
        earlier_abstracts=(EarlierAbstract(f"old {text}", (text,)),),
        doi=text,
        primary_category=text,
        categories=(text,),
        category_inferred=True,
        publication=Publication(text, 2024, text, text, text),
        comments=(text,),
        code=(text, "https://example.org/code"),
        affiliations=(text,),
        type="thesis",
        manifestations=(
            Manifestation(text, "article", text, 2024, text, text, Publication(text), text),
            Manifestation(text, "thesis", "https://example.org/thesis"),
        ),
        other_ids=(("acl", text), (text, text), ("pmid", "123")),
        addresses=(text, "https://example.org/a_(b)", *(f"https://example.org/{number}" for number in range(4))),
        keywords=(text, f"{text} again"),
        collections=(text,),
        notes=((text, text), (f"{text}\n\n" * 100, f"{place.path}:3")),
        language=text,
        licence=text,
        notice=text,
        members=(record,),
        links=(Link(place, Place(DUMP, 5, 9), text, 100.0, (text,)),),
        provenance=(Provenance(text, claim, (claim,), text),),
        remarks=(
            Note(text, place, text, "reading", 4, (text,), (text,), text, text),
            Note(f"{text} again", place, f"{text}\n\n- {text}\n\n> {text}\n\n    {text}\n"),
        ),
    )
    path = ReadingPath("ink", text, text, place, (Step(full.id, text, place), Step(other.id, "", place)))
    made = library(full, other)
    return replace(
        made,
        authors=tuple(
            replace(each, name=text, spellings=(text, f"also {text}"), merged_by=(text,), orcid=text, homepage=text)
            if each.name == text
            else each
            for each in made.authors
        ),
        topics=(replace(made.topics[0], name=text, description=text),),
        matches={full.id: (Match("ink", (text,), 1.0),), other.id: (Match("ink", (text,), 1.0),)},
        relations={other.id: (Relation(full.id, (text,), 1.0),)},
        paths=(path, replace(path, id="more-ink", steps=path.steps[:1])),
        gone=(Gone("gone-1", "key-1", text, remarks=full.remarks),),
        sources=(SourceFile(place.path, text, text, text), SourceFile(DUMP, "blocks", "text\n", "utf-8")),
        problems=(Problem(place, text, text, text),),
        questions=(
            Question("author", text, text, text, (text,), (place,), 50.0),
            Question("same paper", text, text, text, (text,), (place, place), 50.0, 2, sides),
        ),
    )
