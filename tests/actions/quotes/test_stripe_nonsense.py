"""A subscription or an answer that no price can come of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.loopback import Peer
from tests.actions.quotes.conftest import Clocks
from tests.actions.quotes.live_server import GONE, recorded
from tests.actions.quotes.refused import code_of
from tests.actions.quotes.stripe_server import SUBSCRIPTION, Serve, serving


@pytest.fixture
def stripe(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    return serving(peer, clocks)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"customer": "cus_of_someone_else"}, "subscription-not-found"),
        ({"status": "trialing"}, "subscription-in-trial"),
        ({"status": "past_due"}, "payment-late"),
        ({"status": "canceled"}, "subscription-ended"),
        ({"status": "paused"}, "subscription-not-active"),
        ({"cancel_at_period_end": True}, "not-renewing"),
        ({"cancel_at": 1811134800}, "not-renewing"),
        ({"schedule": "sub_sched_1"}, "invalid-request"),
        ({"items.data": []}, "invalid-request"),
        ({"items.data": [recorded(SUBSCRIPTION)["items"]["data"][0]] * 2}, "invalid-request"),
        ({"items.data.0.current_period_end": 1795366800}, "nothing-to-prorate"),
        ({"items.data.0.quantity": "10"}, "upstream-unavailable"),
        ({"items.data.0.price.product": "prod_1"}, "upstream-unavailable"),
        ({"items.data.0.current_period_end": None}, "upstream-unavailable"),
        ({"items.data.0.current_period_end": 10**18}, "upstream-unavailable"),
        ({"customer": GONE}, "upstream-unavailable"),
        ({"items": None}, "upstream-unavailable"),
        ({"currency": "dollars"}, "upstream-unavailable"),
    ],
    ids=str,
)
def test_a_subscription_that_no_seats_can_be_priced_for(
    stripe: Serve, changes: dict[str, Any], code: str
) -> None:
    provider, server = stripe(subscription=changes)
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == code
    assert [sent.method for sent in server.received] == ["GET"]


@pytest.mark.parametrize(
    "changes",
    [
        {"lines.data.1.amount": 100000, "subtotal": -20000, "total": -20000},
        {"lines.data.1.amount": 120000, "subtotal": 0, "total": 0},
        {"lines.data.1.amount": 10**20, "subtotal": 10**20 - 120000, "total": 10**20 - 120000},
        {"lines.data.1.amount": 180001},
        {"lines.data.1.amount": 180000.0},
        {"lines.data.1.amount": "180000"},
        {"lines.data.1.amount": None},
        {"lines.data.1.amount": True},
        {"subtotal": 60001},
        {"subtotal": None},
        {"total": 70000},
        {"currency": "cad"},
        {"lines.data.0.currency": "cad"},
        {"lines.data.0.currency": None},
        {"lines.data": [], "subtotal": 0, "total": 0},
        {"lines.data": None},
        {"lines": GONE},
        {"lines.has_more": None},
        {"lines.has_more": True, "id": None},
        {"lines.has_more": True, "lines.data": []},
        {"livemode": GONE},
        {"lines.data.0.parent.subscription_item_details.subscription_item": "si_of_another"},
        {"lines.data.0.parent.subscription_item_details.proration": False},
        {"lines.data.1.taxes": [{"amount": 1}]},
        {"lines.data.1.discount_amounts": [{"amount": None}]},
    ],
    ids=str,
)
def test_a_preview_that_makes_no_sense_is_refused(stripe: Serve, changes: dict[str, Any]) -> None:
    provider, _ = stripe(preview=changes)
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == "upstream-unavailable"


@pytest.mark.parametrize("currency", ["isk", "ugx"])
def test_a_currency_whose_minor_unit_is_unclear_is_refused(stripe: Serve, currency: str) -> None:
    in_it = {"currency": currency, "lines.data.0.currency": currency}
    provider, _ = stripe(
        subscription={"currency": currency}, preview={**in_it, "lines.data.1.currency": currency}
    )
    assert code_of(lambda: provider.quote("cus_1", "sub_1", 5)) == "upstream-unavailable"
