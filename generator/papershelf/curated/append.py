"""A verdict at the end of seeds/curated/decisions.yml, a correction at the end of corrections.yml: the only places
where papershelf writes among a person's words.

It only ever adds; every byte that stands keeps its place among the others. The file is read with the new entry before
anything changes: if it would then not say exactly what it said and the new entry, it stays as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from papershelf import yamlfile
from papershelf.checked import Checker
from papershelf.config import MACHINE
from papershelf.curated import FOLDER, corrections, decisions
from papershelf.disk import WriteError, alone, disk, move
from papershelf.model import Place, Problem

FILE = f"{FOLDER}/decisions.yml"
CORRECTIONS = f"{FOLDER}/corrections.yml"
_STAGED = f"{MACHINE}/appended.yml"
_BOM = "\ufeff"


def append(root: Path, answer: str, note: str = "", waiting: Callable[[], None] = lambda: None) -> Place:
    """Add the verdict `answer` (`- same: ['2309.00267', 'r-0123456789']`, as a question has it). Where it stands now.

    Where another papershelf writes this list, calls `waiting` once and waits. Raises WriteError where the file is
    broken, where it takes no such entry, or where the disk refuses.
    """
    block = _block(answer, note)
    return _add(root, FILE, block, lambda old: _candidates(old, answer, note), _verdicts, waiting)


def correct(root: Path, ref: str, values: dict[str, object], waiting: Callable[[], None] = lambda: None) -> Place:
    """Add the correction `values` (the fields of corrections.yml) of the paper `ref`; as `append`."""
    block = yaml.safe_dump({ref: values}, allow_unicode=True, sort_keys=False, width=1 << 20)
    return _add(root, CORRECTIONS, block, lambda old: _below(old, block), _corrections, waiting)


def _add(
    root: Path,
    path: str,
    block: str,
    candidates: Callable[[str], Iterable[str]],
    read: Callable[[Path, str], tuple[list[tuple[object, Place]], list[Problem]]],
    waiting: Callable[[], None],
) -> Place:
    """Put in the place of the file `path` the first of `candidates` that says what it said and one entry more."""
    with alone(root, waiting), disk():
        said, wrong = read(root, path)
        if wrong:
            raise WriteError(f"{wrong[0]}; until then nothing is added")
        file, staged = (root / path).resolve(), root / _STAGED
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab"):  # refused where a person made it read-only
            old = file.read_bytes().decode("utf-8")
        shutil.copyfile(file, staged)
        shutil.copymode(file, staged)
        before = [words for words, _ in said]
        try:
            for new in candidates(old):
                staged.write_bytes(new.encode("utf-8"))
                says, wrong = read(root, _STAGED)
                if not wrong and len(says) == len(said) + 1 and before == [words for words, _ in says[:-1]]:
                    move(staged, file)
                    first = says[-1][1].first
                    return Place(path, first, first)
        finally:
            staged.unlink(missing_ok=True)
        # What the last candidate, an entry as files of one list have it, makes wrong: a verdict that it contradicts.
        reason = wrong[0].message if wrong else "its end takes no entry"
        raise WriteError(f"{path}: {reason}; nothing was written. To add it by hand:\n{block}")


def _verdicts(root: Path, path: str) -> tuple[list[tuple[object, Place]], list[Problem]]:
    check = Checker.load(root, path)
    found = decisions.verdicts(check)
    return [((one.same, one.refs, one.note), one.place) for one in found], check.problems


def _corrections(root: Path, path: str) -> tuple[list[tuple[object, Place]], list[Problem]]:
    check = Checker.load(root, path)
    found = corrections.corrections(check)
    nowhere = Place("")
    return [(replace(one, place=nowhere, places=()), one.place) for one in found], check.problems


def _below(old: str, block: str) -> Iterator[str]:
    """The file with a further key at its end."""
    end = "\r\n" if "\r\n" in old else "\n"
    start = end if old.removeprefix(_BOM) and not old.endswith(("\n", "\r")) else ""
    yield f"{old}{start}{block.replace(chr(10), end)}"


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
