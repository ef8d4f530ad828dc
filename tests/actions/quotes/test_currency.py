from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.heard import Entity, Heard
from actions.quotes.currency import about_currency, heard_currency
from actions.quotes.port import Product, Subscription
from actions.quotes.remark import Remark
from actions.quotes.wording import currency

PRODUCTS = [
    Product("autocad", "AutoCAD", frozenset({"CAD", "EUR"})),
    Product("revit", "Revit", frozenset({"EUR", "USD"})),
]
ALL = {"type": "list", "items": [currency(code) for code in ("CAD", "EUR", "USD")]}


def heard(value: str, role: str | None = None, region: str | None = None) -> Heard:
    entity = Entity("currency", value, role)
    return Heard("inform", (entity,), account=None, region=region, quoted=False)


def test_an_unsupported_one_leaves_the_customers_own_and_says_so() -> None:
    remark = Remark("utter_currency_kept", {"currencies": ALL, "currency": currency("USD")})
    assert heard_currency(None, heard("AUD", "unsupported", "US"), "Revit", PRODUCTS) == (
        "USD",
        [remark],
    )
    assert heard_currency("USD", heard("AUD", "unsupported", "CA"), "Revit", PRODUCTS) == (
        "USD",
        [remark],
    )


def test_an_unsupported_one_where_none_is_known() -> None:
    assert heard_currency(None, heard("JPY", "unsupported"), "Revit", PRODUCTS) == (
        None,
        [Remark("utter_currency_unsupported", {"currencies": ALL})],
    )


@pytest.mark.parametrize(
    ("kept", "region", "expected"),
    [
        (None, None, None),
        (None, "FR", None),
        ("EUR", "FR", None),
        (None, "CA", "CAD"),
        (None, "US", "USD"),
        ("EUR", "CA", "CAD"),
        ("USD", "CA", "USD"),
    ],
)
def test_dollars_are_those_of_the_conversation_or_of_the_region(
    kept: str | None, region: str | None, expected: str | None
) -> None:
    said = heard("dollars", "dollars", region)
    assert heard_currency(kept, said, "AutoCAD", PRODUCTS) == (expected, [])


@pytest.mark.parametrize(
    ("currency", "said", "remarks"),
    [
        ("CAD", heard("dollars", "dollars"), 0),
        ("EUR", heard("dollars", "dollars"), 1),
        ("CAD", heard("AUD", "unsupported"), 1),
        ("CAD", heard("CAD"), 0),
    ],
)
def test_a_subscription_keeps_its_own(currency: Any, said: Heard, remarks: int) -> None:
    subscription = Subscription("sub_1", "AutoCAD", currency, 10, date(2027, 1, 15))
    assert len(about_currency(said, subscription)) == remarks
    assert about_currency(said, None) == []
