"""Many papers in few requests, and a batch that fails asked again in halves: what one paper's id does to a request must
not cost its neighbours their answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from papershelf.lock.statement import Missed, Statement, Wanted
from papershelf.text import one_line

PATIENCE = 10
"""So many requests in a row without a usable answer are the service's fault and no batch's: halving 200 papers down to
the one that spoils the request takes nine."""


class Unusable(Exception):
    """The answer cannot be read. Its text says why, in words for a person."""


def sliced(papers: Sequence[Wanted], size: int) -> list[Sequence[Wanted]]:
    """`papers` in batches of `size` at most."""
    return [papers[start : start + size] for start in range(0, len(papers), size)]


def asked(
    service: str,
    batches: Iterable[Sequence[Wanted]],
    ask: Callable[[Sequence[Wanted]], Iterable[Statement | Missed]],
) -> Iterator[Statement | Missed]:
    """What `ask` answers for each batch. It asks once, and raises ServiceError or Unusable where no answer came."""
    from papershelf.lock.client import ServiceError  # loads what can reach a network: not where nothing is asked

    waiting = deque(batches)
    failed = 0
    while waiting:
        batch = waiting.popleft()
        try:
            answers = list(ask(batch))
        except (ServiceError, Unusable) as error:
            why = one_line(str(error))
            failed += 1
            if failed == PATIENCE or (isinstance(error, ServiceError) and error.down):
                yield Missed(service, tuple(paper for rest in (batch, *waiting) for paper in rest), why)
                return
            if len(batch) == 1:
                yield Missed(service, tuple(batch), why)
            else:
                half = len(batch) // 2
                waiting.extendleft((batch[half:], batch[:half]))
        else:
            failed = 0
            yield from answers
