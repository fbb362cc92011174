"""arXiv's "Journal reference" field → where a paper was published.

Format: https://info.arxiv.org/help/prep.html#journal-reference asks for journal, volume, year and pages, in no order:

    Phys. Rev. D 976, 913009 (2007)          J. Rivers 12 (2020) 1-10        J.Riv.A40:123-145,2007
    IEEE Trans. Rivers, vol. 60, no. 3, pp. 1-10, March 2014

Only what is wholly understood is taken; of anything else (`Proc. of the 3rd Workshop …, pp. 66-69`) the rules for
comments may know the venue.
"""

from __future__ import annotations

import re

from papershelf.model import Publication
from papershelf.readers import comments

LONGEST = 300
_VENUE = r"(?P<venue>[A-Z][^\W\d]*(?:[ .,&:()-]{1,3}[^\W\d]+){0,14}\.?)"
_VOLUME = r"[ ,]{0,2}(?:(?i:vol(?:ume)?)\.?\s?)?(?P<volume>[A-Z]?[0-9]{1,5})"
_NUMBER = r"(?:\s?\((?P<bracketed>[0-9]{1,4}(?:-[0-9]{1,4})?)\)|,?\s?(?i:no|nr|issue)\.?\s?(?P<number>[0-9]{1,4}))?"
_PAGE = r"[A-Za-z]?[0-9]{1,8}"
_PAGES = rf"(?i:pp?\.?\s?|pages\s|article\s)?(?P<pages>{_PAGE}(?:\s?[-–]{{1,2}}\s?{_PAGE})?)"
_YEAR = r"(?:[A-Z][a-z]{2,8}\.?\s)?(?P<year>(?:19|20)[0-9]{2})"
_BEFORE_VOLUME = re.compile(r"[ ,:]*(?:\bvol(?:ume)?\.?)?$", re.I)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_VENUE}{_VOLUME}{_NUMBER},?\s?\({_YEAR}\)(?:[ ,:]{{1,2}}{_PAGES})?",
        rf"{_VENUE}{_VOLUME}{_NUMBER}[ ,:]{{1,2}}{_PAGES}(?:,?\s?\({_YEAR}\)|,\s?{_YEAR.replace('year', 'bare')})",
        rf"{_VENUE}{_VOLUME}{_NUMBER},?\s{_YEAR}",
    )
)


def publication(reference: str) -> Publication | None:
    """What a journal reference states, where it can be told."""
    reference = " ".join(reference.split()).rstrip(".")
    if not reference or len(reference) > LONGEST:
        return None
    for form in _FORMS:
        if m := form.fullmatch(reference):
            found = m.groupdict()
            first, _, last = re.sub(r"\s?[-–]{1,2}\s?", "-", found.get("pages") or "").partition("-")
            return Publication(
                venue=_BEFORE_VOLUME.sub("", m["venue"]),
                year=int(found["year"] or found["bare"]),
                volume=m["volume"],
                number=m["number"] or m["bracketed"],
                first_page=first or None,
                last_page=last or None,
            )
    return comments.publication((reference,))
