from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteError, Subscription
from actions.quotes.recurly import RecurlyProvider, refusals
from tests.actions.loopback import Behaviour, Peer, answer
from tests.actions.quotes.conftest import Clocks, client_of
from tests.actions.quotes.live_server import GONE, MOMENT, SETTING, Routes, changed, recorded
from tests.actions.quotes.refused import code_of

Serve = Callable[..., tuple[RecurlyProvider, Peer]]

PREVIEW = "/subscriptions/sub_1/change/preview"
CHARGE = "invoice_collection.charge_invoice"
CREDITS = "invoice_collection.credit_invoices"


@pytest.fixture
def recurly(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    """The provider against recorded answers, changed as a test says."""

    def serve(
        subscription: Mapping[str, Any] | None = None,
        change: Mapping[str, Any] | None = None,
        routes: Routes | None = None,
    ) -> tuple[RecurlyProvider, Peer]:
        all_routes = (
            Routes()
            .on(
                "GET",
                "/subscriptions/sub_1",
                changed(recorded("recurly_subscription"), subscription or {}),
            )
            .on("POST", PREVIEW, changed(recorded("recurly_change_preview"), change or {}))
        )
        listening = peer(route=routes or all_routes)
        client = client_of(listening.url, timing=clocks.timing, refusals=refusals)
        return RecurlyProvider(Exchange(client), SETTING), listening

    return serve


def credit(total: float) -> dict[str, Any]:
    invoice = recorded("recurly_change_preview")["invoice_collection"]["charge_invoice"]
    return dict(
        changed(
            invoice,
            {"type": "credit", "subtotal": total, "total": total, "line_items.0.subtotal": total},
        )
    )


def charged(amount: Any) -> dict[str, Any]:
    fields = ("line_items.0.subtotal", "subtotal", "total")
    return {f"{CHARGE}.{field}": amount for field in fields}


def test_a_quote_is_the_charge_of_the_preview(recurly: Serve) -> None:
    provider, server = recurly()
    quote = provider.quote("acct_1", "sub_1", 5)
    assert (quote.due_now, quote.currency) == (Decimal("600.00"), "USD")
    assert (quote.seats, quote.seats_after, quote.product_name) == (5, 15, "AutoCAD")
    assert (quote.renews_on, quote.effective_at) == (date(2027, 5, 24), MOMENT)
    assert (quote.breakdown, quote.tax_status, quote.is_demo) == (None, "unknown", False)
    assert server.received[1].body == b'{"timeframe": "now", "quantity": 15}'


@pytest.mark.parametrize("sign", [1, -1])
def test_credits_for_the_old_quantity_come_off(recurly: Serve, sign: int) -> None:
    provider, _ = recurly(change={**charged(1800.0), CREDITS: [credit(sign * 1200.0)]})
    assert provider.quote("acct_1", "sub_1", 5).due_now == Decimal("600.00")


def test_floats_are_read_to_the_cent(recurly: Serve) -> None:
    """0.1 + 0.2 is 0.3 here."""
    lines = [{"subtotal": 0.1}, {"subtotal": 0.2}, {"subtotal": 601}]
    change = {f"{CHARGE}.line_items": lines, f"{CHARGE}.subtotal": 601.3, f"{CHARGE}.total": 601.3}
    provider, _ = recurly(change=change)
    assert str(provider.quote("acct_1", "sub_1", 5).due_now) == "601.30"


def test_discounts_and_taxes_are_in_what_is_due(recurly: Serve) -> None:
    change = {f"{CHARGE}.discount": 60, f"{CHARGE}.tax": 27.0, f"{CHARGE}.total": 567.0}
    provider, _ = recurly(change=change)
    quote = provider.quote("acct_1", "sub_1", 5)
    assert (quote.due_now, quote.tax_status) == (Decimal("567.00"), "included")


def test_an_account_may_be_named_by_its_code(recurly: Serve) -> None:
    provider, _ = recurly()
    assert provider.quote("code-acme", "sub_1", 5).due_now == Decimal("600.00")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"account.id": "acct_of_someone_else", "account.code": "x"}, "subscription-not-found"),
        ({"account": None}, "upstream-unavailable"),
        ({"trial_ends_at": "2026-12-01T00:00:00Z"}, "subscription-in-trial"),
        ({"trial_ends_at": "soon"}, "upstream-unavailable"),
        ({"state": "expired"}, "subscription-expired"),
        ({"state": "canceled"}, "not-renewing"),
        ({"state": "paused"}, "subscription-not-active"),
        ({"auto_renew": False}, "not-renewing"),
        ({"pending_change": {"id": "change_1"}}, "invalid-request"),
        ({"current_period_ends_at": "2026-11-22T17:00:00Z"}, "nothing-to-prorate"),
        ({"current_period_ends_at": "2027-05-24"}, "upstream-unavailable"),
        ({"current_period_ends_at": None}, "upstream-unavailable"),
        ({"quantity": 10.0}, "upstream-unavailable"),
        ({"plan": GONE}, "upstream-unavailable"),
        ({"currency": "str"}, "upstream-unavailable"),
    ],
    ids=str,
)
def test_a_subscription_that_no_seats_can_be_priced_for(
    recurly: Serve, changes: dict[str, Any], code: str
) -> None:
    provider, server = recurly(subscription=changes)
    assert code_of(lambda: provider.quote("acct_1", "sub_1", 5)) == code
    assert len(server.received) == 1


def test_a_trial_that_is_over_is_none(recurly: Serve) -> None:
    provider, _ = recurly(subscription={"trial_ends_at": "2026-06-01T00:00:00Z"})
    assert provider.quote("acct_1", "sub_1", 5).due_now == Decimal("600.00")


@pytest.mark.parametrize(
    "changes",
    [
        charged(-3.4028e38),  # what a server made from the published schema answers
        charged(-600.0),
        charged(0.0),
        charged(10**15),
        charged(600.001),
        charged("600.00"),
        charged(True),
        charged(None),
        {f"{CHARGE}.total": 6000.0},
        {f"{CHARGE}.subtotal": 601.0},
        {f"{CHARGE}.line_items": []},
        {f"{CHARGE}.tax": 30.0},
        {f"{CHARGE}.discount": None},
        {f"{CHARGE}.currency": "CAD"},
        {f"{CHARGE}.currency": "str"},
        {f"{CHARGE}.has_more_line_items": True},
        {f"{CHARGE}.has_more_line_items": GONE},
        {CREDITS: [credit(-600.0)]},
        {CREDITS: [changed(credit(-60.0), {"currency": "CAD"})]},
        {CREDITS: [changed(credit(-60.0), {"total": -6.0})]},
        {CHARGE: None},
        {"invoice_collection": None},
        {"invoice_collection": GONE},
    ],
    ids=str,
)
def test_a_preview_that_makes_no_sense_is_refused(recurly: Serve, changes: dict[str, Any]) -> None:
    provider, _ = recurly(change=changes)
    assert code_of(lambda: provider.quote("acct_1", "sub_1", 5)) == "upstream-unavailable"


def test_the_subscriptions_of_an_account(recurly: Serve) -> None:
    path = "/accounts/code-acme/subscriptions"
    provider, server = recurly(routes=Routes().on("GET", path, recorded("recurly_subscriptions")))
    assert provider.subscriptions("code-acme") == [
        Subscription("sub_1", "AutoCAD", "USD", 10, date(2027, 5, 24)),
        Subscription("sub_2", "Revit", "USD", 4, date(2027, 5, 24)),
    ]
    assert server.received[0].query == {"state": ["live"], "limit": ["200"]}


@pytest.mark.parametrize(
    ("status", "code"), [("401", "unauthenticated"), ("422", "invalid-request")]
)
def test_a_list_that_cannot_be_had(recurly: Serve, status: str, code: str) -> None:
    path, error = "/accounts/acct_1/subscriptions", recorded("recurly_errors")[status]
    provider, _ = recurly(routes=Routes().on("GET", path, error, int(status)))
    assert code_of(lambda: provider.subscriptions("acct_1")) == code


def test_an_account_that_recurly_does_not_know_has_none(recurly: Serve) -> None:
    path, error = "/accounts/acct_1/subscriptions", recorded("recurly_errors")["404"]
    provider, _ = recurly(routes=Routes().on("GET", path, error, 404))
    assert provider.subscriptions("acct_1") == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("401", "unauthenticated"),
        ("403", "unauthenticated"),
        ("404", "subscription-not-found"),
        ("409", "upstream-unavailable"),
        ("422", "invalid-request"),
        ("429", "rate-limited"),
        ("500", "upstream-unavailable"),
    ],
)
def test_recurlys_errors(recurly: Serve, status: str, code: str) -> None:
    error = recorded("recurly_errors")[status]
    routes = Routes().on("GET", "/subscriptions/sub_1", error, int(status))
    provider, _ = recurly(routes=routes)
    assert code_of(lambda: provider.quote("acct_1", "sub_1", 5)) == code


def test_a_change_in_progress_is_tried_again(peer: Callable[..., Peer], clocks: Clocks) -> None:
    found = answer(body=recorded("recurly_subscription"))
    busy: Behaviour = answer(status=409, body=recorded("recurly_errors")["409"])
    previewed = answer(body=recorded("recurly_change_preview"))
    server = peer(found, busy, previewed)
    client = client_of(server.url, timing=clocks.timing, refusals=refusals)
    provider = RecurlyProvider(Exchange(client), SETTING)
    assert provider.quote("acct_1", "sub_1", 5).due_now == Decimal("600.00")
    assert [sent.method for sent in server.received] == ["GET", "POST", "POST"]


def test_its_rate_limit_says_when_it_ends(peer: Callable[..., Peer], clocks: Clocks) -> None:
    error = recorded("recurly_errors")["429"]
    server = peer(answer(status=429, body=error, X_RateLimit_Reset="1795366890"))
    client = client_of(server.url, timing=clocks.timing, refusals=refusals)
    with pytest.raises(QuoteError) as refused:
        RecurlyProvider(Exchange(client), SETTING).subscriptions("acct_1")
    assert (refused.value.code, refused.value.retry_after) == ("rate-limited", 90)


@pytest.mark.parametrize("body", [None, [], {}, {"error": "x"}, {"error": {"type": 5}}])
def test_an_error_without_a_reason(body: Any) -> None:
    assert refusals(404, body).code == "upstream-unavailable"


def test_it_has_no_catalogue(recurly: Serve) -> None:
    provider, server = recurly()
    assert code_of(provider.products) == "sign-in-required"
    assert server.received == []
