"""From seeds/sources/ to records: which files are read, and how open headings are settled. All papers are invented."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from conftest import unavailable
from papershelf import curated
from papershelf.collect import Collected, collect
from papershelf.curated import Correction, Curated
from papershelf.model import Place, Record
from record_builder import locked

RIVER = "We study rivers. Their length is measured in miles, and our method is faster than walking along them."
BLOCK = f"{RIVER}\n\narXiv:2407.14622\nCreated: 2024-07-19\n"
OPEN = "Studies of Blood Group ABJ Brook, M Stream et al."
LISTED = f"HCJan 24, 2009\n{OPEN}\nPlatelets were kept in the cold for a week or two. They kept well enough.\n"
ListDir = Callable[..., Path]


def collected(root: Path, *known: Record, corrections: tuple[Correction, ...] = ()) -> Collected:
    return collect(root, Curated(corrections=corrections), known)


def correction(ref: str, **fields: Any) -> Correction:
    return Correction(ref, Place("seeds/curated/corrections.yml", 7, 7), (), **fields)


# --- Files


def test_every_file_below_the_folder_is_read_in_the_order_of_paths(list_dir: ListDir) -> None:
    files = {"seeds/sources/b.txt": BLOCK, "seeds/sources/a/z.md": BLOCK, "seeds/sources/c": "Dear all, we meet."}
    found = collected(list_dir(files))
    assert [(file.path, file.format, file.encoding) for file in found.sources] == [
        ("seeds/sources/a/z.md", "abstract blocks", "utf-8"),
        ("seeds/sources/b.txt", "abstract blocks", "utf-8"),
        ("seeds/sources/c", "", "utf-8"),
    ]
    assert [str(record.place) for record in found.records] == ["seeds/sources/a/z.md:1-4", "seeds/sources/b.txt:1-4"]
    assert [str(problem).partition(";")[0] for problem in found.problems] == [
        "seeds/sources/c:1: no reader knows this format"
    ]


def test_a_list_without_sources_holds_nothing(tmp_path: Path) -> None:
    assert collected(tmp_path) == Collected((), (), (), ())


def test_hidden_files_and_folders_are_not_looked_at(list_dir: ListDir) -> None:
    files = {"seeds/sources/.DS_Store": b"\x00\x01", "seeds/sources/.git/x.txt": BLOCK, "seeds/sources/a.txt": BLOCK}
    assert [file.path for file in collected(list_dir(files)).sources] == ["seeds/sources/a.txt"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(list_dir: ListDir, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(BLOCK)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text(BLOCK)
    root = list_dir({"seeds/sources/a.txt": BLOCK})
    folder = root / "seeds" / "sources"
    try:
        (folder / "file.txt").symlink_to(tmp_path / "secret.txt")
        (folder / "folder").symlink_to(tmp_path / "elsewhere")
    except OSError:
        unavailable("this machine makes no links")
    found = collected(root)
    assert [file.path for file in found.sources] == ["seeds/sources/a.txt"]
    assert [(problem.place.path, problem.message) for problem in found.problems] == [
        ("seeds/sources/file.txt", "a link that leads out of seeds/sources/"),
        ("seeds/sources/folder", "a link that leads out of seeds/sources/"),
    ]


def test_what_is_no_file_is_reported_and_does_not_block(list_dir: ListDir) -> None:
    if not hasattr(os, "mkfifo"):
        unavailable("this machine has no named pipes")
    root = list_dir({"seeds/sources/a.txt": BLOCK})
    os.mkfifo(root / "seeds" / "sources" / "pipe")
    found = collected(root)
    assert len(found.records) == 1
    assert [problem.message for problem in found.problems] == ["not a file that can be read"]


# --- Open headings


def test_an_open_heading_is_a_question_with_answers_to_paste(list_dir: ListDir) -> None:
    root = list_dir({"seeds/sources/a.txt": LISTED})
    found = collected(root)
    (record,), (question,) = found.records, found.questions
    assert (record.title, record.authors, record.heading) == (None, (), OPEN)
    assert (question.kind, question.file) == ("title", "seeds/curated/corrections.yml")
    assert question.ask == f"Where does the title end and where do the authors begin in “{OPEN}”?"
    assert question.places == (record.place,)
    answers = [yaml.safe_load(answer) for answer in question.answers]
    assert {
        record.key: {
            "title": "Studies of Blood Group A",
            "authors": ["BJ Brook", "M Stream"],
            "authors_complete": False,
        }
    } in answers
    assert found.problems == ()


def test_a_pasted_answer_settles_the_heading(list_dir: ListDir) -> None:
    root = list_dir({"seeds/sources/a.txt": LISTED})
    answer = next(answer for answer in collected(root).questions[0].answers if "BJ Brook" in answer)
    (root / "seeds" / "curated" / "corrections.yml").write_text(answer, encoding="utf-8")
    decided = curated.read(root)
    assert decided.problems == ()
    found = collect(root, decided, ())
    (record,) = found.records
    assert (record.title, record.authors, record.authors_complete) == (
        "Studies of Blood Group A",
        ("BJ Brook", "M Stream"),
        False,
    )
    assert record.settled_by == "seeds/curated/corrections.yml:1"
    assert found.questions == ()


def test_a_person_may_say_a_title_that_is_no_candidate(list_dir: ListDir) -> None:
    root = list_dir({"seeds/sources/a.txt": LISTED})
    key = collected(root).records[0].key
    (record,) = collected(root, corrections=(correction(key, title="Studies of Blood"),)).records
    assert (record.title, record.authors) == ("Studies of Blood", ("Group ABJ Brook", "M Stream"))


def test_the_same_text_in_two_files_is_one_question(list_dir: ListDir) -> None:
    found = collected(list_dir({"seeds/sources/a.txt": LISTED, "seeds/sources/b.txt": LISTED}))
    (question,) = found.questions
    assert [place.path for place in question.places] == ["seeds/sources/a.txt", "seeds/sources/b.txt"]


def test_the_title_of_another_record_settles_a_heading(list_dir: ListDir) -> None:
    other = "HCJan 25, 2009\nStudies of Blood Group A\nOther platelets were kept. They kept well enough, too.\n"
    found = collected(list_dir({"seeds/sources/a.txt": LISTED, "seeds/sources/b.txt": other}))
    assert [record.title for record in found.records] == ["Studies of Blood Group A"] * 2
    assert [record.settled_by for record in found.records] == ["record seeds/sources/b.txt:1", "text"]
    assert found.records[0].authors == ("BJ Brook", "M Stream")


def test_the_title_of_another_record_with_another_first_author_settles_nothing(list_dir: ListDir) -> None:
    other = (
        "HCJan 25, 2009\nStudies of Blood Group ABJohn Brook, M Stream et al.\nOther platelets were kept, in boxes.\n"
    )
    found = collected(list_dir({"seeds/sources/a.txt": LISTED, "seeds/sources/b.txt": other}))
    assert [record.title for record in found.records] == [None, "Studies of Blood Group AB"]


def test_a_title_in_the_lock_settles_a_heading_that_the_text_leaves_open(list_dir: ListDir) -> None:
    root = list_dir({"seeds/sources/a.txt": LISTED})
    known = locked(arxiv="0901.01234", title="Studies of blood group A", authors=["BJ Brook", "M Stream", "Z Sea"])
    found = collected(root, known)
    (record,) = found.records
    assert (record.title, record.authors, record.authors_complete) == (
        "Studies of Blood Group A",
        ("BJ Brook", "M Stream"),
        False,
    )
    assert (record.settled_by, found.questions) == ("lock 0901.01234", ())


def test_an_earlier_title_in_the_lock_counts_as_well(list_dir: ListDir) -> None:
    known = locked(arxiv="0901.01234", title="Blood", earlier_titles=["Studies of Blood Group AB"])
    (record,) = collected(list_dir({"seeds/sources/a.txt": LISTED}), known).records
    assert (record.title, record.authors) == ("Studies of Blood Group AB", ("J Brook", "M Stream"))


def test_an_author_known_elsewhere_settles_a_heading(list_dir: ListDir) -> None:
    root = list_dir({"seeds/sources/a.txt": LISTED})
    assert (
        collected(root, locked(arxiv="0901.01234", authors=["B. Stream", "BJ Brook"])).records[0].authors[0]
        == "BJ Brook"
    )
    assert (
        collected(root, locked(arxiv="0901.01234", authors=["J Brook"])).records[0].title is None
    )  # hardly more than initials


def test_where_two_candidates_are_known_nothing_is_settled(list_dir: ListDir) -> None:
    root = list_dir({"seeds/sources/a.txt": LISTED})
    titles = ("Studies of Blood Group A", "Studies of Blood Group AB")
    known = [locked(line, arxiv=f"0901.0123{line}", title=title) for line, title in enumerate(titles)]
    found = collected(root, *known)
    assert found.records[0].title is None
    assert len(found.questions) == 1


def test_the_lock_is_not_asked_where_the_text_is_clear_and_never_replaces_a_text(list_dir: ListDir) -> None:
    listed = f"HCJan 24, 2009\nRivers at RestAnn Brook, Bo Stream et al.\n{RIVER}\n"
    root = list_dir({"seeds/sources/a.txt": listed})
    known = locked(arxiv="0901.01234", title="Rivers", authors=["Ann Brook", "Bo Stream"])
    alone, told = collected(root).records, collected(root, known).records
    assert alone == told
    assert (told[0].title, told[0].settled_by) == ("Rivers at Rest", "text")


def test_the_lock_gives_no_title_to_a_paper_of_the_same_authors(list_dir: ListDir) -> None:
    known = locked(arxiv="0901.01234", title="Quite Another Paper", authors=["Nobody Known", "M Stream"])
    found = collected(list_dir({"seeds/sources/a.txt": LISTED}), known)
    assert found.records[0].title is None


# --- Missing ids


def test_an_id_that_a_person_gives_answers_the_problem(list_dir: ListDir) -> None:
    lost = f"{BLOCK}\n{RIVER.replace('rivers', 'lakes')}\n\nTech report\n\nCreated: 2015-12-10\n"
    root = list_dir({"seeds/sources/a.txt": lost})
    found = collected(root)
    assert [problem.message for problem in found.problems] == ["no id ends this abstract"]
    told = collected(root, corrections=(correction(found.records[1].key, arxiv="1512.03385"),))
    assert told.problems == ()
    assert told.records == found.records  # the id itself is the merge's business
    other = collected(root, corrections=(replace(correction("r-0000000000", arxiv="1512.03385")),))
    assert len(other.problems) == 1


# --- The seeds


def test_the_seeds_need_no_lock_for_any_title() -> None:
    root = Path(__file__).parent.parent
    found = collected(root)
    assert (len(found.sources), len(found.records), found.problems, found.questions) == (5, 48, (), ())
    assert [record.settled_by for record in found.records if record.heading] == ["text"] * 19
