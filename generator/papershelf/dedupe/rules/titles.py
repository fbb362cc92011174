"""Rules on titles, with authors and places as witnesses."""

from __future__ import annotations

from papershelf.dedupe import guards
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.rules.finding import LONG, Finding, abstracts, authors, dates, issue, title

LIKELY = 80
"""Titles on the same pages that are this much alike are one with a slip in it."""


def same_pages(pair: Pair) -> Finding | None:
    """The same pages of the same volume, authors that agree, and titles that may be one.

    May be: one wording, one cut short, or 80 % alike with no word in the place of another. Where first and last page
    are known, it may even be another title, or one of them may state none (`Pair.same_article`).
    """
    if not pair.same_issue or pair.flags_differ:
        return None
    said = (*issue(pair), *authors(pair))
    if pair.one_title and (pair.authors or (pair.same_article and pair.title_words >= 2)):
        named = title(pair) if pair.same_title else (f"titles {int(pair.title_ratio)} % alike",)
        return Finding(98, (*named, *said))
    if not pair.authors or pair.venue is False:
        return None
    if pair.same_article:
        return Finding(94, said)
    alike = pair.title_ratio >= LIKELY and not pair.title_numbers_differ and not pair.titles_differ
    if not pair.titled or not (pair.title_cut or pair.subtitle_dropped or alike):
        return None
    return Finding(93, (*said, f"titles {int(pair.title_ratio)} % alike"))


def same_title(pair: Pair) -> Finding | None:
    """The same title (or one of them once had it), and a second witness: authors, day of submission or abstract agree.

    Where no authors are stated, venue and year are a witness. A title of six content words or more needs none, if
    nothing else is known that could be one. The title of a column proves nothing without the pages.
    """
    if not pair.same_title or pair.column:
        return None
    size = pair.title_words
    if (len(pair.same_title) < 12 or size < 2) and not (pair.same_authors and pair.same_year and pair.venue):
        return None
    witnesses = (*authors(pair), *dates(pair), *abstracts(pair, 54))
    if pair.authors is None and pair.venue and pair.same_year and size >= 3 and not _of_venue(pair):
        witnesses = (*witnesses, *issue(pair))
    said = (*title(pair), *witnesses, *(("printed again in the same volume",) if pair.printed_again else ()))
    doubt = guards.doubt(pair) or ("they are on different pages" if pair.pages is False and size < 4 else "")
    if not witnesses:
        if pair.authors is False or (pair.a.published and pair.b.published):
            return None
        told = pair.authors is not None or pair.shortest >= LONG or pair.near is False
        doubt = doubt or ("nothing besides the title agrees" if told or size < 6 else "")
    elif (pair.pages is False or pair.online_first) and pair.strange_abstracts:
        place = "on different pages" if pair.pages is False else "of different years"
        doubt = doubt or f"they are {place}, and their abstracts differ"
    elif pair.both_cut and not pair.same_year and not pair.venue:
        doubt = doubt or "both titles were cut off"
    elif _reordered(pair):
        doubt = doubt or "their authors are in another order"
    elif size < 3 and len((*witnesses, *issue(pair))) < 2 and pair.ratio < 80 and not _several(pair):
        doubt = doubt or "short titles are common"
    return Finding(min(92 + 2 * len(witnesses), 98), said, doubt)


def same_column(pair: Pair) -> Finding | None:
    """The same title of a column by the same authors, and the two alone have it in that year and venue, which they
    write in two ways: each of two sources lists it once."""
    if not (pair.a.paired and pair.b.paired and pair.same_title and pair.same_authors):
        return None
    if not (pair.same_year and pair.venue):
        return None
    return Finding(88, (*title(pair), *authors(pair), *issue(pair), "no other in that year"), guards.doubt(pair))


def alike_title(pair: Pair) -> Finding | None:
    """Titles that differ in spelling only, and authors that agree.

    Or in one letter of one word, where nearly all authors, year and venue are the same; of two authors or more, year or
    venue.
    """
    if not pair.titled or pair.same_title or not pair.authors or pair.column:
        return None
    placed = _several(pair) or (pair.same_authors and pair.same_year and pair.venue)
    if not pair.one_title and not (pair.slip and placed):
        return None
    if pair.title_words < (2 if pair.same_authors and pair.same_year and pair.venue else 4) or pair.near is False:
        return None
    alike = f"titles {int(pair.title_ratio)} % alike"
    doubt = guards.doubt(pair) or ("their abstracts differ" if pair.strange_abstracts else "")
    doubt = doubt or ("they are on different pages" if pair.pages is False else "")
    said = (alike, *authors(pair), *dates(pair), *issue(pair), *abstracts(pair, 54))
    return Finding(85 + (pair.title_ratio - 90) / 2, said, doubt)


def title_cut_short(pair: Pair) -> Finding | None:
    """One title is the other without its subtitle, or up to a `…`; nearly the same authors, the same year and venue.

    A long title that says that it was cut may lack year or venue, if two authors or more are the same. Where it does
    not say so and may be whole, or one word is left of it and one author wrote it, a person is asked.
    """
    long = len(min(pair.a.title, pair.b.title, key=len)) >= 40
    cut = pair.subtitle_dropped or (pair.title_cut and (long or pair.marked_cut))
    if not cut or pair.column or pair.flags_differ or not pair.same_authors:
        return None
    several = (pair.authors_shared or 0) >= 2
    unplaced = several and long and pair.marked_cut and _same_or_unknown(pair)
    if not unplaced and not (pair.same_year and pair.venue):
        return None
    said = ("one title is the beginning of the other", *authors(pair), *issue(pair))
    doubt = guards.doubt(pair) or ("they are on different pages" if pair.pages is False else "")
    if not pair.subtitle_dropped and not pair.marked_cut and not pair.broken_off:
        doubt = doubt or "it may be the title of another paper"
    elif pair.title_words < 2 and not several:
        doubt = doubt or "short titles are common"
    return Finding(82, said, doubt)


def _same_or_unknown(pair: Pair) -> bool:
    """Year and venue are the same, as far as both state them."""
    return pair.years in (None, 0) and pair.venue is not False


def _of_venue(pair: Pair) -> bool:
    """The title is the venue's own: a volume of proceedings, of which there may be several in a year."""
    venues = [venue for f in (pair.a, pair.b) if f.published for venue in f.published.venues]
    return any(pair.same_title.replace(" ", "") in "".join(filter(str.isalnum, v.lower())) for v in venues)


def _several(pair: Pair) -> bool:
    """Two authors or more, all the same, and the same year or venue: a short title of them is no coincidence."""
    return pair.same_authors and (pair.authors_shared or 0) >= 2 and (pair.same_year or pair.venue is True)


def _reordered(pair: Pair) -> bool:
    """Two entries of one listing, as it seems, whose first authors are two; no page tells whether they are one."""
    if (pair.authors_shared or 0) < 2 or pair.pages is not None or not pair.venue:
        return False
    x, y = pair.a.people.persons[0], pair.b.people.persons[0]
    p, q = pair.a.record.publication, pair.b.record.publication
    return not x.may_be(y) and p is not None and q is not None and p.venue == q.venue
