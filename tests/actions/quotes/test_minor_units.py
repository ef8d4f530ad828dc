from __future__ import annotations

import pytest

from actions.quotes.minor_units import major_units
from actions.quotes.sense import Nonsense


@pytest.mark.parametrize(
    ("number", "currency", "amount"),
    [
        (60164, "CAD", "601.64"),
        (-5, "EUR", "-0.05"),
        (42115, "JPY", "42115"),
        (15049, "KWD", "15.049"),
        (100, "HUF", "1.00"),
        (7, "MGA", "7"),
    ],
)
def test_in_major_units(number: int, currency: str, amount: str) -> None:
    assert str(major_units(number, currency, thousandths=True)) == amount


@pytest.mark.parametrize(
    ("number", "currency", "thousandths"),
    [(100, "ISK", True), (100, "UGX", True), (15049, "KWD", False), (10**17, "CAD", True)],
)
def test_what_is_unclear_is_refused(number: int, currency: str, thousandths: bool) -> None:
    with pytest.raises(Nonsense):
        major_units(number, currency, thousandths=thousandths)
