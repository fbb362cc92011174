"""The first row of a table of papers: which column says what.

Names as they are written by Zotero, Mendeley, Paperpile, JabRef, Scopus, Web of Science (in full and as two-letter
tags, https://webofscience.help.clarivate.com/en-us/Content/wos-core-collection/woscc-field-tags.htm), IEEE Xplore,
PubMed, Covidence, Rayyan, Publish or Perish, OpenAlex, Semantic Scholar, and by people in spreadsheets, in English and
German, the commonest in French, Spanish and Italian. Case, accents, spaces and punctuation do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

# What a column says -> its names, the best source first.
_NAMES = {
    "id": (
        "id key citationkey citekey bibtexkey entrykey identifier recordid refid paperid covidence eid utuniquewosid ut"
    ),
    "type": (
        "itemtype entrytype documenttype referencetype bibliographytype typeofreference doctype type publicationtype "
        "contenttype"
    ),
    "title": (
        "title articletitle papertitle documenttitle displayname titles worktitle titel titre titulo titolo "
        "titleofpaper itemtitle"
    ),
    "authors": (
        "authorfullnames authors author authornames authorlist authorshipsauthordisplayname authorshipsrawauthorname "
        "bookauthors creators creator bookauthor firstauthors autoren autor auteurs auteur autores autori verfasser who"
    ),
    "abstract": "abstract abstractnote abstracttext abstractnotes zusammenfassung kurzfassung resume resumen",
    "venue": (
        "publicationtitle sourcetitle journal fulljournal journalbook journalname journaltitle proceedingstitle "
        "booktitle container containertitle venue venuename conferencename conference conferencetitle publishedin "
        "primarylocationsourcedisplayname periodical publicationname publication secondarytitle "
        "abbreviatedsourcetitle journalabbreviation abbreviatedjournal journalconference conferencejournal "
        "journalvenue "
        "venuejournal publishedat wherewhen where zeitschrift konferenz zeitschriftkonferenz revue revista rivista"
    ),
    "date": (
        "date publicationdate published publishedon publisheddate coverdate issued dateissued datum "
        "erscheinungsdatum"
    ),
    "created": "submitted submittedon submissiondate datesubmitted submitteddate firstsubmitted",
    "year": (
        "year publicationyear publishedyear pubyear yearpublished paperyear yearofpublication jahr erscheinungsjahr "
        "annee anno ano"
    ),
    "month": "month publishedmonth publicationmonth",
    "day": "day",
    "volume": "volume vol journalvolume biblioissuevolume bibliovolume band jahrgang",
    "number": "issue number journalissue issuenumber no bibliographicissue biblioissue heft ausgabe",
    "pages": "pages page pagerange pp pagination seiten",
    "first": "pagestart startpage beginningpage firstpage spage bibliofirstpage",
    "last": "pageend endpage endingpage lastpage epage bibliolastpage",
    "article": "artno articlenumber articleno",
    "publisher": "publisher institution school university verlag",
    "doi": "doi dois itemdoi doilink doiurl doiorurl",
    "arxiv": "arxiv arxivid arxivlink arxivurl eprint arxivnumber",
    "category": "primarycategory arxivcategory primaryclass",
    "addresses": (
        "url link urls links linktopaper paperlink paperurl pdf pdflink pdfurl website webpage articleurl "
        "address href paperpdf "
        "openreview openreviewlink code codelink codeurl github githublink repository repo projectpage project"
    ),
    "ids": "externalids",
    "pmid": "pmid pubmedid",
    "pmcid": "pmcid pmc",
    "isbn": "isbn isbns",
    "issn": "issn issns eissn printissn",
    "keywords": (
        "keywords keyword authorkeywords manualtags automatictags tags tag labels label labelsfiled labelsfiledin "
        "indexkeywords keywordsplus ieeeterms meshterms subjects subject schlagworter schlagworte stichworte "
        "stichworter motscles"
    ),
    "collections": (
        "collections collection folder folders foldersfiled foldersfiledin group groups topic topics category "
        "categories section theme area subfield"
    ),
    "notes": (
        "notes note mynotes extra comments comment mycomments remarks remark tldr summary takeaway takeaways "
        "annotation "
        "annote why notizen kommentar kommentare bemerkung bemerkungen anmerkung anmerkungen commentaires remarques"
    ),
    "language": "language languageoforiginaldocument sprache langue idioma",
    "licence": "license licence lizenz",
}  # fmt: skip
_TAGS = {
    "UT": "id", "DT": "type", "TI": "title", "AF": "authors", "AU": "authors", "AB": "abstract", "SO": "venue",
    "PY": "year", "PD": "month", "VL": "volume", "IS": "number", "BP": "first", "EP": "last", "AR": "article",
    "PU": "publisher", "DI": "doi", "PM": "pmid", "BN": "isbn", "SN": "issn", "EI": "issn", "DE": "keywords",
    "ID": "keywords", "LA": "language",
}  # fmt: skip
_ROLES = {name: (role, rank) for role, names in _NAMES.items() for rank, name in enumerate(names.split())}
_ONLY_HERE = frozenset(("PT", "AU", "TI", "SO", "PY", "UT", "AF", "DI"))
_WEAK_TITLES = ("paper", "name", "papername", "article", "reference")
_SAYS_PAPER = frozenset(("title", "doi", "arxiv", "abstract"))
_LONGEST = 80
DELIMITERS = "\t,;|"


@dataclass(frozen=True)
class Header:
    """Which columns a table has."""

    width: int
    columns: dict[str, tuple[int, ...]]
    """What it says -> the numbers of the columns that do, the best source first."""
    tagged: bool
    """Web of Science: names are tags, and quotation marks are text."""

    @property
    def names(self) -> int:
        """How many columns are known."""
        return sum(map(len, self.columns.values()))

    @cached_property
    def ranked(self) -> tuple[tuple[str, int], ...]:
        """(what it says, number of a column that does), better sources before others."""
        return tuple((role, i) for role, numbers in self.columns.items() for i in numbers)


def header(cells: Sequence[str]) -> Header | None:
    """The header that a row is, or None: it names two columns at least, one of them what only papers have."""
    if len(cells) < 2 or len(cells) > 2_000 or any(len(cell) > _LONGEST for cell in cells[:40]):
        return None
    stripped = [cell.strip(" \ufeff\"'*#") for cell in cells]
    tagged = len(_ONLY_HERE.intersection(stripped)) > 3
    found: dict[str, list[tuple[int, int]]] = {}
    for number, name in enumerate(stripped):
        if tagged:
            role, rank = _TAGS.get(name, ""), ("AU", "ID").count(name)
        else:
            role, rank = _ROLES.get(squeezed(name), ("", 0))
        if role:
            found.setdefault(role, []).append((rank, number))
    _weak_columns(found, [squeezed(name) for name in stripped])
    columns = {role: tuple(number for _, number in sorted(ranked)) for role, ranked in found.items()}
    if not _SAYS_PAPER.intersection(columns) or sum(map(len, columns.values())) < 2:
        return None
    return Header(len(cells), columns, tagged)


def squeezed(name: str) -> str:
    name = name[:_LONGEST].lower()
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)  # ü -> u, as in `_NAMES`
    return re.sub(r"[^a-z0-9]", "", name)


def is_name(cell: str) -> bool:
    """Whether a cell may belong to a header."""
    return len(cell) < 40 and cell[-1:].isalpha() and squeezed(cell) in _ROLES


def _weak_columns(found: dict[str, list[tuple[int, int]]], names: list[str]) -> None:
    """Columns that are what they seem only where no better one is: `Name` of a title, `Source` of a venue."""
    if "title" not in found and found.keys() & {"authors", "doi", "arxiv", "abstract", "venue", "year", "addresses"}:
        weak = [names.index(name) for name in _WEAK_TITLES if name in names]
        if weak and (len(found) > 1 or names[weak[0]] == "paper"):
            found["title"] = [(0, weak[0])]
    if "number" in found and "volume" not in found and "pages" not in found:
        # `No` in front counts the rows.
        found["number"] = [(rank, number) for rank, number in found["number"] if names[number] not in ("no", "number")]
    if "venue" not in found and "source" in names:
        found["venue"] = [(0, names.index("source"))]
