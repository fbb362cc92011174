"""Names of venues: journals, conferences, preprint servers.

kinds    what kind of thing a name is of
alike    whether two names are of one venue; the short form of a name
"""

from papershelf.venues.alike import differ, is_minor, same, short
from papershelf.venues.kinds import Kind, kind, preprint_server

__all__ = ["Kind", "differ", "is_minor", "kind", "preprint_server", "same", "short"]
