"""Coverage-guided fuzzing: `python -m benchmarks.fuzz FORMAT SECONDS [CORPUS_DIR]`; `all` takes each reader in turn.

atheris (libFuzzer for Python) makes the input, from the samples of tests/; what is asserted are the laws of reading: no
exception, nothing lost or doubled, no input of which the time grows faster than its size. A finding is written to
CORPUS_DIR and ends the run of that format with status 1. Needs the dependency group `fuzz`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "tests" / "samples"
SEEDS = Path(__file__).parent.parent / "seeds" / "sources"
SLOW = 2.0
"""Seconds for one small input (libFuzzer's are at most 4,096 bytes): anything near it is a blow-up."""


def main() -> None:
    name, seconds = sys.argv[1], int(sys.argv[2])
    if name != "all":
        _fuzz(name, seconds, Path(sys.argv[3]) if len(sys.argv) > 3 else Path(tempfile.mkdtemp()))
        return
    from papershelf import readers

    wrong = []
    for each in readers.READERS:
        done = subprocess.run([sys.executable, "-m", "benchmarks.fuzz", each, str(seconds), *sys.argv[3:]], check=False)
        wrong += [each] if done.returncode else []
    sys.exit(f"findings in: {', '.join(wrong)}" if wrong else 0)


def _fuzz(name: str, seconds: int, corpus: Path) -> None:
    import atheris

    with atheris.instrument_imports(include=["papershelf.readers", "bibtexparser", "rispy"]):
        from papershelf import readers

    def once(data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape")
        started = time.process_time()
        for read in (readers.READERS[name], readers.read):
            items = sorted(read(text, "x"), key=lambda item: item.place)
            assert "".join("".join(item.raw.split()) for item in items) == "".join(text.split()), "lost or doubled"
        assert time.process_time() - started < SLOW, "slow"

    mine = corpus / name.replace(" ", "-")
    mine.mkdir(parents=True, exist_ok=True)
    for file in (*SAMPLES.iterdir(), *SEEDS.iterdir()):
        (mine / f"sample-{file.name}").write_bytes(file.read_bytes()[:4096])
    flags = [f"-max_total_time={seconds}", "-max_len=4096", "-timeout=10", "-rss_limit_mb=1500", "-close_fd_mask=1"]
    atheris.Setup([sys.argv[0], *flags, f"-artifact_prefix={mine}/finding-", str(mine)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
