"""Where a paper was published, as its comment lines state it.

A statement is a bare name with a year (`ACL 2023`, `ICLR 2024 (spotlight)`) or a verb with a name (`To appear in Annals
of Mathematics`, `Accepted at the 40th International Conference on Machine Learning (ICML 2023)`). Venue and year come
from one statement. What is denied, only hoped for (`submitted to`), or said of another version of the text, states
nothing. A bare name must bear its burden: acronyms and a year, and beside them nothing but words known to say nothing
else (`oral`, `12 pages`); and no line of the paper may say that it was not accepted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from papershelf.model import Publication

_YEAR = r"(?:19|20)[0-9]{2}"
_AS = (
    r"(?:\s+as\s+an?\s+[\w -]{1,40}?"
    r"(?:paper|poster|spotlight|oral|talk|article|presentation|abstract|demo|contribution|letter|chapter))?"
)
_FOR = r"(?:\s+for\s+(?:publication|presentation|oral\s+presentation|inclusion|the\s+proceedings))?"
_AT = r"(?:\s+(?:at|in|to|by|on|for|with)\b|\s*[,:])"
_VERB = re.compile(
    rf"\b(?P<published>published|appear(?:s|ed)\b|presented)(?:\s+online)?{_AS}\s+(?:at|in|by|on)\s+"
    rf"|\b(?:accepted{_AS}{_FOR}{_AS}{_AT}|to\s+(?:appear|be\s+(?:published|presented)){_AS}{_AT}"
    rf"|(?:forthcoming|in\s+press){_AT})\s*"
    r"|^\(?in\s+(?:the\s+)?(?=proc(?:\.|eedings)\s)",
    re.I,
)
# In one sentence with a statement these say that it is about another text, or about something hoped for.
_OTHER_FORM = (
    r"(?<!\bas a )(?<!\bas an )(?:earlier|previous|preliminary|prior|initial|shorter|short|longer|long|extended"
    r"|expanded|full|journal|conference|workshop|condensed|abridged|updated|revised|old|first)\s+"
    r"(?:(?:and|journal|conference|workshop|full)\s+)*(?:version|abstract|draft|work|paper|form)s?\s+"
    r"(?:of\b|appear|was|were|is|has|accepted|published|presented|to\s+appear|in\b|at\b)"
)
_NOT_THIS = re.compile(
    r"\b(?:submit|submission|resubmi|(?:under|in)\s+(?:peer\s+)?review|reject|not\s+accepted|if\s+accepted|withdrawn\s+from"
    rf"|{_OTHER_FORM}|version\s+of|journal\s+version|supersede|overlap|based\s+on|parts?\s+of|portions?|differs?"
    r"|challenge|competition|shared\s+task|(?:code|supplement\w*|companion|appendix|solution|report|material|data|talk|slides"
    r"|winner|follow-?up|sequel|reply|erratum|addendum|comment|response)\s+(?:for|of|to|at|in)\b)",
    re.I,
)
# Denied, or hoped for: in a sentence they leave no statement, in a line no bare name. "Mon. Not. R. Astron. Soc." is a
# journal, "not including references" about pages.
_DOUBT = re.compile(
    r"\b(?:(?<!mon )(?<!mon\. )not\b(?!\.|\s+(?:including|counting))|never|cannot|[a-z]+n['’]t"
    r"|hop(?:e|es|ed|ing|efully)|should|might|would|may\s+be|pending|declin\w+|reject\w*|withdr[ae]w\w*|retract\w*|(?:re)?submi(?:t|ssion)\w*"
    r"|(?:under|in|for|awaiting|peer)\s+(?:(?:peer|blind|double-blind|journal)\s+)?review(?!\s+of)|(?:being|yet)\s+reviewed|(?:in|under)\s+progress|ongoing"
    r"|intended|prepar(?:ed|ing|ation)|target(?:s|ed|ing)?|format(?:ted)?|planned|aim(?:s|ed|ing)|cf|to\s+be\s+decided"
    r"|buil(?:ds?|t|ding)\s+(?:up)?on|extensions?|extend(?:s|ing)|thesis|dissertation|dedicated|seminar|colloquium"
    r"|(?<!\bas an )(?<!\bextended )abstract\s+(?:was|is|has|of|accepted|appear|published|presented))\b",
    re.I,
)
# In any line of a paper these leave no bare name.
_NOT_ACCEPTED = re.compile(
    r"\b(?:not\s+(?:yet\s+)?(?:been\s+)?(?:accepted|published|presented)|declined|reject(?:ed|ion)|withdr[ae]wn?|pending"
    r"|(?:under|in)\s+(?:peer\s+|double-blind\s+)?review|(?:re)?submitted|(?:in|under)\s+submission|submission\s+(?:to|at))\b",
    re.I,
)
_WITHDRAWN = re.compile(r"\b(?:withdr[ae]wn?|withdrawal|retracted)\b", re.I)
# Words with a full stop in names of journals; after any other a full stop ends the statement.
_SHORT_WORDS = """
Acad Acta Adv Am Amer Anal Ann Annu Appl Arch Artif Assoc Astron Astrophys Autom Biol Bull Chem Class Comm Commun Comp
Comput Conf Dyn Econ Electron Eng Ergod Eur Exp Found Funct Gen Geom Geophys Inf Inform Inst Int Intell Intl J
Lect Lett Learn Mach Mag Mat Math Mech Med Mod Mon Nat Natl No Not Nucl Numer Oper Opt Optim Philos Phys Probab Proc
Prog Quant Quart Res Rev Robot Roy Sci Ser Sig Soc St Stat Statist Stoch Symp Syst Tech Theor Topol Trans Univ Vol no
"""
_ABBREVIATED = re.compile(rf"(?:^|[\s(])(?:[A-Z]|{'|'.join(_SHORT_WORDS.split())})\.$")
_STOP = re.compile(
    r"[;(\[]|,\s|\.\s|\.$|\s[-–—]\s|https?://"
    r"|\s(?:with|where|under\s+the|titled|entitled|and\s+(?:is|will|has|was)|code|project|see)\s",
    re.I,
)
_NAME_GOES_ON = re.compile(r"(?:[A-Z][\w-]+,?\s+)*and\s+[A-Z]")  # IEEE Transactions on Systems, Man, and Cybernetics
_ANY_YEAR = re.compile(rf"(?<![\w–])({_YEAR})(?![\w–]|-[0-9])")
_GLUED_YEAR = re.compile(rf"^([A-Z]{{2,}}[A-Za-z]*?)({_YEAR})\b")  # CVPR2023
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])\s?['’-]\s?([0-9]{2})\b")  # ICML'23, AAAI-24
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*([A-Z][\w&/-]*[A-Z][\w&/-]*)[\s,]*['’]?\s*({_YEAR})\b")
_YEAR_BEHIND = re.compile(rf"[\s,(]*(?:\([A-Z][\w&/-]*\)[\s,(]*)?({_YEAR})\b(?![-–/][0-9])")
_MANNER_WORDS = (
    r"(?:oral|spotlight|poster|talk|camera|ready|final|main|conference|long|short|full|regular|accepted|best|highlight"
    r"|notable|top)"
)
_MANNER = re.compile(
    rf"[\s,:(-]*\b(?:as\s+(?:an?\s+)?)?(?:{_MANNER_WORDS}\b[\s-]*)+"
    r"(?:(?:presentation|paper|version|track|talk|award|contribution)s?\b[\s-]*)*(?:[0-9]+\s*%)?\)?$",
    re.I,
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|fall|winter)"
)
_NO_VENUE = re.compile(
    rf"\b(?:{_MONTHS}|version|draft|copyright|thesis|ph\.?d|msc|bsc|latex|revtex|covid|gpt|subject\s+class|notes?|lecture"
    r"|report|license|arxiv|preprint|revised|updated|dataset|benchmark|leaderboard)\b",
    re.I,
)
_BARE = re.compile(
    r"(?:(?:in|at)\s+)?(?P<name>(?:Findings\s+of\s+(?:the\s+)?ACL:\s*)?[A-Z0-9][\w&/+@.-]*(?:\s+(?:of|on|the|and|&|@|[A-Z][\w&/+@-]*)){0,6}?)[\s,]*"
    rf"(?:['’-]\s?(?P<short>[0-9]{{2}})|(?P<year>{_YEAR}))(?![\w–]|-[0-9])(?P<rest>.*)",
    re.S | re.I,
)
_ACRONYM = re.compile(r"(?=(?:.*?[A-Z]){2})[A-Z0-9][\w&/+@.-]*")
_BETWEEN_WORDS = "of on the and & @ ACL: Findings Workshop Workshops Proceedings Proc."
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_SOCIETY = re.compile(r"(?:IEEE|ACM|SIAM|USENIX|AAAI)(?:[-/](?:IEEE|ACM|SIAM))?\s")  # IEEE Big Data, ACM Multimedia
# Acronyms with a year that are no meetings: countries, institutes, a round of reviews.
_NO_MEETING_WORDS = """
USA UK UAE EU USSR MIT IHES CERN NASA ESA ETH EPFL INRIA CNRS CMU UCLA UCSD NYU USC IAS MSRI MPI ICTP IMPA RIMS KAIST
ARR PMLR LNCS MSC AMS PACS ACM IEEE SIAM NSF ERC DARPA GPU LHC TBD TBA
"""
_NO_MEETING = frozenset(_NO_MEETING_WORDS.split())
# Beside a bare name these say how it was presented, how long it is, where its code is: nothing that denies it.
_HARMLESS_WORDS = """
oral poster spotlight talk highlight camera ready final main track conference long short full regular paper papers
accepted best student outstanding distinguished honorable mention award notable top presentation presentations
findings workshop workshops demo demos demonstration demonstrations system industry extended abstract version
contribution contributed invited plenary research application applications datasets benchmarks dataset benchmark
proceedings published volume vol journal special issue invite tiny
with without including plus and or as a an the in of for at to on by is are our all this here
page pages pp figure figures fig figs table tables appendix appendices supplement supplementary supplemental
material materials references color colour latex pdflatex
code data project website webpage homepage site url video videos slides blog model models available github
first two authors author equal contribution contributed equally
"""
_HARMLESS = frozenset(_HARMLESS_WORDS.split())
_PLACE = re.compile(r"(?:(?:USA|UK|UAE|[A-Z][^\W\dA-Z]+)(?:[ -](?=[A-Z])|$))+")  # ICML 2018, Stockholm, Sweden
_WHERE_AND_WHEN = re.compile(rf"{_PLACE.pattern}|(?i:{_MONTHS})[\s0-9–-]*")
_CONFERENCE = re.compile(
    r"[\w/ -]*\b(?:Conference|Symposium|Workshop)\s+(?:on|for|of)\s[\w\s,/&-]+\(([A-Z][\w&/-]*[A-Z][\w&/-]*)[\s,)]*"
    rf"({_YEAR})\)?\.?"
)
_JOURNAL = re.compile(
    r"(?P<name>(?:[A-Z][\w/.&]*\s+(?:and\s+)?){0,4}(?:Transactions|Journal|Annals|Proceedings|Letters|Magazine)(?:\s+[A-Za-z][\w-]*){0,8})"
    rf"(?:\s*\([A-Z][\w&/-]*\))?[\s,(]+(?P<year>{_YEAR})\)?\.?"
)
# Names of meetings that are no acronyms; they may stand bare.
_MEETING_NAMES = "interspeech eurographics humanoids usenix crypto eurocrypt asiacrypt middleware coling odyssey"
_MEETINGS = frozenset(_MEETING_NAMES.split())
_TRACK = re.compile(
    r"((?:findings|workshops?|datasets?\s+and\s+benchmarks?|demo(?:nstration)?s?|industry|system\s+demonstrations?"
    r"|student\s+research\s+workshop|tiny\s+papers?)\b[^,;(\[–]*)",
    re.I,
)
_PROCEEDINGS = re.compile(rf"Proc(?:\.|eedings)\s+(?:of\s+)?(?:the\s+)?[A-Z0-9].*?[\s,(]({_YEAR})\)?\.?")
_DATE = re.compile(
    r"[0-9]+(?!\w)|(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+)?(?:of\s+)?"
    rf"(?:{_MONTHS}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?:\s+[0-9]{{1,2}}(?:st|nd|rd|th)?)?(?:$|[\s,])",
    re.I,
)
# Where anybody may put a text.
_NO_PUBLISHER = re.compile(
    r"(?:the\s+|my\s+)?(?:git(?:hub|lab)|zenodo|figshare|kaggle|medium|openreview|open\s+review|arxiv|biorxiv|medrxiv|ssrn|osf|hal"
    r"|hugging\s*face|lesswrong|alignment\s+forum|youtube|research\s*gate|substack|twitter)\b"
    r"|.*\b(?:blog|web\s*site|web\s*page|home\s*page|internet)\b",
    re.I,
)
_LONGEST_COMMENT = 2000


def publication(comments: Iterable[str]) -> Publication | None:
    """Where the comments say that the paper was or will be published; the firmest statement if there are several."""
    lines = [comment[:_LONGEST_COMMENT] for comment in comments]
    if any(map(_WITHDRAWN.search, lines)):
        return None
    found = [statement for line in lines for statement in _statements(line)]
    firmest = min(found, key=lambda statement: statement[0], default=None)
    if firmest is None or (firmest[0] == _IS_BARE and any(map(_NOT_ACCEPTED.search, lines))):
        return None
    return firmest[1]


def begins_with_a_meeting(line: str) -> bool:
    """Whether `line` begins with a name and year as only comments do, whatever it goes on to say of them."""
    m = _BARE.match(line.strip())
    return bool(m and _is_meeting(m["name"]) and re.match(r"\s*(?:$|[,.;:()])", m["rest"]))


_IS_BARE = 2


@lru_cache(maxsize=1024)
def _statements(comment: str) -> tuple[tuple[int, Publication], ...]:
    """(how firm: 0 published, 1 to be published, 2 a bare name; what is stated) for each sentence of a comment line.
    Kept, since a line is asked first whether it is a comment, then what it says."""
    return tuple(_by_sentence(comment))


def _by_sentence(comment: str) -> Iterator[tuple[int, Publication]]:
    doubtful = _DOUBT.search(comment)
    for sentence in _sentences(comment):
        if _NOT_THIS.search(sentence) or _DOUBT.search(sentence):
            continue
        verb = _VERB.search(sentence)
        if verb:
            rest = sentence[verb.end() :]
            again = _VERB.match(rest)  # accepted, to appear in JMLR
            stated = _venue(rest[again.end() :] if again else rest)
            if stated:
                yield (0 if verb["published"] else 1), stated
        elif not doubtful and (first := _says_what_it_is(sentence.strip()) or _bare(sentence.strip())):
            yield _IS_BARE, first


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for stop in re.finditer(r";\s|\.\s+(?=[A-Z0-9(])", text):
        if not _is_abbreviation(text, stop.start()):
            yield text[start : stop.start()]
            start = stop.end()
    yield text[start:]


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to a word as in `Phys. Rev.`"""
    return text[stop] == "." and _ABBREVIATED.search(text, max(0, stop - 12), stop + 1) is not None


def _venue(text: str) -> Publication | None:
    """The venue that `text` starts with, after a verb."""
    end = len(text)
    for stop in _STOP.finditer(text):
        name_goes_on = stop[0].strip() == "," and _NAME_GOES_ON.match(text, stop.end())
        if _is_abbreviation(text, stop.start()) or (name_goes_on and not _ANY_YEAR.search(text, 0, stop.start())):
            continue
        end = stop.start()
        break
    name, behind = text[:end], text[end:]
    brackets = _IN_BRACKETS.match(behind)
    if brackets and not _ANY_YEAR.search(name):
        return Publication(brackets[1], int(brackets[2]))
    year = _YEAR_BEHIND.match(behind)
    return _named(name, int(year[1]) if year else None)


def _bare(text: str) -> Publication | None:
    """`ACL 2023`, `12 pages, ICML 2020 (oral)`: one part is a meeting and its year, the others say nothing else."""
    parts = [part for part in re.split(r"\s*,\s+|\s+[-–—]+\s+", text) if part]
    for number, part in enumerate(parts):
        if stated := _meeting(part, parts[number + 1 :]):
            return stated
        if not _harmless(part):
            return None
    return None


def _meeting(part: str, behind: list[str]) -> Publication | None:
    """The meeting that `part` names, where it and the parts behind it hold nothing unknown."""
    m = _BARE.match(_GLUED_YEAR.sub(r"\1 \2", part))
    if not m or not _is_meeting(m["name"]):
        return None
    name, rest = m["name"], m["rest"].strip()
    track = _TRACK.match(rest)
    more = rest[track.end() :] if track else rest
    if not (_harmless(more) and all(_harmless(words) or _WHERE_AND_WHEN.fullmatch(words) for words in behind)):
        return None
    if m["short"] and (rest or not re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*", name)):
        return None
    year = int(m["year"]) if m["year"] else _century(int(m["short"]))
    return _named(f"{name} {track[1]}" if track else name, year)


def _is_meeting(name: str) -> bool:
    """Whether each word is an acronym, or one of those that stand between acronyms."""
    words = name.split()
    if _NO_VENUE.search(name) or name in _NO_MEETING:
        return False
    known = [word for word in words if _ACRONYM.fullmatch(word) or word.lower() in _MEETINGS]
    return bool(known) and (len(known) + sum(word in _BETWEEN for word in words) == len(words) or _of_a_society(name))


def _of_a_society(name: str) -> bool:
    return _SOCIETY.match(name) is not None and all(word[0].isupper() or word in _BETWEEN for word in name.split())


def _harmless(words: str) -> bool:
    """Whether `words` only say how a paper is presented, how long it is, or where its code is."""
    without_addresses = re.sub(r"https?://\S+|(?:www|github)\.\S+", " ", words).lower()
    return all(
        word in _HARMLESS or re.fullmatch(r"[0-9.]+(?:pp|p)?", word)
        for word in re.findall(r"[^\W_]+(?:\.[0-9]+)?", without_addresses)
    )


def _says_what_it_is(text: str) -> Publication | None:
    """`Transactions on Machine Learning Research (TMLR), 2023`, `Proceedings of …, PMLR 139, 2021`: a name that says
    what it is, and a year at the end."""
    text = re.sub(r"^in\s+(?:the\s+)?", "", text, flags=re.I)
    if m := _JOURNAL.fullmatch(text):
        return _named(m["name"], int(m["year"]))
    if m := _CONFERENCE.fullmatch(text):
        return _named(m[1], int(m[2]))
    if m := _PROCEEDINGS.fullmatch(text):
        stated = _venue(text)
        return stated and Publication(stated.venue, stated.year or int(m[1]))
    return None


def _named(name: str, year: int | None) -> Publication | None:
    """The venue without its year and without the manner of presentation."""
    name = _GLUED_YEAR.sub(r"\1 \2", name.strip())
    inside = _ANY_YEAR.search(name)
    if inside:
        year = int(inside[1])
        name = f"{name[: inside.start()].rstrip(' ,')} {name[inside.end() :].strip()}"
    elif year is None and (short := _SHORT_YEAR.search(name)):
        year, name = _century(int(short[1])), name[: short.start()] + name[short.end() :]
    name = _MANNER.sub("", " ".join(name.split()))
    if re.match(r"an?\s+[a-z]", name):  # presented at a workshop in Oxford: at which?
        return None
    name = re.sub(rf"^(?:the|an?)\s+|\s+(?:in|on|at|for)(?:\s+(?i:{_MONTHS}))?$", "", name).strip(" ,:-–'\"“”")
    if not 2 <= len(name) <= 200 or not re.search("[A-Z]", name):
        return None
    if re.match(r"(?:its|our|this|that|their|my|his|her)\b", name) or _DATE.match(name) or _NO_PUBLISHER.match(name):
        return None
    return Publication(name, year)


def _century(short: int) -> int:
    return short + (1900 if short >= 70 else 2000)
