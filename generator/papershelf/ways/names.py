"""The other ids of a paper: what may stand in an address instead of its own."""

from __future__ import annotations

import re

from papershelf import identifiers
from papershelf.model import Paper

_FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,118}[A-Za-z0-9_-])?")


def other_ids(paper: Paper) -> tuple[str, ...]:
    """Earlier addresses; by arXiv id; without dots, since GitHub's autolinks end at a dot
    (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/managing-repository-settings/configuring-autolinks-to-reference-external-resources);
    by DOI; by citation key. Only what is a plain file name, and never the paper's own id."""
    arxiv = identifiers.page_id(paper.arxiv, None)
    wishes = (
        *paper.aliases,
        arxiv,
        arxiv.replace(".", "-") if arxiv else None,
        identifiers.page_id(None, paper.doi),
        paper.key,
        *paper.former_keys,
    )
    found = dict.fromkeys(wish for wish in wishes if wish and _FILE_NAME.fullmatch(wish))
    return tuple(ident for ident in found if ident.lower() != paper.id.lower())
