"""A paper as a BibTeX entry.

Format: "BibTeXing" (Patashnik 1988) and https://info.arxiv.org/help/hypertex/bibstyles/ for the eprint fields;
`eprinttype` and `eprintclass` are biblatex's names for the same. Names stay as stated; BibTeX takes them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papershelf import names, text
from papershelf.model import Paper

LONGEST = 2_000  # characters of a field: enough for any real one
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SMALL = {
    "a",
    "an",
    "the",
    "on",
    "in",
    "of",
    "for",
    "to",
    "and",
    "at",
    "by",
    "from",
    "with",
    "via",
    "toward",
    "towards",
}
# What a venue says it is; a meeting first: "Workshop on Nature", "Conference on Annals of Computing".
_MEETING = re.compile(
    r"\b(?:workshops?|wksp|conference|conf\b|symposium|symposia|symp\b|congress|meeting|findings|lecture\s+notes|lncs"
    r"|advances\s+in\s+neural\s+information)\b"
    r"|\bproc(?:\.|eedings)\s+of\s+(?:the\s+)?(?:[0-9]+(?:st|nd|rd|th)|annual|international)\b",
    re.I,
)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|letters|reviews?|annals|annales|bulletin|magazine|archives?|acta"
    r"|communications|quarterly"
    r"|surveys|mathematische|inventiones|zeitschrift|monthly\s+notices|notices)\b"
    r"|\bproc(?:\.|eedings)\s+(?:of\s+)?(?:the\s+)?(?:national\s+academy|natl\.?\s+acad|ieee$|royal\s+soc"
    r"|r\.?\s+soc|acm\s+on\b"
    r"|vldb\s+endow|(?:american|london|edinburgh|amer\.?|lond\.?)\s+math)"
    # ISO 4: https://www.issn.org/services/online-services/access-to-the-ltwa/
    r"|\b(?:j|ann|bull|trans|lett|rev|mag|acta|commun|comm|arch|quart|not|surv|math|phys|astrophys|nucl|adv)\.(?=\s|$)"
    r"|^(?:ieee|acm)\s+trans\b|^(?:phys|chem)\s+rev\b",
    re.I,
)
_JOURNALS_WORDS = """
mnras apj apjl apjs aj jhep jcap pnas tpami pami tacl jmlr tmlr jair tog tkde tnnls tip tvcg tochi toplas tocs tods tois
tro t-ro ra-l ral ijrr ijcv jacm cacm prl pra prb prc prd pre prx epj epjc jams jasa jrss siamj pacmpl pvldb elife
cell neuron lancet bmj jama nejm nature science a&a neurocomputing automatica biometrika econometrica chaos entropy
sensors
"""
_JOURNALS = frozenset(_JOURNALS_WORDS.split())  # in whole, or with what stands in brackets behind a name
_NAMES = re.compile(
    r"nature(?:\s+(?:aging|astronomy|biomedical engineering|biotechnology|cancer|catalysis|cell biology"
    r"|chemical biology"
    r"|chemistry|cities|climate change|communications|computational science|ecology (?:and|&) evolution"
    r"|electronics|energy"
    r"|food|genetics|geoscience|human behaviou?r|immunology|machine intelligence|materials|medicine"
    r"|mental health|metabolism"
    r"|methods|microbiology|nanotechnology|neuroscience|photonics|physics|plants|protocols|sustainability"
    r"|synthesis|water))?"
    r"|science(?:\s+(?:advances|immunology|robotics|signaling|translational medicine))?|scientific (?:reports|data)"
    r"|plos\s+(?:one|biology|computational biology|genetics|medicine)|the lancet|cell (?:reports|systems)"
    r"|neural (?:networks"
    r"|computation)|artificial intelligence|machine learning|pattern recognition|information sciences"
    r"|computational linguistics"
    r"|medical image analysis|patterns|astronomy (?:and|&) astrophysics|physica [a-e]|expert systems with applications"
    r"|knowledge-based systems|speech communication|frontiers in [a-z ]+",
    re.I,
)
_MEETINGS_WORDS = """
icml neurips nips iclr aaai ijcai aamas acl emnlp naacl eacl aacl coling conll lrec blackboxnlp interspeech icassp
asru slt cvpr iccv eccv wacv bmvc accv 3dv miccai midl isbi icra iros rss corl humanoids ecml pkdd ecml-pkdd acml
aistats uai colt alt automl logml clear colm kdd icdm sdm cikm wsdm www webconf recsys sigir ecir ismir sigmod vldb icde
pods edbt chi uist cscw iui hri dis facct aies eaamo fat siggraph eurographics sigcomm nsdi osdi sosp atc eurosys
asplos isca micro hpca mlsys sc ppopp usenix ccs ndss crypto eurocrypt asiacrypt tcc pldi popl icfp oopsla ecoop cav
tacas lics icalp stoc focs soda itcs socg stacs esa podc spaa icse fse esec/fse ase issta msr cdc acc ecc ifac l4dc
gecco cec ppsn cogsci icpr icip ijcnn esann icann neco naacl-hlt emnlp-ijcnlp acl-ijcnlp ijcnlp semeval wmt repl4nlp
starsem *sem rlc rldm ewrl icaps kr ecai pricai middleware odyssey date dac iccad fccm fpga mm acmmm icmr icme
ec wine ht icwsm asonam isit itw allerton globecom icc infocom mobicom mobisys sensys
"""
_MEETINGS = frozenset(_MEETINGS_WORDS.split())
_VENUE_FIELD = {"article": "journal", "inproceedings": "booktitle", "misc": "howpublished"}


def escape(plain: str) -> str:
    """`plain` as TeX text, on one line."""
    return "".join(_SPECIAL.get(c, c) for c in text.one_line(plain, LONGEST))


def key(paper: Paper) -> str:
    """`last[-last2|-etal]-year-firstword`, ASCII: `lee-etal-2023-rlaif`; parts unknown are left out, never empty."""
    families = [_ascii(name if names.is_collective(name) else names.parse(name).family) for name in paper.authors[:2]]
    if len(paper.authors) > 2 or (families and not paper.authors_complete):
        families = [*families[:1], "etal"]
    words = [_ascii(word) for word in re.split(r"[\s\-–—/:]+", text.to_plain(paper.title or ""))]
    word = next((word for word in words if word and word not in _SMALL), "")
    parts = [*families, str(paper.year or ""), word]
    return "-".join(part for part in parts if part) or _ascii(paper.id) or "paper"


def entry(paper: Paper) -> str:
    """The entry, with the fields that are known and no others."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(paper))
    return f"@{kind(paper)}{{{key(paper)},\n{fields}}}"


def kind(paper: Paper) -> str:
    """`article` in a journal, `inproceedings` at a meeting; `misc` for a preprint, and where the venue is neither that
    anybody knows of: a wrong kind would be cited as a fact."""
    if not paper.publication:
        return "misc"
    venue = " ".join(paper.publication.venue.split())
    whole = re.sub(r"^the\s+|\s*\([^()]*\)$", "", venue, flags=re.I)
    if _MEETING.search(venue):
        return "inproceedings"
    if whole.lower() in _JOURNALS or _NAMES.fullmatch(whole) or _JOURNAL.search(venue):
        return "article"
    known = {venue.lower(), *_acronyms(venue)}
    if known & _MEETINGS or re.search(r"\bproc(?:\.|eedings)(?:\s|$)|^robotics: science and systems", venue, re.I):
        return "inproceedings"
    return "article" if known & _JOURNALS else "misc"


def _acronyms(venue: str) -> list[str]:
    """The words with two capitals, small: `EMNLP-IJCNLP` also as `emnlp` and `ijcnlp`."""
    whole = [word for word in re.findall(r"[\w*/&-]+", venue) if sum(map(str.isupper, word)) >= 2]
    return [part.lower() for word in whole for part in (word, *re.split(r"[-/]", word))]


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.title:
        yield "title", f"{{{escape(text.to_plain(paper.title))}}}"  # second braces: capitals stay
    if paper.authors:
        stated = [_name(name) for name in paper.authors]
        yield "author", " and ".join(stated if paper.authors_complete else [*stated, "others"])
    publication = paper.publication
    year = (publication.year if publication else None) or paper.year
    if year:
        yield "year", str(year)
    if publication:
        yield _VENUE_FIELD[kind(paper)], escape(publication.venue)
        if publication.volume:
            yield ("volume" if publication.volume.isdigit() else "series"), escape(publication.volume)
        if publication.first_page:
            pages = dict.fromkeys(filter(None, (publication.first_page, publication.last_page)))
            yield "pages", escape("--".join(pages))
    if paper.doi:
        yield "doi", escape(paper.doi)
    elif paper.arxiv and not publication:
        yield "doi", escape(f"10.48550/arXiv.{paper.arxiv}")
    if paper.arxiv:
        yield "eprint", paper.arxiv
        yield "archivePrefix", "arXiv"
        yield "eprinttype", "arxiv"
        if paper.primary_category:
            yield "primaryClass", escape(paper.primary_category)
            yield "eprintclass", escape(paper.primary_category)


def _name(name: str) -> str:
    """Braces keep together what is no person's name, and what BibTeX would take for two names or for `Last, First`."""
    plain = escape(text.to_plain(name))
    together = names.is_collective(name) or "," in plain or re.search(r"\band\b", plain, re.I)
    return f"{{{plain}}}" if together else plain


def _ascii(word: str) -> str:
    folded = text.slug(word) if re.search(r"\w", word) else ""
    return folded.replace("-", "")
