from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from billing.errors import BillingError, Code
from billing.instants import format_instant
from billing.subscriptions import Status, get_subscription, list_subscriptions

NOW = datetime(2026, 9, 1, 16, tzinfo=timezone.utc)


def test_an_account_sees_its_own(db: Connection) -> None:
    listed = list_subscriptions(db, "demo-montreal", NOW)
    assert [subscription.id for subscription in listed] == ["sub_demo_2", "sub_demo_1"]
    assert get_subscription(db, "demo-montreal", "sub_demo_1", NOW) == listed[1]
    assert list_subscriptions(db, "nobody", NOW) == []


@pytest.mark.parametrize("account", ["demo-lyon", "nobody"])
def test_another_accounts_subscription_does_not_exist(db: Connection, account: str) -> None:
    with pytest.raises(BillingError) as refusal:
        get_subscription(db, account, "sub_demo_1", NOW)
    assert refusal.value.code is Code.SUBSCRIPTION_NOT_FOUND


@pytest.mark.parametrize(
    ("at", "start", "renewal"),
    [
        ("2027-01-15T04:59:59+00:00", "2026-01-15T00:00:00-05:00", "2027-01-15T00:00:00-05:00"),
        ("2027-01-15T05:00:00+00:00", "2027-01-15T00:00:00-05:00", "2028-01-15T00:00:00-05:00"),
        ("2041-07-01T00:00:00+00:00", "2041-01-15T00:00:00-05:00", "2042-01-15T00:00:00-05:00"),
    ],
)
def test_the_term_rolls_over_at_local_midnight_for_ever(
    db: Connection, at: str, start: str, renewal: str
) -> None:
    now = datetime.fromisoformat(at)
    subscription = get_subscription(db, "demo-montreal", "sub_demo_1", now)
    assert format_instant(subscription.term_start) == start
    assert format_instant(subscription.renews_at) == renewal


def test_a_monthly_one_keeps_its_31st(db: Connection) -> None:
    maya = get_subscription(db, "demo-boston", "sub_demo_5", NOW)
    assert (maya.dates.start, maya.dates.renewal) == (date(2026, 8, 31), date(2026, 9, 30))


@pytest.mark.parametrize("years", [0, 7])
def test_an_ended_one_stays_ended(db: Connection, years: int) -> None:
    later = NOW + timedelta(days=365 * years)
    expired = get_subscription(db, "demo-odd", "sub_demo_8", later)
    assert (expired.dates.start, expired.dates.renewal) == (date(2022, 4, 15), date(2023, 4, 15))


@pytest.mark.parametrize("days", [0, 1, 400])
def test_one_always_renews_in_three_days(db: Connection, days: int) -> None:
    now = NOW + timedelta(days=days)
    soon = get_subscription(db, "demo-odd", "sub_demo_13", now)
    assert soon.dates.renewal == now.date() + timedelta(days=3)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": Status.TRIALING}, Code.SUBSCRIPTION_IN_TRIAL),
        ({"status": Status.EXPIRED}, Code.SUBSCRIPTION_EXPIRED),
        ({"status": Status.CANCELLED}, Code.SUBSCRIPTION_NOT_ACTIVE),
        ({"status": Status.PAST_DUE}, Code.SUBSCRIPTION_NOT_ACTIVE),
        ({"self_service": False}, Code.NOT_SELF_SERVICE),
        ({"auto_renew": False}, Code.SUBSCRIPTION_NOT_ACTIVE),
        ({"auto_renew": False, "self_service": False}, Code.NOT_SELF_SERVICE),
    ],
)
def test_who_cannot_add_seats_learns_why(
    db: Connection, change: dict[str, Any], code: Code
) -> None:
    subscription = get_subscription(db, "demo-montreal", "sub_demo_1", NOW)
    subscription.check_accepts_seats()
    with pytest.raises(BillingError) as refusal:
        replace(subscription, **change).check_accepts_seats()
    assert refusal.value.code is code
