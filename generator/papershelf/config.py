"""The settings of one list: its mkdocs.yml, and in it `extra: papershelf:`.

mkdocs.yml belongs to the site engine; here only what papershelf needs is read, and of the engine's keys only what
could do harm is checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from papershelf.licences import licence
from papershelf.lock.settings import Asking, services, usual
from papershelf.mkdocs_yml import ConfigError, MkdocsYml

__all__ = ["CONFIG_FILES", "KEYS", "MACHINE", "SEEDS", "ConfigError", "Key", "Settings", "read"]

CONFIG_FILES = ("mkdocs.yml", "mkdocs.yaml")
SEEDS = "seeds"
LARGE_PAGES_FROM = 3
"""In a large list most people have one paper or two, and their entry on the index of authors names them."""
MACHINE = ".papershelf"
"""Folder in the list's root that papershelf alone writes: manifest, lock, the theme of lists outside the clone."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, checked."""

    root: Path
    """The list's folder: holds mkdocs.yml, seeds/, docs/. Absolute, links resolved."""
    docs_dir: Path
    """Below `root`."""
    site_dir: Path
    theme_dir: Path | None
    """`theme.custom_dir`; None where it is not set."""
    site_name: str
    site_url: str
    """Ends in `/`; empty where it is not set."""
    site_description: str
    repository: str | None = None
    """Address of the list's GitHub repository, for *Fix this record* links: `https://github.com/owner/name`."""
    author_pages_from: int = 1
    """An author with fewer papers than this has an entry on the author index, but no page."""
    large_from: int = 3000
    """A list of so many papers is a large one: authors of one or two papers have an entry, but no page; the lists of
    all papers, of topics, years and sources, and of all authors are cut into pages."""
    stubs_up_to: int = 2000
    """A list of at most so many papers has a page for every other id of a paper; a larger one for published ids."""
    files_each_up_to: int = 2000
    """A list of at most so many papers has files to cite each paper and each author's; a larger one makes them on the
    page."""
    cards: bool = True
    """There is a picture of each paper for previews of links."""
    fold_authors_after: int = 12
    """A longer author list shows this many names and folds the rest."""
    related: int = 5
    """How many related papers a paper page lists."""
    noindex: bool = False
    """Search engines are asked to leave the whole site out."""
    licence: str | None = None
    """Of the list's own data, as `licences` knows it: `CC0-1.0`. Never that of a paper or an abstract."""
    contact: str | None = None
    """Mail address that services are told by `papershelf lock`: who to write to instead of shutting it out."""
    services: Mapping[str, Asking] = field(default_factory=usual)
    """Name in lower case -> how it is asked; without those that are switched off."""
    refresh_after: int = 180
    """Days after which what a service said is old."""
    config_file: str = "mkdocs.yml"
    """Name of the settings file in `root`."""

    def is_large(self, papers: int) -> bool:
        """Whether a list of so many papers is too long for one page with all of them, and for a page for everybody."""
        return papers >= self.large_from

    def pages_from(self, papers: int) -> int:
        """An author with fewer papers than this has no page in a list of so many papers."""
        return max(self.author_pages_from, LARGE_PAGES_FROM if self.is_large(papers) else 1)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of `extra: papershelf:`; its default stands in `Settings`."""

    right: str
    """What a right value looks like, in words."""
    fits: Callable[[Any], bool]


def _whole(least: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= least


_REPOSITORY = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+", re.ASCII)

KEYS: dict[str, Key] = {
    "repository": Key(
        "an address like https://github.com/owner/name",
        lambda value: isinstance(value, str) and bool(_REPOSITORY.fullmatch(value)),
    ),
    "author_pages_from": Key("a whole number, 1 or more", _whole(1)),
    "large_from": Key("a whole number, 1 or more", _whole(1)),
    "stubs_up_to": Key("a whole number, 0 or more", _whole(0)),
    "files_each_up_to": Key("a whole number, 0 or more", _whole(0)),
    "cards": Key("true or false", lambda value: isinstance(value, bool)),
    "fold_authors_after": Key("a whole number, 1 or more", _whole(1)),
    "related": Key("a whole number, 0 or more", _whole(0)),
    "noindex": Key("true or false", lambda value: isinstance(value, bool)),
    "licence": Key(
        "the licence of the list's own data: CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, ODbL-1.0, ODC-By-1.0, PDDL-1.0, or the "
        "address of a Creative Commons licence",
        lambda value: isinstance(value, str) and licence(value) is not None,
    ),
    "contact": Key(
        "a mail address like team@example.org",
        lambda value: isinstance(value, str) and bool(re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value, re.ASCII)),
    ),
    "services": Key("names of services with an address, true or false", lambda value: isinstance(value, dict)),
    "refresh_after": Key("a whole number of days, 1 or more", _whole(1)),
}

REPLACED: dict[str, str] = {}
"""Settings that earlier versions had -> what to write instead, in words that end a sentence: "`other`, with …". A list
that takes a new version is told so, instead of that there is no such setting. Nothing is ever dropped from here."""


def read(root: Path, name: str | None = None) -> Settings:
    """The settings of the list in `root`, from the file `name` (mkdocs.yml, else mkdocs.yaml).

    Raises ConfigError on the first setting that is wrong.
    """
    root = root.resolve()
    if not root.is_dir():
        raise ConfigError(f"{root}: no such folder")
    if name is None:
        name = next((each for each in CONFIG_FILES if (root / each).is_file()), None)
    if name is None or not (root / name).is_file():
        raise ConfigError(
            f"{root}: no {name or CONFIG_FILES[0]} here; a list is a folder with mkdocs.yml, seeds/ and docs/: "
            "go to one, name one with --root DIR, or make one with `papershelf new DIR`"
        )
    given = MkdocsYml.load(root, name)
    site_url = given.text("site_url", "")
    if site_url and not re.match(r"https?://[^/\s]+", site_url):
        raise given.error(
            ("site_url",), f"{site_url!r} is no address", "the site's address: https://owner.github.io/name/"
        )
    custom_dir = given.text_at(("theme", "custom_dir"), "") if isinstance(given.data.get("theme"), dict) else ""
    return Settings(
        root=root,
        docs_dir=_docs_dir(root, given),
        site_dir=_site_dir(root, given),
        theme_dir=(root / custom_dir).resolve() if custom_dir else None,
        site_name=given.text("site_name", None),
        site_url=site_url.rstrip("/") + "/" if site_url else "",
        site_description=given.text("site_description", ""),
        config_file=name,
        **_own(given),
    )


def _own(given: MkdocsYml) -> dict[str, Any]:
    """What `extra: papershelf:` says, checked against KEYS."""
    extra = given.data.get("extra") or {}
    section = extra.get("papershelf") if isinstance(extra, dict) else None
    if section is None:
        return {}
    here = ("extra", "papershelf")
    if not isinstance(section, dict):
        raise given.error(here, f"holds {section!r}", f"keys with values; the keys are {', '.join(KEYS)}")
    for name, value in section.items():
        if name in REPLACED:
            raise given.error((*here, name), "is no setting any more", REPLACED[name])
        if name not in KEYS:
            near = get_close_matches(str(name), KEYS, n=1)
            hint = f"`{near[0]}`, perhaps; " if near else ""
            raise given.error((*here, name), "is no setting", f"{hint}the settings are {', '.join(KEYS)}")
        if not KEYS[name].fits(value):
            raise given.error((*here, name), f"holds {value!r}", KEYS[name].right)
    said = dict(section)
    return {**said, "services": services(given, said["services"])} if "services" in said else said


def _docs_dir(root: Path, given: MkdocsYml) -> Path:
    docs = (root / given.text("docs_dir", "docs")).resolve()
    if root not in docs.parents or _overlap(docs, root / SEEDS) or _overlap(docs, root / MACHINE):
        raise given.error(("docs_dir",), f"is {docs}", "a folder of its own in the list's: pages are written there")
    return docs


def _site_dir(root: Path, given: MkdocsYml) -> Path:
    """Engines empty this folder before they fill it, so it must hold nothing else."""
    site = (root / given.text("site_dir", "site")).resolve()
    precious = (root / SEEDS, _docs_dir(root, given), root / MACHINE, root / ".git")
    if site == root or site in root.parents or any(_overlap(site, folder) for folder in precious):
        raise given.error(("site_dir",), f"is {site}", "a folder of its own, such as site: it is emptied at each build")
    return site


def _overlap(a: Path, b: Path) -> bool:
    return a == b or a in b.parents or b in a.parents
