"""Input with the shape of the real thing, for laws: dumps of each format, whole and damaged.

Plain random text never writes `arXiv:2407.14622v1204`. Everything here is made of pieces that readers look for, in any
order, glued or apart, cut off anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from papershelf.identifiers import arxiv_year_month

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CODES = ("CL", "ML", "NC", "CV", "cs.LG", "hep-th", "OPTICS", "")


@dataclass(frozen=True)
class Entry:
    """One paper of a well-formed dump."""

    arxiv: str
    abstract: str
    comments: tuple[str, ...] = ()
    created: date = date(2020, 1, 1)
    updated: date | None = None
    category: str = "CL"
    title: str = ""
    authors: tuple[str, ...] = ()


# --- Pieces

LETTERS = "abcdefghijklmnopqrstuvwxyz"
words = st.text(LETTERS, min_size=2, max_size=9)
capitalised = words.map(str.capitalize)
_ODD_WORDS = st.sampled_from(
    (
        "GPT-4",
        "RiverNet",
        "$N$-player",
        r"Malham\'e",
        "(RL)",
        "“so”",
        "3D",
        "über",
        "河流",
        "نهر",
        "O'Neil",
        "arXiv:2001.04536",
        "Fig. 2",
        "e.g.",
        "et al.",
        "v2",
        "10'000",
        "<b>",
        "{{x}}",
        "--8<--",
        "\u200b",
        "\x00",
        "\u202e",
        "\ud800",
    )
)
sentences = st.lists(st.one_of(words, _ODD_WORDS), min_size=4, max_size=12).map(
    lambda w: " ".join(w).capitalize() + "."
)
new_ids = st.builds(
    "{:02}{:02}.{:05}".format, st.integers(15, 29), st.integers(1, 12), st.integers(1, 99_999)
) | st.builds("{:02}{:02}.{:04}".format, st.integers(8, 14), st.integers(1, 12), st.integers(1, 9_999))
old_ids = st.builds(
    "{}/{:02}{:02}{:03}".format,
    st.sampled_from(("hep-th", "cs", "math", "astro-ph")),
    st.integers(92, 99),
    st.integers(1, 12),
    st.integers(1, 999),
)
arxiv_ids = new_ids | old_ids
days = st.dates(date(1992, 1, 1), date(2029, 12, 31))
comment_lines = st.sampled_from(
    (
        "18 pages, 8 figures",
        "ACL 2023",
        "Published in AAMAS 2024",
        "First two authors contributed equally",
        "https://github.com/owner/name",
        "To appear in Phys. Rev. D",
        "v2: typos fixed",
        "Submitted to ICLR 2024",
        "11 pages",
    )
)
authors = st.builds("{} {}".format, capitalised, capitalised)
titles = st.lists(capitalised, min_size=2, max_size=7).map(" ".join)


def header(code: str, day: date) -> str:
    """`CLJul 31, 2024`"""
    return f"{code}{MONTHS[day.month - 1]} {day.day}, {day.year}"


# --- Well-formed dumps

# An abstract as abstracts are: says what it does, in some sentences.
abstracts = (
    st.lists(st.lists(words, min_size=6, max_size=14).map(" ".join), min_size=3, max_size=7)
    .map(lambda texts: "We show that " + ". ".join(text.capitalize() for text in texts) + ".")
    .filter(lambda text: 130 < len(text) < 1900)
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    arxiv = draw(arxiv_ids)
    year, month = arxiv_year_month(arxiv)
    created = draw(st.dates(date(year, month, 1), date(year, month, 28)))  # an id is issued in the month of submission
    return Entry(
        arxiv=arxiv,
        abstract=draw(abstracts),
        comments=tuple(draw(st.lists(comment_lines, max_size=3, unique=True))),
        created=created,
        updated=draw(st.none() | st.dates(created, date(2030, 12, 31))),
        category=draw(st.sampled_from(CODES)),
        title=draw(titles),
        authors=tuple(draw(st.lists(authors, min_size=1, max_size=4, unique=True))),
    )


def as_block(entry: Entry) -> str:
    """The entry in the format of abstract blocks."""
    dates = f"Created: {entry.created}" + (f" Updated: {entry.updated}" if entry.updated else "")
    return "\n\n".join((entry.abstract, *entry.comments, f"arXiv:{entry.arxiv}\n{dates}"))


def as_run_on(listed: list[Entry]) -> str:
    """A dump of run-on abstracts."""
    return "".join("\n".join((entry.abstract, *entry.comments, f"arXiv:{entry.arxiv}")) for entry in listed)


def as_listed(entry: Entry) -> str:
    """The entry in the format of author listings. Comments have no place there."""
    heading = f"{entry.title}{', '.join(entry.authors)} et al."
    return f"{header(entry.category, entry.created)}\n{heading}\n{entry.abstract}"


# --- Damaged dumps

_damaged_ids = st.sampled_from(
    (
        "arXiv:",
        "arXiv:2407",
        "arXiv:2407.",
        "arXiv:2407.1462",
        "arXiv:2413.00001",
        "arXiv:2407.146221",
        "arxiv: 2407.14622",
        "ARXIV:hep-th/9901001v3",
        "arXiv:hep-th/99",
        "arXiv:2407.14622v0",
        "arXiv:2407.14622v12048",
        "arXiv:２４０７.14622",
        "arXiv:2407.14622arXiv:2407.14622",
        "(arXiv:2407.14622)",
        "see arXiv:2407.14622 for",
        "arXiv:math.GT/0309136",
    )
)
_damaged_dates = st.sampled_from(
    (
        "Created:",
        "Created: 2024-02-30",
        "Created: 2024-1-5",
        "Updated: 2024-01-05",
        "Created: 2024-01-05 Updated:",
        "Created: yesterday",
        "Created: 2024-01-05 Created: 2024-01-06",
        "created: 2024-01-05, updated: 2024-02-05",
    )
)
_damaged_headers = st.sampled_from(
    (
        "CLFeb 30, 2024",
        "CLJum 3, 2024",
        "cs.CLJul 31, 2024",
        "Jul 31, 2024",
        "CL",
        "CLJul 31",
        "CL Jul 31 2024",
        "XXMay 1, 2020",
    )
)
_stray = st.sampled_from(
    (
        "# Reading list",
        "=====",
        "---",
        "- item",
        "(to be continued)",
        "<html>",
        "Reading list, spring term",
        "以上",
        "\ufeff",
        "\u200b",
        "\x00",
        "%PDF-1.7",
        "@article{a,",
        "TY  - JOUR",
        "·",
        "et al.",
        ", ",
        "$",
        "…",
        "a",
        "Withdrawn",
    )
)
headings = st.builds(
    lambda title, names, end: title + ", ".join(names) + end,
    titles | sentences,
    st.lists(authors, max_size=4),
    st.sampled_from((" et al.", "", " et al. · lab", " · lab, mit", ",")),
)
pieces = st.one_of(
    sentences,
    abstracts,
    arxiv_ids.map("arXiv:{}".format),
    st.builds("arXiv:{}v{}".format, arxiv_ids, st.integers(1, 30)),
    days.map("Created: {}".format),
    st.builds("Created: {} Updated: {}".format, days, days),
    st.builds(header, st.sampled_from(CODES), days),
    headings,
    comment_lines,
    _damaged_ids,
    _damaged_dates,
    _damaged_headers,
    _stray,
    st.text(max_size=20),
)
_between = st.sampled_from(
    ("\n", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "", " ", "  ", "\n  ", "\t\n", "\n\u2028", "\n\n\n")
)


@st.composite
def damaged_dumps(draw: st.DrawFn) -> str:
    """Pieces of all formats in any order, glued or apart, and cut off at the end."""
    text = "".join(piece + draw(_between) for piece in draw(st.lists(pieces, max_size=14)))
    return text[: len(text) - draw(st.integers(0, min(30, len(text))))] if draw(st.booleans()) else text


def without_dates(entry: Entry) -> Entry:
    """What a run-on dump can say of it."""
    return replace(entry, updated=None)


# --- Damaged files of every format

SAMPLES = {
    path.name: path.read_bytes().decode("utf-8")
    for path in sorted((Path(__file__).parent / "samples").iterdir())
    if path.name not in ("README.md", "expected.yml")
}
_marks = st.sampled_from(
    (
        *"{}\"',;@#=\\$%&<>[]()|\t\n\r\x00\ufeff\ud800²",
        "\n\n", " and ", "- ", "* ", "TY  - JOUR\n", "ER  - \n", "PMID- ", "<record>", "</record>", "<entry>",
        "</entry>", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "&#0;", "@article{",
        "@string{a = ", "@comment{", "crossref = {", "null", "NaN", "-1", "1e999", "\\ud800", "[1] ", "\\\\\n",
        "arXiv:2401.12345", "10.1/", "| --- |", "](", "```", "<details>",
    )
)  # fmt: skip


@st.composite
def damaged_files(draw: st.DrawFn) -> str:
    """A sample of some format with pieces cut out, doubled, moved or put in: what half a download, a hasty edit and a
    program's bug leave behind."""
    text = draw(st.sampled_from(tuple(SAMPLES.values())))
    for _ in range(draw(st.integers(0, 4))):
        a, b = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        b = min(b, a + draw(st.sampled_from((1, 3, 20, 200, 5000))))
        how = draw(st.sampled_from(("cut", "double", "move", "put in", "end here", "mix")))
        if how == "cut":
            text = text[:a] + text[b:]
        elif how == "double":
            text = text[:b] + text[a:]
        elif how == "move":
            text = text[:a] + text[b:] + text[a:b]
        elif how == "put in":
            text = text[:a] + draw(_marks) + text[a:]
        elif how == "end here":
            text = text[:b]
        else:
            other = draw(st.sampled_from(tuple(SAMPLES.values())))
            text = text[:a] + other[: draw(st.sampled_from((40, 400, 5000)))] + text[a:]
    return text
