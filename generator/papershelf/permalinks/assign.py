"""Which paper is which of those that were published: ids and keys stay with their papers, whatever happened to the
list in between."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papershelf.model import Gone, Paper, Permalink, Problem
from papershelf.permalinks import keys
from papershelf.permalinks.names import SURE, TEXT, kept, names_of


@dataclass(frozen=True, slots=True)
class Assigned:
    """Papers under their lasting ids, and the promises that hold from now on."""

    papers: tuple[Paper, ...]
    """In the order given; `id`, `key`, `first_seen`, `aliases`, `former_keys` are set."""
    gone: tuple[Gone, ...]
    """By id."""
    permalinks: tuple[Permalink, ...]
    """What `papershelf lock` writes, dates of today still missing; by id."""
    missing: tuple[Permalink, ...]
    """Published, and not in the list any more; not locked as removed yet."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A published address of which nobody said what becomes of it."""
        return tuple(
            Problem(
                link.place,
                f"papers/{link.id}/ was published, and no record of it is left in seeds/sources/",
                "the record, or `papershelf lock --offline`, which leaves a page that says that it was removed",
                link.id,
            )
            for link in self.missing
        )


def assign(papers: Sequence[Paper], promised: Sequence[Permalink]) -> Assigned:
    """Find each promise's paper again; give new papers an id and a key that nobody has. Order of input is irrelevant.

    A paper that two promises name keeps the older address, and the other leads to it (the promise remembers its own
    names, so that it lives again if the merge is undone). Of two papers that one promise names, that with the surer
    name keeps the address.
    """
    names = [names_of(paper) for paper in papers]
    own = _own(papers, names, promised)
    followed = _followed(names, own, promised)
    found = {number: link for link, number in own.items()}
    taken = {ident for link in promised for ident in (link.id, *link.aliases)}
    taken_keys = {link.key for link in promised}
    numbers: dict[str, int] = {}
    wanted = sorted((n for n in range(len(papers)) if n not in found), key=lambda n: papers[n].id)
    issued: dict[int, Permalink] = {}
    by_id = {link.id: link for link in promised}
    for n in wanted:
        ident = _free(papers[n].id, taken)
        taken.add(ident)
        key = keys.unique(papers[n], taken_keys, numbers)
        taken_keys.add(key)
        issued[n] = Permalink(ident, key, None, ())
    done: list[Paper] = []
    promises: dict[str, Permalink] = {}
    for n, paper in enumerate(papers):
        link = by_id[found[n]] if n in found else issued[n]
        others = [by_id[ident] for ident in sorted(followed.get(n, ()))]
        natural = [] if paper.id in (link.id, *link.aliases) or paper.id in taken else [paper.id]
        aliases = tuple(dict.fromkeys((*link.aliases, *natural)))
        theirs = {name for other in others for name in other.names}
        said = dict.fromkeys((*link.names, *(name for name in kept(paper) if name not in theirs)))
        promises[link.id] = replace(
            link, names=tuple(said), aliases=aliases, title=paper.label[:200], merged_into="", removed=None
        )
        for other in others:
            promises[other.id] = replace(other, merged_into=link.id, removed=None)
        done.append(
            replace(
                paper,
                id=link.id,
                key=link.key,
                first_seen=link.first_seen,
                aliases=(*aliases, *(ident for other in others for ident in (other.id, *other.aliases))),
                former_keys=tuple(other.key for other in others),
            )
        )
    lost = [link for link in promised if link.id not in promises]
    gone = [Gone(link.id, link.key, link.title, link.removed, _arxiv(link)) for link in lost]
    promises.update((link.id, link) for link in lost)
    return Assigned(
        papers=tuple(done),
        gone=tuple(sorted(gone, key=lambda one: one.id)),
        permalinks=tuple(sorted(promises.values(), key=lambda link: link.id)),
        missing=tuple(link for link in lost if link.removed is None),
    )


def _own(papers: Sequence[Paper], names: Sequence[dict[str, int]], promised: Sequence[Permalink]) -> dict[str, int]:
    """Id of a promise -> number of the paper that it is about. Surest names first; each at most once."""
    named: dict[str, list[int]] = defaultdict(list)
    for number, said in enumerate(names):
        for name in said:
            named[name].append(number)
    claims = sorted(
        {
            (
                max(names[number][name], TEXT),  # of two promises that surely name a paper the older one holds
                bool(link.merged_into),
                bool(link.removed),
                str(link.first_seen or "9"),
                names[number][name],
                link.id != papers[number].id,
                link.id,
                papers[number].id,
                number,
            )
            for link in promised
            for name in link.names
            for number in named.get(name, ())
        }
    )
    own: dict[str, int] = {}
    settled: set[int] = set()
    for *_, ident, _wish, number in claims:
        if ident not in own and number not in settled:
            own[ident] = number
            settled.add(number)
    return own


def _followed(
    names: Sequence[dict[str, int]], own: dict[str, int], promised: Sequence[Permalink]
) -> dict[int, set[str]]:
    """Number of a paper -> ids of the promises whose papers turned out to be it: by its names, or as locked before."""
    strong = {name: n for n, said in enumerate(names) for name, strength in said.items() if strength in (SURE, TEXT)}
    by_id = {link.id: link for link in promised}
    followed: dict[int, set[str]] = defaultdict(set)
    for link in promised:
        if link.id in own:
            continue
        numbers = sorted({strong[name] for name in link.names if name in strong})
        end, seen = link, {link.id}
        while end.id not in own and end.merged_into in by_id and end.merged_into not in seen:
            end = by_id[end.merged_into]
            seen.add(end.id)
        if numbers:
            followed[numbers[0]].add(link.id)
        elif end.id in own:
            followed[own[end.id]].add(link.id)
    return followed


def _arxiv(link: Permalink) -> str | None:
    return next((name.removeprefix("arXiv:") for name in link.names if name.startswith("arXiv:")), None)


def _free(wish: str, taken: set[str]) -> str:
    ident, number = wish, 1
    while ident in taken:
        digits = hashlib.sha256(f"{wish} {number}".encode("utf-8", "replace")).hexdigest()[:6]
        ident, number = f"{wish}-{digits}", number + 1
    return ident
