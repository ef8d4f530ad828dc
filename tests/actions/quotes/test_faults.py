"""Each fault against each provider: no amount, no wait beyond the budget, an honest code."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from typing import Any

import pytest

from actions.quotes import chargebee, embedded, recurly, stripe
from actions.quotes.client import Refusals
from actions.quotes.embedded import EmbeddedProvider
from actions.quotes.exchange import Exchange
from actions.quotes.limits import Limits
from actions.quotes.port import QuoteError, QuoteProvider
from tests.actions.loopback import Behaviour, Peer, Received, answer, cut, drip, reset, silence
from tests.actions.quotes.conftest import client_of
from tests.actions.quotes.live_server import SETTING, Routes, recorded

pytestmark = pytest.mark.slow  # most of these peers hang until the patience is over

Open = Callable[[Exchange], QuoteProvider]

PROVIDERS: dict[str, tuple[Refusals, Open]] = {
    "embedded": (embedded.refusals, EmbeddedProvider),
    "stripe": (stripe.refusals, lambda exchange: stripe.StripeProvider(exchange, SETTING)),
    "chargebee": (
        chargebee.refusals,
        lambda exchange: chargebee.ChargebeeProvider(exchange, SETTING, is_demo=False),
    ),
    "recurly": (recurly.refusals, lambda exchange: recurly.RecurlyProvider(exchange, SETTING)),
}

# What comes before the amount; the embedded service is asked for it at once.
BEFORE = (
    Routes()
    .on("GET", "/v1/subscriptions/sub_1", recorded("stripe_subscription"))
    .on("GET", "/api/v2/subscriptions/sub_1", recorded("chargebee_subscription"))
    .on("GET", "/api/v2/item_prices", recorded("chargebee_item_prices"))
    .on("GET", "/subscriptions/sub_1", recorded("recurly_subscription"))
)

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

FAULTS: dict[str, Behaviour] = {
    "drip": drip(OK + b"Content-Length: 9999\r\n\r\n{", b" ", 0.02),
    "slow headers": drip(OK, b"X-A: b\r\n", 0.02),
    "silence": silence,
    "reset": reset,
    "hung up": cut(b""),
    "429": answer(status=429, body={}),
    "429 for an hour": answer(status=429, body={}, Retry_After="3600"),
    "503": answer(status=503, body={}),
    "503 for a minute": answer(status=503, body={}, Retry_After="60"),
    "500": answer(status=500, body={"total": 1}),
    "redirect": answer(status=301, body={}, Location="http://127.0.0.1:1/"),
    "HTML": answer(content=b"<!doctype html><title>Sign in</title>", Content_Type="text/html"),
    "truncated JSON": answer(content=b'{"total": 600'),
    "cut short": cut(OK + b"Content-Length: 99\r\n\r\n{"),
    "float money": answer(body={"amounts": {"due_now": 600.0}, "total": 600.0}),
    "null": answer(body=None),
    "NaN": answer(content=b'{"total": NaN}'),
    "list": answer(body=[]),
    "text": answer(body="600.00"),
    "nothing": answer(body={}),
    "nested": answer(content=b"[" * 100_000),
    "bomb": answer(content=gzip.compress(bytes(64 << 20)), Content_Encoding="gzip"),
    "someone else's": answer(body=recorded("stripe_products")),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", PROVIDERS)
def test_no_fault_becomes_an_amount(peer: Callable[..., Peer], name: str, fault: str) -> None:
    def route(received: Received) -> Behaviour:
        if received.method == "GET":
            return BEFORE(received)
        return FAULTS[fault]

    refusals, open_provider = PROVIDERS[name]
    limits = Limits(connect=0.3, read=0.3, budget=0.6)
    client = client_of(peer(route=route).url, limits=limits, refusals=refusals)
    started = time.monotonic()
    with pytest.raises(QuoteError) as refused:
        open_provider(Exchange(client)).quote(
            "cus_1" if name != "recurly" else "acct_1", "sub_1", 5
        )
    assert time.monotonic() - started < limits.budget + 0.5
    expected = "rate-limited" if fault.startswith("429") else "upstream-unavailable"
    assert refused.value.code == expected


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", PROVIDERS)
def test_no_fault_becomes_a_subscription(peer: Callable[..., Peer], name: str, fault: str) -> None:
    refusals, open_provider = PROVIDERS[name]
    limits = Limits(connect=0.3, read=0.3, budget=0.6)
    client = client_of(peer(FAULTS[fault]).url, limits=limits, refusals=refusals)
    ask: Any = open_provider(Exchange(client)).subscriptions
    with pytest.raises(QuoteError) as refused:
        ask("acct_1")
    assert refused.value.code in ("rate-limited", "upstream-unavailable")
