"""What speaks against sameness, in words; empty where nothing does."""

from __future__ import annotations

from papershelf.dedupe.compare import Pair

PATTERN = "their abstracts differ by words put in the place of others"


def never(pair: Pair) -> str:
    """Two ids are two papers, whatever else agrees; only a person's verdict says otherwise.

    A DOI of arXiv beside a publisher's is no conflict (`Facts.doi` is the publisher's).
    """
    return pair.ids_differ


def apart(pair: Pair) -> str:
    """Two publications are two papers: of other years, venues, volumes or pages. A conference paper and the article
    that grew from it, the abstract in a meeting's supplement and the paper, this year's report and last year's."""
    return "" if pair.one_id else pair.published_apart


def doubt(pair: Pair, sure: bool = False) -> str:
    """What makes evidence from texts doubtful. `sure`: the texts are one, so that the title may have been changed."""
    if pair.flags_differ:
        return "one title is of a correction, reply or the like"
    if pair.same_article:
        return ""
    if pair.title_numbers_differ:
        return "the numbers in their titles differ"
    if pair.titles_differ and not pair.slip and not (sure and pair.authors and (pair.same_day or pair.same_issue)):
        return "their titles differ"
    if pair.side_by_side:
        return "one listing has both titles"
    if pair.headings_differ and not (sure and pair.same_day):
        return "no way to read their headings gives them one title"
    if not pair.same_title and pair.members_differ:
        return "they say that they are different members of a series"
    if not pair.same_title and pair.notices:
        return "the abstracts are notices of a withdrawal, which many papers share"
    if pair.no_author_shared:
        return "they have no author in common"
    if pair.long_after and not sure:
        return "many years lie between them"
    if pair.years_differ and not pair.same_issue:
        return "their abstracts name different years"
    return pair.published_apart


def one_pattern(pair: Pair) -> str:
    """One text, written for two subjects; where both state their titles, these tell."""
    return "" if pair.titled or not pair.template else PATTERN


def shared_id(pair: Pair) -> str:
    """What makes doubtful that an id in both is that of one paper. Abstracts of a conference have the DOI of their
    supplement, articles sometimes that of their journal."""
    if pair.flags_differ:
        return "one title is of a correction, reply or the like"
    if pair.titled and not pair.one_title and not (pair.subtitle_dropped and pair.authors is not False):
        # A title that is cut, changed or translated is no other one where the pages are the same.
        cut = pair.same_issue and pair.title_cut and pair.authors is not False
        return "" if cut or pair.same_article else "their titles differ"
    if pair.pages is False and not (pair.same_title and not pair.strange_abstracts):
        return "they are on different pages"
    return ""
