"""A verdict at the end of seeds/curated/decisions.yml: the one place where papershelf writes among a person's words.

It only ever adds; every byte that stands keeps its place among the others. The file is read with the new entry before
anything changes: if it would then not say exactly what it said and the new verdict, it stays as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from papershelf import yamlfile
from papershelf.checked import Checker
from papershelf.config import MACHINE
from papershelf.curated import FOLDER, decisions
from papershelf.curated.nouns import Verdict
from papershelf.disk import WriteError, alone, disk, move
from papershelf.model import Place, Problem

FILE = f"{FOLDER}/decisions.yml"
_STAGED = f"{MACHINE}/decisions.yml"
_BOM = "\ufeff"


def append(root: Path, answer: str, note: str = "", waiting: Callable[[], None] = lambda: None) -> Place:
    """Add the verdict `answer` (`- same: ['2309.00267', 'r-0123456789']`, as a question has it). Where it stands now.

    Where another papershelf writes this list, calls `waiting` once and waits. Raises WriteError where the file is
    broken, where it takes no such entry, or where the disk refuses.
    """
    with alone(root, waiting), disk():
        said, wrong = _read(root, FILE)
        if wrong:
            raise WriteError(f"{wrong[0]}; until then no verdict is added")
        file, staged = (root / FILE).resolve(), root / _STAGED
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab"):  # refused where a person made it read-only
            old = file.read_bytes().decode("utf-8")
        shutil.copyfile(file, staged)
        shutil.copymode(file, staged)
        try:
            for new in _candidates(old, answer, note):
                staged.write_bytes(new.encode("utf-8"))
                says, wrong = _read(root, _STAGED)
                if not wrong and len(says) == len(said) + 1 and list(map(_words, said)) == list(map(_words, says[:-1])):
                    move(staged, file)
                    return Place(FILE, says[-1].place.first, says[-1].place.first)
        finally:
            staged.unlink(missing_ok=True)
        # What the last candidate, an entry as files of one list have it, makes wrong: a verdict that it contradicts.
        reason = wrong[0].message if wrong else "its end takes no entry"
        raise WriteError(f"{FILE}: {reason}; nothing was written. To add it by hand:\n{_block(answer, note)}")


def _read(root: Path, path: str) -> tuple[tuple[Verdict, ...], list[Problem]]:
    check = Checker.load(root, path)
    return decisions.verdicts(check), check.problems


def _words(verdict: Verdict) -> tuple[bool, tuple[str, ...], str]:
    return verdict.same, verdict.refs, verdict.note


def _candidates(old: str, answer: str, note: str) -> Iterator[str]:
    """The file with the entry, in every way that its shape suggests."""
    end = "\r\n" if "\r\n" in old else "\n"
    bom, text = (_BOM, old[1:]) if old.startswith(_BOM) else ("", old)
    root = yaml.compose(text, Loader=yamlfile.Words)
    if isinstance(root, yaml.SequenceNode) and root.flow_style:  # a list in brackets: before the last one
        bracket = root.end_mark.index - 1
        before, after = text[:bracket], text[bracket:]
        entry = _block(answer, note).removeprefix("- ").replace("\n  ", ", ")
        start = "" if before.rstrip(" ").endswith("\n") else end
        for comma in ("", ", "):
            yield f"{bom}{before}{start}{comma}{{{entry}}}{end}{after}"
        return
    indent = " " * root.start_mark.column if isinstance(root, yaml.SequenceNode) else ""
    start = end if text and not text.endswith(("\n", "\r")) else ""
    entry = "".join(f"{indent}{line}{end}" for line in _block(answer, note).splitlines())
    yield f"{bom}{text}{start}{entry}"


def _block(answer: str, note: str) -> str:
    return f"{answer}\n  note: '{note.replace(chr(39), chr(39) * 2)}'" if note else answer
