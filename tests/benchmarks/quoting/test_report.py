"""What is ours of a turn is what the billing system did not take."""

from __future__ import annotations

from datetime import date

from benchmarks.quoting.report import Price, page

DAY = date(2026, 11, 26)


def test_the_rest_of_a_turn_is_ours() -> None:
    price = Price(0.025, (0.004, 0.006))
    assert round(price.ours, 6) == 0.015


def test_a_page_says_what_was_measured() -> None:
    said = page(DAY, "2 cores", [Price(0.020, (0.004, 0.006))] * 20)
    assert "| **ours** (bar: p50 ≤ 15 ms) | **10.0 ms** | 10.0 ms |" in said
    assert "2 requests | 10.0 ms" in said
    assert "**The bar is reached.**" in said


def test_a_bar_that_is_missed_is_said() -> None:
    said = page(DAY, "2 cores", [Price(0.030, (0.004,))] * 20)
    assert "**The bar is not reached.**" in said
