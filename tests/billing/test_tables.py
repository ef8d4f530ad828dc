from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from billing.tables import prices, promotions, subscriptions


def test_decimals_and_instants_come_back_exactly(engine: Engine) -> None:
    price = Decimal("0.12345678901234567890")
    ends_at = datetime(2026, 9, 1, 12, tzinfo=ZoneInfo("America/Toronto"))
    with engine.begin() as db:
        db.execute(prices.update().values(unit_price=price))
        db.execute(promotions.update().values(ends_at=ends_at))
        assert set(db.execute(select(prices.c.unit_price)).scalars()) == {price}
        (stored,) = set(db.execute(select(promotions.c.ends_at)).scalars())
    assert (stored, stored.tzinfo) == (ends_at, timezone.utc)


def test_a_subscription_has_a_price(engine: Engine) -> None:
    with engine.begin() as db, pytest.raises(IntegrityError):
        db.execute(subscriptions.update().values(currency="JPY"))
