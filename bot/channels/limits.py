"""How often: a token bucket for each key (session, address).

Written here because the libraries for it need a newer `packaging` than Rasa allows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Seconds = Callable[[], float]

_SWEEP_AFTER = 10_000


@dataclass(frozen=True)
class Rate:
    """`burst` at once, then `per_second` on average."""

    burst: int
    per_second: float


class Buckets:
    """`seconds` is a monotonic clock."""

    def __init__(self, rate: Rate, seconds: Seconds) -> None:
        self._rate = rate
        self._seconds = seconds
        self._buckets: dict[str, tuple[float, float]] = {}  # what is left, and when it was
        self._kept = 0  # by the last sweep

    def take(self, key: str) -> bool:
        """False where the key has used up what it has."""
        if len(self._buckets) > max(_SWEEP_AFTER, 2 * self._kept):
            self._sweep()
        left = self._left(key)
        if left < 1:
            return False
        self._buckets[key] = (left - 1, self._seconds())
        return True

    def _left(self, key: str) -> float:
        left, since = self._buckets.get(key, (float(self._rate.burst), 0.0))
        refilled = left + (self._seconds() - since) * self._rate.per_second
        return min(float(self._rate.burst), refilled)

    def _sweep(self) -> None:
        """A full bucket is as good as none."""
        full = [key for key in self._buckets if self._left(key) >= self._rate.burst]
        for key in full:
            del self._buckets[key]
        self._kept = len(self._buckets)
