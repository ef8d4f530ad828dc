from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import Figures, medians, percentile, windows


def test_percentile_lies_between_the_nearest_ranks() -> None:
    assert percentile([4.0, 1.0, 3.0, 2.0], 0.5) == 2.5
    assert percentile([1.0, 2.0], 0.95) == pytest.approx(1.95)


def test_percentile_of_one_value_is_that_value() -> None:
    assert percentile([7.0], 0.95) == 7.0


def test_percentile_needs_values() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=50), st.floats(0, 1))
def test_percentile_is_numpys(values: list[float], share: float) -> None:
    assert percentile(values, share) == pytest.approx(np.percentile(values, 100 * share), abs=1e-6)


def test_windows_are_the_means_of_both_ends() -> None:
    assert windows([1.0, 3.0, 50.0, 5.0, 7.0], 2) == (2.0, 6.0)


def test_windows_do_not_overlap() -> None:
    with pytest.raises(ValueError, match="too few"):
        windows([1.0, 2.0, 3.0], 2)


def test_medians_are_of_each_number_by_itself(stock: Figures) -> None:
    rounds = [
        replace(stock, p50=1.0, p95=9.0),
        replace(stock, p50=2.0, p95=7.0),
        replace(stock, p50=9.0, p95=8.0),
    ]
    assert medians(rounds) == replace(stock, p50=2.0, p95=8.0, empty=3)


def test_medians_add_up_what_went_wrong(stock: Figures) -> None:
    summary = medians([replace(stock, failed=2), replace(stock, failed=3, empty=0)])
    assert (summary.failed, summary.empty) == (5, 1)


def test_medians_need_a_round() -> None:
    with pytest.raises(ValueError, match="no rounds"):
        medians([])


def test_growth_compares_late_with_early(stock: Figures) -> None:
    assert stock.growth == 5.0
