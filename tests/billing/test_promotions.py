from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from billing.errors import BillingError, Code
from billing.promotions import AmountOff, PercentOff, Promotion

END = datetime(2026, 12, 1, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("percent", "price", "currency", "left"),
    [
        ("10", "365.00", "USD", "328.50"),  # DOC-ADOBE-1
        ("15", "199.99", "CAD", "169.99"),
        ("50", "1001", "JPY", "501"),
        ("100", "365.00", "USD", "0.00"),
        ("120", "365.00", "USD", "0.00"),
    ],
)
def test_percent_off_leaves_a_price_in_minor_units(
    percent: str, price: str, currency: str, left: str
) -> None:
    assert str(PercentOff(Decimal(percent)).apply(Decimal(price), currency)) == left


def test_amount_off() -> None:
    off = AmountOff(Decimal("20.00"), "USD")
    assert off.apply(Decimal("365.00"), "USD") == Decimal("345.00")  # DOC-ADOBE-2
    assert off.apply(Decimal("15.00"), "USD") == 0


def test_amount_off_is_in_one_currency() -> None:
    with pytest.raises(BillingError) as refusal:
        AmountOff(Decimal(20), "USD").apply(Decimal(365), "EUR")
    assert refusal.value.code is Code.CURRENCY_MISMATCH


def test_a_promotion_runs_until_its_end() -> None:
    promotion = Promotion("TEN", "Ten off", "Dix de moins", PercentOff(Decimal(10)), END)
    assert promotion.is_running(END - timedelta(seconds=1))
    assert not promotion.is_running(END)
    assert (promotion.label("en"), promotion.label("fr")) == ("Ten off", "Dix de moins")
