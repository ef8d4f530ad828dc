from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy.engine import Connection

from billing.catalogue import get_product, get_promotion, list_products
from billing.errors import BillingError, Code
from billing.terms import Term


def test_products_are_listed_with_prices_from_short_to_long(db: Connection) -> None:
    products = list_products(db)
    assert [product.name for product in products] == sorted(product.name for product in products)
    terms = [price.term for price in products[0].prices if price.currency == "CAD"]
    assert terms == [Term.MONTH, Term.YEAR, Term.THREE_YEARS]


def test_a_price_is_found_by_currency_and_term(db: Connection) -> None:
    autocad = get_product(db, "autocad")
    assert autocad in list_products(db)
    assert autocad.unit_price("CAD", Term.YEAR) == Decimal("2000.00")
    with pytest.raises(BillingError) as refusal:
        autocad.unit_price("JPY", Term.YEAR)
    assert (refusal.value.code, refusal.value.param) == (Code.CURRENCY_MISMATCH, "currency")


def test_an_unknown_product_is_refused(db: Connection) -> None:
    with pytest.raises(BillingError) as refusal:
        get_product(db, "sketchpad")
    assert refusal.value.code is Code.PRODUCT_NOT_FOUND


def test_promotions_are_found_by_code(db: Connection) -> None:
    promotion = get_promotion(db, "DEMO10")
    assert promotion.discount.apply(Decimal("2000.00"), "CAD") == Decimal("1800.00")
    with pytest.raises(BillingError) as refusal:
        get_promotion(db, "demo10")
    assert (refusal.value.status, refusal.value.param) == (422, "promotion_code")
