"""Programs that people cite with read what is exported: every paper, every title, every author, every DOI."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import bibtexparser
import citeproc
import pybtex.database
import pytest
import rispy
from citeproc.source.json import CiteProcJSON

from conftest import unavailable
from papershelf import exports
from papershelf.model import Publication
from tiny_library import library, paper, settings

FAMILIES = ("van Hasselt", "Gemma Team", "", "García Márquez", "", "Moss", "Simon and Garfunkel Band", "")
NAMES = (
    "Hado van Hasselt", "Gemma Team", "OpenAI", "Gabriel García Márquez", "Łukasz Ørsted-Müller", "Martin Moss Jr.",
    "Simon and Garfunkel Band", "Madonna",
)  # fmt: skip
PAPERS = (
    paper("2401.00001"),
    paper("2401.00002", title=r"$N$-player games: 100% of \emph{all} & #1, a_b of Malham\'e", authors=NAMES,
          families=FAMILIES),
    paper("2401.00003", title="Many", authors=tuple(f"Ada{number} Quill{number}" for number in range(215))),
    paper("2401.00004", title="Ink at a meeting", publication=Publication("ICML", 2025, "PMLR 202", "14780", "14816")),
    paper("2401.00005", title="Ink in a journal", type="article-journal", doi="10.1000/x_y(z);2-#",
          publication=Publication("Journal of Ink", 2025, "12", "e1003", None, "3", 5, 6, "Ink Press")),
    paper("x6", title="A thesis", arxiv=None, type="thesis", publication=Publication("", 2020, publisher="U of Ink")),
    paper("x7", title="@evil{x, TY - JOUR", arxiv=None, abstract="}\n@article{y,\nTY  - JOUR\nER  - \n",
          type="chapter", publication=Publication("Inks", 2020)),
)  # fmt: skip
TITLES = ["Rivers of ink", "N-player games: 100% of all & #1, a_b of Malhamé", "Many", "Ink at a meeting",
          "Ink in a journal", "A thesis", "@evil{x, TY - JOUR"]  # fmt: skip
AUTHORS = [2, 8, 215, 2, 2, 2, 2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the list's files are."""
    root = tmp_path_factory.mktemp("exported")
    for page in exports.files(library(*PAPERS), settings()):
        file = root / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page.text.encode())
    return root / "papers"


def keys() -> list[str]:
    return [each.key for each in PAPERS]


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        unavailable(f"no {name} on the PATH (Debian: apt install {package})")
    return found


@pytest.mark.parametrize("name", ["papers.bib", "papers.biblatex.bib"])
def test_bibtexparser_reads_every_entry(folder: Path, name: str) -> None:
    found = bibtexparser.parse_string((folder / name).read_text("utf-8"))
    assert not found.failed_blocks
    assert [entry.key for entry in found.entries] == keys()
    assert [entry["author"].count(" and ") + 1 for entry in found.entries] == [2, 9, *AUTHORS[2:]]  # one in a name


@pytest.mark.parametrize("name", ["papers.bib", "papers.biblatex.bib"])
def test_pybtex_reads_every_person(folder: Path, name: str) -> None:
    found = pybtex.database.parse_file(str(folder / name), "bibtex")
    assert list(found.entries) == keys()
    assert [len(entry.persons["author"]) for entry in found.entries.values()] == AUTHORS
    people = found.entries["quill-brush-2401.00002"].persons["author"]
    last = [" ".join((*each.prelast_names, *each.last_names)) for each in people]
    assert last == ["van Hasselt", "{Gemma Team}", "{OpenAI}", "García Márquez", "Ørsted-Müller", "Moss",
                    "{Simon and Garfunkel Band}", "Madonna"]  # fmt: skip
    assert people[5].lineage_names == ["Jr."]


def test_rispy_reads_every_reference(folder: Path) -> None:
    found = rispy.loads((folder / "papers.ris").read_bytes().decode("utf-8"))
    assert [one["title"] for one in found] == TITLES
    assert [len(one["authors"]) for one in found] == AUTHORS
    preprints = [f"10.48550/arXiv.2401.0000{number}" for number in (1, 2, 3)]
    assert [one.get("doi") for one in found][:5] == [*preprints, None, "10.1000/x_y(z);2-#"]
    assert not any("unknown_tag" in one for one in found)
    assert found[6]["abstract"] == "} @article{y, TY - JOUR ER -"


def test_citeproc_writes_every_reference(folder: Path) -> None:
    with warnings.catch_warnings():
        # It says that it does not know `citation-key` and `language`, which is allowed.
        warnings.simplefilter("ignore", UserWarning)
        source = CiteProcJSON(json.loads((folder / "papers.csl.json").read_text("utf-8")))
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        made = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        for key in keys():
            made.register(citeproc.Citation([citeproc.CitationItem(key)]))
        shown = [str(each) for each in made.bibliography()]
    assert len(shown) == len(PAPERS)
    assert all(any(title in each for each in shown) for title in TITLES)


@pytest.mark.parametrize(
    ("name", "form"), [("papers.bib", "bibtex"), ("papers.biblatex.bib", "biblatex"), ("papers.csl.json", "csljson")]
)
def test_pandoc_reads_every_item(folder: Path, name: str, form: str) -> None:
    pandoc = program("pandoc", "pandoc")
    done = subprocess.run(
        [pandoc, "-f", form, "-t", "csljson", folder / name], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    found: dict[str, Any] = {item["id"]: item for item in json.loads(done.stdout)}
    assert [found[key]["title"] for key in keys()] == TITLES
    assert [len(found[key]["author"]) for key in keys()] == AUTHORS
    assert [found[key].get("DOI") for key in keys()][3:5] == [None, "10.1000/x_y(z);2-#"]
    years = [part[0] for key in keys() for part in found[key]["issued"]["date-parts"]]
    assert years == [2024, 2024, 2024, 2025, 2025, 2020, 2020]


@pytest.mark.parametrize("name", ["papers.bib", "papers.biblatex.bib"])
def test_biber_finds_nothing_wrong(folder: Path, name: str, tmp_path: Path) -> None:
    biber = program("biber", "biber")
    command = [biber, "--tool", "--nolog", f"--output-file={tmp_path / 'out.bib'}", folder / name]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "ERROR" not in done.stdout
    assert "WARN" not in done.stdout
    assert (tmp_path / "out.bib").read_text("utf-8").count("\n@") + 1 >= len(PAPERS)
