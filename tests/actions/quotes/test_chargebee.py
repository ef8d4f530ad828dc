from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.quotes.chargebee import ChargebeeProvider, is_test_site, refusals
from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteError, Subscription
from tests.actions.loopback import Peer
from tests.actions.quotes.conftest import Clocks, client_of
from tests.actions.quotes.live_server import GONE, MOMENT, SETTING, Routes, changed, recorded

Serve = Callable[..., tuple[ChargebeeProvider, Peer]]

ESTIMATES = "/api/v2/estimates/update_subscription_for_items"
INVOICE = "estimate.invoice_estimate"
NOTE = "estimate.credit_note_estimates.0"


@pytest.fixture
def chargebee(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    """The provider against recorded answers, changed as a test says."""

    def serve(
        subscription: Mapping[str, Any] | None = None,
        estimate: Mapping[str, Any] | None = None,
        routes: Routes | None = None,
    ) -> tuple[ChargebeeProvider, Peer]:
        of_it = {f"subscription.{path}": value for path, value in (subscription or {}).items()}
        all_routes = (
            Routes()
            .on("GET", "/api/v2/subscriptions", recorded("chargebee_subscriptions"))
            .on("GET", "/api/v2/item_prices", recorded("chargebee_item_prices"))
            .on(
                "GET",
                "/api/v2/subscriptions/sub_1",
                changed(recorded("chargebee_subscription"), of_it),
            )
            .on("POST", ESTIMATES, changed(recorded("chargebee_estimate"), estimate or {}))
        )
        listening = peer(route=routes or all_routes)
        client = client_of(listening.url, timing=clocks.timing, refusals=refusals)
        return ChargebeeProvider(Exchange(client), SETTING, is_demo=False), listening

    return serve


def code_of(ask: Callable[[], Any]) -> str:
    with pytest.raises(QuoteError) as refused:
        ask()
    return refused.value.code


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


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"customer_id": "cus_of_someone_else"}, "subscription-not-found"),
        ({"status": "in_trial"}, "subscription-in-trial"),
        ({"status": "cancelled"}, "subscription-expired"),
        ({"status": "non_renewing"}, "subscription-not-active"),
        ({"status": "paused"}, "subscription-not-active"),
        ({"has_scheduled_changes": True}, "invalid-request"),
        ({"subscription_items.0.item_type": "addon"}, "invalid-request"),
        ({"current_term_end": 1795366800}, "nothing-to-prorate"),
        ({"current_term_end": GONE}, "upstream-unavailable"),
        ({"subscription_items": GONE}, "upstream-unavailable"),
        ({"subscription_items.0.quantity": 10.0}, "upstream-unavailable"),
        ({"subscription_items.0.item_price_id": "Maya-USD-Yearly"}, "upstream-unavailable"),
        ({"currency_code": None}, "upstream-unavailable"),
    ],
    ids=str,
)
def test_a_subscription_that_no_seats_can_be_priced_for(
    chargebee: Serve, changes: dict[str, Any], code: str
) -> None:
    provider, server = chargebee(subscription=changes)
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == code
    assert {sent.method for sent in server.received} == {"GET"}


@pytest.mark.parametrize(
    "changes",
    [
        {f"{INVOICE}.amount_due": 60001},
        {f"{INVOICE}.amount_due": 60000.0},
        {f"{INVOICE}.amount_due": None},
        {f"{INVOICE}.amount_paid": 60000, f"{INVOICE}.amount_due": 0},
        {f"{INVOICE}.credits_applied": 200000, f"{INVOICE}.amount_due": -20000},
        {f"{INVOICE}.credits_applied": 0, f"{INVOICE}.amount_due": 180000},
        {f"{INVOICE}.total": 180001},
        {f"{INVOICE}.sub_total": 180001},
        {f"{INVOICE}.line_items.0.amount": 18},
        {f"{INVOICE}.line_items.0.entity_id": "Onboarding-USD"},
        {f"{INVOICE}.line_items": []},
        {f"{INVOICE}.taxes": [{"amount": 9000}]},
        {f"{INVOICE}.discounts": [{"amount": 9000}]},
        {f"{INVOICE}.round_off_amount": 1},
        {f"{INVOICE}.currency_code": "CAD"},
        {f"{NOTE}.currency_code": "CAD"},
        {f"{NOTE}.total": None},
        {INVOICE: None},
        {INVOICE: GONE},  # the change would only be billed at the renewal
        {"estimate": None},
    ],
    ids=str,
)
def test_an_estimate_that_makes_no_sense_is_refused(
    chargebee: Serve, changes: dict[str, Any]
) -> None:
    provider, _ = chargebee(estimate=changes)
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == "upstream-unavailable"


def test_an_amount_beyond_all_money_is_refused(chargebee: Serve) -> None:
    huge = 10**18
    provider, _ = chargebee(
        estimate={
            f"{INVOICE}.line_items.0.amount": huge,
            f"{INVOICE}.sub_total": huge,
            f"{INVOICE}.total": huge,
            f"{INVOICE}.amount_due": huge - 120000,
        }
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
