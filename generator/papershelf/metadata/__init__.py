"""What programs read of a page: reference managers, search engines, previews of links. Nouns in, HTML or data out.

    head        what templates print into the <head> of a page
    highwire    a paper as citation_* tags                (people: its authors, so that none is split or lost)
    facts       what the next three state of a paper
    opengraph   a paper as OpenGraph, beyond what theme/partials/meta.html says of every page
    jsonld      papers and lists as schema.org data
    alternates  the files that hold the same as a page
    coins       papers of a list, for reference managers
    zotero      what Zotero calls the types of items
    crawlers    robots.txt, and the day on which a page changed
    elements    one escaper for each place in the <head>

What reference managers make of all this was tried on the translators of Zotero (https://github.com/zotero/translators,
Embedded Metadata, RDF and COinS) and is written down in `tests/metadata`.
"""

from papershelf.metadata.crawlers import files
from papershelf.metadata.head import Heads

__all__ = ["Heads", "files"]
