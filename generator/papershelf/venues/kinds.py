"""What kind of thing a venue is, by its name: a journal, a meeting, a preprint server.

A name that says nothing of itself (`Somewhere`) has no kind: a wrong one would be cited as a fact.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Kind = Literal["", "journal", "meeting"]

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
# Somebody with that initial; not `Italian J. Zoology`, `SIAM J. Computing`, `Pacific J. Math.`
_PERSON = re.compile(r"[^\W\d_][^\W\d_A-Z'’-][\w'’-]+(?<!ian|ean|ish|ese|can)\sJ\.\s[^\W\d_][\w'’ -]+(?=,|\.\s|\Z)")
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
_LONGEST = 500
"""Characters of a name that are looked at."""
# Preprint servers, by what their names and their DOIs begin with. arXiv has no entry by DOI: its DOIs are arXiv ids.
# https://www.crossref.org/documentation/research-nexus/posted-content-includes-preprints/
_SERVERS = (
    ("arXiv", r"arxiv\b|corr\b(?!\w)|computing\s+research\s+repository", None),
    ("bioRxiv", r"biorxiv\b", r"10\.1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8}$|10\.64898/"),
    ("medRxiv", r"medrxiv\b", None),
    ("ChemRxiv", r"chemrxiv\b", r"10\.26434/chemrxiv"),
    ("PsyArXiv", r"psyarxiv\b", r"10\.31234/osf\.io"),
    ("SocArXiv", r"socarxiv\b", r"10\.31235/osf\.io"),
    ("EarthArXiv", r"eartharxiv\b", r"10\.31223/"),
    ("OSF Preprints", r"osf\s+preprints?\b", r"10\.31219/osf\.io"),
    ("Research Square", r"research\s+square\b", r"10\.21203/rs\."),
    ("SSRN", r"ssrn\b|social\s+science\s+research\s+network", r"10\.2139/ssrn\."),
    ("Preprints.org", r"preprints\.org\b|preprints$", r"10\.20944/preprints"),
    ("TechRxiv", r"techrxiv\b", r"10\.36227/techrxiv"),
    ("Authorea", r"authorea\b", r"10\.22541/au\."),
)
_BY_NAME = tuple((name, re.compile(rf"(?:the\s+|e-?prints?\s+)?(?:{pattern})", re.I)) for name, pattern, _ in _SERVERS)
_BY_DOI = tuple((name, re.compile(pattern, re.I | re.A)) for name, _, pattern in _SERVERS if pattern)


@lru_cache(maxsize=50_000)
def kind(venue: str) -> Kind:
    """`journal` or `meeting`; empty where the venue is neither that anybody knows of."""
    venue = " ".join(venue[:_LONGEST].split())
    whole = re.sub(r"^the\s+|\s*\([^()]*\)$", "", venue, flags=re.I)
    if _MEETING.search(venue):
        return "meeting"
    if _PERSON.search(whole):
        return ""
    if whole.lower() in _JOURNALS or _NAMES.fullmatch(whole) or _JOURNAL.search(venue):
        return "journal"
    known = {venue.lower(), *_capitals(venue)}
    if known & _MEETINGS or re.search(r"\bproc(?:\.|eedings)(?:\s|$)|^robotics: science and systems", venue, re.I):
        return "meeting"
    return "journal" if known & _JOURNALS else ""


def _capitals(venue: str) -> list[str]:
    """The words with two capitals, small: `EMNLP-IJCNLP` also as `emnlp` and `ijcnlp`."""
    whole = [word for word in re.findall(r"[\w*/&-]+", venue) if sum(map(str.isupper, word)) >= 2]
    return [part.lower() for word in whole for part in (word, *re.split(r"[-/]", word))]


@lru_cache(maxsize=50_000)
def preprint_server(venue: str, doi: str = "") -> str:
    """The server whose name or DOI this is: `arXiv` of `arXiv preprint arXiv:2004.14646` and of `CoRR`; or empty."""
    venue = venue[:_LONGEST].strip()
    by_name = (name for name, pattern in _BY_NAME if venue and pattern.match(venue))
    return next(by_name, "") or next((name for name, pattern in _BY_DOI if doi and pattern.match(doi)), "")
