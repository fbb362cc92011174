"""Python's search for cycles is left out during work, and only then."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

from papershelf.cycles import no_search_for_cycles


class _Thing:
    itself: _Thing


def test_nothing_is_searched_during_the_work_and_not_all_that_it_made_at_its_end() -> None:
    gc.collect()
    searched = []
    gc.callbacks.append(lambda phase, info: searched.append(phase))
    try:
        with no_search_for_cycles():
            made = [[number] for number in range(10_000)]
        made.append([])  # one more was enough to set off the search
    finally:
        gc.callbacks.pop()
    assert searched == []


def test_a_cycle_made_during_the_work_is_found_afterwards() -> None:
    with no_search_for_cycles():
        thing = _Thing()
        thing.itself = thing
        seen = weakref.ref(thing)
        del thing
    assert seen() is not None
    gc.collect()
    assert seen() is None


def test_at_the_end_of_a_command_nothing_is_left_to_search() -> None:
    code = (
        "import atexit, gc; atexit.register(lambda: print(len(gc.get_objects()))); "
        "from papershelf.cli import main; main(['why', '--help'])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(done.stdout.split()[-1]) < 100


def test_work_within_work_or_work_that_fails_leaves_the_search_as_it_was() -> None:
    with no_search_for_cycles():
        with no_search_for_cycles():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="wrong"), no_search_for_cycles():
        raise ValueError("wrong")
    assert gc.isenabled()
