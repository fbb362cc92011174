"""Papers by year and topic, as one SVG that is as wide as its place.

Each topic is a row, each year a column; the area of a disc is the number of papers. Positions are percentages and the
height is a style's, so type and discs keep their size on a phone. Colours come from the style sheet, so it follows
light and dark. Nothing in it comes from source text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from papershelf.model import Paper, Topic

COLUMNS = 14  # the earliest years share the first column, so that one on a phone stays wider than its disc
_LEAST, _MOST = 3.5, 8.5  # radius in pixels


@dataclass(frozen=True, slots=True)
class Column:
    """A year, or all years up to it."""

    last: int
    earlier: bool

    @property
    def label(self) -> str:
        return ("≤" if self.earlier else "") + f"{self.last % 100:02}"

    @property
    def name(self) -> str:
        return f"{self.last} and before" if self.earlier else str(self.last)

    def holds(self, year: int) -> bool:
        return year <= self.last if self.earlier else year == self.last


def columns(years: list[int]) -> list[Column]:
    """One column a year from first to last, gaps included; the oldest ones in one where there are too many."""
    if not years:
        return []
    first, last = min(years), max(years)
    start = max(first, last - COLUMNS + 1)
    return [Column(year, earlier=year == start and start > first) for year in range(start, last + 1)]


def axis(papers: Iterable[Paper]) -> list[Column]:
    """The columns for `papers`."""
    return columns([paper.year for paper in papers if paper.year])


def table(papers: Iterable[Paper], topics: Iterable[Topic]) -> list[tuple[Topic, list[tuple[Column, int]]]]:
    """For each topic the number of papers in each column."""
    years = {paper.id: paper.year for paper in papers if paper.year}
    columns_ = columns(list(years.values()))
    rows = []
    for topic in topics:
        mine = [years[ident] for ident in topic.papers if ident in years]
        rows.append((topic, [(column, sum(column.holds(year) for year in mine)) for column in columns_]))
    return rows


def papers_by_year_and_topic(papers: Iterable[Paper], topics: Iterable[Topic]) -> Markup:
    """The SVG, on one line. Rows stand in the order of `topics`, evenly from top to bottom."""
    rows = table(papers, topics)
    most = max((number for _, row in rows for _, number in row), default=1) or 1
    discs = []
    for at, (_, row) in enumerate(rows):
        y = _percent(at + 0.5, len(rows))
        for column, (_, number) in enumerate(row):
            if number:
                radius = max(_LEAST, _MOST * (number / most) ** 0.5)
                discs.append(f'<circle cx="{_percent(column + 0.5, len(row))}" cy="{y}" r="{radius:.1f}"/>')
    label = "Papers by topic and year; the list after it says the same in words"
    return Markup(f'<svg role="img" aria-label="{label}">{"".join(discs)}</svg>')


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") + "%"
