"""What HTTP itself says of a request that was not taken; what platforms add is in their files."""

from __future__ import annotations

import math
from datetime import timezone
from email.utils import parsedate_to_datetime

from bot.clock import Clock
from bot.outbound.http import Answer
from bot.outbound.outbox import TryAgain, Undeliverable

_LONGEST = 3600.0


def judge_status(answer: Answer, clock: Clock) -> None:
    """Raises TryAgain for what passes (RFC 9110: 408, 429, 5xx), Undeliverable for other refusals.

    401 and 403 pass, too: a token that was withdrawn is put right by whoever runs us. A success
    without JSON is a proxy's page: nothing was taken.
    """
    if 200 <= answer.status < 300:
        if answer.body is None:
            raise TryAgain(f"HTTP {answer.status} without JSON")
        return
    if answer.status in (401, 403, 408, 425, 429) or answer.status >= 500:
        raise TryAgain(f"HTTP {answer.status}", retry_after(answer, clock))
    raise Undeliverable(f"HTTP {answer.status}")


def retry_after(answer: Answer, clock: Clock) -> float | None:
    """Seconds from the header, which may be a number or a date; an hour at most."""
    given = answer.headers.get("retry-after", "").strip()
    try:
        seconds = float(given)
    except ValueError:
        seconds = _until(given, clock)
    return min(seconds, _LONGEST) if math.isfinite(seconds) and seconds >= 0 else None


def _until(given: str, clock: Clock) -> float:
    try:
        at = parsedate_to_datetime(given)
    except (ValueError, OverflowError):
        return math.nan
    at = at if at.tzinfo else at.replace(tzinfo=timezone.utc)
    return (at - clock()).total_seconds()
