"""Values of decoded JSON of which nobody knows the type: what can be used of them, and nothing for the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def as_dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def texts(value: object) -> list[str]:
    if not value:
        return []
    values: Iterable[object] = value if isinstance(value, list) else (value,)
    return [text for text in map(text_of, values) if text]


def text_of(value: object) -> str:
    """A text, the first of a list, or the name of an object."""
    for _ in range(5):
        if isinstance(value, str):
            return value
        if not value:
            return ""
        if isinstance(value, list):
            value = next((one for one in value if one), None)
        elif isinstance(value, dict):
            keys = ("display_name", "name", "literal", "raw", "tag", "note", "keyword", "value", "source", "title")
            value = next((value[key] for key in keys if value.get(key)), None)
    return ""


def first(item: dict[str, Any], *keys: str) -> str:
    for key in keys:
        if (value := item.get(key)) and (text := text_of(value)):
            return text
    return ""
