from __future__ import annotations

import pytest

from actions.quotes.wanted import Seats, Wanted, up_to


@pytest.mark.parametrize(
    ("seats", "total", "before"),
    [(2, 12, 10), (2, None, None), (None, 12, None), ((2, 3), 12, None)],
)
def test_how_many_there_were(seats: Seats | None, total: int | None, before: int | None) -> None:
    assert Wanted(seats, total).before == before


def test_what_is_missing_to_a_total() -> None:
    assert up_to(12, 10) == (Wanted(2, 12), [])
    assert up_to(10, 10)[0] == up_to(9, 10)[0] == Wanted()
