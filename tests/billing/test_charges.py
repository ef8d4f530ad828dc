from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.charges import charge_seats
from billing.promotions import PercentOff, Promotion
from billing.proration import Share, Unit, prorate

SHARE = Share(Unit.DAY, 136, 365)
RENEWAL = date(2027, 1, 15)


def promotion(percent: int) -> Promotion:
    end = datetime(2030, 1, 1, tzinfo=timezone.utc)
    return Promotion("CODE", "label", "étiquette", PercentOff(Decimal(percent)), end)


def test_without_a_promotion_the_list_price_is_due() -> None:
    charge = charge_seats(3, "CAD", SHARE, Decimal("2000.00"))
    assert (charge.due, charge.discount) == (Decimal("2235.62"), Decimal(0))
    assert charge.unit_price == charge.list_unit_price


def test_a_promotion_is_taken_off_before_proration() -> None:
    charge = charge_seats(3, "CAD", SHARE, Decimal("2000.00"), promotion(10))
    assert charge.unit_price == Decimal("1800.00")
    assert charge.due == prorate(Decimal("1800.00"), 3, SHARE, "CAD") == Decimal("2012.05")
    assert charge.discount == Decimal("223.57")


@given(
    st.decimals(min_value=0, max_value=10_000, places=2),
    st.integers(1, 10_000),
    st.integers(0, 365),
    st.integers(0, 100),
)
def test_a_promotion_never_raises_the_price(
    price: Decimal, seats: int, remaining: int, percent: int
) -> None:
    share = Share(Unit.DAY, remaining, 365)
    charge = charge_seats(seats, "CAD", share, price, promotion(percent))
    assert charge.subtotal - charge.discount == charge.due >= 0
    assert charge.discount >= 0


@pytest.mark.parametrize(
    ("today", "flags"),
    [
        (date(2026, 12, 31), ["tax_not_included"]),
        (date(2027, 1, 1), ["tax_not_included", "renews_soon"]),
    ],
)
def test_a_renewal_within_14_days_is_soon(today: date, flags: list[str]) -> None:
    assert charge_seats(3, "CAD", SHARE, Decimal(2000)).flags(today, RENEWAL) == flags


@pytest.mark.parametrize(
    ("price", "currency", "is_below"),
    [("0.49", "CAD", True), ("0.50", "CAD", False), ("0.29", "GBP", True), ("1", "JPY", False)],
)
def test_amounts_that_cards_cannot_pay_are_flagged(
    price: str, currency: str, is_below: bool
) -> None:
    charge = charge_seats(1, currency, Share(Unit.DAY, 1, 1), Decimal(price), promotion(0))
    flags = charge.flags(date(2026, 1, 1), RENEWAL)
    assert ("below_minimum_charge" in flags) is is_below
    assert "promotion_applied" in flags
