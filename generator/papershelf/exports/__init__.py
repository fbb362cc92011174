"""STAGE exports: the Library -> files to cite from, for reference managers, LaTeX, spreadsheets and programs.

files      which there are, and where they stand
formats    the formats, each by its name
csl        a paper as an item of CSL-JSON: the other formats are made from it
persons    its authors in parts
bibtex     as an entry of BibTeX or BibLaTeX          (tex: text as TeX)
ris        as a reference of RIS
table      as a row of CSV
api        as JSON, for programs                      (schema: what that JSON looks like)
known      what they look up
clusters   which records are the same paper: what `papershelf dedupe` writes
"""

from papershelf.exports.files import data_file, downloads, downloads_of, files, is_small, text
from papershelf.exports.formats import FORMATS
from papershelf.exports.known import Known

__all__ = ["FORMATS", "Known", "data_file", "downloads", "downloads_of", "files", "is_small", "text"]
