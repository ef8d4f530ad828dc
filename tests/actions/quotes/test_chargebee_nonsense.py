"""A subscription or an answer that no price can come of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.actions.loopback import Peer
from tests.actions.quotes.chargebee_server import INVOICE, NOTE, Serve, serving
from tests.actions.quotes.conftest import Clocks
from tests.actions.quotes.live_server import GONE
from tests.actions.quotes.refused import code_of


@pytest.fixture
def chargebee(peer: Callable[..., Peer], clocks: Clocks) -> Serve:
    return serving(peer, clocks)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"customer_id": "cus_of_someone_else"}, "subscription-not-found"),
        ({"status": "in_trial"}, "subscription-in-trial"),
        ({"status": "cancelled"}, "subscription-expired"),
        ({"status": "non_renewing"}, "not-renewing"),
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
