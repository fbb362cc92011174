"""Makes plain `mkdocs serve` and `mkdocs build` generate the pages first: mkdocs.yml names it under `hooks:`."""

from papershelf.live import on_pre_build, on_serve

__all__ = ["on_pre_build", "on_serve"]
