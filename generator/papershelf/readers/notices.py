"""What arXiv says of a paper that its authors or arXiv itself took back: there is no field for it, only words in the
comment or in place of the abstract. https://info.arxiv.org/help/withdraw.html

    This paper has been withdrawn by the author due to an error in Lemma 2
    This submission has been withdrawn by arXiv          Withdrawn by the authors: Theorem 1 is wrong

It must be said of the paper itself: not of a claim or an earlier version of it, nor of what was withdrawn from a
conference only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAPER = r"(?:arxiv )?(?:paper|article|manuscript|submission|pre-?print|e-?print|work|draft|note|document|version)"
_DONE = r"(?:withdrawn|retracted)"
_HOW = r"(?:(?:now|temporarily|hereby|voluntarily|permanently|formally|officially|being) )?"
_FROM_ELSEWHERE = r"(?! (?:by (?:the )?authors? )?from (?!(?:the )?arxiv))"
_START = r"(?:^|[.;:!?)\]\"”,–—-]\s+|\b(?:and|so|therefore|thus|hence|admin:|note:)\s+)"
_SAID = re.compile(
    rf"{_START}(?:"
    # This paper has been withdrawn; the paper is withdrawn; paper withdrawn; this version is withdrawn
    rf"(?:this |the |our |present ){{0,2}}{_PAPER}(?: (?:has|have) been| is| was| will be)? {_HOW}{_DONE}\b"
    # The authors have withdrawn this paper; we withdraw the manuscript
    r"|(?:the authors?(?:\(s\))?|we|i|arxiv|arxiv admin(?:istrator)?s?)(?: have| has| hereby| now){0,2} "
    rf"(?:withdrawn?|withdraws|withdrew|retract(?:ed|s)?) (?:this|the|our|my) {_PAPER}\b"
    rf"){_FROM_ELSEWHERE}",
    re.I,
)
_BARE = re.compile(
    rf"[\W_]*{_HOW}{_DONE}{_FROM_ELSEWHERE}"
    r"(?= ?(?:[.;:,!)\]–—-]|$)| (?:by|due|because|for|as|since|until|pending|while|on|in (?:order|favou?r)|to|from) )",
    re.I,
)
_LONGEST = 3_000


def withdrawn(comments: Iterable[str], abstract: str | None) -> bool:
    """Whether the comments or the abstract say that the paper was withdrawn."""
    said = [" ".join(comment[:_LONGEST].split()) for comment in comments]
    if any(_BARE.match(comment) or _SAID.search(comment) for comment in said):
        return True
    return bool(abstract) and _SAID.search(" ".join((abstract or "")[:_LONGEST].split())) is not None
