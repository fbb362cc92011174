"""What a reply means: its words about waiting, and its text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from papershelf.lock.connection import Broken, Refused, Reply

_DATA = re.compile(r"(?:application|text)/(?!xhtml)(?:[\w.-]+\+)?(?:json|xml)", re.ASCII)


def text(reply: Reply) -> str:
    """What it says, where it is data in UTF-8, as all services send. Raises Refused or Broken."""
    kind = reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if not _DATA.fullmatch(kind):
        said = kind if re.fullmatch(r"[\w.+/-]{1,80}", kind, re.ASCII) else "nothing known"
        raise Refused(f"answered with {said}, which is no data: perhaps a page for people that says what is wrong")
    try:
        said = reply.body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("sent an answer that is not in UTF-8") from None
    if not said.rstrip().endswith(("}", "]", ">")):  # where no length was stated, nothing else tells an early end
        raise Broken("broke off in the middle of its answer")
    return said


def left_alone(reply: Reply, now: datetime) -> float:
    """For how many seconds a service asks to be left alone, in Retry-After: seconds, or a date (RFC 9110, 10.2.3). 0
    where it says nothing that can be read."""
    stated = reply.headers.get("Retry-After", "")
    if re.fullmatch(r"\s*[0-9]+\s*", stated, re.ASCII):
        return float(stated)  # which no number is too long for
    try:
        when = parsedate_to_datetime(stated)
    except ValueError:
        return 0
    return max(0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds())


def pause(reply: Reply) -> float:
    """Seconds between requests that Crossref asks for, 0 where nothing is said. Lists of works may be asked for once a
    second, three times by who leaves a mail address, single works oftener (https://doi.org/10.64000/wadve-3tj60)."""
    limit = re.fullmatch(r"[0-9]{1,6}", reply.headers.get("x-rate-limit-limit", ""))
    interval = re.fullmatch(r"([0-9]{1,6})s", reply.headers.get("x-rate-limit-interval", ""))
    return int(interval[1]) / int(limit[0]) if limit and interval and int(limit[0]) else 0
