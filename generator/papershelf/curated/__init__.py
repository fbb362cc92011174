"""seeds/curated/: what people decided and wrote. Read and checked here; nothing in papershelf ever rewrites it. The
answers that a person gives to `papershelf review` are added below what stands there (`append`).

decisions.yml     verdicts: which records are the same paper, which are not
corrections.yml   values that a person states for a paper or record; they beat everything
topics.yml        the taxonomy
authors.yml       which spellings are one person, which are not; ORCID iDs and home pages
paths.yml         reading paths: papers in an order, each with a reason
notes/<id>.md     what people think of a paper       (note_file: one such file, read and composed)
pages/*.md        human words for generated pages (home, ...)
"""

from __future__ import annotations

from pathlib import Path

from papershelf.checked import Checker
from papershelf.curated import corrections as _corrections
from papershelf.curated import decisions as _decisions
from papershelf.curated import notes as _notes
from papershelf.curated import paths as _paths
from papershelf.curated import people as _people
from papershelf.curated import topics as _topics
from papershelf.curated.nouns import Apart, Correction, Curated, Identity, TopicRule, Verdict
from papershelf.model import Place, Problem

__all__ = ["FOLDER", "Apart", "Correction", "Curated", "Identity", "TopicRule", "Verdict", "read"]

FOLDER = "seeds/curated"


def read(root: Path) -> Curated:
    """All of seeds/curated/ below `root`. What is wrong is a Problem, and what is right still holds."""
    decisions, corrections, topics, people, paths = checked = tuple(
        Checker.load(root, f"{FOLDER}/{name}.yml")
        for name in ("decisions", "corrections", "topics", "authors", "paths")
    )
    verdicts = _decisions.verdicts(decisions)
    stated = _corrections.corrections(corrections)
    taxonomy = _topics.topics(topics)
    identities, apart = _people.people(people)
    reading_paths = _paths.paths(paths)
    notes, wrong_notes = _notes.notes(root, f"{FOLDER}/notes")
    words, wordless = _words(root)
    return Curated(
        verdicts=verdicts,
        corrections=stated,
        topics=taxonomy,
        identities=identities,
        apart=apart,
        words=words,
        notes=notes,
        paths=reading_paths,
        problems=(*(problem for each in checked for problem in each.problems), *wrong_notes, *wordless),
    )


def _words(root: Path) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    folder = root / FOLDER / "pages"
    words, problems = [], []
    for file in sorted(folder.glob("[!.]*.md")) if folder.is_dir() else ():
        place = Place(f"{FOLDER}/pages/{file.name}")
        try:
            words.append((file.stem, file.read_text(encoding="utf-8-sig")))
        except UnicodeDecodeError as error:
            problems.append(Problem(place, f"not UTF-8 text ({error.reason})", "the file saved as UTF-8"))
        except OSError as error:
            problems.append(Problem(place, f"can't be read: {error.strerror}", "a text file"))
    return tuple(words), tuple(problems)
