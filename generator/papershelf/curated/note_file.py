"""A note as a file: Markdown below a small front matter.

    ---
    status: to-read
    tags: [rivers]
    why: the first to pour ink into rivers
    ---
    Start with section 3.

Each key, all of the front matter, and the Markdown may be left out.
"""

from __future__ import annotations

from typing import Any, cast, get_args

import yaml

from papershelf import yamlfile
from papershelf.checked import Checker
from papershelf.model import Note, NoteStatus, Place, Problem

KEYS = ("status", "rating", "tags", "topics", "why", "added_by")
STATUSES: tuple[str, ...] = tuple(filter(None, get_args(NoteStatus)))
_FENCE = "---"
_ENDS = (_FENCE, "...")


def note(path: str, ref: str, text: str) -> tuple[Note, list[Problem]]:
    """The note in the file `path` about the paper `ref`. Whatever is wrong above it, its text is read."""
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    check, first = Checker(yamlfile.YamlFile(path, None)), 0
    if rows[0].rstrip() == _FENCE:
        end = next((number for number, row in enumerate(rows) if number and row.rstrip() in _ENDS), None)
        if end is None:
            check.wrong((), "the front matter has no end", f"`{_FENCE}` on a line of its own after the last key")
        else:
            file = yamlfile.parse(path, "\n" + "\n".join(rows[1:end]))  # on the lines on which it stands
            check = Checker(file, list(file.problems))
        first = (end or 0) + 1
    while first < len(rows) and not rows[first].strip():
        first += 1
    body = "\n".join(rows[first:]).rstrip()
    place = Place(path, min(first, len(rows) - 1) + 1, first + body.count("\n") + 1 if body else len(rows))
    given = {} if check.file.data is None else check.mapping(check.file.data, (), KEYS) or {}
    return _note(check, given, ref, place, body), check.problems


def text_of(note: Note) -> str:
    """The file that says what `note` says; nothing about its `ref`, which is the file's name."""
    values = {key: getattr(note, key) for key in KEYS}
    said = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value}
    front = "".join(_line(key, value) for key, value in said.items())
    if not said and not note.text.startswith(_FENCE):
        return f"{note.text}\n"
    return f"{_FENCE}\n{front}{_FENCE}\n" + (f"\n{note.text}\n" if note.text else "")


def _line(key: str, value: object) -> str:
    in_brackets = None if isinstance(value, list) else False
    return str(yaml.safe_dump({key: value}, allow_unicode=True, width=1 << 20, default_flow_style=in_brackets))


def _note(check: Checker, given: dict[str, Any], ref: str, place: Place, body: str) -> Note:
    rating = check.parsed(given.get("rating"), ("rating",), _rating, "a number from 1 to 5")
    status = check.parsed(given.get("status"), ("status",), _status, f"one of {', '.join(STATUSES)}")
    return Note(
        ref=ref,
        place=place,
        text=body,
        status=cast(NoteStatus, status or ""),
        rating=int(rating) if rating else None,
        tags=check.texts(given.get("tags"), ("tags",), "a list of words: `[to discuss, agents]`") or (),
        topics=check.texts(given.get("topics"), ("topics",), "a list of ids of topics: `[mean-field-games]`") or (),
        why=check.text(given.get("why"), ("why",)) or "",
        added_by=check.text(given.get("added_by"), ("added_by",)) or "",
        places=tuple((key, check.file.place(key)) for key in ("tags", "topics") if given.get(key)),
    )


def _rating(text: str) -> str | None:
    return text if text in tuple("12345") else None


def _status(text: str) -> str | None:
    said = text.lower().replace(" ", "-")
    return said if said in STATUSES else None
