"""What has to be reached against stock Rasa, and what was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.figures import Figures


@dataclass(frozen=True)
class Row:
    """`compared` is the number that `limit` bounds, made of stock's figures and ours."""

    label: str
    shown: Callable[[Figures], str]
    compared: Callable[[Figures, Figures], float]
    limit: float | None = None
    at_least: bool = False

    @property
    def bar(self) -> str:
        if self.limit is None:
            return ""
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"

    def is_reached(self, stock: Figures, ours: Figures) -> bool:
        """ValueError for a row that has no bar."""
        if self.limit is None:
            raise ValueError(f"{self.label}: nothing to reach")
        compared = self.compared(stock, ours)
        return compared >= self.limit if self.at_least else compared <= self.limit


def _relative(name: str) -> Callable[[Figures, Figures], float]:
    return lambda stock, ours: getattr(ours, name) / getattr(stock, name)


TRAINING = Row("training, s", lambda f: f"{f.training:.1f}", _relative("training"), 0.25)

SERVING = (
    Row("start-up until ready, s", lambda f: f"{f.start_up:.1f}", _relative("start_up"), 0.5),
    Row("resident memory after load, MB", lambda f: f"{f.memory:.0f}", _relative("memory"), 0.65),
    Row(
        "first answer after start-up, ms",
        lambda f: f"{f.first_answer:.0f}",
        _relative("first_answer"),
    ),
    Row("NLU alone, p50, ms", lambda f: f"{f.understood:.1f}", _relative("understood"), 0.5),
    Row("one customer, p50, ms", lambda f: f"{f.p50:.1f}", _relative("p50"), 0.5),
    Row("one customer, p95, ms", lambda f: f"{f.p95:.1f}", _relative("p95")),
    Row(
        "eight customers, messages/s",
        lambda f: f"{f.throughput:.1f}",
        _relative("throughput"),
        3,
        at_least=True,
    ),
    Row(
        "long conversation, first 25, ms", lambda f: f"{f.long_first:.1f}", _relative("long_first")
    ),
    Row("long conversation, last 25, ms", lambda f: f"{f.long_last:.1f}", _relative("long_last")),
    Row(
        "long conversation, last ÷ first (ours alone)",
        lambda f: f"{f.growth:.2f} ×",
        lambda _, ours: ours.growth,
        1.5,
    ),
    Row(
        "failed and empty answers (ours alone)",
        lambda f: f"{f.failed} and {f.empty}",
        lambda _, ours: ours.failed + ours.empty,
        0,
    ),
)

ROWS = (TRAINING, *SERVING)
