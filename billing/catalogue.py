"""Products, what a seat of each costs, and the promotions on them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import Select

from billing.errors import BillingError, Code, invalid
from billing.promotions import PercentOff, Promotion
from billing.tables import prices, products, promotions
from billing.terms import Term


@dataclass(frozen=True)
class Price:
    """One seat for one full term, in major units of `currency`, before tax."""

    currency: str
    term: Term
    unit_price: Decimal


@dataclass(frozen=True)
class Product:
    id: str
    name: str
    prices: tuple[Price, ...]

    def unit_price(self, currency: str, term: Term) -> Decimal:
        """One seat's full-term price. Raises `currency-mismatch` where there is none."""
        for price in self.prices:
            if (price.currency, price.term) == (currency, term):
                return price.unit_price
        raise BillingError(
            Code.CURRENCY_MISMATCH, "no price in this currency and term", param="currency"
        )


def list_products(db: Connection) -> list[Product]:
    """Every product by name, its prices by currency and from the shortest term to the longest."""
    rows = db.execute(_products_with_prices()).all()
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    return [_product(of_one) for of_one in found.values()]


def get_product(db: Connection, product_id: str) -> Product:
    """Raises `product-not-found`."""
    rows = db.execute(_products_with_prices().where(products.c.id == product_id)).all()
    if not rows:
        raise BillingError(Code.PRODUCT_NOT_FOUND, "unknown product", param="product_id")
    return _product(rows)


def get_promotion(db: Connection, code: str) -> Promotion:
    """Raises `invalid-request` (422, `promotion_code`) for an unknown code."""
    row = db.execute(select(promotions).where(promotions.c.code == code)).one_or_none()
    if row is None:
        raise invalid("promotion_code", "unknown promotion", status=422)
    return Promotion(
        code=row.code,
        label_en=row.label_en,
        label_fr=row.label_fr,
        discount=PercentOff(row.percent_off),
        ends_at=row.ends_at,
    )


def _products_with_prices() -> Select:
    return select(products, prices).join(prices).order_by(products.c.name, prices.c.currency)


def _product(rows: list[Row]) -> Product:
    listed = (Price(row.currency, Term(row.term), row.unit_price) for row in rows)
    by_length = sorted(listed, key=lambda price: (price.currency, price.term.months))
    return Product(rows[0].id, rows[0].name, tuple(by_length))
