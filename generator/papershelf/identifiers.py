"""arXiv identifiers and categories, DOIs: recognise, normalise, address.

Formats: https://info.arxiv.org/help/arxiv_identifier.html (new style since 2007-04: YYMM.NNNN, five digits since
2015-01; old style archive[.subject]/YYMMNNN, 1991-08 to 2007-03) and https://www.doi.org/doi-handbook/HTML/
(10.prefix/suffix, case-insensitive). Taxonomy: https://arxiv.org/category_taxonomy.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

OLD_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    "q-alg|q-bio|quant-ph|solv-int|supr-con"
)
# The number of digits is fixed by the date, so that text glued to an id ("arXiv:2407.146223D vision") still parses:
# five since 1501, four before. [0-9], not \d: a full-width digit is no digit of an id.
NEW_ID = (
    r"(?:(?:1[5-9]|[2-9][0-9])(?:0[1-9]|1[0-2])\.[0-9]{5}"
    r"|(?:07(?:0[4-9]|1[0-2])|(?:0[89]|1[0-4])(?:0[1-9]|1[0-2]))\.[0-9]{4})"
)
OLD_ID = rf"(?:(?:{OLD_ARCHIVES})(?:\.[A-Z]{{2}})?/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])[0-9]{{3}})"
ARXIV_ID = rf"(?:{NEW_ID}|{OLD_ID})"
# Where people copy addresses from: arxiv.org and its mirrors, and sites that show arXiv papers under the same path.
_SITES = r"(?:[a-z0-9-]+\.)*arxiv\.org|alphaxiv\.org|huggingface\.co/papers"
_PATH = r"(?:(?:abs|pdf|html|format|ps|e-print|src|overview)/)?"
_ARXIV = re.compile(
    rf"(?:arxiv:\s*|(?:https?://)?(?:www\.)?(?:{_SITES})/{_PATH}"
    r"|(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.)?"
    rf"({ARXIV_ID})(?:v([1-9][0-9]{{0,2}}))?(?:\.pdf|\.ps|\.gz)?/?(?:[?#]\S*)?",
    re.I | re.A,
)
_DOI = re.compile(r"(?:doi:\s*|(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)", re.I | re.A)


def arxiv_id(text: str) -> tuple[str, int | None] | None:
    """The arXiv id and version that `text` states and nothing else, or None.

    Takes ids, `arXiv:` ids, addresses of arXiv and arXiv DOIs. A subject class of old ids is dropped: `math.GT/0309136`
    and `math/0309136` are the same paper.
    """
    m = _ARXIV.fullmatch(text.strip())
    return (canonical(m[1]), int(m[2]) if m[2] else None) if m else None


def canonical(ident: str) -> str:
    """The one spelling of an arXiv id: lower case, without subject class."""
    return re.sub(r"\.[a-z]{2}/", "/", ident.lower())


def doi(text: str) -> str | None:
    """The DOI that `text` states and nothing else, lower-case and without resolver, or None.

    Punctuation of the sentence around it is dropped; a closing bracket stays if it was opened
    (`10.1016/s0140(99)12345`).
    """
    text = text.strip()
    m = _DOI.fullmatch(unquote(text) if "%2f" in text.lower() else text)
    if not m:
        return None
    found = m[1].lower()
    while found[-1] in ".,;:\"'>" or any(found[-1] == b and found.count(b) > found.count(a) for a, b in ("()", "[]")):
        found = found[:-1]
    return found if not found.endswith("/") else None


def arxiv_year_month(ident: str) -> tuple[int, int]:
    """Year and month in which an arXiv id was issued; the month of announcement, not of submission."""
    digits = ident.split("/")[-1]
    yy, mm = int(digits[:2]), int(digits[2:4])
    return (1900 if "/" in ident and yy > 90 else 2000) + yy, mm


def arxiv_url(ident: str, kind: str = "abs") -> str:
    """Address of a paper at arXiv; `kind` is `abs`, `pdf` or `html`."""
    return f"https://arxiv.org/{kind}/{ident}"


def page_id(arxiv: str | None, doi: str | None) -> str | None:
    """The id under which a paper is addressed here, or None where it has neither arXiv id nor DOI.

    `2507.05201`, `cs-0112017`, `doi-10.18653-v1-2023.acl-long.344`: characters that mean something in a path become
    `-`.
    """
    if arxiv:
        return arxiv.replace("/", "-")
    if doi:
        return "doi-" + re.sub(r"[^a-z0-9.]+", "-", doi).strip("-.")
    return None


# Every category, by archive.
_CATEGORIES = """
cs: AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC SD SE
cs: SI SY
math: AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT SG SP ST
stat: AP CO ME ML OT TH
q-bio: BM CB GN MN NC OT PE QM SC TO
q-fin: CP EC GN MF PM PR RM ST TR
eess: AS IV SP SY
econ: EM GN TH
physics: acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph
physics: hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph
astro-ph: CO EP GA HE IM SR
cond-mat: dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con
nlin: AO CD CG PS SI
"""
_WITHOUT_SUBJECTS = "gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph"
WHOLE_ARCHIVES = frozenset(_WITHOUT_SUBJECTS.split())
# Archives that had no subjects once: their papers of that time have the archive as category.
_ONCE_WHOLE = frozenset({"astro-ph", "cond-mat"})
# In lower case -> every category that has that name: `cs.cl` and `cl` -> cs.CL, `cv` -> cs.CV and math.CV. cs stands
# first.
_MEANINGS: dict[str, tuple[str, ...]] = {name: (name,) for name in WHOLE_ARCHIVES | _ONCE_WHOLE}
for _line in _CATEGORIES.strip().splitlines():
    _archive, _codes = _line.split(":")
    for _code in _codes.split():
        _MEANINGS[f"{_archive}.{_code}".lower()] = (f"{_archive}.{_code}",)
        _MEANINGS[_code.lower()] = (*_MEANINGS.get(_code.lower(), ()), f"{_archive}.{_code}")
# Alias archives of one category (cs.SY = eess.SY, math.IT = cs.IT, math.NA = cs.NA, math.MP = math-ph, math.ST =
# stat.TH, q-fin.EC = econ.GN) count as ambiguous all the same: which of the two names a source meant is not known.


def category(code: str) -> tuple[str | None, bool, tuple[str, ...]]:
    """The arXiv category that `code` means, upper or lower case: (category or None, inferred, all that it may mean).

    `cs.CL` is itself; `CL` is cs.CL, since no other archive has that code; `CV` is cs.CV *inferred* (math.CV is
    possible): cs where it exists, else unknown, with all candidates for a Question.
    """
    found = _MEANINGS.get(code.strip().lower(), ())
    if len(found) == 1:
        return found[0], False, found
    if found and found[0].startswith("cs."):
        return found[0], True, found
    return None, False, found
