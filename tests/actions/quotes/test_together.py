from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.quotes.draft import Draft
from actions.quotes.embedded import EmbeddedProvider
from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteError
from actions.quotes.together import quotes_of, total_of
from tests.actions.conftest import KEY
from tests.actions.quotes.conftest import client_of

OF_AN_ACCOUNT = Draft(subscription="sub_demo_1", seats=2)
VISITORS = Draft(product="AutoCAD", seats=2, currency="CAD", renewal_date="2027-01-15")
REVIT = {"product": "Revit", "seats.add": 3}


@pytest.fixture
def provider(billing_url: str) -> EmbeddedProvider:
    headers = {"Authorization": f"Bearer {KEY}"}
    return EmbeddedProvider(Exchange(client_of(billing_url, headers=headers)))


def test_each_order_of_an_account(provider: EmbeddedProvider) -> None:
    orders = [REVIT, {"product": "AutoCAD", "seats.target": 12}]
    quotes = quotes_of(provider, "demo-montreal", OF_AN_ACCOUNT, orders)
    assert [(quote.subscription_id, quote.seats, quote.due_now) for quote in quotes] == [
        ("sub_demo_2", 3, Decimal("4882.19")),
        ("sub_demo_1", 2, Decimal("591.78")),
    ]


def test_each_order_of_a_visitor(provider: EmbeddedProvider) -> None:
    (quote,) = quotes_of(provider, None, VISITORS, [REVIT])
    assert (quote.id, quote.product_name, quote.seats, quote.currency) == (None, "Revit", 3, "CAD")


@pytest.mark.parametrize(
    ("account", "draft", "order"),
    [
        ("demo-montreal", OF_AN_ACCOUNT, {"product": "Maya", "seats": 3}),
        ("demo-montreal", OF_AN_ACCOUNT, {"product": "Revit"}),
        ("demo-montreal", OF_AN_ACCOUNT, {"product": "Revit", "seats": 201}),
        ("demo-montreal", OF_AN_ACCOUNT, {"product": "Revit", "seats.target": 4}),
        (None, VISITORS, {"product": "Netfabb", "seats": 3}),
        (None, VISITORS, {"product": "Revit", "seats.target": 12}),
        (None, replace(VISITORS, currency=None), REVIT),
        (None, replace(VISITORS, renewal_date=None), REVIT),
    ],
)
def test_an_order_that_is_not_clear_has_no_quote(
    provider: EmbeddedProvider, account: str | None, draft: Draft, order: dict[str, object]
) -> None:
    with pytest.raises(QuoteError):
        quotes_of(provider, account, draft, [order])


def test_the_total(provider: EmbeddedProvider) -> None:
    orders = [REVIT, {"product": "AutoCAD", "seats": 2}]
    one, other = quotes_of(provider, "demo-montreal", OF_AN_ACCOUNT, orders)
    assert total_of([one, other]) == {
        "total": {"type": "money", "amount": "5473.97", "currency": "CAD"},
        "tax": {"type": "response", "name": "utter_tax_excluded", "values": {}},
    }
    taxed = total_of([one, replace(other, tax_status="included")])
    assert taxed is not None
    assert taxed["tax"]["name"] == "utter_tax_unknown"
    assert total_of([one, replace(other, currency="EUR")]) is None
