"""`papershelf review`: a person answers what may be one paper, question by question; each verdict is written then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from papershelf.cli import beside, output
from papershelf.cli.frame import command
from papershelf.text import one_line

if TYPE_CHECKING:
    from papershelf.config import Settings
    from papershelf.dedupe.answered import Answered
    from papershelf.model import Place, Question

_LONGEST_NOTE = 500
_PROMPT = "[s]ame  [d]ifferent  [l]ater  [n]ote  [q]uit"


@command(
    "review",
    click.option("--list", "only_list", is_flag=True, help="Show the questions, ask nothing."),
    epilog="""\b
Examples:
  papershelf review
  papershelf review --list | less -R
  yes d | papershelf review       answers from a pipe, for who knows what they do""",
)
def review(settings: Settings, only_list: bool) -> None:
    """Say which records are the same paper.

    Shows what is likely but not proven, both sides field by field, the most useful question first. Each answer is
    added to seeds/curated/decisions.yml at once; nothing that stands there is changed. To take one back, delete its
    lines. Ctrl-C and Ctrl-D keep what was said.
    """
    from papershelf import collect, curated, locked
    from papershelf.curated.append import FILE
    from papershelf.dedupe import dedupe
    from papershelf.dedupe.answered import Answered

    decided = curated.read(settings.root)
    broken = [problem for problem in decided.problems if problem.place.path == FILE]
    if broken:
        output.complain("\n".join(map(str, broken)))
        raise output.not_done(f"{FILE} must be right before a verdict is added to it")
    known = locked.read(settings.root)
    collected = collect.collect(settings.root, decided, known.records)
    deduped = dedupe(collected.records, known.records, decided.verdicts)
    output.complain("\n".join(map(str, deduped.problems)))
    asked = [question for question in deduped.questions if question.kind == "same paper"]
    if not asked:
        output.say("No question is open: whatever looks like one paper is decided.")
    elif only_list:
        for number, question in enumerate(asked, 1):
            output.show("\n".join((*_shown(question, f"{number} of {len(asked)}"), *question.answers, "")))
    else:
        _Sitting(settings, Answered(deduped.clusters), [question for question in asked if question.answers]).hold()


class _Sitting:
    """A person goes through questions, and leaves when they like."""

    def __init__(self, settings: Settings, answered: Answered, questions: Sequence[Question]) -> None:
        self.settings, self.answered, self.questions = settings, answered, questions
        self.written: list[tuple[str, Place]] = []

    def hold(self) -> None:
        try:
            for number, question in enumerate(self.questions, 1):
                if self.answered.settles(question):
                    continue
                output.show("\n".join(_shown(question, f"{number} of {len(self.questions)}")))
                if not self._settle(question):
                    break
        finally:
            self._sum_up()

    def _settle(self, question: Question) -> bool:
        """Ask until there is an answer; False where the person leaves."""
        note = ""
        while True:
            said = _ask(f"{_PROMPT}: ").lower()
            if said in ("s", "same", "d", "different"):
                self._write(question, said[0] == "s", note)
                return True
            if said in ("n", "note"):
                note = one_line(_ask("note: "), _LONGEST_NOTE)
            elif said in ("l", "later"):
                return True
            elif said in ("q", "quit"):
                return False
            else:
                output.say("One of s, d, l, n, q.")

    def _write(self, question: Question, same: bool, note: str) -> None:
        from papershelf.curated.append import append

        answer = question.answers[0 if same else 1]
        place = append(self.settings.root, answer, note, output.waiting)
        self.answered.take(question, same)
        self.written.append((answer, place))
        output.say(f"{place}: {answer}\n")

    def _sum_up(self) -> None:
        left = sum(not self.answered.settles(question) for question in self.questions)
        open_still = f"{output.counted(left, 'question')} still open"
        if not self.written:
            output.say(f"\nNo verdict written; {open_still}.")
            return
        lines = ", ".join(str(place.first) for _, place in self.written)
        path = self.written[0][1].path
        word = "line" if len(self.written) == 1 else "lines"
        output.say(f"\n{output.counted(len(self.written), 'verdict')} in {path}, {word} {lines}; {open_still}.")
        output.say("To take one back, delete its lines there. Next: papershelf check, or papershelf serve.")


def _ask(prompt: str) -> str:
    """A line that the person types; `q` at the end of input."""
    try:
        return input(prompt).strip()
    except EOFError:
        output.say("")
        return "q"


def _shown(question: Question, number: str) -> Iterator[str]:
    """The question and its two sides; safe to print."""
    wide = beside.width()
    yield click.style(f"{number}  {'─' * (wide - len(number) - 2)}", dim=True)
    yield from beside.prose(question.ask, wide, bold=True)
    score = f"score {question.score:g}, {output.counted(question.settles, 'record')}"
    yield from beside.prose(f"{question.reason} ({score})", wide)
    yield ""
    a, b = question.places
    yield from beside.fields(question.sides, (str(a), str(b)), wide)
    yield ""
