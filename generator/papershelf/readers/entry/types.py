"""The kind of an entry in the words of any format → the word of the Citation Style Language.

Sources: BibTeX and BibLaTeX entry types; Zotero's item types (https://api.zotero.org/schema); Scopus' and Web of
Science's document types; Crossref's types (https://api.crossref.org/types) and OpenAlex'; CSL's own.
"""

from __future__ import annotations

import re
from typing import get_args

from papershelf.model import RecordType

_OTHERS: dict[RecordType, str] = {
    "article": "preprint eprint workingpaper postedcontent",
    "article-journal": (
        "article journalarticle journal journalpaper articleinpress reviewarticle reviewpaper shortsurvey editorial "
        "editorialmaterial letter note erratum correction datapaper earlyaccess clinicaltrial researcharticle "
        "originalarticle articleearlyaccess bookreview"
    ),
    "article-magazine": "magazinearticle magazine",
    "article-newspaper": "newspaperarticle newspaper newsitem",
    "bill": "statute hearing",
    "book": (
        "book books wholebook mvbook collection mvcollection proceedings monograph editedbook referencebook bookset "
        "bookseries conferenceproceedings booklet"
    ),
    "chapter": "incollection inbook bookchapter booksection bookpart booktrack suppbook suppcollection chapter",
    "dataset": "dataset data database",
    "document": "document",
    "entry-encyclopedia": "encyclopediaarticle dictionaryentry referenceentry inreference reference",
    "legal_case": "case",
    "manuscript": "manuscript unpublished",
    "motion_picture": "film videorecording tvbroadcast",
    "paper-conference": (
        "inproceedings conference conferencepaper proceedingspaper proceedingsarticle meetingabstract "
        "conferenceabstract articleproceedingspaper conferencereview conferencearticle"
    ),
    "patent": "patent",
    "post-weblog": "blogpost blog post forumpost",
    "report": "report techreport technicalreport reportcomponent reportseries",
    "review": "peerreview",
    "software": "computerprogram software program code",
    "speech": "presentation talk lecture poster",
    "standard": "standard",
    "thesis": "thesis phdthesis mastersthesis dissertation doctoralthesis masterthesis bachelorthesis",
    "webpage": "webpage website online electronic web www",
}
_KINDS: dict[str, RecordType] = {word: kind for kind, words in _OTHERS.items() for word in words.split()}
_CSL = frozenset(kind for kind in get_args(RecordType) if kind)


def record_type(word: str) -> RecordType:
    """`inproceedings`, `Conference Paper`, `journalArticle`, `proceedings-article` → CSL's word; empty for others.

    A bare `article` is a journal's: only CSL itself calls a preprint so, and a reader of CSL asks before it asks here.
    """
    word = word.strip()[:60]
    squeezed = re.sub(r"[^a-z]", "", word.lower())
    if squeezed != "article" and word in _CSL:
        return word  # type: ignore[return-value]
    return _KINDS.get(squeezed) or _KINDS.get(re.sub(r"[^a-z]", "", word.lower().partition(";")[0]), "")
