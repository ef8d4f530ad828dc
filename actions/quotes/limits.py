"""How long and how large an answer may be, and the clocks that measure it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes. `read` bounds one whole answer, `budget` one question with all its
    requests, waits and retries.
    """

    connect: float = 2.0
    read: float = 4.0
    budget: float = 6.0
    body: int = 256 * 1024


@dataclass(frozen=True)
class Timing:
    """The clocks and the dice, so that tests can turn them."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)
    pause: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random
