"""What time it is: the real clock, or the one that the environment has frozen."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]

FROZEN_AT = "PRORATA_NOW"


def frozen(at: str) -> Clock:
    """A clock that stands still. `at` is ISO 8601 with an offset, else ValueError."""
    instant = datetime.fromisoformat(at)
    if instant.tzinfo is None:
        raise ValueError(f"{FROZEN_AT} needs an offset, for example 2026-11-22T12:00:00-05:00")
    return lambda: instant


def environment_clock() -> Clock:
    at = os.environ.get(FROZEN_AT)
    return frozen(at) if at else lambda: datetime.now().astimezone()
