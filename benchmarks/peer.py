"""bib-dedupe on one file: `python benchmarks/peer.py list.csv`, a program of its own, so that it may run with another
interpreter. https://github.com/CoLRev-Environment/bib-dedupe"""

import sys
import time
from importlib.metadata import version

import pandas  # type: ignore[import-untyped]  # comes with bib-dedupe
from bib_dedupe.bib_dedupe import block, cluster, match, merge, prep  # type: ignore[import-not-found]

if __name__ == "__main__":
    table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    table = table.rename(columns={"id": "ID", "entrytype": "ENTRYTYPE", "container": "journal"}).drop(
        columns=["source"]
    )
    start = time.process_time()
    prepared = prep(table, verbosity_level=0, cpu=1)
    matched = match(block(prepared, verbosity_level=0, cpu=1), verbosity_level=0, cpu=1)
    merged = merge(table, duplicate_id_sets=cluster(matched, verbosity_level=0), verbosity_level=0)
    seconds = time.process_time() - start
    print(f"bib-dedupe {version('bib-dedupe')}: {len(merged):,} papers; {seconds:.1f} CPU s of it without its imports")
