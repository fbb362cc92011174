"""Title and authors of a heading: every way to cut it, ranked by what speaks for it.

Candidates are the places of `glue` in those comma segments after which only authors stand. Each gets points for the end
of the title (`ending`), for the first author (`persons`, `teams`) and for the way the words meet; and one more
candidate is that the line has no authors at all. The best is settled where it is plausible by itself and clearly better
than the second; otherwise the candidates are handed on, since a question is better than a wrong title.

All points were set by hand: an ordinary title and name have some 10 to 20, and what is merely odd costs less than the
margin.
"""

from __future__ import annotations

from dataclasses import dataclass

from papershelf.model import Split
from papershelf.readers.headings import ending, glue, persons, teams
from papershelf.readers.headings.evidence import Opinion, Texts, bare
from papershelf.readers.headings.line import Line, parse

MARGIN = 8
"""Points by which the best candidate must be ahead."""
MARGIN_WITHOUT_AUTHORS = 20
"""The same for a line without authors, which is unusual: an odd name is likelier."""
PLAUSIBLE = -6
"""Points below which even a single candidate is not settled."""
_NAME = -8
"""Points above which a segment by itself may be an author."""
_COMMAS = 12
"""The first author stands in one of so many segments before or after the first that looks like a name."""
_LONGEST = 100_000
"""A longer line is handed on whole: it is no heading, and not worth the time."""
_LONGEST_NAME = 100
_KEPT, _BEHIND = 5, 30
"""How many candidates a person is shown, and how many points behind the best at most."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a heading says."""

    line: Line
    splits: tuple[Split, ...]
    """Ways to cut it, most plausible first; at least one."""
    settled: Split | None
    """The first of them, where the text alone decides."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A candidate: the title ends before `at`, in segment number `segment`."""

    at: int
    segment: int
    points: int
    reasons: tuple[str, ...]


def decide(text: str, texts: Texts) -> Decision:
    """Cut a heading line."""
    line = parse(text)
    if len(text) > _LONGEST:
        return Decision(line, (Split(line.body, (), 1.0, "the line is too long for a heading"),), None)
    first_name = _first_name(line, texts)
    cuts = _cuts(line, first_name, texts)
    cuts.append(_no_authors(line, first_name, bool(cuts), texts))
    cuts.sort(key=lambda cut: (-cut.points, cut.at))
    shown = [cut for cut in cuts[:_KEPT] if cuts[0].points - cut.points <= _BEHIND]
    splits = tuple(
        Split(line.body[: cut.at], _authors(line, cut), _score(cut), "; ".join(cut.reasons[:4])) for cut in shown
    )
    return Decision(line, splits, splits[0] if _is_settled(line, cuts) else None)


def is_heading(text: str, texts: Texts) -> bool:
    """Whether a line that could be anything is a heading with authors, beyond doubt."""
    if not 20 < len(text) < 600 or not (", " in text or " et al" in text or " · " in text):
        return False
    found = decide(text, texts)
    if found.settled is None or not found.settled.authors:
        return False
    return found.line.et_al or bool(found.line.affiliations) or len(found.settled.authors) > 1


def names_alone(text: str, texts: Texts) -> list[str]:
    """The authors of a heading that are sure wherever it is cut: those behind its last doubtful segment."""
    line = parse(text)
    if len(text) > _LONGEST:
        return []
    return [line.text(number) for number in range(max(_first_name(line, texts), 1), len(line.segments))]


def _is_settled(line: Line, cuts: list[_Cut]) -> bool:
    best = cuts[0]
    without_authors = best.at == len(line.body)
    # A single author with nothing behind could as well be the end of a title: that needs a better name.
    single = not (without_authors or line.et_al or line.affiliations) and len(line.segments) == 1
    if best.points < (0 if single else PLAUSIBLE):
        return False
    margin = MARGIN_WITHOUT_AUTHORS if without_authors else MARGIN
    return len(cuts) == 1 or best.points - cuts[1].points >= margin


def _score(cut: _Cut) -> float:
    return float(min(99, max(1, 50 + 2 * cut.points)))


def _authors(line: Line, cut: _Cut) -> tuple[str, ...]:
    if cut.at >= len(line.body):
        return ()
    first = line.body[cut.at : line.segments[cut.segment][1]]
    behind = (line.text(number) for number in range(cut.segment + 1, len(line.segments)))
    return tuple(name for text in (first, *behind) for name in _names(text))


def _names(text: str) -> list[str]:
    """The names of one comma segment: `Jane Doe`, `Jane Doe and John Smith`."""
    return [name.strip() for name in text.split(" and ") if name.strip()]


def _author(text: str, texts: Texts) -> Opinion:
    """How plausible a comma segment is as author, or as two authors with “and” between: as plausible as the worse."""
    opinions = [Opinion(-60)] if len(text) > 2 * _LONGEST_NAME else []
    for name in _names(text) if not opinions else ():
        if len(name) > _LONGEST_NAME:
            opinions.append(Opinion(-60))
        else:
            opinions.append(teams.team(name) if teams.is_team(name) else persons.person(name, texts))
    return min(opinions, key=lambda opinion: opinion.points, default=Opinion(-60))


def _first_name(line: Line, texts: Texts) -> int:
    """Number of the first segment from which on all look like names."""
    number = len(line.segments)
    while number > 0 and _author(line.text(number - 1), texts).points > _NAME:
        number -= 1
    return number


def _cuts(line: Line, first_name: int, texts: Texts) -> list[_Cut]:
    """Candidates in the segments around the first that looks like a name. In most headings the one before it is the
    only one with a place to cut: it holds the end of the title and the first author."""
    count = len(line.segments)
    cuts: list[_Cut] = []
    implausible = 0
    for number in range(min(count - 1, first_name + _COMMAS), max(-1, first_name - 1 - _COMMAS), -1):
        start, end = line.segments[number]
        if number >= first_name:
            penalty = -8 * min(number - first_name, 3)  # the title would end with what looks like names
        else:
            behind = _author(line.text(number + 1), texts).points if number + 1 < count else 0
            implausible += min(0, behind + 4)
            penalty = implausible
            if implausible < -40 and cuts:
                break
        for place in glue.places(line.body, start, end, texts):
            within_a_name = number >= first_name and number > 0 and " " not in line.body[start : place.at]
            # Christopher J|L Murray: what is a whole name behind a comma is not cut in two.
            whole = number >= first_name and number > 0 and _author(line.text(number), texts).points >= 0
            cuts.append(_weigh(line, number, place, penalty - 12 * within_a_name - 24 * whole, texts))
    return cuts


def _weigh(line: Line, number: int, place: glue.Glue, penalty: int, texts: Texts) -> _Cut:
    body, at = line.body, place.at
    name = body[at : line.segments[number][1]]
    title, author = ending.title(body[:at], texts), _author(name, texts)
    points = title.points + author.points + place.points + penalty
    reasons = [*title.reasons, *author.reasons, *filter(None, (place.reason,))]
    word_start = body.rfind(" ", 0, at) + 1
    word = body[word_start:].split(" ", 1)[0].rstrip(",")
    if texts.is_written(bare(word)):
        points -= 24
        reasons.insert(0, f"“{bare(word)}” is written so in the texts")
    if word.isupper() and word.isalpha() and word_start < at and teams.is_team(name):
        points -= 16  # AT|LAS Collaboration
    if teams.is_team(name) and word_start < at and name.split()[0] == body[word_start:at]:
        points += 20  # Sources in IceCube|IceCube Collaboration
        reasons.insert(0, f"the title ends in the team's own name, “{body[word_start:at]}”")
    if not teams.is_team(name) and persons.is_two_words(name.split(" ", 1)[0]):
        points -= 8  # Alpha|FoldJohn Jumper: two words are left where one can be
    if name in texts.persons and " " in name:
        points += 15
        reasons.insert(0, f"“{name}” is an author elsewhere in the file")
    return _Cut(at, number, points, tuple(reasons))


def _no_authors(line: Line, first_name: int, could_be_cut: bool, texts: Texts) -> _Cut:
    """The candidate that the whole line is the title."""
    points = ending.title(line.body, texts).points
    reasons = ["no authors stand in this line"]
    if line.et_al or line.affiliations:
        points -= 40
    if first_name < len(line.segments) > 1:
        points -= 20
        reasons.append("what follows the last comma looks like a name")
    elif could_be_cut:
        points -= 6
    word = bare(line.body.rsplit(" ", 1)[-1])
    if word.islower() and not texts.knows_form(word):
        points -= 12
        reasons.append(f"“{word}” is no word of this file")
    return _Cut(len(line.body), len(line.segments) - 1, points, tuple(reasons))
