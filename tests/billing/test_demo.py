from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from billing.demo import SUBSCRIPTIONS, seed
from billing.payloads import QuoteRequest
from billing.quote_store import QuoteStore
from billing.tables import metadata, prices

NOW = datetime(2026, 9, 1, 16, tzinfo=timezone.utc)


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as db:
        return {
            name: db.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }


def test_the_demo_has_its_size(engine: Engine) -> None:
    assert counts(engine) == {
        "products": 10,
        "prices": 120,
        "promotions": 3,
        "subscriptions": 13,
        "quotes": 0,
    }


def test_seeding_again_mends_the_demo_and_keeps_the_quotes(engine: Engine) -> None:
    store = QuoteStore(engine, timedelta(minutes=15), lambda: "q_0123456789abcdef")
    request = QuoteRequest("sub_demo_1", 3, None, None, "en")
    store.create("demo-montreal", "key-00000001", request, NOW)
    before = counts(engine)
    with engine.begin() as db:
        db.execute(prices.update().values(unit_price=Decimal(1)))
    seed(engine)
    assert counts(engine) == before
    with engine.connect() as db:
        assert Decimal(1) not in db.execute(select(prices.c.unit_price)).scalars().all()


def test_every_price_is_whole_in_minor_units(engine: Engine) -> None:
    with engine.connect() as db:
        found = db.execute(select(prices.c.unit_price)).scalars().all()
    assert all(price == price.quantize(Decimal("0.01")) > 0 for price in found)


def test_anchors_are_long_past() -> None:
    assert all(subscription["anchor"] < date(2024, 6, 1) for subscription in SUBSCRIPTIONS)
