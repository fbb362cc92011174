"""The pull request that a form or a refresh becomes: its title and its body.

On GitHub `@name`, `#12` and “fixes #12” do something wherever they stand as text, written as character references too;
in code they do not, nor with a comment of HTML in them. So what a form says stands in code, and what sources say is
written like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from papershelf.model import Paper
from papershelf.text import clean, escape_markdown, one_line, to_plain

LONGEST_BODY = 60_000
"""GitHub takes 65,536 characters."""
_LONGEST_TITLE = 100
_MOST_AUTHORS = 20
_ABSTRACT = 1_500


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person reviews."""

    title: str
    body: str


def title(what: str, about: str) -> str:
    """`Add: Rivers at rest`: one line, in which nothing means anything to GitHub."""
    return f"{what}: {re.sub(r'[@#<>`/]+', ' ', one_line(about, _LONGEST_TITLE))}".rstrip(": ")


def body(parts: Iterable[str]) -> str:
    """The paragraphs, as many of them as GitHub takes whole."""
    kept: list[str] = []
    for part in parts:
        if sum(map(len, kept)) + len(part) > LONGEST_BODY:
            kept.append("More than can be shown here.")
            break
        kept.append(part)
    return "\n\n".join(kept) + "\n"


def preview(paper: Paper) -> str:
    """What the page of a paper will say first."""
    authors = [to_plain(name) for name in paper.authors[:_MOST_AUTHORS]]
    more = len(paper.authors) - len(authors)
    lines = [to_plain(paper.label), ", ".join(authors) + (f" and {more} more" if more else "")]
    lines += [" · ".join(form.label for form in paper.manifestations), "", to_plain(paper.abstract or "")[:_ABSTRACT]]
    return f"`papers/{paper.id}/`\n\n{quoted(chr(10).join(lines).strip())}"


def news(lines: Sequence[str], missed: Sequence[str] = ()) -> str:
    """The body of a pull request that brings what services said anew."""
    said = [f"- {inert(escape_markdown(one_line(line, 1_000)))}" for line in lines]
    open_ = [f"- {inert(escape_markdown(one_line(line, 1_000)))}" for line in missed]
    parts = ["What services say about the papers of this list has changed:", *said] if said else ["No news."]
    return body(parts + (["Not everything could be asked:", *open_] if open_ else []))


def inert(markdown: str) -> str:
    """Markdown whose text is escaped already, in which nobody is called and no issue is meant."""
    return re.sub(r"(?:@|&#64;|&#x40;|(?<!&)#|&#35;|\bGH(?=-))(?=[\w-])", lambda found: f"{found[0]}<!-- -->", markdown)


def quoted(text: str, longest: int = 20_000) -> str:
    """Text of a stranger as a block of code, whatever stands in it."""
    lines = [clean(line, 5_000) for line in text.split("\n")]
    shown = "\n".join(lines)[:longest]
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    return f"{fence}text\n{shown}\n{fence}"
