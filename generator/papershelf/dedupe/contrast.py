"""Two records side by side, field by field: what a person needs who decides whether they are one paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from papershelf.model import Contrast, Publication, Record
from papershelf.text import fold, to_plain

ET_AL = "et al."


def contrast(a: Sequence[Record], b: Sequence[Record]) -> tuple[Contrast, ...]:
    """What two sides say: fields that differ first, then those that one side lacks, then those that agree.

    A side is a record and those that are joined with it already: they fill what it does not say. A field that neither
    side states is left out.
    """
    mine, theirs = _stated(a), _stated(b)
    found = []
    for field, agree in _AGREE.items():
        x, y = mine[field], theirs[field]
        if x or y:
            found.append(Contrast(field, x, y, agree(x, y) if x and y else None))
    return tuple(sorted(found, key=lambda each: (False, None, True).index(each.agree)))


def _stated(side: Sequence[Record]) -> dict[str, str]:
    title = _first(record.title for record in side)
    publication = next((record.publication for record in side if record.publication), Publication(""))
    created = next((record.created for record in side if record.created), None)
    volume = publication.volume or ""
    return {
        "title": title,
        "heading": "" if title else _first(record.heading for record in side),
        "authors": _first(_authors(record) for record in side),
        "year": str(publication.year or ""),
        "venue": publication.venue,
        "volume": f"{volume} ({publication.number})" if volume and publication.number else volume,
        "pages": "–".join(filter(None, dict.fromkeys((publication.first_page, publication.last_page)))),
        "arXiv": _first(_arxiv(record) for record in side),
        "DOI": _first(record.doi for record in side),
        "submitted": str(created or ""),
        "abstract": _first(record.abstract for record in side),
    }


def _first(values: Iterable[str | None]) -> str:
    return next(filter(None, values), "")


def _authors(record: Record) -> str:
    names = "; ".join(record.authors)
    return f"{names}; {ET_AL}" if names and not record.authors_complete else names


def _arxiv(record: Record) -> str:
    return f"{record.arxiv}v{record.version}" if record.arxiv and record.version else record.arxiv or ""


# Whether two statements are one. Asked only where both sides say something.


def _same_letters(x: str, y: str) -> bool:
    return _letters(x) == _letters(y)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(to_plain(text)))


def _one_begins(x: str, y: str) -> bool:
    """The same text, or one is cut short; a heading that begins with a title."""
    short, long = sorted((_letters(x), _letters(y)), key=len)
    return bool(short) and long.startswith(short)


def _same_authors(x: str, y: str) -> bool:
    mine, theirs = x.split("; "), y.split("; ")
    cut = ET_AL in (mine[-1], theirs[-1])
    mine, theirs = ([name for name in names if name != ET_AL] for names in (mine, theirs))
    return (cut or len(mine) == len(theirs)) and all(map(_same_name, mine, theirs))


def _same_name(x: str, y: str) -> bool:
    """A word of the name in common, and no other initials: `T. Moss` and `Thea Moss`, not `Li Wang`, `Bo Wang`."""
    mine, theirs = (set(re.findall(r"[^\W\d_]+", fold(to_plain(name)))) for name in (x, y))
    shared = {word for word in mine & theirs if len(word) > 1}
    initials = [{word[0] for word in words - shared} for words in (mine, theirs)]
    return mine == theirs or (bool(shared) and (not all(initials) or bool(initials[0] & initials[1])))


def _same_venue(x: str, y: str) -> bool:
    """One may be short for the other: `Curr Opin Lipidol`, `Current Opinion in Lipidology`."""
    short, long = sorted((fold(to_plain(name)).replace(".", " ").split() for name in (x, y)), key=len)
    rest = iter(long)
    return _same_letters(x, y) or (bool(short) and all(any(w.startswith(s) for w in rest) for s in short))


def _same_volume(x: str, y: str) -> bool:
    """The issue counts where both say it."""
    mine, theirs = (re.findall(r"\w+", volume) for volume in (x, y))
    return all(p == q for p, q in zip(mine, theirs, strict=False))


def _same_pages(x: str, y: str) -> bool:
    """Last pages may be cut short (`221–8`) or absent."""
    mine, theirs = (re.findall(r"\w+", pages.lower()) for pages in (x, y))
    ends = sorted((mine[-1], theirs[-1]), key=len) if len(mine) > 1 and len(theirs) > 1 else ["", ""]
    return mine[:1] == theirs[:1] and ends[1].endswith(ends[0])


def _same_arxiv(x: str, y: str) -> bool:
    return re.sub(r"v[0-9]+$", "", x) == re.sub(r"v[0-9]+$", "", y)


_AGREE: dict[str, Callable[[str, str], bool]] = {
    "title": _same_letters,
    "heading": _same_letters,
    "authors": _same_authors,
    "year": str.__eq__,
    "venue": _same_venue,
    "volume": _same_volume,
    "pages": _same_pages,
    "arXiv": _same_arxiv,
    "DOI": str.__eq__,
    "submitted": str.__eq__,
    "abstract": _one_begins,
}
"""Field -> whether two statements of it are one; in the order in which people read them."""
