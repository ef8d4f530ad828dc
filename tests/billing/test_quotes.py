from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.engine import Connection

from billing.errors import BillingError, Code
from billing.payloads import QuoteRequest
from billing.promotions import PercentOff, Promotion
from billing.quotes import Quote, make_quote
from billing.subscriptions import get_subscription

NOW = datetime(2026, 9, 1, 16, tzinfo=timezone.utc)
LIFETIME = timedelta(minutes=15)
DAY = timedelta(days=1)


def quote(
    db: Connection,
    now: datetime = NOW,
    effective_at: datetime | None = None,
    promotion: Promotion | None = None,
) -> Quote:
    subscription = get_subscription(db, "demo-montreal", "sub_demo_1", now)
    request = QuoteRequest(subscription.id, 3, effective_at, None, "en")
    return make_quote("q_1", subscription, request, promotion, now, LIFETIME)


def test_a_quote_is_effective_now(db: Connection) -> None:
    made = quote(db)
    assert made.effective_at == made.created_at == NOW
    assert (made.charge.due, made.seats_after) == (Decimal("2235.62"), 13)


@pytest.mark.parametrize(
    ("now", "expires_at"),
    [
        ("2026-09-01T16:00:00+00:00", "2026-09-01T16:15:00+00:00"),
        ("2026-09-02T03:50:00+00:00", "2026-09-02T04:00:00+00:00"),  # midnight in Toronto
        ("2027-01-15T04:50:00+00:00", "2027-01-15T05:00:00+00:00"),  # and the renewal
    ],
)
def test_a_quote_lives_15_minutes_but_not_into_another_day(
    db: Connection, now: str, expires_at: str
) -> None:
    assert quote(db, datetime.fromisoformat(now)).expires_at == datetime.fromisoformat(expires_at)


def test_the_effective_day_is_the_local_one(db: Connection) -> None:
    late_evening = datetime(2026, 9, 2, 3, 59, 59, tzinfo=timezone.utc)
    assert quote(db, effective_at=late_evening).charge.share.remaining == 136
    next_day = late_evening + timedelta(seconds=1)
    assert quote(db, effective_at=next_day).charge.share.remaining == 135


def test_another_day_of_the_term_can_be_asked_for(db: Connection) -> None:
    first, last = (
        datetime(2026, 1, 15, 5, tzinfo=timezone.utc),
        datetime(2027, 1, 15, 4, 59, 59, tzinfo=timezone.utc),
    )
    assert quote(db, effective_at=first).charge.due == Decimal("6000.00")
    assert quote(db, effective_at=last).charge.share.remaining == 1


@pytest.mark.parametrize(
    ("effective_at", "code"),
    [
        (datetime(2026, 1, 15, 4, 59, 59, tzinfo=timezone.utc), Code.EFFECTIVE_OUT_OF_TERM),
        (datetime(2027, 1, 15, 5, tzinfo=timezone.utc), Code.NOTHING_TO_PRORATE),
        (datetime(9998, 12, 31, 23, tzinfo=timezone.utc), Code.NOTHING_TO_PRORATE),
        (datetime(2, 1, 1, tzinfo=timezone.utc), Code.EFFECTIVE_OUT_OF_TERM),
    ],
)
def test_an_instant_outside_the_term_is_refused(
    db: Connection, effective_at: datetime, code: Code
) -> None:
    with pytest.raises(BillingError) as refusal:
        quote(db, effective_at=effective_at)
    assert (refusal.value.code, refusal.value.param) == (code, "effective_at")


def test_an_ended_promotion_is_refused(db: Connection) -> None:
    promotion = Promotion("OLD", "Old", "Vieille", PercentOff(Decimal(10)), NOW)
    assert quote(db, NOW - DAY, promotion=promotion).charge.unit_price == Decimal("1800.00")
    with pytest.raises(BillingError) as refusal:
        quote(db, promotion=promotion)
    assert (refusal.value.status, refusal.value.param) == (422, "promotion_code")
