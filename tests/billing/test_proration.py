from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from larzsubscription import Plan, Subscription

from billing.errors import BillingError, Code
from billing.money import format_money
from billing.proration import Share, Unit, prorate, share_by_days, share_by_seconds

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
METHODS = ("actual_days", "actual_seconds")


def applies(vector: dict[str, Any]) -> bool:
    """What the service promises to reproduce; other vectors show other vendors' rules."""
    inputs = vector["inputs"]
    return bool(
        vector["kind"] == "amount"
        and vector["agrees"]
        and vector["derivable_from_dates"]
        and inputs["method"] in METHODS
        and inputs["rounding"] == "half_up_per_line"
        and int(inputs["quantity"]) > 0
    )


def amount_of(inputs: dict[str, str]) -> str:
    days = [date.fromisoformat(inputs[name]) for name in ("term_start", "term_end", "effective")]
    if inputs["method"] == "actual_days":
        share = share_by_days(*days)
    else:
        share = share_by_seconds(
            *(datetime(day.year, day.month, day.day, tzinfo=timezone.utc) for day in days)
        )
    seats = int(inputs["quantity"])
    return format_money(prorate(Decimal(inputs["unit_price"]), seats, share, inputs["currency"]))


@pytest.mark.parametrize(
    "vector",
    [
        pytest.param(vector, id=vector["id"])
        for vector in VECTORS
        if applies(vector) and vector["id"] != "EDGE-ZERO-LEFT"
    ],
)
def test_vector(vector: dict[str, Any]) -> None:
    assert amount_of(vector["inputs"]) == vector["expected"]


def test_a_renewal_today_is_an_error_and_never_free() -> None:
    """EDGE-ZERO-LEFT computes 0.00; its note asks for the refusal instead."""
    (vector,) = (vector for vector in VECTORS if vector["id"] == "EDGE-ZERO-LEFT")
    with pytest.raises(BillingError) as refusal:
        amount_of(vector["inputs"])
    assert refusal.value.code is Code.NOTHING_TO_PRORATE


@pytest.mark.parametrize(
    ("price", "seats", "term", "day", "share", "amount"),
    [
        ("2000.00", 3, ("2026-01-15", "2027-01-15"), "2026-09-01", "136/365", "2235.62"),
        ("2000.00", 1, ("2026-01-15", "2027-01-15"), "2026-01-15", "1", "2000.00"),
        ("2000.00", 1, ("2026-01-15", "2027-01-15"), "2027-01-14", "1/365", "5.48"),
        ("2000.00", 2, ("2027-06-01", "2028-06-01"), "2028-02-28", "94/366", "1027.32"),
        ("250.00", 5, ("2026-02-01", "2026-03-01"), "2026-02-15", "14/28", "625.00"),
        ("6000.00", 2, ("2025-03-01", "2028-03-01"), "2026-08-31", "548/1096", "6000.00"),
        ("999.99", 7, ("2026-01-31", "2027-01-31"), "2026-05-17", "259/365", "4967.07"),
    ],
)
def test_traps_of_the_domain(
    price: str, seats: int, term: tuple[str, str], day: str, share: str, amount: str
) -> None:
    counted = share_by_days(*(date.fromisoformat(text) for text in (*term, day)))
    assert counted.ratio == Fraction(share)
    assert format_money(prorate(Decimal(price), seats, counted, "CAD")) == amount


def test_a_short_spring_day_counts_whole_by_day_and_short_by_second() -> None:
    """New York, March 2026: 743 hours. 77.42 by day, 77.39 by second (EDGE-DST-1 and 2)."""
    new_york = ZoneInfo("America/New_York")
    start, effective, renewal = (
        datetime(2026, month, day, tzinfo=new_york) for month, day in ((3, 1), (3, 8), (4, 1))
    )
    by_second = share_by_seconds(start, renewal, effective)
    by_day = share_by_days(start.date(), renewal.date(), effective.date())
    assert (by_second.unit, by_second.total) == (Unit.SECOND, 743 * 3600)
    assert format_money(prorate(Decimal(100), 1, by_second, "USD")) == "77.39"
    assert format_money(prorate(Decimal(100), 1, by_day, "USD")) == "77.42"


def test_fractions_of_a_second_are_dropped() -> None:
    start = datetime(2026, 4, 1, 0, 0, 0, 999_999, tzinfo=timezone.utc)
    share = share_by_seconds(start, start + timedelta(seconds=10), start + timedelta(seconds=4))
    assert (share.remaining, share.total) == (6, 10)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 12, 31), Code.EFFECTIVE_OUT_OF_TERM),
        (date(2027, 1, 1), Code.NOTHING_TO_PRORATE),
        (date(2030, 1, 1), Code.NOTHING_TO_PRORATE),
    ],
)
def test_days_outside_the_term_are_refused(day: date, code: Code) -> None:
    with pytest.raises(BillingError) as refusal:
        share_by_days(date(2026, 1, 1), date(2027, 1, 1), day)
    assert refusal.value.code is code


def test_a_term_must_run_forward() -> None:
    day = date(2026, 1, 1)
    with pytest.raises(BillingError) as refusal:
        share_by_days(day, day, day)
    assert (refusal.value.code, refusal.value.param) == (Code.INVALID_REQUEST, "term_end")


@pytest.mark.parametrize("seats", [0, -1])
def test_at_least_one_seat(seats: int) -> None:
    with pytest.raises(BillingError) as refusal:
        prorate(Decimal(1), seats, Share(Unit.DAY, 1, 1), "USD")
    assert refusal.value.code is Code.INVALID_QUANTITY


@pytest.mark.parametrize(("remaining", "ratio"), [(366, 1), (-1, 0), (73, Fraction(1, 5))])
def test_the_ratio_is_clamped(remaining: int, ratio: Fraction) -> None:
    assert Share(Unit.DAY, remaining, 365).ratio == ratio


prices = st.decimals(min_value=0, max_value=10**6, places=2)
seat_counts = st.integers(min_value=1, max_value=10_000)
currencies = st.sampled_from(["CAD", "JPY", "KWD"])
MINOR_UNITS = {"CAD": Decimal("0.01"), "JPY": Decimal(1), "KWD": Decimal("0.001")}


@st.composite
def terms(draw: st.DrawFn) -> tuple[date, int]:
    start = draw(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
    return start, draw(st.integers(min_value=1, max_value=1096))


@given(prices, seat_counts, terms(), st.data(), currencies)
def test_due_lies_between_nothing_and_the_full_price(
    price: Decimal, seats: int, term: tuple[date, int], data: st.DataObject, currency: str
) -> None:
    start, length = term
    elapsed = data.draw(st.integers(0, length - 1))
    share = share_by_days(start, start + timedelta(length), start + timedelta(elapsed))
    due = prorate(price, seats, share, currency)
    assert 0 <= due <= price * seats + MINOR_UNITS[currency] / 2
    assert due == due.quantize(MINOR_UNITS[currency])


@given(prices, seat_counts, terms(), st.data())
def test_due_never_rises_with_time(
    price: Decimal, seats: int, term: tuple[date, int], data: st.DataObject
) -> None:
    start, length = term
    days = data.draw(st.lists(st.integers(0, length - 1), min_size=2, max_size=2).map(sorted))
    sooner, later = (
        prorate(
            price,
            seats,
            share_by_days(start, start + timedelta(length), start + timedelta(day)),
            "CAD",
        )
        for day in days
    )
    assert later <= sooner


@given(prices, seat_counts, seat_counts, st.integers(0, 365))
def test_seats_add_up_to_one_minor_unit(
    price: Decimal, some: int, more: int, remaining: int
) -> None:
    share = Share(Unit.DAY, remaining, 365)
    together = prorate(price, some + more, share, "CAD")
    apart = prorate(price, some, share, "CAD") + prorate(price, more, share, "CAD")
    assert abs(together - apart) <= Decimal("0.01")


@given(
    st.decimals(min_value=1, max_value=5000, places=2),
    st.integers(1, 500),
    st.integers(1, 1096),
    st.data(),
)
def test_seconds_agree_with_a_foreign_implementation(
    price: Decimal, seats: int, days: int, data: st.DataObject
) -> None:
    """`larzsubscription` divides Decimals, so an exact tie is the one thing it may miss."""
    total = days * 86_400
    elapsed = data.draw(st.integers(0, total - 1))
    exact = Fraction(price) * seats * Fraction(total - elapsed, total)
    assume((exact * 200).denominator != 1)
    start = datetime(2026, 1, 1)
    theirs = Subscription(Plan("none", "0", interval_days=days), start=start).change_plan(
        Plan("seats", str(price * seats), interval_days=days),
        now=start + timedelta(seconds=elapsed),
    )
    utc = start.replace(tzinfo=timezone.utc)
    share = share_by_seconds(utc, utc + timedelta(days=days), utc + timedelta(seconds=elapsed))
    assert prorate(price, seats, share, "USD") == theirs
