"""STAGE papers + what was published -> papers under ids and citation keys that never change.

    file     that file, read and written
    names    what a paper can be found by when the list is read again
    assign   which paper is which; new ids; redirects; what is gone
    keys     citation keys
    keep     the file brought up to date
    follow   what people call a paper -> what its records are called

A build only reads the file: without it every id is still the same on every machine, but nothing keeps it from
changing with the list. `papershelf lock` writes it.
"""

from papershelf.permalinks.assign import Assigned, assign
from papershelf.permalinks.file import FILE, Promised, read, text
from papershelf.permalinks.follow import follow
from papershelf.permalinks.keep import dated, lost, news, save

__all__ = ["FILE", "Assigned", "Promised", "assign", "dated", "follow", "lost", "news", "read", "save", "text"]
