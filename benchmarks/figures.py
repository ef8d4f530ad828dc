"""The numbers of one round, and of several rounds together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import fmean, median


@dataclass(frozen=True)
class Figures:
    """One bot's round. Times of a message in milliseconds, of a process in seconds."""

    training: float
    start_up: float
    first_answer: float
    memory: float
    understood: float
    p50: float
    p95: float
    throughput: float
    long_first: float
    long_last: float
    failed: int
    empty: int

    @property
    def growth(self) -> float:
        """What a message late in a long conversation costs, in early ones."""
        return self.long_last / self.long_first


def percentile(values: Sequence[float], share: float) -> float:
    """Between the two nearest ranks (R-7, as numpy's default). ValueError for no values."""
    if not values:
        raise ValueError("no values")
    ranked = sorted(values)
    position = share * (len(ranked) - 1)
    below = int(position)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (position - below) * (ranked[above] - ranked[below])


def windows(values: Sequence[float], size: int) -> tuple[float, float]:
    """The means of the first `size` values and of the last. ValueError where they would overlap."""
    if len(values) < 2 * size:
        raise ValueError(f"{len(values)} values are too few for two windows of {size}")
    return fmean(values[:size]), fmean(values[-size:])


def medians(rounds: Sequence[Figures]) -> Figures:
    """Each number's median by itself; what went wrong is added up instead. ValueError for none."""
    if not rounds:
        raise ValueError("no rounds")
    summary = {name: median(getattr(each, name) for each in rounds) for name in _NAMES}
    return Figures(
        **summary,
        failed=sum(each.failed for each in rounds),
        empty=sum(each.empty for each in rounds),
    )


_NAMES = [each.name for each in fields(Figures) if each.type == "float"]
