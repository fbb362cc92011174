"""ISSN and ISBN as exports write them: `0955-2359 (Print)`, `978-1-4822-5326-9; 1482253267`, `09552359`, `EISSN-…`.

https://www.issn.org/understanding-the-issn/issn-manual/, https://www.isbn-international.org/content/isbn-users-manual
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?:[a-z]{0,2}(?:ISSN|ISBN)[-: ]*)?([0-9][0-9-]{6,16}[0-9X])(?![0-9A-Za-z])", re.I
)


def serial_numbers(text: str) -> Iterator[tuple[str, str]]:
    """(`issn`, `0955-2359`) and (`isbn`, `9781482253269`) for each number in `text` that has as many digits."""
    for found in _NUMBER.findall(text):
        digits = found.replace("-", "").upper()
        if len(digits) == 8:
            yield "issn", f"{digits[:4]}-{digits[4:]}"
        elif len(digits) in (10, 13):
            yield "isbn", digits
