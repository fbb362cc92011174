"""Where a paper was published, as its comment lines state it.

A statement is a bare name with a year (`ACL 2023`, `ICLR 2024 (spotlight)`) or a verb with a name (`To appear in Annals
of Mathematics`, `Accepted at the 40th International Conference on Machine Learning (ICML 2023)`). Venue and year come
from one statement. What is only hoped for (`submitted to`), or said of another version of the text, states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    r"(?P<name>[A-Z][\w&/+@.-]*(?:\s+(?:of|on|the|in|and|for|&|[A-Z][\w&/+@-]*)){0,6}?)[\s,]*"
    rf"(?:['’-]\s?(?P<short>[0-9]{{2}})|(?P<year>{_YEAR}))(?![\w–]|-[0-9])(?P<rest>.*)",
    re.S,
)
_JOURNAL = re.compile(
    r"(?P<name>(?:[A-Z][\w/.&]*\s+){0,3}(?:Transactions|Journal|Annals|Proceedings|Letters|Magazine)(?:\s+[A-Za-z][\w-]*){0,8})"
    rf"(?:\s*\([A-Z][\w&/-]*\))?[\s,(]+(?P<year>{_YEAR})\)?\.?"
)
# Names of meetings that are no acronyms; they may stand bare.
_MEETING_NAMES = "interspeech eurographics humanoids usenix crypto eurocrypt asiacrypt middleware coling odyssey"
_MEETINGS = frozenset(_MEETING_NAMES.split())
_TRACK = re.compile(
    r"[\s,]*((?:findings|workshops?|datasets?\s+and\s+benchmarks?|demo(?:nstration)?s?|industry|system\s+demonstrations?"
    r"|student\s+research\s+workshop|tiny\s+papers?|journal)\b.*)",
    re.I,
)
_LONGEST_COMMENT = 2000


def publication(comments: Iterable[str]) -> Publication | None:
    """Where the comments say that the paper was or will be published; the firmest statement if there are several."""
    found = [statement for comment in comments for statement in _statements(comment[:_LONGEST_COMMENT])]
    return min(found, key=lambda statement: statement[0])[1] if found else None


def _statements(comment: str) -> Iterator[tuple[int, Publication]]:
    """(how firm: 0 published, 1 to be published, 2 a bare name; what is stated) for each sentence of a comment line."""
    for sentence in _sentences(comment):
        if _NOT_THIS.search(sentence):
            continue
        verb = _VERB.search(sentence)
        if verb:
            rest = sentence[verb.end() :]
            again = _VERB.match(rest)  # accepted, to appear in JMLR
            stated = _venue(rest[again.end() :] if again else rest)
            if stated:
                yield (0 if verb["published"] else 1), stated
            continue
        bare = (_bare(part.strip()) for part in re.split(r",\s+(?=[A-Z])", sentence))
        first = _journal(sentence.strip()) or next(filter(None, bare), None)
        if first:
            yield 2, first


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
    """`ACL 2023`, `NeurIPS 2022 Datasets and Benchmarks Track`: a name with capitals, and its year."""
    m = _BARE.match(_GLUED_YEAR.sub(r"\1 \2", text))
    if not m or _NO_VENUE.search(m["name"]):
        return None
    name, rest = m["name"], m["rest"].strip()
    capitals = any(sum(map(str.isupper, word)) >= 2 for word in name.split())
    if not capitals and name.lower() not in _MEETINGS and not re.match(r"Proc(?:\.|eedings)|Findings", name):
        return None
    track = _TRACK.match(rest)
    if rest and not (
        track or rest[0] in ",.:;([-–" or _MANNER.match(rest) or re.match(r"(?:accepted|paper)\b", rest, re.I)
    ):
        return None
    if m["short"] and (rest or not re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*", name)):
        return None
    year = int(m["year"]) if m["year"] else _century(int(m["short"]))
    return _named(f"{name} {track[1]}" if track else name, year)


def _journal(text: str) -> Publication | None:
    """`Transactions on Machine Learning Research (TMLR), 2023`: a name that says what it is, and a year at the end."""
    m = _JOURNAL.fullmatch(text)
    return _named(m["name"], int(m["year"])) if m else None


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
    name = re.sub(r"^(?:the|an?)\s+", "", name).strip(" ,:-–'\"“”")
    if not 2 <= len(name) <= 200 or not re.search("[A-Z]", name) or re.match(r"(?:its|our|this|that|their)\b", name):
        return None
    return None if re.fullmatch(rf"{_MONTHS}|arxiv", name, re.I) else Publication(name, year)


def _century(short: int) -> int:
    return short + (1900 if short >= 70 else 2000)
