"""An entry of any bibliographic format → a record: what every format says in its own words is said here in one way.

A format's reader finds the entries and the values of their fields; what a value means (a name, a page range, an arXiv
id in a note) is the same for all of them and lives here.

    fields     what a reader hands in: `Fields`
    making     `record`: fields → the record, and remarks about values that could not be used
    persons    `names`: authors in every usual form
    cells      `split_names`: the author cell of a table
    types      `record_type`: `inproceedings`, `Conference Paper`, `proceedings-article` → one word
    ids        DOI, arXiv id and other ids, wherever they are stated
    numbers    pages, volumes, issues
    dates      year, month, day
    markup     `plain`: HTML tags and character references out of titles and abstracts
"""

from papershelf.readers.entry.cells import split_names
from papershelf.readers.entry.dates import day_of
from papershelf.readers.entry.fields import Fields
from papershelf.readers.entry.ids import arxiv_of
from papershelf.readers.entry.making import record
from papershelf.readers.entry.markup import plain, spelled_out
from papershelf.readers.entry.persons import Name, names
from papershelf.readers.entry.types import record_type

__all__ = [
    "Fields",
    "Name",
    "arxiv_of",
    "day_of",
    "names",
    "plain",
    "record",
    "record_type",
    "spelled_out",
    "split_names",
]
