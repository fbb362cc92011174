"""What speaks against sameness, in words; empty where nothing does."""

from __future__ import annotations

from papershelf.dedupe.compare import Pair


def never(pair: Pair) -> str:
    """Two ids are two papers, whatever else agrees; only a person's verdict says otherwise.

    A DOI of arXiv beside a publisher's is no conflict (`Facts.doi` is the publisher's).
    """
    if pair.a.arxiv and pair.b.arxiv and not pair.arxiv:
        return f"their arXiv ids differ: {pair.a.arxiv} and {pair.b.arxiv}"
    if pair.a.doi and pair.b.doi and not pair.doi:
        return f"their DOIs differ: {pair.a.doi} and {pair.b.doi}"
    return ""


def doubt(pair: Pair, sure: bool = False) -> str:
    """What makes evidence from texts doubtful. `sure`: the texts are one, so that the title may have been changed."""
    if pair.title_numbers_differ:
        return "the numbers in their titles differ"
    if pair.flags_differ:
        return "one title is of a correction, reply or the like"
    if pair.titles_differ and not (sure and pair.authors and pair.same_day):
        return "their titles differ"
    if pair.headings_differ and not (sure and pair.same_day):
        return "no way to read their headings gives them one title"
    if pair.members_differ and not pair.same_title:
        return "they say that they are different members of a series"
    if pair.notices and not pair.same_title:
        return "the abstracts are notices of a withdrawal, which many papers share"
    if pair.no_author_shared:
        return "they have no author in common"
    if pair.published_apart and not sure:
        return "they were published in different years"
    if pair.years_differ:
        return "their abstracts name different years"
    return ""
