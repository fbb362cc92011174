"""The papers that a person names on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papershelf.cli import output

if TYPE_CHECKING:
    from papershelf.model import Library, Paper


def meant(library: Library, ref: str) -> list[Paper]:
    """The papers that `ref` names: one, but for a title that several have. Ends the command where there is none."""
    from papershelf import why

    found = why.find(library, ref)
    if not found:
        near = "".join(f"\n  {each}" for each in why.close(library, ref))
        raise output.not_done(f"no paper of this list is {ref}" + (f"; perhaps one of these:{near}" if near else ""))
    return found
