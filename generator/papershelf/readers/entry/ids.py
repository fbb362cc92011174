"""DOI, arXiv id and other ids, wherever an entry states them: in their own fields, in addresses, in notes, as venue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papershelf import identifiers
from papershelf.readers.comments import code_addresses
from papershelf.readers.entry.dois import doi_in
from papershelf.readers.entry.markup import plain
from papershelf.readers.pointers import pointer
from papershelf.text import is_web_address

LONGEST = 2_000
"""No id, address or line with one is longer."""
_SHORT_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10/[a-z0-9]{2,20})", re.I | re.A)
"""https://shortdoi.org/: what it is short for cannot be known without asking."""
_IDENT = re.compile(
    rf"(?<![\w./-])(?:arxiv\s*[:.]?\s*|abs/)*({identifiers.ARXIV_ID})(?:v([1-9][0-9]{{0,2}}))?(?![\w/]|\.[0-9])"
    r"(?:\s*\[([a-z-]+(?:\.[a-z-]{2,12})?)\])?",
    re.I | re.A,
)
_ONLY_AN_IDENT = re.compile(
    rf"\(?(?:e-?print|(?:arxiv\s+)?(?:e-?)?pre-?prints?|available\s+as|also|see|_eprint|number)?\s*:?\s*{_IDENT.pattern}"
    r"(?:\s+version:?\s*[0-9]+)?[).\s]*",
    re.I | re.A,
)
_OF_ARXIV = re.compile(r"arxiv[:.]|https?://|[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?\Z", re.I | re.A)
_CATEGORY = re.compile(r"\[([a-z-]+(?:\.[a-z-]{2,12})?)\]", re.I | re.A)
_ARXIV_VENUE = re.compile(
    r"(?:arxiv\b|corr(?![\w-])(?=\s*[,;:.(]|\s*(?:abs|cs|preprint)\b|\s*$)"
    r"|computing research repository\b|abs/[0-9]{4}\.)",
    re.I,
)
_LINE = re.compile(r"\s{0,20}\{?:?([A-Za-z_][\w .-]{1,30}?)\}?\s{0,5}[:=]\s{0,20}(\S.*)")
_HUGGING_FACE = re.compile(r"https?://(?:www\.)?huggingface\.co/(?!papers/|docs/|blog/)[\w.-]+/[\w.-]+", re.I | re.A)
_OTHER_IDS = {
    "pmid": "pmid",
    "pubmed": "pmid",
    "pubmedid": "pmid",
    "pmcid": "pmcid",
    "isbn": "isbn",
    "issn": "issn",
    "eissn": "issn",
    "dblp": "dblp",
    "openreview": "openreview",
    "acl": "acl",
    "aclid": "acl",
    "s2id": "semanticscholar",
    "corpusid": "corpusid",
    "s2cid": "corpusid",
    "oclc": "oclc",
    "mrnumber": "mr",
    "zbl": "zbl",
    "bibcode": "bibcode",
    "adsbibcode": "bibcode",
    "openalex": "openalex",
}
_PROGRAMS_WORDS = "citationkey type version publisher archivelocation pageversionid citationcount"
_OF_A_PROGRAM = frozenset(_PROGRAMS_WORDS.split())
"""What Zotero and its plug-ins write into notes beside ids, which nobody would read as a note."""
_NO_ID = re.compile(r"\W*(?:n/?\s?a|none|null|nan|not available|no doi|unknown|doi)?\W*", re.I)


@dataclass(slots=True)
class Ids:
    """What an entry is called elsewhere, collected from field after field; the first statement of a kind counts."""

    arxiv: str | None = None
    version: int | None = None
    doi: str | None = None
    category: str = ""
    others: dict[tuple[str, str], None] = field(default_factory=dict)
    code: dict[str, None] = field(default_factory=dict)
    addresses: dict[str, None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    """Addresses that are none."""

    def take_doi(self, text: str) -> bool:
        """Whether `text` states a DOI, or nothing at all."""
        found = doi_in(text)
        if found is None:
            if m := _SHORT_DOI.fullmatch(text.strip()):
                self.addresses[f"https://doi.org/{m[1]}"] = None
            elif text[:4].lower() == "http":
                self.take_address(text)
            else:
                return _NO_ID.fullmatch(text[:LONGEST]) is not None or self.take_arxiv(text)
            return True
        arxiv = identifiers.arxiv_id(found)
        if arxiv:
            self._is(*arxiv)
        elif self.doi is None:
            self.doi = found
        return True

    def take_arxiv(self, text: str) -> bool:
        """An eprint, or a text that states nothing but an arXiv id and perhaps its category."""
        text = text[:LONGEST].strip()
        found = identifiers.arxiv_id(text)
        if found:
            self._is(*found)
            return True
        m = _ONLY_AN_IDENT.fullmatch(text)
        if m is None:
            return False
        self._is(identifiers.canonical(m[1]), int(m[2]) if m[2] else None)
        self.take_category(m[3] or "")
        return True

    def take_category(self, code: str) -> None:
        if not self.category and identifiers.category(code)[2]:
            self.category = code

    def take_venue(self, venue: str) -> bool:
        """Whether the venue is arXiv, perhaps with an id: `arXiv preprint arXiv:2001.08361`, `CoRR abs/2001.08361`."""
        venue = venue[:LONGEST].strip()
        if not _ARXIV_VENUE.match(venue):
            return False
        m = _IDENT.search(venue)
        if m:
            self._is(identifiers.canonical(m[1]), int(m[2]) if m[2] else None)
        category = _CATEGORY.search(venue)
        self.take_category(category[1] if category else "")
        return True

    def take_address(self, text: str) -> None:
        """An address, or several with white space between."""
        for word in text[: 10 * LONGEST].split():
            self._take_one_address(word.strip("<>{},;\"'").removeprefix(r"\url{").replace("\\", ""))

    def _take_one_address(self, address: str) -> None:
        if address[:4].lower() == "www.":
            address = f"https://{address}"
        if address[:4].lower() != "http":
            # An id where an address should stand is welcome; `javascript:` and files on somebody's disk are not.
            if found := (pointer(address) if address else None):
                self._take_pointer(found.arxiv, found.doi, found.other, found.address)
            elif not _NO_ID.fullmatch(address):
                self.strange.append(address)
            return
        if not is_web_address(address):
            self.strange.append(address)
            return
        found = pointer(address)
        if found and self._take_pointer(found.arxiv, found.doi, found.other, address):
            return
        if repository := code_addresses((address,)):
            self.code[repository[0]] = None
        elif _HUGGING_FACE.match(address):
            self.code[address] = None
        else:
            self.addresses[address] = None

    def _take_pointer(self, arxiv: str, doi: str, other: tuple[str, str], address: str) -> bool:
        """Whether nothing of the address need be kept but the id it states."""
        if arxiv:
            found = identifiers.arxiv_id(arxiv)
            if found and self.arxiv in (None, found[0]):
                self._is(*found)
                return True
        elif doi:
            if self.doi in (None, doi):
                self.doi = doi
                return True
        elif other[0]:
            self.others[other] = None
        if address:
            self.addresses[address] = None
        return True

    def take_note(self, note: str) -> None:
        """A note; its lines of the form `PMID: 123` are taken out of it."""
        if len(note) < LONGEST and ":" not in note and "\n" not in note and not note[:4].isdigit():
            left = [note]
        else:
            left = [line for line in re.split(r"[\r\n]+", note) if not self._take_line(line)]
        text = plain(" ".join(left))
        if text:
            self.notes.append(text)

    def _take_line(self, line: str) -> bool:
        if len(line) > LONGEST:
            return False
        if self.take_arxiv(line):
            return True
        m = _LINE.fullmatch(line)
        if m is None:
            return False
        key, value = re.sub(r"[^a-z0-9]", "", m[1].lower()), m[2].strip()
        if key in ("arxiv", "arxivid", "eprint"):
            return self.take_arxiv(value) or self.take_venue(f"arXiv {value}")
        if key == "doi":
            return doi_in(value) is not None and self.take_doi(value)
        if key in _OTHER_IDS:
            ident = value.split()[0]
            self.others[(_OTHER_IDS[key], ident)] = None
            return True
        if key == "comment":
            self.comments.append(plain(value))
            return True
        return key in _OF_A_PROGRAM or m[1].lower().startswith("tex.")

    def _is(self, arxiv: str, version: int | None) -> None:
        if self.arxiv is None:
            self.arxiv = arxiv
        if self.arxiv == arxiv and self.version is None:
            self.version = version


def arxiv_of(ident: str) -> str:
    """`ident`, the id of a record in its file, where it is that of arXiv: `arXiv:2401.12345`, `2401.12345v2`; else
    nothing."""
    return ident if _OF_ARXIV.match(ident) and identifiers.arxiv_id(ident) else ""
