"""What Zotero calls the types of CSL, and where it has no type for one, the nearest.

https://github.com/zotero/zotero-schema (csl.types); its RDF translator takes `z:itemType` for the type, which is the
only way to a preprint.
"""

from __future__ import annotations

from papershelf.model import RecordType

TYPES: dict[RecordType, str] = {
    "article": "preprint",
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "chapter": "bookSection",
    "dataset": "dataset",
    "document": "document",
    "entry-encyclopedia": "encyclopediaArticle",
    "legal_case": "case",
    "manuscript": "manuscript",
    "motion_picture": "film",
    "paper-conference": "conferencePaper",
    "patent": "patent",
    "post-weblog": "blogPost",
    "report": "report",
    "review": "journalArticle",
    "software": "computerProgram",
    "speech": "presentation",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""For every type that `exports.csl.type_of` gives."""
