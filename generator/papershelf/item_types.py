"""What the item types of CSL are called (`model.RecordType`)."""

from __future__ import annotations

from papershelf.model import RecordType

NAMES: dict[RecordType, str] = {
    "article": "Preprint",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "bill": "Bill",
    "book": "Book",
    "chapter": "Book chapter",
    "dataset": "Dataset",
    "entry-encyclopedia": "Encyclopedia entry",
    "legal_case": "Legal case",
    "manuscript": "Manuscript",
    "motion_picture": "Video",
    "paper-conference": "Conference paper",
    "patent": "Patent",
    "post-weblog": "Blog post",
    "report": "Report",
    "review": "Review",
    "software": "Software",
    "speech": "Talk",
    "standard": "Standard",
    "thesis": "Thesis",
    "webpage": "Web page",
}
"""Without `document`, which says nothing."""
ARTICLES = frozenset[RecordType](["", "article", "article-journal", "document", "paper-conference"])
"""What a reading list is full of: not worth a word."""
