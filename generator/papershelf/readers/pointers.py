"""What points to a paper: an id or an address → the ids it states.

Only what an id or address says itself is taken; no id is made from another one. Forms:
arXiv and DOI                    `identifiers`; publishers that have the DOI in the address
ACL Anthology                    https://aclanthology.org/info/ids/ (`P18-1001`, `2020.acl-main.1`)
OpenReview                       https://openreview.net/forum?id=ID, also /pdf?id=ID
PubMed, PubMed Central           https://pubmed.ncbi.nlm.nih.gov/ID/, https://pmc.ncbi.nlm.nih.gov/articles/PMCID/
Semantic Scholar                 https://api.semanticscholar.org/api-docs (40 hexadecimal digits, `CorpusID:1234`)
ISBN                             https://www.isbn-international.org/ (check digits are checked)
DBLP, PMLR, JMLR, NeurIPS, CVF   the path of a paper's page
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from papershelf import identifiers

LONGEST = 1000
"""No id or address of a paper is longer."""
ACL = r"[A-Z][0-9]{2}-[0-9]{4}|(?:19|20)[0-9]{2}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+"
_NUMBER = r"[1-9][0-9]{0,9}"
_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s/?#]+\.[^\s/?#]+)([/?#]\S*)?", re.I)
# Sites that show arXiv papers under addresses of their own.
_ARXIV_SITES = re.compile(
    r"(?:ar5iv\.org/(?:abs|html|pdf)|arxiv-vanity\.com/papers|papers\.cool/arxiv|semanticscholar\.org/arxiv"
    r"|scholar\.archive\.org/arxiv|arxiv\.org/(?:abs|pdf|html)|doi2bib\.org/bib)/(\S+)|api\.semanticscholar\.org/arxiv:(\S+)",
    re.I,
)
# Publishers with the DOI in the address. Elsewhere a path with `10.1234/` in it may mean anything.
_DOI_SITES = re.compile(
    r"(?:dl\.acm\.org|link\.springer\.com|(?:[a-z0-9-]+\.)*wiley\.com|journals\.[a-z]+\.(?:org|com)|science\.org"
    r"|(?:science|advances)\.sciencemag\.org|pnas\.org|pubs\.[a-z]+\.(?:org|com)|(?:bio|med)rxiv\.org|tandfonline\.com|iopscience\.iop\.org"
    r"|direct\.mit\.edu|mitpressjournals\.org|royalsocietypublishing\.org|annualreviews\.org|epubs\.siam\.org"
    r"|worldscientific\.com|frontiersin\.org|peerj\.com|emerald\.com|ahajournals\.org|degruyter\.com|doi\.ieeecomputersociety\.org)"
    r"/(?:[a-z-]+/){0,4}(10\.[0-9]{4,9}/[^\s?#]+)",
    re.I,
)
_BEHIND_A_DOI = re.compile(
    (
        r"(?:/(?:abstract|full|fulltext|html|pdf|epdf|meta|summary|references|full/html|abs)|\.(?:pdf|full"
        r"|abstract|short))+/?$"
    ),
    re.I,
)
_PREPRINT_VERSION = re.compile(r"(?<=[0-9])v[0-9]+$")
_SITES = tuple(
    (scheme, re.compile(pattern, re.I))
    for scheme, pattern in (
        (
            "acl",
            r"(?:aclanthology\.(?:org|info)|aclweb\.org/anthology(?:-new)?|anthology\.aclweb\.org|aclanthology\.coli\.uni-saarland\.de)/"
            rf"(?:papers/)?(?:[A-Z]/[A-Z][0-9]{{2}}/)?({ACL})(?![0-9])",
        ),
        ("openreview", r"openreview\.net/(?:forum|pdf|references/pdf|attachment)/?\?(?:[^#\s]*&)?id=([\w-]{5,40})"),
        ("pmcid", r"(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(PMC[0-9]+)"),
        ("pmcid", r"europepmc\.org/(?:article|articles)/(?:pmc/)?(PMC[0-9]+)"),
        (
            "pmid",
            rf"(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:ncbi\.nlm\.nih\.gov|pubmed\.gov)(?:/pubmed)?)/({_NUMBER})(?![\w.])",
        ),
        ("pmid", rf"europepmc\.org/(?:article|abstract)/MED/({_NUMBER})"),
        ("corpusid", rf"(?:api\.)?semanticscholar\.org/CorpusID:({_NUMBER})"),
        ("semanticscholar", r"(?:api\.)?semanticscholar\.org/paper/(?:[^/?#]*/)?([0-9a-f]{40})(?![0-9a-f])"),
        (
            "dblp",
            (
                r"dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/rec/(?:html/|bibtex/)?((?:conf|journals|books|phd"
                r"|series)/[\w/-]+)"
            ),
        ),
        (
            "pmlr",
            r"(?:proceedings\.mlr\.press|jmlr\.org/proceedings/papers)/(v[0-9]+/[\w-]+?)(?:/[\w-]+)?\.(?:html|pdf)",
        ),
        ("jmlr", r"jmlr\.(?:org|csail\.mit\.edu)/papers/(v[0-9]+/[\w-]+)\.html"),
        (
            "neurips",
            r"(?:papers|proceedings)\.n(?:eur)?ips\.cc/paper(?:_files/paper)?/[0-9]{4}/(?:hash|file)/([0-9a-f]{32})-",
        ),
        (
            "cvf",
            r"openaccess\.thecvf\.com/(?:content[\w/]*?/)?(?:html|papers)/(?:w[0-9]+/)?([\w.-]+?_paper)\.(?:html|pdf)",
        ),
    )
)
_IDS = tuple(
    (scheme, re.compile(pattern, re.I))
    for scheme, pattern in (
        ("acl", rf"(?:acl(?:\s*anthology)?\s*:\s*)?({ACL})(?:\.pdf)?"),
        ("openreview", r"openreview\s*:\s*([\w-]{5,40})"),
        ("pmid", rf"(?:pmid|pubmed(?:\s*id)?)\s*:?\s*({_NUMBER})"),
        ("pmcid", r"(?:pmcid\s*:?\s*)?(PMC[0-9]{3,10})(?:\.[0-9])?"),
        ("corpusid", rf"(?:corpus\s*id|s2cid)\s*:?\s*({_NUMBER})"),
        ("semanticscholar", r"(?:s2(?:id)?|semantic\s*scholar)\s*:\s*([0-9a-f]{40})"),
        ("dblp", r"dblp\s*:\s*((?:conf|journals|books|phd|series)/[\w/-]+)"),
    )
)
_PAGES = {
    "acl": "https://aclanthology.org/{}/",
    "openreview": "https://openreview.net/forum?id={}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "corpusid": "https://api.semanticscholar.org/CorpusID:{}",
    "semanticscholar": "https://www.semanticscholar.org/paper/{}",
    "dblp": "https://dblp.org/rec/{}",
}
_ISBN = re.compile(r"(?:isbn(?:[- ]?1[03])?\s*:?\s*)([0-9][0-9 -]{8,15}[0-9Xx])|(97[89][0-9-]{10,14})", re.I)


@dataclass(frozen=True, slots=True)
class Pointer:
    """The ids that one id or address states; empty where it states none of a kind."""

    arxiv: str = ""
    """With its version: `2401.12345v2`."""
    doi: str = ""
    other: tuple[str, str] = ("", "")
    """(scheme, id)"""
    address: str = ""
    """The paper's page, besides arXiv's and the DOI's."""


def pointer(text: str) -> Pointer | None:
    """What `text`, an id or an address and nothing else, points to; None where that is no paper."""
    text = text.strip().strip("<>").rstrip(".,;")
    return _pointer(text) if text and len(text) <= LONGEST else None


@lru_cache(maxsize=20_000)
def _pointer(text: str) -> Pointer | None:
    if found := _arxiv(text):
        return Pointer(arxiv=found)
    if "://" in text:
        return _in_address(text)
    if found := identifiers.doi(text):
        return Pointer(doi=found)
    for scheme, pattern in _IDS:
        if m := pattern.fullmatch(text):
            return _other(scheme, m[1])
    if text.lower().startswith(("openreview.net/", "aclanthology.org/", "dl.acm.org/", "pubmed.ncbi.")):
        return _in_address(f"https://{text}")
    number = isbn(text)
    return Pointer(other=("isbn", number)) if number else None


def isbn(text: str) -> str | None:
    """The ISBN that `text` states, in its 13 or 10 digits without hyphens; None where its check digit is wrong."""
    m = _ISBN.fullmatch(text.strip())
    digits = re.sub("[ -]", "", m[1] or m[2]).upper() if m else ""
    if len(digits) == 13 and digits.isdecimal():
        right = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10 == 0
    elif len(digits) == 10 and digits[:9].isdecimal():
        right = sum((10 - i) * (10 if digit == "X" else int(digit)) for i, digit in enumerate(digits)) % 11 == 0
    else:
        right = False
    return digits if right else None


def _arxiv(text: str) -> str | None:
    found = identifiers.arxiv_id(text)
    return _with_version(*found) if found else None


def _with_version(ident: str, version: int | None) -> str:
    return f"{ident}v{version}" if version else ident


def _in_address(text: str) -> Pointer | None:
    m = _ADDRESS.fullmatch(text)
    if not m:
        return None
    if found := identifiers.doi(text):
        arxiv = _arxiv(found)
        return Pointer(arxiv=arxiv) if arxiv else Pointer(doi=found)
    page = m[1] + (m[2] or "")
    if site := _ARXIV_SITES.match(page):
        found = _arxiv(re.split("[&%?#]", site[1] or site[2])[0])
        return Pointer(arxiv=found) if found else None
    if "10." in page and (site := _DOI_SITES.match(unquote(page) if "%2f" in page.lower() else page)):
        found = identifiers.doi(_BEHIND_A_DOI.sub("", site[1]))
        if found and "rxiv.org" in page:
            found = _PREPRINT_VERSION.sub("", found)
        return Pointer(doi=found) if found else None
    for scheme, pattern in _SITES:
        if site := pattern.match(page):
            return _other(scheme, site[1], text)
    return None


def _other(scheme: str, ident: str, address: str = "") -> Pointer:
    if scheme == "acl":
        ident = ident.upper() if "." not in ident else ident.lower()
    elif scheme == "pmcid":
        ident = ident.upper()
    elif scheme == "semanticscholar":
        ident = ident.lower()
    return Pointer(other=(scheme, ident), address=_PAGES[scheme].format(ident) if scheme in _PAGES else address)
