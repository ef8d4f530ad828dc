from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.bars import ROWS, Row
from benchmarks.figures import Figures


def _failing(stock: Figures, ours: Figures) -> list[str]:
    return [row.label for row in ROWS if row.limit is not None and not row.is_reached(stock, ours)]


def test_the_limit_itself_is_reached(stock: Figures, ours: Figures) -> None:
    assert _failing(stock, ours) == []


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ({"training": 20.1}, "training"),
        ({"start_up": 15.1}, "start-up"),
        ({"memory": 651.0}, "memory"),
        ({"p50": 10.1}, "p50"),
        ({"throughput": 119.0}, "messages/s"),
        ({"long_last": 15.1}, "last ÷ first"),
        ({"failed": 1}, "failed"),
        ({"empty": 1}, "failed"),
    ],
)
def test_each_bar_fails_by_itself(
    stock: Figures, ours: Figures, change: dict[str, Any], label: str
) -> None:
    (failing,) = _failing(stock, replace(ours, **change))
    assert label in failing


def test_stocks_own_failures_are_no_bar(stock: Figures, ours: Figures) -> None:
    assert _failing(replace(stock, failed=9), ours) == []


def test_a_bar_is_shown_with_its_direction() -> None:
    compared: dict[str, Any] = {"shown": str, "compared": lambda stock, ours: 1.0}
    assert Row("x", **compared, limit=3, at_least=True).bar == "≥ 3"
    assert Row("x", **compared, limit=0.25).bar == "≤ 0.25"
    assert Row("x", **compared).bar == ""


def test_a_row_without_a_bar_cannot_be_reached(stock: Figures, ours: Figures) -> None:
    with pytest.raises(ValueError, match="nothing to reach"):
        Row("x", str, lambda stock, ours: 1.0).is_reached(stock, ours)
