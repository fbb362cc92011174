"""What the words of an item are: labels of links, venues, years, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from papershelf.readers.pointers import pointer
from papershelf.venues import kind

_LABEL_WORDS_WORDS = """
abs abstract acl acm appendix archive arxiv axriv atiny available authors author bib bibtex biorxiv blog blogpost
book chapter citation cite code codes colab data dataset datasets demo doc docs documentation doi download elsevier
eprint extended full github gitlab here homepage html huggingface hf ieee implementation jax keras link links main
media medrxiv model models news note notes notebook official openaccess openreview original page pages paper papers
pdf post poster preprint presentation press project publication pubmed python pytorch read readme repo repository
report review scholar science sciencedirect semantic site slide slides source springer star stars summary survey
supp supplement supplementary suppl supplemental talk tech technical tensorflow tf thesis third party torch tutorial
tweet twitter unofficial url version video videos voxel web webpage website weights weight wiley x youtube zenodo
checkpoint checkpoints the by in on at and of for with our their a to us see free online access short long
slideslive pwc papers-with-code zotero
"""
_LABEL_WORDS = frozenset(_LABEL_WORDS_WORDS.split())
_PAPER_LABELS_WORDS = """
paper papers pdf arxiv abs abstract preprint thesis doi openreview acm ieee springer acl publication eprint biorxiv
medrxiv pubmed article sciencedirect book chapter elsevier wiley technical manuscript
"""
_PAPER_LABELS = frozenset(_PAPER_LABELS_WORDS.split())
_CODE_LABELS = frozenset(
    [
        "code",
        "codes",
        "github",
        "repo",
        "repository",
        "implementation",
        "pytorch",
        "tensorflow",
        "keras",
        "jax",
        "tf",
        "torch",
    ]
)
_PAPER_HOSTS = re.compile(
    r"(?:www\.)?(?:ieeexplore\.ieee\.org/(?:abstract/)?(?:document|stamp|xpl)|dl\.acm\.org|delivery\.acm\.org|sciencedirect\.com/science"
    r"|link\.springer\.com|nature\.com/articles|science\.org/doi|pnas\.org|papers\.n(?:eur)?ips\.cc|proceedings\.(?:neurips|nips)\.cc"
    r"|proceedings\.mlr\.press|jmlr\.(?:org|csail\.mit\.edu)/|openaccess\.thecvf\.com|cv-foundation\.org/+openaccess"
    r"|(?:ojs\.)?aaai\.org/(?:index|ocs|ojs|papers)|ijcai\.org/|isca-(?:speech|archive)\.org/|usenix\.org/(?:conference|system)"
    r"|ecva\.net/papers|bmvc\d*\.|bmva\.org|roboticsproceedings\.org|semanticscholar\.org/paper|pdfs\.semanticscholar\.org"
    r"|researchgate\.net/(?:publication|profile)|papers\.ssrn\.com|hal\.(?:science|inria\.fr|archives-ouvertes\.fr)|hal-\w+\.archives-ouvertes\.fr|eprint\.iacr\.org/\d"
    r"|biorxiv\.org|medrxiv\.org|osf\.io/preprints|psyarxiv\.com|openreview\.net|aclanthology\.|aclweb\.org|tandfonline\.com|onlinelibrary\.wiley\.com"
    r"|journals\.|academic\.oup\.com|direct\.mit\.edu|cell\.com/|jair\.org/|mdpi\.com/\d|frontiersin\.org/articles|distill\.pub/\d"
    r"|transformer-circuits\.pub/\d|arxiv\.org/(?:abs|pdf|html))",
    re.I,
)
_CODE_HOSTS = re.compile(
    r"(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|gist\.github\.com|huggingface\.co/(?!papers)|colab\.)", re.I
)
_YEAR = r"(?:19[5-9]|20[0-4])[0-9]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"[(\[]?\s*(?:on\s+)?(?P<year>{_YEAR})(?:\s?[./-]\s?(?P<month>0?[1-9]|1[0-2])(?:\s?[./-]\s?(?P<day>[0-3]?[0-9]))?)?\s*[)\]]?"
    rf"|[(\[]?\s*(?:[0-3]?[0-9]\s+)?(?P<word>{_MONTH})(?:\s+[0-3]?[0-9])?,?\s+(?P<year2>{_YEAR})\s*[)\]]?"
)
_MANNER = (
    r"(?:[\s,(-]*\b(?:oral|spotlight|poster|workshops?|findings|highlight|best paper(?: award)?|long|short|demo"
    r"|tutorial)\b[\s)]*)*"
)
_VENUE = re.compile(
    rf"(?:in\s+|at\s+|accepted\s+(?:at|by|to|in)\s+|published\s+in\s+)?(?:the\s+)?(?P<name>[^\d\s(\[][^()\[\]]{{0,120}}?|\d{{1,2}}(?:st|nd|rd|th)\s[^()\[\]]{{0,100}}?|3DV)"
    rf"[\s,'’`-]*(?P<year>{_YEAR}|(?<=['’`])[0-9]{{2}})(?P<manner>{_MANNER})",
    re.I,
)
_ARXIV = re.compile(
    (
        rf"(?:arxiv|ar\s?xiv\.org|corr|pre-?print)\b(?:\s+(?:pre-?print"
        rf"|on))*[\s,:]*(?:(?:[0-3]?[0-9]\s+)?(?:{_MONTH})\s*(?:[0-3]?[0-9],?\s*)?)?"
        rf"(?P<year>{_YEAR})?(?:[./-][0-9]{{1,2}})*"
    ),
    re.I,
)
_ACRONYM = re.compile(
    r"(?:[A-Z][a-z]{0,3})?[A-Z]{2,}[A-Za-z0-9+&]*(?:[-/@][A-Za-z0-9]+)*|NeurIPS|CoRL|CoNLL|InterSpeech"
    r"|Interspeech|SemEval|SIGdial|EuroSys|MobiCom|MobiSys|TinyML|MLSys|Humanoids"
)
_SAYS_SO = re.compile(
    (
        r"(?:in\s+)?(?:the\s+)?(?:proc(?:\.|eedings)|journal of|ieee|acm|transactions|annals of"
        r"|international (?:conference|journal)|workshop on|findings of|advances in neural)\b"
    ),
    re.I,
)
_LITTLE = frozenset(
    [
        "of",
        "on",
        "the",
        "and",
        "for",
        "in",
        "&",
        "@",
        "workshop",
        "workshops",
        "findings",
        "track",
        "demo",
        "industry",
        "main",
        "conference",
    ]
)
# Capitals that are no venues.
_NO_VENUES_WORDS = """
ACM IEEE PMLR LNCS LLM LLMS GPT BERT RL NLP AI ML CV API PDF SOTA RNN CNN GAN GNN QA GPU TODO NEW USA UK MIT CMU
"""
_NO_VENUES = frozenset(_NO_VENUES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Published:
    """A statement of where and when."""

    venue: str = ""
    year: str = ""
    month: str = ""


def is_label(text: str) -> bool:
    """Whether the text of a link says what kind of thing is linked, rather than what it is called: `[pdf]`, `[Code]`,
    `[arXiv 2019]`, `[PyTorch (official)]`."""
    return len(text) <= 60 and _is_label(text)


@lru_cache(maxsize=20_000)
def _is_label(text: str) -> bool:
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.lower())
    named = [word for word in words if not word.isdecimal()]
    if all(word in _LABEL_WORDS or len(word) < 2 for word in named):
        return True
    return published(text.strip(" []().,")) is not None and len(words) < 8


def is_paper_label(text: str) -> bool:
    words = re.findall(r"[^\W_]+", text.lower())
    return any(word in _PAPER_LABELS for word in words) and not any(word in _CODE_LABELS for word in words)


def is_code_label(text: str) -> bool:
    return any(word in _CODE_LABELS for word in re.findall(r"[^\W_]+", text.lower()))


def is_code(url: str) -> bool:
    """Whether an address is a repository's."""
    return _CODE_HOSTS.match(url.partition("://")[2]) is not None


def points_to_a_paper(url: str) -> bool:
    """Whether an address is a paper's, as far as the address tells."""
    if pointer(url):
        return True
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    page = f"{parts.netloc}{parts.path}"
    return parts.path.lower().endswith(".pdf") or bool(_PAPER_HOSTS.match(page) and not _CODE_HOSTS.match(page))


def published(text: str, surely: bool = False) -> Published | None:
    """The venue and year, or the date, that `text` is made of; `surely`: it is set off as only a venue would be."""
    text = " ".join(text.split()).strip(' .,;:()[]*_"“”')
    return _published(text, surely) if text and len(text) <= 200 else None


@lru_cache(maxsize=20_000)
def _published(text: str, surely: bool) -> Published | None:
    if m := _DATE.fullmatch(text):
        word = m["word"]
        return Published("", m["year"] or m["year2"], m["month"] or (word.rstrip(".") if word else ""))
    if m := _ARXIV.fullmatch(text):
        return Published("arXiv", m["year"] or "")
    m = _VENUE.fullmatch(text)
    if m and (surely or is_venue(m["name"])):
        year = m["year"] if len(m["year"]) == 4 else ("20" if int(m["year"]) < 50 else "19") + m["year"]
        name = m["name"].strip(" ,.'’`-")
        manner = re.search(r"workshops?|findings", m["manner"] or "", re.I)
        return Published(f"{name} {manner[0]}" if manner else name, year) if name else None
    if not re.search(r"\d", text) and is_venue(text, alone=True):
        return Published(text)
    return None


def is_venue(name: str, alone: bool = False) -> bool:
    """Whether `name` is a venue's: one that is known or says so; with a year behind it, acronyms are as well. `alone`:
    no year stands behind it.
    """
    words = [word.strip(",.()'’:") for word in name.strip(" ,.'’").split()]
    if (
        not words
        or len(words) > 14
        or not all(word[:1].isupper() or word.lower() in _LITTLE or not word for word in words)
    ):
        return False
    if ":" in name:
        return False
    if kind(name.strip(" ,.'’")) and (not alone or len(words) < 4 or _SAYS_SO.match(name)):
        return True
    if alone or len(words) > 5:
        return False
    acronyms = [word for word in words if _ACRONYM.fullmatch(word)]
    others = [word for word in words if word not in acronyms and word.lower() not in _LITTLE]
    return bool(acronyms) and not others and not any(word.upper() in _NO_VENUES for word in acronyms)
