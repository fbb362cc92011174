"""BibTeX name lists → names: `van Beethoven, Ludwig and {Gemma Team} and others`.

What is BibTeX's own is read here: ` and ` outside of braces, `{Collective Name}`, `First von Last` (N. Markey, "Tame
the BeaST", section 11; bibtexparser tells its parts apart), TeX in names, and BibLaTeX's extended format
`family=Harman, given=Hans, prefix=der` (manual, section 3.5). What names have in common with other formats
(`von Last, Jr, First`, initials, teams) `entry.names` reads.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts

from papershelf.readers.bibtex.braces import readable
from papershelf.readers.entry import Name, names, split_names

_AND = re.compile(r"(?<=\S) and (?=\S)", re.I)
_AND_OR_BRACE = re.compile(r"[{}]|(?<=\S) and (?=\S)", re.I)
_COMMA_OR_BRACE = re.compile(r"[{},]")
_EXTENDED = re.compile(r'"?[A-Za-z][A-Za-z-]{0,40}\s?=')
_SUFFIX = re.compile(r",\s?\{?(?:jr|sr|i{2,3}|iv)\b", re.I)
_COMPANY = re.compile(r"\b(?:inc|ltd|llc|corp|co|gmbh|plc)\b", re.I)
_STRAY_AND = re.compile(r"^(?:and )+|(?: and)+$", re.I)
_GLUED = re.compile(r"(?<=['’-]) (?=[^\W\d_])")
_PARTICLE_INSIDE = re.compile(r"\S [^\W\d_A-Z]\S* \S")
_GROUP = re.compile(r"\{(?:[^{}]++|\{[^{}]*+\})*+\}")
_LONGEST = 300
"""A longer name is text that is no name."""


def people(text: str) -> tuple[tuple[Name, ...], bool]:
    """The names of a list, in order, and whether it says that there are others."""
    parts = [_own(part) for part in _parts(" ".join(text.split()))]
    common, others = names(part for part in parts if isinstance(part, str))
    if all(isinstance(part, str) for part in parts):
        return common, others
    found: list[Name] = []
    for part in parts:
        if isinstance(part, Name):
            found.append(part)
        else:
            known, more = names((part,))
            found += known
            others |= more
    return tuple(name for name in found if name.text), others


def _parts(text: str) -> list[str]:
    inner = text[1:-1]
    if text[:1] == "{" and text[-1:] == "}" and "{" not in inner and _AND.search(inner):
        # `{Barnes and Noble}` is one author; `{Adler, Ada and Brandt, Bo}` was never meant to be.
        is_list = all(part.count(",") == 1 for part in _AND.split(inner)) and not _COMPANY.search(inner)
        text = inner if is_list else text
    parts = _AND.split(text)
    if "{" in text:
        if all(part.count("{") == part.count("}") for part in parts):
            return parts
        return _split(text, _AND_OR_BRACE)
    if len(parts) < 3 and "\\" not in text and not _EXTENDED.match(text) and _is_no_bibtex(parts):
        return split_names(text)
    return parts


def _is_no_bibtex(parts: list[str]) -> bool:
    """Whether a list has another form than BibTeX's: `Ada Adler, Bo Brandt and Cy Cole`, `Adler, A.; Brandt, B.`"""
    if ";" in parts[0]:
        return True
    commas = parts[0].count(",")
    return (commas > 1 or (commas == 1 and len(parts) == 2 and "," not in parts[1])) and not _SUFFIX.search(parts[0])


def _split(text: str, marks: re.Pattern[str]) -> list[str]:
    """`text` cut at the marks that are in no brace."""
    parts: list[str] = []
    start = depth = 0
    for m in marks.finditer(text):
        if m[0] == "{":
            depth += 1
        elif m[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(text[start : m.start()])
            start = m.end()
    parts.append(text[start:])
    return parts


def _own(name: str) -> Name | str:
    """The name where it has a form of BibTeX's own, else its text without TeX."""
    name = name.strip(" ,;")
    if len(name) > _LONGEST:
        return readable(name[:_LONGEST])
    if "and" in name[:4].lower() or "and" in name[-4:].lower():
        name = "" if name.lower() == "and" else _STRAY_AND.sub("", name)
    if "=" in name or "{" in name or "\\" in name or "~" in name or _PARTICLE_INSIDE.search(name):
        return _read(name)
    return name


@lru_cache(maxsize=50_000)
def _read(name: str) -> Name | str:
    if _EXTENDED.match(name):
        return _extended(name)
    if name[0] == "{" and name[-1] == "}" and _is_one_group(name):
        return Name(readable(name[1:-1]))
    plain = readable(name)
    if "," in _GROUP.sub("", name) or plain.lower().endswith(("et al", "et al.")):
        return plain
    if not (_PARTICLE_INSIDE.search(plain) or "{" in name):
        return plain
    parts = parse_single_name_into_parts(name, strict=False)
    if not parts.von and " " not in readable(" ".join(parts.last)):
        return plain
    given, family = readable(" ".join(parts.first)), readable(" ".join((*parts.von, *parts.last)))
    return Name(f"{given} {family}".strip(), family if given else "")


def _is_one_group(name: str) -> bool:
    depth = 0
    for i, char in enumerate(name):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0:
            return i == len(name) - 1 and name[1] != "\\"
    return False


def _extended(name: str) -> Name:
    values: dict[str, str] = {}
    for section in _split(name, _COMMA_OR_BRACE):
        key, _, value = section.strip().strip('"').partition("=")
        values[key.strip().lower()] = readable(value.strip().strip('"'))
    family = _GLUED.sub("", f"{values.get('prefix', '')} {values.get('family', '')}".strip())  # d' Alembert
    given = values.get("given") or values.get("given-i", "")
    text = " ".join(filter(None, (given, family, values.get("suffix", ""))))
    return Name(text, family if given else "")
