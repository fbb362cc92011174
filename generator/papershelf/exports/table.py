"""Papers as rows of CSV, for spreadsheets and data frames.

CSV: https://www.rfc-editor.org/rfc/rfc4180, with the line ends of Unix; UTF-8. Several values of a cell are separated
by `; `.
"""

from __future__ import annotations

import csv
import io

from papershelf.exports import csl
from papershelf.exports.known import Known
from papershelf.exports.persons import persons
from papershelf.model import Paper

COLUMNS = (
    "id", "key", "title", "authors", "year", "date", "type", "venue", "volume", "number", "pages", "publisher", "doi",
    "arxiv", "category", "topics", "address", "url", "status", "rating", "tags", "why",
)  # fmt: skip
HEAD = ",".join(COLUMNS)
_FORMULA = tuple("=+-@\t\r")


def row(paper: Paper, known: Known) -> str:
    """The cells of COLUMNS, without the line end."""
    item = csl.item(paper)
    date = csl.issued(paper)
    cells = (
        paper.id,
        item["id"],
        item.get("title", ""),
        "; ".join(
            one.literal or ", ".join(filter(None, (one.family, one.given, one.suffix))) for one in persons(paper)
        ),
        str(date[0]) if date else "",
        "-".join(f"{part:02}" for part in date),
        item["type"],
        csl.line(paper.publication.venue) if paper.publication else "",
        item.get("volume", ""),
        csl.line(paper.publication.number or "") if paper.publication else "",
        item.get("page", ""),
        item.get("publisher", ""),
        item.get("DOI", ""),
        csl.line(paper.arxiv or ""),
        csl.line(paper.primary_category or ""),
        "; ".join(csl.line(topic.name) for topic in known.topics_of(paper)),
        known.address(paper),
        item.get("URL", ""),
        paper.status,
        str(paper.rating or ""),
        "; ".join(map(csl.line, paper.tags)),
        csl.line(paper.why),
    )
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(map(_inert, cells))
    return out.getvalue()


def _inert(cell: str) -> str:
    """A spreadsheet runs what begins like a formula; behind an apostrophe it is text:
    https://owasp.org/www-community/attacks/CSV_Injection"""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
