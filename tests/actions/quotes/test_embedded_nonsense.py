"""Against a billing service whose answers were tampered with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import requests

from actions.quotes.embedded import EmbeddedProvider
from actions.quotes.exchange import Exchange
from tests.actions.conftest import KEY
from tests.actions.loopback import Peer, answer
from tests.actions.quotes.conftest import client_of
from tests.actions.quotes.live_server import GONE, changed
from tests.actions.quotes.refused import code_of

RENEWAL = date(2027, 1, 15)


def provider_at(url: str) -> EmbeddedProvider:
    return EmbeddedProvider(Exchange(client_of(url)))


@pytest.fixture(scope="module")
def true_quote(billing_url: str) -> dict[str, Any]:
    body = {"subscription_id": "sub_demo_1", "seats_to_add": 3}
    return _post(f"{billing_url}/v1/proration-quotes", body)


@pytest.fixture(scope="module")
def true_estimate(billing_url: str) -> dict[str, Any]:
    body = {
        "product_id": "autocad",
        "seats_to_add": 3,
        "renewal_date": RENEWAL.isoformat(),
        "currency": "CAD",
    }
    return _post(f"{billing_url}/v1/proration-estimates", body)


def _post(url: str, body: dict[str, Any]) -> dict[str, Any]:
    headers = {
        "Authorization": f"Bearer {KEY}",
        "X-Account-Id": "demo-montreal",
        "Idempotency-Key": "one-key-of-the-tests",
    }
    response = requests.post(url, json=body, headers=headers, timeout=5)
    answered: dict[str, Any] = response.json()
    return answered


def everywhere(amount: Any) -> dict[str, Any]:
    """The same amount in every field that has to agree."""
    fields = ("lines.0.amount", "amounts.subtotal", "amounts.total", "amounts.due_now")
    return dict.fromkeys(fields, amount)


WRONG_CHARGES: list[dict[str, Any]] = [
    everywhere("-887.67"),
    everywhere("0.00"),
    everywhere("88767.00"),  # cents as dollars
    everywhere("887.6712"),
    everywhere("1000000000000000.00"),
    everywhere("NaN"),
    everywhere("8.8767E+2"),
    everywhere(" 887.67"),
    everywhere("８８７.６７"),
    everywhere(887.67),
    everywhere(None),
    {"amounts.due_now": "0.01"},
    {"lines.0.amount": "0.01"},
    {"lines": []},
    {"lines": GONE},
    {"amounts": None},
    {"currency": "USD"},
    {"currency": "XXQ"},
    {"currency": None},
    {"seats_to_add": 30},
    {"seats_to_add": "3"},
    {"seats_to_add": 3.0},
    {"unit_price": "1.00"},
    {"unit_price": "NaN"},
    {"proration.remaining": 400},
    {"proration.remaining": -1},
    {"proration.total": 0},
    {"proration.remaining": 53},
    {"renewal": None},
    {"renewal.date": "soon"},
    {"renewal.estimated_amount": 26000},
    {"amounts.tax_status": "paid by someone"},
    {"provider.mode": "production"},
    {"effective_at": "2026-11-22T12:00:00"},
    {"effective_at": 1795366800},
]

WRONG_QUOTES: list[dict[str, Any]] = [
    {"id": ""},
    {"id": 7},
    {"subscription.id": "sub_demo_2"},
    {"subscription.currency": "USD"},
    {"subscription.timezone": "Nowhere/Land"},
    {"subscription.timezone": "../../etc/passwd"},
    {"subscription.seats": 11},
    {"subscription.product_name": None},
    {"seats_after": 12},
    {"expires_at": "2026-11-22T11:00:00-05:00"},
    {"expires_at": None},
]


@pytest.mark.parametrize("changes", [*WRONG_CHARGES, *WRONG_QUOTES], ids=str)
def test_a_quote_that_makes_no_sense_is_refused(
    peer: Callable[..., Peer], true_quote: dict[str, Any], changes: dict[str, Any]
) -> None:
    odd = provider_at(peer(answer(status=201, body=changed(true_quote, changes))).url)
    ask = lambda: odd.quote("demo-montreal", "sub_demo_1", 3)  # noqa: E731
    assert code_of(ask) == "upstream-unavailable"


@pytest.mark.parametrize(
    "changes",
    [
        *WRONG_CHARGES,
        {"product.id": "revit"},
        {"product.name": ""},
        {"renewal.date": "2027-01-16"},
        {"proration.unit": "second"},
    ],
    ids=str,
)
def test_an_estimate_that_makes_no_sense_is_refused(
    peer: Callable[..., Peer], true_estimate: dict[str, Any], changes: dict[str, Any]
) -> None:
    odd = provider_at(peer(answer(body=changed(true_estimate, changes))).url)
    ask = lambda: odd.estimate("autocad", 3, RENEWAL, "CAD")  # noqa: E731
    assert code_of(ask) == "upstream-unavailable"


@pytest.mark.parametrize("body", [[], "x", {}, {"data": None}, {"data": [{}]}, {"data": [None]}])
def test_lists_that_make_no_sense_are_refused(peer: Callable[..., Peer], body: Any) -> None:
    odd = provider_at(peer(answer(body=body)).url)
    assert code_of(odd.products) == "upstream-unavailable"
    assert code_of(lambda: odd.subscriptions("demo-montreal")) == "upstream-unavailable"


def test_tax_and_discounts_are_part_of_what_is_due(
    peer: Callable[..., Peer], true_quote: dict[str, Any]
) -> None:
    """A live service behind the same contract: 10 % off, then 14.975 % of tax."""
    taxed = changed(
        true_quote,
        {
            "unit_price": "1800.00",
            "lines": [
                {"kind": "seat_charge", "quantity": 3, "amount": "887.67"},
                {"kind": "discount", "quantity": 3, "amount": "-88.77"},
                {"kind": "tax", "quantity": 1, "amount": "119.64"},
            ],
            "amounts": {
                "subtotal": "887.67",
                "discount": "88.77",
                "tax": "119.64",
                "tax_status": "included",
                "total": "918.54",
                "due_now": "918.54",
            },
            "flags": ["renews_soon"],
            "provider.mode": "live",
        },
    )
    live = provider_at(peer(answer(status=201, body=taxed)).url)
    quote = live.quote("demo-montreal", "sub_demo_1", 3)
    assert (quote.due_now, quote.tax_status) == (Decimal("918.54"), "included")
    assert (quote.renews_soon, quote.is_demo) == (True, False)


def test_a_service_that_keeps_its_arithmetic_to_itself(
    peer: Callable[..., Peer], true_quote: dict[str, Any]
) -> None:
    own = {"proration.unit": "provider", "proration.remaining": 1, "proration.total": 1}
    shy = provider_at(peer(answer(status=201, body=changed(true_quote, own))).url)
    assert shy.quote("demo-montreal", "sub_demo_1", 3).breakdown is None
    dear = {**own, **everywhere("6000.01")}
    greedy = provider_at(peer(answer(status=201, body=changed(true_quote, dear))).url)
    assert code_of(lambda: greedy.quote("demo-montreal", "sub_demo_1", 3)) == "upstream-unavailable"
