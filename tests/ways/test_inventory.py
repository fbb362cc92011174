"""A Sphinx site refers to papers, topics and authors of a list, through a real Sphinx build."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

from pages_server import serve
from papershelf import ways
from papershelf.model import Page
from papershelf.ways.inventory import INVENTORY
from tiny_library import library, paper, settings

CONF = """\
extensions = ["sphinx.ext.intersphinx"]
intersphinx_mapping = {{"list": ("{address}", None)}}
"""
TEXT = """\
Reading
=======

See :external+list:ref:`{paper}`, :external+list:ref:`by its key <{key}>`, :external+list:ref:`{topic}` and
:external+list:ref:`{author}`.
"""


def test_sphinx_links_papers_topics_and_authors(own_list: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    with serve(own_list / "site") as (address, _):
        (source / "conf.py").write_text(CONF.format(address=address), "utf-8")
        names = {
            "paper": "2309.00267",
            "key": "lee-etal-2023-rlaif",
            "topic": "topic-mean-field-games",
            "author": "author-theophane-weber",
        }
        (source / "index.rst").write_text(TEXT.format(**names), "utf-8")
        command = [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "-b", "html", source, out]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
    html = (out / "index.html").read_text("utf-8")
    for place in ("papers/2309.00267/", "topics/mean-field-games/", "authors/theophane-weber/"):
        assert f'href="{address}{place}"' in html
        assert (own_list / "site" / place / "index.html").is_file()
    assert "RLAIF" in html


def test_a_title_cannot_add_lines_to_the_inventory() -> None:
    """Each line is one object: a line break in a title must not make another."""
    odd = paper(label="One\nevil std:label -1 https://example.org/ Evil\u2028two", key="one")
    made = ways.ways(library(odd), settings(site_name="A\nlist"), lambda paper: "")
    (page,) = (page for page in made if page.path == INVENTORY)
    assert isinstance(page, Page)
    assert isinstance(page.text, bytes)
    head, _, body = page.text.partition(b"using zlib.\n")
    assert head.startswith(b"# Sphinx inventory version 2\n")
    lines = zlib.decompress(body).decode("utf-8").splitlines()
    assert all(line.split(" ")[1:3] == ["std:label", "-1"] for line in lines)
    assert not any(line.startswith("evil") for line in lines)
