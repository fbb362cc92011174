"""The README's words and picture against the truth. Commands, targets and links: test_docs.py."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from papershelf import build, config, why

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_what_why_really_says() -> None:
    shown = re.search(r"^\$ \.venv/bin/papershelf why (\S+)\n(.*?)^…\n```", README, re.M | re.S)
    assert shown
    said = why.why(build.read(config.read(ROOT)), shown[1])
    assert said is not None
    assert lines_aside(said).startswith(lines_aside(shown[2]))


def test_the_picture_has_a_light_and_a_dark_form_of_one_size_below_200_kb() -> None:
    names = re.findall(r'<(?:source|img)\b[^>]*\bsrc(?:set)?="([^"]+)"', README)
    assert names == [".github/home-dark.png", ".github/home-light.png"]
    dark, light = ((ROOT / name).read_bytes() for name in names)
    assert dark != light
    assert max(len(dark), len(light)) < 200_000
    assert size(dark) == size(light)
    assert re.search(r'<img\b[^>]*\balt="[^"]{20,}"', README)


def lines_aside(text: str) -> str:
    """Without numbers of lines: they move when the list grows."""
    return re.sub(r"(?<=\.txt:|\.yml:)\d+-\d+", "N", text)


def size(png: bytes) -> tuple[int, int]:
    """Width and height, from the header (PNG specification, 11.2.2)."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height
