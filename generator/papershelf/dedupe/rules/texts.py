"""Rules on abstracts, with dates and titles as witnesses; for records that have no title, or not yet.

The windows were measured on the seed lists (48 records of 35 papers) and on 2.8 million pairs of distinct abstracts of
one field. Lowest duplicate: ratio 60, first 120 characters 88, content words shared 0.60 (RLAIF, first and later
version); the next one 82 / 86 / 0.91. Highest distinct pair of the seeds: 54 / 72 / 0.39 (Gemma 2 and 3). Among the 2.8
million 40 reach ratio 54, eight reach 62, two reach 68 (two editions of a yearly report, two descriptions of one
system), none reaches 75. The day of submission is equal in all dated duplicates of the seeds and in no other pair.
As a trial by fire every abstract of a year was taken to be of one day, half of them with ids and half with titles: one
false merge in three runs of 2,385, of the two descriptions of one system.
"""

from __future__ import annotations

from papershelf.dedupe import guards
from papershelf.dedupe.compare import Pair
from papershelf.dedupe.rules.finding import LONG, Finding, abstracts, authors, dates


def same_heading(pair: Pair) -> Finding | None:
    """The same line of title and authors, 40 characters or more."""
    if len(pair.a.heading) < 40 or pair.a.heading != pair.b.heading:
        return None
    return Finding(98, ("same line of title and authors", *dates(pair)), guards.doubt(pair, sure=True))


def same_abstract(pair: Pair) -> Finding | None:
    """The same abstract, 200 characters or more."""
    if not pair.same_abstract or pair.shortest < LONG:
        return None
    said = ("same abstract", *dates(pair), *authors(pair))
    return Finding(97 if pair.same_day else 96, said, guards.doubt(pair, sure=True) or _long_apart(pair))


def abstract_cut_short(pair: Pair) -> Finding | None:
    """One abstract is the beginning of the other, 200 characters or more: a source showed only that much."""
    if not pair.begins or pair.shortest < LONG:
        return None
    said = (f"one abstract is the first {pair.shortest} characters of the other", *dates(pair), *authors(pair))
    return Finding(94, said, guards.doubt(pair) or _long_apart(pair))


def same_day(pair: Pair) -> Finding | None:
    """Submitted on the same day, and the abstracts are alike.

    By 80 %; or by 54 % with a common beginning (first 120 characters 75 %) and half of the content words; or by 65 %
    with 60 % of the content words, where a title confirms it: what it says stands in both abstracts. What a title says
    must never be missing from the other abstract: companion papers share a day, a group and a beginning. So what
    follows the beginning must have half of the content words in common, too.
    Nor may the abstracts be of one pattern, alike but for words put in the place of others.
    """
    if not pair.same_day or pair.shortest < LONG / 2:
        return None
    said = (*dates(pair), *abstracts(pair, 0), *authors(pair))
    if pair.ratio >= 80:
        return Finding(90 + (pair.ratio - 80) / 4, said, guards.doubt(pair) or _two_subjects(pair))
    beginning = pair.ratio >= 54 and pair.start >= 75 and pair.shared >= 0.5
    if not beginning and not (pair.ratio >= 65 and pair.shared >= 0.6 and pair.confirmed):
        return None
    doubt = guards.doubt(pair) or _later(pair) or _untold(pair) or _pattern(pair)
    doubt = doubt or ("" if pair.confirmed else _numbers(pair))
    return Finding(70 + (pair.ratio - 54) / 2, said, doubt)


def same_month(pair: Pair) -> Finding | None:
    """Submitted within a month, abstracts and their beginnings 80 % alike, and not of one pattern.

    Or 70 %, with 70 % of the content words, where a title confirms it: what it says stands in both abstracts.
    """
    if not pair.near or pair.shortest < LONG / 2:
        return None
    least = 70 if pair.confirmed and pair.shared >= 0.7 else 80
    if pair.ratio < least or pair.start < least:
        return None
    said = ("submitted within a month", *abstracts(pair, 0), *authors(pair))
    return Finding(85 + (pair.ratio - 80) / 2, said, guards.doubt(pair) or _two_subjects(pair))


def alike_abstract(pair: Pair) -> Finding | None:
    """No date to compare, but abstracts and their beginnings 80 % alike and 85 % of the content words shared.

    No number, name or term may be swapped for another. Without a title that stands in both abstracts: 90 % alike.
    """
    if pair.near is not None or pair.ratio < 80 or pair.start < 80 or pair.shortest < LONG:
        return None
    doubt = guards.doubt(pair) or _two_subjects(pair) or _numbers(pair)
    if pair.shared < 0.85:
        doubt = doubt or "each abstract says things that the other does not"
    if pair.ratio < 90 and not pair.confirmed and not pair.same_title:
        doubt = doubt or "neither dates nor titles confirm it"
    return Finding(80 + (pair.ratio - 80) / 2, (*abstracts(pair, 0), *authors(pair)), doubt)


def _two_subjects(pair: Pair) -> str:
    """One text, written for two subjects.

    Names may change with the version (other models are compared with), unless nothing confirms that it is one paper.
    """
    if pattern := _pattern(pair):
        return pattern
    if pair.names_differ and not pair.confirmed:
        return "each abstract has names that the other lacks"
    if pair.terms_differ:
        return "each abstract repeats terms that the other lacks"
    return _untold(pair)


def _pattern(pair: Pair) -> str:
    return guards.PATTERN if pair.template else ""


def _long_apart(pair: Pair) -> str:
    """Boiler-plate comes back after months; a text as long as this does not."""
    told = pair.near is not False or pair.same_title or pair.confirmed or pair.shortest >= 3 * LONG
    return "" if told else "their dates are far apart, and no title confirms it"


def _untold(pair: Pair) -> str:
    return f"the other abstract lacks “{', '.join(sorted(pair.untold))}” of the title" if pair.untold else ""


def _later(pair: Pair) -> str:
    return "they have little more than their beginning in common" if pair.shared_later < 0.5 else ""


def _numbers(pair: Pair) -> str:
    return "each abstract has numbers that the other lacks" if pair.numbers_differ else ""
