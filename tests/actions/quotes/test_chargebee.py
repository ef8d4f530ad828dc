from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.quotes.chargebee import is_test_site, refusals
from actions.quotes.port import Subscription
from tests.actions.loopback import Peer
from tests.actions.quotes.chargebee_server import INVOICE, NOTE, Serve, serving
from tests.actions.quotes.conftest import Clocks
from tests.actions.quotes.live_server import GONE, MOMENT, Routes, recorded
from tests.actions.quotes.refused import code_of


@pytest.fixture
def chargebee(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    return serving(peer, clocks)


def test_a_quote_is_what_would_be_invoiced_at_once(chargebee: Serve) -> None:
    provider, server = chargebee()
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.currency) == (Decimal("600.00"), "USD")
    assert (quote.seats, quote.seats_after, quote.product_name) == (5, 15, "AutoCAD")
    assert (quote.renews_on, quote.effective_at) == (date(2027, 5, 24), MOMENT)
    assert (quote.breakdown, quote.tax_status, quote.is_demo) == (None, "unknown", False)
    _, prices, estimate = server.received
    assert prices.query == {"id[in]": ['["AutoCAD-USD-Yearly"]'], "limit": ["100"]}
    assert estimate.form == {
        "subscription[id]": "sub_1",
        "subscription_items[item_price_id][0]": "AutoCAD-USD-Yearly",
        "subscription_items[quantity][0]": "15",
        "prorate": "true",
        "invoice_immediately": "true",
    }


def test_discounts_and_taxes_on_top_are_in_what_is_due(chargebee: Serve) -> None:
    provider, _ = chargebee(
        estimate={
            f"{INVOICE}.discounts": [{"amount": 18000}],
            f"{INVOICE}.taxes": [{"name": "GST", "amount": 8100}],
            f"{INVOICE}.total": 170100,
            f"{INVOICE}.credits_applied": 113400,
            f"{NOTE}.total": 113400,
            f"{INVOICE}.amount_due": 56700,
        }
    )
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.tax_status) == (Decimal("567.00"), "included")


def test_taxes_within_the_price_are_not_added(chargebee: Serve) -> None:
    within = {f"{INVOICE}.price_type": "tax_inclusive", f"{INVOICE}.taxes": [{"amount": 30000}]}
    provider, _ = chargebee(estimate=within)
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.tax_status) == (Decimal("600.00"), "included")


def test_a_site_that_charges_the_difference_makes_no_credit_note(chargebee: Serve) -> None:
    provider, _ = chargebee(
        estimate={
            "estimate.credit_note_estimates": GONE,
            f"{INVOICE}.line_items.0.amount": 60000,
            f"{INVOICE}.sub_total": 60000,
            f"{INVOICE}.total": 60000,
            f"{INVOICE}.credits_applied": 0,
        }
    )
    assert provider.quote("cus_1", "sub_1", 5).due_now == Decimal("600.00")


def test_whole_units_where_the_currency_has_no_smaller_ones(chargebee: Serve) -> None:
    provider, _ = chargebee(
        subscription={"currency_code": "JPY"},
        estimate={f"{INVOICE}.currency_code": "JPY", f"{NOTE}.currency_code": "JPY"},
    )
    assert str(provider.quote("cus_1", "sub_1", 5).due_now) == "60000"


def test_thousandths_are_refused(chargebee: Serve) -> None:
    """How they are sent is not documented."""
    provider, _ = chargebee(
        subscription={"currency_code": "KWD"},
        estimate={f"{INVOICE}.currency_code": "KWD", f"{NOTE}.currency_code": "KWD"},
    )
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == "upstream-unavailable"


def test_the_subscriptions_of_a_customer(chargebee: Serve) -> None:
    """One without a number of seats is left out."""
    provider, server = chargebee()
    assert provider.subscriptions("cus_1") == [
        Subscription("sub_1", "AutoCAD", "USD", 10, date(2027, 5, 24)),
        Subscription("sub_2", "Revit", "USD", 4, date(2027, 5, 24)),
    ]
    listed, prices = server.received
    assert listed.query == {"customer_id[is]": ["cus_1"], "limit": ["100"]}
    assert prices.query["id[in]"] == ['["AutoCAD-USD-Yearly","Revit-USD-Yearly"]']


def test_a_customer_without_subscriptions(chargebee: Serve) -> None:
    """Chargebee lists none for a customer it does not know, too."""
    provider, server = chargebee(routes=Routes().on("GET", "/api/v2/subscriptions", {"list": []}))
    assert provider.subscriptions("cus_1") == []
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "page", [{}, {"list": None}, {"list": [{}]}, [], {"list": [{"subscription": {}}]}]
)
def test_a_list_that_makes_no_sense(chargebee: Serve, page: Any) -> None:
    provider, _ = chargebee(routes=Routes().on("GET", "/api/v2/subscriptions", page))
    assert code_of(lambda: provider.subscriptions("cus_1")) == "upstream-unavailable"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("400", "invalid-request"),
        ("401", "unauthenticated"),
        ("403", "unauthenticated"),
        ("404", "subscription-not-found"),
        ("409", "upstream-unavailable"),
        ("422", "upstream-unavailable"),
        ("429", "rate-limited"),
        ("500", "upstream-unavailable"),
    ],
)
def test_chargebees_errors(chargebee: Serve, status: str, code: str) -> None:
    error = recorded("chargebee_errors")[status]
    routes = Routes().on("GET", "/api/v2/subscriptions/sub_1", error, int(status))
    provider, _ = chargebee(routes=routes)
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == code


def test_an_error_without_a_reason() -> None:
    assert refusals(404, None).code == "upstream-unavailable"


def test_test_sites() -> None:
    assert is_test_site("https://acme-test.chargebee.com")
    assert not is_test_site("https://acme.chargebee.com")
    assert not is_test_site("https://")


def test_it_has_no_catalogue(chargebee: Serve) -> None:
    provider, server = chargebee()
    assert code_of(provider.products) == "sign-in-required"
    assert server.received == []
