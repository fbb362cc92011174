"""mkdocs.yml, read for papershelf: the values, and the line of each for a message about it.

Tags (`!!python/name:…`) are passed over instead of run; `!ENV` and `INHERIT` mean what they mean to MkDocs
(https://www.mkdocs.org/user-guide/configuration/).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from papershelf import yamlfile


class ConfigError(Exception):
    """A setting is wrong; the message names the file, the key and what would be right."""


@dataclass(frozen=True, slots=True)
class MkdocsYml:
    """What mkdocs.yml and the files it inherits from say."""

    files: tuple[yamlfile.YamlFile, ...]
    """The nearest first."""
    data: dict[str, Any]

    @classmethod
    def load(cls, root: Path, name: str) -> MkdocsYml:
        files: list[yamlfile.YamlFile] = []
        data: dict[str, Any] = {}
        path = name
        while True:
            file = _load_one(root, path)
            files.append(file)
            data = _merge(file.data, data)
            parent = file.data.get("INHERIT")
            if parent is None:
                break
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), str(parent)))
            if any(file.path == path for file in files) or not (root / path).is_file():
                what = f"{file.place('INHERIT')}: INHERIT names {parent!r}"
                raise ConfigError(
                    f"{what}; right would be: another file that exists, by its path from this file's folder"
                )
        return cls(tuple(files), data)

    def error(self, keys: tuple[Any, ...], what: str, right: str) -> ConfigError:
        names = tuple(map(str, keys))
        file = next((file for file in self.files if names in file.lines), self.files[0])
        return ConfigError(f"{file.place(*names)}: {'.'.join(names)} {what}; right would be: {right}")

    def text(self, key: str, default: str | None) -> str:
        return self.text_at((key,), default)

    def text_at(self, keys: tuple[str, ...], default: str | None) -> str:
        value: Any = self.data
        for key in keys:
            value = value.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            what = "is missing" if value is None else f"holds {value!r}"
            raise self.error(keys, what, "a text (in quotes, if it looks like a number)")
        return value


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`; passes over every other tag, since nothing behind a tag concerns papershelf."""


def _nothing(loader: yaml.Loader, node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor(None, _nothing)


def _load_one(root: Path, path: str) -> yamlfile.YamlFile:
    try:
        file = yamlfile.load(root, path, _Loader)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    for problem in file.problems:
        raise ConfigError(str(problem))
    if file.data is not None and not isinstance(file.data, dict):
        raise ConfigError(
            f"{path}:1: holds no keys; right would be: keys with values, such as `site_name: Reading list`"
        )
    return replace(file, data=file.data or {})


def _merge(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    """As MkDocs inherits: mappings merge, anything else of the child replaces the parent's."""
    merged = dict(parent)
    for key, value in child.items():
        mine = merged.get(key)
        merged[key] = _merge(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return merged
