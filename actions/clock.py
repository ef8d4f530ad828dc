"""What time it is: the real clock, or the one that the environment has frozen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def clock(frozen_at: str | None) -> Clock:
    """`frozen_at` is ISO 8601 with an offset, else ValueError; None is the real clock."""
    if frozen_at is None:
        return lambda: datetime.now().astimezone()
    instant = datetime.fromisoformat(frozen_at)
    if instant.tzinfo is None:
        raise ValueError("PRORATA_NOW needs an offset, for example 2026-11-22T12:00:00-05:00")
    return lambda: instant
