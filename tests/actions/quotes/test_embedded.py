"""Against the real billing service."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from actions.quotes.embedded import EmbeddedProvider, refusals
from actions.quotes.exchange import Exchange
from actions.quotes.port import Breakdown, Subscription
from tests.actions.conftest import KEY
from tests.actions.quotes.conftest import client_of
from tests.actions.quotes.refused import code_of

RENEWAL = date(2027, 1, 15)


@pytest.fixture
def provider(billing_url: str) -> EmbeddedProvider:
    headers = {"Authorization": f"Bearer {KEY}"}
    return EmbeddedProvider(Exchange(client_of(billing_url, headers=headers)))


def test_the_subscriptions_of_an_account(provider: EmbeddedProvider) -> None:
    assert provider.subscriptions("demo-montreal") == [
        Subscription("sub_demo_2", "Revit", "CAD", 4, date(2027, 6, 30), "year"),
        Subscription("sub_demo_1", "AutoCAD", "CAD", 10, date(2027, 1, 15), "year"),
    ]
    assert provider.subscriptions("nobody-we-know") == []


def test_the_catalogue(provider: EmbeddedProvider) -> None:
    revit = next(product for product in provider.products() if product.name == "Revit")
    assert (revit.id, revit.currencies) == ("revit", frozenset({"CAD", "USD", "EUR", "GBP"}))


def test_a_quote_to_the_cent(provider: EmbeddedProvider) -> None:
    """2000.00 × 3 seats × 54 days of 365."""
    quote = provider.quote("demo-montreal", "sub_demo_1", 3)
    assert quote.id and quote.id.startswith("q_")
    assert quote.due_now == Decimal("887.67")
    assert quote.breakdown == Breakdown(Decimal("2000.00"), "day", 54, 365, Decimal("26000.00"))
    assert (quote.seats, quote.seats_after, quote.currency) == (3, 13, "CAD")
    assert quote.renews_on == RENEWAL
    assert quote.effective_at == datetime.fromisoformat("2026-11-22T12:00:00-05:00")
    assert quote.expires_at == datetime.fromisoformat("2026-11-22T12:15:00-05:00")
    assert quote.expires_at.tzinfo == ZoneInfo("America/Toronto")
    assert (quote.tax_status, quote.renews_soon, quote.is_demo) == ("excluded", False, True)


def test_an_estimate(provider: EmbeddedProvider) -> None:
    quote = provider.estimate("autocad", 3, RENEWAL, "EUR")
    assert (quote.id, quote.subscription_id, quote.expires_at) == (None, None, None)
    assert (quote.due_now, quote.currency, quote.seats_after) == (Decimal("621.37"), "EUR", 3)


@pytest.mark.parametrize(
    ("account", "subscription", "code"),
    [
        ("demo-montreal", "sub_demo_3", "subscription-not-found"),
        ("demo-montreal", "sub_that_is_none", "subscription-not-found"),
        ("demo-odd", "sub_demo_7", "subscription-in-trial"),
        ("demo-odd", "sub_demo_8", "subscription-expired"),
        ("demo-odd", "sub_demo_9", "subscription-ended"),
        ("demo-odd", "sub_demo_10", "payment-late"),
        ("demo-odd", "sub_demo_12", "not-renewing"),
        ("demo-odd", "sub_demo_11", "not-self-service"),
        ("demo-montréal", "sub_demo_1", "invalid-request"),
        ("demo-montreal\r\nX-Account-Id: demo-lyon", "sub_demo_3", "invalid-request"),
        ("", "sub_demo_1", "invalid-request"),
    ],
)
def test_refusals_of_the_service(
    provider: EmbeddedProvider, account: str, subscription: str, code: str
) -> None:
    assert code_of(lambda: provider.quote(account, subscription, 3)) == code


def test_a_wrong_key(billing_url: str) -> None:
    stranger = EmbeddedProvider(Exchange(client_of(billing_url)))
    assert code_of(stranger.products) == "unauthenticated"


@pytest.mark.parametrize("body", [None, [], "x", {}, {"code": 5}])
def test_a_refusal_without_a_code(body: Any) -> None:
    assert refusals(404, body).code == "upstream-unavailable"
