"""What a person gives becomes a file of seeds/sources/, in the simplest form that a reader knows."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from papershelf import adding, build, config
from papershelf.adding import NothingToAdd, addition

Run = Callable[..., Any]
HAD = "arXiv:2401.00001\n"


@pytest.mark.parametrize(
    ("given", "path", "content"),
    [
        ("2507.05201", "added/2507.05201.txt", "arXiv:2507.05201\n"),
        ("  https://arxiv.org/pdf/2507.05201v3.pdf ", "added/2507.05201.txt", "arXiv:2507.05201\n"),
        ("cs/0112017", "added/cs-0112017.txt", "arXiv:cs/0112017\n"),
        ("10.5555/Ink.2024", "added/doi-10.5555-ink.2024.txt", "https://doi.org/10.5555/ink.2024\n"),
        ("https://doi.org/10.48550/arXiv.2507.05201", "added/2507.05201.txt", "arXiv:2507.05201\n"),
        ("P18-1001", "added/acl-p18-1001.txt", "P18-1001\n"),
        ("pmid:12345678", "added/pmid-12345678.txt", "pmid:12345678\n"),
        (
            "https://openreview.net/forum?id=B1ckMDqlg",
            "added/openreview-b1ckmdqlg.txt",
            "https://openreview.net/forum?id=B1ckMDqlg\n",
        ),
        ("Rivers at rest: a survey", "added/rivers-at-rest-a-survey.txt", "Title: Rivers at rest: a survey\n"),
        ("../../etc: a study", "added/etc-a-study.txt", "Title: ../../etc: a study\n"),
        ("Rivers\nTitle: at rest", "added/rivers-title-at-rest.txt", "Title: Rivers Title: at rest\n"),
        ("川の流れ について", "added/chuannoliure-nitsuite.txt", "Title: 川の流れ について\n"),
    ],
)
def test_each_form_becomes_the_simplest_file_and_is_read_as_one_record(given: str, path: str, content: str) -> None:
    found = addition(given)
    assert (found.path, found.content.decode()) == (f"seeds/sources/{path}", content)
    assert len(found.records) == 1


def test_a_title_takes_authors_and_year_along() -> None:
    (record,) = addition("Rivers at rest", ["Ann Brook", "Lake, Bo"], "2024").records
    assert (record.title, record.authors) == ("Rivers at rest", ("Ann Brook", "Bo Lake"))
    assert record.publication
    assert record.publication.year == 2024


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("2507.0520", "2507.0520 is no whole id or address of a paper"),
        ("https://example.org/rivers", "is no whole id or address of a paper"),
        ("rivers", "'rivers' is no title of a paper"),
        ("", "'' is no title of a paper"),
        ("12 34 56", "is no title of a paper"),
        ("rivers " * 200, "is no title of a paper"),
        ("missing.bib", "missing.bib: no such file"),
        ("no/such/export", "no/such/export: no such file"),
    ],
)
def test_what_is_no_paper_is_answered_with_what_would_be_right(given: str, says: str) -> None:
    with pytest.raises(NothingToAdd, match=r"right would be: 2507\.05201|no such file") as caught:
        addition(given)
    assert says in str(caught.value)


def test_a_file_is_copied_as_it_is_under_its_own_name(tmp_path: Path) -> None:
    file = tmp_path / "My export (1).bib"
    file.write_bytes(b"@misc{x, title={Caf\xe9 rivers}}\r\n")
    found = addition(str(file))
    assert (found.path, found.content) == ("seeds/sources/My export -1-.bib", file.read_bytes())
    assert [record.title for record in found.records] == ["Café rivers"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"%PDF-1.7\n", "a PDF file, not a text file"),
        ("a.txt", b"Shopping: milk, bread\n", "no paper can be read in it"),
        ("b.bib", b"", "no paper can be read in it"),
    ],
)
def test_a_file_without_papers_is_refused(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NothingToAdd, match=says):
        addition(str(tmp_path / name))


def test_strangers_cannot_name_files(tmp_path: Path) -> None:
    file = tmp_path / "secret.bib"
    file.write_text("@misc{x, title={Secret rivers}}")
    with pytest.raises(NothingToAdd):
        addition(str(file), files=False)


@pytest.fixture
def had(list_dir: Callable[..., Path]) -> Path:
    metadata = (
        "- {arxiv: '2401.00001', doi: 10.5555/ink, from: hand, fetched: 2026-11-20, title: 'Rivers of ink: a tale', "
        "authors: [Ada Moss]}\n"
    )
    return list_dir({"seeds/sources/had.txt": HAD, "seeds/locked/metadata.yml": metadata})


@pytest.mark.parametrize("given", ["2401.00001v2", "10.5555/ink", "rivers of Ink: a tale", "arxiv.org/abs/2401.00001"])
def test_what_the_list_has_is_named_with_its_place_and_not_added(papershelf: Run, had: Path, given: str) -> None:
    done = papershelf("add", given, "--offline", "--root", had)
    assert done.returncode == 0, done.stderr
    assert "is in the list already: “Rivers of ink: a tale”" in done.stdout
    assert "papers/2401.00001/, from seeds/sources/had.txt:1" in done.stdout
    assert not (had / adding.FOLDER).exists()


def test_it_is_added_anyway_where_a_person_insists(papershelf: Run, had: Path) -> None:
    done = papershelf("add", "2401.00001", "--offline", "--anyway", "--root", had)
    assert "papers/2401.00001/ was in the list before, from seeds/sources/had.txt:1" in done.stdout
    assert (had / adding.FOLDER / "2401.00001.txt").read_text() == HAD


def test_a_title_by_somebody_else_is_another_paper(papershelf: Run, had: Path) -> None:
    done = papershelf("add", "Rivers of ink: a tale", "--author", "Bo Lind", "--offline", "--root", had)
    assert done.returncode == 0, done.stderr
    assert (had / adding.FOLDER / "rivers-of-ink-a-tale.txt").exists()


def test_several_are_added_each_in_a_file_and_one_that_is_wrong_costs_no_other(papershelf: Run, had: Path) -> None:
    done = papershelf("add", "2507.05201", "nonsense", "Seas of ink: more tales", "--offline", "--root", had)
    assert done.returncode == 1
    assert "'nonsense' is no title of a paper" in done.stderr
    assert "https://example.org/reading-list/papers/2507.05201/" in done.stdout
    assert "papers/seas-of-ink-more-tales/" in done.stdout
    assert sorted(path.name for path in (had / adding.FOLDER).iterdir()) == [
        "2507.05201.txt",
        "seas-of-ink-more-tales.txt",
    ]
    assert len(build.read(config.read(had)).papers) == 3


def test_of_a_file_only_what_is_new_is_new(papershelf: Run, had: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.bib"
    file.write_text("@misc{a, title={Rivers of ink: a tale}, doi={10.5555/ink}}\n@misc{b, title={Streams of ink}}\n")
    done = papershelf("add", file, "--offline", "--root", had)
    assert "seeds/sources/export.bib: 2 records" in done.stdout
    assert "papers/2401.00001/ was in the list before" in done.stdout
    assert "papers/streams-of-ink/\n" in done.stdout
    again = papershelf("add", file, "--offline", "--root", had)
    assert "seeds/sources/export.bib is there already, word for word" in again.stdout


def test_nothing_that_stands_is_written_over(papershelf: Run, had: Path, tmp_path: Path) -> None:
    (tmp_path / "had.txt").write_text("arXiv:2402.00002\n")
    done = papershelf("add", tmp_path / "had.txt", "--offline", "--root", had)
    assert (done.returncode, (had / "seeds/sources/had.txt").read_text()) == (1, HAD)
    assert "seeds/sources/had.txt is another file" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_nothing_is_written_outside_of_the_room(papershelf: Run, had: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (had / adding.FOLDER).symlink_to(outside)
    done = papershelf("add", "2507.05201", "--offline", "--root", had)
    assert done.returncode == 1
    assert "leads out of seeds/sources/" in done.stderr
    assert list(outside.iterdir()) == []


def test_a_bare_id_waits_for_its_citation_key_until_something_is_known(papershelf: Run, had: Path) -> None:
    papershelf("add", "2507.05201", "--offline", "--root", had)
    assert "2507.05201" not in (had / "seeds/locked/permalinks.yml").read_text()
    assert "papershelf lock would lock 1 paper: 2507.05201" in papershelf("check", "--root", had).stdout


WORDS = ("--why", "the first: of ink", "--note", "Start with *section 3*.", "--status", "to-read", "--by", "Ada")


def test_a_topic_that_is_not_there_is_told_before_anything_is_written(papershelf: Run, had: Path) -> None:
    done = papershelf("add", "Seas of ink: more tales", "--topic", "inc", "--offline", "--root", had)
    assert done.returncode == 1
    assert "no topic of this list is inc; its topics are none yet: seeds/curated/topics.yml defines them" in done.stderr
    assert not (had / adding.FOLDER).exists()


def test_what_a_person_says_becomes_a_note_that_is_shown(papershelf: Run, had: Path) -> None:
    (had / "seeds/curated/topics.yml").write_text("- {id: ink, name: Ink, description: All of it., phrases: [ink]}\n")
    done = papershelf("add", "Seas of ink: more tales", *WORDS, "--topic", "ink", "--offline", "--root", had)
    assert done.returncode == 0, done.stderr
    note = had / "seeds/curated/notes/seas-of-ink-more-tales.md"
    assert "seeds/curated/notes/seas-of-ink-more-tales.md" in done.stdout
    assert note.read_text() == (
        "---\nstatus: to-read\ntopics: [ink]\nwhy: 'the first: of ink'\nadded_by: Ada\n---\n\nStart with *section 3*.\n"
    )
    (seas,) = [paper for paper in build.read(config.read(had)).papers if paper.id == "seas-of-ink-more-tales"]
    assert [(note.why, note.status) for note in seas.remarks] == [("the first: of ink", "to-read")]


def test_a_paper_that_is_there_is_noted_and_a_note_that_is_there_is_not_changed(papershelf: Run, had: Path) -> None:
    papershelf("add", "2401.00001", "--why", "mine", "--offline", "--root", had)
    note = had / "seeds/curated/notes/2401.00001.md"
    assert note.read_text() == "---\nwhy: mine\n---\n"
    again = papershelf("add", "2401.00001", "--why", "yours", "--offline", "--root", had)
    assert (again.returncode, note.read_text()) == (0, "---\nwhy: mine\n---\n")
    assert "2401.00001.md is there, and is not changed. To add to it:\n\n---\nwhy: yours\n---\n" in again.stdout
