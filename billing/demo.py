"""Demo data: every price and every account here is invented.

The subscriptions are stored by their first day, long past; which term is running follows from
the clock, so the demo never ages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, and_, bindparam, select
from sqlalchemy.engine import Connection, Engine

from billing.tables import prices, products, promotions, subscriptions
from billing.terms import Term

YEARLY_PRICES = {
    # product id: name, then a seat's price a year in CAD, USD, EUR and GBP
    "3ds-max": ("3ds Max", 2100, 1600, 1500, 1300),
    "aec-collection": ("AEC Collection", 4000, 3000, 2900, 2500),
    "autocad": ("AutoCAD", 2000, 1500, 1400, 1200),
    "autocad-lt": ("AutoCAD LT", 600, 450, 400, 350),
    "civil-3d": ("Civil 3D", 2800, 2100, 2000, 1700),
    "fusion": ("Fusion", 700, 500, 480, 420),
    "inventor-professional": ("Inventor Professional", 2400, 1800, 1700, 1500),
    "maya": ("Maya", 2200, 1700, 1600, 1400),
    "navisworks-manage": ("Navisworks Manage", 2600, 2000, 1900, 1600),
    "revit": ("Revit", 2700, 2000, 1900, 1600),
}
CURRENCIES = ("CAD", "USD", "EUR", "GBP")

SHARE_OF_A_YEAR = {
    # A month costs an eighth of a year, three years cost three.
    Term.MONTH: Decimal("0.125"),
    Term.YEAR: Decimal(1),
    Term.THREE_YEARS: Decimal(3),
}
"""Round and plainly fictional; nothing is said here about anyone's real price list."""

PROMOTIONS: tuple[dict[str, Any], ...] = (
    {
        "code": "DEMO10",
        "label_en": "Sample promotion: 10% off",
        "label_fr": "Exemple de promotion\u00a0: 10\u00a0% de rabais",
        "percent_off": Decimal(10),
        "ends_at": datetime(2036, 1, 1, tzinfo=timezone.utc),
    },
    {
        "code": "DEMO25",
        "label_en": "Sample promotion: 25% off",
        "label_fr": "Exemple de promotion\u00a0: 25\u00a0% de rabais",
        "percent_off": Decimal(25),
        "ends_at": datetime(2036, 1, 1, tzinfo=timezone.utc),
    },
    {
        "code": "DEMOPAST",
        "label_en": "Sample promotion that has ended",
        "label_fr": "Exemple de promotion terminée",
        "percent_off": Decimal(15),
        "ends_at": datetime(2020, 1, 1, tzinfo=timezone.utc),
    },
)


def _subscription(number: int, account_id: str, product_id: str, **fields: Any) -> dict[str, Any]:
    """`fields` override what most demo subscriptions share."""
    usual = {
        "currency": "CAD",
        "term": Term.YEAR.value,
        "seats": 5,
        "anchor": date(2021, 4, 15),
        "timezone": "America/Toronto",
        "status": "active",
        "auto_renew": True,
        "self_service": True,
        "ended_on": None,
        "renews_in_days": None,
    }
    ids = {"id": f"sub_demo_{number}", "account_id": account_id, "product_id": product_id}
    return {**ids, **usual, **fields}


SUBSCRIPTIONS = (
    _subscription(1, "demo-montreal", "autocad", seats=10, anchor=date(2024, 1, 15)),
    _subscription(2, "demo-montreal", "revit", seats=4, anchor=date(2023, 6, 30)),
    _subscription(
        3,
        "demo-lyon",
        "autocad-lt",
        currency="EUR",
        seats=6,
        anchor=date(2024, 3, 1),
        timezone="Europe/Paris",
    ),
    _subscription(
        4,
        "demo-boston",
        "aec-collection",
        currency="USD",
        term="three_years",
        seats=25,
        anchor=date(2022, 9, 1),
        timezone="America/New_York",
    ),
    _subscription(
        5,
        "demo-boston",
        "maya",
        currency="USD",
        term="month",
        seats=3,
        anchor=date(2023, 1, 31),
        timezone="America/New_York",
    ),
    _subscription(
        6,
        "demo-london",
        "inventor-professional",
        currency="GBP",
        seats=8,
        anchor=date(2023, 11, 5),
        timezone="Europe/London",
    ),
    _subscription(7, "demo-odd", "fusion", term="month", status="trialing"),
    _subscription(
        8,
        "demo-odd",
        "autocad",
        status="expired",
        auto_renew=False,
        ended_on=date(2023, 4, 15),
    ),
    _subscription(
        9,
        "demo-odd",
        "revit",
        status="cancelled",
        auto_renew=False,
        ended_on=date(2024, 4, 15),
    ),
    _subscription(10, "demo-odd", "maya", status="past_due"),
    _subscription(11, "demo-odd", "civil-3d", self_service=False),  # bought from a reseller
    _subscription(12, "demo-odd", "3ds-max", auto_renew=False),
    _subscription(13, "demo-odd", "navisworks-manage", renews_in_days=3),
)


def seed(engine: Engine) -> None:
    """Bring the demo rows to what this module says. Safe to repeat; quotes are left alone."""
    named = [{"id": product_id, "name": name} for product_id, (name, *_) in YEARLY_PRICES.items()]
    with engine.begin() as db:
        _put(db, products, named)
        _put(db, prices, _prices())
        _put(db, promotions, PROMOTIONS)
        _put(db, subscriptions, SUBSCRIPTIONS)


def _prices() -> list[dict[str, Any]]:
    return [
        {
            "product_id": product_id,
            "currency": currency,
            "term": term.value,
            "unit_price": (yearly * share).quantize(Decimal("0.01")),
        }
        for product_id, (_name, *yearly_prices) in YEARLY_PRICES.items()
        for currency, yearly in zip(CURRENCIES, yearly_prices, strict=True)
        for term, share in SHARE_OF_A_YEAR.items()
    ]


def _put(db: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Update the rows that are there and insert the others: portable, unlike ON CONFLICT.

    The update goes first, for it takes SQLite's write lock: of two servers that start at once
    the second waits, and then finds every row.
    """
    keys = [column.name for column in table.primary_key]
    same_key = and_(*(table.c[key] == bindparam(f"old_{key}") for key in keys))
    olds = [{f"old_{key}": row[key] for key in keys} for row in rows]
    db.execute(
        table.update().where(same_key),
        [{**row, **old} for row, old in zip(rows, olds, strict=True)],
    )
    present = {tuple(found) for found in db.execute(select(*(table.c[key] for key in keys)))}
    missing = [row for row in rows if tuple(row[key] for key in keys) not in present]
    if missing:
        db.execute(table.insert(), missing)
