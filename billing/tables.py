"""The tables, and how exact values are kept in them."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal as its digits: SQLite would keep a NUMERIC as a float."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: Any, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


class UtcInstant(TypeDecorator[datetime]):
    """An aware datetime as ISO 8601 in UTC: SQLite would drop its offset."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        return None if value is None else value.astimezone(timezone.utc).isoformat()

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData()

products = Table(
    "products",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(100), nullable=False),
)

prices = Table(
    "prices",
    metadata,
    Column("product_id", ForeignKey("products.id"), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("term", String(16), primary_key=True),
    Column("unit_price", ExactDecimal, nullable=False),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("account_id", String(64), nullable=False, index=True),
    Column("product_id", String(64), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("term", String(16), nullable=False),
    Column("seats", Integer, nullable=False),
    Column("anchor", Date, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("status", String(16), nullable=False),
    Column("auto_renew", Boolean, nullable=False),
    Column("self_service", Boolean, nullable=False),
    Column("ended_on", Date),
    Column("renews_in_days", Integer),
    ForeignKeyConstraint(
        ["product_id", "currency", "term"],
        ["prices.product_id", "prices.currency", "prices.term"],
    ),
)

promotions = Table(
    "promotions",
    metadata,
    Column("code", String(64), primary_key=True),
    Column("label_en", String(200), nullable=False),
    Column("label_fr", String(200), nullable=False),
    Column("percent_off", ExactDecimal, nullable=False),
    Column("ends_at", UtcInstant, nullable=False),
)

quotes = Table(
    "quotes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("account_id", String(64), nullable=False),
    Column("idempotency_key", String(64), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("subscription_id", ForeignKey("subscriptions.id"), nullable=False),
    Column("expires_at", UtcInstant, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("account_id", "idempotency_key", name="one_quote_per_key"),
)
