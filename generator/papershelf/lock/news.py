"""What an answer changes, in words: a line for each thing that a reader of the list would want to know."""

from __future__ import annotations

from collections.abc import Iterator

from papershelf.lock.statement import Statement, Wanted
from papershelf.model import Publication


def news(paper: Wanted, before: Statement | None, after: Statement) -> Iterator[str]:
    """What `after` says that `before` (None: nothing was asked yet) did not."""
    name = paper.id
    if not after.found:
        of_another = after.about.startswith("arXiv:") and after.service != "arXiv"  # most preprints stay preprints
        if before is None and not of_another:
            yield f"{name}: {after.service} knows no {after.about[:100]}"
        elif before and before.found:
            yield f"{name}: {after.service} no longer knows {after.about[:100]}; what it said is kept"
        return
    was = before if before and before.found else None
    if after.notice and (was is None or after.notice != was.notice):
        yield f"{name}: {after.notice}, says {after.service}"
    if after.publication and (was is None or was.publication != after.publication):
        known = "published at" if was is None or was.publication else "now published at"
        yield f"{name}: {known} {_where(after.publication)}, says {after.service}"
    if was is None:
        if after.about.startswith("title:"):
            ids = " and ".join(filter(None, (after.arxiv and f"arXiv:{after.arxiv}", after.doi and f"doi:{after.doi}")))
            yield f"{name}: found by its title as {ids} ({after.matched})"
        return
    when = f" in v{after.version}" if after.version and after.version != was.version else ""
    if after.title != was.title:
        yield f"{name}: title changed{when}: “{after.title}”, was “{was.title}”"
    if after.authors != was.authors:
        yield f"{name}: authors changed{when}: {_authors(was, after)}"
    if after.doi != was.doi and after.doi:
        yield f"{name}: has the DOI {after.doi}"
    if when and after.title == was.title and after.authors == was.authors:
        yield f"{name}: new version v{after.version}" + (f" of {after.updated}" if after.updated else "")
    if was.notice and not after.notice:
        yield f"{name}: no longer {was.notice}, says {after.service}"


def _where(publication: Publication) -> str:
    p = publication
    venue = p.venue or p.publisher or "a place that is not named"
    return venue if not p.year or str(p.year) in venue else f"{venue} {p.year}"


def _authors(before: Statement, after: Statement) -> str:
    came = [name for name in after.authors if name not in before.authors]
    went = [name for name in before.authors if name not in after.authors]
    said = [f"{word} {', '.join(those[:5])}{' and more' if len(those) > 5 else ''}" for word, those in
            (("with", came), ("without", went)) if those]  # fmt: skip
    return "; ".join(said) or "in another order"
