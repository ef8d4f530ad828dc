from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.quotes.port import Subscription
from actions.quotes.stripe import refusals
from tests.actions.loopback import Peer
from tests.actions.quotes.conftest import Clocks
from tests.actions.quotes.live_server import GONE, MOMENT, Routes, changed, recorded
from tests.actions.quotes.refused import code_of
from tests.actions.quotes.stripe_server import PREVIEW, Serve, serving


@pytest.fixture
def stripe(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    return serving(peer, clocks)


def test_a_quote_is_the_sum_of_the_proration_lines(stripe: Serve) -> None:
    provider, server = stripe()
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.currency) == (Decimal("600.00"), "USD")
    assert (quote.seats, quote.seats_after, quote.product_name) == (5, 15, "AutoCAD")
    assert (quote.renews_on, quote.effective_at) == (date(2027, 5, 24), MOMENT)
    assert quote.expires_at and (quote.expires_at - MOMENT).seconds == 900
    assert (quote.breakdown, quote.tax_status, quote.is_demo) == (None, "unknown", False)
    assert quote.id and quote.id.startswith("q_")
    read, preview = server.received
    assert read.query == {"expand[]": ["items.data.price.product"]}
    assert preview.form == {
        "customer": "cus_1",
        "subscription": "sub_1",
        "subscription_details[items][0][id]": "si_1",
        "subscription_details[items][0][quantity]": "15",
        "subscription_details[proration_date]": "1795366800",
        "subscription_details[proration_behavior]": "always_invoice",
    }


def test_the_next_renewal_in_the_same_preview_is_not_due_now(stripe: Serve) -> None:
    renewal = changed(
        recorded(PREVIEW)["lines"]["data"][1],
        {"amount": 360000, "parent.subscription_item_details.proration": False},
    )
    lines = [*recorded(PREVIEW)["lines"]["data"], renewal]
    provider, _ = stripe(preview={"lines.data": lines, "subtotal": 420000, "total": 420000})
    assert provider.quote("cus_1", "sub_1", 5).due_now == Decimal("600.00")


def test_taxes_on_top_and_itemised_discounts_count(stripe: Serve) -> None:
    def taxed(amount: int) -> list[dict[str, Any]]:
        return [{"amount": amount, "tax_behavior": "exclusive", "taxable_amount": amount * 20}]

    provider, _ = stripe(
        preview={
            "lines.data.0.taxes": taxed(-5400),
            "lines.data.0.discount_amounts": [{"amount": -12000, "discount": "di_1"}],
            "lines.data.1.taxes": taxed(8100),
            "lines.data.1.discount_amounts": [{"amount": 18000, "discount": "di_1"}],
            "total": 56700,
        }
    )
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.tax_status) == (Decimal("567.00"), "included")


def test_taxes_within_the_price_are_included(stripe: Serve) -> None:
    within = [{"amount": 30000, "tax_behavior": "inclusive", "taxable_amount": 150000}]
    provider, _ = stripe(preview={"lines.data.1.taxes": within})
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.tax_status) == (Decimal("600.00"), "included")


def test_older_versions_flag_the_line_itself_and_end_the_period_elsewhere(stripe: Serve) -> None:
    old = {"parent": None, "proration": True, "subscription_item": "si_1"}
    preview = recorded(PREVIEW)["lines"]["data"]
    provider, _ = stripe(
        subscription={"items.data.0.current_period_end": GONE, "current_period_end": 1811134800},
        preview={"lines.data": [{**line, **old} for line in preview]},
    )
    quote = provider.quote("cus_1", "sub_1", 5)
    assert (quote.due_now, quote.renews_on) == (Decimal("600.00"), date(2027, 5, 24))


def test_a_test_key_is_a_demo(stripe: Serve) -> None:
    provider, _ = stripe(preview={"livemode": False})
    assert provider.quote("cus_1", "sub_1", 5).is_demo


@pytest.mark.parametrize(
    ("currency", "minor_units", "due"),
    [("jpy", 60000, "60000"), ("kwd", 60000, "60.000"), ("eur", 60000, "600.00")],
)
def test_minor_units_of_the_currency(
    stripe: Serve, currency: str, minor_units: int, due: str
) -> None:
    in_it = {"currency": currency, "lines.data.0.currency": currency}
    provider, _ = stripe(
        subscription={"currency": currency}, preview={**in_it, "lines.data.1.currency": currency}
    )
    assert str(provider.quote("cus_1", "sub_1", 5).due_now) == due


def test_lines_on_further_pages(stripe: Serve) -> None:
    lines = recorded(PREVIEW)["lines"]["data"]
    path = "/v1/invoices/upcoming_in_1/lines"
    routes = Routes().on("GET", path, {"data": lines, "has_more": False})
    provider, server = stripe(routes, preview={"lines.has_more": True, "lines.data": lines[:1]})
    assert provider.quote("cus_1", "sub_1", 5).due_now == Decimal("600.00")
    assert server.received[-1].query == {"limit": ["100"]}


def test_lines_without_an_end_are_given_up(stripe: Serve) -> None:
    lines = recorded(PREVIEW)["lines"]["data"]
    path = "/v1/invoices/upcoming_in_1/lines"
    routes = Routes().on("GET", path, {"data": lines, "has_more": True})
    provider, server = stripe(routes, preview={"lines.has_more": True})
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == "upstream-unavailable"
    assert server.received[-1].query["starting_after"] == ["il_tmp_2"]
    assert len(server.received) == 7


def test_the_subscriptions_of_a_customer(stripe: Serve) -> None:
    """One by use has no seats and is left out."""
    routes = Routes().on("GET", "/v1/subscriptions", recorded("stripe_subscriptions"))
    provider, server = stripe(routes.on("GET", "/v1/products", recorded("stripe_products")))
    assert provider.subscriptions("cus_1") == [
        Subscription("sub_1", "AutoCAD", "USD", 10, date(2027, 5, 24)),
        Subscription("sub_2", "Revit", "USD", 4, date(2027, 5, 24)),
    ]
    listed, products = server.received
    assert listed.query == {"customer": ["cus_1"], "limit": ["100"]}
    assert products.query == {"ids[]": ["prod_1", "prod_2"], "limit": ["100"]}


def test_a_customer_without_subscriptions(stripe: Serve) -> None:
    provider, server = stripe(
        Routes().on("GET", "/v1/subscriptions", {"data": [], "has_more": False})
    )
    assert provider.subscriptions("cus_1") == []
    assert len(server.received) == 1


def test_a_customer_whom_stripe_does_not_know_has_none(stripe: Serve) -> None:
    errors = recorded("stripe_errors")
    provider, _ = stripe(Routes().on("GET", "/v1/subscriptions", errors["400"], status=400))
    assert provider.subscriptions("cus_1") == []


def test_a_list_that_cannot_be_had(stripe: Serve) -> None:
    errors = recorded("stripe_errors")
    provider, _ = stripe(Routes().on("GET", "/v1/subscriptions", errors["401"], status=401))
    assert code_of(lambda: provider.subscriptions("cus_1")) == "unauthenticated"


@pytest.mark.parametrize("products", [[], [{"id": "prod_1"}], None])
def test_products_that_cannot_be_named(stripe: Serve, products: Any) -> None:
    routes = Routes().on("GET", "/v1/subscriptions", recorded("stripe_subscriptions"))
    named = {"data": products, "has_more": False}
    provider, _ = stripe(routes.on("GET", "/v1/products", named))
    assert code_of(lambda: provider.subscriptions("cus_1")) == "upstream-unavailable"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("400", "subscription-not-found"),
        ("404", "subscription-not-found"),
        ("402", "invalid-request"),
        ("401", "unauthenticated"),
        ("403", "unauthenticated"),
        ("409", "upstream-unavailable"),
        ("429", "rate-limited"),
        ("500", "upstream-unavailable"),
    ],
)
def test_stripes_errors(stripe: Serve, status: str, code: str) -> None:
    provider, _ = stripe(
        Routes().on(
            "GET", "/v1/subscriptions/sub_2", recorded("stripe_errors")[status], int(status)
        )
    )
    assert code_of(lambda: provider.quote("cus_1", "sub_2", 5)) == code


@pytest.mark.parametrize("body", [None, [], {}, {"error": "x"}])
def test_an_error_without_a_reason(body: Any) -> None:
    assert refusals(400, body).code == "upstream-unavailable"


def test_ids_are_kept_within_their_place_in_the_path(stripe: Serve) -> None:
    provider, server = stripe()
    assert code_of(lambda: provider.quote("cus_1", "../customers/cus_2?x=#", 5))
    assert server.received[0].target.startswith(
        "/v1/subscriptions/..%2Fcustomers%2Fcus_2%3Fx%3D%23?"
    )


def test_it_has_no_catalogue(stripe: Serve) -> None:
    provider, server = stripe()
    assert code_of(provider.products) == "sign-in-required"
    estimate = lambda: provider.estimate("autocad", 3, date(2027, 1, 15), "USD")  # noqa: E731
    assert code_of(estimate) == "sign-in-required"
    assert server.received == []
