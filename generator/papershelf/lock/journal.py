"""Answers of a run that is not finished: .papershelf/lock-answers.jsonl, one JSON object a line. What is killed at any
point goes on there, and loses at most the answer that was under way."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from papershelf.config import MACHINE
from papershelf.disk import disk
from papershelf.lock.client import Answer

FILE = f"{MACHINE}/lock-answers.jsonl"
_FRESH = timedelta(days=1)


class Journal:
    """Of the list in `root`. Answers of `today` (None: today in UTC) and of the day before are used."""

    def __init__(self, root: Path, today: date | None = None) -> None:
        self._path = root / FILE
        self._answers: dict[str, Answer] = {}
        today = today or datetime.now(UTC).date()
        try:
            lines = self._path.read_bytes().split(b"\n")
        except OSError:
            return
        for line in lines:
            answer = _answer(line)
            if answer and timedelta(0) <= today - answer.day <= _FRESH:
                self._answers[answer.address] = answer

    def get(self, address: str) -> Answer | None:
        """What `address` answered."""
        return self._answers.get(address)

    def keep(self, answer: Answer) -> None:
        """Note it down. Raises WriteError where the disk refuses."""
        said = {"address": answer.address, "day": str(answer.day), "found": answer.found, "text": answer.text}
        with disk():
            self._path.parent.mkdir(exist_ok=True)
            # What holds no answer of use is begun anew.
            with self._path.open("a" if self._answers else "w", encoding="ascii", newline="\n") as file:
                file.write(f"\n{json.dumps(said)}")  # the break first: a line that was torn off stays alone
        self._answers[answer.address] = answer

    def done(self) -> None:
        """The run is finished: nothing of it is needed any more. Raises WriteError where the disk refuses."""
        with disk():
            self._path.unlink(missing_ok=True)
        self._answers.clear()


def _answer(line: bytes) -> Answer | None:
    """None where nothing can be read, be it torn or not ours."""
    try:
        said: Any = json.loads(line)
        answer = Answer(said["address"], said["found"], said["text"], date.fromisoformat(said["day"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    whole = isinstance(answer.address, str) and isinstance(answer.found, bool) and isinstance(answer.text, str)
    return answer if whole else None
