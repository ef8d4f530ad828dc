"""The figures as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles

BAR_MS = 15.0

_PAGE = """\
# What a price costs

Made by `python -m benchmarks.quoting` on {day}; {machine}. The whole of Prorata: bot,
action server and embedded billing service, one process each. One customer at a time, signed in, in a new conversation,
asks for a price in one message; both languages in turn. Between the action server and the billing service stands a
server that notes how long each request took: its sum is the billing system's time, the rest of the turn is ours.

| {count} prices | p50 | p95 |
|---|--:|--:|
| from question to answer | {turn[0]:.1f} ms | {turn[1]:.1f} ms |
| of it the billing system, {requests} requests | {theirs[0]:.1f} ms | {theirs[1]:.1f} ms |
| **ours** (bar: p50 ≤ {bar:g} ms) | **{ours[0]:.1f} ms** | {ours[1]:.1f} ms |

**{verdict}**
"""


@dataclass(frozen=True)
class Price:
    """Of one turn: seconds from question to answer, and of each request to the billing system."""

    turn: float
    requests: tuple[float, ...]

    @property
    def theirs(self) -> float:
        return sum(self.requests)

    @property
    def ours(self) -> float:
        return self.turn - self.theirs


def page(day: date, machine: str, prices: Sequence[Price]) -> str:
    ours = _p50_p95([price.ours for price in prices])
    return _PAGE.format(
        day=day.isoformat(),
        machine=machine,
        count=len(prices),
        turn=_p50_p95([price.turn for price in prices]),
        requests=f"{median(len(price.requests) for price in prices):g}",
        theirs=_p50_p95([price.theirs for price in prices]),
        ours=ours,
        bar=BAR_MS,
        verdict="The bar is reached." if ours[0] <= BAR_MS else "The bar is not reached.",
    )


def _p50_p95(seconds: Sequence[float]) -> tuple[float, float]:
    return median(seconds) * 1000, quantiles(seconds, n=20)[-1] * 1000
