"""Licences that a source names for a paper, or a list for its own data: one name and address for all ways to write one.

What is not known here is no licence that could be stated to anybody: `© 2020 The Publisher` says that there is none,
and `CC BY` without a version may be any of five.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_CC = "https://creativecommons.org/"
_BY_ADDRESS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)/([1-4]\.0|2\.[15])(?:/.*)?", re.I | re.A
)
_BY_NAME = re.compile(
    r"(?:cc|creative commons) (by|attribution)( nc| noncommercial| non commercial)?"
    r"( sa| sharealike| share alike| nd| noderivatives| noderivs| no derivatives)? ?([1-4]\.0|2\.[15])"
    r"(?: international| unported| generic)?(?: licen[cs]e)?",
    re.A,
)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    """`CC BY 4.0`"""
    address: str


_ZERO = Licence("CC0 1.0", f"{_CC}publicdomain/zero/1.0/")
_ARXIV = Licence("arXiv.org licence to distribute", "https://arxiv.org/licenses/nonexclusive-distrib/1.0/")
_OPEN_DATA = "https://opendatacommons.org/licenses"
_OTHERS = {
    "cc0": _ZERO, "cc0 1.0": _ZERO, "cc zero 1.0": _ZERO, "creative commons zero v1.0 universal": _ZERO,
    "creative commons zero 1.0 universal": _ZERO, "creativecommons.org/publicdomain/zero/1.0": _ZERO,
    "arxiv.org perpetual, non exclusive license": _ARXIV, "arxiv.org/licenses/nonexclusive distrib/1.0": _ARXIV,
    "odbl 1.0": Licence("ODbL 1.0", f"{_OPEN_DATA}/odbl/1-0/"),
    "odc by 1.0": Licence("ODC-By 1.0", f"{_OPEN_DATA}/by/1-0/"),
    "pddl 1.0": Licence("PDDL 1.0", f"{_OPEN_DATA}/pddl/1-0/"),
}  # fmt: skip
"""Without `https://`, hyphens and a slash at the end."""


@lru_cache(maxsize=1 << 10)
def licence(text: str) -> Licence | None:
    """Of an address, an SPDX id (https://spdx.org/licenses/) or a name: `CC-BY-4.0`, `Creative Commons Attribution 4.0
    International`. None for what is not known."""
    said = " ".join(text[:_LONGEST].split())
    if found := _BY_ADDRESS.fullmatch(said):
        return _creative_commons(found[1].lower(), found[2])
    plain = re.sub(r"^https?://|(?<=\w)/$", "", said.lower()).replace("-", " ")
    if found := _BY_NAME.fullmatch(plain):
        _, commercial, shared, version = found.groups()
        kind = "by" + ("-nc" if commercial else "") + ("" if not shared else "-sa" if shared[1] == "s" else "-nd")
        return _creative_commons(kind, version)
    return _OTHERS.get(plain.rstrip("."))


def _creative_commons(kind: str, version: str) -> Licence:
    return Licence(f"CC {kind.upper()} {version}", f"{_CC}licenses/{kind}/{version}/")
